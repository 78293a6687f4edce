"""The buttons under lists: tick one off, or all at once, say what is in the way, turn the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.crew import AHEAD, Person, Stream
from bot.flow import Button
from bot.words import Piece, w
from flows.prep import begun_rules, rules
from flows.prep.rules import Dated
from flows.prep.tables import UNSETTLED, Item, State

MANY = 3
"""Open items of one list that may be ticked off in one press."""
TICKS = 12
"""Items with a button of their own under one message."""


def under(stream: Stream, person: Person, items: Sequence[Dated], still: Sequence[Dated]) -> list[list[Button]]:
    """For what came as one list, of which something can be done `still` about some, numbered as the list is."""
    return [*_all_at_once(stream, still), *ticks(items, person, among=still), *_in_the_way(stream, still)]


def ticks(
    items: Sequence[Dated], person: Person, first: int = 1, among: Collection[Dated] | None = None
) -> list[list[Button]]:
    """A button per open item that this person may settle, numbered as the list is."""
    return [[_tick(number, item)] for number, item in _numbered(items, person, first, among)[:TICKS]]


def and_later(items: Sequence[Dated], person: Person, among: Collection[Dated]) -> list[Piece]:
    """Under a list that is longer than its buttons: that the others get theirs."""
    return [w("prep-ticks-more", count=TICKS)] if len(_numbered(items, person, 1, among)) > TICKS else []


def _numbered(
    items: Sequence[Dated], person: Person, first: int, among: Collection[Dated] | None
) -> list[tuple[int, Item]]:
    every = [(number, each) for number, each in enumerate(items, first) if among is None or each in among]
    return [(number, each.item) for number, each in every if _may_settle(each.item, person)]


def _may_settle(item: Item, person: Person) -> bool:
    return item.state in UNSETTLED and rules.may_be_second(item, person.id)


def _tick(number: int, item: Item) -> Button:
    """What a press is followed by shows beforehand: a tick, or the question for what proves it."""
    word = "prep-tick" if item.proof == "none" else "prep-tick-proof"
    return Button(w(word, number=number, title=item.title), "prep.done", (item.id,))


def turns(page: int, pages: int, act: str, on: Sequence[int]) -> list[Button]:
    """To the next page (counted on, so that it is never 0: that says a list anew); back too, where there are more than two."""
    onward = Button(w("prep-page", page=page + 1, pages=pages), act, (*on, page + 1))
    back = Button(w("prep-page-back"), act, (*on, page + pages - 1))
    return [onward] if pages == 2 else [back, onward] if pages > 2 else []


def _all_at_once(stream: Stream, items: Sequence[Dated]) -> list[list[Button]]:
    """One press for a long list, where it would settle anything."""
    still = [each.item for each in items if each.item.state in UNSETTLED]
    useful = len(still) >= MANY and any(rules.takes_a_tick(item) for item in still)
    return [[Button(w("prep-all"), "prep.all", (stream.id,))]] if useful else []


def _in_the_way(stream: Stream, items: Sequence[Dated]) -> list[list[Button]]:
    """Where something that is asked for can't be done: the press asks which one."""
    asked = [each.item for each in items if begun_rules.still_matters(each.item, ahead=stream.phase in AHEAD)]
    still_open = any(item.state is State.OPEN for item in asked)
    return [[Button(w("prep-in-the-way"), "prep.stuck", (stream.id,))]] if still_open else []
