"""When the roll opens, the gate is asked, and the air is asked about; and what each says if it is still true."""

from collections.abc import Sequence
from dataclasses import replace

from bot import asking, phases, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.cues import Call, Cue, From
from bot.desk import Desk
from bot.flow import Button, Change, CueKind, Late, Moved
from bot.words import HourMinute, Words, w
from flows.ready import (
    air,
    anyone,
    calling,
    cards,
    chasing,
    decision,
    gate,
    gate_cards,
    gates,
    roll,
    rules,
    seating,
    silent,
    twice,
    uncalled,
    wrapping,
)
from flows.ready.tables import Decision, RollCall, RollLine, Turn


def plan(desk: Desk, stream: Stream) -> None:
    """Roll call, gate, "are we live?" and "is it over?", counted as the playbook says."""
    desk.read_ahead(stream, "ready")
    gates = desk.house.playbook_of(stream).gate
    for kind, offset in (("ready.roll", gates.roll_call), ("ready.gate", gates.decide)):
        counted = From.START if offset.base == "start" else From.END
        desk.cue(kind, stream.id, team_id=stream.team_id, stream=stream, counted=counted, offset=offset.by)
    _plan_live(desk, stream)
    wrapping.plan_wrap(desk, stream)


def _plan_live(desk: Desk, stream: Stream) -> None:
    ask = rules.LIVE_ASK
    desk.cue("ready.live", stream.id, team_id=stream.team_id, stream=stream, counted=From.START, offset=ask)


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """Keep roll and gate in step with the stream."""
    if change is Change.MOVED or (change is Change.PHASE and stream.phase not in AHEAD):
        uncalled.withdraw(desk, stream)
    if change in (Change.CREW, Change.DETAILS, Change.READERS):
        roll.follow_crew(desk, stream)
    elif change is Change.MOVED:
        _moved(desk, stream)
    elif stream.phase is Phase.PREP:
        plan(desk, stream)
    elif stream.phase not in AHEAD:
        _begun(desk, stream)


def _begun(desk: Desk, stream: Stream) -> None:
    """On air, over or cancelled: nothing that was asked ahead of the show matters any more."""
    decision.lapse(desk, stream)
    roll.close(desk, stream)
    desk.drop("ready.roll", stream.id)
    desk.drop("ready.live", stream.id)
    if stream.phase is Phase.LIVE:
        wrapping.plan_wrap(desk, stream)
    else:
        desk.drop("ready.wrap", stream.id)
    twice.begun(desk, stream)
    if stream.phase is Phase.CANCELLED:
        desk.show(air.live_card(stream), uncalled.became(stream))


def _moved(desk: Desk, stream: Stream) -> None:
    """A small move keeps what people said; a big one clears it, and the roll is called again when it is due."""
    if stream.phase not in AHEAD:
        return
    _forget_decision(desk, stream)
    called = roll.current(desk, stream)
    if called and rules.roll_stands(called.starts_at, stream.starts_at, roll.roll_at(desk, stream), desk.now):
        called.starts_at = stream.starts_at
        roll.refresh(desk, stream, called)
    elif called:
        again = roll.roll_at(desk, stream) <= desk.now
        if not again:
            phases.enter(desk, stream, Phase.PREP)
        roll.close(desk, stream)
        if again:
            roll.begin(desk, stream)
    plan(desk, stream)


def _forget_decision(desk: Desk, stream: Stream) -> None:
    """A decision for another start does not hold, once there is time for a new one."""
    found = gates.newest(desk, stream)
    if found and rules.may_still_change(found) and roll.decide_at(desk, stream) > desk.now:
        decision.lapse(desk, stream)


def give_roll(desk: Desk, call: Call) -> bool:
    """Open the roll call."""
    stream = desk.get(Stream, call.cue.subject)
    if stream.phase is not Phase.PREP or roll.current(desk, stream):
        return False
    phases.enter(desk, stream, Phase.STANDBY)
    roll.begin(desk, stream)
    return True


def give_call(desk: Desk, call: Call) -> bool:
    """Ask a seat's holder; after them those who could stand in, the lead, and the group."""
    line = desk.session.get(RollLine, call.cue.subject)
    if line is None:
        return False
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    theirs = roll.party(desk, stream, line)
    if called.closed_at or rules.speaks(theirs).muted_by or not rules.due_to_ask(rules.speaks(theirs), desk.now):
        return False
    chase = chasing.said_now(desk, call, line)
    roll.show_own(desk, stream, called, theirs, chase)
    if call.person is None:
        anyone.ask(desk, stream, called, roll.lines_of(desk, stream, called), theirs)
    elif call.person.id == line.person_id:
        found, rows = roll.own_view(desk, stream, called, theirs, chase)
        desk.ping(call, *found, buttons=rows, card=cards.own_card(called, line.person_id))
        twice.plan(desk, stream, line)
    else:
        missing = rules.unready(theirs)
        found, rows = silent.view(desk, stream, missing)(call.person.id)
        first = replace(call, round=0) if call.cue.asked == [line.person_id] else call  # the card says who is silent
        desk.ping(first, *found, buttons=rows, card=cards.silent_card(line))
    return True


def call_chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    """The holder, then whoever could sit in one of the seats, then the lead."""
    line = desk.session.get(RollLine, cue.subject)
    if line is None:
        return []
    stream = desk.get(Stream, line.stream_id)
    first = [desk.get(Person, line.person_id)] if line.person_id else []
    able = [seating.able(desk, stream, each) for each in rules.unready(roll.party(desk, stream, line))]
    return roster.once([*first, *rules.by_turns(able)])


def give_gate(desk: Desk, call: Call) -> bool:
    """Ask the lead, then the deputy and the other leads, for a decision."""
    stream = desk.get(Stream, call.cue.subject)
    newest = gates.newest(desk, stream)
    settled = newest and newest.decision is Decision.GO and newest.turn is Turn.ASKED
    if stream.phase is not Phase.STANDBY or settled:
        return False
    asked, then, lines = gate.begin(desk, stream), asking.after(desk, call), roll.latest_lines(desk, stream)
    if open_roll := roll.current(desk, stream):
        roll.refresh(desk, stream, open_roll)
    gate_cards.show(desk, stream, asked, lines, then)
    buttons = gate_cards.buttons(desk, stream, asked)
    if call.person:
        found = gate_cards.lines(desk, stream, asked, lines, then)
        desk.ping(call, *found, buttons=buttons, card=gate_cards.card(asked))
    else:
        found = gate_cards.group_lines(desk, stream, asked)
        desk.say(desk.group(desk.team_of(stream)), *found, buttons=buttons, card=gate_cards.group_card(asked))
    return True


def give_live(desk: Desk, call: Call) -> bool:
    """Ask whether the show is on air."""
    stream = desk.get(Stream, call.cue.subject)
    if stream.phase not in (Phase.PREP, Phase.STANDBY) or desk.now < stream.starts_at:
        return False
    asked = w("ready-live-ask", title=stream.title, at=HourMinute(stream.starts_at))
    return _ask_the_air(
        desk, call, air.live_card(stream), asked, air.when_asked(desk, stream, again=bool(call.cue.note))
    )


def give_wrap(desk: Desk, call: Call) -> bool:
    """Ask whether the show is over."""
    stream = desk.get(Stream, call.cue.subject)
    if stream.phase is not Phase.LIVE:
        return False
    over = Button(w("ready-button-wrap"), "ready.wrap", (stream.id,))
    not_yet = Button(w("ready-button-still-not"), "ready.not_wrap", (stream.id,))
    asked = w("ready-wrap-ask", title=stream.title, at=HourMinute(stream.ends_at))
    return _ask_the_air(desk, call, wrapping.wrap_card(stream), asked, [[over, not_yet]])


def _ask_the_air(desk: Desk, call: Call, card: str, asked: Words, buttons: list[list[Button]]) -> bool:
    then = asking.after(desk, call)
    desk.show(card, asked, *then, buttons=buttons)  # whoever was asked before reads who is next now
    if call.person:
        desk.ping(call, asked, *then, buttons=buttons, card=card)
        return True
    stream = desk.get(Stream, call.cue.subject)
    theirs = w("ready-air-theirs", who=gate_cards.called(calling.callers(desk, stream)))
    desk.say(desk.group(desk.team_of(stream)), asked, theirs, buttons=buttons, card=card)
    return True


def _callers(desk: Desk, cue: Cue) -> Sequence[Person]:
    return calling.callers(desk, desk.get(Stream, cue.subject))


def _leads(desk: Desk, cue: Cue) -> Sequence[Person]:
    """Those who lead, then who else may decide."""
    return gate_cards.all_deciders(desk, desk.get(Stream, cue.subject))


KINDS = {
    "roll": CueKind(give_roll, late=Late.SEND, moved=Moved.REPEAT, quiet=False, on_board=True),
    "call": CueKind(give_call, late=Late.SEND, moved=Moved.KEEP, chain=call_chain, quiet=False),
    "again": CueKind(twice.give, late=Late.SEND, moved=Moved.KEEP, quiet=False),
    "gate": CueKind(give_gate, late=Late.SEND, moved=Moved.REPEAT, chain=_leads, quiet=False, on_board=True),
    "live": CueKind(give_live, late=Late.SEND, moved=Moved.REPEAT, chain=_callers, quiet=False, on_board=True),
    "wrap": CueKind(give_wrap, late=Late.SEND, moved=Moved.REPEAT, chain=_callers, quiet=False, on_board=True),
}
