"""Admins who write as the group: Telegram does not say who it is, but a press does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import select

from bot.flow import Button
from bot.incoming import Incoming, Kind, parse
from bot.message import Message
from bot.received import Received
from bot.words import w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.store import Session

PRESS = "again.as"


def ask_who(desk: Desk, incoming: Incoming) -> None:
    """The command waits for a press; whoever presses has given it."""
    desk.reply(
        w("inbox-anonymous"),
        buttons=[[Button(w("inbox-anonymous-press"), PRESS, (incoming.received,))]],
        card=_card(incoming.received),
    )


def with_author(session: Session, pressed: Incoming, username: str) -> Incoming:
    """The command that a press is about, as if the presser had sent it; any other press as it is."""
    act, _, number = pressed.data.partition(":")
    if pressed.kind is not Kind.PRESS or act != PRESS or not number.isdecimal() or len(number) > 18:
        return pressed
    row = session.get(Received, int(number))
    command = parse(row.body, username) if row and row.body else pressed
    if not command.anonymous or command.chat_id != pressed.chat_id:
        return pressed
    return replace(
        command,
        author=pressed.author,
        anonymous=False,
        callback=pressed.callback,
        received=pressed.received,
        again=int(number),
    )


def settle(desk: Desk, incoming: Incoming) -> None:
    """The command was given now: it is not given twice."""
    if row := desk.session.get(Received, incoming.again):
        row.body = None
    for message in desk.session.exec(select(Message).where(Message.card == _card(incoming.again))):
        message.strip_buttons(desk.now)


def _card(received: int) -> str:
    return f"again:{received}"
