"""How the team looks: /team, /whoami and /help."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot import roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.playbook import Role, Text
from bot.whereabouts import LONGEST_TITLE
from bot.words import Joined, Piece, Words, Zone, w
from flows.team import quiet

NAMED = 20
"""People named in one line at most."""


def roles_line(desk: Desk, member: Member) -> Piece:
    """A member's roles, those backed up marked."""
    held = {one.role: one.backup for one in roster.roles_of(desk, member)}
    return w("team-roles", roles=named(desk, desk.get(Team, member.team_id), held))


def named(desk: Desk, team: Team, held: Mapping[str, bool]) -> Joined:
    """Roles by their names; whether each is a backup's."""
    playbook = desk.house.playbook_of(team)
    known = [(playbook.role(key), backup) for key, backup in held.items()]
    return Joined([w("team-role-as-backup", role=role.name) if backup else role.name for role, backup in known if role])


def show_team(desk: Desk, _text: str) -> None:
    """/team: who holds what, which roles have nobody, whom the bot cannot reach; under the name that the group has now,
    where the news of another one was missed."""
    assert desk.team is not None
    if desk.in_group and desk.here.thread_id == desk.team.thread_id == 0:
        desk.team.title = desk.chat_title[:LONGEST_TITLE] or desk.team.title
    desk.reply(*_team_lines(desk, desk.team), buttons=_team_buttons(desk, desk.team))


def _team_buttons(desk: Desk, team: Team) -> list[list[Button]]:
    """What a lead does about it, and the door for those out of reach who read this."""
    silent = any(not person.reachable for _, person in roster.members(desk, team))
    rows = [[Button(w("reach-open"), "door.open", (team.id,))]] if silent and desk.in_group else []
    if silent and desk.is_lead:
        rows.append([Button(w("team-reach-button"), "team.reach", (team.id,))])
    if desk.is_lead:
        rows.append([Button(w("team-manage-button"), "team.manage", (team.id,))])
    return rows


def _team_lines(desk: Desk, team: Team) -> list[Piece]:
    people = roster.members(desk, team)
    lines: list[Piece] = [w("team-title", team=team.title, people=len(people))]
    leads = [person.name for member, person in people if member.lead]
    lines.append(w("team-leads", who=few(leads)))
    empty: list[Text] = []
    for role in desk.house.playbook_of(team).roles:
        line = role_holders(desk, team, role)
        if line:
            lines.append(line)
        elif role.core:
            empty.append(role.name)
    if empty:
        lines.append(w("team-empty", roles=Joined(empty)))
    if away := [w("team-who-away", who=person, last=day(desk, last)) for person, last in _away_now(desk, team, people)]:
        lines.append(w("team-away-now", who=few(away)))
    if desk.house.quiet_of(team):
        lines.append(quiet.line(desk, team))
    if silent := [person.name for _, person in people if not person.reachable]:
        lines.append(w("team-unreachable", who=few(silent)))
    return lines


def few(names: Sequence[Any]) -> Joined:
    """The first of them, and how many more: a line that is too long for a message would be left out as a whole."""
    more = len(names) - NAMED
    return Joined([*names[:NAMED], *([w("team-more", count=more)] if more > 0 else [])])


def _away_now(desk: Desk, team: Team, people: Sequence[tuple[Member, Person]]) -> list[tuple[Person, date]]:
    """Who is away today, and until when."""
    today = roster.day_of(team, desk.now)
    spans = [(person, away) for member, person in people for away in roster.absences(desk, member, today)]
    return [(person, away.last) for person, away in spans if away.first <= today]


def away_lines(desk: Desk, member: Member) -> list[Piece]:
    """A member's days away that are not over."""
    today = roster.day_of(desk.get(Team, member.team_id), desk.now)
    return [
        w("team-away-line", days=days(desk, away.first, away.last)) for away in roster.absences(desk, member, today)
    ]


def days(desk: Desk, first: date, last: date) -> date | Words:
    """One day is said as one."""
    return day(desk, first) if first == last else w("team-days", first=day(desk, first), last=day(desk, last))


def day(desk: Desk, on: date) -> date | Words:
    """With its year where that is not this year."""
    return on if on.year == desk.now.year else w("team-day-year", day=on, year=str(on.year))


def role_holders(desk: Desk, team: Team, role: Role) -> Piece | None:
    """Who has a role and who backs it up; None where nobody does."""
    holders = [person.name for person in roster.qualified(desk, team, role.key, backup=False)]
    backups = [person.name for person in roster.qualified(desk, team, role.key, backup=True)]
    if backups:
        return w("team-role-line-backup", role=role.name, who=few(holders or ["—"]), backups=few(backups))
    return w("team-role-line", role=role.name, who=few(holders)) if holders else None


def show_me(desk: Desk, _text: str) -> None:
    """/whoami: what the bot knows of the person."""
    assert desk.team is not None and desk.member is not None
    person: Person = desk.person
    lines: list[Piece] = [w("team-member", who=person, lead="yes" if desk.member.lead else "no")]
    if roster.roles_of(desk, desk.member):
        lines.append(roles_line(desk, desk.member))
    lines += away_lines(desk, desk.member)
    reader = desk.private(person, desk.team).reader
    lines.append(w("team-me-reads", language=w(f"team-{_LANGUAGE[reader.language]}"), zone=Zone(reader.zone)))
    lines.append(w("team-me-reachable") if person.reachable else w("team-member-unreachable"))
    desk.reply(*lines)


_LANGUAGE = {"en": "english", "zh": "chinese"}


def show_help(desk: Desk, _text: str) -> None:
    """/help: what this person can do now, told by every flow that has something for them."""
    team = desk.team
    if team is None:
        desk.reply(w("door-stranger") if not desk.in_group else w("inbox-not-set-up"))
        return
    if not team.ready or desk.member is None:
        desk.reply(w("inbox-not-a-member") if team.ready else w("inbox-not-set-up"))
        return
    lines = [line for flow in desk.house.flows for line in flow.help(desk, team)]
    desk.reply(
        w("team-help", who=desk.person, team=team.title), *lines, w("team-help-always"), buttons=starts(desk, team)
    )


def starts(desk: Desk, team: Team) -> list[list[Button]]:
    """Where to go from here, for whoever never typed a command."""
    return [[button] for flow in desk.house.flows for button in flow.starts(desk, team)]
