"""What a HOLD means for everyone: whose it is, why, the new start, and when it is decided again."""

from datetime import datetime

from bot import asking
from bot.crew import Stream
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.ready import cards, gate_cards, rules
from flows.ready.tables import Gate, RollLine

SHOWN = 6
"""What is waited for, named at most."""


def lines(desk: Desk, stream: Stream, gate: Gate) -> list[Piece]:
    """The gate that was held, and the reason where one was given."""
    assert gate.decided_at is not None
    who, start = desk.person_named(gate.decided_by), HourMinute(stream.starts_at)
    head = w("ready-held", who=who, at=HourMinute(gate.decided_at), start=start)
    return [head, *([w("ready-held-why", why=gate.why)] if gate.why else [])]


def waiting(desk: Desk, stream: Stream, roll: list[RollLine]) -> list[Piece]:
    """Seats that are not ready, and what the gate must not pass."""
    missing: list[Piece] = [cards.whose(desk, stream, [line]) for line in rules.unready(roll)]
    missing += [point.line for point in gate_cards.points(desk, stream, roll) if point.hard]
    more: list[Piece] = [w("ready-more", count=len(missing) - SHOWN)] if len(missing) > SHOWN else []
    return [w("ready-held-for", what=Joined([*missing[:SHOWN], *more], "semicolon"))] if missing else []


def decided_next(desk: Desk, stream: Stream) -> datetime | None:
    """When the lead is asked for the next decision."""
    return asking.next_at(desk, ["ready.gate"], stream.id)
