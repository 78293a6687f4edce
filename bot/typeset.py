"""How Chinese is set: no space beside a Chinese name, one beside a Latin name, whatever the words leave between."""

import re
from datetime import date, time, timedelta
from typing import Any

_HAN = r"[\u3400-\u9fff]"
_MARKUP = re.compile(r"<[^<>]*>")
_BEGINS, _ENDS = "\ue002", "\ue003"
"""Stand around an argument that begins or ends in a Chinese character, until the line is whole."""
_APART = re.compile(rf"({_HAN}(?:<[^<>]*>|{_ENDS})*) ((?:<[^<>]*>|{_BEGINS})*)(?={_HAN})")


def bordered(value: Any, said: Any) -> Any:
    """Words leave a space at both sides of an argument; this tells where it may close. Times and spans keep it."""
    if not isinstance(said, str) or isinstance(value, date | time | timedelta):
        return said
    bare = _MARKUP.sub("", said)
    begins = _BEGINS if re.match(_HAN, bare) else ""
    return begins + said + (_ENDS if re.match(_HAN, bare[-1:]) else "")


def closed_up(text: str) -> str:
    """`由 梅子 接班` as `由梅子接班`, but `由 Ana 接班`; spaces that somebody typed stay."""

    def close(found: re.Match[str]) -> str:
        ours = _ENDS in found[1] or _BEGINS in found[2]
        return found[1] + ("" if ours else " ") + found[2]

    return _APART.sub(close, text).replace(_BEGINS, "").replace(_ENDS, "")
