"""Why items come as one list, and how its head says so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import Joined, Piece, w
from flows.prep import answers, owners
from flows.prep.tables import Item


class Why(StrEnum):
    """Why items come as one list."""

    SHORT = "short"
    MOVED = "moved"
    ADDED = "added"
    YOURS = "yours"


def head(desk: Desk, stream: Stream, person: Person, why: Why, items: Sequence[Item]) -> Piece:
    """What somebody else was asked for says who, and for which role: whether they held it or stood in, it does not say.
    Whether a lead has given it says the item; of a list that holds others too, how many came."""
    roles: dict[int, dict[str, Piece]] = {}
    taken = [item for item in items if came(item, person)]
    if why is not Why.YOURS and not taken:
        return w(f"prep-why-{why}")
    if not taken:
        return w("prep-why-still")
    seats = {seat.role for seat in roster.seats(desk, stream)}
    for item in taken:
        role = desk.house.playbook_of(stream).role(item.role)
        roles.setdefault(item.from_id or 0, {}).update({role.key: role.name} if role and role.key in seats else {})
    who = Joined([_former(desk, person_id, list(theirs.values())) for person_id, theirs in roles.items()])
    given, marked = all(item.owner_id == person.id for item in taken), len(taken) < len(items)
    about = {"marked": len(taken) if marked else 0}
    owing = answers.owing(desk, stream)
    if roles.keys() <= owing.keys() and not any(person in owners.own(desk, stream, item) for item in taken):
        return w("prep-why-unsure", who=Joined([desk.person_named(person_id) for person_id in roles]), **about)
    return w("prep-why-given" if given else "prep-why-yours", who=who, **about)


def came(item: Item, person: Person) -> bool:
    """Whether it was somebody else's: a list that is taken up by another keeps its mark."""
    return item.from_id not in (None, person.id)


def _former(desk: Desk, person_id: int, roles: Sequence[Piece]) -> Piece:
    who = desk.person_named(person_id)
    return w("prep-why-from", who=who, roles=Joined(list(roles))) if roles else who
