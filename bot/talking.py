"""The buttons under a question: an answer offered, back, skip, cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import conversation, questions
from bot.flow import Flow, Press
from bot.replies import OPEN, Conversation, Reply
from bot.words import w

if TYPE_CHECKING:
    from bot.desk import Desk


def _pressed(desk: Desk, talk: Conversation, asked: str) -> bool:
    """Whether a press still means the question that is open, and comes from the one who was asked."""
    if desk.person.id != talk.person_id:
        if desk.member is None:  # a forged press must not learn who is in the team
            desk.refuse(w("inbox-not-a-member"))
        desk.refuse(w("talk-not-yours", who=desk.person_named(talk.person_id)))
    if talk.standing not in OPEN or asked != str(talk.asked):
        desk.toast(w("talk-stale"))
        return False
    return True


def _pick(desk: Desk, talk: Conversation, asked: str, value: str) -> None:
    if _pressed(desk, talk, asked):
        if not questions.offers(desk, talk, value):
            desk.refuse(w("inbox-gone"))
        conversation.answer(desk, talk, Reply(choice=value))


def _control_press(name: str) -> Any:
    def press(desk: Desk, talk: Conversation, asked: str) -> None:
        if _pressed(desk, talk, asked):
            if name != "cancel":  # then whatever was asked in between stays open
                conversation.take_the_floor(desk, talk)
            conversation.CONTROLS[name](desk, talk)

    return press


flow = Flow(
    name="talk",
    folder=Path(__file__).parent,
    presses={
        "pick": Press(_pick, Conversation, open_door=True),
        **{name: Press(_control_press(name), Conversation, open_door=True) for name in conversation.CONTROLS},
    },
)
