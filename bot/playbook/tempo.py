"""A playbook at the tempo of a rehearsal stream: the same steps in the same order, a week and a show in twenty minutes."""

from datetime import timedelta
from math import log1p
from typing import TypeVar

from bot.playbook.cards import Hours
from bot.playbook.models import Item, Playbook
from bot.playbook.spans import Offset
from bot.playbook.texts import Part

P = TypeVar("P", bound=Part)
NEAR = timedelta(minutes=10)
"""Up to here the tempo is nearly even; beyond it, each tenfold takes as long as the one before."""
SCALE = timedelta(minutes=1.8)
SHORTEST = timedelta(seconds=45)
"""No wait is shorter: somebody must read a message and press."""


def squeezed(span: timedelta) -> timedelta:
    """A span, or how far from go-live: a week becomes 12 minutes, three hours five, a quarter of an hour less than two."""
    short = timedelta(seconds=round(SCALE.total_seconds() * log1p(abs(span) / NEAR)))
    return short if span >= timedelta() else -short


def at_rehearsal(playbook: Playbook) -> Playbook:
    """The playbook with all its times squeezed. Nobody has the file or the photo at hand: a press is proof enough."""
    return _part(playbook)


def _part(part: P) -> P:
    fields = {name: _value(getattr(part, name)) for name in type(part).model_fields}
    if isinstance(part, Item):
        fields["lead"] = squeezed(part.due.by) - squeezed(part.due.by - part.lead)
        fields["proof"] = "second" if part.proof == "second" else "none"
    return part.model_copy(update=fields)


def _value(value: object) -> object:
    match value:
        case Offset():
            return Offset(base=value.base, by=squeezed(value.by))
        case timedelta():
            return max(squeezed(value), SHORTEST) if value else value
        case Hours():
            return value
        case Part():
            return _part(value)
        case list():
            return [_value(each) for each in value]
    return value
