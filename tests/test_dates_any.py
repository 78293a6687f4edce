"""Any text at all, as a time: it is read or refused, and nothing ever falls over."""

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import dates
from bot.dates import read_days, read_length, read_moment, read_span, split_moment, understand

EXAMPLES = int(os.environ.get("CALLBOARD_EXAMPLES", "4"))
ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo(ZONE))  # a Monday


@pytest.fixture(scope="module", autouse=True)
def let_go() -> Iterator[None]:
    yield
    dates.release()


FRAGMENTS = [*"0123456789年月日号点半时分到周下后今明晚早小个星期天:-/.,~ 十", "tomorrow", "next", "friday", " pm", "am ", " at ", " in ",
             " to ", "nov", "2026", "-02-", "31", "h", "除夕", "晚上", "Ｔ", "00:00", "+99:99", "T25:61Z", "小时", "week", "9" * 9]  # fmt: skip
TYPED = st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
ZONES = st.sampled_from([ZONE, "UTC", "Pacific/Apia", "America/New_York", "Asia/Kathmandu"])
NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone


@settings(max_examples=EXAMPLES * 40)
@given(TYPED, NOWS, ZONES)
def test_any_text_is_read_or_refused_and_never_raises(text: str, now: datetime, zone: str) -> None:
    moment, span, split = read_moment(text, now, zone), read_span(text, now, zone), split_moment(text, now, zone)
    length, days = read_length(text), read_days(text, now, zone)
    assert all(each.utcoffset() == timedelta() for each in (moment, *(span or ())) if each)
    assert split is None or (moment is None or split == (moment, "")) and split[1] in text
    assert length is None or length >= timedelta()
    assert days is None or isinstance(days[0], date)


@settings(max_examples=EXAMPLES * 8)
@given(TYPED)
def test_any_text_survives_the_libraries(text: str) -> None:
    assert asyncio.run(understand(text, NOW, ZONE)).text == text
