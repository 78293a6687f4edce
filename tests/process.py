"""`callboard run` as a process of its own, and a Telegram on loopback for it to talk to."""

import asyncio
import os
import signal
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.clock import Clock, RehearsalClock
from bot.rehearsal.cast import opening_world
from bot.rehearsal.server import create_app, serve
from bot.rehearsal.world import TOKEN

SECRET = TOKEN.partition(":")[2]
ROOT = Path(__file__).parent.parent
NOWHERE = "http://127.0.0.1:9"
"""Nobody listens on the port for discarding."""


HASTE = "\n  pace: {overall: 100000, chat: 100000, group_per_minute: 100000}"
"""No pace at all, where something else is tested."""


def configure(folder: Path, api_url: str = NOWHERE, token: str = TOKEN, pace: str = "", **more: str) -> Path:
    lines = [f"telegram:\n  token: {token}\n  api_url: {api_url}{pace}"]
    lines += [f"{key}: {value}" for key, value in more.items()]
    path = folder / "config.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


class Telegram:
    """A Telegram on loopback that may keep one method waiting, and tells of each call before and after it."""

    def __init__(self, silent: str = "") -> None:
        self.silent, self.released = silent, asyncio.Event()
        self.called: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.world = opening_world(Clock())
        self._app = create_app(self.world, RehearsalClock(), None, None)
        self.state = self._app.state
        self.address = ""
        self.before: Callable[[str], None] = lambda method: self.called[method].set()
        self.after: Callable[[str], None] = lambda method: None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        method = scope.get("path", "").rpartition("/")[2]
        self.before(method)
        if method == self.silent:
            await self.released.wait()
        await self._app(scope, receive, send)
        self.after(method)

    async def hears(self, method: str) -> None:
        await asyncio.wait_for(self.called[method].wait(), 20)


@asynccontextmanager
async def telegram(silent: str = "") -> AsyncIterator[Telegram]:
    one = Telegram(silent)
    async with serve(one) as one.address:  # type: ignore[arg-type]
        yield one
        one.released.set()


class Bot:
    """`callboard run` as a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def ends(self, within: float = 20) -> tuple[int, str]:
        out, _ = await asyncio.wait_for(self.process.communicate(), within)
        said = out.decode()
        assert SECRET not in said and "Traceback" not in said, said
        return self.process.returncode or 0, said


@asynccontextmanager
async def running(config: Path, show: str = "tests.echo") -> AsyncIterator[Bot]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", show, "run", "--config", str(config)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    try:
        yield Bot(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
