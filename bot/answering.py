"""What somebody says that is no command: it answers what is open; what nobody asked for goes to the flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from bot import conversation
from bot.crew import Team
from bot.incoming import Incoming
from bot.message import Message
from bot.replies import OPEN, Conversation, Reply
from bot.whereabouts import belong, teams_of
from bot.words import Words, w

if TYPE_CHECKING:
    from bot.desk import Desk

QUESTION = "talk:"
"""How the card of a question begins."""


def take(desk: Desk, incoming: Incoming) -> bool:
    """Typed words answer what is open; in private something is always said back."""
    talk, to = open_talk(desk, incoming)
    if talk:
        belong(desk, desk.get(Team, talk.team_id))
    card = _card(desk, incoming)
    if incoming.private and not to and (gone := _gone(incoming, card)):
        _say_what_is_open(desk, talk, gone)
        return True
    if talk:
        conversation.answer(desk, talk, _reply(desk, incoming, card), to)
    elif incoming.private and not _is_taken(desk, incoming, card) and incoming.text:
        teams = desk.team or teams_of(desk.session, desk.person.id)
        desk.reply(w("inbox-nothing-asked") if teams else w("door-stranger"))
    return incoming.private or talk is not None


def open_talk(desk: Desk, incoming: Incoming) -> tuple[Conversation | None, str]:
    """The conversation whose question is replied to, and which of its steps; else the one that is open here."""
    if desk.who is None:
        return None, ""
    asked = _card(desk, incoming) or ""
    if asked.startswith(QUESTION):
        _, number, _, step = asked.split(":")
        talk = desk.session.get(Conversation, int(number))
        if talk and talk.person_id == desk.who.id and talk.standing in OPEN:
            return talk, step
    return (conversation.active(desk, desk.who.id, incoming.chat_id) if incoming.private else None), ""


def _is_taken(desk: Desk, incoming: Incoming, card: str | None) -> bool:
    """Whether a flow has a use for what nobody asked for; what others have written is not theirs to say."""
    reply = _reply(desk, incoming, card)
    return not incoming.forwarded and any(flow.unasked and flow.unasked(desk, reply) for flow in desk.house.flows)


def _reply(desk: Desk, incoming: Incoming, card: str | None) -> Reply:
    return Reply(
        text=incoming.text,
        photo=incoming.photo,
        file=incoming.file,
        file_name=incoming.file_name,
        file_type=incoming.file_type,
        understood=desk.understood,
        card=card or "",
    )


def _say_what_is_open(desk: Desk, talk: Conversation | None, gone: Words) -> None:
    """What replies to something else is no answer to the open question, which is asked again."""
    if talk:
        conversation.ask_again(desk, talk, gone)
    else:
        desk.reply(gone, w("inbox-nothing-asked"))


def _gone(incoming: Incoming, card: str | None) -> Words | None:
    """A message of the bot's own that is replied to, and that it no longer knows; or a question that is over."""
    if not incoming.reply_to:
        return None
    if card is None:
        return w("inbox-reply-lost")
    return w("talk-stale") if card.startswith(QUESTION) else None


def _card(desk: Desk, incoming: Incoming) -> str | None:
    """What the bot's message shows that is replied to, if anything; None where it knows of no such message."""
    if not incoming.reply_to:
        return None
    here = (Message.chat_id == incoming.chat_id, Message.message_id == incoming.reply_to)
    found = desk.session.exec(select(Message.id, Message.card).where(*here)).first()
    return found and (found[1] or "")
