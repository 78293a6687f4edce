"""The show log, read and written by the crew: what happened in a show, who did it, and when."""

from pathlib import Path

from bot.crew import Stream
from bot.flow import Command, Flow, Press
from flows.record import conversation

flow = Flow(
    name="record",
    folder=Path(__file__).parent,
    commands={"log": Command(conversation.log)},
    presses={"page": Press(conversation.page, Stream)},
    help=conversation.help_lines,
)
