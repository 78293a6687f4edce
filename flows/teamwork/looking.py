"""/teamwork: the team's figures for everybody; a person's own, in private, for that person and the leads."""

from collections.abc import Sequence

from bot import door, roster
from bot.crew import Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, w
from flows.teamwork import figures, gathering, rules

LONGEST_NAME = 60
"""Of what was typed as a name, said back."""


def command(desk: Desk, text: str) -> None:
    """The team's, and one's own; with a name, that person's."""
    assert desk.team is not None
    if text.strip():
        _named(desk, desk.team, text)
        return
    found = gathering.of(desk, desk.team)
    lines = figures.of_team(found, desk.team)
    desk.reply(*(lines or [w("teamwork-nothing")]))
    if lines:
        _say(desk, desk.team, found, desk.person)


def whose(desk: Desk, team: Team) -> None:
    """[Somebody's figures]: a lead is asked whose."""
    desk.ask("teamwork.whose", desk.person, team)
    door.point(desk)


def show(desk: Desk, team: Team, person: Person) -> None:
    found = gathering.of(desk, team)
    if found.shows:
        _say(desk, team, found, person)
    else:
        desk.say(desk.private(desk.person, team), w("teamwork-nothing"), priority=Priority.REPLY)


def _named(desk: Desk, team: Team, text: str) -> None:
    people = [person for _, person in roster.members(desk, team)]
    whom, _ = rules.meant(text, [(person.id, person.name, person.username) for person in people])
    if whom != desk.person.id and not desk.is_lead:
        desk.refuse(w("teamwork-leads-only"))
    if whom is None:
        desk.refuse(w("teamwork-nobody", name=text.strip()[:LONGEST_NAME]))
    show(desk, team, desk.get(Person, whom))
    door.point(desk)


def _say(desk: Desk, team: Team, found: gathering.Gathered, person: Person) -> None:
    """Into the private chat of whoever asked, and nowhere else."""
    own = person.id == desk.person.id
    closing = w("teamwork-own-seen") if own else w("teamwork-theirs-seen", who=person)
    lines: Sequence[Piece] = figures.of_person(found, person, closing)
    others = [[Button(w("teamwork-whose"), "teamwork.whose", (team.id,))]] if _leads(desk, team) else []
    desk.say(desk.private(desk.person, team), *lines, buttons=others, priority=Priority.REPLY)


def _leads(desk: Desk, team: Team) -> bool:
    return desk.person.id in {person.id for person in roster.leads(desk, team)}
