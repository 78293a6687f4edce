"""What a playbook holds: roles, items, cues, cards and questions, as frozen and checked models."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal

from pydantic import Field

from bot.playbook.cards import (
    Confirm,
    Criterion,
    HandOff,
    Hours,
    IncidentKind,
    Metric,
    Purpose,
    ReviewPlan,
    ReviewQuestion,
    Wrap,
)
from bot.playbook.spans import Length, Offset
from bot.playbook.texts import Ask, Key, Label, Name, Part, Say, Title, Words


class Role(Part):
    """A part that somebody plays in a show, and what it takes."""

    key: Key
    name: Name
    short: Label
    aliases: list[Words] = []
    duties: list[Ask] = []
    requirements: list[Ask] = []
    skills: list[Ask] = []
    training: list[Ask] = []
    seats: int = Field(default=1, ge=0, le=20)
    required: bool = False
    core: bool = False
    on_air: bool = False
    rotates: bool = False
    block: Length = timedelta(hours=2)
    stand_in: list[str] = []
    answered_by: list[str] = []
    reports_to: str | None = None
    before: list[Ask] = []
    during: list[Ask] = []
    after: list[Ask] = []
    serves: list[str] = []

    def called(self) -> Iterator[str]:
        """Every word that this role answers to."""
        yield from (self.key, self.name.en, self.name.zh, *self.aliases)


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Condition(Part):
    """The shows that an item or a cue is for; what is not said does not matter."""

    min_hours: float | None = None
    max_hours: float | None = None
    platforms: list[Words] = []
    min_products: int | None = None
    filled: list[str] = []
    several: list[str] = []
    weekdays: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = []
    from_hour: int | None = Field(default=None, ge=0, le=23)
    until_hour: int | None = Field(default=None, ge=0, le=24)
    again: bool = False

    def met(self, length: timedelta, platforms: Collection[str] = (), products: int | None = None) -> bool:
        """Whether a show of this length, on these platforms, with so many products is meant; what is not known fits."""
        hours = length / timedelta(hours=1)
        if not (self.min_hours or 0) <= hours <= (hours if self.max_hours is None else self.max_hours):
            return False
        if self.min_products is not None and products is not None and products < self.min_products:
            return False
        named = {name.casefold() for name in platforms}
        return not self.platforms or not named or any(name.casefold() in named for name in self.platforms)

    def fits(self, seated: Mapping[str, int], starts: datetime) -> bool:
        """Whether a show is meant in which so many sit in each role, and that starts at this local time."""
        if any(not seated.get(role) for role in self.filled) or any(seated.get(role, 0) < 2 for role in self.several):
            return False
        return (not self.weekdays or WEEKDAYS[starts.weekday()] in self.weekdays) and self._in_hours(starts.hour)

    def _in_hours(self, hour: int) -> bool:
        """Over midnight, where it begins later than it ends."""
        first, last = self.from_hour or 0, 24 if self.until_hour is None else self.until_hour
        return first <= hour < last if first <= last else hour >= first or hour < last


class Item(Part):
    """A line of the checklist."""

    key: Key
    title: Title
    how: Say | None = None
    owner: str
    personal: bool = False
    due: Offset
    lead: Length = timedelta(hours=2)
    proof: Literal["none", "text", "photo", "file", "second"] = "none"
    fills: Literal["goal"] | None = None
    critical: bool = False
    gate: Literal["hard", "soft"] | None = None
    when: Condition = Condition()
    serves: list[str] = []


class CueLine(Part):
    """A ping that the playbook plans; without `fallback` it is dropped when nobody holds its role."""

    key: Key
    at: Offset
    every: Length | None = None
    to: str
    fallback: bool = True
    say: Say
    ack: bool = False
    late: Literal["send", "say_late", "miss"] = "say_late"
    grace: Length = timedelta(minutes=10)
    moved: Literal["repeat", "keep"] = "repeat"
    phase: Literal["prep", "standby", "live", "wrap"] | None = None
    critical: bool = False
    when: Condition = Condition()
    serves: list[str] = []


class GateRules(Part):
    """When the roll call opens, when the go is decided, how long a hold lasts."""

    roll_call: Offset = Offset(base="start", by=-timedelta(minutes=45))
    decide: Offset = Offset(base="start", by=-timedelta(minutes=15))
    hold: Length = timedelta(minutes=10)


class Wait(Part):
    """How long to wait for an answer while go-live is further away than this."""

    beyond: Length
    wait: Length


def _wait(beyond: timedelta, wait: timedelta) -> Wait:
    return Wait(beyond=beyond, wait=wait)


WAITS = [
    _wait(timedelta(days=3), timedelta(days=1)),
    _wait(timedelta(hours=12), timedelta(hours=2)),
    _wait(timedelta(hours=2), timedelta(minutes=30)),
    _wait(timedelta(minutes=30), timedelta(minutes=5)),
    _wait(timedelta(minutes=5), timedelta(minutes=2)),
    _wait(timedelta(), timedelta(minutes=1)),
]


class Escalation(Part):
    """How silence is followed up: how long each wait is, and how many there are."""

    waits: list[Wait] = Field(default=WAITS, min_length=1)
    on_air: Length = timedelta(minutes=3)
    rounds: int = Field(default=5, ge=1, le=5)

    def wait(self, distance: timedelta, live: bool = False) -> timedelta:
        """The wait at this distance from go-live, before it or after it; while live, the short one of the air."""
        if live:
            return self.on_air
        falling = sorted(self.waits, key=lambda each: each.beyond, reverse=True)
        return next((each.wait for each in falling if abs(distance) > each.beyond), falling[-1].wait)


class Playbook(Part):
    """Everything that a team's way of working says, for one kind of show."""

    key: Key
    version: int = Field(ge=1)
    title: Title
    about: Say
    for_whom: Say
    caller: str
    go: str
    roles: list[Role] = Field(min_length=1)
    pairs: list[tuple[str, str]] = []
    items: list[Item] = []
    cues: list[CueLine] = []
    gate: GateRules = GateRules()
    escalation: Escalation = Escalation()
    handoff: HandOff = HandOff()
    review: ReviewPlan = ReviewPlan()
    incidents: list[IncidentKind] = []
    hours: Hours = Hours()
    confirm: Confirm = Confirm()
    wrap: Wrap = Wrap()
    purposes: list[Purpose] = []
    metrics: list[Metric] = []
    criteria: list[Criterion] = []

    def role(self, key_or_alias: str) -> Role | None:
        """The role of this key, name in either language, or alias; case does not matter."""
        return self._called.get(key_or_alias) or self._called.get(_folded(key_or_alias))

    @cached_property
    def _called(self) -> dict[str, Role]:
        """The roles by all that they are called, the first of them where two share a name."""
        return {_folded(name): role for role in reversed(self.roles) for name in role.called()}

    def item(self, key: str) -> Item | None:
        return next((item for item in self.items if item.key == key), None)

    def cue(self, key: str) -> CueLine | None:
        return next((cue for cue in self.cues if cue.key == key), None)

    def incident(self, key: str) -> IncidentKind | None:
        return next((kind for kind in self.incidents if kind.key == key), None)

    def stand_ins(self, key: str) -> list[Role]:
        """Who may stand in for a role, nearest first: its own stand-ins, then theirs, nobody twice."""
        roles = {role.key: role for role in self.roles}
        order = [key]
        for each in order:
            order += [other for other in roles[each].stand_in if other not in order]
        return [roles[each] for each in order[1:]]

    def may_pair(self, one: str, other: str) -> bool:
        """Whether one person may hold both roles in one show."""
        return one == other or {one, other} in map(set, self.pairs)

    def questions(self, role_keys: Iterable[str]) -> list[ReviewQuestion]:
        """What the review asks somebody who held these roles: everyone's questions, then those of the roles."""
        held = set(role_keys)
        shared = [question for question in self.review.questions if "all" in question.roles]
        return shared + [q for q in self.review.questions if "all" not in q.roles and held & set(q.roles)]


def _folded(text: str) -> str:
    """As people type it: case, spaces and hyphens do not tell two roles apart."""
    return "".join(text.casefold().split()).replace("-", "")
