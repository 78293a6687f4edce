"""A lead's own copy of a crew, turned like a page to one seat and back: where the lead looks, never further up."""

from sqlmodel import col, select

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Delivery, Message, Priority
from bot.words import Piece, w
from flows.plan import named


def crew(stream: Stream, lead: Person) -> str:
    """Two leads look at different seats."""
    return f"plan:crew:{stream.id}:{lead.id}"


def seat(stream: Stream, lead: Person) -> str:
    """The same, turned to one seat."""
    return f"plan:seat:{stream.id}:{lead.id}"


def open_ones(desk: Desk, stream: Stream) -> list[str]:
    """The cards of all who have the crew open."""
    return named.cards(desk, f"plan:crew:{stream.id}:")


def turn_to_seat(desk: Desk, stream: Stream, *lines: Piece, buttons: list[list[Button]]) -> None:
    """In place where the page is the last that was said here; else below, and what stands further up points down."""
    page, home = seat(stream, desk.person), desk.private(desk.person, desk.team_of(stream))
    if _is_last(desk, home.chat_id, {page, crew(stream, desk.person)}):
        turn(desk, crew(stream, desk.person), page)
        desk.show(page, *lines, buttons=buttons)
        return
    turn(desk, crew(stream, desk.person), page)
    head = w("plan-crew-below", title=stream.title)
    desk.say(home, *lines, buttons=buttons, card=page, priority=Priority.REPLY, below=head)


def turn_back(desk: Desk, stream: Stream) -> None:
    """For every lead who has a seat open: what its page said is no longer so."""
    for lead in roster.leads(desk, desk.team_of(stream)):
        turn(desk, seat(stream, lead), crew(stream, lead))


def turn(desk: Desk, page: str, to: str) -> None:
    for message in desk.session.exec(select(Message).where(Message.card == page)):
        message.card = to


def back(stream: Stream) -> Button:
    return Button(w("talk-back"), "plan.back", (stream.id,))


def _is_last(desk: Desk, chat_id: int, pages: set[str]) -> bool:
    said = select(Message.card).where(Message.chat_id == chat_id, Message.state != Delivery.FAILED)
    return desk.session.exec(said.order_by(col(Message.id).desc()).limit(1)).first() in pages
