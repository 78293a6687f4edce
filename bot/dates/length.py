"""How long something takes, as people type it: `3h`, `2.5h`, `1h30`, `半小时`, `两个半小时`."""

import re
from datetime import timedelta

from bot.dates.words import CN, EN_N, number

_HOURS, _MINUTES, _DAYS = r"(?:hours?|hrs?|h)", r"(?:minutes?|mins?|m)", r"(?:days?|d)"
_NUMBER = rf"[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?|half\s+an?|{EN_N}"
_ENGLISH = re.compile(
    rf"(?:(?P<days>{_NUMBER})\s*{_DAYS}(?![a-z]))"
    rf"|(?P<h>{_NUMBER})(?P<half>\s+and\s+a\s+half)?\s*{_HOURS}(?P<after>\s+and\s+a\s+half)?(?![a-z])"
    rf"(?:\s*(?:and\s+)?(?P<hm>[0-9]{{1,2}})(?:\s*{_MINUTES}(?![a-z])|(?![0-9:.]|\s*[a-z]|\s*[点年月日%])))?"
    rf"|(?P<m>{_NUMBER})\s*{_MINUTES}(?![a-z])"
)
_CHINESE = re.compile(
    rf"(?P<days>[0-9]{{1,3}}|{CN}|半)天(?![猫气下])"
    rf"|(?P<h>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|{CN}|半)\s*个?(?P<half>半)?\s*(?:小时|钟头|h(?![a-z]))(?P<after>半)?"
    rf"(?:零?(?P<hm>[0-9]{{1,2}}|{CN})(?:分钟?|(?=$|\s)))?"
    rf"|(?P<m>[0-9]{{1,4}}|{CN})\s*分钟?"
    rf"|(?P<q>[一三])刻钟?"
)
_TAIL = re.compile(r"(?:(?<=[\u3400-\u9fff])(?=[0-9])|[\s,，、]+)")
"""Where a length may begin behind other words."""
_VERB = re.compile(r"(?:for\s+|(?:时长|共|直播|播)\s*)?")
_COLON = re.compile(r"(?P<h>[0-9]{1,2}):(?P<hm>[0-5][0-9])")


def length_at(text: str, at: int = 0) -> tuple[timedelta, int] | None:
    """The length that starts here, and where it ends; the longer of both languages' readings."""
    found = [match for match in (_ENGLISH.match(text, at), _CHINESE.match(text, at)) if match]
    if not found:
        return None
    match = max(found, key=lambda each: each.end())
    length = _length(match.groupdict())
    return None if length is None else (length, match.end())


def whole_length(text: str) -> timedelta | None:
    """The text as a length and nothing else; here `1:30` is an hour and a half."""
    text = text.strip()
    if colon := _COLON.fullmatch(text):
        return _length(colon.groupdict())
    verb = _VERB.match(text)
    found = length_at(text, verb.end() if verb else 0)
    return found[0] if found and found[1] == len(text) else None


def length_behind(text: str) -> tuple[str, timedelta] | None:
    """What stands before a length at the end of the text, and that length."""
    for gap in _TAIL.finditer(text):
        if gap.start() and (found := whole_length(text[gap.end() :])):
            return text[: gap.start()], found
    return None


def _length(parts: dict[str, str | None]) -> timedelta | None:
    if parts.get("q"):
        return timedelta(minutes=15 * (number(parts["q"] or "") or 0))
    if days := parts.get("days"):
        count = _amount(days)
        return None if count is None else timedelta(days=count)
    hours, minutes = _amount(parts.get("h") or "0"), _amount(parts.get("hm") or parts.get("m") or "0")
    if hours is None or minutes is None:
        return None
    half = 30 if parts.get("half") or parts.get("after") else 0
    return timedelta(hours=hours, minutes=minutes + half)


def _amount(text: str) -> float | None:
    if text.startswith(("half", "半")):
        return 0.5
    if text[0].isascii() and text[0].isdigit():
        return float(text.replace(",", "."))
    return number(text)
