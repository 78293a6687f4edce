"""The show log: lines that are told by a word and its arguments, and read in anybody's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.crew import LogEntry, Person, Stream, Team
from bot.words import HourMinute, Joined, Words, w

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass(frozen=True)
class Kept:
    """A text in both languages, read back from the log."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


def write(desk: Desk, key: str, team_id: int, stream_id: int | None, args: dict[str, Any]) -> LogEntry:
    return desk.add(
        LogEntry(
            team_id=team_id,
            stream_id=stream_id,
            at=desk.now,
            person_id=desk.who.id if desk.who else None,
            key=key,
            args={name: _packed(value) for name, value in args.items()},
        )
    )


def entries(desk: Desk, stream: Stream, keys: Sequence[str] = ()) -> Sequence[LogEntry]:
    """A stream's log in order, all of it or some kinds of lines."""
    query = select(LogEntry).where(LogEntry.stream_id == stream.id).order_by(col(LogEntry.at), col(LogEntry.id))
    return desk.session.exec(query.where(col(LogEntry.key).in_(keys)) if keys else query).all()


def standing(desk: Desk, stream: Stream) -> Sequence[LogEntry]:
    """A stream's log without the lines that were corrected since."""
    known = entries(desk, stream)
    corrected = {entry.corrects_id for entry in known}
    return [entry for entry in known if entry.id not in corrected]


def told(desk: Desk, entry: LogEntry) -> Words:
    """A log line as words; `who` is whoever did it. A time of the same day is shown without it."""
    zone = ZoneInfo(desk.get(Team, entry.team_id).timezone)
    day = entry.at.astimezone(zone).date()

    def shown(at: datetime) -> datetime | HourMinute:
        return HourMinute(at) if at.astimezone(zone).date() == day else at

    args = {name: _unpacked(value, shown) for name, value in entry.args.items()}
    return w(entry.key, **{"who": desk.person_named(entry.person_id), **args})


def _packed(value: Any) -> Any:
    if isinstance(value, Person):
        return value.name
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    if isinstance(value, Words):
        return {"word": value.key, "args": {name: _packed(inner) for name, inner in value.args.items()}}
    if isinstance(value, Joined):
        return {"joined": [_packed(piece) for piece in value.pieces], "between": value.between}
    if hasattr(value, "of"):  # what the playbook says, in both languages
        return {"en": value.of("en"), "zh": value.of("zh")}
    return value


def _unpacked(value: Any, shown: Callable[[datetime], Any]) -> Any:
    if not isinstance(value, dict):
        return value
    if "at" in value:
        return shown(datetime.fromisoformat(value["at"]))
    if "seconds" in value:
        return timedelta(seconds=value["seconds"])
    if "word" in value:
        return w(value["word"], **{name: _unpacked(inner, shown) for name, inner in value["args"].items()})
    if "joined" in value:
        return Joined([_unpacked(piece, shown) for piece in value["joined"]], value["between"])
    return Kept(value["en"], value["zh"])
