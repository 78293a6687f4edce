"""The play that plays itself: the steps of one whole show, as the page presses and types them."""

from typing import Any


def script(lang: str) -> list[dict[str, Any]]:
    """The steps in show order; captions and texts in this language."""
    return []
