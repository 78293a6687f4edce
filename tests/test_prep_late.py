"""Preparation when the show starts late, is held or called off: what was said as due stays as it was said."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import phases
from bot.config_model import NIGHT
from bot.crew import Phase, Stream
from bot.desk import Desk
from tests.stage import Stage, plain
from tests.test_prep import PLAN, due

MINUTES = timedelta(minutes=1)


def into(stream: Stream, phase: Phase) -> Callable[[Desk], None]:
    return lambda desk: phases.enter(desk, desk.get(Stream, stream.id), phase)


def moved(stream: Stream, by: timedelta) -> Callable[[Desk], None]:
    return lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + by)


def clock(at: datetime) -> str:
    local = at.astimezone(ZoneInfo("Asia/Shanghai"))
    return f"{local:%a} {local.day} {local:%b %H:%M}"


def card(stage: Stage) -> str:
    return [text for text in stage.joy.inbox() if "Promotion plan" in text][-1]


async def test_a_late_start_leaves_what_was_due_before_it_as_it_was_said(stage: Stage) -> None:
    one = await due(stage, PLAN)
    stream = await stage.stream()
    said = f"Was due {clock(stage.now)}"
    assert said in card(stage)
    await stage.hush("prep.ping", "prep.morning", "ready", "calls", before=stream.starts_at)
    await stage.to(stream.starts_at + 2 * MINUTES)
    await stage.work(into(stream, Phase.LIVE))
    await stage.lin.sends_data(f"prep.card:{one.id}")
    assert said in stage.lin.reads()


async def test_a_move_makes_what_is_due_later_now_no_longer_overdue_and_goes_on_asking(stage: Stage) -> None:
    await due(stage, PLAN)
    stream, said = await stage.stream(), f"Was due {clock(stage.now)}"
    await stage.forward(2 * MINUTES)
    await stage.work(moved(stream, 1 * MINUTES))
    assert said in card(stage), "its new time has passed as well"
    await stage.work(moved(stream, 9 * MINUTES))
    assert said not in card(stage) and f"Due {clock(stage.now + 7 * MINUTES)}" in card(stage)
    assert "Later asks you again" in plain(card(stage)), "and says still how to answer"
    asked = sum("Promotion plan" in text for actor in stage.actors.values() for text in actor.inbox())
    await stage.forward(7 * MINUTES)
    assert f"Was due {clock(stage.now)}" in card(stage)
    await stage.forward(timedelta(hours=8))
    assert sum("Promotion plan" in text for actor in stage.actors.values() for text in actor.inbox()) > asked


async def test_a_move_by_days_gives_time_again(stage: Stage) -> None:
    await due(stage, PLAN)
    stream, again = await stage.stream(), f"Due {clock(stage.now + timedelta(days=2))}"
    await stage.forward(2 * MINUTES)
    await stage.work(moved(stream, timedelta(days=2)))
    assert again in card(stage)
    await stage.work(moved(stream, timedelta(days=2, minutes=10)))
    assert again not in card(stage)
    assert "Due " in card(stage)


async def test_once_the_show_is_called_off_cards_and_lists_say_that_nothing_need_be_done(stage: Stage) -> None:
    await stage.show(starts="2026-11-23 23:00")
    title = stage.wei.private.buttons()[1].partition(" · ")[2]
    await stage.wei.tells_bot("/prep")
    await stage.wei.presses(f"⬜ {title}")
    assert "\n⬜ Short notice: please tick it off once it is done · Wei\n" in stage.wei.reads()
    await stage.work(into(await stage.stream(), Phase.CANCELLED))
    assert "called off: this need not be done any more" in stage.wei.reads()
    assert "Short notice" not in stage.wei.reads()
    mine = next(text for text in stage.wei.inbox() if "called off: nothing of this list" in text)
    assert title not in mine
    assert not stage.wei.sees_button("Done", on=title)
    assert not stage.wei.sees_button("✓", on="called off")


async def test_called_off_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await due(stage, PLAN)
    await stage.work(into(await stage.stream(), Phase.CANCELLED))
    card = next(text for text in stage.joy.inbox() if "宣传推广方案" in text and "取消" in text)
    assert "这项不用做了" in card
    assert "截止" not in card
    assert "逾期" not in card


async def test_what_is_overdue_at_night_waits_for_the_morning(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.app.house, "quiet", (NIGHT.start, NIGHT.end))
    await stage.show(starts="2026-12-05 03:30")
    await stage.to(stage.at("2026-11-30 23:00"))
    before = {chat_id: len(chat.posts) for chat_id, chat in stage.world.chats.items()}
    await stage.to(stage.at("2026-12-01 07:59"))
    assert (await stage.cues("prep.overdue"))[0].due_at == stage.at("2026-12-01 08:00")
    assert {chat_id: len(chat.posts) for chat_id, chat in stage.world.chats.items()} == before
    await stage.to(stage.at("2026-12-01 08:00"))
    assert f"Was due {clock(stage.at('2026-12-01 03:30'))}" in card(stage)
