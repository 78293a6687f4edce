"""A team is taken down: everything goes to the lead as a file first, and is erased after a second yes."""

import json
from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from bot import belongings, door, forgetting, roster
from bot.crew import UNDER_WAY, Member, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.place import Place
from bot.words import w


def begin(desk: Desk, team: Team) -> None:
    """[Take the team down]: the file, and the first question."""
    _must_be_quiet(desk, team)
    desk.say(
        desk.private(desk.person, team),
        w("team-down-file", team=team.title),
        file=("team.everything", {"team": team.id}),
        buttons=[[Button(w("team-down-go-on"), "team.downsure", (team.id,))]],
        card=_card(desk, team),
        priority=Priority.REPLY,
    )
    door.point(desk)


def ask_again(desk: Desk, team: Team) -> None:
    """Asked only once the file is in the lead's hands."""
    _must_be_quiet(desk, team)
    file = desk.session.exec(
        select(Message).where(Message.card == _card(desk, team)).order_by(col(Message.id).desc())
    ).first()
    if file is None or file.message_id is None:
        desk.refuse(w("team-down-not-sent"))
    shows = desk.session.exec(select(Stream.id).where(Stream.team_id == team.id)).all()
    desk.say(
        desk.private(desk.person, team),
        w("team-down-sure", team=team.title, people=len(roster.members(desk, team)), shows=len(shows)),
        buttons=[[Button(w("team-down-yes", team=team.title), "team.down", (team.id,))]],
        priority=Priority.REPLY,
    )


def erase(desk: Desk, team: Team) -> None:
    """[Yes, erase]: nothing of the team is left, nor the names of those who are in no other; group and leads read it."""
    _must_be_quiet(desk, team)
    told = [desk.private(person, team) for person in roster.leads(desk, team)]
    places = [desk.group(team), *(place for place in told if place.chat_id != desk.person.id)]
    home, line = desk.private(desk.person, team), w("team-down-told", who=desk.person, team=team.title)
    everybody = desk.session.exec(select(Member.person_id).where(Member.team_id == team.id)).all()
    belongings.erase(desk.session, team.id)
    desk.team = desk.member = None
    for place in places:
        desk.say(_free(place), line)
    desk.say(_free(home), w("team-down-done", team=team.title), priority=Priority.REPLY)
    for person in forgetting.of_no_team(desk, everybody):
        forgetting.take_name(person)


def _free(place: Place) -> Place:
    """The same chat, of no team."""
    return Place(place.chat_id, place.reader, place.thread_id, place.person_id)


def _must_be_quiet(desk: Desk, team: Team) -> None:
    live = select(Stream).where(Stream.team_id == team.id, col(Stream.phase).in_(UNDER_WAY))
    if stream := desk.session.exec(live).first():
        desk.refuse(w("team-down-under-way", title=stream.title))


def _card(desk: Desk, team: Team) -> str:
    return f"team:down:{team.id}:{desk.person.id}"


# The file


def gather(desk: Desk, about: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The team's rows; people by name, since theirs are not the team's."""
    team = desk.get(Team, about["team"])
    people = [
        {"table": "person", "id": person.id, "name": person.name, "username": person.username}
        for _, person in roster.members(desk, team)
    ]
    return [*people, *belongings.rows(desk.session, team.id)]


def draw(rows: list[dict[str, Any]]) -> tuple[str, bytes]:
    lines = [json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in rows]
    return "callboard-team.jsonl", "".join(lines).encode()
