"""Data has an end: what nobody needs any more is deleted, a little at a time, kind by kind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import SQLModel, col, select

from bot import belongings
from bot.clock import Clock
from bot.config_model import Retention
from bot.crew import OVER, LogEntry, Stream
from bot.desk import Desk
from bot.door import Link
from bot.house import House
from bot.message import Delivery, Message
from bot.received import InboxState, Received
from bot.replies import OPEN, Conversation
from bot.store import Session, Store

PORTION = 200
"""Rows deleted in one transaction, so that a press never waits for them."""
BREATH = 0.05
"""Seconds between two portions."""


class Sweeper:
    """Deletes what is older than its kind is kept."""

    def __init__(self, store: Store, clock: Clock, house: House, kept: Retention) -> None:
        self._store, self._clock, self._house, self._kept = store, clock, house, kept

    async def sweep(self) -> None:
        """Everything that has come to its end by now."""
        now, kept = self._clock.now(), self._kept
        await self._sweep(Link, col(Link.expires_at) < now)
        for days, kind, at, ended in (
            (kept.updates, Received, col(Received.received_at), col(Received.state) != InboxState.NEW),
            (kept.messages, Message, col(Message.queued_at), col(Message.state).in_((Delivery.SENT, Delivery.FAILED))),
            (kept.questions, Conversation, col(Conversation.opened_at), col(Conversation.standing).not_in(OPEN)),
            (kept.log, LogEntry, col(LogEntry.at), col(LogEntry.stream_id).is_(None)),
        ):
            if days:
                await self._sweep(kind, ended & (at < now - timedelta(days=days)))
        if kept.shows:
            await self._portions(lambda session: self._forget_show(session, now))

    async def _sweep(self, kind: type[SQLModel], gone: ColumnElement[bool]) -> None:
        """All rows of a kind for which this is so."""
        table = SQLModel.metadata.tables[str(kind.__tablename__)]
        key = next(iter(table.primary_key))

        def portion(session: Session) -> int:
            keys = session.connection().execute(table.select().with_only_columns(key).where(gone).limit(PORTION))
            found = list(keys.scalars())
            session.connection().execute(delete(table).where(key.in_(found)))
            return len(found)

        await self._portions(portion)

    async def _portions(self, portion: Callable[[Session], int]) -> None:
        while True:
            if not await self._store.transaction(portion):
                return
            await asyncio.sleep(BREATH)

    def _forget_show(self, session: Session, now: datetime) -> int:
        """One show that was over long ago, with all that was kept of it; one that still gives work stays."""
        before = now - timedelta(days=self._kept.shows or 0)
        over = select(Stream).where(
            col(Stream.phase).in_(OVER), func.coalesce(col(Stream.closed_at), col(Stream.starts_at)) < before
        )
        desk = Desk(session, self._house, now)
        for stream in session.exec(over.order_by(col(Stream.starts_at))):
            if not any(flow.keeps(desk, stream) for flow in self._house.flows if flow.keeps):
                belongings.erase(session, stream.id, "stream")
                return 1
        return 0
