"""What a flow is: the dataclass that each folder of flows/ fills in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel

from bot.between import Change as Change
from bot.between import Decided, ExtraItem, Measure, OpenPoint, Served
from bot.between import Heard as Heard
from bot.between import Typed as Typed
from bot.crew import Assignment, Member, Person, Stream, Team
from bot.words import Piece, Words

if TYPE_CHECKING:
    from bot.cues import Call, Cue
    from bot.desk import Desk
    from bot.replies import Conversation, Reply


class Late(StrEnum):
    """What becomes of a cue whose time passed while nobody could give it."""

    SEND = "send"
    SAY_LATE = "say_late"
    MISS = "miss"


class Moved(StrEnum):
    """What a move of the stream does to a cue already given."""

    REPEAT = "repeat"
    KEEP = "keep"


@dataclass(frozen=True)
class Button:
    """A button under a message: `act` is "flow.press", `on` the ids it names; or a link."""

    label: Piece
    act: str = ""
    on: Sequence[int | str] = ()
    url: str | None = None

    @property
    def data(self) -> str:
        return ":".join([self.act, *map(str, self.on)])


@dataclass(frozen=True)
class Command:
    """A slash command; its menu line is the word `<flow>-command-<name>`."""

    run: Callable[[Desk, str], None]
    lead: bool = False
    """Only leads may."""
    team: bool = True
    """Works only where a team is known."""
    admins: bool = False
    """The chat's admins are fetched before it runs, into `desk.admins`."""
    hidden: bool = False
    """Not in Telegram's menu."""
    open_door: bool = False
    """Anyone in the group may, member or not: how one gets in."""


@dataclass(frozen=True)
class Press:
    """A button's action. The row named first is loaded, and its team and the person's membership are checked before."""

    run: Callable[..., None]
    on: type[SQLModel]
    lead: bool = False
    open_door: bool = False
    """Anyone in the chat may, member or not."""
    admins: bool = False


@dataclass(frozen=True)
class Choice:
    """An answer offered as a button; `value` is what is kept, at most 24 bytes."""

    value: str
    label: Piece


@dataclass(frozen=True)
class Step:
    """One question of a walk."""

    key: str
    ask: Callable[[Desk, Conversation], Sequence[Piece]]
    read: Callable[[Desk, Conversation, Reply], Any]
    """The reply as a JSON value; raises `Unclear` with words that say what a good answer looks like."""
    choices: Callable[[Desk, Conversation], Sequence[Choice]] | None = None
    shown: Callable[[Desk, Conversation, Any], Piece] | None = None
    """How the kept value is read back, with the next question; None shows nothing."""
    optional: bool = False
    columns: int = 2
    turns: bool = False
    """What is pressed here turns the page to the next question, as Skip and Back do, and leaves no old copy behind."""


@dataclass(frozen=True)
class Walk:
    """Questions asked one at a time; every answer is kept as soon as it is given."""

    steps: Callable[[Desk, Conversation], Sequence[Step]]
    done: Callable[[Desk, Conversation], None]
    cancelled: Callable[[Desk, Conversation], None] | None = None
    urgent: bool = False
    """Suspends whatever else is being asked of the person; that is asked again afterwards."""
    gives_way: bool = False
    """Ends where anything else is to be asked: the person began it, and need not end it."""
    may: Callable[[Desk, Conversation], bool] | None = None
    """Whether whoever is asked may still decide it: looked at again at every step. None: it is theirs whatever happens."""


@dataclass(frozen=True)
class CueKind:
    """A kind of planned ping."""

    give: Callable[[Desk, Call], bool]
    """Say it if it is still true; False drops the cue."""
    late: Late = Late.SEND
    grace: timedelta = timedelta(minutes=2)
    """How much later than due still counts as in time."""
    moved: Moved = Moved.REPEAT
    chain: Callable[[Desk, Cue], Sequence[Person]] | None = None
    """Whom to ask, in order, until someone acknowledges. None: given once."""
    quiet: bool = True
    """Waits for the morning in quiet hours."""
    outlives: bool = False
    """A show that is closed leaves it planned: its flow sees to it. A show that is called off does not."""
    on_board: bool = False
    """The board names it when it is what comes next, as `told` says it."""


@dataclass(frozen=True)
class Maker:
    """A file that goes out with a message, made just before it is sent."""

    gather: Callable[[Desk, Mapping[str, Any]], Any]
    """What it is made of, read from rows."""
    draw: Callable[[Any], tuple[str, bytes]]
    """The file, its name first; runs in a thread, off the event loop."""


def _nothing(*_: Any) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True)
class Flow:
    """One walk of the show: what it answers, what it plans, and what it tells the other flows."""

    name: str
    folder: Path
    commands: Mapping[str, Command] = field(default_factory=dict)
    presses: Mapping[str, Press] = field(default_factory=dict)
    walks: Mapping[str, Walk] = field(default_factory=dict)
    cues: Mapping[str, CueKind] = field(default_factory=dict)
    makers: Mapping[str, Maker] = field(default_factory=dict)
    heard: Mapping[Heard, Callable[[Desk], None]] = field(default_factory=dict)
    plan: Callable[[Desk, Stream], None] | None = None
    """Lays out the flow's cues and rows when a stream's plan is confirmed."""
    told: Callable[[Desk, Cue], tuple[Piece, Piece] | None] | None = None
    """What a planned cue is about and whom it calls, in a few words: for a rehearsal's timeline. None reaches nobody."""
    changed: Callable[[Desk, Stream, Change], None] | None = None
    """Told when a stream moves, changes its crew, or enters a phase."""
    panel: Callable[[Desk, Stream], Sequence[Piece]] = _nothing
    """Its lines on the pinned board."""
    board: Callable[[Desk, Stream], Sequence[Button]] = _nothing
    """Its buttons on the board, those that matter in this phase."""
    carry: Callable[[Desk, Stream], Sequence[Piece]] = _nothing
    """What the hand-off card must say of it."""
    report: Callable[[Desk, Stream], Sequence[Piece]] = _nothing
    """Its part of the published review."""
    decisions: Callable[[Desk, Stream], Sequence[Decided]] = _nothing
    """What was decided in a show, and by whom: its review asks them what came of it."""
    measure: Callable[[Desk, Sequence[Stream]], Measure] | None = None
    """What it has on record of how well people worked together in some shows."""
    items: Callable[[Desk, Stream], Sequence[ExtraItem]] = _nothing
    """What it puts on a new stream's checklist."""
    proved: Callable[[Desk, Stream, str, str], None] | None = None
    """The words that prove an item of the playbook, by its key: they may say what the show lacks."""
    item_done: Callable[[Desk, Stream, int], None] | None = None
    """Told when one of its items was done."""
    comes_later: Callable[[Desk, Stream], bool] | None = None
    """Whether a stream's board is not wanted yet: another show comes first, as in a series."""
    open_points: Callable[[Desk, Stream], Sequence[OpenPoint]] = _nothing
    """What is unfinished, for gate and wrap."""
    points_changed: Callable[[Desk, Stream], None] | None = None
    """Told when something unfinished was settled, or is open again, from the roll call until the show is wrapped."""
    let_pass: Callable[[Desk, Stream], Person | None] | None = None
    """Who let a show begin over what its gate must not pass."""
    propose: Callable[[Desk, Stream, str, Person | None], None] | None = None
    """Told of something said in a review that could become an action, and who said it (None: anonymous)."""
    may: Callable[[Desk, Person, str, Stream], Words | None] | None = None
    """Why a person may not sit in a role for a stream; None is yes."""
    missed: Callable[[Desk, Member, tuple[date, date] | None], Sequence[Piece]] = _nothing
    """Told that a member is away for some days, or gone for good (None): says what of theirs now lies with whom."""
    stepped_down: Callable[[Desk, Member], Sequence[Piece]] = _nothing
    """Told that a member's lead rights were taken: says what they led, and who leads it now."""
    gave_up: Callable[[Desk, Member, str], Sequence[Piece]] = _nothing
    """Told that a member no longer has a role: says what becomes of their seats in it."""
    on_air: Callable[[Desk], Collection[int]] = _nothing
    """Who is in front of a camera now, and so must not be disturbed."""
    stand_ins: Callable[[Desk, Stream, str], Sequence[Person]] | None = None
    """Whom the team wants asked after a role's holder, in order; empty leaves it to the playbook."""
    on_duty: Callable[[Desk, Stream, str], Sequence[Person]] | None = None
    """Who holds a role's duty now; empty leaves it to the assignments."""
    served: Callable[[Desk, Stream], Sequence[Served]] = _nothing
    """Who was on duty while the show was on air, by role and seat, in the order in which they took over."""
    turns: Callable[[Desk, Stream, Assignment], Sequence[tuple[datetime, datetime]]] = _nothing
    """From when to when whoever sits in a seat is on by the plan, where several of that role take turns."""
    involved: Callable[[Desk, Stream], Collection[int]] = _nothing
    """Who has something to do for a show, in a seat or not: they hear that it moves, or is off."""
    came: Callable[[Desk, Stream], Collection[int]] = _nothing
    """Who has said that they are there: answered the roll, or taken a duty over; a plan is no proof of that."""
    unheard: Callable[[Desk, Stream], Collection[int]] = _nothing
    """Who should be at work on air and is not heard of, or is out of the show: whoever stands in gets what can't wait."""
    unasked: Callable[[Desk, Reply], bool] | None = None
    """Takes what somebody sent in private while no question was open, where it has a use for that."""
    typed: Sequence[Typed] = ()
    """What is taken out where somebody wants to be forgotten."""
    stays: Callable[[Desk, Stream], Sequence[Piece]] = _nothing
    """What stays open when a show is closed, and with whom: said before its review is published."""
    keeps: Callable[[Desk, Stream], bool] | None = None
    """Whether something of a show is still to be done, so that it can't be forgotten yet."""
    help: Callable[[Desk, Team | None], Sequence[Piece]] = _nothing
    """What this person can do now, for /help."""
    starts: Callable[[Desk, Team], Sequence[Button]] = _nothing
    """Where this person may begin, under /help and where a team was just set up."""
