"""Who the team is: days away that can't be meant as they were typed are asked again, or shown before they are kept."""

from bot.crew import Away, Member
from tests.stage import Stage


async def test_an_end_before_the_start_is_asked_again_with_what_was_understood(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-11-30..2026-11-26")
    assert stage.mei.reads().startswith("I read Mon 30 Nov to Thu 26 Nov: that ends before it begins.")
    assert not await stage.rows(Away)


async def test_an_end_before_the_start_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.mei.tells_bot("/away 2026-11-30..2026-11-26")
    assert stage_zh.mei.reads().startswith("我读到的是 11月30日 周一 至 11月26日 周四，结束早于开始。")


async def test_months_are_shown_with_their_year_before_they_are_kept(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 12月5日到12月1日")
    assert (
        stage.mei.reads() == "Away Sat 5 Dec to Wed 1 Dec 2027, 362 days: is that right?\nIf not, send the days again."
    )
    assert not await stage.rows(Away)
    await stage.mei.presses("Yes, keep it")
    assert stage.mei.reads().startswith("Kept: away Sat 5 Dec to Wed 1 Dec 2027.")
    assert len(await stage.rows(Away)) == 1
    await stage.mei.tells_bot("/away")
    await stage.mei.presses("I am there after all: Sat 5 Dec to Wed 1 Dec 2027")
    assert not await stage.rows(Away)


async def test_months_are_shown_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.mei.tells_bot("/away 12月5日到12月1日")
    assert stage_zh.mei.reads().startswith("12月5日 周六 至 2027年12月1日 周三请假，共 362 天，对吗？")
    await stage_zh.mei.presses("对，请假")
    assert stage_zh.mei.reads().startswith("已记：12月5日 周六 至 2027年12月1日 周三请假")


async def test_a_forged_press_keeps_no_days_of_others_and_none_that_end_before_they_begin(stage: Stage) -> None:
    mei = next(member.id for member in await stage.rows(Member) if member.person_id == stage.mei.id)
    await stage.kai.tells_bot("/away")
    await stage.kai.sends_data(f"team.away:{mei}:2026-12-01:2027-06-01")
    assert "Mei" in stage.kai.toast
    await stage.mei.tells_bot("/away")
    await stage.mei.sends_data(f"team.away:{mei}:2027-06-01:2026-12-01")
    assert "ends before it begins" in stage.mei.toast
    await stage.mei.sends_data(f"team.away:{mei}:soon")
    assert not await stage.rows(Away)
