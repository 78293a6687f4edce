"""Times of day as people type them: `8pm`, `20:00`, `half past 8`, `晚8点半`; what `8点` may mean is kept open."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.dates.words import EN_N, GAP, N, ends, number

Part = Literal["dawn", "morning", "noon", "afternoon", "evening"]

_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("dawn", re.compile(r"凌晨|清晨")),
    ("morning", re.compile(r"(?:in the |this )?morning\b|早上|早晨|上午|早")),
    ("noon", re.compile(r"中午")),
    ("afternoon", re.compile(r"(?:in the |this )?afternoon\b|下午|午后")),
    (
        "evening",
        re.compile(
            r"(?:in the |this )?evening\b|(?:at )?night\b|晚上?凌晨(?!\s*[5-9五六七八九])|傍晚|晚上|夜里|夜间|夜晚|深夜|半夜|午夜|晚|夜"
        ),
    ),
)
_AFTER = re.compile(r"\s*(?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b")


@dataclass(frozen=True)
class Hour:
    """A time of day: the minutes after midnight that it may mean, soonest first; 24:00 and later are in the night that follows."""

    minutes: tuple[int, ...]
    bare: bool = False
    """Only a number, as in `8-11pm`: the other end says which half of the day."""


def part_at(text: str, at: int) -> tuple[Part, int] | None:
    """A part of the day that starts here: `evening`, `下午`."""
    for part, pattern in _PARTS:
        match = pattern.match(text, at)
        if match and ends(text, match.end()):
            return part, match.end()
    return None


def _minutes(hour: int | None, minute: int | None, part: Part | None, twelve: bool) -> tuple[int, ...]:
    """What an hour may mean; `twelve` when it may be either half of the day. Nothing when there is no such time."""
    if hour is None or minute is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return ()
    if part:
        return (60 * _in_part(hour, part) + minute,)
    if twelve and 1 <= hour <= 12:
        return (60 * hour + minute, 60 * (hour + 12) + minute)
    return (60 * hour + minute,)


def _in_part(hour: int, part: Part) -> int:
    if part == "evening":
        return hour + 24 if hour < 5 else hour + 12 if hour <= 12 else hour
    if part == "dawn":
        return hour % 12 if hour <= 12 else hour
    if part == "afternoon":
        return hour + 12 if 1 <= hour < 12 else hour
    if part == "noon":
        return hour + 12 if 1 <= hour <= 3 else hour
    return hour


Make = Callable[[re.Match[str], Part | None], tuple[int, ...]]


def _half(match: re.Match[str]) -> int:
    return 12 if match["half"] == "p" else 0


def _meridiem(match: re.Match[str], _part: Part | None) -> tuple[int, ...]:
    hour = int(match["h"])
    return _minutes(hour % 12 + _half(match), int(match["m"] or 0), None, False) if 1 <= hour <= 12 else ()


def _digital(match: re.Match[str], part: Part | None) -> tuple[int, ...]:
    return _minutes(int(match["h"]), int(match["m"]), part, twelve=not match["h"].startswith("0"))


def _chinese(match: re.Match[str], part: Part | None) -> tuple[int, ...]:
    minute = _SPOKEN[match["m"]] if match["m"] else number(match["mm"]) if match["mm"] else 0
    return _minutes(number(match["h"]), minute, part, twelve=True)


def _past(match: re.Match[str], part: Part | None) -> tuple[int, ...]:
    minute = 30 if match["m"] == "half" else 15
    hour = number(match["h"])
    if hour is None or not 1 <= hour <= 12:
        return ()
    if match["way"] == "to":
        return tuple(m - minute for m in _minutes(hour, 0, part, twelve=True)) if minute == 15 else ()
    return _minutes(hour, minute, part, twelve=True)


def _spoken(match: re.Match[str], part: Part | None) -> tuple[int, ...]:
    return _minutes(number(match["h"]), 0, part, twelve=True)


_SPOKEN = {"半": 30, "一刻": 15, "三刻": 45}
_N_EN = rf"[0-9]{{1,2}}|{EN_N}"
_AT = r"(?:at\s+)?"
_COUNTED = r"(?!\s*(?:小时|个|分钟|天|h|m|折|元|万))"
_RULES: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(rf"{_AT}(?P<h>[0-9]{{1,2}})(?:[:.](?P<m>[0-9]{{2}}))?\s*(?P<half>[ap])\.?m\b\.?"), _meridiem),
    (re.compile(rf"{_AT}(?P<h>[0-9]{{1,2}})[:.](?P<m>[0-9]{{2}})\s*(?P<half>[ap])\b"), _meridiem),
    (re.compile(rf"{_AT}(?P<h>[0-9]{{1,2}}):(?P<m>[0-9]{{2}})(?::[0-9]{{2}})?(?![:0-9])"), _digital),
    (
        re.compile(
            rf"(?P<h>{N}) ?[点點时時](?:钟|整|正|(?P<m>半(?![价年天个场])|[一三]刻)"
            rf"|(?:过|零)?(?P<mm>{N})(?:分(?!钟|享)|(?<=[0-9][0-9])(?![0-9]){_COUNTED}))?"
        ),
        _chinese,
    ),
    (re.compile(rf"{_AT}(?P<h>1[3-9]|2[0-3])\.(?P<m>[0-5][0-9])(?![.0-9])"), _digital),
    (re.compile(rf"{_AT}(?P<m>half|quarter)\s+(?P<way>past|to)\s+(?P<h>{_N_EN})(?![0-9:])"), _past),
    (re.compile(rf"{_AT}(?P<h>{_N_EN})\s*o'?clock"), _spoken),
    (re.compile(rf"at\s+(?P<h>{_N_EN})(?![0-9:./%]|\s*(?:h|m|a|p)\b|\s*o'?clock)"), _spoken),
    (re.compile(rf"{_AT}(?P<h>{_N_EN})(?= (?:in the (?:morning|afternoon|evening)|at night)\b)"), _spoken),
    (re.compile(rf"{_AT}noon|正午|中午(?!\s*(?:[0-9]|{N}[点點时時]))"), lambda _match, _part: (720,)),
    (re.compile(rf"{_AT}midnight|午夜(?!\s*(?:[0-9]|{N}[点點时時]))"), lambda _match, _part: (1440,)),
)
_FOUR = re.compile(rf"{_AT}(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?=[\s,，、;；~–—-]|到|至|$)(?!-[0-9]{{2}}-)")
_DOTTED = re.compile(rf"{_AT}(?P<h>[0-9]{{1,2}})\.(?P<m>[0-5][0-9])(?=[\s,，、;；~–—-]|到|至|$)(?!\s*[hm年])")
_BARE = re.compile(rf"{_AT}(?P<h>{N})(?: ?[点點时時])?")


def hour_at(text: str, at: int, part: Part | None) -> tuple[Hour, int] | None:
    """The time of day that starts here, read in the part of the day that was named before it."""
    for pattern, make in _RULES:
        match = pattern.match(text, at)
        if not match or not ends(text, match.end()):
            continue
        end = match.end()
        if not part and (after := _AFTER.match(text, end)):
            part, end = _named(after), after.end()
        if minutes := make(match, part):
            return Hour(minutes), end
    return None


def _named(match: re.Match[str]) -> Part:
    found = part_at(match["part"] or "evening", 0)
    return found[0] if found else "evening"


def sparing_at(text: str, at: int, part: Part | None) -> tuple[Hour, int] | None:
    """`2330`, `8.30`: a time of day only because a day stands before it, or because it ends a span."""
    for pattern, of in ((_FOUR, "dawn"), (_DOTTED, part)):
        match = pattern.match(text, at)
        if match and ends(text, match.end()) and (minutes := _digital(match, of)):
            return Hour(minutes), match.end()
    return None


def bare_hour_at(text: str, at: int, part: Part | None) -> tuple[Hour, int] | None:
    """A number alone: a time of day only because `to` and another time follow it."""
    match = _BARE.match(text, at)
    minutes = _minutes(number(match["h"]), 0, part, twelve=True) if match else ()
    return (Hour(minutes, bare=True), match.end()) if match and minutes else None


def skip_gap(text: str, at: int) -> int:
    """Past spaces and commas between the words of one time."""
    match = GAP.match(text, at)
    return match.end() if match else at
