"""How fast Telegram may be talked to: per chat, per group and minute, and over all."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

BURST = 3
"""Messages that a private chat takes at once before the per-second pace counts."""
BOARD_EVERY = 15.0
"""Seconds between board edits in a group: four a minute."""


@dataclass
class Bucket:
    """Tokens that fill at `rate` per second up to `size`."""

    rate: float
    size: float
    tokens: float = 0.0
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until one token is there; 0 when one is."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate

    def take(self) -> None:
        self.tokens -= 1


@dataclass
class Pace:
    """Who may be written to, when. Figures are messages per second, and per minute for groups; 0 is no limit."""

    monotonic: Callable[[], float]
    overall: float = 30
    chat: float = 1
    group_per_minute: float = 20
    _all: Bucket | None = None
    _chats: dict[int, Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _boards: dict[int, float] = field(default_factory=dict)
    _paused: dict[int, float] = field(default_factory=dict)

    def wait(self, chat_id: int, *, board: bool = False) -> float:
        """Seconds until this chat may get one more message."""
        now = self.monotonic()
        waits = [self._paused.get(chat_id, 0.0) - now, self._overall_wait(now), self._chat_wait(chat_id, now)]
        if chat_id < 0:
            waits.append(self._group_wait(chat_id, now))
        if board and self.group_per_minute:
            waits.append(self._boards.get(chat_id, -BOARD_EVERY) + BOARD_EVERY - now)
        return max(0.0, *waits)

    def take(self, chat_id: int, *, board: bool = False) -> None:
        """One message goes out now."""
        now = self.monotonic()
        if self._all:
            self._all.take()
        if self.chat:
            self._chats[chat_id].take()
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque()).append(now)
        if board:
            self._boards[chat_id] = now
        if len(self._chats) > 10_000:
            self._forget(now)

    def pause(self, chat_id: int, seconds: float) -> None:
        """Telegram asked for a break, for this chat alone."""
        self._paused[chat_id] = self.monotonic() + seconds

    def _overall_wait(self, now: float) -> float:
        if not self.overall:
            return 0.0
        if self._all is None:
            self._all = Bucket(self.overall, max(1.0, self.overall / 10), 1.0, now)
        return self._all.wait(now)

    def _chat_wait(self, chat_id: int, now: float) -> float:
        if not self.chat:
            return 0.0
        size = BURST if chat_id > 0 else 1
        return self._chats.setdefault(chat_id, Bucket(self.chat, size, size, now)).wait(now)

    def _group_wait(self, chat_id: int, now: float) -> float:
        if not self.group_per_minute:
            return 0.0
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        return sent[-int(self.group_per_minute)] + 60 - now if len(sent) >= self.group_per_minute else 0.0

    def _forget(self, now: float) -> None:
        """Drop the buckets that are full again: they say nothing."""
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.wait(now) or bucket.tokens < 1}
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
