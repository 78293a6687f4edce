"""What flows are handed, and hand each other through the hooks: what happened to a chat or a stream, an item for the
checklist, an open point, a measure of how it went, where words are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel

from bot.words import Piece

if TYPE_CHECKING:
    from bot.flow import Button


class Heard(StrEnum):
    """What a chat tells the bot without anybody asking."""

    BOT_ADDED = "bot_added"
    BOT_REMOVED = "bot_removed"
    CAME = "came"
    LEFT = "left"
    REMOVED = "removed"
    PROMOTED = "promoted"
    DEMOTED = "demoted"
    STARTED = "started"


class Change(StrEnum):
    """What happened to a stream, told to every flow in the same commit."""

    PHASE = "phase"
    MOVED = "moved"
    CREW = "crew"
    ANSWER = "answer"
    """Somebody has said that they can come."""
    ITEMS = "items"
    """A flow has something new for the checklist, or took something back."""
    DETAILS = "details"
    """What kind of show it is: its title or goal, how long it is, where it is shown, how many products it has."""
    READERS = "readers"
    """Who reads of it does so in another language, or by another clock."""


@dataclass(frozen=True)
class ExtraItem:
    """An item that a flow puts on a stream's checklist, beside the playbook's own."""

    flow: str
    subject: int
    title: str
    owner_id: int | None
    due: datetime
    first: bool = True


@dataclass(frozen=True)
class OpenPoint:
    """Something unfinished that the gate and the wrap name."""

    line: Piece
    hard: bool = False
    seat: tuple[str, int] | None = None
    """The seat that it is about: the roll call names it itself."""
    owner_id: int | None = None
    """Whose it is to settle."""
    key: Button | None = None
    """What settles it."""
    count: int = 1
    """How many things one line stands for."""
    stands: Piece | None = None
    """What is in its way, for whoever decides: not for the group."""


@dataclass(frozen=True)
class Decided:
    """A decision taken in a show, and by whom: the review asks them what came of it."""

    id: int
    at: datetime
    person_id: int
    what: str


@dataclass(frozen=True)
class Served:
    """Somebody who was on duty in a seat while the show was on air, and since when."""

    role: str
    seat: int
    person_id: int
    since: datetime


@dataclass(frozen=True)
class Mark:
    """One thing of a show that went well, or did not, and whose it was; None is nobody's."""

    stream_id: int
    person_id: int | None
    well: bool


@dataclass(frozen=True)
class Measure:
    """What a flow has on record of how well people work together."""

    name: Piece
    sign: Piece
    """Stands for the name where there is no room."""
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Typed:
    """Where people's own words are kept: the column that tells whose they are, and those that hold them."""

    table: type[SQLModel]
    who: str
    texts: Sequence[str]
    only: Mapping[str, Any] = field(default_factory=dict)
    """Which rows alone hold words, where others hold figures."""
