"""Calls for seats that nobody has: what else comes to the same person within minutes stands in the same message."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from bot import asking, roster
from bot.crew import Person, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.playbook import CueLine
from bot.words import HourMinute, Piece, w
from flows.calls import rules
from flows.calls.hearers import hearers
from flows.calls.tables import Calling

SOON = timedelta(minutes=5)


def still_said(desk: Desk, stream: Stream, line: CueLine, calling: Calling, cue: Cue) -> bool:
    """Whether the playbook means it for such a show, and it belongs where the show is."""
    if stream.phase not in rules.phases(line, timedelta(seconds=cue.offset)):
        return False
    return calling.number < len(rules.offsets(line, stream.length)) and roster.is_meant(desk, stream, line.when)


def take(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """The next ones that come to a person for nobody's seat and want no answer, each with its time; they are said."""
    said: list[Piece] = []
    for cue in _soon(desk, stream):
        calling = desk.get(Calling, cue.subject)
        line = desk.house.playbook_of(stream).cue(calling.key)
        if (
            line
            and not line.ack
            and still_said(desk, stream, line, calling, cue)
            and _theirs(desk, stream, line, person)
        ):
            cue.state, cue.given_at = CueState.GIVEN, desk.now
            asking.note(desk, cue, person)
            role = desk.house.playbook_of(stream).role(line.to)
            name = role.name if role else line.to
            said.append(w("calls-soon", at=HourMinute(cue.due_at), role=name, what=line.say))
    return said


def _soon(desk: Desk, stream: Stream) -> Sequence[Cue]:
    waiting = (Cue.stream_id == stream.id, Cue.state == CueState.PLANNED, Cue.round == 0)
    ahead = (col(Cue.kind).startswith("calls."), Cue.due_at > desk.now, Cue.due_at <= desk.now + SOON)
    return desk.session.exec(select(Cue).where(*waiting, *ahead).order_by(col(Cue.due_at), col(Cue.id))).all()


def _theirs(desk: Desk, stream: Stream, line: CueLine, person: Person) -> bool:
    told = hearers(desk, stream, line)
    return [each.person.id for each in told if each.vacant] == [person.id]
