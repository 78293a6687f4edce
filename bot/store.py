"""The database: engine, the one door for writing, and migrations."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import sqlmodel
from sqlalchemy import Connection, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.orm.attributes import instance_state

from bot.connection import Hand
from bot.patience import TAKEN, patiently

T = TypeVar("T")
MIGRATIONS = Path(__file__).parent / "migrations"


class Session(sqlmodel.Session):
    """A session of one transaction, synchronous as flows see it; it runs in the connection's own thread.

    Rows once read stay in hand until the end (SQLAlchemy alone would let go of them and read them again), and so does
    what `remembered()` looked up, until a row of that kind is added or deleted.
    """

    def __init__(self, connection: Any) -> None:
        super().__init__(connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        self.in_hand: list[object] = []
        self.changed: set[type] = set()
        """The kinds of rows that were added, changed or deleted."""
        self._memory: dict[type, dict[Any, Any]] = {}

    def remembered(self, kind: type, key: Any, look: Callable[[], T]) -> T:
        """What `look` finds among the rows of a kind; looked up once."""
        memory = self._memory.setdefault(kind, {})
        if key not in memory:
            memory[key] = look()
        found: T = memory[key]
        return found

    def get(self, entity: type[T], ident: Any, **how: Any) -> T | None:  # type: ignore[override]  # by its class alone
        """A row in hand is handed out as it is, in a fifth of the time that SQLAlchemy takes to find it."""
        held: T | None = None if how else self.identity_map.get((entity, (ident,), None))
        if held is None or instance_state(held).expired:
            return super().get(entity, ident, **how)
        return held

    def delete(self, row: object) -> None:
        """What was looked up among rows of its kind is no longer true."""
        super().delete(row)
        self._memory.pop(type(row), None)

    def forget(self) -> None:
        """What was looked up is looked up anew: another unit of work begins."""
        self._memory.clear()

    def flushed(self) -> None:
        """Rows have gone out to the database."""
        for row in (*self.new, *self.deleted):
            self._memory.pop(type(row), None)
        self.changed.update(type(row) for row in (*self.new, *self.dirty, *self.deleted))


@event.listens_for(Session, "loaded_as_persistent")
def _keep(session: Session, row: object) -> None:
    session.in_hand.append(row)


@event.listens_for(Session, "after_soft_rollback")
def _undone(session: Session, _transaction: Any) -> None:
    """What was looked up may have been undone with the savepoint."""
    session.forget()


@event.listens_for(Session, "after_flush")
def _flushed(session: Session, _context: Any) -> None:
    session.flushed()


class Store:
    """One database. Whoever reads or writes passes a plain function to `transaction()` or `read()`.

    The function is synchronous, so nothing can wait for the network inside a transaction. Measured on the steps of a
    whole show, one hop a unit of work takes less than half the time of one a statement. A file that is locked, full or
    read-only is waited for, so the function may run more than once: what it did before is undone.
    """

    def __init__(self, url: str, *, durable: bool = True) -> None:
        file = make_url(url).database or ":memory:"
        self.in_memory = file == ":memory:"
        self._door = asyncio.Lock()
        self._writer = Hand(file, durable)
        self._reader = self._writer if self.in_memory else Hand(file, durable)
        self._watchers: list[tuple[frozenset[type], Callable[[], None]]] = []

    def watch(self, tell: Callable[[], None], *kinds: type) -> None:
        """Be told of every commit that touches rows of these kinds."""
        self._watchers.append((frozenset(kinds), tell))

    async def transaction(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one transaction, one writer at a time, and commit it; an exception undoes all of it."""
        async with self._door:
            result, changed = await patiently(lambda: self._writer.run(lambda line: _unit(line, work, commit=True)))
        for kinds, tell in self._watchers:
            if kinds & changed:
                tell()
        return result

    async def read(self, look: Callable[[Session], T]) -> T:
        """Run `look` in a transaction that is undone: for reading alone."""
        return (await patiently(lambda: self._reader.run(lambda line: _unit(line, look, commit=False))))[0]

    async def create(self) -> None:
        """Make all tables at once, without migrations: for a database that nobody keeps."""
        await self.transaction(lambda session: sqlmodel.SQLModel.metadata.create_all(session.connection()))

    async def migrate(self, to: str = "head") -> None:
        """Bring the tables to a revision ("head" is the newest, "base" none); who has the file now may finish first."""
        await patiently(lambda: self._writer.run(lambda line: _migrate(line, to)), TAKEN)

    async def is_migrated(self) -> bool:
        """Whether the tables are the newest."""
        return await self._writer.run(_at_head)

    async def close(self) -> None:
        await self._writer.close()
        if self._reader is not self._writer:
            await self._reader.close()


def _unit(connection: Connection, work: Callable[[Session], T], *, commit: bool) -> tuple[T, set[type]]:
    if not commit:
        connection = connection.execution_options(reading=True)
    with connection.begin() as transaction, Session(connection) as session:
        result = work(session)
        session.flush()
        if not commit:
            transaction.rollback()
        return result, session.changed


def _migrate(connection: Connection, to: str) -> None:
    """One transaction, with foreign keys off (making a table anew would delete what refers to it), then all checked."""
    if to == "head" and _at_head(connection):
        return
    from alembic import command  # with what it brings along it takes longer to import than a start may take
    from alembic.config import Config as Alembic

    alembic = Alembic()
    alembic.set_main_option("script_location", str(MIGRATIONS))
    alembic.attributes["connection"] = connection
    go = command.downgrade if to == "base" or to.startswith("-") else command.upgrade
    _check_references(connection, False)
    try:
        with connection.begin():
            go(alembic, to)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"the migration would break {len(broken)} references; nothing was changed")
    finally:
        _check_references(connection, True)


def _at_head(connection: Connection) -> bool:
    """Whether the tables are the newest: revisions are named so that the last in order is the last in time."""
    newest = max(path.stem for path in (MIGRATIONS / "versions").glob("*.py")).partition("_")[0]
    with connection.begin():
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == newest


def _check_references(connection: Connection, checked: bool) -> None:
    """Past SQLAlchemy, which would begin a transaction: inside of one SQLite takes no notice of this."""
    connection.connection.cursor().execute(f"PRAGMA foreign_keys={'ON' if checked else 'OFF'}")
