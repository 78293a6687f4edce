"""Items that a lead adds by hand: never without an owner and a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import func, select

from bot.crew import Person, Stream
from bot.desk import Desk
from flows.prep import laying
from flows.prep.lists import Why
from flows.prep.tables import Item

BEFORE = (timedelta(days=1), timedelta(hours=12), timedelta(hours=3), timedelta(hours=1))
LEAD = timedelta(hours=2)


def offers(desk: Desk, stream: Stream) -> Sequence[tuple[timedelta, datetime]]:
    """Due times before the show that still lie ahead."""
    return [(span, stream.starts_at - span) for span in BEFORE if stream.starts_at - span > desk.now]


def add(desk: Desk, stream: Stream, what: str, owner: Person, due: datetime) -> Item:
    """Keep it, counted from the start, so that it moves with the stream."""
    number = desk.session.exec(select(func.count()).select_from(Item).where(Item.stream_id == stream.id)).one()
    item = desk.add(
        Item(
            stream_id=stream.id,
            key=f"hand:{number + 1}",
            en=what,
            zh=what,
            owner_id=owner.id,
            offset=int((due - stream.zero).total_seconds()),
            lead=int(LEAD.total_seconds()),
        )
    )
    laying.ask_for(desk, stream, [item], Why.ADDED)
    desk.log("prep-log-added", team_id=stream.team_id, stream_id=stream.id, item=item.title, owner=owner)
    desk.touch(stream)
    return item
