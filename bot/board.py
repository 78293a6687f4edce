"""The pinned board of a stream, composed from the panels that flows provide."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import cues, roster
from bot.crew import AHEAD, OVER, UNDER_WAY, Phase, Stream
from bot.flow import Button, Change, CueKind, Flow, Late, Moved
from bot.message import Delivery, Message, Priority
from bot.words import HourMinute, Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk

BUTTONS = 3
HALF_A_MINUTE = timedelta(seconds=30)
SOON = timedelta(hours=12)
_SOON = (
    select(cues.Cue)
    .where(
        cues.Cue.stream_id == bindparam("stream"),
        col(cues.Cue.kind).in_(bindparam("kinds", expanding=True)),
        cues.Cue.state == cues.CueState.PLANNED,
        cues.Cue.round == 0,
        cues.Cue.due_at >= bindparam("now"),
        cues.Cue.due_at < bindparam("soon"),
    )
    .order_by(col(cues.Cue.due_at), col(cues.Cue.id))
)
"""Built once: every board asks it."""

REFRESH = (
    (timedelta(days=2), timedelta(hours=12)),
    (timedelta(hours=12), timedelta(hours=1)),
    (timedelta(hours=2), timedelta(minutes=15)),
    (timedelta(minutes=20), timedelta(minutes=5)),
)
"""How often the countdown is brought up to date: beyond this distance from the start, before it as after it, this often;
closer, every minute."""


def refresh(desk: Desk) -> None:
    """Compose the boards of all streams that this unit of work touched."""
    for stream in desk.touched():
        team = desk.team_of(stream)
        if stream.phase is Phase.PLANNED or team.suspended or _waits(desk, stream):
            continue
        board = desk.post(
            desk.group(team),
            f"board:{stream.id}",
            *lines(desk, stream),
            buttons=[buttons(desk, stream)],
            priority=Priority.BOARD,
            silent=True,
            pin=True,
        )
        board.pin = stream.phase not in OVER


def _waits(desk: Desk, stream: Stream) -> bool:
    """Whether it is not posted yet, since another show's board comes first; once it hangs, it is kept true."""
    if not any(flow_.comes_later(desk, stream) for flow_ in desk.house.flows if flow_.comes_later):
        return False
    hangs = select(Message.id).where(Message.card == f"board:{stream.id}", Message.state != Delivery.FAILED)
    return desk.session.exec(hangs).first() is None


def lines(desk: Desk, stream: Stream) -> list[Piece]:
    """The head (title, phase, countdown) and what every flow has to say."""
    head = [
        w("board-title", title=stream.title),
        w("board-when", at=stream.starts_at, length=stream.length),
        _countdown(desk, stream),
        _lead(desk, stream),
    ]
    panels = [line for flow_ in desk.house.flows for line in flow_.panel(desk, stream)]
    return [*head, *panels, *_next(desk, stream)]


def _lead(desk: Desk, stream: Stream) -> Piece:
    who, second = desk.person_named(stream.lead_id), roster.deputy(desk, stream)
    return w("board-lead", who=who, deputy=second) if second else w("board-lead-alone", who=who)


def _next(desk: Desk, stream: Stream) -> list[Piece]:
    """What comes next by the clock, and for whom: what a flow has planned for people, the start, or the planned end."""
    if stream.phase not in (*AHEAD, *UNDER_WAY):
        return []
    turns = _turns(desk, stream)
    kinds = [f"{flow_.name}.{name}" for flow_ in desk.house.flows for name, kind in flow_.cues.items() if kind.on_board]
    soon = desk.now + SOON
    until = min(soon, stream.ends_at) if stream.phase in AHEAD else soon  # a show that has not begun has no end yet
    about = {"stream": stream.id, "kinds": kinds, "now": desk.now, "soon": until}
    for cue in desk.session.exec(_SOON, params=about):
        if turns and turns[0][0] <= cue.due_at:
            break
        if told := _told(desk, cue):
            what, who = told
            word = "board-next-for" if who else "board-next"
            return [w(word, at=HourMinute(cue.due_at), what=what, who=who)]
    return [w("board-next", at=HourMinute(at), what=what) for at, what in turns]


def _turns(desk: Desk, stream: Stream) -> list[tuple[datetime, Piece]]:
    """The start while it is ahead, the planned end on air: if it comes soon."""
    ahead = (stream.starts_at, w("board-next-live")) if stream.phase in AHEAD else None
    found = (stream.ends_at, w("board-next-end")) if stream.phase is Phase.LIVE else ahead
    return [found] if found and desk.now < found[0] <= desk.now + SOON else []


def _told(desk: Desk, cue: cues.Cue) -> tuple[Piece, Piece] | None:
    """What its flow says that it is about, and whom it calls; None reaches nobody."""
    name = cue.kind.partition(".")[0]
    return next((flow_.told(desk, cue) for flow_ in desk.house.flows if flow_.name == name and flow_.told), None)


def buttons(desk: Desk, stream: Stream) -> list[Button]:
    """The few that matter in this phase."""
    return [button for flow_ in desk.house.flows for button in flow_.board(desk, stream)][:BUTTONS]


def _countdown(desk: Desk, stream: Stream) -> Piece:
    phase = w(f"phase-{stream.phase}")
    if stream.phase is Phase.LIVE and stream.live_at:
        if desk.now - stream.live_at < timedelta(minutes=1):
            return w("board-just-on", phase=phase)
        over = desk.now - stream.ends_at
        if over > timedelta(minutes=1):
            return w("board-over", phase=phase, on_air=desk.now - stream.live_at, over=over)
        return w("board-on-air", phase=phase, on_air=desk.now - stream.live_at)
    if stream.phase in (Phase.PREP, Phase.STANDBY):
        left = stream.starts_at - desk.now
        if abs(left) < HALF_A_MINUTE:
            return w("board-now", phase=phase)
        word = "board-ahead" if left > timedelta() else "board-behind"
        return w(word, phase=phase, left=left)
    return w("board-phase", phase=phase)


def _every(desk: Desk, stream: Stream) -> timedelta:
    if stream.phase is Phase.LIVE:
        return timedelta(minutes=5)
    distance = abs(stream.starts_at - desk.now)
    return next((often for beyond, often in REFRESH if distance > beyond), timedelta(minutes=1))


def _tick(desk: Desk, call: cues.Call) -> bool:
    """The countdown has moved on: show it, and plan the next look."""
    stream = desk.get(Stream, call.cue.subject)
    if stream.phase in (*OVER, Phase.WRAP, Phase.REVIEW):
        return False
    desk.touch(stream)
    call.cue.due_at = desk.now + _every(desk, stream)
    return True


def _changed(desk: Desk, stream: Stream, change: Change) -> None:
    """Keep the countdown ticking once there is one."""
    if stream.phase in (Phase.PREP, Phase.STANDBY, Phase.LIVE):
        desk.cue("board.tick", stream.id, team_id=stream.team_id, stream=stream, at=desk.now + _every(desk, stream))


flow = Flow(
    name="board",
    folder=Path(__file__).parent,
    cues={"tick": CueKind(_tick, late=Late.SEND, moved=Moved.KEEP, quiet=False)},
    changed=_changed,
)
