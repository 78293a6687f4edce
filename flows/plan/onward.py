"""A show that comes again was changed: is it only this one, or all that follow too? Asked in private, once per change."""

from bot.crew import Assignment, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, w
from flows.plan import cards, episodes


def offer_seat(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """After a seat was added or given to somebody."""
    role = cards.name_of(desk, stream, seat)
    who = desk.person_named(seat.person_id)
    word = w("plan-onward", role=role, who=who) if seat.person_id else w("plan-onward-open", role=role)
    _offer(desk, stream, f"{seat.role}:{seat.seat}", Button(word, "plan.onward", (seat.id, seat.person_id or 0)))


def offer_without(desk: Desk, stream: Stream, role: str, number: int, named: Piece) -> None:
    """After a seat was taken out; the row is gone, so that the button names the show, the role and the number."""
    place = [one.key for one in desk.house.playbook_of(stream).roles].index(role)
    button = Button(w("plan-onward-without", role=named), "plan.onward_out", (stream.id, place, number))
    _offer(desk, stream, f"{role}:{number}", button)


def offer_lead(desk: Desk, stream: Stream) -> None:
    word = w("plan-onward-lead", who=desk.person_named(stream.lead_id))
    _offer(desk, stream, "lead", Button(word, "plan.onward_lead", (stream.id, stream.lead_id)))


def offer_deputy(desk: Desk, stream: Stream) -> None:
    word = w("plan-onward-deputy", who=desk.person_named(stream.deputy_id))
    _offer(desk, stream, "deputy", Button(word, "plan.onward_deputy", (stream.id, stream.deputy_id or 0)))


def _offer(desk: Desk, stream: Stream, what: str, button: Button) -> None:
    if episodes.series_of(desk, stream):
        home = desk.private(desk.person, desk.team_of(stream))
        name = card(stream, what)
        desk.say(home, w("plan-ask-onward"), buttons=[[button]], card=name, priority=Priority.REPLY)


def card(stream: Stream, what: str) -> str:
    return f"plan:onward:{stream.id}:{what}"
