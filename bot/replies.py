"""A conversation as a row, and what a person replies to its questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel

from bot.dates import Understood
from bot.words import Words, w

if TYPE_CHECKING:
    from bot.desk import Desk


class Standing(StrEnum):
    """Where a conversation is."""

    ACTIVE = "active"
    WAITING = "waiting"
    """Behind another one, or suspended by an urgent one."""
    DONE = "done"
    CANCELLED = "cancelled"


OPEN = (Standing.ACTIVE, Standing.WAITING)


class Conversation(SQLModel, table=True):
    """A walk that a person is on: which step is open, and what was answered so far."""

    __table_args__ = (Index("ix_conversation_person_id_chat_id_standing", "person_id", "chat_id", "standing"),)

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    stream_id: int | None = Field(default=None, foreign_key="stream.id")
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    chat_id: int = Field(sa_type=BigInteger)
    thread_id: int = Field(default=0, sa_type=BigInteger)
    walk: str
    """`<flow>.<walk>`."""
    subject: int = 0
    """The row that it is about, as the flow understands it."""
    step: str = ""
    asked: int = 0
    """How many times something was asked: names each question's message."""
    answers: dict[str, Any] = Field(default={}, sa_type=JSON)
    urgent: bool = False
    standing: Standing = Standing.WAITING
    opened_at: datetime


@dataclass(frozen=True)
class Reply:
    """What a person answered: typed, pressed, or sent."""

    text: str = ""
    choice: str | None = None
    photo: str | None = None
    file: str | None = None
    file_name: str | None = None
    file_type: str | None = None
    understood: Understood | None = None
    card: str = ""
    """Of the bot's own, what was replied to."""


class Unclear(Exception):
    """An answer that can't be read; the words say what a good one looks like."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.key)
        self.words = words


def text_of(reply: Reply, limit: int) -> str:
    """Free text of at most `limit` characters."""
    text = reply.text.strip()
    if not text:
        raise Unclear(w("talk-text-please"))
    if len(text) > limit:
        raise Unclear(w("talk-too-long", limit=limit, length=len(text)))
    return text


def text_answer(limit: int) -> Any:
    """A `read` for such text."""
    return lambda _desk, _talk, reply: text_of(reply, limit)


def choice_answer(_desk: Desk, _talk: Conversation, reply: Reply) -> str:
    """A `read` for steps whose buttons are the only answers."""
    if reply.choice is None:
        raise Unclear(w("talk-press-please"))
    return reply.choice
