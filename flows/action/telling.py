"""What actions tell the others: the board, the review, /help."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.between import Mark, Measure
from bot.crew import AHEAD, Stream, Team
from bot.desk import Desk
from bot.words import Piece, w
from flows.action import cards, carrying, rules
from flows.action.tables import Action, State

NAMED = 10


def panel(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """How many are open from last time."""
    if stream.phase not in AHEAD:
        return []
    left = len(carrying.standing(desk, stream))
    return [w("action-panel", count=left)] if left else []


def report(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """What became of last time's actions, and what this review has made."""
    last = carrying.last_time(desk, stream)
    every = carrying.of(desk, stream.team_id, State.OPEN, State.DONE)
    made = [action for action in every if action.stream_id == stream.id]
    lines: list[Piece] = [w("action-report-last")] if last else []
    lines += [_became(desk, action) for action in last[:NAMED]]
    lines += [w("action-report-made")] if made else []
    for action in made[:NAMED]:
        who = desk.person_named(action.owner_id)
        lane = w(f"action-lane-{action.lane}")
        lines.append(w("action-report-line", what=action.what, who=who, lane=lane, due=cards.due_line(desk, action)))
    return lines


def measure(desk: Desk, streams: Sequence[Stream]) -> Measure:
    """What reviews proposed and was then done, of all that was decided; it counts for whoever said it."""
    shows = [stream.id for stream in streams]
    rows = desk.session.exec(select(Action).where(col(Action.stream_id).in_(shows)).order_by(col(Action.id)))
    decided = [action for action in rows if rules.is_settled(action, desk.now)]
    marks = [Mark(action.stream_id, action.said_by, action.state is State.DONE) for action in decided]
    return Measure(w("action-tried"), w("action-tried-sign"), marks)


def _became(desk: Desk, action: Action) -> Piece:
    who = desk.person_named(action.owner_id)
    if action.state is State.DONE and action.helped is not None:
        return w("action-became-helped" if action.helped else "action-became-no-help", what=action.what, who=who)
    return w(f"action-became-{action.state}", what=action.what, who=who)


def help_lines(desk: Desk, team: Team | None) -> Sequence[Piece]:
    if team is None or desk.who is None or desk.member is None:
        return []
    every = carrying.of(desk, team.id, State.OPEN)
    mine = len([action for action in every if action.owner_id == desk.person.id])
    return [w("action-help", count=len(every), mine=mine)] if every else []
