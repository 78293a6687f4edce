"""Lists of items: what came to somebody as one message, the buttons that tick off, and what all lists look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_
from sqlmodel import col, select

from bot import cues
from bot.crew import AHEAD, OVER, Member, Person, Phase, Stream, Team
from bot.cues import From
from bot.desk import Desk
from bot.flow import Button
from bot.message import Delivery, Message
from bot.words import Piece, w
from flows.prep import begun_rules, cards, legend, let_pass, reasons, rules, ticking
from flows.prep.owners import Owners
from flows.prep.reasons import Why
from flows.prep.rules import Dated, Standing
from flows.prep.tables import UNSETTLED, Item, State

IN_ONE_GO = timedelta(minutes=10)
"""A lead who changes the crew makes several changes: those no further apart belong together."""


_OF_STREAM = select(Item).where(Item.stream_id == bindparam("stream")).order_by(col(Item.id))
"""Built once: every board asks it."""
_AFTERWARDS = (
    select(Stream, Item)
    .join(Item, col(Item.stream_id) == col(Stream.id))
    .where(
        Stream.team_id == bindparam("team"),
        Stream.phase == Phase.CLOSED,
        Stream.starts_at > bindparam("since"),
        col(Item.state).in_(UNSETTLED),
        or_(col(Item.counted) != From.START, col(Item.offset) > 0),
    )
)
"""What shows that are closed have left undone of what was to be done after them."""


def of(desk: Desk, stream: Stream) -> Sequence[Item]:
    """A stream's items, those that were taken back left out."""
    about = {"stream": stream.id}
    rows = desk.session.remembered(Item, stream.id, lambda: desk.session.exec(_OF_STREAM, params=about).all())
    return [item for item in rows if item.state != State.GONE]


def dated(desk: Desk, stream: Stream) -> list[Dated]:
    return rules.in_order(cards.dated(desk, stream, item) for item in of(desk, stream))


def streams_of(desk: Desk, team: Team) -> Sequence[Stream]:
    """A team's streams that are not over, or have left something open, the next one first."""
    ahead = select(Stream).where(Stream.team_id == team.id, col(Stream.phase).not_in(OVER))
    found = [*desk.session.exec(ahead), *_left_open(desk, team)]
    return sorted(found, key=lambda stream: (stream.starts_at, stream.id))


def _left_open(desk: Desk, team: Team) -> list[Stream]:
    """The closed ones of these, looked up in one go however many there were."""
    rows = desk.session.exec(_AFTERWARDS, params={"team": team.id, "since": desk.now - rules.LONGEST})
    closed = {stream.id: stream for stream, item in rows if not cards.is_over(desk, stream, item)}
    return list(closed.values())


def stays_open(desk: Desk, stream: Stream) -> list[Item]:
    """What a show leaves to be done when it is closed: it is kept until it is done, or was due too long ago."""
    if stream.rehearsal:
        return []
    every = (each for each in dated(desk, stream) if each.item.state in UNSETTLED)
    return [each.item for each in every if rules.outlives(each, desk.now)]


def teams_of(desk: Desk, person: Person) -> Sequence[Team]:
    return desk.session.exec(
        select(Team).join(Member, col(Member.team_id) == Team.id).where(Member.person_id == person.id, Member.present)
    ).all()


def owned(desk: Desk, stream: Stream, person: Person) -> list[Dated]:
    """What a person has to do for a stream, unsettled items alone."""
    holders = Owners(desk, stream)
    every = (each for each in dated(desk, stream) if not cards.is_over(desk, stream, each.item))
    open_ones = [each for each in every if begun_rules.is_open(each.item, stream.phase)]
    return [each for each in open_ones if holders(each.item).id == person.id]


def shared(desk: Desk, stream: Stream, person: Person) -> list[tuple[Dated, Person]]:
    """What somebody else has who holds the same role: unsettled, with whoever has it."""
    holders = Owners(desk, stream)
    every = (each for each in dated(desk, stream) if begun_rules.is_open(each.item, stream.phase))
    return [
        (each, holders(each.item))
        for each in every
        if person in holders.sharing(each.item) and not cards.is_over(desk, stream, each.item)
    ]


def told(
    desk: Desk, stream: Stream, person: Person, why: Why, *, pressable: bool = True
) -> tuple[list[Piece], list[list[Button]]]:
    """What came to a person as one list, ticked off as it is settled; without a button it asks for no press."""
    if stream.phase is Phase.CANCELLED:
        return [w("prep-list-off", stream=stream.title, at=stream.starts_at)], []
    items = [cards.dated(desk, stream, item) for item in listed(desk, stream, person)]
    items.sort(key=lambda each: _turn(stream, each.item))
    if not items:
        return [w("prep-list-nothing", stream=stream.title, at=stream.starts_at)], []
    lines: list[Piece] = [
        _head(desk, stream, person, why, [each.item for each in items]),
        w("prep-list", stream=stream.title, at=stream.starts_at, count=len(items)),
    ]
    for number, each in enumerate(items, 1):
        partly = reasons.came(each.item, person) and not all(reasons.came(one.item, person) for one in items)
        lines.append(_line(desk, stream, each, number, partly))
    ready = left(desk, stream, person)
    still = [each for each in items if each.item in ready]
    buttons = ticking.under(stream, person, items, still) if pressable else []
    if not buttons:
        return lines, []
    stop = w(_stop(stream, why, items))
    return legend.under([*lines, stop, *ticking.and_later(items, person, still)], buttons), buttons


def _head(desk: Desk, stream: Stream, person: Person, why: Why, items: Sequence[Item]) -> Piece:
    """Why they came as one list; once the show has begun without some of them, that they are over."""
    left = any(begun_rules.was_left(item, ahead=stream.phase in AHEAD) for item in items)
    came_since = why is Why.YOURS and any(begun_rules.is_open(item, stream.phase) for item in items)
    return w("prep-list-begun") if left and not came_since else reasons.head(desk, stream, person, why, items)


def _line(desk: Desk, stream: Stream, each: Dated, number: int, marked: bool) -> Piece:
    """`marked`: some of the list came from somebody else, and this is one."""
    if begun_rules.was_let_pass(each.item, stream.phase):
        return w("prep-list-passed", number=number, title=each.item.title, by=let_pass.by(desk, stream))
    if each.item.state is State.OPEN and begun_rules.was_left(each.item, ahead=stream.phase in AHEAD):
        return w("prep-list-left", number=number, title=each.item.title)
    title = legend.titled(each.item)
    title = w("prep-list-came", title=title) if marked else title
    was = w("prep-was-due", due=each.said) if each.said else ""
    return w(f"prep-list-{each.shown}", number=number, title=title, due=each.due, was=was)


def _turn(stream: Stream, item: Item) -> tuple[bool, datetime, int]:
    """Where it stands in what came as one list: a move takes all along, so that it keeps its number."""
    due = cues.due_at(stream, item.counted, timedelta(seconds=item.offset))
    return not item.first, due, item.id


def _stop(stream: Stream, why: Why, items: Sequence[Dated]) -> str:
    """What is asked for still, of all these: what is due later, then."""
    if stream.phase in AHEAD and any(each.standing is Standing.OPEN for each in items):
        return "prep-list-timed"
    if why is Why.YOURS or any(each.item.flow or not each.item.short for each in items):
        return "prep-list-followed"
    return "prep-list-stop" if stream.phase in AHEAD else "prep-list-stop-air"


def left(desk: Desk, stream: Stream, person: Person) -> list[Item]:
    """Of these, those about which something can be done now."""
    still = (item for item in listed(desk, stream, person) if not cards.is_over(desk, stream, item))
    return [item for item in still if begun_rules.can_be_done(item, stream.phase)]


def not_stuck(desk: Desk, stream: Stream, person: Person) -> list[Item]:
    """And which nobody says are blocked."""
    return [item for item in left(desk, stream, person) if item.state is State.OPEN]


def listed(desk: Desk, stream: Stream, person: Person) -> list[Item]:
    """What came to a person in lists."""
    return [item for item in of(desk, stream) if item.listed and item.told_id == person.id]


def tell(desk: Desk, stream: Stream, person: Person, items: Sequence[Item], why: Why) -> None:
    """One message for all of these items, with a button each; the one that is on its way, or has only just come, takes
    them in."""
    by_card = {_card(stream, person, one): one for one in Why}
    there = _still_unread(desk, _card(stream, person, why) if why is Why.YOURS else "", by_card)
    if not there:
        retire(desk, {card: _left_behind(desk, stream, person, by_card[card]) for card in desk.shown(by_card)})
    for item in items:
        item.listed, item.told_id = True, person.id
    desk.session.flush()
    lines, buttons = told(desk, stream, person, by_card.get(there, why))
    if there:
        desk.show(there, *lines, buttons=buttons)
    else:
        place = desk.private(person, desk.team_of(stream))
        desk.say(place, *lines, buttons=buttons, card=_card(stream, person, why))


def _still_unread(desk: Desk, same: str, cards: Iterable[str]) -> str:
    """The list that is on its way, or the same that has just come: whoever reads it reads what changes as well. One that
    was held for longer may never arrive."""
    known = select(Message.card, Message.sent_at, Message.queued_at).where(
        col(Message.card).in_(cards), Message.state != Delivery.FAILED
    )
    fresh = [row for row in desk.session.exec(known) if (row[1] or row[2]) > desk.now - IN_ONE_GO]
    return next((card for card, sent, _ in fresh if card and (sent is None or card == same)), "")


def _left_behind(desk: Desk, stream: Stream, person: Person, why: Why) -> list[Piece]:
    """A list as it stood, where it is about to be said anew."""
    lines = told(desk, stream, person, why, pressable=False)[0]
    return [*lines, w("prep-list-anew")]


def _card(stream: Stream, person: Person, why: Why) -> str:
    return f"prep-list:{stream.id}:{person.id}:{why}"


def readers(desk: Desk, stream: Stream, items: Sequence[Item], former: Iterable[int]) -> list[Person]:
    """Whose lists may show some items: their owners', those who share them, former ones', whoever was told, the
    presser's."""
    holders = Owners(desk, stream)
    told_ids = {one for item in items for one in (item.told_id, holders(item).id)}
    sharing = {person.id for item in items for person in holders.sharing(item)}
    ids = (told_ids | sharing | {*former, desk.who.id if desk.who else None}) - {None}
    return [desk.get(Person, person_id) for person_id in ids]


def refresh(desk: Desk, stream: Stream, people: Iterable[Person]) -> None:
    """Bring what came to these as a list up to date."""
    for person in people:
        by_card = {_card(stream, person, why): why for why in Why}
        for card in sorted(desk.shown(by_card)):
            lines, buttons = told(desk, stream, person, by_card[card])
            desk.show(card, *lines, buttons=buttons)


def retire(desk: Desk, old: Mapping[str, Sequence[Piece]]) -> None:
    """Lists are about to be said anew: old copies that asked for a press say so instead, and lose their buttons."""
    copies = desk.session.exec(select(Message).where(col(Message.card).in_(old))).all()
    for card in sorted({message.card for message in copies if message.card and message.buttons}):
        desk.show(card, *old[card])
    for message in copies:
        message.card = None
        message.strip_buttons(desk.now)
