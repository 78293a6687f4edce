"""The card of whoever put an item on the list by hand."""

from __future__ import annotations

from bot.flow import Button
from bot.words import w
from flows.prep.tables import UNSETTLED, Item


def name(item: Item) -> str:
    return f"prep-added:{item.id}"


def buttons(item: Item) -> list[list[Button]]:
    back, give = Button(w("prep-take-back"), "prep.unadd", (item.id,)), Button(w("prep-give"), "prep.give", (item.id,))
    return [[back, give]] if item.state in UNSETTLED else []
