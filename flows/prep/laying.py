"""The checklist of a stream: laid out from the playbook and the other flows, and kept true when the stream changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import select

from bot import record, roster
from bot.crew import AHEAD, OVER, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.playbook import Item as Line
from flows.prep import cards, handing_on, lists, looking, morning, nights, owners, rows, rules, settling, waiting
from flows.prep.owners import Owners
from flows.prep.reasons import Why
from flows.prep.tables import UNSETTLED, Item, State


def plan(desk: Desk, stream: Stream) -> None:
    """Lay out what is not there yet; what comes too late to be asked for by itself comes as one list per person."""
    ask_for(desk, stream, [*gather(desk, stream), *fit(desk, stream)], Why.SHORT)
    desk.touch(stream)


def fit(desk: Desk, stream: Stream) -> list[Item]:
    """The playbook's lines that are for this show as it is now: those that have come, while others are taken back."""
    known, come, playbook = (
        {item.key: item for item in _all(desk, stream)},
        list[Item](),
        desk.house.playbook_of(stream),
    )
    meant = {key: line for line in playbook.items for key in _meant(desk, stream, line)}
    for key, line in meant.items():
        item = known.get(key)
        if item is None:
            come.append(rows.row(stream, line, key))
        elif item.state is State.GONE:
            item.state, item.told_id, item.from_id, item.listed = State.OPEN, None, None, False
            come.append(item)
    for key, item in known.items():
        if key not in meant and item.state in UNSETTLED and rows.line_of(playbook, item):
            settling.withdrawn(desk, item)
    desk.session.add_all(come)
    desk.session.flush()
    return come


def _meant(desk: Desk, stream: Stream, line: Line) -> list[str]:
    """The rows that a line has in this show as it is now."""
    meant = roster.is_meant(desk, stream, line.when)
    return rows.keys_of(line, owners.seated(desk, stream, line.owner)) if meant else []


def gather(desk: Desk, stream: Stream) -> list[Item]:
    """What other flows put on the list: the new ones are kept and given back, those taken back are withdrawn."""
    known = {item.key: item for item in _all(desk, stream) if item.flow}
    offered = [extra for flow in desk.house.flows for extra in flow.items(desk, stream)]
    keys = {rows.key(extra) for extra in offered}
    for key, item in known.items():
        if item.state in UNSETTLED and key not in keys:
            settling.withdrawn(desk, item)
    for extra in offered:
        there = known.get(rows.key(extra))
        if there:
            there.offset = rows.offset(stream, extra)
        if there and extra.owner_id and there.owner_id != extra.owner_id:
            _handed_on(desk, stream, there, extra.owner_id)
    back = [known[key] for key in keys if key in known and known[key].state is State.GONE]
    for item in back:
        item.state = State.OPEN
    come = [rows.carried(stream, extra) for extra in offered if rows.key(extra) not in known]
    desk.session.add_all(come)
    desk.session.flush()
    return [*back, *come]


def _handed_on(desk: Desk, stream: Stream, item: Item, owner_id: int) -> None:
    """The flow that put it there has given it to somebody else, and told them: they are asked from now on."""
    former, item.owner_id = {item.owner_id, item.told_id} - {None}, owner_id
    if item.state not in UNSETTLED:
        return
    settling.pause(desk, item, answered=False)
    item.told_id, item.listed, item.late_told = owner_id, False, False
    ask_again(desk, stream, item)
    settling.shown(desk, stream, item, former={one for one in former if one})


def ask_for(desk: Desk, stream: Stream, items: Sequence[Item], why: Why) -> None:
    """Plan the pings of new items; for those whose time to be asked has passed, tell each owner once: of what a role
    has, when they have said yes to it. What is due later is asked for then."""
    holders, late = Owners(desk, stream), dict[int, list[Item]]()
    if items:
        desk.read_ahead(stream, "prep")
    for item in items:
        item.short = rules.comes_too_late(item, cards.dated(desk, stream, item).due, desk.now)
        if item.short:
            late.setdefault(holders(item).id, []).append(item)
            settling.follow_up(desk, stream, item)
        else:
            _cue(desk, stream, item)
    waits = why is Why.SHORT or any(item.role for item in items)
    _tell_each(desk, stream, waiting.decided(desk, stream, late) if waits else late, why)
    morning.plan(desk, stream, items)


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """Told when the stream moves, changes its crew, goes on to a phase, or another flow has something for the list."""
    items = lists.of(desk, stream)
    if stream.phase in OVER:
        _over(desk, stream, items, change)
        return
    if change is Change.MOVED:
        _moved(desk, stream, items)
    elif change is Change.ANSWER:
        handing_on.crew_changed(desk, stream, items)
        return
    elif change in (Change.DETAILS, Change.READERS):
        settling.shown(desk, stream, *items)
        morning.plan(desk, stream, items)
    elif change is Change.PHASE and stream.phase not in AHEAD:
        settling.begun(desk, stream, [item for item in items if rules.before_the_show(item)])
        if stream.phase is Phase.WRAP:
            settling.shown(desk, stream, *items)
            _ask_those_off_air(desk, stream, items)
    if stream.phase in (Phase.PREP, Phase.STANDBY) and change is not Change.PHASE:
        ask_for(desk, stream, gather(desk, stream) if change is Change.ITEMS else fit(desk, stream), Why.ADDED)
    if change is Change.CREW:
        handing_on.crew_changed(desk, stream, lists.of(desk, stream))


def _ask_those_off_air(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """What waited for its owner to come off the air, for an end that has come early, or would be asked for in the night
    is asked for now, one after the other: what is critical first."""
    by = max(desk.now, stream.ends_at)
    every = (cards.dated(desk, stream, item) for item in items if not item.from_start and item.told_id is None)
    own = [each for each in every if not each.item.short]
    held = [one for one in own if rules.ping_at(one.item, one.due) <= by or nights.sleeps_over(desk, stream, one)]
    for place, each in enumerate(sorted(held, key=lambda one: (not one.item.critical, one.due, one.item.id))):
        kind, note = "prep.ping" if each.item.lead else "prep.overdue", str(each.item.turn)
        at = desk.now + timedelta(seconds=place)
        desk.cue(kind, each.item.id, team_id=stream.team_id, stream=stream, at=at, note=note)


def _over(desk: Desk, stream: Stream, items: Sequence[Item], change: Change) -> None:
    """Nothing more is asked, but for what a show that was not called off leaves to be done: that is asked for as before,
    until it was due too long ago."""
    settling.ended(desk, stream, [item for item in items if cards.is_over(desk, stream, item)])
    left = lists.stays_open(desk, stream) if stream.phase is Phase.CLOSED else []
    if change is Change.PHASE:
        for item in left:
            given_up = cards.dated(desk, stream, item).due + rules.KEPT
            desk.cue("prep.end", item.id, team_id=stream.team_id, stream=stream, at=given_up)
    settling.shown(desk, stream, *left)


def _moved(desk: Desk, stream: Stream, items: Sequence[Item]) -> None:
    """Due times have moved with the stream. What can be asked for again is; what can't any more comes in one list."""
    desk.read_ahead(stream, "prep")
    holders, late = Owners(desk, stream), dict[int, list[Item]]()
    unsettled = [item for item in items if item.state in UNSETTLED]
    by = _moved_by(desk, stream)
    for item in unsettled:
        was_late = _keep_what_has_passed(desk, stream, item, by)
        due = cards.dated(desk, stream, item).due
        if was_late and not item.short:
            continue
        if item.short and not rules.comes_too_late(item, due, desk.now):
            item.short = item.listed = item.late_told = False
            item.told_id = item.from_id = None
            settling.pause(desk, item, answered=False)
            _cue(desk, stream, item)
        elif not item.short and rules.has_no_time_left(item, due, desk.now):
            item.short = True
            settling.pause(desk, item, answered=False)
            settling.follow_up(desk, stream, item)
            if not item.late_told:
                late.setdefault(holders(item).id, []).append(item)
        else:
            item.late_told = item.late_told and due <= desk.now
    settling.shown(desk, stream, *items)
    looking.follow(desk, stream)
    _tell_each(desk, stream, late, Why.MOVED)
    morning.plan(desk, stream, items)


def _moved_by(desk: Desk, stream: Stream) -> timedelta:
    """How far the show has just moved, as its log says."""
    told = record.entries(desk, stream, ("phase-log-moved",))
    return stream.starts_at - datetime.fromisoformat(told[-1].args["before"]["at"]) if told else timedelta()


def _keep_what_has_passed(desk: Desk, stream: Stream, item: Item, by: timedelta) -> bool:
    """A due time that nobody met stays as it was said; whether it does."""
    known, item.said_due = item.said_due, None
    due = cards.dated(desk, stream, item).due
    said = known or due - by
    item.said_due = said if rules.stays_due(said, due, desk.now) else None
    return item.said_due is not None


def _tell_each(desk: Desk, stream: Stream, items: dict[int, list[Item]], why: Why) -> None:
    for person_id, theirs in items.items():
        lists.tell(desk, stream, desk.get(Person, person_id), theirs, why)


def ask_again(desk: Desk, stream: Stream, item: Item) -> None:
    """Pings were unwanted for a while: they come at their time, or from now on where it has passed."""
    if item.state is State.BLOCKED:
        return
    if rules.ping_at(item, cards.dated(desk, stream, item).due) > desk.now:
        _cue(desk, stream, item)
    else:
        settling.follow_up(desk, stream, item)


def _cue(desk: Desk, stream: Stream, item: Item) -> None:
    """Asked for at due minus lead. Following up silence is planned once it was asked for."""
    each = cards.dated(desk, stream, item)
    early = each.due - nights.asked_at(desk, stream, each)
    kind, offset = (
        ("prep.ping", item.offset - int(early.total_seconds())) if item.lead else ("prep.overdue", item.offset)
    )
    desk.cue(
        kind,
        item.id,
        team_id=stream.team_id,
        stream=stream,
        counted=item.counted,
        offset=timedelta(seconds=offset),
        note=str(item.turn),
    )


def _all(desk: Desk, stream: Stream) -> Sequence[Item]:
    return desk.session.exec(select(Item).where(Item.stream_id == stream.id)).all()
