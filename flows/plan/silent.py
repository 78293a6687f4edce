"""Who has not answered, and which seats nobody has: one card of a show for its lead, kept true, that asks again."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, func, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Phase, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Piece, Words, w
from flows.plan import ask_cards, cards, presence, silence, vacant


def tell(desk: Desk, stream: Stream, *, last: bool = False) -> bool:
    """A new message only where it says something new: the first time, of whoever was asked since, and once more as
    the `last` word. Whoever was asked but once is asked again with it."""
    seats = unanswered(desk, stream)
    before = _last_given(desk, stream, "plan.silent")
    fresh = [seat for seat in seats if silence.is_news(desk, stream, seat.asked_at or stream.planned_at, before)]
    first = before is None and vacant.seats(desk, stream)
    more = last and before and before <= desk.now - silence.GAP and still_missing(desk, stream)
    if not (fresh or first or more):
        refresh(desk, stream)
        return False
    chased = _last_given(desk, stream, "plan.chase")
    once = [seat for seat in fresh if chased is None or (seat.asked_at and seat.asked_at > chased)]
    for person in people(desk, stream, once):
        ask_again(desk, stream, person)
    lead = desk.private(roster.lead_chain(desk, stream)[0], desk.team_of(stream))
    head = w("plan-silent-below", title=stream.title, at=stream.starts_at)
    desk.say(lead, *_lines(desk, stream), buttons=_buttons(desk, stream), card=_card(stream), below=head)
    return True


def still_missing(desk: Desk, stream: Stream) -> bool:
    """Whether somebody is silent, or a seat is open that the show can't do without."""
    return bool(unanswered(desk, stream) or vacant.required(desk, stream))


def again(desk: Desk, stream: Stream, person_id: str) -> None:
    """[Ask again]"""
    found = [one for one in people(desk, stream, unanswered(desk, stream)) if str(one.id) == person_id]
    if not found:
        desk.toast(w("plan-again-not"))
        refresh(desk, stream)
        return
    ask_again(desk, stream, found[0])
    desk.log("plan-log-asked-again", team_id=stream.team_id, stream_id=stream.id, whom=found[0])
    desk.toast(w("plan-again-asked", who=found[0]))
    refresh(desk, stream)


def ask_again(desk: Desk, stream: Stream, person: Person) -> None:
    ask_cards.ask(desk, stream, person, chased=True)


def refresh(desk: Desk, stream: Stream) -> None:
    """Somebody has answered, or another one is asked, or the show is past it."""
    if desk.shown([_card(stream)]):
        desk.show(_card(stream), *_lines(desk, stream), buttons=_buttons(desk, stream))


def unanswered(desk: Desk, stream: Stream) -> list[Assignment]:
    if stream.phase not in AHEAD:
        return []
    return [seat for seat in roster.seats(desk, stream) if presence.state(seat) == Answer.ASKED]


def people(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> list[Person]:
    """Nobody who is away today; the lead hears of them with the others."""
    found = [desk.get(Person, seat.person_id) for seat in seats]
    team = desk.team_of(stream)
    return [person for person in roster.once(found) if not roster.is_away(desk, team, person)]


def _last_given(desk: Desk, stream: Stream, kind: str) -> datetime | None:
    given = (Cue.kind == kind, Cue.subject == stream.id, Cue.state == CueState.GIVEN)
    return desk.session.exec(select(func.max(col(Cue.given_at))).where(*given)).one()


def _lines(desk: Desk, stream: Stream) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    about = {"title": stream.title, "at": stream.starts_at}
    if stream.phase not in AHEAD:
        return [w("plan-silent-over", **about)]
    seats, empty = unanswered(desk, stream), [seat for seat, _ in vacant.seats(desk, stream)]
    if not seats and not empty:
        return [w("plan-silent-none", **about)]
    lines: list[Piece] = [w("plan-silent", **about)] if seats else []
    lines += [_seat_line(desk, stream, seat) for seat in seats]
    if empty:
        lines.append(w("plan-silent-open-too") if seats else w("plan-silent-open", **about))
    return [*lines, *(w("plan-silent-nobody", role=cards.name_of(desk, stream, seat)) for seat in empty)]


def _seat_line(desk: Desk, stream: Stream, seat: Assignment) -> Words:
    role, asked = cards.name_of(desk, stream, seat), seat.asked_at or stream.planned_at
    about = {"role": role, "who": desk.person_named(seat.person_id), "asked": asked}
    again = ask_cards.again(desk, stream, seat)
    if again is None:
        return w("plan-silent-seat", **about)
    same_day = len({at.astimezone(ZoneInfo(desk.zone_of(stream.team_id))).date() for at in (asked, again)}) == 1
    return w("plan-silent-seat-again", again=HourMinute(again) if same_day else again, **about)


def _buttons(desk: Desk, stream: Stream) -> cards.Rows:
    """Who is silent is asked again, or somebody else sits there."""
    if stream.phase not in AHEAD:
        return []
    seats = unanswered(desk, stream)
    asked = [
        [Button(w("plan-again", who=person), "plan.again", (stream.id, person.id))]
        for person in people(desk, stream, seats)
    ]
    empty = [seat for seat, _ in vacant.seats(desk, stream)]
    return [*asked, *([_change(desk, stream, seat)] for seat in [*seats, *empty])]


def _change(desk: Desk, stream: Stream, seat: Assignment) -> Button:
    return Button(w("plan-change-seat", role=cards.name_of(desk, stream, seat)), "plan.seat", (seat.id,))


def _card(stream: Stream) -> str:
    return f"plan:silent:{stream.id}"
