"""What the marks on a list mean, told under it: those alone that stand there."""

from collections.abc import Sequence

from bot.flow import Button
from bot.words import Joined, Piece, Words, w
from flows.prep.tables import Item, State

GATED = "prep-line-critical"
MEANT = {
    "prep-open-open": w("prep-mark-open"),
    GATED: w("prep-mark-critical"),
    "prep-tick-proof": w("prep-mark-proof"),
}
"""By the word that brings the mark."""


def titled(item: Item) -> Piece:
    """Its title on a list, with the mark of its card while it is open; what is stuck, whatever it is, has another."""
    marked = item.critical and item.state is State.OPEN
    return w("prep-list-critical", title=item.title) if marked else item.title


def under(lines: Sequence[Piece], buttons: Sequence[Sequence[Button]], *, ahead: bool = True) -> list[Piece]:
    """The lines, and what their marks and those on the buttons mean; what the gate does is past once the show begins."""
    said = [*lines, *(button.label for row in buttons for button in row)]
    keys = {piece.key for piece in said if isinstance(piece, Words)}
    marks = [meaning for key, meaning in MEANT.items() if key in keys and (ahead or key != GATED)]
    return [*lines, w("prep-legend", marks=Joined(marks, "dot"))] if marks else [*lines]
