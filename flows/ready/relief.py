"""Somebody else has taken a seat at the roll: what stays with whoever had it, and the way back into it."""

from bot import roster
from bot.crew import Answer, Person, Stream
from bot.desk import Desk
from bot.flow import Button, Change
from bot.place import rehearsed
from bot.words import Piece, w
from flows.ready import cards, gate_cards, roll
from flows.ready.answering import closed, mark_ready
from flows.ready.tables import RollCall, RollLine


def tell(desk: Desk, stream: Stream, called: RollCall, line: RollLine, before: Person) -> None:
    """Relieved of one seat, not of others, nor of the decision; and one tap may have been too quick."""
    role = cards.role_name(desk, stream, line.role)
    told = w("ready-relieved", who=desk.person, role=role, title=stream.title)
    back = Button(w("ready-button-after-all"), "ready.after_all", (line.id, before.id))
    place, stays = desk.private(before, desk.team_of(stream)), _stays(desk, stream, called, before)
    free = [] if stays else [w("ready-relieved-free")]
    desk.show(cards.relieved_card(line), *cards.settled_line(desk, stream, line))
    desk.say(place, told, *stays, *free, buttons=[[back]], card=cards.relieved_card(line))


def _stays(desk: Desk, stream: Stream, called: RollCall, person: Person) -> list[Piece]:
    theirs = [one for one in roll.lines_of(desk, stream, called) if one.person_id == person.id]
    held = [w("ready-relieved-still", roles=cards.seats_named(desk, stream, theirs))] if theirs else []
    decides = person in gate_cards.all_deciders(desk, stream)
    return [*held, *([w("ready-relieved-decides")] if decides else [])]


def after_all(desk: Desk, line: RollLine, person_id: str) -> None:
    """[I'm here after all]: the seat is theirs again, and whoever stood in reads what they hold now."""
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    if str(desk.person.id) != person_id:
        desk.refuse(rehearsed(stream, w("ready-only-they", who=desk.person_named(int(person_id)))))
    if closed(desk, called):
        return
    if line.instead_of != desk.person.id or line.person_id is None:
        desk.toast(rehearsed(stream, w("ready-toast-taken", who=cards.holder(desk, line))))
        return
    stood_in = desk.get(Person, line.person_id)
    seat = next(one for one in roster.seats(desk, stream) if (one.role, one.seat) == (line.role, line.seat))
    seat.person_id, seat.answer, seat.answered_at = desk.person.id, Answer.ACCEPTED, desk.now
    role = cards.role_name(desk, stream, line.role)
    desk.log("ready-log-came-back", team_id=stream.team_id, stream_id=stream.id, role=role)
    desk.tell(stream, Change.CREW)
    mark_ready(desk, stream, called, [line])
    told = w("ready-came-back", who=desk.person, role=role, title=stream.title)
    stays = _stays(desk, stream, called, stood_in) or [w("ready-came-back-free")]
    desk.say(desk.private(stood_in, desk.team_of(stream)), told, *stays)
    desk.toast(rehearsed(stream, w("ready-toast-back", role=role)))
