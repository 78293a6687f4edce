"""A day and a time of day, in either order and language, → an instant; two of them, or one and a length, → a span."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dates.day import TONIGHT, Day, day_at, weekday_at
from bot.dates.hour import Hour, Part, bare_hour_at, hour_at, part_at, skip_gap, sparing_at
from bot.dates.length import length_at
from bot.dates.words import TO, ends

_IN = re.compile(r"in\s+")
_DAYS = re.compile("d|天")
_LATER = re.compile(r"\s*(?:之后|以后|后|(?:from now|later)\b)")
_FOR = re.compile(r"[\s,，、]*(?:for |(?:时长|共|播|直播)\s*)?")
_JOIN = re.compile(r"(?:at|on|of|from|从|的)(?![a-z])\s*|t(?=[0-9]{2}:[0-9]{2})")
_BEGINS = re.compile(r"(?:开播|开始)(?=[\s,，、;；。]|播|直播|到|$)")
_NEXT_DAY = re.compile(r"(?:次日|隔天|第二天|(?:the )?next day(?: at)?)\s*")
_PAUSE = re.compile(r"\s*(?:[,，、;；|]|$)")
_ISO = re.compile(
    r"20[0-9]{2}-[0-9]{2}-[0-9]{2}(?P<t>t| )[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:z|\+[0-9]{2}:?[0-9]{2}|(?:(?<=t[0-9]{2}:[0-9]{2})|(?<=t[0-9]{2}:[0-9]{2}:[0-9]{2}))-[0-9]{2}:[0-9]{2})"
)


@dataclass(frozen=True)
class Scene:
    """When and where it is said."""

    now: datetime
    zone: str

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    def instant(self, day: date, minutes: int) -> datetime:
        """A local time as UTC: one that the clocks skip moves forward, one that they show twice is the first."""
        local = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


@dataclass(frozen=True)
class Words:
    """What was found at the head of a text: a day or none, an hour or none, and where it ends."""

    day: Day | None
    hour: Hour | None
    end: int


@dataclass
class _Reader:
    """Takes one word after the other, each kind once, until something else stands there."""

    text: str
    scene: Scene
    at: int
    bare: bool
    closes: bool = False
    """It is the end of a span: a day behind the hour is its own only if no more words follow; else a title begins."""
    end: int = 0
    day: Day | None = None
    hour: Hour | None = None
    part: Part | None = None
    contradicts: bool = False

    def read(self) -> Words | None:
        while self._day() or self._part() or self._hour():
            self.at = self._joined()
        return Words(self.day, self.hour, self.end) if self.end and not self.contradicts else None

    def _joined(self) -> int:
        """Past a joining word, unless it belongs to what follows, as in `at 8` and `on Friday`."""
        at = skip_gap(self.text, self.end)
        match = _JOIN.match(self.text, at)
        taken = match and (hour_at(self.text, at, self.part) or self._day_at(at))
        return match.end() if match and not taken else at

    def _day_at(self, at: int) -> tuple[Day, int] | None:
        return day_at(self.text, at, self.scene.today, self.scene.zone)

    def _day(self) -> bool:
        found = None if self.day else self._day_at(self.at)
        if not found or (self.closes and self.hour and not _PAUSE.match(self.text, found[1])):
            return False
        if self.text.startswith(TONIGHT, self.at):
            self.part = "evening"
        self.day, self.end = found
        if not self.hour:
            self._beside()
        return True

    def _beside(self) -> None:
        """A weekday beside a date, on either side: it says nothing new, but it may contradict, and then nobody knows."""
        at, first = skip_gap(self.text, self.end), self.day
        if first and first.step == "week":
            found = self._day_at(at)
            if found and (found[0].dated or found[0].step in ("year", "month")):
                self.day, self.end = found
                self.contradicts = found[0].on.weekday() != first.on.weekday()
        elif first and (beside := weekday_at(self.text, at)):
            self.end = beside[1]
            self.contradicts = beside[0] != first.on.weekday()

    def _part(self) -> bool:
        found = None if self.hour or self.part else part_at(self.text, self.at)
        if not found or hour_at(self.text, self.at, None):
            return False
        self.part, self.end = found
        return True

    def _hour(self) -> bool:
        found = None if self.hour else hour_at(self.text, self.at, self.part)
        if not found and not self.hour and (self.day or self.closes):
            found = sparing_at(self.text, self.at, self.part)
        if not found and not self.hour and (number := bare_hour_at(self.text, self.at, self.part)):
            closes = self.part and number[1] == len(self.text)
            found = number if closes or (self.bare and TO.match(self.text, number[1])) else None
        if found:
            self.hour, self.end = found
            begins = _BEGINS.match(self.text, self.end)
            self.end = begins.end() if begins else self.end
        return bool(found)


def words_at(text: str, at: int, scene: Scene, bare: bool = False, closes: bool = False) -> Words | None:
    """The day and the hour that start here; `bare` lets a number be an hour if `to` follows, `closes` ends a span."""
    at = skip_gap(text, at)
    joined = _JOIN.match(text, at) if text[at : at + 1] in ("f", "从") else None
    return _Reader(text, scene, joined.end() if joined else at, bare, closes).read()


def moment_at(text: str, scene: Scene) -> tuple[datetime, int] | None:
    """The instant that the text starts with, and where it ends."""
    if exact := _ISO.match(text):
        try:
            return datetime.fromisoformat(exact[0].upper()).astimezone(UTC), exact.end()
        except ValueError:
            return None
    if later := _from_now(text, scene):
        return later
    words = words_at(text, 0, scene)
    return (resolve(words, scene), words.end) if words and words.hour else None


def _from_now(text: str, scene: Scene) -> tuple[datetime, int] | None:
    at = skip_gap(text, 0)
    inside = _IN.match(text, at)
    found = length_at(text, inside.end() if inside else at)
    if not found:
        return None
    length, end = found
    if not inside:
        later = _LATER.match(text, end)
        end = later.end() if later else 0
    # Days are days on the calendar, as in `in 2 days at 8pm`, and need an hour.
    counted = end and ends(text, end) and length < timedelta(days=7) and not _DAYS.search(text, at, end)
    return (scene.now.astimezone(UTC) + length, end) if counted else None


def resolve(words: Words, scene: Scene) -> datetime:
    """The first instant ahead that the words may mean; one that was dated may lie in the past."""
    minutes = words.hour.minutes if words.hour else ()
    if words.day and words.day.dated:
        return scene.instant(words.day.on, minutes[0])
    day = words.day or Day(scene.today - timedelta(days=1), "none")
    days = [day] if words.day else [Day(scene.today + timedelta(days=n)) for n in (-1, 0, 1)]
    if moved := day.later():
        days.append(moved)
    ahead = [at for each in days for m in minutes if (at := scene.instant(each.on, m)) > scene.now]
    return min(ahead, default=scene.instant(day.on, minutes[0]))


def span_at(text: str, scene: Scene) -> tuple[datetime, datetime, int] | None:
    """The span that the text starts with, `from – to` or a start and a length, and where it ends."""
    words = words_at(text, 0, scene, bare=True)
    to = TO.match(text, skip_gap(text, words.end)) if words and words.hour else None
    if words and to:
        over = _NEXT_DAY.match(text, to.end())
        until = words_at(text, over.end() if over else to.end(), scene, closes=True)
        if until and until.hour and not (over and until.day):
            begins, ends_at = _between(words, until, scene)
            return begins, _on_next_day(begins, until.hour, scene) if over else ends_at, until.end
    start = moment_at(text, scene)
    joint = _FOR.match(text, start[1]) if start else None
    length = length_at(text, joint.end()) if joint else None
    if not start or not length or not ends(text, length[1]):
        return None
    return start[0], start[0] + length[0], length[1]


def _on_next_day(start: datetime, hour: Hour, scene: Scene) -> datetime:
    """`到次日1点`: the day after the one that the span starts on."""
    return scene.instant(Scene(start, scene.zone).today + timedelta(days=1), hour.minutes[0] % 1440)


def _between(words: Words, until: Words, scene: Scene) -> tuple[datetime, datetime]:
    """An end without a day is the first such time after the start; a bare start is the last such time before the end."""
    start = resolve(words, scene)
    if words.hour and words.hour.bare and until.hour and len(until.hour.minutes) == 1 and not until.day:
        end = until.hour.minutes[0]
        early = [m for m in words.hour.minutes if m < end] or [m - 1440 for m in words.hour.minutes]
        start = resolve(Words(words.day, Hour((max(early) % 1440,)), words.end), scene)
    after = Scene(start, scene.zone)
    if not until.day:
        return start, resolve(until, after)
    day = until.day if until.day.step == "none" else until.day.from_(after.today)
    return start, resolve(Words(day, until.hour, until.end), after if day.on >= after.today else scene)
