"""Everybody's list of one stream: grouped by how items stand; in private each can be opened, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.crew import AHEAD, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import begun_rules, legend, lists, rules, ticking
from flows.prep.owners import Owners
from flows.prep.rules import Dated, Standing
from flows.prep.tables import UNSETTLED

LINES = 15
"""Lines of one group."""
PAGE = 8


def sheet(desk: Desk, stream: Stream, page: int, private: bool) -> tuple[list[Piece], list[list[Button]]]:
    """The list, and the buttons of a page of it; once the show has begun, what was left before it is a figure."""
    items, holders = lists.dated(desk, stream), Owners(desk, stream)
    ahead = stream.phase in AHEAD
    figures = rules.count(rules.meanwhile(items, ahead=ahead))
    word = "prep-sheet-ahead" if ahead else "prep-sheet"
    head = w(word, stream=stream.title, at=stream.starts_at, done=figures.done, total=figures.total)
    left = _left(stream, items)
    items = [each for each in items if each not in left]
    carried = [each for each in items if each.item.first and each.item.state in UNSETTLED]
    lines: list[Piece] = [head, *_group(w("prep-sheet-first", count=len(carried)), carried, holders)]
    for standing in (Standing.OVERDUE, Standing.BLOCKED, Standing.LISTED, Standing.OPEN, Standing.SKIPPED):
        here = [each for each in items if each.standing is standing and each not in carried]
        lines += _group(w(f"prep-sheet-{standing}", count=len(here)), here, holders)
    lines += [*_finished(items), *([w("prep-sheet-left", count=len(left))] if left else [])]
    add = [Button(w("prep-add"), "prep.add", (stream.id,))] if stream.phase in AHEAD else []
    buttons = _openers(stream, items, page, "prep.sheet", add) if private else []
    more = [[Button(w("prep-see-left"), "prep.left", (stream.id,))]] if left else []
    return legend.under(lines, buttons, ahead=stream.phase in AHEAD), [*buttons, *more]


def left(desk: Desk, stream: Stream, page: int) -> tuple[list[Piece], list[list[Button]]]:
    """What was to be done before the show and was never ticked off, page by page."""
    items = _left(stream, lists.dated(desk, stream))
    head = w("prep-left-before", stream=stream.title, at=stream.starts_at, count=len(items))
    buttons = _openers(stream, items, page, "prep.left", [])
    return [head, *_lines(items, Owners(desk, stream))], buttons


def _left(stream: Stream, items: Sequence[Dated]) -> list[Dated]:
    return [each for each in items if begun_rules.was_left(each.item, ahead=stream.phase in AHEAD)]


def _finished(items: Sequence[Dated]) -> list[Piece]:
    done = [each.item.title for each in items if each.standing is Standing.DONE]
    return [w("prep-sheet-done", titles=Joined(done[:LINES], "dot"), more=max(len(done) - LINES, 0))] if done else []


def _group(heading: Piece, items: Sequence[Dated], holders: Owners) -> list[Piece]:
    """Items that stand alike, under their heading; nothing where there are none."""
    return [heading, *_lines(items, holders)] if items else []


def _lines(items: Sequence[Dated], holders: Owners) -> list[Piece]:
    lines: list[Piece] = []
    for each in items[:LINES]:
        once = rules.waits_for_second(each.item)
        word = "prep-line-checked" if once else "prep-line-critical" if each.item.critical else "prep-line"
        due = w("prep-line-due", due=each.said) if each.said else ""
        lines.append(w(word, title=each.item.title, who=holders(each.item), due=due))
    return lines if len(items) <= LINES else [*lines, w("prep-line-more", count=len(items) - LINES)]


def _openers(stream: Stream, items: Sequence[Dated], page: int, act: str, add: Sequence[Button]) -> list[list[Button]]:
    pages = max((len(items) - 1) // PAGE + 1, 1)
    here = items[page % pages * PAGE :][:PAGE]
    rows = [
        [Button(w(f"prep-open-{each.shown}", title=each.item.title), "prep.card", (each.item.id,))] for each in here
    ]
    return [*rows, [*ticking.turns(page % pages, pages, act, (stream.id,)), *add]]
