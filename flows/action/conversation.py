"""What people do about actions: make one or not, do it, hand it back, drop it, look at them, say whether it helped."""

from __future__ import annotations

from typing import Any

from bot import door, roster
from bot.crew import OVER, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Piece, w
from flows.action import acting, cards, carrying, walks
from flows.action.tables import Action, State

SHOWN = 10


def make(desk: Desk, action: Action, *_: str) -> None:
    """The lead wants it done: what was not said is asked."""
    _must_lead(desk, action)
    if _is(desk, action, State.PROPOSED, State.PASSED):
        _ask(desk, action, "action.make", **walks.known(desk, action))


def leave(desk: Desk, action: Action, *_: str) -> None:
    """Not now."""
    _must_lead(desk, action)
    if _is(desk, action, State.PROPOSED):
        acting.passed(desk, action)
        desk.toast(w("action-passed-toast"))


def done(desk: Desk, action: Action, *_: str) -> None:
    _must_own(desk, action)
    if _is(desk, action, State.OPEN):
        acting.close(desk, action, State.DONE)
        carrying.settle(desk, action.team_id)
        desk.toast(w("action-done-toast"))


def cannot(desk: Desk, action: Action, *_: str) -> None:
    _must_own(desk, action)
    if _is(desk, action, State.OPEN):
        _ask(desk, action, "action.cannot")


def give(desk: Desk, action: Action, *_: str) -> None:
    _must_lead(desk, action)
    if _is(desk, action, State.OPEN):
        _ask(desk, action, "action.give")


def drop(desk: Desk, action: Action, *_: str) -> None:
    _must_lead(desk, action)
    if _is(desk, action, State.OPEN):
        acting.close(desk, action, State.DROPPED)
        carrying.settle(desk, action.team_id)
        desk.toast(w("action-dropped-toast"))


def measure(desk: Desk, action: Action, *_: str) -> None:
    """How we will know that it worked."""
    _must_own(desk, action)
    if _is(desk, action, State.OPEN):
        _ask(desk, action, "action.measure")


def helped(desk: Desk, action: Action, stream_id: str, yes: str, *_: str) -> None:
    """The next review has come back to it."""
    _must_lead(desk, action)
    stream = desk.session.get(Stream, int(stream_id)) if stream_id.isdigit() else None
    if stream is None or stream.team_id != action.team_id or action.state is not State.DONE:
        desk.toast(w("action-closed"))
        return
    if action.helped is None:
        action.helped = yes == "1"
    desk.session.flush()
    asked = [one for one in carrying.last_time(desk, stream) if one.state is State.DONE][: acting.ASKED_AT_ONCE]
    lines, buttons = acting.helped_card(asked, stream)
    desk.show(f"action-helped:{stream.id}", *lines, buttons=buttons)
    desk.toast(w("action-noted"))


def actions(desk: Desk, _text: str) -> None:
    """The open ones, the soonest due first; each opens its card in private."""
    assert desk.team is not None
    every = carrying.of(desk, desk.team.id, State.OPEN)
    if not every:
        desk.reply(w("action-none"))
        return
    lines: list[Piece] = [w("action-list", count=len(every))]
    for number, action in enumerate(every, 1):
        who = desk.person_named(action.owner_id)
        lane = w(f"action-lane-{action.lane}")
        lines.append(
            w("action-list-line", number=number, what=action.what, who=who, lane=lane, due=cards.due_line(desk, action))
        )
    numbered = list(enumerate(every, 1))[:SHOWN]
    rows = [
        [Button(w("action-open", number=number, what=action.what), "action.card", (action.id,))]
        for number, action in numbered
    ]
    desk.reply(*lines, buttons=rows)


def card(desk: Desk, action: Action, *_: str) -> None:
    """One action, in private, with the buttons that this person may use."""
    lead, own = cards.is_lead(desk, action), action.owner_id == desk.person.id
    name = cards.leads(action) if lead else cards.owners(action) if own else None
    buttons = cards.lead_buttons(action) if lead else cards.owner_buttons(action) if own else []
    lines = cards.owner_lines(desk, action) if own and not lead else cards.lines(desk, action)
    desk.say(desk.private(desk.person), *lines, buttons=buttons, card=name)
    door.point(desk)


def _ask(desk: Desk, action: Action, walk: str, **known: Any) -> None:
    assert desk.team is not None
    desk.ask(walk, desk.person, desk.team, subject=action.id, stream_id=action.stream_id, answers=known)
    door.point(desk)


def _is(desk: Desk, action: Action, *states: State) -> bool:
    """Whether there is something to decide; else the presser hears how it stands."""
    if action.state in states:
        return True
    if action.state is State.OPEN:
        desk.toast(w("action-made-already", who=desk.person_named(action.owner_id)))
    else:
        desk.toast(w(f"action-already-{action.state}", who=desk.person_named(action.closed_by)))
    cards.show(desk, action)
    return False


def _must_lead(desk: Desk, action: Action) -> None:
    if not cards.is_lead(desk, action):
        stream = cards.stream_of(desk, action)
        desk.refuse(roster.leads_only(desk, None if stream.phase in OVER else stream))


def _must_own(desk: Desk, action: Action) -> None:
    if action.owner_id != desk.person.id and not cards.is_lead(desk, action):
        desk.refuse(w("action-not-yours", who=desk.person_named(action.owner_id)))
