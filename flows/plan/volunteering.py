"""[I'll take it] by somebody who stands in for the role, or whose own seat clashes with it: a lead says yes or no."""

from sqlmodel import select

from bot import door, roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import Piece, w
from flows.plan import cards, named, onward, seated, seating, standing_in, vacant

YES, NO = "yes", "no"


def offer(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """The lead reads who would come and what that leaves empty; whoever offered reads that it was asked."""
    card = standing_in.offer_card(stream, seat, desk.person.id)
    lead = roster.lead_chain(desk, stream)[0]
    asked = w("plan-volunteer-asked", who=lead, role=cards.name_of(desk, stream, seat))
    if not _stands(desk, card):
        lines, buttons = _lines(desk, stream, seat, desk.person), [_buttons(seat, desk.person)]
        desk.say(desk.private(lead, desk.team_of(stream)), *lines, buttons=buttons, card=card)
        desk.session.flush()
        vacant.refresh(desk, stream)
    if lead.id == desk.person.id:
        door.point(desk)
    else:
        desk.toast(asked, alert=True)


def settle(desk: Desk, seat: Assignment, person_id: str, said: str = NO) -> None:
    """[Agree], [No need]"""
    stream = desk.get(Stream, seat.stream_id)
    person = desk.session.get(Person, int(person_id)) if person_id.isdecimal() else None
    if person is None or roster.membership(desk.session, stream.team_id, person.id) is None:
        desk.refuse(w("plan-picked-gone", who=person.name if person else "—"))
    role = cards.name_of(desk, stream, seat)
    if stream.phase not in AHEAD:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
    elif _is_taken(seat):
        desk.toast(w("plan-seat-taken", role=role, who=desk.person_named(seat.person_id)))
    elif said == YES:
        _agree(desk, stream, seat, person)
    else:
        _decline(desk, stream, seat, person)
    refresh(desk, stream)


def _agree(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> None:
    """They have said yes by offering, and are not asked once more."""
    if why := roster.barred(desk, stream, seat.role, person):
        desk.refuse(w("plan-who-barred", who=person, why=why))
    seating.give(desk, stream, seat, person, agreed=True)
    desk.toast(w("plan-volunteer-agreed", who=person, role=cards.name_of(desk, stream, seat)))
    onward.offer_seat(desk, stream, seat)


def _decline(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> None:
    role = cards.name_of(desk, stream, seat)
    declined = w("plan-volunteer-declined", who=person, role=role)
    desk.show(standing_in.offer_card(stream, seat, person.id), *_lines(desk, stream, seat, person), declined)
    desk.toast(declined)
    vacant.refresh(desk, stream)
    if person.id != desk.person.id:
        no = w("plan-volunteer-no", by=desk.person, role=role, title=stream.title, at=stream.starts_at)
        desk.say(desk.private(person, desk.team_of(stream)), no)


def refresh(desk: Desk, stream: Stream) -> None:
    """Somebody sits there by now, or the show is past it: nothing is to be agreed to any more."""
    begins = f"plan:volunteer:{stream.id}:"
    for card in named.cards(desk, begins):
        seat_id, person_id = (int(part) for part in card.removeprefix(begins).split(":"))
        seat = desk.session.get(Assignment, seat_id)
        if seat is None:
            desk.show(card, w("plan-seat-gone", title=stream.title, at=stream.starts_at))
        elif _is_taken(seat) or stream.phase not in AHEAD:
            desk.show(card, *_settled(desk, stream, seat, desk.get(Person, person_id)))


def _settled(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> list[Piece]:
    return [_head(desk, stream, seat, person), cards.seat_line(desk, stream, seat)]


def _lines(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> list[Piece]:
    """Who would come, as what they stand in, and what that leaves."""
    found: list[Piece] = [_head(desk, stream, seat, person)]
    if roles := standing_in.through(desk, stream, seat.role, person):
        found.append(w("plan-volunteer-as", who=person, roles=roles))
    if left := seated.elsewhere(desk, stream, seat, person):
        found.append(w("plan-volunteer-leaves", roles=cards.names_of(desk, stream, left)))
    return found


def _head(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> Piece:
    role = cards.name_of(desk, stream, seat)
    return w("plan-volunteer", who=person, role=role, title=stream.title, at=stream.starts_at)


def _buttons(seat: Assignment, person: Person) -> list[Button]:
    return [
        Button(w("plan-volunteer-agree"), "plan.volunteer", (seat.id, person.id, YES)),
        Button(w("plan-volunteer-not"), "plan.volunteer", (seat.id, person.id, NO)),
    ]


def _is_taken(seat: Assignment) -> bool:
    return bool(seat.person_id) and seat.answer is not Answer.DECLINED


def _stands(desk: Desk, card: str) -> bool:
    """Whether the lead has that question already, not answered yet."""
    return any(message.buttons for message in desk.session.exec(select(Message).where(Message.card == card)))
