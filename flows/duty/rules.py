"""Who is on when, who is next, how punctual hand-offs were, and how long a person may be on air."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.minutes import minute
from bot.playbook import Hours
from flows.duty.tables import UNSETTLED, HandOff, Holding, Passing, Shift

SHORTEST = 4
"""A last turn shorter than this part of a block goes to whoever is on before it: half an hour of two."""
ROUNDED = 24
"""Turns that share a show are rounded to this part of a block: to five minutes of two hours."""
FURTHEST = timedelta(hours=24)
"""A promise is for this show: what is further away was not a time."""


@dataclass(frozen=True)
class Sitter:
    """Who sits in which seat."""

    seat: int
    person_id: int


@dataclass(frozen=True)
class Turn:
    """A stretch of a show, and whose it is."""

    seat: int
    person_id: int
    starts_at: datetime
    ends_at: datetime


def lay_out(start: datetime, end: datetime, block: timedelta, people: Sequence[Sitter]) -> list[Turn]:
    """The turns of people who alternate; where the block is too long for everybody to get one, it is shortened."""
    people = list({sitter.person_id: sitter for sitter in reversed(people)}.values())[::-1]
    if not people:
        return []
    edges = [start, end] if len(people) == 1 else _edges(start, end, block)
    share = _rounded_up((end - start) / len(people), block / ROUNDED)
    if len(edges) - 1 < len(people) and block / SHORTEST <= share < block:
        edges = _edges(start, end, share)
    sitters = [people[place % len(people)] for place in range(len(edges) - 1)]
    return [
        Turn(sitter.seat, sitter.person_id, *span)
        for sitter, span in zip(sitters, zip(edges, edges[1:], strict=False), strict=True)
    ]


def _edges(start: datetime, end: datetime, block: timedelta) -> list[datetime]:
    edges = [start]
    while end - edges[-1] >= block + block / SHORTEST:
        edges.append(edges[-1] + block)
    return [*edges, end]


def _rounded_up(span: timedelta, to: timedelta) -> timedelta:
    return -(-span // to) * to


def in_order(shifts: Sequence[Shift]) -> list[Shift]:
    return sorted(shifts, key=lambda shift: (shift.starts_at, shift.id or 0))


def first_on(shifts: Sequence[Shift], now: datetime) -> Shift | None:
    """Whose turn it is at go-live: the one under way by the plan, else the first."""
    ordered = in_order(shifts)
    begun = [shift for shift in ordered if shift.starts_at <= now]
    return begun[-1] if begun else next(iter(ordered), None)


def upcoming(shifts: Sequence[Shift]) -> Shift | None:
    """The next turn that nobody has begun."""
    return next((shift for shift in in_order(shifts) if shift.state is Holding.PLANNED), None)


def successor(shifts: Sequence[Shift], shift: Shift) -> Shift | None:
    """The turn that comes after in the same lane, if somebody else has it."""
    lane = [other for other in shifts if (other.role, other.lane) == (shift.role, shift.lane)]
    following = upcoming(lane)
    return following if following and following.person_id != shift.person_id else None


def predecessor(shifts: Sequence[Shift], shift: Shift) -> Shift | None:
    """The turn that it follows in the same lane."""
    lane = [other for other in shifts if (other.role, other.lane) == (shift.role, shift.lane)]
    before = [other for other in in_order(lane) if other.state is not Holding.OFF and other.starts_at < shift.starts_at]
    return before[-1] if before else None


def early_due(planned: datetime | None, now: datetime, before: timedelta) -> datetime:
    """When a hand-off that is begun by hand should be through: as soon as a card takes, at the latest as planned."""
    soon = now + before
    return min(planned, soon) if planned and planned > now else soon


def due_of(starts_at: datetime, now: datetime, nag: timedelta) -> datetime:
    """When a hand-off is due: as planned; a card that comes too late for that gets a little time."""
    return max(starts_at, now + nag)


def late(handoff: HandOff) -> bool:
    """By the minutes that are shown: accepted at 22:10, due at 22:10, is in time."""
    return handoff.accepted_at is not None and minute(handoff.accepted_at) > handoff.due_at


@dataclass(frozen=True)
class Tally:
    """How a show's hand-offs went."""

    in_time: int
    late: int
    taken: int
    never: int

    @property
    def planned(self) -> int:
        return self.in_time + self.late + self.never


def tally(handoffs: Sequence[HandOff]) -> Tally:
    """Lapsed ones count only if their hour had come."""
    accepted = [handoff for handoff in handoffs if handoff.state is Passing.ACCEPTED]
    taken = sum(handoff.state is Passing.TAKEN for handoff in handoffs)
    never = sum(map(_never, handoffs))
    return Tally(sum(not late(handoff) for handoff in accepted), sum(map(late, accepted)), taken, never)


def in_time(handoff: HandOff) -> bool | None:
    """Whether it was accepted in time; None where nobody had to, or its hour had not come."""
    if handoff.state is Passing.ACCEPTED:
        return not late(handoff)
    return False if _never(handoff) else None


def whose(handoff: HandOff) -> int | None:
    """Whose it was to accept; a card that never went out was its writer's, and who said no is not blamed."""
    if handoff.state is Passing.DECLINED:
        return None
    return handoff.incoming_id if handoff.offered_at else handoff.answerer_id


def _never(handoff: HandOff) -> bool:
    open_still = handoff.state in (*UNSETTLED, Passing.LAPSED)
    return handoff.state is Passing.DECLINED or (handoff.overdue and open_still)


def promises(
    text: str, now: datetime, when: Callable[[str], tuple[datetime, str] | None]
) -> list[tuple[str, datetime]]:
    """The promises in an answer that name a time ahead; `when` reads a time at the head of a text."""
    found = []
    for part in re.split(r"[;；\n。]+", text):
        moment = next((read[0] for tail in _tails(part) if (read := when(tail))), None)
        if part.strip() and moment and now < moment <= now + FURTHEST:
            found.append((part.strip(), moment))
    return found


def says_time(text: str, at: datetime, zone: tzinfo) -> bool:
    """Whether a promise says by the clock when it is due."""
    local = at.astimezone(zone)
    return f"{local.hour}:{local:%M}" in text.replace("：", ":")


def _tails(text: str) -> Iterator[str]:
    """The text from each place where a time could begin: never inside a number or a Latin word."""
    for place, sign in enumerate(text):
        joined = place and sign.isascii() and sign.isalnum() and text[place - 1].isascii() and text[place - 1].isalnum()
        if not sign.isspace() and not joined:
            yield text[place:]


@dataclass(frozen=True)
class Stint:
    """Time in front of the camera."""

    starts_at: datetime
    ends_at: datetime


def too_long(new: Stint, others: Sequence[Stint], hours: Hours, zone: tzinfo) -> timedelta | None:
    """How much a person would be on air that day, where that is more than a day may hold."""
    day = new.starts_at.astimezone(zone).date()
    same = [stint for stint in others if stint.starts_at.astimezone(zone).date() == day]
    total = sum((stint.ends_at - stint.starts_at for stint in [new, *same]), timedelta())
    return total if total > hours.day else None


def too_close(new: Stint, others: Sequence[Stint], hours: Hours, zone: tzinfo) -> timedelta | None:
    """The night's rest between this and another day's stint, where it is too short; blocks of one day may be close."""
    day = new.starts_at.astimezone(zone).date()
    rests = [
        max(new.starts_at - stint.ends_at, stint.starts_at - new.ends_at)
        for stint in others
        if stint.starts_at.astimezone(zone).date() != day
    ]
    short = [rest for rest in rests if rest < hours.rest]
    return max(min(short), timedelta()) if short else None
