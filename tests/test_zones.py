"""Whose clock: times are read as the same person is shown them; boards and cards follow today's zone and language."""

from datetime import timedelta

from flows.ready.tables import RollLine
from tests.stage import Stage

MINUTE = timedelta(minutes=1)


async def test_not_yet_until_is_read_by_the_clock_that_shows_the_start(stage: Stage) -> None:
    show = await stage.show(starts="2026-11-23 21:00", hours=1)
    await stage.mei.tells_bot("/timezone Berlin")
    await stage.to(show.starts_at - 44 * MINUTE)
    await stage.mei.presses("Not yet")
    await stage.mei.tells_bot("Make-up")
    assert stage.mei.reads().endswith("I read times in Central European Time, as I show them to you.")
    await stage.mei.tells_bot("13:30")
    [line] = [one for one in await stage.rows(RollLine) if one.person_id == stage.mei.id]
    assert line.until == stage.at("2026-11-23 20:30")
