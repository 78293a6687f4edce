"""The database: engine, the one door for writing, and migrations."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import sqlmodel
from alembic import command
from alembic.config import Config as Alembic
from sqlalchemy import event, pool
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

T = TypeVar("T")
MIGRATIONS = Path(__file__).parent / "migrations"


class Session(sqlmodel.Session):
    """A session of one transaction, synchronous as flows see it; greenlets carry it over the async driver.

    Rows once read stay in hand until the end (SQLAlchemy alone would let go of them and read them again), and so does
    what `remembered()` looked up, until a row of that kind is added or deleted.
    """

    def __init__(self, connection: Any) -> None:
        super().__init__(connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        self._in_hand: list[object] = []
        self._memory: dict[type, dict[Any, Any]] = {}
        event.listen(self, "loaded_as_persistent", self._keep)
        event.listen(self, "after_flush", self._forget)

    def remembered(self, kind: type, key: Any, look: Callable[[], T]) -> T:
        """What `look` finds among the rows of a kind; looked up once."""
        memory = self._memory.setdefault(kind, {})
        if key not in memory:
            memory[key] = look()
        found: T = memory[key]
        return found

    def _keep(self, _session: Any, row: object) -> None:
        self._in_hand.append(row)

    def _forget(self, _session: Any, _context: Any) -> None:
        for row in (*self.new, *self.deleted):
            self._memory.pop(type(row), None)


class Store:
    """One database. Whoever reads or writes passes a plain function to `transaction()` or `read()`.

    The function is synchronous, so nothing can wait for the network inside a transaction.
    """

    def __init__(self, url: str, *, durable: bool = True) -> None:
        self.url = make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.in_memory = self.sqlite and not self.url.database
        self._door = asyncio.Lock()
        self._engine = self._connectable(durable)

    def _connectable(self, durable: bool) -> AsyncEngine:
        if not self.sqlite:
            return create_async_engine(self.url)
        engine = create_async_engine(
            self.url, poolclass=pool.StaticPool if self.in_memory else pool.AsyncAdaptedQueuePool
        )
        _set_up_sqlite(engine, durable)
        return engine

    async def transaction(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one transaction, one writer at a time, and commit it; an exception undoes all of it."""
        async with self._door, self._engine.begin() as connection:
            return await connection.run_sync(_in_session, work)

    async def read(self, look: Callable[[Session], T]) -> T:
        """Run `look` in a transaction that is undone: for reading alone."""
        if self.in_memory:  # one connection serves both sides
            return await self.transaction(look)
        async with self._engine.connect() as connection:
            connection = await connection.execution_options(reading=True)
            return await connection.run_sync(_in_session, look)

    async def create(self) -> None:
        """Make all tables at once, without migrations: for a database that nobody keeps."""
        async with self._engine.begin() as connection:
            await connection.run_sync(sqlmodel.SQLModel.metadata.create_all)

    async def migrate(self, to: str = "head") -> None:
        """Bring the tables to a revision ("head" is the newest, "base" none)."""
        async with self._engine.connect() as connection:
            await connection.run_sync(_migrate, to)

    async def close(self) -> None:
        await self._engine.dispose()


def _in_session(connection: Any, work: Callable[[Session], T]) -> T:
    with Session(connection) as session:
        result = work(session)
        session.flush()
        return result


def _set_up_sqlite(engine: AsyncEngine, durable: bool) -> None:
    """WAL, foreign keys, and BEGIN IMMEDIATE: the default transaction mode loses updates silently."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "foreign_keys=ON",
            "busy_timeout=30000",
            f"synchronous={'FULL' if durable else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _migrate(connection: Any, to: str) -> None:
    """Migrate with foreign keys off (batch mode would delete cascading children), then check every one of them."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    alembic = Alembic()
    alembic.set_main_option("script_location", str(MIGRATIONS))
    alembic.attributes["connection"] = connection
    go = command.downgrade if to == "base" or to.startswith("-") else command.upgrade
    go(alembic, to)
    if sqlite:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            connection.rollback()
            raise RuntimeError(f"the migration would break {len(broken)} references; nothing was changed")
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.commit()
