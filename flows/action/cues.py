"""Actions' pings: on the day, then daily; at last the lead hears of it."""

from __future__ import annotations

from datetime import datetime

from bot import roster
from bot.crew import Person, Team
from bot.cues import Call
from bot.desk import Desk
from bot.flow import CueKind, Late
from bot.words import w
from flows.action import acting, cards, rules
from flows.action.tables import Action, State


def give_due(desk: Desk, call: Call) -> bool:
    """Ask its owner today and every day after, but nobody who is away; after a few days, or where the owner has left
    the team, tell the lead instead, and stop."""
    action = desk.get(Action, call.cue.subject)
    if action.state is not State.OPEN:
        return False
    team, owner = desk.get(Team, action.team_id), desk.get(Person, action.owner_id)
    is_here = roster.membership(desk.session, team.id, owner.id) is not None
    if is_here and roster.is_away(desk, team, owner):
        call.cue.due_at = desk.now + rules.DAY
        return True
    if rules.owner_gives_up(action) or not is_here:
        acting.tell_lead(desk, action, w("action-still-open", who=owner))
        return True
    action.asked += 1
    acting.tell_owner(desk, action, w("action-today" if action.asked == 1 else "action-again"))
    call.cue.due_at = desk.now + rules.DAY
    return True


def give_said(desk: Desk, call: Call) -> bool:
    """What a lead has said herself is hers to decide about, once nothing else is asked of her."""
    action = desk.get(Action, call.cue.subject)
    if action.state is not State.PROPOSED:
        return False
    if acting.busy(desk, cards.deciders(desk, action)[0]) and desk.now < datetime.fromisoformat(call.cue.note):
        call.cue.due_at = desk.now + acting.MEANWHILE
        return True
    acting.put_forward(desk, action)
    return True


KINDS = {"due": CueKind(give_due, late=Late.SEND), "said": CueKind(give_said, quiet=False)}
