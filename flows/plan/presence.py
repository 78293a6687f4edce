"""Whoever is away when a show is on does not count as its crew, whatever was accepted before."""

from datetime import date

from sqlmodel import col, select

from bot import roster
from bot.crew import Answer, Assignment, Away, Member, Phase, Stream
from bot.desk import Desk

AWAY = "away"
ROLL_IS_AHEAD = (Phase.PLANNED, Phase.PREP)
"""From the roll call on everybody says for themselves whether they are there."""


def away(desk: Desk, stream: Stream) -> dict[int, date]:
    """Who is away on a day of the show, and until when."""
    team = desk.team_of(stream)
    first, last = roster.day_of(team, stream.starts_at), roster.day_of(team, stream.ends_at)
    return desk.session.remembered(Away, (team.id, first, last), lambda: _away(desk, team.id, first, last))


def _away(desk: Desk, team_id: int, first: date, last: date) -> dict[int, date]:
    found = desk.session.exec(
        select(Member, Away)
        .join(Away, col(Away.member_id) == Member.id)
        .where(Member.team_id == team_id, Away.first <= last, Away.last >= first)
        .order_by(col(Away.last))
    )
    return {member.person_id: absence.last for member, absence in found}


def state(seat: Assignment) -> str:
    """How a seat stands: `open`, or what its person answered."""
    return seat.answer if seat.person_id else "open"


def stands(desk: Desk, stream: Stream, seat: Assignment) -> str:
    """The same, or `away` where its person will not be there."""
    said = state(seat)
    if said in (Answer.ASKED, Answer.ACCEPTED) and stream.phase in ROLL_IS_AHEAD:
        return AWAY if seat.person_id in away(desk, stream) else said
    return said
