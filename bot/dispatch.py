"""One update to exactly one handler, inside the transaction: who it is, which team, and who may."""

from __future__ import annotations

from sqlmodel import col, select

from bot import conversation, roster
from bot.conversation import Conversation, Reply, Standing
from bot.crew import Member, Person, Stream, Team
from bot.delivery import migrate
from bot.desk import Desk
from bot.flow import Button, Command, Heard
from bot.incoming import Author, Incoming, Kind
from bot.message import Message
from bot.place import Place
from bot.store import Session
from bot.words import Reader, w

_HEARD = {
    Kind.CAME: Heard.CAME,
    Kind.LEFT: Heard.LEFT,
    Kind.BOT_ADDED: Heard.BOT_ADDED,
    Kind.BOT_REMOVED: Heard.BOT_REMOVED,
}


def handle(desk: Desk, incoming: Incoming) -> bool:
    """Do what the update asks; False where it was not meant for the bot."""
    if incoming.author and incoming.author.id > 0:
        desk.who = _known(desk, incoming.author)
    desk.in_group = not incoming.private
    desk.replied, desk.chat_title = incoming.replied, incoming.title
    _settle_team(desk, incoming)
    _settle_place(desk, incoming)
    match incoming.kind:
        case Kind.PRESS:
            return _press(desk, incoming)
        case Kind.COMMAND:
            return _command(desk, incoming)
        case Kind.TEXT:
            return _text(desk, incoming)
        case Kind.MIGRATED:
            migrate(desk.session, incoming.chat_id, incoming.new_chat, desk.now)
            return True
        case Kind.BOT_ADDED | Kind.BOT_REMOVED | Kind.CAME | Kind.LEFT:
            return _heard(desk, incoming)
        case _:
            return False


def team_at(session: Session, chat_id: int, thread_id: int) -> Team | None:
    """The team of a topic, else the one that has the whole chat."""
    return session.exec(
        select(Team)
        .where(Team.chat_id == chat_id, col(Team.thread_id).in_((thread_id, 0)))
        .order_by(col(Team.thread_id).desc())
    ).first()


def active_team(session: Session, incoming: Incoming) -> Team | None:
    """The team whose zone a typed time is read in."""
    if not incoming.private:
        return team_at(session, incoming.chat_id, incoming.thread_id)
    if incoming.author is None:
        return None
    talk = session.exec(
        select(Conversation).where(
            Conversation.person_id == incoming.author.id,
            Conversation.chat_id == incoming.chat_id,
            Conversation.standing == Standing.ACTIVE,
        )
    ).first()
    return session.get(Team, talk.team_id) if talk else next(iter(_teams_of(session, incoming.author.id)), None)


def _known(desk: Desk, author: Author) -> Person:
    """The person's row, with the name they have now."""
    person = desk.session.get(Person, author.id)
    if person is None:
        person = Person(id=author.id, name=author.name, username=author.username)
        desk.session.add(person)
    elif (person.name, person.username) != (author.name, author.username):
        person.name, person.username = author.name, author.username
    return person


def _teams_of(session: Session, person_id: int) -> list[Team]:
    return list(
        session.exec(
            select(Team)
            .join(Member, col(Member.team_id) == Team.id)
            .where(Member.person_id == person_id, col(Member.present))
            .order_by(col(Team.id))
        )
    )


def _settle_team(desk: Desk, incoming: Incoming) -> None:
    """In a group its own; in private the only one that the person is in."""
    if incoming.private and desk.who:
        teams = _teams_of(desk.session, desk.who.id)
        _belong(desk, teams[0] if len(teams) == 1 else None)
    elif incoming.chat_id:
        _belong(desk, team_at(desk.session, incoming.chat_id, incoming.thread_id))


def _belong(desk: Desk, team: Team | None) -> None:
    desk.team = team
    desk.member = roster.membership(desk.session, team.id, desk.who.id) if team and desk.who else None


def _settle_place(desk: Desk, incoming: Incoming) -> None:
    if incoming.private and desk.who:
        home = desk.private(desk.who, desk.team)
        said = incoming.author.language if incoming.author else desk.house.language
        strange = Place(home.chat_id, Reader(said, home.reader.zone), 0, home.person_id)
        desk.place = home if desk.team or desk.who.language else strange
    elif desk.team and desk.team.ready:
        desk.place, desk.reply_to = desk.group(desk.team), incoming.message_id if incoming.kind != Kind.PRESS else None
    else:
        language = incoming.author.language if incoming.author else desk.house.language
        team_id = desk.team.id if desk.team else None
        reader = Reader(language, desk.house.timezone)
        desk.place = Place(incoming.chat_id, reader, incoming.thread_id, None, team_id)


def _command(desk: Desk, incoming: Incoming) -> bool:
    known = desk.house.commands.get(incoming.command)
    if incoming.command in ("back", "skip", "cancel") and (talk := _open_talk(desk, incoming)):
        conversation.answer(desk, talk, Reply(text=incoming.command))
        return True
    if known is None:
        if incoming.private:
            desk.reply(w("inbox-unknown-command", command=incoming.command))
        return incoming.private
    _, command = known
    if command.team and not _has_team(desk, incoming):
        return True
    if command.lead and not desk.is_lead:
        desk.refuse(w("inbox-leads-only"))
    command.run(desk, incoming.text)
    return True


def _has_team(desk: Desk, incoming: Incoming) -> bool:
    """A command about a team's matters: which one must be known, and the person must be in it."""
    if desk.team is None and incoming.private:
        teams = _teams_of(desk.session, desk.person.id)
        if not teams:
            desk.refuse(w("inbox-no-team-yet"))
        desk.reply(w("inbox-which-team"), buttons=[[_team_button(desk, team, incoming.command)] for team in teams[:10]])
        return False
    if desk.team is None or not desk.team.ready:
        desk.refuse(w("inbox-not-set-up"))
    if desk.member is None and not _open_to_all(desk, incoming.command):
        desk.refuse(w("inbox-not-a-member"))
    return True


def _open_to_all(desk: Desk, command: str) -> bool:
    """Commands that anybody in the group's chat may give: they are how one gets in."""
    known: Command = desk.house.commands[command][1]
    return known.open_door and desk.in_group


def _team_button(desk: Desk, team: Team, command: str) -> Button:
    member = roster.membership(desk.session, team.id, desk.person.id)
    assert member is not None
    return Button(team.title, "door.team", (member.id, command[:32]))


def _press(desk: Desk, incoming: Incoming) -> bool:
    act, *ids = incoming.data.split(":")
    press = desk.house.press(act)
    row = desk.session.get(press.on, int(ids[0])) if press and ids and ids[0].lstrip("-").isdigit() else None
    if press is None or row is None:
        desk.toast(w("inbox-gone"), alert=True)
        return True
    if team := _team_of(desk, row):
        _belong(desk, team)
        if incoming.private and desk.who:
            desk.place = desk.private(desk.who, team)
    if desk.member is None and not press.open_door:
        desk.refuse(w("inbox-not-a-member"))
    if press.lead and not desk.is_lead:
        desk.refuse(w("inbox-leads-only"))
    try:
        press.run(desk, row, *ids[1:])
    except TypeError as error:
        if "positional argument" not in str(error):
            raise
        desk.toast(w("inbox-gone"), alert=True)
    return True


def _team_of(desk: Desk, row: object) -> Team | None:
    """The team that a row belongs to: named, or through its stream."""
    if isinstance(row, Team):
        return row
    if team_id := getattr(row, "team_id", None):
        return desk.session.get(Team, team_id)
    stream = desk.session.get(Stream, getattr(row, "stream_id", None) or 0)
    return desk.session.get(Team, stream.team_id) if stream else None


def _text(desk: Desk, incoming: Incoming) -> bool:
    """Typed words answer what is open; in private something is always said back."""
    if talk := _open_talk(desk, incoming):
        _belong(desk, desk.get(Team, talk.team_id))
        reply = Reply(
            text=incoming.text,
            photo=incoming.photo,
            file=incoming.file,
            file_name=incoming.file_name,
            understood=desk.understood,
        )
        conversation.answer(desk, talk, reply)
        return True
    if incoming.private and incoming.text:
        desk.reply(w("inbox-nothing-asked") if desk.team else w("door-stranger"))
    return incoming.private


def _open_talk(desk: Desk, incoming: Incoming) -> Conversation | None:
    """The conversation whose question is replied to, else the one that is open here."""
    if desk.who is None:
        return None
    if incoming.reply_to:
        asked = desk.session.exec(
            select(Message.card).where(Message.chat_id == incoming.chat_id, Message.message_id == incoming.reply_to)
        ).first()
        if asked and asked.startswith("talk:"):
            talk = desk.session.get(Conversation, int(asked.split(":")[1]))
            if talk and talk.person_id == desk.who.id and talk.standing in (Standing.ACTIVE, Standing.WAITING):
                return talk
    return conversation.active(desk, desk.who.id, incoming.chat_id) if incoming.private else None


def _heard(desk: Desk, incoming: Incoming) -> bool:
    """A change of who is in the chat, told to every flow that wants to know; a private chat blocked or opened."""
    if incoming.private:
        if desk.who:
            desk.who.reachable = incoming.kind is Kind.BOT_ADDED
        return True
    people = incoming.others or ((incoming.author,) if incoming.author else ())
    for author in people:
        desk.who = _known(desk, author)
        desk.member = roster.membership(desk.session, desk.team.id, author.id) if desk.team else None
        for flow in desk.house.flows:
            if heard := flow.heard.get(_HEARD[incoming.kind]):
                heard(desk)
    return True
