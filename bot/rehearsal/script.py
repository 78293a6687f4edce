"""The play that plays itself: the steps of one whole show, as the page presses and types them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

SHOW = Path(__file__).with_name("show.json")


@cache
def _steps() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(SHOW.read_text(encoding="utf-8"))
    return loaded


def script(_lang: str) -> list[dict[str, Any]]:
    """The steps in show order; captions, texts and labels stand in both languages, and the page takes its own."""
    return _steps()
