"""Whom an item is given to: anybody of the crew by a press, anybody of the team by name; who is away is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import register, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Choice
from bot.register import Span
from bot.replies import Reply, Unclear
from bot.words import Piece, w

SHOWN = 6
"""People whose days away are told under the question."""


def choices(desk: Desk, stream: Stream) -> list[Choice]:
    gone = away(desk, stream)
    return [
        Choice(str(person.id), w("prep-who-away", who=person) if person.id in gone else person.name)
        for person in roster.crew(desk, stream)
    ]


def read(desk: Desk, stream: Stream, reply: Reply) -> str:
    """A press, or somebody's name, as the team or as Telegram knows them."""
    team = [person for _, person in roster.members(desk, desk.team_of(stream))]
    if reply.choice is not None:
        return _pressed(desk, reply.choice, team)
    said = reply.text.strip().lstrip("@")
    found = called(said, roster.once([*roster.crew(desk, stream), *team]))
    if not said or len(found) > 1:
        raise Unclear(w("talk-press-please"))
    if not found:
        raise Unclear(w("prep-who-unknown", text=reply.text.strip()[:60]))
    return str(found[0].id)


def _pressed(desk: Desk, choice: str, team: Sequence[Person]) -> str:
    """Whoever has left since the buttons were shown is given nothing."""
    if choice not in {str(person.id) for person in team}:
        raise Unclear(w("prep-who-unknown", text=desk.person_named(int(choice) if choice.isdecimal() else None)))
    return choice


def called(said: str, among: Sequence[Person]) -> list[Person]:
    """Who of these is called so, as the team or as Telegram knows them."""
    return [person for person in among if said.casefold() in [name.casefold() for name in names(person)]]


def names(person: Person) -> list[str]:
    return [name for name in (person.name, person.username) if name]


def who_is_away(desk: Desk, stream: Stream) -> list[Piece]:
    """Under the question: who of the crew is away between now and the end of the show, and when."""
    spans, crew = away(desk, stream), roster.crew(desk, stream)
    missing = [person for person in crew if person.id in spans][:SHOWN]
    return [_away(person, spans[person.id]) for person in missing]


def _away(person: Person, span: Span) -> Piece:
    if span[0] == span[1]:
        return w("prep-who-is-away-on", who=person, day=span[0])
    return w("prep-who-is-away", who=person, first=span[0], last=span[1])


def instead(desk: Desk, stream: Stream, owner: Person, due: datetime) -> list[Piece]:
    """Whom I ask where the owner is away on the day that an item is due."""
    day, span = roster.day_of(desk.team_of(stream), due), away(desk, stream).get(owner.id)
    if span is None or not span[0] <= day <= span[1]:
        return []
    others = [lead for lead in roster.lead_chain(desk, stream) if lead.id != owner.id]
    return [w("prep-asked-instead", who=owner, lead=others[0])] if others else []


def away(desk: Desk, stream: Stream) -> dict[int, Span]:
    """Who of the team has days away between today and the end of the show, the first to end."""
    team = desk.team_of(stream)
    today, last = roster.day_of(team, desk.now), roster.day_of(team, stream.ends_at)
    found: dict[int, Span] = {}
    for person_id, span in register.missing(desk, team).away:
        if today <= span[1] and span[0] <= last:
            found.setdefault(person_id, span)
    return found
