"""The decisions that stand in a show's log, as they read now: its review asks what came of them."""

from collections.abc import Sequence

from bot import record
from bot.between import Decided
from bot.crew import LogEntry, Stream
from bot.desk import Desk
from flows.record import correcting, noting


def decisions(desk: Desk, stream: Stream) -> Sequence[Decided]:
    """In order of time, under the name of whoever took them; a correction changes the words alone."""
    return desk.session.remembered(LogEntry, (noting.DECIDED, stream.id), lambda: _read(desk, stream))


def _read(desk: Desk, stream: Stream) -> list[Decided]:
    return [
        Decided(one.id, one.at, one.person_id, str(correcting.newest(desk, one).args["text"]))
        for one in record.entries(desk, stream, [noting.DECIDED])
        if one.person_id
    ]
