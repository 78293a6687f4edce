"""Asking people to sit in a show: the card, who is next after a no, and what the lead hears of it."""

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import Piece, Words, w
from flows.plan import ask_cards, cards, crewing, refusals, rules

OFFERED = 5
"""People a lead is offered for a seat along with news; all of them are on the seat's own page."""


def ask(desk: Desk, stream: Stream, person: Person, *before: Piece) -> None:
    """Who is away today finds the card without a sound."""
    ask_cards.ask(desk, stream, person, *before, silent=roster.is_away(desk, desk.team_of(stream), person))


def put(desk: Desk, stream: Stream, seat: Assignment, person: Person | None) -> None:
    """Seat somebody, not asked yet; whoever puts themselves there has accepted."""
    seat.person_id = person.id if person else None
    seat.asked_at = desk.now if person else None
    seat.asked_for = stream.starts_at if person else None
    own = person is not None and desk.who is not None and person.id == desk.who.id
    seat.answer = Answer.ACCEPTED if own else Answer.ASKED
    seat.answered_at = desk.now if own else None


def next_for(desk: Desk, stream: Stream, seat: Assignment) -> Person | None:
    """Who is asked after a no: free, not in another seat, and nobody who said no to this show already."""
    taken = {(other.role, other.seat): other.person_id or 0 for other in sitting(desk, stream) if other.id != seat.id}
    place = (seat.role, seat.seat)
    without = {(seat.role, person_id) for _, person_id in refusals.known(desk, stream)}
    bench = crewing.Bench(desk, desk.team_of(stream), stream)
    found = bench.suggestion([place], taken, without).get(place)
    return desk.get(Person, found) if found and found not in taken.values() else None


def sitting(desk: Desk, stream: Stream) -> list[Assignment]:
    """The seats with somebody who did not decline."""
    return [seat for seat in roster.seats(desk, stream) if seat.person_id and seat.answer is not Answer.DECLINED]


def offers(desk: Desk, stream: Stream, seat: Assignment, most: int | None = OFFERED) -> list[list[Button]]:
    """People to pick for a seat, each with what a lead should know."""
    said_no = refusals.known(desk, stream)
    found = [
        one
        for one in crewing.Bench(desk, desk.team_of(stream), stream).offered(seat.role)
        if one.barred is None and one.person.id != seat.person_id and (seat.role, one.person.id) not in said_no
    ]
    return [
        [pick(seat, one.person.id, w("plan-option", who=one.person, reason=_reason(desk, stream, seat, one)))]
        for one in found[:most]
    ]


def pick(seat: Assignment, person_id: int, label: Piece) -> Button:
    """Gives the seat to somebody; it knows from whom, since another lead may have been quicker."""
    return Button(label, "plan.pick", (seat.id, person_id, held_by(seat)))


def held_by(seat: Assignment) -> int:
    """Whom the seat counts on; 0 is nobody."""
    return seat.person_id or 0 if seat.answer is not Answer.DECLINED else 0


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


def _reason(desk: Desk, stream: Stream, seat: Assignment, one: crewing.Option) -> Words:
    """What a lead should know: first of all, which seat of this show the person has or would leave."""
    if left := elsewhere(desk, stream, seat, one.person):
        return w("plan-stands-in-leaves" if one.stands_in else "plan-leaves", role=cards.names_of(desk, stream, left))
    if held := [other for other in sitting(desk, stream) if other.person_id == one.person.id]:
        return w("plan-stands-in-also" if one.stands_in else "plan-also", role=cards.names_of(desk, stream, held))
    return crewing.reason(desk, one, stream)


def tell_lead(
    desk: Desk,
    stream: Stream,
    *lines: Piece,
    buttons: list[list[Button]],
    but: Person | None = None,
    seat: Assignment | None = None,
) -> Person | None:
    """The lead hears it; the deputy does where it is the lead's own doing. Says who it was. Where it is about a seat
    that is open, its buttons go once somebody sits there."""
    people = [person for person in roster.lead_chain(desk, stream) if but is None or person.id != but.id]
    if not people:
        return None
    card = f"{_news(stream)}{seat.id}" if seat else None
    desk.say(desk.private(people[0], desk.team_of(stream)), *lines, buttons=buttons, card=card)
    return people[0]


def settle_news(desk: Desk, stream: Stream) -> None:
    """Whoever was looked for is found, or the show is past it: the lead's message keeps its words alone."""
    begins = _news(stream)
    theirs = (col(Message.card) > begins, col(Message.card) < f"{begins}:")  # as a range the index finds them
    for message in desk.session.exec(select(Message).where(*theirs)):
        seat = desk.session.get(Assignment, int((message.card or "").removeprefix(begins)))
        if seat is None or held_by(seat) or stream.phase not in AHEAD:
            message.strip_buttons(desk.now)


def _news(stream: Stream) -> str:
    return f"plan:gone:{stream.id}:"
