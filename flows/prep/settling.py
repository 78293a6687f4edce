"""What happens to an item: done, checked, blocked, skipped, put off, taken back; its pings and cards follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from bot import conversation
from bot.crew import Phase, Stream
from bot.desk import Desk
from flows.prep import account, added, cards, let_pass, lists, mine, morning, owners, rules
from flows.prep.tables import UNSETTLED, Item, State

MOMENT = timedelta(minutes=30)
WALKS = ("prep.proof", "prep.blocked", "prep.skip", "prep.give")


def done(
    desk: Desk, stream: Stream, item: Item, *, text: str = "", file: str | None = None, photo: bool = False
) -> None:
    """It is done: said to everyone who was asked, and to the flow that put it there."""
    item.proof_text, item.proof_file, item.proof_photo = text, file, photo
    _done(desk, stream, item)
    shown(desk, stream, item)
    for flow in desk.house.flows if text else ():
        if flow.proved:
            flow.proved(desk, stream, item.key, text)


def all_done(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """Several in one press, and one look at what shows them."""
    for item in items:
        _done(desk, stream, item)
    shown(desk, stream, *items)


def _done(desk: Desk, stream: Stream, item: Item) -> None:
    let_pass.done(desk, stream, item)
    item.in_time = rules.in_time(cards.dated(desk, stream, item), stream.starts_at, desk.now)
    holder = owners.owner(desk, stream, item)
    if item.checked_by not in (None, desk.person.id):
        _log(desk, stream, "prep-log-checked-again", item)
    elif desk.person.id in (holder.id, item.owner_id):
        _log(desk, stream, "prep-log-done", item)
    else:
        _log(desk, stream, "prep-log-done-for", item, owner=holder)
    _settled(desk, item, State.DONE)
    for flow in desk.house.flows:
        if flow.name == item.flow and flow.item_done:
            flow.item_done(desk, stream, item.subject)


def skipped(desk: Desk, stream: Stream, item: Item, why: str) -> None:
    item.why, item.in_time = why, None
    _log(desk, stream, "prep-log-skipped", item, why=why)
    _settled(desk, item, State.SKIPPED)
    shown(desk, stream, item)


def checked(desk: Desk, stream: Stream, item: Item) -> None:
    """The first of two has looked: now somebody else is asked."""
    item.checked_by, item.state, item.why = desk.person.id, State.OPEN, ""
    pause(desk, item)
    _log(desk, stream, "prep-log-checked", item)
    desk.cue("prep.second", item.id, team_id=stream.team_id, stream=stream, at=desk.now, note=str(item.turn))
    shown(desk, stream, item)


def blocked(desk: Desk, stream: Stream, item: Item, why: str) -> None:
    """Something is in the way: the lead hears of it, and the owner is left in peace."""
    item.state, item.why, item.done_by = State.BLOCKED, why, desk.person.id
    item.sorted_by, item.for_all = None, False
    pause(desk, item)
    _withdraw_questions(desk, item)
    _log(desk, stream, "prep-log-blocked", item, why=why)
    if owners.told_when_stuck(desk, stream, desk.person.id):
        _ask_for_a_way(desk, stream, item)
    shown(desk, stream, item)


def called(desk: Desk, stream: Stream, item: Item) -> None:
    """The whole team is asked what is to become of it."""
    item.for_all, item.sorted_by = True, None
    pause(desk, item)
    _log(desk, stream, "prep-log-called", item)
    _ask_for_a_way(desk, stream, item)
    shown(desk, stream, item)


def _ask_for_a_way(desk: Desk, stream: Stream, item: Item) -> None:
    desk.cue("prep.stuck", item.id, team_id=stream.team_id, stream=stream, at=desk.now, note=str(item.turn))


def reopened(desk: Desk, stream: Stream, item: Item) -> None:
    """Open again: unblocked, or settled by mistake. Its owner has until it is due."""
    _log(desk, stream, "prep-log-unblocked" if item.state is State.BLOCKED else "prep-log-undone", item)
    item.state, item.why, item.in_time = State.OPEN, "", None
    item.checked_by = item.done_by = item.done_at = None
    pause(desk, item)
    _withdraw_questions(desk, item)
    follow_up(desk, stream, item)
    shown(desk, stream, item)


def put_off(desk: Desk, stream: Stream, item: Item, delay: timedelta) -> None:
    """Later: the same person is asked again, and only then silence is followed up."""
    pause(desk, item)
    desk.cue(
        "prep.again",
        item.id,
        team_id=stream.team_id,
        stream=stream,
        at=desk.now + delay,
        note=str(item.turn),
        person_id=desk.person.id,
    )
    follow_up(desk, stream, item, delay)


def pause(desk: Desk, item: Item, *, answered: bool = True) -> None:
    """Silence every ping about an item, since somebody has answered, or since nobody is to be asked any more."""
    (desk.acknowledge if answered else desk.drop)(account.PINGS, item.id)
    item.turn += 1


def follow_up(desk: Desk, stream: Stream, item: Item, delay: timedelta = timedelta()) -> None:
    """Follow up silence from when it is overdue, but leave whoever was asked just now a moment, no longer than the
    playbook leaves them (after a show a little later may be in quiet hours); a list at short notice promises its time."""
    due = cards.dated(desk, stream, item).due
    lead, wait = timedelta(seconds=item.lead), desk.house.escalation(stream).wait(stream.starts_at - desk.now)
    moment = min(wait, MOMENT, lead or MOMENT) if delay or not item.short else timedelta()
    soonest = desk.now + delay + moment
    when: dict[str, Any] = (
        {"at": soonest} if due < soonest else {"counted": item.counted, "offset": timedelta(seconds=item.offset)}
    )
    if not item.short or due > desk.now:
        desk.cue("prep.overdue", item.id, team_id=stream.team_id, stream=stream, note=str(item.turn), **when)


def withdrawn(desk: Desk, item: Item) -> None:
    """Nobody asks for it any more: the flow that put it there took it back."""
    item.state = State.GONE
    pause(desk, item, answered=False)
    _withdraw_questions(desk, item)
    shown(desk, cards.stream_of(desk, item), item)


def begun(desk: Desk, stream: Stream, items: Iterable[Item]) -> None:
    """The show is on without these: nobody is asked, and whatever shows one says so."""
    shown(desk, stream, *silenced(desk, items))


def silenced(desk: Desk, items: Iterable[Item]) -> list[Item]:
    """No more pings about what is unfinished: the show has begun."""
    unfinished = [item for item in items if item.state in UNSETTLED]
    desk.drop(account.PINGS, *(item.id for item in unfinished))
    for item in unfinished:
        item.turn += 1
    return unfinished


def ended(desk: Desk, stream: Stream, items: Iterable[Item]) -> None:
    """The show is over or called off: nothing more is asked, and whatever shows an item says so."""
    unfinished = silenced(desk, items)
    _withdraw_questions(desk, *unfinished)
    shown(desk, stream, *unfinished)


def shown(desk: Desk, stream: Stream, *items: Item, former: Iterable[int] = ()) -> None:
    """Cards, lists and board say what is true now, to whoever had an item before too."""
    desk.session.flush()
    cards.show_all(desk, items)
    account.refresh(desk, stream, items)
    for item in items:
        if item.key.startswith("hand:") and (item.state not in UNSETTLED or cards.is_over(desk, stream, item)):
            desk.show(added.name(item), *cards.lines(desk, stream, item))
    people = lists.readers(desk, stream, items, former)
    lists.refresh(desk, stream, people)
    mine.refresh(desk, people, desk.team_of(stream))
    morning.refresh(desk, stream, items)
    desk.touch(stream)
    for flow in desk.house.flows if stream.phase in (Phase.STANDBY, Phase.LIVE, Phase.WRAP) else ():
        if flow.points_changed:
            flow.points_changed(desk, stream)


def _settled(desk: Desk, item: Item, state: State) -> None:
    item.state, item.done_by, item.done_at = state, desk.person.id, desk.now
    pause(desk, item)
    _withdraw_questions(desk, item)


def _withdraw_questions(desk: Desk, *items: Item) -> None:
    conversation.close_all(desk, WALKS, *(item.id for item in items))


def _log(desk: Desk, stream: Stream, key: str, item: Item, **args: object) -> None:
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, item=item.title, **args)
