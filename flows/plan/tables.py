"""What planning remembers beside the shared nouns: who said no to a seat."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Declined(SQLModel, table=True):
    """A person who declined a role in a stream, and so isn't offered it again for the same time."""

    id: int = Field(default=None, primary_key=True)
    stream_id: int = Field(foreign_key="stream.id", index=True)
    role: str
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    at: datetime
