"""What the published review begins with: planned and real times, aim, and the crew, with who took over from whom."""

from collections.abc import Sequence

from bot import minutes, roster
from bot.between import Served
from bot.crew import Answer, Assignment, Stream
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.plan import cards


def report(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """Below its heading, the title."""
    lines: list[Piece] = [cards.when(stream), *cards.aim(desk, stream), *cards.where(stream)]
    if stream.live_at and stream.wrapped_at:
        how, by = minutes.punctuality(stream.starts_at, stream.live_at)
        begins, ends = HourMinute(stream.live_at), HourMinute(stream.wrapped_at)
        length = minutes.between(stream.live_at, stream.wrapped_at)
        lines.append(w(f"plan-report-{how}", begins=begins, ends=ends, length=length, span=by))
    return [*lines, w("plan-report-crew", crew=Joined(_by_role(desk, stream), "dot"))]


def _by_role(desk: Desk, stream: Stream) -> list[Piece]:
    served = [one for flow in desk.house.flows for one in flow.served(desk, stream)]
    return [
        w("plan-report-seat", role=cards.name_of(desk, stream, seat), who=_who(desk, seat, served))
        for seat in roster.seats(desk, stream)
        if seat.person_id and seat.answer is not Answer.DECLINED
    ]


def _who(desk: Desk, seat: Assignment, served: Sequence[Served]) -> Piece:
    """Whoever was on, one after the other; by the plan where nobody was."""
    turns = [one for one in served if (one.role, one.seat) == (seat.role, seat.seat)]
    changes = [turn for before, turn in zip(turns, turns[1:], strict=False) if turn.person_id != before.person_id]
    first = desk.person_named(turns[0].person_id if turns else seat.person_id)
    if not changes:
        return first
    after = [w("plan-report-after", who=desk.person_named(one.person_id), at=HourMinute(one.since)) for one in changes]
    return Joined([first, *after], "arrow")
