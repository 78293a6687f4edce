"""The duty plan as rows: who is on, put on, taken off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import roster
from bot.between import Served
from bot.crew import Person, Phase, Stream
from bot.desk import Desk
from bot.playbook import Role
from flows.duty import rules
from flows.duty.tables import Holding, Shift


@dataclass(frozen=True)
class Lane:
    """A duty that is handed on: a role whose people alternate, or one seat of another."""

    role: str
    lane: int


def role_of(desk: Desk, stream: Stream, key: str) -> Role:
    role = desk.house.playbook_of(stream).role(key)
    if role is None:
        raise LookupError(f"no role {key} in the playbook")
    return role


_OF_STREAM = select(Shift).where(Shift.stream_id == bindparam("stream"))
"""Built once: every board asks it."""


def of_stream(desk: Desk, stream: Stream) -> list[Shift]:
    """Every shift of a stream, in the playbook's order of roles."""
    order = {role.key: place for place, role in enumerate(desk.house.playbook_of(stream).roles)}
    about = {"stream": stream.id}
    rows = desk.session.remembered(Shift, stream.id, lambda: desk.session.exec(_OF_STREAM, params=about).all())
    return sorted(rows, key=lambda row: (order.get(row.role, len(order)), row.lane, row.starts_at, row.id))


def lanes(desk: Desk, stream: Stream) -> list[tuple[Lane, list[Shift]]]:
    found: dict[Lane, list[Shift]] = {}
    for shift in of_stream(desk, stream):
        found.setdefault(Lane(shift.role, shift.lane), []).append(shift)
    return list(found.items())


def in_lane(desk: Desk, stream: Stream, role: str, lane: int) -> list[Shift]:
    return next((turns for key, turns in lanes(desk, stream) if key == Lane(role, lane)), [])


def on_now(desk: Desk, stream: Stream, role: str | None = None) -> list[Shift]:
    """The shifts being worked, of one role or all."""
    return [s for s in of_stream(desk, stream) if s.state is Holding.ON and role in (None, s.role)]


def holder(desk: Desk, stream: Stream, role: str, lane: int) -> Shift | None:
    """The shift being worked in a lane."""
    return next((s for s in in_lane(desk, stream, role, lane) if s.state is Holding.ON), None)


def successor(desk: Desk, stream: Stream, shift: Shift) -> Shift | None:
    """The turn that comes after, if somebody else has it."""
    return rules.successor(of_stream(desk, stream), shift)


def add(
    desk: Desk,
    stream: Stream,
    role: str,
    lane: int,
    seat: int,
    person_id: int,
    starts_at: datetime,
    ends_at: datetime,
) -> Shift:
    return desk.add(
        Shift(
            stream_id=stream.id,
            role=role,
            lane=lane,
            seat=seat,
            person_id=person_id,
            starts_at=starts_at,
            ends_at=ends_at,
        )
    )


def stand_by(desk: Desk, stream: Stream) -> None:
    """Roll call: whoever does not take turns is on from here to the wrap."""
    for shift in of_stream(desk, stream):
        if shift.lane and shift.state is Holding.PLANNED:
            shift.state, shift.on_at = Holding.ON, desk.now


def go_live(desk: Desk, stream: Stream) -> None:
    """The first of every lane goes on; each later turn gets its hand-off."""
    for _, turns in lanes(desk, stream):
        first = rules.first_on(turns, desk.now)
        for turn in turns:
            if turn is first:
                put_on(desk, stream, turn)
            elif first and turn.starts_at < first.starts_at:
                turn.state = Holding.OFF
            else:
                plan_card(desk, stream, turn)


def plan_card(desk: Desk, stream: Stream, turn: Shift) -> None:
    before = desk.house.playbook_of(stream).handoff.before
    desk.cue("duty.card", turn.id, team_id=stream.team_id, stream=stream, at=turn.starts_at - before)


def put_on(desk: Desk, stream: Stream, shift: Shift) -> None:
    """The person is on duty from now; whoever is in front of the camera is watched by the hour."""
    role, person = role_of(desk, stream, shift.role), desk.get(Person, shift.person_id)
    if shift.state is not Holding.ON:
        desk.log("duty-log-on", team_id=stream.team_id, stream_id=stream.id, person=person, role=role.name)
    if shift.state is not Holding.ON or role.on_air:
        shift.state, shift.on_at = Holding.ON, desk.now
    if role.on_air:
        watch(desk, stream, shift, desk.now)
    desk.touch(stream)


def watch(desk: Desk, stream: Stream, shift: Shift, since: datetime) -> None:
    """Plan the two warnings about long hours on air."""
    hours = desk.house.playbook_of(stream).hours
    for note, span in (("warn", hours.warn), ("hard", hours.hard)):
        if since + span > desk.now:
            desk.cue("duty.hours", shift.id, team_id=stream.team_id, stream=stream, at=since + span, note=note)


def take_off(desk: Desk, stream: Stream, shift: Shift) -> None:
    """The person is off duty; out of sight of the camera, what was held for them comes."""
    shift.state, shift.off_at = Holding.OFF, desk.now
    desk.drop("duty.hours", shift.id)
    person = desk.get(Person, shift.person_id)
    if role_of(desk, stream, shift.role).on_air and person.id not in on_air(desk):
        desk.off_air(person)
    desk.touch(stream)


def carry_on(desk: Desk, stream: Stream, shift: Shift, following: Shift) -> None:
    """The next turn is the same person's: no hand-off, and the hours go on counting."""
    shift.state, shift.off_at = Holding.OFF, desk.now
    desk.drop("duty.hours", shift.id)
    following.state, following.on_at = Holding.ON, shift.on_at
    if role_of(desk, stream, shift.role).on_air:
        watch(desk, stream, following, shift.on_at or desk.now)
    desk.touch(stream)


def end_all(desk: Desk, stream: Stream) -> None:
    """The show is over: everybody is off, nothing more is planned."""
    for shift in of_stream(desk, stream):
        desk.drop("duty.card", shift.id)
        if shift.state is Holding.ON:
            take_off(desk, stream, shift)
        elif shift.state is Holding.PLANNED:
            shift.state = Holding.OFF


_AT_WORK = (
    select(Shift, Stream)
    .join(Stream, col(Stream.id) == Shift.stream_id)
    .where(Shift.state == Holding.ON, Stream.phase == Phase.LIVE)
)
"""Built once: whoever writes to people in private asks it."""


def on_air(desk: Desk) -> set[int]:
    """Who is on duty in front of the camera of a show that is live."""
    rows = desk.session.exec(_AT_WORK)
    return {shift.person_id for shift, stream in rows if role_of(desk, stream, shift.role).on_air}


def served(desk: Desk, stream: Stream) -> list[Served]:
    """Who was on duty on air, in which seat: whoever stepped in has that of the one before them."""
    found: list[Served] = []
    for lane, turns in lanes(desk, stream):
        seat = lane.lane
        worked = [(turn.on_at, turn) for turn in turns if turn.on_at and (turn.off_at or desk.now) > stream.zero]
        for since, turn in sorted(worked, key=lambda one: (one[0], one[1].id)):
            seat = turn.seat or seat
            found.append(Served(turn.role, seat, turn.person_id, since))
    return found


def on_duty(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Who holds a role now, while live."""
    if stream.phase is not Phase.LIVE:
        return []
    return roster.once(desk.get(Person, shift.person_id) for shift in on_now(desk, stream, role))
