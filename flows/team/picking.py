"""The card on which a person's roles are picked: held, backed up, or given up, also where a seat hangs on one."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Member, Person, Qualification, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import Place
from bot.playbook import Role
from bot.words import Piece, w
from flows.team.cards import roles_line
from flows.team.rules import next_hold

SHOWN = 10
"""Shows that are named before a role is given up."""
FEW = 2
"""So many more roles are shown at once: a button that leads to them takes as much room."""


def offer_roles(desk: Desk, member: Member, place: Place) -> None:
    """The roles as buttons, for the member or for a lead who puts them right."""
    summary = _summary(desk, member)
    desk.say(
        place,
        *summary,
        below=summary[0],
        buttons=_role_buttons(desk, member, wide=False),
        card=card(member),
        priority=Priority.LIVE,  # above whatever waited for the chat to open: that is gone on with
    )


def show_roles(desk: Desk, member: Member, *, wide: bool) -> None:
    desk.show(card(member), *_summary(desk, member), buttons=_role_buttons(desk, member, wide=wide))


def _summary(desk: Desk, member: Member) -> list[Piece]:
    team = desk.get(Team, member.team_id)
    own = desk.who is None or desk.who.id == member.person_id
    whose = w("team-roles-of", who=desk.person_named(member.person_id), team=team.title)
    lines: list[Piece] = [w("team-roles-question", team=team.title) if own else whose]
    if roster.roles_of(desk, member):
        lines.append(w("team-roles-yours", roles=roles_line(desk, member)))
    elif own:
        lines += own_language(desk, team)
    return lines


def _role_buttons(desk: Desk, member: Member, *, wide: bool) -> list[list[Button]]:
    held = holdings(desk, member)
    playbook = desk.house.playbook_of(desk.get(Team, member.team_id))
    rest = [role for role in playbook.roles if not role.core and role.key not in held]
    wide = wide or len(rest) <= FEW
    shown = [role for role in playbook.roles if wide or role not in rest]
    flat = [_role_button(member, role, held.get(role.key), wide) for role in shown[:90]]
    rows = [flat[i : i + 2] for i in range(0, len(flat), 2)]
    last = [Button(w("team-roles-done"), "team.joined", (member.id,))]
    if len(shown) < len(playbook.roles):
        last.insert(0, Button(w("team-roles-more"), "team.more", (member.id,)))
    return [*rows, last]


def _role_button(member: Member, role: Role, backup: bool | None, wide: bool) -> Button:
    state = {None: "none", False: "held", True: "backup"}[backup]
    on = (member.id, role.key, "wide") if wide else (member.id, role.key)
    return Button(w(f"team-role-{state}", role=role.name), "team.role", on)


def toggle_role(desk: Desk, member: Member, key: str, wide: str = "") -> None:
    must_be_theirs(desk, member)
    role = _playbook_role(desk, key)
    found = held(desk, member, role.key)
    backup = next_hold(found.backup if found else None)
    if found and backup is None:
        if shows := _sits(desk, member, role):
            _ask_first(desk, member, role, shows, wide)
            return
        _drop(desk, found)
    elif found:
        found.backup = bool(backup)
    else:
        desk.add(Qualification(member_id=member.id, role=role.key, backup=False))
    show_roles(desk, member, wide=bool(wide))


def _drop(desk: Desk, found: Qualification) -> None:
    desk.session.delete(found)
    desk.session.flush()


def _sits(desk: Desk, member: Member, role: Role) -> Sequence[Stream]:
    """The shows ahead in which the person has a seat of this role."""
    return desk.session.exec(
        select(Stream)
        .join(Assignment)
        .where(
            Stream.team_id == member.team_id,
            col(Stream.phase).in_(AHEAD),
            Assignment.person_id == member.person_id,
            Assignment.role == role.key,
            Assignment.answer != Answer.DECLINED,
        )
        .order_by(col(Stream.starts_at))
        .distinct()
    ).all()


def _ask_first(desk: Desk, member: Member, role: Role, shows: Sequence[Stream], wide: str) -> None:
    """A seat hangs on the role: what becomes of it is said before it is given up."""
    about = {"role": role.name, "who": desk.person_named(member.person_id)}
    own = desk.person.id == member.person_id
    on: list[int | str] = [member.id, role.key, *([wide] if wide else [])]
    lines = [w("team-sits-line", title=one.title, at=one.starts_at) for one in shows[:SHOWN]]
    if len(shows) > SHOWN:
        lines.append(w("team-sits-more", count=len(shows) - SHOWN))
    desk.show(
        card(member),
        w("team-sits", role=role.name) if own else w("team-sits-other", **about),
        *lines,
        w("team-give-up-then") if own else w("team-give-up-then-other", **about),
        buttons=[
            [Button(w("team-give-up", role=role.name), "team.giveup", on)],
            [Button(w("team-hold"), "team.hold", on)],
        ],
    )


def give_up(desk: Desk, member: Member, key: str, wide: str = "") -> None:
    """[Give it up]: the leads hear whose seats it is about; the person does where it is a lead's doing."""
    must_be_theirs(desk, member)
    role = _playbook_role(desk, key)
    if found := held(desk, member, role.key):
        _drop(desk, found)
        person, team = desk.get(Person, member.person_id), desk.get(Team, member.team_id)
        lines = [line for flow in desk.house.flows for line in flow.gave_up(desk, member, role.key)]
        if person.id != desk.person.id:
            lines.insert(0, w("team-role-taken", by=desk.person, role=role.name, team=team.title))
        if lines:  # the shows that were named may be over by now
            desk.say(desk.private(person, team), *lines, priority=Priority.REPLY)
    show_roles(desk, member, wide=bool(wide))


def hold(desk: Desk, member: Member, key: str, wide: str = "") -> None:
    """[Keep it]: held, whether it was backed up before or not."""
    must_be_theirs(desk, member)
    if found := held(desk, member, _playbook_role(desk, key).key):
        found.backup = False
    show_roles(desk, member, wide=bool(wide))


def more_roles(desk: Desk, member: Member) -> None:
    must_be_theirs(desk, member)
    show_roles(desk, member, wide=True)


def holdings(desk: Desk, member: Member) -> dict[str, bool]:
    """The roles that a member has, and whether as a backup."""
    return {one.role: one.backup for one in roster.roles_of(desk, member)}


def held(desk: Desk, member: Member, role: str) -> Qualification | None:
    return desk.session.exec(
        select(Qualification).where(Qualification.member_id == member.id, Qualification.role == role)
    ).first()


def own_language(desk: Desk, team: Team) -> list[Piece]:
    """Why it is not the team's."""
    own = desk.speaks not in (None, team.language) and desk.person.language == desk.speaks
    return [w("team-language-own")] if own else []


def _playbook_role(desk: Desk, key: str) -> Role:
    role = desk.house.playbook_of(desk.team).role(key)
    if role is None:
        desk.refuse(w("inbox-gone"))
    return role


def must_be_theirs(desk: Desk, member: Member) -> None:
    if desk.person.id != member.person_id and not desk.is_lead:
        desk.refuse(w("talk-not-yours", who=desk.person_named(member.person_id)))


def card(member: Member) -> str:
    return f"team:roles:{member.id}"
