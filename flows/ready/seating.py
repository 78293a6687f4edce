"""Who may take an empty or a silent seat."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.words import Words, w
from flows.ready import cards
from flows.ready.tables import RollLine


def objection(desk: Desk, stream: Stream, line: RollLine) -> Words | None:
    """Why the one who pressed may not sit there: only who holds or backs up the role, stands in for it, or leads;
    nobody in two seats that don't go together, unless one can do without the other: then it is left."""
    team = desk.team_of(stream)
    role = cards.role_name(desk, stream, line.role)
    people = [*roster.qualified(desk, team, line.role), *roster.chain(desk, stream, line.role)]
    if not roster.may_act(desk, stream, people):
        return w("ready-not-a-stand-in", role=role)
    for held in would_leave(desk, stream, line):
        if not line.required or _is_required(desk, stream, held.role):
            return w("ready-no-pair", held=cards.role_name(desk, stream, held.role), role=role)
    reasons = (flow.may(desk, desk.person, line.role, stream) for flow in desk.house.flows if flow.may)
    return next((reason for reason in reasons if reason), None)


def would_leave(desk: Desk, stream: Stream, line: RollLine) -> list[Assignment]:
    """The presser's own seats that don't go together with this one."""
    may_pair = desk.house.playbook_of(stream).may_pair
    return [
        seat
        for seat in roster.seats(desk, stream)
        if seat.person_id == desk.person.id
        and seat.answer is not Answer.DECLINED
        and not may_pair(seat.role, line.role)
    ]


def _is_required(desk: Desk, stream: Stream, key: str) -> bool:
    role = desk.house.playbook_of(stream).role(key)
    return bool(role and role.required)


def able(desk: Desk, stream: Stream, line: RollLine) -> Sequence[Person]:
    """Whom to ask for a seat instead of its holder: the role's chain without the holders of its other seats, who have
    their own to answer for; leads stay."""
    seated = {person.id for person in roster.assigned(desk, stream, line.role)} - {stream.lead_id, stream.deputy_id}
    return [person for person in roster.chain(desk, stream, line.role) if person.id not in seated]


def free_for(desk: Desk, stream: Stream, lines: Sequence[RollLine], person: Person | None) -> list[RollLine]:
    """Which of these seats a person could be asked to take; everybody could take any, each as far as they may."""
    fits = [line for line in lines if person is None or person in able(desk, stream, line)]
    return fits or list(lines)
