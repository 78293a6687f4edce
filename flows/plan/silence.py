"""When the lead hears of those who have not answered."""

from datetime import datetime, timedelta

from sqlmodel import func, select

from bot.crew import Stream
from bot.cues import Cue, CueState
from bot.desk import Desk

KIND = "plan.silent"
LAST = timedelta(minutes=90)
"""So long before the start the lead hears of them once more: in time for somebody else, and before the roll call."""
LAST_NOTE = "last"
GAP = timedelta(minutes=30)
"""Not of the same people again any sooner."""


def due(desk: Desk, stream: Stream, asked: datetime) -> datetime | None:
    """The time that is planned for whoever was asked then; one that is being given has come."""
    ahead = (Cue.kind == KIND, Cue.subject == stream.id, Cue.state == CueState.PLANNED, Cue.due_at > desk.now)
    soonest, latest = asked + _at_least(desk, stream, asked), asked + wait(desk, stream, asked - stream.starts_at)
    return desk.session.exec(
        select(func.min(Cue.due_at)).where(*ahead, Cue.due_at >= soonest, Cue.due_at <= latest)
    ).one()


def is_news(desk: Desk, stream: Stream, asked: datetime, before: datetime | None) -> bool:
    """Whether whoever was asked then has had time to answer, and had not yet when the lead heard before."""
    had_time = asked + _at_least(desk, stream, asked)
    return had_time <= desk.now and (before is None or before < had_time)


def _at_least(desk: Desk, stream: Stream, asked: datetime) -> timedelta:
    """Nobody is called silent any sooner."""
    return wait(desk, stream, asked - stream.starts_at) / 2


def wait(desk: Desk, stream: Stream, distance: timedelta) -> timedelta:
    """So long after they were asked, at this distance from the start."""
    return desk.house.escalation(stream).wait(distance)
