"""How a plan looks: the show's lines, its crew, and what each person was asked."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.playbook import Playbook
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.plan import episodes, refusals, rules
from flows.plan.presence import stands, state
from flows.plan.rules import Seat
from flows.plan.tables import Declined, Every

Rows = list[list[Button]]
CLAIMS = 3
"""Open seats offered to the group at once."""
NAMED = 12
"""Names in the group's card at most."""


def show_card(stream: Stream) -> str:
    """The group's card of a show."""
    return f"plan:show:{stream.id}"


def lead_card(stream: Stream) -> str:
    """The card that /streams opens."""
    return f"plan:card:{stream.id}"


# The show


def head(desk: Desk, stream: Stream) -> list[Piece]:
    """Title, time, what it is for, and where."""
    return [w("plan-title", title=stream.title), when(stream), *aim(desk, stream), *where(stream)]


def when(stream: Stream) -> Words:
    return w("plan-when", begins=stream.starts_at, ends=HourMinute(stream.ends_at), length=stream.length)


def lasts(stream: Stream, start: datetime, minutes: int) -> Words:
    """How long it is from now on, and so until when."""
    length = timedelta(minutes=minutes)
    return w("plan-lasts", before=stream.full_length, after=length, ends=HourMinute(start + length))


def lead_line(desk: Desk, stream: Stream) -> Words:
    return w("plan-lead", who=desk.person_named(stream.lead_id), deputy=desk.person_named(stream.deputy_id))


def aim(desk: Desk, stream: Stream) -> list[Piece]:
    """Purpose and goal, as far as they are known."""
    purpose, number = purpose_name(desk.house.playbook_of(stream), stream.purpose), goal(desk, stream)
    if purpose and number:
        return [w("plan-aim", purpose=purpose, goal=number)]
    if number:
        return [w("plan-goal", goal=number)]
    return [w("plan-purpose", purpose=purpose)] if purpose else []


def where(stream: Stream) -> list[Piece]:
    """Where it is shown, and how much it presents, as far as that is known."""
    places, products = Joined(stream.platforms), stream.products
    if stream.platforms and products is not None:
        return [w("plan-where-products", platforms=places, products=products)]
    if products is not None:
        return [w("plan-products", products=products)]
    return [w("plan-where", platforms=places)] if stream.platforms else []


def purpose_name(playbook: Playbook, purpose: str) -> Piece:
    """A purpose of the playbook by its name in the reader's language, any other as typed."""
    return next((one.name for one in playbook.purposes if one.key == purpose), purpose)


def unit(desk: Desk, stream: Stream) -> Piece | None:
    """What its goal is counted in."""
    purposes = desk.house.playbook_of(stream).purposes
    return next((one.unit for one in purposes if one.key == stream.purpose), None)


def goal(desk: Desk, stream: Stream) -> Piece:
    counted = unit(desk, stream)
    if counted and rules.is_bare_number(stream.goal):
        return w("plan-goal-unit", goal=stream.goal, unit=counted)
    return stream.goal


# The crew


def seat_name(playbook: Playbook, seat: Seat, seats: Iterable[Seat]) -> Piece:
    """A role by its name, and its number where the stream has several of it."""
    role = playbook.role(seat[0])
    name: Piece = role.name if role else seat[0]
    several = sum(1 for other in seats if other[0] == seat[0]) > 1
    return w("plan-seat-number", role=name, number=seat[1]) if several else name


def places(seats: Iterable[Assignment]) -> list[Seat]:
    return [(seat.role, seat.seat) for seat in seats]


def name_of(desk: Desk, stream: Stream, seat: Assignment) -> Piece:
    return seat_name(desk.house.playbook_of(stream), (seat.role, seat.seat), places(roster.seats(desk, stream)))


def names_of(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> Joined:
    return Joined([name_of(desk, stream, seat) for seat in seats])


def crew_lines(desk: Desk, stream: Stream) -> list[Piece]:
    """Every seat as it stands, with those who said no to it."""
    noes = refusals.rows(desk, stream)
    return [_seat_line(desk, stream, seat, noes) for seat in roster.seats(desk, stream)]


def _seat_line(desk: Desk, stream: Stream, seat: Assignment, noes: Sequence[Declined]) -> Words:
    """Beside an open seat, or one that somebody was asked for since, stands who said no."""
    sitting = {other.person_id for other in roster.seats(desk, stream) if other.role == seat.role}
    before = [no for no in noes if no.role == seat.role and (seat.asked_at is None or no.at <= seat.asked_at)]
    said_no = [desk.person_named(no.person_id) for no in before if no.person_id not in sitting]
    who = desk.person_named(seat.person_id)
    line = w(f"plan-seat-{stands(desk, stream, seat)}", role=name_of(desk, stream, seat), who=who)
    return w("plan-seat-after-no", seat=line, who=Joined(said_no)) if said_no else line


def seat_button(desk: Desk, stream: Stream, seat: Assignment, act: str) -> Button:
    """The seat and its person, with the mark that its line has."""
    who = desk.person_named(seat.person_id)
    word = w(f"plan-crew-{stands(desk, stream, seat)}", role=name_of(desk, stream, seat), who=who)
    return Button(word, act, (seat.id,))


def waiting(desk: Desk, stream: Stream) -> list[str]:
    """The names of those who have not answered."""
    silent = [seat for seat in roster.seats(desk, stream) if stands(desk, stream, seat) == Answer.ASKED]
    return list(dict.fromkeys(desk.person_named(seat.person_id) for seat in silent))


def tally(desk: Desk, stream: Stream) -> Words:
    seats = roster.seats(desk, stream)
    accepted = sum(1 for seat in seats if stands(desk, stream, seat) == Answer.ACCEPTED)
    return w("plan-tally", accepted=accepted, seats=len(seats))


def some(roles: Sequence[Piece], most: int) -> Joined:
    """The first few, and how many more: it is read on a phone."""
    more = len(roles) - most
    return Joined([*roles[:most], *([w("plan-panel-more", count=more)] if more > 0 else [])])


def some_people(names: Sequence[str], most: int) -> Joined:
    """The same of people, whom Chinese counts with another word."""
    more = len(names) - most
    return Joined([*names[:most], *([w("plan-panel-more-people", count=more)] if more > 0 else [])])


# The group's card


def group_lines(desk: Desk, stream: Stream) -> list[Piece]:
    """What is new, who was asked, where the rest stands; how it goes on the board says."""
    if stream.phase is Phase.CANCELLED:
        return show_lines(desk, stream)
    people = [desk.person_named(seat.person_id) for seat in roster.seats(desk, stream) if _was_asked(seat)]
    lines: list[Piece] = [w("plan-new-show", title=stream.title), when(stream)]
    if people:
        lines.append(w("plan-new-asked", who=some_people(list(dict.fromkeys(people)), NAMED)))
    if empty := _unfilled(desk, stream):
        names = [name_of(desk, stream, seat) for seat in empty]
        lines.append(w("plan-new-open", roles=some(names, NAMED), seats=len(names)))
    return [*lines, w("plan-new-where")]


def _was_asked(seat: Assignment) -> bool:
    """Who takes a seat is asked and has answered in the same moment, so nobody asked them."""
    return seat.person_id is not None and seat.answered_at != seat.asked_at


def _unfilled(desk: Desk, stream: Stream) -> list[Assignment]:
    if stream.phase not in AHEAD:
        return []
    return [seat for seat in roster.seats(desk, stream) if state(seat) in ("open", Answer.DECLINED)]


# The show, with its whole crew


def show_lines(desk: Desk, stream: Stream) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return [w("plan-cancelled-card", title=stream.title, at=stream.starts_at)]
    return [*head(desk, stream), lead_line(desk, stream), *crew_lines(desk, stream)]


def claim_buttons(desk: Desk, stream: Stream) -> list[Button]:
    """[I'll take it] for seats with nobody."""
    return [claim_button(desk, stream, seat) for seat in _unfilled(desk, stream)[:CLAIMS]]


def claim_button(desk: Desk, stream: Stream, seat: Assignment) -> Button:
    return Button(w("plan-claim", role=name_of(desk, stream, seat)), "plan.claim", (seat.id,))


def rows(buttons: Sequence[Button], columns: int = 1) -> Rows:
    return [list(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]


# The lead's card


def lead_lines(desk: Desk, stream: Stream) -> list[Piece]:
    series = episodes.series_of(desk, stream)
    again: list[Piece] = [w(f"plan-repeats-{series.every}")] if series else []
    return [w("plan-phase", phase=w(f"phase-{stream.phase}")), *again, *show_lines(desk, stream)]


def lead_buttons(desk: Desk, stream: Stream) -> Rows:
    if stream.phase not in AHEAD:
        return [[_button("crew", stream), _button("lead", stream)]] if stream.phase is Phase.LIVE else []
    now = [[_button("crew", stream), _button("lead", stream)], [_button("move", stream), _button("cancel", stream)]]
    if not stream.rehearsal:
        now[0].append(_button("details", stream))
    if stream.phase is Phase.PREP:  # the checklist, from whoever keeps it
        now.insert(1, [one for flow in desk.house.flows if flow.name != "plan" for one in flow.board(desk, stream)])
    return now if stream.rehearsal else [*now, [_button("rehearse", stream)], _again_buttons(desk, stream)]


def _again_buttons(desk: Desk, stream: Stream) -> list[Button]:
    if episodes.series_of(desk, stream):
        return [_button("stop", stream)]
    return [Button(w(f"plan-repeat-{every}"), "plan.repeat", (stream.id, every)) for every in Every]


def _button(name: str, stream: Stream) -> Button:
    return Button(w(f"plan-button-{name}"), f"plan.{name}", (stream.id,))


def refresh_shared(desk: Desk, stream: Stream) -> None:
    """The group's card and the leads'."""
    desk.show(show_card(stream), *group_lines(desk, stream), buttons=rows(claim_buttons(desk, stream)))
    desk.show(lead_card(stream), *lead_lines(desk, stream), buttons=lead_buttons(desk, stream))
