"""Who is asked after a role's holder: the playbook says, until a lead says otherwise for the team."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot import door, roster
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
DONE, AS_PLAYBOOK, OUT = "done", "playbook", "out"
ENDS = (DONE, AS_PLAYBOOK)
STRANGE = "strange"
"""Kept beside the answers: what a line says for a place, where nobody is called so."""
SHOWN = 60
"""Characters of a name that nobody has."""


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
    first = [name for name in said.names[:MOST] if not isinstance(name, str)]
    if text and said.role is None:
        desk.reply(w("prep-chain-which", text=text))
    elif said.role and said.names and len(first) == len(said.names[:MOST]):
        _keep(desk, desk.team, said.role.key, first, said.names[MOST:])
    else:
        if strange := _strange(said.names):
            desk.reply(w("prep-chain-strange", text=Joined([*strange])))
        _open(desk, desk.team, said.role.key if said.role else "", said.names)


def _strange(names: Sequence[Person | str]) -> list[str]:
    """What nobody in the team is called, as short as it can be shown."""
    return [name[:SHOWN] for name in names if isinstance(name, str)]


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


def _open(desk: Desk, team: Team, role: str, names: Sequence[Person | str] = ()) -> None:
    """Asked from the first that is not known yet; whoever was named after that keeps their place."""
    places = {f"n{place}": name for place, name in enumerate(names, 1)}
    known = {key: str(name.id) for key, name in places.items() if not isinstance(name, str)}
    strange = {key: name[:SHOWN] for key, name in places.items() if isinstance(name, str)}
    answers = {"role": role, STRANGE: strange, **known} if role else {}
    desk.ask("prep.chain", desk.person, team, subject=team.id, answers=answers)
    door.point(desk)


def steps(_desk: Desk, talk: Conversation) -> Sequence[Step]:
    """The role, then one person after another until it is enough."""
    found = [Step("role", lambda _desk, _talk: [w("prep-chain-role")], choice_answer, choices=_roles)]
    named = _last_named(talk)
    for number in range(1, max(MOST, named) + 1):
        found.append(Step(f"n{number}", _ask_next, choice_answer, choices=_people))
        said = talk.answers.get(f"n{number}")
        if said in ENDS or (said is None and number >= named):
            break
    return found


def _last_named(talk: Conversation) -> int:
    """The last place that somebody is named for, known or not."""
    places = {*talk.answers, *talk.answers.get(STRANGE, {})}
    return max((int(key[1:]) for key in places if key[1:].isdecimal()), default=0)


def _roles(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    roles = desk.house.playbook_of(desk.get(Team, talk.team_id)).roles
    return [Choice(role.key[:24], role.name) for role in roles]


def _ask_next(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    picked, text = _picked(desk, talk), _strange_here(talk)
    name = _role_name(desk, desk.get(Team, talk.team_id), talk.answers["role"])
    if text:
        return [w("prep-chain-meant", role=name, people=Joined(_in_order(desk, talk)), text=text)]
    if not picked:
        return [w("prep-chain-first", role=name)]
    return [w("prep-chain-next", role=name, people=Joined([person.name for person in picked]))]


def _strange_here(talk: Conversation) -> str:
    """What a line says for the place that is asked for, where nobody is called so."""
    return str(talk.answers.get(STRANGE, {}).get(talk.step, ""))


def _in_order(desk: Desk, talk: Conversation) -> list[Piece]:
    """Everybody named so far, with a question mark whom nobody knows."""
    strange, found = talk.answers.get(STRANGE, {}), list[Piece]()
    for key in (f"n{number}" for number in range(1, _last_named(talk) + 1)):
        said = talk.answers.get(key)
        if said and said.isdecimal():
            found.append(desk.get(Person, int(said)).name)
        elif said is None and key in strange:
            found.append(w("prep-chain-unknown", text=strange[key]))
    return found


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Whoever knows the role first, then the rest of the team."""
    team = desk.get(Team, talk.team_id)
    able = roster.qualified(desk, team, talk.answers["role"])
    picked = {person.id for person in _picked(desk, talk)}
    people = roster.once([*able, *(person for _, person in roster.members(desk, team))])
    offered = [Choice(str(person.id), person.name) for person in people if person.id not in picked]
    if _strange_here(talk):
        return [Choice(OUT, w("prep-chain-out")), *offered]
    end = Choice(DONE, w("prep-chain-done")) if picked else Choice(AS_PLAYBOOK, w("prep-chain-playbook"))
    return [end, *offered]


def _picked(desk: Desk, talk: Conversation) -> list[Person]:
    """In their order, until it was said that these are all."""
    said = [talk.answers.get(f"n{number}") for number in range(1, max(MOST, _last_named(talk)) + 1)]
    upto = next((place for place, one in enumerate(said) if one in ENDS), len(said))
    return [desk.get(Person, int(one)) for one in said[:upto] if one and one != OUT]


def _role_name(desk: Desk, team: Team, key: str) -> Piece:
    role = desk.house.playbook_of(team).role(key)
    return role.name if role else key


def kept(desk: Desk, talk: Conversation) -> None:
    people = _picked(desk, talk)
    _keep(desk, desk.get(Team, talk.team_id), talk.answers["role"], people[:MOST], people[MOST:])


def _keep(desk: Desk, team: Team, role: str, people: Sequence[Person], left: Sequence[Person | str] = ()) -> None:
    """From now on they are asked in this order, in every show of the team; who is left out is named."""
    for old in desk.session.exec(select(StandIn).where(StandIn.team_id == team.id, StandIn.role == role)):
        desk.session.delete(old)
    desk.session.flush()
    for place, person in enumerate(people, 1):
        desk.add(StandIn(team_id=team.id, role=role, place=place, person_id=person.id))
    about = {"role": _role_name(desk, team, role), "people": Joined([person.name for person in people])}
    if people:
        buttons = [[Button(w("prep-change"), "prep.order", (team.id, role[:24]))]]
        desk.reply(w("prep-chain-kept", **about), *_left_out(left), buttons=buttons)
        names = desk.house.dictionary.plain(about["people"], desk.group(team).reader)
        desk.log("prep-log-chain", team_id=team.id, role=about["role"], people=names)
    else:
        desk.reply(w("prep-chain-reset", role=about["role"]))
        desk.log("prep-log-chain-reset", team_id=team.id, role=about["role"])


def _left_out(left: Sequence[Person | str]) -> list[Piece]:
    """Who was named after the last that is asked, and who of them is nobody."""
    names = [name[:SHOWN] if isinstance(name, str) else name.name for name in left]
    said: list[Piece] = [w("prep-chain-left", most=MOST, people=Joined([*names]))] if names else []
    return [*said, *([w("prep-chain-nobody", text=Joined([*strange]))] if (strange := _strange(left)) else [])]


WALK = Walk(steps, kept, may=of_a_lead)
