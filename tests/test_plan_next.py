"""Plan: /next tells one person what comes next for them, the soonest first, and nobody else's."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot.crew import Answer, Assignment
from bot.desk import Desk
from bot.rehearsal.run import Backstage
from tests.stage import Stage, plain
from tests.test_plan import at_the_gate


async def test_next_tells_the_seat_the_roll_call_and_what_will_be_asked(stage: Stage) -> None:
    await stage.show()
    await stage.wei.tells_bot("/next")
    lines = plain(stage.wei.reads()).splitlines()
    assert lines[0] == "Wei, what is next for you:" and len(lines) == 8
    assert lines[1].startswith("📋 Tue 24 Nov 20:00 · Rundown v1"), "it came in a list, and is asked for when it is due"
    assert lines[-1] == "📋 is when I ask you for it"
    await stage.mei.tells_bot("/next")
    assert "🎬 Sat 28 Nov 20:00 · Black Friday Special: Anchor; roll call at 19:15" in plain(stage.mei.reads())


async def test_an_open_question_comes_first(stage: Stage) -> None:
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    await stage.mei.says("/next")
    assert "❗ Sat 28 Nov 20:00 · Black Friday Special: Anchor? I wait" in plain(stage.group.reads()).splitlines()[1]
    await stage.mei.presses("Decline")
    await stage.mei.tells_bot("/next")
    assert "Anchor" not in stage.mei.reads()


async def test_who_has_nothing_ahead_reads_that(stage: Stage) -> None:
    await stage.show()
    await stage.nia.tells_bot("/next")
    assert "nothing lies ahead for you" in stage.nia.reads()


async def test_next_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.show()
    await stage_zh.mei.tells_bot("/next")
    assert "主播，19:15 到岗确认" in plain(stage_zh.mei.reads())
    assert plain(stage_zh.mei.reads()).endswith("📋 是我来问你的时间")


async def test_the_timeline_leaves_out_the_chase_once_everybody_has_answered(stage: Stage) -> None:
    await stage.show()
    backstage = Backstage(stage.app, stage.world)
    chases = {("Ask the silent of the crew again", "Xia"), ("Tell the lead who has not answered", "Lin")}
    assert not chases & {(one["label"], one["to"]) for one in await backstage.upcoming()}

    def open_again(desk: Desk) -> None:
        desk.session.exec(select(Assignment).where(Assignment.role == "data")).one().answer = Answer.ASKED

    await stage.work(open_again)
    assert chases <= {(one["label"], one["to"]) for one in await backstage.upcoming()}


async def test_the_timeline_names_who_is_asked_next_and_when_it_is_not_quiet_any_more(stage: Stage) -> None:
    await at_the_gate(stage)
    coming = {str(one["label"]): one for one in await Backstage(stage.app, stage.world).upcoming()}
    assert coming["GO or NO-GO"]["to"] == "Wei", "Lin has been asked"
    hours = {
        datetime.fromisoformat(str(one["due"])).astimezone(ZoneInfo("Asia/Shanghai")).hour for one in coming.values()
    }
    assert not hours & set(range(8)), "at night nobody is asked"
