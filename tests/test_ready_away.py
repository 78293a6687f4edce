"""Ready: whoever is away is not asked at the roll; the next in line is, and every card says so."""

from datetime import timedelta

from bot.rehearsal.run import Backstage
from flows.ready.tables import Readiness
from tests.stage import Stage, plain
from tests.test_ready import CREW, MINUTE, called, planned, roll, states


async def test_who_is_away_is_not_asked_at_the_roll_and_the_stand_in_is_at_once(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.mei.tells_bot("/away 2026-11-27..2026-11-29")
    said = len(stage.mei.inbox())
    await stage.to(stream.starts_at - 40 * MINUTE)
    assert len(stage.mei.inbox()) == said
    assert any(plain(text).startswith("🙋 Mei (Anchor) is away and still has the seat") for text in stage.kai.inbox())
    assert roll(stage).splitlines()[-3] == "🌴 Anchor: Mei, away"


async def test_with_every_stand_in_away_too_the_lead_is_asked(stage: Stage) -> None:
    stream = await planned(stage)
    for away in (stage.mei, stage.kai):
        await away.tells_bot("/away 2026-11-28")
    said = len(stage.lin.inbox())
    await stage.to(stream.starts_at - 45 * MINUTE)
    assert any("Mei (Anchor) is away" in plain(text) for text in stage.lin.inbox()[said:])


async def test_a_ready_of_somebody_who_is_away_after_all_is_worth_nothing(stage: Stage) -> None:
    await called(stage, *CREW)
    said = len(stage.kai.inbox())
    await stage.mei.tells_bot("/away 2026-11-28")
    assert (await states(stage))["anchor"] is Readiness.SILENT
    assert "🌴 Anchor: Mei, away" in roll(stage)
    assert any("Mei (Anchor) is away" in plain(text) for text in stage.kai.inbox()[said:])
    await stage.to(stage.at("2026-11-28 19:45"))
    assert "🔴 Anchor: Mei, away" in stage.lin.reads()
    assert "Anchor (Mei, away)" in stage.board()


async def test_who_is_away_and_there_all_the_same_counts_as_ready(stage: Stage) -> None:
    await called(stage)
    await stage.mei.tells_bot("/away 2026-11-28")
    await stage.mei.presses_in("group", "Ready")
    assert "✅ Anchor: Mei" in roll(stage)


async def test_an_absence_on_other_days_changes_nothing_at_the_roll(stage: Stage) -> None:
    await called(stage, "mei")
    await stage.mei.tells_bot("/away 2026-12-01..2026-12-05")
    assert (await states(stage))["anchor"] is Readiness.READY


async def test_the_rehearsals_timeline_names_nobody_who_is_away(stage: Stage) -> None:
    await planned(stage)
    coming = Backstage(stage.app, stage.world).upcoming
    assert ("Are we live?", "Bo") in {(one["label"], one["to"]) for one in await coming()}
    await stage.bo.tells_bot("/away 2026-11-28")
    assert ("Are we live?", "Lin") in {(one["label"], one["to"]) for one in await coming()}


async def test_who_is_away_stands_on_the_roll_in_chinese(stage_zh: Stage) -> None:
    stream = await planned(stage_zh)
    await stage_zh.mei.tells_bot("/away 2026-11-27..2026-11-29")
    said = len(stage_zh.mei.inbox())
    await stage_zh.to(stream.starts_at - timedelta(minutes=40))
    assert len(stage_zh.mei.inbox()) == said
    assert any("请假了，岗还空着" in text for text in stage_zh.kai.inbox())
    assert any("🌴 主播：" in text for text in stage_zh.group.inbox())
