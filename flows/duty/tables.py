"""The nouns of duty: shifts, hand-offs between them, what was asked about a card, and promises made aloud."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel


class Holding(StrEnum):
    """Whether a shift is to come, is being worked, or is over."""

    PLANNED = "planned"
    ON = "on"
    OFF = "off"


class Shift(SQLModel, table=True):
    """One person's turn at a role. People who alternate share a lane (0); otherwise each seat is a lane of its own."""

    __table_args__ = (Index("ix_shift_state_person_id", "state", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    lane: int = 0
    seat: int = 0
    """The seat whose holder this turn belongs to; 0 is somebody who stepped in."""
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    starts_at: datetime
    ends_at: datetime
    state: Holding = Holding.PLANNED
    on_at: datetime | None = None
    """Since when without a break: a person's next turn straight after goes on counting."""
    off_at: datetime | None = None


class Passing(StrEnum):
    """How far a hand-off has come."""

    DRAFTING = "drafting"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    """By everybody who could be asked."""
    LAPSED = "lapsed"
    TAKEN = "taken"
    """Through the emergency door, without a card."""


UNSETTLED = (Passing.DRAFTING, Passing.OFFERED)


class HandOff(SQLModel, table=True):
    """A duty on its way from one person to the next; it moves on Accept alone."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    lane: int = 0
    from_shift_id: int = Field(foreign_key="shift.id")
    to_shift_id: int = Field(foreign_key="shift.id")
    outgoing_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    incoming_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    answerer_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    """Who fills in the card: the outgoing person, or somebody else for an anchor on air."""
    due_at: datetime
    answers: dict[str, Any] = Field(default={}, sa_type=JSON)
    declined: list[int] = Field(default=[], sa_type=JSON)
    state: Passing = Passing.DRAFTING
    overdue: bool = False
    """The hour came without an Accept, and the lead was paged."""
    opened_at: datetime
    offered_at: datetime | None = None
    accepted_at: datetime | None = None


class HandOffQuestion(SQLModel, table=True):
    """Something that the incoming person wants to know before accepting."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id")
    handoff_id: int = Field(foreign_key="handoff.id", index=True)
    asker_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    text: str
    answer: str | None = None
    answered_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)


class Promise(SQLModel, table=True):
    """Something promised to the viewers aloud for a time, which whoever is on then must keep."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    text: str
    due_at: datetime
    kept_at: datetime | None = None
    kept_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
