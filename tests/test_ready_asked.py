"""Ready: who was asked about a seat and when, and one seat that a lead wants left in peace."""

import dataclasses

import pytest

from bot import roster
from bot.between import OpenPoint
from bot.crew import Answer, Assignment, Stream
from bot.desk import Desk
from bot.flow import Button
from flows.ready.tables import Readiness, RollLine
from tests.stage import Actor, Stage, plain
from tests.test_ready import CREW, MINUTE, called, logged, only, roll, states


def samples(whose: Actor) -> OpenPoint:
    """Something that the gate must not pass, and that is stuck."""
    key = Button("Samples", "ready.yes", (1,))
    return OpenPoint(f"Samples · {whose.name}", True, owner_id=whose.id, key=key, stands="⛔ courier late")


async def test_who_was_asked_about_a_seat_and_when(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "mei"])
    await stage.forward(5 * MINUTE)
    await stage.kai.presses("Who was asked")
    assert stage.kai.reads().splitlines()[0] == "Anchor (Mei): who was asked, and when (Black Friday Special)"
    assert "19:15 · Mei" in stage.kai.reads()
    assert "19:20 · Kai" in stage.kai.reads()
    assert stage.kai.reads().splitlines()[-1] == "If nobody answers: Sat 28 Nov 19:25 · Lin"
    assert stage.kai.private.buttons() == []
    await stage.forward(5 * MINUTE)
    turn = "I asked Mei, Kai already, and it is still open. You are next."
    assert plain(stage.lin.reads()).splitlines()[0] == turn
    await stage.bo.presses("Not yet")
    assert plain(stage.lin.reads()).splitlines()[0] == turn, "as long as that is so"
    await stage.mei.presses("Ready")
    assert stage.kai.reads().splitlines()[-1].endswith("19:25 · Lin"), "and nobody after that"


async def test_a_seat_that_is_silent_and_was_never_accepted_is_named_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await called(stage, *[key for key in CREW if key != "bo"])

    def unasked(desk: Desk) -> None:
        show = desk.get(Stream, 1)
        for seat in roster.seats(desk, show):
            if seat.person_id == stage.bo.id:
                seat.answer = Answer.ASKED
        desk.add(Assignment(stream_id=1, role="agent", person_id=None))

    await stage.work(unasked)
    await stage.to(stage.at("2026-11-28 19:45"))
    gate = plain(stage.lin.reads())
    assert gate.count("Floor manager") == 1 and "\n9 of 10 ready.\n" in gate
    assert "🟡 Talent agent: nobody sits there" in gate
    floor = next(line for line in await stage.rows(RollLine) if line.role == "floor")
    await stage.lin.sends_data(f"ready.mute:{floor.id}")
    only(stage, monkeypatch, samples(stage.ana), dataclasses.replace(samples(stage.lin), key=Button("Mine", "a", (1,))))
    await stage.lin.presses("HOLD +10")
    assert stage.lin.sees_button("Mine", on="Still waiting for you"), "who holds it, too, has what it waits for"
    only(stage, monkeypatch, samples(stage.ana))
    assert stage.group.reads().splitlines()[1] == "Waiting for: Floor manager (Bo); Samples · Ana; Samples · Lin"
    held = "⏸ HOLD for Black Friday Special, says Lin: the start moves to 20:10."
    assert stage.xia.reads() == f"{held} You need not answer again."
    assert stage.ana.reads() == f"{held} Still waiting for you:\n🔴 Samples · Ana · ⛔ courier late"
    assert stage.bo.reads() == f"{held} Still waiting for you:\n🔴 Floor manager: Bo, no answer 🔕"
    assert (stage.ana.private.buttons(), stage.bo.private.buttons()) == (["Samples"], ["Ready"])
    await stage.bo.presses("Ready", on="Still waiting")
    assert stage.bo.reads() == f"{held} You need not answer again." and not stage.bo.private.buttons()
    await stage.to(stage.at("2026-11-28 19:50"))
    assert "\n🔴 Samples · Ana · ⛔ courier late\n" in stage.lin.reads()
    assert stage.ana.private.buttons() == ["Samples"], "it is still waited for once the gate is open again"
    await stage.wei.sends_data("ready.no_go:2")
    await stage.wei.sends_data("ready.cancel_really:2")
    assert not stage.ana.sees_button("Samples") and "cancelled" in "".join(stage.ana.inbox())


async def test_the_log_says_which_seat_was_silent(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "mei"])
    await stage.forward(5 * MINUTE)
    await stage.lin.tells_bot("/log")
    assert stage.lin.reads().splitlines()[-2] == "19:20 · Mei did not answer; Kai asked: Anchor at the roll call"


async def test_the_log_says_which_seat_was_silent_in_chinese(stage_zh: Stage) -> None:
    await called(stage_zh, *[key for key in CREW if key != "mei"])
    await stage_zh.forward(5 * MINUTE)
    await stage_zh.lin.tells_bot("/log")
    assert stage_zh.lin.reads().splitlines()[-2].endswith("改找凯：到岗确认，主播")


async def test_a_lead_who_is_ready_sees_who_is_missing_and_mutes_the_asking_for_one_seat(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("mei", "bo")])
    await stage.lin.presses_in("group", "Ready", "ready.yes")
    assert "Still to answer: Floor manager (Bo), Anchor (Mei)" in stage.lin.reads()
    place = len(stage.lin.inbox()) - 1
    await stage.lin.presses("Who was asked", on="Still to answer")
    await stage.lin.presses("🔕 No more asking for this seat")
    assert stage.lin.alert and "Floor manager (Bo)" in stage.lin.toast and "Ask again" in stage.lin.toast
    assert "🔕 Lin wants no more asking" in stage.lin.reads() and stage.lin.private.buttons() == ["🔔 Ask again"]
    assert "▫️ Floor manager: Bo 🔕" in roll(stage)
    assert "🔕 Lin wants you left in peace" in "".join(stage.bo.inbox())
    said = {key: len(stage.actors[key].inbox()) for key in CREW}
    await stage.forward(30 * MINUTE)
    later = {key: "".join(stage.actors[key].inbox()[said[key] :]) for key in CREW}
    assert "Anchor" in later["kai"] and not [key for key, text in later.items() if "Bo (Floor manager)" in text]
    assert "🔴 Floor manager: Bo, no answer 🔕" in later["lin"]
    assert (await states(stage))["floor"] is Readiness.SILENT
    await stage.mei.presses("Ready")
    assert stage.lin.private.buttons(place) == ["Bo is ready", "Who was asked"], "Mei has said so herself"
    await stage.lin.presses("Bo is ready", on="Still to answer")
    assert plain(stage.lin.inbox()[place]) == "Roll call: Black Friday Special\nEverybody is ready already."


async def test_asked_again_the_asking_goes_on_and_only_a_lead_may_say_so(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "bo"])
    line = next(one for one in await stage.rows(RollLine) if one.role == "floor")
    await stage.bo.sends_data(f"ready.mute:{line.id}")
    assert stage.bo.toast == "Lin or another lead decides this."
    for press in ("mute", "mute", "unmute"):
        await stage.wei.sends_data(f"ready.{press}:{line.id}")
    assert [key for key in await logged(stage) if "muted" in key] == ["ready-log-muted", "ready-log-unmuted"]
    await stage.forward(0 * MINUTE)
    assert stage.bo.private.buttons() == ["Ready", "Not yet"] and "🔕" not in roll(stage)
    await stage.wei.sends_data(f"ready.mute:{line.id}")
    await stage.bo.presses("Not yet")
    await stage.bo.tells_bot("no lift")
    await stage.bo.tells_bot("19:50")
    assert not await stage.cues("ready.call") and "not before 19:50: no lift 🔕" in roll(stage)
    await stage.bo.presses("Ready")
    assert "✅ Floor manager: Bo\n" in roll(stage)
    await stage.wei.sends_data(f"ready.mute:{line.id}")
    assert "ready" in stage.wei.toast


async def test_one_seat_is_muted_in_chinese(stage_zh: Stage) -> None:
    await called(stage_zh, *[key for key in CREW if key != "bo"])
    line = next(one for one in await stage_zh.rows(RollLine) if one.role == "floor")
    await stage_zh.wei.sends_data(f"ready.asked:{line.id}")
    await stage_zh.wei.presses("🔕 这个岗别再催")
    assert "恢复" in stage_zh.wei.toast and stage_zh.wei.private.buttons() == ["🔔 恢复催问"]
    assert "让这个岗别再催" in plain("".join(stage_zh.bo.inbox()))
    await stage_zh.wei.presses("🔔 恢复催问")
    assert stage_zh.wei.private.buttons() == ["🔕 这个岗别再催"]
