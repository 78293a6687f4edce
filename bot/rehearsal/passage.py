"""The passage of time: the clock is moved from cue to cue, and the bot is given time to do what fell due."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from bot.rehearsal.acts import Unplayable
from bot.rehearsal.refusals import Json
from bot.rehearsal.world import World

SECONDS_TO_TAKE = 5
SECONDS_TO_SETTLE = 60
MOST_STOPS = 1000
SPANS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1)}


class MovableClock(Protocol):
    """A clock that a hand can move forward: RehearsalClock, or HandClock in tests."""

    def now(self) -> datetime: ...

    def forward(self, by: timedelta) -> None: ...


class Backstage(Protocol):
    """What the running bot lets the stage see and do."""

    async def upcoming(self) -> list[dict[str, object]]:
        """The cues to come, soonest first: id, due (aware datetime or ISO), kind, flow, stream, title, to, label. The
        next go-live stands among them with kind "golive"."""

    async def next_due(self, after: datetime) -> datetime | None:
        """When the first thing after this instant is due: `upcoming()` without what it says."""

    async def settle(self) -> None:
        """Return when every update taken was handled, everything due was given, and everything queued was delivered."""


class Passage:
    """Moves the clock of one rehearsal."""

    def __init__(self, world: World, clock: MovableClock, backstage: Backstage | None) -> None:
        self._world, self._clock, self._backstage = world, clock, backstage
        self._moving = asyncio.Lock()

    async def settled(self) -> None:
        """Everything said was heard, everything due was given and delivered."""
        if self._backstage is None:
            return
        await self._world.mailbox.taken(SECONDS_TO_TAKE)
        try:
            async with asyncio.timeout(SECONDS_TO_SETTLE):
                await self._backstage.settle()
        except TimeoutError:
            raise Unplayable("bot_is_slow", 504) from None

    async def cues(self) -> list[Json]:
        """The cues to come, with the due time as an aware instant."""
        upcoming = await self._backstage.upcoming() if self._backstage else []
        cues: list[Json] = [cue | {"due": instant(cue["due"])} for cue in upcoming]
        return sorted(cues, key=lambda cue: cue["due"])

    async def target(self, to: Any) -> datetime:
        """The instant that a wish for the clock means."""
        now = self._clock.now()
        if to == "next" or (isinstance(to, str) and to.startswith("golive")):
            return await self._cue_ahead(to, now)
        try:
            target = now + (SPANS.get(to) or timedelta(seconds=float(to))) if not is_instant(to) else instant(to)
        except (TypeError, ValueError, OverflowError):
            raise Unplayable("bad_time", 400) from None
        if target < now:
            raise Unplayable("clock_runs_forward")
        return target

    async def _cue_ahead(self, to: str, now: datetime) -> datetime:
        """The next cue, or the next go-live; `golive-2700` is 45 minutes before it."""
        await self.settled()
        wanted = (
            cue for cue in await self.cues() if cue["due"] > now and (to == "next" or cue.get("kind") == "golive")
        )
        cue = next(wanted, None)
        if cue is None:
            raise Unplayable("no_cue_ahead" if to == "next" else "no_golive_ahead")
        shift = to.removeprefix("golive") if to != "next" else ""
        try:
            due: datetime = cue["due"] + timedelta(seconds=int(shift or 0))
        except ValueError:
            raise Unplayable("bad_time", 400) from None
        return max(due, now)

    async def walk_to(self, target: datetime) -> None:
        """Go there from cue to cue, so that each is given at its own time, and what follows from it finds its place."""
        async with self._moving:
            await self.settled()
            for _ in range(MOST_STOPS):
                now = self._clock.now()
                stop = min(await self._next_due(now) or target, target)
                self._forward(stop)
                await self.settled()
                if stop == target:
                    break
            self._forward(target)
            self._world.ring()

    async def _next_due(self, after: datetime) -> datetime | None:
        return await self._backstage.next_due(after) if self._backstage else None

    def _forward(self, to: datetime) -> None:
        self._clock.forward(max(to - self._clock.now(), timedelta()))


def is_instant(wish: Any) -> bool:
    return isinstance(wish, str) and "T" in wish


def instant(value: object) -> datetime:
    """An aware UTC instant from a datetime or its ISO text."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    if moment.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return moment.astimezone(UTC)
