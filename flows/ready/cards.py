"""How the roll looks: the group's card, a seat in words, and what others read about somebody silent."""

from collections.abc import Sequence

from bot import asking, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.ready import rules
from flows.ready.tables import Readiness, RollCall, RollLine

SHOWN = 40
"""Lines of the roll on one card at most."""
OFFERED = 8
"""Seats with a button of their own at most."""


def own_card(roll: RollCall, person_id: int | None) -> str:
    return f"ready-own:{roll.id}:{person_id}"


def answer_card(roll_id: int) -> str:
    """A lead's own, of whoever has not answered."""
    return f"ready-answer:{roll_id}"


def offer_card(roll_id: int, person_id: int) -> str:
    """Of whoever asked which seats they could take."""
    return f"ready-offer:{roll_id}:{person_id}"


def relieved_card(line: RollLine) -> str:
    """Of whoever sat here before somebody took the seat from the roll."""
    return f"ready-relieved:{line.id}"


def silent_card(line: RollLine) -> str:
    return f"ready-silent:{line.id}"


def asked_card(line: RollLine) -> str:
    """Who was asked about it."""
    return f"ready-asked:{line.id}"


def of_line(line: RollLine) -> tuple[str, ...]:
    """All that anybody may have about one seat."""
    return silent_card(line), relieved_card(line), asked_card(line)


def role_name(desk: Desk, stream: Stream, key: str) -> Piece:
    role = desk.house.playbook_of(stream).role(key)
    return role.name if role else key


def _seat(desk: Desk, stream: Stream, line: RollLine) -> Piece:
    """A role, and its number where the show has several of it, as on the card of its crew."""
    name = role_name(desk, stream, line.role)
    several = sum(seat.role == line.role for seat in roster.seats(desk, stream)) > 1
    return w("ready-seat-number", role=name, number=line.seat) if several else name


def seats_named(desk: Desk, stream: Stream, lines: Sequence[RollLine]) -> Joined:
    return Joined([role_name(desk, stream, role) for role in dict.fromkeys(line.role for line in lines)])


def holder(desk: Desk, line: RollLine) -> Piece:
    return desk.person_named(line.person_id) if line.person_id else w("ready-nobody")


def is_away(desk: Desk, stream: Stream, line: RollLine) -> bool:
    """Whether a seat is silent because its holder is away; whoever answers nevertheless is there."""
    if line.state is not Readiness.SILENT or not line.person_id:
        return False
    return roster.is_away(desk, desk.team_of(stream), desk.get(Person, line.person_id))


def whose(desk: Desk, stream: Stream, lines: Sequence[RollLine]) -> Joined:
    """Seats with their people, in one line."""
    return Joined([_whose(desk, stream, line) for line in lines])


def _whose(desk: Desk, stream: Stream, line: RollLine) -> Words:
    word = "ready-whose-away" if is_away(desk, stream, line) else "ready-whose"
    return Words(word, {"role": role_name(desk, stream, line.role), "who": holder(desk, line)})


def line_words(desk: Desk, stream: Stream, line: RollLine) -> Words:
    """A seat on the roll, with a mark of its state, and whether it is left in peace."""
    about = {"role": _seat(desk, stream, line), "who": holder(desk, line)}
    if line.state is Readiness.READY:
        by = desk.person_named(line.answered_by)
        return (
            w("ready-line-ready", **about) if line.answered_by == line.person_id else w("ready-line-by", **about, by=by)
        )
    if line.state is Readiness.NOT_YET:
        said = w("ready-line-not-yet", seat=_missing(desk, stream, line))
    elif is_away(desk, stream, line):
        said = w("ready-line-away", seat=_missing(desk, stream, line))
    else:
        said = w("ready-line-silent", **about)
    return _in_peace(line, said)


def missing_words(desk: Desk, stream: Stream, line: RollLine) -> Words:
    """A seat that is not ready, and how it stands, in words: for where a mark says how grave that is."""
    return _in_peace(line, _missing(desk, stream, line))


def _in_peace(line: RollLine, said: Words) -> Words:
    return w("ready-line-muted", line=said) if line.muted_by else said


def _missing(desk: Desk, stream: Stream, line: RollLine) -> Words:
    about = {"role": _seat(desk, stream, line), "who": holder(desk, line)}
    if line.person_id is None:
        return w("ready-seat-empty", **about)
    if line.state is Readiness.NOT_YET and line.why:
        until = {"until": HourMinute(line.until)} if line.until and line.until > desk.now else {}
        return w("ready-seat-until" if until else "ready-seat-why", **about, why=line.why, **until)
    return w("ready-seat-away", **about) if is_away(desk, stream, line) else w(f"ready-seat-{line.state}", **about)


def roll_lines(
    desk: Desk, stream: Stream, roll: RollCall, lines: Sequence[RollLine], then: Sequence[Piece]
) -> list[Piece]:
    """The group's card: every seat, the anchor last, the count, and what comes next."""
    air = on_air(desk, stream)
    shown = rules.foremost(lines, air, SHOWN)
    left = {"count": len(lines) - len(shown), "ready": len(rules.ready(lines)) - len(rules.ready(shown))}
    return [
        w("ready-roll-head", title=stream.title, at=HourMinute(roll.starts_at)),
        *(line_words(desk, stream, line) for line in shown if line.role not in air),
        *([w("ready-roll-more", **left)] if left["count"] else []),
        *(line_words(desk, stream, line) for line in shown if line.role in air),
        w("ready-roll-count", ready=len(rules.ready(lines)), seats=len(lines)),
        *then,
    ]


def on_air(desk: Desk, stream: Stream) -> set[str]:
    """The roles in front of the camera."""
    return {role.key for role in desk.house.playbook_of(stream).roles if role.on_air}


def roll_buttons(roll: RollCall, lines: Sequence[RollLine]) -> list[list[Button]]:
    """Once everyone is ready, only a change of mind is left."""
    not_yet = Button(w("ready-button-not-yet"), "ready.no", (roll.id,))
    if not rules.unready(lines):
        return [[not_yet]]
    return [[Button(w("ready-button-ready"), "ready.yes", (roll.id,)), not_yet]]


def take_over(desk: Desk, stream: Stream, free: Sequence[RollLine]) -> list[list[Button]]:
    """A button per seat that somebody could take; of two in one role, whose it is."""
    seats = rules.foremost(free, on_air(desk, stream), OFFERED)
    roles = [line.role for line in seats]
    named = [
        _whose(desk, stream, line) if roles.count(line.role) > 1 else role_name(desk, stream, line.role)
        for line in seats
    ]
    return [
        [Button(w("ready-button-take-as", role=role), "ready.take", (line.id,))]
        for role, line in zip(named, seats, strict=True)
    ]


def settled_line(desk: Desk, stream: Stream, line: RollLine, *, closed: bool = False) -> list[Piece]:
    """What became of a seat that somebody was asked about."""
    settled: list[Piece] = [w("ready-settled", title=stream.title), line_words(desk, stream, line)]
    return [*settled, ended(stream)] if closed else settled


def gone_lines(desk: Desk, stream: Stream, line: RollLine) -> list[Piece]:
    """The show does without this seat."""
    return [w("ready-settled", title=stream.title), w("ready-line-gone", role=role_name(desk, stream, line.role))]


def settled_view(desk: Desk, stream: Stream, line: RollLine, *, closed: bool = False) -> View:
    """The same; left in peace, with the way to where it is asked for again."""
    peace = line.muted_by is not None and not closed
    return settled_line(desk, stream, line, closed=closed), [[asking.button("ready.asked", line.id)]] if peace else ()


def ended(stream: Stream) -> Words:
    """Why a roll is closed: the show is off, has begun, or has moved to a time for which it is called anew."""
    if stream.phase is Phase.CANCELLED:
        return w("ready-roll-off")
    return w("ready-roll-anew") if stream.phase in AHEAD else w("ready-roll-over")


def others(desk: Desk, lines: Sequence[RollLine]) -> list[list[Button]]:
    """For a lead: to answer for each person who has not, and to see who was asked."""
    firsts = [party[0] for party in rules.parties(rules.unready(lines))]
    return [[*answer_for(desk, line), asking.button("ready.asked", line.id)] for line in firsts[:8]]


def to_answer_for(desk: Desk, stream: Stream, lines: Sequence[RollLine], *, closed: bool = False) -> View:
    """What a lead may say for others, as long as somebody is missing."""
    missing = rules.unready(lines)
    if closed:
        return [w("ready-settled", title=stream.title), ended(stream)], ()
    if not missing:
        return [w("ready-settled", title=stream.title), w("ready-toast-all")], ()
    about = {"title": stream.title, "whose": whose(desk, stream, missing[:OFFERED])}
    return [w("ready-answer-for", **about)], others(desk, lines)


def answer_for(desk: Desk, line: RollLine) -> list[Button]:
    return [Button(w("ready-button-for", who=holder(desk, line)), "ready.for", (line.id,))] if line.person_id else []
