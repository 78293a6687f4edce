"""Who comes and who goes: the bot itself, newcomers, and those who leave."""

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Assignment, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Delivery, Message
from bot.words import w
from flows.team.setup import hello


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
    """Off the roster, and the leads hear which seats are open now."""
    member, team = desk.member, desk.team
    if member is None or team is None:
        return
    member.present = False
    desk.log("team-log-left", team_id=team.id)
    for stream in _streams_of(desk, team):
        for lead in roster.leads(desk, team):
            desk.say(
                desk.private(lead, team), w("team-left-seat", who=desk.person, stream=stream.title, at=stream.starts_at)
            )


def _streams_of(desk: Desk, team: Team) -> list[Stream]:
    """The coming streams in which the person sits."""
    return list(
        desk.session.exec(
            select(Stream)
            .join(Assignment, col(Assignment.stream_id) == Stream.id)
            .where(
                Stream.team_id == team.id,
                Assignment.person_id == desk.person.id,
                col(Stream.phase).in_(AHEAD),
            )
            .distinct()
        )
    )


def _resume(desk: Desk, team: Team) -> None:
    team.suspended = False
    for message in desk.session.exec(
        select(Message).where(Message.chat_id == team.chat_id, Message.state == Delivery.HELD)
    ):
        message.state = Delivery.PENDING
