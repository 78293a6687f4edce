"""An item goes from one person to another: a lead says whose it is from now on."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Person
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, w
from flows.prep import cards, laying, lists, owners, people, settling
from flows.prep.reasons import Why
from flows.prep.tables import UNSETTLED, Item


def _item(desk: Desk, talk: Conversation) -> Item:
    return desk.get(Item, talk.subject)


def _ask_who(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    item = _item(desk, talk)
    return [w("prep-give-who", title=item.title), *people.who_is_away(desk, cards.stream_of(desk, item))]


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    return people.choices(desk, cards.stream_of(desk, _item(desk, talk)))


def _read_who(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """Another lead may have given it to somebody since it was asked: then it is asked anew."""
    item = _item(desk, talk)
    if item.owner_id != talk.answers["was"]:
        talk.answers = {**talk.answers, "was": item.owner_id}
        raise Unclear(w("prep-given", title=item.title, who=desk.person_named(item.owner_id)))
    return people.read(desk, cards.stream_of(desk, item), reply)


def _given(desk: Desk, talk: Conversation) -> None:
    item = _item(desk, talk)
    stream = cards.stream_of(desk, item)
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        desk.reply(*cards.lines(desk, stream, item))
        return
    owner = desk.get(Person, int(talk.answers["who"]))
    _give(desk, item, owner)
    due = cards.dated(desk, stream, item).due
    desk.reply(w("prep-given", title=item.title, who=owner), *people.instead(desk, stream, owner, due))


def _give(desk: Desk, item: Item, owner: Person) -> None:
    """Whoever had it is left in peace; the new owner hears of it now, and is asked at its time."""
    stream = cards.stream_of(desk, item)
    before = item.told_id or owners.owner(desk, stream, item).id
    former = {item.owner_id, item.told_id, before} - {None}
    item.from_id = item.owner_id or before
    item.owner_id = owner.id
    key = "prep-log-taken" if owner.id == desk.person.id else "prep-log-given"
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, item=item.title, owner=owner)
    settling.pause(desk, item, answered=False)
    if owner.id != desk.person.id:
        lists.tell(desk, stream, owner, [item], Why.YOURS)
    else:
        item.told_id, item.listed = owner.id, False
    laying.ask_again(desk, stream, item)
    settling.shown(desk, stream, item, former={one for one in former if one})


def _decides(desk: Desk, talk: Conversation) -> bool:
    return roster.decides(desk, cards.stream_of(desk, _item(desk, talk)), talk.person_id)


WALK = Walk(lambda _desk, _talk: (Step("who", _ask_who, _read_who, choices=_people),), _given, may=_decides)
