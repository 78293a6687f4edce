"""The show log: read by everybody in the team, in their own language, and written with a few words."""

from datetime import timedelta

from bot import phases, record
from bot.crew import LogEntry, Person, Phase, Stream
from bot.desk import Desk
from bot.message import Message
from bot.rehearsal import acts
from bot.words import w
from flows.record import decided
from tests import test_calls as calls
from tests.scenes import scene
from tests.stage import PIXEL, Stage, plain
from tests.test_team_leads import unmake

SHOW = "2026-11-23 23:00"


@scene
async def on_air(stage: Stage) -> Stream:
    stream = await stage.show(starts=SHOW)
    await stage.hush("prep", "ready", "calls", before=stream.starts_at)
    await stage.to(stream.starts_at)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.LIVE))
    return stream


async def test_a_plain_member_reads_who_did_what_and_when_in_private(stage: Stage) -> None:
    await on_air(stage)
    before = len(stage.group.inbox())
    await stage.nia.says("/log")
    assert stage.nia.reads().startswith("📖 Show log · Black Friday Special · Mon 23 Nov 23:00")
    assert "Mon 23 Nov\n" in stage.nia.reads()
    assert "23:00 · Mei on duty as Anchor" in stage.nia.reads()
    assert len(stage.group.inbox()) == before + 1
    assert stage.group.reads() == "I have sent it to you in private."


async def test_with_words_it_adds_a_line_as_typed(stage: Stage) -> None:
    await on_air(stage)
    await stage.wei.says("/log Bring back no. 5 at <99>")
    assert stage.group.reads() == "📖 In the log of Black Friday Special: Bring back no. 5 at <99>"
    await stage.mei.tells_bot("/log")
    assert "23:00 · Wei noted: Bring back no. 5 at <99>" in stage.mei.reads()


async def test_a_decision_in_the_chat_is_logged_by_replying_to_it(stage: Stage) -> None:
    await on_air(stage)
    await stage.bo.says("Next hour: coats first")
    await stage.wei.says("/log", reply_to="coats first")
    assert [entry.args for entry in await stage.rows(LogEntry) if entry.key == "record-log-noted"] == [
        {"text": "Next hour: coats first"}
    ]


async def test_a_decision_is_marked_as_one_in_the_log_and_asked_for_where_it_has_no_words(stage: Stage) -> None:
    stream = await on_air(stage)
    await stage.wei.says("/log decision: coats first, the hook is sold out")
    said = "🎯 In the log of Black Friday Special, as a decision: coats first, the hook is sold out"
    assert stage.group.reads() == said
    await stage.bo.tells_bot("/log 决定")
    assert stage.bo.reads() == "What was decided in Black Friday Special? One line: what, and which figure told you so."
    await stage.bo.tells_bot("No flash sale")
    await stage.wei.presses("✏️ Correct", on="coats first")
    await stage.wei.tells_bot("Scarves first")
    await stage.mei.tells_bot("/log")
    for line in ("🎯 Wei decided: coats first, the hook is sold out", "🎯 Bo decided: No flash sale"):
        assert f"23:00 · {line}" in stage.mei.reads()
    read = await stage.work(lambda desk: decided.decisions(desk, desk.get(Stream, stream.id)))
    assert [one.what for one in read] == ["Scarves first", "No flash sale"]
    await stage.mei.tells_bot("/help")
    assert "/log decision … for what was decided" in stage.mei.reads()


async def test_a_long_log_has_pages_newest_first_and_turns_in_place(stage: Stage) -> None:
    stream = await on_air(stage)

    def fill(desk: Desk) -> None:
        for number in range(45):
            desk.log("record-log-noted", team_id=stream.team_id, stream_id=stream.id, text=f"line {number};")

    await stage.work(fill)
    await stage.mei.tells_bot("/log")
    said = len(stage.mei.inbox())
    assert "line 44;" in stage.mei.reads()
    assert "line 24;" not in stage.mei.reads()
    assert stage.mei.private.buttons() == ["‹ Earlier"]
    await stage.mei.presses("‹ Earlier")
    assert "line 24;" in stage.mei.reads()
    assert "line 44;" not in stage.mei.reads()
    assert stage.mei.private.buttons() == ["‹ Earlier", "Later ›"]
    await stage.mei.presses("Later ›")
    assert "line 44;" in stage.mei.reads()
    assert len(stage.mei.inbox()) == said


async def test_what_is_read_is_what_a_line_is_written_to_and_the_show_before_is_a_button_or_its_title_away(
    stage: Stage,
) -> None:
    stream = await on_air(stage)
    await stage.show(starts="2026-12-05 20:00", title="Winter Coats")
    await stage.mei.tells_bot("/log")
    assert "Show log · Black Friday Special" in stage.mei.reads()
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.CLOSED))
    await stage.mei.tells_bot("/log Samples of the coats are late")
    assert "In the log of Winter Coats" in stage.mei.reads()
    await stage.mei.tells_bot("/log")
    assert "Show log · Winter Coats" in stage.mei.reads() and "Samples of the coats" in stage.mei.reads()
    await stage.mei.presses("Black Friday Special ›")
    assert "Show log · Black Friday Special" in stage.mei.reads()
    await stage.mei.presses("Winter Coats ›")
    await stage.mei.says("/log black friday special")
    assert "Show log · Black Friday Special" in stage.mei.reads(), "its title alone is no line"
    assert len([one for one in await stage.rows(LogEntry) if one.key == "record-log-noted"]) == 1


async def test_without_a_show_it_says_so(stage: Stage) -> None:
    await stage.mei.tells_bot("/log")
    assert stage.mei.reads() == "There is no show yet. A lead plans one with /new."


async def test_whoever_is_not_in_the_team_reads_nothing(stage: Stage) -> None:
    stream = await on_air(stage)
    await stage.oz.starts()
    await stage.oz.sends_data(f"record.page:{stream.id}")
    assert not any("Show log" in text for text in stage.oz.inbox())


async def test_a_missed_ping_is_named_as_people_know_it(stage: Stage) -> None:
    stream = await on_air(stage)

    def missed(desk: Desk) -> None:
        what = w("prep-cue-overdue")
        desk.log("cue-log-missed", team_id=stream.team_id, stream_id=stream.id, what=what, minutes=9)

    await stage.work(missed)
    await stage.ana.tells_bot("/log")
    assert "not said in time (Overdue item, 9 min late)" in stage.ana.reads()


async def test_the_log_in_chinese_and_in_each_readers_language(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await on_air(stage)

    def made_longer(desk: Desk) -> None:
        desk.who = desk.get(Person, stage.lin.id)
        phases.last(desk, desk.get(Stream, stream.id), 240)

    await stage.work(made_longer)
    await stage.wei.says("/log 下一小时先上大衣")
    assert "已记进" in stage.group.reads()
    await stage.mei.tells_bot("/log")
    assert stage.mei.reads().startswith("📖 本场记录")
    assert "老魏记：下一小时先上大衣" in plain(stage.mei.reads())
    assert "23:00 · 林岚：直播时长由 3 小时" in plain(stage.mei.reads()), "who, what and when"
    await stage.wei.says("/log 决定先上大衣")
    assert plain(stage.group.reads()).endswith("的本场记录里记下决定：先上大衣")
    await stage.ana.tells_bot("/log")
    assert "noted: 下一小时先上大衣" in stage.ana.reads()
    await stage.mei.tells_bot("/help")
    assert "/log" in stage.mei.reads()


async def test_whom_a_chain_asked_beyond_the_first_stands_in_the_log_and_the_first_asking_does_not(
    stage: Stage,
) -> None:
    await calls.planned(stage)
    await stage.to(stage.at("2026-11-28 19:52"))
    await stage.lin.tells_bot("/log")
    assert "Microphone live" not in stage.lin.reads()
    await stage.to(stage.at("2026-11-28 19:55"))
    await stage.lin.tells_bot("/log")
    assert stage.lin.reads().count("Tao did not answer; Yan asked: Microphone live") == 1
    await stage.yan.presses("Done", on="Microphone live?")
    await stage.forward(timedelta(hours=1))
    await stage.lin.tells_bot("/log")
    assert "Yan did not answer; Lin asked: Microphone live" not in stage.lin.reads()


async def test_the_whole_team_asked_at_last_stands_in_the_log(stage: Stage) -> None:
    await calls.planned(stage)
    await stage.to(stage.at("2026-11-28 20:30"))
    kept = [entry for entry in await stage.rows(LogEntry) if entry.key == "cue-log-anyone"]
    assert kept and all(entry.args["before"] and entry.args["what"] for entry in kept)


async def test_whom_a_chain_asked_in_chinese(stage_zh: Stage) -> None:
    await calls.planned(stage_zh)
    await stage_zh.to(stage_zh.at("2026-11-28 19:56"))
    await stage_zh.lin.tells_bot("/log")
    assert f"{stage_zh.tao.name}没有回应，改找{stage_zh.yan.name}：麦通了吗" in stage_zh.lin.reads().replace(" ", "")


async def test_whoever_wrote_a_line_corrects_it_and_the_old_one_stays_struck_through(stage: Stage) -> None:
    stream = await on_air(stage)
    await stage.wei.says("/log Bring back no. 5 at nine")
    await stage.mei.presses("✏️ Correct", on="no. 5")
    assert stage.mei.toast == "Only Wei or a lead can correct this line."
    await stage.wei.presses("✏️ Correct", on="no. 5")
    assert (
        stage.wei.reads()
        == "Now it says: Wei noted: Bring back no. 5 at nine\nWhat should it say? The old line stays, struck through."
    )
    await stage.wei.tells_bot("Bring back no. 6 at <nine>")
    assert "📖 In the log of Black Friday Special: Bring back no. 6 at <nine>" in stage.wei.reads()
    assert stage.group.reads().endswith("no. 5 at nine\n✏️ Wei corrects: Bring back no. 6 at <nine>")
    await stage.mei.tells_bot("/log")
    lines = stage.mei.reads().splitlines()
    assert "23:00 · Wei noted: Bring back no. 5 at nine" in lines
    new = "23:00 · Wei corrects: Bring back no. 6 at <nine> (23:00, Wei noted: Bring back no. 5 at nine)"
    assert new in lines
    struck = "<s>Wei noted: Bring back no. 5 at nine</s>"
    assert any(struck in message.text for message in await stage.rows(Message))
    assert not stage.mei.sees_button("Correct a line")
    old, kept = [one for one in await stage.rows(LogEntry) if one.key.startswith("record-log-")]
    standing = await stage.work(lambda desk: [one.id for one in record.standing(desk, desk.get(Stream, stream.id))])
    assert kept.id in standing and old.id not in standing
    assert (kept.corrects_id, kept.person_id, old.args) == (old.id, stage.wei.id, {"text": "Bring back no. 5 at nine"})


async def test_a_lead_picks_a_line_of_the_page_and_its_writer_is_told(stage: Stage) -> None:
    await on_air(stage)
    await stage.bo.says("/log Coats first")
    await stage.lin.tells_bot("/log")
    await stage.lin.presses("✏️ Correct a line")
    assert stage.lin.reads() == "Which line?"
    await stage.lin.presses("Coats first", on="Which line?")
    await stage.lin.tells_bot("Coats last")
    assert (
        stage.bo.reads() == "✏️ Lin has corrected your line in the log of Black Friday Special: Coats first → Coats last"
    )
    await stage.bo.presses_in("group", "✏️ Correct again")
    await stage.bo.tells_bot("Coats never")
    first, second, third = [one for one in await stage.rows(LogEntry) if one.key.startswith("record-log-")]
    assert (second.corrects_id, third.corrects_id) == (first.id, second.id)
    await stage.lin.tells_bot("/log")
    assert "Bo corrects: Coats never (23:00, Coats last)" in stage.lin.reads()


async def test_who_leads_no_more_does_not_correct_what_somebody_else_wrote(stage: Stage) -> None:
    await on_air(stage)
    await stage.bo.says("/log Coats first")
    await stage.wei.presses("✏️ Correct", on="Coats")
    await unmake(stage.lin, "Wei")
    await stage.wei.tells_bot("Coats last")
    assert not [one for one in await stage.rows(LogEntry) if one.key == "record-log-corrected"]


async def test_a_reply_whose_words_do_not_come_along_is_asked_for_them(stage: Stage) -> None:
    await on_air(stage)
    group = stage.world.group()
    acts.send(stage.world, stage.world.people[stage.bo.id], group, stage.world.files.keep("a.png", "image/png", PIXEL))
    acts.say(stage.world, stage.world.people[stage.wei.id], group, "/log", max(group.posts))
    await stage.settle()
    assert stage.group.reads() == "I have sent it to you in private."
    assert "no words that I can read. What shall stand in the log of Black Friday Special?" in stage.wei.reads()
    await stage.wei.tells_bot("The new backdrop")
    assert stage.wei.reads() == "📖 In the log of Black Friday Special: The new backdrop"


async def test_a_reply_to_what_was_deleted_shows_the_log_and_how_to_add_a_line(stage: Stage) -> None:
    await on_air(stage)
    await stage.bo.says("Coats first")
    stage.group.posts()[-1].deleted = True
    await stage.wei.says("/log")
    assert "To add a line: /log and your words" in stage.wei.reads()


async def test_a_line_is_corrected_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await on_air(stage)
    await stage.wei.says("/log 九点返 5 号")
    await stage.wei.presses("✏️ 更正")
    await stage.wei.tells_bot("九点返 6 号")
    assert "老魏更正：九点返 6 号" in plain(stage.group.reads())
    await stage.lin.tells_bot("/log")
    assert "老魏更正：九点返 6 号（23:00 老魏记：九点返 5 号）" in plain(stage.lin.reads())
