"""How a plan looks: the show's lines, its crew, and what each person was asked."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot import roster
from bot.crew import Answer, Assignment, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.playbook import Playbook
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.plan import refusals, rules
from flows.plan.presence import stands
from flows.plan.rules import Seat
from flows.plan.tables import Declined

Rows = list[list[Button]]
TURNS = 4
"""Turns of one seat that are named."""
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
    who, second = desk.person_named(stream.lead_id), roster.deputy(desk, stream)
    return w("plan-lead", who=who, deputy=second) if second else w("plan-lead-alone", who=who)


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


def turns_of(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> Joined:
    """The same, and when each is on, where several take turns: with another seat or another length that changes."""
    return Joined([_with_turns(desk, stream, seat) for seat in seats])


def _with_turns(desk: Desk, stream: Stream, seat: Assignment) -> Piece:
    spans = [span for flow in desk.house.flows for span in flow.turns(desk, stream, seat)]
    shown: list[Piece] = [w("plan-turn", begins=HourMinute(begins), ends=HourMinute(ends)) for begins, ends in spans]
    name = name_of(desk, stream, seat)
    return w("plan-seat-turns", role=name, turns=some(shown, TURNS)) if shown else name


def crew_lines(desk: Desk, stream: Stream) -> list[Piece]:
    """Every seat as it stands, with those who said no to it or suggested somebody; below stands what the one mark means that has no words."""
    noes, seats = refusals.rows(desk, stream), roster.seats(desk, stream)
    legend = [w("plan-legend")] if any(stands(desk, stream, seat) == Answer.ACCEPTED for seat in seats) else []
    return [*(seat_line(desk, stream, seat, noes) for seat in seats), *legend]


def seat_line(desk: Desk, stream: Stream, seat: Assignment, noes: Sequence[Declined] = ()) -> Words:
    """Beside an open seat, or one that somebody was asked for since, stands who said no, or suggested whom."""
    sitting = {other.person_id for other in roster.seats(desk, stream) if other.role == seat.role}
    before = [no for no in noes if no.role == seat.role and (seat.asked_at is None or no.at <= seat.asked_at)]
    said = _said(desk, seat, [no for no in before if no.person_id not in sitting])
    who = desk.person_named(seat.person_id)
    line = w(f"plan-seat-{stands(desk, stream, seat)}", role=name_of(desk, stream, seat), who=who)
    return w("plan-seat-after", seat=line, said=Joined(said)) if said else line


def _said(desk: Desk, seat: Assignment, noes: Sequence[Declined]) -> list[Piece]:
    """Who said no in one, then each who suggested somebody: by name, where that is not who is asked now."""
    said_no = [desk.person_named(no.person_id) for no in noes if no.suggested_id is None]
    found: list[Piece] = [w("plan-said-no", who=Joined(said_no))] if said_no else []
    for no in noes:
        if no.suggested_id:
            asked = no.suggested_id == seat.person_id and seat.answer is not Answer.DECLINED
            about = {"who": desk.person_named(no.person_id), "other": desk.person_named(no.suggested_id)}
            found.append(w("plan-said-this-one" if asked else "plan-said-other", **about))
    return found


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


def show_lines(desk: Desk, stream: Stream) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return [w("plan-cancelled-card", title=stream.title, at=stream.starts_at)]
    return [*head(desk, stream), lead_line(desk, stream), *crew_lines(desk, stream)]


def rows(buttons: Sequence[Button], columns: int = 1) -> Rows:
    return [list(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
