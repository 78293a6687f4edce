"""Whose show it was: whoever sat in a seat, and whoever was on duty on air without one."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk


def people(desk: Desk, stream: Stream) -> Sequence[Person]:
    """Each once, the crew first; nobody who has left the team."""
    on_air = [desk.get(Person, one) for one, _ in _served(desk, stream)]
    there = {person.id for _, person in roster.members(desk, desk.team_of(stream))}
    return roster.once([*roster.crew(desk, stream), *(person for person in on_air if person.id in there)])


def roles(desk: Desk, stream: Stream, person: Person) -> list[str]:
    """In which roles somebody saw it, their seats first."""
    on_air = [role for one, role in _served(desk, stream) if one == person.id]
    return list(dict.fromkeys([*roster.roles_in(desk, stream, person), *on_air]))


def _served(desk: Desk, stream: Stream) -> list[tuple[int, str]]:
    return [(one.person_id, one.role) for flow in desk.house.flows for one in flow.served(desk, stream)]
