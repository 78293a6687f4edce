"""What somebody writes as the proof of an item may be the goal that the show still lacks."""

from bot.crew import AHEAD, Stream
from bot.desk import Desk
from flows.plan import amending, reading, rules


def proved(desk: Desk, stream: Stream, key: str, text: str) -> None:
    """Only one short line with a number, as a goal is; what a lead has set stays."""
    line, said = desk.house.playbook_of(stream).item(key), text.strip()
    fits = "\n" not in said and len(said) <= reading.GOAL_LIMIT and rules.has_number(said)
    if line and line.fills == "goal" and fits and not stream.goal and stream.phase in AHEAD:
        amending.change(desk, stream, "goal", said)
