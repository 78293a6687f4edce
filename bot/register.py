"""The rows behind the roster: who is in a team, can do what, sits where, is missing; looked up once a unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import col, or_, select

from bot.crew import Assignment, Away, Member, Person, Phase, Qualification, Stream, Team

if TYPE_CHECKING:
    from bot.desk import Desk

Span = tuple[date, date]
Held = tuple[Person, Member, Qualification]

_EVERYBODY = select(Member, Person).join(Person).where(Member.team_id == bindparam("team")).order_by(col(Member.id))
_HELD = (
    select(Person, Member, Qualification)
    .join(Member, col(Member.person_id) == Person.id)
    .join(Qualification)
    .where(Member.team_id == bindparam("team"))
    .order_by(col(Member.id))
)
_SEATS = select(Assignment, Person).join(Person, isouter=True).where(Assignment.stream_id == bindparam("stream"))
_MISSING = (
    select(Member.person_id, Member.present, Away)
    .join(Away, isouter=True)
    .where(Member.team_id == bindparam("team"), or_(col(Away.id).is_not(None), col(Member.present).is_(False)))
    .order_by(col(Away.last))
)
"""Built once: building a statement takes as long as running it, and most steps ask these."""


@dataclass(frozen=True)
class Missing:
    """Who of a team can't be called: those who have left it, and those who have days away, the first to end first."""

    gone: set[int]
    away: Sequence[tuple[int, Span]]


def everybody(desk: Desk, team: Team) -> dict[int, tuple[Member, Person]]:
    """Who is or was in a team, by the person's id, in the order of joining."""

    def look() -> dict[int, tuple[Member, Person]]:
        return {
            person.id: (member, person) for member, person in desk.session.exec(_EVERYBODY, params={"team": team.id})
        }

    return desk.session.remembered(Member, team.id, look)


def held(desk: Desk, team: Team) -> dict[str, list[Held]]:
    """Who can do what in a team, by role, in the order of joining."""

    def look() -> dict[str, list[Held]]:
        by_role: dict[str, list[Held]] = {}
        for one in desk.session.exec(_HELD, params={"team": team.id}):
            by_role.setdefault(one[2].role, []).append(one)
        return by_role

    return desk.session.remembered(Qualification, team.id, look)


def seats(desk: Desk, stream: Stream) -> Sequence[Assignment]:
    """Every seat of a stream, in the playbook's order of roles. Who sits there is in hand from now on too."""

    def look() -> Sequence[Assignment]:
        order = {role.key: place for place, role in enumerate(desk.house.playbook_of(stream).roles)}
        rows = [seat for seat, _ in desk.session.exec(_SEATS, params={"stream": stream.id})]
        return sorted(rows, key=lambda seat: (order.get(seat.role, len(order)), seat.seat))

    return desk.session.remembered(Assignment, stream.id, look)


def missing(desk: Desk, team: Team) -> Missing:
    """Both in one statement: every ping asks it."""

    def look() -> Missing:
        rows = desk.session.exec(_MISSING, params={"team": team.id}).all()
        gone = {person_id for person_id, present, _ in rows if not present}
        return Missing(gone, [(person_id, (away.first, away.last)) for person_id, _, away in rows if away])

    return desk.session.remembered(Away, team.id, look)


def earlier(stream: Stream) -> tuple[ColumnElement[bool], ...]:
    """This team's shows before this one, but rehearsals and what was called off."""
    return (
        col(Stream.team_id) == stream.team_id,
        col(Stream.phase) != Phase.CANCELLED,
        col(Stream.starts_at) < stream.starts_at,
        col(Stream.rehearsal).is_(False),
    )


def has_a_last_time(desk: Desk, stream: Stream) -> bool:
    """Whether it is not the team's first show."""
    return desk.session.exec(select(Stream.id).where(*earlier(stream)).limit(1)).first() is not None
