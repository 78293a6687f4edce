"""A call's parameters, however they came: form fields, JSON or a query string, read as Telegram reads them."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.refusals import Json, bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    kind: str
    content: bytes


@dataclass(slots=True)
class Params:
    """What was passed; a value that is absent and one that is empty are the same."""

    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str) -> int | None:
        text = self.text(name).strip()
        if not text:
            return None
        try:
            return int(text)
        except ValueError:
            raise bad(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in ("true", "1", "yes", "y")

    def data(self, name: str) -> Any:
        """An object or array, serialized to JSON or, in a JSON body, as it is."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file under this name, or the one that the value points at with attach://."""
        return self.uploads.get(name) or self.uploads.get(self.text(name).removeprefix("attach://"))
