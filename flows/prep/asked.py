"""One matter by itself: who was asked for it and when, no more pings about it, and what proved it."""

from __future__ import annotations

from collections.abc import Sequence

from bot import asking, door, roster
from bot.asking import Asked
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import cards, laying, owners, rules, settling
from flows.prep.tables import UNSETTLED, Item, State

NAMED = 5
"""People of a chain that are named."""


def who_was_asked(desk: Desk, item: Item, *_: str) -> None:
    """For its owner, whoever stands in, and leads: names and times, and who comes next."""
    stream = cards.stream_of(desk, item)
    owners.must_be_theirs(desk, stream, item)
    lead = desk.is_lead or cards.for_lead(desk, stream, desk.person)
    place = desk.private(desk.person, desk.team_of(stream))
    if lead:
        desk.say(place, *_lines(desk, stream, item), buttons=_buttons(desk, stream, item), card=_card(item))
    else:
        desk.say(place, *_lines(desk, stream, item))
    door.point(desk)


def _lines(desk: Desk, stream: Stream, item: Item) -> Sequence[Piece]:
    found = asking.asked(desk, settling.PINGS, [item.id])
    head = w("prep-asked", title=item.title) if found else w("prep-asked-nobody", title=item.title)
    return [head, *asking.lines(found), *_to_come(desk, stream, item, found)]


def _to_come(desk: Desk, stream: Stream, item: Item, found: Sequence[Asked]) -> Sequence[Piece]:
    """The order of asking, and when the next one is asked; once everybody was, nobody is."""
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        return []
    if item.muted_by:
        return [w("prep-is-muted", who=desk.person_named(item.muted_by))]
    stuck = item.state is State.BLOCKED
    people = owners.told_when_stuck(desk, stream, item.done_by) if stuck else owners.chain(desk, stream, item)
    alone = not stuck and owners.is_personal(desk, stream, item)
    at = asking.next_at(desk, settling.PINGS, item.id)
    if at is None and found and found[-1].who is None:
        return [w("prep-asked-everybody")]
    word = "prep-asked-order-alone" if alone else "prep-asked-order"
    order: Piece = w(word, people=Joined([person.name for person in people[:NAMED]]))
    left = not alone or {person.id for person in people} - {one.who.id for one in found if one.who}
    return [order, w("prep-asked-next", at=at)] if at and left else [order]


def _buttons(desk: Desk, stream: Stream, item: Item) -> list[list[Button]]:
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        return []
    mute = Button(w("prep-unmute"), "prep.unmute", (item.id,)) if item.muted_by else _mute(item)
    chain, give = Button(w("prep-chain"), "prep.chain", (item.id,)), Button(w("prep-give"), "prep.give", (item.id,))
    if item.role:
        return [[mute]] if owners.is_personal(desk, stream, item) else [[mute], [chain]]
    return [[mute]] if item.flow else [[mute], [give]]


def _mute(item: Item) -> Button:
    return Button(w("prep-mute"), "prep.mute", (item.id,))


def mute(desk: Desk, item: Item, *_: str) -> None:
    """A lead wants no more pings about this one matter."""
    stream = _theirs_to_mute(desk, item)
    if stream is None:
        return
    if item.muted_by is None:
        item.muted_by = desk.person.id
        settling.pause(desk, item, answered=False)
        desk.log("prep-log-muted", team_id=stream.team_id, stream_id=stream.id, item=item.title)
        _show(desk, stream, item)
    desk.toast(w("prep-muted-toast"), alert=True)


def unmute(desk: Desk, item: Item, *_: str) -> None:
    """It is asked for again: at its time, or from now on where that has passed."""
    stream = _theirs_to_mute(desk, item)
    if stream is None:
        return
    if item.muted_by is not None:
        item.muted_by = None
        desk.log("prep-log-unmuted", team_id=stream.team_id, stream_id=stream.id, item=item.title)
        laying.ask_again(desk, stream, item)
        _show(desk, stream, item)
    desk.toast(w("prep-unmuted-toast"))


def _show(desk: Desk, stream: Stream, item: Item) -> None:
    """The item's cards, and where leads see who was asked: each says how to change it back."""
    desk.session.flush()
    cards.show(desk, item)
    desk.show(_card(item), *_lines(desk, stream, item), buttons=_buttons(desk, stream, item))


def _card(item: Item) -> str:
    return f"prep-asked:{item.id}"


def _theirs_to_mute(desk: Desk, item: Item) -> Stream | None:
    stream = cards.stream_of(desk, item)
    if not desk.is_lead and not cards.for_lead(desk, stream, desk.person):
        desk.refuse(roster.leads_only(desk, stream))
    if item.state in UNSETTLED and not cards.is_over(desk, stream, item):
        return stream
    desk.toast(w("prep-over"))
    return None


def proof(desk: Desk, item: Item, *_: str) -> None:
    """What proved it, sent again to whoever wants to see it."""
    if item.state is not State.DONE or item.proof_file is None:
        desk.toast(w("prep-no-proof"))
        return
    stream = cards.stream_of(desk, item)
    by = desk.get(Person, item.done_by)
    lines: list[Piece] = [w("prep-proof-shown", title=item.title, who=by, at=item.done_at)]
    kind = "photo" if item.proof_photo else "document"
    place = desk.private(desk.person, desk.team_of(stream))
    desk.say(place, *lines, *rules.words_of_proof(item), file=(kind, {"file": item.proof_file}))
    door.point(desk)
