"""Whoever is away when a review asks is asked once they are back, if that is before it is due."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import register, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from flows.retro import keeping, rules
from flows.retro.tables import Respondent, Review

AT = time(9)
"""Of the first day that they are back, in the team's zone."""
DAY = timedelta(days=1)


def back(desk: Desk, stream: Stream, by: Respondent) -> datetime | None:
    """When somebody who is away today is back; None: they are there, or have left for good."""
    team = desk.team_of(stream)
    member, person = register.everybody(desk, team).get(by.person_id, (None, None))
    if member is None or person is None or not member.present or not roster.is_away(desk, team, person):
        return None
    last = roster.day_of(team, desk.now)
    for absence in roster.absences(desk, member, last):
        if absence.first <= last + DAY:
            last = max(last, absence.last)
    return datetime.combine(last + DAY, AT, ZoneInfo(team.timezone)).astimezone(UTC)


def is_here(desk: Desk, stream: Stream, by: Respondent) -> bool:
    return bool(roster.here(desk, stream, [desk.get(Person, by.person_id)]))


def among(desk: Desk, stream: Stream, some: Iterable[Respondent]) -> list[Respondent]:
    return [each for each in some if back(desk, stream, each)]


def awaited(desk: Desk, stream: Stream, review: Review) -> list[Respondent]:
    """The silent who will be asked before it is due, or were."""
    silent = rules.silent(keeping.respondents(desk, review))
    return [each for each in silent if (at := back(desk, stream, each)) is None or at < review.due_at]
