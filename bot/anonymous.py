"""Commands that wait for a press: who gave it, where an admin writes as the group; or for which of several teams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import select

from bot.crew import Team
from bot.flow import Button
from bot.incoming import Incoming, Kind, parse
from bot.message import Message
from bot.received import InboxState, Received
from bot.words import w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.store import Session

PRESS = "again."
"""How the data of these presses begins."""
AS, FOR = f"{PRESS}as", f"{PRESS}for"
TEAMS = 10


def ask_who(desk: Desk, incoming: Incoming) -> None:
    """Whoever presses has given the command."""
    button = Button(w("inbox-anonymous-press"), AS, (incoming.received,))
    desk.reply(w("inbox-anonymous"), buttons=[[button]], card=_card(incoming.received))


def ask_which_team(desk: Desk, incoming: Incoming, teams: Sequence[Team]) -> None:
    """The command is given for the team that is pressed, with all that was typed after it."""
    buttons = [[Button(team.title, FOR, (incoming.received, team.id))] for team in teams[:TEAMS]]
    desk.reply(w("inbox-which-team"), buttons=buttons, card=_card(incoming.received))


def as_meant(session: Session, pressed: Incoming, username: str) -> Incoming:
    """The command that a press is about, as if the presser had sent it so; any other press as it is."""
    act, *numbers = pressed.data.split(":")
    if pressed.kind is not Kind.PRESS or not all(one.isdecimal() and len(one) <= 18 for one in numbers):
        return pressed
    row = session.get(Received, int(numbers[0])) if numbers else None
    command = parse(row.body, username) if row and row.body and row.state is InboxState.DONE else None
    if row is None or command is None or command.chat_id != pressed.chat_id or command.kind is not Kind.COMMAND:
        return pressed
    given = replace(command, callback=pressed.callback, received=pressed.received, again=row.id)
    if act == AS and command.anonymous:
        return replace(given, author=pressed.author, anonymous=False)
    if act == FOR and command.private and len(numbers) == 2 and _same(command, pressed):
        return replace(given, team=int(numbers[1]))
    return pressed


def _same(command: Incoming, pressed: Incoming) -> bool:
    return command.author is not None and pressed.author is not None and command.author.id == pressed.author.id


def settle(desk: Desk, incoming: Incoming) -> None:
    """The command was given now: it is not given twice."""
    if row := desk.session.get(Received, incoming.again):
        row.body = None
    for message in desk.session.exec(select(Message).where(Message.card == _card(incoming.again))):
        message.strip_buttons(desk.now)


def _card(received: int) -> str:
    return f"again:{received}"
