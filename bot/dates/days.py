"""Whole days as people type them: one, a range such as `Dec 1 - Dec 5` or `明天到周五`, a week, a weekend."""

import re
from datetime import date, timedelta

from bot.dates.day import Day, day_at
from bot.dates.moment import Scene, words_at
from bot.dates.words import TO

_FROM = re.compile(r"\s*(?:from |从)?\s*")
_WEEK = re.compile(r"(?:(?P<next>next|下个?)|this|这个?|本)?\s*(?:(?P<end>weekend|周末)|(?P<week>week|周|星期|礼拜))")
_UNDER_WAY = timedelta(days=28)
"""`20–25 Nov`, said on the 23rd, has begun; what would have begun longer ago than this lies ahead."""
_SHORT_FIRST = re.compile(r"(?P<a>[0-9]{1,2})\s*[-–—~]\s*(?P<rest>[0-9]{1,2}(?:st|nd|rd|th)?\s+[a-z].*)")


def days_in(text: str, scene: Scene) -> tuple[date, date] | None:
    """The first and the last day; the last may come before the first if it was dated so."""
    text = text.strip()
    if match := _WEEK.fullmatch(text):
        return _week(match, scene.today)
    first = _one(text, _from(text), scene)
    if not first:
        return _first_short(text, scene)
    day, end = first
    if end == len(text):
        return day.on, day.on
    to = TO.match(text, end)
    if not to:
        return None
    passed = day.earlier()
    under_way = _to(text, to.end(), passed, scene) if passed else None
    if under_way and scene.today - _UNDER_WAY <= under_way[0] and scene.today <= under_way[1] < day.on:
        return under_way
    return _to(text, to.end(), day, scene)


def _to(text: str, at: int, first: Day, scene: Scene) -> tuple[date, date] | None:
    """From this day to the one that stands here; a day alone is of the first one's month where it can be."""
    if short := _last_short(text[at:], first.on):
        return short
    last = _one(text, at, scene)
    return (first.on, last[0].from_(first.on).on) if last and last[1] == len(text) else None


def _from(text: str) -> int:
    match = _FROM.match(text)
    return match.end() if match else 0


def _one(text: str, at: int, scene: Scene) -> tuple[Day, int] | None:
    """A day, with its weekday or a part of it beside it if people write that too."""
    words = words_at(text, at, scene)
    if not words or words.hour or not words.day:
        return None
    return words.day, words.end


def _week(match: re.Match[str], today: date) -> tuple[date, date] | None:
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 if match["next"] else 0)
    if match["end"]:
        return max(monday + timedelta(days=5), today), monday + timedelta(days=6)
    # A week alone is a word, not a time: it must be this one or the next.
    return None if match[0] == match["week"] else (max(monday, today), monday + timedelta(days=6))


def _last_short(text: str, first: date) -> tuple[date, date] | None:
    """`Dec 1-5`, `12月1日到5日`: the month stands once, at the first."""
    match = re.fullmatch(r"(?P<d>[0-9]{1,2})(?:[日号]|st|nd|rd|th)?", text.strip())
    day = int(match["d"]) if match else 0
    return (first, first.replace(day=day)) if first.day < day and _exists(first, day) else None


def _first_short(text: str, scene: Scene) -> tuple[date, date] | None:
    """`1-5 Dec`: the month stands once, at the last."""
    match = _SHORT_FIRST.fullmatch(text)
    last = day_at(match["rest"], 0, scene.today, scene.zone) if match else None
    if not match or not last or last[1] != len(match["rest"]) or not 0 < int(match["a"]) < last[0].on.day:
        return None
    return last[0].on.replace(day=int(match["a"])), last[0].on


def _exists(month: date, day: int) -> bool:
    try:
        month.replace(day=day)
    except ValueError:
        return False
    return True
