"""Updates → rows, and the rows to their handlers, in order."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, null, update
from sqlmodel import col, select

from bot.clock import Clock
from bot.handling import Handling, Heard
from bot.house import House
from bot.received import InboxState, Received
from bot.store import Session, Store
from bot.telegram import Edge, Unreachable

KEPT_FOR = timedelta(hours=48)
"""Bodies of updates, and the ids against which repeats are recognised."""
PORTION = 500
"""Rows forgotten in one transaction, so that a press never waits for them."""
AT_ONCE = 100
"""Updates read at once."""
TOGETHER = 32
"""Updates that share a commit at most, where so many wait."""
KEEP = insert(Received).values(state=InboxState.NEW)
FRESH = select(Received).where(Received.state == InboxState.NEW).order_by(col(Received.id)).limit(AT_ONCE)
ALLOWED = ("message", "callback_query", "my_chat_member", "chat_member")


class Inbox:
    """Keeps what Telegram sent, then handles it in order; what fails is kept with its error, and the next goes on."""

    def __init__(self, store: Store, edge: Edge, clock: Clock, house: House) -> None:
        self._store, self._clock = store, clock
        self._handling = Handling(store, edge, clock, house)
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit a batch as rows; those seen before are left out."""
        now = self._clock.now()
        numbered = _numbered(updates)

        def keep(session: Session) -> None:
            seen = _seen(session, list(numbered), now - KEPT_FOR)
            fresh = {number: one for number, one in numbered.items() if number not in seen}
            rows = [{"update_id": number, "received_at": now, "body": one} for number, one in fresh.items()]
            if rows:
                session.connection().execute(KEEP, rows)

        if numbered:
            await self._store.transaction(keep)
            self._wake.set()

    async def last_id(self) -> int | None:
        """The highest number, if it is fresh enough to go on from; after a week Telegram starts anywhere."""
        since = self._clock.now() - KEPT_FOR
        fresh = select(Received.update_id).where(
            col(Received.received_at) > since, col(Received.update_id).is_not(None)
        )
        highest = fresh.order_by(col(Received.update_id).desc()).limit(1)
        return await self._store.read(lambda session: session.exec(highest).first())

    async def run(self) -> None:
        """Handle until cancelled."""
        while True:
            self._wake.clear()
            await self.work()
            await self._wake.wait()

    async def work(self) -> None:
        """Handle everything that is new, in order; what comes meanwhile wakes us."""
        async with self._one_at_a_time:
            full = True
            while full:
                rows = await self._store.read(lambda session: session.exec(FRESH).all())
                await self._handle(rows)
                full = len(rows) == AT_ONCE

    async def purge(self) -> None:
        """Forget the bodies of what was handled, and the ids that can't come again; a portion at a time."""
        before = self._clock.now() - KEPT_FOR

        def forget(session: Session) -> int:
            old = (
                col(Received.received_at) < before,
                col(Received.update_id).is_not(None),
                col(Received.state) != InboxState.NEW,
            )
            ids = session.exec(select(Received.id).where(*old).limit(PORTION)).all()
            session.exec(update(Received).where(col(Received.id).in_(ids)).values(body=null(), update_id=None))
            return len(ids)

        while await self._store.transaction(forget):
            continue

    async def settle(self, seconds: float | None = None) -> None:
        """Wait until every press has been answered, or as long as may be."""
        await self._handling.settle(seconds)

    async def _handle(self, rows: Sequence[Received]) -> None:
        """One after another; a few that wait, and need nothing fetched before, share a commit."""
        together: list[Heard] = []
        for row in rows:
            heard = self._handling.hear(row)
            if len(together) == TOGETHER or (together and heard.alone):
                await self._handling.handle(together)
                together = []
            if heard.alone:
                await self._handling.handle([heard])
            else:
                together.append(heard)
        if together:
            await self._handling.handle(together)


def _numbered(updates: Sequence[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """By number; without one it can be neither confirmed nor known when it comes again, and so it is left out."""
    found = {one["update_id"]: one for one in updates if _is_number(one.get("update_id"))}
    if updates and not found:
        raise Unreachable("what came in the place of updates has no number")
    return found


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**63  # True is an int too


def _seen(session: Session, ids: Sequence[int], before: datetime) -> set[int]:
    """The numbers that came before. One of days ago is another update's: numbers start anywhere after a silence."""
    known = select(Received.update_id, Received.received_at).where(col(Received.update_id).in_(ids))
    found = {number: at for number, at in session.exec(known) if number is not None}
    if old := [number for number, at in found.items() if at < before]:
        stale = update(Received).where(col(Received.update_id).in_(old))
        session.exec(stale.where(col(Received.state) != InboxState.NEW).values(body=null()))
        session.exec(stale.values(update_id=None))
    return found.keys() - set(old)
