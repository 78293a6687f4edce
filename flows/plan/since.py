"""What somebody else has done to a show since a page about it was shown."""

from datetime import datetime

from bot import record
from bot.crew import LogEntry, Stream
from bot.desk import Desk
from bot.words import Words, w

TIMES = ("phase-log-moved", "phase-log-length")


def moved(desk: Desk, stream: Stream, opened: datetime) -> Words | None:
    """Who has moved it since then, or made it longer or shorter; None is nobody."""
    found = [entry for entry in record.entries(desk, stream, TIMES) if entry.at >= opened]
    return _told(desk, found[-1]) if found else None


def _told(desk: Desk, entry: LogEntry) -> Words:
    return w("plan-since", who=desk.person_named(entry.person_id), what=record.told(desk, entry))
