"""Who wrote, for which team, and where they are answered: settled before anything is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import roster
from bot.crew import Member, Person, Team
from bot.incoming import OF_TOPIC, Author, Incoming, Kind
from bot.place import Place
from bot.replies import Conversation, Standing
from bot.store import Session
from bot.words import Reader

if TYPE_CHECKING:
    from bot.desk import Desk

LONGEST_TITLE = 60
_MINE = (
    select(Team, Member)
    .join(Member, col(Member.team_id) == Team.id)
    .where(Member.person_id == bindparam("person"), col(Member.present))
    .limit(2)
)
"""Built once: every private update asks it."""


def team_at(session: Session, chat_id: int, thread_id: int) -> Team | None:
    """The team of a topic, else the one that has the whole chat."""
    return session.exec(
        select(Team)
        .where(Team.chat_id == chat_id, col(Team.thread_id).in_((thread_id, 0)))
        .order_by(col(Team.thread_id).desc())
    ).first()


def active_team(session: Session, incoming: Incoming) -> Team | None:
    """The team whose zone a typed time is read in."""
    if incoming.team:
        return session.get(Team, incoming.team)
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
    return session.get(Team, talk.team_id) if talk else next(iter(teams_of(session, incoming.author.id)), None)


def known(desk: Desk, author: Author) -> Person:
    """The person's row, with the name they have now."""
    person = desk.session.get(Person, author.id)
    if person is None:
        person = Person(id=author.id, name=author.name, username=author.username)
        desk.session.add(person)
    elif (person.name, person.username) != (author.name, author.username):
        person.name, person.username = author.name, author.username
    return person


def teams_of(session: Session, person_id: int) -> list[Team]:
    return list(
        session.exec(
            select(Team)
            .join(Member, col(Member.team_id) == Team.id)
            .where(Member.person_id == person_id, col(Member.present))
            .order_by(col(Team.id))
        )
    )


def settle_team(desk: Desk, incoming: Incoming) -> None:
    """In a group its own; in private the one that was picked, or the only one that the person is in."""
    if incoming.team and desk.who:
        picked = roster.membership(desk.session, incoming.team, desk.who.id)
        belong(desk, desk.session.get(Team, incoming.team) if picked else None)
    elif incoming.private and desk.who:
        mine = desk.session.exec(_MINE, params={"person": desk.who.id}).all()
        desk.team, desk.member = mine[0] if len(mine) == 1 else (None, None)
    elif incoming.chat_id:
        belong(desk, team_at(desk.session, incoming.chat_id, incoming.thread_id))


def rename(session: Session, incoming: Incoming) -> None:
    """A group, or one of its topics, has another name: so have its teams."""
    for team in session.exec(select(Team).where(Team.chat_id == incoming.chat_id)):
        _, dot, topic = team.title.rpartition(OF_TOPIC)
        if team.thread_id == incoming.thread_id:
            team.title = incoming.title[:LONGEST_TITLE]
        elif not incoming.thread_id:
            team.title = (f"{incoming.title}{dot}{topic}" if dot else incoming.title)[:LONGEST_TITLE]


def belong(desk: Desk, team: Team | None) -> None:
    if desk.member and team is desk.team:
        return
    desk.team = team
    desk.member = roster.membership(desk.session, team.id, desk.who.id) if team and desk.who else None


def settle_place(desk: Desk, incoming: Incoming) -> None:
    if incoming.private and desk.who:
        home = desk.private(desk.who, desk.team)
        said = _spoken(desk, incoming)
        strange = Place(home.chat_id, Reader(said, home.reader.zone), 0, home.person_id)
        desk.place = home if desk.team or desk.who.language else strange
    elif desk.team and desk.team.ready:
        desk.place = replace(desk.group(desk.team), thread_id=incoming.thread_id)  # in the very topic it came from
        desk.reply_to = incoming.message_id if incoming.kind != Kind.PRESS else None
    else:
        team_id = desk.team.id if desk.team else None
        reader = Reader(_spoken(desk, incoming), desk.house.timezone)
        desk.place = Place(incoming.chat_id, reader, incoming.thread_id, None, team_id)


def _spoken(desk: Desk, incoming: Incoming) -> str:
    """For whom no team says it: as their Telegram speaks, else English, which more of the others read."""
    return incoming.author.speaks or "en" if incoming.author else desk.house.language
