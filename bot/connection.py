"""A connection to the SQLite file: its thread, how it is opened, and SQLAlchemy on top of it."""

import asyncio
import sqlite3
from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar, cast

import aiosqlite
from sqlalchemy import Connection, Engine, create_engine, event, pool
from sqlalchemy.util import LRUCache

T = TypeVar("T")
BUSY = 1000
"""Milliseconds that SQLite itself waits for another program; after that it is said, and tried again."""


class Line(aiosqlite.Connection):
    """aiosqlite's connection with its thread, where a whole unit of work runs in one hop instead of one a statement."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True  # a process that dies must not wait for it

    async def run(self, work: Callable[[], T]) -> T:
        result: T = await self._execute(work)  # type: ignore[no-untyped-call]  # aiosqlite leaves it untyped
        return result

    @property
    def raw(self) -> sqlite3.Connection:
        return self._conn


_SQLITE = create_engine("sqlite://")
with _SQLITE.connect():
    """The dialect learns what this SQLite can do."""
_COMPILED: MutableMapping[Any, Any] = LRUCache(1000)
"""What statements became, for every connection: compiling one takes longer than running it."""


class Hand:
    """One connection to a SQLite file, opened when it is first needed, and SQLAlchemy on top of it."""

    def __init__(self, file: str, durable: bool) -> None:
        self._file, self._durable = file, durable
        self._line: Line | None = None
        self._opening = asyncio.Lock()
        self.engine = Engine(pool.StaticPool(cast(Any, self._raw)), _SQLITE.dialect, _SQLITE.url, hide_parameters=True)
        self.engine.update_execution_options(compiled_cache=_COMPILED)
        _begin_at_once(self.engine)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run `work` with the connection, in its thread: the event loop goes on meanwhile."""

        def within() -> T:
            with self.engine.connect() as connection:
                return work(connection)

        return await (await self._open()).run(within)

    async def close(self) -> None:
        if self._line:
            await self._line.close()

    async def _open(self) -> Line:
        """A connection that could not be opened has used up its thread: the next try is another."""
        async with self._opening:
            if self._line is None:
                line = Line(lambda: _connected(self._file, self._durable))
                try:
                    await line
                except sqlite3.Error:  # its thread tells the loop of its end, as long as there is a loop
                    await asyncio.to_thread(line._thread.join)
                    raise
                self._line = line
            return self._line

    def _raw(self) -> sqlite3.Connection:
        assert self._line
        return self._line.raw


def _connected(file: str, durable: bool) -> sqlite3.Connection:
    """WAL, and foreign keys. Set before SQLAlchemy sees it, which would close a connection that is refused."""
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        for pragma in (
            f"busy_timeout={BUSY}",
            "journal_mode=WAL",
            "foreign_keys=ON",
            f"synchronous={'FULL' if durable else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_at_once(engine: Engine) -> None:
    """BEGIN IMMEDIATE: the default transaction mode loses updates silently."""

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
