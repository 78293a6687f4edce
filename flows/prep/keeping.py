"""An item added by hand is kept: on the list, told to its owner, and taken back or given on by a press of the lead."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import func, select

from bot import roster, zones
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.replies import Conversation
from bot.words import w
from flows.prep import added, cards, laying, people, settling
from flows.prep.reasons import Why
from flows.prep.tables import UNSETTLED, Item

LEAD = timedelta(hours=2)
SOON = timedelta(minutes=30)
"""How long before it is due it is asked for where less than that is left, at most."""


def keep(desk: Desk, stream: Stream, what: str, owner: Person, due: datetime, talk: Conversation | None = None) -> None:
    """On the list from now on; whoever thought of it hears so."""
    item = _add(desk, stream, what, owner, due)
    place = desk.place_of(talk) if talk else desk.here
    told = w("prep-added", title=item.title, who=owner, due=zones.told(desk, place, due))
    buttons = added.buttons(item) if roster.decides(desk, stream, desk.person.id) else []
    desk.reply(told, *people.instead(desk, stream, owner, due), buttons=buttons, card=added.name(item))
    if talk and (by := talk.answers.get("by")):
        home = desk.private(desk.get(Person, by), desk.team_of(stream))
        desk.say(home, w("prep-suggestion-taken", who=desk.person, title=item.title, owner=owner, due=due))


def _add(desk: Desk, stream: Stream, what: str, owner: Person, due: datetime) -> Item:
    """Counted from the start, so that it moves with the stream."""
    number = desk.session.exec(select(func.count()).select_from(Item).where(Item.stream_id == stream.id)).one()
    item = desk.add(
        Item(
            stream_id=stream.id,
            key=f"hand:{number + 1}",
            en=what,
            zh=what,
            owner_id=owner.id,
            offset=int((due - stream.zero).total_seconds()),
            lead=int(LEAD.total_seconds()),
        )
    )
    laying.ask_for(desk, stream, [item], Why.ADDED)
    if item.short:  # told at once, and asked for ahead all the same
        item.short, item.lead = False, int(min(SOON, (due - desk.now) / 2).total_seconds())
        laying.ask_again(desk, stream, item)
        settling.shown(desk, stream, item)
    key = "prep-log-added-own" if owner.id == desk.person.id else "prep-log-added"
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, item=item.title, owner=owner)
    desk.touch(stream)
    return item


def take_back(desk: Desk, item: Item, *_: str) -> None:
    """A lead did not mean it so: it is off the list, and nobody is asked for it."""
    stream = cards.stream_of(desk, item)
    if not desk.is_lead and not cards.for_lead(desk, stream, desk.person):
        desk.refuse(roster.leads_only(desk, stream))
    if item.role or item.flow or item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        desk.toast(w("prep-over"))
        return
    settling.withdrawn(desk, item)
    desk.log("prep-log-taken-back", team_id=stream.team_id, stream_id=stream.id, item=item.title)
    desk.show(added.name(item), w("prep-taken-back", title=item.title))
    desk.toast(w("prep-taken-back-toast"))
