"""The private chat: one-use links that open it, and what happens once it is open."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel, select

from bot import roster, speaking
from bot.crew import Team
from bot.flow import Command, Flow, Heard, Press
from bot.message import Delivery, Message, Priority
from bot.place import Toast
from bot.words import w

if TYPE_CHECKING:
    from bot.desk import Desk

LASTS = timedelta(hours=1)


class Link(SQLModel, table=True):
    """A deep link made for one person: random, used once, soon over."""

    token: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", sa_type=BigInteger)
    team_id: int = Field(foreign_key="team.id")
    expires_at: datetime
    used: bool = False


def link(desk: Desk, team: Team) -> str:
    """A t.me address that opens the presser's own private chat."""
    return f"https://t.me/{desk.house.username}?start={token(desk, team)}"


def token(desk: Desk, team: Team) -> str:
    """What proves, once, that it is this person and means this team."""
    made = secrets.token_urlsafe(18)
    desk.add(Link(token=made, person_id=desk.person.id, team_id=team.id, expires_at=desk.now + LASTS))
    return made


def point(desk: Desk) -> None:
    """What was asked for in the group comes in private: say so, if nothing else was said; where that chat is closed
    still, a press opens it."""
    if desk.answered:
        return
    if desk.in_group and desk.person.reachable:
        desk.toast(w("door-in-private"))
    elif desk.in_group and desk.team:
        desk.answered = Toast(url=link(desk, desk.team))


def _open(desk: Desk, team: Team) -> None:
    """Every presser gets a link of their own, so that nobody spends another's; who is in the chat may have one."""
    if desk.member is None and not desk.in_group:
        desk.refuse(w("inbox-not-a-member"))
    desk.answered = Toast(url=link(desk, team))


def _start(desk: Desk, token: str) -> None:
    """The private chat works from now on: greet, and say what was waiting."""
    if desk.in_group:
        return
    team = team_of(desk, token) or desk.team
    desk.person.reachable = True
    desk.show(speaking.reach_card(desk.person), w("reach-opened", who=desk.person))
    waiting = desk.session.exec(
        select(Message.id).where(Message.person_id == desk.person.id, Message.state == Delivery.HELD)
    ).all()
    if team is None:
        desk.reply(w("door-stranger"))
        return
    desk.team = team
    desk.member = roster.membership(desk.session, team.id, desk.person.id)
    desk.place = desk.private(desk.person, team)
    greeting = w("door-welcome", who=desk.person, team=team.title, waiting=len(waiting))
    desk.say(desk.here, greeting, priority=Priority.LIVE)  # before all that waited
    speaking.release(desk, desk.person)
    for flow_ in desk.house.flows:
        if heard := flow_.heard.get(Heard.STARTED):
            heard(desk)


def team_of(desk: Desk, token: str) -> Team | None:
    """The token's team, if it is this person's, fresh and unused; it is used up then."""
    found = desk.session.get(Link, token) if token else None
    if found is None or found.used or found.person_id != desk.person.id or found.expires_at < desk.now:
        return None
    found.used = True
    return desk.get(Team, found.team_id)


flow = Flow(
    name="door",
    folder=Path(__file__).parent,
    commands={"start": Command(_start, team=False, hidden=True)},
    presses={"open": Press(_open, Team, open_door=True)},
)
