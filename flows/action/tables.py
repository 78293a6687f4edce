"""The noun that closes the loop: an action, from something said in a review to what became of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class Lane(StrEnum):
    """What an action improves."""

    CONTENT = "content"
    INTERACTION = "interaction"
    TECHNOLOGY = "technology"
    PEOPLE = "people"


class State(StrEnum):
    PROPOSED = "proposed"
    """Said in a review; the lead has not decided."""
    PASSED = "passed"
    """The lead said: not now."""
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Action(SQLModel, table=True):
    """Something to do better, with an owner and a time."""

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    """The show in whose review it was said."""
    what: str
    said_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """None: said anonymously."""
    state: State = State.PROPOSED
    lane: Lane | None = None
    owner_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    for_next_show: bool = False
    due_at: datetime | None = None
    """None: the next show, which is not planned yet."""
    measure: str = ""
    """How we will know that it worked."""
    stood_on: list[int] = Field(default=[], sa_type=JSON)
    """The shows on whose checklists it stood."""
    asked: int = 0
    """How often its owner was asked since it is due."""
    made_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    made_at: datetime | None = None
    closed_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    closed_at: datetime | None = None
    why: str = ""
    """Why its owner can't."""
    helped: bool | None = None
