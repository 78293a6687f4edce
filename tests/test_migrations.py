"""Migrations: what is written is what the models say, and whoever upgrades loses nothing."""

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, Connection, Date, DateTime, Float, Integer, MetaData, Table, create_engine, event
from sqlmodel import SQLModel

from bot import store as room
from bot.store import Store
from flows import SHOW

Rows = dict[str, list[dict[str, Any]]]


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(room.MIGRATIONS))
    return ScriptDirectory.from_config(config)


def revisions() -> list[str]:
    """From the first to the newest."""
    return [one.revision for one in reversed(list(scripts().walk_revisions()))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "callboard.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[Store]:
    one = Store(f"sqlite+aiosqlite:///{file}", durable=False)
    yield one
    await one.close()


def within(file: Path, do: Any) -> Any:
    """Look at the file, or fill it, as a program of its own; references are checked."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda raw, _record: raw.execute("PRAGMA foreign_keys=ON"))
    try:
        with engine.begin() as connection:
            return do(connection)
    finally:
        engine.dispose()


def tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def populate(connection: Connection) -> None:
    """A row in every table that there is, each naming the ones before it."""
    for table in tables(connection):
        values = {column.name: _value(column) for column in table.columns if not _left_out(column)}
        connection.execute(table.insert().values(values))


def _left_out(column: Any) -> bool:
    itself = any(key.column.table is column.table for key in column.foreign_keys)
    return itself and column.nullable


def _value(column: Any) -> Any:
    if column.foreign_keys or isinstance(column.type, Integer | Float):
        return 1
    if isinstance(column.type, Boolean):
        return True
    if isinstance(column.type, DateTime):
        return datetime(2026, 11, 28, 12, 0, tzinfo=UTC).replace(tzinfo=None)
    if isinstance(column.type, JSON):
        return {}
    return datetime(2026, 11, 28, tzinfo=UTC).date() if isinstance(column.type, Date) else "x"


def contents(connection: Connection) -> Rows:
    return {
        table.name: [dict(row) for row in connection.execute(table.select()).mappings()] for table in tables(connection)
    }


def kept(before: Rows, after: Rows) -> bool:
    """Every row is still there, with the same values wherever the column still is."""
    for name, rows in before.items():
        for old, new in zip(rows, after[name], strict=True):
            assert {key: new[key] for key in old if key in new} == {key: old[key] for key in old if key in new}
    return True


async def test_the_newest_tables_are_what_the_models_say(store: Store, file: Path) -> None:
    assert SHOW  # whose tables are among the models
    await store.migrate()

    def differences(connection: Connection) -> Any:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, SQLModel.metadata)

    assert within(file, differences) == []


async def test_a_new_version_finds_everything_that_an_older_one_wrote(store: Store, file: Path) -> None:
    for revision in revisions():
        before = within(file, contents)
        await store.migrate(revision)
        assert kept(before, within(file, contents))
        within(file, lambda connection: [connection.execute(table.delete()) for table in reversed(tables(connection))])
        within(file, populate)
    assert all(within(file, contents).values())


async def test_every_step_can_be_taken_back_and_taken_again(store: Store, file: Path) -> None:
    await store.migrate()
    within(file, populate)
    for _ in revisions():
        await store.migrate("-1")
        assert within(file, lambda connection: connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()) == []
    assert within(file, tables) == []
    await store.migrate()
    within(file, populate)
    await store.migrate("base")
    assert within(file, tables) == []


async def test_migrating_again_changes_nothing(store: Store, file: Path) -> None:
    await store.migrate()
    within(file, populate)
    before = within(file, contents)
    await store.migrate()
    assert within(file, contents) == before


def test_there_is_one_newest_version_and_names_sort_as_versions_came() -> None:
    """At the start the newest is told by its name, without asking Alembic."""
    assert len(scripts().get_heads()) == 1
    assert revisions() == sorted(revisions())
    assert revisions() == sorted(path.stem.partition("_")[0] for path in (room.MIGRATIONS / "versions").glob("*.py"))


async def test_tables_that_are_the_newest_are_left_alone_without_asking_alembic(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.migrate()
    monkeypatch.setitem(sys.modules, "alembic", None)
    await store.migrate()


# What the migrations of tomorrow may rely on


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Adds one more revision to a copy of the migrations."""
    folder = tmp_path / "migrations"
    copytree(room.MIGRATIONS, folder)

    def write(body: str) -> None:
        text = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "tomorrow", "{revisions()[-1]}"


def upgrade():
    {body}


def downgrade():
    pass
"""
        (folder / "versions" / "tomorrow.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(room, "MIGRATIONS", folder)

    return write


async def test_a_table_that_others_refer_to_can_be_made_anew_without_losing_a_row(
    store: Store, file: Path, tomorrow: Any
) -> None:
    """SQLite changes a column by making the table anew; with references on, that would delete what refers to it."""
    await store.migrate()
    within(file, populate)
    before = within(file, contents)
    tomorrow(
        'with op.batch_alter_table("team", recreate="always") as team: team.add_column(sa.Column("motto", sa.String()))'
    )
    await store.migrate()
    assert kept(before, within(file, contents))
    assert within(file, contents)["team"][0]["motto"] is None
    on = await store.transaction(lambda session: session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar())
    assert on == 1


@pytest.mark.parametrize(
    "fault", ['op.execute("DELETE FROM team")', 'op.drop_table("team"); raise KeyError("halfway")']
)
async def test_a_migration_that_goes_wrong_leaves_everything_as_it_was(
    store: Store, file: Path, tomorrow: Any, fault: str
) -> None:
    await store.migrate()
    within(file, populate)
    before = within(file, contents)
    tomorrow(f'op.add_column("team", sa.Column("motto", sa.String())); {fault}')
    with pytest.raises((RuntimeError, KeyError)):
        await store.migrate()
    assert within(file, contents) == before
    assert await store.transaction(lambda session: session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar())
