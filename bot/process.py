"""How the process starts and ends: alone on its database, stopped by signals, with readable last words."""

import asyncio
import contextlib
import errno
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import NoReturn

import typer
from filelock import FileLock, Timeout
from sqlalchemy.exc import DatabaseError

from bot import patience, telegram


def end(why: str) -> NoReturn:
    """End the command with one readable message."""
    typer.echo(why, err=True)
    raise typer.Exit(1)


@contextlib.contextmanager
def alone(database: Path | None) -> Iterator[None]:
    """One bot per database: two would give every cue twice."""
    if database is None:
        yield
        return
    if not database.absolute().parent.is_dir():  # the lock would make it, and a mistyped path a new database
        end(f"database: there is no folder {database.parent}")
    lock = FileLock(f"{database}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        end(f"database: another process already works on {database}; stop that one first")
    except OSError as error:
        end(f"database: {database} can't be written: {error.strerror}")
    if database.exists() and not os.access(database, os.W_OK):  # SQLite would open it, and fail at the first line
        end(f"database: {database} can't be written: it is read-only for whoever runs this")
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def readable_ends(in_use: str = "") -> Iterator[None]:
    """What an operator can put right is one line, not a traceback; `in_use` advises where the address is taken."""
    try:
        yield
    except telegram.WrongToken:
        end("telegram.token: Telegram does not know this token; @BotFather shows the right one under /mybots")
    except (DatabaseError, sqlite3.Error) as error:
        if not patience.is_one_of(patience.REFUSED | patience.DAMAGED, error):
            raise
        end(f"database: {error.orig if isinstance(error, DatabaseError) else error}")
    except OSError as error:
        advice = f"\n{in_use}" if in_use and error.errno == errno.EADDRINUSE else ""
        end(f"{error.strerror or error}{advice}")


@contextlib.asynccontextmanager
async def until_signal() -> AsyncIterator[asyncio.Event]:
    """An event that SIGTERM and Ctrl-C set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    yield stop
