"""The decisions about actions: when they are due and asked for, in which order they stand, whose shows they concern."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from math import inf
from zoneinfo import ZoneInfo

from flows.action.tables import Action, State

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MORNING = time(10)
"""When people are asked on the day."""
OFTEN = 4
"""How often an owner is asked before the lead is told."""
LONGEST = 300


def first_asked(due: datetime, zone: str, *, for_next_show: bool) -> datetime:
    """In the morning of the day. What is for a show is asked for by its checklist; here only if it is open the day after."""
    local = due.astimezone(ZoneInfo(zone))
    day = local.date() + DAY if for_next_show else local.date()
    morning = datetime.combine(day, MORNING, ZoneInfo(zone))
    return (morning if for_next_show or morning <= local else local).astimezone(due.tzinfo)


def due_on(action: Action, starts_at: datetime) -> datetime:
    """When it is due on a show's checklist: when its own card says so."""
    return starts_at if action.for_next_show or action.due_at is None else action.due_at


def owner_gives_up(action: Action) -> bool:
    """Whether the owner was asked often enough: the lead hears of it now."""
    return action.asked >= OFTEN


def in_order(actions: Iterable[Action]) -> list[Action]:
    """The soonest due first; those for a show that is not planned yet at the end."""
    return sorted(actions, key=lambda action: (action.due_at.timestamp() if action.due_at else inf, action.id))


def is_overdue(action: Action, now: datetime) -> bool:
    return action.state is State.OPEN and action.due_at is not None and action.due_at <= now


def is_settled(action: Action, now: datetime) -> bool:
    """Whether it can be said that it was tried or not: nobody has, as long as there is time for it."""
    return action.state in (State.DONE, State.DROPPED, State.PASSED) or is_overdue(action, now)


def from_last_time(action: Action, stream_id: int, before_id: int | None) -> bool:
    """Whether a review has to say what became of it: made at the show before, or on this show's checklist."""
    decided = action.state in (State.OPEN, State.DONE, State.DROPPED)
    return decided and (stream_id in action.stood_on or (before_id is not None and action.stream_id == before_id))


def owners_offered(first: Sequence[int], crew: Sequence[int], limit: int) -> list[int]:
    """Whom to offer as owner: first whoever was named or said it, then the crew."""
    return list(dict.fromkeys([*first, *crew]))[:limit]


def named(said: str, called: Mapping[int, Sequence[str]]) -> list[int]:
    """Who is named in what was said, by all that each is called."""
    text = said.replace("’", "'")
    return [who for who, names in called.items() if any(_names(text, name) for name in names)]


def _names(text: str, name: str) -> bool:
    """A Latin name stands as it is written, with no letter beside it, and is not whose something is; one character alone
    may be a part of any word."""
    if len(name) < 2 or not name.isascii():
        return len(name) > 1 and name in text
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9]|'s)", text) is not None
