"""What is wrong with a playbook, in words: one line per problem, with file, line and dotted key."""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Place = tuple[str | int, ...]

SAYS = {
    "string_type": "should be text; put it in quotes",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "should be lower-case letters, digits and hyphens, beginning with a letter",
    "literal_error": "should be one of {expected}",
    "bool_parsing": "should be true or false",
    "bool_type": "should be true or false",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "list_type": "should be a list",
    "tuple_type": "should be a list of two",
    "too_short": "needs at least {min_length}",
    "too_long": "should have at most {max_length}",
    "greater_than_equal": "should be {ge} or more",
    "less_than_equal": "should be {le} or less",
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where."""

    line: int
    key: str
    says: str


class PlaybookError(Exception):
    """A playbook that does not hold: every problem in it, in the file's order."""

    def __init__(self, path: str | Path, problems: list[Problem]) -> None:
        self.path, self.problems = Path(path), sorted(problems, key=lambda each: each.line)
        super().__init__(path, problems)

    def __str__(self) -> str:
        return "\n".join(f"{self.path.name}:{p.line}{f' {p.key}' if p.key else ''}: {p.says}" for p in self.problems)


@dataclass(frozen=True)
class Page:
    """A file that was read: its plain data, and the line of everything in it."""

    data: Any
    lines: Mapping[Place, int]

    def problem(self, place: Place, says: str) -> Problem:
        return Problem(self.line(place), self.dotted(place), says)

    def line(self, place: Place) -> int:
        """The line of the place itself, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def dotted(self, place: Place) -> str:
        """The place as people name it: a list's member by its key, else by its number."""
        here, names = self.data, []
        for step in place:
            here = _into(here, step)
            key = here.get("key") if isinstance(here, dict) and isinstance(step, int) else None
            names.append(key if isinstance(key, str) else str(step + 1) if isinstance(step, int) else step)
        return ".".join(names)


def _into(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def near(word: str, known: typing.Iterable[str]) -> str:
    """The question that a slip of the hand deserves, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def told(page: Page, found: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    """A checked model's complaints as problems of the page."""
    for error in found.errors(include_url=False):
        place = tuple(error["loc"])
        inside = error.get("ctx", {}).get("inside")
        yield page.problem(place + ((inside,) if inside else ()), _says(page, place, error, model))


def _says(page: Page, place: Place, error: ErrorDetails, model: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    value = error["input"]
    if kind == "missing":
        return {"zh": "the Chinese words are missing", "en": "the English words are missing"}.get(
            str(place[-1]), "is missing"
        )
    if kind == "extra_forbidden":
        if "：" in str(place[-1]):
            return 'there is no such field; write the English ":" and a space instead of "："'
        return f"there is no such field{near(str(place[-1]), _fields(model, place[:-1]))}"
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        both = context.get("class_name") == "Text"
        return "needs both languages: {en: …, zh: …}" if both else "should be a group of fields"
    if value is None:
        return "is empty"
    if kind == "value_error":
        return str(context["error"])
    return SAYS.get(kind, error["msg"]).format(**context) if kind in SAYS else error["msg"]


def _fields(model: type[BaseModel], place: Place) -> list[str]:
    """The fields that may stand at a place of the model."""
    here: Any = model
    for step in place:
        if isinstance(step, str):
            here = _model_in(here.model_fields[step].annotation) if here and step in here.model_fields else None
    return list(here.model_fields) if here else []


def _model_in(kind: Any) -> type[BaseModel] | None:
    """The model inside a list or an optional."""
    if isinstance(kind, type) and not isinstance(kind, types.GenericAlias) and issubclass(kind, BaseModel):
        return kind
    return next((model for part in typing.get_args(kind) if (model := _model_in(part))), None)
