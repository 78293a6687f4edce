"""What a database holds before a bench begins, written straight into the tables."""

import asyncio
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlmodel import SQLModel

from bot.crew import Member, Person, Team
from bot.cues import Cue
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
    where = {"timezone": "Asia/Shanghai", "playbook": "live-commerce", "ready": True}
    _fill(file, Team, [{"id": n + 1, "chat_id": -1000 - n, "title": f"Team {n}"} | where for n in range(teams)])
    _fill(
        file, Person, [{"id": FIRST_CHAT + n, "name": f"P{FIRST_CHAT + n}", "reachable": True} for n in range(people)]
    )
    _fill(file, Member, [{"team_id": n % teams + 1, "person_id": FIRST_CHAT + n} for n in range(people)])
    return file


def cues(file: Path, dues: list[float], people: int = 200, teams: int = 20) -> None:
    """Calls that are due at these instants, for one person after the other."""
    about: dict[str, Any] = {"kind": "bench.call"}
    rows = [
        {"key": f"bench.call:{n}:{due}", "team_id": n % people % teams + 1, "subject": FIRST_CHAT + n % people}
        | {"due_at": datetime.fromtimestamp(due, UTC)}
        | about
        for n, due in enumerate(dues)
    ]
    _fill(file, Cue, rows)


def _fill(file: Path, kind: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    """Rows with the kind's own defaults for whatever is not said."""
    table = SQLModel.metadata.tables[str(kind.__tablename__)]
    template = kind(**rows[0])
    plain = {column.name: getattr(template, column.name) for column in table.columns if column.name != "id"}
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(table.insert(), [plain | row for row in rows])
    engine.dispose()


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
