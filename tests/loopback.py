"""A rehearsal's server without a socket: the bot's side and the people's side, for tests that speak to both."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from bot.clock import HandClock
from bot.rehearsal.cast import opening_world
from bot.rehearsal.server import create_app
from bot.rehearsal.stage import Stage

START = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
GROUP = "group"


class Wings:
    """A backstage by hand: cues that are written down here, and a record of what was given at what time."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self.cues: list[dict[str, object]] = []
        self.given: list[tuple[str, datetime]] = []

    def cue(self, kind: str, minutes: float) -> None:
        self.cues.append({"id": len(self.cues) + 1, "kind": kind, "due": START + timedelta(minutes=minutes)})

    async def upcoming(self) -> list[dict[str, object]]:
        done = {kind for kind, _ in self.given}
        return [cue for cue in self.cues if cue["kind"] not in done]

    async def next_due(self, after: datetime) -> datetime | None:
        dues = [datetime.fromisoformat(str(cue["due"])) for cue in await self.upcoming()]
        return min((due for due in dues if due > after), default=None)

    async def settle(self) -> None:
        for cue in await self.upcoming():
            if datetime.fromisoformat(str(cue["due"])) <= self._clock.now():
                self.given.append((str(cue["kind"]), self._clock.now()))


class Loopback:
    """Both sides of one world."""

    def __init__(self, stage: Stage, clock: HandClock, wings: Wings, client: httpx.AsyncClient) -> None:
        self.stage, self.world = stage, stage.world
        self.clock, self.wings, self.client = clock, wings, client
        self.taken: list[dict[str, Any]] = []
        self._offset = 0

    @property
    def group(self) -> int:
        chat = self.world.group()
        assert chat is not None
        return chat.id

    async def call(self, method: str, **params: Any) -> httpx.Response:
        """A call as the bot makes it: a form, with objects as JSON and bytes as uploads."""
        files = {name: ("sent.txt", one) for name, one in params.items() if isinstance(one, bytes)}
        form = {name: _in_form(one) for name, one in params.items() if not isinstance(one, bytes)}
        return await self.client.post(f"/bot{self.world.token}/{method}", data=form, files=files or None)

    async def ask(self, method: str, **params: Any) -> Any:
        """The result of a call that must go well."""
        body = (await self.call(method, **params)).json()
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that must be refused."""
        response = await self.call(method, **params)
        body = response.json()
        assert not body["ok"] and response.status_code == body["error_code"], body
        return body["error_code"], body["description"]

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What is new for the bot, which confirms it with its next call."""
        fresh: list[dict[str, Any]] = await self.ask("getUpdates", offset=self._offset, **params)
        if fresh:
            self._offset = fresh[-1]["update_id"] + 1
        self.taken += fresh
        return fresh

    async def post(self, deed: str, **step: Any) -> httpx.Response:
        return await self.client.post(f"/play/{deed}", json=step)

    async def play(self, deed: str, who: str | int | None = None, **step: Any) -> Any:
        """Something that people do, and that must be possible."""
        response = await self.post(deed, **({"as": who} if who is not None else {}), **step)
        assert response.status_code == 200, response.text
        return response.json()

    async def says(self, who: str | int, text: str, chat: str | int = GROUP, **more: Any) -> Any:
        return await self.play("say", who, chat=chat, text=text, **more)

    async def sends(self, who: str, content: bytes, kind: str, chat: str | int = GROUP, **more: str) -> Any:
        form = {"as": who, "chat": str(chat)} | more
        response = await self.client.post("/play/file", data=form, files={"file": ("notes.txt", content, kind)})
        assert response.status_code == 200, response.text
        return response.json()

    async def state(self, after: int = 0) -> Any:
        return (await self.client.get("/play/state", params={"after": after})).json()


@asynccontextmanager
async def loopback(**options: Any) -> AsyncIterator[Loopback]:
    """A rehearsal on a clock that stands still. Options as for `opening_world`."""
    clock = HandClock(START)
    world, wings = opening_world(clock, **options), Wings(clock)
    app = create_app(world, clock, wings, None)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield Loopback(app.state.stage, clock, wings, client)


def _in_form(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
