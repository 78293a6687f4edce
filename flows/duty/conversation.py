"""What people do about their duty: who is on, hand over, accept, ask, decline, take over in an emergency."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import Place, rehearsed
from bot.words import Joined, Piece, Words, w
from flows.duty import book, cards, handing, rules, shifts, showing
from flows.duty.tables import HandOff, Passing, Shift


def streams(desk: Desk, *phases: Phase) -> Sequence[Stream]:
    """The team's shows in these phases, the soonest first."""
    assert desk.team is not None
    return desk.session.exec(
        select(Stream)
        .where(Stream.team_id == desk.team.id, col(Stream.phase).in_(phases))
        .order_by(col(Stream.starts_at), col(Stream.id))
    ).all()


def now(desk: Desk, _text: str) -> None:
    """/now: who is on, since when, and who is next; before a show, who will be."""
    live = streams(desk, Phase.LIVE)
    if not live:
        ahead = next(iter(streams(desk, *AHEAD)), None)
        desk.reply(*(_planned(desk, ahead) if ahead else [w("duty-now-nobody")]))
        return
    for stream in live:
        lines = showing.on_lines(desk, stream, shifts.on_now(desk, stream))
        buttons = [[hand_over_button(desk, stream, shift)] for shift in _mine(desk, stream)]
        desk.reply(w("duty-now", title=stream.title), *lines, buttons=buttons)


def _planned(desk: Desk, stream: Stream) -> list[Piece]:
    lines = [
        w(
            "duty-plan-line",
            role=shifts.role_of(desk, stream, lane.role).name,
            turns=Joined([showing.turn(desk, turn) for turn in turns]),
        )
        for lane, turns in shifts.lanes(desk, stream)
        if lane.lane == 0
    ]
    return [w("duty-plan", title=stream.title, at=stream.starts_at), *lines]


def now_toast(desk: Desk, stream: Stream) -> None:
    """[Now] on the board: for the presser alone."""
    on = showing.briefly(desk, stream, shifts.on_now(desk, stream))
    desk.toast(rehearsed(stream, w("duty-now-toast", on=Joined(on))) if on else w("duty-now-nobody"), alert=True)


def hand_over_button(desk: Desk, stream: Stream, shift: Shift) -> Button:
    role = shifts.role_of(desk, stream, shift.role).name
    return Button(w("duty-button-hand-off-role", role=role), "duty.start", (shift.id,))


def _mine(desk: Desk, stream: Stream) -> list[Shift]:
    return [shift for shift in shifts.on_now(desk, stream) if shift.person_id == desk.person.id]


def hand_off(desk: Desk, text: str) -> None:
    """/handoff, or /handoff role."""
    live = streams(desk, Phase.LIVE)
    mine = [(stream, shift) for stream in live for shift in _mine(desk, stream)]
    if not live:
        desk.reply(w("duty-now-nobody"))
    elif text.strip():
        role = desk.house.playbook_of(live[0]).role(text)
        found = [(stream, shift) for stream in live for shift in shifts.on_now(desk, stream, role.key if role else "")]
        _choose(desk, found, desk.here, w("duty-no-such-duty", role=text.strip()[:40]))
    else:
        everybody = [(stream, shift) for stream in live for shift in shifts.on_now(desk, stream)]
        _choose(desk, mine or (everybody if desk.is_lead else []), desk.here, w("duty-not-on"))


def hand_off_board(desk: Desk, stream: Stream) -> None:
    """[Hand off] on the board: for whoever is on duty, or a lead for anybody."""
    shown = _mine(desk, stream) or (shifts.on_now(desk, stream) if desk.is_lead else [])
    if not shown:
        desk.refuse(w("duty-not-on"))
    _choose(desk, [(stream, shift) for shift in shown], desk.private(desk.person, desk.team), w("duty-not-on"))


def _choose(desk: Desk, found: Sequence[tuple[Stream, Shift]], place: Place, nothing: Piece) -> None:
    """One duty is handed over at once; of several one is picked."""
    if not found:
        desk.reply(nothing)
    elif len(found) == 1:
        _begin(desk, *found[0], place)
    else:
        buttons = [[hand_over_button(desk, stream, shift)] for stream, shift in found[:20]]
        desk.say(place, w("duty-which"), buttons=buttons, priority=Priority.REPLY)


def start(desk: Desk, shift: Shift) -> None:
    """[Hand off: role]"""
    _begin(desk, desk.get(Stream, shift.stream_id), shift, desk.private(desk.person, desk.team))


def _begin(desk: Desk, stream: Stream, shift: Shift, place: Place) -> None:
    """To whoever is next; where nobody is, to somebody who could do it."""
    if not _still_on(desk, stream, shift):
        return
    role = shifts.role_of(desk, stream, shift.role).name
    if handoff := book.unsettled_in(desk, stream, shift):
        desk.toast(rehearsed(stream, w("duty-open-already", **cards.about(desk, stream, handoff))))
    elif following := shifts.successor(desk, stream, shift):
        _open(desk, stream, shift, following)
    elif people := _could(desk, stream, shift):
        buttons = [[Button(w("duty-button-to", who=one), "duty.to", (shift.id, one.id))] for one in people[:8]]
        desk.say(place, rehearsed(stream, w("duty-to-whom", role=role)), buttons=buttons, priority=Priority.REPLY)
    else:
        desk.toast(rehearsed(stream, w("duty-nobody-else", role=role)), alert=True)


def _still_on(desk: Desk, stream: Stream, shift: Shift) -> bool:
    """Whether the shift is still being worked, and whoever asks may hand it over."""
    if shift not in shifts.on_now(desk, stream) or stream.phase is not Phase.LIVE:
        desk.toast(rehearsed(stream, w("duty-over", who=desk.person_named(shift.person_id))))
        return False
    if not roster.may_act(desk, stream, [desk.get(Person, shift.person_id)]):
        desk.refuse(rehearsed(stream, w("duty-not-yours", who=desk.person_named(shift.person_id))))
    return True


def _could(desk: Desk, stream: Stream, shift: Shift) -> list[Person]:
    people = roster.qualified(desk, desk.team_of(stream), shift.role)
    return [person for person in people if person.id != shift.person_id and not desk.on_air(person)]


def to(desk: Desk, shift: Shift, person_id: str) -> None:
    """[To somebody]: a turn of their own, until the end of this one."""
    stream = desk.get(Stream, shift.stream_id)
    if not _still_on(desk, stream, shift):
        return
    person = next((one for one in _could(desk, stream, shift) if str(one.id) == person_id), None)
    if person is None or book.unsettled_in(desk, stream, shift):
        desk.toast(rehearsed(stream, w("duty-settled-already")))
        return
    ends = max(shift.ends_at, desk.now)
    _open(desk, stream, shift, shifts.add(desk, stream, shift.role, shift.lane, 0, person.id, desk.now, ends))


def _open(desk: Desk, stream: Stream, shift: Shift, into: Shift) -> None:
    before = desk.house.playbook_of(stream).handoff.before
    due = rules.early_due(into.starts_at, desk.now, before)
    handoff = handing.open_one(desk, stream, shift, into, due)
    desk.toast(rehearsed(stream, w("duty-opened", **cards.about(desk, stream, handoff))))


def accept(desk: Desk, handoff: HandOff, incoming_id: str) -> None:
    """[Accept]: the duty moves now."""
    if _answerable(desk, handoff, incoming_id):
        handing.accept(desk, handoff)
        own = desk.person.id == handoff.incoming_id
        desk.toast(w("duty-accepted-toast" if own else "duty-accepted-for", who=desk.person_named(handoff.incoming_id)))


def ask(desk: Desk, handoff: HandOff, incoming_id: str) -> None:
    """[Ask]: a question to whoever filled in the card."""
    if _answerable(desk, handoff, incoming_id):
        stream = book.stream_of(desk, handoff)
        desk.ask("duty.ask", desk.person, desk.team_of(stream), subject=handoff.id, stream_id=stream.id)


def decline(desk: Desk, handoff: HandOff, incoming_id: str) -> None:
    """[Decline], or a lead's [Ask someone else]."""
    if _answerable(desk, handoff, incoming_id):
        handing.decline(desk, handoff)
        desk.toast(_asked_now(desk, handoff))


def _asked_now(desk: Desk, handoff: HandOff) -> Words:
    stream = book.stream_of(desk, handoff)
    word = "duty-declined-toast-nobody" if handoff.state is Passing.DECLINED else "duty-declined-toast"
    return rehearsed(stream, w(word, **cards.about(desk, stream, handoff)))


def _answerable(desk: Desk, handoff: HandOff, incoming_id: str) -> bool:
    """Whether the hand-off is still this person's to answer, and whoever presses may."""
    stream = book.stream_of(desk, handoff)
    incoming = desk.get(Person, int(incoming_id))
    if not roster.may_act(desk, stream, [incoming]):
        desk.refuse(rehearsed(stream, w("duty-not-yours", who=incoming)))
    if not book.still_open(desk, handoff) or handoff.incoming_id != incoming.id:
        facts = cards.about(desk, stream, handoff)
        desk.toast(rehearsed(stream, w(f"duty-already-{handoff.state}", **facts)))
        return False
    return True


def fill(desk: Desk, handoff: HandOff) -> None:
    """[Fill in the card]: where it was left."""
    stream = book.stream_of(desk, handoff)
    if not roster.may_act(desk, stream, [desk.get(Person, handoff.answerer_id)]):
        desk.refuse(rehearsed(stream, w("duty-not-yours", who=desk.person_named(handoff.answerer_id))))
    if not book.still_open(desk, handoff):
        desk.toast(rehearsed(stream, w("duty-settled-already")))
    elif book.walk_of(desk, handoff) is None:
        handing.fill_in(desk, stream, handoff)
