"""The only sender: takes pending message rows, keeps Telegram's pace, and writes down what became of them."""

import asyncio
import contextlib
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import bindparam, func
from sqlmodel import col, select

from bot import faults, telegram
from bot.carrier import Carrier, Sent
from bot.clock import Clock
from bot.delivery import LONGEST_WAIT, give_up, record_delivered, record_refused
from bot.house import House
from bot.message import Delivery, Message, Priority
from bot.pace import Pace
from bot.store import Session, Store

log = structlog.get_logger()

LAST_SENDS = 2.5
"""Seconds that what is under way gets at the end; what has no answer by then may be sent again."""
LAST_RECORD = 1.5
"""Seconds to write that down, where the database can't be had; what is not written down is sent again."""
IDLE = 30.0
"""Seconds after which the sender looks again without being woken."""
STEP_EVERY = 0.01
"""Seconds between two steps at least, so that a busy sender writes down many answers together; an idle one never waits."""
AT_ONCE = 60
"""Calls under way at most, where none of them is a live call."""
FOR_LIVE = 10
"""Beyond these, for live calls alone: they come any time, and should not find all connections taken by chats that hang."""
IN_ORDER = (col(Message.priority), col(Message.queued_at), col(Message.id))
"""The most urgent, then the longest waiting."""
WAITING = (
    select(  # type: ignore[call-overload]
        Message.id, Message.priority, Message.chat_id, Message.pin, Message.not_before, Message.attempts
    )
    .where(Message.state == Delivery.PENDING)
    .order_by(*IN_ORDER)
)
THESE = select(Message).where(col(Message.id).in_(bindparam("ids", expanding=True)))
"""These two are built once: every step of the sender asks them."""

Chosen = tuple[Sequence[Message], float | None]
"""What may be sent now, and the seconds until something else may."""


class Outbox:
    """Sends concurrently to many chats, one at a time to each, the most urgent first."""

    def __init__(
        self,
        store: Store,
        edge: telegram.Edge,
        clock: Clock,
        pace: Pace,
        house: House,
    ) -> None:
        self._store, self._clock, self._pace, self._house = store, clock, pace, house
        self._carrier = Carrier(store, edge, clock, house)
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._under_way: dict[int, asyncio.Task[Sent]] = {}
        self._recalled = False

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled; what is under way is finished and written down first."""
        try:
            while True:
                self._wake.clear()
                began = self._clock.monotonic()
                wait = await self.step()
                await self._until_something_happens(wait)
                if (early := began + STEP_EVERY - self._clock.monotonic()) > 0:
                    await asyncio.sleep(early)
        finally:
            await asyncio.shield(self._finish())

    async def drain(self) -> None:
        """Send everything that may go now: for tests and for rehearsals that wait until all is said."""
        while True:
            wait = await self.step()
            if self._under_way:
                await asyncio.wait(self._under_way.values())
            elif wait is None or wait > 0:
                return

    async def step(self) -> float | None:
        """Record what was sent, start what may be sent; seconds until the next may go, None where nothing waits."""
        async with self._one_at_a_time:
            await self._recall()
            chosen = await self._record()
            rows, wait = chosen if chosen else await self._store.read(self._choose)
            return min((one for one in (wait, self._start(rows)) if one is not None), default=None)

    async def _recall(self) -> None:
        """The waits that Telegram asked for before this process was started still hold."""
        if self._recalled:
            return
        now = self._clock.now()
        waiting = select(Message.chat_id, func.max(Message.not_before)).where(
            Message.state == Delivery.PENDING, Message.attempts == 0, col(Message.not_before) > now
        )
        pauses = await self._store.read(lambda session: session.exec(waiting.group_by(col(Message.chat_id))).all())
        for chat_id, until in pauses:
            self._pace.pause(chat_id, (until - now).total_seconds() if until else 0)
        self._recalled = True

    def _start(self, rows: Sequence[Message]) -> float | None:
        """Each goes as far as the ones before it leave room."""
        for row in rows:
            if (wait := self._wait(row)) > 0:
                return wait
            self._pace.begin(row.chat_id, board=row.pin)
            sending = asyncio.create_task(self._carrier.carry(row))
            sending.add_done_callback(lambda _sent: self._wake.set())
            self._under_way[row.chat_id] = sending
        return None

    def _wait(self, row: Any) -> float:
        return max(0.0, self._pace.wait(row.chat_id, board=row.pin), self._held_back(row))

    def _held_back(self, row: Any) -> float:
        """Between tries, by the wall clock, which may be set back meanwhile: never longer than the longest wait.

        A wait that Telegram asked for is the pace's to keep, whose clock never jumps."""
        if row.not_before is None or not row.attempts:
            return 0.0
        return float(min((row.not_before - self._clock.now()).total_seconds(), LONGEST_WAIT.total_seconds()))

    def _choose(self, session: Session, returned: Collection[int] = ()) -> Chosen:
        """The next message of every chat that may have one now, the most urgent first, then whoever has waited longest
        for a turn; and the shortest wait of those that may not. From the chats of `returned` the answer has come."""
        full = self._pace.full()
        ready: list[Any] = []
        waits: list[float] = []
        seen = self._under_way.keys() - set(returned)
        room = AT_ONCE - len(seen)
        for head in session.execute(WAITING):
            if full > 0:
                return [], full
            if head.chat_id in seen:
                continue
            seen.add(head.chat_id)
            if (wait := self._wait(head)) > 0:
                waits.append(wait)
            else:
                ready.append(head)
        turns = {head.id: (head.priority, self._pace.served(head.chat_id)) for head in ready}
        urgent = sum(head.priority == Priority.LIVE for head in ready)
        chosen = sorted(turns, key=turns.__getitem__)[: max(0, room, min(urgent, room + FOR_LIVE))]
        rows = session.exec(THESE, params={"ids": chosen}).all() if chosen else []
        return sorted(rows, key=lambda row: chosen.index(row.id)), min(waits, default=None)

    async def _until_something_happens(self, wait: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE if wait is None else min(wait, IDLE)):
                await self._wake.wait()

    async def _record(self) -> Chosen | None:
        """Write down all that has come back, and choose what goes next, in one transaction."""
        done = {chat: task.result() for chat, task in self._under_way.items() if task.done()}
        if not done:
            return None
        now = self._clock.now()
        for chat, sent in done.items():
            self._pace.end(chat)
            if isinstance(sent.refusal, telegram.FloodWait):
                self._pace.pause(chat, sent.refusal.seconds)
        chosen = await self._write_down(done, now)
        for chat in done:
            del self._under_way[chat]
        return chosen

    async def _write_down(self, done: dict[int, Sent], now: datetime) -> Chosen | None:
        """All together; where one can't be written down, each by itself, so that it neither stops the others nor
        is sent for ever."""
        try:
            return await self._store.transaction(lambda session: self._write_all(session, done, now))
        except Exception as error:
            if len(done) > 1:
                for chat, sent in done.items():
                    await self._write_down({chat: sent}, now)
                return None
            [sent], why = done.values(), faults.told(error)
            log.error("not written down", message=sent.id, error=why, where=faults.where(error))
            await self._store.transaction(lambda session: give_up(session.get_one(Message, sent.id), why))
            return None

    def _write_all(self, session: Session, done: dict[int, Sent], now: datetime) -> Chosen:
        session.exec(THESE, params={"ids": [sent.id for sent in done.values()]}).all()  # in hand from now on
        for sent in done.values():
            self._write_one(session, sent, now)
        return self._choose(session, done)

    def _write_one(self, session: Session, sent: Sent, now: datetime) -> None:
        row = session.get(Message, sent.id)
        if row is None:
            return
        tries = row.attempts
        if sent.shown:
            record_delivered(row, sent.version, sent.message_id, now, sent.pinned)
        if sent.refusal:
            row.attempts = tries
            record_refused(session, self._house, row, sent.version, sent.refusal, now)

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=LAST_SENDS)
        async with asyncio.timeout(LAST_RECORD), self._one_at_a_time:
            await self._record()
