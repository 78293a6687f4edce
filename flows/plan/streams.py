"""/streams: what is coming, and the card of each show."""

from sqlmodel import col, select

from bot.crew import AHEAD, UNDER_WAY, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, w
from flows.plan import cards, moving

PAGE = 8


def streams(desk: Desk, _text: str) -> None:
    """/streams"""
    assert desk.team is not None
    _list(desk, desk.team, 0)


def page(desk: Desk, team: Team, number: str) -> None:
    """[More]"""
    _list(desk, team, int(number) if number.isdigit() else 0)


def card(desk: Desk, stream: Stream) -> None:
    """One show: time, phase, crew; leads change it from here."""
    lines, buttons = cards.lead_lines(desk, stream), cards.lead_buttons(desk, stream)
    if desk.is_lead or desk.in_group:
        desk.say(desk.here, *lines, buttons=buttons, card=cards.lead_card(stream), priority=Priority.REPLY)
        return
    mine = cards.ask_buttons(desk, stream, desk.person)
    desk.say(desk.here, *lines, buttons=mine, priority=Priority.REPLY)


def move(desk: Desk, _text: str) -> None:
    """/move: the only show that is coming, or which one."""
    assert desk.team is not None
    found = [stream for stream in coming(desk, desk.team) if stream.phase in AHEAD]
    if len(found) == 1:
        moving.move(desk, found[0])
        return
    buttons = [[Button(_label(stream), "plan.move", (stream.id,))] for stream in found[:PAGE]]
    desk.reply(w("plan-which-move") if found else w("plan-none"), buttons=buttons)


def coming(desk: Desk, team: Team) -> list[Stream]:
    """What is planned or under way, the soonest first."""
    return list(
        desk.session.exec(
            select(Stream)
            .where(Stream.team_id == team.id, col(Stream.phase).in_({*AHEAD, *UNDER_WAY}))
            .order_by(col(Stream.starts_at), col(Stream.id))
        )
    )


def _list(desk: Desk, team: Team, number: int) -> None:
    found = coming(desk, team)
    shown = found[number * PAGE : (number + 1) * PAGE]
    rows = [[Button(_label(stream), "plan.card", (stream.id,))] for stream in shown]
    if len(found) > (number + 1) * PAGE:
        rows.append([Button(w("plan-more"), "plan.page", (team.id, number + 1))])
    if desk.is_lead:
        rows.append([Button(w("plan-new-button"), "plan.new", (team.id,))])
    lines: list[Piece] = [w("plan-coming", streams=len(found)) if found else w("plan-none")]
    desk.reply(*lines, *(_line(desk, stream) for stream in shown), buttons=rows)


def _line(desk: Desk, stream: Stream) -> Piece:
    return w(
        "plan-coming-line",
        at=stream.starts_at,
        title=stream.title,
        phase=w(f"phase-{stream.phase}"),
        crew=cards.tally(desk, stream),
    )


def _label(stream: Stream) -> Piece:
    return w("plan-coming-button", at=stream.starts_at, title=stream.title)
