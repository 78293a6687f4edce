"""Duty: who holds which seat now, and the two-sided hand-off from one person to the next."""

from pathlib import Path

from bot.crew import Stream
from bot.flow import Command, Flow, Press, Typed
from flows.duty import account, book, conversation, cues, laying, paging, pledges, shifts, taking, telling, walks
from flows.duty.tables import HandOff, HandOffQuestion, Promise, Shift

flow = Flow(
    name="duty",
    folder=Path(__file__).parent,
    commands={
        "now": Command(conversation.now),
        "handoff": Command(conversation.hand_off),
        "take": Command(taking.take),
    },
    presses={
        "now": Press(conversation.now_toast, Stream),
        "handoff": Press(conversation.hand_off_board, Stream),
        "start": Press(conversation.start, Shift),
        "to": Press(conversation.to, Shift),
        "accept": Press(conversation.accept, HandOff),
        "ask": Press(conversation.ask, HandOff),
        "decline": Press(conversation.decline, HandOff),
        "instead": Press(conversation.decline, HandOff),
        "fill": Press(conversation.fill, HandOff),
        "seen": Press(paging.seen, HandOff),
        "asked": Press(account.who_was_asked, HandOff),
        "take": Press(taking.ask_first, Shift),
        "taken": Press(taking.taken, Shift),
        "leave": Press(taking.leave, Shift),
        "kept": Press(pledges.kept, Promise),
        "promise_asked": Press(pledges.who_was_asked, Promise),
    },
    walks={"card": walks.CARD, "ask": walks.ASK, "answer": walks.ANSWER},
    cues=cues.KINDS,
    plan=laying.follow_crew,
    changed=cues.changed,
    told=telling.told,
    panel=telling.panel,
    board=telling.board,
    report=telling.report,
    measure=telling.measure,
    open_points=telling.open_points,
    may=telling.may,
    on_air=shifts.on_air,
    on_duty=shifts.on_duty,
    served=shifts.served,
    turns=laying.turns,
    came=book.came,
    help=telling.help_lines,
    typed=[
        Typed(HandOff, "answerer_id", ("answers",)),
        Typed(HandOffQuestion, "asker_id", ("text",)),
        Typed(HandOffQuestion, "answered_by", ("answer",)),
    ],
)
