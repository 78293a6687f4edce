"""Where something is said and for whom it is written; what only a presser sees; how a handler refuses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from bot.crew import Stream
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, Reader, Words, w

Buttons = Sequence[Sequence[Button]]
View = tuple[Sequence[Piece], Buttons]
"""What a card shows: its lines, and the rows of its buttons."""
Views = View | Callable[[int | None], View]
"""The same for every copy, or as each person has it."""


class How(TypedDict, total=False):
    """How a message is said."""

    buttons: Buttons
    priority: Priority
    silent: bool
    on_air: bool
    """Allowed to reach somebody in front of the camera, silently."""
    pin: bool
    below: Piece
    """What copies of the same card that stand further up in that chat point to it with; their keys go."""
    file: tuple[str, dict[str, Any]] | None
    """A maker (`<flow>.<maker>`) and its arguments; or `photo`, `document` and the `file` id of what was sent before."""


def rehearsed(stream: Stream, words: Words) -> Words:
    """What is too short to name its show names it nevertheless where it is only rehearsed."""
    named = not stream.rehearsal or "title" in words.args
    return words if named else w("rehearsal-said", title=stream.title, said=words)


class Refused(Exception):
    """The unit of work is undone, and the person reads why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.key)
        self.words = words


@dataclass(frozen=True)
class Place:
    """Where something is said, and for whom it is written."""

    chat_id: int
    reader: Reader
    thread_id: int = 0
    person_id: int | None = None
    """Whose private chat it is."""
    team_id: int | None = None


@dataclass(frozen=True)
class Toast:
    """What the presser alone sees."""

    words: Words | None = None
    alert: bool = False
    url: str | None = None
