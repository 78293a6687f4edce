"""`callboard run` as a process of its own, and a Telegram on loopback for it to talk to."""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.clock import Clock, RehearsalClock
from bot.rehearsal.cast import opening_world
from bot.rehearsal.server import create_app, serve
from bot.rehearsal.world import TOKEN
from tests.doom import Fate, arm

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
    """A Telegram on loopback that may keep some methods waiting, and tells of each call."""

    def __init__(self, *silent: str) -> None:
        self.silent, self.released = silent, asyncio.Event()
        self.called: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.world = opening_world(Clock())
        self._app = create_app(self.world, RehearsalClock(), None, None)
        self.state = self._app.state
        self.address = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        method = scope.get("path", "").rpartition("/")[2]
        self.called[method].set()
        if method in self.silent:
            await self.released.wait()
        await self._app(scope, receive, send)

    async def hears(self, method: str) -> None:
        await asyncio.wait_for(self.called[method].wait(), 20)


@asynccontextmanager
async def telegram(*silent: str) -> AsyncIterator[Telegram]:
    one = Telegram(*silent)
    async with serve(one) as one.address:  # type: ignore[arg-type]
        yield one
        one.released.set()


class Bot:
    """`callboard run` as a process of its own."""

    def __init__(self, pid: int, ended: asyncio.Task[int], output: asyncio.StreamReader) -> None:
        self.pid, self.ended, self.said = pid, ended, ""
        self._more = asyncio.Condition()
        self.listening = asyncio.create_task(self._listen(output))

    async def says(self, words: str) -> None:
        """Until it has said these words."""
        async with asyncio.timeout(20), self._more:
            await self._more.wait_for(lambda: words in self.said)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        os.kill(self.pid, signal.SIGTERM)

    async def ends(self, within: float = 20) -> tuple[int, str]:
        """How it ended, and all that it said."""
        code = await asyncio.wait_for(asyncio.shield(self.ended), within)
        await self.listening
        assert SECRET not in self.said and "Traceback" not in self.said, self.said
        return code, self.said

    async def _listen(self, output: asyncio.StreamReader) -> None:
        while line := await output.readline():
            self.said += line.decode()
            async with self._more:
                self._more.notify_all()


@asynccontextmanager
async def running(config: Path, fate: Fate | None = None) -> AsyncIterator[Bot]:
    """The real command line with the echo flow, forked from a process that has everything imported already."""
    hearing, speaking = _ready.Pipe(duplex=False)
    process = _ready.Process(target=_act, args=(str(config), speaking, fate))
    await asyncio.to_thread(process.start)
    speaking.close()
    assert process.pid
    output = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(output), hearing)
    async with _watched(Bot(process.pid, asyncio.create_task(_end(process)), output)) as bot:
        yield bot


@asynccontextmanager
async def running_for_real(config: Path) -> AsyncIterator[Bot]:
    """As an operator starts it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.cli", "run", "--config", str(config)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    async with _watched(Bot(process.pid, asyncio.create_task(process.wait()), process.stdout)) as bot:
        yield bot


@asynccontextmanager
async def _watched(bot: Bot) -> AsyncIterator[Bot]:
    try:
        yield bot
    finally:
        if not bot.ended.done():
            bot.kill()
        await bot.ended
        await bot.listening


_ready = multiprocessing.get_context("forkserver")
_ready.set_forkserver_preload(["tests.echo.__main__", "tests.process"])


def _act(config: str, speaking: Connection, fate: Fate | None) -> None:
    """In the new process: what it says goes down the pipe, and what it runs is the command line."""
    os.dup2(speaking.fileno(), 1)
    os.dup2(speaking.fileno(), 2)
    sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
    from tests.echo.__main__ import main

    if fate:
        arm(fate)
    sys.argv = ["callboard", "run", "--config", config]
    main()


async def _end(process: Any) -> int:
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(process.sentinel, ended.set)
    try:
        await ended.wait()
    finally:
        loop.remove_reader(process.sentinel)
    await asyncio.to_thread(process.join)
    return int(process.exitcode)
