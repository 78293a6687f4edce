"""The decisions about actions, case by case."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.action import rules
from flows.action.tables import Action, State

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
"""20:00 in Shanghai."""


def action(**about: object) -> Action:
    return Action(**{"id": 1, "team_id": 1, "stream_id": 1, "what": "One", "state": State.OPEN, **about})


def test_an_action_with_a_day_is_asked_for_in_the_morning_of_that_day() -> None:
    assert rules.first_asked(NOON, "Asia/Shanghai", for_next_show=False) == datetime(2026, 11, 28, 2, 0, tzinfo=UTC)


def test_one_due_before_the_morning_is_asked_for_when_it_is_due() -> None:
    early = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
    assert rules.first_asked(early, "Asia/Shanghai", for_next_show=False) == early


def test_one_for_the_next_show_is_asked_for_the_day_after_since_the_checklist_asks_before() -> None:
    assert rules.first_asked(NOON, "Asia/Shanghai", for_next_show=True) == datetime(2026, 11, 29, 2, 0, tzinfo=UTC)


def test_the_soonest_due_stands_first_and_what_has_no_show_yet_last() -> None:
    ones = [action(id=1), action(id=2, due_at=NOON), action(id=3, due_at=NOON - timedelta(days=1))]
    assert [one.id for one in rules.in_order(ones)] == [3, 2, 1]


@pytest.mark.parametrize(("asked", "gives_up"), [(0, False), (3, False), (4, True)])
def test_an_owner_is_asked_four_times(asked: int, gives_up: bool) -> None:
    assert rules.owner_gives_up(action(asked=asked)) is gives_up


def test_only_an_open_action_with_a_time_is_overdue() -> None:
    assert rules.is_overdue(action(due_at=NOON), NOON)
    assert not rules.is_overdue(action(due_at=NOON), NOON - timedelta(minutes=1))
    assert not rules.is_overdue(action(), NOON)
    assert not rules.is_overdue(action(due_at=NOON, state=State.DONE), NOON)


@pytest.mark.parametrize(
    ("one", "comes_back"),
    [
        (action(stream_id=4), True),
        (action(stream_id=2, stood_on=[3, 5]), True),
        (action(stream_id=2, stood_on=[3]), False),
        (action(stream_id=5), False),
        (action(stream_id=4, state=State.PROPOSED), False),
        (action(stream_id=4, state=State.PASSED), False),
        (action(stream_id=4, state=State.DROPPED), True),
    ],
)
def test_a_review_comes_back_to_the_show_before_and_to_what_stood_on_its_list(one: Action, comes_back: bool) -> None:
    assert rules.from_last_time(one, 5, 4) is comes_back


def test_whoever_was_named_or_said_it_is_offered_first_and_once() -> None:
    assert rules.owners_offered([7], [5, 7, 6], 3) == [7, 5, 6]
    assert rules.owners_offered([], [5, 7, 6], 2) == [5, 7]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Test the spare mic earlier, Tao does it", [1]),
        ("让Tao提前试备用麦", [1]),
        ("@tao_sh: spare mic", [1]),
        ("Taobao links earlier", []),
        ("It will be joy", []),
        ("Tao's script was late", []),
        ("Tao’s script was late", []),
        ("备用网络提前一小时测，阿涛来做", [2]),
        ("凯旋那段往前放", []),
        ("阿涛 and Tao", [1, 2]),
        ("I’ll test it", [4]),
        ("我来做", [4]),
    ],
)
def test_who_does_it_is_read_from_the_names_in_what_was_said(said: str, named: list[int]) -> None:
    called = {1: ["Tao", "tao_sh"], 2: ["阿涛"], 3: ["凯", "Will"], 4: ["Joy", "I'll", "我来"]}
    assert rules.named(said, called) == named


def test_whether_it_was_tried_is_said_once_it_is_decided_or_its_time_has_come() -> None:
    over = [action(state=state) for state in (State.DONE, State.DROPPED, State.PASSED)]
    assert all(rules.is_settled(one, NOON) for one in [*over, action(due_at=NOON)])
    ahead = [action(state=State.PROPOSED), action(), action(due_at=NOON + timedelta(hours=1))]
    assert not any(rules.is_settled(one, NOON) for one in ahead)
