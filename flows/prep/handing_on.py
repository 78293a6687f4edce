"""The crew has changed: open items follow their role, and whoever holds it now hears of them, once they have said yes."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Person, Stream
from bot.cues import Call
from bot.desk import Desk
from flows.prep import lists, morning, owners, settling, waiting
from flows.prep.owners import Owners
from flows.prep.tables import UNSETTLED, Item


def crew_changed(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """Of what somebody had by name and left behind, the lead hears by itself."""
    taken = _taken(desk, stream, items)
    waiting.opened(desk, stream, taken)
    _told(desk, stream, items, taken)


def give(desk: Desk, call: Call) -> bool:
    """No answer yet: what waited for one comes to others, and what the silent were asked for goes on to them."""
    stream = desk.get(Stream, call.cue.subject)
    items = lists.of(desk, stream)
    taken, due = _taken(desk, stream, items), bool(waiting.waits(desk, stream))
    _told(desk, stream, items, taken)
    return due


def _taken(desk: Desk, stream: Stream, items: Sequence[Item]) -> list[Item]:
    """What is no longer theirs who were told of it."""
    holders, taken = Owners(desk, stream), list[Item]()
    for item in items:
        left = item.owner_id and roster.membership(desk.session, stream.team_id, item.owner_id) is None
        if item.state not in UNSETTLED or not item.told_id or holders(item).id == item.told_id or left:
            continue
        if not waiting.owes(desk, stream, item, holders(item).id) or not _stays_with(desk, stream, item, item.told_id):
            taken.append(item)
    for item in taken:
        item.from_id, item.told_id, item.listed = item.told_id, None, False
    return taken


def _told(desk: Desk, stream: Stream, items: Sequence[Item], taken: Sequence[Item]) -> None:
    """Whoever has it now reads of it, and whoever had it sees that it is gone."""
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
