"""Actions' pings: on the day, then daily; at last the lead hears of it."""

from __future__ import annotations

from bot.cues import Call
from bot.desk import Desk
from bot.flow import CueKind, Late
from bot.words import w
from flows.action import acting, rules
from flows.action.tables import Action, State


def give_due(desk: Desk, call: Call) -> bool:
    """Ask its owner today and every day after; after a few days tell the lead instead, and stop."""
    action = desk.get(Action, call.cue.subject)
    if action.state is not State.OPEN:
        return False
    if rules.owner_gives_up(action):
        acting.tell_lead(desk, action, w("action-still-open", who=desk.person_named(action.owner_id)))
        return True
    action.asked += 1
    acting.tell_owner(desk, action, w("action-today" if action.asked == 1 else "action-again"))
    call.cue.due_at = desk.now + rules.DAY
    return True


KINDS = {"due": CueKind(give_due, late=Late.SEND)}
