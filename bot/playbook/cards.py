"""The rest of a playbook's cards: hand-off, review, incidents, hours, purposes, figures and criteria."""

from datetime import timedelta
from typing import Literal, Self

from pydantic import Field, model_validator

from bot.playbook.spans import Length, Offset
from bot.playbook.texts import Ask, Key, Label, Name, Part, Say


class HandOffField(Part):
    """One line of the hand-off card."""

    key: Key
    ask: Ask
    example: Ask | None = None
    known: bool = False
    promise: bool = False


class HandOff(Part):
    """When the card comes, how often it nags, and what it asks."""

    before: Length = timedelta(minutes=15)
    nag: Length = timedelta(minutes=5)
    fields: list[HandOffField] = []


class Choice(Part):
    """One answer to pick."""

    key: Key
    label: Label


class ReviewQuestion(Part):
    """One question after the show, and who is asked it."""

    key: Key
    ask: Ask
    kind: Literal["text", "score", "choice"] = "text"
    choices: list[Choice] = []
    roles: list[str] = Field(min_length=1)
    action: bool = False
    serves: list[str] = []

    @model_validator(mode="after")
    def _choices_fit(self) -> Self:
        if (self.kind == "choice") != (len(self.choices) >= 2):
            raise ValueError("a question of kind choice needs two choices or more, and no other kind has any")
        return self


class ReviewPlan(Part):
    """When the review opens, when it is due, who is chased when, and what is asked."""

    opens: Offset = Offset(base="end", by=timedelta(minutes=15))
    due: Length = timedelta(hours=24)
    reminders: list[Length] = [timedelta(hours=2), timedelta(hours=12), timedelta(hours=24)]
    questions: list[ReviewQuestion] = []


class IncidentKind(Part):
    """Something that goes wrong on air: how bad, whose, and what to do first."""

    key: Key
    name: Name
    short: Label
    severity: Literal[1, 2, 3]
    owner: str
    steps: list[Ask] = Field(min_length=1)
    serves: list[str] = []


class Hours(Part):
    """How long a person may be on air, and the rest between."""

    warn: Length = timedelta(hours=3)
    hard: Length = timedelta(hours=4)
    day: Length = timedelta(hours=6)
    rest: Length = timedelta(hours=10)


def _before(hours: int) -> Offset:
    return Offset(base="start", by=-timedelta(hours=hours))


def _past_end(minutes: int) -> Offset:
    return Offset(base="end", by=timedelta(minutes=minutes))


class Confirm(Part):
    """When an assignment without an answer is chased."""

    chase: list[Offset] = [_before(72), _before(24), _before(12)]


class Wrap(Part):
    """When the caller is asked whether the show is over."""

    asks: list[Offset] = [_past_end(0), _past_end(15), _past_end(30)]


class Purpose(Part):
    """Why a show is held, and the unit that its goal is counted in."""

    key: Key
    name: Name
    unit: Name | None = None
    about: Say | None = None


class Metric(Part):
    """A figure worth keeping per show."""

    key: Key
    name: Label
    unit: Name | None = None
    direction: Literal["up", "down"] | None = None
    how: Ask | None = None


class Criterion(Part):
    """What people are chosen by, and its weight of a hundred."""

    key: Key
    name: Name
    about: Ask | None = None
    weight: int = Field(default=0, ge=0, le=100)
    serves: list[str] = []
