"""[Who was asked] about a hand-off: to whom it was offered, who said no, and which leads were called; kept true."""

from bot import asking, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.words import Joined, Piece, w
from flows.duty import book, cards
from flows.duty.tables import HandOff, Passing


def who_was_asked(desk: Desk, handoff: HandOff) -> None:
    """For the crew."""
    stream = book.stream_of(desk, handoff)
    if not roster.may_act(desk, stream, roster.crew(desk, stream)):
        desk.refuse(rehearsed(stream, w("duty-crew-asks")))
    asking.tell(desk, stream, _lines(desk, stream, handoff), card=_card(handoff))


def refresh(desk: Desk, handoff: HandOff) -> None:
    """Somebody has answered, or is on it: nobody is next any more."""
    if desk.shown([_card(handoff)]):
        desk.show(_card(handoff), *_lines(desk, book.stream_of(desk, handoff), handoff))


def _lines(desk: Desk, stream: Stream, handoff: HandOff) -> list[Piece]:
    facts = cards.about(desk, stream, handoff)
    head = w("duty-asked", title=stream.title, **facts)
    told, *called = asking.account(desk, head, ["duty.page"], handoff.id)
    said_no = Joined([desk.person_named(person_id) for person_id in handoff.declined])
    declined = [w("duty-asked-declined", who=said_no)] if handoff.declined else []
    offered = [w("duty-asked-offered", at=handoff.offered_at or handoff.opened_at, **facts)]
    return [
        told,
        *declined,
        *([] if handoff.state is Passing.DECLINED else offered),
        w("duty-asked-leads"),
        *called,
    ]


def _card(handoff: HandOff) -> str:
    return f"duty-asked:{handoff.id}"
