"""Which actions stand on which show's checklist: the open ones on the next show's, and on no other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import register
from bot.between import ExtraItem
from bot.crew import AHEAD, Phase, Stream
from bot.desk import Desk
from bot.flow import Change
from flows.action import acting, rules
from flows.action.tables import Action, State

_STANDING = select(Action).where(
    Action.team_id == bindparam("team"), col(Action.state).in_(bindparam("states", expanding=True))
)
_AHEAD = (
    select(Stream)
    .where(Stream.team_id == bindparam("team"), col(Stream.phase).in_(AHEAD), col(Stream.rehearsal).is_(False))
    .order_by(col(Stream.starts_at), col(Stream.id))
)
"""Built once: every board asks them."""


def of(desk: Desk, team_id: int, *states: State) -> list[Action]:
    rows = desk.session.exec(_STANDING, params={"team": team_id, "states": states}).all()
    return rules.in_order(rows)


def is_open(desk: Desk, stream: Stream) -> bool:
    """Whether something said in a show's review is still to be done."""
    standing = col(Action.state).in_((State.PROPOSED, State.OPEN))
    return desk.session.exec(select(Action.id).where(Action.stream_id == stream.id, standing)).first() is not None


def ahead(desk: Desk, team_id: int) -> Sequence[Stream]:
    """The team's shows to come, the next one first; a rehearsal is none of them."""
    return desk.session.exec(_AHEAD, params={"team": team_id}).all()


def before(desk: Desk, stream: Stream) -> Stream | None:
    """The show before this one."""
    return desk.session.exec(
        select(Stream).where(*register.earlier(stream)).order_by(col(Stream.starts_at).desc())
    ).first()


def standing(desk: Desk, stream: Stream) -> list[Action]:
    """The open actions that belong on this show's checklist."""
    if stream.id not in {each.id for each in ahead(desk, stream.team_id)[:1]}:
        return []
    return [action for action in of(desk, stream.team_id, State.OPEN) if action.stream_id != stream.id]


def items(desk: Desk, stream: Stream) -> Sequence[ExtraItem]:
    """They stand first on the next show's checklist."""
    return [
        ExtraItem("action", action.id, action.what, action.owner_id, rules.due_on(action, stream.starts_at))
        for action in standing(desk, stream)
    ]


def plan(desk: Desk, stream: Stream) -> None:
    """A show has been planned: it may be the next one now."""
    settle(desk, stream.team_id, but=stream)


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    if change in (Change.PHASE, Change.MOVED):
        settle(desk, stream.team_id)
    if change is Change.PHASE and stream.phase is Phase.REVIEW:
        acting.ask_whether_it_helped(desk, stream, last_time(desk, stream))


def settle(desk: Desk, team_id: int, *, but: Stream | None = None) -> None:
    """Date what is for the next show by its start, and tell the shows ahead that their lists have changed."""
    for stream in ahead(desk, team_id):
        for action in standing(desk, stream):
            acting.stands_on(desk, action, stream)
        if stream.phase is not Phase.PLANNED and (but is None or stream.id != but.id):
            desk.tell(stream, Change.ITEMS)


def last_time(desk: Desk, stream: Stream) -> list[Action]:
    """What this show's review has to come back to."""
    previous = before(desk, stream)
    every = of(desk, stream.team_id, State.OPEN, State.DONE, State.DROPPED)
    return [action for action in every if rules.from_last_time(action, stream.id, previous.id if previous else None)]


def item_done(desk: Desk, _stream: Stream, action_id: int) -> None:
    """Ticked off on the checklist."""
    action = desk.get(Action, action_id)
    if action.state is State.OPEN:
        acting.close(desk, action, State.DONE)
        settle(desk, action.team_id)
