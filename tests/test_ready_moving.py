"""Ready: a NO-GO moves the show only after the new start was looked at: what was understood, and who is elsewhere then."""

from datetime import timedelta

from bot import phases
from bot.crew import Answer, Assignment, Phase, Stream
from bot.desk import Desk
from flows.ready.tables import Decision
from tests.scenes import scene
from tests.stage import Stage, plain
from tests.test_first_lead import label
from tests.test_ready import CREW, MINUTE, called, gates


@scene
async def asked_to_when(stage: Stage) -> None:
    """NO-GO at 19:45, and Move; Mei anchors another show at ten in the evening."""
    await called(stage, *CREW)

    def another(desk: Desk) -> None:
        first = desk.get(Stream, 1)
        late = Stream(
            **{**first.model_dump(exclude={"id"}), "title": "Late", "starts_at": stage.at("2026-11-28 22:00")}
        )
        late.phase = Phase.PLANNED
        seat = {"role": "anchor", "person_id": stage.mei.id, "answer": Answer.ACCEPTED}
        desk.add(Assignment(stream_id=desk.add(late).id, **seat))

    await stage.to(stage.at("2026-11-28 19:45"))
    await stage.work(another)
    for word in ("ready-button-no-go", "ready-button-move"):
        await stage.lin.presses(label(stage, word))


async def starts(stage: Stage) -> str:
    first = (await stage.rows(Stream))[0]
    return f"{first.starts_at + timedelta(hours=8):%d %H:%M}"


async def test_a_typed_start_is_shown_with_who_is_elsewhere_before_it_is_kept(stage: Stage) -> None:
    await asked_to_when(stage)
    said = len(stage.group.inbox())
    await stage.lin.tells_bot("21:00")
    read = plain(stage.lin.reads())
    assert "from Sat 28 Nov 20:00\nto Sat 28 Nov 21:00 (China Time)" in read and "⚠️ Mei: busy" in read
    told = "Everyone in the crew hears it at once; nobody is asked again whether they can."
    anew = "The roll is called anew on Sat 28 Nov 20:15: the Ready pressed until now does not count then."
    assert read.splitlines()[-2:] == [told, anew]
    assert (await starts(stage), len(stage.group.inbox())) == ("28 20:00", said)
    await stage.lin.presses("Move it")
    assert await starts(stage) == "28 21:00" and await gates(stage) == [Decision.MOVED]
    await stage.lin.tells_bot("/log")
    line = "19:45 · Lin: NO-GO · moved from 20:00 to 21:00"
    assert line in stage.lin.reads().splitlines(), "one decision is one line"


async def test_the_usual_shifts_are_a_press_and_a_second_look(stage: Stage) -> None:
    await asked_to_when(stage)
    assert stage.lin.private.buttons()[:3] == ["+30m", "+1h", "+1d"]
    await stage.lin.presses("+1d")
    assert "to Sun 29 Nov 20:00" in plain(stage.lin.reads()) and "⚠️" not in stage.lin.reads()
    again = "Asked again whether they can: Mei, Kai, Bo, Yan, Wei, Ana, and 3 more."
    assert again in stage.lin.reads() and "The roll is called anew on Sun 29 Nov 19:15" in stage.lin.reads()
    await stage.lin.presses("Back", on="China Time")
    await stage.lin.tells_bot("20:00")
    assert "starts already" in stage.lin.reads()
    await stage.lin.tells_bot("19:58")
    assert stage.lin.reads().endswith("Every Ready stands; nobody needs to press again.")
    await stage.lin.presses("Back", on="China Time")
    await stage.lin.presses("+30m")
    await stage.lin.presses("Move it")
    assert await starts(stage) == "28 20:30"


async def test_a_start_and_a_length_are_read_in_one_answer(stage: Stage) -> None:
    await asked_to_when(stage)
    await stage.lin.tells_bot("+30m 0h")
    assert "between 15 minutes and 24 hours" in stage.lin.reads()
    await stage.lin.tells_bot("tomorrow 8pm 4h")
    assert "to Sun 29 Nov 20:00 (China Time)\n⏱ On air for 4h instead of 3h, until 00:00." in plain(stage.lin.reads())
    await stage.lin.presses("Move it")
    assert (await starts(stage), (await stage.rows(Stream))[0].minutes) == ("29 20:00", 240)
    assert "it moves to Sun 29 Nov 20:00, for 4h" in plain(stage.group.reads())


async def test_a_press_of_another_lead_leaves_the_first_ones_question_open_until_one_has_moved_it(stage: Stage) -> None:
    await asked_to_when(stage)
    await stage.lin.presses("+1h")
    await stage.wei.sends_data("ready.move:1")
    await stage.wei.presses("+1d")
    await stage.lin.presses("Move it")
    assert await starts(stage) == "28 21:00" and not stage.wei.sees_button("Move it")


async def test_a_second_look_that_is_no_longer_true_is_taken_again(stage: Stage) -> None:
    await asked_to_when(stage)
    await stage.lin.presses("+1d")
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, 1), stage.at("2026-11-28 19:58")))
    await stage.lin.presses("Move it")
    assert "from Sat 28 Nov 19:58" in plain(stage.lin.reads()) and await starts(stage) == "28 19:58"
    await stage.lin.presses("Move it")
    assert await starts(stage) == "29 20:00"


async def test_a_new_start_that_passes_while_it_is_looked_at_is_not_kept(stage: Stage) -> None:
    await asked_to_when(stage)
    await stage.lin.tells_bot("19:50")
    await stage.forward(5 * MINUTE)
    await stage.lin.presses("Move it")
    assert "must lie ahead" in stage.lin.reads() and await starts(stage) == "28 20:00"


async def test_a_new_start_is_looked_at_in_chinese(stage_zh: Stage) -> None:
    await asked_to_when(stage_zh)
    await stage_zh.lin.tells_bot("晚上9点")
    read = plain(stage_zh.lin.reads())
    assert "原定 11月28日 周六 20:00\n改到 11月28日 周六 21:00（北京时间）" in read and "⚠️ 梅" in read
    await stage_zh.lin.presses("上一步", on="北京时间")
    await stage_zh.lin.tells_bot("明晚8点 4小时")
    read = plain(stage_zh.lin.reads())
    assert (
        "⏱ 时长由 3 小时改为 4 小时，播到 00:00。\n要重新问能不能来的：" in read
        and "11月29日 周日 19:15 重新发起" in read
    )
    await stage_zh.lin.presses("确认改期")
    assert await starts(stage_zh) == "29 20:00"
