"""Decisions about the team: pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import available_timezones

LONGEST_NIGHT = timedelta(hours=14)
NEAR_ZONES: Mapping[str, tuple[str, ...]] = {
    "zh": ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Singapore", "Asia/Tokyo"),
    "en": ("Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles"),
}


def zones(language: str, preset: str) -> tuple[str, ...]:
    """The zones to offer: what the bot is set up with, then those near the language, then the other language's."""
    other = "en" if language == "zh" else "zh"
    return tuple(dict.fromkeys([preset, *NEAR_ZONES[language], *NEAR_ZONES[other]]))[:8]


def zone_named(text: str, called: Mapping[str, str]) -> str | None:
    """The zone that somebody typed: its full name, or its city, whatever the case; or what it is `called`."""
    said = text.strip().replace(" ", "_").lower()
    if not said:
        return None
    known = _known_zones()
    exact = [zone for zone in known if zone.lower() == said]
    cities = [zone for zone in known if zone.lower().rpartition("/")[2] == said and "/" in zone]
    names = {zone for name, zone in called.items() if name.lower().startswith(text.strip().lower())}
    return next(iter([*exact, *cities, *(names if len(names) == 1 else ())]), None)


@cache
def _known_zones() -> tuple[str, ...]:
    """Read from a file for each of them, so once."""
    return tuple(sorted(available_timezones()))


def next_hold(held: bool | None) -> bool | None:
    """A role's button goes round: not mine (None) → mine (False: not as a backup) → as a backup (True) → not mine."""
    return {None: False, False: True, True: None}[held]


def quiet_hours(begins: time, length: timedelta) -> str | None:
    """`23:00-08:00` from a beginning and a length; None where a day would be left with too few hours to work in."""
    if not timedelta() < length <= LONGEST_NIGHT:
        return None
    ends = (datetime.combine(date.min, begins) + length).time()
    return f"{begins:%H:%M}-{ends:%H:%M}"


def split_roles(text: str, backup_words: Iterable[str]) -> list[tuple[str, bool]]:
    """`anchor, co-host backup` as [("anchor", False), ("co-host", True)]: names with commas between them, those backed
    up with the word after (or before, or right behind in Chinese)."""
    named = [piece.strip() for piece in re.split(r"[,，、;；\n]+", text) if piece.strip()]
    return [_without(piece, sorted(backup_words, key=len, reverse=True)) for piece in named]


def _without(piece: str, backup_words: Iterable[str]) -> tuple[str, bool]:
    for word in backup_words:
        bare = re.sub(rf"^{re.escape(word)}\s+|\s*{re.escape(word)}$", "", piece, flags=re.IGNORECASE).strip("()（） ")
        if bare != piece and bare:
            return bare, True
    return piece, False
