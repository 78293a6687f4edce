"""The ticker: one alarm at the earliest cue, set anew when rows change, and a clock that jumps is noticed."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot import ticker as room
from bot.clock import RehearsalClock
from bot.ticker import Ticker
from tests.machine import Machine, open_machine
from tests.stage import MONDAY_NOON

NOON, HOUR = MONDAY_NOON, timedelta(hours=1)


@asynccontextmanager
async def ticking(machine: Machine) -> AsyncIterator[Ticker]:
    ticker = machine.app.ticker
    running = asyncio.create_task(ticker.run(machine.app.inbox.purge))
    try:
        yield ticker
    finally:
        running.cancel()
        await asyncio.wait({running})


async def until(machine: Machine, true: Callable[[], bool]) -> None:
    """Look again each time the database is free, until it is so."""
    async with asyncio.timeout(10):
        while not true():
            await machine.given()


async def given(machine: Machine, count: int) -> None:
    async with asyncio.timeout(10):
        while len(await machine.given()) < count:
            pass


async def plan(machine: Machine, number: int, after: timedelta) -> None:
    await machine.cue("plain", number, at=NOON + after)
    machine.app.ticker.rearm()


async def test_the_alarm_stands_at_the_earliest_cue_and_follows_every_commit() -> None:
    async with open_machine() as machine, ticking(machine) as ticker:
        for number, after, earliest in ((1, 5 * HOUR, 5), (2, 2 * HOUR, 2), (3, 3 * HOUR, 2)):
            await plan(machine, number, after)
            await until(machine, lambda hours=earliest: ticker.alarm == NOON + hours * HOUR)  # type: ignore[misc]
        await machine.unit(lambda desk: desk.drop("echo.plain", 2))
        ticker.rearm()
        await until(machine, lambda: ticker.alarm == NOON + 3 * HOUR)
        await machine.unit(lambda desk: [desk.drop("echo.plain", number) for number in (1, 3)])
        ticker.rearm()
        await until(machine, lambda: ticker.alarm is None)


async def test_an_update_that_plans_a_cue_sets_the_alarm_by_itself() -> None:
    async with open_machine() as machine, ticking(machine) as ticker:
        await machine.mei.says("/later 3600")
        await until(machine, lambda: ticker.alarm == NOON + HOUR)


async def test_what_is_due_is_given_without_anybody_asking() -> None:
    async with open_machine(clock=RehearsalClock(NOON)) as machine, ticking(machine) as ticker:
        await plan(machine, 1, timedelta(hours=1))
        await until(machine, lambda: ticker.alarm is not None)
        await plan(machine, 2, machine.now - NOON + timedelta(milliseconds=50))
        await given(machine, 1)
        assert await machine.given() == ["echo.plain:2:"]


async def test_the_alarm_rings_on_the_loop_and_not_in_a_thread_that_cannot_wake_it() -> None:
    async with open_machine() as machine, ticking(machine) as ticker:
        await plan(machine, 1, HOUR)
        await until(machine, lambda: ticker.alarm is not None)
        jobs = {one.id: one.func for one in ticker._scheduler.get_jobs()}
        assert set(jobs) == {"alarm", "tidy"} and all(inspect.iscoroutinefunction(func) for func in jobs.values())


@pytest.mark.parametrize("by", [2 * HOUR, -2 * HOUR, timedelta(seconds=1.5)])
async def test_a_clock_that_was_set_is_noticed_and_the_alarm_set_anew(by: timedelta) -> None:
    async with open_machine() as machine, ticking(machine) as ticker:
        await plan(machine, 1, HOUR)
        await until(machine, lambda: ticker.alarm is not None)
        assert not ticker.notice()
        machine.clock.forward(timedelta(seconds=1))
        assert not ticker.notice()
        before = ticker._scheduler.get_job("alarm")
        machine.clock.jump(by)
        assert ticker.notice() and not ticker.notice()
        if by > HOUR:
            await given(machine, 1)
        else:
            await until(machine, lambda: ticker._scheduler.get_job("alarm") is not before)
            assert await machine.given() == []


@pytest.mark.parametrize("clock", ["forward", "back", "rehearsal"])
async def test_the_watch_notices_by_itself(clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks every second, so that no jump goes unnoticed for two; here it looks all the time."""
    assert room.BEAT + room.JUMP.total_seconds() <= 2
    monkeypatch.setattr(room, "BEAT", 0)
    moving = RehearsalClock(NOON) if clock == "rehearsal" else None
    async with open_machine(clock=moving) as machine, ticking(machine) as ticker:
        await plan(machine, 1, HOUR)
        await until(machine, lambda: ticker.alarm is not None)
        before = ticker._scheduler.get_job("alarm")
        if moving:
            moving.forward(2 * HOUR)
        else:
            machine.clock.jump(2 * HOUR if clock == "forward" else -2 * HOUR)
        if clock == "back":
            await until(machine, lambda: ticker._scheduler.get_job("alarm") is not before)
            machine.clock.forward(3 * HOUR)
            ticker.rearm()
        await given(machine, 1)


async def test_after_a_night_asleep_what_is_overdue_is_given_and_only_once() -> None:
    async with open_machine() as machine:
        for number in range(120):
            await machine.cue("plain", number, at=NOON + HOUR)
        machine.clock.jump(9 * HOUR)
        async with ticking(machine):
            await given(machine, 120)
        assert len(set(await machine.given())) == len(await machine.given()) == 120


async def test_a_cue_that_was_given_does_not_come_again_where_its_hour_does() -> None:
    async with open_machine() as machine:
        await machine.cue("plain", 1, at=NOON + HOUR)
        machine.clock.forward(HOUR)
        async with ticking(machine) as ticker:
            await given(machine, 1)
            machine.clock.jump(-2 * HOUR)
            assert ticker.notice()
            await plan(machine, 2, HOUR)
            machine.clock.forward(2 * HOUR)
            ticker.rearm()
            await given(machine, 2)
        assert await machine.given() == ["echo.plain:1:", "echo.plain:2:"]


async def test_what_waits_to_be_said_keeps_its_order_where_the_clock_is_set_back() -> None:
    async with open_machine() as machine:
        for text in ("first", "second"):
            await machine.say("mei", text)
        machine.clock.jump(-2 * HOUR)
        assert machine.app.ticker.notice()
        await machine.app.ticker.give_due()
        await machine.say("mei", "third")
        await machine.settle()
        assert machine.mei.inbox() == ["first", "second", "third"]
