"""A seat changes hands, is added, or goes: who leaves it is told, who gets it is asked, and every flow hears of it."""

from bot import roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.words import Joined, Piece, w
from flows.plan import ask_cards, asking, cards, refusals, seated, vacant


def give(desk: Desk, stream: Stream, seat: Assignment, person: Person | None, *, agreed: bool = False) -> None:
    """Somebody else sits here from now on, or nobody; whoever `agreed` has offered it themselves."""
    before = desk.session.get(Person, seat.person_id) if seat.person_id else None
    role = cards.name_of(desk, stream, seat)
    left = _leave_others(desk, stream, seat, person) if person else []
    told = before if before and seat.answer is not Answer.DECLINED else None
    meant = told if told and person and refusals.instead(desk, stream, seat, told) == person else None
    asking.put(desk, stream, seat, person)
    if agreed:
        seat.answer, seat.answered_at = Answer.ACCEPTED, desk.now
    desk.log("plan-log-seat", team_id=stream.team_id, stream_id=stream.id, role=role, whom=person or "—")
    free = meant if meant and not ask_cards.seats_of(desk, stream, meant) else None
    if told and not free:
        _tell_replaced(desk, stream, told, role, person)
    if person is None:
        vacant.opened(desk, stream, seat)
    desk.tell(stream, Change.CREW)
    if person:  # now that every card is as it is: this one says more
        asking.ask(desk, stream, person, *_why(desk, person, role, left, agreed=agreed))
    if free:
        asking.ask(desk, stream, free)  # their card says whom they had suggested
    elif before:
        ask_cards.refresh(desk, stream, before)


def _why(desk: Desk, person: Person, role: Piece, left: list[Piece], *, agreed: bool) -> list[Piece]:
    """What the card says more of it: who has agreed, or instead of what it is."""
    if person.id == desk.person.id:
        return []
    if agreed:
        return [w("plan-volunteer-yes", by=desk.person, role=role)]
    return [w("plan-moved-seat", by=desk.person, role=role, left=Joined(left))] if left else []


def add(desk: Desk, stream: Stream, role: str, number: int) -> Assignment:
    """One more seat, with nobody in it yet."""
    new = desk.add(Assignment(stream_id=stream.id, role=role, seat=number))
    desk.log("plan-log-seat-added", team_id=stream.team_id, stream_id=stream.id, role=cards.name_of(desk, stream, new))
    vacant.opened(desk, stream, new)
    desk.tell(stream, Change.CREW)
    return new


def take_out(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """The show does without this seat."""
    before = desk.session.get(Person, seat.person_id) if seat.person_id else None
    told = before if before and seat.answer is not Answer.DECLINED else None
    role = cards.name_of(desk, stream, seat)
    desk.log("plan-log-seat-out", team_id=stream.team_id, stream_id=stream.id, role=role)
    seat.person_id, seat.answer = None, Answer.ASKED
    desk.session.delete(seat)
    desk.session.flush()
    if told:
        _tell_replaced(desk, stream, told, role, None)
    desk.tell(stream, Change.CREW)
    if before:
        ask_cards.refresh(desk, stream, before)


def at(desk: Desk, stream: Stream, role: str, number: int) -> Assignment | None:
    """The seat of that role and number, if the show has it."""
    return next((one for one in roster.seats(desk, stream) if (one.role, one.seat) == (role, number)), None)


def _leave_others(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> list[Piece]:
    """Whoever moves to this seat leaves those that don't go together with it; they are open now. Says which."""
    found = seated.elsewhere(desk, stream, seat, person)
    roles = [cards.name_of(desk, stream, other) for other in found]
    for other, role in zip(found, roles, strict=True):
        asking.put(desk, stream, other, None)
        vacant.opened(desk, stream, other)
        desk.log("plan-log-seat", team_id=stream.team_id, stream_id=stream.id, role=role, whom="—")
    return roles


def _tell_replaced(desk: Desk, stream: Stream, before: Person, role: Piece, person: Person | None) -> None:
    if desk.who and before.id == desk.who.id:
        return
    about = {"role": role, "title": stream.title, "at": stream.starts_at, "by": desk.person}
    lines = [w("plan-replaced", other=person, **about) if person else w("plan-relieved", **about)]
    kept = [seat for seat in seated.sitting(desk, stream) if seat.person_id == before.id]
    for answer, word in ((Answer.ACCEPTED, "yours"), (Answer.ASKED, "asked")):
        if theirs := [seat for seat in kept if seat.answer is answer]:
            lines.append(w(f"plan-still-{word}", roles=cards.names_of(desk, stream, theirs)))
    if person and not kept:
        lines.append(w("plan-not-needed"))
    desk.say(desk.private(before, desk.team_of(stream)), *lines)
