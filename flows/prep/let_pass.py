"""What the gate must not pass and a lead let pass: who did, how that is said, and who hears once it is done after all."""

from __future__ import annotations

from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import Piece, w
from flows.prep import begun_rules
from flows.prep.tables import Item


def who(desk: Desk, stream: Stream) -> Person | None:
    """Whoever took it upon themselves, as far as a flow knows."""
    people = (flow.let_pass(desk, stream) for flow in desk.house.flows if flow.let_pass)
    return next((person for person in people if person), None)


def by(desk: Desk, stream: Stream) -> Piece:
    """The same, to stand within a line."""
    person = who(desk, stream)
    return w("prep-passed-by", who=person) if person else ""


def done(desk: Desk, stream: Stream, item: Item) -> None:
    """Whoever let it pass has one thing less to worry about, and hears so without a sound."""
    person = who(desk, stream) if begun_rules.was_let_pass(item, stream.phase) else None
    if person and person.id != desk.person.id:
        told = w("prep-passed-done", title=item.title, who=desk.person)
        desk.say(desk.private(person, desk.team_of(stream)), told, silent=True)
