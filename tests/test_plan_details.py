"""What a planned show is can be changed: title, goal, length, platform, products; what hangs on it follows."""

from datetime import timedelta

from bot import phases, roster
from bot.crew import Answer, LogEntry, Stream
from bot.desk import Desk
from bot.playbook.models import Condition
from flows.duty.tables import Shift
from flows.prep.tables import Item, State
from tests.stage import Stage, plain
from tests.test_plan import KEYS, has_read, worked
from tests.test_prep import asked

NOON = "2026-12-05 12:00"
MEALS, GOODS = "meals", "goods-list"


async def opened(stage: Stage, detail: str, *, on: str = "·") -> None:
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses(on)
    await stage.lin.presses("Details" if stage.language == "en" else "详情")
    await stage.lin.presses(detail)


async def states(stage: Stage, key: str) -> list[State]:
    return [one.state for one in await stage.rows(Item) if one.key == key]


async def test_a_longer_show_takes_along_what_is_counted_from_the_end_and_tells_the_crew_once(stage: Stage) -> None:
    await stage.show(starts=NOON, hours=3)
    ends = {cue.id: cue.due_at for cue in await stage.cues() if cue.counted == "end"}
    assert ends and await states(stage, MEALS) == []
    await opened(stage, "Length")
    assert "Sat 5 Dec 12:00–15:00 · 3h" in stage.lin.reads()
    await stage.lin.tells_bot("until 18:00")
    assert (await stage.stream()).minutes == 360 and await states(stage, MEALS) == [State.OPEN]
    assert {cue.due_at - ends[cue.id] for cue in await stage.cues() if cue.id in ends} == {timedelta(hours=3)}
    assert max(shift.ends_at for shift in await stage.rows(Shift)) == stage.at("2026-12-05 18:00")
    said = "On air for 6h instead of 3h, until 18:00."
    assert {sum(said in plain(text) for text in stage.actors[key].inbox()) for key in KEYS} == {1}
    assert not has_read(stage.lin, said) and said in plain(stage.group.reads())
    assert "12:00–18:00 · 6h" in plain(stage.lin.reads(-2)), "below it what that brings for the list"
    await stage.lin.presses("Length")
    await stage.lin.presses("3h")
    assert await states(stage, MEALS) == [State.GONE]
    await stage.lin.presses("Length")
    await stage.lin.tells_bot("until 11am")
    assert "On air for 23h instead of 3h, until 11:00." in stage.lin.reads() and (await stage.stream()).minutes == 180
    assert stage.lin.sees_button("Change it all the same")


async def test_whoever_has_not_answered_yet_is_not_told_that_there_is_no_need_to(stage: Stage) -> None:
    await stage.show(starts=NOON, hours=3)

    def open_again(desk: Desk) -> None:
        seat = next(one for one in roster.seats(desk, desk.get(Stream, 1)) if one.person_id == stage.tao.id)
        seat.answer = Answer.ASKED

    await stage.work(open_again)
    await opened(stage, "Length")
    await stage.lin.tells_bot("until 18:00")
    assert "Whether you can come is still open" in stage.tao.reads()
    assert "you need not answer" in stage.mei.reads()
    await stage.forward(timedelta(minutes=1))
    await stage.lin.tells_bot("/move +1h")
    await stage.lin.presses("Move it")
    assert "Whether you can come is still open" in stage.tao.reads() and "moved" in stage.tao.reads()


async def test_platform_and_products_decide_which_items_there_are_and_unknown_is_all(stage: Stage) -> None:
    stream = await stage.show(starts=NOON)
    group = len(stage.group.inbox())
    assert await states(stage, GOODS) == [State.OPEN], "nobody has said how many products there are"
    await opened(stage, "Products")
    await stage.lin.tells_bot("none")
    assert "a whole number" in stage.lin.reads()
    await stage.lin.tells_bot("0")
    assert await states(stage, GOODS) == [State.GONE] and "Products: 0" in stage.lin.reads()
    await stage.lin.presses("Products")
    await stage.lin.tells_bot("40 products")
    assert await states(stage, GOODS) == [State.OPEN]
    await stage.lin.presses("Platform")
    await stage.lin.tells_bot("Douyin, 视频号")
    conditions = [Condition(platforms=["douyin"]), Condition(platforms=["taobao"]), Condition(min_products=41)]
    meant = await stage.work(lambda d: [roster.is_meant(d, d.get(Stream, stream.id), when) for when in conditions])
    assert meant == [True, False, False]
    assert "Platform: Douyin, 视频号" in stage.lin.reads() and len(stage.group.inbox()) == group
    await stage.lin.presses("Platform")
    await stage.lin.presses("Douyin")
    await stage.lin.presses("Platform")
    await stage.lin.presses("Not known")
    assert (await stage.stream()).platforms == []
    await stage.lin.presses("Platform")
    await stage.lin.tells_bot("a:b, -, B站")
    await stage.lin.presses("Platform")
    assert stage.lin.private.buttons() == ["B站", "Not known", "Cancel"]
    cards = [post for post in stage.lin.private.posts() if "Products" in [one["text"] for one in post.buttons()]]
    assert len(cards) == 1, "of all the cards that the changes left behind one has buttons"
    assert sum("↓ The details of Black Friday Special (further down)" in plain(t) for t in stage.lin.inbox()) == 6


async def test_a_title_and_a_goal_are_changed_and_stand_on_every_card(stage_zh: Stage) -> None:
    await stage_zh.show(starts=NOON)
    await opened(stage_zh, "名称")
    await stage_zh.lin.tells_bot("双12专场")
    assert "改名为双12专场" in plain(stage_zh.group.reads()) and "双12专场" in stage_zh.board()
    await stage_zh.lin.presses("目标")
    await stage_zh.lin.tells_bot("很多")
    assert "目标要有数字" in stage_zh.lin.reads() and "跳过" not in stage_zh.lin.reads()
    await stage_zh.lin.tells_bot("5000 单")
    assert "目标：5000 单" in stage_zh.lin.reads() and "平台：还没填" in stage_zh.lin.reads()
    assert any("↓ 双12专场的详情（见下方）" in plain(text) for text in stage_zh.lin.inbox())
    assert (await stage_zh.stream()).goal == "5000 单"
    keys = [entry.key for entry in await stage_zh.rows(LogEntry)]
    assert "plan-log-title" in keys and "plan-log-goal" in keys
    assert "品数：还没填" in stage_zh.lin.reads()
    await stage_zh.work(lambda desk: setattr(desk.get(Stream, 1), "playbook", "talk-show"))
    await stage_zh.lin.presses("详情")
    assert stage_zh.lin.private.buttons() == ["名称", "目标", "时长", "平台"], "a talk show presents nothing"
    assert "带货" not in stage_zh.lin.reads() and "品数" not in stage_zh.lin.reads()


async def test_who_is_elsewhere_is_said_before_a_show_gets_longer_and_another_answer_meanwhile(stage: Stage) -> None:
    stream = await stage.show(starts=NOON, hours=3)
    await worked(stage, "mei", stage.at("2026-12-05 16:00"), stream.phase)
    await opened(stage, "Length", on="12:00")
    await stage.work(lambda d: phases.last(d, d.get(Stream, stream.id), 120))
    await stage.lin.presses("4h")
    assert "Something has changed meanwhile" in stage.lin.reads() and "12:00–14:00 · 2h" in stage.lin.reads()
    await stage.lin.tells_bot("5h")
    assert "Mei: busy, Sat 5 Dec 16:00–17:00" in plain(stage.lin.reads())
    await stage.lin.presses("Change it all the same")
    assert next(one for one in await stage.rows(Stream) if one.id == stream.id).minutes == 300


async def test_what_proves_the_goal_is_the_goal_where_nobody_has_set_one(stage_zh: Stage) -> None:
    stage, said = stage_zh, "双11返场，拉新，目标成交额5万"
    await asked(stage, "theme")
    await opened(stage, "目标", on="Black Friday")
    assert "现在：还没定数字" in stage.lin.reads()
    for typed, goal in (("主题：返场", ""), (said, said), ("改成 8 万", said)):
        await stage.wei.presses("完成", on="定一个数字目标")
        await stage.wei.tells_bot(typed)
        assert (await stage.stream()).goal == goal, "one short line with a number; and what is set stays"
        await stage.wei.presses("撤回", on="定一个数字目标")
        read = plain(next(text for text in reversed(stage.lin.inbox()) if "时间：" in text))
        assert f"目标：{goal or '还没定数字'}\n" in read
    await stage.lin.tells_bot("6 万")
    assert "刚才情况有变" in stage.lin.reads() and f"现在：{said}" in plain(stage.lin.reads())
    await stage.lin.tells_bot("6 万")
    await stage.wei.presses("完成", on="定一个数字目标")
    await stage.wei.tells_bot("7 万")
    assert (await stage.stream()).goal == "6 万", "what a lead has said wins"
