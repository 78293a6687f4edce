"""The crew that /new suggests, as the lead reads it: every seat with its person and why, or why there is nobody."""

from collections.abc import Mapping

from bot.crew import Stream
from bot.desk import Desk
from bot.replies import Conversation
from bot.words import Joined, Piece, Words, Zone, w
from flows.plan import cards, crewing, drafting, midnight, rules
from flows.plan.rules import Seat

FEW = 3
"""Notes that read the same: from so many on they are said once."""
TIED = 3
"""People named who sit elsewhere, or may stand in."""


def suggested(desk: Desk, talk: Conversation) -> list[Piece]:
    """Every seat with its person and what speaks for them; what holds for most is said once."""
    bench = drafting.bench(desk, talk)
    crew, playbook = drafting.crew(desk, talk, bench), desk.house.playbook_of(bench.stream)
    notes = {seat: _note(bench, seat, person) for seat, person in crew.items() if person}
    alike = _alike([note for note in notes.values() if note])
    found: list[Piece] = [*_understood(desk, talk, bench.stream), w("plan-ask-crew")]
    for seat, person in crew.items():
        role, who, note = cards.seat_name(playbook, seat, crew), desk.person_named(person), notes.get(seat)
        if not person and drafting.picks(talk).get(seat) == drafting.OPEN:
            found.append(w("plan-draft-open", role=role))
        elif not person:
            found.append(_nobody(desk, bench, seat, crew))
        elif note and note != alike:
            found.append(w("plan-draft-seat-why", role=role, who=who, why=note))
        else:
            found.append(w("plan-draft-seat", role=role, who=who))
    if alike:
        whom = "all" if all(note == alike for note in notes.values()) else "others"
        found.append(w("plan-crew-alike", whom=whom, why=alike))
    return [*found, w("plan-crew-how")]


def _nobody(desk: Desk, bench: crewing.Bench, seat: Seat, crew: Mapping[Seat, int]) -> Piece:
    """Why nobody is suggested: who has the role sits elsewhere, or isn't free, or there is nobody."""
    playbook = desk.house.playbook_of(bench.stream)
    role = cards.seat_name(playbook, seat, crew)
    places = {person: at for at, person in crew.items()}
    tied: list[Piece] = [
        w("plan-draft-tied-one", who=one.person, role=cards.seat_name(playbook, places[one.person.id], crew))
        for one in bench.options(seat[0])
        if one.free and one.person.id in places
    ]
    if tied:
        return w("plan-draft-tied", role=role, who=Joined(tied[:TIED]))
    if bench.options(seat[0]):
        return w("plan-draft-none-free", role=role)
    others = [_stand_in(desk, bench, seat, one, crew) for one in bench.offered(seat[0]) if one.free]
    return (
        w("plan-draft-stand-ins", role=role, who=Joined(others[:TIED])) if others else w("plan-draft-none", role=role)
    )


def _stand_in(
    desk: Desk, bench: crewing.Bench, seat: Seat, one: crewing.Option, crew: Mapping[Seat, int]
) -> Piece | str:
    """By name, and with the seat that would be open then."""
    playbook = desk.house.playbook_of(bench.stream)
    sits = [at for at, person in crew.items() if person == one.person.id]
    left = [at for at in sits if not rules.go_together(at, seat, playbook.may_pair)]
    if not left:
        return one.person.name
    roles = Joined([cards.seat_name(playbook, at, crew) for at in left])
    return w("plan-draft-stand-in-leaves", who=one.person, role=roles)


def _understood(desk: Desk, talk: Conversation, stream: Stream) -> list[Piece]:
    """What it is and when: of one line nothing was read back before."""
    every, zone = talk.answers.get("every"), Zone(desk.place_of(talk).reader.zone)
    return [
        w("plan-title", title=stream.title),
        w("plan-when-zone", when=cards.when(stream), zone=zone),
        *([w(f"plan-repeats-{every}")] if every else []),
        *midnight.lines(desk, talk),
    ]


def _note(bench: crewing.Bench, seat: Seat, person: int) -> Words | None:
    """Why this person; nothing where there is no more to say than that they are free."""
    one = next((one for one in bench.offered(seat[0]) if one.person.id == person), None)
    return crewing.reason(bench.desk, one, bench.stream) if one and crewing.says_much(one) else None


def _alike(notes: list[Words]) -> Words | None:
    """What holds for most of them is said once, for all."""
    most = max(notes, key=notes.count, default=None)
    shared = notes.count(most) if most else 0
    return most if shared >= FEW and 2 * shared > len(notes) else None
