"""Teamwork's decisions: medians and shares, the part of a show a call belongs to, who is meant by a name."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.teamwork import rules
from flows.teamwork.rules import Answered, Part

EIGHT = datetime(2026, 11, 28, 20, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PEOPLE = [(1, "Lin", "lin_leads"), (2, "Li", None), (3, "阿博", None), (4, "Ana Maria", None)]


def call(part: Part, minutes: int, pings: int = 1) -> Answered:
    return Answered(1, part, 1, pings, minutes * MINUTE)


def test_half_of_the_answers_came_within_the_median() -> None:
    found = rules.figures([call(Part.PREP, 1), call(Part.PREP, 3, 2), call(Part.PREP, 60, 3)])
    assert found and (found.answered, found.half, found.pings_each) == (3, 3 * MINUTE, "2.0")


def test_where_nothing_was_answered_there_is_no_figure() -> None:
    assert rules.figures([]) is None and rules.by_part([]) == []


def test_parts_come_in_the_order_of_a_show_and_only_those_with_answers() -> None:
    found = rules.by_part([call(Part.LIVE, 1), call(Part.PREP, 9)])
    assert [part for part, _ in found] == [Part.PREP, Part.LIVE]


@pytest.mark.parametrize(
    ("minutes", "part"),
    [(-60, Part.PREP), (-45, Part.STANDBY), (-1, Part.STANDBY), (0, Part.LIVE), (180, Part.LIVE), (181, Part.REVIEW)],
)
def test_a_call_belongs_to_the_part_in_which_it_came(minutes: int, part: Part) -> None:
    assert rules.part(EIGHT + minutes * MINUTE, EIGHT - 45 * MINUTE, EIGHT, EIGHT + 180 * MINUTE) is part


@pytest.mark.parametrize(
    ("line", "who", "rest"),
    [
        ("Lin for the quick fix", 1, "for the quick fix"),
        ("@lin_leads quick", 1, "quick"),
        ("lin: quick", 1, "quick"),
        ("Li quick", 2, "quick"),
        ("阿博救了网络", 3, "救了网络"),
        ("Ana Maria, patience", 4, "patience"),
        ("Linus did it", None, "Linus did it"),
        ("", None, ""),
        ("Lin", 1, ""),
    ],
)
def test_who_is_meant_is_read_from_the_beginning_of_the_line(line: str, who: int | None, rest: str) -> None:
    assert rules.meant(line, PEOPLE) == (who, rest)
