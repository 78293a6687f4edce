"""Message rows: what a chat should show; the outbox makes Telegram match them."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, SmallInteger, text
from sqlmodel import Field, SQLModel


class Priority(IntEnum):
    """Which of a chat's messages goes first; order holds within one priority."""

    LIVE = 0
    REPLY = 1
    PING = 2
    BOARD = 3


class Delivery(StrEnum):
    """Whether a chat shows the message as it should be."""

    PENDING = "pending"
    SENT = "sent"
    HELD = "held"
    """The private chat does not work, or the person is on air: sent, as it then is, when that ends."""
    FAILED = "failed"


class Message(SQLModel, table=True):
    """One message of one chat. Changing it before it is sent, or twice before the edit goes out, folds into one call."""

    __table_args__ = (
        # Partial where that is SQLite's to say; naming PostgreSQL as well would load all of its dialect at every start.
        Index(
            "ix_message_pending",
            "priority",
            "queued_at",
            "id",
            sqlite_where=text("state = 'PENDING'"),
        ),
        Index("ix_message_chat_id_message_id", "chat_id", "message_id"),
        Index("ix_message_card_chat_id", "card", "chat_id"),
    )

    id: int = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger, index=True)
    """Whom a private message is for."""
    chat_id: int = Field(sa_type=BigInteger)
    thread_id: int = Field(default=0, sa_type=BigInteger)
    card: str | None = None
    """What it shows, such as `prep:12`: all copies of a card change together."""
    text: str
    buttons: list[list[dict[str, str]]] = Field(default=[], sa_type=JSON)
    language: str = "en"
    zone: str = "UTC"
    priority: int = Field(default=Priority.PING, sa_type=SmallInteger)
    """A `Priority`, stored as its number so that the database can sort by it."""
    silent: bool = False
    pin: bool = False
    pinned: bool = False
    """No more is to be done about pinning it: it is, or Telegram will not have it."""
    reply_to: int | None = Field(default=None, sa_type=BigInteger)
    maker: str | None = None
    """A picture or a file to send with it, made from rows just before: `<flow>.<maker>`."""
    maker_args: dict[str, Any] = Field(default={}, sa_type=JSON)
    state: Delivery = Delivery.PENDING
    version: int = 1
    sent_version: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    """Telegram's, once sent."""
    not_before: datetime | None = None
    attempts: int = 0
    error: str | None = None
    queued_at: datetime
    sent_at: datetime | None = None

    def start_over(self) -> None:
        """What Telegram had of it is gone, or out of reach: it is to be sent as a new message."""
        self.message_id, self.reply_to, self.pinned = None, None, False

    def change(self, now: datetime, text: str, buttons: list[list[dict[str, str]]]) -> None:
        """Show something else from now on; nothing happens where that is what it shows already."""
        if (text, buttons) == (self.text, self.buttons):
            return
        self.text, self.buttons = text, buttons
        self.version += 1
        if self.state is Delivery.SENT:
            self.state, self.queued_at = Delivery.PENDING, now

    def strip_buttons(self, now: datetime) -> None:
        """Leave the text, take the buttons away: what they asked is settled. Nobody waits for that, so it goes last."""
        self.change(now, self.text, [])
        if self.message_id is not None:
            self.priority = Priority.BOARD
