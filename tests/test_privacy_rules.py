"""Whom a person wants forgotten, case by case."""

import pytest

from flows.privacy.rules import means_oneself

WORDS = frozenset({"me", "我"})


@pytest.mark.parametrize("said", ["me", " Me ", "我"])
def test_me_is_oneself(said: str) -> None:
    assert means_oneself(said, WORDS)


@pytest.mark.parametrize("said", ["", "Mei", "me and Mei", "@mei"])
def test_nobody_else_can_be_forgotten(said: str) -> None:
    assert not means_oneself(said, WORDS)
