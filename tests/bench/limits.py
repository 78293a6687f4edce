"""Telegram's limits as the bench's server enforces them, by the moment at which a call arrives."""

import math
from collections import defaultdict, deque


class Limits:
    """30 messages a second over all, one a second to a chat, 20 a minute to a group."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def refuse(self, chat: int, now: float) -> int:
        """Seconds that the caller must wait; 0 is accepted, and counted."""
        here = self._chats[chat]
        waits = [_wait(self._all, 30, 1, now), _wait(here, 1, 1, now)]
        if chat < 0:
            waits.append(_wait(here, 20, 60, now))
        if max(waits) > 0:
            return math.ceil(max(waits))
        self._all.append(now)
        here.append(now)
        return 0


def _wait(past: deque[float], most: int, span: float, now: float) -> float:
    if len(past) < most:
        return 0.0
    return max(0.0, past[-most] + span - now)
