"""The published report as a Markdown file, for whoever keeps reports outside of Telegram."""

import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from bot.crew import Stream
from bot.desk import Desk
from flows.retro import report
from flows.retro.tables import Review

Gathered = tuple[str, str]
"""The show's name with its day, and the report as Telegram's HTML."""


def gather(desk: Desk, about: Mapping[str, Any]) -> Gathered:
    review = desk.get(Review, about["review"])
    stream = desk.get(Stream, review.stream_id)
    reader = desk.group(desk.team_of(stream)).reader
    lines = [line for block in report.whole(desk, stream, review) for line in block]
    day = stream.zero.astimezone(ZoneInfo(reader.zone)).date().isoformat()
    return f"{day} {stream.title}", "\n".join(desk.house.dictionary.line(line, reader) for line in lines)


def draw(gathered: Gathered) -> tuple[str, bytes]:
    """The file; what people typed is escaped, so that it reads as typed."""
    from markdownify import markdownify  # needed once a show: the start does not wait for it

    name, html = gathered
    text = markdownify(html.replace("\n", "<br>"), escape_misc=True)
    return f"{_file_name(name)}.md", text.encode()


def _file_name(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name)[:80].strip("-")
