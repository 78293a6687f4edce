"""Which pings duty plans and says: the hand-off before a turn begins, the nag, the page at the hour, promises, hours."""

from bot import roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.cues import Call
from bot.desk import Desk
from bot.flow import Change, CueKind, Late, Moved
from bot.place import rehearsed
from bot.words import HourMinute, w
from flows.duty import book, handing, paging, pledges, rules, shifts, waiting
from flows.duty.tables import HandOff, Holding, Passing, Shift


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """Before the show the plan follows whatever changes; go-live puts people on, the wrap takes them off."""
    if stream.phase in AHEAD or change is Change.CREW:
        handing.follow_crew(desk, stream)
    elif change is Change.PHASE and stream.phase is Phase.LIVE:
        shifts.go_live(desk, stream)
    elif change is Change.PHASE:
        handing.end_all(desk, stream)


def give_card(desk: Desk, call: Call) -> bool:
    """A turn begins soon: whoever is on hands over to whoever it belongs to."""
    shift = desk.session.get(Shift, call.cue.subject)
    stream = desk.get(Stream, call.cue.stream_id)
    if shift is None or shift.state is not Holding.PLANNED or stream.phase is not Phase.LIVE:
        return False
    out = shifts.holder(desk, stream, shift.role, shift.lane)
    if out is None:
        shifts.put_on(desk, stream, shift)
    elif out.person_id == shift.person_id:
        handing.lapse(desk, stream, shifts.Lane(shift.role, shift.lane), but=shift)
        shifts.carry_on(desk, stream, out, shift)
    elif (open_one := book.unsettled_in(desk, stream, shift)) is None or open_one.to_shift_id != shift.id:
        nag = desk.house.playbook_of(stream).handoff.nag
        handing.open_one(desk, stream, out, shift, rules.due_of(shift.starts_at, desk.now, nag))
    return True


def give_nag(desk: Desk, call: Call) -> bool:
    """A few minutes to the hour and not accepted: both are told, and the floor manager; an unfinished card goes out."""
    handoff = desk.get(HandOff, call.cue.subject)
    if not book.still_open(desk, handoff):
        return False
    stream = book.stream_of(desk, handoff)
    filling = handoff.state is Passing.DRAFTING
    if filling:
        walk = book.walk_of(desk, handoff)
        handing.keep_answers(desk, handoff, {**handoff.answers, **(walk.answers if walk else {})})
        handing.mark_offered(desk, handoff)
    waiting.nag(desk, stream, handoff, filling and book.walk_of(desk, handoff) is None)
    return True


def give_hours(desk: Desk, call: Call) -> bool:
    """Somebody has been in front of the camera for long: the floor manager and the lead see to it."""
    shift = desk.session.get(Shift, call.cue.subject)
    stream = desk.get(Stream, call.cue.stream_id)
    if shift is None or shift.state is not Holding.ON or stream.phase is not Phase.LIVE:
        return False
    word = "duty-hours-hard" if call.cue.note == "hard" else "duty-hours-warn"
    facts = {
        "who": desk.person_named(shift.person_id),
        "role": shifts.role_of(desk, stream, shift.role).name,
        "span": desk.now - (shift.on_at or desk.now),
        "until": HourMinute(shift.ends_at),
    }
    people = [*roster.holders(desk, stream, desk.house.playbook_of(stream).caller), desk.get(Person, stream.lead_id)]
    for person in roster.once(people):
        desk.say(desk.private(person, desk.team_of(stream)), rehearsed(stream, w(word, **facts)))
    desk.log("duty-log-hours", team_id=stream.team_id, stream_id=stream.id, person=facts["who"], span=facts["span"])
    return True


KINDS = {
    "card": CueKind(give_card, late=Late.SEND, moved=Moved.KEEP, quiet=False, on_board=True),
    "nag": CueKind(give_nag, late=Late.SEND, moved=Moved.KEEP, quiet=False),
    "page": CueKind(paging.give, late=Late.SEND, moved=Moved.KEEP, chain=paging.chain, quiet=False, on_board=True),
    "promise": CueKind(
        pledges.give, late=Late.SAY_LATE, moved=Moved.KEEP, chain=pledges.whom, quiet=False, on_board=True
    ),
    "hours": CueKind(give_hours, late=Late.SEND, moved=Moved.KEEP, quiet=False),
}
