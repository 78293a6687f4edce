"""One matter by itself: who was asked for it and when, no more pings about it, and what proved it."""

from __future__ import annotations

from bot import door, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import Piece, w
from flows.prep import account, cards, laying, owners, rules, settling
from flows.prep.tables import UNSETTLED, Item, State


def who_was_asked(desk: Desk, item: Item, *_: str) -> None:
    """For its owner, whoever stands in, and leads: names and times, and who comes next."""
    stream = cards.stream_of(desk, item)
    owners.must_be_theirs(desk, stream, item)
    lead = desk.is_lead or cards.for_lead(desk, stream, desk.person)
    place = desk.private(desk.person, desk.team_of(stream))
    if lead:
        buttons = account.buttons(desk, stream, item)
        desk.say(place, *account.lines(desk, stream, item), buttons=buttons, card=account.card(item))
    else:
        desk.say(place, *account.lines(desk, stream, item))
    door.point(desk)


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
    account.refresh(desk, stream, [item])


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
