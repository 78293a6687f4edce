"""How fast Telegram may be talked to: per chat, per group and minute, and over all."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

BOARD_EVERY = 15.0
"""Seconds between board edits in a group: four a minute."""
MOST_KNOWN = 10_000
"""Chats of which something is remembered, before those that say nothing any more are forgotten."""


@dataclass
class Window:
    """At most `most` messages within `span` seconds. A message counts from when it goes out until `span` after its
    answer: when Telegram counts it lies in between, and so it never counts more than are counted here."""

    most: int
    span: float
    under_way: int = 0
    _ended: deque[float] = field(default_factory=deque)

    @classmethod
    def of(cls, rate: float, unit: float) -> "Window":
        """`rate` messages in `unit` seconds; less than one takes longer."""
        most = max(1, int(rate))
        return cls(most, unit * most / rate)

    def wait(self, now: float) -> float:
        """Seconds until one more may go; 0 when it may. Where all are under way, the next answer tells."""
        while self._ended and self._ended[0] + self.span <= now:
            self._ended.popleft()
        if self.under_way + len(self._ended) < self.most:
            return 0.0
        return self._ended[0] + self.span - now if self._ended else self.span

    def idle(self, now: float) -> bool:
        """Whether nothing is counted, so that a new one would do as well."""
        self.wait(now)
        return not self.under_way and not self._ended

    def begin(self) -> None:
        self.under_way += 1

    def end(self, now: float) -> None:
        self.under_way -= 1
        self._ended.append(now)


@dataclass
class Pace:
    """Who may be written to, when. Figures are messages per second, and per minute for groups; 0 is no limit."""

    monotonic: Callable[[], float]
    overall: float = 30
    chat: float = 1
    group_per_minute: float = 20
    _all: list[Window] = field(default_factory=list)
    _chats: dict[int, list[Window]] = field(default_factory=dict)
    _boards: dict[int, float] = field(default_factory=dict)
    _paused: dict[int, float] = field(default_factory=dict)
    _served: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.overall:
            self._all.append(Window.of(self.overall, 1))

    def wait(self, chat_id: int, *, board: bool = False) -> float:
        """Seconds until this chat may get one more message."""
        now = self.monotonic()
        waits = [window.wait(now) for window in self._windows(chat_id)]
        waits.append(self._paused.get(chat_id, now) - now)
        if board and self.group_per_minute:
            waits.append(self._boards.get(chat_id, now - BOARD_EVERY) + BOARD_EVERY - now)
        return max(0.0, *waits)

    def begin(self, chat_id: int, *, board: bool = False) -> None:
        """One message goes out now."""
        self._served[chat_id] = self.monotonic()
        for window in self._windows(chat_id):
            window.begin()
        if board:
            self._boards[chat_id] = self.monotonic()

    def end(self, chat_id: int) -> None:
        """Telegram has answered it."""
        now = self.monotonic()
        for window in self._windows(chat_id):
            window.end(now)
        if len(self._chats) > MOST_KNOWN:
            self._forget(now)

    def full(self) -> float:
        """Seconds until any chat at all may get one more message."""
        now = self.monotonic()
        return max((window.wait(now) for window in self._all), default=0.0)

    def served(self, chat_id: int) -> float:
        """When this chat last got a message, so that the next turn is another's; long ago is never."""
        return self._served.get(chat_id, 0.0)

    def pause(self, chat_id: int, seconds: float) -> None:
        """Telegram asked for a break, for this chat alone."""
        self._paused[chat_id] = self.monotonic() + seconds

    def _windows(self, chat_id: int) -> list[Window]:
        if chat_id not in self._chats:
            self._chats[chat_id] = list(self._limits(chat_id))
        return self._all + self._chats[chat_id]

    def _limits(self, chat_id: int) -> Iterator[Window]:
        if self.chat:
            yield Window.of(self.chat, 1)
        if chat_id < 0 and self.group_per_minute:
            yield Window.of(self.group_per_minute, 60)

    def _forget(self, now: float) -> None:
        """Drop what says nothing any more."""
        self._chats = {
            chat: windows for chat, windows in self._chats.items() if any(not window.idle(now) for window in windows)
        }
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
        self._boards = {chat: at for chat, at in self._boards.items() if at + BOARD_EVERY > now}
        self._served = {chat: at for chat, at in self._served.items() if chat in self._chats}
