"""The only reading of the time: wall time as aware UTC, and monotonic seconds for pace."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The instant, aware and in UTC."""
        return datetime.now(UTC)

    def machine_time(self, at: datetime) -> datetime:
        """What the machine's own clock reads when this clock reads `at`: for whoever sets an alarm there."""
        return at

    def monotonic(self) -> float:
        """Seconds that never jump, from an arbitrary start: for pace and for noticing that the wall clock jumped."""
        return time.monotonic()


class RehearsalClock(Clock):
    """A clock that runs like the machine's, and that a hand can move forward."""

    def __init__(self, start: datetime | None = None) -> None:
        self._shift = start - super().now() if start else timedelta()

    def now(self) -> datetime:
        return super().now() + self._shift

    def machine_time(self, at: datetime) -> datetime:
        return at - self._shift

    def forward(self, by: timedelta) -> None:
        """Move on by a span; a span below zero is refused, since a show never runs backwards."""
        if by < timedelta():
            raise ValueError("a rehearsal clock only moves forward")
        self._shift += by


class HandClock(Clock):
    """A clock that stands still until it is moved: for tests."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._ticks = 0.0

    def now(self) -> datetime:
        return self._now

    def machine_time(self, at: datetime) -> datetime:
        """As far ahead as it is by this clock, so that no test depends on the day on which it runs."""
        return super().now() + (at - self._now)

    def monotonic(self) -> float:
        return self._ticks

    def forward(self, by: timedelta) -> None:
        self._now += by
        self._ticks += by.total_seconds()

    def jump(self, by: timedelta) -> None:
        """Move the wall clock alone, as an administrator or a time server does."""
        self._now += by
