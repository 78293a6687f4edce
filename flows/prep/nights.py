"""What would be asked for in quiet hours, and so be overdue by the morning, is asked for before them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.crew import Stream
from bot.desk import Desk
from flows.prep import rules
from flows.prep.rules import Dated

AHEAD_OF_THEM = timedelta(hours=1)
"""How long before quiet hours begin."""
AWAKE = timedelta(hours=1)
"""How long after a show its crew is still up."""


def asked_at(desk: Desk, stream: Stream, each: Dated) -> datetime:
    """When its owner is asked: at its time, or on the evening before, where that lies ahead."""
    at = rules.ping_at(each.item, each.due)
    if not each.item.lead or not comes_overdue(desk, stream, each):
        return at
    team = desk.team_of(stream)
    quiet = desk.house.quiet_of(team)
    begins = quiet[0] if quiet else at.time()
    local = at.astimezone(ZoneInfo(team.timezone))
    evening = datetime.combine(local.date(), begins, local.tzinfo)
    evening = (evening if evening <= local else evening - timedelta(days=1)) - AHEAD_OF_THEM
    over = (
        desk.now if each.item.from_start else stream.ends_at
    )  # what comes after the show is never asked for during it
    return evening.astimezone(at.tzinfo) if evening > max(desk.now, over) else at


def comes_overdue(desk: Desk, stream: Stream, each: Dated) -> bool:
    """Whether it is asked for in the night, and due before anybody hears of it."""
    morning = desk.house.quiet_until(desk, stream, at=rules.ping_at(each.item, each.due))
    return morning is not None and each.due <= morning


def sleeps_over(desk: Desk, stream: Stream, each: Dated) -> bool:
    """The same as a show ends, while its crew is up: that it is not much later."""
    at = rules.ping_at(each.item, each.due)
    morning = desk.house.quiet_until(desk, None, stream.team_id, at) if at > desk.now + AWAKE else None
    return each.item.lead > 0 and morning is not None and each.due <= morning
