"""The lead's decision: GO, also over something red; HOLD; NO-GO, which moves or cancels the show."""

from bot import phases
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.replies import Conversation
from bot.words import HourMinute, w
from flows.ready import decision, early, gate_cards, gates, holding, roll, rules, waited
from flows.ready.tables import Decision, Gate, Override, Turn


def begin(desk: Desk, stream: Stream) -> Gate:
    """The gate that is open, or was opened again by a NO-GO; else the next one."""
    gate = gates.newest(desk, stream)
    if gate and (gate.decision is Decision.OPEN or gate.turn is not Turn.ASKED):
        return gate
    desk.touch(stream)
    early.close(desk, stream, w("ready-early-gate", title=stream.title, who=gate_cards.all_deciders(desk, stream)[0]))
    opened = desk.add(Gate(stream_id=stream.id, number=gate.number + 1 if gate else 1, opened_at=desk.now))
    if gate:  # it is in force no more
        gate_cards.show(desk, stream, gate, roll.latest_lines(desk, stream))
    return opened


def follow(desk: Desk, stream: Stream) -> None:
    """What it asks about is not what it was a moment ago: its card says how things stand."""
    gate = gates.newest(desk, stream)
    if gate and gate.decision in (Decision.OPEN, Decision.HOLD):
        decision.show(desk, stream, gate)
    elif gate:
        waited.refresh(desk, stream, gate, roll.latest_lines(desk, stream))


def go(desk: Desk, gate: Gate) -> None:
    """[GO]: at once if nothing is red, else after a reason."""
    stream = decision.in_hand(desk, gate)
    if stream is None:
        return
    if gate.decision is Decision.GO:
        desk.toast(decision.settled(desk, gate))
    elif gates.reds(desk, stream, roll.latest_lines(desk, stream)):
        desk.ask("ready.override", desk.person, desk.team_of(stream), subject=gate.id, stream_id=stream.id)
        desk.toast(rehearsed(stream, w("ready-toast-reason")))
    else:
        _go(desk, stream, gate)
        desk.toast(rehearsed(stream, w("ready-toast-go")))


def override(desk: Desk, talk: Conversation) -> None:
    """The reason is given: GO over what is red, under the name of who gave it."""
    gate = desk.get(Gate, talk.subject)
    stream = desk.get(Stream, gate.stream_id)
    place = desk.private(desk.person, desk.team_of(stream))
    if gate.decision is not Decision.OPEN or stream.phase is not Phase.STANDBY:
        desk.say(place, decision.settled(desk, gate))
        return
    keep_override(desk, stream, gate, talk.answers["reason"])
    _go(desk, stream, gate, logged=True)
    desk.say(place, rehearsed(stream, w("ready-override-kept")))


def keep_override(desk: Desk, stream: Stream, gate: Gate | None, reason: str = "") -> None:
    """Put it under the name of whoever took it upon themselves; without a gate there was no GO at all."""
    reds = gates.reds(desk, stream, roll.latest_lines(desk, stream))
    kept = Override(
        stream_id=stream.id,
        gate_id=gate.id if gate else None,
        person_id=desk.person.id,
        at=desk.now,
        red=gate_cards.in_words(desk, stream, reds),
        reason=reason,
    )
    desk.add(kept)
    if gate:
        what = {"red": kept.red, "reason": reason}
        desk.log("ready-log-override", team_id=stream.team_id, stream_id=stream.id, **what)
    else:
        desk.log("ready-log-no-go", team_id=stream.team_id, stream_id=stream.id)


def hold(desk: Desk, gate: Gate) -> None:
    """[HOLD]: the show moves a little, every Ready stays, the others are asked again (at the time that they named,
    if they did), and the gate comes back."""
    stream = decision.in_hand(desk, gate)
    if stream is None:
        return
    span = desk.house.playbook_of(stream).gate.hold
    decision.decide(desk, stream, gate, Decision.HOLD)
    phases.move(desk, stream, rules.held_start(stream.starts_at, desk.now, span))
    lines = roll.latest_lines(desk, stream)
    silent = [line for line in rules.unready(lines) if rules.due_to_ask(line, desk.now)]
    roll.ask(desk, stream, silent, desk.now)
    decision.again(desk, stream, gate, rules.halfway(desk.now, span))
    if not holding.waiting(desk, stream, lines):
        on = {"subject": stream.id, "stream_id": stream.id, "answers": {"gate": gate.id}}
        desk.ask("ready.held", desk.person, desk.team_of(stream), **on)
    waited.tell_group(desk, stream, gate, lines)
    asked = {line.person_id for line in silent if line.muted_by is None}
    waited.tell(desk, stream, gate, lines, but=asked)
    decision.show(desk, stream, gate)
    desk.toast(rehearsed(stream, w("ready-toast-hold", at=HourMinute(rules.halfway(desk.now, span)))))


def held_for(desk: Desk, talk: Conversation) -> None:
    """Nothing was missing, and whoever held it says why: the crew reads it on the roll."""
    gate, why = desk.get(Gate, talk.answers["gate"]), talk.answers["why"]
    gate.why = why or ""
    stream = desk.get(Stream, gate.stream_id)
    if why:
        desk.log("ready-log-held-why", team_id=stream.team_id, stream_id=stream.id, why=why)
    decision.show(desk, stream, gate)
    desk.reply(rehearsed(stream, w("ready-on-the-roll")) if why else rehearsed(stream, w("ready-held-left")))


def no_go(desk: Desk, gate: Gate) -> None:
    """[NO-GO]: nothing is decided before it is clear what becomes of the show."""
    _turn(desk, gate, Turn.NO_GO)


def cancel(desk: Desk, gate: Gate) -> None:
    _turn(desk, gate, Turn.CANCEL)


def back(desk: Desk, gate: Gate) -> None:
    _turn(desk, gate, Turn.ASKED)


def cancel_really(desk: Desk, gate: Gate) -> None:
    stream = decision.in_hand(desk, gate)
    if stream is None:
        return
    decision.decide(desk, stream, gate, Decision.CANCELLED)
    decision.tell_everyone(desk, stream, w("ready-told-cancelled", title=stream.title, who=desk.person))
    phases.enter(desk, stream, Phase.CANCELLED)
    decision.show(desk, stream, gate)


def _turn(desk: Desk, gate: Gate, turn: Turn) -> None:
    if stream := decision.in_hand(desk, gate):
        gate.turn = turn
        if turn is Turn.ASKED and gate.decision is Decision.GO:
            desk.acknowledge("ready.gate", stream.id)
        else:
            decision.ask_on(desk, stream)
        decision.show(desk, stream, gate)


def _go(desk: Desk, stream: Stream, gate: Gate, *, logged: bool = False) -> None:
    red = len(gates.reds(desk, stream, roll.latest_lines(desk, stream)))
    decision.decide(desk, stream, gate, Decision.GO, logged=logged)
    word = "ready-told-override" if red else "ready-told-go"
    decision.tell(desk, stream, w(word, title=stream.title, who=desk.person, at=HourMinute(stream.starts_at), red=red))
    decision.show(desk, stream, gate)
