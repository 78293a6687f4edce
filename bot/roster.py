"""Who is who, looked up from rows: members, leads, seats, and whom to call for a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot import register
from bot.crew import Answer, Assignment, Away, Member, Person, Phase, Qualification, Stream, Team
from bot.register import Span
from bot.words import Joined, Words, w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.playbook import Condition

NAMED = 3
"""Leads who are named to somebody who is none."""


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
    return [one for one in register.everybody(desk, team).values() if one[0].present]


def leads(desk: Desk, team: Team) -> Sequence[Person]:
    return [person for member, person in members(desk, team) if member.lead]


def qualified(desk: Desk, team: Team, role: str, *, backup: bool | None = None) -> Sequence[Person]:
    """Who holds a role (`backup=False`), backs it up (`True`), or either (None), holders first."""
    fitting = [
        one for one in register.held(desk, team).get(role, []) if one[1].present and backup in (None, one[2].backup)
    ]
    return [person for person, _, _ in sorted(fitting, key=lambda one: one[2].backup)]


def roles_of(desk: Desk, member: Member) -> Sequence[Qualification]:
    return desk.session.exec(
        select(Qualification)
        .where(Qualification.member_id == member.id)
        .order_by(col(Qualification.backup), col(Qualification.id))
    ).all()


def is_meant(desk: Desk, stream: Stream, when: Condition) -> bool:
    """Whether a line of the playbook is for this show: its length, platforms, products, crew, start, and the last time."""
    seated = Counter(seat.role for seat in seats(desk, stream) if seat.person_id and seat.answer is not Answer.DECLINED)
    local = stream.starts_at.astimezone(ZoneInfo(desk.zone_of(stream.team_id)))
    fits = when.met(stream.full_length, stream.platforms, stream.products) and when.fits(seated, local)
    return fits and (not when.again or register.has_a_last_time(desk, stream))


def seats(desk: Desk, stream: Stream) -> Sequence[Assignment]:
    """Every seat of a stream, in the playbook's order of roles; `person_id` is None where nobody sits."""
    return register.seats(desk, stream)


def crew(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Everybody who sits in a seat and did not decline, and the lead; each once, and nobody who has left the team."""
    ids = [seat.person_id for seat in seats(desk, stream) if seat.person_id and seat.answer is not Answer.DECLINED]
    gone = register.missing(desk, desk.team_of(stream)).gone
    return [desk.get(Person, person_id) for person_id in dict.fromkeys([*ids, stream.lead_id]) if person_id not in gone]


def concerned(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Who must hear that a show moves, or is off: its crew, and who has something to do for it without a seat."""
    others = {person_id for flow in desk.house.flows for person_id in flow.involved(desk, stream)}
    return once([*crew(desk, stream), *(desk.get(Person, person_id) for person_id in sorted(others))])


def holders(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Who holds a role now and is in the team still: on duty if duty says so, else those assigned, in seat order."""
    gone = register.missing(desk, desk.team_of(stream)).gone
    on = next(
        (people for flow in desk.house.flows if flow.on_duty and (people := flow.on_duty(desk, stream, role))), ()
    )
    return [person for person in on or assigned(desk, stream, role) if person.id not in gone]


def unheard(desk: Desk, stream: Stream) -> set[int]:
    """Who should be at work on air, and has not been heard of, or is out of the show."""
    return {person_id for flow in desk.house.flows for person_id in flow.unheard(desk, stream)}


def assigned(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    return [
        desk.get(Person, seat.person_id)
        for seat in seats(desk, stream)
        if seat.role == role and seat.person_id and seat.answer is not Answer.DECLINED
    ]


def barred(desk: Desk, stream: Stream, role: str, person: Person, *, but: str = "") -> Words | None:
    """Why a person can't sit in a role of a stream, as the flows say, all of them `but` one; None is that they can."""
    hooks = (flow.may for flow in desk.house.flows if flow.may and flow.name != but)
    return next((why for may in hooks if (why := may(desk, person, role, stream))), None)


def roles_in(desk: Desk, stream: Stream, person: Person) -> Sequence[str]:
    """The roles a person sits in for a stream."""
    return [
        seat.role for seat in seats(desk, stream) if seat.person_id == person.id and seat.answer is not Answer.DECLINED
    ]


def owner(desk: Desk, stream: Stream, role: str) -> Person:
    """Who answers for a role: its holder, else its substitute's in the playbook, else the lead."""
    return chain(desk, stream, role)[0]


def chain(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Whom to ask for a role, in order, each once: holders, whoever stands in, lead, deputy; nobody who is away."""
    people = [*holders(desk, stream, role), *_stand_ins(desk, stream, role), *_named(desk, stream)]
    return here(desk, stream, people) or lead_chain(desk, stream)


def _stand_ins(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """As the team has said; else the playbook's substitutes in the crew, then the backups."""
    for flow in desk.house.flows:
        if flow.stand_ins and (people := flow.stand_ins(desk, stream, role)):
            return people
    role_card = desk.house.playbook_of(stream).role(role)
    substitutes = role_card.stand_in if role_card else ()
    nearest = [person for substitute in substitutes for person in holders(desk, stream, substitute)]
    return [*nearest, *qualified(desk, desk.team_of(stream), role, backup=True)]


def once(people: Iterable[Person]) -> Sequence[Person]:
    """Each person once, in the order of first mention."""
    return list({person.id: person for person in people}.values())


def deputy(desk: Desk, stream: Stream) -> Person | None:
    """Whoever is asked after the lead: nobody is deputy whom no private word reaches."""
    chosen = desk.session.get(Person, stream.deputy_id) if stream.deputy_id else None
    return chosen if chosen and chosen.reachable else None


def _named(desk: Desk, stream: Stream) -> list[Person]:
    """The lead, and the deputy where there is one."""
    second = deputy(desk, stream)
    return [desk.get(Person, stream.lead_id), *([second] if second else [])]


def lead_chain(desk: Desk, stream: Stream) -> Sequence[Person]:
    """The stream's lead, its deputy, then the team's other leads whom a private word reaches; with all of them away,
    all of them."""
    team = desk.team_of(stream)
    gone = register.missing(desk, team).gone
    people = once([*_named(desk, stream), *leads(desk, team)])
    present = [person for person in people if person.id not in gone]
    reached = [person for person in present if person.reachable or person.id == stream.lead_id]
    return here(desk, stream, reached) or here(desk, stream, present) or present or people


def here(desk: Desk, stream: Stream, people: Iterable[Person]) -> Sequence[Person]:
    """Those, each once, who are in the team still and not away today."""
    return [person for person in once(people) if _is_here(desk, desk.team_of(stream), person)]


def is_away(desk: Desk, team: Team, person: Person) -> bool:
    """Whether a person is not to be called today; whoever was seen at work on air nevertheless is there."""
    today = day_of(team, desk.now)
    if person.id not in _away_between(desk, team, today, today):
        return False
    live = select(Stream).where(Stream.team_id == team.id, Stream.phase == Phase.LIVE)
    return not any(_is_at_work(desk, stream, person) for stream in desk.session.exec(live))


def within_call(desk: Desk, team: Team, people: Iterable[Person]) -> Sequence[Person]:
    """Those who are neither on air nor away, and have not left the team."""
    return [person for person in people if not desk.on_air(person) and _is_here(desk, team, person)]


def _is_here(desk: Desk, team: Team, person: Person) -> bool:
    return person.id not in register.missing(desk, team).gone and not is_away(desk, team, person)


def absences(desk: Desk, member: Member, since: date) -> Sequence[Away]:
    """A member's days away that are not over on a day, the soonest first."""
    return desk.session.exec(
        select(Away).where(Away.member_id == member.id, Away.last >= since).order_by(col(Away.first), col(Away.id))
    ).all()


def day_of(team: Team, at: datetime) -> date:
    """The day that it is for a team."""
    return at.astimezone(ZoneInfo(team.timezone)).date()


def away_from(desk: Desk, stream: Stream) -> dict[int, Span]:
    """Who is away on a day of the show, and from when until when."""
    team = desk.team_of(stream)
    return _away_between(desk, team, day_of(team, stream.starts_at), day_of(team, stream.ends_at))


def _away_between(desk: Desk, team: Team, first: date, last: date) -> dict[int, Span]:
    def look() -> dict[int, Span]:
        spans = register.missing(desk, team).away
        return {person_id: span for person_id, span in spans if span[0] <= last and first <= span[1]}

    return desk.session.remembered(Away, (team.id, first, last), look)


def _is_at_work(desk: Desk, stream: Stream, person: Person) -> bool:
    """On duty not by the plan alone: they have said themselves that they are there."""
    hooks = [flow.on_duty for flow in desk.house.flows if flow.on_duty]
    roles = {seat.role for seat in seats(desk, stream)}
    on = {one.id for on_duty in hooks for role in roles for one in on_duty(desk, stream, role)}
    return person.id in on and any(person.id in flow.came(desk, stream) for flow in desk.house.flows)


def leads_only(desk: Desk, stream: Stream | None = None) -> Words:
    """Why somebody may not, and three who may: of a show its own lead first."""
    team = desk.team_of(stream) if stream else desk.team
    everyone = lead_chain(desk, stream) if stream else leads(desk, team) if team else []
    there = [person for person in everyone if team and not is_away(desk, team, person)]
    return w("inbox-leads-only", who=Joined([person.name for person in (there or everyone)[:NAMED]] or ["—"]))


def decides(desk: Desk, stream: Stream, person_id: int) -> bool:
    """Whether a person leads a show, is its deputy, or leads the team; nobody does who has left it."""
    leading = {person.id for person in leads(desk, desk.team_of(stream))}
    has_left = person_id in register.missing(desk, desk.team_of(stream)).gone
    return not has_left and person_id in {stream.lead_id, stream.deputy_id, *leading}


def may_act(desk: Desk, stream: Stream, people: Iterable[Person]) -> bool:
    """Whether whoever writes or presses may act for these people: one of them, or a lead."""
    if desk.is_lead or desk.person.id in (stream.lead_id, stream.deputy_id):
        return True
    return desk.person.id in {person.id for person in people}
