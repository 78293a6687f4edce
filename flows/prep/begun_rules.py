"""What becomes of a checklist once its show has begun: what is over, and what can still be done."""

from datetime import datetime

from bot.crew import AHEAD, Phase
from flows.prep.rules import Dated, before_the_show
from flows.prep.tables import UNSETTLED, Item, State


def still_matters(item: Item, *, ahead: bool) -> bool:
    """Once the show has begun, what was to be done before it can't be any more."""
    return item.state in UNSETTLED and (ahead or not before_the_show(item))


def was_left(item: Item, *, ahead: bool) -> bool:
    """Meant to be done before the show, which has begun: nobody ticked it off."""
    return item.state in UNSETTLED and not still_matters(item, ahead=ahead)


def was_let_pass(item: Item, phase: Phase) -> bool:
    """What the gate must not pass, and yet did: worth doing as long as the show is on air."""
    return phase is Phase.LIVE and item.gate == "hard" and was_left(item, ahead=False)


def is_open(item: Item, phase: Phase) -> bool:
    """Whether it is anybody's to do: asked for, or let pass."""
    return still_matters(item, ahead=phase in AHEAD) or was_let_pass(item, phase)


def can_be_done(item: Item, phase: Phase) -> bool:
    """Whether a list has a key for it: what was to be done before the show has none once that has begun; what is counted
    from its end can't be done before."""
    if before_the_show(item):
        return phase in AHEAD or was_let_pass(item, phase)
    return item.from_start or phase not in (*AHEAD, Phase.LIVE)


def is_left_over(each: Dated, morning: datetime, *, ahead: bool) -> bool:
    """Worth saying on a later morning: left undone, until it is done; not what was muted."""
    done = each.item.state is State.DONE and each.item.done_at is not None and each.item.done_at >= morning
    return each.item.muted_by is None and (done or still_matters(each.item, ahead=ahead))
