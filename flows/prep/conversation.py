"""What people do about items: tick off, say what is in the way, put off, skip."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot import door, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, w
from flows.prep import cards, lists, owners, rules, settling
from flows.prep.tables import UNSETTLED, Item, State


def done(desk: Desk, item: Item, *_: str) -> None:
    """Done, with what proves it; where two must look, the first or the second of them."""
    stream = _unsettled(desk, item)
    if stream is None:
        return
    if rules.waits_for_second(item):
        _look_too(desk, stream, item)
        return
    owners.must_be_theirs(desk, stream, item)
    if item.proof == "second":
        settling.checked(desk, stream, item)
        desk.toast(w("prep-checked-toast"))
    elif item.proof == "none":
        settling.done(desk, stream, item)
        desk.toast(w("prep-done-toast", title=item.title))
    else:
        _ask(desk, stream, item, "prep.proof")


def all_of_these(desk: Desk, stream: Stream, *_: str) -> None:
    """Everything on the presser's list that needs no more than a tick."""
    still = [item for item in lists.left(desk, stream, desk.person) if item.state in UNSETTLED]
    if not still:
        desk.toast(w("prep-over"))
        return
    ticked = [item for item in still if rules.takes_a_tick(item)]
    settling.all_done(desk, stream, ticked)
    left = sum(rules.asks_for_more(item, desk.person.id) for item in still)
    if not ticked:
        desk.toast(w("prep-all-none"))
    else:
        desk.toast(w("prep-all-toast", count=len(ticked), left=left))


def _look_too(desk: Desk, stream: Stream, item: Item) -> None:
    owners.must_be_of_the_crew(desk, stream, item)
    if not rules.may_be_second(item, desk.person.id):
        desk.refuse(w("prep-second-not-you"))
    settling.done(desk, stream, item)
    desk.toast(w("prep-done-toast", title=item.title))


def blocked(desk: Desk, item: Item, *_: str) -> None:
    stream = _unsettled(desk, item)
    if stream is None:
        return
    owners.must_be_theirs(desk, stream, item)
    if item.state is State.BLOCKED:
        desk.toast(w("prep-blocked-already", who=desk.person_named(item.done_by)))
        return
    _ask(desk, stream, item, "prep.blocked")


def stuck(desk: Desk, stream: Stream, *_: str) -> None:
    """Something on the presser's list can't be done: which one? With one left, it is asked at once what is in the way."""
    left = lists.not_stuck(desk, stream, desk.person)
    if not left:
        desk.toast(w("prep-over"))
    elif len(left) == 1:
        blocked(desk, left[0])
    else:
        desk.ask("prep.which", desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id)
        door.point(desk)


def skip(desk: Desk, item: Item, *_: str) -> None:
    """A lead's decision, with a reason."""
    stream = _unsettled(desk, item)
    if stream:
        _must_lead(desk, stream)
        _ask(desk, stream, item, "prep.skip")


def give(desk: Desk, item: Item, *_: str) -> None:
    """A lead says whose it is from now on. What a role has follows the crew, and what another flow put there is that
    flow's to give."""
    stream = None if item.role or item.flow else _unsettled(desk, item)
    if stream:
        _must_lead(desk, stream)
        _ask(desk, stream, item, "prep.give", was=item.owner_id)


def sort_out(desk: Desk, item: Item, *_: str) -> None:
    """A lead sees to what is in the way, or whoever was asked with all the others: nobody else is asked."""
    stream = _unsettled(desk, item)
    if stream:
        if not item.for_all:
            _must_lead(desk, stream)
        desk.acknowledge("prep.stuck", item.id)
        item.sorted_by = desk.person.id
        settling.shown(desk, stream, item)
        desk.toast(w("prep-sorted-toast"))


def call_everybody(desk: Desk, item: Item, *_: str) -> None:
    """A lead wants the whole team asked for what is in the way, and nobody before it."""
    stream = _unsettled(desk, item)
    if stream:
        _must_lead(desk, stream)
        settling.called(desk, stream, item)
        desk.toast(w("prep-called-toast"))


def unblock(desk: Desk, item: Item, *_: str) -> None:
    stream = _unsettled(desk, item)
    if stream is None:
        return
    owners.must_be_theirs(desk, stream, item)
    if item.state is not State.BLOCKED:
        desk.toast(w("prep-open-already"))
        return
    settling.reopened(desk, stream, item)
    holder = owners.owner(desk, stream, item)
    if holder.id != desk.person.id:
        lead, place = cards.for_lead(desk, stream, holder), desk.private(holder, desk.team_of(stream))
        lines = [w("prep-unblocked-by", who=desk.person), *cards.lines(desk, stream, item)]
        desk.say(place, *lines, buttons=cards.buttons(stream, item, lead), card=cards.name(item, lead))
    told = "prep-unblocked-own" if holder.id == desk.person.id else "prep-unblocked-toast"
    desk.toast(w(told if holder.reachable else "prep-unblocked-unheard", who=holder))


def undo(desk: Desk, item: Item, *_: str) -> None:
    """Settled by mistake: open again, by whoever settled it or a lead."""
    stream = cards.stream_of(desk, item)
    if item.state in UNSETTLED or cards.is_over(desk, stream, item) or item.flow:
        desk.toast(w("prep-open-already") if item.state in UNSETTLED else w("prep-over"))
        return
    if desk.person.id != item.done_by:
        _must_lead(desk, stream)
    settling.reopened(desk, stream, item)
    desk.toast(w("prep-undone-toast"))


def later(desk: Desk, item: Item, *_: str) -> None:
    """Offer how much later, less when it is close."""
    stream = _unsettled(desk, item)
    if stream is None:
        return
    owners.must_be_theirs(desk, stream, item)
    minutes = _delays(desk, stream, item)
    if not minutes:
        desk.toast(w("prep-no-later"), alert=True)
        return
    offers = [Button(w("prep-minutes", minutes=one), "prep.snooze", (item.id, one)) for one in minutes]
    buttons = [offers, [Button(w("prep-back"), "prep.back", (item.id,))]]
    cards.turn(desk, item, [*cards.lines(desk, stream, item), w("prep-when-again")], buttons)


def snooze(desk: Desk, item: Item, minutes: str, *_: str) -> None:
    stream = _unsettled(desk, item)
    if stream is None:
        return
    owners.must_be_theirs(desk, stream, item)
    if minutes not in map(str, _delays(desk, stream, item)):
        later(desk, item)
        return
    delay = timedelta(minutes=int(minutes))
    settling.put_off(desk, stream, item, delay)
    cards.show(desk, item, w("prep-again-at", who=desk.person, at=HourMinute(desk.now + delay)))
    desk.toast(w("prep-again-toast", span=delay))


def back(desk: Desk, item: Item, *_: str) -> None:
    cards.show(desk, item)


def _unsettled(desk: Desk, item: Item) -> Stream | None:
    """The item's stream, if there is still something to do; else the presser hears what has happened since."""
    stream = cards.stream_of(desk, item)
    if item.state is State.GONE or cards.is_over(desk, stream, item):
        desk.toast(w("prep-over"))
    elif item.state not in UNSETTLED:
        desk.toast(w(f"prep-already-{item.state}", who=desk.person_named(item.done_by), at=item.done_at))
    else:
        return stream
    cards.show(desk, item)
    return None


def _ask(desk: Desk, stream: Stream, item: Item, walk: str, **known: Any) -> None:
    """Ask in private; say so where the press came from elsewhere."""
    desk.ask(walk, desk.person, desk.team_of(stream), subject=item.id, stream_id=stream.id, answers=known)
    door.point(desk)


def _must_lead(desk: Desk, stream: Stream) -> None:
    if not desk.is_lead and not cards.for_lead(desk, stream, desk.person):
        desk.refuse(roster.leads_only(desk, stream))


def _delays(desk: Desk, stream: Stream, item: Item) -> tuple[int, ...]:
    return rules.delays(desk.now, cards.dated(desk, stream, item).due, stream.starts_at)
