"""When the lead hears of those who have not answered."""

from datetime import datetime, timedelta

from sqlmodel import func, select

from bot.crew import Stream
from bot.cues import Cue, CueState
from bot.desk import Desk

KIND = "plan.silent"


def due(desk: Desk, stream: Stream) -> datetime | None:
    """The next time that is planned; one that is being given has come."""
    ahead = (Cue.kind == KIND, Cue.subject == stream.id, Cue.state == CueState.PLANNED, Cue.due_at > desk.now)
    return desk.session.exec(select(func.min(Cue.due_at)).where(*ahead)).one()


def wait(desk: Desk, stream: Stream, distance: timedelta) -> timedelta:
    """So long after they were asked, at this distance from the start."""
    return desk.house.escalation(stream).wait(distance)
