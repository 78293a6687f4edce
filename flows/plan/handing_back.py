"""Somebody stays in the team, and leads it no more or gave a role up: what becomes of their shows and their seats."""

from collections.abc import Sequence

from sqlmodel import col, or_, select

from bot.crew import OVER, Member, Person, Stream
from bot.desk import Desk
from bot.words import Piece, w
from flows.plan import leading


def stepped_down(desk: Desk, member: Member) -> Sequence[Piece]:
    """The shows go over to whoever leads now, who reads it once however many they are; the person reads to whom."""
    person, led = desk.get(Person, member.person_id), _led(desk, member)
    passed = [(stream, now) for stream in led if (now := leading.pass_on(desk, stream, person))]
    for now in {now.id: now for _, now in passed}.values():
        theirs = [stream for stream, leads in passed if leads is now]
        lines = [w("plan-show-line", title=one.title, at=one.starts_at) for one in theirs]
        place = desk.private(now, desk.team_of(theirs[0]))
        desk.say(place, w("plan-you-lead-instead", who=person, count=len(theirs)), *lines, w("plan-lead-changes"))
    return [w("plan-you-led", title=stream.title, at=stream.starts_at, who=now) for stream, now in passed]


def _led(desk: Desk, member: Member) -> Sequence[Stream]:
    """The shows not over that the person leads or is deputy of."""
    return desk.session.exec(
        select(Stream)
        .where(
            Stream.team_id == member.team_id,
            col(Stream.phase).not_in(OVER),
            or_(Stream.lead_id == member.person_id, Stream.deputy_id == member.person_id),
        )
        .order_by(col(Stream.starts_at))
    ).all()
