"""Ready: the roll call, the gate, the real start, the wrap."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from bot import phases, roster
from bot.between import OpenPoint
from bot.crew import Answer, Assignment, LogEntry, Phase, Stream
from bot.cues import Cue
from bot.desk import Desk
from bot.flow import Change
from flows.prep.tables import Item, State
from flows.ready import roll as room
from flows.ready.tables import Decision, Gate, Override, Readiness, RollCall, RollLine
from tests.scenes import scene
from tests.stage import ROLES, Stage, plain

MINUTE = timedelta(minutes=1)
CREW = tuple(ROLES)
NEXT = "If I hear nothing by 19:49, I ask the whole team."
GATE = ["GO", "HOLD +10", "NO-GO", "Who was asked"]


def prepare(desk: Desk) -> None:
    """The checklist is done: what is red then is the roll's own."""
    for item in desk.session.exec(select(Item)):
        item.state = State.DONE


@scene
async def planned(stage: Stage) -> Stream:
    """A show on short notice, its checklist done."""
    await stage.to(stage.at("2026-11-28 19:00"))
    stream = await stage.show()
    await stage.work(prepare)
    return stream


@scene
async def opened(stage: Stage) -> Stream:
    """A show at its roll call; nobody has answered."""
    stream = await planned(stage)
    await stage.to(stream.starts_at - 45 * MINUTE)
    return stream


@scene
async def called(stage: Stage, *ready: str) -> None:
    """A show at its roll call; some have answered."""
    stream = await opened(stage)
    people = {stage.actors[key].id for key in ready}

    def answer(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        called = room.current(desk, show)
        assert called is not None
        for line in room.lines_of(desk, show, called):
            if line.person_id in people:
                line.state, line.answered_by = Readiness.READY, line.person_id
                room.settle(desk, [line])
        room.refresh(desk, show, called)

    await stage.work(answer)


async def states(stage: Stage) -> dict[str, Readiness]:
    newest = (await stage.rows(RollCall))[-1].id
    return {line.role: line.state for line in await stage.rows(RollLine) if line.roll_id == newest}


async def gates(stage: Stage) -> list[Decision]:
    return [gate.decision for gate in await stage.rows(Gate)]


async def logged(stage: Stage) -> list[str]:
    return [entry.key for entry in await stage.rows(LogEntry)]


def only(stage: Stage, monkeypatch: pytest.MonkeyPatch, *points: OpenPoint) -> None:
    """These points are open, and no others."""
    bare = [dataclasses.replace(flow, open_points=lambda *_: ()) for flow in stage.app.house.flows]
    last = dataclasses.replace(bare[-1], open_points=lambda *_: points)
    monkeypatch.setattr(stage.app.house, "flows", [*bare[:-1], last])


def roll(stage: Stage) -> str:
    return next(text for text in reversed(stage.group.inbox()) if text.startswith("🙋 Roll call"))


async def test_the_roll_call_opens_45_minutes_before_with_the_anchor_last(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.to(stream.starts_at - 46 * MINUTE)
    assert (await stage.stream()).phase is Phase.PREP
    await stage.to(stream.starts_at - 45 * MINUTE)
    assert (await stage.stream()).phase is Phase.STANDBY
    lines = roll(stage).splitlines()
    assert "on air at 20:00" in lines[0]
    assert lines[-3] == "▫️ Anchor: Mei"
    assert lines[-2:] == ["0 of 10 ready.", "Lin decides GO or NO-GO at 19:45."]


async def test_every_seat_is_asked_in_private_with_the_same_buttons(stage: Stage) -> None:
    await called(stage)
    for key in CREW:
        assert "Roll call" in stage.actors[key].reads(), key
        assert stage.actors[key].private.buttons() == ["Ready", "Not yet"], key
    assert "You: Floor manager" in stage.bo.reads()
    said = stage.bo.reads()
    assert said.endswith("If I hear nothing by 19:20, I ask whoever could stand in for you.")
    await stage.mei.presses("Ready")
    await stage.to(stage.at("2026-11-28 19:19"))
    assert [plain(text) for text in stage.bo.inbox()[-2:]] == ["↓ Roll call: Black Friday Special (further down)", said]
    assert stage.bo.private.buttons() == ["Ready", "Not yet"] and "↓" not in "".join(stage.mei.inbox())
    await stage.bo.presses("Ready")
    assert "You are ready" in stage.bo.reads() and stage.bo.private.buttons() == ["Not yet"]


async def test_ready_is_seen_on_the_card_the_board_and_the_own_message(stage: Stage) -> None:
    await called(stage)
    await stage.bo.presses("Ready")
    assert stage.bo.toast == "Ready: Floor manager. Thank you!"
    assert "✅ Floor manager: Bo" in roll(stage)
    assert "1 of 10 ready." in roll(stage)
    assert "You are ready" in stage.bo.reads()
    assert stage.bo.private.buttons() == ["Not yet"]
    assert "Roll call 1/10" in stage.board()


async def test_a_second_press_changes_nothing(stage: Stage) -> None:
    await called(stage)
    await stage.bo.presses("Ready")
    await stage.bo.presses("Ready", on="0:00")
    assert "already" in stage.bo.toast
    assert (await logged(stage)).count("ready-log-ready") == 1


async def test_the_command_is_as_good_as_the_button(stage: Stage) -> None:
    await called(stage)
    await stage.tao.tells_bot("/ready")
    assert (await states(stage))["tech"] is Readiness.READY
    await stage.nia.says("/ready")
    assert "You have no seat" in stage.group.reads()


async def test_whoever_has_no_seat_reads_whose_answers_are_missing(stage: Stage) -> None:
    await called(stage, "mei", "kai", "bo", "yan", "wei", "lin", "ana", "tao", "xia")
    await stage.nia.presses("Ready", on="Roll call")
    assert stage.nia.alert
    assert stage.nia.toast == "You have no seat in this roll call. Still to answer: Promotion (Joy)"
    assert (await states(stage))["promotion"] is Readiness.SILENT


async def test_not_yet_asks_why_and_until_when_and_asks_again_then(stage: Stage) -> None:
    await called(stage)
    await stage.tao.presses("Not yet")
    assert "⏳ Technical support: Tao, not yet" in roll(stage)
    assert "What is missing" in stage.tao.reads()
    await stage.tao.tells_bot("spare <b>mic</b> & cable")
    assert "Until when" in stage.tao.reads()
    assert "⏳ Technical support: Tao, not yet: spare <b>mic</b> & cable" in roll(stage)
    await stage.tao.presses("10 min")
    assert "⏳ Technical support: Tao, not before 19:25: spare <b>mic</b> & cable" in roll(stage)
    assert "19:25" in stage.tao.reads()
    heard = len(stage.tao.inbox())
    await stage.forward(9 * MINUTE)
    assert len(stage.tao.inbox()) == heard
    await stage.forward(MINUTE)
    assert "Are you ready now?" in stage.tao.reads()
    assert stage.tao.private.buttons() == ["Ready", "Not yet"]
    await stage.tao.presses("Ready")
    assert (await states(stage))["tech"] is Readiness.READY


async def test_until_when_may_be_typed_and_a_bad_time_is_asked_again(stage: Stage) -> None:
    await called(stage)
    await stage.tao.presses("Not yet")
    await stage.tao.tells_bot("cable")
    await stage.tao.tells_bot("when it is done")
    assert "I need a time" in stage.tao.reads()
    await stage.tao.tells_bot("19:10")
    assert "I need a time" in stage.tao.reads()
    await stage.tao.tells_bot("in 20 minutes")
    assert "not before 19:35: cable" in roll(stage)
    await stage.xia.presses("Not yet")
    await stage.xia.tells_bot("stuck in traffic, there 7:50")
    assert plain(stage.xia.reads()) == "Thank you, it's on the roll call. I'll ask again at 19:50."
    assert "Data analyst: Xia, not before 19:50: stuck in traffic, there 7:50" in roll(stage)


async def test_whoever_says_not_yet_and_no_more_is_asked_again_after_five_minutes(stage: Stage) -> None:
    await called(stage)
    await stage.tao.presses("Not yet")
    assert any("I'll ask again at 19:20; or" in text for text in stage.tao.inbox())
    await stage.forward(5 * MINUTE)
    said = [plain(text).splitlines()[-2:] for text in stage.tao.inbox() if "Roll call" in text]
    now = "If I hear nothing by 19:25, I ask whoever could stand in for you."
    assert said[-1] == ["⏳ You said: not yet. Are you ready now?", now]


async def test_whoever_said_not_yet_is_not_called_silent(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "wei"])
    await stage.wei.presses("Not yet")
    await stage.wei.tells_bot("the ads are still being checked")
    await stage.wei.presses("5 min")
    await stage.forward(12 * MINUTE)
    said = (
        "Wei (Operations) said not yet and no more since: the ads are still being checked. Black Friday Special is on"
    )
    assert said in plain(stage.lin.reads())
    await stage.wei.presses("Not yet")
    await stage.wei.tells_bot("still no word from them")
    said = "Wei (Operations) says: not yet: still no word from them. Black Friday Special is on air at 20:00."
    assert said in plain(stage.lin.reads()), "who answers a moment ago has not fallen silent since"


async def test_silence_goes_to_the_stand_in_and_then_on(stage: Stage) -> None:
    everyone_else = [key for key in CREW if key != "mei"]
    await called(stage, *everyone_else)
    await stage.forward(5 * MINUTE)
    assert "Mei (Anchor) has not answered the roll call" in stage.kai.reads()
    assert plain(stage.kai.reads()).endswith("Stand in, or reach Mei.")
    assert stage.kai.private.buttons() == ["I'll stand in", "Who was asked"], "no button that would refuse him"
    assert stage.mei.reads().endswith("I have heard nothing, and asked Kai meanwhile.")
    await stage.mei.presses("Ready")
    assert "✅ Anchor: Mei" in stage.kai.reads()
    assert stage.kai.private.buttons() == []
    await stage.forward(10 * MINUTE)
    assert not any("Mei (Anchor)" in text for text in stage.lin.inbox())


async def test_a_stand_in_takes_the_seat_from_the_roll_itself(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("lin", "wei")])
    await stage.forward(5 * MINUTE)
    assert "Wei (Operations) has not answered" in stage.lin.reads()
    assert plain(stage.lin.reads()).endswith(
        "Stand in, or reach Wei.\nAs a lead you can also answer for Wei, or pick somebody else."
    )
    assert stage.lin.private.buttons() == ["I'll stand in", "Wei is ready", "Somebody else", "Who was asked"]
    await stage.lin.presses("I'll stand in")
    assert "stand in as" in stage.lin.toast
    seats = {line.role: (line.person_id, line.state) for line in await stage.rows(RollLine)}
    assert seats["operations"] == (stage.lin.id, Readiness.READY)
    assert plain(stage.wei.reads()).splitlines() == [
        "Lin stands in for you as Operations in Black Friday Special.",
        "GO or NO-GO is still yours to decide.",
    ]
    assert "ready-log-took" in await logged(stage)
    own = [plain(text) for text in stage.lin.inbox() if "Roll call: Black Friday" in text and "You:" in text]
    assert len(own) == 1 and "You: Operations, Operations manager" in own[0], "and no second card like it"
    assert not stage.lin.sees_button("Somebody else"), "what was asked about Wei is settled"
    assert any(plain(text).endswith("✅ Operations: Lin") for text in stage.lin.inbox())
    await stage.wei.presses("I'm here after all")
    seats = {line.role: (line.person_id, line.state) for line in await stage.rows(RollLine)}
    assert seats["operations"] == (stage.wei.id, Readiness.READY) and "ready-log-came-back" in await logged(stage)
    assert plain(stage.lin.reads()).splitlines() == [
        "Wei is here after all, and is Operations in Black Friday Special again.",
        "You are still: Operations manager.",
        "GO or NO-GO is still yours to decide.",
    ]
    assert not stage.wei.sees_button("I'm here after all")


async def test_nobody_leaves_a_seat_that_the_show_needs_for_another(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "yan"])
    await stage.forward(5 * MINUTE)
    line = next(one for one in await stage.rows(RollLine) if one.role == "control")
    await stage.wei.sends_data(f"ready.take:{line.id}")
    assert "nobody can be Control desk as well" in stage.wei.toast
    assert (await states(stage))["control"] is Readiness.SILENT


async def test_a_backup_who_has_a_lesser_seat_leaves_it_for_one_that_the_show_needs(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "mei"])
    await stage.forward(5 * MINUTE)
    await stage.kai.presses("I'll stand in")
    assert "as Anchor you leave Co-host, which is then open" in stage.kai.reads()
    assert (await states(stage))["anchor"] is Readiness.SILENT
    await stage.kai.presses("Yes, I am Anchor")
    assert "✅ Anchor: Kai" in roll(stage) and "Co-host" not in roll(stage)
    assert "Kai stands in for you as Anchor" in stage.mei.reads()
    assert stage.mei.reads().endswith("You don't need to do anything.")
    assert stage.mei.private.buttons() == ["I'm here after all"]
    assert "open: Co-host" in stage.board() and "ready-log-left" in await logged(stage)


async def test_a_backup_leaves_a_lesser_seat_in_chinese(stage_zh: Stage) -> None:
    await called(stage_zh, *[key for key in CREW if key != "mei"])
    await stage_zh.forward(5 * MINUTE)
    await stage_zh.kai.presses("我来顶岗")
    assert "助播就空出来了" in stage_zh.kai.reads()
    await stage_zh.kai.presses("确定，我顶主播")
    assert "你的岗位：主播\n你替" in stage_zh.kai.reads() and "这场你已经没有岗位了" in "".join(stage_zh.mei.inbox())
    assert any("✅ 主播" in text for text in stage_zh.group.inbox())


async def test_a_lead_answers_for_others_and_the_log_says_so(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "mei"])
    await stage.forward(5 * MINUTE)
    line = next(one for one in await stage.rows(RollLine) if one.role == "anchor")
    await stage.kai.sends_data(f"ready.for:{line.id}")
    assert "Only Mei or a lead" in stage.kai.toast
    await stage.forward(5 * MINUTE)
    await stage.lin.presses("Mei is ready")
    assert "✅ Anchor: Mei, says Lin" in roll(stage)
    assert "✅ Lin says that you are ready." in "".join(stage.mei.inbox()), "she pressed nothing"
    assert "ready-log-ready-for" in await logged(stage)


async def test_a_new_holder_is_asked_and_the_old_answer_is_gone(stage: Stage) -> None:
    await called(stage, "bo")

    def reseat(desk: Desk) -> None:
        seat = desk.session.exec(select(Assignment).where(Assignment.role == "floor")).one()
        seat.person_id = stage.nia.id
        desk.tell(desk.session.exec(select(Stream)).one(), Change.CREW)

    await stage.work(reseat)
    assert "▫️ Floor manager: Nia" in roll(stage)
    assert "You: Floor manager" in stage.nia.reads()
    await stage.bo.presses("Ready", on="Black Friday")
    assert "You have no seat" in stage.bo.reads()
    assert "Still to answer: Floor manager (Nia)" in stage.bo.reads()


async def test_an_all_green_gate_goes_with_one_press(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    assert "GO or NO-GO" in stage.lin.reads()
    assert "\n10 of 10 ready.\nNothing red." in plain(stage.lin.reads())
    assert stage.lin.reads().endswith("Your decision.\nIf I hear nothing by 19:47, I ask Wei.")
    assert stage.lin.private.buttons() == GATE
    await stage.lin.presses("GO")
    assert stage.group.reads() == "✅ GO for Black Friday Special, says Lin. On air at 20:00."
    assert "✅ GO at 19:45 by Lin." in stage.board()
    assert stage.lin.private.buttons() == ["HOLD +10", "NO-GO"]
    assert await gates(stage) == [Decision.GO]


async def test_the_card_of_a_decision_keeps_how_things_stood_whatever_comes_later(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "bo"])
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("GO", on="GO or NO-GO")
    await stage.lin.tells_bot("Bo is at the door, no phone")
    card = next(text for text in stage.lin.inbox() if "decided" in text)
    assert (
        "GO at 19:45 by Lin" in card and "9 of 10 were ready" in card and "Reason: Bo is at the door, no phone" in card
    )
    await stage.to(stage.at("2026-11-28 20:00"))
    await stage.bo.presses("We are live")
    for phase in (Phase.WRAP, Phase.REVIEW, Phase.CLOSED):
        await stage.work(lambda desk, phase=phase: phases.enter(desk, desk.get(Stream, 1), phase))
    assert card in stage.lin.inbox()


async def test_of_two_leads_pressing_at_once_the_second_reads_what_was_decided(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(32 * MINUTE)
    await stage.lin.presses("GO")
    gate = (await stage.rows(Gate))[0]
    await stage.wei.sends_data(f"ready.go:{gate.id}")
    assert "GO at 19:47 by Lin" in stage.wei.toast
    assert (await logged(stage)).count("ready-log-go") == 1


async def test_a_gate_that_lapsed_with_a_move_asks_the_lead_first_again(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(31 * MINUTE)
    stream = await stage.stream()
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + 20 * MINUTE))
    assert await gates(stage) == [Decision.LAPSED]
    assert any("The show has moved: it is decided anew" in text for text in stage.lin.inbox())
    asked = {key: len(stage.actors[key].inbox()) for key in ("lin", "wei")}
    await stage.to(stream.starts_at + 5 * MINUTE)
    assert any("GO or NO-GO" in text for text in stage.lin.inbox()[asked["lin"] :])
    assert not any("GO or NO-GO" in text for text in stage.wei.inbox()[asked["wei"] :])


async def test_only_a_lead_decides(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(20 * MINUTE + 10 * MINUTE + 10 * MINUTE)
    assert "Nobody has decided" in "".join(stage.group.inbox())
    await stage.bo.presses("GO", on="Nobody has decided")
    assert stage.bo.alert and "Lin or another lead" in stage.bo.toast
    assert await gates(stage) == [Decision.OPEN]


async def test_a_silent_lead_is_followed_by_the_deputy_and_both_see_the_decision(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(32 * MINUTE)
    assert "GO or NO-GO" in stage.wei.reads()
    assert [actor.reads().splitlines()[-1] for actor in (stage.lin, stage.wei)] == [NEXT] * 2
    await stage.bo.says("/ready")
    assert [actor.reads().splitlines()[-1] for actor in (stage.lin, stage.wei)] == [NEXT] * 2
    await stage.lin.presses("Who was asked")
    assert plain(stage.lin.reads()).splitlines()[-3:] == [
        "• Sat 28 Nov 19:45 · Lin",
        "• Sat 28 Nov 19:47 · Wei",
        "If nobody answers: Sat 28 Nov 19:49 · the whole team",
    ]
    await stage.wei.presses("GO")
    assert any("GO at 19:47 by Wei" in text for text in stage.lin.inbox())
    await stage.lin.presses("HOLD", on="decided")
    assert await gates(stage) == [Decision.HOLD]


async def test_go_over_something_red_asks_for_a_reason_and_is_kept_as_an_override(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("bo", "xia")])
    await stage.forward(30 * MINUTE)
    assert "🔴 Floor manager: Bo, no answer\n🟡 Data analyst: Xia, no answer\nSomething is red: GO" in stage.lin.reads()
    await stage.lin.presses("GO")
    assert "one point is red" in stage.lin.reads()
    assert await gates(stage) == [Decision.OPEN]
    await stage.lin.tells_bot("Bo is in the lift")
    kept = (await stage.rows(Override))[0]
    assert (kept.person_id, kept.reason) == (stage.lin.id, "Bo is in the lift")
    assert "Bo" in kept.red
    assert "with one point still red" in stage.group.reads()
    assert "lift" not in "".join(stage.group.inbox())
    assert "Override" in stage.board()
    assert [key for key in await logged(stage) if key in ("ready-log-override", "ready-log-go")] == [
        "ready-log-override"
    ]


async def test_a_cancelled_reason_leaves_the_decision_open(stage: Stage) -> None:
    await called(stage)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("GO", on="GO or NO-GO")
    await stage.lin.tells_bot("cancel")
    assert await gates(stage) == [Decision.OPEN]
    assert stage.lin.sees_button("NO-GO")


async def test_hold_moves_the_show_keeps_every_ready_and_asks_only_the_others(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("bo", "tao")])
    await stage.tao.presses("Not yet")
    await stage.tao.tells_bot("network")
    await stage.tao.tells_bot("19:58")
    await stage.forward(30 * MINUTE)
    planned = (await stage.stream()).starts_at
    heard = {key: len(stage.actors[key].inbox()) for key in CREW}
    await stage.lin.presses("HOLD +10")
    assert (await stage.stream()).starts_at == planned + 10 * MINUTE
    assert "the start moves to 20:10" in stage.group.reads()
    assert stage.lin.toast == "Held. I ask for your decision again at 19:50."
    held = [
        "⏸ Held by Lin at 19:45. The start moves to 20:10.",
        "Waiting for: Floor manager (Bo); Technical support (Tao)",
    ]
    assert roll(stage).splitlines()[-3:] == [*held, "Lin decides GO or NO-GO at 19:50."]
    assert stage.group.reads().splitlines()[1:] == [held[1], "Lin decides GO or NO-GO at 19:50."]
    own = next(plain(text) for text in stage.lin.inbox() if text.startswith("🚦"))
    assert own.splitlines()[1:] == roll(stage).splitlines()[-3:], "whoever held it reads at least what the group does"
    assert held[0] in "".join(stage.mei.inbox()) and "Waiting for" not in "".join(stage.mei.inbox())
    assert "⏸ HOLD at 19:45 by Lin. Decision again at 19:50." in stage.board()
    asked = {key for key in CREW if any("Roll call" in text for text in stage.actors[key].inbox()[heard[key] :])}
    assert asked == {"bo"}, "who has said until when is asked then"
    held_again = [plain(text) for key in CREW for text in stage.actors[key].inbox()[heard[key] :] if "HOLD for" in text]
    said = "⏸ HOLD for Black Friday Special, says Lin: the start moves to 20:10. You need not answer again."
    waits = said.replace(
        "You need not answer again.", "Still waiting for you:\n🔴 Technical support: Tao, not before 19:58: network"
    )
    assert sorted(held_again) == [waits, *[said] * 7] and not any("HOLD for" in text for text in stage.lin.inbox())
    assert stage.tao.reads() == waits and stage.tao.private.buttons() == ["Ready"]
    assert "8 of 10 ready" in roll(stage)
    await stage.bo.presses("Ready")
    assert "Waiting for: Technical support (Tao)" in roll(stage)
    await stage.tao.presses("Ready")
    assert "Waiting for" not in roll(stage)
    await stage.to(stage.at("2026-11-28 19:50"))
    assert "10 of 10 ready" in stage.lin.reads()
    assert roll(stage).splitlines()[-1] == "GO or NO-GO: Lin is deciding."
    await stage.lin.presses("GO")
    assert await gates(stage) == [Decision.HOLD, Decision.GO]
    assert "8 of 10 were ready." in "".join(stage.lin.inbox()), "the card of the HOLD is one of the past"
    [news] = [plain(text) for text in stage.group.inbox() if "HOLD at" in text and text.startswith("🚦")]
    assert news.splitlines()[1:] == ["⏸ HOLD at 19:45 by Lin.", "✅ GO at 19:50 by Lin."], (
        "nobody is waited for any more"
    )
    start = "✅ GO for Black Friday Special, says Lin. On air at 20:10."
    assert any(plain(text) == start for text in stage.mei.inbox()), "and when it begins"
    await stage.to(planned + 9 * MINUTE)
    assert not stage.bo.sees_button("We are live", on="Are you live")


async def test_a_hold_with_nothing_missing_is_asked_for_its_reason_and_everyone_reads_it(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("HOLD +10")
    assert "What holds it up?" in stage.lin.reads()
    await stage.lin.tells_bot("the <b>platform</b> is down")
    assert "Why: the <b>platform</b> is down" in roll(stage) and "Why: the" in "".join(stage.mei.inbox())
    assert "ready-log-held-why" in await logged(stage)
    await stage.to(stage.at("2026-11-28 19:50"))
    assert "⏸ Held at 19:45: the <b>platform</b> is down" in stage.lin.reads()
    await stage.lin.presses("HOLD +10")
    await stage.lin.presses("Skip", on="What holds it up?")
    assert "on air at 20:20" in roll(stage).lower() and "Why:" not in roll(stage)


async def test_no_go_says_nothing_to_the_crew_before_it_is_clear_what_follows(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    said = len(stage.group.inbox())
    await stage.lin.presses("NO-GO")
    assert stage.lin.private.buttons() == ["Move", "Cancel the show", "Back"]
    await stage.lin.presses("Back")
    assert stage.lin.private.buttons() == GATE and len(stage.group.inbox()) == said
    assert stage.lin.reads().splitlines()[-1] == "If I hear nothing by 19:47, I ask Wei.", (
        "asked as if nothing had been answered"
    )
    await stage.lin.presses("NO-GO")
    assert plain(stage.lin.reads()).splitlines()[-2:] == [
        "NO-GO, pressed by Lin. What becomes of the show? Nothing is said to the crew before one of you chooses.",
        "If I hear nothing by 19:47, I ask Wei.",
    ]
    await stage.lin.presses("Cancel the show")
    await stage.forward(2 * MINUTE)
    assert "Lin pressed it." in stage.wei.reads() and stage.wei.private.buttons() == ["Yes, cancel the show", "Back"]
    await stage.wei.presses("Back")
    assert stage.wei.private.buttons() == GATE, "whoever is silent after a NO-GO is not waited for"
    await stage.wei.presses("NO-GO")
    await stage.wei.presses("Back")
    await stage.forward(2 * MINUTE)
    assert "Nobody has decided" not in stage.group.reads(), "the lead comes before the whole team"
    assert "GO or NO-GO" in stage.lin.reads() and stage.lin.reads().splitlines()[-1].endswith("whole team.")


async def test_a_no_go_moves_by_an_hour_alone_on_the_same_day(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("NO-GO")
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("20:30")
    await stage.lin.presses("Move it")
    assert (await stage.stream()).starts_at == stage.at("2026-11-28 20:30")


async def test_no_go_moves_the_show_and_the_roll_is_called_anew(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("NO-GO")
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("yesterday")
    await stage.lin.tells_bot("2026-11-20 20:00")
    assert "must lie ahead" in stage.lin.reads()
    await stage.lin.tells_bot("2026-11-29 20:00")
    await stage.lin.presses("Move it")
    stream = await stage.stream()
    assert (stream.phase, stream.starts_at) == (Phase.PREP, stage.at("2026-11-29 20:00"))
    assert "NO-GO" in stage.group.reads() and "Sun 29 Nov 20:00" in stage.group.reads()
    assert "the next roll call is on Sun 29 Nov 19:15" in roll(stage)
    assert await gates(stage) == [Decision.MOVED]
    moved = "🔁 NO-GO on Sat 28 Nov 19:45 by Lin: moved."
    assert any(moved in text for text in stage.lin.inbox())
    await stage.hush("plan", "prep", "calls", before=stage.at("2026-11-29 19:15"))
    await stage.to(stage.at("2026-11-29 19:15"))
    assert moved in stage.board()
    assert set((await states(stage)).values()) == {Readiness.SILENT}
    await stage.hush("ready.call", "plan", "prep", "calls", before=stage.at("2026-11-29 19:46"))
    await stage.to(stage.at("2026-11-29 19:45"))
    assert stage.lin.private.buttons() == GATE


async def test_no_go_cancels_after_asking_once_more(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("NO-GO")
    await stage.lin.presses("Cancel the show")
    assert (await stage.stream()).phase is Phase.STANDBY
    await stage.lin.presses("Yes, cancel the show")
    assert (await stage.stream()).phase is Phase.CANCELLED
    assert any("NO-GO" in text and "cancelled" in text for text in stage.group.inbox())
    assert not await stage.cues("ready.call", "ready.gate", "ready.live", "ready.wrap")


async def test_a_no_after_the_go_reaches_the_lead_with_hold_and_no_go(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("GO")
    await stage.tao.presses("Not yet")
    await stage.tao.tells_bot("camera is dead")
    await stage.tao.presses("10 min")
    assert "After the GO" in stage.lin.reads() and "camera is dead" in stage.lin.reads()
    await stage.lin.presses("NO-GO", on="After the GO")
    await stage.forward(4 * MINUTE)
    assert stage.wei.private.buttons() == ["Move", "Cancel the show", "Back"]
    assert plain(stage.group.reads()).splitlines()[-1] == (
        "NO-GO, pressed by Lin: is the show moved, or cancelled? Lin, Wei: it is yours, press here."
        " Everybody else: please get hold of them."
    )
    await stage.wei.presses("Back")
    await stage.lin.presses("HOLD +10", on="After the GO")
    assert await gates(stage) == [Decision.HOLD]


async def test_a_small_move_keeps_the_answers_and_a_big_one_clears_them(stage: Stage) -> None:
    await called(stage, *CREW)
    stream = await stage.stream()
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at - 10 * MINUTE))
    assert "on air at 19:50" in roll(stage) and "10 of 10 ready" in roll(stage)
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + 60 * MINUTE))
    assert (await stage.stream()).phase is Phase.PREP
    await stage.to(stream.starts_at + 15 * MINUTE)
    assert "0 of 10 ready" in roll(stage)


@scene
async def go(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("GO")


async def test_the_floor_manager_is_asked_two_minutes_after_the_start(stage: Stage) -> None:
    await go(stage)
    await stage.to(stage.at("2026-11-28 20:01"))
    assert "Are you live" not in stage.bo.reads()
    await stage.to(stage.at("2026-11-28 20:02"))
    assert "Are you live?\nIf I hear nothing by 20:03, I ask Lin." in stage.bo.reads()
    assert stage.bo.private.buttons() == ["Live since 20:00", "Live just now", "Not yet"]
    await stage.to(stage.at("2026-11-28 20:04"))
    assert "I ask Lin" not in stage.bo.reads(), "Lin was asked"
    await stage.bo.presses("Live just now")
    stream = await stage.stream()
    assert (stream.phase, stream.live_at) == (Phase.LIVE, stage.at("2026-11-28 20:04"))
    assert "🔴 Black Friday Special: On air at 20:04, 4m late." in stage.group.inbox()
    assert "ready-log-live-late" in await logged(stage)
    assert "On air at 20:04, 4m late" in stage.board()
    await stage.yan.says("/golive")
    assert "On air at 20:04" in stage.group.reads()
    assert (await stage.stream()).live_at == stage.at("2026-11-28 20:04")


async def test_not_yet_on_air_is_asked_again_and_silence_reaches_the_lead(stage: Stage) -> None:
    await go(stage)
    await stage.to(stage.at("2026-11-28 20:02"))
    await stage.bo.presses("Not yet", on="Are you live")
    assert stage.bo.toast == "I'll ask again at 20:07."
    await stage.to(stage.at("2026-11-28 20:06"))
    assert "Are you live" not in stage.lin.reads()
    await stage.to(stage.at("2026-11-28 20:10"))
    assert "Are you live" in stage.lin.reads()
    assert stage.bo.private.buttons() == ["We are live", "Not yet"], "it did not begin when it was planned"


async def test_who_is_asked_whether_it_is_on_air_may_say_that_it_began_on_time(stage: Stage) -> None:
    await go(stage)
    await stage.hush("calls", "duty", before=stage.at("2026-11-28 20:02"))
    await stage.to(stage.at("2026-11-28 20:02"))
    await stage.bo.presses("Live since 20:00")
    assert (await stage.stream()).live_at == stage.at("2026-11-28 20:00")
    assert "🔴 Black Friday Special: On air at 20:00, on time." in stage.group.inbox()
    assert "ready-log-live-on-time" in await logged(stage) and "held it up" not in stage.bo.reads()


async def test_an_early_start_is_stamped_from_the_board(stage: Stage) -> None:
    await go(stage)
    await stage.to(stage.at("2026-11-28 19:57"))
    await stage.nia.presses("We are live")
    assert "to press, or another lead" in stage.nia.toast
    await stage.yan.presses("We are live")
    assert "On air at 19:57, 3m early" in "".join(stage.group.inbox())
    assert not await stage.cues("ready.live", "ready.gate", "ready.call")


async def test_without_a_go_only_a_lead_goes_live_and_it_is_recorded(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.bo.presses("We are live")
    assert plain(stage.bo.reads()) == ("⏳ It is 45m before the start of Black Friday Special (20:00). Really on air?")
    await stage.bo.presses("No, a slip")
    assert stage.bo.reads().endswith("Nobody was told.") and "on air, but" not in "".join(stage.lin.inbox())
    for answer in ("Not on air", ""):
        await stage.bo.presses("We are live")
        await stage.bo.presses("Yes, on air")
        assert "It is 45m before the start" in stage.lin.reads()
        assert stage.lin.private.buttons() == ["Live without a GO", "Not on air"]
        if answer:
            await stage.lin.presses(answer)
            assert "is not on air, says Lin" in stage.bo.reads() and stage.lin.private.buttons() == []
            assert plain(stage.lin.reads()).startswith("Noted: Black Friday Special is not on air.")
    await stage.forward(30 * MINUTE)
    assert any("Noted: " in text for text in stage.lin.inbox()), "what was answered stays as it was answered"
    assert any(text.endswith("Lin decides.") for text in stage.lin.inbox())
    assert not stage.lin.sees_button("Live without a GO"), "the gate asks, and the question stands there"
    await stage.to(stage.at("2026-11-28 20:00"))
    await stage.bo.says("/golive")
    assert "There is no GO yet" in stage.group.reads()
    assert (await stage.stream()).phase is Phase.STANDBY
    assert "Bo says that Black Friday Special went on air" in stage.lin.reads()
    await stage.lin.presses("Live without a GO")
    assert not stage.lin.sees_button("Not on air")
    assert (await stage.stream()).phase is Phase.LIVE
    kept = (await stage.rows(Override))[0]
    assert (kept.gate_id, kept.person_id) == (None, stage.lin.id)
    assert "ready-log-no-go" in await logged(stage)
    assert await gates(stage) == [Decision.LAPSED] and "before this was decided" not in stage.board()
    assert any("It went on air before this was decided." in text for text in stage.lin.inbox())


@scene
async def live(stage: Stage) -> None:
    await go(stage)
    await stage.to(stage.at("2026-11-28 20:00"))
    await stage.bo.presses("We are live")


async def test_the_wrap_is_asked_at_the_planned_end_and_twice_more(stage: Stage) -> None:
    await live(stage)
    await stage.hush("calls", "prep", "duty", before=stage.at("2026-11-28 23:30"))
    await stage.to(stage.at("2026-11-28 23:00"))
    assert "Is it over" in "".join(stage.bo.inbox())
    await stage.bo.presses("Not yet", on="was planned until")
    await stage.to(stage.at("2026-11-28 23:14"))
    assert not stage.bo.sees_button("Wrap", on="was planned until")
    await stage.to(stage.at("2026-11-28 23:15"))
    assert stage.bo.sees_button("Wrap", on="was planned until")
    await stage.to(stage.at("2026-11-28 23:18"))
    assert stage.lin.sees_button("Wrap", on="was planned until")
    await stage.lin.presses("Wrap", on="was planned until")
    assert (await stage.stream()).phase is Phase.WRAP
    assert any("wrapped at 23:18, 3h18m on air, 18m later than planned" in text for text in stage.group.inbox())
    assert not await stage.cues("ready.wrap")


async def test_the_wrap_names_what_is_still_open(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await live(stage)
    only(stage, monkeypatch, OpenPoint("one promise"))
    await stage.bo.says("/wrap")
    assert "still open" in stage.group.reads() and "• one promise" in stage.group.reads()
    assert (await stage.stream()).phase is Phase.LIVE
    await stage.bo.presses("Not yet", on="still open")
    assert "goes on" in stage.group.reads()
    await stage.bo.says("/wrap")
    await stage.bo.presses("Wrap anyway")
    assert (await stage.stream()).phase is Phase.WRAP
    await stage.bo.says("/wrap")
    assert "Wrapped already" in stage.group.reads()


async def test_a_hard_point_makes_the_gate_red(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    only(stage, monkeypatch, OpenPoint("trailer"), OpenPoint("price check", hard=True))
    await called(stage, *CREW)
    await stage.forward(30 * MINUTE)
    assert "🔴 price check\n🟡 trailer" in stage.lin.reads()
    await stage.lin.presses("GO")
    assert "one point is red" in stage.lin.reads() and "price check" in stage.lin.reads()


async def test_a_show_on_short_notice_has_its_roll_call_at_once(stage: Stage) -> None:
    await stage.to(stage.at("2026-11-28 19:30"))
    await stage.show()
    await stage.forward(timedelta())
    assert (await stage.stream()).phase is Phase.STANDBY
    assert "0 of 10 ready" in roll(stage)


async def test_the_whole_gate_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await called(stage, *[key for key in CREW if key not in ("bo", "ana")])
    assert "到岗确认" in stage.bo.reads()
    assert stage.bo.reads().endswith("请点下面的按钮。\n到 19:20 还没应，我就去问能顶岗的人。")
    assert stage.ana.private.buttons() == ["Ready", "Not yet"]
    await stage.ana.presses("Ready")
    await stage.bo.presses("还没好")
    await stage.bo.tells_bot("堵车，7点35到")
    assert any("19:35 才好：堵车，7点35到" in text for text in stage.group.inbox())
    await stage.forward(30 * MINUTE)
    assert stage.lin.private.buttons() == ["放行开播", "延后 10 分钟", "不播", "催过谁"]
    gate = plain(stage.lin.reads()).splitlines()
    assert gate[1:3] == ["已就位 9/10", "🔴 场控：阿博，还没好：堵车，7点35到"]
    assert gate[-1] == "到 19:47 还没人应，我就去问老魏。"
    await stage.lin.presses("催过谁")
    assert plain(stage.lin.reads()).splitlines()[0] == "开播决策：Black Friday Special：催过谁、什么时候"
    await stage.lin.presses("放行")
    await stage.lin.tells_bot("场控马上到")
    assert "✅ 放行" in stage.group.reads() and "拍板，仍有" in stage.group.reads()
    await stage.wei.sends_data("ready.go:1")
    assert stage.wei.toast == "✅ 林岚于 19:45 放行。这里没有要决定的了。"
    await stage.to(stage.at("2026-11-28 20:03"))
    await stage.bo.presses("已开播")
    assert any("20:03 开播，晚了 3 分钟" in text for text in stage.group.inbox())
    await stage.bo.says("/wrap")
    assert (await stage.stream()).phase is Phase.WRAP


async def test_every_cue_of_the_gate_moves_with_the_stream_in_one_commit(stage: Stage) -> None:
    stream = await stage.show()
    before = {cue.id: cue.due_at for cue in await stage.rows(Cue) if cue.kind.startswith("ready.")}
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + timedelta(days=1)))
    after = {cue.id: cue.due_at for cue in await stage.rows(Cue) if cue.kind.startswith("ready.")}
    assert after == {key: due + timedelta(days=1) for key, due in before.items()} and len(before) == 6


async def test_whoever_is_in_place_has_accepted_the_seat(stage: Stage) -> None:
    stream = await stage.show(starts="2026-11-23 21:00")

    def unasked(desk: Desk) -> None:
        for seat in roster.seats(desk, desk.get(Stream, stream.id)):
            if seat.person_id == stage.bo.id:
                seat.answer = Answer.ASKED

    await stage.work(unasked)
    await stage.to(stream.starts_at - timedelta(minutes=45))
    await stage.bo.presses("Ready")
    seats = {seat.person_id: seat.answer for seat in await stage.rows(Assignment)}
    assert seats[stage.bo.id] is Answer.ACCEPTED
