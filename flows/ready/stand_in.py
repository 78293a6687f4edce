"""A stand-in takes a seat from the roll itself: who may, and what that changes."""

from bot import door, roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Button, Change
from bot.message import Priority
from bot.place import rehearsed
from bot.words import Joined, Piece, w
from flows.ready import cards, own, relief, roll, rules, seating
from flows.ready.answering import ask_for_stand_ins, closed, mark_ready
from flows.ready.tables import Readiness, RollCall, RollLine


def take(desk: Desk, line: RollLine, sure: str = "") -> None:
    """[I'll stand in]: the seat changes hands, and its new holder is ready. Who would leave another seat for it is
    asked once more."""
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    if closed(desk, called):
        return
    if line.state is Readiness.READY or line.person_id == desk.person.id:
        desk.toast(rehearsed(stream, w("ready-toast-taken", who=cards.holder(desk, line))))
        return
    if reason := seating.objection(desk, stream, line):
        desk.refuse(reason)
    left = seating.would_leave(desk, stream, line, desk.person)
    if left and not sure:
        _ask_once_more(desk, stream, line, left)
        return
    for other in left:
        _leave(desk, stream, other)
    before, seat = line.person_id, _seat(desk, line)
    seat.person_id, seat.answer, seat.answered_at = desk.person.id, Answer.ACCEPTED, desk.now
    desk.log("ready-log-took", team_id=stream.team_id, stream_id=stream.id, role=_role(desk, line))
    desk.tell(stream, Change.CREW)
    line.instead_of = before
    mark_ready(desk, stream, called, [line])
    desk.show(cards.offer_card(called.id, desk.person.id), *cards.settled_line(desk, stream, line))
    _tell_newcomer(desk, stream, called)
    if before:
        relief.tell(desk, stream, called, line, desk.get(Person, before))
        _ask_for_the_rest(desk, stream, called, before)
    desk.toast(rehearsed(stream, w("ready-toast-took", role=_role(desk, line))))


def _ask_for_the_rest(desk: Desk, stream: Stream, called: RollCall, person_id: int) -> None:
    """Somebody has more seats than this one: the card that named them all is settled by the first, and for the others
    the asking begins anew."""
    theirs = [line for line in roll.lines_of(desk, stream, called) if line.person_id == person_id]
    rest = rules.unready(theirs)
    if not rest:
        return
    for line in rest:
        desk.show(cards.silent_card(line), *cards.settled_line(desk, stream, line))
    roll.ask(desk, stream, rest, rules.ask_at(rules.speaks(rest), desk.now))
    ask_for_stand_ins(desk, stream, [line for line in rest if rules.comes_too_late(line, stream.starts_at)])


def _ask_once_more(desk: Desk, stream: Stream, line: RollLine, left: list[Assignment]) -> None:
    roles = Joined([cards.role_name(desk, stream, seat.role) for seat in left])
    really = Button(w("ready-button-take-really", role=_role(desk, line)), "ready.take", (line.id, "sure"))
    words = w("ready-would-leave", left=roles, role=_role(desk, line), title=stream.title)
    desk.say(desk.private(desk.person, desk.team_of(stream)), words, buttons=[[really]], priority=Priority.REPLY)
    door.point(desk)


def _leave(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """It is open; whoever can takes it, and the show can go on without."""
    seat.person_id, seat.answer, seat.answered_at = None, Answer.ASKED, None
    role = cards.role_name(desk, stream, seat.role)
    desk.log("ready-log-left", team_id=stream.team_id, stream_id=stream.id, role=role)


def _seat(desk: Desk, line: RollLine) -> Assignment:
    stream = desk.get(Stream, line.stream_id)
    return next(seat for seat in roster.seats(desk, stream) if (seat.role, seat.seat) == (line.role, line.seat))


def _tell_newcomer(desk: Desk, stream: Stream, called: RollCall) -> None:
    """The card that everybody at the roll has: what they hold now and when; decisions will be read on it. Nobody has it
    twice."""
    mine = [line for line in roll.lines_of(desk, stream, called) if line.person_id == desk.person.id]
    place, buttons = desk.private(desk.person, desk.team_of(stream)), own.buttons(called, mine, desk.now)
    about, card = roll.own_lines(desk, stream, called, mine), cards.own_card(called, desk.person.id)
    below = w("ready-settled", title=stream.title)
    desk.say(place, *about, buttons=buttons, card=card, priority=Priority.REPLY, below=below)


def _role(desk: Desk, line: RollLine) -> Piece:
    return cards.role_name(desk, desk.get(Stream, line.stream_id), line.role)
