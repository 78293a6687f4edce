"""By how much something is put off or brought forward, as people type it: `+1h`, `30m later`, `推迟一小时`, `提前半小时`."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.dates.length import length_at

_LATER = re.compile(r"\+\s*|(?:later )?by\s+|(?:推迟|延后|延迟|顺延|往后推|后推|推后|晚)\s*")
_EARLIER = re.compile(r"-\s*|earlier by\s+|(?:提前|提早|往前提|早)\s*")
_AFTER = re.compile(r"\s*(?:(?P<later>later)|(?P<earlier>earlier)|再?开?播|再?开始)?")
_PAUSE = " ,，、;；。"
_LASTS = re.compile(
    rf"^[{_PAUSE}]*(?:(?:and|then|for)\s+)*(?:时长|一共|总共|共)?\s*(?:改成|改为|改|延长到|缩短到)?\s*(?:直播|播)?\s*"
)
_LONG = re.compile(r"\s*(?:long|in total)$")


@dataclass(frozen=True)
class _Shift:
    by: timedelta
    says_so: bool
    """With a sign or a word; a length alone may be a shift, or a length."""
    rest: str


def shift_in(text: str) -> timedelta | None:
    """The whole text as a shift; a length alone is one to later, `21:00` is none."""
    found = _shift_at(text.strip())
    return found.by if found and not found.rest else None


def shift_beside(text: str) -> tuple[timedelta, str] | None:
    """A shift that says so, and on either side of it how long it lasts then, or until when: `+30m 3h`, `+30m until 23:00`,
    `推迟30分钟，播3小时`, `3h +30m`."""
    text = text.strip()
    found = _shift_at(text)
    if found and found.says_so:
        lasts = _LONG.sub("", _LASTS.sub("", found.rest, count=1))
        return (found.by, lasts) if lasts else None
    head = _LASTS.sub("", text, count=1)
    length = length_at(head)
    behind = _shift_at(head[length[1] :].lstrip(_PAUSE)) if length else None
    return (behind.by, head[: length[1]]) if length and behind and behind.says_so and not behind.rest else None


def _shift_at(text: str) -> _Shift | None:
    """The shift that the text starts with."""
    later, earlier = _LATER.match(text), _EARLIER.match(text)
    head = later or earlier
    found = length_at(text, head.end() if head else 0)
    after = _AFTER.match(text, found[1]) if found else None
    if not found or not after:
        return None
    back = bool(after["earlier"]) or (earlier is not None and not later)
    says_so = bool(head or after["later"] or after["earlier"])
    return _Shift(-found[0] if back else found[0], says_so, text[after.end() :].strip())
