"""An hour and a day without the bot, and the nights that have one hour more or less: late, merged or missed, no flood."""

from collections import Counter
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import phases
from bot.crew import LogEntry, Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.message import Message
from tests.machine import open_machine
from tests.scenes import scene
from tests.stage import Stage

STARTS, SOON = "2026-11-23 22:30", "2026-11-23 20:30"
A_FEW, IN_THE_GROUP = 9, 3
"""Messages that one chat may get at once after a day: no more than a person reads."""


@scene
async def goes_down(stage: Stage, on_air: bool, before: float) -> None:
    """Up to the moment at which the machine stops: so many hours before the start, or just on air."""
    show = await stage.show(starts=SOON if on_air else STARTS, hours=3)
    if on_air:
        await stage.hush("prep", "ready", "calls", before=show.starts_at + timedelta(minutes=4))
        await stage.to(show.starts_at + timedelta(minutes=4))
        await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.LIVE))
    else:
        await stage.to(stage.at(STARTS) - timedelta(hours=before))


@pytest.mark.parametrize(("hours", "on_air", "before"), [(1, False, 1.5), (1, True, 0), (24, False, 2), (24, True, 0)])
async def test_after_an_hour_or_a_day_everything_overdue_is_said_late_or_recorded_and_nobody_is_flooded(
    stage: Stage, hours: int, on_air: bool, before: float
) -> None:
    await goes_down(stage, on_air, before)
    last = max(row.id for row in await stage.rows(Message))
    overdue = {
        cue.id: cue.due_at
        for cue in await stage.rows(Cue)
        if cue.state is CueState.PLANNED and cue.due_at < stage.now + timedelta(hours=hours)
    }
    stage.clock.forward(timedelta(hours=hours))
    await stage.settle()

    after = [cue for cue in await stage.rows(Cue) if cue.id in overdue]
    assert len(overdue) > 3 and all(cue.state is not CueState.PLANNED or cue.due_at > stage.now for cue in after)
    missed = sum(cue.state is CueState.MISSED for cue in after)
    assert missed == sum(entry.key == "calls-log-missed" for entry in await stage.rows(LogEntry))
    assert missed or not on_air

    said = [row for row in await stage.rows(Message) if row.id > last]
    heard = Counter(row.chat_id for row in said)
    assert heard.pop(stage.group.id, 0) <= IN_THE_GROUP and said
    assert max(heard.values()) <= A_FEW
    again = Counter((row.chat_id, row.text) for row in said)
    assert set(again.values()) == {1}, again.most_common(1)


async def test_what_is_said_long_after_its_time_says_so(stage: Stage) -> None:
    await goes_down(stage, on_air=True, before=0)
    stage.clock.forward(timedelta(hours=1))
    await stage.settle()
    assert "57m late: I could not say this in time." in stage.joy.reads()


async def test_the_same_question_that_became_due_several_times_is_asked_once(stage: Stage) -> None:
    await goes_down(stage, on_air=True, before=0)
    wraps = await stage.cues("ready.wrap")
    assert len(wraps) > 1
    stage.clock.forward(timedelta(days=1))
    await stage.settle()
    everybody = [text for actor in stage.actors.values() for text in actor.inbox()]
    assert len([text for text in everybody if "Is it over?" in text]) == 1


@pytest.mark.parametrize("down", [timedelta(hours=1), timedelta(days=1)])
async def test_down_time_is_the_same_whether_the_process_was_gone_or_the_machine_asleep(down: timedelta) -> None:
    told = []
    for asleep in (True, False):
        async with open_machine() as machine:
            for number, kind in enumerate(("plain", "late", "missed", "chain")):
                await machine.cue(kind, number, at=machine.now + timedelta(minutes=10))
            if asleep:
                machine.clock.jump(down)
                machine.app.ticker.notice()
            else:
                machine.clock.forward(down)
                machine.restart()
            await machine.settle()
            told.append((await machine.given(), machine.group.inbox(), [cue.state for cue in await machine.rows(Cue)]))
    assert told[0] == told[1] and told[0][2].count(CueState.MISSED) == 1


# The nights in which clocks are put forward or back

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = datetime(2027, 3, 28, tzinfo=BERLIN), datetime(2027, 10, 31, tzinfo=BERLIN)


@pytest.mark.parametrize(("night", "length"), [(SPRING, 23), (AUTUMN, 25)])
async def test_in_both_nights_each_cue_comes_once_and_the_hours_between_are_real_ones(
    night: datetime, length: int
) -> None:
    """A cue each half an hour of a day that has 23 hours, or 25."""
    async with open_machine() as machine:
        await machine.unit(lambda desk: setattr(desk.get(Team, 1), "timezone", "Europe/Berlin"))
        begins = night.astimezone(ZoneInfo("UTC"))
        ends = night.replace(day=night.day + 1 if night.month == 3 else 1, month=3 if night.month == 3 else 11)
        halves = int((ends.astimezone(ZoneInfo("UTC")) - begins) / timedelta(minutes=30))
        assert halves == 2 * length
        for number in range(halves):
            await machine.cue("plain", number, at=begins + number * timedelta(minutes=30))
        await machine.to(begins + timedelta(days=3))
        assert len(await machine.given()) == halves
        given = [entry.at for entry in await machine.rows(LogEntry) if entry.key == "echo-log-given"]
        assert given == [begins + number * timedelta(minutes=30) for number in range(halves)]


@pytest.mark.parametrize(("night", "hours"), [(SPRING, 7), (AUTUMN, 9)])
async def test_in_both_nights_the_morning_comes_at_eight_by_the_clock_on_the_wall(night: datetime, hours: int) -> None:
    async with open_machine(quiet=(time(23), time(8))) as machine:
        await machine.unit(lambda desk: setattr(desk.get(Team, 1), "timezone", "Europe/Berlin"))
        midnight = night.astimezone(ZoneInfo("UTC"))
        await machine.cue("quiet", at=midnight + timedelta(minutes=30))
        await machine.to(midnight + timedelta(hours=hours, seconds=-1))
        assert await machine.given() == []
        await machine.to(midnight + timedelta(hours=hours))
        assert await machine.given() == ["echo.quiet:1:"]
