"""Telegram's pace, enforced: one message a second per chat, twenty a minute per group, thirty a second over all."""

import math
from collections import defaultdict, deque

from bot.clock import Clock
from bot.rehearsal.refusals import flooded

PER_CHAT = (1, 1.0)
PER_GROUP = (20, 60.0)
OVER_ALL = (30, 1.0)


class Pace:
    """Remembers when what was sent; refuses with 429 what comes too soon."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: defaultdict[str, deque[float]] = defaultdict(deque)

    def check(self, chat_id: int, is_group: bool) -> None:
        now = self._clock.monotonic()
        limits = {f"chat {chat_id}": PER_CHAT, "all": OVER_ALL} | ({f"group {chat_id}": PER_GROUP} if is_group else {})
        wait = max(self._wait(key, now, *limit) for key, limit in limits.items())
        if wait > 0:
            raise flooded(max(1, math.ceil(wait)))
        for key in limits:
            self._sent[key].append(now)

    def _wait(self, key: str, now: float, most: int, span: float) -> float:
        sent = self._sent[key]
        while sent and now - sent[0] >= span:
            sent.popleft()
        return span - (now - sent[0]) if len(sent) >= most else 0.0
