"""Duty's decisions as cases: turns, tallies, promises with a time, hours."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dates import split_moment
from bot.playbook import Hours
from flows.duty import rules
from flows.duty.tables import HandOff, Holding, Passing, Shift

EIGHT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
"""20:00 in Shanghai."""
SHANGHAI = ZoneInfo("Asia/Shanghai")


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def laid_out(length: float, block: float, people: int) -> list[tuple[int, float, float]]:
    sitters = [rules.Sitter(seat, 100 + seat) for seat in range(1, people + 1)]
    turns = rules.lay_out(EIGHT, EIGHT + hours(length), hours(block), sitters)
    return [(turn.seat, (turn.starts_at - EIGHT) / hours(1), (turn.ends_at - EIGHT) / hours(1)) for turn in turns]


@pytest.mark.parametrize(
    ("length", "block", "people", "expected"),
    [
        (3, 2, 0, []),
        (8, 2, 1, [(1, 0, 8)]),
        (3, 2, 2, [(1, 0, 2), (2, 2, 3)]),
        (5, 2, 2, [(1, 0, 2), (2, 2, 4), (1, 4, 5)]),
        (4.25, 2, 2, [(1, 0, 2), (2, 2, 4.25)]),
        (4.5, 2, 2, [(1, 0, 2), (2, 2, 4), (1, 4, 4.5)]),
        (2, 2, 2, [(1, 0, 1), (2, 1, 2)]),
        (0.5, 2, 2, [(1, 0, 0.5)]),
        (24, 8, 3, [(1, 0, 8), (2, 8, 16), (3, 16, 24)]),
    ],
)
def test_people_take_turns_by_the_block(length: float, block: float, people: int, expected: list[object]) -> None:
    assert laid_out(length, block, people) == expected


def test_a_person_in_two_seats_of_a_role_does_not_hand_over_to_themselves() -> None:
    turns = rules.lay_out(EIGHT, EIGHT + hours(4), hours(2), [rules.Sitter(1, 7), rules.Sitter(2, 7)])
    assert [(turn.seat, turn.person_id) for turn in turns] == [(1, 7)]


def shift(number: int, start: float, state: Holding = Holding.PLANNED) -> Shift:
    return Shift(
        id=number,
        stream_id=1,
        role="anchor",
        person_id=number,
        starts_at=EIGHT + hours(start),
        ends_at=EIGHT + hours(start + 2),
        state=state,
    )


@pytest.mark.parametrize(("at", "who"), [(-1, 1), (0, 1), (1.9, 1), (2, 2), (5, 3)])
def test_whoever_has_the_turn_at_go_live_goes_on(at: float, who: int) -> None:
    found = rules.first_on([shift(3, 4), shift(1, 0), shift(2, 2)], EIGHT + hours(at))
    assert found is not None and found.id == who


def test_the_next_turn_is_the_first_that_nobody_has_begun() -> None:
    found = rules.upcoming([shift(3, 4), shift(1, 0, Holding.ON), shift(2, 2, Holding.OFF)])
    assert found is not None and found.id == 3
    assert rules.upcoming([shift(1, 0, Holding.ON)]) is None


def test_a_hand_off_begun_by_hand_is_due_when_a_card_can_be_filled_in_and_never_after_the_plan() -> None:
    soon = timedelta(minutes=15)
    assert rules.early_due(EIGHT + hours(2), EIGHT, soon) == EIGHT + soon
    assert rules.early_due(EIGHT + timedelta(minutes=5), EIGHT, soon) == EIGHT + timedelta(minutes=5)
    assert rules.early_due(EIGHT - hours(1), EIGHT, soon) == EIGHT + soon


def test_a_card_that_comes_late_gets_a_little_time() -> None:
    assert rules.due_of(EIGHT, EIGHT + hours(1), timedelta(minutes=5)) == EIGHT + hours(1) + timedelta(minutes=5)


def handoff(state: Passing, minutes: float | None = None, overdue: bool = False) -> HandOff:
    accepted = None if minutes is None else EIGHT + timedelta(minutes=minutes)
    return HandOff(
        stream_id=1,
        role="anchor",
        from_shift_id=1,
        to_shift_id=2,
        outgoing_id=1,
        incoming_id=2,
        answerer_id=1,
        due_at=EIGHT,
        opened_at=EIGHT,
        state=state,
        accepted_at=accepted,
        overdue=overdue,
    )


def test_hand_offs_are_counted_in_time_late_never_and_taken() -> None:
    tally = rules.tally(
        [
            handoff(Passing.ACCEPTED, -5),
            handoff(Passing.ACCEPTED, 0.9),
            handoff(Passing.ACCEPTED, 12, overdue=True),
            handoff(Passing.DECLINED),
            handoff(Passing.LAPSED, overdue=True),
            handoff(Passing.LAPSED),
            handoff(Passing.TAKEN, 0),
        ]
    )
    assert (tally.in_time, tally.late, tally.never, tally.taken, tally.planned) == (2, 1, 2, 1, 5)


def test_a_hand_off_counts_for_whoever_had_to_accept_or_to_write_the_card_and_no_for_nobody() -> None:
    offered, never_written = handoff(Passing.ACCEPTED, 0), handoff(Passing.LAPSED, overdue=True)
    offered.offered_at = EIGHT
    assert (rules.in_time(offered), rules.whose(offered)) == (True, 2)
    assert (rules.in_time(never_written), rules.whose(never_written)) == (False, 1)
    assert (rules.in_time(handoff(Passing.DECLINED)), rules.whose(handoff(Passing.DECLINED))) == (False, None)
    assert rules.in_time(handoff(Passing.ACCEPTED, 1)) is False
    assert [rules.in_time(handoff(state)) for state in (Passing.TAKEN, Passing.LAPSED, Passing.OFFERED)] == [None] * 3


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("bring back the coupon at 21:30", ["21:30"]),
        ("Bring back the 20-off coupon at 21:30", ["21:30"]),
        ("No. 7 again at 9:45pm; gift draw 22:00", ["21:45", "22:00"]),
        ("21:30 返场，再放 20 元券", ["21:30"]),
        ("5 号链接 9点半返场；10点抽奖", ["21:30", "22:00"]),
        ("半小时后再上7号", ["21:30"]),
        ("coupon 2 in 20 minutes", ["21:20"]),
        ("a gift for 3 people", []),
        ("no. 5 sold out, no. 7: 40 left", []),
        ("nothing", []),
        ("free shipping from 2026-12-24 20:00", []),
    ],
)
def test_a_promise_with_a_time_is_heard_and_one_without_is_not(text: str, times: list[str]) -> None:
    nine = EIGHT + hours(1)
    found = rules.promises(text, nine, lambda tail: split_moment(tail, nine, "Asia/Shanghai"))
    assert [at.astimezone(SHANGHAI).strftime("%H:%M") for _, at in found] == times


def stint(start: float, length: float) -> rules.Stint:
    return rules.Stint(EIGHT + hours(start), EIGHT + hours(start + length))


def test_a_day_in_front_of_the_camera_has_an_end() -> None:
    rule = Hours()
    assert rules.too_long(stint(0, 2), [stint(-6, 4)], rule, SHANGHAI) is None
    assert rules.too_long(stint(0, 2), [stint(-6, 4.5)], rule, SHANGHAI) == hours(6.5)
    assert rules.too_long(stint(0, 2), [stint(-24, 6)], rule, SHANGHAI) is None


def test_the_night_between_two_days_has_a_length_and_blocks_of_a_day_may_be_close() -> None:
    rule = Hours()
    assert rules.too_close(stint(0, 2), [stint(-4, 2)], rule, SHANGHAI) is None
    assert rules.too_close(stint(0, 4), [stint(12, 2)], rule, SHANGHAI) == hours(8)
    assert rules.too_close(stint(0, 2), [stint(14, 2)], rule, SHANGHAI) is None
    assert rules.too_close(stint(-12, 2), [stint(-21, 3)], rule, SHANGHAI) == hours(6)


@pytest.mark.parametrize(
    ("said", "names"), [("Coupon back at 22:30", True), ("券 22：30 返场", True), ("Coupon back in 20 minutes", False)]
)
def test_a_promise_that_says_its_time_by_the_clock_is_not_told_it_twice(said: str, names: bool) -> None:
    due = datetime(2026, 11, 28, 14, 30, tzinfo=UTC)
    assert rules.says_time(said, due, ZoneInfo("Asia/Shanghai")) is names
