"""/next: what is next for one person: the seats to come, the roll calls, and what they will be asked for."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.crew import AHEAD, UNDER_WAY, Answer, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.plan import ask_cards, cards

SHOWN = 6
LOOKED_AT = 60
"""Planned cues whose turn it may be are looked through up to this many: the first few of them are what comes next."""
Point = tuple[datetime, Words]


def next_for_me(desk: Desk, _text: str) -> None:
    """/next"""
    assert desk.team is not None
    points = sorted([*_seats(desk, desk.team), *_asked(desk, desk.team)], key=lambda point: point[0])[:SHOWN]
    if not points:
        desk.reply(w("plan-next-none", who=desk.person))
        return
    lines = [line for _, line in points]
    legend = [w("plan-next-legend")] if any(line.key == "plan-next-asked-for" for line in lines) else []
    desk.reply(w("plan-next", who=desk.person), *lines, *legend)


def _seats(desk: Desk, team: Team) -> Iterator[Point]:
    """The person's shows: an open question first of all, then the roll call and the start of each."""
    shows = select(Stream).where(Stream.team_id == team.id, col(Stream.phase).in_(AHEAD))
    for stream in desk.session.exec(shows.order_by(col(Stream.starts_at))):
        seats = [seat for seat in ask_cards.seats_of(desk, stream, desk.person) if seat.answer is not Answer.DECLINED]
        if not seats:
            continue
        roles = cards.turns_of(desk, stream, seats)
        roll = desk.house.playbook_of(stream).gate.roll_call.at(stream.starts_at, stream.ends_at)
        about = {"at": stream.starts_at, "roles": roles, "title": stream.title}
        if ask_cards.answer_of(seats) is Answer.ASKED:
            yield desk.now, w("plan-next-asked", **about)
        else:
            yield min(roll, stream.starts_at), w("plan-next-seat", roll=HourMinute(roll), **about)


def _asked(desk: Desk, team: Team) -> Iterator[Point]:
    """What the person would be the first to be asked."""
    found = (
        select(Cue, Stream)
        .join(Stream, col(Stream.id) == Cue.stream_id)
        .where(Cue.team_id == team.id, Cue.state == CueState.PLANNED, Cue.round == 0)
        .where(col(Stream.phase).in_({*AHEAD, *UNDER_WAY}))
        .order_by(col(Cue.due_at), col(Cue.id))
        .limit(LOOKED_AT)
    )
    known = set[tuple[str, int]]()
    for cue, stream in desk.session.exec(found):
        what = _about(desk, cue)
        if what and (str(what), stream.id) not in known:
            known.add((str(what), stream.id))
            yield cue.due_at, w("plan-next-asked-for", at=cue.due_at, what=what, title=stream.title)


def _about(desk: Desk, cue: Cue) -> Piece | None:
    """What a planned ping is about, where it is meant for this person first: as its flow tells it, else by its kind."""
    name, _, kind = cue.kind.partition(".")
    flow = next(one for one in desk.house.flows if one.name == name)
    if flow.told:
        told = flow.told(desk, cue)
        return told[0] if told and desk.person.name in _named(told[1]) else None
    chain = desk.house.cue_kind(cue.kind).chain
    first = chain(desk, cue)[:1] if chain else ()
    return Words(f"{name}-cue-{kind}", {}) if any(one.id == desk.person.id for one in first) else None


def _named(whom: Piece) -> Sequence[Piece]:
    return whom.pieces if isinstance(whom, Joined) else [whom]
