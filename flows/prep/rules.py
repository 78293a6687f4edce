"""Preparation's decisions: when an item is due, how it stands, who may be the second, how long Later may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.minutes import minute
from flows.prep.tables import UNSETTLED, Item, State

EXTRA_LEAD = timedelta(hours=24)
"""How long before it is due an item is asked for that a flow puts on the list."""
KEPT = timedelta(days=3)
"""How long after it was due an item is kept open whose show is over."""
LONGEST = timedelta(days=90)
"""No show older than that is looked through for such items."""
TITLE = 100
"""Characters of an item that was added by hand."""
DELAYS = ((30, 60, 90), (10, 20, 30), (5, 10, 15))
"""Minutes that Later offers: the longest row that still fits."""


class Standing(StrEnum):
    """How an item is shown: the order of the groups on a list."""

    OVERDUE = "overdue"
    BLOCKED = "blocked"
    LISTED = "listed"
    """It came too late to be asked for in time: to be ticked off, and nobody's fault."""
    OPEN = "open"
    SKIPPED = "skipped"
    DONE = "done"
    GONE = "gone"


class Outcome(StrEnum):
    """What became of an item, as the review counts it: each is one of these."""

    IN_TIME = "in-time"
    LATE = "late"
    OPEN = "open"
    """To be done after the show, and not given up yet."""
    SKIPPED = "skipped"
    BLOCKED = "blocked"
    LEFT = "left"
    """Nobody ticked it off."""


PAST_DUE = (Standing.OVERDUE, Standing.LISTED)


@dataclass(frozen=True)
class Dated:
    """An item with its due time as it is now."""

    item: Item
    due: datetime
    standing: Standing
    said: datetime | None
    """When it is due, as people read it: not of what should have been done before its show was planned."""

    @property
    def shown(self) -> str:
        """How a line of a list tells it: what one of two has checked is neither open nor overdue to its owner."""
        return "checked" if waits_for_second(self.item) else str(self.standing)


@dataclass(frozen=True)
class Count:
    """A checklist in figures."""

    total: int
    done: int
    blocked: int
    overdue: int
    skipped: int


def ping_at(item: Item, due: datetime) -> datetime:
    return due - timedelta(seconds=item.lead)


def dated(item: Item, due: datetime, now: datetime, planned_at: datetime) -> Dated:
    return Dated(item, due, _standing(item, due, now), due if due > planned_at else None)


def _standing(item: Item, due: datetime, now: datetime) -> Standing:
    if item.state is not State.OPEN:
        return Standing(item.state)
    if due > now:
        return Standing.OPEN
    return Standing.LISTED if item.short and not item.late_told else Standing.OVERDUE


def in_order(items: Iterable[Dated]) -> list[Dated]:
    """By how they stand; within that carried-over ones first, then by due time, critical before others."""
    rank = list(Standing)
    return sorted(
        (each for each in items if each.item.state is not State.GONE),
        key=lambda each: (rank.index(each.standing), not each.item.first, each.due, not each.item.critical),
    )


def count(items: Sequence[Dated]) -> Count:
    standings = [each.standing for each in items if each.item.state is not State.GONE]
    return Count(
        len(standings),
        *map(
            standings.count,
            (Standing.DONE, Standing.BLOCKED, Standing.OVERDUE, Standing.SKIPPED),
        ),
    )


def meanwhile(items: Sequence[Dated], *, ahead: bool) -> list[Dated]:
    """What a checklist counts: while the show lies ahead, what is to be done before it; nothing else can be by then."""
    return [each for each in items if not ahead or before_the_show(each.item)]


def comes_too_late(item: Item, due: datetime, now: datetime) -> bool:
    """Whether the time to ask for an item has passed: it comes in a list then, without being followed up."""
    return ping_at(item, due) <= now


def in_time(each: Dated, starts_at: datetime, now: datetime) -> bool:
    """Done in the minute when it was due; at short notice, before the show."""
    return minute(now) <= (max(each.due, starts_at) if each.standing is Standing.LISTED else each.due)


def waits_for_second(item: Item) -> bool:
    return item.proof == "second" and item.state is State.OPEN and item.checked_by is not None


def takes_a_tick(item: Item) -> bool:
    """Whether a press among others is enough: no proof is asked, and nobody else must look."""
    return item.state is State.OPEN and item.proof == "none"


def asks_for_more(item: Item, person_id: int) -> bool:
    """Whether it is this person's to prove or check; what is in the way of it, or waits for somebody else, asks nothing."""
    return item.state is State.OPEN and item.proof != "none" and not looked_first(item, person_id)


def as_title(text: str) -> str:
    """The first line of what was typed or replied to, cut where it is longer than a title may be."""
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= TITLE else line[: TITLE - 1].rstrip() + "…"


def words_of_proof(item: Item) -> list[str]:
    return [item.proof_text] if item.proof_text else []


def may_be_second(item: Item, person_id: int) -> bool:
    """Two people look: whoever looked first is not the second."""
    return item.checked_by != person_id


def looked_first(item: Item, person_id: int | None) -> bool:
    """Whether it waits for a second look, and not theirs."""
    return waits_for_second(item) and item.checked_by == person_id


def delays(now: datetime, due: datetime, starts_at: datetime) -> tuple[int, ...]:
    """How many minutes Later may wait: until it is due; once overdue, until the show; after that a little."""
    left = next((limit - now for limit in (due, starts_at) if limit > now), timedelta(minutes=30))
    for row in DELAYS:
        if timedelta(minutes=row[-1]) <= left:
            return row
    return tuple(minutes for minutes in DELAYS[-1] if timedelta(minutes=minutes) <= left)


def counts_at_gate(each: Dated, starts_at: datetime) -> bool:
    """Unfinished, and meant to be finished before the show, or due by now anyway."""
    return each.item.state in UNSETTLED and (each.due <= starts_at or each.standing in PAST_DUE)


def is_named_at_gate(item: Item) -> bool:
    """Whatever is stuck says so there, however small."""
    return item.critical or item.gate is not None or item.first or item.state is State.BLOCKED


def before_the_show(item: Item) -> bool:
    return item.from_start and item.offset <= 0


def outlives(each: Dated, now: datetime) -> bool:
    """To be done after the show, and not given up yet: whether the show is over by then is nothing to it."""
    return not before_the_show(each.item) and now < each.due + KEPT


def outcome(each: Dated, *, stays: bool) -> Outcome:
    """`stays` says whether it is left to be done when the show is closed."""
    if each.item.state is State.DONE:
        return Outcome.IN_TIME if each.item.in_time else Outcome.LATE
    if each.item.state is State.SKIPPED:
        return Outcome.SKIPPED
    if stays:
        return Outcome.OPEN
    return Outcome.BLOCKED if each.item.state is State.BLOCKED else Outcome.LEFT


def is_for_the_morning(each: Dated) -> bool:
    """Worth saying on the morning of its day: not what came in a list, was muted, or is not to be done at all."""
    quiet = each.item.short or each.item.muted_by is not None
    return not quiet and each.item.state in (*UNSETTLED, State.DONE)


def stays_due(said: datetime, due: datetime, now: datetime) -> bool:
    """After a move: what was overdue stays due when it was said, unless its new time lies ahead."""
    return said <= now and due <= now


def has_no_time_left(item: Item, due: datetime, now: datetime) -> bool:
    """After a move: overdue at once, or nobody was asked yet and the time to ask has passed."""
    return due <= now or (item.told_id is None and ping_at(item, due) <= now)


def is_measured(each: Dated) -> bool:
    """Done, or should have been by now. What a lead left out is neither, nor what came too late to be asked for."""
    return each.standing in (Standing.DONE, Standing.OVERDUE, Standing.BLOCKED)


def whose(item: Item) -> int | None:
    """Whose it was to do: theirs by name, else of whom it was asked; where nobody needed to ask, of who did it."""
    return item.owner_id or item.told_id or item.done_by
