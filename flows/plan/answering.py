"""What people answer to being asked: yes or no."""

from bot import roster
from bot.crew import AHEAD, UNDER_WAY, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Button, Change
from bot.words import Piece, w
from flows.plan import ask_cards, asking, cards, presence, refusals, vacant


def accept(desk: Desk, stream: Stream, asked: str, number: str = "") -> None:
    """[Accept]: all seats that the person was asked for, or one of them while the others wait; where none waits for an
    answer, those turned down before."""
    seats = mine(desk, stream, asked, number)
    if seats is None:
        return
    back = [] if _answered(seats, Answer.ASKED) else _answered(seats, Answer.DECLINED)
    seats = _answered(seats, Answer.ASKED) or back
    if not seats:
        desk.toast(w("plan-accepted-already"))
        return
    for seat in seats:
        seat.answer, seat.answered_at = Answer.ACCEPTED, desk.now
        refusals.take_back(desk, stream, seat, desk.person)
    desk.log("plan-log-accepted", team_id=stream.team_id, stream_id=stream.id)
    desk.tell(stream, Change.CREW if back else Change.ANSWER)  # what left their hands with the seat comes back
    for seat in back:
        _say_that_they_are_back(desk, stream, seat)
    roles = cards.turns_of(desk, stream, seats)
    if last := presence.away(desk, stream).get(desk.person.id):
        desk.toast(w("plan-accepted-away", roles=roles, last=last), alert=True)
    else:
        desk.toast(w("plan-accepted", roles=roles, at=stream.starts_at))
    ask_cards.refresh(desk, stream, desk.person)


def _say_that_they_are_back(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """The lead who was asked for somebody else hears it."""
    role = cards.name_of(desk, stream, seat)
    line = w("plan-back", who=desk.person, role=role, title=stream.title, at=stream.starts_at)
    asking.tell_lead(desk, stream, line, buttons=[], but=desk.person)


def decline(desk: Desk, stream: Stream, asked: str) -> None:
    """[Decline]: the next person is asked, or the lead is. A seat that was accepted stays while another one waits."""
    seats = mine(desk, stream, asked)
    if seats is None:
        return
    seats = _answered(seats, Answer.ASKED) or _answered(seats, Answer.ACCEPTED)
    if not seats:
        desk.toast(w("plan-declined-already"))
        return
    for seat in seats:
        seat.answer, seat.answered_at = Answer.DECLINED, desk.now
        refusals.keep(desk, stream, seat, desk.person)
    desk.log("plan-log-declined", team_id=stream.team_id, stream_id=stream.id)
    person = desk.person
    for seat in seats:
        _replace(desk, stream, seat, person)
    desk.toast(w("plan-declined", who=roster.lead_chain(desk, stream)[0]))
    desk.tell(stream, Change.CREW)
    ask_cards.refresh(desk, stream, person)


def mine(desk: Desk, stream: Stream, asked: str, number: str = "") -> list[Assignment] | None:
    """The presser's seats, or the one that they pressed, if they were asked, still have them, and it is not too late."""
    if asked != str(desk.person.id):
        desk.refuse(w("plan-not-yours", who=desk.person_named(int(asked) if asked.isdigit() else None)))
    seats = [seat for seat in ask_cards.seats_of(desk, stream, desk.person) if number in ("", str(seat.id))]
    if stream.phase not in AHEAD:
        key = "plan-too-late-yours" if stream.phase in UNDER_WAY else "plan-too-late"
        lead = roster.lead_chain(desk, stream)[0]
        desk.toast(w(key, phase=w(f"phase-{stream.phase}"), who=lead), alert=True)
        return None
    if not seats:
        desk.toast(w("plan-seat-moved-on"), alert=True)
        ask_cards.refresh(desk, stream, desk.person)
        return None
    return seats


def _answered(seats: list[Assignment], answer: Answer) -> list[Assignment]:
    return [seat for seat in seats if seat.answer is answer]


def _replace(desk: Desk, stream: Stream, seat: Assignment, before: Person) -> None:
    """Ask the next person, and tell the lead; with nobody left, ask the lead to pick."""
    role = cards.name_of(desk, stream, seat)
    about = {"who": before, "role": role, "title": stream.title, "at": stream.starts_at}
    absent = refusals.is_absent_deputy(desk, stream, before)
    deputy: list[Piece] = [w("plan-declined-deputy", who=before)] if absent else []
    lead = [[Button(w("plan-button-lead"), "plan.lead", (stream.id,))]] if absent else []
    if other := asking.next_for(desk, stream, seat):
        asking.put(desk, stream, seat, other)
        asking.ask(desk, stream, other)
        change = Button(w("plan-someone-else"), "plan.seat", (seat.id,))
        said = w("plan-declined-next", other=other, **about)
        card = asking.news(stream, seat)
        asking.tell_lead(desk, stream, said, *deputy, buttons=[[change], *lead], but=before, card=card)
        return
    vacant.opened(desk, stream, seat)
    asking.settle(desk, stream, seat)
    found = asking.offers(desk, stream, seat)
    others = any(one.id != before.id for one in roster.qualified(desk, desk.team_of(stream), seat.role))
    line = w(f"plan-declined-{'open' if others else 'stand-ins' if found else 'nobody'}", **about)
    change = Button(w("plan-change-seat", role=role), "plan.seat", (seat.id,))
    buttons = [*(found or [[change]]), *lead]
    asking.tell_lead(desk, stream, line, *deputy, buttons=buttons, but=before, card=asking.news(stream, seat))
