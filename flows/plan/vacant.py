"""A seat that nobody has is called out in the group with every chase, until somebody takes it."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, func, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Phase, Stream
from bot.cues import Cue
from bot.desk import Desk
from bot.message import Delivery, Message
from bot.words import Joined, Mention, Piece, w
from flows.plan import cards, crewing, presence, refusals, seated, shared, standing_in

SOON = timedelta(hours=24)
IN_A_BREATH = timedelta(minutes=2)
MINUTES = timedelta(minutes=10)
"""Within so many, what opens is said in one message."""
NAMED = 3
"""People called by name for one seat."""


def seats(desk: Desk, stream: Stream) -> list[tuple[Assignment, list[Person]]]:
    """The open seats that are worth a word, each with who could take it: a show can't do without it, or somebody could;
    within a day of it also where somebody may stand in."""
    empty = [seat for seat in roster.seats(desk, stream) if presence.state(seat) in ("open", Answer.DECLINED)]
    if stream.phase not in AHEAD or not empty:
        return []
    keys = _required(desk, stream)
    bench = crewing.Bench(desk, desk.team_of(stream), stream)
    found = [(seat, _able(desk, stream, bench, seat)) for seat in empty]
    soon = stream.starts_at - desk.now <= SOON
    return [
        (seat, people)
        for seat, people in found
        if people or seat.role in keys or (soon and _others(desk, stream, seat))
    ]


def required(desk: Desk, stream: Stream) -> list[Assignment]:
    """The open seats that a show can't do without."""
    keys = _required(desk, stream)
    return [seat for seat, _ in seats(desk, stream) if seat.role in keys]


def _required(desk: Desk, stream: Stream) -> set[str]:
    return {role.key for role in desk.house.playbook_of(stream).roles if role.required}


def _others(desk: Desk, stream: Stream, seat: Assignment) -> list[Person]:
    """Who may stand in, even out of another seat of this show: that is for a lead to say, so they are not called."""
    found = standing_in.people(desk, desk.team_of(stream), stream, seat.role)
    noes = refusals.noes(desk, stream, seat.role)
    return list(roster.here(desk, stream, [person for person in found if person.id not in noes]))


def _able(desk: Desk, stream: Stream, bench: crewing.Bench, seat: Assignment) -> list[Person]:
    """Who is free, sits nowhere in this show, and has not said no; whoever is away today is not called."""
    taken = {other.person_id for other in seated.sitting(desk, stream)} | refusals.noes(desk, stream, seat.role)
    free = [one.person for one in bench.options(seat.role) if one.free and one.person.id not in taken]
    return list(roster.here(desk, stream, free))


def call(desk: Desk, stream: Stream) -> bool:
    """One message for all of them; says whether there was any. One that waits to be sent, or came a few minutes ago,
    says it all."""
    found = seats(desk, stream)
    if found and _has_just_said(desk, stream):
        refresh(desk, stream)
    elif found:
        lines, buttons = _lines(desk, stream, found), _buttons(desk, stream, found)
        head = w("plan-vacant-below", title=stream.title, at=stream.starts_at)
        desk.say(desk.group(desk.team_of(stream)), *lines, buttons=buttons, card=_card(stream), below=head)
    return bool(found)


def opened(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """Within a day of the show the group hears of it soon: whoever changes a crew mostly fills it in the same breath."""
    if stream.phase in AHEAD and stream.starts_at - desk.now <= SOON:
        note = str(int(desk.now.timestamp()))
        desk.cue("plan.vacant", seat.id, team_id=stream.team_id, stream=stream, at=desk.now + IN_A_BREATH, note=note)


def is_open(desk: Desk, seat_id: int) -> bool:
    """Whether nobody has that seat still, and it is worth a word."""
    seat = desk.session.get(Assignment, seat_id)
    return seat is not None and seat in [one for one, _ in seats(desk, desk.get(Stream, seat.stream_id))]


def _has_just_said(desk: Desk, stream: Stream) -> bool:
    """Several calls that quiet hours have held come in one breath."""
    copies = desk.session.exec(select(Message).where(Message.card == _card(stream))).all()
    return any(
        one.state in (Delivery.PENDING, Delivery.HELD) if one.sent_at is None else desk.now - one.sent_at < MINUTES
        for one in copies
    )


def refresh(desk: Desk, stream: Stream) -> None:
    """Somebody has taken a seat, or left one, or the show is off; most shows were never called out."""
    if desk.session.exec(select(Message.id).where(Message.card == _card(stream)).limit(1)).first() is None:
        return
    found = seats(desk, stream)
    desk.show(_card(stream), *_lines(desk, stream, found), buttons=_buttons(desk, stream, found))


def _card(stream: Stream) -> str:
    return f"plan:vacant:{stream.id}"


def _lines(desk: Desk, stream: Stream, found: Sequence[tuple[Assignment, list[Person]]]) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    since = _found_since(desk, stream)
    waits = any(presence.stands(desk, stream, seat) != Answer.ACCEPTED for seat in since)
    head = w(f"plan-vacant{'' if found else '-waits' if waits else '-none'}", title=stream.title, at=stream.starts_at)
    lines = [_line(desk, stream, *one) for one in found]
    return [head, *lines, *(cards.seat_line(desk, stream, seat) for seat in since)]


def _found_since(desk: Desk, stream: Stream) -> list[Assignment]:
    """Who sits by now where somebody was looked for."""
    calls = (Cue.stream_id == stream.id, col(Cue.kind).in_(("plan.chase", "plan.vacant")))
    first = desk.session.exec(select(func.min(Cue.given_at)).where(*calls)).one()
    return [seat for seat in seated.sitting(desk, stream) if first and seat.asked_at and seat.asked_at >= first]


def _line(desk: Desk, stream: Stream, seat: Assignment, people: list[Person]) -> Piece:
    role = cards.name_of(desk, stream, seat)
    if waiting := standing_in.offering(desk, stream, seat):
        return w("plan-vacant-offered", role=role, who=cards.some_people([one.name for one in waiting], NAMED))
    if not standing_in.is_known(desk, stream, seat.role):
        return w("plan-vacant-unknown", role=role)
    if not people:
        others = _named(desk, stream, seat)
        names = cards.some_people([person.name for person in others], NAMED)
        return w("plan-vacant-stand-ins", role=role, who=names) if others else w("plan-vacant-anyone", role=role)
    return w("plan-vacant-seat", role=role, who=Joined([Mention(person) for person in people[:NAMED]]))


def _named(desk: Desk, stream: Stream, seat: Assignment) -> list[Person]:
    """Out of another seat somebody is thought of only for one that the show can't do without."""
    others = _others(desk, stream, seat)
    card = desk.house.playbook_of(stream).role(seat.role)
    if card and card.required:
        return others
    sitting = {other.person_id for other in seated.sitting(desk, stream)}
    return [person for person in others if person.id not in sitting]


def _buttons(desk: Desk, stream: Stream, found: Sequence[tuple[Assignment, list[Person]]]) -> cards.Rows:
    return cards.rows([shared.claim_button(desk, stream, seat) for seat, _ in found[: shared.CLAIMS]])
