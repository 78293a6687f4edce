"""The roll and the gate as pure cases."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.ready import rules
from flows.ready.tables import Decision, Gate, Readiness, RollLine

T = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def line(
    role: str, state: Readiness = Readiness.SILENT, *, seat: int = 1, who: int | None = 1, **more: object
) -> RollLine:
    known = {"id": hash((role, seat)) % 1000, "stream_id": 1, "roll_id": 1, "required": True, "person_id": who}
    return RollLine(**{**known, **more}, role=role, seat=seat, state=state)


def test_the_anchor_is_called_last_and_the_others_in_the_playbooks_order() -> None:
    called = [line("anchor", seat=2), line("tech"), line("anchor"), line("floor")]
    ordered = rules.in_order(called, ["anchor", "floor", "tech"], {"anchor"})
    assert [(each.role, each.seat) for each in ordered] == [("floor", 1), ("tech", 1), ("anchor", 1), ("anchor", 2)]


def test_only_a_required_seat_makes_a_go_red() -> None:
    lines = [line("floor"), line("data", required=False), line("tech", Readiness.READY)]
    assert [each.role for each in rules.red(lines)] == ["floor"]
    assert [each.role for each in rules.unready(lines)] == ["floor", "data"]


def test_someone_with_several_seats_is_one_party_and_every_empty_seat_is_its_own() -> None:
    lines = [
        line("floor", id=1, who=7),
        line("control", id=2, who=7),
        line("tech", id=3, who=None),
        line("data", id=4, who=None),
    ]
    assert [[each.role for each in party] for party in rules.parties(lines)] == [
        ["floor", "control"],
        ["tech"],
        ["data"],
    ]


def test_of_several_seats_the_one_that_is_not_ready_speaks() -> None:
    assert rules.speaks([line("floor", Readiness.READY), line("control", Readiness.NOT_YET)]).role == "control"
    assert rules.speaks([line("floor", Readiness.READY), line("control", Readiness.READY)]).role == "floor"


@pytest.mark.parametrize(
    ("state", "until", "due"),
    [
        (Readiness.SILENT, None, True),
        (Readiness.READY, None, False),
        (Readiness.NOT_YET, None, True),
        (Readiness.NOT_YET, T + MINUTE, False),
        (Readiness.NOT_YET, T, True),
    ],
)
def test_who_said_until_when_is_left_alone_until_then(state: Readiness, until: datetime | None, due: bool) -> None:
    assert rules.due_to_ask(line("floor", state, until=until), T) is due


@pytest.mark.parametrize(
    ("by", "roll_in", "stands"),
    [(10, -30, True), (-20, -30, True), (121, -1, False), (10, 1, False), (120, 0, True)],
)
def test_answers_outlive_a_small_move_while_it_is_time_for_the_roll(by: int, roll_in: int, stands: bool) -> None:
    assert rules.roll_stands(T, T + by * MINUTE, T + roll_in * MINUTE, T) is stands


def test_a_hold_counts_from_the_planned_start_and_from_now_once_that_has_passed() -> None:
    assert rules.held_start(T, T - 15 * MINUTE, 10 * MINUTE) == T + 10 * MINUTE
    assert rules.held_start(T, T + timedelta(minutes=4, seconds=30), 10 * MINUTE) == T + 14 * MINUTE
    assert rules.halfway(T, 10 * MINUTE) == T + 5 * MINUTE


@pytest.mark.parametrize(
    ("seconds", "word", "span"),
    [(0, "on-time", 0), (59, "on-time", 0), (-59, "on-time", 0), (240, "late", 240), (-120, "early", 120)],
)
def test_a_start_is_on_time_within_a_minute(seconds: int, word: str, span: int) -> None:
    assert rules.punctuality(T, T + timedelta(seconds=seconds)) == (word, timedelta(seconds=span))


def test_spans_are_those_between_the_minutes_that_are_shown() -> None:
    almost_four = T + timedelta(minutes=3, seconds=40)
    assert rules.punctuality(T, almost_four) == ("late", 3 * MINUTE)
    assert rules.punctuality(T, T - timedelta(minutes=12, seconds=20)) == ("early", 13 * MINUTE)
    assert rules.between(almost_four, T + timedelta(hours=2, seconds=59)) == timedelta(hours=1, minutes=57)
    assert not rules.worth_a_word(T, T + timedelta(minutes=4, seconds=59))


@pytest.mark.parametrize(
    ("moment", "length", "until"),
    [
        (None, 20 * MINUTE, T + 20 * MINUTE),
        (T + 5 * MINUTE, None, T + 5 * MINUTE),
        (T + 5 * MINUTE, timedelta(hours=19, minutes=58), T + 5 * MINUTE),
        (T, None, None),
        (None, timedelta(hours=13), None),
        (None, None, None),
    ],
)
def test_until_when_lies_ahead_and_within_half_a_day(moment: datetime, length: timedelta, until: datetime) -> None:
    assert rules.wait_until(T, moment, length) == until


def test_a_go_can_be_taken_back_and_nothing_else() -> None:
    changing = [d for d in Decision if rules.may_still_change(Gate(stream_id=1, opened_at=T, decision=d))]
    assert changing == [Decision.OPEN, Decision.GO]


def test_several_orders_of_asking_become_one_that_takes_turns() -> None:
    assert rules.by_turns([["a", "b", "lead"], ["x"], []]) == ["a", "x", "b", "lead"]
