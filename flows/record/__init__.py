"""The show log, read and written by the crew: what happened in a show, who did it, and when."""

from pathlib import Path

from bot.crew import LogEntry, Stream
from bot.flow import Command, Flow, Press
from flows.record import conversation, correcting, decided, noting

flow = Flow(
    name="record",
    folder=Path(__file__).parent,
    commands={"log": Command(conversation.log)},
    presses={
        "page": Press(conversation.page, Stream),
        "pick": Press(correcting.pick, Stream),
        "correct": Press(correcting.correct, LogEntry),
    },
    walks={"note": noting.WALK, "correct": correcting.WALK},
    decisions=decided.decisions,
    help=conversation.help_lines,
)
