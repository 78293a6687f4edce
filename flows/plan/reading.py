"""What is typed as a title, a goal or a length, whether a show is being planned or is planned already."""

from datetime import datetime, timedelta

from bot import zones
from bot.dates import read_until
from bot.desk import Desk
from bot.flow import Choice
from bot.replies import Reply, Unclear
from bot.words import Words, w
from flows.plan import one_line, rules

GOAL_LIMIT = 80
HOURS = (1, 2, 3, 4)


def line(reply: Reply, limit: int) -> str:
    """One line of free text."""
    text = " ".join(reply.text.split())
    if not text:
        raise Unclear(w("talk-text-please"))
    if len(text) > limit:
        raise Unclear(w("talk-too-long", limit=limit, length=len(text)))
    return text


def goal(reply: Reply, hint: Words) -> str:
    """A goal without a number is asked again, with a hint that names what can be pressed there."""
    text = line(reply, GOAL_LIMIT)
    if not rules.has_number(text):
        raise Unclear(hint)
    return text


def lengths() -> list[Choice]:
    return [Choice(str(hours * 60), w("plan-hours", length=timedelta(hours=hours))) for hours in HOURS]


def length(desk: Desk, reply: Reply, start: datetime) -> int:
    """Minutes on air: a length, or until when; never what is counted from now."""
    if reply.choice is not None and reply.choice.isdigit():
        return fitting(timedelta(minutes=int(reply.choice)))
    found, said = read_until(reply.text, start, zones.typed_in(desk)), reply.understood
    if found is None and said and said.exact and not said.span:
        found = said.length
    found = rules.bare_hours(reply.text) if found is None else found
    if found is None:
        raise Unclear(w("plan-length-unclear"))
    return fitting(found)


def fitting(length: timedelta) -> int:
    if problem := one_line.length_problem(length):
        raise Unclear(problem)
    return one_line.minutes(length)
