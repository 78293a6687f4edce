"""What happens to an action: proposed, made, given to somebody, done or dropped; its owner and the lead are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import conversation, roster
from bot.crew import Person, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.words import Piece, w
from flows.action import cards, rules
from flows.action.tables import Action, Lane, State

ASKED_AT_ONCE = 6
MEANWHILE = timedelta(minutes=1)
"""How often it is looked whether a lead is done with the questions where she said something herself."""
AT_LAST = timedelta(minutes=30)
"""When her own words are put to her even so."""


def propose(desk: Desk, stream: Stream, text: str, person: Person | None) -> None:
    """Something said in a review: the show's lead decides whether it becomes an action; of what she has just said herself
    once she is done with the questions."""
    action = desk.add(
        Action(
            team_id=stream.team_id,
            stream_id=stream.id,
            what=text.strip()[: rules.LONGEST],
            said_by=person.id if person else None,
        )
    )
    if person and person.id == cards.deciders(desk, action)[0].id and busy(desk, person):
        at, last = desk.now + MEANWHILE, desk.now + AT_LAST
        desk.cue("action.said", action.id, team_id=stream.team_id, at=at, note=last.isoformat())
    else:
        put_forward(desk, action)


def busy(desk: Desk, person: Person) -> bool:
    """Whether they are answering something just now."""
    return conversation.active(desk, person.id, person.id) is not None


def put_forward(desk: Desk, action: Action) -> None:
    place = desk.private(cards.deciders(desk, action)[0], desk.get(Team, action.team_id))
    desk.say(place, *cards.lines(desk, action), buttons=cards.lead_buttons(action), card=cards.leads(action))


def make(desk: Desk, action: Action, lane: Lane, owner: Person, due: datetime | None) -> None:
    """It has a lane, an owner and a time; no time is the next show."""
    action.state, action.lane, action.owner_id = State.OPEN, lane, owner.id
    action.due_at, action.for_next_show = due, due is None
    action.made_by, action.made_at = desk.person.id, desk.now
    _log(desk, action, "action-log-made-own" if owner.id == desk.person.id else "action-log-made", owner=owner)
    if due:
        _ask_on_the_day(desk, action, due)
    cards.show(desk, action)
    _hand(desk, action, owner)


def give(desk: Desk, action: Action, owner: Person) -> None:
    """Somebody else takes it."""
    action.owner_id, action.why, action.asked = owner.id, "", 0
    _log(desk, action, "action-log-taken" if owner.id == desk.person.id else "action-log-given", owner=owner)
    cards.show(desk, action)
    _hand(desk, action, owner)


def _hand(desk: Desk, action: Action, owner: Person) -> None:
    """Whoever takes it themselves knows it already."""
    if owner.id != desk.person.id:
        tell_owner(desk, action, w("action-yours", who=desk.person))


def tell_owner(desk: Desk, action: Action, why: Piece) -> None:
    owner = desk.get(Person, action.owner_id)
    place, lines = desk.private(owner, desk.get(Team, action.team_id)), cards.owner_lines(desk, action)
    desk.say(place, why, *lines, buttons=cards.owner_buttons(action), card=cards.owners(action))


def tell_lead(desk: Desk, action: Action, why: Piece) -> None:
    stream = cards.stream_of(desk, action)
    place = desk.private(cards.deciders(desk, action)[0], desk.team_of(stream))
    desk.say(place, why, *cards.lines(desk, action), buttons=cards.lead_buttons(action), card=cards.leads(action))


def passed(desk: Desk, action: Action) -> None:
    """Not now."""
    action.state, action.closed_by, action.closed_at = State.PASSED, desk.person.id, desk.now
    cards.show(desk, action)


def close(desk: Desk, action: Action, state: State) -> None:
    """Done or dropped: nobody is asked any more."""
    action.state, action.closed_by, action.closed_at = state, desk.person.id, desk.now
    desk.drop("action.due", action.id)
    conversation.close_all(desk, ("action.cannot", "action.give", "action.measure"), action.id)
    _log(desk, action, f"action-log-{state}")
    cards.show(desk, action)


def stands_on(desk: Desk, action: Action, stream: Stream) -> None:
    """It is on a show's checklist; what is for the next show is due at that show's start."""
    if stream.id not in action.stood_on:
        action.stood_on = [*action.stood_on, stream.id]
    if action.for_next_show and action.due_at != stream.starts_at:
        action.due_at = stream.starts_at
        _ask_on_the_day(desk, action, stream.starts_at)
        cards.show(desk, action)


def ask_whether_it_helped(desk: Desk, stream: Stream, actions: Sequence[Action]) -> None:
    """The next review's question to the lead: did last time's actions help?"""
    asked = [action for action in actions if action.state is State.DONE][:ASKED_AT_ONCE]
    if not any(action.helped is None for action in asked):
        return
    place = desk.private(roster.lead_chain(desk, stream)[0], desk.team_of(stream))
    lines, buttons = helped_card(asked, stream)
    desk.post(place, f"action-helped:{stream.id}", *lines, buttons=buttons)


def helped_card(actions: Sequence[Action], stream: Stream) -> tuple[list[Piece], list[list[Button]]]:
    words = {None: "action-helped-open", True: "action-helped-yes", False: "action-helped-no"}
    lines: list[Piece] = [w("action-helped", stream=stream.title)]
    buttons: list[list[Button]] = []
    for number, action in enumerate(actions, 1):
        lines.append(w(words[action.helped], number=number, what=action.what))
        if action.helped is None:
            yes = Button(w("action-it-helped", number=number), "action.helped", (action.id, stream.id, 1))
            no = Button(w("action-it-did-not", number=number), "action.helped", (action.id, stream.id, 0))
            buttons.append([yes, no])
    return lines, buttons


def _ask_on_the_day(desk: Desk, action: Action, due: datetime) -> None:
    at = rules.first_asked(due, desk.zone_of(action.team_id), for_next_show=action.for_next_show)
    desk.cue("action.due", action.id, team_id=action.team_id, at=max(at, desk.now))


def _log(desk: Desk, action: Action, key: str, **args: object) -> None:
    desk.log(key, team_id=action.team_id, stream_id=action.stream_id, what=action.what, **args)
