"""Playbooks: YAML read safely into checked models; a mistake is told with file, line and key, all of them at once."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.playbook.cards import (
    Choice,
    Confirm,
    Criterion,
    HandOff,
    HandOffField,
    Hours,
    IncidentKind,
    Metric,
    Purpose,
    ReviewPlan,
    ReviewQuestion,
    Wrap,
)
from bot.playbook.checks import crossed
from bot.playbook.models import Condition, CueLine, Escalation, GateRules, Item, Playbook, Role, Wait
from bot.playbook.problems import Page, Place, PlaybookError, Problem, told
from bot.playbook.spans import Length, Offset
from bot.playbook.spelling import in_curly_quotes, unreadable
from bot.playbook.texts import Text

__all__ = [
    "Choice",
    "Condition",
    "Confirm",
    "Criterion",
    "CueLine",
    "Escalation",
    "GateRules",
    "HandOff",
    "HandOffField",
    "Hours",
    "IncidentKind",
    "Item",
    "Length",
    "Metric",
    "Offset",
    "Playbook",
    "PlaybookError",
    "Problem",
    "Purpose",
    "ReviewPlan",
    "ReviewQuestion",
    "Role",
    "Text",
    "Wait",
    "Wrap",
    "load",
    "parse",
]

LARGEST = 512 * 1024
DEEPEST = 20
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")}


def load(path: Path) -> Playbook:
    """Read and check a playbook's file."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST else b"#" * (LARGEST + 1)
    except OSError as error:
        raise PlaybookError(path, [Problem(1, "", f"cannot be read: {error.strerror}")]) from None
    try:
        return parse(raw.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PlaybookError(path, [Problem(line, "", "is not UTF-8; save it as UTF-8 and try again")]) from None


@lru_cache(maxsize=16)
def parse(text: str, name: str) -> Playbook:
    """Read and check a playbook's text; the name is what its problems are told under."""
    page, problems = _read(text, name)
    problems += [page.problem(place, says) for place, says in crossed(page)]
    try:
        playbook = Playbook.model_validate(page.data)
    except ValidationError as error:
        problems += told(page, error, Playbook)
        raise PlaybookError(name, problems) from None
    if problems:
        raise PlaybookError(name, problems)
    return playbook


def _read(text: str, name: str) -> tuple[Page, list[Problem]]:
    """The text's plain data with the line of everything, and the problems of its spelling."""
    if len(text.encode()) > LARGEST:
        raise PlaybookError(name, [Problem(1, "", "is larger than 512 kB")])
    try:
        reading = _Reading(text)
    except _Refused as refused:
        raise PlaybookError(name, [refused.problem]) from None
    except yaml.YAMLError as error:
        raise PlaybookError(name, [unreadable(text, error)]) from None
    if not isinstance(reading.data, dict) or not reading.data:
        says = "is empty" if not reading.data else "should be a group of fields"
        raise PlaybookError(name, [Problem(1, "", says)])
    page = Page(reading.data, reading.lines)
    return page, [page.problem(place, says) for place, says in reading.found]


class _Refused(Exception):
    """YAML that is well written and that a playbook must not hold."""

    def __init__(self, line: int, says: str) -> None:
        super().__init__(line, says)
        self.problem = Problem(line, "", says)


class _Reading:
    """One pass over a text's YAML: plain data, the line of each place, and keys that stand twice."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self.found: list[tuple[Place, str]] = []
        self._loader = Loader(text)
        self._plain: Any = yaml.SafeLoader("")
        try:
            self._loader.get_event()
            self.data = self._document()
        finally:
            self._loader.dispose()

    def _document(self) -> Any:
        if self._loader.check_event(yaml.StreamEndEvent):
            return None
        self._loader.get_event()
        data = self._value((), 0)
        self._loader.get_event()
        if not self._loader.check_event(yaml.StreamEndEvent):
            raise _Refused(self._loader.peek_event().start_mark.line + 1, "there is a second document (---) here")
        return data

    def _value(self, place: Place, depth: int) -> Any:
        event = self._loader.get_event()
        line = event.start_mark.line + 1
        self.lines.setdefault(place, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refused(line, "anchors and aliases (& and *) are not allowed; write it out")
        if depth > DEEPEST:
            raise _Refused(line, f"is nested more than {DEEPEST} deep")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place, depth)
        if event.implicit[0] and in_curly_quotes(event.value):
            self.found.append((place, 'is in curly quotes, and people would read those; use straight ones: "…"'))
        return self._scalar(event, line)

    def _mapping(self, place: Place, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not self._loader.check_event(yaml.MappingEndEvent):
            event = self._loader.get_event()
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(line, "a key should be a single word")
            inner = (*place, event.value)
            if event.value in data:
                self.found.append((inner, f"is here twice; the second time in line {line}"))
            self.lines.setdefault(inner, line)
            data[event.value] = self._value(inner, depth + 1)
        self._loader.get_event()
        return data

    def _list(self, place: Place, depth: int) -> list[Any]:
        data: list[Any] = []
        while not self._loader.check_event(yaml.SequenceEndEvent):
            data.append(self._value((*place, len(data)), depth + 1))
        self._loader.get_event()
        return data

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Any:
        """Text, a number, true, false or nothing; a date or the like stays the text that it was written as."""
        if event.tag is not None:
            raise _Refused(line, f"tags such as {event.tag} are not allowed")
        tag = self._plain.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag not in PLAIN or ":" in event.value:
            return event.value
        try:
            return self._plain.construct_object(yaml.ScalarNode(tag, event.value))
        except ValueError:
            raise _Refused(line, f'"{event.value}" cannot be read; put it in quotes') from None
