"""An action's owner will be away, or has left: the lead is asked who takes it, in one message for all of them; and whoever
was to decide about one leads no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import select

from bot import roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import Piece, w
from flows.action import cards, carrying
from flows.action.tables import Action, State

SHOWN = 10
Days = tuple[date, date]


def missed(desk: Desk, member: Member, days: Days | None) -> Sequence[Piece]:
    """Who has left is missed in all that they own, who is away in what is due meanwhile; the person reads whom I asked."""
    team, person = desk.get(Team, member.team_id), desk.get(Person, member.person_id)
    if days is None:
        stepped_down(desk, member)
    every = [action for action in carrying.of(desk, team.id, State.OPEN) if action.owner_id == person.id]
    touched = [action for action in every if days is None or _is_due(team, action, days)]
    lead = next((one for one in cards.deciders(desk, touched[0]) if one.id != person.id), None) if touched else None
    if lead is None:
        return []
    about = {"who": person, "count": len(touched)}
    head = w("action-left", **about) if days is None else w("action-away", **about, last=days[1])
    listed = list(enumerate(touched, 1))[:SHOWN]
    lines = [w("action-left-line", number=at, what=each.what, due=cards.due_line(desk, each)) for at, each in listed]
    buttons = [[Button(w("action-left-give", number=at), "action.give", (each.id,))] for at, each in listed]
    desk.say(desk.private(lead, team), head, *lines, buttons=buttons)
    return [w("action-away-yours", who=lead, count=len(touched))] if days else []


def stepped_down(desk: Desk, member: Member) -> Sequence[Piece]:
    """What was proposed to somebody who leads no more is put to whoever decides about it now."""
    team = desk.get(Team, member.team_id)
    for action in carrying.of(desk, team.id, State.PROPOSED):
        lead = cards.deciders(desk, action)[0]
        asked = select(Message.person_id).where(Message.card == cards.leads(action))
        if lead.id != member.person_id and member.person_id in desk.session.exec(asked).all():
            lines, buttons = cards.lines(desk, action), cards.lead_buttons(action)
            desk.say(desk.private(lead, team), *lines, buttons=buttons, card=cards.leads(action))
    return []


def _is_due(team: Team, action: Action, days: Days) -> bool:
    """Its day falls into the absence, or has passed already: it would be asked for every day."""
    return action.due_at is not None and roster.day_of(team, action.due_at) <= days[1]
