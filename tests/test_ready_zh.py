"""The gate in Chinese: HOLD and NO-GO, as lead and crew read them."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.crew import Assignment, Phase
from bot.desk import Desk
from flows.ready.tables import Decision
from tests.stage import Stage, plain
from tests.test_first_lead import label
from tests.test_ready import CREW, called, gates, only, planned
from tests.test_ready_asked import samples


async def at_the_gate(stage: Stage, *silent: str) -> None:
    await called(stage, *[key for key in CREW if key not in silent])
    await stage.to(stage.at("2026-11-28 19:45"))


async def test_a_hold_moves_the_show_and_asks_only_the_others(stage_zh: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await at_the_gate(stage_zh, "tao")
    only(stage_zh, monkeypatch, samples(stage_zh.xia))
    said = len(stage_zh.bo.inbox())
    await stage_zh.lin.presses(label(stage_zh, "ready-button-hold", minutes=10))
    assert (await stage_zh.stream()).starts_at == stage_zh.at("2026-11-28 20:10")
    assert "20:10 开播" in stage_zh.group.reads() and "19:50 由" in plain(stage_zh.group.reads())
    card = next(text for text in stage_zh.group.inbox() if text.startswith("🙋"))
    assert "19:45 决定延后，改到 20:10 开播。\n在等：技术（" in card and "19:50 由" in card
    [own] = [plain(text) for text in stage_zh.lin.inbox() if text.startswith("🚦")]
    assert own.splitlines()[1:] == card.splitlines()[-3:]
    assert "到岗确认" in stage_zh.tao.reads()
    assert not any("到岗确认" in text for text in stage_zh.bo.inbox()[said:])
    assert plain(stage_zh.bo.reads()) == "⏸ 延后：Black Friday Special 改到 20:10 开播，林岚拍板。你不用再回复。"
    assert plain(stage_zh.xia.reads()).endswith(
        "改到 20:10 开播，林岚拍板。还在等你：\n🔴 Samples · 小夏 · ⛔ courier late"
    )
    assert stage_zh.xia.private.buttons() == ["Samples"]
    await stage_zh.forward(timedelta(minutes=5))
    assert label(stage_zh, "ready-button-go") in stage_zh.lin.private.buttons()
    assert await gates(stage_zh) == [Decision.HOLD, Decision.OPEN]


async def test_a_no_go_asks_what_becomes_of_the_show_and_moves_it(stage_zh: Stage) -> None:
    await at_the_gate(stage_zh, "tao")
    await stage_zh.lin.presses(label(stage_zh, "ready-button-no-go"))
    await stage_zh.lin.presses(label(stage_zh, "ready-button-move"))
    await stage_zh.lin.tells_bot("昨天")
    assert "12月1日20:00" in stage_zh.lin.reads()
    await stage_zh.lin.tells_bot("明晚8点")
    await stage_zh.lin.presses("确认改期")
    assert (await stage_zh.stream()).starts_at == stage_zh.at("2026-11-29 20:00")
    assert any("11月29日" in plain(text) for text in stage_zh.mei.inbox()[-3:])
    assert any("🔁 林岚于 11月28日 周六 19:45 决定不播：改期。" in plain(text) for text in stage_zh.lin.inbox())


async def test_a_seat_that_nobody_has_is_called_at_the_roll(stage_zh: Stage) -> None:
    await planned(stage_zh)

    def leave_open(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "anchor")).one().person_id = None

    await stage_zh.work(leave_open)
    await stage_zh.to(stage_zh.at("2026-11-28 19:15"))
    assert plain(stage_zh.kai.reads()).endswith("主播没有人。\n你能顶一下吗？")
    await stage_zh.to(stage_zh.at("2026-11-28 19:26"))
    asked = max(n for n, text in enumerate(stage_zh.lin.inbox()) if "主播没有人" in plain(text))
    assert plain(stage_zh.lin.inbox()[asked]).endswith("你也可以选人，或先空着（开播决策时照样列出来）。")
    assert stage_zh.lin.private.buttons(asked) == ["我来顶岗", "选人", "先空着", "催过谁"]
    await stage_zh.lin.presses("先空着")
    assert plain(stage_zh.lin.inbox()[asked]).endswith("▫️ 主播：空缺 🔕")
    assert stage_zh.lin.private.buttons(asked) == ["催过谁"], "the way back that was told"
    await stage_zh.kai.presses("还没好")
    await stage_zh.lin.presses("催过谁", on="▫️ 主播：空缺 🔕")
    assert stage_zh.lin.private.buttons() == ["🔔 恢复催问"]
    assert plain(stage_zh.lin.reads()).splitlines()[0].startswith("主播（空缺）：催过谁、什么时候")


async def test_a_no_go_cancels_after_asking_once_more(stage_zh: Stage) -> None:
    await at_the_gate(stage_zh, "tao")
    for word in ("ready-button-no-go", "ready-button-cancel", "ready-button-cancel-really"):
        await stage_zh.lin.presses(label(stage_zh, word))
    assert (await stage_zh.stream()).phase is Phase.CANCELLED
    assert "取消" in plain(stage_zh.mei.reads())
