"""Whom a HOLD waits for: each reads in private for what, with what settles it; everybody else, that it is not for them."""

from collections.abc import Collection

from sqlmodel import col, select

from bot import roster
from bot.between import OpenPoint
from bot.crew import Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import HourMinute, w
from flows.ready import cards, gate_cards, gates, holding, rules
from flows.ready.tables import Decision, Gate, RollLine


def tell_group(desk: Desk, stream: Stream, held: Gate, roll: list[RollLine]) -> None:
    """What it waits for, until that is decided."""
    lines, _ = _group_view(desk, stream, held, held, roll)
    desk.say(desk.group(desk.team_of(stream)), *lines, card=_group_card(held))


def tell(desk: Desk, stream: Stream, held: Gate, roll: list[RollLine], *, but: Collection[int | None]) -> None:
    """All of the crew and whoever has something open, `but` those whom the roll asks again: their card says it. Who has
    both reads of what the roll does not know; who held it, only what it waits for of theirs."""
    theirs = _waited_for(desk, stream, held, held, roll)
    for person in roster.once([*roster.crew(desk, stream), *(desk.get(Person, one) for one in theirs)]):
        mine = theirs.get(person.id, [])
        if mine or person.id not in {*but, desk.person.id}:
            lines, buttons = _view(desk, stream, held, held, mine)
            desk.say(desk.private(person, desk.team_of(stream)), *lines, buttons=buttons, card=_card(stream, person))


def refresh(desk: Desk, stream: Stream, newest: Gate, roll: list[RollLine]) -> None:
    """What was settled since is waited for no more; once it is decided, nothing is."""
    query = select(Gate).where(Gate.stream_id == stream.id, Gate.decision == Decision.HOLD)
    found = desk.session.exec(query.order_by(col(Gate.id).desc())).all()
    if not found:
        return
    held, *before = found
    desk.show_all({_group_card(held): _group_view(desk, stream, held, newest, roll)})
    desk.show_all({_group_card(each): _past(desk, stream, each, newest) for each in before})
    people = {_card(stream, person): person.id for _, person in roster.members(desk, desk.team_of(stream))}
    shown, theirs = desk.shown(people), _waited_for(desk, stream, held, newest, roll)
    desk.show_all({name: _view(desk, stream, held, newest, theirs.get(people[name], [])) for name in shown})


def _waited_for(
    desk: Desk, stream: Stream, held: Gate, newest: Gate, roll: list[RollLine]
) -> dict[int, list[OpenPoint]]:
    """By person: what the gate must not pass; and while it waits for them seats about which nobody asks: not any more, or
    not yet."""
    unasked = [
        OpenPoint(
            cards.missing_words(desk, stream, line),
            line.required,
            owner_id=line.person_id,
            key=Button(w("ready-button-ready"), "ready.yes", (line.roll_id,)),
        )
        for line in (rules.unready(roll) if _still_held(stream, newest) else ())
        if line.muted_by or (line.until and held.decided_at and line.until > held.decided_at)
    ]
    found: dict[int, list[OpenPoint]] = {}
    for point in [*unasked, *(one for one in gates.points(desk, stream, roll) if one.hard)]:
        if point.owner_id:
            found.setdefault(point.owner_id, []).append(point)
    return found


def _group_view(desk: Desk, stream: Stream, held: Gate, newest: Gate, roll: list[RollLine]) -> View:
    if not _still_held(stream, newest):
        return _past(desk, stream, held, newest)
    about = {"title": stream.title, "who": desk.person_named(held.decided_by), "at": HourMinute(stream.starts_at)}
    then = holding.next_decision(desk, stream, newest)
    return [w("ready-told-hold", **about), *holding.waiting(desk, stream, roll), then], ()


def _past(desk: Desk, stream: Stream, held: Gate, newest: Gate) -> View:
    """What was decided, and what after it."""
    after = [gate_cards.decided(desk, newest)] if newest is not held else []
    return [w("ready-gate-past", title=stream.title), gate_cards.decided(desk, held), *after], ()


def _still_held(stream: Stream, newest: Gate) -> bool:
    return newest.decision in (Decision.HOLD, Decision.OPEN) and stream.phase is Phase.STANDBY


def _view(desk: Desk, stream: Stream, held: Gate, newest: Gate, mine: list[OpenPoint]) -> View:
    """While the show is held: the start, and what is waited for. Once it goes ahead without that, it can still be done."""
    who, at = desk.person_named(held.decided_by), HourMinute(stream.starts_at)
    ahead = newest.decision is Decision.GO or stream.phase is Phase.LIVE
    passed = [w("ready-passed")] if mine and ahead else []
    keys = {point.key.data: point.key for point in mine if point.key}.values()
    lines, rows = [*passed, *(gate_cards.named(point) for point in mine)], [[key] for key in keys]
    if newest.decision is Decision.GO:
        told = w("ready-told-go", title=stream.title, who=desk.person_named(newest.decided_by), at=at)
        return [told, *lines], rows
    if not _still_held(stream, newest):
        past = [w("ready-gate-past", title=stream.title), gate_cards.decided(desk, newest)]
        return ([*past, *lines], rows) if ahead else (past, ())
    word = "ready-told-waits" if mine else "ready-told-held"
    return [w(word, title=stream.title, who=who, at=at), *lines], rows


def _card(stream: Stream, person: Person) -> str:
    return f"ready-waits:{stream.id}:{person.id}"


def _group_card(held: Gate) -> str:
    return f"ready-held:{held.id}"
