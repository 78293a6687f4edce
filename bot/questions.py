"""How a question stands in a chat: its message, its buttons, and how they go once it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.flow import Button, Choice, Step
from bot.message import Delivery, Message, Priority
from bot.replies import Conversation, Reply
from bot.words import Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk

MOST = 90
"""Choices under one question: Telegram takes a hundred buttons, and loses a message that has more."""
KEEP = "="
"""Answers as before."""
_ASKED = select(Message).where(Message.card == bindparam("card"))
_NEWEST = select(Message.card).where(Message.chat_id == bindparam("chat")).order_by(col(Message.id).desc()).limit(1)


def put(desk: Desk, talk: Conversation, step: Step, before: Sequence[Piece], *, turning: bool = False) -> None:
    """Ask a step. The question asked before loses its buttons; [Skip] and [Back] turn it, like a page, into this one."""
    page = _page(desk, talk) if turning else None
    if page is None:
        clear(desk, talk)
    talk.step = step.key
    talk.asked += 1
    choices = step.choices(desk, talk) if step.choices else []
    so_far = _so_far(desk, talk, step, choices)
    more = [w("talk-more", count=len(choices) - MOST)] if len(choices) > MOST else []
    kept = [Choice(KEEP, w("talk-keep"))] if so_far else []
    lines, buttons = (
        [*before, *step.ask(desk, talk), *more, *so_far],
        _buttons(desk, talk, step, [*choices[:MOST], *kept]),
    )
    if page and page.card:
        desk.show(page.card, *lines, buttons=buttons)
        page.card = _card(talk)
    else:
        place = desk.place_of(talk)
        desk.say(place, *lines, buttons=buttons, card=_card(talk), priority=Priority.REPLY, on_air=talk.urgent)


def _page(desk: Desk, talk: Conversation) -> Message | None:
    """The open question's message, where a press under it turned it and nothing has been said below it."""
    below = desk.typed or desk.session.exec(_NEWEST, params={"chat": talk.chat_id}).first() != _card(talk)
    found = None if below else _message(desk, talk)
    return found if found and found.state is not Delivery.FAILED else None


def bring_down(desk: Desk, talk: Conversation, step: Step | None) -> None:
    """Whoever is told to answer this first must see it: asked again below what has come since."""
    if step and desk.session.exec(_NEWEST, params={"chat": talk.chat_id}).first() != _card(talk):
        put(desk, talk, step, [])


def _so_far(desk: Desk, talk: Conversation, step: Step, choices: Sequence[Choice]) -> list[Piece]:
    """What was answered before, where the step is opened again: as the step reads it back, else as it was typed."""
    value = talk.answers.get(step.key)
    typed = isinstance(value, str) and value not in {choice.value for choice in choices}
    if value is None or not (step.shown or typed):
        return []
    return [w("talk-so-far", value=step.shown(desk, talk, value) if step.shown else value)]


def keeps(talk: Conversation, step: Step, reply: Reply) -> bool:
    """Whether the answer given before was pressed to stand."""
    return reply.choice == KEEP and step.key in talk.answers


def typed(desk: Desk, talk: Conversation, step: Step, reply: Reply) -> Reply:
    """Where not every choice has a button, its label may be typed."""
    choices = step.choices(desk, talk) if step.choices and reply.choice is None and reply.text else []
    if len(choices) <= MOST:
        return reply
    reader, said = desk.place_of(talk).reader, reply.text.strip().casefold()
    labels = ((choice, desk.house.dictionary.plain(choice.label, reader)) for choice in choices)
    return next((replace(reply, choice=choice.value) for choice, label in labels if label.casefold() == said), reply)


def _buttons(desk: Desk, talk: Conversation, step: Step, choices: Sequence[Choice]) -> list[list[Button]]:
    flat = [_pick(talk, choice.value, choice.label) for choice in choices]
    rows = [flat[i : i + step.columns] for i in range(0, len(flat), step.columns)]
    walk = desk.house.walk(talk.walk)
    first = walk.steps(desk, talk)[0].key == step.key
    controls = [] if first else [Button(w("talk-back"), "talk.back", (talk.id, talk.asked))]
    if step.optional:
        controls.append(Button(w("talk-skip"), "talk.skip", (talk.id, talk.asked)))
    controls.append(Button(w("talk-cancel"), "talk.cancel", (talk.id, talk.asked)))
    return [*rows, controls]


def clear(desk: Desk, talk: Conversation) -> None:
    """The question asked last is answered: its buttons go."""
    if not talk.asked:
        return
    if asked := _message(desk, talk):
        asked.strip_buttons(desk.now)


def offers(desk: Desk, talk: Conversation, choice: str) -> bool:
    """Whether the question asked last has a button for that: a forged press names what nobody was offered."""
    asked, pick = _message(desk, talk), _pick(talk, choice).data
    return asked is not None and any(button.get("data") == pick for row in asked.buttons for button in row)


def _message(desk: Desk, talk: Conversation) -> Message | None:
    with desk.session.no_autoflush:  # all that changes the conversation goes out at once, with the next question
        return desk.session.exec(_ASKED, params={"card": _card(talk)}).first()


def _pick(talk: Conversation, value: str, label: Piece = "") -> Button:
    return Button(label, "talk.pick", (talk.id, talk.asked, value))


def _card(talk: Conversation) -> str:
    """A question's message: a reply to it says which question it answers."""
    return f"talk:{talk.id}:{talk.asked}:{talk.step}"
