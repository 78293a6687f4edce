"""Who sits where in a show: whom a seat counts on, and what somebody would leave for another one."""

from bot import roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from flows.plan import rules


def held_by(seat: Assignment) -> int:
    """Whom the seat counts on; 0 is nobody."""
    return seat.person_id or 0 if seat.answer is not Answer.DECLINED else 0


def sitting(desk: Desk, stream: Stream) -> list[Assignment]:
    """The seats with somebody who did not decline."""
    return [seat for seat in roster.seats(desk, stream) if held_by(seat)]


def elsewhere(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> list[Assignment]:
    """The person's other seats in this stream that don't go together with this one."""
    may_pair = desk.house.playbook_of(stream).may_pair
    return [
        other
        for other in sitting(desk, stream)
        if other.person_id == person.id
        and other.id != seat.id
        and not rules.go_together((other.role, other.seat), (seat.role, seat.seat), may_pair)
    ]
