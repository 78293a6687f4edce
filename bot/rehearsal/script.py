"""The stories that play themselves: the steps of each, as the page presses and types them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("stories")
WHOLE_SHOW = "show"
STORIES = (WHOLE_SHOW, "preparation")


@cache
def script(story: str = WHOLE_SHOW) -> list[dict[str, Any]]:
    """The steps of a story in their order, of one that isn't there none. Captions, texts and labels stand in both
    languages; the page takes its own."""
    if story not in STORIES:
        return []
    steps: list[dict[str, Any]] = json.loads((FOLDER / f"{story}.json").read_text(encoding="utf-8"))
    return steps
