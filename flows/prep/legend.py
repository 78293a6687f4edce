"""What the marks on a list mean, told under it: those alone that stand there."""

from collections.abc import Sequence

from bot.flow import Button
from bot.words import Joined, Piece, Words, w

MEANT = {
    "prep-open-open": w("prep-mark-open"),
    "prep-line-critical": w("prep-mark-critical"),
    "prep-tick-proof": w("prep-mark-proof"),
}
"""By the word that brings the mark."""


def under(lines: Sequence[Piece], buttons: Sequence[Sequence[Button]]) -> list[Piece]:
    """The lines, and what their marks and those on the buttons mean."""
    said = [*lines, *(button.label for row in buttons for button in row)]
    keys = {piece.key for piece in said if isinstance(piece, Words)}
    marks = [meaning for key, meaning in MEANT.items() if key in keys]
    return [*lines, w("prep-legend", marks=Joined(marks, "dot"))] if marks else [*lines]
