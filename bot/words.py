"""Fluent lookup in the reader's language and zone; every argument is escaped for Telegram HTML."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_timezone_name
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot import typeset
from bot.crew import Person

LANGUAGES = ("en", "zh")
_LEAN = FluentParser(with_spans=False)
"""Where in a file a word stands is of no use here, and would take half of the memory."""
_ENTRY = re.compile(r"^(?=[a-zA-Z][\w-]* *=)", re.MULTILINE)
_MARKUP = re.compile(r"<[^>]+>")
FLUENT_TAKES = 2000
"""Characters of one argument; Fluent refuses 2,500, so longer ones are put in afterwards."""
TYPED = 3000
"""Characters of something typed that are shown at most."""
LONGEST = 3900
"""Characters of a message: Telegram's limit is 4096 UTF-16 units after entities."""

NOWHERE = "ZZ"
"""Where a zone lies that is no country's."""


@dataclass(frozen=True)
class Reader:
    """Whose language and time zone a text is written for."""

    language: str = "en"
    zone: str = "UTC"


@dataclass(frozen=True)
class Words:
    """A word of the Fluent files with its arguments; rendered only when the reader is known."""

    key: str
    args: dict[str, Any] = field(default_factory=dict)


class Bilingual(Protocol):
    """What the team says: a playbook's text in both languages."""

    def of(self, language: str) -> str: ...


@dataclass(frozen=True)
class Mention:
    """A person by name, called: their client tells them."""

    person: Person


@dataclass(frozen=True)
class HourMinute:
    """An instant shown as the time of day alone."""

    at: datetime


@dataclass(frozen=True)
class Zone:
    """A time zone by the name that people call it, not its key."""

    key: str


@dataclass(frozen=True)
class Joined:
    """Several pieces in one line, between them the language's comma (or another word)."""

    pieces: Sequence[Any]
    between: str = "comma"


Piece = Words | Bilingual | Joined | Zone | str
"""A line of a message. A plain str is something typed: shown as typed, never as markup."""


def w(key: str, /, **args: Any) -> Words:
    """A word of the Fluent files: `w("prep-done", item=title)`."""
    return Words(key, args)


class Dictionary:
    """All words of all flows, in every language."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._bundles = {language: FluentBundle([language], use_isolating=False) for language in LANGUAGES}
        self._written: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
        for folder in folders:
            for language, written in self._written.items():
                written |= _entries((folder / f"{language}.ftl").read_text(encoding="utf-8"))

    def has(self, key: str) -> bool:
        return all(key in written for written in self._written.values())

    def text(self, lines: Iterable[Piece], reader: Reader, limit: int = LONGEST) -> str:
        """The lines as Telegram HTML. Whole lines are left out, and said to be, where it would grow too long."""
        return self._fit([self.line(line, reader) for line in lines], reader, limit)

    def line(self, piece: Any, reader: Reader) -> str:
        return str(self._piece(piece, reader, markup=True))

    def plain(self, piece: Any, reader: Reader, limit: int = 200) -> str:
        """For buttons and toasts, which know no markup."""
        text = str(self._piece(piece, reader, markup=False))
        return text if len(text) <= limit else text[: limit - 1] + "…"

    def _fit(self, lines: list[str], reader: Reader, limit: int) -> str:
        whole = "\n".join(lines)
        if units(whole) <= limit:
            return whole
        kept: list[str] = []
        room = limit - 40
        for line in lines:
            if units(line) + 1 > room:
                break
            kept.append(line)
            room -= units(line) + 1
        return "\n".join([*kept, self.line(w("more-lines", count=len(lines) - len(kept)), reader)])

    def _piece(self, piece: Any, reader: Reader, markup: bool) -> Any:
        if isinstance(piece, Words):
            return self._format(piece, reader, markup)
        if isinstance(piece, Joined):
            return self._format(w(piece.between), reader, markup).join(
                self._piece(part, reader, markup) for part in piece.pieces
            )
        if isinstance(piece, Mention) and markup:
            return f'<a href="tg://user?id={piece.person.id}">{html.escape(piece.person.name, quote=False)}</a>'
        if isinstance(piece, bool | int | float):
            return piece
        text = self._shown(piece, reader)
        text = text if len(text) <= TYPED else text[: TYPED - 1] + "…"
        return html.escape(text, quote=False) if markup else text

    def _shown(self, piece: Any, reader: Reader) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Mention):
            return piece.person.name
        if isinstance(piece, Person):
            return piece.name
        if isinstance(piece, HourMinute):
            return piece.at.astimezone(ZoneInfo(reader.zone)).strftime("%H:%M")
        if isinstance(piece, datetime):
            return self._instant(piece, reader)
        if isinstance(piece, date):
            return _day(piece, reader)
        if isinstance(piece, time):
            return piece.strftime("%H:%M")
        if isinstance(piece, timedelta):
            return self._span(piece, reader)
        if isinstance(piece, Zone):
            return self._zone(piece.key, reader)
        return str(piece.of(reader.language)) if hasattr(piece, "of") else str(piece)

    def _instant(self, at: datetime, reader: Reader) -> str:
        local = at.astimezone(ZoneInfo(reader.zone))
        return f"{_day(local.date(), reader)} {local:%H:%M}"

    def _span(self, span: timedelta, reader: Reader) -> str:
        minutes = round(abs(span).total_seconds() / 60)
        days, minutes = divmod(minutes, 24 * 60)
        hours, minutes = divmod(minutes, 60)
        if days:
            return str(self._format(w("span-days", days=days, hours=hours), reader, False))
        if hours:
            return str(self._format(w("span-hours", hours=hours, minutes=minutes), reader, False))
        return str(self._format(w("span-minutes", minutes=minutes), reader, False))

    def _zone(self, key: str, reader: Reader) -> str:
        """`Central European Time`; what no country keeps, such as UTC, by its key."""
        place = get_global("zone_aliases").get(key, key)
        if get_global("zone_territories").get(place, NOWHERE) == NOWHERE:
            return key
        name = _zone_name(key, reader.language)
        china = name == _zone_name("Asia/Shanghai", reader.language)
        return str(self._format(w("zone-china"), reader, False)) if china else name

    def _format(self, words: Words, reader: Reader, markup: bool) -> str:
        language = reader.language if reader.language in self._bundles else "en"
        bundle = self._bundles[language]
        if not bundle.has_message(words.key):  # parsed when first said: all at once would take 0.1 s and 7 MiB
            bundle.add_resource(_LEAN.parse(self._written[language][words.key]))
        pattern = bundle.get_message(words.key).value
        if pattern is None:
            raise LookupError(f"{words.key} ({reader.language}) says nothing")
        args = {name: typeset.bordered(value, self._piece(value, reader, markup)) for name, value in words.args.items()}
        marks = {name: f"\ue000{name}\ue001" for name, value in args.items() if len(str(value)) > FLUENT_TAKES}
        said, problems = bundle.format_pattern(pattern, args | marks)
        if problems:
            raise LookupError(f"{words.key} ({reader.language}): {problems[0]}")
        text = str(said)
        for name, mark in marks.items():
            text = text.replace(mark, str(args[name]))
        return typeset.closed_up(text)


def _entries(text: str) -> dict[str, str]:
    """A Fluent file's messages by their keys, as they are written."""
    written = (part for part in _ENTRY.split(text) if part[:1].isalpha())
    return {part.partition("=")[0].strip(): part for part in written}


def units(text: str) -> int:
    """A text's length as Telegram counts it: in UTF-16, once markup is taken out."""
    return len(html.unescape(_MARKUP.sub("", text)).encode("utf-16-le", "surrogatepass")) // 2


@cache
def _zone_name(key: str, language: str) -> str:
    return str(get_timezone_name(key, locale=language))


def _day(day: date, reader: Reader) -> str:
    if reader.language == "zh":
        return f"{format_skeleton('MMMd', day, locale='zh')} {format_date(day, 'EEE', locale='zh')}"
    return format_date(day, "EEE d MMM", locale="en")
