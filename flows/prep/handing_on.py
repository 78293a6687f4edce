"""The crew has changed: open items follow their role, and whoever holds it now hears of them, once they have said yes."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from flows.prep import answers, lists, morning, owners, settling, waiting
from flows.prep.owners import Owners
from flows.prep.tables import UNSETTLED, Item


def crew_changed(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """Of what somebody had by name and left behind, the lead hears by itself."""
    holders, owing, taken = Owners(desk, stream), answers.owing(desk, stream), list[Item]()
    for item in items:
        left = item.owner_id and roster.membership(desk.session, stream.team_id, item.owner_id) is None
        if item.state not in UNSETTLED or not item.told_id or holders(item).id == item.told_id or left:
            continue
        if holders(item).id not in owing or not _stays_with(desk, stream, item, item.told_id):
            taken.append(item)
    for item in taken:
        item.from_id, item.told_id, item.listed = item.told_id, None, False
    waiting.opened(desk, stream, taken)
    waiting.answered(desk, stream)
    if taken:
        settling.shown(desk, stream, *taken, former={item.from_id for item in taken if item.from_id})
    lists.refresh(desk, stream, _who_read_why(desk, items))
    morning.plan(desk, stream, items)
    morning.crew_changed(desk, stream)


def _who_read_why(desk: Desk, items: Sequence[Item]) -> list[Person]:
    """Whose lists say from whom something came: whether that person is sure to come may have changed."""
    ids = {item.told_id for item in items if item.from_id and item.listed} - {None}
    return [desk.get(Person, person_id) for person_id in ids]


def _stays_with(desk: Desk, stream: Stream, item: Item, person_id: int) -> bool:
    """Whether somebody can keep it until its new holder says yes."""
    return person_id in {person.id for person in owners.chain(desk, stream, item)}
