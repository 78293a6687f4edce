"""Joining: the roles a person holds or backs up, picked in private."""

from collections.abc import Mapping, Sequence

from sqlmodel import col, select

from bot import door, roster
from bot.crew import LogEntry, Member, Qualification, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.words import Joined, Piece, w
from flows.team import comings, picking
from flows.team.cards import named, roles_line, starts
from flows.team.coming_in import come_in
from flows.team.rules import split_roles

ANNOUNCED = "team-log-joined"
"""The line of the log that the group was told who came."""


def join(desk: Desk, text: str) -> None:
    """/join: the roles are picked in private; `/join anchor, co-host backup` picks them at once. Either way the group
    reads one message of a newcomer: who is in, or until then the door. What changes later is the person's alone."""
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
    playbook, before = desk.house.playbook_of(team), picking.holdings(desk, member)
    for said, backup in split_roles(text, desk.house.synonyms("team-says-backup")):
        role = playbook.role(said)
        if role is None:
            desk.refuse(w("team-role-unknown", said=said, roles=Joined([one.name for one in playbook.roles])))
        _hold(desk, member, role.key, backup)
    picking.show_roles(desk, member, wide=False)
    if before or _is_announced(desk, member):
        _say_changed(desk, team, member, before)
        return
    _note_announced(desk, member)
    if desk.person.reachable:
        desk.reply(_joined(desk, member))
    else:
        card = _door_card(member, True)
        desk.reply(_joined(desk, member), w("team-join-open-only"), buttons=[[_door(team)]], card=card)


def _say_changed(desk: Desk, team: Team, member: Member, before: Mapping[str, bool]) -> None:
    """To them alone; where their private chat is closed it can only be said in the group, with the door."""
    changed = {role: backup for role, backup in picking.holdings(desk, member).items() if before.get(role) != backup}
    told = w("team-join-changed", who=desk.person, roles=named(desk, team, changed))
    if not changed:
        told = w("team-join-same", who=desk.person, roles=roles_line(desk, member))
    if desk.person.reachable:
        desk.say(desk.private(desk.person, team), told, priority=Priority.REPLY)
    else:
        desk.reply(told, w("team-join-open-only"), buttons=[[_door(team)]])


def _is_announced(desk: Desk, member: Member) -> bool:
    """Whether the group has heard of them, since they came last."""
    heard = select(LogEntry).where(
        LogEntry.team_id == member.team_id,
        LogEntry.person_id == member.person_id,
        col(LogEntry.key).in_((ANNOUNCED, comings.LEFT)),
    )
    last = desk.session.exec(heard.order_by(col(LogEntry.id).desc())).first()
    return last is not None and last.key == ANNOUNCED


def _note_announced(desk: Desk, member: Member) -> None:
    desk.log(ANNOUNCED, team_id=member.team_id)


def _hold(desk: Desk, member: Member, role: str, backup: bool) -> None:
    held = picking.held(desk, member, role)
    if held:
        held.backup = backup
    else:
        desk.add(Qualification(member_id=member.id, role=role, backup=backup))


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
    door.point(desk)


def started(desk: Desk) -> None:
    """The private chat works now: whoever came to pick roles, or has none yet, is offered them."""
    if not (desk.member and desk.team):
        return
    if _doors(desk, desk.member, False) or not roster.roles_of(desk, desk.member):
        _offer_roles(desk, desk.team)
    elif _close_doors(desk, desk.member):
        _tell_language(desk, desk.team)


def finish(desk: Desk, member: Member) -> None:
    """Done: the card says what was picked, and the group reads who is in."""
    picking.must_be_theirs(desk, member)
    held = roster.roles_of(desk, member)
    if not held:
        desk.refuse(w("team-join-nothing"))
    team = desk.get(Team, member.team_id)
    own = desk.person.id == member.person_id
    done = w("team-join-done" if own else "team-join-done-for", who=desk.person_named(member.person_id))
    desk.show(picking.card(member), done, roles_line(desk, member), buttons=starts(desk, team) if own else [])
    if not own:
        changed = w("team-roles-set", by=desk.person, who=desk.person_named(member.person_id))
        desk.say(desk.group(team), changed, roles_line(desk, member))
        return
    if not _close_doors(desk, member) and not _is_announced(desk, member):
        desk.say(desk.group(team), _joined(desk, member))
    _note_announced(desk, member)


def _speak_as_telegram(desk: Desk, team: Team) -> bool:
    """Who never chose a language is written to in that of their Telegram, where it is one of ours; whether it differs
    from the team's, which all others follow."""
    if desk.person.language or desk.speaks in (None, team.language):
        return False
    desk.person.language = desk.speaks
    return True


def _tell_language(desk: Desk, team: Team) -> None:
    """To whoever has picked roles already: others read it where the roles are offered first."""
    if lines := picking.own_language(desk, team):
        desk.say(desk.private(desk.person, team), *lines, priority=Priority.REPLY)


def _offer_roles(desk: Desk, team: Team) -> None:
    assert desk.member is not None
    picking.offer_roles(desk, desk.member, desk.private(desk.person, team))
