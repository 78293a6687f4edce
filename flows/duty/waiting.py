"""A hand-off that nobody has accepted yet: who is told shortly before its hour, and at it, as long as that is so."""

from bot import asking, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import rehearsed
from bot.words import w
from flows.duty import cards
from flows.duty.tables import HandOff


def nag(desk: Desk, stream: Stream, handoff: HandOff, filling: bool) -> None:
    """Shortly before the hour: both, the one who fills in the card, and the floor manager."""
    facts = cards.about(desk, stream, handoff)
    waits = cards.waits_card(handoff)
    cards.send_card(desk, stream, handoff, w("duty-nag-incoming", **facts))
    cards.tell(desk, stream, handoff.outgoing_id, rehearsed(stream, w("duty-nag-outgoing", **facts)), card=waits)
    if filling:
        fill = [[Button(w("duty-button-fill"), "duty.fill", (handoff.id,))]]
        word = rehearsed(stream, w("duty-nag-answerer", **facts))
        cards.tell(desk, stream, handoff.answerer_id, word, buttons=fill)
    for person in roster.holders(desk, stream, desk.house.playbook_of(stream).caller):
        if person.id not in (handoff.outgoing_id, handoff.incoming_id):
            place = desk.private(person, desk.team_of(stream))
            desk.say(place, rehearsed(stream, w("duty-nag-caller", **facts)), card=waits)


def stays_on(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """The hour has come without an Accept."""
    cards.refresh(desk, stream, handoff)
    word = rehearsed(stream, w("duty-you-stay", **cards.about(desk, stream, handoff)))
    asked = [[asking.button("duty.asked", handoff.id)]]
    waits = cards.waits_card(handoff)
    cards.tell(desk, stream, handoff.outgoing_id, word, buttons=asked, card=waits, priority=Priority.LIVE)
