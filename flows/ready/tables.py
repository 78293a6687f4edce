"""The nouns of the gate: a roll call and its lines, the decision, and what was overridden."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel


class Readiness(StrEnum):
    """What a seat has answered."""

    SILENT = "silent"
    READY = "ready"
    NOT_YET = "not-yet"


class RollCall(SQLModel, table=True):
    """One asking of all seats, for the start that was planned then."""

    __tablename__ = "roll_call"

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    starts_at: datetime
    """The start that people answered for; it follows a hold."""
    opened_at: datetime
    closed_at: datetime | None = None


class RollLine(SQLModel, table=True):
    """A seat on the roll, and what its holder answered."""

    __tablename__ = "roll_line"
    __table_args__ = (UniqueConstraint("roll_id", "role", "seat"),)

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    roll_id: int = Field(foreign_key="roll_call.id", index=True)
    role: str
    seat: int
    required: bool
    """Whether the show can't go on without it."""
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    state: Readiness = Readiness.SILENT
    why: str | None = None
    until: datetime | None = None
    answered_at: datetime | None = None
    answered_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Whoever pressed: the holder, or a lead for them."""
    muted_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """The lead who wants nobody asked about it any more."""
    instead_of: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Whoever sat here before the holder took the seat from the roll itself."""
    asked: int = 0
    """How many times the asking began; each has a cue of its own."""


class Decision(StrEnum):
    """What became of a gate."""

    OPEN = "open"
    GO = "go"
    HOLD = "hold"
    MOVED = "moved"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    """The show moved, or went live, before anybody decided, or after a GO that no longer holds."""


class Turn(StrEnum):
    """Which buttons an undecided gate shows."""

    ASKED = "asked"
    NO_GO = "no-go"
    """NO-GO was pressed: move it, or cancel it?"""
    CANCEL = "cancel"
    """Cancel was pressed: really?"""


class Gate(SQLModel, table=True):
    """One asking of the lead: GO, HOLD or NO-GO."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    number: int = 1
    opened_at: datetime
    decision: Decision = Decision.OPEN
    turn: Turn = Turn.ASKED
    ready: int | None = None
    """Seats that were ready when it was decided."""
    seats: int | None = None
    """Of how many."""
    decided_at: datetime | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    why: str = ""
    """Why it was held, where nothing was missing; in the words of whoever held it."""


class Override(SQLModel, table=True):
    """Something red that a lead took upon themselves."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    gate_id: int | None = Field(default=None, foreign_key="gate.id")
    """None: went live without a GO."""
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    at: datetime
    red: str = ""
    """What was red, as the team read it."""
    reason: str = ""


class Cause(StrEnum):
    """Why a show went on air late."""

    PEOPLE = "people"
    TECH = "tech"
    GOODS = "goods"
    PLATFORM = "platform"
    BEFORE = "before"
    """The show before it ran over."""
    OTHER = "other"
    """In words of their own."""


class Lateness(SQLModel, table=True):
    """How late a show went on air, and why, as whoever stamped the start says."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", unique=True)
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    at: datetime
    seconds: int
    cause: Cause
    reason: str = ""
