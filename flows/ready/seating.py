"""Who may take an empty or a silent seat."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.words import Words, w
from flows.ready import cards
from flows.ready.tables import RollLine


def objection(desk: Desk, stream: Stream, line: RollLine) -> Words | None:
    """Why the one who pressed may not sit there: only who holds or backs up the role, stands in for it, or leads, and
    who has no other seat that keeps them."""
    team = desk.team_of(stream)
    role = cards.role_name(desk, stream, line.role)
    people = [*roster.qualified(desk, team, line.role), *roster.chain(desk, stream, line.role)]
    if not roster.may_act(desk, stream, people):
        return rehearsed(stream, w("ready-not-a-stand-in", role=role))
    if held := _kept_by(desk, stream, line, desk.person):
        return rehearsed(stream, w("ready-no-pair", held=cards.role_name(desk, stream, held.role), role=role))
    return roster.barred(desk, stream, line.role, desk.person)


def would_leave(desk: Desk, stream: Stream, line: RollLine, person: Person) -> list[Assignment]:
    """The person's own seats that don't go together with this one."""
    may_pair = desk.house.playbook_of(stream).may_pair
    return [
        seat
        for seat in roster.seats(desk, stream)
        if seat.person_id == person.id and seat.answer is not Answer.DECLINED and not may_pair(seat.role, line.role)
    ]


def _kept_by(desk: Desk, stream: Stream, line: RollLine, person: Person) -> Assignment | None:
    """The seat that a person can't leave for this one: the show needs it, or does not need this one."""
    left = would_leave(desk, stream, line, person)
    return next((seat for seat in left if not line.required or _is_required(desk, stream, seat.role)), None)


def _is_required(desk: Desk, stream: Stream, key: str) -> bool:
    role = desk.house.playbook_of(stream).role(key)
    return bool(role and role.required)


def able(desk: Desk, stream: Stream, line: RollLine) -> Sequence[Person]:
    """Whom to ask for a seat instead of its holder: the role's chain without the holders of its other seats, who have
    their own to answer for, without who can't leave theirs, and without who is out of the show; leads stay, as they can
    answer for the holder."""
    seated = {person.id for person in roster.assigned(desk, stream, line.role)} | roster.unheard(desk, stream)
    return [
        person
        for person in roster.chain(desk, stream, line.role)
        if person.id in (stream.lead_id, stream.deputy_id)
        or not (person.id in seated or _kept_by(desk, stream, line, person))
    ]


def stand_ins(desk: Desk, stream: Stream, line: RollLine) -> Sequence[Person]:
    """Who could take a seat as things stand, but its holder: whoever is named to a group must be able to."""
    there = roster.within_call(desk, desk.team_of(stream), able(desk, stream, line))
    return [one for one in there if one.id != line.person_id and _kept_by(desk, stream, line, one) is None]


def free_for(desk: Desk, stream: Stream, lines: Sequence[RollLine], person: Person | None) -> list[RollLine]:
    """Which of these seats a person could be asked to take; everybody could take any, each as far as they may."""
    if person is None:
        return list(lines)
    fits = [line for line in lines if person in able(desk, stream, line)]
    return [line for line in fits if not _kept_by(desk, stream, line, person)]
