"""How a playbook writes time: lengths such as 1h30m, and offsets from go-live (T-45m) or from the end (END+15m)."""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, model_serializer, model_validator

UNITS = (("d", 86400), ("h", 3600), ("m", 60), ("s", 1))
LONGEST = timedelta(days=366)
PARTS = r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?"
LENGTH = re.compile(PARTS, re.IGNORECASE | re.ASCII)
OFFSET = re.compile(r"(T|END)(?:0|([+-])(?:0|(\w+)))?", re.IGNORECASE | re.ASCII)


def _length(text: str) -> timedelta | None:
    """The span that the text says, or nothing if it says none or more than a year."""
    match = LENGTH.fullmatch(text)
    if not text or not match or any(len(part or "") > 9 for part in match.groups()):
        return None
    seconds = sum(int(part or 0) * size for part, (_, size) in zip(match.groups(), UNITS, strict=True))
    return timedelta(seconds=seconds) if seconds <= LONGEST.total_seconds() else None


def parse_length(value: object) -> timedelta:
    """Read "2h", "1h30m", "7d", "90s"; a timedelta passes as it is."""
    if isinstance(value, timedelta):
        return value
    text = str(value).strip() if isinstance(value, str) else ""
    span = timedelta() if value == 0 and not isinstance(value, bool) or text == "0" else _length(text)
    if span is None:
        raise ValueError(f"{_shown(value)} is not a length; write it like 45m, 2h, 1h30m or 7d")
    return span


def say_length(span: timedelta) -> str:
    """The shortest way to write a length: 1d12h, 45m, 0m."""
    left, parts = int(span.total_seconds()), ""
    for unit, size in UNITS:
        count, left = divmod(left, size)
        parts += f"{count}{unit}" if count else ""
    return parts or "0m"


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


Length = Annotated[timedelta, BeforeValidator(parse_length), PlainSerializer(say_length, return_type=str)]


class Offset(BaseModel):
    """A moment told from a show's go-live or from its planned end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base: Literal["start", "end"]
    by: timedelta = timedelta()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        """Read what the playbook writes; a mapping or an Offset passes as it is."""
        return value if isinstance(value, dict | cls) else parse_offset(value)

    @model_serializer
    def __str__(self) -> str:
        name = "T" if self.base == "start" else "END"
        if not self.by:
            return "T+0" if name == "T" else name
        return f"{name}{'-' if self.by < timedelta() else '+'}{say_length(abs(self.by))}"

    def at(self, start: datetime, end: datetime) -> datetime:
        """The instant, for a show with this start and this end."""
        return (start if self.base == "start" else end) + self.by


def parse_offset(value: object) -> dict[str, Any]:
    """Read "T-1d12h", "T+0", "END", "END-10m" into an offset's two parts."""
    match = OFFSET.fullmatch(value.replace(" ", "").replace("−", "-")) if isinstance(value, str) else None
    span = (_length(match[3]) if match[3] else timedelta()) if match else None
    if match is None or span is None:
        raise ValueError(f"{_shown(value)} is not an offset; write it like T-45m, T+1h, END or END+15m")
    return {"base": "start" if match[1].upper() == "T" else "end", "by": -span if match[2] == "-" else span}
