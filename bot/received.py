"""Updates as rows: what Telegram sent, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, bindparam, null, text, update
from sqlmodel import Field, SQLModel, col

from bot.store import Session


class InboxState(StrEnum):
    NEW = "new"
    DONE = "done"
    FAILED = "failed"


class Received(SQLModel, table=True):
    """An update as Telegram sent it. The own id orders them: Telegram's may start again after a week of silence."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_new", "id", sqlite_where=text("state = 'NEW'")),)

    id: int = Field(default=None, primary_key=True)
    update_id: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    """None once a repeat can no longer come."""
    received_at: datetime = Field(index=True)
    body: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    state: InboxState = InboxState.NEW
    error: str | None = None


def close(session: Session, row_id: int, state: InboxState, *, error: str | None = None, forget: bool = False) -> None:
    """The update is dealt with; `forget` keeps its number alone."""
    values: dict[str, Any] = {"at": row_id, "state": state, "error": error}
    session.connection().execute(_FORGET if forget else _CLOSE, values)


_STATE = SQLModel.metadata.tables["inbox"].c.state.type
_CLOSE = (
    update(Received)
    .where(col(Received.id) == bindparam("at"))
    .values(state=bindparam("state", type_=_STATE), error=bindparam("error"))
)
_FORGET = _CLOSE.values(body=null())
