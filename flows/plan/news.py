"""A change of shows that asks nothing is told: once to each whom it concerns, however many shows, and once to the group."""

from collections.abc import Iterable, Sequence

from bot import roster
from bot.crew import Answer, Person, Stream
from bot.desk import Desk
from bot.words import Piece, Words, w

News = tuple[Stream, Iterable[Person], Sequence[Piece]]
"""A show, who hears in private what is new of it, and what that is."""


def tell(desk: Desk, changed: Sequence[News]) -> None:
    """Whoever has made the change has read it."""
    if not changed:
        return
    told: dict[int, list[Piece]] = {}
    for _, people, lines in changed:
        for person in people:
            if person.id != desk.person.id:
                told.setdefault(person.id, []).extend(lines)
    shows = [stream for stream, _, _ in changed]
    team = desk.team_of(shows[0])
    for person_id, lines in told.items():
        place = desk.private(desk.get(Person, person_id), team)
        desk.say(place, *lines, _no_need(desk, person_id, shows))
    desk.say(desk.group(team), *(line for _, _, lines in changed for line in lines))


def _no_need(desk: Desk, person_id: int, shows: Sequence[Stream]) -> Words:
    """What stands below; whoever still owes the first answer is reminded of that one."""
    seats = [seat for stream in shows for seat in roster.seats(desk, stream) if seat.person_id == person_id]
    owed = any(seat.answer is Answer.ASKED for seat in seats)
    return w("plan-moved-owed") if owed else w("plan-moved-fine")
