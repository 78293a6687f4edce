"""Asking people to sit in a show: the card, who is next after a no, and what the lead hears of it."""

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Piece, Words, w
from flows.plan import ask_cards, cards, crewing, named, refusals, seated

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
    taken = {
        (other.role, other.seat): other.person_id or 0 for other in seated.sitting(desk, stream) if other.id != seat.id
    }
    place = (seat.role, seat.seat)
    without = {(seat.role, person_id) for _, person_id in refusals.known(desk, stream)}
    bench = crewing.Bench(desk, desk.team_of(stream), stream)
    found = bench.suggestion([place], taken, without).get(place)
    return desk.get(Person, found) if found and found not in taken.values() else None


def offers(desk: Desk, stream: Stream, seat: Assignment, most: int | None = OFFERED) -> list[list[Button]]:
    """People to pick for a seat, each with what a lead should know; on the seat's own page also who could not come."""
    noes = refusals.noes(desk, stream, seat.role)
    bench = crewing.Bench(desk, desk.team_of(stream), stream).offered(seat.role)
    able = [one for one in bench if one.barred is None and one.person.id != seat.person_id]
    found = [one for one in able if one.person.id not in noes]
    found += [one for one in able if one not in found] if most is None else []
    return [
        [pick(seat, one.person.id, w("plan-option", who=one.person, reason=reason(desk, stream, seat, one)))]
        for one in found[:most]
    ]


def pick(seat: Assignment, person_id: int, label: Piece) -> Button:
    """Gives the seat to somebody; it knows from whom, since another lead may have been quicker."""
    return Button(label, "plan.pick", (seat.id, person_id, seated.held_by(seat)))


def reason(desk: Desk, stream: Stream, seat: Assignment, one: crewing.Option) -> Words:
    """What a lead should know: first of all what they said of it, then which seat of this show they have or would leave."""
    if one.person.id in refusals.noes(desk, stream, seat.role):
        return w("plan-said-no-once")
    if other := refusals.instead(desk, stream, seat, one.person):
        return w("plan-said-somebody", other=other)
    if left := seated.elsewhere(desk, stream, seat, one.person):
        return w(f"plan-{one.how}leaves", role=cards.names_of(desk, stream, left))
    if held := [other for other in seated.sitting(desk, stream) if other.person_id == one.person.id]:
        return w(f"plan-{one.how}also", role=cards.names_of(desk, stream, held))
    return crewing.reason(desk, one, stream)


def tell_lead(
    desk: Desk,
    stream: Stream,
    *lines: Piece,
    buttons: list[list[Button]],
    but: Person | None = None,
    card: str | None = None,
) -> Person | None:
    """The lead hears it; the deputy does where it is the lead's own doing. Says who it was."""
    people = [person for person in roster.lead_chain(desk, stream) if but is None or person.id != but.id]
    if not people:
        return None
    desk.say(desk.private(people[0], desk.team_of(stream)), *lines, buttons=buttons, card=card)
    return people[0]


def settle_news(desk: Desk, stream: Stream) -> None:
    """Whoever was looked for is found, or the show is past it: the lead's messages say how each seat stands."""
    begins = _news(stream)
    asked = {message.card for message in named.messages(desk, begins) if message.buttons}
    for card in named.cards(desk, begins):
        seat = desk.session.get(Assignment, int(card.removeprefix(begins)))
        if card not in asked or seat is None or seated.held_by(seat) or stream.phase not in AHEAD:
            settle(desk, stream, int(card.removeprefix(begins)))


def settle(desk: Desk, stream: Stream, seat_id: int) -> None:
    """Where the lead was asked who takes a seat stands how it is now."""
    seat, about = desk.session.get(Assignment, seat_id), {"title": stream.title, "at": stream.starts_at}
    card = f"{_news(stream)}{seat_id}"
    if stream.phase is Phase.CANCELLED:
        desk.show(card, *cards.show_lines(desk, stream))
    elif seat is None:
        desk.show(card, w("plan-seat-gone", **about))
    else:
        desk.show(card, w("plan-show", **about), cards.seat_line(desk, stream, seat, refusals.rows(desk, stream)))


def news(stream: Stream, seat: Assignment) -> str:
    """Where the lead looks for somebody: its buttons go once there is somebody."""
    return f"{_news(stream)}{seat.id}"


def _news(stream: Stream) -> str:
    return f"plan:gone:{stream.id}:"
