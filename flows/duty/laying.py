"""The duty plan follows the crew: laid out from the seats, and kept in step with them."""

from collections.abc import Sequence
from datetime import datetime

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Phase, Stream
from bot.desk import Desk
from bot.playbook import Role
from flows.duty import rules, shifts
from flows.duty.tables import Holding, Shift


def lay_out(desk: Desk, stream: Stream) -> None:
    """Plan all duties anew from the seats, if that changes anything; nothing of it has been worked yet."""
    planned = [(s.role, s.lane, s.seat, s.person_id, s.starts_at, s.ends_at) for s in shifts.of_stream(desk, stream)]
    wanted = _wanted(desk, stream)
    if planned == wanted:
        return
    for shift in shifts.of_stream(desk, stream):
        desk.session.delete(shift)
    desk.session.flush()
    for turn in wanted:
        shifts.add(desk, stream, *turn)


def turns(desk: Desk, stream: Stream, seat: Assignment) -> list[tuple[datetime, datetime]]:
    """When whoever sits in a seat is on, where they alternate with others: from the seats as they are, on air as laid out."""
    role = shifts.role_of(desk, stream, seat.role)
    if not role.rotates or stream.phase not in (*AHEAD, Phase.LIVE):
        return []
    if stream.phase is Phase.LIVE:
        laid = [(row.seat, row.starts_at, row.ends_at) for row in shifts.in_lane(desk, stream, role.key, 0)]
    else:
        laid = [
            (turn.seat, turn.starts_at, turn.ends_at) for turn in _alternating(stream, role, _sitters(desk, stream))
        ]
    several = len({number for number, _, _ in laid}) > 1
    return [(begins, ends) for number, begins, ends in laid if several and number == seat.seat]


def _wanted(desk: Desk, stream: Stream) -> list[tuple[str, int, int, int, datetime, datetime]]:
    """Every turn as the seats ask for it: role, lane, seat, person, from, to."""
    called = desk.house.playbook_of(stream).gate.roll_call.at(stream.starts_at, stream.ends_at)
    sitting, turns = _sitters(desk, stream), []
    for role in desk.house.playbook_of(stream).roles:
        if role.rotates:
            for turn in _alternating(stream, role, sitting):
                turns.append((role.key, 0, turn.seat, turn.person_id, turn.starts_at, turn.ends_at))
        else:
            people = _people(role, sitting)
            turns += [(role.key, who.seat, who.seat, who.person_id, called, stream.ends_at) for who in people]
    return turns


def _alternating(stream: Stream, role: Role, sitting: Sequence[Assignment]) -> list[rules.Turn]:
    return rules.lay_out(stream.starts_at, stream.ends_at, role.block, _people(role, sitting))


def _people(role: Role, sitting: Sequence[Assignment]) -> list[rules.Sitter]:
    return [rules.Sitter(seat.seat, seat.person_id or 0) for seat in sitting if seat.role == role.key]


def _sitters(desk: Desk, stream: Stream) -> list[Assignment]:
    return [seat for seat in roster.seats(desk, stream) if seat.person_id and seat.answer is not Answer.DECLINED]


def follow_crew(desk: Desk, stream: Stream) -> None:
    """The crew changed. Before the show the plan is made anew; on air only turns to come follow their seats."""
    if stream.phase in AHEAD:
        lay_out(desk, stream)
        if stream.phase is Phase.STANDBY:
            shifts.stand_by(desk, stream)
    elif stream.phase is Phase.LIVE:
        seats = {(seat.role, seat.seat): seat.person_id or 0 for seat in _sitters(desk, stream)}
        for shift in shifts.of_stream(desk, stream):
            if shift.seat and shift.state is not Holding.OFF:
                _follow_seat(desk, stream, shift, seats.get((shift.role, shift.seat)))
        _fill(desk, stream)


def _follow_seat(desk: Desk, stream: Stream, shift: Shift, person_id: int | None) -> None:
    """A turn to come changes hands; who is on stays on until somebody accepts, unless the person has left the team."""
    if shift.person_id == person_id:
        return
    if shift.state is Holding.PLANNED:
        if person_id:
            shift.person_id = person_id
        else:
            shift.state = Holding.OFF
    elif shift.lane or roster.membership(desk.session, stream.team_id, shift.person_id) is None:
        shifts.take_off(desk, stream, shift)


def _fill(desk: Desk, stream: Stream) -> None:
    """A lane that nobody holds gets the seat's holder at once."""
    held = {(shift.role, shift.lane) for shift in shifts.on_now(desk, stream)}
    for seat in _sitters(desk, stream):
        lane = 0 if shifts.role_of(desk, stream, seat.role).rotates else seat.seat
        if (seat.role, lane) in held:
            continue
        held.add((seat.role, lane))
        ends = max(stream.ends_at, desk.now)
        turn = rules.upcoming(shifts.in_lane(desk, stream, seat.role, lane))
        turn = turn or shifts.add(desk, stream, seat.role, lane, seat.seat, seat.person_id or 0, desk.now, ends)
        shifts.put_on(desk, stream, turn)
