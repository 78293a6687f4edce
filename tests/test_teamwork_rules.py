"""Teamwork's decisions: medians and shares, the part of a show a call belongs to, who is meant by a name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.teamwork import rules
from flows.teamwork.rules import Answered, Asked, Part, Scope

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


def test_the_first_ping_and_the_overdue_ones_of_a_matter_answered_by_one_press_are_one_answer() -> None:
    def asked(subject: int, *minutes: int) -> Asked:
        return Asked(
            1, ("prep", subject), tuple((EIGHT + minute * MINUTE, 7) for minute in minutes), EIGHT + 9 * MINUTE
        )

    again = replace(asked(1, 20), answered_at=EIGHT + 30 * MINUTE)
    found = rules.together([asked(1, 3, 4), asked(1, 0), asked(2, 1), again])
    assert [[(at - EIGHT) // MINUTE for at, _ in one.asked] for one in found] == [[0, 3, 4], [1], [20]]


def test_a_share_is_of_what_there_was_and_of_nothing_there_is_none() -> None:
    found = rules.share([True, True, False])
    assert found and (found.well, found.total, found.percent) == (2, 3, 67)
    assert rules.share([]) is None


def test_nobodys_counts_for_the_team_and_for_no_person() -> None:
    assert Scope(frozenset({1})).holds(1, None) and Scope(frozenset({1}), 7).holds(1, 7)
    assert not Scope(frozenset({1}), 7).holds(1, None) and not Scope(frozenset({1})).holds(2, 7)


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
