"""The emergency door: somebody who can takes a duty over at once, with two taps and no card."""

from bot import roster
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import rehearsed
from bot.words import Words, w
from flows.duty import cards, conversation, handing, shifts
from flows.duty.tables import Shift


def take(desk: Desk, text: str) -> None:
    """/take role: asks once, since everybody will be told."""
    live = conversation.streams(desk, Phase.LIVE)
    if not live:
        desk.reply(w("duty-now-nobody"))
        return
    stream = live[0]
    role = desk.house.playbook_of(stream).role(text) if text.strip() else None
    found = shifts.on_now(desk, stream, role.key) if role else []
    if role is None:
        roles = [shift for shift in shifts.on_now(desk, stream) if _may(desk, stream, shift) is None]
        buttons = [[_button(desk, stream, shift)] for shift in roles[:8]]
        desk.reply(w("duty-take-which") if buttons else w("duty-take-nothing"), buttons=buttons)
    elif not found:
        desk.reply(w("duty-no-such-duty", role=role.name))
    else:
        ask_first(desk, found[0])


def _button(desk: Desk, stream: Stream, shift: Shift) -> Button:
    role = shifts.role_of(desk, stream, shift.role).name
    return Button(
        w("duty-button-take-role", role=role, who=desk.person_named(shift.person_id)), "duty.take", (shift.id,)
    )


def ask_first(desk: Desk, shift: Shift) -> None:
    """The first tap: who is on, and what will happen."""
    stream = desk.get(Stream, shift.stream_id)
    if not _open_to(desk, stream, shift):
        return
    facts = {"role": shifts.role_of(desk, stream, shift.role).name, "who": desk.person_named(shift.person_id)}
    yes = Button(w("duty-button-take-now"), "duty.taken", (shift.id, desk.person.id))
    no = Button(w("duty-button-leave"), "duty.leave", (shift.id, desk.person.id))
    desk.reply(rehearsed(stream, w("duty-take-sure", **facts)), buttons=[[yes, no]], card=_card(desk, shift))


def taken(desk: Desk, shift: Shift, person_id: str) -> None:
    """[Take over now]: the second tap."""
    stream = desk.get(Stream, shift.stream_id)
    _own(desk, person_id)
    if not _open_to(desk, stream, shift):
        desk.show(_card(desk, shift), rehearsed(stream, w("duty-over", who=desk.person_named(shift.person_id))))
        return
    outgoing = desk.person_named(shift.person_id)
    handoff = handing.take(desk, stream, shift, desk.person)
    facts = cards.about(desk, stream, handoff)
    desk.show(_card(desk, shift), rehearsed(stream, w("duty-take-done", **facts)))
    cards.taken(desk, stream, handoff)
    desk.toast(rehearsed(stream, w("duty-take-toast", role=facts["role"], who=outgoing)))


def leave(desk: Desk, shift: Shift, person_id: str) -> None:
    """[No]"""
    _own(desk, person_id)
    left = w("duty-take-left", who=desk.person_named(shift.person_id))
    desk.show(_card(desk, shift), rehearsed(desk.get(Stream, shift.stream_id), left))


def _card(desk: Desk, shift: Shift) -> str:
    return f"duty-take:{shift.id}:{desk.person.id}"


def _own(desk: Desk, person_id: str) -> None:
    if str(desk.person.id) != person_id:
        desk.refuse(w("duty-not-yours", who=desk.person_named(int(person_id))))


def _open_to(desk: Desk, stream: Stream, shift: Shift) -> bool:
    """Whether the shift is still being worked, by somebody else, and this person could do it."""
    if reason := _may(desk, stream, shift):
        desk.refuse(reason)
    if shift not in shifts.on_now(desk, stream) or stream.phase is not Phase.LIVE:
        desk.toast(rehearsed(stream, w("duty-over", who=desk.person_named(shift.person_id))))
        return False
    return True


def _may(desk: Desk, stream: Stream, shift: Shift) -> Words | None:
    """Whoever holds or backs up the role, and leads; a reason if not."""
    if shift.person_id == desk.person.id:
        return rehearsed(stream, w("duty-take-yours"))
    if roster.may_act(desk, stream, roster.qualified(desk, desk.team_of(stream), shift.role)):
        return None
    return rehearsed(stream, w("duty-take-not-you", role=shifts.role_of(desk, stream, shift.role).name))
