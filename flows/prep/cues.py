"""Preparation's pings: the owner is asked at the item's time, silence after it is due goes up the chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot import asking
from bot.crew import Person, Phase, Stream
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import CueKind, Late, Moved
from bot.words import w
from flows.prep import cards, handing_on, morning, owners, rules, settling, waiting
from flows.prep.tables import UNSETTLED, Item, State


def give_ping(desk: Desk, call: Call) -> bool:
    """The owner's turn. Somebody else's where the owner is on air."""
    stream, item = _about(desk, call)
    if not _still(item, call, State.OPEN):
        return False
    people = owners.chain(desk, stream, item)
    if _comes_with_the_wrap(desk, stream, item, people[0]):
        return False
    person = next((person for person in people if not desk.on_air(person)), people[0])
    item.told_id, item.listed = people[0].id, False
    waiting.expect(desk, stream, item, people[0])
    cards.show(desk, item)
    _say(desk, stream, item, person)
    asking.note(desk, call.cue, person)
    settling.follow_up(desk, stream, item)
    return True


def _comes_with_the_wrap(desk: Desk, stream: Stream, item: Item, owner: Person) -> bool:
    """What is to be done after the show needs nobody else while its owner is on air: it is asked for at the wrap."""
    return not item.from_start and stream.phase is Phase.LIVE and desk.on_air(owner)


def give_again(desk: Desk, call: Call) -> bool:
    """Somebody said Later, and it is later."""
    stream, item = _about(desk, call)
    if not _still(item, call, State.OPEN):
        return False
    people = owners.chain(desk, stream, item)
    person = next((person for person in people if person.id == call.cue.person_id), people[0])
    cards.show(desk, item)
    _say(desk, stream, item, person)
    asking.note(desk, call.cue, person)
    return True


def give_overdue(desk: Desk, call: Call) -> bool:
    """It is due and not done: the owner first, then whoever can see to it, at last everybody.

    Where the show has moved since, there is time again."""
    stream, item = _about(desk, call)
    if not _still(item, call, State.OPEN) or rules.waits_for_second(item):
        return False
    if call.round == 0 and _comes_with_the_wrap(desk, stream, item, owners.owner(desk, stream, item)):
        return False
    personal = owners.is_personal(desk, stream, item)
    if personal and call.round and call.person is None:  # the leads know, and nobody else can do it
        return False
    if cards.dated(desk, stream, item).due > desk.now:
        item.turn += 1
        settling.follow_up(desk, stream, item)
        return False
    item.late_told, item.for_all = True, item.for_all or (call.person is None and not personal)
    if call.round == 0 and call.person:
        item.told_id, item.listed = owners.owner(desk, stream, item).id, False
        cards.show(desk, item)
        desk.touch(stream)
    _ping(desk, call, stream, item)
    return True


def give_second(desk: Desk, call: Call) -> bool:
    """One has looked; whom to ask to look too."""
    stream, item = _about(desk, call)
    if not _still(item, call, State.OPEN) or not rules.waits_for_second(item):
        return False
    item.for_all = item.for_all or call.person is None
    lead = call.person is not None and cards.for_lead(desk, stream, call.person)
    lines = [*cards.lines(desk, stream, item), w("prep-second-please")]
    desk.ping(call, *lines, buttons=cards.buttons(stream, item, lead), card=cards.name(item, lead))
    return True


def give_stuck(desk: Desk, call: Call) -> bool:
    """Something is in the way: the lead decides; silence goes to the other leads, then to everybody; at once where a lead
    wants everybody asked."""
    stream, item = _about(desk, call)
    if not _still(item, call, State.BLOCKED):
        return False
    item.for_all = item.for_all or call.person is None
    lines = [*cards.lines(desk, stream, item), *cards.question(stream, item)]
    desk.ping(call, *lines, buttons=cards.stuck_buttons(stream, item), card=cards.stuck(item))
    return True


def give_end(desk: Desk, call: Call) -> bool:
    """A show that is over has left it, and nobody did it: it is given up without a word."""
    stream, item = _about(desk, call)
    if item.state in UNSETTLED:
        settling.ended(desk, stream, [item])
    return False


def chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    item = desk.get(Item, cue.subject)
    return owners.chain(desk, cards.stream_of(desk, item), item)


def second_chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    item = desk.get(Item, cue.subject)
    return owners.seconds(desk, cards.stream_of(desk, item), item)


def stuck_chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    item = desk.get(Item, cue.subject)
    return [] if item.for_all else owners.told_when_stuck(desk, cards.stream_of(desk, item), item.done_by)


def _about(desk: Desk, call: Call) -> tuple[Stream, Item]:
    item = desk.get(Item, call.cue.subject)
    return cards.stream_of(desk, item), item


def _still(item: Item, call: Call, state: State) -> bool:
    """Whether the ping was planned for the item as it stands now."""
    return item.state is state and call.cue.note == str(item.turn) and item.muted_by is None


def _say(desk: Desk, stream: Stream, item: Item, person: Person) -> None:
    lead, lines = cards.for_lead(desk, stream, person), cards.asked(desk, stream, item, person)
    desk.say(
        desk.private(person, desk.team_of(stream)),
        *lines,
        cards.stop_line(desk, stream, person),
        below=lines[0],
        buttons=cards.buttons(stream, item, lead),
        card=cards.name(item, lead),
    )


def _ping(desk: Desk, call: Call, stream: Stream, item: Item) -> None:
    lead = call.person is not None and cards.for_lead(desk, stream, call.person)
    lines = cards.asked(desk, stream, item, call.person, call.cue.asked if call.round else ())
    stop = cards.stop_line(desk, stream, call.person)
    desk.ping(call, *lines, stop, buttons=cards.buttons(stream, item, lead), card=cards.name(item, lead))


GRACE = timedelta(minutes=10)
KINDS = {
    "ping": CueKind(give_ping, late=Late.SEND, grace=GRACE, moved=Moved.REPEAT, outlives=True),
    "again": CueKind(give_again, late=Late.SEND, grace=GRACE, moved=Moved.KEEP, outlives=True),
    "overdue": CueKind(give_overdue, late=Late.SEND, grace=GRACE, moved=Moved.REPEAT, outlives=True, chain=chain),
    "second": CueKind(give_second, late=Late.SEND, grace=GRACE, moved=Moved.KEEP, outlives=True, chain=second_chain),
    "morning": CueKind(morning.give, late=Late.SEND, grace=GRACE, moved=Moved.KEEP),
    "waiting": CueKind(handing_on.give, late=Late.SEND, grace=GRACE, moved=Moved.KEEP),
    "end": CueKind(give_end, moved=Moved.KEEP, quiet=False, outlives=True),
    "stuck": CueKind(give_stuck, late=Late.SEND, grace=GRACE, moved=Moved.KEEP, outlives=True, chain=stuck_chain),
}
