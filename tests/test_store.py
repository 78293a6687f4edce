"""The store: one writer at a time, all of a unit of work or nothing, and nothing committed is lost."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import BigInteger
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import SQLModel, select

from bot.crew import LogEntry, Member, Person, Team
from bot.store import Session, Store

BIG = 2**52 + 1
"""Telegram promises ids of at most 52 bits; 32 are not enough."""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    one = Store(f"sqlite+aiosqlite:///{tmp_path / 'callboard.db'}")
    await one.create()
    await one.transaction(lambda session: session.add(Team(chat_id=-BIG, title="Friday Live")))
    yield one
    await one.close()


@pytest.fixture
def outside(tmp_path: Path) -> sqlite3.Connection:
    """Another program with the same file, in no mood to wait."""
    return sqlite3.connect(tmp_path / "callboard.db", timeout=0, isolation_level=None, check_same_thread=False)


def pragma(session: Session, name: str) -> object:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


def rename(title: str) -> Callable[[Session], None]:
    return lambda session: setattr(session.get(Team, 1), "title", title)


async def title(store: Store) -> str:
    return await store.read(lambda session: session.exec(select(Team.title)).one())


async def test_what_is_committed_survives_a_loss_of_power(store: Store) -> None:
    for run in (store.transaction, store.read):
        found = await run(lambda session: [pragma(session, name) for name in ("journal_mode", "synchronous")])
        assert found == ["wal", 2]


async def test_references_are_checked(store: Store) -> None:
    assert await store.transaction(lambda session: pragma(session, "foreign_keys")) == 1
    with pytest.raises(IntegrityError):
        await store.transaction(lambda session: session.add(Member(team_id=77, person_id=88)))
    assert await store.read(lambda session: session.exec(select(Member)).all()) == []


async def test_a_unit_of_work_takes_the_pen_when_it_begins(store: Store, outside: sqlite3.Connection) -> None:
    """Read first, write later, with another writer in between: that is how updates are lost silently."""

    def look_then_write(session: Session) -> None:
        team = session.exec(select(Team)).one()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            outside.execute("UPDATE team SET title = 'theirs'")
        assert outside.execute("SELECT title FROM team").fetchone() == ("Friday Live",)
        team.title = "ours"

    await store.transaction(look_then_write)
    assert outside.execute("SELECT title FROM team").fetchone() == ("ours",)


async def test_reading_leaves_the_pen_to_others_and_changes_nothing(store: Store, outside: sqlite3.Connection) -> None:
    def look(session: Session) -> None:
        team = session.exec(select(Team)).one()
        outside.execute("UPDATE team SET title = 'theirs'")
        assert team.title == "Friday Live"

    def scribble(session: Session) -> None:
        session.exec(select(Team)).one().title = "only looking"

    await store.read(look)
    await store.read(scribble)
    assert await title(store) == "theirs"


async def test_one_writer_at_a_time_however_many_there_are(store: Store) -> None:
    inside = 0

    def count(session: Session) -> None:
        nonlocal inside
        inside += 1
        assert inside == 1
        team = session.exec(select(Team)).one()
        team.title = str(int(team.title) + 1)
        session.flush()
        inside -= 1

    await store.transaction(rename("0"))
    await asyncio.gather(*(store.transaction(count) for _ in range(30)))
    assert await title(store) == "30"


async def test_two_processes_lose_no_update_of_each_other(store: Store, tmp_path: Path) -> None:
    other = Store(f"sqlite+aiosqlite:///{tmp_path / 'callboard.db'}")

    def count(session: Session) -> None:
        team = session.exec(select(Team)).one()
        team.title = str(int(team.title) + 1)

    await store.transaction(rename("0"))
    await asyncio.gather(*(one.transaction(count) for one in (store, other) for _ in range(15)))
    await other.close()
    assert await title(store) == "30"


async def test_a_unit_of_work_that_fails_leaves_nothing(store: Store) -> None:
    def fail(session: Session) -> None:
        session.exec(select(Team)).one().title = "half done"
        session.add(Person(id=BIG, name="Mei"))
        session.flush()
        raise KeyError("the floor gave way")

    with pytest.raises(KeyError):
        await store.transaction(fail)
    assert await title(store) == "Friday Live"
    assert await store.read(lambda session: session.exec(select(Person)).all()) == []
    await store.transaction(rename("and the next one works"))
    assert await title(store) == "and the next one works"


async def test_a_part_that_fails_can_be_undone_by_itself(store: Store) -> None:
    def partly(session: Session) -> None:
        session.exec(select(Team)).one().title = "kept"
        session.flush()
        with pytest.raises(KeyError), session.begin_nested():
            session.add(Person(id=BIG, name="Mei"))
            session.flush()
            raise KeyError

    await store.transaction(partly)
    assert await title(store) == "kept"
    assert await store.read(lambda session: session.exec(select(Person)).all()) == []


async def test_who_gives_up_waiting_leaves_all_or_nothing_and_the_door_free(store: Store) -> None:
    def unit(session: Session) -> None:
        session.exec(select(Team)).one().title = "given up"
        session.flush()
        session.add(Person(id=BIG, name="Mei"))

    waiting = asyncio.create_task(store.transaction(unit))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})
    people, titles = await store.read(
        lambda session: (session.exec(select(Person)).all(), session.exec(select(Team.title)).all())
    )  # at one moment: the thread may be at work on it still
    assert (titles == ["given up"]) == (len(people) == 1)
    await store.transaction(rename("next"))
    assert await title(store) == "next"


async def test_the_loop_goes_on_while_a_unit_of_work_does_its_work(store: Store) -> None:
    went_on = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(session: Session) -> bool:
        asyncio.run_coroutine_threadsafe(_set(went_on), loop).result(5)
        return went_on.is_set()

    assert await store.transaction(slow)


async def _set(event: asyncio.Event) -> None:
    event.set()


async def test_big_ids_come_back_as_they_were(store: Store) -> None:
    def keep(session: Session) -> None:
        session.add(Person(id=BIG, name="Mei"))
        session.flush()
        session.add(Member(team_id=1, person_id=BIG))

    await store.transaction(keep)
    member, team = await store.read(
        lambda session: (session.exec(select(Member)).one(), session.exec(select(Team)).one())
    )
    assert (member.person_id, team.chat_id) == (BIG, -BIG)


def test_every_column_that_holds_an_id_of_telegrams_has_64_bits() -> None:
    """SQLite would not mind; PostgreSQL would."""
    narrow = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if (
            column.name in ("chat_id", "thread_id", "message_id", "reply_to", "update_id")
            or any(key.target_fullname == "person.id" for key in column.foreign_keys)
            or (table.name, column.name) == ("person", "id")
        )
        and not isinstance(column.type, BigInteger)
    ]
    assert narrow == []


async def test_instants_come_back_aware_and_in_utc_and_naive_ones_are_refused(store: Store) -> None:
    shanghai = timezone(timedelta(hours=8))
    at = datetime(2026, 11, 28, 20, 0, tzinfo=shanghai)
    await store.transaction(lambda session: session.add(LogEntry(team_id=1, at=at, key="phase-log")))
    entry = await store.read(lambda session: session.exec(select(LogEntry)).one())
    assert entry.at == at and entry.at.tzinfo == UTC
    with pytest.raises((StatementError, ValueError)):
        naive = at.replace(tzinfo=None)
        await store.transaction(lambda session: session.add(LogEntry(team_id=1, at=naive, key="phase-log")))


async def test_what_was_written_is_there_for_the_next_process(store: Store, tmp_path: Path) -> None:
    await store.transaction(rename("for later"))
    await store.close()
    again = Store(f"sqlite+aiosqlite:///{tmp_path / 'callboard.db'}")
    assert await title(again) == "for later"
    await again.close()


async def test_a_store_in_memory_is_a_store_of_its_own() -> None:
    one, two = Store("sqlite+aiosqlite://"), Store("sqlite+aiosqlite://")
    for store in (one, two):
        await store.create()
    await one.transaction(lambda session: session.add(Team(chat_id=1, title="one")))
    assert await two.read(lambda session: session.exec(select(Team)).all()) == []
    assert await title(one) == "one"
    for store in (one, two):
        await store.close()
