"""What never arrived is on record, and a lead hears of it: once, however much it is by the time the lead reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot import roster, speaking
from bot.crew import LogEntry, Person, Team
from bot.message import Message
from bot.words import Joined, w

if TYPE_CHECKING:
    from bot.desk import Desk

RECORD = "undelivered-log"
ALWAYS = datetime.min.replace(tzinfo=UTC)


def own_up(desk: Desk, row: Message) -> None:
    """A message is given up that nobody ever saw."""
    team = desk.session.get(Team, row.team_id) if row.team_id else None
    card = f"undelivered:{team.id}" if team else ""
    if team is None or row.card == card:
        return
    desk.log(RECORD, team_id=team.id, whom=desk.get(Person, row.person_id) if row.person_id else team.title)
    leads = [lead for lead in roster.leads(desk, team) if lead.id != row.chat_id]
    if leads:
        _tell(desk, team, next((lead for lead in leads if lead.reachable), leads[0]), card)


def _tell(desk: Desk, team: Team, lead: Person, card: str) -> None:
    """All since a lead last read of it; what still waits to be sent is written anew."""
    told = select(Message).where(Message.card == card).order_by(col(Message.id).desc())
    earlier = desk.session.exec(told).all()
    since = max((message.sent_at for message in earlier if message.sent_at), default=ALWAYS)
    lost = desk.session.exec(
        select(LogEntry).where(LogEntry.team_id == team.id, LogEntry.key == RECORD, col(LogEntry.at) > since)
    ).all()
    line = w("undelivered-told", count=len(lost), whom=Joined(sorted({entry.args["whom"] for entry in lost})))
    if any(message.sent_at is None and message.error is None for message in earlier):
        desk.show(card, line)
    else:
        speaking.say(desk, desk.private(lead, team), [line], card=card)
