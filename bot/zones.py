"""Which clock typed times are read by: the one that the same reader is shown times by, and when it must be named."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.crew import Person, Team
from bot.whereabouts import active_team
from bot.words import HourMinute, Piece, Words, Zone, w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.house import House
    from bot.incoming import Incoming
    from bot.place import Place
    from bot.store import Session


def typed_in(desk: Desk) -> str:
    """Of what is typed now: in private the writer's own zone, else the team's."""
    if desk.who and not desk.in_group:
        return desk.private(desk.who, desk.team).reader.zone
    return desk.team.timezone if desk.team else desk.house.timezone


def known_before(session: Session, house: House, incoming: Incoming) -> str:
    """The same, before a unit of work opens."""
    writer = session.get(Person, incoming.author.id) if incoming.author and incoming.private else None
    team = active_team(session, incoming)
    return (writer and writer.timezone) or (team.timezone if team else house.timezone)


def named(desk: Desk, place: Place) -> list[Piece]:
    """Under a question for a time, where the reader's zone is not the team's."""
    return [w("zone-read", zone=Zone(place.reader.zone))] if _apart(desk, place) else []


def told(desk: Desk, place: Place, at: datetime | HourMinute) -> datetime | HourMinute | Words:
    """What was understood, with the zone where the reader's is not the team's."""
    return w("zone-at", at=at, zone=Zone(place.reader.zone)) if _apart(desk, place) else at


def _apart(desk: Desk, place: Place) -> bool:
    return place.team_id is not None and place.reader.zone != desk.get(Team, place.team_id).timezone
