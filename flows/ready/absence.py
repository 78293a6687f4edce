"""Somebody on an open roll turns out to be away: what they said no longer holds, and the next in line is asked at once."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import select

from bot import roster
from bot.crew import Member, Phase, Stream, Team
from bot.desk import Desk
from bot.words import Piece
from flows.ready import gates, roll, rules
from flows.ready import unheard as silence
from flows.ready.tables import Decision

Days = tuple[date, date]


def missed(desk: Desk, member: Member, days: Days | None) -> Sequence[Piece]:
    """Planning asks a lead who takes over; here the seat goes back to silent. Who has left for good loses the seat,
    and the roll follows the crew."""
    today = roster.day_of(desk.get(Team, member.team_id), desk.now)
    if days is None or not days[0] <= today <= days[1]:
        return []
    for stream in desk.session.exec(
        select(Stream).where(Stream.team_id == member.team_id, Stream.phase == Phase.STANDBY)
    ):
        roll.let_go(desk, stream, member.person_id)
    return []


def came(desk: Desk, stream: Stream) -> set[int]:
    """Who is ready at the newest roll: by their own word, or a lead's."""
    return {line.person_id for line in rules.ready(roll.latest_lines(desk, stream)) if line.person_id}


def unheard(desk: Desk, stream: Stream) -> set[int]:
    """Who lost their seat since the roll was called; once the show goes ahead, who never answered it either; and was not
    seen at work since."""
    called = roll.newest(desk, stream) if stream.phase in (Phase.STANDBY, Phase.LIVE) else None
    if called is None:
        return set()
    lines = roll.lines_of(desk, stream, called) if _goes_ahead(desk, stream) else []
    silent = {line.person_id for line in silence.lines(desk, stream, lines) if line.person_id}
    return silent | silence.put_out(desk, stream, called)


def _goes_ahead(desk: Desk, stream: Stream) -> bool:
    """Nobody waits for the silent any more: it is on air, or will be."""
    newest = gates.newest(desk, stream)
    return stream.phase is Phase.LIVE or (newest is not None and newest.decision is Decision.GO)
