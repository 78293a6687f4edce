"""The next call, for the board."""

from datetime import timedelta

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.crew import AHEAD, UNDER_WAY, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.playbook import CueLine
from bot.words import HourMinute, Joined, Piece, w
from flows.calls import rules
from flows.calls.hearers import hearers
from flows.calls.tables import Calling

SOON = timedelta(hours=12)
_SOON = (
    select(Cue.due_at, Cue.offset, Calling.key)
    .join(Calling, col(Calling.id) == Cue.subject)
    .where(
        Cue.stream_id == bindparam("stream"),
        col(Cue.kind).startswith("calls."),
        Cue.state == CueState.PLANNED,
        Cue.round == 0,
        col(Cue.due_at).between(bindparam("now"), bindparam("soon")),
    )
    .order_by(col(Cue.due_at), col(Cue.id))
)
"""Built once: every board asks it."""


def panel(desk: Desk, stream: Stream) -> list[Piece]:
    """What is called next, when, and for whom."""
    if stream.phase not in (*AHEAD, *UNDER_WAY):
        return []
    about = {"stream": stream.id, "now": desk.now, "soon": desk.now + SOON}
    found = desk.session.exec(_SOON, params=about)
    playbook = desk.house.playbook_of(stream)
    for at, offset, key in found:
        line = playbook.cue(key)
        who = _who(desk, stream, line) if line and _comes(desk, stream, line, offset) else None
        if line and who:
            return [w("calls-panel", at=HourMinute(at), what=rules.headline(line.say), who=who)]
    return []


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """What a call is about and whom it calls."""
    stream = desk.get(Stream, cue.stream_id)
    line = desk.house.playbook_of(stream).cue(desk.get(Calling, cue.subject).key)
    who = _who(desk, stream, line) if line and _comes(desk, stream, line, cue.offset) else None
    return (rules.headline(line.say), who) if line and who else None


def _comes(desk: Desk, stream: Stream, line: CueLine, offset: int) -> bool:
    """Whether it will be said then; what waits for the real start, or the real end, is counted anew from there."""
    overdue = desk.now >= (stream.starts_at if stream.phase in AHEAD else stream.ends_at)
    return rules.comes(line, timedelta(seconds=offset), stream.phase, overdue=overdue)


def _who(desk: Desk, stream: Stream, line: CueLine) -> Piece | None:
    if line.to == "crew":
        return w("calls-to-crew")
    if line.to == "group":
        return w("calls-to-group")
    told = hearers(desk, stream, line)
    return Joined([hearer.person.name for hearer in told]) if told else None
