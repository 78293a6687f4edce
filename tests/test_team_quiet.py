"""Team: quiet hours are the team's own, set by a lead, and hold for what can wait."""

from datetime import time, timedelta

import pytest

from bot import phases
from bot.crew import Phase, Stream, Team
from bot.message import Message
from flows.team.rules import quiet_hours
from tests.stage import Stage, plain


async def kept(stage: Stage) -> str:
    return (await stage.rows(Team))[0].quiet


async def test_a_lead_sets_quiet_hours_and_the_team_reads_them(stage: Stage) -> None:
    await stage.lin.says("/quiet 23:00-08:00")
    assert stage.group.reads() == "🌙 Quiet hours: 23:00–08:00 (set by Lin)"
    await stage.mei.says("/team")
    assert "🌙 Quiet hours: 23:00–08:00" in stage.group.reads()


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("11pm-8am", "23:00-08:00"),
        ("11pm to 7:30am", "23:00-07:30"),
        ("晚11点到早8点", "23:00-08:00"),
        ("22:30到次日8点", "22:30-08:00"),
        ("20:00-08:00", "20:00-08:00"),
        ("never", "never"),
        ("从不", "never"),
    ],
)
async def test_quiet_hours_are_read_as_people_write_them(stage: Stage, said: str, hours: str) -> None:
    await stage.lin.tells_bot(f"/quiet {said}")
    assert await kept(stage) == hours


@pytest.mark.parametrize(
    "said", ["late", "23:00", "08:00-23:00", "23:00-23:00", "25:00-08:00", "23-8", "😴", "1" * 500]
)
async def test_hours_that_make_no_sense_are_asked_for_again(stage: Stage, said: str) -> None:
    await stage.lin.tells_bot(f"/quiet {said}")
    assert "From when to when" in stage.lin.reads() and not await kept(stage)


async def test_by_presses_alone_from_the_manage_card(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Quiet hours")
    assert "No quiet hours" in stage.lin.reads()
    await stage.lin.presses("22:00–08:00")
    assert await kept(stage) == "22:00-08:00"
    await stage.lin.presses("22:00–08:00")
    assert stage.lin.toast == "🌙 Quiet hours: 22:00–08:00"
    await stage.lin.presses("Never quiet")
    assert await kept(stage) == "never"
    await stage.lin.presses("As the bot is set up")
    assert not await kept(stage)


async def test_who_does_not_lead_reads_them_and_changes_nothing(stage: Stage) -> None:
    await stage.mei.tells_bot("/quiet")
    assert "No quiet hours" in stage.mei.reads() and not stage.mei.private.buttons()
    await stage.mei.tells_bot("/quiet 23:00-08:00")
    assert "Only leads" in stage.mei.reads() and not await kept(stage)


async def test_what_can_wait_comes_in_the_morning_and_the_show_at_hand_does_not_wait(stage: Stage) -> None:
    await stage.lin.says("/quiet 23:00-08:00")
    stream = await stage.show("2026-11-25 01:00", hours=1)
    await stage.to(stage.at("2026-11-23 23:00"))
    said = {key: len(actor.inbox()) for key, actor in stage.actors.items()}
    await stage.to(stage.at("2026-11-24 07:59"))
    assert said == {key: len(actor.inbox()) for key, actor in stage.actors.items()}
    await stage.to(stage.at("2026-11-24 08:01"))
    assert said != {key: len(actor.inbox()) for key, actor in stage.actors.items()}
    await stage.hush("prep", before=stream.starts_at)
    await stage.to(stream.starts_at - timedelta(minutes=44))
    assert any("Roll call" in text for text in stage.mei.inbox()[-3:])


async def sounds(stage: Stage, key: str) -> list[bool]:
    """Of what somebody was sent, whether each made a sound."""
    rows = [row for row in await stage.rows(Message) if row.chat_id == stage.actors[key].id]
    return [not row.silent for row in rows]


async def forgotten(stage: Stage, starts: str) -> None:
    """A short show that nobody has wrapped."""
    stream = await stage.show(starts, hours=1, title="Forgotten", crew=("joy",))
    await stage.hush("", before=stream.starts_at + timedelta(hours=9))
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.LIVE))


async def test_what_people_cause_at_night_comes_without_a_sound(stage: Stage) -> None:
    await stage.lin.says("/quiet 23:00-08:00")
    await forgotten(stage, "2026-11-23 21:00")
    await stage.to(stage.at("2026-11-23 23:30"))
    assert not await stage.work(lambda desk: desk.house.sleeps(desk, 1)), "a show that runs over keeps people awake"
    await stage.to(stage.at("2026-11-24 00:30"))
    await stage.lin.tells_bot("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert "You are asked to be" in plain(stage.mei.reads())
    assert (await sounds(stage, "mei"))[-1] is False and all(await sounds(stage, "lin")), (
        "nor is it heard by one of old"
    )
    await stage.lin.tells_bot("/new 2026-11-24 20:00 3h Tonight")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert "answer by Tue 24 Nov 10:00" in plain(stage.mei.reads()), "when people are up, and have had a while"


async def test_a_show_at_night_is_heard(stage: Stage) -> None:
    await stage.lin.says("/quiet 23:00-08:00")
    stream = await stage.show("2026-11-25 01:00", hours=1)
    await stage.hush("prep", before=stream.starts_at)
    await stage.to(stream.starts_at - timedelta(minutes=45))
    assert "Roll call" in stage.mei.reads() and (await sounds(stage, "mei"))[-1] is True


async def test_what_waits_for_the_morning_comes_an_hour_before_a_show_that_starts_sooner(stage: Stage) -> None:
    await stage.lin.says("/quiet 23:00-08:00")
    await stage.show("2026-11-24 07:30", hours=1, crew=("lin", "mei", "wei"))
    await stage.to(stage.at("2026-11-23 23:00"))
    heard = len(stage.wei.inbox())
    await stage.to(stage.at("2026-11-24 06:29"))
    assert len(stage.wei.inbox()) == heard
    await stage.to(stage.at("2026-11-24 06:30"))
    assert "Account and live permission are not restricted" in "".join(stage.wei.inbox()[heard:])


async def test_the_bots_own_quiet_hours_hold_until_a_lead_says_otherwise(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.app.house, "quiet", (time(22), time(8)))
    await stage.mei.says("/team")
    assert "🌙 Quiet hours: 22:00–08:00" in stage.group.reads()
    await stage.lin.says("/quiet off")
    assert stage.group.reads() == "🌙 No quiet hours (set by Lin)"


async def test_quiet_hours_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.lin.says("/quiet 晚11点到早8点")
    assert "🌙 免打扰：23:00–08:00" in plain(stage_zh.group.reads())
    await stage_zh.lin.tells_bot("/quiet 半夜")
    assert "几点到几点免打扰" in stage_zh.lin.reads()
    await stage_zh.lin.tells_bot("/quiet")
    await stage_zh.lin.presses("不设免打扰")
    assert await kept(stage_zh) == "never"


def test_a_night_has_fourteen_hours_at_most() -> None:
    assert quiet_hours(time(20), timedelta(hours=14)) == "20:00-10:00"
    assert quiet_hours(time(20), timedelta(hours=15)) is None
    assert quiet_hours(time(20), timedelta()) is None
