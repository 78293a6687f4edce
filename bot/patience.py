"""What to do while the machine does not give us the database: say so, wait, and try again until it does."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

from bot import faults

log = structlog.get_logger()
T = TypeVar("T")

PAUSE = 1.0
"""Seconds between two tries."""
REMIND = 60
"""Every so many tries it is said again."""
TAKEN = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
"""Another program is at work in the file."""
REFUSED = TAKEN | {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
"""The disk is full, the file may not be written, the disk fails: somebody can put it right while we wait."""
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def is_one_of(codes: frozenset[int], error: BaseException) -> bool:
    """Whether an error is the machine's, by SQLite's own number; a mistake in our SQL has another."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in codes


async def patiently(do: Callable[[], Awaitable[T]], codes: frozenset[int] = REFUSED) -> T:
    """Do it, again and again while the machine refuses; whatever else goes wrong is raised at once."""
    tries, said = 0, ""
    while True:
        try:
            result = await do()
        except Exception as error:
            if not is_one_of(codes, error):
                raise
            if (why := _in_short(error)) != said or tries % REMIND == 0:
                log.error("the database can't be had; trying until it can", why=why)
            tries, said = tries + 1, why
            await asyncio.sleep(PAUSE)
            continue
        if tries:
            log.warning("the database can be had again", tries=tries)
        return result


def _in_short(error: Exception) -> str:
    """SQLite's words, without the statement."""
    return faults.told(error.orig if isinstance(error, DBAPIError) and error.orig else error)
