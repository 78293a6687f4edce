"""Pings that flows plan: each once, moved when asked for again, silenced when somebody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict

from sqlmodel import col, select

from bot.crew import Stream
from bot.cues import Cue, CueState, From, due_at

if TYPE_CHECKING:
    from bot.desk import Desk

Read: TypeAlias = dict[tuple[int, str], dict[str, Cue]]
"""What was read ahead: all that a flow ever planned for a stream, by key."""


class Ping(TypedDict, total=False):
    """When a ping is due: at an instant, or counted from its stream; and what the flow needs to know then."""

    team_id: Required[int]
    stream: Stream | None
    at: datetime
    counted: From
    offset: timedelta
    note: str
    person_id: int | None


def plan(desk: Desk, read: Read, kind: str, subject: int, ping: Ping) -> Cue | None:
    """Plan a ping; one that is known moves, if it was not given yet."""
    stream, note = ping.get("stream"), ping.get("note", "")
    counted, offset = ping.get("counted", From.WALL), ping.get("offset", timedelta())
    at = ping.get("at")
    if at is None:
        assert stream is not None
        at = due_at(stream, counted, offset)
    key = f"{kind}:{subject}:{note}"
    ahead = read.get((stream.id, _flow(kind))) if stream else None
    known = _found(desk, key) if ahead is None else ahead.get(key)
    if known:
        return _again(known, at)
    cue = Cue(
        key=key,
        team_id=ping["team_id"],
        stream_id=stream.id if stream else None,
        kind=kind,
        subject=subject,
        note=note,
        due_at=at,
        counted=counted,
        offset=int(offset.total_seconds()),
        person_id=ping.get("person_id"),
    )
    desk.session.add(cue)
    if ahead is not None:
        ahead[key] = cue
    return cue


def read_ahead(desk: Desk, read: Read, stream: Stream, flow: str) -> None:
    """Read at once what would be looked up one by one."""
    if (stream.id, flow) not in read:
        rows = desk.session.exec(select(Cue).where(Cue.stream_id == stream.id, col(Cue.kind).startswith(f"{flow}.")))
        read[stream.id, flow] = {cue.key: cue for cue in rows}


def acknowledge(desk: Desk, kind: str | Sequence[str], subjects: Sequence[int]) -> None:
    """Someone has answered: the chain stops."""
    _end(desk, kind, subjects, CueState.ACKNOWLEDGED)


def drop(desk: Desk, kind: str | Sequence[str], subjects: Sequence[int]) -> None:
    """It is no longer to be said."""
    _end(desk, kind, subjects, CueState.DROPPED)


def _flow(kind: str) -> str:
    return kind.partition(".")[0]


def _found(desk: Desk, key: str) -> Cue | None:
    return desk.session.exec(select(Cue).where(Cue.key == key)).first()


def _again(cue: Cue, at: datetime) -> Cue | None:
    """The same cue is asked for again: it moves while it is planned, and comes back if it was dropped."""
    if cue.state not in (CueState.PLANNED, CueState.DROPPED):
        return None
    if cue.state is CueState.DROPPED:
        cue.round, cue.asked = 0, []
    cue.state, cue.due_at = CueState.PLANNED, at
    return cue


def _end(desk: Desk, kind: str | Sequence[str], subjects: Sequence[int], state: CueState) -> None:
    kinds = (kind,) if isinstance(kind, str) else kind
    open_ones = col(Cue.state).in_((CueState.PLANNED, CueState.GIVEN))
    for cue in desk.session.exec(
        select(Cue).where(col(Cue.kind).in_(kinds), col(Cue.subject).in_(subjects), open_ones)
    ):
        if state is CueState.ACKNOWLEDGED and cue.given_at is None:
            cue.state = CueState.DROPPED
        elif cue.state is CueState.PLANNED or state is CueState.ACKNOWLEDGED:
            cue.state, cue.acknowledged_at = state, desk.now
