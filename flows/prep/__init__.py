"""Preparation: the checklist of a stream; each item's owner is asked at its time, and silence goes up the chain."""

from pathlib import Path

from bot.crew import Stream, Team
from bot.flow import Command, Flow, Press, Typed
from flows.prep import (
    adding,
    asked,
    chains,
    conversation,
    cues,
    keeping,
    laying,
    looking,
    mine,
    missing,
    telling,
    typed,
    walks,
)
from flows.prep.tables import Item

flow = Flow(
    name="prep",
    folder=Path(__file__).parent,
    commands={
        "todo": Command(looking.todo, team=False),
        "prep": Command(looking.prep),
        "item": Command(typed.command),
        "chain": Command(chains.command, lead=True),
    },
    presses={
        "done": Press(conversation.done, Item),
        "all": Press(conversation.all_of_these, Stream),
        "blocked": Press(conversation.blocked, Item),
        "stuck": Press(conversation.stuck, Stream),
        "unblock": Press(conversation.unblock, Item),
        "sort": Press(conversation.sort_out, Item),
        "skip": Press(conversation.skip, Item),
        "give": Press(conversation.give, Item),
        "undo": Press(conversation.undo, Item),
        "later": Press(conversation.later, Item),
        "snooze": Press(conversation.snooze, Item),
        "back": Press(conversation.back, Item),
        "asked": Press(asked.who_was_asked, Item),
        "mute": Press(asked.mute, Item),
        "unmute": Press(asked.unmute, Item),
        "proof": Press(asked.proof, Item),
        "chain": Press(chains.change, Item),
        "card": Press(looking.open_card, Item),
        "mine": Press(looking.from_board, Stream),
        "turn": Press(mine.turn, Team),
        "sheet": Press(looking.sheet, Stream),
        "add": Press(adding.press, Stream),
        "unadd": Press(keeping.take_back, Item),
        "order": Press(chains.again, Team, lead=True),
    },
    walks=walks.WALKS,
    cues=cues.KINDS,
    plan=laying.plan,
    changed=laying.changed,
    told=telling.told,
    panel=telling.panel,
    board=telling.board,
    report=telling.report,
    measure=telling.measure,
    open_points=telling.open_points,
    missed=missing.missed,
    involved=telling.involved,
    stand_ins=chains.stand_ins,
    help=telling.help_lines,
    typed=[Typed(Item, "done_by", ("why", "proof_text", "proof_file"))],
)
