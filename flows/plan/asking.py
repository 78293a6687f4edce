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
    """Whoever was looked for is found, has answered, or the show is past it: the lead's messages say how each seat
    stands."""
    begins = _news(stream)
    with_keys = {message.card for message in named.messages(desk, begins) if message.buttons}
    for card in named.cards(desk, begins):
        if card not in with_keys or stream.phase not in AHEAD or not _waits(desk, card):
            _settle(desk, stream, card)


def settle(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """Where the lead was asked who takes a seat stands how it is now."""
    for card in (one for one in named.cards(desk, _news(stream)) if _seat_of(one) == seat.id):
        _settle(desk, stream, card)


def news(stream: Stream, seat: Assignment) -> str:
    """What the lead hears of a seat: its buttons go once there is somebody, or whoever was asked has answered."""
    return f"{_news(stream)}{seat.id}:{seated.held_by(seat)}"


def _news(stream: Stream) -> str:
    return f"plan:gone:{stream.id}:"


def _seat_of(card: str) -> int:
    return int(card.split(":")[-2])


def _waits(desk: Desk, card: str) -> bool:
    """Whether it is as it was told: somebody is looked for, or the same person has not answered."""
    seat = desk.session.get(Assignment, _seat_of(card))
    if seat is None or str(seated.held_by(seat)) != card.split(":")[-1]:
        return False
    return seat.answer is not Answer.ACCEPTED


def _settle(desk: Desk, stream: Stream, card: str) -> None:
    seat, about = desk.session.get(Assignment, _seat_of(card)), {"title": stream.title, "at": stream.starts_at}
    if stream.phase is Phase.CANCELLED:
        desk.show(card, *cards.show_lines(desk, stream))
    elif seat is None:
        desk.show(card, w("plan-seat-gone", **about))
    else:
        desk.show(card, w("plan-show", **about), cards.seat_line(desk, stream, seat, refusals.rows(desk, stream)))
