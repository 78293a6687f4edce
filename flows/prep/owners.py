"""Whose an item is now, and who may settle it: looked up each time, so that it follows the crew."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Answer, Person, Stream
from bot.desk import Desk
from bot.playbook import Role
from bot.words import Joined, Words, w
from flows.prep import answers, rows
from flows.prep.tables import Item


def chain(desk: Desk, stream: Stream, item: Item) -> Sequence[Person]:
    """Whom to ask, in order: the owner, whoever stands in (who has it already before others, where its own seat waits for
    somebody), the leads; nobody who is away or has left. Who has not said that they come is asked last."""
    if item.owner_id is None and not is_personal(desk, stream, item):
        silent = answers.silent(desk, stream)
        sure = {person.id for person in own(desk, stream, item)} - silent
        holding = sure or ({item.told_id or 0} if item.role == seat_role(desk, stream, item) else set())
        people = roster.chain(desk, stream, item.role)
        return sorted(people, key=lambda person: (person.id in silent, person.id not in holding))
    return roster.once([*roster.here(desk, stream, own(desk, stream, item)), *roster.lead_chain(desk, stream)])


def own(desk: Desk, stream: Stream, item: Item) -> Sequence[Person]:
    """Whose it is itself: the one named, or all who hold its role; of what nobody can do for another, who has its
    seat."""
    if item.owner_id:
        return [desk.get(Person, item.owner_id)]
    if not is_personal(desk, stream, item):
        return roster.holders(desk, stream, item.role)
    return [person for seat, person in seated(desk, stream, item.role).items() if seat == rows.seat_of(item)]


def seated(desk: Desk, stream: Stream, role: str) -> dict[int, Person]:
    """Who sits in a role, by the number of the seat; whether on duty now or not."""
    seats = (seat for seat in roster.seats(desk, stream) if seat.role == role and seat.answer is not Answer.DECLINED)
    return {seat.seat: desk.get(Person, seat.person_id) for seat in seats if seat.person_id}


def is_personal(desk: Desk, stream: Stream, item: Item) -> bool:
    """Whether nobody can do it for whoever has the role: a lead hears of silence, and nobody is asked to stand in."""
    line = rows.line_of(desk.house.playbook_of(stream), item)
    return line is not None and line.personal


def owner(desk: Desk, stream: Stream, item: Item) -> Person:
    return chain(desk, stream, item)[0]


def told_when_stuck(desk: Desk, stream: Stream, by: int | None) -> Sequence[Person]:
    """Who hears that something is in the way, in order: the leads who can be written to, but for whoever says so; nobody
    where they lead alone."""
    others = [lead for lead in roster.lead_chain(desk, stream) if lead.id != by]
    return [lead for lead in others if lead.reachable] or others


def must_be_theirs(desk: Desk, stream: Stream, item: Item) -> None:
    """Turn down whoever has no say in this item, naming who has."""
    if turned := not_theirs(desk, stream, item):
        desk.refuse(turned)


def not_theirs(desk: Desk, stream: Stream, item: Item) -> Words | None:
    """Who has a say in this item, if the presser has none."""
    people = chain(desk, stream, item)
    theirs = desk.person.id == item.owner_id
    if item.for_all or theirs or roster.may_act(desk, stream, people):
        return None
    return w("prep-not-yours", who=Joined([person.name for person in people[:3]]))


def must_be_of_the_crew(desk: Desk, stream: Stream, item: Item) -> None:
    """Turn down whoever can't be the second pair of eyes."""
    people = [*roster.crew(desk, stream), *chain(desk, stream, item)]
    if not item.for_all and not roster.may_act(desk, stream, people):
        desk.refuse(w("prep-crew-only"))


def seconds(desk: Desk, stream: Stream, item: Item) -> Sequence[Person]:
    """Whom to ask to look too, in order: everybody but the first, whoever is sure to come before the others."""
    seats = roster.seats(desk, stream)
    coming = {seat.person_id for seat in seats if seat.answer is Answer.ACCEPTED} | {stream.lead_id, stream.deputy_id}
    people = roster.once([*chain(desk, stream, item), *roster.crew(desk, stream)])
    return sorted((one for one in people if one.id != item.checked_by), key=lambda one: one.id not in coming)


def seat_role(desk: Desk, stream: Stream, item: Item) -> str | None:
    """Whose seat in this show it hangs on: its own role's, else the first one's that stands in and has a seat."""
    role, seats = role_of(desk, stream, item), {seat.role for seat in roster.seats(desk, stream)}
    return next((key for key in (role.key, *role.stand_in) if key in seats), None) if role else None


def role_of(desk: Desk, stream: Stream, item: Item) -> Role | None:
    return desk.house.playbook_of(stream).role(item.role) if item.role else None


class Owners:
    """The owners of many items of one stream, each role looked up once."""

    def __init__(self, desk: Desk, stream: Stream) -> None:
        self._desk, self._stream = desk, stream
        self._known: dict[tuple[str, int | None, int | None, int], tuple[Person, Sequence[Person]]] = {}

    def __call__(self, item: Item) -> Person:
        return self._of(item)[0]

    def sharing(self, item: Item) -> Sequence[Person]:
        """Who may do it as well as its owner: they hold the same role."""
        holder, people = self._of(item)
        return [person for person in people if person.id != holder.id] if holder in people else []

    def _of(self, item: Item) -> tuple[Person, Sequence[Person]]:
        personal = is_personal(self._desk, self._stream, item)
        key = (item.role, item.owner_id, item.told_id, rows.seat_of(item) if personal else 0)
        if key not in self._known:
            about = (self._desk, self._stream, item)
            self._known[key] = owner(*about), own(*about)
        return self._known[key]
