"""Who is asked after a role's holder: the playbook says, until a lead says otherwise for the team."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import Member, Person, Stream, Team
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Button, Choice, Step, Walk
from bot.replies import Conversation, choice_answer
from bot.words import Joined, Piece, w
from flows.prep import cards, one_line
from flows.prep.tables import Item, StandIn

MOST = 5
"""People who are asked after the holder."""
DONE, AS_PLAYBOOK = "done", "playbook"


def stand_ins(desk: Desk, stream: Stream, role: str) -> Sequence[Person]:
    """Whom this team wants asked after the role's holder; empty where it never said."""
    rows = desk.session.remembered(StandIn, stream.team_id, lambda: _rows(desk, stream.team_id))
    return [person for kept, person in rows if kept.role == role]


def _rows(desk: Desk, team_id: int) -> Sequence[tuple[StandIn, Person]]:
    return desk.session.exec(
        select(StandIn, Person)
        .join(Person, col(Person.id) == StandIn.person_id)
        .join(Member, (col(Member.person_id) == StandIn.person_id) & (col(Member.team_id) == StandIn.team_id))
        .where(StandIn.team_id == team_id, col(Member.present))
        .order_by(col(StandIn.place))
    ).all()


def command(desk: Desk, text: str) -> None:
    """/chain, /chain anchor, or /chain anchor Kai Bo"""
    assert desk.team is not None
    said = one_line.of_chain(desk, desk.team, text)
    if text and said.role is None:
        desk.reply(w("prep-chain-which", text=text))
    elif said.role and said.people and not said.strange:
        _keep(desk, desk.team, said.role.key, said.people[:MOST], said.people[MOST:])
    else:
        if said.strange:
            desk.reply(w("prep-chain-strange", text=said.strange[:60]))
        _open(desk, desk.team, said.role.key if said.role else "", said.people)


def again(desk: Desk, team: Team, role: str = "", *_: str) -> None:
    """[Change] under what was just kept."""
    known = desk.house.playbook_of(team).role(role)
    if known:
        _open(desk, team, known.key)


def change(desk: Desk, item: Item, *_: str) -> None:
    """From an item: the chain of its role."""
    stream = cards.stream_of(desk, item)
    if not desk.is_lead:
        desk.refuse(roster.leads_only(desk, stream))
    _open(desk, desk.team_of(stream), item.role)


def _open(desk: Desk, team: Team, role: str, known: Sequence[Person] = ()) -> None:
    """Asked from the first that is not known yet."""
    said = {f"n{number}": str(person.id) for number, person in enumerate(known[: MOST - 1], 1)}
    desk.ask("prep.chain", desk.person, team, subject=team.id, answers={"role": role, **said} if role else {})
    if desk.in_group:
        desk.toast(w("prep-in-private"))


def steps(_desk: Desk, talk: Conversation) -> Sequence[Step]:
    """The role, then one person after another until it is enough."""
    found = [Step("role", lambda _desk, _talk: [w("prep-chain-role")], choice_answer, choices=_roles)]
    for number in range(1, MOST + 1):
        found.append(Step(f"n{number}", _ask_next, choice_answer, choices=_people))
        if talk.answers.get(f"n{number}") in (None, DONE, AS_PLAYBOOK):
            break
    return found


def _roles(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    roles = desk.house.playbook_of(desk.get(Team, talk.team_id)).roles
    return [Choice(role.key[:24], role.name) for role in roles]


def _ask_next(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    picked = _picked(desk, talk)
    name = _role_name(desk, desk.get(Team, talk.team_id), talk.answers["role"])
    if not picked:
        return [w("prep-chain-first", role=name)]
    return [w("prep-chain-next", role=name, people=Joined([person.name for person in picked]))]


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Whoever knows the role first, then the rest of the team."""
    team = desk.get(Team, talk.team_id)
    able = roster.qualified(desk, team, talk.answers["role"])
    picked = {person.id for person in _picked(desk, talk)}
    people = roster.once([*able, *(person for _, person in roster.members(desk, team))])
    offered = [Choice(str(person.id), person.name) for person in people if person.id not in picked]
    end = Choice(DONE, w("prep-chain-done")) if picked else Choice(AS_PLAYBOOK, w("prep-chain-playbook"))
    return [end, *offered]


def _picked(desk: Desk, talk: Conversation) -> list[Person]:
    said = [talk.answers.get(f"n{number}") for number in range(1, MOST + 1)]
    return [desk.get(Person, int(one)) for one in said if one and one not in (DONE, AS_PLAYBOOK)]


def _role_name(desk: Desk, team: Team, key: str) -> Piece:
    role = desk.house.playbook_of(team).role(key)
    return role.name if role else key


def kept(desk: Desk, talk: Conversation) -> None:
    _keep(desk, desk.get(Team, talk.team_id), talk.answers["role"], _picked(desk, talk))


def _keep(desk: Desk, team: Team, role: str, people: Sequence[Person], left: Sequence[Person] = ()) -> None:
    """From now on they are asked in this order, in every show of the team; who is left out is named."""
    for old in desk.session.exec(select(StandIn).where(StandIn.team_id == team.id, StandIn.role == role)):
        desk.session.delete(old)
    desk.session.flush()
    for place, person in enumerate(people, 1):
        desk.add(StandIn(team_id=team.id, role=role, place=place, person_id=person.id))
    about = {"role": _role_name(desk, team, role), "people": Joined([person.name for person in people])}
    if people:
        said: list[Piece] = [w("prep-chain-kept", **about)]
        if left:
            said.append(w("prep-chain-left", most=MOST, people=Joined([person.name for person in left])))
        desk.reply(*said, buttons=[[Button(w("prep-change"), "prep.order", (team.id, role[:24]))]])
        names = desk.house.dictionary.plain(about["people"], desk.group(team).reader)
        desk.log("prep-log-chain", team_id=team.id, role=about["role"], people=names)
    else:
        desk.reply(w("prep-chain-reset", role=about["role"]))
        desk.log("prep-log-chain-reset", team_id=team.id, role=about["role"])


WALK = Walk(steps, kept, may=of_a_lead)
