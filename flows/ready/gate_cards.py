"""How the gate looks: who is ready and who is not, what is still open, the buttons, and what was decided."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import select

from bot.between import OpenPoint
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.ready import cards, rules
from flows.ready.tables import Decision, Gate, Override, RollLine, Turn

SHOWN = 12
"""Open seats, and open points, named on the card at most."""


def card(gate: Gate) -> str:
    return f"ready-gate:{gate.id}"


def group_card(gate: Gate) -> str:
    return f"ready-gate-group:{gate.id}"


def points(desk: Desk, stream: Stream, roll: Sequence[RollLine]) -> list[OpenPoint]:
    """What every flow still has open, the hard points first; seats on the roll are named there."""
    called = {(line.role, line.seat) for line in roll}
    found = [point for flow in desk.house.flows for point in flow.open_points(desk, stream)]
    return sorted((point for point in found if point.seat not in called), key=lambda point: not point.hard)


def reds(desk: Desk, stream: Stream, lines: Sequence[RollLine]) -> list[Piece]:
    """What a GO would have to override, one piece each."""
    seats: list[Piece] = [cards.line_words(desk, stream, line) for line in rules.red(lines)]
    return [*seats, *(point.line for point in points(desk, stream, lines) if point.hard)]


def _is_red(roll: Sequence[RollLine], found: Sequence[OpenPoint]) -> bool:
    return bool(rules.red(roll)) or any(point.hard for point in found)


def lines(desk: Desk, stream: Stream, gate: Gate, roll: Sequence[RollLine]) -> list[Piece]:
    """The lead's card: what there is to decide; then what was decided, and how things stood, whatever comes later."""
    if gate.decision is not Decision.OPEN and gate.turn is Turn.ASKED:
        return [w("ready-gate-past", title=stream.title), decided(desk, gate), *_as_it_stood(desk, gate)]
    open_points = points(desk, stream, roll)
    count = {"ready": len(rules.ready(roll)), "seats": len(roll), "score": rules.score(roll, len(open_points))}
    missing = rules.unready(roll)
    named = rules.foremost(missing, cards.on_air(desk, stream), SHOWN)
    return [
        w("ready-gate-head", title=stream.title, at=HourMinute(stream.starts_at)),
        w("ready-gate-count", **count),
        *_listed([cards.line_words(desk, stream, line) for line in named], len(missing)),
        *_listed([_point(point) for point in open_points[:SHOWN]], len(open_points)),
        _ask(gate, red=_is_red(roll, open_points)),
    ]


def _as_it_stood(desk: Desk, gate: Gate) -> list[Piece]:
    score: list[Piece] = [w("ready-gate-score", score=gate.score)] if gate.score is not None else []
    over = desk.session.exec(select(Override).where(Override.gate_id == gate.id))
    return [*score, *(w("ready-gate-over", red=each.red, reason=each.reason) for each in over)]


def _listed(named: Sequence[Words], count: int) -> list[Piece]:
    rest = count - len(named)
    return [*named, *([w("ready-more", count=rest)] if rest else [])]


def _point(point: OpenPoint) -> Words:
    return w("ready-point-hard", point=point.line) if point.hard else w("ready-point-soft", point=point.line)


def _ask(gate: Gate, *, red: bool) -> Words:
    if gate.turn is not Turn.ASKED:
        return w(f"ready-gate-{gate.turn}")
    return w("ready-gate-red" if red else "ready-gate-green")


def decided(desk: Desk, gate: Gate) -> Words:
    """The decision in one line."""
    if gate.decided_at is None:
        return w("ready-decided-lapsed")
    who = desk.person_named(gate.decided_by)
    return w(f"ready-decided-{gate.decision}", who=who, at=HourMinute(gate.decided_at))


def buttons(desk: Desk, stream: Stream, gate: Gate) -> list[list[Button]]:
    """GO, HOLD and NO-GO; after a GO the way back; after NO-GO what is to become of the show."""
    if not rules.may_still_change(gate) or stream.phase is not Phase.STANDBY:
        return []
    back = Button(w("ready-button-back"), "ready.back", (gate.id,))
    if gate.turn is Turn.NO_GO:
        move = Button(w("ready-button-move"), "ready.move", (gate.id,))
        return [[move, Button(w("ready-button-cancel"), "ready.cancel", (gate.id,))], [back]]
    if gate.turn is Turn.CANCEL:
        return [[Button(w("ready-button-cancel-really"), "ready.cancel_really", (gate.id,))], [back]]
    minutes = desk.house.playbook_of(stream).gate.hold // timedelta(minutes=1)
    hold = Button(w("ready-button-hold", minutes=minutes), "ready.hold", (gate.id,))
    rest = [hold, Button(w("ready-button-no-go"), "ready.no_go", (gate.id,))]
    go = Button(w("ready-button-go"), "ready.go", (gate.id,))
    return [[go, *rest]] if gate.decision is Decision.OPEN else [rest]


def show(desk: Desk, stream: Stream, gate: Gate, roll: Sequence[RollLine]) -> None:
    """Bring every copy of the gate's card up to date."""
    found = buttons(desk, stream, gate)
    desk.show(card(gate), *lines(desk, stream, gate, roll), buttons=found)
    desk.show(group_card(gate), *group_lines(desk, stream, gate), buttons=found)


def group_lines(desk: Desk, stream: Stream, gate: Gate) -> list[Piece]:
    """What the group reads when no lead answers: no reasons, those stay between people and the lead."""
    head = w("ready-gate-head", title=stream.title, at=HourMinute(stream.starts_at))
    return [head, w("ready-gate-anyone") if gate.decision is Decision.OPEN else decided(desk, gate)]


def in_words(desk: Desk, stream: Stream, pieces: Sequence[Piece]) -> str:
    """Pieces as the team reads them, to be kept on the record."""
    reader = desk.group(desk.team_of(stream)).reader
    return desk.house.dictionary.plain(Joined(pieces, "semicolon"), reader, 1000)
