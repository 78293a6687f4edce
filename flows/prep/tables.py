"""The nouns of preparation: an item of a stream's checklist, and how it stands."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.cues import From
from bot.record import Kept


class State(StrEnum):
    """How an item stands. Skipped is a lead's decision, and not the same as done."""

    OPEN = "open"
    BLOCKED = "blocked"
    DONE = "done"
    SKIPPED = "skipped"
    GONE = "gone"
    """The flow that put it there no longer asks for it."""


UNSETTLED = (State.OPEN, State.BLOCKED)


class Item(SQLModel, table=True):
    """A line of a stream's checklist. Its due time is an offset, so that it moves with the stream."""

    __table_args__ = (UniqueConstraint("stream_id", "key"),)

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    key: str
    """The playbook's, `<its>:<seat>` where every further seat has its own; `<flow>:<subject>` where a flow put it
    there; `hand:<n>` where a lead did."""
    en: str
    zh: str
    flow: str = ""
    """Which flow put it there, and must hear when it is done."""
    subject: int = 0
    first: bool = False
    """Stands before the playbook's own: carried over from last time."""
    role: str = ""
    """Whoever holds this role now owns it; empty where `owner_id` names a person."""
    owner_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    counted: From = From.START
    offset: int = 0
    """Seconds from what it is counted from."""
    said_due: datetime | None = None
    """When it was due, where that had passed before the show moved: it stays as it was said."""
    lead: int = 0
    """Seconds before due at which its owner is asked."""
    proof: str = "none"
    critical: bool = False
    gate: str | None = None
    short: bool = False
    """There was no time to ask for it by itself: it came in a list, and silence is not followed up."""
    listed: bool = False
    """Shown in the list of whoever was told last."""
    told_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Who was asked for it last as its owner; None once it has left their hands."""
    from_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """In whose hands it was before, where it changed them after they knew of it; else who was asked for its seat."""
    late_told: bool = False
    """Whether anybody heard that it is overdue."""
    for_all: bool = False
    """The whole team was asked: anybody in it may settle it."""
    turn: int = 0
    """Counts what was done to it; a ping planned in an earlier turn is no longer meant."""
    state: State = State.OPEN
    why: str = ""
    """What is in the way, or why it was skipped."""
    checked_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """The first of the two who must look."""
    done_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Who settled it, or says that it is blocked."""
    done_at: datetime | None = None
    in_time: bool | None = None
    proof_text: str = ""
    proof_file: str | None = None
    proof_photo: bool = False
    """Sent as a picture, so it is shown as one."""
    sorted_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """The lead who sees to what is in the way."""
    muted_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """The lead who wants no more pings about it."""

    @property
    def title(self) -> Kept:
        return Kept(self.en, self.zh)

    @property
    def from_start(self) -> bool:
        return self.counted is From.START


class StandIn(SQLModel, table=True):
    """Whom a team wants asked after a role's holder, and in which order."""

    __tablename__ = "stand_in"
    __table_args__ = (UniqueConstraint("team_id", "role", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    role: str
    place: int
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
