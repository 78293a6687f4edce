"""What the roll and the gate come to: who comes last, what is red, and how a start compares with its promise."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from typing import TypeVar

from bot.minutes import ON_TIME as ON_TIME
from bot.minutes import between as between
from bot.minutes import minute
from bot.minutes import punctuality as punctuality
from flows.ready.tables import Decision, Gate, Readiness, RollLine

T = TypeVar("T")
FAR = timedelta(hours=2)
"""A move by more than this makes every answer worthless."""
LATE = timedelta(minutes=5)
"""A start later than this has a reason worth knowing."""
ASK_AGAIN = timedelta(minutes=5)
"""When someone who said "not yet" without a time is asked again."""
PATIENT = timedelta(minutes=4)
"""Where the next one is asked sooner than this, one call is enough."""
ANYONE_AGAIN = timedelta(minutes=5)
"""Seats that the whole team is asked about within so long stand in one message: what is edited wakes nobody."""
LIVE_ASK = timedelta(minutes=2)
"""How long after the planned start it is asked whether the show is on air."""
EARLIEST = timedelta(hours=12)
"""Before its planned start no show went on air by more than this."""
DIGITS = 11
"""Of a moment in seconds that a button names."""
LONGEST_WAIT = timedelta(hours=12)
SHORTEST_SHOW, LONGEST_SHOW = timedelta(minutes=15), timedelta(hours=24)


def in_order(lines: Sequence[RollLine], roles: Sequence[str], on_air: Collection[str]) -> list[RollLine]:
    """As the roll is called: in the playbook's order of roles, whoever is in front of the camera last."""
    order = {role: place for place, role in enumerate(roles)}
    return sorted(lines, key=lambda line: (line.role in on_air, order.get(line.role, len(order)), line.seat))


def ready(lines: Sequence[RollLine]) -> list[RollLine]:
    return [line for line in lines if line.state is Readiness.READY]


def unready(lines: Sequence[RollLine]) -> list[RollLine]:
    return [line for line in lines if line.state is not Readiness.READY]


def red(lines: Sequence[RollLine]) -> list[RollLine]:
    """The seats without which a GO needs a reason."""
    return [line for line in unready(lines) if line.required]


def foremost(lines: Sequence[RollLine], on_air: Collection[str], most: int) -> list[RollLine]:
    """Which lines are shown where there is no room for all: whoever goes on air, then who is missing, needed ones first."""

    def rank(place: int) -> tuple[bool, bool, bool]:
        line = lines[place]
        return line.role not in on_air, line.state is Readiness.READY, not line.required

    return [lines[place] for place in sorted(sorted(range(len(lines)), key=rank)[:most])]


def due_to_ask(line: RollLine, now: datetime) -> bool:
    """Whether a seat is to be asked now: silent, or past the time that was named, if one was."""
    if line.state is Readiness.READY:
        return False
    return line.state is Readiness.SILENT or line.until is None or line.until <= now


def has_just_said(line: RollLine, now: datetime) -> bool:
    """Whether they spoke so lately that nobody has asked them again."""
    return line.answered_at is not None and now < line.answered_at + ASK_AGAIN


def second_call(now: datetime, next_at: datetime) -> datetime | None:
    """When a silent holder is called once more: halfway to the next one; not where that comes soon itself."""
    return now + (next_at - now) / 2 if next_at - now >= PATIENT else None


def ask_at(line: RollLine, now: datetime) -> datetime:
    """When a seat that is not ready is asked: now, or at the time that was named."""
    return now if line.until is None or due_to_ask(line, now) else line.until


def wants_somebody(line: RollLine, starts_at: datetime, now: datetime) -> bool:
    """Whether a stand-in is still looked for: nobody has answered, or the holder comes only after the start."""
    return due_to_ask(line, now) or comes_too_late(line, starts_at)


def comes_too_late(line: RollLine, starts_at: datetime) -> bool:
    return line.state is Readiness.NOT_YET and line.until is not None and line.until >= starts_at


def parties(lines: Sequence[RollLine]) -> list[list[RollLine]]:
    """The lines by who holds them: a person with several seats is asked once; empty seats stand alone."""
    found: dict[int, list[RollLine]] = {}
    for line in lines:
        found.setdefault(line.person_id or -line.id, []).append(line)
    return list(found.values())


def by_turns(chains: Sequence[Sequence[T]]) -> list[T]:
    """Several orders of asking made into one: the first of each, then the second of each."""
    return [each for turn in zip_longest(*chains) for each in turn if each is not None]


def speaks(party: Sequence[RollLine]) -> RollLine:
    """The line that tells how someone with several seats stands: the first that is not ready."""
    return next(iter(unready(party)), party[0])


def roll_stands(called_for: datetime, starts_at: datetime, roll_at: datetime, now: datetime) -> bool:
    """Whether answers given for one start still count for another: it is time for the roll, and it moved a little only."""
    return roll_at <= now and abs(starts_at - called_for) <= FAR


def held_start(starts_at: datetime, now: datetime, hold: timedelta) -> datetime:
    """The start after a hold: counted from the planned one, or from now where that has passed."""
    return max(starts_at, minute(now)) + hold


def halfway(now: datetime, span: timedelta) -> datetime:
    """When a held gate opens again."""
    return now + span / 2


def may_still_change(gate: Gate) -> bool:
    """A GO can be held or taken back until the show is on air; nothing else can."""
    return gate.decision in (Decision.OPEN, Decision.GO)


def worth_a_word(planned: datetime, real: datetime) -> bool:
    """Whether a start was so late that somebody is asked why."""
    return between(planned, real) >= LATE


def wait_until(now: datetime, moment: datetime | None, length: timedelta | None) -> datetime | None:
    """What "until when" means: that moment ("19:58" could be a length too), or so long from now; None where it has
    passed or is too far."""
    until = moment or (now + length if length is not None else None)
    return until if until and now < until <= now + LONGEST_WAIT else None


def may_have_begun(starts_at: datetime, at: datetime, now: datetime) -> bool:
    return starts_at - EARLIEST <= at <= now


def began(starts_at: datetime, since: str, now: datetime) -> datetime | None:
    """When a show went on air, as a button has it in seconds; None where that cannot be."""
    at = datetime.fromtimestamp(int(since), UTC) if since.isdecimal() and len(since) <= DIGITS else None
    return at if at and may_have_begun(starts_at, at, now) else None


def ended(live_at: datetime, ends_at: datetime, length: timedelta, now: datetime) -> datetime:
    """The end of a show that was told of afterwards: the planned one; begun after that, it lasted as long as planned."""
    return min(ends_at if live_at < ends_at else live_at + length, now)
