"""Calls: the playbook's own lines, said at their time to whoever holds the role."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import asking, phases
from bot.crew import Answer, Assignment, LogEntry, Person, Phase, Stream, Team
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import Change
from bot.rehearsal.run import Backstage
from bot.words import Reader
from flows.calls import cards
from flows.calls.tables import Calling
from tests.scenes import scene
from tests.stage import Actor, Stage, plain

MINUTE = timedelta(minutes=1)


@scene
async def planned(stage: Stage, *, hours: float = 3) -> datetime:
    """A show on short notice, all quiet about its checklist and its roll until it starts; its start."""
    await stage.to(stage.at("2026-11-28 19:00"))
    stream = await stage.show(hours=hours)
    await stage.hush("prep", "ready", before=stream.starts_at)
    await enter(stage, Phase.STANDBY)
    return stream.starts_at


async def comes_in(stage: Stage) -> Stream:
    """A show of the same day, three hours ahead of it, when its crew is called in."""
    await stage.to(stage.at("2026-11-28 16:59"))
    stream = await stage.show()
    await stage.hush("prep", before=stream.starts_at)
    await stage.to(stage.at("2026-11-28 17:00"))
    return stream


async def enter(stage: Stage, phase: Phase) -> None:
    stream = await stage.stream()
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), phase))


@scene
async def live(stage: Stage, *, minutes_late: int = 0, hours: float = 3) -> datetime:
    """On air; when it really started."""
    start = await planned(stage, hours=hours)
    await stage.hush("calls", before=start)
    start += minutes_late * MINUTE
    await stage.to(start)
    await enter(stage, Phase.LIVE)
    return start


def read(actor: Actor, words: str) -> list[str]:
    return [text for text in actor.inbox() if words in text]


async def due(stage: Stage, note: str) -> list[datetime]:
    return [cue.due_at for cue in await stage.cues() if cue.note == note and cue.kind.startswith("calls.")]


async def test_only_what_still_lies_ahead_is_planned(stage: Stage) -> None:
    start = await planned(stage)
    notes = {cue.note for cue in await stage.rows(Cue) if cue.kind.startswith("calls.")}
    assert "tomorrow" not in notes and "on-site" not in notes
    assert {"huddle", "countdown-10", "health-check", "stream-health", "stream-health#1", "stream-health#2"} <= notes
    assert "stream-health#3" not in notes
    assert await due(stage, "stream-health#1") == [start + 75 * MINUTE]


async def test_the_crew_hears_in_private_and_the_countdown_stands_in_the_group(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 30 * MINUTE)
    assert read(stage.bo, "Stand-up, five") and read(stage.joy, "Stand-up, five")
    assert not any("Stand-up, five" in text for text in stage.group.inbox())
    assert sum("Stand-up" in text for text in stage.bo.inbox()) == 1, "as a call, not as an item too"
    await stage.to(start - 10 * MINUTE)
    assert any("10 minutes. Everyone at their desk" in text for text in stage.group.inbox())
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, 1), start + 10 * MINUTE))
    moved = [read(stage.bo, "Stand-up, five")[0], next(text for text in stage.group.inbox() if "10 minutes." in text)]
    assert all(text.startswith("📣 Black Friday Special · starts Sat 28 Nov 20:10\n") for text in moved)


async def test_a_line_goes_to_whoever_holds_the_role_now(stage: Stage) -> None:
    start = await planned(stage)

    def reseat(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "tech")).one().person_id = stage.nia.id
        desk.tell(desk.session.exec(select(Stream)).one(), Change.CREW)

    await stage.work(reseat)
    await stage.to(start - 8 * MINUTE)
    assert read(stage.nia, "Microphone live?") and not read(stage.tao, "Microphone live?")


async def test_done_ends_the_asking_and_is_logged_when_critical(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 8 * MINUTE)
    card = read(stage.tao, "Microphone live?")[0]
    assert card.startswith("📣 Technical support") and "Press Done once it is.\nIf I hear nothing by 19:" in card
    await stage.tao.presses("Done", on="Microphone live?")
    assert "✅ Tao, 19:52" in read(stage.tao, "Microphone live?")[0]
    told = [entry for entry in await stage.rows(LogEntry) if entry.key == "calls-log-done"]
    assert [entry.person_id for entry in told] == [stage.tao.id]
    await stage.to(start)
    assert not read(stage.yan, "Microphone live?") and not read(stage.lin, "Microphone live?")


async def test_silence_goes_on_to_the_stand_in_and_a_stale_press_says_who_had_it(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 6 * MINUTE)
    assert "I asked Tao already" in read(stage.yan, "Microphone live?")[0]
    for actor in (stage.tao, stage.yan):
        assert read(actor, "Microphone live?")[0].endswith("If I hear nothing by 19:56, I ask Lin.")
    await stage.to(start - 4 * MINUTE)
    assert "I asked Tao, Yan already" in read(stage.lin, "Microphone live?")[0]
    assert "You are next" not in read(stage.yan, "Microphone live?")[0], "it is Lin's turn now"
    await stage.yan.presses("Who was asked", on="Microphone live?")
    told = plain(stage.yan.reads()).splitlines()
    assert told[0] == "Microphone live (Black Friday Special): who was asked, and when"
    assert (
        told[1].endswith("19:52 · Tao")
        and told[2].endswith(" · Yan")
        and told[-1].startswith("If nobody answers: Sat 28 Nov 19:")
    )
    await stage.yan.presses("Done", on="Microphone live?")
    assert plain(stage.yan.reads()).splitlines() == told[:-1], "nobody is asked any more"
    assert "✅ Yan" in read(stage.tao, "Microphone live?")[0]
    assert not stage.tao.sees_button("Done", on="Microphone live?")
    data = next(cue for cue in await stage.rows(Cue) if cue.note == "mic-and-record")
    await stage.tao.sends_data(f"calls.heard:{data.subject}")
    assert "Yan has done it already, at" in stage.tao.toast


async def test_who_would_be_asked_in_quiet_hours_is_announced_for_the_morning(stage: Stage) -> None:
    await stage.to(stage.at("2026-11-23 22:45"))
    await stage.show(starts="2026-11-24 10:00")

    def promised(desk: Desk) -> str:
        desk.session.exec(select(Team)).one().quiet = "23:00-08:00"
        cue = next(cue for cue in desk.session.exec(select(Cue)) if cue.note == "mic-and-record")
        tao = desk.get(Person, stage.tao.id)
        said = asking.after(desk, Call(cue, tao, 0, timedelta()))
        return desk.house.dictionary.text(said, desk.private(tao, desk.get(Team, 1)).reader)

    assert plain(await stage.work(promised)) == "If I hear nothing by 08:00, I ask Yan."


async def test_only_those_it_is_for_may_say_done(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 8 * MINUTE)
    asked = next(cue for cue in await stage.rows(Cue) if cue.note == "mic-and-record")
    await stage.joy.sends_data(f"calls.heard:{asked.subject}")
    assert "This call is for Tao" in stage.joy.toast
    await stage.wei.sends_data(f"calls.heard:{asked.subject}")
    assert stage.wei.toast == "Thank you!"


async def test_a_role_that_nobody_holds_falls_to_the_next_unless_the_playbook_says_not(stage: Stage) -> None:
    start = await planned(stage)

    def leave_open(desk: Desk) -> None:
        for seat in desk.session.exec(select(Assignment).where(col(Assignment.role).in_(("data", "service")))):
            seat.person_id = None
        desk.add(Assignment(stream_id=1, role="moderator", person_id=stage.nia.id, answer=Answer.ACCEPTED))
        desk.tell(desk.session.exec(select(Stream)).one(), Change.CREW)

    await stage.work(leave_open)
    await stage.hush("calls", before=start)
    await stage.to(start)
    await enter(stage, Phase.LIVE)
    await stage.to(start + 25 * MINUTE)
    assert not any(read(actor, "any claim or word to avoid") for actor in stage.actors.values())
    await stage.to(start + 60 * MINUTE)
    assert "Nobody has this seat" in read(stage.wei, "Hourly figures")[0]
    assert "Nobody is Customer service in this show: that comes to you as well." in read(stage.nia, "complaints")[0]
    assert stage.wei.sees_button("Done", on="Hourly figures")
    await enter(stage, Phase.WRAP)
    assert not stage.wei.sees_button("Done", on="Hourly figures"), "nothing is left to do on air"
    assert "nothing needs to be pressed any more" in plain(read(stage.wei, "Hourly figures")[0])

    def tells_nobody(desk: Desk) -> list[str]:
        desk.session.exec(select(Assignment).where(Assignment.role == "floor")).one().person_id = None
        stream = desk.get(Stream, 1)
        line = desk.house.playbook_of(stream).cue("claims")
        assert line is not None
        said = cards.lines(desk, stream, line, Calling(stream_id=1, key="claims"))
        to_all = line.model_copy(update={"to": "group"})
        group = cards.lines(desk, stream, to_all, Calling(stream_id=1, key="claims"))
        zone = desk.team_of(stream).timezone
        return [desk.house.dictionary.text(each, Reader(one, zone)) for each in (said, group) for one in ("en", "zh")]

    english, chinese, _, in_the_group = await stage.work(tells_nobody)
    assert plain(english).endswith("Tell the floor manager.\nNobody is Floor manager in this show: tell Yan instead.")
    assert plain(chinese).endswith("有就告诉场控。\n本场没有场控，请转给 Yan。")
    assert "本场没有场控，这一步由 Yan 跟进。" in plain(in_the_group), "nobody is told to tell whoever reads it anyway"


async def test_calls_for_seats_that_nobody_has_come_within_minutes_as_one_message(stage_zh: Stage) -> None:
    start = await live(stage_zh)

    def leave_open(desk: Desk) -> None:
        vacant = col(Assignment.role).in_(("operations", "promotion"))
        for seat in desk.session.exec(select(Assignment).where(vacant)):
            seat.person_id = None
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage_zh.work(leave_open)
    await stage_zh.hush("", before=start + 65 * MINUTE)
    await stage_zh.to(start + 65 * MINUTE)
    assert plain(stage_zh.lin.reads()).splitlines()[1:] == [
        "本场这个岗位没有人，由你跟进。",
        "下一小时：目标、排品、返哪个品？决定记进本场记录。",
        "21:10 · 推广：剪上一小时的高光，带直播间链接发出去。（这个岗位也没有人）",
    ]
    said = len(stage_zh.lin.inbox())
    await stage_zh.to(start + 71 * MINUTE)
    assert not any("推广" in text for text in stage_zh.lin.inbox()[said:])


async def test_the_rehearsals_timeline_names_whom_a_call_would_reach_and_leaves_out_what_reaches_nobody(
    stage: Stage,
) -> None:
    await planned(stage)
    backstage = Backstage(stage.app, stage.world)
    before = {str(one["label"]): one["to"] for one in await backstage.upcoming()}
    assert before["Hourly figures, cumulative"] == "Xia"

    def leave_open(desk: Desk) -> None:
        for seat in desk.session.exec(select(Assignment).where(Assignment.role == "data")):
            seat.person_id = None

    await stage.work(leave_open)
    after = {str(one["label"]): one["to"] for one in await backstage.upcoming()}
    assert after["Hourly figures, cumulative"] == "Wei"
    assert not any("Listen in" in label for label in after)
    assert "Call of the playbook" not in after
    assert "Call to confirm" not in after


async def test_a_call_to_the_crew_says_when_the_show_starts_and_what_to_do_if_one_cannot_come(stage: Stage) -> None:
    stream = await comes_in(stage)
    call = next(text for text in stage.bo.inbox() if "Come in on time" in text)
    assert call.startswith("📣 Black Friday Special · starts Sat 28 Nov 20:00")
    assert "📣 Next at 19:15: Roll call" in stage.board()
    assert "Can't make it? /streams → this show → I can't after all" in call
    await stage.bo.tells_bot("/streams")
    await stage.bo.presses(stream.title)
    assert stage.bo.sees_button("I can't after all")
    await stage.to(stage.at("2026-11-28 19:15"))
    assert "📣 Next at 19:30: Stand-up, five minutes" in stage.board()
    await stage.hush("ready.call", before=stream.starts_at)
    await stage.to(stage.at("2026-11-28 19:30"))
    assert "📣 Next at 19:45: GO or NO-GO · Lin" in stage.board()
    await stage.hush("ready", before=stream.starts_at)
    await stage.to(stage.at("2026-11-28 19:50"))
    assert "/streams" not in next(text for text in stage.group.inbox() if "10 minutes. Everyone" in text)
    assert "/streams" not in next(text for text in stage.bo.inbox() if "Stand-up, five" in text)


async def test_a_call_to_the_crew_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await comes_in(stage)
    call = next(text for text in stage.bo.inbox() if "请按时到岗" in text)
    assert call.startswith("📣 Black Friday Special · 11月28日 周六 20:00 开播")
    cannot = "来不了？发 /streams 点开这一场，再点「临时来不了」"
    assert cannot in call
    await stage.work(lambda desk: phases.move(desk, stream := desk.get(Stream, 1), stream.starts_at + 30 * MINUTE))
    call = next(text for text in stage.bo.inbox() if "请按时到岗" in text)
    assert "20:30 开播" in call and cannot in call, "it stays for whom it was said"


async def test_what_counts_from_the_start_follows_a_late_start(stage: Stage) -> None:
    start = await live(stage, minutes_late=15)
    assert await due(stage, "health-check") == [start + 10 * MINUTE]
    assert not read(stage.yan, "First health check")
    await stage.to(start + 10 * MINUTE)
    assert read(stage.yan, "First health check")


async def test_a_line_of_another_phase_is_left_unsaid(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 12 * MINUTE)
    await enter(stage, Phase.LIVE)
    await stage.to(start - 9 * MINUTE)
    assert not any("10 minutes. Everyone" in text for text in stage.group.inbox())


async def test_nobody_on_air_is_disturbed_and_the_card_says_for_whom_one_answers(stage: Stage) -> None:
    start = await planned(stage)

    def seat_on_air(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "tech")).one().person_id = stage.mei.id
        desk.tell(desk.session.exec(select(Stream)).one(), Change.CREW)

    await stage.work(seat_on_air)
    await stage.hush("calls", before=start)
    await stage.to(start)
    await enter(stage, Phase.LIVE)
    await stage.to(start + 15 * MINUTE)
    assert not read(stage.mei, "Stream health")
    assert any("You answer for Mei, who is on air" in text for a in stage.actors.values() for text in a.inbox())


async def test_too_late_is_left_unsaid_and_logged_or_said_with_its_delay(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 46 * MINUTE)
    await stage.to(start - 45 * MINUTE)
    stage.clock.forward(40 * MINUTE)
    await stage.settle()
    assert not any("10 minutes. Everyone" in text for text in stage.group.inbox())
    assert any("5 minutes. Anchor" in text for text in stage.group.inbox())
    assert "calls-log-missed" in [entry.key for entry in await stage.rows(LogEntry)]
    assert "late: I could not say" not in read(stage.tao, "Microphone live?")[0]


async def test_after_duties_follow_the_real_end(stage: Stage) -> None:
    start = await live(stage, hours=1)
    await stage.hush("calls", "prep", before=start + 60 * MINUTE)
    await stage.to(start + 80 * MINUTE)
    assert not read(stage.ana, "Stay half an hour")
    await enter(stage, Phase.WRAP)
    await stage.forward(10 * MINUTE)
    assert read(stage.ana, "Stay half an hour")


async def test_a_show_that_is_wrapped_the_next_morning_calls_nobody_for_the_evening_before(stage: Stage) -> None:
    start = await live(stage, hours=1)
    await stage.hush("calls", "prep", "ready", "duty", before=start + timedelta(days=2))
    await stage.to(start + timedelta(hours=13))
    await enter(stage, Phase.WRAP)
    await stage.forward(10 * MINUTE)
    assert not read(stage.ana, "Stay half an hour")
    await stage.lin.tells_bot("/log")
    assert "Left unsaid, 11h50m late: Stay half an hour" in stage.lin.reads()


async def test_a_move_brings_the_countdown_back(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 9 * MINUTE)
    stream = await stage.stream()
    later = start + 30 * MINUTE
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), later))
    assert await due(stage, "countdown-10") == [later - 10 * MINUTE]
    assert await due(stage, "stream-health#1") == [later + 75 * MINUTE]


async def test_the_board_names_whatever_comes_next_by_the_clock(stage: Stage) -> None:
    start = await planned(stage)
    await stage.to(start - 9 * MINUTE)
    assert "📣 Next at 19:52: Microphone live · Tao" in stage.board()
    await stage.hush("calls", "ready", "prep", before=start)
    await stage.to(start - MINUTE)
    assert "📣 Next at 20:00: Going live" in stage.board()
    await stage.to(start)
    assert "📣 Next at 20:02: Are we live? · Bo" in stage.board(), "what waits for the real start has no time yet"
    await stage.to(start + 2 * MINUTE)
    assert "📣" not in stage.board(), "nor has the end"
    await enter(stage, Phase.LIVE)
    assert "📣 Next at 20:03: First link" in stage.board()
    await stage.hush("calls", before=start + timedelta(hours=3))
    await stage.to(start + timedelta(minutes=175))
    assert "📣 Next at 23:00: Planned end" in stage.board()
    await enter(stage, Phase.WRAP)
    assert "📣 Next at 23:05: Stay half an hour" in stage.board(), "what was to be said on air never is"


async def test_the_calls_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    start = await planned(stage)
    await stage.to(start - 9 * MINUTE)
    assert f"📣 接下来 19:52：麦通了吗 · {stage.tao.name}" in stage.board()
    await stage.to(start - 8 * MINUTE)
    assert "办完请点「办好了」。\n到 19:" in plain(read(stage.tao, "麦通了吗？录制开了吗？")[0])
    await stage.to(start - MINUTE)
    cards = [read(stage.tao, "麦通了吗")[0], next(text for text in stage.group.inbox() if "麦通了吗" in text)]
    assert not [text for text in cards if "我就" in text], "the whole group was asked: nobody is next"
    await stage.tao.presses("办好了", on="麦通了吗")
    assert f"✅ {stage.tao.name}，19:59" in read(stage.tao, "麦通了吗")[0]
    await stage.lin.tells_bot("/log")
    assert f"{stage.tao.name}办好了：麦通了吗" in stage.lin.reads()


async def test_the_log_that_says_who_did_not_answer_says_too_who_did_it(stage: Stage) -> None:
    start = await live(stage)
    await stage.to(start + 5 * MINUTE)
    assert read(stage.bo, "I asked Yan already")
    await stage.yan.presses("Done", on="First link up and pinned?")
    told = [entry.key for entry in await stage.rows(LogEntry)]
    assert told.index("cue-log-next") < told.index("calls-log-done")
