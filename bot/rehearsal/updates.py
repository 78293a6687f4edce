"""The queue of updates: numbered, kept until confirmed by an offset, given to one poller at a time."""

import asyncio
from collections import deque
from collections.abc import Sequence

from bot.rehearsal.refusals import OTHER_POLLER, POLL_ENDED_BY_WEBHOOK, WEBHOOK_ACTIVE, Json, conflict

MOST_KEPT = 20_000
ONLY_IF_NAMED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Bell:
    """Wakes everyone who waits, each time it rings; belongs to no loop until somebody waits."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for one in self._waiting:
            if not one.done():
                one.set_result(None)
        self._waiting.clear()

    async def heard(self) -> None:
        one = asyncio.get_running_loop().create_future()
        self._waiting.add(one)
        try:
            await one
        finally:
            self._waiting.discard(one)


class Mailbox:
    """What waits for the bot. It outlives every restart of the bot, as it does at Telegram's."""

    def __init__(self, first_id: int) -> None:
        self.waiting: deque[Json] = deque(maxlen=MOST_KEPT)
        self.allowed: frozenset[str] | None = None
        self.webhook: Json = {"url": ""}
        self.bell = Bell()
        self.emptied = Bell()
        self.polling = False
        self._next_id = first_id
        self._turn = 0
        self._closed = False

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update, unless the bot asked not to get its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_IF_NAMED
        if wanted:
            self.waiting.append({"update_id": self._next_id, kind: payload})
            self._next_id += 1
            self.bell.ring()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """An empty list means the default kinds; nothing at all keeps what was said before."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    async def take(self, offset: int | None, limit: int, seconds: float, kinds: Sequence[str] | None) -> list[Json]:
        """getUpdates: a newer poll ends an older one, which is told so with 409."""
        if self.webhook["url"]:
            raise conflict(WEBHOOK_ACTIVE)
        self._turn += 1
        turn = self._turn
        self.bell.ring()
        self.allow(kinds)
        self._confirm(offset)
        self.polling = True
        try:
            async with asyncio.timeout(seconds):
                while not self.waiting and seconds > 0 and not self._closed:
                    await self.bell.heard()
                    self._still(turn)
        except TimeoutError:
            return []
        return list(self.waiting)[:limit]

    def close(self) -> None:
        """Let every poll come home, so that the server can stop at once."""
        self._closed = True
        self.bell.ring()
        self.emptied.ring()

    def hook(self, webhook: Json) -> None:
        """A webhook ends a poll that is under way."""
        self.webhook = webhook
        if webhook["url"]:
            self._turn += 1
            self.bell.ring()

    async def taken(self, seconds: float) -> bool:
        """Wait until the bot has confirmed all that waits; False when it does not come, or nobody polls."""
        try:
            async with asyncio.timeout(seconds):
                while self.waiting and self.polling and not self._closed:
                    await self.emptied.heard()
        except TimeoutError:
            return False
        return not self.waiting

    def _still(self, turn: int) -> None:
        if turn != self._turn:
            raise conflict(POLL_ENDED_BY_WEBHOOK if self.webhook["url"] else OTHER_POLLER)

    def _confirm(self, offset: int | None) -> None:
        if offset is None or offset == 0:
            return
        if offset < 0:
            kept = list(self.waiting)[offset:]
            self.waiting = deque(kept, maxlen=MOST_KEPT)
        while self.waiting and offset > 0 and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()
        if not self.waiting:
            self.emptied.ring()
