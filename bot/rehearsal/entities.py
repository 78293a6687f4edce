"""What Telegram finds by itself in plain text: commands, mentions, links, hashtags, counted in UTF-16 units."""

import re

from bot.rehearsal.refusals import Json

TOP_LEVEL = "com|org|net|io|cn|me|tv|app|dev|co|info|live|shop|example"
PATTERNS = (
    ("url", re.compile(r"(?i)\b(?:https?|tg)://[^\s<>\"「」，。！？、；：（）]+")),
    ("email", re.compile(r"(?i)(?<![\w.@])[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,12}\b")),
    (
        "url",
        re.compile(
            rf"(?i)(?<![\w@.])(?:[a-z0-9-]+\.)+(?:{TOP_LEVEL})\b(?::\d+)?(?:[/?#][^\s<>\"「」，。！？、；：（）]*)?"
        ),
    ),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w&])#(?=\w*[^\W\d_])\w{1,256}")),
)


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_units(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def found(text: str, taken: list[Json]) -> list[Json]:
    """The entities that Telegram adds, leaving alone what is code or a link already."""
    closed = [one for one in taken if one["type"] in ("code", "pre", "text_link", "text_mention")]
    spans = [(one["offset"], one["offset"] + one["length"]) for one in closed]
    fresh: list[Json] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            word = match.group().rstrip(".,;:!?)'\"") if kind == "url" else match.group()
            start = units(text[: match.start()])
            end = start + units(word)
            if all(end <= left or right <= start for left, right in spans):
                fresh.append({"type": kind, "offset": start, "length": end - start})
                spans.append((start, end))
    return fresh


def in_order(entities: list[Json]) -> list[Json]:
    """Sorted as Telegram returns them: by place, the longer first."""
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))
