"""How lines become message rows: rendered for their reader, held where they can't be delivered, folded where they can."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Unpack

from sqlalchemy import ColumnElement, bindparam, update
from sqlmodel import col, select

from bot import roster
from bot.crew import Person, Team
from bot.flow import Button
from bot.message import Delivery, Message, Priority
from bot.whereabouts import teams_of
from bot.words import Joined, Mention, Piece, Reader, w

if TYPE_CHECKING:
    from bot.cues import Call
    from bot.desk import Desk
    from bot.place import Buttons, How, Place, Views

HELD_FOR = timedelta(hours=24)
"""What could not be delivered for longer than this is not delivered late."""
COPIES = select(Message).where(Message.card == bindparam("card"))
"""Built once: every card that changes asks for its copies."""
_ALL_COPIES = select(Message).where(col(Message.card).in_(bindparam("cards", expanding=True))).order_by(col(Message.id))
_CARDS = select(Message.card).where(col(Message.card).in_(bindparam("cards", expanding=True))).distinct()
REACH_AGAIN = timedelta(minutes=10)
"""A person whose private chat does not work is called in the group at most this often."""


def say(
    desk: Desk,
    place: Place,
    lines: Sequence[Piece],
    *,
    buttons: Buttons = (),
    card: str | None = None,
    priority: Priority = Priority.PING,
    silent: bool = False,
    on_air: bool = False,
    pin: bool = False,
    reply_to: int | None = None,
    file: tuple[str, dict[str, Any]] | None = None,
    below: Piece | None = None,
) -> Message:
    if card and below and (waiting := _lower(desk, place, card, below)):
        _change(desk, waiting, lines, buttons)
        waiting.silent = waiting.silent and silent
        return waiting
    message = Message(
        team_id=place.team_id,
        person_id=place.person_id if place.chat_id == place.person_id else None,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        card=card,
        text=desk.house.dictionary.text(lines, place.reader),
        buttons=rendered(desk, buttons, place.reader),
        language=place.reader.language,
        zone=place.reader.zone,
        priority=priority,
        silent=silent,
        pin=pin,
        reply_to=reply_to,
        maker=file[0] if file else None,
        maker_args=file[1] if file else {},
        queued_at=desk.now,
    )
    if message.person_id:
        _hold_if_needed(desk, message, on_air)
    desk.session.add(message)
    return message


def _lower(desk: Desk, place: Place, card: str, head: Piece) -> Message | None:
    """Copies further up in that chat point to the one that comes: nobody presses a key of the older. One that was not
    sent yet is the one that comes."""
    waiting = None
    for message in desk.session.exec(COPIES, params={"card": card}):
        if message.chat_id != place.chat_id:
            continue
        if message.message_id is None and message.state in (Delivery.PENDING, Delivery.HELD):
            waiting = message
        elif message.message_id is not None:
            message.card = None
            _change(desk, message, [w("card-below", head=head)], ())
    return waiting


def show(desk: Desk, card: str, lines: Sequence[Piece], buttons: Buttons) -> None:
    for message in desk.session.exec(COPIES, params={"card": card}):
        _change(desk, message, lines, buttons)


def show_all(desk: Desk, cards: Mapping[str, Views]) -> None:
    for message in desk.session.exec(_ALL_COPIES, params={"cards": list(cards)}).all():
        assert message.card
        view = cards[message.card]
        _change(desk, message, *(view(message.person_id) if callable(view) else view))


def shown(desk: Desk, cards: Iterable[str]) -> set[str]:
    """Which of these cards anybody has."""
    return set(filter(None, desk.session.exec(_CARDS, params={"cards": list(cards)})))


def adopt(desk: Desk, card: str, reader: Reader) -> None:
    for message in desk.session.exec(select(Message).where(Message.card == card)):
        message.language, message.zone = reader.language, reader.zone


def follow_team(desk: Desk, team: Team) -> None:
    """From now on its cards are written for the language and the zone that their readers have today."""
    ours = col(Message.team_id) == team.id
    _readdress(desk, desk.group(team).reader, ours & col(Message.person_id).is_(None))
    readers: dict[Reader, list[int]] = {}
    for _, person in roster.members(desk, team):
        readers.setdefault(desk.private(person, team).reader, []).append(person.id)
    for reader, people in readers.items():
        _readdress(desk, reader, ours & col(Message.person_id).in_(people))


def follow_person(desk: Desk, person: Person) -> None:
    """The same for all that one person has in private, of each of their teams."""
    for team in teams_of(desk.session, person.id):
        theirs = (col(Message.person_id) == person.id) & (col(Message.team_id) == team.id)
        _readdress(desk, desk.private(person, team).reader, theirs)


def _readdress(desk: Desk, reader: Reader, which: ColumnElement[bool]) -> None:
    cards = update(Message).where(which, col(Message.card).is_not(None))
    desk.session.exec(cards.values(language=reader.language, zone=reader.zone))


def post(desk: Desk, place: Place, card: str, lines: Sequence[Piece], **how: Unpack[How]) -> Message:
    known = desk.session.exec(
        select(Message)
        .where(Message.card == card, Message.chat_id == place.chat_id, Message.state != Delivery.FAILED)
        .order_by(col(Message.id).desc())
    ).first()
    if known is None:
        return say(desk, place, lines, card=card, **how)
    _change(desk, known, lines, how.get("buttons", ()))
    return known


def ping(
    desk: Desk, call: Call, lines: Sequence[Piece], *, buttons: Buttons, card: str | None, on_air: bool
) -> Message:
    before: list[Piece] = []
    if call.late:
        before.append(w("cue-late", late=call.late))
    if call.round:
        asked = [desk.person_named(person_id) for person_id in call.cue.asked if person_id]
        before.append(w("cue-next" if call.person else "cue-anyone", asked=Joined(asked)))
    team = desk.get(Team, call.cue.team_id)
    place = desk.private(call.person, team) if call.person else desk.group(team)
    return say(desk, place, [*before, *lines], buttons=buttons, card=card, on_air=on_air, below=lines[0])


def release(desk: Desk, person: Person) -> None:
    """Send what was held for a person, as it now reads; what is too old is let go."""
    for message in desk.session.exec(
        select(Message).where(Message.person_id == person.id, Message.state == Delivery.HELD)
    ):
        stale = desk.now - message.queued_at > HELD_FOR
        message.state = Delivery.FAILED if stale else Delivery.PENDING


def reach_card(person: Person) -> str:
    """The group's call to somebody whose private chat is closed."""
    return f"reach:{person.id}"


def call_in_group(desk: Desk, person: Person, team: Team) -> None:
    """The private chat does not work: a mention in the group, with a button that opens it."""
    card = reach_card(person)
    recent = desk.session.exec(
        select(Message.id).where(
            Message.card == card, Message.chat_id == team.chat_id, col(Message.queued_at) > desk.now - REACH_AGAIN
        )
    ).first()
    if recent is None and not team.suspended:
        say(
            desk,
            desk.group(team),
            [w("reach-mention", who=Mention(person))],
            buttons=[[Button(w("reach-open"), "door.open", (team.id,))]],
            card=card,
        )


def rendered(desk: Desk, buttons: Buttons, reader: Reader) -> list[list[dict[str, str]]]:
    """Buttons as they are stored: a label, and what a press sends or where it leads."""
    plain = desk.house.dictionary.plain
    return [
        [
            {"text": plain(button.label, reader, 60), **({"url": button.url} if button.url else {"data": button.data})}
            for button in row
        ]
        for row in buttons
        if row
    ]


def _change(desk: Desk, message: Message, lines: Sequence[Piece], buttons: Buttons) -> None:
    reader = Reader(message.language, message.zone)
    message.change(desk.now, desk.house.dictionary.text(lines, reader), rendered(desk, buttons, reader))


def _hold_if_needed(desk: Desk, message: Message, on_air: bool) -> None:
    person = desk.get(Person, message.person_id)
    message.silent = message.silent or _comes_at_night(desk, message)
    if not person.reachable:
        message.state = Delivery.HELD
        if message.team_id:
            call_in_group(desk, person, desk.get(Team, message.team_id))
    elif desk.on_air(person):
        message.silent = True
        if not on_air and message.priority != Priority.REPLY:
            message.state = Delivery.HELD


def _comes_at_night(desk: Desk, message: Message) -> bool:
    """In quiet hours what others cause comes without a sound; an answer to oneself, and a show at hand, do not wait."""
    own = desk.who is not None and desk.who.id == message.person_id
    urgent = message.priority in (Priority.LIVE, Priority.REPLY)
    return not own and not urgent and message.team_id is not None and desk.house.sleeps(desk, message.team_id)
