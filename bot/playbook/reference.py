"""The reference for playbook authors, written from the models so that it is never behind them."""

import tomllib
import types
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.playbook.models import Playbook
from bot.playbook.spans import Offset, say_length
from bot.playbook.texts import AtMost, Text

WORDS = Path(__file__).parent.parent / "words" / "playbook-fields.toml"
PLAIN: dict[Any, str] = {
    bool: "truth",
    int: "number",
    float: "decimal",
    str: "word",
    timedelta: "length",
    Offset: "offset",
}


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def reference(lang: str) -> str:
    """The whole page, as Markdown, in this language."""
    return _Page(1 if lang.lower().startswith("zh") else 0).written()


def models() -> list[type[BaseModel]]:
    """Every model that a file is made of, in the order in which a reader meets them."""
    found: list[type[BaseModel]] = [Playbook]
    for model in found:
        inner = (each for field in model.model_fields.values() for each in _inside(field.annotation))
        found += [each for each in dict.fromkeys(inner) if each not in found]
    return found


def _inside(kind: Any) -> list[type[BaseModel]]:
    """The models that a field's value is made of."""
    if isinstance(kind, type) and get_origin(kind) is None:
        return [kind] if issubclass(kind, BaseModel) and kind not in (Text, Offset) else []
    return [model for part in get_args(kind) for model in _inside(part)]


class _Page:
    """The page in one language."""

    def __init__(self, side: int) -> None:
        self._side = side

    def written(self) -> str:
        head = [f"# {self._say('words', 'title')}", self._say("words", "intro"), self._say("words", "writing")]
        return "\n\n".join([*head, *map(self._section, models())]) + "\n"

    def _say(self, section: str, name: str, **parts: object) -> str:
        return _words()[section][name][self._side].format(**parts) if parts else _words()[section][name][self._side]

    def _section(self, model: type[BaseModel]) -> str:
        head = self._say("words", "head")
        rule = " | ".join("---" for _ in head.split("|"))
        rows = [self._row(model.__name__, name, field) for name, field in model.model_fields.items()]
        lines = [f"| {line} |" for line in (head, rule, *rows)]
        return "\n".join([f"## {model.__name__}", "", self._say(model.__name__, "_"), "", *lines])

    def _row(self, model: str, name: str, field: FieldInfo) -> str:
        kind = self._kind(field.annotation, field.metadata)
        return f"`{name}` | {kind} | {self._default(field)} | {self._say(model, name)}"

    def _kind(self, kind: Any, metadata: list[Any]) -> str:
        """What to write, in words."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._kind(inner[0], list(inner[1:]))
        if origin in (Union, types.UnionType):
            return self._kind(inner[0], metadata)
        if origin is list:
            return self._say("kinds", "list", kind=self._kind(inner[0], []))
        if origin is tuple:
            return self._say("kinds", "pair")
        if origin is Literal:
            return self._say("kinds", "choice", names=" · ".join(f"`{name}`" for name in inner))
        if kind is Text:
            limit = next((each.limit for each in metadata if isinstance(each, AtMost)), None)
            return self._say("kinds", "text", limit=limit)
        return self._say("kinds", PLAIN[kind]) if kind in PLAIN else f"[{kind.__name__}](#{kind.__name__.lower()})"

    def _default(self, field: FieldInfo) -> str:
        """What holds when the field is left out."""
        if field.is_required():
            return self._say("words", "required")
        return self._shown(field.default)

    def _shown(self, value: Any) -> str:
        if value is None or value == []:
            return self._say("words", "nothing")
        if isinstance(value, list):
            models = any(isinstance(each, BaseModel) and not isinstance(each, Offset) for each in value)
            return self._say("words", "defaults") if models else " ".join(map(self._shown, value))
        if isinstance(value, BaseModel) and not isinstance(value, Offset):
            return self._say("words", "defaults")
        shown = say_length(value) if isinstance(value, timedelta) else str(value)
        return f"`{shown.lower() if isinstance(value, bool) else shown}`"
