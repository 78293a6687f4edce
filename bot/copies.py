"""What an operator keeps elsewhere: a copy of the database while it is in use, or every row as JSON, a line each."""

import contextlib
import json
import os
import sqlite3
from pathlib import Path

from sqlmodel import SQLModel

from bot.patience import is_one_of
from bot.process import end
from bot.store import Store

LEFT_OUT = ("inbox", "message", "link")
"""What has no use elsewhere: raw updates, what the bot said, one-use links."""
UNWRITTEN = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB})
"""With the database open and readable, these are about the copy."""


def may_be_written(out: Path, database: Path) -> None:
    """End with one line where this cannot become the copy, before anything is read."""
    if not out.absolute().parent.is_dir():
        end(f"{out}: there is no folder {out.parent}")
    if out.is_dir():
        end(f"{out}: is a folder")
    if out.exists() and out.samefile(database):
        end(f"{out}: is the database itself")
    if not os.access(out if out.exists() else out.absolute().parent, os.W_OK):
        end(f"{out}: can't be written by whoever runs this")


def back_up(database: Path, out: Path) -> None:
    with contextlib.closing(sqlite3.connect(database)) as source, contextlib.closing(sqlite3.connect(out)) as target:
        source.execute("PRAGMA schema_version")  # what is wrong with the database itself is told as such
        try:
            source.backup(target)
        except sqlite3.Error as error:
            if not is_one_of(UNWRITTEN, error):
                raise
            end(f"{out}: {error}")
        if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            end(f"database: {database} is damaged, and so is the copy; keep the one made before")


async def rows(store: Store) -> list[dict[str, object]]:
    if not await store.is_migrated():
        await store.close()
        end("database: its tables are not those of this version; run `callboard migrate` first")
    found = await store.read(
        lambda session: [
            {"table": table.name, **row}
            for table in SQLModel.metadata.sorted_tables
            if table.name not in LEFT_OUT
            for row in session.connection().execute(table.select()).mappings()
        ]
    )
    await store.close()
    return found


def write(found: list[dict[str, object]], out: Path) -> None:
    lines = (json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in found)
    try:
        out.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        end(f"{out}: {error.strerror}")
