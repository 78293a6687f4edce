"""After midnight `tomorrow` may mean the day that has begun: the plan says its date, and offers today's."""

from datetime import datetime

from bot import zones
from bot.desk import Desk
from bot.flow import Choice
from bot.replies import Conversation
from bot.words import HourMinute, Piece, w
from flows.plan import rules

TODAY = "today"


def other(desk: Desk, text: str, start: datetime) -> dict[str, str | None]:
    """Among the answers: the same hour today, where tomorrow was typed in the small hours."""
    said = text.casefold()
    named = any(word in said for word in desk.house.synonyms("plan-says-tomorrow"))
    sooner = rules.a_day_sooner(start, desk.now, zones.typed_in(desk)) if named else None
    return {TODAY: sooner.isoformat() if sooner else None}


def lines(desk: Desk, talk: Conversation) -> list[Piece]:
    """Which day it was read as."""
    offered = _offered(talk)
    return [w("plan-small-hours", now=HourMinute(desk.now))] if offered else []


def choices(talk: Conversation) -> list[Choice]:
    offered = _offered(talk)
    return [Choice(TODAY, w("plan-today", at=offered))] if offered else []


def take_today(talk: Conversation, answer: str = "start") -> None:
    """That is the answer to when it is, or where it moves to."""
    if offered := _offered(talk):
        talk.answers = {**talk.answers, answer: offered.isoformat(), TODAY: None}


def _offered(talk: Conversation) -> datetime | None:
    said = talk.answers.get(TODAY)
    return datetime.fromisoformat(said) if said else None
