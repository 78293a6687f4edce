"""Times as people type them, in both languages: every phrase with the instant that it means, and what nobody can read."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dates import (
    read,
    read_days,
    read_hour,
    read_length,
    read_moment,
    read_move,
    read_new_time,
    read_span,
    read_until,
)

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo(ZONE))  # a Monday


def at(written: str, zone: str = ZONE) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


MOMENTS = {
    # what the docs and the questions give as examples
    "2026-11-28 20:00": "2026-11-28 20:00",
    "tomorrow 8pm": "2026-11-24 20:00",
    "明晚8点": "2026-11-24 20:00",
    "周六20:00": "2026-11-28 20:00",
    "in 2 hours": "2026-11-23 17:00",
    "后天下午3点半": "2026-11-25 15:30",
    "下周六晚上8点": "2026-12-05 20:00",
    "11月28日20:00": "2026-11-28 20:00",
    "半小时后": "2026-11-23 15:30",
    "next Friday 7:30pm": "2026-11-27 19:30",
    "28 Nov 8pm": "2026-11-28 20:00",
    "20:00": "2026-11-23 20:00",
    # dated
    "2026/11/28 8pm": "2026-11-28 20:00",
    "2026-11-28T20:00": "2026-11-28 20:00",
    "2026-11-28T20:00Z": "2026-11-29 04:00",
    "2026-11-28T20:00:00-05:00": "2026-11-29 09:00",
    "2026-11-28 8:00": "2026-11-28 08:00",
    "2026年12月1日晚上8点": "2026-12-01 20:00",
    "明年3月1日20点": "2027-03-01 20:00",
    "Dec 1st, 2026 8:00 p.m.": "2026-12-01 20:00",
    "the 28th of November at 8 p.m.": "2026-11-28 20:00",
    "28号晚8点": "2026-11-28 20:00",
    "下个月1号晚8点": "2026-12-01 20:00",
    "12/1 20:00": "2026-12-01 20:00",
    "28.11.2026 20:00": "2026-11-28 20:00",
    "8pm 11/28/2026": "2026-11-28 20:00",
    "28/11 20:00": "2026-11-28 20:00",
    "29 Feb 8pm": "2028-02-29 20:00",
    # days and weekdays
    "tonight at 8": "2026-11-23 20:00",
    "tonite 8.30pm": "2026-11-23 20:30",
    "today 2330": "2026-11-23 23:30",
    "28 Nov at 2000": "2026-11-28 20:00",
    "周六 2000": "2026-11-28 20:00",
    "tonight 11.30p": "2026-11-23 23:30",
    "tonite 8.30": "2026-11-23 20:30",
    "tonight at 8.30": "2026-11-23 20:30",
    "今晚八点半开播": "2026-11-23 20:30",
    "2moro at 8pm": "2026-11-24 20:00",
    "tommorow 8pm": "2026-11-24 20:00",
    "tomorrow at noon": "2026-11-24 12:00",
    "tomorrow morning 9": "2026-11-24 09:00",
    "day after tomorrow 8pm": "2026-11-25 20:00",
    "in 3 days at 8pm": "2026-11-26 20:00",
    "8pm tomorrow": "2026-11-24 20:00",
    "20:00 on Friday": "2026-11-27 20:00",
    "friday evening at 8": "2026-11-27 20:00",
    "friday next week 8pm": "2026-12-04 20:00",
    "Sat, Nov 28 at 8pm": "2026-11-28 20:00",
    "周六（11月28日）晚8点": "2026-11-28 20:00",
    "11月28日周六20:00": "2026-11-28 20:00",
    "周日晚八点半": "2026-11-29 20:30",
    "礼拜天20点": "2026-11-29 20:00",
    "下下周三下午2点": "2026-12-09 14:00",
    "大后天上午十点一刻": "2026-11-26 10:15",
    "三天后晚8点": "2026-11-26 20:00",
    "明早9点": "2026-11-24 09:00",
    "明天 8 点": "2026-11-24 08:00",
    "晚８点": "2026-11-23 20:00",
    "周六 20：00": "2026-11-28 20:00",
    # the hour
    "half past 8": "2026-11-23 20:30",
    "quarter to nine": "2026-11-23 20:45",
    "8 in the evening": "2026-11-23 20:00",
    "tomorrow 12am": "2026-11-24 00:00",
    "tomorrow 12pm": "2026-11-24 12:00",
    "20点30": "2026-11-23 20:30",
    "今晚12点": "2026-11-24 00:00",
    "今晚1点": "2026-11-24 01:00",
    "明天凌晨1点": "2026-11-24 01:00",
    "今晚凌晨1点": "2026-11-24 01:00",
    "24:00": "2026-11-24 00:00",
    # from now
    "in half an hour": "2026-11-23 15:30",
    "in 1h30": "2026-11-23 16:30",
    "two hours from now": "2026-11-23 17:00",
    "in 30 hours": "2026-11-24 21:00",
    "1个半小时后": "2026-11-23 16:30",
    "90分钟后": "2026-11-23 16:30",
    # what may mean several things lies ahead
    "8点": "2026-11-23 20:00",
    "8:30": "2026-11-23 20:30",
    "今天8点": "2026-11-23 20:00",
    "14:00": "2026-11-24 14:00",
    "Monday 8pm": "2026-11-23 20:00",
    "Monday 9am": "2026-11-30 09:00",
    "周一上午9点": "2026-11-30 09:00",
    "11月20日20:00": "2027-11-20 20:00",
    # what is said outright may lie in the past
    "2020-01-01 20:00": "2020-01-01 20:00",
    "yesterday 8pm": "2026-11-22 20:00",
    "今天上午8点": "2026-11-23 08:00",
}


@pytest.mark.parametrize(("text", "expected"), MOMENTS.items())
def test_a_moment_is_read_as_people_write_it(text: str, expected: str) -> None:
    assert read_moment(text, NOW, ZONE) == at(expected)
    assert read_moment(f"  {text.upper()} ", NOW, ZONE) == at(expected)


@pytest.mark.parametrize(
    "text",
    ["asdf", "", " ", "99:99", "25:00", "24:30", "13pm", "下下下", "😀🎉", "a" * 5000, "8点" * 2500, "'; DROP TABLE streams; --",
     "<b>", "&amp;", "8", "2026", "in", "at 99", "31 Nov 8pm", "2026-02-30 20:00", "13月1日8点", "Sun, Nov 28 at 8pm",
     "11月28日周日20:00", "tomorrow", "周六", "\x00", "²²:٣٣", "tomorrow 20h", "٣:٠٠", "十十点", "in 99999 hours", "\ud800", "20:00 title"],
)  # fmt: skip
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text, NOW, ZONE) is None


SPANS = {
    "周五晚8点到11点": ("2026-11-27 20:00", "2026-11-27 23:00"),
    "tomorrow 8pm to 11pm": ("2026-11-24 20:00", "2026-11-24 23:00"),
    "2026-11-28 20:00-23:00": ("2026-11-28 20:00", "2026-11-28 23:00"),
    "2026-11-28 22:00-01:30": ("2026-11-28 22:00", "2026-11-29 01:30"),
    "晚8点到凌晨1点": ("2026-11-23 20:00", "2026-11-24 01:00"),
    "明晚8点到后天凌晨2点": ("2026-11-24 20:00", "2026-11-25 02:00"),
    "Fri 8pm - Sat 2am": ("2026-11-27 20:00", "2026-11-28 02:00"),
    "tomorrow 8-11pm": ("2026-11-24 20:00", "2026-11-24 23:00"),
    "tomorrow 10-2am": ("2026-11-24 22:00", "2026-11-25 02:00"),
    "晚8-11点": ("2026-11-23 20:00", "2026-11-23 23:00"),
    "上午10点到下午2点": ("2026-11-24 10:00", "2026-11-24 14:00"),
    "from tomorrow 8pm until 11pm": ("2026-11-24 20:00", "2026-11-24 23:00"),
    "周六20:00 3h": ("2026-11-28 20:00", "2026-11-28 23:00"),
    "明晚8点，3小时": ("2026-11-24 20:00", "2026-11-24 23:00"),
    "tomorrow 8pm for 90 minutes": ("2026-11-24 20:00", "2026-11-24 21:30"),
    "2026-11-28 23:00 to 2026-11-28 20:00": ("2026-11-28 23:00", "2026-11-28 20:00"),
}


@pytest.mark.parametrize(("text", "expected"), SPANS.items())
def test_a_span_is_read_past_midnight_too(text: str, expected: tuple[str, str]) -> None:
    assert read_span(text, NOW, ZONE) == (at(expected[0]), at(expected[1]))


@pytest.mark.parametrize("text", ["", "tomorrow 8pm", "3h", "8-11", "to", "到", "20:00-99:99", "8pm to", "a" * 5000])
def test_what_is_no_span_is_none(text: str) -> None:
    assert read_span(text, NOW, ZONE) is None


LENGTHS = {
    "3h": 180, "2.5h": 150, "2,5h": 150, "90m": 90, "1h30": 90, "1h30m": 90, "1h 30min": 90, "1:30": 90, "45 mins": 45, "3 Hours": 180,
    "an hour": 60, "half an hour": 30, "an hour and a half": 90, "two and a half hours": 150, "2 hours and 30 minutes": 150,
    "3小时": 180, "3个小时": 180, "两个半小时": 150, "半小时": 30, "半个小时": 30, "一个半小时": 90, "1小时半": 90, "1小时30分": 90,
    "一小时二十分钟": 80, "播两小时": 120, "for 2h": 120, "90分钟": 90, "十二小时": 720, "三刻钟": 45, "３小时": 180, "0h": 0, "30h": 1800, "2 days": 2880, "1天": 1440,
}  # fmt: skip


@pytest.mark.parametrize(("text", "minutes"), LENGTHS.items())
def test_a_length_is_read_in_hours_and_minutes(text: str, minutes: int) -> None:
    assert read_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "3", "h", "-3h", "3h3h", "3hx", "soon", "小时", "99999h", "3小时后", "9" * 5000])
def test_what_is_no_length_is_none(text: str) -> None:
    assert read_length(text) is None


DAYS = {
    "2026-12-01..2026-12-05": (date(2026, 12, 1), date(2026, 12, 5)),
    "明天到周五": (date(2026, 11, 24), date(2026, 11, 27)),
    "Dec 1 - Dec 5": (date(2026, 12, 1), date(2026, 12, 5)),
    "tomorrow": (date(2026, 11, 24), date(2026, 11, 24)),
    "Dec 1-5": (date(2026, 12, 1), date(2026, 12, 5)),
    "1-5 Dec": (date(2026, 12, 1), date(2026, 12, 5)),
    "12月1日到5日": (date(2026, 12, 1), date(2026, 12, 5)),
    "12月1-5日": (date(2026, 12, 1), date(2026, 12, 5)),
    "from Dec 30 to Jan 2": (date(2026, 12, 30), date(2027, 1, 2)),
    "周一到周三": (date(2026, 11, 23), date(2026, 11, 25)),
    "下周一到下周五": (date(2026, 11, 30), date(2026, 12, 4)),
    "next Monday - Friday": (date(2026, 11, 30), date(2026, 12, 4)),
    "下周": (date(2026, 11, 30), date(2026, 12, 6)),
    "this week": (date(2026, 11, 23), date(2026, 11, 29)),
    "周末": (date(2026, 11, 28), date(2026, 11, 29)),
    "明晚": (date(2026, 11, 24), date(2026, 11, 24)),
    "3天后": (date(2026, 11, 26), date(2026, 11, 26)),
    "Friday": (date(2026, 11, 27), date(2026, 11, 27)),
    "2026-12-05..2026-12-01": (date(2026, 12, 5), date(2026, 12, 1)),
    "Dec 5 to Dec 1": (date(2026, 12, 5), date(2027, 12, 1)),
    "20 Nov - 25 Nov": (date(2026, 11, 20), date(2026, 11, 25)),
    "11月20日到25日": (date(2026, 11, 20), date(2026, 11, 25)),
    "20号到25号": (date(2026, 11, 20), date(2026, 11, 25)),
    "23号到25号": (date(2026, 11, 23), date(2026, 11, 25)),
    "24 Nov - 3 Dec": (date(2026, 11, 24), date(2026, 12, 3)),
    "10 Nov - 20 Nov": (date(2027, 11, 10), date(2027, 11, 20)),
    "11月10日到20日": (date(2027, 11, 10), date(2027, 11, 20)),
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items())
def test_days_are_read_alone_and_as_a_range(text: str, expected: tuple[date, date]) -> None:
    assert read_days(text, NOW, ZONE) == expected


@pytest.mark.parametrize(
    "text", ["", "week", "周", "12月", "31-33 Dec", "5-1 Dec", "tomorrow 8pm", "明天到", "<b>", "a" * 5000]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_days(text, NOW, ZONE) is None


def test_a_month_and_day_in_figures_that_may_be_swapped_is_asked_again_outside_east_asia() -> None:
    assert read_moment("3/4 20:00", NOW, ZONE) == at("2027-03-04 20:00")
    assert read_moment("3/4 20:00", NOW, "Europe/Berlin") is None
    assert read_moment("31/12 20:00", NOW, "Europe/Berlin") == at("2026-12-31 20:00", "Europe/Berlin")


def test_a_local_time_that_the_clocks_skip_moves_forward_and_one_shown_twice_is_the_first() -> None:
    spring, autumn = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
    assert read_moment("2026-03-29 02:30", spring, "Europe/Berlin") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert read_moment("2026-10-25 02:30", autumn, "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_today_is_the_readers_own_day() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already the 24th in Shanghai
    assert read_moment("今晚8点", late, ZONE) == at("2026-11-24 20:00")
    assert read_moment("tonight 11:45pm", late, "Europe/London") == at("2026-11-23 23:45", "Europe/London")


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("21:30", "2026-11-28 21:30"),
        ("9点", "2026-11-28 21:00"),
        ("tomorrow", "2026-11-24 20:00"),
        ("改到后天", "2026-11-25 20:00"),
        ("Sunday 9pm", "2026-11-29 21:00"),
        ("this week", None),
        ("晚上", None),
        ("21:30 or so", None),
        ("+1h", "2026-11-28 21:00"),
        ("30m later", "2026-11-28 20:30"),
        ("推迟一小时", "2026-11-28 21:00"),
        ("晚半小时", "2026-11-28 20:30"),
        ("提前半小时", "2026-11-28 19:30"),
        ("in 2 hours", "2026-11-23 17:00"),
        ("tomorrow 4h", "2026-11-24 20:00 for 4h"),
        ("9点到11点", "2026-11-28 21:00 for 2h"),
        ("2026-11-29 21:00 4h", "2026-11-29 21:00 for 4h"),
        ("+30m 3h", "2026-11-28 20:30 for 3h"),
        ("30m later, until 23:30", "2026-11-28 20:30 for 3h"),
        ("4h +1h", "2026-11-28 21:00 for 4h"),
        ("推迟30分钟 3小时", "2026-11-28 20:30 for 3h"),
        ("提前半小时，播4小时", "2026-11-28 19:30 for 4h"),
        ("晚一小时开播，到23点", "2026-11-28 21:00 for 2h"),
        ("推迟1小时到21点", "2026-11-28 21:00"),
        ("提前1小时到19点", "2026-11-28 19:00"),
        ("1h later until 9pm", "2026-11-28 21:00"),
        ("+30m 0h", "2026-11-28 20:30 for 0h"),
        ("postpone by 30 minutes, 4 hours", "2026-11-28 20:30 for 4h"),
        ("delay 45m, 1h30", "2026-11-28 20:45 for 1.5h"),
        ("push it back by 1h", "2026-11-28 21:00"),
        ("bring the show forward by 30m", "2026-11-28 19:30"),
        ("postpone to 21:00 for 3h", "2026-11-28 21:00 for 3h"),
        ("move it to 21:00", "2026-11-28 21:00"),
        ("postpone until 9pm", "2026-11-28 21:00"),
        ("same time 4h", "2026-11-28 20:00 for 4h"),
        ("Same start, until 23:30", "2026-11-28 20:00 for 3.5h"),
        ("same time", None),
        ("时间不变播4小时", "2026-11-28 20:00 for 4h"),
        ("时长改成2小时", "2026-11-28 20:00 for 2h"),
        ("播到24点", "2026-11-28 20:00 for 4h"),
        ("往后挪1小时，播到24点", "2026-11-28 21:00 for 3h"),
        ("往前挪半小时", "2026-11-28 19:30"),
        ("往后挪到21点", "2026-11-28 21:00"),
        ("改到21点 播到24点", "2026-11-28 21:00 for 3h"),
        ("postpone it", None),
        ("delay", None),
        ("30m 3h", None),
        ("+30m or so", None),
    ],
)
def test_what_moves_goes_by_a_span_or_to_an_hour_of_its_day_or_to_another_day_at_its_hour(
    said: str, to: str | None
) -> None:
    was = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    found = read_new_time(read(said, NOW, ZONE), was, NOW, ZONE)
    lasts = f" for {found[1] / timedelta(hours=1):g}h" if found and found[1] is not None else ""
    assert (found and f"{found[0].astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}{lasts}") == to
    alone = read_move(read(said, NOW, ZONE), was, NOW, ZONE)
    assert alone == (found[0] if found and not lasts else None), "where no length is asked for, none is dropped"


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("到23点", 3),
        ("播到24点", 4),
        ("到晚上11点", 3),
        ("23:00", 3),
        ("until 11pm", 3),
        ("20:00-23:00", 3),
        ("到次日1点", 5),
        ("02:00", 6),
        ("2:30", None),
        ("3h", None),
        ("21:00-23:00", None),
    ],
)
def test_an_end_is_counted_from_what_begins_and_a_length_is_none(said: str, hours: int | None) -> None:
    found = read_until(said, datetime(2026, 11, 28, 12, 0, tzinfo=UTC), ZONE)
    assert found == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(
    ("said", "at_"), [("18:00", "18:00"), ("6pm", "18:00"), ("下午6点", "18:00"), ("Fri 18:00", None), ("soon", None)]
)
def test_an_hour_alone_is_of_the_day_that_was_asked_about(said: str, at_: str | None) -> None:
    assert read_hour(said, date(2026, 11, 26), NOW, ZONE) == (at(f"2026-11-26 {at_}") if at_ else None)
