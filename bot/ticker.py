"""The only APScheduler: one alarm at the earliest due cue, set anew after every commit that may have moved it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot import board, cues, faults, patience
from bot.clock import Clock
from bot.cues import Cue, CueState
from bot.delivery import level
from bot.desk import Desk
from bot.house import House
from bot.store import Session, Store

log = structlog.get_logger()

ALARM = "alarm"
JUMP = timedelta(seconds=1)
"""More than this between wall and monotonic time is a clock that was set, or a machine that slept."""
BEAT = 1.0
"""Seconds between two looks at the clock."""
PUT_OFF = timedelta(minutes=5)
"""A cue that fails is tried again after this, so that it cannot hold up the others."""


class Ticker:
    """Gives cues when they are due. The alarm is a convenience: what is due is read from the rows each time."""

    def __init__(self, store: Store, clock: Clock, house: House) -> None:
        self._store, self._clock, self._house = store, clock, house
        self._due = asyncio.Event()
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
        self._armed: datetime | None = None
        self._seen = clock.now(), clock.monotonic()
        self._set_back = False

    @property
    def alarm(self) -> datetime | None:
        """What the alarm is set to."""
        return self._armed

    def rearm(self) -> None:
        """Rows have changed: the earliest due cue may be another."""
        self._due.set()

    async def run(self, every_hour: Callable[[], object]) -> None:
        """Give cues until cancelled; `every_hour` is for whoever tidies up."""
        self._scheduler.add_job(every_hour, IntervalTrigger(hours=1), id="tidy")
        self._scheduler.start()
        watch = asyncio.create_task(self._watch())
        try:
            while True:
                self._due.clear()
                due = await self.next_due()
                if self._set_back or (due and due <= self._clock.now()):
                    await self.give_due()
                    due = await self.next_due()
                self._set_alarm(due)
                await self._due.wait()
        finally:
            watch.cancel()
            self._scheduler.shutdown(wait=False)

    async def give_due(self) -> int:
        """Give everything that is due by now; how many cues that was."""
        given = 0
        if self._set_back:
            await self._store.transaction(lambda session: level(session, self._clock.now()))
            self._set_back = False
        full = True
        while full:
            batch, full = await self._store.transaction(self._give_batch)
            given += batch
        return given

    async def next_due(self) -> datetime | None:
        return await self._store.read(cues.next_due)

    def _give_batch(self, session: Session) -> tuple[int, bool]:
        """One transaction: a cue that fails is undone by itself and put off, the others go on. How many were given, and
        whether there may be more."""
        desk = Desk(session, self._house, self._clock.now())
        due: Sequence[Cue] = cues.overdue(session, desk.now)
        self._merge(due, desk.now)
        for cue in [cue for cue in due if cue.state is CueState.PLANNED]:
            if not _by_itself(session, lambda cue=cue: cues.give(desk, cue), cue=cue.key):  # type: ignore[misc]
                session.refresh(cue)
                cue.due_at = desk.now + PUT_OFF
        if due:
            _by_itself(session, lambda: board.refresh(desk), cue="board")
        given = [cue for cue in due if cue.state is not CueState.PLANNED or cue.due_at > desk.now]
        return len(given), bool(given) and len(due) == cues.AT_ONCE

    def _merge(self, due: Sequence[Cue], now: datetime) -> None:
        """Of several late cues that ask the same (one answer ends them all), only the last is asked."""
        newest = {(cue.kind, cue.subject): cue for cue in due}
        for cue in due:
            kind = self._house.cue_kind(cue.kind)
            if kind.chain and now - cue.due_at > kind.grace and newest[cue.kind, cue.subject] is not cue:
                cue.state = CueState.DROPPED

    def _set_alarm(self, due: datetime | None) -> None:
        if due == self._armed and self._scheduler.get_job(ALARM):
            return
        self._armed = due
        if due is None:
            if self._scheduler.get_job(ALARM):
                self._scheduler.remove_job(ALARM)
            return
        trigger = DateTrigger(self._clock.machine_time(due), timezone="UTC")
        self._scheduler.add_job(self._ring, trigger, id=ALARM, replace_existing=True)

    async def _ring(self) -> None:
        """A coroutine, since plain functions are called in a thread, from where the loop would not wake."""
        self.rearm()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            self.notice()

    def notice(self) -> bool:
        """Compare wall and monotonic time since the last look: neither a jump nor a sleep goes unnoticed."""
        (wall, ticks), self._seen = self._seen, (self._clock.now(), self._clock.monotonic())
        drift = (self._seen[0] - wall) - timedelta(seconds=self._seen[1] - ticks)
        if abs(drift) <= JUMP:
            return False
        log.warning("the clock jumped", seconds=round(drift.total_seconds()))
        self._armed, self._set_back = None, self._set_back or drift < timedelta()
        self.rearm()
        return True


def _by_itself(session: Session, work: Callable[[], None], **about: object) -> bool:
    """Done, or undone alone and said in the log; what the machine refuses is another matter, and waited for."""
    try:
        with session.begin_nested():
            work()
            session.flush()
    except Exception as error:
        if patience.is_one_of(patience.REFUSED, error):
            raise
        log.error("cue failed", error=faults.told(error), where=faults.where(error), **about)
        return False
    return True
