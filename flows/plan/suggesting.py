"""[Suggest someone]: who is asked names somebody else for the seat, and the lead asks them, or keeps who has it."""

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Piece, w
from flows.plan import answering, asking, cards, crewing, named, refusals, seated, shared


def suggest(desk: Desk, stream: Stream, asked: str, number: str = "") -> None:
    """Who could do it instead, as buttons; whoever is asked for several seats says first which."""
    seats = answering.mine(desk, stream, asked)
    if not seats:
        return
    seats = [seat for seat in seats if seat.answer is Answer.ASKED] or seats
    chosen = [seat for seat in seats if str(seat.id) == number] or seats
    if len(chosen) > 1:
        about = (stream.id, desk.person.id)
        which = [Button(cards.name_of(desk, stream, seat), "plan.suggest", (*about, seat.id)) for seat in chosen]
        place, card = desk.private(desk.person, desk.team), _who(stream, desk.person)
        rows = [*cards.rows(which), _none(stream)]
        desk.say(place, w("plan-suggest-which"), buttons=rows, card=card)
        return
    _offer(desk, stream, chosen[0], asked_which=bool(number))


def _offer(desk: Desk, stream: Stream, seat: Assignment, *, asked_which: bool) -> None:
    role, found = cards.name_of(desk, stream, seat), crewing.instead(desk, stream, seat, desk.person)
    if not found:
        desk.toast(w("plan-suggest-nobody", role=role), alert=True)
        return
    place, card = desk.private(desk.person, desk.team), _who(stream, desk.person)
    people = [[Button(w("plan-name", who=one), "plan.suggested", (seat.id, one.id))] for one in found[: asking.OFFERED]]
    people.append(_none(stream))
    if asked_which:
        desk.post(place, card, w("plan-suggest-who", role=role), buttons=people)
    else:
        desk.say(place, w("plan-suggest-who", role=role), buttons=people, card=card)


def _who(stream: Stream, person: Person) -> str:
    """Where somebody is asked whom they suggest."""
    return f"plan:suggest:{stream.id}:{person.id}"


def _none(stream: Stream) -> list[Button]:
    return [Button(w("talk-cancel"), "plan.suggest_none", (stream.id,))]


def leave(desk: Desk, stream: Stream) -> None:
    """[Cancel]: what they were asked waits on their card."""
    desk.show(_who(stream, desk.person), w("plan-suggest-left"))


def suggested(desk: Desk, seat: Assignment, person_id: str) -> None:
    """The lead hears the name, and asks that person, or leaves the seat as it is, with one press."""
    known = int(person_id) if person_id.isdecimal() else 0
    stream, other = desk.get(Stream, seat.stream_id), desk.session.get(Person, known)
    if other is None or seat.person_id != desk.person.id or stream.phase not in AHEAD:
        desk.toast(w("plan-seat-moved-on"))
        return
    refusals.keep(desk, stream, seat, desk.person, other)
    card = f"{_begins(stream)}{seat.id}:{desk.person.id}:{other.id}"
    lead = roster.lead_chain(desk, stream)[0]
    lines = [_head(desk, stream, seat, desk.person, other, lead), *_cost(desk, stream, seat, other)]
    asking.tell_lead(desk, stream, *lines, buttons=[_buttons(seat, desk.person, other, lead)], card=card)
    thanks = w("plan-suggested", who=lead)
    desk.show(_who(stream, desk.person), _head(desk, stream, seat, desk.person, other, desk.person), thanks)
    desk.toast(thanks)


def _begins(stream: Stream) -> str:
    """How the lead's cards begin: the seat, who suggests, and whom, come behind it."""
    return f"plan:suggested:{stream.id}:"


def _head(desk: Desk, stream: Stream, seat: Assignment, who: Person, other: Person, reader: Person) -> Piece:
    """As whoever suggests reads it, whoever is suggested, or a lead."""
    key = {who.id: "plan-suggested-mine", other.id: "plan-suggested-you"}.get(reader.id, "plan-suggested-lead")
    role = cards.name_of(desk, stream, seat)
    return w(key, who=who, other=other, role=role, title=stream.title, at=stream.starts_at)


def _cost(desk: Desk, stream: Stream, seat: Assignment, other: Person) -> list[Piece]:
    """What else the lead should know of somebody, such as the seat that they would leave."""
    options = crewing.Bench(desk, desk.team_of(stream), stream).offered(seat.role)
    return [
        w("plan-who-barred", who=other, why=asking.reason(desk, stream, seat, one))
        for one in options
        if one.person.id == other.id
    ]


def _buttons(seat: Assignment, who: Person, other: Person, lead: Person) -> list[Button]:
    ask = asking.pick(seat, other.id, w("plan-do-it" if other.id == lead.id else "plan-ask-other", who=other))
    return [ask, Button(w("plan-keep", who=who), "plan.keep", (seat.id, who.id, other.id))]


def keep(desk: Desk, seat: Assignment, who: str, other: str) -> None:
    """[Keep …]: whoever suggested somebody is asked once more, and reads whose wish it is."""
    stream = desk.get(Stream, seat.stream_id)
    card = f"{_begins(stream)}{seat.id}:{who}:{other}"
    if not desk.shown([card]) or not _is_open(stream, seat, int(who)):
        desk.toast(w("plan-again-not"))
        return
    person = desk.get(Person, int(who))
    refusals.take_back(desk, stream, seat, person)
    about = {"by": desk.person, "role": cards.name_of(desk, stream, seat), "other": desk.get(Person, int(other))}
    key = "plan-kept-yours-plain" if int(other) == desk.person.id else "plan-kept-yours"
    asking.ask(desk, stream, person, w(key, **about))
    desk.toast(w("plan-again-asked", who=person))
    _settle(desk, stream, card)
    shared.refresh_shared(desk, stream)


def refresh(desk: Desk, stream: Stream) -> None:
    """Somebody else sits there, or who has it has answered after all, or the show is past it."""
    for card in named.cards(desk, _begins(stream)):
        seat_id, who, _ = (int(part) for part in card.removeprefix(_begins(stream)).split(":"))
        seat = desk.session.get(Assignment, seat_id)
        if seat is None or not _is_open(stream, seat, who):
            _settle(desk, stream, card)


def _settle(desk: Desk, stream: Stream, card: str) -> None:
    seat_id, who, other = (int(part) for part in card.removeprefix(_begins(stream)).split(":"))
    seat = desk.session.get(Assignment, seat_id)
    if seat is None:
        desk.show(card, w("plan-seat-gone", title=stream.title, at=stream.starts_at))
        return
    lead = roster.lead_chain(desk, stream)[0]
    head = _head(desk, stream, seat, desk.get(Person, who), desk.get(Person, other), lead)
    desk.show(card, head, cards.seat_line(desk, stream, seat))


def _is_open(stream: Stream, seat: Assignment, who: int) -> bool:
    return stream.phase in AHEAD and seat.answer is Answer.ASKED and seated.held_by(seat) == who
