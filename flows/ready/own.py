"""A person's own card at the roll: their seats, what they said, and what they can still say."""

from collections.abc import Sequence
from datetime import datetime

from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Joined, Piece, w
from flows.ready import cards, rules
from flows.ready.chasing import Chase
from flows.ready.tables import Readiness, RollCall, RollLine


def lines(
    desk: Desk, stream: Stream, mine: Sequence[RollLine], news: Sequence[Piece], chase: Chase, *, closed: bool
) -> list[Piece]:
    """A person's own card: which seats, when, what was decided, and what they said last, as long as it matters."""
    head = w("ready-own-head", title=stream.title, at=HourMinute(stream.starts_at))
    seats = w("ready-own-seats", roles=cards.seats_named(desk, stream, mine))
    relieved = dict.fromkeys(desk.person_named(line.instead_of) for line in mine if line.instead_of)
    instead = [w("ready-own-instead", who=Joined(list(relieved)))] if relieved else []
    return [head, seats, *instead, *news, *([] if closed else _state(desk, rules.speaks(mine), chase))]


def seatless(stream: Stream, *, decides: bool) -> list[Piece]:
    """The same card, once somebody else sits there; who decides at the gate does so without a seat too."""
    head = w("ready-own-head", title=stream.title, at=HourMinute(stream.starts_at))
    return [head, w("ready-own-none"), *([w("ready-relieved-decides")] if decides else [])]


def _state(desk: Desk, line: RollLine, chase: Chase) -> list[Piece]:
    """What they said, when they are asked again, and what comes of saying nothing."""
    if line.muted_by:
        return [w("ready-own-muted", who=desk.person_named(line.muted_by))]
    if line.state is Readiness.READY:
        by_other = line.answered_by not in (None, line.person_id)
        return [w("ready-own-ready-by", by=desk.person_named(line.answered_by)) if by_other else w("ready-own-ready")]
    if line.state is Readiness.SILENT:
        return [w("ready-own-silent"), *chase.lines()]
    if line.why and line.until and line.until > desk.now:
        return [w("ready-own-why", why=line.why, until=HourMinute(line.until))]
    if chase.again and chase.again > desk.now:
        return [w("ready-own-not-yet", at=HourMinute(chase.again))]
    return [w("ready-own-again", why=line.why) if line.why else w("ready-own-now"), *chase.lines()]


def buttons(roll: RollCall, mine: Sequence[RollLine], now: datetime) -> list[list[Button]]:
    """What can still be answered: everything while being asked, else the other answer."""
    yes = Button(w("ready-button-ready"), "ready.yes", (roll.id,))
    no = Button(w("ready-button-not-yet"), "ready.no", (roll.id,))
    if not rules.unready(mine):
        return [[no]]
    return [[yes, no]] if rules.due_to_ask(rules.speaks(mine), now) else [[yes]]
