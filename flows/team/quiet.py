"""Quiet hours: when the team is left in peace, unless it is about a show at hand; its leads set them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import roster, zones
from bot.crew import NEVER, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, Words, w
from flows.team import rules

OFFERED = ("22:00-08:00", "23:00-08:00", "00:00-09:00")


def quiet(desk: Desk, text: str) -> None:
    """/quiet with hours, or `never`: kept. Alone: what holds, and for leads what it could be."""
    assert desk.team is not None
    said = text.strip().lower()
    if not said:
        _show(desk, desk.team)
        return
    _must_lead(desk)
    if said in desk.house.synonyms("team-says-never"):
        _keep(desk, desk.team, NEVER)
        return
    span = desk.understood.span if desk.understood and desk.understood.exact else None
    hours = rules.quiet_hours(*_as_typed(desk, span)) if span else None
    if hours is None:
        desk.refuse(w("team-quiet-unclear"))
    _keep(desk, desk.team, hours)


def choose(desk: Desk, team: Team, number: str = "") -> None:
    """One of the buttons, by its place; without a place it is [Quiet hours] of the Manage card, which shows them."""
    if not number:
        _show(desk, team)
        return
    values = [*OFFERED, NEVER, ""]
    if not number.isdecimal() or int(number) >= len(values):
        desk.refuse(w("inbox-gone"))
    _keep(desk, team, values[int(number)])


def line(desk: Desk, team: Team) -> Words:
    """What holds now."""
    hours = desk.house.quiet_of(team)
    return w("team-quiet-now", hours=_span(hours)) if hours else w("team-quiet-none")


def _show(desk: Desk, team: Team) -> None:
    how = [w("team-quiet-how"), w("team-quiet-change")] if desk.is_lead else [w("team-quiet-how")]
    lines: list[Piece] = [line(desk, team), *how]
    desk.reply(*lines, buttons=_buttons(team) if desk.is_lead else [])


def _buttons(team: Team) -> list[list[Button]]:
    hours = [Button(each.replace("-", "–"), "team.quiet", (team.id, place)) for place, each in enumerate(OFFERED)]
    never = Button(w("team-quiet-button-never"), "team.quiet", (team.id, len(OFFERED)))
    default = Button(w("team-quiet-button-default"), "team.quiet", (team.id, len(OFFERED) + 1))
    return [hours, [never, default]]


def _keep(desk: Desk, team: Team, value: str) -> None:
    """The team reads it, since it is about everybody's nights; a second press of the same says nothing."""
    if team.quiet == value:
        desk.toast(line(desk, team))
        return
    team.quiet = value
    desk.log("team-log-quiet", team_id=team.id, now=line(desk, team))
    told = w("team-quiet-kept", who=desk.person, now=line(desk, team))
    desk.say(desk.group(team), told, priority=Priority.REPLY)
    if not desk.in_group:
        desk.reply(line(desk, team))


def _must_lead(desk: Desk) -> None:
    if not desk.is_lead:
        desk.refuse(roster.leads_only(desk))


def _as_typed(desk: Desk, span: tuple[datetime, datetime]) -> tuple[time, timedelta]:
    """The hours themselves: they are meant by the team's clock, whoever sets them, and shown so to everybody."""
    return span[0].astimezone(ZoneInfo(zones.typed_in(desk))).time(), span[1] - span[0]


def _span(hours: tuple[time, time]) -> str:
    return f"{hours[0]:%H:%M}–{hours[1]:%H:%M}"
