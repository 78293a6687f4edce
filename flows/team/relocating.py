"""A team moves to another chat or topic: everything stays but its name, the boards are posted there."""

from sqlmodel import col, select

from bot import door, roster
from bot.crew import OVER, Stream, Team
from bot.desk import Desk
from bot.message import Message, Priority
from bot.place import Place
from bot.replies import OPEN, Conversation
from bot.whereabouts import LONGEST_TITLE
from bot.words import w
from flows.team import setup


def explain(desk: Desk, team: Team) -> None:
    """[Move to another chat]: what to send there; it works once, for an hour, and for this lead."""
    desk.say(
        desk.private(desk.person, team),
        w("team-move-how", team=team.title, code=door.token(desk, team)),
        priority=Priority.REPLY,
    )
    door.point(desk)


def begin(desk: Desk, text: str) -> None:
    """/setup sets a new team up, in one line too; with a code an old one moves here."""
    if text.strip() and desk.in_group and setup.is_line(desk, text):
        setup.at_once(desk, text)
    elif text.strip() and desk.in_group:
        settle_here(desk, text.strip())
    else:
        setup.begin(desk, text)


def settle_here(desk: Desk, code: str) -> None:
    """`/setup` with the code, in the new chat or topic."""
    team = door.team_of(desk, code)
    member = roster.membership(desk.session, team.id, desk.person.id) if team else None
    if team is None or member is None or not member.lead:
        desk.refuse(w("team-move-unknown"))
    setup.must_be_admin(desk, desk.team)
    here, before, called = setup.team_here(desk), desk.group(team), team.title
    if here.id == team.id or here.ready:
        desk.refuse(w("team-move-taken", team=here.title))
    _swap(desk, team, here)
    team.title, here.title = desk.chat_title[:LONGEST_TITLE] or here.title, called
    _tell(desk, team, before, called)
    desk.log("team-log-moved", team_id=team.id)


def _swap(desk: Desk, team: Team, here: Team) -> None:
    """The chat that is left has no team now; it can be set up for another one."""
    there, old = (here.chat_id, here.thread_id), (team.chat_id, team.thread_id)
    here.thread_id = -here.id  # no two teams in one place, not even for a moment
    desk.session.flush()
    (team.chat_id, team.thread_id), team.suspended = there, False
    desk.session.flush()
    here.chat_id, here.thread_id = old
    desk.session.flush()
    for talk in desk.session.exec(
        select(Conversation).where(
            Conversation.team_id == team.id, Conversation.chat_id == old[0], col(Conversation.standing).in_(OPEN)
        )
    ):
        talk.chat_id, talk.thread_id = there


def _tell(desk: Desk, team: Team, before: Place, called: str) -> None:
    """Where it was it goes by the name that it was called there."""
    gone, moved = f"team:moved:{team.id}", w("team-move-gone", team=called)
    for stream in desk.session.exec(
        select(Stream).where(Stream.team_id == team.id, col(Stream.phase).not_in(OVER)).order_by(col(Stream.starts_at))
    ):
        for board in desk.session.exec(
            select(Message).where(Message.card == f"board:{stream.id}", Message.chat_id == before.chat_id)
        ):
            board.card, board.pin = gone, False
        desk.touch(stream)
    desk.show(gone, moved)
    desk.say(before, moved)
    desk.say(desk.group(team), w("team-move-done", team=team.title, who=desk.person))
