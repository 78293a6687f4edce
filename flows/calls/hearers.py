"""Whom a line is for: who holds the role now, or answers for somebody on air; the crew, the lead, the group."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.playbook import CueLine, Role
from flows.calls import rules

EVERYWHERE = ("crew", "group")


@dataclass(frozen=True)
class Hearer:
    """Somebody who is told, and for whom, if not for themselves."""

    person: Person
    instead_of: Person | None = None
    vacant: bool = False
    """Nobody holds the role."""
    unheard: Person | None = None
    """Who holds it, and has not been heard of since the roll call."""


def hearers(desk: Desk, stream: Stream, line: CueLine) -> list[Hearer]:
    """Who is told, each once, and nobody who is away; empty for the group, and for a role that nobody who is there
    holds, and nobody else is asked for."""
    if line.to == "group":
        return []
    if line.to == "crew":
        people = roster.within_call(desk, desk.team_of(stream), roster.crew(desk, stream))
        return [Hearer(person) for person in people]
    if line.to == "lead":
        return [Hearer(roster.lead_chain(desk, stream)[0])]
    there = roster.here(desk, stream, roster.holders(desk, stream, line.to))
    heard, silent = _by_heard(desk, stream, there) if line.fallback else (there, ())
    held = [_in_place_of(desk, stream, line.to, person) for person in heard]
    if not held and line.fallback:
        held = _instead(desk, stream, line.to, silent)
    return list({hearer.person.id: hearer for hearer in reversed(held)}.values())[::-1]


def vacant_roles(desk: Desk, stream: Stream, line: CueLine) -> list[Role]:
    """The roles that a line sends people to by name, and that nobody who is there has."""
    roles = desk.house.playbook_of(stream).roles
    named = [role for role in roles if role.key != line.to and rules.names(line.say, role.name)]
    return [role for role in named if not roster.here(desk, stream, roster.holders(desk, stream, role.key))]


def chain(desk: Desk, stream: Stream, line: CueLine) -> Sequence[Person]:
    """Whom to ask one after another, until somebody answers: nobody who has not been heard of, but who leads the show."""
    first = [hearer.person for hearer in hearers(desk, stream, line)]
    then = roster.lead_chain(desk, stream) if line.to == "lead" else roster.chain(desk, stream, line.to)
    heard, silent = _by_heard(desk, stream, then)
    leading = [one for one in silent if one.id in (stream.lead_id, stream.deputy_id)]
    return roster.once([*first, *heard, *leading]) if first else []


def _by_heard(desk: Desk, stream: Stream, people: Sequence[Person]) -> tuple[Sequence[Person], Sequence[Person]]:
    """Those who are known to be there, and those who have not been heard of."""
    silent = roster.unheard(desk, stream)
    return [one for one in people if one.id not in silent], [one for one in people if one.id in silent]


def _instead(desk: Desk, stream: Stream, role: str, silent: Sequence[Person]) -> list[Hearer]:
    """Whoever stands in, where nobody holds a role, or nobody who has been heard of."""
    heard, _ = _by_heard(desk, stream, roster.chain(desk, stream, role))
    free = [person for person in heard if not desk.on_air(person)] or silent
    return [Hearer(person, vacant=not silent, unheard=next(iter(silent), None)) for person in free[:1]]


def _in_place_of(desk: Desk, stream: Stream, role: str, person: Person) -> Hearer:
    """Nobody in front of the camera is disturbed: whoever answers for the role is told instead."""
    if not desk.on_air(person):
        return Hearer(person)
    card = desk.house.playbook_of(stream).role(role)
    voices = (
        [
            other
            for key in (*card.answered_by, *card.stand_in, desk.house.playbook_of(stream).caller)
            for other in roster.holders(desk, stream, key)
        ]
        if card
        else []
    )
    free = roster.within_call(desk, desk.team_of(stream), [*voices, *roster.lead_chain(desk, stream)])
    return Hearer(free[0], person) if free else Hearer(person)
