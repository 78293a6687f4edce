"""By how much something is put off or brought forward, as people type it: `+1h`, `30m later`, `推迟一小时`, `提前半小时`."""

import re
from datetime import timedelta

from bot.dates.length import length_at

_LATER = re.compile(r"\+\s*|(?:later )?by\s+|(?:推迟|延后|延迟|顺延|往后推|后推|推后|晚)\s*")
_EARLIER = re.compile(r"-\s*|earlier by\s+|(?:提前|提早|往前提|早)\s*")
_AFTER = re.compile(r"\s*(?:(?P<later>later)|(?P<earlier>earlier)|再?开?播|再?开始)?\s*")


def shift_in(text: str) -> timedelta | None:
    """The whole text as a shift; a length alone is one to later, `21:00` is none."""
    text = text.strip()
    later, earlier = _LATER.match(text), _EARLIER.match(text)
    head = later or earlier
    found = length_at(text, head.end() if head else 0)
    after = _AFTER.fullmatch(text, found[1]) if found else None
    if not found or not after:
        return None
    back = bool(after["earlier"]) or (earlier is not None and not later)
    return -found[0] if back else found[0]
