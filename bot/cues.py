"""Cue rows: plan, claim, give, acknowledge, escalate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, Index, bindparam, text
from sqlmodel import Field, SQLModel, col, select

from bot import roster
from bot.crew import Person, Phase, Stream, Team
from bot.flow import CueKind, Late, Moved
from bot.words import Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.store import Session

WHOLE_TEAM = 0
"""Stands in `asked` for the group, which is asked last."""
AT_ONCE = 16
"""Cues given in one transaction at most, so that none waits long for the others, and presses get their turn."""


class CueState(StrEnum):
    PLANNED = "planned"
    GIVEN = "given"
    ACKNOWLEDGED = "acknowledged"
    DROPPED = "dropped"
    MISSED = "missed"


class From(StrEnum):
    """What a cue's time is counted from."""

    START = "start"
    """T: moves with the stream; what comes after it follows the real start once it is live."""
    END = "end"
    """The planned end: moves with the stream."""
    WALL = "wall"
    """An instant of its own; a move of the stream leaves it alone."""


class Cue(SQLModel, table=True):
    """A planned ping: an instant, a unique key, and how far it has been followed up."""

    __table_args__ = (
        Index("ix_cue_planned", "due_at", sqlite_where=text("state = 'PLANNED'")),
        Index("ix_cue_kind_subject", "kind", "subject"),
    )

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    team_id: int = Field(foreign_key="team.id")
    stream_id: int | None = Field(default=None, foreign_key="stream.id", index=True)
    kind: str
    """`<flow>.<kind>`."""
    subject: int
    """The row that it is about, as the flow understands it."""
    note: str = ""
    """What else the flow needs to know, such as a playbook key."""
    due_at: datetime
    counted: From = From.WALL
    offset: int = 0
    """Seconds from what it is counted from."""
    state: CueState = CueState.PLANNED
    round: int = 0
    """How many people have been asked so far."""
    asked: list[int] = Field(default=[], sa_type=JSON)
    history: list[tuple[int, str]] = Field(default=[], sa_type=JSON)
    """Whom it was said to, and when; `asked` begins anew where a move begins the asking anew."""
    person_id: int | None = Field(default=None, foreign_key="person.id", sa_type=BigInteger)
    """Who was asked last."""
    given_at: datetime | None = None
    acknowledged_at: datetime | None = None


@dataclass(frozen=True)
class Call:
    """One giving of a cue: whom it calls (None where the kind has no chain), which round, how late."""

    cue: Cue
    person: Person | None
    round: int
    late: timedelta


_HEARD = (col(Cue.state) == CueState.PLANNED, col(Team.suspended).is_(False))
_NEXT = select(Cue.due_at).join(Team).where(*_HEARD).order_by(col(Cue.due_at)).limit(1)
_OVERDUE = (
    select(Cue)
    .join(Team)
    .where(*_HEARD, col(Cue.due_at) <= bindparam("now"))
    .order_by(col(Cue.due_at), col(Cue.id))
    .limit(AT_ONCE)
)
"""Built once, as the ticker asks them at every step."""


def due_at(stream: Stream, counted: From, offset: timedelta) -> datetime:
    """The instant of an offset: from the planned end; from the planned start before it, from the real one after it."""
    if counted is From.END:
        return stream.ends_at + offset
    return (stream.zero if offset >= timedelta() else stream.starts_at) + offset


def next_due(session: Session) -> datetime | None:
    """When the earliest planned cue is due; those of a team that threw the bot out wait until it is back."""
    return session.exec(_NEXT).first()


def overdue(session: Session, now: datetime) -> Sequence[Cue]:
    """The cues due by now, the earliest first, at most `AT_ONCE`."""
    return session.exec(_OVERDUE, params={"now": now}).all()


def give(desk: Desk, cue: Cue) -> None:
    """Claim a due cue and say it, if it is still true; plan the next round where someone must answer."""
    kind = desk.house.cue_kind(cue.kind)
    late = desk.now - cue.due_at
    stream = desk.session.get(Stream, cue.stream_id) if cue.stream_id else None
    if stream and stream.phase is Phase.CANCELLED:
        cue.state = CueState.DROPPED
        return
    if late > kind.grace and kind.late is Late.MISS and cue.round == 0:
        _miss(desk, cue, late)
        return
    if kind.quiet and (morning := desk.house.quiet_until(desk, stream, cue.team_id)):
        cue.due_at = morning
        return
    late = late if late > kind.grace and kind.late is Late.SAY_LATE else timedelta()
    if kind.chain is None:
        _give_once(desk, cue, kind, late)
    else:
        _give_next(desk, cue, kind, late, stream)


def drop_all(desk: Desk, stream: Stream) -> None:
    """Silence everything about a stream that is over, but what outlives one that was not called off."""
    for cue in _of(desk, stream, CueState.PLANNED):
        if stream.phase is not Phase.CLOSED or not desk.house.cue_kind(cue.kind).outlives:
            cue.state = CueState.DROPPED


def move(desk: Desk, stream: Stream, by: timedelta, *, counted: Collection[From] = (From.START, From.END)) -> None:
    """Move what was not given yet with the stream, or with its end alone; what was given comes again where its kind
    says so and time allows."""
    for cue in _of(desk, stream, CueState.PLANNED):
        if cue.counted in counted:
            _move_one(desk, stream, cue, by)
    for cue in _of(desk, stream, CueState.GIVEN, CueState.ACKNOWLEDGED, CueState.MISSED):
        if cue.counted in counted and desk.house.cue_kind(cue.kind).moved is Moved.REPEAT:
            due = due_at(stream, cue.counted, timedelta(seconds=cue.offset))
            if due > desk.now:
                cue.state, cue.due_at, cue.round, cue.asked = CueState.PLANNED, due, 0, []


def follow_start(desk: Desk, stream: Stream) -> None:
    """The stream is live: what is counted from T now counts from the real start."""
    for cue in _of(desk, stream, CueState.PLANNED):
        if cue.counted is From.START and cue.round == 0 and cue.offset >= 0:
            cue.due_at = due_at(stream, cue.counted, timedelta(seconds=cue.offset))


def _move_one(desk: Desk, stream: Stream, cue: Cue, by: timedelta) -> None:
    """A chain under way starts again where its own time lies ahead once more; else it goes on, later."""
    due = due_at(stream, cue.counted, timedelta(seconds=cue.offset))
    cue.due_at = due if cue.round and due > desk.now else max(due, cue.due_at + by)
    if cue.due_at == due:
        cue.round, cue.asked = 0, []


def _give_once(desk: Desk, cue: Cue, kind: CueKind, late: timedelta) -> None:
    cue.given_at = desk.now
    said = kind.give(desk, Call(cue, None, 0, late))
    if cue.state is CueState.PLANNED and cue.due_at <= desk.now:
        cue.state = CueState.GIVEN if said else CueState.DROPPED


def _give_next(desk: Desk, cue: Cue, kind: CueKind, late: timedelta, stream: Stream | None) -> None:
    """Ask the next person of the chain, at most `rounds` of them, and at last the whole team."""
    if WHOLE_TEAM in cue.asked:
        cue.state = CueState.GIVEN
        return
    person = whose_turn(desk, cue, cue.asked, stream)
    if not kind.give(desk, Call(cue, person, cue.round, late)):
        cue.state = CueState.DROPPED
        return
    if cue.state is not CueState.PLANNED:
        return
    if stream and cue.round:
        _log_next(desk, cue, stream, person)
    who = person.id if person else WHOLE_TEAM
    cue.given_at, cue.person_id, cue.round = desk.now, who or None, cue.round + 1
    cue.asked, cue.history = [*cue.asked, who], [*cue.history, (who, desk.now.isoformat())]
    cue.due_at = waits_until(desk, stream)


def waits_until(desk: Desk, stream: Stream | None) -> datetime:
    """When the next is asked, if nobody answers who is asked now."""
    distance = stream.starts_at - desk.now if stream else timedelta(days=1)
    wait = desk.house.escalation(stream).wait(distance, live=stream is not None and stream.phase is Phase.LIVE)
    return desk.now + wait


def _log_next(desk: Desk, cue: Cue, stream: Stream, person: Person | None) -> None:
    """The chain goes beyond somebody: who did not answer, and who is asked instead."""
    about = {"before": desk.person_named(cue.person_id), "what": _matter(desk, cue)}
    if person:
        desk.log("cue-log-next", team_id=stream.team_id, stream_id=stream.id, asked=person, **about)
    else:
        desk.log("cue-log-anyone", team_id=stream.team_id, stream_id=stream.id, **about)


def _matter(desk: Desk, cue: Cue) -> Piece:
    """What a cue is about, as its flow says; else its kind."""
    name, _, kind = cue.kind.partition(".")
    tells = [flow.told for flow in desk.house.flows if flow.name == name and flow.told]
    about = next((told for tell in tells if (told := tell(desk, cue))), None)
    return about[0] if about else w(f"{name}-cue-{kind}")


def whose_turn(desk: Desk, cue: Cue, asked: Sequence[int], stream: Stream | None) -> Person | None:
    """Who is asked after these: nobody twice, on air or away, later only the reachable; None is the whole team."""
    chain = desk.house.cue_kind(cue.kind).chain
    if chain is None or len(asked) >= desk.house.escalation(stream).rounds:
        return None
    people = roster.within_call(desk, desk.get(Team, cue.team_id), chain(desk, cue))
    left = [person for person in people if person.id not in asked]
    reachable = [person for person in left if person.reachable]
    return next(iter(reachable if asked else left[:1]), None)


def _miss(desk: Desk, cue: Cue, late: timedelta) -> None:
    cue.state = CueState.MISSED
    minutes = late // timedelta(minutes=1)
    flow, _, kind = cue.kind.partition(".")
    what = w(f"{flow}-cue-{kind}")
    desk.log("cue-log-missed", stream_id=cue.stream_id, team_id=cue.team_id, what=what, minutes=minutes)


def _of(desk: Desk, stream: Stream, *states: CueState) -> Sequence[Cue]:
    return desk.session.exec(select(Cue).where(Cue.stream_id == stream.id, col(Cue.state).in_(states))).all()
