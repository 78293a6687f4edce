"""How far the asking about a seat has come: when it begins again, when the next one is asked, who was asked besides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot import asking
from bot.crew import Stream
from bot.cues import WHOLE_TEAM, Call, Cue, CueState, waits_until
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.ready.tables import RollLine

CALLS = ("ready.call", "ready.again")
"""All that asks about a seat."""


@dataclass(frozen=True)
class Chase:
    """Of one person's seats; nothing where nobody is asked about them."""

    again: datetime | None = None
    """When the holder is asked, if that is still to come."""
    by: datetime | None = None
    """When somebody else is asked, unless the holder answers."""
    others: Sequence[Piece] = ()
    """Who has been asked already."""

    asked: Sequence[int] = ()
    """The same, and the holder, by number and in order."""

    def before(self, desk: Desk, reader: int | None) -> list[Piece]:
        """For whoever was asked last: that others were, besides the holder, whom the card names."""
        return asking.before(desk, self.asked, reader) if len(self.others) > 1 else []

    def lines(self) -> list[Piece]:
        """What comes of saying nothing."""
        if self.others:
            return [w("ready-own-others", who=Joined(self.others))]
        return [w("ready-own-by", at=HourMinute(self.by))] if self.by else []


NOBODY = Chase()


def of_lines(desk: Desk, roll: Sequence[RollLine]) -> dict[int, Chase]:
    """Of every line that is asked about now, all looked up at once."""
    lines = {line.id: line for line in roll}
    open_still = (CueState.PLANNED, CueState.GIVEN)
    about = (Cue.kind == "ready.call", col(Cue.subject).in_(lines), col(Cue.state).in_(open_still))
    cues = [cue for cue in desk.session.exec(select(Cue).where(*about)) if cue.note == str(lines[cue.subject].asked)]
    return {cue.subject: _come_to(desk, cue, lines[cue.subject]) for cue in cues}


def of_party(theirs: Sequence[RollLine], chases: dict[int, Chase]) -> Chase:
    return next((chases[line.id] for line in theirs if line.id in chases), NOBODY)


def said_now(desk: Desk, call: Call, line: RollLine) -> Chase:
    """While it is asked: nobody else yet, where the holder is; else all of them, and who is asked now."""
    stream = desk.get(Stream, line.stream_id)
    now = call.person.id if call.person else WHOLE_TEAM
    if now == line.person_id:
        return Chase(by=waits_until(desk, stream))
    return Chase(others=_others(desk, [*call.cue.asked, now], line))


def _come_to(desk: Desk, cue: Cue, line: RollLine) -> Chase:
    if not cue.round:
        return Chase(again=cue.due_at)
    ahead = cue.due_at if cue.state is CueState.PLANNED and cue.due_at > desk.now else None
    return Chase(by=ahead, others=_others(desk, cue.asked, line), asked=cue.asked)


def _others(desk: Desk, asked: Sequence[int], line: RollLine) -> list[Piece]:
    people = [desk.person_named(person_id) for person_id in asked if person_id not in (WHOLE_TEAM, line.person_id)]
    return [*people, *([w("ready-everyone")] if WHOLE_TEAM in asked else [])]
