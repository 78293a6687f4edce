"""Absences: who is away is neither scheduled nor pinged."""

from zoneinfo import ZoneInfo

from sqlmodel import select

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import Words, w
from flows.team.rules import is_away
from flows.team.tables import Away


def leave(desk: Desk, text: str) -> None:
    """/away with days: kept; alone: what is kept."""
    assert desk.member is not None
    days = desk.understood.days if desk.understood else None
    if not text:
        _show(desk)
    elif days is None:
        desk.refuse(w("team-away-unclear"))
    elif days[1] < desk.now.astimezone(ZoneInfo(desk.here.reader.zone)).date():
        desk.refuse(w("team-away-past"))
    else:
        desk.add(Away(member_id=desk.member.id, first=days[0], last=days[1]))
        desk.reply(w("team-away-kept", first=days[0], last=days[1]))


def may(desk: Desk, person: Person, _role: str, stream: Stream) -> Words | None:
    """Why a person who is away can't sit in a stream."""
    member = roster.membership(desk.session, stream.team_id, person.id)
    if member is None:
        return w("team-may-gone")
    zone = ZoneInfo(desk.zone_of(stream.team_id))
    first, last = stream.starts_at.astimezone(zone).date(), stream.ends_at.astimezone(zone).date()
    span = is_away([(away.first, away.last) for away in _of(desk, member.id)], first, last)
    return w("team-may-away", first=span[0], last=span[1]) if span else None


def _show(desk: Desk) -> None:
    assert desk.member is not None
    today = desk.now.astimezone(ZoneInfo(desk.here.reader.zone)).date()
    kept = [
        w("team-away-line", first=away.first, last=away.last)
        for away in _of(desk, desk.member.id)
        if away.last >= today
    ]
    desk.reply(*(kept or [w("team-away-none")]), w("team-away-how"))


def _of(desk: Desk, member_id: int) -> list[Away]:
    return list(desk.session.exec(select(Away).where(Away.member_id == member_id)))
