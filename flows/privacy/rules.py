"""Whom a person wants forgotten, case by case."""

from collections.abc import Collection


def means_oneself(said: str, words: Collection[str]) -> bool:
    """Nobody but oneself can be forgotten: it must be said, so that nobody does it by mistake."""
    return said.strip().lower() in words
