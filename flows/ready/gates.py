"""The gates of a stream: the newest one, and what is still open at it."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.between import OpenPoint
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import Piece
from flows.ready import cards, rules
from flows.ready.tables import Decision, Gate, Override, RollLine


def newest(desk: Desk, stream: Stream) -> Gate | None:
    query = select(Gate).where(Gate.stream_id == stream.id).order_by(col(Gate.id).desc())
    return desk.session.remembered(Gate, stream.id, lambda: desk.session.exec(query).first())


def held_before(desk: Desk, gate: Gate) -> Gate | None:
    """The HOLD that led to this asking."""
    earlier = (Gate.stream_id == gate.stream_id, Gate.number == gate.number - 1, Gate.decision == Decision.HOLD)
    return desk.session.exec(select(Gate).where(*earlier)).first() if gate.number > 1 else None


def let_pass(desk: Desk, stream: Stream) -> Person | None:
    """Whoever took something red upon themselves: at the gate in force, or without a GO."""
    query = select(Override).where(Override.stream_id == stream.id).order_by(col(Override.id).desc())
    kept = desk.session.remembered(Override, stream.id, lambda: desk.session.exec(query).first())
    gate = newest(desk, stream)
    in_force = kept is not None and kept.gate_id in (None, gate.id if gate else None)
    return desk.get(Person, kept.person_id) if kept and in_force else None


def points(desk: Desk, stream: Stream, roll: Sequence[RollLine]) -> list[OpenPoint]:
    """What every flow still has open, the hard points first; seats on the roll are named there."""
    called = {(line.role, line.seat) for line in roll}
    found = [point for flow in desk.house.flows for point in flow.open_points(desk, stream)]
    return sorted((point for point in found if point.seat not in called), key=lambda point: not point.hard)


def reds(desk: Desk, stream: Stream, lines: Sequence[RollLine]) -> list[Piece]:
    """What a GO would have to override, one piece each."""
    seats: list[Piece] = [cards.missing_words(desk, stream, line) for line in rules.red(lines)]
    return [*seats, *(point.line for point in points(desk, stream, lines) if point.hard)]
