"""/board: the pinned message anew where everybody reads it, or as it is now for one person."""

from sqlmodel import col, select

from bot import board as boards
from bot.crew import AHEAD, UNDER_WAY, Phase, Stream, Team
from bot.desk import Desk
from bot.message import Message
from bot.words import w

AT_ONCE = 3
"""Shows whose boards are posted anew together."""


def board(desk: Desk, _text: str) -> None:
    """/board"""
    assert desk.team is not None
    shows = _current(desk, desk.team)
    if not shows:
        desk.reply(w("plan-no-board"))
    for stream in shows:
        if desk.in_group:
            _anew(desk, stream)
        else:
            desk.reply(*boards.lines(desk, stream), buttons=[boards.buttons(desk, stream)])


def _current(desk: Desk, team: Team) -> list[Stream]:
    """What is under way; else the next show; else what is in review."""
    with_board = {*AHEAD, *UNDER_WAY, Phase.REVIEW} - {Phase.PLANNED}
    found = desk.session.exec(
        select(Stream)
        .where(Stream.team_id == team.id, col(Stream.phase).in_(with_board))
        .order_by(col(Stream.starts_at), col(Stream.id))
    ).all()
    live = [stream for stream in found if stream.phase in UNDER_WAY]
    ahead = [stream for stream in found if stream.phase in AHEAD]
    return live[:AT_ONCE] or ahead[:1] or list(found[-1:])


def _anew(desk: Desk, stream: Stream) -> None:
    """The board that stood further up says that it has moved; a new one is posted and pinned below."""
    old, gone = f"board:{stream.id}", f"plan:board:{stream.id}"
    chat = desk.team_of(stream).chat_id
    for message in desk.session.exec(select(Message).where(Message.card == old, Message.chat_id == chat)):
        message.card, message.pin = gone, False
    desk.show(gone, w("plan-board-moved", title=stream.title))
    desk.touch(stream)
