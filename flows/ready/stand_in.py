"""A stand-in takes a seat from the roll itself: who may, and what that changes."""

from bot import roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.words import Piece, w
from flows.ready import cards
from flows.ready.answering import closed, mark_ready
from flows.ready.tables import Readiness, RollCall, RollLine


def take(desk: Desk, line: RollLine) -> None:
    """[I'll stand in]: the seat changes hands, and its new holder is ready."""
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    if closed(desk, called):
        return
    if line.state is Readiness.READY or line.person_id == desk.person.id:
        desk.toast(w("ready-toast-taken", who=cards.holder(desk, line)))
        return
    _may_sit(desk, stream, line)
    before, seat = line.person_id, _seat(desk, line)
    seat.person_id, seat.answer, seat.answered_at = desk.person.id, Answer.ACCEPTED, desk.now
    desk.log("ready-log-took", team_id=stream.team_id, stream_id=stream.id, role=_role(desk, line))
    desk.tell(stream, Change.CREW)
    mark_ready(desk, stream, called, [line])
    if before:
        _tell_relieved(desk, stream, line, before)
    desk.toast(w("ready-toast-took", role=_role(desk, line)))


def _may_sit(desk: Desk, stream: Stream, line: RollLine) -> None:
    """Only who holds or backs up the role, stands in for it, or leads; nobody in two seats that don't go together."""
    team, playbook = desk.team_of(stream), desk.house.playbook_of(stream)
    people = [*roster.qualified(desk, team, line.role), *roster.chain(desk, stream, line.role)]
    if not roster.may_act(desk, stream, people):
        desk.refuse(w("ready-not-a-stand-in", role=_role(desk, line)))
    for held in roster.roles_in(desk, stream, desk.person):
        if not playbook.may_pair(held, line.role):
            name = cards.role_name(desk, stream, held)
            desk.refuse(w("ready-no-pair", held=name, role=_role(desk, line)))
    for flow in desk.house.flows:
        if flow.may and (reason := flow.may(desk, desk.person, line.role, stream)):
            desk.refuse(reason)


def _seat(desk: Desk, line: RollLine) -> Assignment:
    stream = desk.get(Stream, line.stream_id)
    return next(seat for seat in roster.seats(desk, stream) if (seat.role, seat.seat) == (line.role, line.seat))


def _tell_relieved(desk: Desk, stream: Stream, line: RollLine, before: int) -> None:
    place = desk.private(desk.get(Person, before), desk.team_of(stream))
    desk.say(place, w("ready-relieved", who=desk.person, role=_role(desk, line), title=stream.title))


def _role(desk: Desk, line: RollLine) -> Piece:
    return cards.role_name(desk, desk.get(Stream, line.stream_id), line.role)
