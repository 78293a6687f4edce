"""Who may stand in for a role by the playbook: whoever of the team holds one of the roles that it names for that; and
who has offered to."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Assignment, Person, Stream, Team
from bot.desk import Desk
from bot.words import Joined
from flows.plan import named


def people(desk: Desk, team: Team, stream: Stream, role: str) -> Sequence[Person]:
    """Whoever of the team holds a role that may stand in for this one by the playbook, the nearest role first."""
    card = desk.house.playbook_of(stream).role(role)
    return roster.once(
        person for other in (card.stand_in if card else ()) for person in roster.qualified(desk, team, other)
    )


def through(desk: Desk, stream: Stream, role: str, person: Person) -> Joined | None:
    """The roles through which somebody without this one may stand in for it."""
    team, playbook = desk.team_of(stream), desk.house.playbook_of(stream)
    if has_role(desk, stream, role, person):
        return None
    card = playbook.role(role)
    found = [
        known.name
        for key in (card.stand_in if card else ())
        if (known := playbook.role(key)) and person in roster.qualified(desk, team, key)
    ]
    return Joined(found) if found else None


def has_role(desk: Desk, stream: Stream, role: str, person: Person) -> bool:
    """Whether somebody holds a role, or backs it up."""
    return person.id in {one.id for one in roster.qualified(desk, desk.team_of(stream), role)}


def is_known(desk: Desk, stream: Stream, role: str) -> bool:
    """Whether anybody in the team has a role, or may stand in for it."""
    team = desk.team_of(stream)
    return bool(roster.qualified(desk, team, role) or people(desk, team, stream, role))


def offer_card(stream: Stream, seat: Assignment, person_id: int | str) -> str:
    """Where a lead is asked whether somebody who has offered takes a seat."""
    return f"plan:volunteer:{stream.id}:{seat.id}:{person_id}"


def offering(desk: Desk, stream: Stream, seat: Assignment) -> list[Person]:
    """Who has offered to take a seat and waits for the lead's word."""
    begins = offer_card(stream, seat, "")
    waiting = [message.card for message in named.messages(desk, begins) if message.buttons]
    return [desk.get(Person, int(card.removeprefix(begins))) for card in sorted({card for card in waiting if card})]
