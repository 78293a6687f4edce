"""When members are not there."""

from datetime import date

from sqlmodel import Field, SQLModel


class Away(SQLModel, table=True):
    """Days, first and last included, on which a member is neither scheduled nor pinged."""

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    first: date
    last: date
