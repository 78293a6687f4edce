"""Who is who, looked up from rows: members, leads, seats, and whom to call for a role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from bot.crew import Answer, Assignment, Member, Person, Qualification, Stream, Team

if TYPE_CHECKING:
    from bot.desk import Desk


def membership(session: Session, team_id: int, person_id: int) -> Member | None:
    """The person's present membership."""
    return session.exec(
        select(Member).where(Member.team_id == team_id, Member.person_id == person_id, col(Member.present))
    ).first()


def former(session: Session, team_id: int, person_id: int) -> Member | None:
    """The membership of somebody who has left."""
    return session.exec(select(Member).where(Member.team_id == team_id, Member.person_id == person_id)).first()


def members(desk: Desk, team: Team) -> Sequence[tuple[Member, Person]]:
    """Everybody in the team, by when they came."""
    return desk.session.exec(
        select(Member, Person)
        .join(Person, col(Person.id) == Member.person_id)
        .where(Member.team_id == team.id, col(Member.present))
        .order_by(col(Member.id))
    ).all()


def leads(desk: Desk, team: Team) -> Sequence[Person]:
    return [person for member, person in members(desk, team) if member.lead]


def qualified(desk: Desk, team: Team, role: str, *, backup: bool | None = None) -> Sequence[Person]:
    """Who holds a role (`backup=False`), backs it up (`True`), or either (None), holders first."""
    query = (
        select(Person, Qualification)
        .join(Member, col(Member.person_id) == Person.id)
        .join(Qualification, col(Qualification.member_id) == Member.id)
        .where(Member.team_id == team.id, col(Member.present), Qualification.role == role)
        .order_by(col(Qualification.backup), col(Member.id))
    )
    return [person for person, held in desk.session.exec(query) if backup is None or held.backup == backup]


def roles_of(desk: Desk, member: Member) -> Sequence[Qualification]:
    return desk.session.exec(
        select(Qualification)
        .where(Qualification.member_id == member.id)
        .order_by(col(Qualification.backup), col(Qualification.id))
    ).all()


def seats(desk: Desk, stream: Stream) -> Sequence[Assignment]:
    """Every seat of a stream, in the playbook's order of roles; `person_id` is None where nobody sits."""
    return desk.session.remembered(Assignment, stream.id, lambda: _seats(desk, stream))


def _seats(desk: Desk, stream: Stream) -> Sequence[Assignment]:
    order = {role.key: place for place, role in enumerate(desk.house.playbook_of(stream).roles)}
    rows = desk.session.exec(select(Assignment).where(Assignment.stream_id == stream.id)).all()
    return sorted(rows, key=lambda seat: (order.get(seat.role, len(order)), seat.seat))


def crew(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Everybody who sits in a seat and did not decline, and the lead; each once."""
    ids = [seat.person_id for seat in seats(desk, stream) if seat.person_id and seat.answer is not Answer.DECLINED]
    return [desk.get(Person, person_id) for person_id in dict.fromkeys([*ids, stream.lead_id])]


def holders(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Who holds a role now: on duty if duty says so, else those assigned, in seat order."""
    for flow in desk.house.flows:
        if flow.on_duty and (people := flow.on_duty(desk, stream, role)):
            return people
    return assigned(desk, stream, role)


def assigned(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    return [
        desk.get(Person, seat.person_id)
        for seat in seats(desk, stream)
        if seat.role == role and seat.person_id and seat.answer is not Answer.DECLINED
    ]


def roles_in(desk: Desk, stream: Stream, person: Person) -> Sequence[str]:
    """The roles a person sits in for a stream."""
    return [
        seat.role for seat in seats(desk, stream) if seat.person_id == person.id and seat.answer is not Answer.DECLINED
    ]


def owner(desk: Desk, stream: Stream, role: str) -> Person:
    """Who answers for a role: its holder, else its substitute's in the playbook, else the lead."""
    return chain(desk, stream, role)[0]


def chain(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Whom to ask for a role, in order, each once: holders, substitutes in the crew, backups, lead, deputy."""
    role_card = desk.house.playbook_of(stream).role(role)
    people: list[Person] = [*holders(desk, stream, role)]
    for substitute in role_card.stand_in if role_card else ():
        people += holders(desk, stream, substitute)
    people += qualified(desk, desk.team_of(stream), role, backup=True)
    people += [desk.get(Person, person_id) for person_id in (stream.lead_id, stream.deputy_id) if person_id]
    return once(people)


def once(people: Iterable[Person]) -> Sequence[Person]:
    """Each person once, in the order of first mention."""
    return list({person.id: person for person in people}.values())


def lead_chain(desk: Desk, stream: Stream) -> Sequence[Person]:
    """The stream's lead, its deputy, then the team's other leads."""
    named = [desk.get(Person, person_id) for person_id in (stream.lead_id, stream.deputy_id) if person_id]
    return once([*named, *leads(desk, desk.team_of(stream))])


def may_act(desk: Desk, stream: Stream, people: Iterable[Person]) -> bool:
    """Whether whoever writes or presses may act for these people: one of them, or a lead."""
    if desk.is_lead or desk.person.id in (stream.lead_id, stream.deputy_id):
        return True
    return desk.person.id in {person.id for person in people}
