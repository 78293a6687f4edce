"""What a call is about and for whom, in a few words: for the board and the rehearsal's timeline."""

from datetime import timedelta

from bot.crew import AHEAD, Stream
from bot.cues import Cue
from bot.desk import Desk
from bot.playbook import CueLine
from bot.words import Joined, Piece, w
from flows.calls import rules
from flows.calls.hearers import hearers
from flows.calls.tables import Calling


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
