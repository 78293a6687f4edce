"""What stands set off in a line, and the line that reads on without it: when it is due, whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

APART = " \t,，、:：;；→>—–|\n"
CUT = "\n"
"""Stands in a line where something was taken out, until it is put together again."""
_MARKS = ",，、:：;；—–|\n"
_STOPS = f"{_MARKS}@＠.。!！"
_AROUND = f"{APART}-"
_SEGMENT = re.compile(rf"(?:[^{_MARKS}]|(?<=[0-9])[:：](?=[0-9]))+")
_HOLE = re.compile(rf"[{APART}]*\n[{APART}]*")
_LONGEST = 24
"""Characters of a time that stands before the word that ties it."""
_WORDS_OF_A_TIME = 4
_READ = 300
"""Characters of a line in whose middle anything is looked for."""

Read = Callable[[str], tuple[datetime, str] | None]
"""The time that a text begins with, and what follows it."""


@dataclass(frozen=True)
class Ties:
    """Words that tie a time to the rest of a line, as people type them."""

    by: Collection[str]
    """`by 7pm`: says that it is due then, wherever it stands."""
    around: Collection[str]
    """`before 7pm`: may as well belong to what follows, `before the 7pm show`."""
    before: Collection[str]
    """`7点前`: behind the time."""
    never: Collection[str]
    """`前台`: begins like one of those, and is another word."""
    part: Collection[str]
    """`8点档`, `8点前的流程`: with what follows, the time is a part of the title."""

    def ahead(self, text: str) -> int:
        """Where a text ends without the tie that it ends with."""
        found = [_tie(text.rstrip(APART), tie, "(?:{})$") for tie in _longest([*self.by, *self.around])]
        return next((match.start() for match in found if match), len(text))

    def behind(self, text: str) -> int:
        """How much of a text is a tie that it begins with."""
        rest = text.lstrip(" ")
        if rest.startswith(tuple(self.never)):
            return 0
        found = next((tie for tie in _longest(self.before) if rest.startswith(tie)), "")
        return len(text) - len(rest) + len(found) if found else 0


@dataclass(frozen=True)
class Taken:
    """A time, and the line without it; not sure, where its last word could begin what follows."""

    text: str
    at: datetime
    sure: bool = True


def together(text: str) -> str:
    """The line as it reads once everything is taken out: where two parts meet, the mark that stood between them."""
    text = re.sub(rf"{_HOLE.pattern}[.。!！]*\s*$", "", text.strip(APART))
    while hole := _HOLE.search(text):
        text = f"{text[: hole.start()]}{_seam(text, hole)}{text[hole.end() :]}"
    return text.strip(APART)


def _seam(text: str, hole: re.Match[str]) -> str:
    mark = next((letter for letter in hole[0] if letter in _MARKS and letter != CUT), "")
    if mark:
        return f" {mark} " if mark in "—–|" else f"{mark} " if mark.isascii() else mark
    return " " if text[hole.start() - 1].isascii() or text[hole.end()].isascii() else ""


def leading(text: str, at: datetime, rest: str, ties: Ties) -> Taken | None:
    """Without the time that it begins with, and that was read already."""
    stop, sure = _closed(text, _end(text, rest), ties)
    return None if begins_with(text[stop:], ties.part) else Taken(CUT + text[stop:], at, sure)


def time_in(text: str, ties: Ties, read: Read, names: Collection[str] = ()) -> Taken | None:
    """The one time that is tied or set off, wherever it stands, or the one that the line ends with."""
    for look in (_tied, _followed, _alone) if len(text) <= _READ else ():
        found = list(look(text, ties, read, names))
        if found:
            return found[0] if len(found) == 1 else last(text, ties, read)
    return last(text, ties, read)


def _tied(text: str, ties: Ties, read: Read, names: Collection[str]) -> Iterator[Taken]:
    """`by 7pm`, `截止今晚7点`: not where it could belong to the words that follow."""
    for match in re.finditer("|".join(map(_as_word, _longest([*ties.by, *ties.around]))), text, re.IGNORECASE):
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" :："))
        if not (said := read(text[start:])):
            continue
        end = _end(text, said[1], start)
        stop, sure = _closed(text, end, ties)
        rest = text[stop:].lstrip(" ")
        free = stop > end or not rest or rest[0] in _STOPS or rest.casefold() in {name.casefold() for name in names}
        if free or match[0].lower() in ties.by:
            yield Taken(f"{text[: match.start()]}{CUT}{text[stop:]}", said[0], sure and free)


def _followed(text: str, ties: Ties, read: Read, _names: Collection[str]) -> Iterator[Taken]:
    """`今晚7点前`."""
    for match in re.finditer("|".join(map(re.escape, _longest(ties.before))), text):
        for start in range(max(match.start() - _LONGEST, 0), match.start()):
            said = read(text[start : match.start()]) if _may_begin(text, start) else None
            if said and not said[1] and ties.behind(text[match.start() :]):
                stop, sure = _closed(text, match.start(), ties)
                if not begins_with(text[stop:], ties.part):
                    yield Taken(f"{text[: ties.ahead(text[:start])]}{CUT}{text[stop:]}", said[0], sure)
                break


def _alone(text: str, ties: Ties, read: Read, _names: Collection[str]) -> Iterator[Taken]:
    """Between two commas."""
    for match in _SEGMENT.finditer(text):
        if said := _whole(match[0], ties, read):
            yield Taken(f"{text[: match.start()]}{CUT}{text[match.end() :]}", said)


def last(text: str, ties: Ties, read: Read) -> Taken | None:
    """The time that a line ends with."""
    for gap in [*re.finditer(r"[\s,，;；]+", text)][-_WORDS_OF_A_TIME:]:
        if at := _whole(text[gap.end() :], ties, read):
            return Taken(text[: ties.ahead(text[: gap.start()])] + CUT, at)
    return None


def _whole(text: str, ties: Ties, read: Read) -> datetime | None:
    """The text as a time, with its tie or without."""
    for tie in _longest([*ties.by, *ties.around]):
        if found := _tie(text.strip(APART), tie, "^(?:{})"):
            text = text.strip(APART)[found.end() :]
            break
    said = read(text.strip(APART))
    return said[0] if said and (not said[1] or ties.behind(said[1]) == len(said[1])) else None


def _closed(text: str, end: int, ties: Ties) -> tuple[int, bool]:
    """Where a time that was read up to here ends with its tie, and whether that can't be anything else's beginning."""
    stop = end + ties.behind(text[end:])
    return stop, not text[stop:] or text[stop] in _STOPS or text[stop] in APART


def _end(text: str, rest: str, start: int = 0) -> int:
    """Where what was read before the rest ends."""
    return start + len(text[start : text.rindex(rest) if rest else len(text)].rstrip(_AROUND))


def _may_begin(text: str, at: int) -> bool:
    """Not inside a word or a number."""
    inside = at and text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii() and text[at].isalnum()
    return not inside and text[at] not in APART


def begins_with(text: str, words: Iterable[str]) -> bool:
    """Whether a text begins with one of these; one in Latin letters as a word of its own."""
    return any(_tie(text, word, "^(?:{})") for word in words)


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _as_word(tie: str) -> str:
    return rf"\b{re.escape(tie)}\b" if tie.isascii() and tie[0].isalnum() else re.escape(tie)


def _tie(text: str, tie: str, where: str) -> re.Match[str] | None:
    return re.search(where.format(_as_word(tie)), text, re.IGNORECASE)


def alone(text: str, names: Collection[str], ties: Collection[str]) -> list[tuple[str, str]]:
    """The names that stand between two commas or colons, each with the line without it; `由小燕负责`, `负责人：小燕` too."""
    known, start, found = {name.casefold() for name in names}, -1, list[tuple[str, str]]()
    for match in _SEGMENT.finditer(text) if len(text) <= _READ else ():
        said = match[0].strip(APART)
        from_here, start = (match.start() if start < 0 else start), (match.start() if said.lower() in ties else -1)
        for tie in _longest(ties):
            said = re.sub(rf"^{_as_word(tie)}|{_as_word(tie)}$", "", said, flags=re.IGNORECASE).strip(APART)
        if said.casefold() in known:
            found.append((said, f"{text[:from_here]}{CUT}{text[match.end() :]}"))
    return found
