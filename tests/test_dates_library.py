"""Rare dates: read by the libraries in a process of their own, which may hang, die or rest."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import dates
from bot.dates import understand
from bot.dates.library import Reader

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo(ZONE))  # a Monday


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


@pytest.fixture(scope="module", autouse=True)
def let_go() -> Iterator[None]:
    yield
    dates.release()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("除夕晚上8点", "2027-02-05 20:00"),
        ("春节晚上8点", "2027-02-06 20:00"),
        ("元旦晚8点", "2027-01-01 20:00"),
        ("in 2 months at 8pm", "2027-01-23 20:00"),
    ],
)
async def test_rarer_turns_are_read_by_the_libraries_and_lie_ahead(text: str, expected: str) -> None:
    assert (await understand(text, NOW, ZONE)).moment == at(expected)


async def test_what_a_library_reads_is_split_too() -> None:
    line = await understand("春节晚上8点 3h 年货节", NOW, ZONE)
    assert (line.moment, line.length, line.title) == (at("2027-02-06 20:00"), timedelta(hours=3), "年货节")
    span = await understand("元旦晚8点到11点", NOW, ZONE)
    assert span.span == (at("2027-01-01 20:00"), at("2027-01-01 23:00"))
    assert (await understand("除夕", NOW, ZONE)).days == (date(2027, 2, 5), date(2027, 2, 5))


@pytest.mark.parametrize(
    "text",
    ["双11专场", "12 12 12", "1764500000", "除夕 年货节", "1; DROP TABLE x", "8" * 5000, "x1 " * 30, "tomorrow 20h"],
)
async def test_a_title_or_a_figure_is_no_time_even_to_a_library(text: str) -> None:
    read = await understand(text, NOW, ZONE)
    assert (read.moment, read.span, read.days, read.length) == (None, None, None, None)


def test_a_library_that_hangs_dies_or_rests_is_replaced() -> None:
    hangs = Reader([sys.executable, "-c", "import time; input(); time.sleep(60)"], seconds=0.05)
    assert hangs.ask({"text": "x"}) is None
    dies = Reader([sys.executable, "-c", "input(); exit(1)"])
    assert dies.ask({"text": "x"}) is None
    # It answers once and goes: the next question finds it gone, and another one answers.
    rests = Reader([sys.executable, "-c", 'input(); print(\'{"end": "1"}\')'])
    assert [rests.ask({}), rests.ask({})] == [{"end": "1"}, {"end": "1"}]
    for each in (hangs, dies, rests):
        each.close()


async def test_reading_in_a_library_does_not_hold_up_the_loop() -> None:
    dates.release()
    ticks = 0

    async def count() -> AsyncIterator[None]:
        while True:
            yield await asyncio.sleep(0.005)

    reading = asyncio.create_task(understand("除夕晚上8点", NOW, ZONE))
    async for _ in count():
        ticks += 1
        if reading.done():
            break
    assert reading.result().moment == at("2027-02-05 20:00")
    assert ticks > 5
