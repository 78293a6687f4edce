"""What every decision at the gate has in common: who may take it, that it is kept and shown, and who hears of it."""

from datetime import datetime

from bot import conversation, cues, roster
from bot.crew import AHEAD, Phase, Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.replies import Conversation
from bot.words import Piece, Words, w
from flows.ready import early, gate_cards, gates, roll, rules
from flows.ready.tables import Decision, Gate, Turn


def still_decides(desk: Desk, talk: Conversation) -> bool:
    """Whether the one who is asked leads still, or holds that role still."""
    stream = desk.get(Stream, talk.stream_id)
    holding = {person.id for person in gate_cards.deciders(desk, stream)}
    return talk.person_id in holding or roster.decides(desk, stream, talk.person_id)


def in_hand(desk: Desk, gate: Gate) -> Stream | None:
    """The stream, if this person may decide and there still is something to decide."""
    stream = desk.get(Stream, gate.stream_id)
    if not roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    if rules.may_still_change(gate) and stream.phase is Phase.STANDBY:
        return stream
    desk.toast(settled(desk, gate))
    return None


def settled(desk: Desk, gate: Gate) -> Words:
    stream = desk.get(Stream, gate.stream_id)
    return rehearsed(stream, w("ready-gate-settled", decision=gate_cards.decided(desk, gate)))


def decide(desk: Desk, stream: Stream, gate: Gate, decision: Decision, *, logged: bool = False) -> None:
    """`logged`: a line of its own tells it already."""
    lines = roll.latest_lines(desk, stream)
    gate.decision = decision
    gate.ready, gate.seats = len(rules.ready(lines)), len(lines)
    gate.decided_at, gate.decided_by = desk.now, desk.person.id
    desk.acknowledge("ready.gate", stream.id)
    withdraw(desk, gate)
    early.close(desk, stream, w("ready-early-decided", title=stream.title, decision=gate_cards.decided(desk, gate)))
    if not logged:
        about = {"ready": gate.ready, "seats": gate.seats}
        desk.log(f"ready-log-{decision}", team_id=stream.team_id, stream_id=stream.id, **about)


def withdraw(desk: Desk, gate: Gate) -> None:
    """Nobody is asked anything more about this gate."""
    gate.turn = Turn.ASKED
    conversation.close_all(desk, "ready.held", gate.stream_id)
    conversation.close_all(desk, ("ready.override", "ready.move"), gate.id)


def again(desk: Desk, stream: Stream, gate: Gate, at: datetime) -> None:
    """Ask for the next decision at that time, and not when the playbook would."""
    desk.drop("ready.gate", stream.id)
    desk.cue("ready.gate", stream.id, team_id=stream.team_id, stream=stream, at=at, note=f"after-{gate.number}")


def ask_on(desk: Desk, stream: Stream) -> None:
    """Whoever presses has the question before their eyes, or what follows from it; should they say no more, the others
    are asked."""
    desk.acknowledge("ready.gate", stream.id)
    note, at = f"on-{len(gate_cards.askings(desk, stream))}", cues.waits_until(desk, stream)
    cue = desk.cue("ready.gate", stream.id, team_id=stream.team_id, stream=stream, at=at, note=note)
    if cue:
        cue.round, cue.asked, cue.person_id = 1, [desk.person.id], desk.person.id


def lapse(desk: Desk, stream: Stream) -> None:
    """Whatever is asked is no longer asked; a GO for a start that has moved no longer holds."""
    gate = gates.newest(desk, stream)
    desk.drop("ready.gate", stream.id)
    if gate is None or not rules.may_still_change(gate):
        return
    if gate.decision is Decision.OPEN or stream.phase in AHEAD:
        gate.decision = Decision.LAPSED
    withdraw(desk, gate)
    gate_cards.show(desk, stream, gate, roll.latest_lines(desk, stream))


def tell(desk: Desk, stream: Stream, *words: Piece) -> None:
    desk.say(desk.group(desk.team_of(stream)), *words)


def tell_everyone(desk: Desk, stream: Stream, words: Words) -> None:
    """The group, and in private each who has something to do with the show. Who is asked for another day reads it with the
    question."""
    tell(desk, stream, words)
    asked = {seat.person_id for seat in roster.seats(desk, stream) if seat.asked_at == desk.now}
    for person in roster.concerned(desk, stream):
        if person.id != desk.person.id and person.id not in asked:
            desk.say(desk.private(person, desk.team_of(stream)), words)


def show(desk: Desk, stream: Stream, gate: Gate) -> None:
    """The gate's cards, and the roll's, which names the decision."""
    gate_cards.show(desk, stream, gate, roll.latest_lines(desk, stream))
    if open_roll := roll.current(desk, stream):
        roll.refresh(desk, stream, open_roll)
    desk.touch(stream)
