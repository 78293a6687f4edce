"""Teamwork's decisions: what the figures are, which pings are one call, in which part of a show it came, who is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

MINUTE = timedelta(minutes=1)


class Part(StrEnum):
    """The parts of a show that differ in how fast an answer is needed."""

    PREP = "prep"
    STANDBY = "standby"
    LIVE = "live"
    REVIEW = "review"


@dataclass(frozen=True)
class Asked:
    """A ping as it is on record: what it was about, when and whom it went to, and when somebody answered."""

    stream_id: int
    about: tuple[str, int]
    """The flow, and the row as the flow understands it."""
    asked: tuple[tuple[datetime, int], ...]
    answered_at: datetime


@dataclass(frozen=True)
class Answered:
    """A call that somebody answered."""

    stream_id: int
    part: Part
    first: int
    """Who was asked first."""
    pings: int
    took: timedelta
    """From the first ping to the answer."""


@dataclass(frozen=True)
class Figures:
    """What some answered calls come to; nothing is counted of those that nobody needed to answer."""

    answered: int
    pings: int
    half: timedelta
    """Half of the answers came within this, a minute at least."""

    @property
    def pings_each(self) -> str:
        return f"{self.pings / self.answered:.1f}"


@dataclass(frozen=True)
class Scope:
    """Some shows, for everybody or for one person."""

    shows: frozenset[int]
    person: int | None = None

    def holds(self, stream_id: int, person: int | None) -> bool:
        return stream_id in self.shows and self.person in (None, person)


@dataclass(frozen=True)
class Share:
    """How much of something went well."""

    well: int
    total: int

    @property
    def percent(self) -> int:
        return round(100 * self.well / self.total)


def share(marks: Iterable[bool]) -> Share | None:
    """None where there was nothing that could go well."""
    found = list(marks)
    return Share(sum(found), len(found)) if found else None


def together(pings: Iterable[Asked]) -> list[Asked]:
    """One press answers every ping about a matter, the first and the overdue: that is one answer to all of them."""
    answers: dict[tuple[int, tuple[str, int], datetime], Asked] = {}
    for ping in pings:
        key = (ping.stream_id, ping.about, ping.answered_at)
        known = answers[key].asked if key in answers else ()
        answers[key] = replace(ping, asked=tuple(sorted((*known, *ping.asked))))
    return list(answers.values())


def part(at: datetime, roll_call: datetime, zero: datetime, wrapped: datetime | None) -> Part:
    """Where in a show a moment lies."""
    if at < roll_call:
        return Part.PREP
    if at < zero:
        return Part.STANDBY
    return Part.LIVE if wrapped is None or at <= wrapped else Part.REVIEW


def figures(calls: Iterable[Answered]) -> Figures | None:
    """Median and sums; None where nothing was answered."""
    found = list(calls)
    if not found:
        return None
    half = median(call.took.total_seconds() for call in found)
    return Figures(len(found), sum(call.pings for call in found), max(timedelta(seconds=half), MINUTE))


def by_part(calls: Sequence[Answered]) -> list[tuple[Part, Figures]]:
    """The figures of each part that has any, in the order of a show."""
    parts = ((each, figures(call for call in calls if call.part is each)) for each in Part)
    return [(each, found) for each, found in parts if found]


def meant(text: str, people: Iterable[tuple[int, str, str | None]]) -> tuple[int | None, str]:
    """Who a line begins with, by @username or by name, and the rest of it; the longest name that fits wins."""
    line = text.strip()
    names = [(f"@{username}", person) for person, _, username in people if username]
    names += [(name, person) for person, name, _ in people]
    for name, person in sorted(names, key=lambda each: -len(each[0])):
        after = line[len(name) :]
        if line[: len(name)].casefold() == name.casefold() and _ends(name, after):
            return person, after.strip(" ,:，：")
    return None, line


def _ends(name: str, after: str) -> bool:
    """Chinese names stand without a space before what follows; others end where their letters do."""
    return not after or not after[0].isalnum() or not name[-1].isascii()
