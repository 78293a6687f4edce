"""By how much something is put off or brought forward, as people type it: `+1h`, `30m later`, `推迟一小时`, `提前半小时`."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.dates.length import length_at

_IT = r"(?:\s+(?:it|this|the (?:show|start)))?"
_PUT_OFF = rf"(?:postpone{_IT}|delay{_IT}|defer{_IT}|(?:push|put){_IT} (?:back|off){_IT})"
_BRING_ON = rf"(?:bring|move|pull){_IT} forward{_IT}"
_LATER = re.compile(
    rf"\+\s*|(?:later\s+|{_PUT_OFF}\s+)?by\s+|{_PUT_OFF}\s+"
    r"|(?:[往向]后[推挪移延]迟?|推迟|延后|延迟|顺延|后推|推后|晚)\s*"
)
_EARLIER = re.compile(rf"-\s*|(?:earlier|{_BRING_ON}) by\s+|{_BRING_ON}\s+|(?:[往向]前[提挪移]|提前|提早|早)\s*")
_GOES_TO = re.compile(
    rf"(?:(?:推迟|延后|提前|改|[往向][前后][提推挪移延]|挪|移|调)?到|改成|改为"
    rf"|(?:(?:{_PUT_OFF}|{_BRING_ON}|(?:move|reschedule|change){_IT}) )?(?:to|{_PUT_OFF}\s+(?:un)?till?)\b)\s*"
)
_STAYS = re.compile(r"same (?:start )?(?:time|start)\b|(?:开播)?时间不变|开播不变|(?=时长|(?:直播|播)到)")
"""Only how long it is changes; `播到24点` and `时长2小时` say nothing of a start."""
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


def goes_to(text: str) -> str:
    """Where it goes, without the words that say that it does: `改到21点`, `postpone to 21:00 for 3h`."""
    found = _GOES_TO.match(text)
    return text[found.end() :] if found else text


def lasts_beside_the_start(text: str) -> str | None:
    """How long, or until when, where the start stays as it is: `same time 4h`, `时间不变，播4小时`."""
    found = _STAYS.match(text)
    return _lasts(text[found.end() :]) if found else None


def _lasts(text: str) -> str:
    return _LONG.sub("", _LASTS.sub("", text, count=1))


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
        lasts = _lasts(found.rest)
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
