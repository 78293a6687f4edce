"""Text as Telegram keeps it: HTML parse mode in, plain text and entities with UTF-16 offsets out, bad HTML refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.rehearsal.entities import found, in_order, units
from bot.rehearsal.refusals import Json, Refused, bad

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
}
TAGS = {*PLAIN, "a", "tg-emoji"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
PLAIN_RUN = re.compile(r"[^<&]+")
REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(lt|gt|amp|quot)(?![a-zA-Z0-9]));?")
START = re.compile(r"<([^\s>/\"'=]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"\s*([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")

Mentionable = Callable[[int], Json | None]


@dataclass(slots=True)
class Tag:
    """A start tag that waits for its end."""

    name: str
    offset: int
    attributes: dict[str, str]
    begun: int


@dataclass(slots=True)
class Reader:
    """Walks through HTML once, as Telegram does."""

    html: str
    mentionable: Mentionable
    at: int = 0
    text: list[str] = field(default_factory=list)
    length: int = 0
    open: list[Tag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.html):
            letter = self.html[self.at]
            if letter == "<" and self.html.startswith("</", self.at):
                self._end()
            elif letter == "<":
                self._start()
            elif letter == "&":
                self._reference()
            else:
                self._plain()
        if self.open:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.text), self.entities

    def _byte(self, place: int) -> int:
        return len(self.html[:place].encode())

    def _plain(self) -> None:
        """All up to the next tag or reference."""
        match = PLAIN_RUN.match(self.html, self.at)
        assert match
        self._take(match.group(), match.end())

    def _reference(self) -> None:
        match = REFERENCE.match(self.html, self.at)
        self._take(unescaped(match.group()) if match else "&", match.end() if match else self.at + 1)

    def _take(self, text: str, end: int) -> None:
        self.at = end
        self.text.append(text)
        self.length += units(text)

    def _start(self) -> None:
        begun, match = self.at, START.match(self.html, self.at)
        if not match:
            raise unparsable(f"Unclosed start tag at byte offset {self._byte(begun)}")
        name, rest = match[1].lower(), match[2]
        if name not in TAGS:
            raise unparsable(f'Unsupported start tag "{name}" at byte offset {self._byte(begun)}')
        attributes = {key.lower(): unescaped(a or b or c) for key, a, b, c in ATTRIBUTE.findall(rest)}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begun)}')
        self.open.append(Tag(name, self.length, attributes, len(self.text)))
        self.at = match.end()

    def _end(self) -> None:
        begun, close = self.at, self.html.find(">", self.at)
        where = self._byte(begun)
        if not self.open:
            raise unparsable(f"Unexpected end tag at byte offset {where}")
        if close < 0:
            raise unparsable(f"Unclosed end tag at byte offset {where}")
        name, tag = self.html[begun + 2 : close].strip().lower(), self.open.pop()
        if name and name != tag.name:
            raise unparsable(f'Unmatched end tag at byte offset {where}, expected "</{tag.name}>", found "</{name}>"')
        self.at = close + 1
        entity = self._entity(tag) if self.length > tag.offset else None
        if entity:
            self.entities.append({"offset": tag.offset, "length": self.length - tag.offset} | entity)

    def _entity(self, tag: Tag) -> Json | None:
        if tag.name == "a":
            return self._link(tag.attributes.get("href") or "".join(self.text[tag.begun :]))
        if tag.name == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            return {"type": "expandable_blockquote"}
        if tag.name == "code" and self.open and self.open[-1].name == "pre":
            language = tag.attributes.get("class", "").removeprefix("language-")
            self.open[-1].attributes["language"] = language
            return None
        spoken = tag.attributes.get("language") if tag.name == "pre" else None
        return {"type": PLAIN[tag.name]} | ({"language": spoken} if spoken else {})

    def _link(self, url: str) -> Json | None:
        """A link; one to somebody the bot has never met is dropped without a word, as Telegram does."""
        person = re.fullmatch(r"tg://user\?id=(\d+)", url)
        if person:
            card = self.mentionable(int(person.group(1)))
            return {"type": "text_mention", "user": card} if card else None
        return {"type": "text_link", "url": url} if is_link(url) else None


def unparsable(why: str) -> Refused:
    return bad(f"can't parse entities: {why}")


def unescaped(value: str) -> str:
    return REFERENCE.sub(lambda m: NAMED.get(m[3] or "") or chr(int(m[1]) if m[1] else int(m[2] or "0", 16)), value)


def is_link(url: str) -> bool:
    """Would Telegram take this as a link?"""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        return bool(parts.netloc)
    return parts.scheme in ("http", "https") and "." in parts.netloc


def understood(raw: str, mode: str, given: list[Json] | None, mentionable: Mentionable) -> tuple[str, list[Json]]:
    """Plain text and entities from what a call carries, trimmed as Telegram trims it."""
    if given is None and mode and mode.lower() != "html":
        raise bad("unsupported parse_mode")
    text, entities = (raw, list(given or [])) if given is not None or not mode else Reader(raw, mentionable).read()
    text, entities = trimmed(text, entities)
    return text, in_order(entities + found(text, entities))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without the blank edges; entities move and shrink with them."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    total, kept = units(text), list[Json]()
    for one in entities:
        start = max(0, one["offset"] - lead)
        end = min(total, one["offset"] + one["length"] - lead)
        if end > start:
            kept.append(one | {"offset": start, "length": end - start})
    return text, kept
