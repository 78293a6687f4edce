"""Who said no to a show, or suggested somebody else, and for which role: they are not asked again, until it moves to
another day."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.crew import Assignment, Person, Stream
from bot.desk import Desk
from flows.plan import seated
from flows.plan.tables import Declined


def keep(desk: Desk, stream: Stream, seat: Assignment, person: Person, suggested: Person | None = None) -> None:
    """What they say last counts: who suggested somebody may say no later."""
    take_back(desk, stream, seat, person)
    other = suggested.id if suggested else None
    desk.add(Declined(stream_id=stream.id, role=seat.role, person_id=person.id, at=desk.now, suggested_id=other))


def take_back(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> None:
    """They come after all."""
    for row in rows(desk, stream):
        if (row.role, row.person_id) == (seat.role, person.id):
            desk.session.delete(row)


def known(desk: Desk, stream: Stream) -> set[tuple[str, int]]:
    """The role and the person of each: nobody asks them again by themselves."""
    return {(row.role, row.person_id) for row in rows(desk, stream)}


def said_no(desk: Desk, stream: Stream) -> set[tuple[str, int]]:
    """Those alone who cannot come; whoever suggested somebody may still do it."""
    return {(row.role, row.person_id) for row in rows(desk, stream) if row.suggested_id is None}


def noes(desk: Desk, stream: Stream, role: str) -> set[int]:
    """Who cannot come: they said so of this role, or of another one and have nothing left in the show."""
    return {person for said, person in said_no(desk, stream) if said == role} | out(desk, stream)


def out(desk: Desk, stream: Stream) -> set[int]:
    """Who cannot come, and has nothing left in the show."""
    sitting = {seat.person_id for seat in seated.sitting(desk, stream)}
    return {person for _, person in said_no(desk, stream)} - sitting


def is_absent_deputy(desk: Desk, stream: Stream, person: Person) -> bool:
    """Whether somebody who cannot come is still asked after the lead."""
    return person.id == stream.deputy_id and person.id in out(desk, stream)


def instead(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> Person | None:
    """Whom somebody has suggested for a seat."""
    theirs = (row.suggested_id for row in rows(desk, stream) if (row.role, row.person_id) == (seat.role, person.id))
    return next((desk.get(Person, other) for other in theirs if other), None)


def rows(desk: Desk, stream: Stream) -> Sequence[Declined]:
    return desk.session.exec(select(Declined).where(Declined.stream_id == stream.id).order_by(col(Declined.id))).all()


def forget(desk: Desk, stream: Stream) -> None:
    for row in rows(desk, stream):
        desk.session.delete(row)
