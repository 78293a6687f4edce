"""The noun of teamwork: a word of thanks."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Kudos(SQLModel, table=True):
    """One person's thanks to another, with the reason as typed."""

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    stream_id: int | None = Field(default=None, foreign_key="stream.id", index=True)
    """The show that was under way or under review, else the one before; thanks in a rehearsal count nowhere."""
    from_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    to_id: int = Field(foreign_key="person.id", sa_type=BigInteger, index=True)
    why: str
    at: datetime
