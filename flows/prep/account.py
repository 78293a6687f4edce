"""Who was asked for one matter and who comes next, as a lead has it in a message: kept true while it hangs there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot import asking
from bot.asking import Asked
from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import cards, owners
from flows.prep.tables import UNSETTLED, Item, State

PINGS = tuple(f"prep.{kind}" for kind in ("ping", "overdue", "again", "second", "stuck"))
NAMED = 5
"""People of a chain that are named."""


def card(item: Item) -> str:
    return f"prep-asked:{item.id}"


def refresh(desk: Desk, stream: Stream, items: Iterable[Item]) -> None:
    by_card = {card(item): item for item in items}
    for name in sorted(desk.shown(by_card)):
        item = by_card[name]
        desk.show(name, *lines(desk, stream, item), buttons=buttons(desk, stream, item))


def lines(desk: Desk, stream: Stream, item: Item) -> Sequence[Piece]:
    """Names and times, and who comes next; of what is settled, how."""
    found = asking.asked(desk, PINGS, [item.id])
    head = w("prep-asked", title=item.title) if found else w("prep-asked-nobody", title=item.title)
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        return [head, *asking.lines(found), *cards.standing(desk, stream, item)]
    return [head, *asking.lines(found), *_to_come(desk, stream, item, found)]


def _to_come(desk: Desk, stream: Stream, item: Item, found: Sequence[Asked]) -> Sequence[Piece]:
    """The order of asking, and when the next one is asked; once everybody was, nobody is."""
    if item.muted_by:
        return [w("prep-is-muted", who=desk.person_named(item.muted_by))]
    stuck = item.state is State.BLOCKED
    people = owners.told_when_stuck(desk, stream, item.done_by) if stuck else owners.chain(desk, stream, item)
    alone = not stuck and owners.is_personal(desk, stream, item)
    at = asking.next_at(desk, PINGS, item.id)
    if at is None and found and found[-1].who is None:
        return [w("prep-asked-everybody")]
    if not people:  # who leads alone is asked for nothing that they say is stuck
        return []
    people = [person for place, person in enumerate(people) if person.reachable or not place]  # others are passed over
    word = "prep-asked-order-alone" if alone else "prep-asked-order"
    order: Piece = w(word, people=Joined([person.name for person in people[:NAMED]]))
    left = not alone or {person.id for person in people} - {one.who.id for one in found if one.who}
    return [order, w("prep-asked-next", at=at)] if at and left else [order]


def buttons(desk: Desk, stream: Stream, item: Item) -> list[list[Button]]:
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        return []
    mute = Button(w("prep-unmute"), "prep.unmute", (item.id,)) if item.muted_by else _mute(item)
    chain, give = Button(w("prep-chain"), "prep.chain", (item.id,)), Button(w("prep-give"), "prep.give", (item.id,))
    if item.role:
        return [[mute]] if owners.is_personal(desk, stream, item) else [[mute], [chain]]
    return [[mute]] if item.flow else [[mute], [give]]


def _mute(item: Item) -> Button:
    return Button(w("prep-mute"), "prep.mute", (item.id,))
