"""Whose clock: times are read as the same person is shown them; boards and cards follow today's zone and language."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot import zones
from bot.crew import Person, Stream, Team
from bot.desk import Desk
from bot.incoming import Author, Incoming, Kind
from flows.duty import pledges
from flows.prep.tables import Item
from flows.ready.tables import RollLine
from tests.stage import Actor, Stage

MINUTE = timedelta(minutes=1)
FEW = ("mei", "kai", "yan")


async def test_not_yet_until_is_read_by_the_clock_that_shows_the_start(stage: Stage) -> None:
    show = await stage.show(starts="2026-11-23 21:00", hours=1, crew=("mei",))
    await stage.mei.tells_bot("/timezone Berlin")
    await stage.to(show.starts_at - 44 * MINUTE)
    await stage.mei.presses("Not yet")
    await stage.mei.tells_bot("Make-up")
    assert stage.mei.reads().endswith("I read times in Central European Time, as I show them to you.")
    await stage.mei.tells_bot("13:30")
    [line] = [one for one in await stage.rows(RollLine) if one.person_id == stage.mei.id]
    assert line.until == stage.at("2026-11-23 20:30")
    assert "I'll ask again at 13:30 (Central European Time)" in stage.mei.reads()


async def test_a_due_time_is_read_and_told_by_the_leads_own_clock(stage: Stage) -> None:
    await stage.show(crew=FEW)
    await stage.lin.tells_bot("/timezone Berlin")
    await stage.lin.tells_bot("/item Buy tape")
    await stage.lin.presses("Yan")
    assert "I read times in Central European Time" in stage.lin.reads()
    await stage.lin.tells_bot("2026-11-27 11:00")
    assert (
        stage.lin.reads()
        == "On the list: Buy tape · Yan, due Fri 27 Nov 11:00 (Central European Time); it moves with the start."
    )
    item, show = (await stage.rows(Item))[-1], await stage.stream()
    assert show.starts_at + timedelta(seconds=item.offset) == stage.at("2026-11-27 18:00")


async def test_a_show_is_planned_and_moved_by_the_leads_own_clock(stage: Stage) -> None:
    await stage.lin.tells_bot("/timezone Berlin")
    await stage.lin.tells_bot("/new")
    await stage.lin.tells_bot("Black Friday")
    await stage.lin.tells_bot("skip")
    await stage.lin.tells_bot("skip")
    assert "I read times in Central European Time." in stage.lin.reads()
    assert stage.lin.sees_button("Tue 24 Nov 13:00")
    await stage.lin.tells_bot("Sat 20:00")
    assert "Sat 28 Nov 20:00 (Central European Time)" in stage.lin.reads()
    await stage.lin.tells_bot("cancel")
    await stage.show(crew=FEW)
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses("Black Friday Special")
    await stage.lin.presses("Move")
    assert "It is planned for Sat 28 Nov 13:00 (Central European Time)" in stage.lin.reads()
    await stage.lin.tells_bot("14:30")
    assert "to Sat 28 Nov 14:30 (Central European Time)" in stage.lin.reads()
    await stage.lin.presses("Move it")
    assert (await stage.stream()).starts_at == stage.at("2026-11-28 21:30")


async def test_in_the_group_times_are_the_teams(stage: Stage) -> None:
    await stage.lin.tells_bot("/timezone Berlin")
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert (await stage.stream()).starts_at == stage.at("2026-11-28 20:00")


async def test_a_new_start_after_a_no_go_is_read_by_the_leads_own_clock(stage: Stage) -> None:
    show = await stage.show(starts="2026-11-23 21:00", hours=1, crew=("mei",))
    await stage.lin.tells_bot("/timezone Berlin")
    await stage.hush("prep", "calls", before=show.starts_at)
    await stage.to(show.starts_at - 14 * MINUTE)
    await stage.lin.presses("NO-GO")
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("13:00")
    assert "Mon 23 Nov 13:00 doesn't work" in stage.lin.reads()


async def test_what_only_a_library_reads_is_read_by_the_same_clock(stage: Stage) -> None:
    await stage.lin.tells_bot("/timezone Berlin")
    alone = Incoming(Kind.TEXT, chat_id=stage.lin.id, private=True, author=Author(stage.lin.id, "Lin"))
    house, group = stage.app.house, replace(alone, chat_id=stage.group.id, private=False)
    read_in = [await stage.app.store.read(lambda s, i=each: zones.known_before(s, house, i)) for each in (alone, group)]
    assert read_in == ["Europe/Berlin", "Asia/Shanghai"]


async def test_quiet_hours_are_always_the_teams(stage: Stage) -> None:
    await stage.lin.tells_bot("/timezone Berlin")
    await stage.lin.tells_bot("/quiet 22:00-08:00")
    assert (await stage.rows(Team))[0].quiet == "22:00-08:00"


async def test_a_promise_is_heard_by_the_clock_of_whoever_typed_it(stage: Stage) -> None:
    show = await stage.show(crew=FEW)
    await stage.yan.tells_bot("/timezone Berlin")

    def heard(desk: Desk, by: Actor) -> list[datetime]:
        stream, person = desk.get(Stream, show.id), desk.get(Person, by.id)
        return [at.at for _, at in pledges.heard_in(desk, stream, "The coupon comes back at 16:30", person)]

    assert await stage.work(lambda desk: heard(desk, stage.yan)) == [stage.at("2026-11-23 23:30")]
    assert await stage.work(lambda desk: heard(desk, stage.kai)) == [stage.at("2026-11-24 16:30")]


async def test_what_hangs_follows_the_teams_language_and_clock(stage: Stage) -> None:
    await stage.show(crew=FEW)
    [before, *_] = await stage.cues("prep.morning")
    await asked(stage, "Kai")
    await stage.lin.says("/timezone Berlin")
    assert "Sat 28 Nov 13:00" in stage.board()
    assert "Sat 28 Nov 13:00–16:00" in stage.kai.reads()
    [after, *_] = await stage.cues("prep.morning")
    assert after.due_at - before.due_at == timedelta(hours=7)
    await stage.lin.says("/language zh")
    assert "11月28日 周六 13:00" in stage.board()
    assert "11月28日 周六 13:00–16:00" in stage.kai.reads()
    await stage.forward(13 * 60 * MINUTE)
    assert "11月28日 周六 13:00" in stage.board()


async def test_what_hangs_in_private_follows_ones_own_language_and_clock(stage: Stage) -> None:
    await stage.show(crew=FEW)
    await asked(stage, "Kai")
    await stage.kai.tells_bot("/timezone Berlin")
    assert "Sat 28 Nov 13:00–16:00" in stage.kai.reads(-2)
    await stage.kai.tells_bot("/language zh")
    assert "11月28日 周六 13:00–16:00" in stage.kai.reads(-3)
    await stage.kai.tells_bot("/timezone")
    await stage.kai.presses("跟团队时区走")
    assert any("11月28日 周六 20:00–23:00" in text for text in stage.kai.inbox())
    assert "Sat 28 Nov 20:00" in stage.board()


async def test_a_team_set_up_anew_in_chinese_reads_its_board_in_chinese(stage: Stage) -> None:
    await stage.show(crew=FEW)
    await stage.lin.says("/setup")
    await stage.lin.presses("中文")
    await stage.lin.presses("北京时间")
    await stage.lin.presses("直播带货")
    assert "11月28日 周六 20:00" in stage.board()


async def asked(stage: Stage, who: str) -> None:
    """The lead gives somebody the anchor's seat."""
    await stage.lin.tells_bot("/streams")
    for label in ("Black Friday", "Crew", "Anchor: Mei", who):
        await stage.lin.presses(label)
