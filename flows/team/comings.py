"""Who comes and who goes: the bot itself, newcomers, and those who leave."""

from sqlmodel import col, select

from bot import conversation, roster
from bot.crew import Member, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Delivery, Message
from bot.replies import OPEN, Conversation
from bot.words import w
from flows.team.setup import card, hello


def bot_added(desk: Desk) -> None:
    """Say what I am, or take up again where I was when I was removed."""
    team = desk.team
    if team is None:
        place = desk.here
        title = desk.chat_title or str(place.chat_id)
        team = desk.add(Team(chat_id=place.chat_id, thread_id=place.thread_id, title=title[:60]))
    if team.suspended:
        _resume(desk, team)
    if not team.ready:
        hello(desk, team)


def bot_removed(desk: Desk) -> None:
    """Keep everything; say nothing until I am back."""
    if desk.team:
        desk.team.suspended = True


def came(desk: Desk) -> None:
    """Somebody new: one line with the one button."""
    if desk.team and desk.team.ready and desk.member is None:
        button = Button(w("team-join"), "team.join", (desk.team.id,))
        desk.say(desk.group(desk.team), w("team-welcome", who=desk.person), buttons=[[button]])


def left(desk: Desk) -> None:
    """Off the roster; what the person held is asked of a lead."""
    if desk.member and desk.team:
        desk.log("team-log-left", team_id=desk.team.id)
        depart(desk, desk.member)


def depart(desk: Desk, member: Member) -> None:
    """A member is gone: nothing is asked of them any more, and every flow sees to what they held."""
    team = desk.get(Team, member.team_id)
    member.present = member.lead = False
    desk.session.flush()
    for talk in desk.session.exec(
        select(Conversation)
        .where(
            Conversation.team_id == team.id,
            Conversation.person_id == member.person_id,
            col(Conversation.standing).in_(OPEN),
        )
        .order_by(col(Conversation.standing).desc())  # those that wait first, so that none of them is asked next
    ):
        conversation.cancel(desk, talk, silently=True)
    for flow in desk.house.flows:
        flow.missed(desk, member, None)
    if team.ready and not roster.leads(desk, team):
        button = Button(w("team-set-up"), "team.setup", (team.id,))
        alone = w("team-no-lead", who=desk.person_named(member.person_id))
        desk.say(desk.group(team), alone, buttons=[[button]], card=card(team))


def _resume(desk: Desk, team: Team) -> None:
    team.suspended = False
    for message in desk.session.exec(
        select(Message).where(Message.chat_id == team.chat_id, Message.state == Delivery.HELD)
    ):
        message.state = Delivery.PENDING
