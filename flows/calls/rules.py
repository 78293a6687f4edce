"""When a line is said, in which phases it is true, when it is too late, and how it is named in a few words."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.playbook import CueLine, Text

MOST = 100
"""Repeats of one line at most."""
HEADLINE = 48
FORGOTTEN = timedelta(hours=2)
"""Wrapped so long after its planned end, a show was over before: nobody had pressed."""
AHEAD = ("planned", "prep", "standby")
AFTER = ("wrap", "review")
IN_ORDER = (*AHEAD, "live", *AFTER)
_ENDS = ".:?!;。：？！；"


@dataclass(frozen=True)
class Headline:
    """The first words of a text, in both languages."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


def offsets(line: CueLine, length: timedelta) -> list[timedelta]:
    """When it is said, counted from what the line counts from; one that repeats goes on until the planned end."""
    first, end = line.at.by, length if line.at.base == "start" else timedelta()
    found = [first]
    while line.every and found[-1] + line.every < end and len(found) < MOST:
        found.append(found[-1] + line.every)
    return found


def follows_start(line: CueLine, offset: timedelta) -> bool:
    """Whether it waits for the real start."""
    return line.at.base == "start" and offset >= timedelta()


def follows_wrap(line: CueLine) -> bool:
    """Whether it waits for the real end."""
    return line.at.base == "end" and (line.phase == "wrap" or (line.phase is None and line.at.by > timedelta()))


def ended(planned: datetime, wrapped: datetime) -> datetime:
    """What waits for the real end counts from the wrap; where that was forgotten, from the planned end."""
    return planned if wrapped - planned > FORGOTTEN else wrapped


def still_of_use(line: CueLine, at: datetime, now: datetime) -> bool:
    """Whether a line that follows the end is said at all: its time is ahead, or it is to be said however late it is."""
    return at >= now or line.late == "send"


def phases(line: CueLine, offset: timedelta) -> tuple[str, ...]:
    """In which phases saying it makes sense: as the line says, else as its time does."""
    if line.phase == "wrap" or follows_wrap(line):
        return AFTER
    if line.phase:
        return (line.phase,)
    if line.at.base == "start" and offset < timedelta():
        return AHEAD
    return ("live",)


def comes(line: CueLine, offset: timedelta, phase: str, *, overdue: bool) -> bool:
    """Whether its time will find the show where it makes sense: never in a phase that is over, nor, while the next one is
    overdue, in one that nobody knows the hour of."""
    found = phases(line, offset)
    return phase in found or (not overdue and IN_ORDER.index(found[-1]) > IN_ORDER.index(phase))


def missed(line: CueLine, late: timedelta) -> bool:
    """Whether it is better left unsaid by now."""
    return line.late == "miss" and late > line.grace


def owned_up(line: CueLine, late: timedelta) -> timedelta:
    """The delay that is worth saying."""
    return late if line.late == "say_late" and late > line.grace else timedelta()


def names(said: Text, role: Text) -> bool:
    """Whether a text names a role, in either language."""
    return role.zh in said.zh or re.search(rf"\b{re.escape(role.en)}\b", said.en, re.IGNORECASE) is not None


def headline(text: Text) -> Headline:
    return Headline(_short(text.en), _short(text.zh))


def _short(text: str) -> str:
    """Up to the first stop, and no longer than a board's line has room for."""
    stop = next((place for place, sign in enumerate(text) if sign in _ENDS), len(text))
    first = text[:stop]
    return first if len(first) <= HEADLINE else first[: HEADLINE - 1].rstrip() + "…"
