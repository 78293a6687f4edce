"""A list at short notice, or of what was somebody else's, waits until the person says that they come; none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Answer, Person, Stream
from bot.cues import Call, Cue, CueState
from bot.desk import Desk
from flows.prep import lists, rules
from flows.prep.owners import Owners
from flows.prep.reasons import Why
from flows.prep.tables import Item

PAUSE = timedelta(minutes=5)
"""What the lead has to seat somebody before the items of an open seat are told to whoever is asked instead."""
_PAUSED = "open:"
"""How the note of a cue begins that ends such a pause."""

ByOwner = dict[int, list[Item]]


def decided(desk: Desk, stream: Stream, late: ByOwner) -> ByOwner:
    """Whom to tell of their list now; whoever still owes an answer hears of it then, or one wait after being asked."""
    owing = _owing(desk, stream)
    desk.read_notes("prep.waiting", stream.id, map(str, late.keys() & owing.keys()))
    return {who: items for who, items in late.items() if who not in owing or not _wait(desk, stream, who, owing[who])}


def _owing(desk: Desk, stream: Stream) -> dict[int, datetime]:
    """Who was asked for a seat, when, and has said yes to none."""
    seats = [seat for seat in roster.seats(desk, stream) if seat.person_id]
    coming = {seat.person_id for seat in seats if seat.answer is Answer.ACCEPTED}
    asked = [seat for seat in seats if seat.answer is Answer.ASKED and seat.person_id not in coming]
    return {seat.person_id or 0: seat.asked_at or stream.planned_at for seat in asked}


def _wait(desk: Desk, stream: Stream, person_id: int, asked: datetime) -> bool:
    """Whether that moment lies ahead; it comes once."""
    at = asked + desk.house.escalation(stream).wait(stream.starts_at - asked)
    if at <= desk.now:
        return False
    about = str(person_id)
    return desk.cue("prep.waiting", stream.id, team_id=stream.team_id, stream=stream, at=at, note=about) is not None


def answered(desk: Desk, stream: Stream) -> None:
    """Somebody has said yes, or sits there now: what waited for it comes."""
    for person_id, items in decided(desk, stream, _waiting(desk, stream)).items():
        why = Why.YOURS if any(item.from_id for item in items) else Why.SHORT
        lists.tell(desk, stream, desk.get(Person, person_id), items, why)


def opened(desk: Desk, stream: Stream, taken: Sequence[Item]) -> None:
    """What has left somebody's hands because their seat is open is told to nobody for a moment."""
    if stream.phase in AHEAD and any(_is_vacant(desk, stream, item) for item in taken):
        wait = min(desk.house.escalation(stream).wait(stream.starts_at - desk.now), PAUSE)
        ends = desk.now + wait
        note = f"{_PAUSED}{ends.isoformat()}"
        desk.cue("prep.waiting", stream.id, team_id=stream.team_id, stream=stream, at=ends, note=note)


def is_pause(cue: Cue) -> bool:
    return cue.kind == "prep.waiting" and cue.note.startswith(_PAUSED)


def _is_paused(desk: Desk, stream: Stream) -> bool:
    about = (Cue.kind == "prep.waiting", Cue.subject == stream.id, Cue.state == CueState.PLANNED)
    ahead = (col(Cue.note).startswith(_PAUSED), Cue.due_at > desk.now)
    return stream.phase in AHEAD and desk.session.exec(select(Cue.id).where(*about, *ahead)).first() is not None


def _is_vacant(desk: Desk, stream: Stream, item: Item) -> bool:
    """Whether its role has a seat, and nobody sits there."""
    there = any(seat.role == item.role for seat in roster.seats(desk, stream))
    return bool(item.role) and there and not roster.here(desk, stream, roster.holders(desk, stream, item.role))


def _waiting(desk: Desk, stream: Stream) -> ByOwner:
    """What came too late to be asked for by itself, or has left somebody's hands, and nobody was told since."""
    holders, found, ahead = Owners(desk, stream), dict[int, list[Item]](), stream.phase in AHEAD
    paused = _is_paused(desk, stream)
    for item in lists.of(desk, stream):
        if paused and item.from_id and _is_vacant(desk, stream, item):
            continue
        if rules.still_matters(item, ahead=ahead) and (item.short or item.from_id) and item.told_id is None:
            found.setdefault(holders(item).id, []).append(item)
    return found


def give(desk: Desk, call: Call) -> bool:
    """No answer yet: the list comes all the same; whoever has got some of it meanwhile is told too."""
    stream = desk.get(Stream, call.cue.subject)
    waiting = _waiting(desk, stream)
    answered(desk, stream)
    return bool(waiting)
