"""What planning tells the other flows: board, gate, report and help."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.between import OpenPoint
from bot.crew import AHEAD, Answer, Assignment, Stream, Team
from bot.desk import Desk
from bot.flow import Button, Change
from bot.words import Joined, Piece, w
from flows.plan import (
    ask_cards,
    asking,
    cards,
    changing,
    cues,
    details,
    episodes,
    presence,
    promises,
    shared,
    silent,
    suggesting,
    vacant,
    volunteering,
)

NAMED = 6
"""Names in one line of the board at most."""


def panel(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """Who has accepted, whom we wait for, who can't, which seats are open."""
    if stream.phase not in AHEAD:
        return []
    lines: list[Piece] = [w("plan-panel", crew=cards.tally(desk, stream))]
    if waiting := cards.waiting(desk, stream):
        lines.append(w("plan-panel-waiting", who=cards.some_people(waiting, NAMED)))
    by_state: dict[str, list[Assignment]] = {}
    for seat in roster.seats(desk, stream):
        by_state.setdefault(presence.stands(desk, stream, seat), []).append(seat)
    if away := by_state.get(presence.AWAY):
        lines.append(w("plan-panel-away", **_people(desk, stream, away)))
    if declined := by_state.get(Answer.DECLINED):
        lines.append(w("plan-panel-declined", **_people(desk, stream, declined)))
    if empty := by_state.get("open"):
        lines.append(
            w("plan-panel-open", roles=cards.some([cards.name_of(desk, stream, seat) for seat in empty], NAMED))
        )
    return lines


def _people(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> dict[str, Joined]:
    names = dict.fromkeys(desk.person_named(seat.person_id) for seat in seats)
    roles = [cards.name_of(desk, stream, seat) for seat in seats]
    return {"who": cards.some_people(list(names), NAMED), "roles": cards.some(roles, NAMED)}


def board(desk: Desk, stream: Stream) -> Sequence[Button]:
    return shared.board_button(desk, stream)


def open_points(desk: Desk, stream: Stream) -> Sequence[OpenPoint]:
    """Seats that nobody has promised to fill; hard where the role is required."""
    if stream.phase not in AHEAD:
        return []
    playbook = desk.house.playbook_of(stream)
    required = {role.key for role in playbook.roles if role.required}
    return [
        OpenPoint(_point(desk, stream, seat), seat.role in required, (seat.role, seat.seat))
        for seat in roster.seats(desk, stream)
        if presence.stands(desk, stream, seat) != Answer.ACCEPTED
    ]


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """Cards follow everything, promises a move; new seats and new times get their chases."""
    if change is Change.ITEMS:
        return
    changing.refresh(desk, stream)
    volunteering.refresh(desk, stream)
    suggesting.refresh(desk, stream)
    silent.refresh(desk, stream)
    asking.settle_news(desk, stream)
    if change is Change.ANSWER or (change is Change.PHASE and stream.phase in AHEAD):
        shared.refresh_shared(desk, stream)
    else:
        ask_cards.refresh_all(desk, stream)
        details.refresh(desk, stream)
    if change is not Change.PHASE or stream.phase not in AHEAD:
        vacant.refresh(desk, stream)
    if change is Change.MOVED or stream.phase not in AHEAD:
        episodes.next_board(desk, stream)
    if change is Change.MOVED:
        promises.follow_move(desk, stream)
    if stream.phase in AHEAD and change not in (Change.PHASE, Change.ANSWER):
        cues.plan(desk, stream)


def helps(desk: Desk, team: Team | None) -> Sequence[Piece]:
    """Open questions first, then what planning offers."""
    if team is None:
        return []
    lines: list[Piece] = [w("plan-help-asked", title=one.title, at=one.starts_at) for one in _asked(desk, team)]
    return [*lines, w("plan-help-lead") if desk.is_lead else w("plan-help")]


def starts(desk: Desk, team: Team) -> Sequence[Button]:
    return [Button(w("plan-start-button"), "plan.new", (team.id,))] if desk.is_lead else []


def _asked(desk: Desk, team: Team) -> Sequence[Stream]:
    return desk.session.exec(
        select(Stream)
        .join(Assignment, col(Assignment.stream_id) == Stream.id)
        .where(
            Stream.team_id == team.id,
            col(Stream.phase).in_(AHEAD),
            Assignment.person_id == desk.person.id,
            Assignment.answer == Answer.ASKED,
        )
        .distinct()
        .order_by(col(Stream.starts_at))
    ).all()


def _point(desk: Desk, stream: Stream, seat: Assignment) -> Piece:
    role = cards.name_of(desk, stream, seat)
    return w(f"plan-point-{presence.stands(desk, stream, seat)}", role=role, who=desk.person_named(seat.person_id))
