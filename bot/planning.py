"""Pings that flows plan: each once, moved when asked for again, silenced when somebody has answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Required, TypedDict

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.crew import Stream
from bot.cues import Cue, CueState, From, due_at

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass
class Ahead:
    """What was read ahead in a unit of work, so that many pings are not looked up one by one."""

    cues: dict[str, Cue] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    """Looked up, found or not."""
    flows: set[tuple[int, str]] = field(default_factory=set)
    """Streams and flows of which every ping is here."""


class Ping(TypedDict, total=False):
    """When a ping is due: at an instant, or counted from its stream; and what the flow needs to know then."""

    team_id: Required[int]
    stream: Stream | None
    at: datetime
    counted: From
    offset: timedelta
    note: str
    person_id: int | None


def plan(desk: Desk, ahead: Ahead, kind: str, subject: int, ping: Ping) -> Cue | None:
    """Plan a ping; one that is known moves, if it was not given yet."""
    stream, note = ping.get("stream"), ping.get("note", "")
    counted, offset = ping.get("counted", From.WALL), ping.get("offset", timedelta())
    at = ping.get("at")
    if at is None:
        assert stream is not None
        at = due_at(stream, counted, offset)
    key = _key(kind, subject, note)
    if known := _known(desk, ahead, key, stream):
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
    ahead.cues[key] = cue
    return cue


def read_flow(desk: Desk, ahead: Ahead, stream: Stream, flow: str) -> None:
    """Read all that a flow ever planned for a stream."""
    if (stream.id, flow) not in ahead.flows:
        rows = desk.session.exec(select(Cue).where(Cue.stream_id == stream.id, col(Cue.kind).startswith(f"{flow}.")))
        ahead.cues |= {cue.key: cue for cue in rows}
        ahead.flows.add((stream.id, flow))


def read_notes(desk: Desk, ahead: Ahead, kind: str, subject: int, notes: Iterable[str]) -> None:
    """Read the pings of one kind about one row that have these notes."""
    keys = {_key(kind, subject, note) for note in notes} - ahead.keys
    if not keys:
        return
    ahead.cues |= {cue.key: cue for cue in desk.session.exec(select(Cue).where(col(Cue.key).in_(keys)))}
    ahead.keys |= keys


def acknowledge(desk: Desk, kind: str | Sequence[str], subjects: Sequence[int]) -> None:
    """Someone has answered: the chain stops."""
    _end(desk, kind, subjects, CueState.ACKNOWLEDGED)


def drop(desk: Desk, kind: str | Sequence[str], subjects: Sequence[int]) -> None:
    """It is no longer to be said."""
    _end(desk, kind, subjects, CueState.DROPPED)


def _key(kind: str, subject: int, note: str) -> str:
    return f"{kind}:{subject}:{note}"


_BY_KEY = select(Cue).where(Cue.key == bindparam("key"))


def _known(desk: Desk, ahead: Ahead, key: str, stream: Stream | None) -> Cue | None:
    flow = key.partition(".")[0]
    if key in ahead.cues or key in ahead.keys or (stream and (stream.id, flow) in ahead.flows):
        found = ahead.cues.get(key)
        return found if found and found in desk.session else None  # one whose planning was undone is not there
    return desk.session.exec(_BY_KEY, params={"key": key}).first()


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
