"""Somebody will not be there, for some days or for good, or gave a role up: a lead is asked who takes over."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, or_, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Member, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button, Change
from bot.words import Piece, w
from flows.plan import ask_cards, asking, cards, leading, presence, shared, vacant

Days = tuple[date, date]


def missed(desk: Desk, member: Member, days: Days | None) -> Sequence[Piece]:
    """The person reads which shows are touched, and who sees to them."""
    person = desk.get(Person, member.person_id)
    if days is None:
        for stream in _streams(desk, member, Phase.LIVE, *AHEAD):
            _leaves(desk, stream, person)
        return []
    return [line for stream in _streams(desk, member, *AHEAD) for line in _absent(desk, stream, person, days)]


def gave_up(desk: Desk, member: Member, role: str) -> Sequence[Piece]:
    """The person reads of every seat in it that it stays theirs until a lead has picked somebody."""
    person = desk.get(Person, member.person_id)
    return [line for stream in _streams(desk, member, *AHEAD) for line in _without(desk, stream, person, role)]


def _without(desk: Desk, stream: Stream, person: Person, role: str) -> list[Piece]:
    seats = [seat for seat in _held(desk, stream, person) if seat.role == role]
    if not seats:
        return []
    about = {"roles": cards.names_of(desk, stream, seats), "title": stream.title, "at": stream.starts_at}
    line = w("plan-gave-up", who=person, **about)
    told = asking.tell_lead(desk, stream, line, buttons=_instead(desk, stream, seats), but=person)
    return [w("plan-gave-up-yours", who=told, **about) if told else w("plan-away-alone", **about)]


def _streams(desk: Desk, member: Member, *phases: Phase) -> Sequence[Stream]:
    """The shows in which the person sits, or which they lead."""
    sits = select(Assignment.stream_id).where(
        Assignment.person_id == member.person_id, Assignment.answer != Answer.DECLINED
    )
    return desk.session.exec(
        select(Stream)
        .where(
            Stream.team_id == member.team_id,
            col(Stream.phase).in_(phases),
            or_(col(Stream.id).in_(sits), Stream.lead_id == member.person_id, Stream.deputy_id == member.person_id),
        )
        .order_by(col(Stream.starts_at))
    ).all()


def _absent(desk: Desk, stream: Stream, person: Person, days: Days) -> list[Piece]:
    """What the person holds in a show of those days: its lead, and seats."""
    team = desk.team_of(stream)
    begins, ends = roster.day_of(team, stream.starts_at), roster.day_of(team, stream.ends_at)
    if ends < days[0] or days[1] < begins:
        return []
    leads = _lead_absent(desk, stream, person) if person.id == stream.lead_id else []
    return [*leads, *_seats_absent(desk, stream, person)]


def _lead_absent(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """The next of the leads who is there that day decides in the meantime, and may hand the show on for good."""
    away = presence.away(desk, stream)
    others = [one for one in roster.lead_chain(desk, stream) if one.id not in away and one.id != person.id]
    about = {"title": stream.title, "at": stream.starts_at}
    if not others:
        return [w("plan-away-no-lead", **about)]
    change = Button(w("plan-button-lead"), "plan.lead", (stream.id,))
    told = w("plan-away-leads", who=person, **about)
    desk.say(desk.private(others[0], desk.team_of(stream)), told, buttons=[[change]])
    return [w("plan-away-your-lead", who=others[0], **about)]


def _seats_absent(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """The seats stay the person's until a lead has picked somebody else."""
    seats = _held(desk, stream, person)
    if not seats:
        return []
    roles = cards.names_of(desk, stream, seats)
    line = w("plan-away-lead", who=person, roles=roles, title=stream.title, at=stream.starts_at)
    told = asking.tell_lead(desk, stream, line, buttons=_instead(desk, stream, seats), but=person)
    desk.touch(stream)
    shared.refresh_shared(desk, stream)
    about = {"roles": roles, "title": stream.title, "at": stream.starts_at}
    return [w("plan-away-yours", who=told, **about) if told else w("plan-away-alone", **about)]


def _leaves(desk: Desk, stream: Stream, person: Person) -> None:
    """What the person held is open; on air the seat stays as it is until somebody else is put there."""
    leading.succeed(desk, stream, person)
    seats = _held(desk, stream, person)
    if not seats:
        return
    roles = cards.names_of(desk, stream, seats)
    for seat in seats:
        if stream.phase in AHEAD:
            asking.put(desk, stream, seat, None)
            vacant.opened(desk, stream, seat)
        role = cards.name_of(desk, stream, seat)
        desk.log("plan-log-left", team_id=stream.team_id, stream_id=stream.id, whom=person, role=role)
    line = w("plan-left-lead", who=person, roles=roles, title=stream.title, at=stream.starts_at)
    asking.tell_lead(desk, stream, line, buttons=_instead(desk, stream, seats), but=person)
    desk.tell(stream, Change.CREW)
    ask_cards.refresh(desk, stream, person)


def _held(desk: Desk, stream: Stream, person: Person) -> list[Assignment]:
    return [seat for seat in ask_cards.seats_of(desk, stream, person) if seat.answer is not Answer.DECLINED]


def _instead(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> list[list[Button]]:
    """People to press for one seat; several seats, or nobody to offer, are seen to one by one."""
    if len(seats) == 1 and (found := asking.offers(desk, stream, seats[0])):
        return found
    return [
        [Button(w("plan-change-seat", role=cards.name_of(desk, stream, seat)), "plan.seat", (seat.id,))]
        for seat in seats
    ]
