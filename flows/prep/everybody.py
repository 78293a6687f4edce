"""Everybody's list of one stream: grouped by how items stand; in private each can be opened, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.crew import AHEAD, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import legend, lists, rules
from flows.prep.owners import Owners
from flows.prep.rules import Dated, Standing
from flows.prep.tables import UNSETTLED

LINES = 15
"""Lines of one group."""
PAGE = 8


def sheet(desk: Desk, stream: Stream, page: int, private: bool) -> tuple[list[Piece], list[list[Button]]]:
    """The list, and the buttons of a page of it."""
    items, holders = lists.dated(desk, stream), Owners(desk, stream)
    figures = rules.count(items)
    head = w("prep-sheet", stream=stream.title, at=stream.starts_at, done=figures.done, total=figures.total)
    carried = [each for each in items if each.item.first and each.item.state in UNSETTLED]
    lines: list[Piece] = [head, *_group(w("prep-sheet-first", count=len(carried)), carried, holders)]
    for standing in (Standing.OVERDUE, Standing.BLOCKED, Standing.LISTED, Standing.OPEN, Standing.SKIPPED):
        here = [each for each in items if each.standing is standing and each not in carried]
        lines += _group(w(f"prep-sheet-{standing}", count=len(here)), here, holders)
    buttons = _openers(stream, items, page) if private else []
    return legend.under([*lines, *_finished(items)], buttons), buttons


def _finished(items: Sequence[Dated]) -> list[Piece]:
    done = [each.item.title for each in items if each.standing is Standing.DONE]
    return [w("prep-sheet-done", titles=Joined(done[:LINES], "dot"), more=max(len(done) - LINES, 0))] if done else []


def _group(heading: Piece, items: Sequence[Dated], holders: Owners) -> list[Piece]:
    """Items that stand alike, under their heading; nothing where there are none."""
    if not items:
        return []
    lines: list[Piece] = [heading]
    for each in items[:LINES]:
        once = rules.waits_for_second(each.item)
        word = "prep-line-checked" if once else "prep-line-critical" if each.item.critical else "prep-line"
        lines.append(w(word, title=each.item.title, who=holders(each.item), due=each.due))
    return lines if len(items) <= LINES else [*lines, w("prep-line-more", count=len(items) - LINES)]


def _openers(stream: Stream, items: Sequence[Dated], page: int) -> list[list[Button]]:
    pages = max((len(items) - 1) // PAGE + 1, 1)
    here = items[page % pages * PAGE :][:PAGE]
    rows = [
        [Button(w(f"prep-open-{each.shown}", title=each.item.title), "prep.card", (each.item.id,))] for each in here
    ]
    add = [Button(w("prep-add"), "prep.add", (stream.id,))] if stream.phase in AHEAD else []
    return [*rows, [*lists.turns(page % pages, pages, "prep.sheet", (stream.id,)), *add]]
