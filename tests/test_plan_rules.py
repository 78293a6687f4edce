"""Decisions about a plan: cases."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot import phases
from flows.plan import rules
from flows.plan.rules import Able, Seat
from flows.plan.tables import Every

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SHANGHAI = "Asia/Shanghai"
MEI, KAI, BO, YAN = 1, 2, 3, 4


def no_pairs(one: str, other: str) -> bool:
    return one == other


def floor_and_control(one: str, other: str) -> bool:
    return one == other or {one, other} == {"floor", "control"}


@pytest.mark.parametrize(
    ("start", "problem"),
    [
        (NOON, "past"),
        (NOON - HOUR, "past"),
        (NOON + timedelta(minutes=1), None),
        (NOON + timedelta(days=366), None),
        (NOON + timedelta(days=367), "far"),
    ],
)
def test_a_start_lies_ahead_and_within_a_year(start: datetime, problem: str | None) -> None:
    assert rules.start_problem(start, NOON) == problem


@pytest.mark.parametrize(
    ("minutes", "fits"), [(0, False), (14, False), (15, True), (24 * 60, True), (24 * 60 + 1, False)]
)
def test_a_show_lasts_between_a_quarter_and_a_day(minutes: int, fits: bool) -> None:
    assert rules.length_fits(timedelta(minutes=minutes)) is fits


@pytest.mark.parametrize(("text", "hours"), [("3", 3), (" 12 ", 12), ("0", 0), ("3x", None), ("", None), ("三", None)])
def test_a_bare_number_is_hours(text: str, hours: int | None) -> None:
    assert rules.bare_hours(text) == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-13-45 20:00 3h X", True),
        ("tomorow 8:00 X", True),
        ("618大促", False),
        ("Black Friday", False),
        ("🔥🔥", False),
    ],
)
def test_a_line_that_looks_like_a_time_is_no_title(text: str, meant: bool) -> None:
    assert rules.looks_like_a_time(text) is meant


@pytest.mark.parametrize(("text", "has"), [("3,000 orders", True), ("三千单", True), ("as many as we can", False)])
def test_a_goal_has_a_number(text: str, has: bool) -> None:
    assert rules.has_number(text) is has


@pytest.mark.parametrize(
    ("text", "count"),
    [("40", 40), ("40个品", 40), ("４０ 款", 40), ("40 kinds", 40), ("12 worth a look", 12), ("0", 0)]
    + [(text, None) for text in ("two", "-1", "40.5", "1e9", "0x10", "2k", "2 K", "5w", "3千款", "1万", "1234567")],
)
def test_products_are_counted_by_a_whole_number_and_never_by_a_part_of_one(text: str, count: int | None) -> None:
    assert rules.count(text) == count


@pytest.mark.parametrize(
    ("text", "bare"), [("200,000", True), ("20万", True), ("50k", True), ("3000 单", False), ("x", False)]
)
def test_a_bare_figure_wants_its_unit(text: str, bare: bool) -> None:
    assert rules.is_bare_number(text) is bare


def test_the_evenings_offered_are_at_least_an_hour_away() -> None:
    first = rules.evenings(NOON, SHANGHAI)[0]
    assert first == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    early = rules.evenings(NOON - 2 * HOUR, SHANGHAI)
    assert early == [NOON, NOON + timedelta(days=1), NOON + timedelta(days=2)]


@pytest.mark.parametrize(
    ("seats", "hours", "holders", "turns", "wanted"),
    [
        (1, 3, 1, True, 1),
        (1, 3, 2, True, 2),
        (1, 3, 5, True, 2),
        (1, 2, 5, True, 1),
        (1, 6, 5, False, 1),
        (0, 6, 5, True, 0),
    ],
)
def test_who_takes_turns_on_air_gets_a_seat_per_block(
    seats: int, hours: int, holders: int, turns: bool, wanted: int
) -> None:
    assert rules.seats_wanted(seats, hours * HOUR, 2 * HOUR, holders, turns) == wanted


@pytest.mark.parametrize(
    ("by", "anew"),
    [
        (timedelta(minutes=30), False),
        (timedelta(hours=2), False),
        (timedelta(hours=2, minutes=1), True),
        (-3 * HOUR, True),
    ],
)
def test_a_long_move_asks_for_promises_anew(by: timedelta, anew: bool) -> None:
    assert phases.asks_anew(NOON, NOON + by, SHANGHAI) is anew


def test_a_move_across_midnight_of_the_team_asks_anew() -> None:
    late = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert phases.asks_anew(late, late + HOUR, SHANGHAI)
    assert not phases.asks_anew(late, late + HOUR, "UTC")


def test_chases_in_the_past_are_left_out() -> None:
    offsets = [-timedelta(days=3), -timedelta(hours=24), -timedelta(hours=12)]
    start = NOON + timedelta(hours=20)
    found = rules.chases([(start + offset, offset) for offset in offsets], NOON, timedelta(minutes=30))
    assert found == [-timedelta(hours=12)]


# Who is suggested


def suggested(
    seats: list[Seat], able: dict[str, list[Able]], pairs: rules.MayPair = no_pairs, **how: object
) -> dict[Seat, int]:
    return rules.suggest(seats, able, pairs, **how)  # type: ignore[arg-type]


def test_who_has_waited_longest_comes_first() -> None:
    able = {"anchor": [Able(MEI, last=NOON - HOUR), Able(KAI, last=NOON - 9 * HOUR), Able(BO, last=NOON)]}
    assert suggested([("anchor", 1)], able) == {("anchor", 1): KAI}


def test_who_has_never_had_a_show_comes_before_all() -> None:
    able = {"anchor": [Able(MEI, last=NOON - HOUR), Able(KAI)]}
    assert suggested([("anchor", 1)], able) == {("anchor", 1): KAI}


def test_a_tie_goes_to_who_was_in_the_team_first() -> None:
    able = {"anchor": [Able(MEI), Able(KAI), Able(BO)]}
    assert suggested([("anchor", 1), ("anchor", 2)], able) == {("anchor", 1): MEI, ("anchor", 2): KAI}


def test_of_two_with_the_same_last_show_the_more_experienced_comes_first() -> None:
    able = {"anchor": [Able(MEI, last=NOON, shows=1), Able(KAI, last=NOON, shows=9)]}
    assert suggested([("anchor", 1)], able) == {("anchor", 1): KAI}


def test_nobody_opens_with_their_first_show_where_somebody_else_of_the_role_is_there() -> None:
    able = {"anchor": [Able(KAI), Able(MEI, last=NOON, shows=3)]}
    assert suggested([("anchor", 1), ("anchor", 2)], able) == {("anchor", 1): MEI, ("anchor", 2): KAI}


def test_holders_come_before_backups() -> None:
    able = {"anchor": [Able(KAI, backup=True), Able(MEI, last=NOON)]}
    assert suggested([("anchor", 1)], able) == {("anchor", 1): MEI}


def test_nobody_sits_twice_where_another_can() -> None:
    able = {"anchor": [Able(MEI), Able(KAI, last=NOON)], "cohost": [Able(MEI)]}
    assert suggested([("anchor", 1), ("cohost", 1)], able) == {("anchor", 1): KAI, ("cohost", 1): MEI}


def test_two_seats_of_a_role_are_two_people() -> None:
    able = {"anchor": [Able(MEI)]}
    assert suggested([("anchor", 1), ("anchor", 2)], able) == {("anchor", 1): MEI}


def test_too_few_people_double_only_in_allowed_pairs() -> None:
    able = {"floor": [Able(BO)], "control": [Able(BO)], "anchor": [Able(BO)]}
    seats = [("floor", 1), ("control", 1), ("anchor", 1)]
    assert suggested(seats, able, floor_and_control) == {("floor", 1): BO, ("control", 1): BO}
    assert suggested(seats, able) == {("floor", 1): BO}


def test_required_roles_are_filled_first() -> None:
    able = {"data": [Able(YAN)], "control": [Able(YAN)]}
    assert suggested([("data", 1), ("control", 1)], able, first=["control"]) == {("control", 1): YAN}


def test_a_backup_leaves_another_seat_for_a_required_one() -> None:
    able = {"anchor": [Able(KAI, backup=True)], "cohost": [Able(KAI)]}
    seats = [("cohost", 1), ("anchor", 1)]
    assert suggested(seats, able, first=["anchor"]) == {("anchor", 1): KAI}
    assert suggested(seats, able) == {("cohost", 1): KAI}


def test_a_second_seat_of_a_required_role_takes_nobody_away() -> None:
    able = {"anchor": [Able(MEI), Able(KAI, backup=True)], "cohost": [Able(KAI)]}
    seats = [("anchor", 1), ("anchor", 2), ("cohost", 1)]
    assert suggested(seats, able, first=["anchor"]) == {("anchor", 1): MEI, ("cohost", 1): KAI}


def test_what_was_picked_stays_and_takes_its_person_away() -> None:
    able = {"anchor": [Able(MEI), Able(KAI, last=NOON)], "cohost": [Able(KAI)]}
    found = suggested([("anchor", 1)], able, fixed={("cohost", 1): MEI})
    assert found == {("anchor", 1): KAI}


SAYS = (("every day", "daily", "每天"), ("every week", "weekly", "每周"), ("every", "每"))


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("every Friday 20:00 3h Late", (Every.WEEK, "Friday 20:00 3h Late")),
        ("Every day 20:00 2h Morning", (Every.DAY, "20:00 2h Morning")),
        ("每天20:00 日播", (Every.DAY, "20:00 日播")),
        ("weekly Sat 20:00", (Every.WEEK, "Sat 20:00")),
        ("everything must go", (None, "everything must go")),
        ("every", (None, "every")),
    ],
)
def test_how_often_is_read_from_the_head_of_a_line(line: str, first: tuple[Every | None, str]) -> None:
    assert rules.repeats(line, *SAYS)[0] == first


def test_every_week_in_chinese_is_also_read_as_every_friday() -> None:
    assert (Every.WEEK, "周五晚8点 夜场") in rules.repeats("每周五晚8点 夜场", *SAYS)


def test_a_weekly_show_keeps_its_hour_when_the_clocks_change() -> None:
    before, after = date(2026, 10, 24), date(2026, 10, 31)
    hours = [rules.slot(day, "20:00", "Europe/Berlin").hour for day in (before, after)]
    assert hours == [18, 19]


def test_the_next_slot_lies_ahead_however_long_nobody_looked() -> None:
    now = datetime(2026, 12, 20, 12, 0, tzinfo=UTC)
    day, at = rules.next_slot(date(2026, 11, 28), Every.WEEK, "20:00", "Asia/Shanghai", now)
    assert (day, at) == (date(2026, 12, 26), datetime(2026, 12, 26, 12, 0, tzinfo=UTC))


@pytest.mark.parametrize(("show", "by"), [(20, 10), (13, 9), (11, 5)])
def test_an_answer_is_waited_for_until_people_are_up_unless_the_show_is_near_by_then(show: int, by: int) -> None:
    hour = [datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in range(24)]
    assert rules.answered_by(hour[5], hour[8], timedelta(hours=2), hour[show]) == hour[by]
    assert rules.answered_by(hour[12], None, timedelta(hours=2), hour[show]) == hour[12]
