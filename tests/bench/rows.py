"""What a database holds before a bench begins, written straight into the tables."""

import asyncio
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import board  # noqa: F401  so that all tables are known
from bot.store import Store
from tests.bench.far import FIRST_CHAT

TEAM = 10
"""People in a team."""


def database(folder: Path, people: int = 200, teams: int | None = None) -> Path:
    """A fresh database with these people in teams of ten, or in so many teams."""
    file = folder / "callboard.db"

    async def make() -> None:
        store = Store(f"sqlite+aiosqlite:///{file}")
        await store.migrate()
        await store.close()

    asyncio.run(make())
    teams = teams or max(1, people // TEAM)
    with sqlite3.connect(file) as db:
        db.executemany(
            "insert into team values (?, ?, 0, ?, 'en', 'Asia/Shanghai', 'live-commerce', 1, 0)",
            [(team + 1, -1000 - team, f"Team {team}") for team in range(teams)],
        )
        db.executemany(
            "insert into person values (?, ?, null, null, null, 1)",
            [(FIRST_CHAT + one, f"P{FIRST_CHAT + one}") for one in range(people)],
        )
        db.executemany(
            "insert into member (team_id, person_id, lead, present) values (?, ?, 0, 1)",
            [(one % teams + 1, FIRST_CHAT + one) for one in range(people)],
        )
    db.close()
    return file


def cues(file: Path, dues: list[float], people: int = 200, teams: int = 20) -> None:
    """Calls that are due at these instants, for one person after the other."""
    rows = [
        (f"bench.call:{n}:{due}", n % people % teams + 1, FIRST_CHAT + n % people, _instant(due))
        for n, due in enumerate(dues)
    ]
    with sqlite3.connect(file) as db:
        db.executemany(
            "insert into cue (key, team_id, kind, subject, note, due_at, counted, offset, state, round, asked)"
            " values (?, ?, 'bench.call', ?, '', ?, 'WALL', 0, 'PLANNED', 0, '[]')",
            rows,
        )
    db.close()


def updates(file: Path, number: int, fresh: int = 10_000) -> None:
    """Old updates, of which the newest still have their bodies and ids."""
    now = datetime.now(UTC)
    old, new = (now - timedelta(days=30)), (now - timedelta(hours=12))
    body = json.dumps({"update_id": 1, "message": {"message_id": 1, "text": "x" * 200}})
    with sqlite3.connect(file) as db:
        db.executemany(
            "insert into inbox (update_id, received_at, body, state) values (?, ?, ?, 'DONE')",
            (
                (n, _instant(new.timestamp()), body) if n > number - fresh else (None, _instant(old.timestamp()), None)
                for n in range(1, number + 1)
            ),
        )
    db.close()


def _instant(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
