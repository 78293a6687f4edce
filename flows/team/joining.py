"""Joining: the roles a person holds or backs up, picked in private."""

from collections.abc import Sequence

from sqlmodel import select

from bot import door, roster
from bot.crew import Member, Qualification, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.place import Place, Toast
from bot.playbook import Role
from bot.words import Joined, Piece, w
from flows.team.cards import roles_line, starts
from flows.team.coming_in import come_in
from flows.team.rules import next_hold, split_roles


def join(desk: Desk, text: str) -> None:
    """/join: the roles are picked in private; `/join anchor, co-host backup` picks them at once. Either way the group
    reads one message of it: who is in, or until then the door."""
    assert desk.team is not None
    member = come_in(desk, desk.team)
    if member is None:
        return
    switched = _speak_as_telegram(desk, desk.team)
    if text.strip():
        _join_at_once(desk, desk.team, member, text)
    elif desk.person.reachable:
        _offer_roles(desk, desk.team)
    else:
        desk.reply(w("team-join-open", who=desk.person), buttons=[[_door(desk.team)]], card=_door_card(member, False))
    if switched and desk.person.reachable and roster.roles_of(desk, member):
        _tell_language(desk, desk.team)


def _join_at_once(desk: Desk, team: Team, member: Member, text: str) -> None:
    """Every role named, or none: a name that means nothing is said back."""
    playbook = desk.house.playbook_of(team)
    for named, backup in split_roles(text, desk.house.synonyms("team-says-backup")):
        role = playbook.role(named)
        if role is None:
            desk.refuse(w("team-role-unknown", said=named, roles=Joined([one.name for one in playbook.roles])))
        _hold(desk, member, role.key, backup)
    _show_roles(desk, member, wide=False)
    if desk.person.reachable:
        desk.reply(_joined(desk, member))
    else:
        card = _door_card(member, True)
        desk.reply(_joined(desk, member), w("team-join-open-only"), buttons=[[_door(team)]], card=card)


def _hold(desk: Desk, member: Member, role: str, backup: bool) -> None:
    held = _held(desk, member, role)
    if held:
        held.backup = backup
    else:
        desk.add(Qualification(member_id=member.id, role=role, backup=backup))


def _held(desk: Desk, member: Member, role: str) -> Qualification | None:
    return desk.session.exec(
        select(Qualification).where(Qualification.member_id == member.id, Qualification.role == role)
    ).first()


def _joined(desk: Desk, member: Member) -> Piece:
    return w("team-joined", who=desk.person_named(member.person_id), roles=roles_line(desk, member))


def _door_card(member: Member, picked: bool) -> str:
    """The group's message with the door, for who has `picked` roles already or picks them behind it."""
    return f"team:{'in' if picked else 'door'}:{member.id}"


def _doors(desk: Desk, member: Member, picked: bool) -> Sequence[Message]:
    return desk.session.exec(select(Message).where(Message.card == _door_card(member, picked))).all()


def _close_doors(desk: Desk, member: Member) -> bool:
    """The group's message now says who is in; whether there was one."""
    found = False
    for picked in (True, False):
        desk.show(_door_card(member, picked), _joined(desk, member))
        for door_left in _doors(desk, member, picked):
            door_left.card, found = None, True
    return found


def _door(team: Team) -> Button:
    return Button(w("reach-open"), "door.open", (team.id,))


def press_join(desk: Desk, team: Team) -> None:
    """The button of the group's card: it opens the presser's own private chat where that is still closed."""
    if not team.ready:
        desk.refuse(w("inbox-not-set-up"))
    if come_in(desk, team) is None:
        return
    _speak_as_telegram(desk, team)
    if desk.person.reachable:
        _offer_roles(desk, team)
        desk.toast(w("team-join-look"))
    else:
        desk.answered = Toast(url=door.link(desk, team))


def started(desk: Desk) -> None:
    """The private chat works now: whoever came to pick roles, or has none yet, is offered them."""
    if not (desk.member and desk.team):
        return
    if _doors(desk, desk.member, False) or not roster.roles_of(desk, desk.member):
        _offer_roles(desk, desk.team)
    elif _close_doors(desk, desk.member):
        _tell_language(desk, desk.team)


def toggle_role(desk: Desk, member: Member, key: str, wide: str = "") -> None:
    _own(desk, member)
    role = _playbook_role(desk, key)
    held = _held(desk, member, role.key)
    backup = next_hold(held.backup if held else None)
    if held and backup is None:
        desk.session.delete(held)
        desk.session.flush()
    elif held:
        held.backup = bool(backup)
    else:
        desk.add(Qualification(member_id=member.id, role=role.key, backup=False))
    _show_roles(desk, member, wide=bool(wide))


def more_roles(desk: Desk, member: Member) -> None:
    _own(desk, member)
    _show_roles(desk, member, wide=True)


def finish(desk: Desk, member: Member) -> None:
    """Done: the card says what was picked, and the group reads who is in."""
    _own(desk, member)
    held = roster.roles_of(desk, member)
    if not held:
        desk.refuse(w("team-join-nothing"))
    team = desk.get(Team, member.team_id)
    own = desk.person.id == member.person_id
    done = w("team-join-done" if own else "team-join-done-for", who=desk.person_named(member.person_id))
    desk.show(_card(member), done, roles_line(desk, member), buttons=starts(desk, team) if own else [])
    if not own:
        changed = w("team-roles-set", by=desk.person, who=desk.person_named(member.person_id))
        desk.say(desk.group(team), changed, roles_line(desk, member))
    elif not _close_doors(desk, member):
        desk.say(desk.group(team), _joined(desk, member))


def _speak_as_telegram(desk: Desk, team: Team) -> bool:
    """Who never chose a language is written to in that of their Telegram, where it is one of ours; whether it differs
    from the team's, which all others follow."""
    if desk.person.language or desk.speaks in (None, team.language):
        return False
    desk.person.language = desk.speaks
    return True


def _own_language(desk: Desk, team: Team) -> list[Piece]:
    """Why it is not the team's."""
    own = desk.speaks not in (None, team.language) and desk.person.language == desk.speaks
    return [w("team-language-own")] if own else []


def _tell_language(desk: Desk, team: Team) -> None:
    """To whoever has picked roles already: others read it where the roles are offered first."""
    if lines := _own_language(desk, team):
        desk.say(desk.private(desk.person, team), *lines, priority=Priority.REPLY)


def offer_roles(desk: Desk, member: Member, place: Place) -> None:
    """The roles as buttons, for the member or for a lead who puts them right."""
    desk.say(
        place,
        *_summary(desk, member),
        buttons=_role_buttons(desk, member, wide=False),
        card=_card(member),
        priority=Priority.REPLY,
    )


def _offer_roles(desk: Desk, team: Team) -> None:
    assert desk.member is not None
    offer_roles(desk, desk.member, desk.private(desk.person, team))


def _show_roles(desk: Desk, member: Member, *, wide: bool) -> None:
    desk.show(_card(member), *_summary(desk, member), buttons=_role_buttons(desk, member, wide=wide))


def _summary(desk: Desk, member: Member) -> list[Piece]:
    team = desk.get(Team, member.team_id)
    own = desk.who is None or desk.who.id == member.person_id
    whose = w("team-roles-of", who=desk.person_named(member.person_id), team=team.title)
    lines: list[Piece] = [w("team-roles-question", team=team.title) if own else whose]
    if roster.roles_of(desk, member):
        lines.append(w("team-roles-yours", roles=roles_line(desk, member)))
    elif own:
        lines += _own_language(desk, team)
    return lines


def _role_buttons(desk: Desk, member: Member, *, wide: bool) -> list[list[Button]]:
    held = {one.role: one.backup for one in roster.roles_of(desk, member)}
    playbook = desk.house.playbook_of(desk.get(Team, member.team_id))
    shown = [role for role in playbook.roles if wide or role.core or role.key in held]
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


def _playbook_role(desk: Desk, key: str) -> Role:
    role = desk.house.playbook_of(desk.team).role(key)
    if role is None:
        desk.refuse(w("inbox-gone"))
    return role


def _own(desk: Desk, member: Member) -> None:
    if desk.person.id != member.person_id and not desk.is_lead:
        desk.refuse(w("talk-not-yours", who=desk.person_named(member.person_id)))


def _card(member: Member) -> str:
    return f"team:roles:{member.id}"
