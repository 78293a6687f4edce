"""What planning remembers beside the shared nouns: who said no to a seat, and which shows come again."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class Declined(SQLModel, table=True):
    """A person who declined a role in a stream, or suggested somebody for it, and so isn't offered it again for the same
    time."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    at: datetime
    suggested_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Whom they suggested instead; without it, they said no."""


class Every(StrEnum):
    """How often a show comes again."""

    DAY = "day"
    WEEK = "week"


class Series(SQLModel, table=True):
    """A show that comes again: what the next one is made of, and on which day it is."""

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    every: Every
    title: str
    purpose: str = ""
    goal: str = ""
    platforms: list[str] = Field(default=[], sa_type=JSON)
    products: int | None = None
    clock: str
    """When it starts, in the team's zone: `20:00`."""
    minutes: int
    lead_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    deputy_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Only where a lead has said so for all that follow."""
    crew: dict[str, int] = Field(default={}, sa_type=JSON)
    """Who usually sits where: `anchor:1` and the person; 0 is nobody."""
    next_day: date
    """The day of the next one that is not planned yet."""
    made: int = 1
    """How many there have been: names the cue that makes the next."""
    ended: bool = False


class Episode(SQLModel, table=True):
    """A stream of a series, and the day it was planned for, wherever it has moved since."""

    id: int = Field(default=None, primary_key=True)
    series_id: int = Field(foreign_key="series.id", index=True)
    stream_id: int = Field(foreign_key="stream.id", unique=True)
    day: date
