"""The crew has changed: open items follow their role, and whoever holds it now hears of them, once they have said yes."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Stream
from bot.desk import Desk
from flows.prep import morning, settling, waiting
from flows.prep.owners import Owners
from flows.prep.tables import UNSETTLED, Item


def crew_changed(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """Of what somebody had by name and left behind, the lead hears by itself."""
    holders, taken = Owners(desk, stream), list[Item]()
    for item in items:
        left = item.owner_id and roster.membership(desk.session, stream.team_id, item.owner_id) is None
        if item.state in UNSETTLED and item.told_id and holders(item).id != item.told_id and not left:
            taken.append(item)
    for item in taken:
        item.from_id, item.told_id, item.listed = item.told_id, None, False
    waiting.opened(desk, stream, taken)
    waiting.answered(desk, stream)
    if taken:
        settling.shown(desk, stream, *taken, former={item.from_id for item in taken if item.from_id})
    morning.plan(desk, stream, items)
    morning.crew_changed(desk, stream)
