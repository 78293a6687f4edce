"""Who was asked for something, and when, and who is asked next: kept on its cues, and told to those who may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot import door
from bot.crew import Person, Stream
from bot.cues import WHOLE_TEAM, Call, Cue, CueState, waits_until, whose_turn
from bot.flow import Button
from bot.message import Priority
from bot.place import Buttons
from bot.words import HourMinute, Joined, Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk

SOON = timedelta(hours=12)
"""Within so long a time of day says which one is meant."""


@dataclass(frozen=True)
class Asked:
    """One asking, past or to come; `who` is None where it is the whole team."""

    who: Person | None
    at: datetime


def note(desk: Desk, cue: Cue, person: Person) -> None:
    """A cue without a chain was said to this person."""
    cue.history = [*cue.history, (person.id, desk.now.isoformat())]


def asked(desk: Desk, kinds: Sequence[str], subjects: Sequence[int]) -> list[Asked]:
    """Everybody who was asked about these rows, in order."""
    cues = desk.session.exec(select(Cue).where(col(Cue.kind).in_(kinds), col(Cue.subject).in_(subjects))).all()
    times = sorted((at, who) for cue in cues for who, at in cue.history)
    return [
        Asked(None if who == WHOLE_TEAM else desk.get(Person, who), datetime.fromisoformat(at)) for at, who in times
    ]


def next_at(desk: Desk, kinds: Sequence[str], subject: int) -> datetime | None:
    """When somebody is asked about a row next; once the whole team was, nobody is."""
    cue = _waiting(desk, kinds, [subject])
    return cue.due_at if cue else None


def so_far(desk: Desk, kinds: Sequence[str], subject: int) -> Sequence[int]:
    """Who was asked about a row, in order, while others are still to be."""
    cue = _waiting(desk, kinds, [subject])
    return cue.asked if cue else ()


def after(desk: Desk, call: Call) -> list[Piece]:
    """On what is being said: who is asked, and when, if nobody answers; nothing once the whole team is."""
    if call.person is None:
        return []
    stream = _stream(desk, call.cue)
    at = waits_until(desk, stream)
    if desk.house.cue_kind(call.cue.kind).quiet:
        at = desk.house.quiet_until(desk, stream, call.cue.team_id, at) or at
    who = whose_turn(desk, call.cue, [*call.cue.asked, call.person.id], stream)
    return [_then(desk, Asked(who, at))]


def to_come(desk: Desk, kinds: Sequence[str], *subjects: int) -> Asked | None:
    """Who is asked about a row next; nobody where it is answered, or the whole team was asked."""
    cue = _waiting(desk, kinds, subjects)
    return None if cue is None else Asked(whose_turn(desk, cue, cue.asked, _stream(desk, cue)), cue.due_at)


def _waiting(desk: Desk, kinds: Sequence[str], subjects: Sequence[int]) -> Cue | None:
    """The first cue about some rows that asks somebody yet."""
    planned = (col(Cue.kind).in_(kinds), col(Cue.subject).in_(subjects), Cue.state == CueState.PLANNED)
    cues = desk.session.exec(select(Cue).where(*planned).order_by(col(Cue.due_at)))
    return next((cue for cue in cues if WHOLE_TEAM not in cue.asked), None)


def then(desk: Desk, kinds: Sequence[str], subject: int) -> list[Piece]:
    """On what was said before: who is asked if nobody answers, as things now stand."""
    coming = to_come(desk, kinds, subject)
    return [_then(desk, coming)] if coming and coming.at > desk.now else []


def before(desk: Desk, asked: Sequence[int], reader: int | None) -> list[Piece]:
    """For whoever was asked last: that others were, and have not settled it."""
    earlier = [desk.person_named(person_id) for person_id in asked[:-1]]
    return [w("cue-next", asked=Joined(earlier))] if earlier and reader == asked[-1] else []


def _then(desk: Desk, coming: Asked) -> Piece:
    at = HourMinute(coming.at) if coming.at < desk.now + SOON else coming.at
    return w("cue-then", who=coming.who, at=at) if coming.who else w("cue-then-all", at=at)


def _stream(desk: Desk, cue: Cue) -> Stream | None:
    return desk.get(Stream, cue.stream_id) if cue.stream_id else None


def account(desk: Desk, head: Piece, kinds: Sequence[str], *subjects: int) -> list[Piece]:
    """Who was asked and when, and who is next if nobody answers: as of now, and still true once somebody did."""
    found, coming = asked(desk, kinds, subjects), to_come(desk, kinds, *subjects)
    told = lines(found) or [w("cue-was-asked-nobody")]
    if coming is None:
        return [head, *told]
    return [head, *told, _next(coming)]


def _next(coming: Asked) -> Piece:
    at = coming.at
    return w("cue-asked-next", who=coming.who, at=at) if coming.who else w("cue-asked-next-all", at=at)


def tell(desk: Desk, stream: Stream, about: Sequence[Piece], buttons: Buttons = (), card: str | None = None) -> None:
    """To whoever pressed, in private."""
    place = desk.private(desk.person, desk.team_of(stream))
    desk.say(place, *about, buttons=buttons, card=card, priority=Priority.REPLY)
    door.point(desk)


def button(press: str, subject: int) -> Button:
    """[Who was asked]"""
    return Button(w("cue-button-asked"), press, (subject,))


def lines(found: Sequence[Asked], shown: int = 12) -> list[Piece]:
    """One line each, the newest where there are too many."""
    told: list[Piece] = [w("cue-was-asked", who=one.who, at=one.at) if one.who else _all(one) for one in found[-shown:]]
    return [*([w("cue-was-asked-before", count=len(found) - shown)] if len(found) > shown else []), *told]


def _all(one: Asked) -> Piece:
    return w("cue-was-asked-all", at=one.at)
