"""One door for times as people type them, in English and Chinese, whatever the reader's language.

What is read: ISO-like (`2026-11-28 20:00`), days and hours in any order (`tomorrow 8pm`, `周六20:00`, `明晚8点`), from now
(`in 2 hours`, `半小时后`), spans, lengths and days. These are read here, without a library.
Holidays and rarer turns (`除夕晚上8点`, `in 2 months at 8pm`) go to JioNLP or dateparser in a process of their own, through
`understand`, which is awaited before a unit of work opens. Measured on two cores: 0.1 ms without a library; the first text that
needs one 0.26 s in Chinese and 0.14 s in English, the next 1 to 2 ms; 47 and 29 MiB, given back after a minute of silence.

What is ambiguous is read as lying ahead: `8点` and `8:30` are the next that come, morning or evening; `周六` is the next
Saturday; a date without its year is the next such date. `next Friday` is the next Friday that comes, 下周五 is next week's.
What is dated with its year may lie in the past, so that a flow can say so; an end may lie before its start for the same reason.
`20–25 Nov`, said on the 23rd, has begun.
Show what was understood, with weekday and zone, before it is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dates.day import Day
from bot.dates.days import days_in
from bot.dates.length import length_at, length_behind, whole_length
from bot.dates.library import Answer, ask, release
from bot.dates.moment import Scene, Words, moment_at, resolve, span_at, words_at
from bot.dates.shift import goes_to, lasts_beside_the_start, shift_beside, shift_in
from bot.dates.words import LONGEST, TO, ends, plain

__all__ = [
    "Understood",
    "read",
    "read_days",
    "read_hour",
    "read_length",
    "read_moment",
    "read_move",
    "read_new_time",
    "read_span",
    "read_until",
    "release",
    "split_length",
    "split_moment",
    "split_until",
    "splits",
    "understand",
]

_SHORT_CLOCK = re.compile("[0-6]:[0-5][0-9]")
_UNTIL = re.compile(rf"{TO.pattern}.*[0-9点點时時]")
"""An end and an hour in figures: a show may be called `Nine to Five`."""
_ARRIVES = re.compile(r"[能会才]?(?:到|到场|到位|回来|就好|好)?\s*[。.!！]*$")
_DAY = timedelta(days=1)
_AROUND = " \t\r\n,，、:：;；|-–—"


@dataclass(frozen=True)
class Understood:
    """All readings of one text. A wizard takes what it asked for if `exact`; a one-line command takes the head and the rest."""

    text: str
    moment: datetime | None = None
    """The instant that the text is, or starts with."""
    span: tuple[datetime, datetime] | None = None
    """From and to, or a start and a length, that the text is or starts with."""
    length: timedelta | None = None
    """The text as a length, or the length of the span."""
    days: tuple[date, date] | None = None
    """The text as whole days, and nothing else."""
    rest: str = ""
    """What follows the moment: `3h Black Friday Special`."""
    title: str = ""
    """What follows the span, or the moment if there is none: `Black Friday Special`."""

    @property
    def exact(self) -> bool:
        """Whether the text was a time and nothing else."""
        return not self.title and bool(self.moment or self.length is not None or self.days)


def read_moment(text: str, now: datetime, zone: str) -> datetime | None:
    """The whole text as an instant, or None; a day without an hour is none."""
    found = moment_at(plain(text).strip(), Scene(now, zone)) if len(text) <= LONGEST else None
    return found[0] if found and found[1] == len(text.strip()) else None


def read_hour(text: str, day: date, now: datetime, zone: str) -> datetime | None:
    """The whole text as an hour of that day, where it names no day itself; the first that lies ahead."""
    written, scene = plain(text).strip(), Scene(now, zone)
    words = words_at(written, 0, scene) if len(text) <= LONGEST else None
    alone = words and words.hour and not words.day and words.end == len(written)
    return resolve(replace(words, day=Day(day)), scene) if words and alone else None


def read_move(said: Understood, was: datetime, now: datetime, zone: str) -> datetime | None:
    """Where something that starts at `was` goes: an instant, or a shift such as `+1h`; an hour alone is of the same day,
    a day alone at the same hour. With a length it is none: nothing is dropped in silence."""
    found = read_new_time(said, was, now, zone)
    return found[0] if found and found[1] is None else None


def read_new_time(
    said: Understood, was: datetime, now: datetime, zone: str
) -> tuple[datetime, timedelta | None] | None:
    """The same, and how long it lasts from then on, where that is said too: `21:00-23:00`, `Sun 4h`, `+30m 3h`."""
    text, scene = goes_to(plain(said.text).strip()), Scene(now, zone)
    if (by := shift_in(text)) is not None:
        return was + by, None
    if beside := shift_beside(text):
        return _lasting(was + beside[0], beside[1], zone)
    if lasts := lasts_beside_the_start(text):
        return _lasting(was, lasts, zone)
    words = words_at(text, 0, scene, bare=True) if len(text) <= LONGEST else None
    if said.days:
        words = Words(Day(said.days[0]), None, len(text)) if said.days[0] == said.days[1] else None
    if words and (words.day is None) != (words.hour is None):
        local = _completed(words, was, scene).astimezone(ZoneInfo(zone))
        said = read(f"{local:%Y-%m-%d %H:%M}{text[words.end :]}", now, zone)
    return (said.moment, said.length) if said.moment and said.exact else None


def _lasting(start: datetime, text: str, zone: str) -> tuple[datetime, timedelta | None] | None:
    """The new start, with how long it lasts or until when."""
    length = read_length(text)
    until = read_until(text, start, zone) if length is None else None
    if until == _DAY:  # to the new start, and not round the clock: `推迟1小时到21点`
        return start, None
    length = until if length is None else length
    return None if length is None else (start, length)


def _completed(words: Words, was: datetime, scene: Scene) -> datetime:
    """A day alone keeps the hour; an hour alone keeps the day, and is before or after noon as is nearer to what it was."""
    local = was.astimezone(ZoneInfo(scene.zone))
    if words.day:
        return datetime.combine(words.day.on, local.time(), local.tzinfo)
    meant = [scene.instant(local.date(), minutes) for minutes in (words.hour.minutes if words.hour else ())]
    return min((at for at in meant if at != was), key=lambda at: abs(at - was), default=was)


def read_until(text: str, start: datetime, zone: str) -> timedelta | None:
    """The whole text as the end of what begins then, and so as a length: `until 11pm`, `到23点`, `20:00-23:00`. A clock
    time alone is one with two digits, or too late for a length: `2:30` lasts two hours and a half, `23:00` is an end."""
    written, local = plain(text).strip(), start.astimezone(ZoneInfo(zone))
    span = read_span(written, start - timedelta(minutes=1), zone)
    if span:
        return span[1] - start if span[0] == start else None
    if _SHORT_CLOCK.fullmatch(written) or length_at(written):
        return None
    head = TO.match(written)
    found = read_span(f"{local:%Y-%m-%d %H:%M} to {written[head.end() if head else 0 :]}", start, zone)
    return found[1] - found[0] if found else None


def read_span(text: str, now: datetime, zone: str) -> tuple[datetime, datetime] | None:
    """The whole text as from and to: `周五晚8点到11点`, `tomorrow 8pm to 11pm`, `2026-11-28 20:00 3h`."""
    found = span_at(plain(text).strip(), Scene(now, zone)) if len(text) <= LONGEST else None
    return found[:2] if found and found[2] == len(text.strip()) else None


def read_length(text: str) -> timedelta | None:
    """The whole text as a length; whether it is a sensible one is for the flow to say."""
    return whole_length(plain(text)) if len(text) <= LONGEST else None


def read_days(text: str, now: datetime, zone: str) -> tuple[date, date] | None:
    """The whole text as the first and the last day."""
    return days_in(plain(text), Scene(now, zone)) if len(text) <= LONGEST else None


def split_moment(text: str, now: datetime, zone: str) -> tuple[datetime, str] | None:
    """The instant at the head of a command, and what follows it."""
    head = text.strip()
    found = moment_at(plain(head[:LONGEST]), Scene(now, zone))
    return (found[0], _rest(head, found[1])) if found and ends(head, found[1]) else None


def split_length(text: str) -> tuple[str, timedelta | None]:
    """A name, and the length that may stand behind it: `黑五专场 3小时`."""
    found = length_behind(plain(text)) if len(text) <= LONGEST else None
    return (text[: len(found[0])], found[1]) if found else (text, None)


def split_until(text: str, start: datetime, zone: str) -> tuple[str, timedelta | None]:
    """A name, and how long until the end that may stand behind it: `新品首发，播到十点`, `Sale until 10pm`."""
    ends_at = ((name, read_until(rest, start, zone)) for name, rest in splits(text) if _UNTIL.match(plain(rest)))
    return next(((name, length) for name, length in ends_at if length), (text, None))


def time_behind(text: str, now: datetime, zone: str) -> tuple[datetime | None, timedelta | None]:
    """When somebody comes, at the end of what they say: a moment, or a length: `in traffic, there 8:05`, `堵车，8点05到`."""
    ends_in = (rest for _, rest in splits(_ARRIVES.sub("", text)))
    found = ((read_moment(rest, now, zone), read_length(rest)) for rest in ends_in)
    return next((one for one in found if one != (None, None)), (None, None))


def splits(text: str) -> Iterator[tuple[str, str]]:
    """A name, and what may be a time behind it, wherever a word may begin: `黑五专场` and `明晚8点 3小时`."""
    for at in range(1, len(text) if len(text) <= LONGEST else 0):
        if ends(text, at) and not text[at].isspace() and (name := text[:at].strip(_AROUND + "@")):
            yield name, text[at:]


async def understand(text: str, now: datetime, zone: str) -> Understood:
    """Every reading at once; await it before a unit of work opens, since a library may be asked in another process."""
    found = read(text, now, zone)
    if found.moment or found.days or found.length is not None:
        return found
    answer = await ask(text.strip(), now, zone)
    return _with(found, answer) if answer else found


def read(text: str, now: datetime, zone: str) -> Understood:
    """Every reading that needs no library."""
    days, length = read_days(text, now, zone), read_length(text)
    split = split_moment(text, now, zone)
    if not split or days or length is not None:
        return Understood(text, days=days, length=length)
    head = text.strip()
    span = span_at(plain(head[:LONGEST]), Scene(now, zone))
    if not span or not ends(head, span[2]):
        return Understood(text, moment=split[0], rest=split[1], title=split[1])
    return Understood(text, span[0], span[:2], span[1] - span[0], None, split[1], _rest(head, span[2]))


def _rest(text: str, at: int) -> str:
    return text[at:].strip(_AROUND)


def _with(read: Understood, answer: Answer) -> Understood:
    """What a library found at the head, with a length after it if one is there."""
    if answer.days:
        return replace(read, days=answer.days)
    if not answer.moment:
        return read
    rest = _rest(read.text.strip(), answer.end)
    if answer.until:
        span = (answer.moment, answer.until)
        return replace(read, moment=answer.moment, span=span, length=span[1] - span[0], rest=rest, title=rest)
    found = length_at(plain(rest))
    if not found or not ends(rest, found[1]):
        return replace(read, moment=answer.moment, rest=rest, title=rest)
    span = (answer.moment, answer.moment + found[0])
    return replace(read, moment=answer.moment, span=span, length=found[0], rest=rest, title=_rest(rest, found[1]))
