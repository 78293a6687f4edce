"""Preparation's decisions, case by case."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import dates
from bot.cues import From
from flows.prep import begun_rules, rules, set_off
from flows.prep.rules import Standing
from flows.prep.tables import Item, State
from tests.stage import shared_house

ZERO = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
ENDS = ZERO + timedelta(hours=3)
HOUR = 3600


def item(**about: object) -> Item:
    return Item(**{"id": 1, "stream_id": 1, "key": "one", "en": "One", "zh": "一", "offset": -2 * HOUR, **about})


def dated(one: Item, now: datetime) -> rules.Dated:
    base = ZERO if one.from_start else ENDS
    return rules.dated(one, base + timedelta(seconds=one.offset), now, ZERO - timedelta(days=9))


def test_it_is_asked_for_its_lead_before_it_is_due() -> None:
    assert rules.ping_at(item(lead=HOUR), ZERO) == ZERO - timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "minutes", "standing"),
    [
        (State.OPEN, -121, Standing.OPEN),
        (State.OPEN, -120, Standing.OVERDUE),
        (State.BLOCKED, 0, Standing.BLOCKED),
        (State.DONE, 0, Standing.DONE),
        (State.SKIPPED, 0, Standing.SKIPPED),
    ],
)
def test_only_an_open_item_is_overdue(state: State, minutes: int, standing: Standing) -> None:
    assert dated(item(state=state), ZERO + timedelta(minutes=minutes)).standing is standing


def test_what_came_at_short_notice_is_to_be_ticked_off_and_not_overdue() -> None:
    due = ZERO - timedelta(hours=2)
    assert dated(item(short=True), due).standing is Standing.LISTED
    assert dated(item(short=True), due - timedelta(minutes=1)).standing is Standing.OPEN
    assert dated(item(short=True, late_told=True), due).standing is Standing.OVERDUE
    assert dated(item(short=True, state=State.DONE), due).standing is Standing.DONE


def test_at_short_notice_in_time_means_before_the_show() -> None:
    now = ZERO - timedelta(minutes=1)
    assert rules.in_time(dated(item(short=True), now), ZERO, now)
    assert not rules.in_time(dated(item(short=True), ZERO), ZERO, ZERO + timedelta(minutes=1))
    assert not rules.in_time(dated(item(), now), ZERO, now)


def test_what_is_done_in_the_minute_when_it_is_due_is_done_in_time() -> None:
    due = dated(item(), ZERO).due
    assert rules.in_time(dated(item(), due), ZERO, due + timedelta(seconds=59))
    assert not rules.in_time(dated(item(), due), ZERO, due + timedelta(seconds=60))


@pytest.mark.parametrize(
    ("about", "enough"),
    [
        ({}, True),
        ({"gate": "soft"}, True),
        ({"gate": "hard"}, True),
        ({"proof": "photo"}, False),
        ({"proof": "second"}, False),
        ({"state": State.BLOCKED}, False),
    ],
)
def test_only_what_asks_for_nothing_more_is_ticked_off_among_others(about: dict[str, str], enough: bool) -> None:
    assert rules.takes_a_tick(item(**about)) is enough


def test_lists_show_overdue_first_then_carried_over_then_by_time_critical_before_others() -> None:
    now = ZERO - timedelta(hours=3)
    items = [
        item(key="soon"),
        item(key="critical", critical=True),
        item(key="carried", first=True, offset=-HOUR),
        item(key="late", offset=-4 * HOUR),
        item(key="done", state=State.DONE, offset=-9 * HOUR),
        item(key="gone", state=State.GONE),
    ]
    shown = rules.in_order(dated(each, now) for each in items)
    assert [each.item.key for each in shown] == ["late", "carried", "critical", "soon", "done"]


def test_a_count_leaves_out_what_was_taken_back_and_skipped_is_not_done() -> None:
    states = (State.DONE, State.SKIPPED, State.BLOCKED, State.OPEN, State.GONE)
    items = [dated(item(state=state), ZERO) for state in states]
    assert rules.count(items) == rules.Count(total=4, done=1, blocked=1, overdue=1, skipped=1)


def test_an_item_whose_time_to_be_asked_has_come_when_planned_is_short_notice() -> None:
    one, due = item(lead=HOUR), ZERO
    assert rules.comes_too_late(one, due, ZERO - timedelta(hours=1))
    assert not rules.comes_too_late(one, due, ZERO - timedelta(hours=1, minutes=1))


def test_the_second_is_not_the_first() -> None:
    one = item(proof="second", checked_by=7)
    assert rules.waits_for_second(one)
    assert not rules.may_be_second(one, 7)
    assert rules.may_be_second(one, 8)
    assert not rules.waits_for_second(item(proof="second"))


@pytest.mark.parametrize(
    ("minutes_left", "offered"),
    [
        (24 * 60, (30, 60, 90)),
        (90, (30, 60, 90)),
        (89, (10, 20, 30)),
        (29, (5, 10, 15)),
        (12, (5, 10)),
        (4, ()),
    ],
)
def test_later_offers_less_the_closer_it_is(minutes_left: int, offered: tuple[int, ...]) -> None:
    due = ZERO - timedelta(hours=2)
    assert rules.delays(due - timedelta(minutes=minutes_left), due, ZERO) == offered


def test_what_is_overdue_may_wait_until_the_show_and_after_that_a_little() -> None:
    due = ZERO - timedelta(hours=2)
    assert rules.delays(ZERO - timedelta(minutes=20), due, ZERO) == (5, 10, 15)
    assert rules.delays(ZERO + timedelta(hours=5), due, ZERO) == (10, 20, 30)


def test_the_gate_counts_what_was_due_before_the_show_and_what_is_overdue_anyway() -> None:
    def counts(one: Item, now: datetime) -> bool:
        return rules.counts_at_gate(dated(one, now), ZERO)

    after = item(offset=HOUR)
    assert counts(item(), ZERO - timedelta(days=1))
    assert counts(item(state=State.BLOCKED), ZERO)
    assert not counts(item(state=State.SKIPPED), ZERO)
    assert not counts(after, ZERO)
    assert counts(after, ZERO + timedelta(hours=2))


def test_after_a_move_what_is_due_at_once_or_was_never_asked_for_in_time_comes_in_a_list() -> None:
    one = item(lead=HOUR)
    due = ZERO - timedelta(hours=2)
    assert rules.has_no_time_left(one, due, due)
    assert rules.has_no_time_left(one, due, due - timedelta(minutes=30))
    assert not rules.has_no_time_left(one, due, due - timedelta(hours=2))
    assert not rules.has_no_time_left(item(lead=HOUR, told_id=7), due, due - timedelta(minutes=30))


def test_a_due_time_that_has_passed_stays_as_it_was_said_unless_its_new_time_lies_ahead() -> None:
    was, hold, day = ZERO - timedelta(hours=2), timedelta(minutes=15), timedelta(days=1)
    assert rules.stays_due(was, was + hold, was + timedelta(minutes=15)), "its new time has passed too"
    assert rules.stays_due(was, was - day, was)
    assert not rules.stays_due(was, was + hold, was + timedelta(minutes=5))
    assert not rules.stays_due(was, was + hold, was - timedelta(minutes=5))


def test_once_the_show_has_begun_only_what_comes_after_still_matters() -> None:
    assert begun_rules.still_matters(item(), ahead=True)
    assert not begun_rules.still_matters(item(), ahead=False)
    assert begun_rules.still_matters(item(counted=From.END, offset=HOUR), ahead=False)
    assert not begun_rules.still_matters(item(state=State.DONE), ahead=True)


def test_what_was_left_out_what_came_too_late_and_what_is_not_due_is_not_measured() -> None:
    measured = [item(state=State.DONE), item(state=State.BLOCKED), item(), item(short=True, late_told=True)]
    assert all(rules.is_measured(dated(each, ZERO)) for each in measured)
    left = [item(state=State.SKIPPED), item(state=State.GONE), item(short=True), item(counted=From.END, offset=HOUR)]
    assert not any(rules.is_measured(dated(each, ZERO)) for each in left)


def test_an_item_counts_for_whom_it_was_given_or_asked_and_else_for_who_did_it() -> None:
    asked = item(told_id=2, done_by=3)
    assert [rules.whose(one) for one in (item(owner_id=1, told_id=2), asked, item(done_by=3), item())] == [
        1,
        2,
        3,
        None,
    ]


def ties() -> set_off.Ties:
    words = ("by", "around", "before", "never", "part")
    return set_off.Ties(*(shared_house("zh").synonyms(f"prep-says-{word}") for word in words))


def read(text: str) -> tuple[datetime, str] | None:
    return dates.split_moment(text, ZERO, "Asia/Shanghai")


@pytest.mark.parametrize(
    ("line", "title", "sure"),
    [
        ("Steam the coats by 9pm, Bo", "Steam the coats, Bo", True),
        ("Steam the coats by 9pm Bo", "Steam the coats Bo", True),
        ("Steam the coats, by 9pm, then hang them", "Steam the coats, then hang them", True),
        ("Coats: steam them — due: 9pm — Bo", "Coats: steam them — Bo", True),
        ("Steam the coats, 9pm, Bo", "Steam the coats, Bo", True),
        ("Bo: steam the coats by 9pm.", "Bo: steam the coats", True),
        ("Test the mic before 9pm, Kai", "Test the mic, Kai", True),
        ("Steam by 9pm the coats", "Steam the coats", False),
        ("模特试穿羽绒服，截止今晚9点 @小燕", "模特试穿羽绒服，@小燕", True),
        ("小燕 今晚9点前 试穿羽绒服", "小燕试穿羽绒服", True),
        ("试穿羽绒服，今晚9点截止，小燕", "试穿羽绒服，小燕", True),
        ("模特在今晚9点之前 试穿羽绒服", "模特试穿羽绒服", True),
        ("模特今晚9点前试穿羽绒服", "模特试穿羽绒服", False),
        ("前台布置 21:00", "前台布置", True),
    ],
)
def test_a_time_that_is_tied_or_set_off_is_taken_out_of_a_line_that_reads_on(line: str, title: str, sure: bool) -> None:
    taken = set_off.time_in(line, ties(), read, ["Bo", "Kai"])
    assert taken and (set_off.together(taken.text), taken.sure) == (title, sure)
    assert taken.at == ZERO + timedelta(hours=1)


@pytest.mark.parametrize(
    "line",
    [
        "Steam 7 coats",
        "Check the 9pm trailer",
        "Test the mic before the 9pm show",
        "Test the mic before 9pm show",
        "Put the sign by the door",
        "Check by 9pm, hang by 10pm, and go",
        "确认今晚9点前的流程",
        "21点档商品备好",
        "今晚9点前台布置好",
        "提前试穿羽绒服",
        "开播前30分钟检查麦",
    ],
)
def test_what_only_resembles_a_time_stays_in_the_title(line: str) -> None:
    assert set_off.time_in(line, ties(), read) is None
    said = read(line)
    if said and line.startswith("21点档"):
        assert set_off.leading(line, *said, ties()) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Steam the coats, Bo", [("Bo", "Steam the coats")]),
        ("Bo: steam the coats", [("Bo", "steam the coats")]),
        ("Steam the coats, bo, then hang them", [("bo", "Steam the coats, then hang them")]),
        ("试穿羽绒服，由小燕负责", [("小燕", "试穿羽绒服")]),
        ("试穿羽绒服，负责人：小燕", [("小燕", "试穿羽绒服")]),
        ("Steam Bo's coat", []),
        ("Bo's coat, the red one", []),
        ("Call Bo", []),
        ("Bobby pins, tape", []),
    ],
)
def test_a_name_between_commas_or_colons_is_taken_out(line: str, found: list[tuple[str, str]]) -> None:
    whose = shared_house("en").synonyms("prep-says-whose")
    taken = set_off.alone(line, ["Bo", "小燕"], whose)
    assert [(name, set_off.together(rest)) for name, rest in taken] == found
