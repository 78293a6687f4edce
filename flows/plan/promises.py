"""What people promised, and what becomes of it when the show moves."""

from collections.abc import Sequence

from bot import phases, roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.words import w
from flows.plan import asking, refusals, shared


def follow_move(desk: Desk, stream: Stream) -> None:
    """Another day is another promise: those who made one are asked again, those who said no for the old time too.
    Who moves the show has said yes by that."""
    if stream.phase not in AHEAD:
        return
    seats = [seat for seat in roster.seats(desk, stream) if seat.person_id and _changes(desk, stream, seat)]
    if not seats:
        return
    before = {seat.person_id: seat.asked_for for seat in seats}
    for seat in seats:
        asking.put(desk, stream, seat, desk.get(Person, seat.person_id))
    refusals.forget(desk, stream)
    for person in asked_now(desk, stream):
        moved = w("plan-moved", title=stream.title, before=before[person.id], after=stream.starts_at)
        asking.ask(desk, stream, person, moved, w("plan-moved-anew"))
    shared.refresh_shared(desk, stream)


def asked_now(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Whom this very unit of work has asked: they have read it all."""
    seats = [one for one in roster.seats(desk, stream) if one.answer is Answer.ASKED and one.asked_at == desk.now]
    return roster.once(desk.get(Person, seat.person_id) for seat in seats if seat.person_id)


def _changes(desk: Desk, stream: Stream, seat: Assignment) -> bool:
    """Small moves add up: what counts is the start that the person was asked about."""
    if seat.asked_for is None:
        return False
    return phases.asks_anew(seat.asked_for, stream.starts_at, desk.team_of(stream).timezone)
