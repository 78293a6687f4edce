"""The noun of the calls: one giving of a playbook's line, and who has heard it."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel


class Calling(SQLModel, table=True):
    """A line of the playbook as it is said once; one that repeats has a row each time."""

    __table_args__ = (UniqueConstraint("stream_id", "key", "number"),)

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    key: str
    number: int = 0
    for_all: bool = False
    """Whether it has reached the group: then anyone of the crew may answer."""
    heard: list[int] = Field(default=[], sa_type=JSON)
    """Who has pressed Got it or Done, in order."""
    heard_at: datetime | None = None
    heard_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Whoever was first."""
