"""One seat, or the gate, by itself: who was asked and when; and no more asking for a seat, where a lead wants none."""

from bot import asking, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.words import w
from flows.ready import account, answering, cards, chasing, gate_cards, roll, rules, seating
from flows.ready.tables import Gate, RollCall, RollLine


def who_was_asked(desk: Desk, line: RollLine) -> None:
    """For whoever was asked about a seat, and leads: names and times, and when the next one is asked."""
    stream = desk.get(Stream, line.stream_id)
    if not roster.may_act(desk, stream, [*seating.able(desk, stream, line), *roster.crew(desk, stream)]):
        desk.refuse(rehearsed(stream, w("ready-only-they", who=cards.holder(desk, line))))
    called, theirs = desk.get(RollCall, line.roll_id), roll.party(desk, stream, line)
    lines, buttons = account.view(desk, stream, called, theirs, line)(desk.person.id)
    asking.tell(desk, stream, lines, buttons, cards.asked_card(line))


def who_was_asked_to_decide(desk: Desk, gate: Gate) -> None:
    """For the crew, which waits for the decision."""
    stream = desk.get(Stream, gate.stream_id)
    if not roster.may_act(desk, stream, roster.crew(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    asking.tell(desk, stream, gate_cards.account(desk, stream), card=gate_cards.account_card(stream))


def mute(desk: Desk, line: RollLine) -> None:
    """A lead wants nobody asked about this seat any more."""
    theirs = _theirs_to_mute(desk, line)
    if not theirs:
        return
    stream = desk.get(Stream, line.stream_id)
    whose = cards.whose(desk, stream, theirs)
    if line.muted_by is None:
        for each in theirs:
            each.muted_by = desk.person.id
        desk.drop(chasing.CALLS, *(each.id for each in theirs))
        _log(desk, stream, "ready-log-muted", theirs)
        roll.refresh(desk, stream, desk.get(RollCall, line.roll_id))
        desk.show_all({cards.silent_card(each): cards.settled_view(desk, stream, each) for each in theirs})
    desk.toast(rehearsed(stream, w("ready-toast-muted", whose=whose)), alert=True)


def unmute(desk: Desk, line: RollLine) -> None:
    """It is asked for again: now, or at the time that was named."""
    theirs = _theirs_to_mute(desk, line)
    if not theirs:
        return
    stream = desk.get(Stream, line.stream_id)
    if line.muted_by is not None:
        for each in theirs:
            each.muted_by = None
        _log(desk, stream, "ready-log-unmuted", theirs)
        roll.ask(desk, stream, theirs, rules.ask_at(rules.speaks(theirs), desk.now))
        roll.refresh(desk, stream, desk.get(RollCall, line.roll_id))
    desk.toast(rehearsed(stream, w("ready-toast-unmuted")))


def _theirs_to_mute(desk: Desk, line: RollLine) -> list[RollLine]:
    """What the holder of a seat has not answered, if a lead presses and the roll is open still."""
    stream = desk.get(Stream, line.stream_id)
    if not roster.may_act(desk, stream, ()):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    if answering.closed(desk, desk.get(RollCall, line.roll_id)):
        return []
    theirs = rules.unready(roll.party(desk, stream, line))
    if not theirs:
        desk.toast(rehearsed(stream, w("ready-toast-already")))
    return theirs


def _log(desk: Desk, stream: Stream, key: str, theirs: list[RollLine]) -> None:
    for line in theirs:
        about = {"role": cards.role_name(desk, stream, line.role), "whom": cards.holder(desk, line)}
        desk.log(key, team_id=stream.team_id, stream_id=stream.id, **about)
