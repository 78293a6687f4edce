"""How duties read in a line: who is on, since when, who is next."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Stream
from bot.desk import Desk
from bot.words import HourMinute, Piece, Words, w
from flows.duty import book, rules, shifts
from flows.duty.tables import HandOff, Shift


def briefly(desk: Desk, stream: Stream, on: Sequence[Shift]) -> list[Words]:
    """Who is on, and of whom nothing was heard."""
    unheard = roster.unheard(desk, stream)
    return [
        w("duty-unheard" if shift.person_id in unheard else "duty-brief", **_who(desk, stream, shift)) for shift in on
    ]


def on_lines(desk: Desk, stream: Stream, on: Sequence[Shift]) -> list[Piece]:
    """Who is on, since when, and who is next; of whom nothing was heard, only that."""
    turns, handoffs = shifts.of_stream(desk, stream), book.unsettled(desk, stream)
    unheard = roster.unheard(desk, stream)
    return [
        w("duty-unheard", **_who(desk, stream, shift))
        if shift.person_id in unheard
        else _on_line(desk, stream, shift, rules.successor(turns, shift), handoffs)
        for shift in on
    ]


def _who(desk: Desk, stream: Stream, shift: Shift) -> dict[str, Piece]:
    return {"role": shifts.role_of(desk, stream, shift.role).name, "who": desk.person_named(shift.person_id)}


def _on_line(desk: Desk, stream: Stream, shift: Shift, following: Shift | None, handoffs: Sequence[HandOff]) -> Words:
    facts = {**_who(desk, stream, shift), "since": HourMinute(shift.on_at or shift.starts_at)}
    for handoff in handoffs:
        if (handoff.role, handoff.lane) == (shift.role, shift.lane):
            word = "duty-line-overdue" if handoff.overdue else "duty-line-next"
            return w(word, next=desk.person_named(handoff.incoming_id), at=HourMinute(handoff.due_at), **facts)
    if following is None and shift.ends_at <= desk.now:
        return w("duty-line-over", **facts)
    if following is None:
        return w("duty-line", until=HourMinute(shift.ends_at), **facts)
    at = HourMinute(following.starts_at)
    return w("duty-line-next", next=desk.person_named(following.person_id), at=at, **facts)


def turn(desk: Desk, shift: Shift) -> Words:
    """A turn of the plan."""
    return w("duty-turn", who=desk.person_named(shift.person_id), at=HourMinute(shift.starts_at))
