"""My items: across my teams or of one of them, overdue first, in pages; every copy follows what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import col, select

from bot.crew import Person, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import Piece, w
from flows.prep import begun_rules, legend, let_pass, lists, rules, ticking
from flows.prep.rules import Dated

EVERYWHERE = 0
"""The scope of a list across all of one's teams; else it is the team's."""


def anew(desk: Desk, person: Person, teams: Sequence[Team], scope: int) -> tuple[list[Piece], list[list[Button]], str]:
    """The first page, to be said under this card: older copies say so, and lose their buttons."""
    anew = [w("prep-todo-anew", who=person)]
    lists.retire(desk, {message.card: anew for message in _copies(desk, person, scope) if message.card})
    return *_page(desk, person, teams, scope, 0), _card(person, scope, 0)


def turn(desk: Desk, team: Team, person_id: str = "", scope: str = "", page: str = "", *_: str) -> None:
    """Another page, in place."""
    if person_id != str(desk.person.id):
        desk.refuse(w("talk-not-yours", who=desk.person_named(int(person_id) if person_id.isdecimal() else None)))
    where, number = (int(one) if one.isdecimal() else 0 for one in (scope, page))
    teams = [team] if where else lists.teams_of(desk, desk.person)
    card = _card(desk.person, where, number)
    for message in _copies(desk, desk.person, where):
        message.card = card
    desk.session.flush()
    lines, buttons = _page(desk, desk.person, teams, where, number)
    desk.show(card, *lines, buttons=buttons)


def refresh(desk: Desk, people: Iterable[Person], team: Team) -> None:
    """Whatever page of it hangs somewhere says what is true now."""
    for person in people:
        for card in sorted({message.card for message in _copies(desk, person) if message.card}):
            scope, page = map(int, card.split(":")[2:])
            if scope in (EVERYWHERE, team.id):
                teams = [team] if scope else lists.teams_of(desk, person)
                lines, buttons = _page(desk, person, teams, scope, page)
                desk.show(card, *lines, buttons=buttons)


def _card(person: Person, scope: int, page: int) -> str:
    return f"prep-todo:{person.id}:{scope}:{page}"


def _copies(desk: Desk, person: Person, scope: int | None = None) -> Sequence[Message]:
    """Everything that shows the list, whichever page: by how its card begins, which the index knows."""
    start = f"prep-todo:{person.id}" if scope is None else f"prep-todo:{person.id}:{scope}"
    between = (col(Message.card) >= f"{start}:", col(Message.card) < f"{start};")
    return desk.session.exec(select(Message).where(*between)).all()


def _page(
    desk: Desk, person: Person, teams: Iterable[Team], scope: int, page: int
) -> tuple[list[Piece], list[list[Button]]]:
    """As many items as have a button each; the last page where there are fewer by now."""
    known = list(teams)
    streams = {stream.id: stream for team in known for stream in lists.streams_of(desk, team)}
    others = [one for stream in streams.values() for one in lists.shared(desk, stream, person)]
    with_whom = {each.item.id: holder for each, holder in others}
    own = rules.in_order(each for stream in streams.values() for each in lists.owned(desk, stream, person))
    every = [*own, *rules.in_order(each for each, _ in others)]
    if not every:
        return [w("prep-todo-none", who=person)], []
    pages = (len(every) - 1) // ticking.TICKS + 1
    page %= pages
    first = page * ticking.TICKS
    here = every[first : first + ticking.TICKS]
    lines: list[Piece] = [w("prep-todo", who=person, count=len(every))]
    for number, each in enumerate(here, first + 1):
        lines.append(_line(desk, streams[each.item.stream_id], each, number, with_whom.get(each.item.id)))
    ready = [each for each in here if begun_rules.can_be_done(each.item, streams[each.item.stream_id].phase)]
    ticks = ticking.ticks(here, person, first + 1, ready)
    buttons = [*ticks, ticking.turns(page, pages, "prep.turn", (known[0].id, person.id, scope))]
    return legend.under(lines, buttons), buttons


def _line(desk: Desk, stream: Stream, each: Dated, number: int, holder: Person | None) -> Piece:
    """`holder`: who has it, where it is shared."""
    about = {"number": number, "title": legend.titled(each.item), "stream": stream.title, "due": each.due}
    if holder:
        return w("prep-todo-shared", who=holder, **about)
    if begun_rules.was_let_pass(each.item, stream.phase):
        return w("prep-todo-passed", **{**about, "title": each.item.title}, by=let_pass.by(desk, stream))
    return w(f"prep-todo-{each.shown}", **about)
