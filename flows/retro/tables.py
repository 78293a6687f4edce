"""The nouns of the review: the review of a show, who is asked, and what they answered."""

import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel


class ReviewState(StrEnum):
    OPEN = "open"
    PUBLISHED = "published"
    CLOSED = "closed"
    """Ended by a lead without a report."""


class Review(SQLModel, table=True):
    """The review of one show."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", unique=True)
    opened_at: datetime
    due_at: datetime
    state: ReviewState = ReviewState.OPEN
    nudged_at: datetime | None = None
    settled_at: datetime | None = None
    settled_by: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)


class Respondent(SQLModel, table=True):
    """A member of the crew who is asked."""

    __table_args__ = (UniqueConstraint("review_id", "person_id"),)

    id: int = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id", index=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger, index=True)
    answered_at: datetime | None = None


def random_id() -> int:
    return secrets.randbits(48)


class ReviewAnswer(SQLModel, table=True):
    """What was answered to one question. An anonymous one names neither person, role nor time.

    The ids are random, and on SQLite they are the only order of rows there is: neither tells who wrote when."""

    __tablename__ = "review_answer"
    __table_args__ = (UniqueConstraint("review_id", "person_id", "question"), {"sqlite_with_rowid": False})

    id: int = Field(
        default_factory=random_id, primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    review_id: int = Field(foreign_key="review.id", index=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    role: str | None = None
    question: str
    """The playbook's key, or one of the two that are always offered."""
    kind: str = "text"
    """`text`, `score` or `choice`."""
    value: str
    at: datetime | None = None
    anonymous: bool = False
