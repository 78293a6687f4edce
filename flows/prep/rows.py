"""How an item's row is made: of a line of the playbook, or of what another flow puts on the list."""

from __future__ import annotations

from bot.between import ExtraItem
from bot.crew import Stream
from bot.cues import From
from bot.playbook import Item as Line
from flows.prep import rules
from flows.prep.tables import Item


def key(extra: ExtraItem) -> str:
    return f"{extra.flow}:{extra.subject}"


def row(stream: Stream, line: Line) -> Item:
    return Item(
        stream_id=stream.id,
        key=line.key,
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
