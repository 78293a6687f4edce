"""How a stream moves on: into a phase, to another time or length; every flow is told in the same commit."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot import cues, roster
from bot.crew import OVER, Answer, Person, Phase, Stream
from bot.flow import Change
from bot.words import Words

if TYPE_CHECKING:
    from bot.desk import Desk

ASKED_ANEW_BEYOND = timedelta(hours=2)


def enter(desk: Desk, stream: Stream, phase: Phase, since: datetime | None = None) -> None:
    """Put a stream in a phase, stamp what the phase stamps, and tell every flow; the same phase again does nothing. Whoever
    puts it there keeps the line of the log, with who and why. `since`: on air for a while already."""
    if stream.phase is phase:
        return
    stream.phase = phase
    if phase is Phase.LIVE:
        stream.live_at = since or desk.now
        cues.follow_start(desk, stream)
    if phase is Phase.WRAP:
        stream.wrapped_at = desk.now
    if phase in OVER:
        stream.closed_at = desk.now
        cues.drop_all(desk, stream)
    desk.tell(stream, Change.PHASE)


def move(desk: Desk, stream: Stream, to: datetime) -> None:
    """Start a stream at another time; every cue not yet given moves with it, in this commit."""
    before = stream.starts_at
    stream.starts_at = to
    cues.move(desk, stream, to - before)
    desk.log("phase-log-moved", team_id=stream.team_id, stream_id=stream.id, before=before, after=to)
    desk.tell(stream, Change.MOVED)


def asks_anew(before: datetime, after: datetime, zone: str) -> bool:
    """Whether a move changes what people promised: another day, or more than two hours."""
    there = ZoneInfo(zone)
    another_day = before.astimezone(there).date() != after.astimezone(there).date()
    return another_day or abs(after - before) > ASKED_ANEW_BEYOND


def asked_anew(desk: Desk, stream: Stream, to: datetime) -> list[Person]:
    """Whose promise a move to that time would change; small moves add up, so what counts is what each was asked about."""
    zone = desk.team_of(stream).timezone
    seats = [seat for seat in roster.seats(desk, stream) if seat.person_id and seat.asked_for]
    people = [seat.person_id for seat in seats if seat.asked_for and asks_anew(seat.asked_for, to, zone)]
    return [desk.get(Person, person_id) for person_id in dict.fromkeys(people)]


def hindered(desk: Desk, stream: Stream, to: datetime, minutes: int | None = None) -> list[tuple[Person, Words]]:
    """Who of the crew could not sit there if it started at that time, or were that long, and why, as the flows say."""
    moved = Stream(**{**stream.model_dump(), "starts_at": to, "minutes": minutes or stream.minutes})
    found: dict[int, Words] = {}
    for seat in roster.seats(desk, stream):
        if seat.person_id and seat.answer is not Answer.DECLINED and seat.person_id not in found:
            person = desk.get(Person, seat.person_id)
            if why := roster.barred(desk, moved, seat.role, person):
                found[person.id] = why
    return [(desk.get(Person, person_id), why) for person_id, why in found.items()]


def last(desk: Desk, stream: Stream, minutes: int) -> None:
    """Let a stream be longer or shorter; what is counted from its end moves along, in this commit."""
    before, full = stream.length, stream.full_length
    stream.minutes = minutes
    cues.move(desk, stream, stream.length - before, counted=(cues.From.END,))
    about = {"before": full, "after": stream.full_length}
    desk.log("phase-log-length", team_id=stream.team_id, stream_id=stream.id, **about)
    desk.tell(stream, Change.DETAILS)
