"""Shows that come again: planned ahead by themselves, changed one at a time or all that follow."""

from datetime import timedelta

from bot.crew import AHEAD, Answer, Assignment, Phase, Stream
from bot.cues import CueState
from bot.desk import Desk
from bot.message import Message
from flows.plan.tables import Series
from tests.scenes import scene
from tests.stage import Actor, Stage, plain
from tests.test_plan_details import opened

BARE = True
"""No checklist and no calls: scenery here."""

WEEKLY = "/new every Saturday 20:00 3h Saturday Night"
CHINESE = "/new 每周六晚8点 3小时 周末专场"
SATURDAY = "2026-11-28 20:00"
CHASED = ("plan.chase", "plan.silent")
"""Whoever has not answered is asked again, and the lead hears of it: other stories look at that."""


@scene
async def planned(stage: Stage, line: str = WEEKLY, confirm: str = "Confirm") -> Stream:
    await stage.lin.says(line)
    await stage.lin.presses("Keep this crew" if stage.language == "en" else "就用这套班底")
    await stage.lin.presses(confirm)
    return (await stage.rows(Stream))[0]


async def shows(stage: Stage) -> list[Stream]:
    return sorted(await stage.rows(Stream), key=lambda stream: stream.id)


async def anchor_of(stage: Stage, stream: Stream) -> Assignment:
    seats = await stage.rows(Assignment)
    return next(one for one in seats if one.stream_id == stream.id and one.role == "anchor")


def has_read(actor: Actor, text: str) -> bool:
    return any(text in plain(said) for said in actor.inbox())


async def asleep_until(stage: Stage, when: str) -> None:
    """Past a show that nobody went live with, in one leap; of the shows themselves nothing more is heard."""
    await stage.hush("ready", *CHASED, before=stage.at(when))
    await stage.work(stand_by)
    stage.clock.forward(stage.at(when) - stage.now)
    await stage.settle()


def stand_by(desk: Desk) -> None:
    """In preparation the first show would plan its roll anew."""
    desk.get(Stream, 1).phase = Phase.STANDBY


async def open_card(stage: Stage, label: str) -> None:
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses(label)


@scene
async def two_planned(stage: Stage, line: str = WEEKLY) -> None:
    """The next one is planned as well; Lin looks at the card of the first."""
    await planned(stage, line, "Confirm" if stage.language == "en" else "确认")
    await stage.hush(*CHASED, before=stage.at("2026-11-26 12:00"))
    await stage.to(stage.at("2026-11-26 12:00"))
    await open_card(stage, "Sat 28 Nov 20:00" if stage.language == "en" else "11月28日")


async def test_a_weekly_show_is_planned_ahead_with_the_same_crew(stage: Stage) -> None:
    first = await planned(stage)
    assert first.starts_at == stage.at(SATURDAY)
    assert (await stage.rows(Series))[0].every == "week"
    await stage.hush(*CHASED, before=first.starts_at)
    await stage.to(stage.at("2026-11-25 20:00"))
    one, two = await shows(stage)
    assert two.starts_at - one.starts_at == timedelta(days=7) and two.phase is Phase.PREP
    assert (await anchor_of(stage, two)).person_id == stage.mei.id
    assert has_read(stage.mei, "Sat 5 Dec 20:00") and has_read(stage.lin, "Next week's Saturday Night is planned")


async def test_the_line_says_it_in_chinese(stage_zh: Stage) -> None:
    await two_planned(stage_zh, CHINESE)
    first, _ = await shows(stage_zh)
    assert first.starts_at == stage_zh.at(SATURDAY) and first.title == "周末专场"
    assert has_read(stage_zh.lin, "下一期周末专场已排好")


async def test_a_daily_show_in_chinese_comes_three_days_ahead_and_has_one_board(stage_zh: Stage) -> None:
    await planned(stage_zh, "/new 每天20:00 2小时 日播", "确认")
    await stage_zh.forward(timedelta(minutes=1))
    starts = [stream.starts_at for stream in await shows(stage_zh)]
    assert starts[1] - starts[0] == timedelta(days=1) and len(starts) == 3
    assert len([row for row in await stage_zh.rows(Message) if row.pin]) == 1
    assert "日播" in stage_zh.board()


async def test_it_is_repeated_with_the_confirmation_or_typed_and_then_only_once(stage: Stage) -> None:
    await planned(stage, "/new 2026-11-28 20:00 3h Saturday Night", "Confirm, every week")
    assert len(await stage.rows(Series)) == 1
    await planned(stage, "/new every day 10:00 1h Morning", "Confirm, only this one")
    assert len(await stage.rows(Series)) == 1


async def test_a_show_is_repeated_and_no_longer_from_its_card(stage: Stage) -> None:
    await planned(stage, "/new 2026-11-28 20:00 3h Saturday Night")
    await stage.lin.presses("Every week")
    assert "The next one is Sat 5 Dec 20:00" in stage.lin.toast and stage.lin.alert
    assert "🔁 every week" in stage.lin.reads() and "Stop repeating" in stage.lin.private.buttons()
    await stage.lin.presses("Stop repeating")
    assert "no longer comes again" in stage.lin.toast
    await asleep_until(stage, "2026-12-01 12:00")
    assert len(await shows(stage)) == 1


async def test_two_leads_repeating_at_once_make_one_series(stage: Stage) -> None:
    stream = await planned(stage, "/new 2026-11-28 20:00 3h Saturday Night")
    await stage.lin.sends_data(f"plan.repeat:{stream.id}:week")
    await stage.wei.sends_data(f"plan.repeat:{stream.id}:day")
    assert [one.every for one in await stage.rows(Series)] == ["week"]


async def test_who_is_away_that_week_is_replaced_and_the_lead_reads_it(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.tells_bot("/away 2026-12-04..2026-12-06")
    await stage.hush(*CHASED, before=stage.at(SATURDAY))
    await stage.to(stage.at("2026-11-25 20:00"))
    assert (await anchor_of(stage, (await shows(stage))[1])).person_id == stage.kai.id
    assert has_read(stage.lin, "Not free this time: Mei")


async def test_moving_this_one_leaves_the_others(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("2026-11-28 21:00")
    await stage.lin.presses("Only this one")
    await stage.lin.presses("Move it")
    starts = [stream.starts_at for stream in await shows(stage)]
    assert starts == [stage.at("2026-11-28 21:00"), stage.at("2026-12-05 20:00")]
    await asleep_until(stage, "2026-12-03 12:00")
    assert (await shows(stage))[2].starts_at == stage.at("2026-12-12 20:00")


async def test_moving_this_and_following_moves_all_and_is_said_once(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("2026-11-28 21:00")
    await stage.lin.presses("This and following")
    assert "All that follow move by as much" in stage.lin.reads()
    before = len(stage.mei.inbox())
    await stage.lin.presses("Move it")
    starts = [stream.starts_at for stream in await shows(stage)]
    assert starts == [stage.at("2026-11-28 21:00"), stage.at("2026-12-05 21:00")]
    news = [text for text in stage.mei.inbox()[before:] if "has moved" in text]
    assert len(news) == 1 and "5 Dec 20:00 to" in plain(news[0])
    await asleep_until(stage, "2026-12-03 12:00")
    assert (await shows(stage))[2].starts_at == stage.at("2026-12-12 21:00")


async def test_a_series_moves_to_another_weekday_and_everyone_is_asked_about_each(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Move")
    await stage.lin.presses("+1d")
    await stage.lin.presses("This and following")
    await stage.lin.presses("Move it")
    assert [one.starts_at for one in await shows(stage)] == [
        stage.at("2026-11-29 20:00"),
        stage.at("2026-12-06 20:00"),
    ]
    assert (await anchor_of(stage, (await shows(stage))[1])).answer is Answer.ASKED
    await asleep_until(stage, "2026-12-04 12:00")
    assert (await shows(stage))[2].starts_at == stage.at("2026-12-13 20:00")


async def test_calling_off_this_and_following_ends_the_series_with_one_word_to_each(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Cancel the show")
    await stage.lin.presses("This and following")
    await stage.lin.presses("Skip")
    assert "1 planned already" in stage.lin.reads()
    before = len(stage.mei.inbox())
    await stage.lin.presses("Yes, cancel the show")
    assert all(stream.phase is Phase.CANCELLED for stream in await shows(stage))
    news = [text for text in stage.mei.inbox()[before:] if "called off" in text and "Lin has" in plain(text)]
    assert len(news) == 1
    await asleep_until(stage, "2026-12-10 12:00")
    assert len(await shows(stage)) == 2 and not await stage.cues("plan.repeat")


async def test_calling_off_this_one_keeps_the_others(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Cancel the show")
    await stage.lin.presses("Only this one")
    await stage.lin.presses("Skip")
    await stage.lin.presses("Yes, cancel the show")
    assert [stream.phase in AHEAD for stream in await shows(stage)] == [False, True]
    assert await stage.cues("plan.repeat")


async def test_a_change_of_crew_goes_on_into_the_following_shows(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor: Mei")
    await stage.lin.presses("Kai")
    assert (await anchor_of(stage, (await shows(stage))[1])).person_id == stage.mei.id
    await stage.lin.presses("All following: Anchor: Kai")
    assert (await anchor_of(stage, (await shows(stage))[1])).person_id == stage.kai.id
    await asleep_until(stage, "2026-12-03 12:00")
    assert (await anchor_of(stage, (await shows(stage))[2])).person_id == stage.kai.id


async def test_after_a_long_silence_no_show_is_planned_into_the_past(stage: Stage) -> None:
    await planned(stage)
    await asleep_until(stage, "2026-12-23 20:00")
    last = (await shows(stage))[-1]
    assert last.starts_at > stage.now
    assert all(cue.state is not CueState.MISSED for cue in await stage.cues("plan.repeat"))


async def test_of_shows_that_come_again_one_or_all_that_follow_change(stage: Stage) -> None:
    await planned(stage)
    await stage.hush(*CHASED, before=stage.at(SATURDAY))
    await stage.to(stage.at("2026-11-25 20:00"))
    await opened(stage, "Length")
    await stage.lin.presses("4h")
    await stage.lin.presses("This and following")
    assert [one.minutes for one in await shows(stage)] == [240, 240]
    assert (await stage.rows(Series))[0].minutes == 240
    assert sum("On air for 4h" in plain(text) for text in stage.mei.inbox()) == 1
