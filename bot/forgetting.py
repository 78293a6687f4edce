"""A person is forgotten: the name and all that they typed go, whatever flow keeps it; what is counted stays."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel, col, select

from bot import conversation
from bot.crew import OVER, LogEntry, Member, Person, Qualification, Stream, Team
from bot.door import Link
from bot.flow import Typed
from bot.message import Delivery, Message
from bot.received import Received
from bot.replies import OPEN, Conversation

if TYPE_CHECKING:
    from bot.desk import Desk

NOBODY = "—"
"""What is shown instead of the name."""
OWN = (Typed(Conversation, "person_id", ("answers",)),)


def forget(desk: Desk, person: Person) -> None:
    """Out of every team, and nothing left that says who it was or what they wrote. Their number stays, since rows
    count by it; whoever writes again is known again."""
    name = person.name
    members = desk.session.exec(select(Member).where(Member.person_id == person.id)).all()
    for member in members:
        _leave(desk, member)
    for typed in (*OWN, *(one for flow in desk.house.flows for one in flow.typed)):
        _blank(desk, typed, person.id)
    for member in members:
        _out_of_log(desk, desk.get(Team, member.team_id), person.id, name)
    _out_of_post(desk, person.id)
    take_name(person)
    person.reachable = False
    theirs = select(Stream).where(col(Stream.team_id).in_([member.team_id for member in members]))
    for stream in desk.session.exec(theirs.where(col(Stream.phase).not_in(OVER))):
        desk.touch(stream)


def take_name(person: Person) -> None:
    """Only the number is left; whoever writes again brings the name along."""
    person.name, person.username, person.language, person.timezone = NOBODY, None, None, None


def of_no_team(desk: Desk, ids: Sequence[int]) -> Sequence[Person]:
    """Of these people, those whom no team knows any more, not even as somebody who has left it."""
    known = select(Member.person_id)
    return desk.session.exec(select(Person).where(col(Person.id).in_(ids), col(Person.id).not_in(known))).all()


def _leave(desk: Desk, member: Member) -> None:
    """Nothing is asked of them any more; every flow sees to what they held."""
    member.present = member.lead = False
    talks = select(Conversation).where(
        Conversation.person_id == member.person_id,
        Conversation.team_id == member.team_id,
        col(Conversation.standing).in_(OPEN),
    )
    for talk in desk.session.exec(talks.order_by(col(Conversation.standing).desc())):
        conversation.cancel(desk, talk, silently=True)
    for flow in desk.house.flows:
        flow.missed(desk, member, None)
    for held in desk.session.exec(select(Qualification).where(Qualification.member_id == member.id)):
        desk.session.delete(held)


def _blank(desk: Desk, typed: Typed, person_id: int) -> None:
    table = SQLModel.metadata.tables[str(typed.table.__tablename__)]
    query = select(typed.table).where(table.c[typed.who] == person_id)
    for name, value in typed.only.items():
        query = query.where(table.c[name] == value)
    for row in desk.session.exec(query):
        for name in typed.texts:
            if getattr(row, name):
                setattr(row, name, _nothing(getattr(row, name), table.c[name].nullable))


def _nothing(value: Any, may_be_none: bool | None) -> Any:
    return type(value)() if isinstance(value, dict | list) else None if may_be_none else NOBODY


def _out_of_log(desk: Desk, team: Team, person_id: int, name: str) -> None:
    """The lines stay, since a show's record counts them; names and typed words in them go."""
    for entry in desk.session.exec(select(LogEntry).where(LogEntry.team_id == team.id)):
        own = entry.person_id == person_id
        args = {
            key: NOBODY if isinstance(said, str) and (own or said == name) else said for key, said in entry.args.items()
        }
        if args != entry.args:
            entry.args = args


def _out_of_post(desk: Desk, person_id: int) -> None:
    """What the bot wrote to them, what they wrote to it in the last two days, and the links made for them."""
    for message in desk.session.exec(select(Message).where(Message.chat_id == person_id)):
        if message.state is Delivery.PENDING and message.message_id is None:
            message.state = Delivery.FAILED
        message.text, message.buttons, message.maker_args = NOBODY, [], {}
    for received in desk.session.exec(select(Received).where(col(Received.body).is_not(None))):
        if f'"from": {{"id": {person_id},' in json.dumps(received.body):
            received.body = None
    for link in desk.session.exec(select(Link).where(Link.person_id == person_id)):
        desk.session.delete(link)
