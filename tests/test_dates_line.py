"""One-line commands: the time at the head, and the rest as it was typed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dates import split_length, split_moment, understand

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo(ZONE))  # a Monday


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


SPLITS = {
    "2026-11-28 20:00 3h Black Friday Special": ("2026-11-28 20:00", "3h Black Friday Special"),
    "明晚8点 3小时 双11专场": ("2026-11-24 20:00", "3小时 双11专场"),
    "tomorrow 8pm 2h Title": ("2026-11-24 20:00", "2h Title"),
    "周六20:00 2h 标题": ("2026-11-28 20:00", "2h 标题"),
    "明晚8点双11专场": ("2026-11-24 20:00", "双11专场"),
    "明晚8点半价专场": ("2026-11-24 20:00", "半价专场"),
    "明晚8点半 双12": ("2026-11-24 20:30", "双12"),
    "20:00 12月大促": ("2026-11-23 20:00", "12月大促"),
    "tomorrow 8pm Night market": ("2026-11-24 20:00", "Night market"),
    "tomorrow 8pm 2nd anniversary": ("2026-11-24 20:00", "2nd anniversary"),
    "28 Nov 8pm 2026 kick-off": ("2026-11-28 20:00", "2026 kick-off"),
    "in 2 hours 3h Flash": ("2026-11-23 17:00", "3h Flash"),
    "tomorrow 8pm - Grand opening": ("2026-11-24 20:00", "Grand opening"),
    "20:00 <b>&Sale</b>": ("2026-11-23 20:00", "<b>&Sale</b>"),
    "tomorrow 8pm": ("2026-11-24 20:00", ""),
    "20:00 " + "长" * 5000: ("2026-11-23 20:00", "长" * 5000),
}


@pytest.mark.parametrize(("text", "expected"), SPLITS.items(), ids=[text[:40] for text in SPLITS])
def test_a_one_line_command_gives_its_moment_and_the_rest_as_typed(text: str, expected: tuple[str, str]) -> None:
    assert split_moment(text, NOW, ZONE) == (at(expected[0]), expected[1])


@pytest.mark.parametrize("text", ["Black Friday 20:00", "20:003h", "8pmx", "tomorrow Title", "", "标题 明晚8点"])
def test_a_line_that_does_not_begin_with_a_moment_is_none(text: str) -> None:
    assert split_moment(text, NOW, ZONE) is None


@pytest.mark.parametrize(
    ("text", "length", "title"),
    [
        ("2026-11-28 20:00 3h Black Friday Special", 180, "Black Friday Special"),
        ("2026-11-28 20:00-23:00 Black Friday", 180, "Black Friday"),
        ("周五晚8点到11点 双12预热", 180, "双12预热"),
        ("明晚8点3小时双11专场", 180, "双11专场"),
        ("周五晚8点到11点 周五场", 180, "周五场"),
        ("周五晚8点到周六晚1点 周六夜场", 1740, "周六夜场"),
        ("周五晚8点 周五场", None, "周五场"),
        ("明晚8点 周五专场", None, "周五专场"),
        ("周五晚8点到1点周六 特卖", 300, "周六 特卖"),
        ("tomorrow 8pm to 1am Wednesday, Sale", 300, "Sale"),
        ("tomorrow 8pm to 1am Wednesday", 300, ""),
        ("Friday 8pm to 11pm Friday Night Live", 180, "Friday Night Live"),
        ("Friday 8pm Friday Night Live", None, "Friday Night Live"),
        ("Fri 27 Nov 8pm-11pm Sat warm-up", 180, "Sat warm-up"),
        ("周五晚8点到次日凌晨1点 通宵场", 300, "通宵场"),
        ("周五晚8点到第二天晚9点", 1500, ""),
        ("tomorrow 8pm to the next day 1am Sale", 300, "Sale"),
        ("tomorrow 8pm 2h", 120, ""),
        ("tomorrow 8pm Grand opening", None, "Grand opening"),
    ],
)
async def test_all_readings_of_a_line_come_at_once(text: str, length: int | None, title: str) -> None:
    read = await understand(text, NOW, ZONE)
    assert read.length == (None if length is None else timedelta(minutes=length))
    assert (read.title, read.exact) == (title, not title)
    if read.span and read.length:
        assert read.span == (read.moment, read.span[0] + read.length)


async def test_a_length_and_days_are_readings_too() -> None:
    assert (await understand("两个半小时", NOW, ZONE)).length == timedelta(hours=2.5)
    days = await understand("Dec 1 - Dec 5", NOW, ZONE)
    assert (days.days, days.moment, days.exact) == ((date(2026, 12, 1), date(2026, 12, 5)), None, True)


@pytest.mark.parametrize(
    ("text", "title", "minutes"),
    [
        ("黑五专场 3小时", "黑五专场", 180),
        ("黑五专场，2个半小时", "黑五专场", 150),
        ("黑五专场3小时", "黑五专场", 180),
        ("双11 3小时", "双11", 180),
        ("Black Friday Special 3h", "Black Friday Special", 180),
        ("Black Friday for 90 minutes", "Black Friday", 90),
        ("Black Friday Special", "Black Friday Special", None),
        ("第一小时", "第一小时", None),
        ("Top 3", "Top 3", None),
        ("3小时", "3小时", None),
        ("Sale 1h 30m left", "Sale 1h 30m left", None),
        ("长" * 5000 + " 3h", "长" * 5000 + " 3h", None),
    ],
)
def test_a_title_may_end_with_the_length(text: str, title: str, minutes: int | None) -> None:
    assert split_length(text) == (title, None if minutes is None else timedelta(minutes=minutes))
