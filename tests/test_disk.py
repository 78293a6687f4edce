"""The disk and the file on it: full, locked, read-only, cut off, damaged. It is said, waited for, and nothing is lost."""

import asyncio
import errno
import random
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import select

from bot import app, outbox, patience, process
from bot import connection as room
from bot.crew import Team
from bot.cues import CueState
from bot.message import Delivery
from bot.received import InboxState, Received
from bot.rehearsal import acts
from bot.store import Store
from tests.machine import Machine, open_machine

HALF_A_MINUTE = 30
"""Tries, of which there is one a second."""
LONG = "/echo " + "at last " * 480
"""More than one page of the file."""
SAID = {
    "full": "database or disk is full",
    "locked": "database is locked",
    "read-only": "attempt to write a readonly database",
}


class Trouble:
    """Something is wrong with the file until it is put right; time between tries passes at once, and is counted."""

    def __init__(self, machine: Machine, file: Path, kind: str) -> None:
        self.machine, self.file, self.kind = machine, file, kind
        self.other = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)

    async def begins(self) -> None:
        if self.kind == "locked":
            await self._hold(True)
        elif self.kind == "full":
            await self._pragma("max_page_count=1")
        else:
            await self._pragma("query_only=ON")

    async def ends(self) -> None:
        if self.kind == "locked":
            await self._hold(False)
        elif self.kind == "full":
            await self._pragma("max_page_count=1000000")
        else:
            await self._pragma("query_only=OFF")

    async def _hold(self, held: bool) -> None:
        await asyncio.to_thread(lambda: self.other.execute("BEGIN IMMEDIATE" if held else "ROLLBACK"))

    async def _pragma(self, what: str) -> None:
        """As full as it is now, which is a page of its own connection's and no other's."""
        line = self.machine.app.store._writer
        assert line._line
        await line._line.run(lambda: line._raw().execute(f"PRAGMA {what}").close())


class Ears:
    """What patience says, and how often it tried."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.tries = 0
        self.heard = asyncio.Condition()

    def error(self, _event: str, *, why: str) -> None:
        self.said.append(why)

    def warning(self, event: str, *, tries: int) -> None:
        self.said.append(event)

    async def sleep(self, _seconds: float) -> None:
        self.tries += 1
        async with self.heard:
            self.heard.notify_all()
        await asyncio.sleep(0)

    async def tried(self, often: int) -> None:
        async with asyncio.timeout(20), self.heard:
            await self.heard.wait_for(lambda: self.tries >= often)


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Ears:
    ears = Ears()
    monkeypatch.setattr(patience, "log", ears)
    monkeypatch.setattr(patience, "asyncio", SimpleNamespace(sleep=ears.sleep))
    monkeypatch.setattr(room, "BUSY", 1)
    return ears


@asynccontextmanager
async def on_disk(folder: Path) -> AsyncIterator[tuple[Machine, Path]]:
    file = folder / "callboard.db"
    async with open_machine(url=f"sqlite+aiosqlite:///{file}") as machine:
        yield machine, file


@asynccontextmanager
async def serving(machine: Machine) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    running = asyncio.create_task(machine.app.run(stop))
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(running, 5)


async def until(machine: Machine, kind: Any, true: Callable[[list[Any]], bool]) -> None:
    async with asyncio.timeout(10):
        while not true(list(await machine.rows(kind))):
            pass


@pytest.mark.parametrize("kind", SAID)
async def test_while_the_file_cannot_be_written_everything_waits_and_then_happens_once(
    tmp_path: Path, ears: Ears, kind: str
) -> None:
    """Half a minute of it, with a message on its way, an update coming in and a cue due."""
    async with on_disk(tmp_path) as (machine, file):
        trouble, mei = Trouble(machine, file, kind), machine.world.people[machine.mei.id]
        async with serving(machine):
            await machine.wire.until(lambda: ("getUpdates", 0) in machine.wire.begun)
            machine.wire.held.add(machine.kai.id)
            await machine.say("kai", "on its way")
            machine.app.outbox.wake()
            await machine.wire.until(lambda: ("sendMessage", machine.kai.id) in machine.wire.begun)
            await machine.cue("plain", at=machine.now + timedelta(minutes=1))
            await trouble.begins()
            acts.say(machine.world, mei, machine.world.private(mei), LONG)
            await ears.tried(1)
            machine.wire.let_go(machine.kai.id)
            machine.clock.forward(timedelta(minutes=2))
            machine.app.ticker.rearm()
            await ears.tried(HALF_A_MINUTE)
            assert machine.world.mailbox.waiting and machine.mei.inbox() == [] and machine.group.inbox() == []
            assert SAID[kind] in ears.said[0] and len(ears.said) == 1
            await trouble.ends()
            await until(machine, Received, lambda rows: [row.state for row in rows] == [InboxState.DONE])
            await machine.app.settle()
        assert machine.kai.inbox() == ["on its way"] and machine.group.inbox() == ["echo.plain for 1"]
        assert len(machine.mei.inbox()) == 1 and (await machine.only_cue()).state is CueState.GIVEN
        assert {row.state for row in await machine.messages("kai")} == {Delivery.SENT}
        assert ears.said[1:] == ["the database can be had again"]
        trouble.other.close()


@pytest.mark.parametrize("kind", SAID)
async def test_it_ends_when_told_even_while_the_file_cannot_be_written(
    tmp_path: Path, ears: Ears, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LAST_STEP", 0.05)
    monkeypatch.setattr(outbox, "LAST_RECORD", 0.05)
    async with on_disk(tmp_path) as (machine, file):
        trouble, mei = Trouble(machine, file, kind), machine.world.people[machine.mei.id]
        async with serving(machine):
            await machine.wire.until(lambda: ("getUpdates", 0) in machine.wire.begun)
            machine.wire.held.add(machine.kai.id)
            await machine.say("kai", "on its way")
            machine.app.outbox.wake()
            await machine.wire.until(lambda: ("sendMessage", machine.kai.id) in machine.wire.begun)
            await trouble.begins()
            acts.say(machine.world, mei, machine.world.private(mei), LONG)
            await ears.tried(1)
            machine.wire.let_go(machine.kai.id)
            await ears.tried(3)
        await trouble.ends()
        machine.restart()
        machine.clock.forward(timedelta(minutes=1))
        await machine.app.settle()
        assert set(machine.kai.inbox()) == {"on its way"} and len(machine.kai.inbox()) <= 2
        trouble.other.close()


async def test_a_mistake_of_ours_in_sql_is_not_taken_for_the_machines(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'callboard.db'}")
    with pytest.raises(OperationalError, match="no such table"):
        await store.transaction(lambda session: session.connection().exec_driver_sql("SELECT * FROM nowhere"))
    await store.close()


async def test_what_was_typed_does_not_come_up_in_the_words_of_an_error(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'callboard.db'}")
    await store.create()
    with pytest.raises(DatabaseError) as caught:
        await store.transaction(lambda session: session.add_all([Team(id=1, title="my secret", chat_id=1)] * 2))
        await store.transaction(lambda session: session.add(Team(id=1, title="my secret", chat_id=1)))
    assert "secret" not in str(caught.value)
    await store.close()


async def test_at_the_start_a_file_that_another_has_is_waited_for(tmp_path: Path, ears: Ears) -> None:
    file = tmp_path / "callboard.db"
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE theirs (id)")
    other.execute("BEGIN EXCLUSIVE")
    store = Store(f"sqlite+aiosqlite:///{file}")
    migrating = asyncio.create_task(store.migrate())
    await ears.tried(HALF_A_MINUTE)
    assert "locked" in ears.said[0] and not migrating.done()
    other.execute("COMMIT")
    other.close()
    await asyncio.wait_for(migrating, 10)
    assert await store.read(lambda session: session.exec(select(Team)).all()) == []
    await store.close()


@pytest.mark.parametrize("said", ["attempt to write a readonly database", "file is not a database"])
def test_what_an_operator_must_put_right_is_one_line(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    cause = sqlite3.OperationalError(said)
    cause.sqlite_errorcode = sqlite3.SQLITE_READONLY if "readonly" in said else sqlite3.SQLITE_NOTADB
    with pytest.raises(typer.Exit), process.readable_ends():
        raise DatabaseError("BEGIN IMMEDIATE", None, cause)
    assert capsys.readouterr().err == f"database: {said}\n"


def test_an_address_that_is_taken_says_what_to_do_about_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), process.readable_ends(in_use="Take another port."):
        raise OSError(errno.EADDRINUSE, "Address already in use")
    assert capsys.readouterr().err == "Address already in use\nTake another port.\n"


def test_any_other_error_of_the_database_keeps_its_traceback() -> None:
    with pytest.raises(DatabaseError), process.readable_ends():
        raise DatabaseError("SELECT", None, sqlite3.OperationalError("no such column: nowhere"))


@pytest.mark.parametrize("seed", range(6))
async def test_a_log_that_was_cut_off_loses_only_its_end(tmp_path: Path, seed: int) -> None:
    """As after a loss of power on a disk that lied: what is found is what was committed up to some moment."""
    written, store = tmp_path / "written", None
    written.mkdir()
    store = Store(f"sqlite+aiosqlite:///{written / 'callboard.db'}")
    await store.create()
    for number in range(20):
        await store.transaction(lambda session, n=number: session.add(Team(chat_id=-n, title=f"{n}")))  # type: ignore[misc]
    found = tmp_path / "found"
    await asyncio.to_thread(shutil.copytree, written, found)
    await store.close()
    log = found / "callboard.db-wal"
    size = log.stat().st_size
    cut = random.Random(seed).randrange(size) if seed else 0
    log.write_bytes(log.read_bytes()[:cut] + b"\0" * (seed % 2 * 100))
    (found / "callboard.db-shm").unlink()
    again = Store(f"sqlite+aiosqlite:///{found / 'callboard.db'}")
    await again.create()
    titles = await again.read(lambda session: session.exec(select(Team.title).order_by(Team.id)).all())
    assert titles == [f"{number}" for number in range(len(titles))] and len(titles) < 20
    await again.transaction(lambda session: session.add(Team(chat_id=-99, title="and on it goes")))
    assert await again.read(lambda s: s.connection().exec_driver_sql("PRAGMA integrity_check").scalar()) == "ok"
    await again.close()
