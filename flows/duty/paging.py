"""The hour of a hand-off has come without an Accept: a lead is called, then the next; and who looks into it."""

from collections.abc import Sequence

from bot import asking, roster
from bot.crew import Person, Phase, Stream
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import Button
from bot.place import rehearsed
from bot.words import Piece, w
from flows.duty import account, book, cards, handing
from flows.duty.tables import HandOff, Passing

KIND = "duty.page"


def give(desk: Desk, call: Call) -> bool:
    """The outgoing person stays on duty, and a lead must look into it."""
    handoff = desk.get(HandOff, call.cue.subject)
    stream = book.stream_of(desk, handoff)
    if stream.phase is not Phase.LIVE or handoff.state not in (Passing.DRAFTING, Passing.OFFERED, Passing.DECLINED):
        return False
    if call.round == 0 and handoff.state is not Passing.DECLINED:
        handing.overrun(desk, handoff)
    lines = [*_lines(desk, stream, handoff), *asking.after(desk, call)]
    buttons = [[Button(w("duty-button-seen"), "duty.seen", (handoff.id,))], *_buttons(handoff)]
    desk.show(_card(handoff), *lines, buttons=buttons)
    if call.person is None:
        buttons.append([Button(w("duty-button-take-now"), "duty.take", (handoff.from_shift_id,))])
    desk.ping(call, *lines, buttons=buttons, card=_card(handoff))
    return True


def chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    handoff = desk.get(HandOff, cue.subject)
    return roster.lead_chain(desk, book.stream_of(desk, handoff))


def seen(desk: Desk, handoff: HandOff) -> None:
    """[I'm on it]: a lead looks into it, the others needn't."""
    stream = book.stream_of(desk, handoff)
    if not roster.may_act(desk, stream, roster.lead_chain(desk, stream)):
        desk.refuse(rehearsed(stream, roster.leads_only(desk, stream)))
    desk.acknowledge(KIND, handoff.id)
    account.refresh(desk, handoff)
    if handoff.state in (Passing.DRAFTING, Passing.OFFERED, Passing.DECLINED):
        looked = w("duty-page-seen", who=desk.person)
        desk.show(_card(handoff), *_lines(desk, stream, handoff), looked, buttons=_buttons(handoff))
    desk.toast(rehearsed(stream, w("duty-seen-toast")))
    role = cards.about(desk, stream, handoff)["role"]
    desk.log("duty-log-seen", team_id=stream.team_id, stream_id=stream.id, role=role)


def _lines(desk: Desk, stream: Stream, handoff: HandOff) -> list[Piece]:
    word = "duty-page-declined" if handoff.state is Passing.DECLINED else "duty-page"
    return [rehearsed(stream, w(word, **cards.about(desk, stream, handoff)))]


def _buttons(handoff: HandOff) -> list[list[Button]]:
    instead = Button(w("duty-button-instead"), "duty.instead", (handoff.id, handoff.incoming_id))
    asked = asking.button("duty.asked", handoff.id)
    return [[asked]] if handoff.state is Passing.DECLINED else [[instead], [asked]]


def _card(handoff: HandOff) -> str:
    return f"duty-page:{handoff.id}"
