"""A list at short notice, or of what was somebody else's, waits until the person says that they come; none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Person, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from flows.prep import answers, begun_rules, lists, owners
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
    owed = {(who, item.id): owes(desk, stream, item, who) for who, items in late.items() for item in items}
    missing = dict(found for found in owed.values() if found)
    desk.read_notes("prep.waiting", stream.id, missing)
    waited_for = {about for about, until in missing.items() if _wait(desk, stream, about, until)}
    told = {
        who: [one for one in items if (owed[who, one.id] or [""])[0] not in waited_for] for who, items in late.items()
    }
    return {who: items for who, items in told.items() if items}


def _wait(desk: Desk, stream: Stream, about: str, until: datetime) -> bool:
    """Whether that moment is still to come; it comes once."""
    return desk.cue("prep.waiting", stream.id, team_id=stream.team_id, stream=stream, at=until, note=about) is not None


def owes(desk: Desk, stream: Stream, item: Item, person_id: int) -> tuple[str, datetime] | None:
    """Whether an item waits for somebody's answer: of who has said yes to nothing, or was asked for its seat as well; by
    which note, and until when."""
    seat = (person_id, owners.seat_role(desk, stream, item) or "")
    people, seats = answers.owing(desk, stream), answers.of_seats(desk, stream)
    until = people.get(person_id) or seats.get(seat)
    if until is None or until <= desk.now:
        return None
    return str(person_id) if person_id in people else f"{person_id}:{seat[1]}", until


def expect(desk: Desk, stream: Stream, item: Item, person: Person) -> None:
    """Somebody is asked for it who owes an answer: without one it goes on to others."""
    decided(desk, stream, {person.id: [item]})


def is_awaited(desk: Desk, stream: Stream, cue: Cue) -> bool:
    """Whether that answer is still to come."""
    who, _, role = cue.note.partition(":")
    seats = answers.of_seats(desk, stream)
    return (int(who), role) in seats if role else int(who) in answers.owing(desk, stream)


def answered(desk: Desk, stream: Stream) -> None:
    """Somebody has said yes, or sits there now: what waited for it comes."""
    for person_id, items in decided(desk, stream, waits(desk, stream)).items():
        person = desk.get(Person, person_id)
        for item in items:
            item.from_id = item.from_id or _instead_of(desk, stream, item, person)
        why = Why.YOURS if any(item.from_id for item in items) else Why.SHORT
        lists.tell(desk, stream, person, items, why)


def _instead_of(desk: Desk, stream: Stream, item: Item, person: Person) -> int | None:
    """Who was asked for the seat that it hangs on, where that is not they: whatever was answered."""
    role = owners.seat_role(desk, stream, item)
    asked = [seat.person_id for seat in roster.seats(desk, stream) if seat.role == role and seat.person_id]
    return asked[0] if asked and person.id not in asked else None


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
    """Whether nobody sits where it hangs on."""
    role = owners.seat_role(desk, stream, item)
    return role is not None and not roster.here(desk, stream, roster.holders(desk, stream, role))


def waits(desk: Desk, stream: Stream) -> ByOwner:
    """What came too late to be asked for by itself, or has left somebody's hands, and nobody was told since."""
    holders, found, ahead = Owners(desk, stream), dict[int, list[Item]](), stream.phase in AHEAD
    paused = _is_paused(desk, stream)
    for item in lists.of(desk, stream):
        if paused and _is_vacant(desk, stream, item):
            continue
        if begun_rules.still_matters(item, ahead=ahead) and _is_untold(item):
            found.setdefault(holders(item).id, []).append(item)
    return found


def _is_untold(item: Item) -> bool:
    return (item.short or item.from_id is not None) and item.told_id is None
