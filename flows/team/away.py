"""Absences: who is away is neither scheduled nor called, and a show in those days gets somebody else."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot import register, roster
from bot.crew import AHEAD, Assignment, Away, Member, Person, Stream, Team
from bot.desk import Desk
from bot.flow import Button, Change
from bot.words import Joined, Piece, Words, w
from flows.team.cards import days
from flows.team.mine import memberships

DAY = timedelta(days=1)
LONGEST = timedelta(days=366)
MONTHS = timedelta(days=60)
"""More than this is shown before it is kept: a slip in a date would take somebody off every show."""


def leave(desk: Desk, text: str) -> None:
    """/away with days: kept; alone: what is kept. In private it holds for every team that the person is in."""
    mine, said = memberships(desk), desk.understood.days if desk.understood else None
    if not text.strip():
        _show(desk, mine)
    elif said is None:
        desk.refuse(w("team-away-unclear"))
    elif problem := _problem(desk, *said):
        desk.refuse(problem)
    elif said[1] - said[0] > MONTHS:
        _ask_sure(desk, mine[0], *said)
    else:
        desk.reply(*_keep(desk, mine, *said))


def keep(desk: Desk, member: Member, *said: str) -> None:
    """[Yes, keep it], under days that were shown."""
    _must_be_own(desk, member)
    try:
        first, last = (date.fromisoformat(each) for each in said)
    except ValueError:
        desk.refuse(w("inbox-gone"))
    if problem := _problem(desk, first, last):
        desk.refuse(problem)
    desk.show(_sure(desk.person, first, last), *_keep(desk, memberships(desk), first, last))


def _problem(desk: Desk, first: date, last: date) -> Words | None:
    """Why these days can't be kept."""
    if last < first:
        return w("team-away-end-first", days=days(desk, first, last))
    if last < _today(desk):
        return w("team-away-past")
    return w("team-away-long") if last - first > LONGEST else None


def _ask_sure(desk: Desk, member: Member, first: date, last: date) -> None:
    count = (last - first) // DAY + 1
    yes = Button(w("team-away-yes"), "team.away", (member.id, first.isoformat(), last.isoformat()))
    asked = w("team-away-sure", days=days(desk, first, last), count=count)
    desk.reply(asked, buttons=[[yes]], card=_sure(desk.person, first, last))


def take_back(desk: Desk, member: Member, number: str) -> None:
    """[I am there after all]"""
    _must_be_own(desk, member)
    away = desk.session.get(Away, int(number)) if number.isdecimal() else None
    mine = memberships(desk)
    if away and away.member_id == member.id:
        span = (away.first, away.last)
        for same in [one for other in mine for one in roster.absences(desk, other, away.first)]:
            if (same.first, same.last) == span:
                desk.session.delete(same)
        desk.session.flush()
        for other in mine:
            _there_again(desk, other, *span)
        desk.toast(w("team-away-back", days=days(desk, *span)))
    desk.show(_card(desk.person), *_lines(desk, mine), buttons=_buttons(desk, mine))


def _must_be_own(desk: Desk, member: Member) -> None:
    if member.person_id != desk.person.id:
        desk.refuse(w("talk-not-yours", who=desk.person_named(member.person_id)))


def _there_again(desk: Desk, member: Member, first: date, last: date) -> None:
    """The shows of those days have somebody again: every card of theirs says so."""
    team = desk.get(Team, member.team_id)
    mine = select(Assignment.stream_id).where(Assignment.person_id == member.person_id)
    ahead = select(Stream).where(Stream.team_id == team.id, col(Stream.phase).in_(AHEAD), col(Stream.id).in_(mine))
    for stream in desk.session.exec(ahead):
        if roster.day_of(team, stream.starts_at) <= last and first <= roster.day_of(team, stream.ends_at):
            desk.tell(stream, Change.CREW)


def may(desk: Desk, person: Person, _role: str, stream: Stream) -> Words | None:
    """Why a person who is away can't sit in a stream."""
    team = desk.team_of(stream)
    member, _ = register.everybody(desk, team).get(person.id, (None, None))
    if member is None or not member.present:
        return w("team-may-gone")
    span = roster.away_from(desk, stream).get(person.id)
    return w("team-may-away", days=days(desk, *span)) if span else None


def _keep(desk: Desk, mine: list[Member], first: date, last: date) -> list[Piece]:
    lines: list[Piece] = [w("team-away-kept", days=days(desk, first, last))]
    if len(mine) > 1:
        lines.append(w("team-away-in", teams=Joined([desk.get(Team, member.team_id).title for member in mine])))
    for member in mine:
        if not any((away.first, away.last) == (first, last) for away in roster.absences(desk, member, first)):
            desk.add(Away(member_id=member.id, first=first, last=last))
            lines += [line for flow in desk.house.flows for line in flow.missed(desk, member, (first, last))]
    return [*lines, w("team-away-undo")]


def _show(desk: Desk, mine: list[Member]) -> None:
    desk.reply(*_lines(desk, mine), buttons=_buttons(desk, mine), card=_card(desk.person))


def _lines(desk: Desk, mine: list[Member]) -> list[Piece]:
    kept: list[Piece] = [w("team-away-line", days=days(desk, first, last)) for first, last in _coming(desk, mine)]
    return [*(kept or [w("team-away-none")]), w("team-away-how")]


def _buttons(desk: Desk, mine: list[Member]) -> list[list[Button]]:
    return [
        [Button(w("team-away-after-all", days=days(desk, first, last)), "team.back", (away.member_id, away.id))]
        for (first, last), away in _coming(desk, mine).items()
    ]


def _coming(desk: Desk, mine: list[Member]) -> dict[tuple[date, date], Away]:
    """What is not over yet; days that several teams keep are shown once."""
    rows = [away for member in mine for away in roster.absences(desk, member, _today(desk))]
    return {(away.first, away.last): away for away in sorted(rows, key=lambda away: away.first)}


def _today(desk: Desk) -> date:
    return desk.now.astimezone(ZoneInfo(desk.here.reader.zone)).date()


def _sure(person: Person, first: date, last: date) -> str:
    return f"team:away-sure:{person.id}:{first}:{last}"


def _card(person: Person) -> str:
    return f"team:away:{person.id}"
