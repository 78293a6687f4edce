"""What belongs to a team: every row that refers to it, directly or through others, whatever flow keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, false, or_, select
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from bot.store import Session

SHARED = ("person", "inbox")
"""People may be in other teams as well; updates are forgotten by themselves."""
MACHINERY = ("message", "conversation", "cue", "link")
"""Erased with the rest, but of no use to a reader."""


def rows(session: Session, team_id: int) -> list[dict[str, Any]]:
    """What there is to keep, a row each, with the table's name."""
    return [
        {"table": table.name, **row}
        for table in SQLModel.metadata.sorted_tables
        if table.name not in (*SHARED, *MACHINERY)
        for row in session.connection().execute(table.select().where(_of(table, team_id))).mappings()
    ]


def erase(session: Session, root_id: int, root: str = "team") -> None:
    """The team (or the stream) and all that belongs to it; what refers to others goes before them."""
    session.flush()
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name not in SHARED:
            session.connection().execute(table.delete().where(_of(table, root_id, root)))
    session.expunge_all()
    session.forget()


def _of(table: Table, root_id: int, root: str = "team") -> ColumnElement[bool]:
    """Whether a row belongs to the team: it is the team, or refers to a row that does."""
    if table.name == root:
        return table.c.id == root_id
    parents = [(key.parent, key.column) for key in table.foreign_keys if key.column.table is not table]
    return or_(
        false(),
        *(
            here.in_(select(there).where(_of(there.table, root_id, root)))
            for here, there in parents
            if there.table.name not in SHARED
        ),
    )
