"""What a HOLD means for everyone: whose it is, why, the new start, and when it is decided again."""

from collections.abc import Sequence
from datetime import datetime

from bot import asking, roster
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.ready import cards, gates, rules
from flows.ready.tables import Decision, Gate, RollLine

SHOWN = 6
"""What is waited for, named at most."""


def in_force(desk: Desk, stream: Stream, gate: Gate) -> bool:
    """Whether the show waits because of it, and it is not decided anew yet."""
    held = gate.decision is Decision.HOLD and stream.phase is Phase.STANDBY
    return held and gates.newest(desk, stream) is gate


def told(desk: Desk, stream: Stream, gate: Gate, roll: Sequence[RollLine]) -> list[Piece]:
    """All of it, for whoever decides."""
    return [*lines(desk, stream, gate), *waiting(desk, stream, roll), next_decision(desk, stream, gate)]


def lines(desk: Desk, stream: Stream, gate: Gate) -> list[Piece]:
    """The gate that was held, and the reason where one was given."""
    assert gate.decided_at is not None
    who, start = desk.person_named(gate.decided_by), HourMinute(stream.starts_at)
    head = w("ready-held", who=who, at=HourMinute(gate.decided_at), start=start)
    return [head, *([w("ready-held-why", why=gate.why)] if gate.why else [])]


def waiting(desk: Desk, stream: Stream, roll: Sequence[RollLine]) -> list[Piece]:
    """Seats that are not ready, and what the gate must not pass."""
    missing: list[Piece] = [cards.whose(desk, stream, [line]) for line in rules.unready(roll)]
    missing += [point.line for point in gates.points(desk, stream, roll) if point.hard]
    more: list[Piece] = [w("ready-more", count=len(missing) - SHOWN)] if len(missing) > SHOWN else []
    return [w("ready-held-for", what=Joined([*missing[:SHOWN], *more], "semicolon"))] if missing else []


def decided_next(desk: Desk, stream: Stream) -> datetime | None:
    """When the lead is asked for the next decision."""
    return asking.next_at(desk, ["ready.gate"], stream.id)


def next_decision(desk: Desk, stream: Stream, gate: Gate | None) -> Piece:
    """Who decides when; now, where the lead has been asked."""
    who = roster.lead_chain(desk, stream)[0]
    asked = gate is not None and gate.decision is Decision.OPEN
    at = None if asked else decided_next(desk, stream)
    return (
        w("ready-roll-gate", at=HourMinute(at), who=who) if at and at > desk.now else w("ready-roll-deciding", who=who)
    )
