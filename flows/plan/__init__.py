"""A show is planned: title, time and crew; everyone is asked; it moves or is called off with one word to each."""

from pathlib import Path

from bot.crew import Assignment, Stream, Team
from bot.flow import Command, CueKind, Flow, Press
from flows.plan import (
    answering,
    calling_off,
    changing,
    conversation,
    crewing,
    cues,
    leading,
    missing,
    moving,
    posting,
    rehearsing,
    repeating,
    streams,
    telling,
)

flow = Flow(
    name="plan",
    folder=Path(__file__).parent,
    commands={
        "new": Command(conversation.new, lead=True),
        "streams": Command(streams.streams),
        "board": Command(posting.board),
        "move": Command(streams.move, lead=True, hidden=True),
    },
    presses={
        "new": Press(conversation.press_new, Team, lead=True),
        "page": Press(streams.page, Team),
        "card": Press(streams.card, Stream),
        "accept": Press(answering.accept, Stream),
        "decline": Press(answering.decline, Stream),
        "suggest": Press(answering.suggest, Stream),
        "suggested": Press(answering.suggested, Assignment),
        "claim": Press(answering.claim, Assignment),
        "crew": Press(changing.crew, Stream, lead=True),
        "back": Press(changing.back, Stream, lead=True),
        "seat": Press(changing.seat, Assignment, lead=True),
        "pick": Press(changing.pick, Assignment, lead=True),
        "add": Press(changing.add, Stream, lead=True),
        "added": Press(changing.added, Stream, lead=True),
        "out": Press(changing.out, Assignment, lead=True),
        "lead": Press(leading.choose, Stream, lead=True),
        "led": Press(leading.lead, Stream, lead=True),
        "deputy": Press(leading.deputy, Stream, lead=True),
        "repeat": Press(repeating.repeat, Stream, lead=True),
        "rehearse": Press(rehearsing.rehearse, Stream, lead=True),
        "stop": Press(repeating.stop, Stream, lead=True),
        "onward": Press(changing.onward, Assignment, lead=True),
        "move": Press(moving.move, Stream, lead=True),
        "cancel": Press(calling_off.cancel, Stream, lead=True),
    },
    walks={"new": conversation.walk, "move": moving.walk, "cancel": calling_off.walk},
    cues={
        "chase": CueKind(cues.give_chase),
        "silent": CueKind(cues.give_silent),
        "repeat": CueKind(repeating.give_repeat),
    },
    plan=cues.plan,
    changed=telling.changed,
    panel=telling.panel,
    board=telling.board,
    open_points=telling.open_points,
    report=telling.report,
    help=telling.helps,
    may=crewing.may,
    missed=missing.missed,
)
