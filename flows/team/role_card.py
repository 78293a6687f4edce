"""The card of a role: what it takes, and on its second page what it does in a show and what the bot asks it for."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot import roster
from bot.crew import Team
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.playbook import Playbook, Role, Text
from bot.playbook.spans import Offset
from bot.words import Joined, Piece, Words, w
from flows.team import cards

WORK, SHOW = "work", "show"


def show(desk: Desk, text: str) -> None:
    """/role anchor: by key or by name in either language."""
    assert desk.team is not None
    playbook = desk.house.playbook_of(desk.team)
    role = playbook.role(text.strip()) if text.strip() else None
    if role is None:
        desk.reply(w("team-role-which", roles=Joined([one.name for one in playbook.roles])))
        return
    stamp = str(int(desk.now.timestamp()))
    lines, buttons = _page(desk, desk.team, role, WORK, stamp)
    desk.reply(*lines, buttons=buttons, card=_card(desk, role, stamp))


def turn(desk: Desk, team: Team, key: str = "", page: str = "", stamp: str = "", *_: str) -> None:
    """The other page, in place."""
    role = desk.house.playbook_of(team).role(key)
    if role is None:
        desk.toast(w("team-role-gone"))
        return
    lines, buttons = _page(desk, team, role, page, stamp)
    desk.show(_card(desk, role, stamp), *lines, buttons=buttons)


def _card(desk: Desk, role: Role, stamp: str) -> str:
    """Of this message alone: asked for again, a card comes anew."""
    return f"team-role:{desk.here.chat_id}:{role.key}:{stamp}"


def _page(desk: Desk, team: Team, role: Role, page: str, stamp: str) -> View:
    in_a_show = _in_a_show(desk.house.playbook_of(team), role)
    if page == SHOW:
        return in_a_show, [[Button(w("team-role-work-button"), "team.card", (team.id, role.key, WORK, stamp))]]
    turned = Button(w("team-role-show-button"), "team.card", (team.id, role.key, SHOW, stamp))
    return _work(desk, team, role), [[turned]] if len(in_a_show) > 1 else []


def _work(desk: Desk, team: Team, role: Role) -> list[Piece]:
    """What it takes, who holds it, to whom it reports, who can stand in."""
    playbook = desk.house.playbook_of(team)
    lines: list[Piece] = [w("team-role-title", role=role.name, short=role.short)]
    if holders := cards.role_holders(desk, team, role):
        lines.append(holders)
    if above := playbook.role(role.reports_to or ""):
        who = [person.name for person in roster.qualified(desk, team, above.key, backup=False)]
        lines.append(
            w("team-role-reports-who", role=above.name, who=cards.few(who))
            if who
            else w("team-role-reports", role=above.name)
        )
    for heading, texts in (
        ("duties", role.duties),
        ("requirements", role.requirements),
        ("skills", role.skills),
        ("training", role.training),
    ):
        lines += _list(w(f"team-role-{heading}"), texts)
    if stand_in := [known.name for key in role.stand_in if (known := playbook.role(key))]:
        lines.append(w("team-role-stand-in", roles=Joined(stand_in)))
    return lines


def _in_a_show(playbook: Playbook, role: Role) -> list[Piece]:
    """Before, on air, afterwards; then what it is asked for, in order of time, and what in the review."""
    lines: list[Piece] = [w("team-role-show", role=role.name)]
    for heading, texts in (("before", role.before), ("during", role.during), ("after", role.after)):
        lines += _list(w(f"team-role-{heading}"), texts)
    asked = [*(_at(offset, what) for offset, what in _asked(playbook, role)), *_reviewed(playbook, role)]
    return [*lines, *([w("team-role-asked"), *asked] if asked else [])]


def _list(heading: Words, texts: Sequence[Text]) -> list[Piece]:
    return [heading, *(w("team-bullet", text=one) for one in texts)] if texts else []


def _asked(playbook: Playbook, role: Role) -> list[tuple[Offset, Text]]:
    """Its items at the time they are due, and its calls."""
    items = [(item.due, item.title) for item in playbook.items if item.owner == role.key]
    calls = [(cue.at, cue.say) for cue in playbook.cues if cue.to == role.key]
    return sorted([*items, *calls], key=lambda one: (one[0].base == "end", one[0].by))


def _at(offset: Offset, what: Text) -> Words:
    when = "before" if offset.by < timedelta() else "after" if offset.by else "sharp"
    return w(f"team-role-{offset.base}-{when}", span=abs(offset.by), what=what)


def _reviewed(playbook: Playbook, role: Role) -> Iterator[Words]:
    for question in playbook.review.questions:
        if role.key in question.roles:
            yield w("team-role-reviewed", what=question.ask)
