"""Ready: the roll call, the gate that decides, the real start, and the wrap."""

from pathlib import Path

from bot.crew import Stream
from bot.flow import Command, Flow, Press, Typed
from flows.ready import (
    absence,
    air,
    answering,
    asked,
    cues,
    early,
    gate,
    moving,
    relief,
    showing,
    stand_in,
    uncalled,
    wrapping,
)
from flows.ready.tables import Gate, Lateness, Override, RollCall, RollLine
from flows.ready.walks import WALKS

flow = Flow(
    name="ready",
    folder=Path(__file__).parent,
    points_changed=gate.follow,
    commands={
        "ready": Command(answering.ready_command),
        "golive": Command(air.golive_command),
        "wrap": Command(uncalled.wrap_command),
    },
    presses={
        "yes": Press(answering.yes, RollCall),
        "no": Press(answering.no, RollCall),
        "for": Press(answering.answer_for, RollLine),
        "asked": Press(asked.who_was_asked, RollLine),
        "gate_asked": Press(asked.who_was_asked_to_decide, Gate),
        "mute": Press(asked.mute, RollLine),
        "unmute": Press(asked.unmute, RollLine),
        "take": Press(stand_in.take, RollLine),
        "after_all": Press(relief.after_all, RollLine),
        "go": Press(gate.go, Gate),
        "hold": Press(gate.hold, Gate),
        "no_go": Press(gate.no_go, Gate),
        "move": Press(moving.move, Gate),
        "cancel": Press(gate.cancel, Gate),
        "cancel_really": Press(gate.cancel_really, Gate),
        "back": Press(gate.back, Gate),
        "live": Press(air.live, Stream),
        "live_sure": Press(air.live_sure, Stream),
        "live_slip": Press(air.live_slip, Stream),
        "not_on_air": Press(early.not_on_air, Stream),
        "live_anyway": Press(air.live_anyway, Stream),
        "not_live": Press(air.not_live, Stream),
        "wrap": Press(wrapping.wrap, Stream),
        "wrap_anyway": Press(wrapping.wrap_anyway, Stream),
        "not_wrap": Press(wrapping.not_wrap, Stream),
        "since": Press(uncalled.since, Stream),
        "since_when": Press(uncalled.since_when, Stream),
        "off": Press(uncalled.off, Stream),
        "off_back": Press(uncalled.back, Stream),
        "off_really": Press(uncalled.off_really, Stream),
    },
    walks=WALKS,
    cues=cues.KINDS,
    plan=cues.plan,
    changed=cues.changed,
    told=showing.told,
    panel=showing.panel,
    board=showing.board,
    report=showing.report,
    help=showing.help_lines,
    missed=absence.missed,
    came=absence.came,
    unheard=absence.unheard,
    typed=[
        Typed(RollLine, "person_id", ("why",)),
        Typed(Gate, "decided_by", ("why",)),
        Typed(Override, "person_id", ("reason",)),
        Typed(Lateness, "person_id", ("reason",)),
    ],
)
