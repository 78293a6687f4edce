"""What whoever is asked next reads about a seat that does not answer: how it stands, and what they themselves can do."""

from collections.abc import Callable, Sequence

from bot import asking, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import HourMinute, Piece, w
from flows.ready import cards, rules, seating
from flows.ready.chasing import NOBODY, Chase
from flows.ready.tables import Readiness, RollLine

Lines = Sequence[RollLine]


def view(desk: Desk, stream: Stream, theirs: Lines, chase: Chase = NOBODY) -> Callable[[int | None], View]:
    """As whoever has the card reads it: each may take other seats, and who is asked now reads who was before."""

    def read_by(person_id: int | None) -> View:
        person = desk.get(Person, person_id)
        free = seating.free_for(desk, stream, theirs, person)
        said = [*chase.before(desk, person_id), *lines(desk, stream, theirs, free, person)]
        return said, buttons(desk, stream, theirs, free, person)

    return read_by


def lines(desk: Desk, stream: Stream, theirs: Lines, free: Lines, person: Person) -> list[Piece]:
    """How the seats of one person stand, and what the reader can do: take one of these that are `free` to them; a lead
    may settle it in other ways too."""
    return [_standing(desk, stream, theirs), *_to_do(desk, stream, theirs[0], free, person)]


def buttons(desk: Desk, stream: Stream, theirs: Lines, free: Lines, person: Person | None) -> list[list[Button]]:
    """Nothing that would refuse this person; whoever reads it in the group may be anyone. Several seats are offered by
    name."""
    line, several = theirs[0], len(theirs) > 1
    take = [Button(w("ready-button-take"), "ready.take", (each.id,)) for each in free]
    rows = cards.take_over(desk, stream, free) if several else [take]
    if person and roster.decides(desk, stream, person.id):
        rows.append(cards.answer_for(desk, line))
    if person and person in roster.leads(desk, desk.team_of(stream)):
        rows += _settle(desk, stream, theirs)
    return [*rows, [asking.button("ready.asked", line.id)]]


def _settle(desk: Desk, stream: Stream, theirs: Lines) -> list[list[Button]]:
    """To a seat's own page, where a lead picks; an empty one may also stay so."""
    numbers = {(seat.role, seat.seat): seat.id for seat in roster.seats(desk, stream)}
    rows = []
    for line in theirs[: cards.OFFERED]:
        to_pick = (numbers[line.role, line.seat],)
        if line.person_id is None:
            leave = Button(w("ready-button-leave-open"), "ready.mute", (line.id,))
            rows.append([Button(w("ready-button-pick"), "plan.seat", to_pick), leave])
        else:
            role = cards.role_name(desk, stream, line.role)
            named = w("ready-button-change-as", role=role) if len(theirs) > 1 else w("ready-button-change")
            rows.append([Button(named, "plan.seat", to_pick)])
    return rows


def _standing(desk: Desk, stream: Stream, theirs: Lines) -> Piece:
    line = theirs[0]
    about = {
        "roles": cards.seats_named(desk, stream, theirs),
        "title": stream.title,
        "at": HourMinute(stream.starts_at),
        "who": cards.holder(desk, line),
    }
    if line.until and rules.comes_too_late(line, stream.starts_at):
        return w("ready-too-late", until=HourMinute(line.until), why=line.why, **about)
    if cards.is_away(desk, stream, line):
        return w("ready-away", **about)
    if line.person_id and line.state is Readiness.NOT_YET:
        word = "ready-says-not" if rules.has_just_said(line, desk.now) else "ready-still-not"
        return w(f"{word}-why", why=line.why, **about) if line.why else w(word, **about)
    return w("ready-silent" if line.person_id else "ready-empty", **about)


def _to_do(desk: Desk, stream: Stream, line: RollLine, free: Lines, person: Person) -> list[Piece]:
    who = cards.holder(desk, line)
    absent = line.person_id is None or rules.comes_too_late(line, stream.starts_at) or cards.is_away(desk, stream, line)
    found: list[Piece] = []
    if free:
        found.append(w("ready-do-take") if absent else w("ready-do-take-or-reach", who=who))
    elif not absent:
        found.append(w("ready-do-reach", who=who))
    if person in roster.leads(desk, desk.team_of(stream)):
        found.append(w("ready-do-lead", who=who) if line.person_id else w("ready-do-lead-empty"))
    return found
