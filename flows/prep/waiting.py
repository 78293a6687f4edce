"""A list at short notice, or of what was somebody else's, waits until the person says that they come; none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Person, Stream
from bot.cues import Call, Cue, CueState
from bot.desk import Desk
from flows.prep import answers, lists, owners, rules
from flows.prep.owners import Owners
from flows.prep.reasons import Why
from flows.prep.tables import Item

PAUSE = timedelta(minutes=5)
"""What the lead has to seat somebody before the items of an open seat are told to whoever is asked instead."""
_PAUSED = "open:"
"""How the note of a cue begins that ends such a pause."""

ByOwner = dict[int, list[Item]]


def decided(desk: Desk, stream: Stream, late: ByOwner) -> ByOwner:
    """Whom to tell of their list now; whoever still owes an answer hears of it then, or others do a while later."""
    owing = answers.owing(desk, stream)
    desk.read_notes("prep.waiting", stream.id, map(str, late.keys() & owing.keys()))
    return {who: items for who, items in late.items() if who not in owing or not _wait(desk, stream, who, owing[who])}


def _wait(desk: Desk, stream: Stream, person_id: int, until: datetime) -> bool:
    """Whether that moment lies ahead; it comes once."""
    if until <= desk.now:
        return False
    about = str(person_id)
    return desk.cue("prep.waiting", stream.id, team_id=stream.team_id, stream=stream, at=until, note=about) is not None


def answered(desk: Desk, stream: Stream) -> None:
    """Somebody has said yes, or sits there now: what waited for it comes."""
    for person_id, items in decided(desk, stream, _waiting(desk, stream)).items():
        person = desk.get(Person, person_id)
        for item in items:
            item.from_id = item.from_id or _instead_of(desk, stream, item, person)
        why = Why.YOURS if any(item.from_id for item in items) else Why.SHORT
        lists.tell(desk, stream, person, items, why)


def _instead_of(desk: Desk, stream: Stream, item: Item, person: Person) -> int | None:
    """Who was asked for the seat that it belongs to, where that is not they: whatever was answered."""
    if person in owners.own(desk, stream, item):
        return None
    return next((seat.person_id for seat in roster.seats(desk, stream) if seat.role == item.role), None)


def opened(desk: Desk, stream: Stream, taken: Sequence[Item]) -> None:
    """What has left somebody's hands, or waited for their answer, and whose seat is open now, is told to nobody for a
    moment."""
    untold = [] if _is_paused(desk, stream) else [item for item in lists.of(desk, stream) if _is_untold(item)]
    if stream.phase in AHEAD and any(_is_vacant(desk, stream, item) for item in (*taken, *untold)):
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
        if paused and _is_vacant(desk, stream, item):
            continue
        if rules.still_matters(item, ahead=ahead) and _is_untold(item):
            found.setdefault(holders(item).id, []).append(item)
    return found


def _is_untold(item: Item) -> bool:
    return (item.short or item.from_id is not None) and item.told_id is None


def give(desk: Desk, call: Call) -> bool:
    """No answer yet: the list comes all the same; whoever has got some of it meanwhile is told too."""
    stream = desk.get(Stream, call.cue.subject)
    waiting = _waiting(desk, stream)
    answered(desk, stream)
    return bool(waiting)
