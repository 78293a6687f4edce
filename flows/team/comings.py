"""Who comes and who goes: the bot itself, newcomers, and those who leave."""

from sqlmodel import col, select

from bot import conversation, roster
from bot.crew import Member, Team
from bot.delivery import resume
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.whereabouts import LONGEST_TITLE
from bot.words import w
from flows.team import rights
from flows.team.setup import card, hello

LEFT = "team-log-left"


def bot_added(desk: Desk) -> None:
    """Say what I am, or take up again where I was when I was removed."""
    teams = _of_the_chat(desk)
    if not teams:
        place = desk.here
        title = desk.chat_title or str(place.chat_id)
        teams = [desk.add(Team(chat_id=place.chat_id, thread_id=place.thread_id, title=title[:LONGEST_TITLE]))]
    for team in teams:
        if team.suspended:
            resume(desk.session, team, desk.now)
    if not any(team.ready for team in teams):
        hello(desk, teams[0])


def bot_removed(desk: Desk) -> None:
    """Keep everything; say nothing until I am back."""
    for team in _of_the_chat(desk):
        team.suspended = True


def _of_the_chat(desk: Desk) -> list[Team]:
    """The team of a chat, or those of its topics."""
    return list(desk.session.exec(select(Team).where(Team.chat_id == desk.here.chat_id).order_by(col(Team.thread_id))))


def came(desk: Desk) -> None:
    """Somebody new: one line with the one button, though Telegram may tell it twice."""
    if desk.team and desk.team.ready and desk.member is None:
        button = Button(w("team-join"), "team.join", (desk.team.id,))
        place = desk.group(desk.team)
        desk.post(place, _welcome(desk), w("team-welcome", who=desk.person), buttons=[[button]])


def _welcome(desk: Desk) -> str:
    return f"team:welcome:{desk.person.id}"


def left(desk: Desk) -> None:
    """Off the roster of every team that the chat has; what the person held is asked of a lead."""
    for team, member in memberships(desk):
        desk.log(LEFT, team_id=team.id)
        depart(desk, member)
    welcome_again(desk)


def welcome_again(desk: Desk) -> None:
    """Whoever comes again is welcomed again."""
    welcomes = select(Message).where(Message.card == _welcome(desk), Message.chat_id == desk.here.chat_id)
    for old in desk.session.exec(welcomes):
        old.card = None


def promoted(desk: Desk) -> None:
    """An admin of the group leads; whoever did already is told nothing."""
    for team, member in memberships(desk):
        if not member.lead:
            member.lead_as_admin = True
            desk.log("team-log-admin", team_id=team.id)
            rights.give(desk, member, w("team-you-lead-as-admin", team=team.title))


def demoted(desk: Desk) -> None:
    """Only what came with it goes; what a lead gave stays."""
    for team, member in memberships(desk):
        if not member.lead_as_admin:
            continue
        if rights.is_last(desk, member):
            desk.say(desk.private(desk.person, team), w("team-you-stay-lead", team=team.title))
        else:
            desk.log("team-log-no-admin", team_id=team.id)
            rights.take(desk, member, w("team-you-no-lead-no-admin", team=team.title))


def memberships(desk: Desk) -> list[tuple[Team, Member]]:
    """The person's, in every team of the chat."""
    found = [(team, roster.membership(desk.session, team.id, desk.person.id)) for team in _of_the_chat(desk)]
    return [(team, member) for team, member in found if member]


def depart(desk: Desk, member: Member) -> None:
    """A member is gone: nothing is asked of them any more, and every flow sees to what they held."""
    team = desk.get(Team, member.team_id)
    member.present = member.lead = member.lead_as_admin = False
    desk.session.flush()
    conversation.close_of(desk, member)
    for flow in desk.house.flows:
        flow.missed(desk, member, None)
    if team.ready and not roster.leads(desk, team):
        button = Button(w("team-set-up"), "team.setup", (team.id,))
        alone = w("team-no-lead", who=desk.person_named(member.person_id))
        desk.say(desk.group(team), alone, buttons=[[button]], card=card(team))
