"""The lead's decision: GO, also over something red; HOLD; NO-GO, which moves or cancels the show."""

from datetime import datetime

from bot import conversation, phases, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.desk import Desk
from bot.replies import Conversation
from bot.words import HourMinute, Piece, Words, w
from flows.ready import gate_cards, holding, roll, rules
from flows.ready.tables import Decision, Gate, Override, Turn


def begin(desk: Desk, stream: Stream) -> Gate:
    """The gate that is open, or the next one."""
    gate = roll.newest_gate(desk, stream)
    if gate and gate.decision is Decision.OPEN:
        return gate
    desk.touch(stream)
    return desk.add(Gate(stream_id=stream.id, number=gate.number + 1 if gate else 1, opened_at=desk.now))


def go(desk: Desk, gate: Gate) -> None:
    """[GO]: at once if nothing is red, else after a reason."""
    stream = _in_hand(desk, gate)
    if stream is None:
        return
    if gate.decision is Decision.GO:
        desk.toast(_settled(desk, gate))
    elif gate_cards.reds(desk, stream, roll.latest_lines(desk, stream)):
        conversation.close_all(desk, "ready.override", gate.id)
        desk.ask("ready.override", desk.person, desk.team_of(stream), subject=gate.id, stream_id=stream.id)
        desk.toast(w("ready-toast-reason"))
    else:
        _go(desk, stream, gate)
        desk.toast(w("ready-toast-go"))


def override(desk: Desk, talk: Conversation) -> None:
    """The reason is given: GO over what is red, under the name of who gave it."""
    gate = desk.get(Gate, talk.subject)
    stream = desk.get(Stream, gate.stream_id)
    place = desk.private(desk.person, desk.team_of(stream))
    if gate.decision is not Decision.OPEN or stream.phase is not Phase.STANDBY:
        desk.say(place, _settled(desk, gate))
        return
    keep_override(desk, stream, gate, talk.answers["reason"])
    _go(desk, stream, gate)
    desk.say(place, w("ready-override-kept"))


def keep_override(desk: Desk, stream: Stream, gate: Gate | None, reason: str = "") -> None:
    """Put it under the name of whoever took it upon themselves; without a gate there was no GO at all."""
    reds = gate_cards.reds(desk, stream, roll.latest_lines(desk, stream))
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
    """[HOLD]: the show moves a little, every Ready stays, the others are asked again, and the gate comes back."""
    stream = _in_hand(desk, gate)
    if stream is None:
        return
    span = desk.house.playbook_of(stream).gate.hold
    _decide(desk, stream, gate, Decision.HOLD)
    phases.move(desk, stream, rules.held_start(stream.starts_at, desk.now, span))
    missing = rules.unready(roll.latest_lines(desk, stream))
    for line in missing:
        line.anew = True
    roll.ask(desk, stream, missing, desk.now)
    again(desk, stream, gate, rules.halfway(desk.now, span))
    waiting = holding.waiting(desk, stream, missing)
    if not waiting:
        about = {"subject": stream.id, "stream_id": stream.id, "answers": {"gate": gate.id}}
        desk.ask("ready.held", desk.person, desk.team_of(stream), **about)
    told = w("ready-told-hold", title=stream.title, who=desk.person, at=HourMinute(stream.starts_at))
    _tell(desk, stream, told, *waiting, roll.next_decision(desk, stream, gate))
    _show(desk, stream, gate)
    desk.toast(w("ready-toast-hold", at=HourMinute(rules.halfway(desk.now, span))))


def held_for(desk: Desk, talk: Conversation) -> None:
    """Nothing was missing, and whoever held it says why: the crew reads it on the roll."""
    gate, why = desk.get(Gate, talk.answers["gate"]), talk.answers["why"]
    gate.why = why or ""
    _show(desk, desk.get(Stream, gate.stream_id), gate)
    desk.reply(w("ready-on-the-roll") if why else w("ready-held-left"))


def again(desk: Desk, stream: Stream, gate: Gate, at: datetime) -> None:
    """Ask for the next decision at that time, and not when the playbook would."""
    desk.drop("ready.gate", stream.id)
    desk.cue("ready.gate", stream.id, team_id=stream.team_id, stream=stream, at=at, note=f"after-{gate.number}")


def no_go(desk: Desk, gate: Gate) -> None:
    """[NO-GO]: nothing is decided before it is clear what becomes of the show."""
    _turn(desk, gate, Turn.NO_GO)


def cancel(desk: Desk, gate: Gate) -> None:
    _turn(desk, gate, Turn.CANCEL)


def back(desk: Desk, gate: Gate) -> None:
    _turn(desk, gate, Turn.ASKED)


def cancel_really(desk: Desk, gate: Gate) -> None:
    stream = _in_hand(desk, gate)
    if stream is None:
        return
    _decide(desk, stream, gate, Decision.CANCELLED)
    _tell_everyone(desk, stream, w("ready-told-cancelled", title=stream.title, who=desk.person))
    phases.enter(desk, stream, Phase.CANCELLED)
    _show(desk, stream, gate)


def move(desk: Desk, gate: Gate) -> None:
    """[Move]: ask in private for the new start."""
    stream = _in_hand(desk, gate)
    if stream is None:
        return
    conversation.close_all(desk, "ready.move", gate.id)
    desk.ask("ready.move", desk.person, desk.team_of(stream), subject=gate.id, stream_id=stream.id)
    desk.toast(w("ready-toast-when"))


def moved(desk: Desk, talk: Conversation) -> None:
    """The new start is known: NO-GO for now, and everything moves with it."""
    gate = desk.get(Gate, talk.subject)
    stream = desk.get(Stream, gate.stream_id)
    if not rules.may_still_change(gate) or stream.phase is not Phase.STANDBY:
        desk.say(desk.private(desk.person, desk.team_of(stream)), _settled(desk, gate))
        return
    _decide(desk, stream, gate, Decision.MOVED)
    phases.move(desk, stream, datetime.fromisoformat(talk.answers["when"]))
    if stream.phase is Phase.STANDBY and roll.decide_at(desk, stream) <= desk.now:
        again(desk, stream, gate, rules.halfway(desk.now, stream.starts_at - desk.now))
    _tell_everyone(desk, stream, w("ready-told-moved", title=stream.title, who=desk.person, at=stream.starts_at))
    _show(desk, stream, gate)


def lapse(desk: Desk, stream: Stream) -> None:
    """Whatever is asked is no longer asked; a GO for a start that has moved no longer holds."""
    gate = roll.newest_gate(desk, stream)
    desk.drop("ready.gate", stream.id)
    if gate is None or not rules.may_still_change(gate):
        return
    if gate.decision is Decision.OPEN or stream.phase in AHEAD:
        gate.decision = Decision.LAPSED
    _withdraw(desk, gate)
    gate_cards.show(desk, stream, gate, roll.latest_lines(desk, stream))


def deciders(desk: Desk, stream: Stream) -> list[Person]:
    """Who may decide besides leads: whoever holds the playbook's role for it."""
    return list(roster.holders(desk, stream, desk.house.playbook_of(stream).go))


def _in_hand(desk: Desk, gate: Gate) -> Stream | None:
    """The stream, if this person may decide and there still is something to decide."""
    stream = desk.get(Stream, gate.stream_id)
    if not roster.may_act(desk, stream, deciders(desk, stream)):
        desk.refuse(w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0]))
    if rules.may_still_change(gate) and stream.phase is Phase.STANDBY:
        return stream
    desk.toast(_settled(desk, gate))
    return None


def _settled(desk: Desk, gate: Gate) -> Words:
    return w("ready-gate-settled", decision=gate_cards.decided(desk, gate))


def _turn(desk: Desk, gate: Gate, turn: Turn) -> None:
    if stream := _in_hand(desk, gate):
        gate.turn = turn
        desk.acknowledge("ready.gate", stream.id)
        _show(desk, stream, gate)


def _go(desk: Desk, stream: Stream, gate: Gate) -> None:
    red = len(gate_cards.reds(desk, stream, roll.latest_lines(desk, stream)))
    _decide(desk, stream, gate, Decision.GO)
    word = "ready-told-override" if red else "ready-told-go"
    _tell(desk, stream, w(word, title=stream.title, who=desk.person, at=HourMinute(stream.starts_at), red=red))
    _show(desk, stream, gate)


def _decide(desk: Desk, stream: Stream, gate: Gate, decision: Decision) -> None:
    lines = roll.latest_lines(desk, stream)
    gate.decision = decision
    gate.score = rules.score(lines, len(gate_cards.points(desk, stream)))
    gate.decided_at, gate.decided_by = desk.now, desk.person.id
    desk.acknowledge("ready.gate", stream.id)
    _withdraw(desk, gate)
    desk.log(f"ready-log-{decision}", team_id=stream.team_id, stream_id=stream.id, score=gate.score)


def _withdraw(desk: Desk, gate: Gate) -> None:
    """Nobody is asked anything more about this gate."""
    gate.turn = Turn.ASKED
    conversation.close_all(desk, "ready.held", gate.stream_id)
    for walk in ("ready.override", "ready.move"):
        conversation.close_all(desk, walk, gate.id)


def _tell(desk: Desk, stream: Stream, *words: Piece) -> None:
    desk.say(desk.group(desk.team_of(stream)), *words)


def _tell_everyone(desk: Desk, stream: Stream, words: Words) -> None:
    """The group, and each of the crew in private: whoever is on the way must not learn it at the door. Who is asked
    for another day reads it with the question."""
    _tell(desk, stream, words)
    asked = {seat.person_id for seat in roster.seats(desk, stream) if seat.asked_at == desk.now}
    for person in roster.crew(desk, stream):
        if person.id != desk.person.id and person.id not in asked:
            desk.say(desk.private(person, desk.team_of(stream)), words)


def _show(desk: Desk, stream: Stream, gate: Gate) -> None:
    """The gate's cards, and the roll's, which names the decision."""
    gate_cards.show(desk, stream, gate, roll.latest_lines(desk, stream))
    if open_roll := roll.current(desk, stream):
        roll.refresh(desk, stream, open_roll)
    desk.touch(stream)
