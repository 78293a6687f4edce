"""How an item's row is made: of a line of the playbook, or of what another flow puts on the list."""

from __future__ import annotations

from collections.abc import Iterable

from bot.between import ExtraItem
from bot.crew import Stream
from bot.cues import From
from bot.playbook import Item as Line
from bot.playbook import Playbook
from flows.prep import rules
from flows.prep.tables import Item


def key(extra: ExtraItem) -> str:
    return f"{extra.flow}:{extra.subject}"


def keys_of(line: Line, seats: Iterable[int]) -> list[str]:
    """One for the role; of what nobody can do for another, one for each of these seats."""
    return [_of_seat(line, seat) for seat in seats if line.personal] or [line.key]


def _of_seat(line: Line, seat: int) -> str:
    return line.key if seat == 1 else f"{line.key}:{seat}"


def line_of(playbook: Playbook, item: Item) -> Line | None:
    return playbook.item(item.key.partition(":")[0]) if item.role else None


def seat_of(item: Item) -> int:
    """Whose it is among those who share its role, where nobody can do it for another."""
    return int(item.key.partition(":")[2] or 1)


def row(stream: Stream, line: Line, as_key: str) -> Item:
    return Item(
        stream_id=stream.id,
        key=as_key,
        en=line.title.en,
        zh=line.title.zh,
        role=line.owner,
        counted=From(line.due.base),
        offset=int(line.due.by.total_seconds()),
        lead=int(line.lead.total_seconds()),
        proof=line.proof,
        critical=line.critical,
        gate=line.gate,
    )


def offset(stream: Stream, extra: ExtraItem) -> int:
    return int((extra.due - stream.starts_at).total_seconds())


def carried(stream: Stream, extra: ExtraItem) -> Item:
    return Item(
        stream_id=stream.id,
        key=key(extra),
        en=extra.title,
        zh=extra.title,
        flow=extra.flow,
        subject=extra.subject,
        first=extra.first,
        owner_id=extra.owner_id or stream.lead_id,
        offset=offset(stream, extra),
        lead=int(rules.EXTRA_LEAD.total_seconds()),
    )
