"""A Bot API on loopback, in a process of its own, that plays many chats, waits as long as it is told, and measures."""

import asyncio
import json
import sys
import time
from collections import deque
from collections.abc import Awaitable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.bench.limits import Limits
from tests.bench.wire import Answer, Wire, refusal, result

BOT = {"id": 7, "is_bot": True, "first_name": "Callboard", "username": "callboard_bot"}
FIRST_CHAT = 1000
ROUND = 4
"""/begin, and three answers."""


@dataclass
class Scene:
    """What is played, and what is to be counted."""

    kind: str = "idle"
    chats: int = 200
    depth: int = 1
    """Updates of a chat that may be on their way at once."""
    total: int = 0
    warm: int = 0
    """Steps that are not counted, at the beginning."""
    latency: float = 0.0
    rate: float = 0.0
    """Updates a second; 0 goes on as soon as it was answered."""
    lines: list[str] = field(default_factory=list)
    """What the first person writes, as soon as the scene begins."""
    wanted: str = ""
    """The scene ends when `total` messages with these words were accepted."""


class Play:
    """A scene being played."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.limits = scene, Limits() if scene.kind == "limits" else None
        self.ready: deque[dict[str, Any]] = deque()
        self.handed: list[dict[str, Any]] = []
        self.news = asyncio.Event()
        self.over = asyncio.Event()
        self.polled = asyncio.Event()
        self.steps, self.wrong, self.edits, self.refused = 0, 0, 0, 0
        self.began, self.ended = 0.0, 0.0
        self.waits: list[float] = []
        self.said: list[tuple[float, int, str]] = []
        self.first_poll = 0.0
        self.urgent_at = 0.0
        self._said_by: dict[int, int] = {}
        self._expected: dict[int, deque[tuple[str, float]]] = {}
        self._ids = count(int(time.time() * 1000) % 10**9 * 10)

    def begin(self) -> None:
        for line in self.scene.lines:
            self.say(FIRST_CHAT, line)
        if self.scene.kind == "steps" and not self.scene.rate:
            for chat in range(self.scene.chats):
                for _ in range(self.scene.depth):
                    self.step(FIRST_CHAT + chat)
        elif self.scene.rate:
            self._drip = asyncio.ensure_future(self._dripping())

    async def _dripping(self) -> None:
        start = time.monotonic()
        for number in range(self.scene.total):
            await asyncio.sleep(max(0.0, start + number / self.scene.rate - time.monotonic()))
            self.step(FIRST_CHAT + number % self.scene.chats)

    def step(self, chat: int) -> None:
        """The person's next line of the conversation, and what the answer to it must hold."""
        number = self._said_by.get(chat, 0)
        self._said_by[chat] = number + 1
        line = f"a{number}." if number % ROUND else "/begin"
        self._expected.setdefault(chat, deque()).append((line if number % ROUND else "first", time.monotonic()))
        self.say(chat, line)

    def say(self, chat: int, line: str) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(line.split()[0])}] if line[0] == "/" else None
        person = {"id": chat, "is_bot": False, "first_name": f"P{chat}"}
        update_id = next(self._ids)
        message: dict[str, Any] = {
            "message_id": update_id % 10**8,
            "date": int(time.time()),
            "from": person,
            "chat": {"id": chat, "type": "private", "first_name": person["first_name"]},
            "text": line,
        }
        if entities:
            message["entities"] = entities
        self.ready.append({"update_id": update_id, "message": message})
        self.news.set()

    async def updates(self, params: dict[str, str]) -> Answer:
        """Long polling: what was handed out before is confirmed by the offset."""
        self.first_poll = self.first_poll or time.monotonic()
        self.polled.set()
        offset = int(params.get("offset", 0) or 0)
        self.handed = [one for one in self.handed if one["update_id"] >= offset]
        if not self.handed and not self.ready:
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), float(params.get("timeout", 0) or 0))
            except TimeoutError:
                return result([])
        room = 100 - len(self.handed)
        self.handed += [self.ready.popleft() for _ in range(min(room, len(self.ready)))]
        return result(self.handed)

    def message(self, params: dict[str, str]) -> Answer:
        chat, text, now = int(params["chat_id"]), params.get("text", ""), time.monotonic()
        if self.limits and (wait := self.limits.refuse(chat, now)):
            self.refused += 1
            return refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        self.said.append((time.time(), chat, text))
        if expected := self._expected.get(chat):
            self._judge(chat, text, now, expected)
        elif self.scene.wanted in text:
            self._counted(now)
        if self.limits and not self.urgent_at and self.steps == self.scene.total // 2:
            self.say(FIRST_CHAT, "/urgent")
            self.urgent_at = time.time()
        sent = {"message_id": next(self._ids) % 10**8, "date": int(time.time()), "from": BOT, "text": text}
        return result(sent | {"chat": {"id": chat, "type": "private", "first_name": f"P{chat}"}})

    def _judge(self, chat: int, text: str, now: float, expected: deque[tuple[str, float]]) -> None:
        """A reply must answer what was said first."""
        mark, since = expected.popleft()
        self.wrong += mark not in text
        self.waits.append(now - since)
        self._counted(now)
        if not self.scene.rate and self.steps < self.scene.total:
            self.step(chat)

    def _counted(self, now: float) -> None:
        self.steps += 1
        if self.steps == max(self.scene.warm, 1):
            self.began = now
        if self.steps == self.scene.total:
            self.ended = now
            self.over.set()

    def figures(self) -> dict[str, Any]:
        waits = sorted(self.waits)
        return {
            "steps": self.steps - self.scene.warm,
            "seconds": self.ended - self.began,
            "wrong": self.wrong,
            "edits": self.edits,
            "refused": self.refused,
            "first_poll": self.first_poll,
            "waits": waits,
            "said": self.said if self.scene.kind != "steps" else [],
            "urgent_at": self.urgent_at,
        }


class Far:
    """What answers: the Bot API under /bot…, and the bench's own wishes under /bench/…."""

    def __init__(self) -> None:
        self.play = Play(Scene())

    def hear(self, path: str, params: dict[str, str]) -> Awaitable[Answer] | Answer:
        _, room, method = path.split("?")[0].split("/", 2)
        if room == "bench":
            return self._wish(method, params)
        method = method.lower()
        if method == "getupdates":
            return self.play.updates(params)
        if self.play.scene.latency and method not in ("getme", "setmycommands", "deletewebhook"):
            return self._slowly(method, params)
        return self._do(method, params)

    async def _slowly(self, method: str, params: dict[str, str]) -> Answer:
        answer = self._do(method, params)
        await asyncio.sleep(self.play.scene.latency)
        return answer

    def _do(self, method: str, params: dict[str, str]) -> Answer:
        if method == "sendmessage":
            return self.play.message(params)
        if method == "editmessagetext":
            self.play.edits += 1
        return result(BOT if method == "getme" else True)

    async def _wish(self, deed: str, params: dict[str, str]) -> Answer:
        if deed == "scene":
            self.play = Play(Scene(**json.loads(params["scene"])))
        elif deed == "begin":
            self.play.begin()
        elif deed == "polled":
            await self.play.polled.wait()
        elif deed == "over":
            await self.play.over.wait()
        return result(self.play.figures() if deed in ("over", "polled", "figures") else True)


async def main() -> None:
    far = Far()
    server = await asyncio.get_running_loop().create_server(lambda: Wire(far.hear), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until the bench is done with it
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
