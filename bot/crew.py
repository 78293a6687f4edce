"""The nouns that all flows share: teams, people, streams, who sits where, and the log of what happened."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.playbook.tempo import squeezed

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


NEVER = "never"
"""Of quiet hours: there are none."""


class Phase(StrEnum):
    """Where a stream stands, in the order of docs/house.md."""

    PLANNED = "planned"
    PREP = "prep"
    STANDBY = "standby"
    LIVE = "live"
    WRAP = "wrap"
    REVIEW = "review"
    CLOSED = "closed"
    CANCELLED = "cancelled"


AHEAD = (Phase.PLANNED, Phase.PREP, Phase.STANDBY)
UNDER_WAY = (Phase.STANDBY, Phase.LIVE, Phase.WRAP)
OVER = (Phase.CLOSED, Phase.CANCELLED)


class Answer(StrEnum):
    """What a person said to being given a seat."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Team(SQLModel, table=True):
    """A group chat, or one topic of it (`thread_id`; 0 is the whole chat)."""

    __table_args__ = (UniqueConstraint("chat_id", "thread_id"),)

    id: int = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    thread_id: int = Field(default=0, sa_type=BigInteger)
    title: str
    language: str = "en"
    timezone: str = "UTC"
    playbook: str = ""
    quiet: str = ""
    """When nobody is pinged, in the team's zone: `23:00-08:00`, or `never`; empty is as the bot is set up."""
    ready: bool = False
    """Whether /setup was finished."""
    suspended: bool = False
    """The bot was removed from the chat: nothing is sent, everything is kept."""


class Person(SQLModel, table=True):
    """A Telegram user; the id is Telegram's."""

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    name: str
    username: str | None = None
    language: str | None = None
    """As chosen with /language, or that of their Telegram; None follows the team."""
    timezone: str | None = None
    reachable: bool = False
    """Whether the private chat works: started, and not blocked."""


class Member(SQLModel, table=True):
    """A person in a team."""

    __table_args__ = (UniqueConstraint("team_id", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger, index=True)
    lead: bool = False
    lead_as_admin: bool = False
    """Those rights came with being an admin of the group, and go with it."""
    present: bool = True
    """False once the person has left; the row stays for the record."""
    taken_out: bool = False
    """A lead's doing, so it takes a lead to let them in again."""


class Qualification(SQLModel, table=True):
    """A role that a member holds or, with `backup`, may stand in for."""

    __table_args__ = (UniqueConstraint("member_id", "role"),)

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    role: str
    backup: bool = False


class Away(SQLModel, table=True):
    """Days, first and last included, on which a member is neither scheduled nor called."""

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    first: date
    last: date


class Stream(SQLModel, table=True):
    """One show."""

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    title: str
    purpose: str = ""
    goal: str = ""
    platforms: list[str] = Field(default=[], sa_type=JSON)
    """Where it is shown, as people call them; empty is not known."""
    products: int | None = None
    """How many it presents; None is not known."""
    starts_at: datetime = Field(index=True)
    minutes: int
    phase: Phase = Phase.PLANNED
    lead_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    deputy_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    playbook: str
    live_at: datetime | None = None
    wrapped_at: datetime | None = None
    closed_at: datetime | None = None
    planned_at: datetime
    rehearsal: bool = False
    """Runs at the tempo of a rehearsal, and counts in no figure; `minutes` is the show's real length."""

    @property
    def length(self) -> timedelta:
        return squeezed(self.full_length) if self.rehearsal else self.full_length

    @property
    def full_length(self) -> timedelta:
        """How long the show itself lasts, where this one only rehearses it."""
        return timedelta(minutes=self.minutes)

    @property
    def ends_at(self) -> datetime:
        """The planned end; shifts keep wall time, so a late start does not move it."""
        return self.starts_at + self.length

    @property
    def zero(self) -> datetime:
        """What T+ counts from: the real start once there is one."""
        return self.live_at or self.starts_at


class Assignment(SQLModel, table=True):
    """Who sits in a seat: a role's numbered place in a stream."""

    __table_args__ = (UniqueConstraint("stream_id", "role", "seat"),)

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    seat: int = 1
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger, index=True)
    answer: Answer = Answer.ASKED
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    asked_for: datetime | None = None
    """The start that the person was asked about, or promised; a move away from it is another question."""


class LogEntry(SQLModel, table=True):
    """A line of the show log: append-only; a correction is a new line that names the old."""

    __table_args__ = (Index("ix_logentry_stream_id_at", "stream_id", "at"),)

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    stream_id: int | None = Field(default=None, foreign_key="stream.id")
    at: datetime
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    key: str
    """The word that tells it, such as `prep-log-done`."""
    args: dict[str, Any] = Field(default={}, sa_type=JSON)
    corrects_id: int | None = Field(default=None, foreign_key="logentry.id")
