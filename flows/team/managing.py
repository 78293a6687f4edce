"""What leads do with members: make leads, put roles right, remove and take back in, who was removed in Telegram, and call those out of reach."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import door, roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Mention, Piece, Words, w
from flows.team import coming_in, comings, picking, rights
from flows.team.cards import away_lines, few, roles_line

PAGE = 40
"""People on one page of the list."""
FORMER = 10
"""People who have left that a lead can take back in."""


def list_members(desk: Desk, team: Team, page: str = "") -> None:
    """Everybody as a button, in the lead's private chat; many of them in pages that turn in place."""
    lines, buttons = _list(desk, team, int(page) if page.isdecimal() else 0)
    if page:
        desk.show(_list_card(desk, team), *lines, buttons=buttons)
        return
    place = desk.private(desk.person, team)
    desk.say(place, *lines, buttons=buttons, card=_list_card(desk, team), priority=Priority.REPLY)
    door.point(desk)


def _list(desk: Desk, team: Team, number: int) -> tuple[list[Piece], list[list[Button]]]:
    people = roster.members(desk, team)
    last = max(0, (len(people) - 1) // PAGE)
    number = min(number, last)
    shown = people[number * PAGE : (number + 1) * PAGE]
    flat = [Button(person.name, "team.member", (member.id,)) for member, person in shown]
    gone = [
        Button(w("team-gone", who=desk.person_named(member.person_id)), "team.member", (member.id,))
        for member in _former(desk, team)
    ]
    turns = [Button(w("team-earlier"), "team.manage", (team.id, number - 1))] if number else []
    if number < last:
        turns.append(Button(w("team-later"), "team.manage", (team.id, number + 1)))
    head: list[Piece] = [w("team-manage", team=team.title)]
    return [*head, *([w("team-page", page=number + 1, pages=last + 1)] if last else [])], [
        *(flat[i : i + 2] for i in range(0, len(flat), 2)),
        turns,
        *(gone[i : i + 2] for i in range(0, len(gone), 2)),
        [Button(w("team-invite"), "team.invite", (team.id,))],
        [Button(w("team-quiet-button"), "team.quiet", (team.id,))],
        [Button(w("team-move-button"), "team.relocate", (team.id,))],
        [Button(w("team-down-button"), "team.takedown", (team.id,))],
    ]


def _list_card(desk: Desk, team: Team) -> str:
    return f"team:list:{team.id}:{desk.person.id}"


def invite(desk: Desk, team: Team) -> None:
    """[Ask people to join]: the button that everybody presses for themselves, in the group once more."""
    join = Button(w("team-join"), "team.join", (team.id,))
    desk.say(desk.group(team), w("team-invitation", who=desk.person, team=team.title), buttons=[[join]])
    desk.toast(w("team-invited"))


def reach(desk: Desk, team: Team) -> None:
    """[Call them in the group]: everybody whose private chat is closed, with the button that opens it."""
    silent = [Mention(person) for _, person in roster.members(desk, team) if not person.reachable]
    if not silent:
        desk.toast(w("team-reached"))
        return
    button = Button(w("reach-open"), "door.open", (team.id,))
    desk.say(desk.group(team), w("team-reach-them", who=few(silent)), buttons=[[button]])
    desk.toast(w("team-reaching"))


def roles(desk: Desk, member: Member) -> None:
    """[Roles]: a lead puts a member's roles right."""
    picking.offer_roles(desk, member, desk.private(desk.person, desk.team))


def take_in(desk: Desk, member: Member) -> None:
    """[Take back in]: somebody who had left, with the roles held then."""
    person, team = desk.get(Person, member.person_id), desk.get(Team, member.team_id)
    if member.present:
        desk.toast(w("team-back", who=person))
    else:
        member.present, member.taken_out = True, False
        desk.log("team-log-back", team_id=team.id, whom=person)
        desk.say(desk.private(person, team), w("team-you-back", team=team.title))
    coming_in.taken_in(desk, member)
    _refresh(desk, member)


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
    _must_be_present(desk, member)
    rights.keep_a_lead(desk, member)
    about, person = {"team": team.title, "by": desk.person}, desk.get(Person, member.person_id)
    desk.log("team-log-no-lead" if member.lead else "team-log-lead", team_id=team.id, whom=person)
    if member.lead:
        own = person.id == desk.person.id
        rights.take(desk, member, w("team-gave-lead-up", team=team.title) if own else w("team-you-no-lead", **about))
    else:
        rights.give(desk, member, w("team-you-lead", **about))
    _refresh(desk, member)


def ask_remove(desk: Desk, member: Member) -> None:
    _must_be_present(desk, member)
    rights.keep_a_lead(desk, member)
    who = desk.person_named(member.person_id)
    yes = Button(w("team-remove-yes", who=who), "team.removed", (member.id,))
    desk.show(_card(member), w("team-remove-sure", who=who), buttons=[[yes], [_back(member)]])


def remove(desk: Desk, member: Member) -> None:
    """Off the roster; the person is told, and what they held is asked of a lead."""
    _must_be_present(desk, member)
    rights.keep_a_lead(desk, member)
    team, person = desk.get(Team, member.team_id), desk.get(Person, member.person_id)
    desk.log("team-log-removed", team_id=team.id, whom=person)
    comings.depart(desk, member)
    member.taken_out = True
    if person.id != desk.person.id and person.reachable:
        desk.say(desk.private(person, team), w("team-you-removed", team=team.title, by=desk.person))
    _refresh(desk, member)


def removed_in_telegram(desk: Desk) -> None:
    """By an admin of the chat, with Telegram's own means: as if a lead had taken them out of its teams."""
    for team, member in comings.memberships(desk):
        by = desk.by or w("team-some-admin")
        desk.log("team-log-put-out", team_id=team.id, by=by)
        _tell_how_back(desk, team, member, by)
        comings.depart(desk, member)
        member.taken_out = True
        if desk.person.reachable:
            desk.say(desk.private(desk.person, team), w("team-you-removed", team=team.title, by=by))
    comings.welcome_again(desk)


def _tell_how_back(desk: Desk, team: Team, member: Member, by: Person | Words) -> None:
    """Whoever did it, if they lead; else the first of the leads who is there."""
    leads = [one for one in roster.leads(desk, team) if one.id != member.person_id]
    if not leads:
        return
    lead = desk.by if desk.by in leads else coming_in.whom(desk, team, leads)
    told = w("team-put-out", by=by, who=desk.person, team=team.title)
    back = Button(w("team-take-in"), "team.takein", (member.id,))
    desk.post(desk.private(lead, team), coming_in.put_out(member), told, buttons=[[back]])


def _must_be_present(desk: Desk, member: Member) -> None:
    """Two leads may press at once: the second reads what has happened since."""
    if not member.present:
        desk.refuse(w("team-removed", who=desk.person_named(member.person_id)))


def _former(desk: Desk, team: Team) -> Sequence[Member]:
    return desk.session.exec(
        select(Member)
        .where(Member.team_id == team.id, col(Member.present).is_(False))
        .order_by(col(Member.id).desc())
        .limit(FORMER)
    ).all()


def _refresh(desk: Desk, member: Member) -> None:
    desk.show(_card(member), *_lines(desk, member), buttons=_buttons(member))


def _lines(desk: Desk, member: Member) -> list[Piece]:
    person = desk.get(Person, member.person_id)
    if not member.present:
        return [w("team-removed", who=person)]
    lines: list[Piece] = [w("team-member", who=person, lead="yes" if member.lead else "no")]
    if roster.roles_of(desk, member):
        lines.append(roles_line(desk, member))
    lines += away_lines(desk, member)
    if not person.reachable:
        lines.append(w("team-member-unreachable"))
    return lines


def _buttons(member: Member) -> list[list[Button]]:
    if not member.present:
        return [[Button(w("team-take-in"), "team.takein", (member.id,))]]
    lead = Button(w("team-unmake-lead") if member.lead else w("team-make-lead"), "team.lead", (member.id,))
    put_right = Button(w("team-change-roles"), "team.roles", (member.id,))
    return [[put_right, lead], [Button(w("team-remove"), "team.remove", (member.id,))]]


def _back(member: Member) -> Button:
    return Button(w("talk-back"), "team.kept", (member.id,))


def keep(desk: Desk, member: Member) -> None:
    """[Back]: not removed."""
    _refresh(desk, member)


def _card(member: Member) -> str:
    return f"team:member:{member.id}"
