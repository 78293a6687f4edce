"""How the gate looks: who is ready and who is not, what is still open, the buttons, and what was decided."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from bot import asking, roster
from bot.between import OpenPoint
from bot.crew import Person, Phase, Stream
from bot.cues import Cue
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Joined, Mention, Piece, Words, w
from flows.ready import cards, gates, holding, rules
from flows.ready.tables import Decision, Gate, Override, RollLine, Turn

CALLED = 3
"""Who may decide, called in the group at most."""
SHOWN = 12
"""Open seats, and open points, named on the card at most."""


def card(gate: Gate) -> str:
    return f"ready-gate:{gate.id}"


def group_card(gate: Gate) -> str:
    return f"ready-gate-group:{gate.id}"


def deciders(desk: Desk, stream: Stream) -> list[Person]:
    """Who may decide besides leads: whoever holds the playbook's role for it."""
    return list(roster.holders(desk, stream, desk.house.playbook_of(stream).go))


def all_deciders(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Everybody who may, in the order in which they are asked."""
    return roster.once([*roster.lead_chain(desk, stream), *deciders(desk, stream)])


def called(people: Sequence[Person]) -> Joined:
    """The first of them by mention: what a group reads must say whose it is."""
    return Joined([Mention(person) for person in people[:CALLED]])


def askings(desk: Desk, stream: Stream) -> Sequence[Cue]:
    """Every asking for a decision, the newest first."""
    theirs = (Cue.kind == "ready.gate", Cue.subject == stream.id)
    return desk.session.exec(select(Cue).where(*theirs).order_by(col(Cue.id).desc())).all()


def account(desk: Desk, stream: Stream) -> list[Piece]:
    """Who was asked to decide, and when."""
    return asking.account(desk, w("ready-gate-asked", title=stream.title), ["ready.gate"], stream.id)


def account_card(stream: Stream) -> str:
    return f"ready-gate-asked:{stream.id}"


def lines(
    desk: Desk, stream: Stream, gate: Gate, roll: Sequence[RollLine], then: Sequence[Piece] | None = None
) -> list[Piece]:
    """The lead's card: what there is to decide, and what comes `then` without an answer; once it was decided, what, and
    how things stood, whatever comes later."""
    if holding.in_force(desk, stream, gate):
        return [w("ready-gate-past", title=stream.title), *holding.told(desk, stream, gate, roll)]
    if gate.decision is not Decision.OPEN and gate.turn is Turn.ASKED:
        return [w("ready-gate-past", title=stream.title), decided(desk, gate), *_as_it_stood(desk, gate)]
    open_points, missing = gates.points(desk, stream, roll), rules.unready(roll)
    most, fits = _room(len(missing)), _room(len(open_points))
    seats = sorted(rules.foremost(missing, cards.on_air(desk, stream), most), key=lambda line: not line.required)
    then = asking.then(desk, ["ready.gate"], stream.id) if then is None else then
    return [
        w("ready-gate-head", title=stream.title, at=HourMinute(stream.starts_at)),
        *_held_for(desk, gate),
        w("ready-roll-count", ready=len(rules.ready(roll)), seats=len(roll)),
        *_listed(
            [_marked(cards.missing_words(desk, stream, line), line.required) for line in seats],
            len(missing) - len(seats),
        ),
        *_listed([named(point) for point in open_points[:fits]], sum(point.count for point in open_points[fits:])),
        *_ask(desk, gate, roll, open_points, then),
    ]


def _held_for(desk: Desk, gate: Gate) -> list[Piece]:
    """Why the show waits, for whoever decides whether that is over."""
    held = gates.held_before(desk, gate)
    if held is None or held.decided_at is None or not held.why:
        return []
    return [w("ready-gate-held", at=HourMinute(held.decided_at), why=held.why)]


def _room(count: int) -> int:
    """How many are named: one more takes no more room than the word that it is there."""
    return count if count == SHOWN + 1 else SHOWN


def _as_it_stood(desk: Desk, gate: Gate) -> list[Piece]:
    came: list[Piece] = [w("ready-gate-ready-then", ready=gate.ready, seats=gate.seats)] if gate.seats else []
    over = desk.session.exec(select(Override).where(Override.gate_id == gate.id))
    return [*came, *(w("ready-gate-over", red=each.red, reason=each.reason) for each in over)]


def _listed(shown: Sequence[Words], hidden: int) -> list[Piece]:
    return [*shown, *([w("ready-more", count=hidden)] if hidden else [])]


def named(point: OpenPoint) -> Words:
    """With what is in its way."""
    stands = {"point": point.line, "stands": point.stands}
    return _marked(w("ready-point-stands", **stands) if point.stands else point.line, point.hard)


def _marked(point: Piece, hard: bool) -> Words:
    return w("ready-point-hard", point=point) if hard else w("ready-point-soft", point=point)


def _ask(
    desk: Desk, gate: Gate, roll: Sequence[RollLine], found: Sequence[OpenPoint], then: Sequence[Piece]
) -> list[Piece]:
    """What the marks mean for a GO, or what is asked after a NO-GO; and who is asked next."""
    if gate.turn is not Turn.ASKED:
        return [w(f"ready-gate-{gate.turn}", who=_pressed_by(desk, gate)), *then]
    if rules.red(roll) or any(point.hard for point in found):
        return [w("ready-gate-red"), *then]
    return [w("ready-gate-yellow" if found or rules.unready(roll) else "ready-gate-green"), *then]


def _pressed_by(desk: Desk, gate: Gate) -> str:
    """Whoever pressed NO-GO, or Cancel after it: the asking that began with it knows."""
    newest = next(iter(askings(desk, desk.get(Stream, gate.stream_id))), None)
    return desk.person_named(newest.asked[0] if newest and newest.asked else None)


def decided(desk: Desk, gate: Gate) -> Words:
    """The decision in one line; with its day where that is not today's, nor the show's."""
    stream = desk.get(Stream, gate.stream_id)
    if gate.decided_at is None:
        return _lapsed(stream)
    day, *others = (roster.day_of(desk.team_of(stream), at) for at in (gate.decided_at, desk.now, stream.starts_at))
    same = all(other == day for other in others)
    at = w("ready-at", at=HourMinute(gate.decided_at)) if same else w("ready-at-day", at=gate.decided_at)
    return w(f"ready-decided-{gate.decision}", who=desk.person_named(gate.decided_by), at=at)


def _lapsed(stream: Stream) -> Words:
    """Why it was never decided."""
    if stream.phase is Phase.CANCELLED:
        return w("ready-lapsed-off")
    return w("ready-lapsed-begun") if stream.live_at else w("ready-lapsed-moved")


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
    return [[go, *rest], [asking.button("ready.gate_asked", gate.id)]] if gate.decision is Decision.OPEN else [rest]


def show(desk: Desk, stream: Stream, gate: Gate, roll: Sequence[RollLine], then: Sequence[Piece] | None = None) -> None:
    """Bring every copy of the gate's card up to date."""
    found = buttons(desk, stream, gate)
    desk.show(card(gate), *lines(desk, stream, gate, roll, then), buttons=found)
    desk.show(group_card(gate), *group_lines(desk, stream, gate), buttons=found)
    desk.show_all({account_card(stream): lambda _: (account(desk, stream), ())})


def group_lines(desk: Desk, stream: Stream, gate: Gate) -> list[Piece]:
    """What the group reads when no lead answers: no reasons, those stay between people and the lead."""
    head = w("ready-gate-head", title=stream.title, at=HourMinute(stream.starts_at))
    who = called(all_deciders(desk, stream))
    if gate.turn is not Turn.ASKED:
        return [head, w("ready-gate-anyone-no-go", by=_pressed_by(desk, gate), who=who)]
    return [head, w("ready-gate-anyone", who=who) if gate.decision is Decision.OPEN else decided(desk, gate)]


def in_words(desk: Desk, stream: Stream, pieces: Sequence[Piece]) -> str:
    """Pieces as the team reads them, to be kept on the record."""
    reader = desk.group(desk.team_of(stream)).reader
    return desk.house.dictionary.plain(Joined(pieces, "semicolon"), reader, 1000)
