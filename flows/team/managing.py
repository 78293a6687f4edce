"""What leads do with members: make leads, remove, and put roles right."""

from bot import roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, w
from flows.team.cards import roles_line


def list_members(desk: Desk, team: Team) -> None:
    """Everybody as a button, in the lead's private chat."""
    flat = [Button(person.name, "team.member", (member.id,)) for member, person in roster.members(desk, team)][:90]
    desk.say(
        desk.private(desk.person, team),
        w("team-manage", team=team.title),
        buttons=[flat[i : i + 2] for i in range(0, len(flat), 2)],
        priority=Priority.REPLY,
    )
    if desk.in_group:
        desk.toast(w("team-manage-private"))


def show_member(desk: Desk, member: Member) -> None:
    desk.say(
        desk.private(desk.person, desk.team),
        *_lines(desk, member),
        buttons=_buttons(member),
        card=_card(member),
        priority=Priority.REPLY,
    )


def toggle_lead(desk: Desk, member: Member) -> None:
    """Give or take lead rights; the last lead stays one."""
    team = desk.get(Team, member.team_id)
    if member.lead and len(roster.leads(desk, team)) == 1:
        desk.refuse(w("team-last-lead"))
    member.lead = not member.lead
    person = desk.get(Person, member.person_id)
    desk.log("team-log-lead" if member.lead else "team-log-no-lead", team_id=team.id, whom=person)
    desk.show(_card(member), *_lines(desk, member), buttons=_buttons(member))
    if member.lead:
        desk.say(desk.private(person, team), w("team-you-lead", team=team.title, by=desk.person))


def ask_remove(desk: Desk, member: Member) -> None:
    who = desk.person_named(member.person_id)
    yes = Button(w("team-remove-yes", who=who), "team.removed", (member.id,))
    desk.show(_card(member), w("team-remove-sure", who=who), buttons=[[yes], [_back(member)]])


def remove(desk: Desk, member: Member) -> None:
    team = desk.get(Team, member.team_id)
    if member.lead and len(roster.leads(desk, team)) == 1:
        desk.refuse(w("team-last-lead"))
    member.present = member.lead = False
    person = desk.get(Person, member.person_id)
    desk.log("team-log-removed", team_id=team.id, whom=person)
    desk.show(_card(member), w("team-removed", who=person))


def _lines(desk: Desk, member: Member) -> list[Piece]:
    person = desk.get(Person, member.person_id)
    lines: list[Piece] = [w("team-member", who=person, lead="yes" if member.lead else "no")]
    if roster.roles_of(desk, member):
        lines.append(roles_line(desk, member))
    if not person.reachable:
        lines.append(w("team-member-unreachable"))
    return lines


def _buttons(member: Member) -> list[list[Button]]:
    lead = Button(w("team-unmake-lead") if member.lead else w("team-make-lead"), "team.lead", (member.id,))
    return [[lead], [Button(w("team-remove"), "team.remove", (member.id,))]]


def _back(member: Member) -> Button:
    return Button(w("talk-back"), "team.member", (member.id,))


def _card(member: Member) -> str:
    return f"team:member:{member.id}"
