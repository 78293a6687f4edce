"""How a playbook writes time, how long silence is waited for, and which shows a condition means."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.playbook import Condition, Escalation, Offset
from bot.playbook.spans import parse_length, say_length


@pytest.mark.parametrize(
    ("written", "base", "minutes", "shown"),
    [
        ("T-7d", "start", -10080, "T-7d"),
        ("T-45m", "start", -45, "T-45m"),
        ("T+10m", "start", 10, "T+10m"),
        ("T+0", "start", 0, "T+0"),
        ("T", "start", 0, "T+0"),
        ("T0", "start", 0, "T+0"),
        ("T-1d12h", "start", -2160, "T-1d12h"),
        ("T-90m", "start", -90, "T-1h30m"),
        ("END", "end", 0, "END"),
        ("END+15m", "end", 15, "END+15m"),
        ("end-10m", "end", -10, "END-10m"),
    ],
)
def test_an_offset_is_read_and_written(written: str, base: str, minutes: int, shown: str) -> None:
    offset = Offset.model_validate(written)
    assert (offset.base, offset.by, str(offset)) == (base, timedelta(minutes=minutes), shown)


def test_an_offset_becomes_an_instant() -> None:
    start, end = datetime(2026, 11, 28, 12, tzinfo=UTC), datetime(2026, 11, 28, 15, tzinfo=UTC)
    assert Offset.model_validate("T-1h").at(start, end) == start - timedelta(hours=1)
    assert Offset.model_validate("END+15m").at(start, end) == end + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("written", "seconds"), [("2h", 7200), ("15m", 900), ("1h30m", 5400), ("7d", 604800), ("90s", 90), ("0", 0), (0, 0)]
)
def test_a_length_is_read_and_its_shortest_form_means_the_same(written: object, seconds: int) -> None:
    span = parse_length(written)
    assert span.total_seconds() == seconds
    assert parse_length(say_length(span)) == span


@pytest.mark.parametrize("written", ["", "3 hours", "h", "-2h", "2m1h", "99999999999d", "9000d", 7, True, None, "２h"])
def test_what_is_not_a_length_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a length"):
        parse_length(written)


@pytest.mark.parametrize("written", ["", "T-", "T-45", "45m", "T--5m", "START-5m", "END+x", "T5m"])
def test_what_is_not_an_offset_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="is not an offset"):
        Offset.model_validate(written)


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        (96, 1440),
        (72, 120),
        (13, 120),
        (12, 30),
        (3, 30),
        (2, 5),
        (1, 5),
        (0.5, 2),
        (0.25, 2),
        (5 / 60, 1),
        (0, 1),
        (-3, 30),
    ],
)
def test_silence_is_waited_for_less_the_closer_the_show_is(hours: float, minutes: float) -> None:
    assert Escalation().wait(timedelta(hours=hours)) == timedelta(minutes=minutes)


def test_on_air_the_wait_is_short_whatever_the_distance() -> None:
    assert Escalation().wait(-timedelta(hours=3), live=True) == timedelta(minutes=3)


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        (Condition(), True),
        (Condition(min_hours=3), True),
        (Condition(min_hours=3.5), False),
        (Condition(max_hours=2), False),
        (Condition(platforms=["TikTok"]), True),
        (Condition(platforms=["douyin"]), False),
        (Condition(min_products=5), True),
        (Condition(min_products=6), False),
    ],
)
def test_a_condition_chooses_the_shows_it_is_for(condition: Condition, met: bool) -> None:
    assert condition.met(timedelta(hours=3), ["tiktok"], 5) is met


def test_a_condition_on_what_is_not_known_is_met() -> None:
    assert Condition(platforms=["douyin"], min_products=6).met(timedelta(hours=3))


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        (Condition(filled=["cohost"]), True),
        (Condition(filled=["cohost", "ads"]), False),
        (Condition(several=["anchor"]), True),
        (Condition(several=["cohost"]), False),
        (Condition(weekdays=["sat", "sun"]), True),
        (Condition(weekdays=["mon"]), False),
        (Condition(from_hour=22), True),
        (Condition(until_hour=22), False),
        (Condition(from_hour=23, until_hour=6), False),
        (Condition(from_hour=22, until_hour=6), True),
        (Condition(from_hour=23, until_hour=23), False),
    ],
)
def test_a_condition_looks_at_the_crew_the_day_and_the_hour(condition: Condition, fits: bool) -> None:
    saturday = datetime(2026, 11, 28, 22, 30, tzinfo=UTC)
    assert condition.fits({"anchor": 2, "cohost": 1, "ads": 0}, saturday) is fits


def test_hours_over_midnight_count_on_both_sides() -> None:
    late = Condition(from_hour=22, until_hour=6)
    hours = [hour for hour in range(24) if late.fits({}, datetime(2026, 11, 28, hour, tzinfo=UTC))]
    assert hours == [0, 1, 2, 3, 4, 5, 22, 23]
