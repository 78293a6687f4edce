"""Ready: a backup steps in from the roll itself, whoever comes too late is replaced, and a late start has its reason."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot import phases, roster
from bot.crew import Assignment, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Change
from flows import ready
from flows.calls.tables import Calling
from flows.plan import asking
from flows.prep.tables import Item, State
from flows.ready import rules
from flows.ready.tables import Cause, Decision, Gate, Lateness
from tests.scenes import scene
from tests.stage import MONDAY_NOON, Stage, plain
from tests.test_ready import CREW, MINUTE, called, go, logged, planned, roll


@scene
async def live_at(stage: Stage, time: str) -> None:
    await go(stage)
    await stage.to(stage.at(f"2026-11-28 {time}"))
    await stage.bo.presses("We are live")


async def report(stage: Stage, language: str = "en") -> str:
    def told(desk: Desk) -> str:
        stream, lin = desk.get(Stream, 1), desk.get(Person, stage.lin.id)
        return desk.house.dictionary.text(
            ready.flow.report(desk, stream), desk.private(lin, desk.team_of(stream)).reader
        )

    return str(await stage.work(told))


async def test_a_late_start_is_asked_about_once_and_the_reason_is_in_the_review(stage: Stage) -> None:
    await live_at(stage, "20:07")
    assert "went on air 7m late. What held it up?" in stage.bo.reads()
    said = [plain(text) for text in stage.group.inbox() if "on air" in text.lower()]
    assert said[-1] == "🔴 Black Friday Special: On air at 20:07, 7m late."
    assert not [text for text in said if text.startswith("✓") or "Are you live" in text], "the question became the news"
    assert sum(text.startswith("🔴 Black Friday Special: On air") for text in said) == 1
    await stage.bo.presses("Goods, prices or links")
    assert "it's in the review" in stage.bo.reads()
    kept = (await stage.rows(Lateness))[0]
    assert (kept.cause, kept.seconds, kept.person_id) == (Cause.GOODS, 420, stage.bo.id)
    assert "7m late: Goods, prices or links (Bo)" in await report(stage)
    assert "ready-log-late" in await logged(stage)
    said = len(stage.bo.inbox())
    await stage.bo.says("/golive")
    await stage.forward(timedelta(minutes=30))
    assert not [text for text in stage.bo.inbox()[said:] if "What held it up" in text]


async def test_the_reason_may_be_typed_or_skipped_and_a_photo_is_not_one(stage: Stage) -> None:
    await live_at(stage, "20:09")
    await stage.bo.sends_photo()
    assert not await stage.rows(Lateness)
    await stage.bo.tells_bot("the lift was stuck <again>")
    assert "9m late: the lift was stuck &lt;again&gt; (Bo)" in await report(stage)


async def test_skipped_it_stays_without_a_reason(stage: Stage) -> None:
    await live_at(stage, "20:09")
    await stage.bo.presses("Skip", on="What held it up")
    assert "without a reason" in stage.bo.reads()
    assert "late:" not in await report(stage)


async def test_a_start_that_is_hardly_late_is_not_asked_about(stage: Stage) -> None:
    await live_at(stage, "20:04")
    assert not [text for text in stage.bo.inbox() if "What held it up" in text]
    assert (await stage.stream()).phase is Phase.LIVE


@pytest.mark.parametrize(("minutes", "asked"), [(-3, False), (4, False), (5, True), (60, True)])
def test_five_minutes_are_worth_a_word(minutes: int, asked: bool) -> None:
    assert rules.worth_a_word(MONDAY_NOON, MONDAY_NOON + timedelta(minutes=minutes)) is asked


async def test_a_backup_without_a_seat_steps_in_from_the_roll_call_itself(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("mei", "kai")])

    def unseat(desk: Desk) -> None:
        show = desk.get(Stream, 1)
        seat = next(seat for seat in roster.seats(desk, show) if seat.role == "cohost")
        seat.person_id = stage.nia.id
        asking.ask(desk, show, desk.get(Person, stage.mei.id))
        desk.tell(show, Change.CREW)

    await stage.work(unseat)
    await stage.kai.presses_in("group", "Ready")
    assert "You could stand in" in stage.kai.reads()
    assert "I'll stand in: Anchor" in stage.kai.private.buttons()
    said = len(stage.mei.inbox())
    await stage.kai.presses("I'll stand in: Anchor")
    assert "✅ Anchor: Kai" in roll(stage)
    assert not stage.kai.sees_button("I'll stand in: Anchor"), "nor on what offered it"
    own = ["🙋 Roll call: Black Friday Special, on air at 20:00", "You: Anchor", "You stand in for Mei."]
    assert stage.kai.reads().splitlines() == [*own, "✅ You are ready. Should that change, press Not yet."]
    assert stage.kai.private.buttons() == ["Not yet"]
    assert [text for text in stage.mei.inbox()[said:] if "Anchor" in text] == [
        "Kai stands in for you as Anchor in Black Friday Special.\nYou don't need to do anything."
    ]
    assert "You have no seat in this show any more." in "".join(stage.mei.inbox()[:said])
    assert not stage.mei.sees_button("Not yet", on="You have no seat")
    assert "You are not needed for this one any more." in "".join(stage.mei.inbox()[:said])
    assert not stage.mei.sees_button("I can't after all")


async def test_who_stood_in_gets_what_comes_with_the_seat_and_the_news_of_the_gate(stage: Stage) -> None:
    stream = await stage.show(starts="2026-11-23 23:00")
    await stage.hush("plan", "prep", "calls", "retro", before=stream.starts_at)
    await stage.to(stream.starts_at - 40 * MINUTE)
    await stage.kai.presses("I'll stand in", on="Mei")
    await stage.kai.presses("Yes, I am")
    assert "You stand in for Mei" in stage.kai.reads(-2)
    assert stage.kai.sees_button("Know the products and the script", on="these are yours now")
    await stage.to(stream.starts_at - 15 * MINUTE)
    await stage.lin.presses("HOLD +10")
    own = next(text for text in reversed(stage.kai.inbox()) if "You stand in for Mei" in text)
    assert "on air at 23:10" in own and "⏸ Held by Lin at 22:45" in own


async def test_whoever_comes_after_the_start_is_replaced_at_once(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "wei"])
    await stage.wei.presses("Not yet")
    await stage.wei.tells_bot("stuck in traffic")
    await stage.wei.tells_bot("in 2 hours")
    asked = next(a for a in stage.actors.values() if "Can you stand in?" in a.reads())
    assert "Wei (Operations) will not be there before" in asked.reads()
    await stage.bo.presses("Not yet", on="You are ready")
    assert asked.sees_button("I'll stand in", on="Can you stand in?")
    await asked.presses("I'll stand in", on="Can you stand in?")
    assert f"✅ Operations: {asked.name}" in roll(stage)
    assert not asked.sees_button("I'll stand in", on="Can you stand in?")


async def test_a_wrap_of_a_show_that_nobody_called_live_asks_what_became_of_it(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.hush("ready", "calls", "prep", before=stage.at("2026-11-28 23:10"))
    await stage.to(stage.at("2026-11-28 23:10"))
    owed = select(Item).where(Item.key == "links-down")
    await stage.work(lambda desk: setattr(desk.session.exec(owed).one(), "state", State.OPEN))
    await stage.bo.tells_bot("/wrap")
    assert "was never called live, so there is nothing to wrap yet" in stage.bo.reads()
    choices = ["We are live", "It was on air from 20:00", "It began at another time", "It did not take place"]
    assert stage.bo.private.buttons() == choices
    await stage.bo.presses("It did not take place")
    assert "Lin or another lead" in stage.bo.toast
    await stage.bo.presses("another time")
    await stage.bo.tells_bot("23:20")
    assert "one that has passed" in stage.bo.reads()
    await stage.bo.tells_bot("20:01")
    await stage.bo.presses("another time")
    await stage.lin.sends_data("ready.live_anyway:1:99999999999")
    assert "one that has passed" in stage.lin.toast and (await stage.stream()).live_at is None
    await stage.lin.presses("Live without a GO", on="It was on air from 20:01. Stamp that all the same, and wrap it?")
    assert not stage.bo.sees_button("Cancel", on="When did"), "told by somebody else, it is no longer asked"
    stream, ended = await stage.stream(), stage.at("2026-11-28 23:00")
    assert (stream.phase, stream.live_at, stream.wrapped_at) == (Phase.WRAP, stage.at("2026-11-28 20:01"), ended)
    assert [cue.due_at > stage.now for cue in await stage.cues("retro.open")] == [True]
    await stage.forward(20 * MINUTE)
    assert (await stage.stream()).phase is Phase.REVIEW
    assert "Wrapped afterwards: 23:00 is the planned end." in await report(stage) and "2h59m on air" in stage.board()
    assert "ready-log-wrap-planned" in await logged(stage) and "duty-log-on" not in await logged(stage)
    said = [text for text in stage.group.inbox() if "afterwards" in text or "wrapped at" in text]
    assert "On air at 20:01, 1m late (stamped afterwards)." in said[0] and "3h9m" not in said[1]
    assert "wrapped afterwards. I take 23:00 as its end, as planned: 2h59m on air." in said[1]
    assert any("on air since 20:01" in text for text in stage.bo.inbox()) and not stage.bo.sees_button(
        "did not take place"
    )


async def test_a_show_that_did_not_take_place_is_called_off_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await called(stage, *CREW)
    await stage.hush("ready", "calls", "prep", before=stage.at("2026-11-29 00:30"))
    await stage.to(stage.at("2026-11-29 00:30"))
    await stage.bo.says("/wrap")
    assert "一直没人记开播" in stage.group.reads()
    await stage.bo.presses("别的时间开播的")
    await stage.bo.tells_bot("00:05")
    assert "00:05 开播的，仍要补记开播并下播吗？" in stage.lin.reads(), "planned before midnight, begun after it"
    await stage.bo.presses("20:00 开播的")
    assert "还没放行" in stage.bo.toast and stage.lin.sees_button("未放行，仍记开播")
    await stage.lin.presses("这场没播")
    assert "没播" in stage.lin.reads() and stage.lin.private.buttons() == ["确定取消本场", "返回"]
    assert stage.bo.sees_button("已开播", on="一直没人记开播"), "who is asked to confirm is asked alone"
    await stage.lin.presses("返回")
    await stage.lin.presses("这场没播")
    await stage.lin.presses("确定取消本场")
    assert (await stage.stream()).phase is Phase.CANCELLED and "没播，林岚取消了本场" in stage.mei.reads()
    assert not stage.lin.sees_button("未放行，仍记开播") and not stage.lin.sees_button("返回")
    assert "已取消。" not in stage.lin.reads(), "who called it off reads what came of it"


async def test_late_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await called(stage, *[key for key in CREW if key != "mei"])
    await stage.mei.presses("已就位")
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("放行开播")
    await stage.to(stage.at("2026-11-28 20:08"))
    await stage.bo.presses("已开播")
    assert "卡在哪儿了" in stage.bo.reads()
    await stage.bo.presses("设备或网络")
    assert "设备或网络" in await report(stage)


@scene
async def with_two_seats(stage: Stage) -> None:
    """Tao sits at technical support and at the data, and comes only after the start."""
    await planned(stage)

    def sit(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "data")).one().person_id = stage.tao.id
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(sit)
    for away in (stage.yan, stage.wei):
        await away.tells_bot("/away 2026-11-28")
    await stage.to(stage.at("2026-11-28 19:15"))
    await stage.tao.presses("还没好" if stage.language == "zh" else "Not yet")
    await stage.tao.tells_bot("a flat tyre")
    await stage.tao.tells_bot("20:30")


def asked_to_stand_in(stage: Stage) -> dict[str, list[str]]:
    found = {key: [text for text in actor.inbox() if "a flat tyre" in text] for key, actor in stage.actors.items()}
    return {key: texts for key, texts in found.items() if texts and key != "tao"}


async def test_two_seats_of_one_late_person_are_one_message_that_names_both(stage: Stage) -> None:
    await with_two_seats(stage)
    said = "🙋 Tao (Technical support, Data analyst) will not be there before 20:30"
    assert [text.startswith(said) for text in asked_to_stand_in(stage)["lin"]] == [True]
    assert len(asked_to_stand_in(stage)) == 1
    assert stage.lin.sees_button("I'll stand in: Technical support", on=said)
    assert not stage.lin.sees_button("I'll stand in: Data analyst", on=said)
    assert stage.lin.sees_button("Somebody else: Data analyst", on=said), "whom she may give it to"


async def test_once_one_of_the_two_seats_is_taken_the_other_is_asked_for_anew(stage: Stage) -> None:
    await with_two_seats(stage)
    await stage.lin.presses("Technical support", on="🙋 Tao")
    await stage.lin.presses("Yes, I am Technical support")
    assert "🙋 Tao (Data analyst) will not be there before 20:30" in stage.lin.reads()
    assert stage.lin.private.buttons() == ["Tao is ready", "Somebody else", "Who was asked"]
    await stage.lin.presses("Somebody else")
    assert plain(stage.lin.reads()).startswith("Who as Data analyst?") or "nobody else to choose" in stage.lin.reads()


async def test_two_seats_of_one_late_person_in_chinese(stage_zh: Stage) -> None:
    await with_two_seats(stage_zh)
    told = asked_to_stand_in(stage_zh)["lin"]
    assert len(told) == 1 and "（技术、数据）要到 20:30" in told[0]


async def test_held_the_time_that_somebody_named_stays_on_the_roll_while_it_lies_ahead(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "tao"])
    await stage.tao.presses("Not yet")
    await stage.tao.tells_bot("a flat tyre")
    await stage.tao.tells_bot("20:05")
    await stage.to(stage.at("2026-11-28 19:45"))
    await stage.lin.presses("HOLD +10")
    assert "Technical support: Tao, not before 20:05: a flat tyre" in roll(stage)
    assert any("You said: not before 20:05: a flat tyre. I'll ask again then" in text for text in stage.tao.inbox())
    said = len(stage.lin.inbox())
    await stage.to(stage.at("2026-11-28 20:04"))
    assert not [text for text in stage.lin.inbox()[said:] if "no more since" in text], (
        "nobody is called silent before that"
    )
    await stage.to(stage.at("2026-11-28 20:06"))
    assert "You said not yet: a flat tyre. Are you ready now?" in stage.tao.reads()
    assert stage.tao.private.buttons() == ["Ready", "Not yet"]
    await stage.mei.presses("Not yet")
    assert "Technical support: Tao, not yet: a flat tyre" in roll(stage)


@scene
async def silent_in_two_seats(stage: Stage) -> None:
    """Tao sits at technical support and at the data, and says nothing."""
    await called(stage, *[key for key in CREW if key not in ("tao", "xia")])

    def sit(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "data")).one().person_id = stage.tao.id
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(sit)
    await stage.to(stage.at("2026-11-28 19:31"))


async def test_two_silent_seats_of_one_person_have_a_button_each_for_whoever_may_take_them(stage: Stage) -> None:
    await silent_in_two_seats(stage)
    said = "🙋 Tao (Technical support, Data analyst) has not answered"
    stood_in = {key: offers_to(stage, key, said) for key in ("yan", "wei", "lin")}
    assert stood_in == {"yan": ["Data analyst"], "wei": ["Data analyst"], "lin": ["Technical support"]}


async def test_whoever_has_a_seat_that_the_show_needs_is_not_asked_to_leave_it(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "tao"])
    await stage.forward(11 * MINUTE)
    said = "🙋 Tao (Technical support) has not answered"
    assert [key for key in CREW if any(said in text for text in stage.actors[key].inbox())] == ["lin", "wei"]
    assert stage.wei.sees_button("Tao is ready", on=said) and not stage.wei.sees_button("I'll stand in", on=said)
    assert stage.lin.sees_button("I'll stand in", on=said)


def offers_to(stage: Stage, key: str, said: str) -> list[str]:
    chat = stage.actors[key].private
    place = max(n for n, text in enumerate(chat.inbox()) if said in text)
    return [label.removeprefix("I'll stand in: ") for label in chat.buttons(place) if "stand in: " in label]


async def test_once_one_of_two_silent_seats_is_taken_the_other_is_asked_for_anew(stage: Stage) -> None:
    await silent_in_two_seats(stage)
    await stage.lin.presses("I'll stand in: Technical support")
    await stage.lin.presses("Yes, I am Technical support")
    assert "✅ Technical support: Lin" in roll(stage) and "▫️ Data analyst: Tao" in roll(stage)
    assert not stage.wei.sees_button("I'll stand in", on="🙋 Tao")
    assert "You: Data analyst" in stage.tao.reads() and stage.tao.private.buttons() == ["Ready", "Not yet"]
    await stage.forward(5 * MINUTE)
    assert any("🙋 Tao (Data analyst) has not answered" in text for text in stage.wei.inbox())


async def test_two_silent_seats_in_chinese(stage_zh: Stage) -> None:
    await silent_in_two_seats(stage_zh)
    assert stage_zh.wei.sees_button("我来顶数据", on="还没回应到岗确认")
    assert stage_zh.lin.sees_button("我来顶技术", on="还没回应到岗确认")


UNHEARD = {
    "en": (
        "Ready",
        "The show is on air and I have",
        "🙋 Not heard from: Technical support (Tao)",
        "Technical support: Tao (not heard from)",
        "Tao never answered",
        "✅ You are there: your calls come to you again.",
    ),
    "zh": (
        "已就位",
        "已经开播，一直没等到你",
        "🙋 一直没应：技术（阿涛）",
        "技术：阿涛（一直没应）",
        "阿涛一直没应到岗确认，这一步由你跟进。",
        "✅ 你已就位，该叫你的照常叫你。",
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_whoever_never_answered_the_roll_is_called_on_air_only_once_they_are_there(
    stage: Stage, stage_zh: Stage, language: str
) -> None:
    one, (ready_word, late, silent, on_duty, why, back) = stage if language == "en" else stage_zh, UNHEARD[language]
    await called(one, *[key for key in CREW if key not in ("tao", "mei", "joy")])
    start = (await one.stream()).starts_at
    await one.hush("ready", "calls", "plan", "prep", before=start - 8 * MINUTE)
    decided = {"decision": Decision.GO, "decided_at": one.now, "decided_by": one.lin.id}
    await one.work(lambda desk: desk.add(Gate(stream_id=1, number=1, opened_at=desk.now, **decided)))
    await one.to(start - 8 * MINUTE)
    assert plain(one.yan.reads()).splitlines()[1].startswith(why), "after the GO nobody waits for them any more"
    await one.hush("ready", "calls", "plan", "prep", before=start + 14 * MINUTE)
    await one.to(start)
    await one.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.LIVE))
    assert one.tao.reads().splitlines()[2].startswith(late) and one.tao.private.buttons() == [ready_word]
    assert not one.mei.sees_button(ready_word), "who is in front of the camera is seen"
    board = one.board()
    link = next(each for each in await one.rows(Calling) if each.key == "next-show-link")
    await one.joy.sends_data(f"calls.heard:{link.id}")
    assert "Joy" in board and "Joy" not in one.board() and silent in one.board(), "who answers a call is there"
    await one.lin.tells_bot("/now")
    assert on_duty in plain(one.lin.reads())
    await one.to(start + 15 * MINUTE)
    assert plain(one.yan.reads()).splitlines()[1].startswith(why) and "📣" not in "".join(one.tao.inbox())
    assert silent in await report(one, language)
    await one.tao.presses(ready_word)
    assert silent not in one.board() + await report(one, language) and not one.tao.private.buttons()
    assert plain(one.tao.reads()).splitlines()[2] == back
    await one.hush("calls", before=start + 74 * MINUTE)
    await one.to(start + 75 * MINUTE)
    assert one.tao.reads().startswith("📣") and "".join(one.yan.inbox()).count(why) == 1
