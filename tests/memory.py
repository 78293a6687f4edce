"""A database in memory whose work is done at once: it makes nobody wait, so no thread has to do it meanwhile."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from bot.connection import Hand, _connected
from bot.store import Store

T = TypeVar("T")


class AtOnce(Hand):
    """The same connection and the same SQLAlchemy. Handed to a thread and back an empty unit of work takes three times as
    long, and a press is a dozen of them. Stories of what goes on meanwhile keep the thread (tests/machine.py)."""

    def __init__(self) -> None:
        super().__init__(":memory:", durable=False)
        self._here = _connected(":memory:", durable=False)
        self._here.execute("PRAGMA page_size=1024").close()  # a copy is kept of every scene: a third as large

    async def run(self, work: Callable[[Connection], T]) -> T:
        with self.engine.connect() as connection:
            return work(connection)

    async def close(self) -> None:
        self._here.close()

    def _raw(self) -> sqlite3.Connection:
        return self._here


class StoreInMemory(Store):
    """One database of its own, gone when it is closed."""

    def __init__(self) -> None:
        super().__init__("sqlite+aiosqlite://", durable=False)
        self._writer = self._reader = AtOnce()
