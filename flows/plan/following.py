"""What was changed in one show that comes again goes on into those that follow: planned already, and still to come."""

from collections.abc import Sequence

from bot import roster
from bot.crew import AHEAD, Assignment, Person, Stream
from bot.desk import Desk
from bot.words import Piece, Words, w
from flows.plan import episodes, leading, onward, repeating, seating
from flows.plan.tables import Series


def seat(desk: Desk, seat: Assignment, meant: str = "") -> None:
    """[All following: …]: the same seat, with the same person; a show that has no such seat gets it. Where the person
    can't, it stays as it is, and the lead reads when and why."""
    stream = desk.get(Stream, seat.stream_id)
    series = _series(desk, stream)
    if series is None:
        return
    if meant not in ("", str(seat.person_id or 0)):
        desk.refuse(w("plan-changed-meanwhile"))
    repeating.keep_usual(desk, series, seat)
    person = desk.session.get(Person, seat.person_id) if seat.person_id else None
    changed, left = 0, list[Piece]()
    for later in episodes.following(desk, stream):
        there = seating.at(desk, later, seat.role, seat.seat)
        if there and there.person_id == seat.person_id:
            continue
        new = there is None
        there = there or seating.add(desk, later, seat.role, seat.seat)
        why = person and roster.barred(desk, later, seat.role, person)
        changed += new or not why
        if why:
            left.append(w("plan-onward-left", at=later.starts_at, who=person, why=why))
        elif there.person_id != seat.person_id:
            seating.give(desk, later, there, person)
    _done(desk, stream, f"{seat.role}:{seat.seat}", changed, left)


def without(desk: Desk, stream: Stream, place: str, number: str) -> None:
    """[All following: without …]"""
    series, roles = _series(desk, stream), desk.house.playbook_of(stream).roles
    if series is None or not (place.isdigit() and number.isdigit() and int(place) < len(roles)):
        return
    role, seat = roles[int(place)].key, int(number)
    if seating.at(desk, stream, role, seat):
        desk.refuse(w("plan-changed-meanwhile"))
    repeating.drop_usual(desk, series, role, seat)
    found = [(later, one) for later in episodes.following(desk, stream) if (one := seating.at(desk, later, role, seat))]
    for later, one in found:
        if later.phase in AHEAD:
            seating.take_out(desk, later, one)
    _done(desk, stream, f"{role}:{seat}", len(found))


def lead(desk: Desk, stream: Stream, chosen: str) -> None:
    """[All following: lead …]: one word to each, whatever the number of shows."""
    series = _series(desk, stream)
    if series is None:
        return
    if chosen != str(stream.lead_id):
        desk.refuse(w("plan-changed-meanwhile"))
    series.lead_id = stream.lead_id
    later = [one for one in episodes.following(desk, stream) if one.lead_id != stream.lead_id]
    for one in later:
        leading.hand(desk, one, desk.get(Person, stream.lead_id))
    _tell(desk, stream, stream.lead_id, w("plan-you-lead-onward", title=stream.title, by=desk.person))
    _done(desk, stream, "lead", len(later))


def deputy(desk: Desk, stream: Stream, chosen: str) -> None:
    series = _series(desk, stream)
    if series is None:
        return
    if chosen != str(stream.deputy_id):
        desk.refuse(w("plan-changed-meanwhile"))
    series.deputy_id = stream.deputy_id
    later = [one for one in episodes.following(desk, stream) if stream.deputy_id not in (one.deputy_id, one.lead_id)]
    for one in later:
        leading.make_deputy(desk, one, desk.get(Person, stream.deputy_id))
    _tell(desk, stream, stream.deputy_id, w("plan-you-deputy-onward", title=stream.title, by=desk.person))
    _done(desk, stream, "deputy", len(later))


def _series(desk: Desk, stream: Stream) -> Series | None:
    series = episodes.series_of(desk, stream)
    if series is None:
        desk.toast(w("plan-repeats-ended"))
    return series


def _tell(desk: Desk, stream: Stream, person_id: int | None, words: Words) -> None:
    if person_id and person_id != desk.person.id:
        desk.say(desk.private(desk.get(Person, person_id), desk.team_of(stream)), words)


def _done(desk: Desk, stream: Stream, what: str, shows: int, left: Sequence[Piece] = ()) -> None:
    desk.show(onward.card(stream, what), w("plan-onward-done", shows=shows), *left)
