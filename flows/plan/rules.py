"""Decisions about a plan: which times make sense, how many seats, who is suggested, who must promise anew; pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from flows.plan.tables import Every

SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=24)
RARELY_LONGER = timedelta(hours=12)
"""A longer show may be a slip: an end before its start is read as the next day's."""
FARTHEST = timedelta(days=366)
PRIME_HOUR = 20
ROOM = timedelta(hours=4)
"""So long before a show it is clear at the latest who comes, whatever the night was."""
SMALL_HOURS = 5
"""Until then whoever is up still may call the day that has begun tomorrow."""
STEP = {Every.DAY: timedelta(days=1), Every.WEEK: timedelta(days=7)}
AHEAD_BY = {Every.DAY: timedelta(days=3), Every.WEEK: timedelta(days=10)}
"""How long before its start the next show of a series is planned: the one after it is always in sight."""
_LOOKS_LIKE_A_TIME = re.compile(r"\d{1,2}[:：]\d{2}|\d{4}[-/\u5e74.]\s*\d")
_BARE_NUMBER = re.compile(r"[0-9][0-9,.  ]*\s*(?:[kKmM\u4e07\u5343\u767e\u4ebf]|w)?")
_BETWEEN = re.compile(r"[,;/+\n\u3001\uff0c\uff1b]|\s+and\s+|\u548c")
_COUNT = re.compile(r"\d{1,6}(?![\d.,]|[eExX]\d|\s?(?:[kKwW](?![a-zA-Z])|[\u5341\u767e\u5343\u4e07]))")

Seat = tuple[str, int]
"""A role and the number of its place."""
MayPair = Callable[[str, str], bool]


@dataclass(frozen=True)
class Able:
    """Someone who could take a role and is free; `last` is when they last had a show, of `shows` so far."""

    person: int
    backup: bool = False
    last: datetime | None = None
    shows: int = 0


def start_problem(start: datetime, now: datetime) -> str | None:
    """What is wrong with a start: `past` or `far`; None is nothing."""
    if start <= now:
        return "past"
    return "far" if start > now + FARTHEST else None


def a_day_sooner(start: datetime, now: datetime, zone: str) -> datetime | None:
    """The same hour today, where a start is tomorrow by a clock that says it is still the small hours of the night."""
    here, local = start.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    sooner = (here - timedelta(days=1)).astimezone(UTC)
    late = local.hour < SMALL_HOURS and here.date() == local.date() + timedelta(days=1)
    return sooner if late and sooner > now else None


def length_fits(length: timedelta) -> bool:
    return SHORTEST <= length <= LONGEST


def bare_hours(text: str) -> timedelta | None:
    """`3` typed as a length means three hours."""
    digits = text.strip()
    return timedelta(hours=int(digits)) if digits.isascii() and digits.isdigit() and len(digits) <= 3 else None


def go_together(one: Seat, other: Seat, may_pair: MayPair) -> bool:
    """Whether one person may sit in both seats: two roles, and a pair that the playbook allows."""
    return one[0] != other[0] and may_pair(one[0], other[0])


def looks_like_a_time(text: str) -> bool:
    """Whether a line that couldn't be read as a time was meant as one, and so isn't a title."""
    return bool(_LOOKS_LIKE_A_TIME.search(text))


def has_number(text: str) -> bool:
    return any(letter.isnumeric() for letter in text)


def names(text: str) -> list[str]:
    """Several names in one line, each once: `Douyin, TikTok`, `抖音、视频号`."""
    found = {name.casefold(): name for part in _BETWEEN.split(text) if (name := part.strip())}
    return list(found.values())


def count(text: str) -> int | None:
    """A whole number at the head of what was typed: `40`, `40 products`, `40个品`; never a part of one, as of `2k`."""
    found = _COUNT.match(text.strip())
    return int(found[0]) if found else None


def is_bare_number(text: str) -> bool:
    """A figure without its unit: `200,000`, `20万`."""
    return bool(_BARE_NUMBER.fullmatch(text.strip()))


def evenings(now: datetime, zone: str, count: int = 3) -> list[datetime]:
    """The next evenings at prime time, at least an hour from now: starts to pick without typing."""
    local = now.astimezone(ZoneInfo(zone))
    first = local.replace(hour=PRIME_HOUR, minute=0, second=0, microsecond=0)
    days = [first + timedelta(days=ahead) for ahead in range(count + 1)]
    return [day.astimezone(UTC) for day in days if day >= local + timedelta(hours=1)][:count]


def seats_wanted(seats: int, length: timedelta, block: timedelta, holders: int, takes_turns: bool) -> int:
    """A role's seats; one that takes turns on air gets a person per block, as far as there are holders."""
    if not takes_turns or seats == 0:
        return seats
    return max(seats, min(ceil(length / block), holders))


def slot(day: date, clock: str, zone: str) -> datetime:
    """A day's start by the team's clock, whatever the season does to it."""
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).astimezone(UTC)


def next_slot(day: date, every: Every, clock: str, zone: str, now: datetime) -> tuple[date, datetime]:
    """The first day from this one on whose start still lies ahead, and that start."""
    while (at := slot(day, clock, zone)) <= now:
        day += STEP[every]
    return day, at


def repeats(
    line: str, daily: Iterable[str], weekly: Iterable[str], each: Iterable[str]
) -> list[tuple[Every | None, str]]:
    """How a line for /new may be meant, the likeliest first: `every Friday 20:00` is weekly, and `Friday 20:00`."""
    found = [(Every.DAY, rest) for word in daily if (rest := _after(line, word))]
    found += [(Every.WEEK, rest) for words in (weekly, each) for word in words if (rest := _after(line, word))]
    return [*sorted(found, key=lambda one: len(one[1])), (None, line)]


def split_goal(title: str, words: Iterable[str]) -> tuple[str, str | None]:
    """A name, and the goal with its number that may end it: `双11返场，目标5万`, `Autumn sale, goal 300 orders`."""
    said = "|".join(map(re.escape, words))
    found = re.fullmatch(rf"(.+?)[\s,，、;；]+(?:{said})(?![a-z])[\s:：]*(\D{{,8}}\d.*)", title, re.IGNORECASE)
    return (found[1], found[2]) if found else (title, None)


def _after(line: str, word: str) -> str:
    """What follows a word at the head of a line; an English word ends where it ends."""
    if not line.lower().startswith(word):
        return ""
    rest = line[len(word) :]
    return rest.strip() if not word.isascii() or rest[:1].isspace() else ""


def answered_by(when: datetime, morning: datetime | None, after: timedelta, start: datetime) -> datetime:
    """A while after quiet hours end, if they touch that time, and as long as the show is far enough from then."""
    later = min(morning + after, start - ROOM) if morning else when
    return later if morning and later >= morning and later > when else when


def chases(offsets: Iterable[tuple[datetime, timedelta]], now: datetime, gap: timedelta) -> list[timedelta]:
    """Of the playbook's chases (when, and by how much from the start), those that lie far enough ahead."""
    return [offset for when, offset in sorted(offsets) if when >= now + gap]


@dataclass
class _Table:
    """Who sits where while the crew is put together."""

    able: Mapping[str, Sequence[Able]]
    fixed: Mapping[Seat, int]
    sits: dict[Seat, int] = field(default_factory=dict)

    def place(self, seat: Seat, backups: bool, tried: set[int]) -> bool:
        """Seat somebody here, first of all who sits nowhere; else somebody moves on whose seat finds another."""
        places = {person: at for at, person in self.sits.items()}
        for one in sorted(self.able.get(seat[0], ()), key=lambda one: one.person in places):
            if one.person in tried or (one.backup and not backups) or one.person in self.fixed.values():
                continue
            tried.add(one.person)
            if one.person not in places or self.place(places[one.person], backups, tried):
                self.sits[seat] = one.person
                return True
        return False

    def arrange(self) -> None:
        """Among the seats of a role the experienced come first: nobody opens with their first show if they need not."""
        for role, able in self.able.items():
            seats = sorted(seat for seat in self.sits if seat[0] == role)
            sitting = {self.sits[seat] for seat in seats}
            people = sorted((one for one in able if one.person in sitting), key=lambda one: (one.backup, not one.shows))
            self.sits |= dict(zip(seats, (one.person for one in people), strict=True))

    def double(self, seat: Seat, may_pair: MayPair) -> None:
        """Somebody who sits already takes this seat too, where the playbook allows all their pairs."""
        everything = {**self.fixed, **self.sits}
        for one in self.able.get(seat[0], ()):
            roles = [role for (role, _), person in everything.items() if person == one.person]
            if seat[0] not in roles and all(may_pair(seat[0], role) for role in roles):
                self.sits[seat] = one.person
                return


def waited_longest(people: Iterable[Able]) -> list[Able]:
    """Those who hold the role before those who back it up; of each, who has waited longest first; of those who have
    waited as long, the more experienced, then who was there first."""
    never = datetime.min.replace(tzinfo=UTC)
    return sorted(people, key=lambda one: (one.backup, one.last or never, -one.shows))


def suggest(
    seats: Sequence[Seat],
    able: Mapping[str, Sequence[Able]],
    may_pair: MayPair,
    *,
    fixed: Mapping[Seat, int] | None = None,
    first: Iterable[str] = (),
) -> dict[Seat, int]:
    """A person for as many seats as can be filled. `fixed` stays as it is; the first seat of the roles in `first` is
    filled before all others, by a backup if need be; else holders sit first, and one person in two seats comes last."""
    urgent = {(role, 1) for role in first}
    table = _Table({role: waited_longest(people) for role, people in able.items()}, dict(fixed or {}))
    wanted = [seat for seat in seats if seat not in table.fixed]
    needed, others = [seat for seat in wanted if seat in urgent], [seat for seat in wanted if seat not in urgent]
    for group in (needed, others):
        for backups in (False, True):
            for seat in group:
                if seat not in table.sits:
                    table.place(seat, backups, set())
    for seat in [*needed, *others]:
        if seat not in table.sits:
            table.double(seat, may_pair)
    table.arrange()
    return {seat: table.sits[seat] for seat in seats if seat in table.sits}
