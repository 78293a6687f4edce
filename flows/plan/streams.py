"""/streams: what is coming, and the card of each show."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.crew import AHEAD, UNDER_WAY, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.replies import Unclear
from bot.words import Piece, Words, w
from flows.plan import ask_cards, cards, moving, shared

PAGE = 8


def streams(desk: Desk, _text: str) -> None:
    """/streams"""
    assert desk.team is not None
    lines, buttons = _page(desk, desk.team, 0)
    desk.reply(*lines, buttons=buttons, card=_list_card(desk, desk.team))


def page(desk: Desk, team: Team, number: str) -> None:
    """[Earlier] / [Later]: the page turns in place."""
    lines, buttons = _page(desk, team, int(number) if number.isdigit() else 0)
    desk.show(_list_card(desk, team), *lines, buttons=buttons)


def card(desk: Desk, stream: Stream) -> None:
    """One show: time, phase, crew; leads change it from here, others find what they answered below it."""
    lines, buttons = shared.lead_lines(desk, stream), shared.lead_buttons(desk, stream)
    if desk.is_lead or desk.in_group:
        desk.say(desk.here, *lines, buttons=buttons, card=shared.lead_card(stream), priority=Priority.REPLY)
        return
    desk.say(desk.here, *lines, card=shared.seen_card(stream), priority=Priority.REPLY)
    if ask_cards.buttons(desk, stream, desk.person):
        ask_cards.ask(desk, stream, desk.person)


def move(desk: Desk, text: str) -> None:
    """/move, also with the new start: the only show that is coming, or which one."""
    assert desk.team is not None
    found = [stream for stream in coming(desk, desk.team) if stream.phase in AHEAD]
    known, problem = _starts(desk, found[:PAGE], text)
    if problem and not known:
        desk.refuse(problem)
    if len(found) == 1:
        moving.move(desk, found[0], *known[0][1])
        return
    buttons = [[Button(_label(one), "plan.move", (one.id, *to))] for one, to in known]
    desk.reply(w("plan-which-move") if found else w("plan-none"), buttons=buttons)


def _starts(
    desk: Desk, shows: Sequence[Stream], text: str
) -> tuple[list[tuple[Stream, tuple[str, ...]]], Words | None]:
    """What was typed means another start for each: of those that can move there, which; and why another can't."""
    found, problem = list[tuple[Stream, tuple[str, ...]]](), None
    for one in shows:
        try:
            found.append((one, moving.typed(desk, one) if text.strip() else ()))
        except Unclear as unclear:
            problem = unclear.words
    return found, problem


def coming(desk: Desk, team: Team) -> list[Stream]:
    """What is planned or under way, the soonest first."""
    return list(
        desk.session.exec(
            select(Stream)
            .where(Stream.team_id == team.id, col(Stream.phase).in_({*AHEAD, *UNDER_WAY}))
            .order_by(col(Stream.starts_at), col(Stream.id))
        )
    )


def _page(desk: Desk, team: Team, number: int) -> tuple[list[Piece], cards.Rows]:
    found = coming(desk, team)
    last = max(0, (len(found) - 1) // PAGE)
    number = min(number, last)
    shown = found[number * PAGE : (number + 1) * PAGE]
    rows = [[Button(_label(stream), "plan.card", (stream.id,))] for stream in shown]
    turns = [Button(w("plan-earlier"), "plan.page", (team.id, number - 1))] if number else []
    if number < last:
        turns.append(Button(w("plan-later-ones"), "plan.page", (team.id, number + 1)))
    new = [[Button(w("plan-new-button"), "plan.new", (team.id,))]] if desk.is_lead else []
    head: list[Piece] = [w("plan-coming", streams=len(found)) if found else w("plan-none")]
    if last:
        head.append(w("plan-page", page=number + 1, pages=last + 1))
    return [*head, *(_line(desk, stream) for stream in shown)], [*rows, turns, *new]


def _list_card(desk: Desk, team: Team) -> str:
    """One list per chat: in the group all turn the same."""
    return f"plan:list:{team.id}:{desk.here.chat_id}"


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
