"""How an action looks: as a proposal, as its owner's card, as the lead's."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import select

from bot import roster
from bot.crew import OVER, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.place import Place
from bot.words import Piece, w
from flows.action import rules
from flows.action.tables import Action, State


def owners(action: Action) -> str:
    return f"action:{action.id}"


def leads(action: Action) -> str:
    return f"action-lead:{action.id}"


def stream_of(desk: Desk, action: Action) -> Stream:
    return desk.get(Stream, action.stream_id)


def lines(desk: Desk, action: Action) -> list[Piece]:
    """What it is, whose, by when, and how it stands."""
    if action.state in (State.PROPOSED, State.PASSED):
        return _proposal(desk, action)
    shown: list[Piece] = [
        w("action-title", what=action.what, lane=w(f"action-lane-{action.lane}")),
        w("action-owner", who=desk.person_named(action.owner_id), stream=stream_of(desk, action).title),
        due_line(desk, action),
    ]
    shown += [w("action-measure-line", measure=action.measure)] if action.measure else []
    if action.state is State.OPEN:
        return [*shown, w("action-cannot-line", why=action.why)] if action.why else shown
    return [*shown, w(f"action-is-{action.state}", who=desk.person_named(action.closed_by), at=action.closed_at)]


def _proposal(desk: Desk, action: Action) -> list[Piece]:
    said_by = w("action-said-by", who=desk.person_named(action.said_by)) if action.said_by else w("action-said")
    shown: list[Piece] = [w("action-proposed", stream=stream_of(desk, action).title), said_by]
    shown.append(w("action-quote", what=action.what))
    if action.state is State.PASSED:
        shown.append(w("action-is-passed", who=desk.person_named(action.closed_by)))
    return shown


def due_line(desk: Desk, action: Action) -> Piece:
    if action.due_at is None:
        return w("action-due-next")
    if rules.is_overdue(action, desk.now):
        return w("action-due-over", due=action.due_at)
    return w("action-due-show" if action.for_next_show else "action-due", due=action.due_at)


def owner_lines(desk: Desk, action: Action) -> list[Piece]:
    """The same to its owner; while it is open, what the buttons do."""
    stop = [w("action-stop-show" if action.for_next_show else "action-stop")] if action.state is State.OPEN else []
    return [*lines(desk, action), *stop]


def owner_buttons(action: Action) -> list[list[Button]]:
    if action.state is not State.OPEN:
        return []
    return [
        [
            Button(w("action-done"), "action.done", (action.id,)),
            Button(w("action-cannot"), "action.cannot", (action.id,)),
        ]
    ]


def lead_buttons(action: Action) -> list[list[Button]]:
    on = (action.id,)
    if action.state is State.PROPOSED:
        return [[Button(w("action-make"), "action.make", on), Button(w("action-not-now"), "action.pass", on)]]
    if action.state is not State.OPEN:
        return []
    give, drop = Button(w("action-give"), "action.give", on), Button(w("action-drop"), "action.drop", on)
    know = [[Button(w("action-measure"), "action.measure", on)]] if not action.measure else []
    return [[Button(w("action-done"), "action.done", on)], [give, drop], *know]


def show(desk: Desk, action: Action) -> None:
    """Change all copies of both cards to what is true now."""
    desk.session.flush()
    desk.show(owners(action), *owner_lines(desk, action), buttons=owner_buttons(action))
    desk.show(leads(action), *lines(desk, action), buttons=lead_buttons(action))


def retire(desk: Desk, card: str, place: Place) -> None:
    """It is about to be said anew there: the old copy stays as it was, without its buttons."""
    for message in desk.session.exec(
        select(Message).where(Message.card == card, Message.chat_id == place.chat_id)
    ).all():
        message.card = None
        message.strip_buttons(desk.now)


def deciders(desk: Desk, action: Action) -> Sequence[Person]:
    """Who decides about it, in order: the lead of the show where it was said, the deputy, the other leads; never
    somebody who has left, or leads no more once the show is over, as long as anybody does."""
    people = roster.lead_chain(desk, stream_of(desk, action))
    return [person for person in people if decides(desk, action, person.id)] or people


def decides(desk: Desk, action: Action, person_id: int) -> bool:
    """Whether a person decides about it; of a show that is over only who leads the team by now."""
    stream = stream_of(desk, action)
    if stream.phase in OVER:
        return person_id in {person.id for person in roster.leads(desk, desk.team_of(stream))}
    return roster.decides(desk, stream, person_id)


def is_lead(desk: Desk, action: Action) -> bool:
    """Whether the one who writes or presses decides about it."""
    return decides(desk, action, desk.person.id)
