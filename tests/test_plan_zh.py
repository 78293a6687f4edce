"""Planning in Chinese: asked, declined, claimed, chased, moved and called off, as the crew reads it."""

from datetime import timedelta

from bot.crew import Phase
from tests.scenes import scene
from tests.stage import Stage, plain
from tests.test_first_lead import label
from tests.test_plan import crowd, seat_of
from tests.test_plan_series import open_card

BARE = True
"""No checklist and no calls: scenery here."""

LINE = "/new 2026-11-28 20:00 3小时 双11专场"


@scene
async def planned(stage: Stage, line: str = LINE) -> None:
    await stage.lin.says(line)
    await stage.lin.presses(label(stage, "plan-crew-keep"))
    await stage.lin.presses(label(stage, "plan-confirm"))


def read(stage: Stage, key: str, words: str) -> bool:
    return any(words in plain(text) for text in stage.actors[key].inbox())


async def test_a_no_asks_the_next_one_and_the_lead_reads_it(stage_zh: Stage) -> None:
    await planned(stage_zh)
    await stage_zh.nia.tells_bot("/join 主播替补")
    await stage_zh.mei.presses(label(stage_zh, "plan-decline"))
    assert "收到，已告诉" in stage_zh.mei.toast
    assert read(stage_zh, "lin", f"主播，{stage_zh.mei.name}来不了") and read(stage_zh, "nia", "请你担任：主播")
    await stage_zh.nia.presses(label(stage_zh, "plan-accept"))
    assert f"✓ 主播：{stage_zh.nia.name}（{stage_zh.mei.name}来不了）" in plain("".join(stage_zh.lin.inbox()))
    assert any(text.endswith("✓ 已确认能来") for text in map(plain, stage_zh.lin.inbox()))


async def test_an_open_seat_is_claimed_and_who_may_not_reads_why(stage_zh: Stage) -> None:
    await planned(stage_zh)
    await open_card(stage_zh, "双11专场")
    await stage_zh.lin.presses(label(stage_zh, "plan-button-crew"))
    await stage_zh.lin.presses("推广", on="的班底")
    await stage_zh.lin.presses(label(stage_zh, "plan-leave-open"))
    promotion = await seat_of(stage_zh, "promotion")
    await stage_zh.wei.sends_data(f"plan.pick:{promotion.id}:{stage_zh.wei.id}:{stage_zh.joy.id}")
    assert "推广现在空着" in stage_zh.wei.toast, "he looked at a page that another lead has changed since"
    await stage_zh.bo.presses("我来：推广")
    assert "只有推广岗位的人可以认领" in stage_zh.bo.toast
    await stage_zh.joy.presses("我来：推广")
    assert "推广由你来" in stage_zh.joy.toast


async def test_whoever_may_stand_in_is_offered_by_name_and_asks_the_lead_with_one_press(stage_zh: Stage) -> None:
    await planned(stage_zh)
    lin, wei = stage_zh.lin, stage_zh.wei
    await stage_zh.bo.presses(label(stage_zh, "plan-decline"))
    assert read(stage_zh, "lin", "团队里没有别人担任这个岗位。谁来顶岗？")
    assert lin.private.buttons() == [
        f"{stage_zh.yan.name} · 可顶岗，本场兼任中控",
        f"{wei.name} · 可顶岗，会空出运营",
    ]
    await wei.presses("我来：场控")
    assert wei.alert and wei.toast == f"已经去问{lin.name}：由{lin.name}决定你接不接场控，有结果马上告诉你。"
    await wei.presses("我来：场控")
    [asked] = [plain(text) for text in lin.inbox() if "愿意接" in text]
    assert asked.endswith(f"的场控。\n{wei.name}是运营，可以顶岗。\n同意后会空出：运营。")
    await lin.presses("不用")
    assert "说不用你来接" in wei.reads() and "已回绝" in lin.reads() and not lin.private.buttons()
    await wei.presses("我来：场控")
    await lin.presses("同意")
    assert f"{lin.name}同意了：场控由你来。" in plain(wei.reads()) and "✅ 已确认：场控" in plain(wei.reads())
    assert (await seat_of(stage_zh, "operations")).person_id is None
    await stage_zh.kai.presses("我来：运营")
    await lin.presses(label(stage_zh, "plan-button-crew"))
    await lin.presses("场控", on="的班底")
    await lin.presses(f"{stage_zh.yan.name} · 可顶岗")
    assert stage_zh.yan.private.buttons() == ["全部接受", "都来不了", "接受：场控", "接受：中控"]
    await stage_zh.yan.presses("接受：场控")
    assert "请你担任：中控" in stage_zh.yan.reads() and "✅ 已确认：场控" in plain(stage_zh.yan.reads())
    held = "只有运营岗位的人可以认领。可以用 /join 添加，但你在这一场是助播，不能兼"
    assert held in stage_zh.kai.toast, "what would be in the way then is said at once"


async def test_a_crew_of_many_has_turns_and_pages_and_a_yes_said_on_the_phone(stage_zh: Stage) -> None:
    await crowd(stage_zh, 25)
    await planned(stage_zh)
    assert read(stage_zh, "mei", "请你担任：主播1（暂定 20:00–22:00 当班）")
    await open_card(stage_zh, "双11专场")
    await stage_zh.lin.presses(label(stage_zh, "plan-button-crew"))
    await stage_zh.lin.presses("主播1", on="的班底")
    await stage_zh.lin.presses("已口头答应")
    assert read(stage_zh, "mei", f"{stage_zh.lin.name}替你记了「能来」")
    await stage_zh.lin.presses("主播2", on="的班底")
    await stage_zh.lin.presses("更多人")
    await stage_zh.lin.presses("P24")
    assert "已请 P24 担任主播2" in stage_zh.lin.toast


async def test_somebody_else_is_suggested_to_the_lead(stage_zh: Stage) -> None:
    await stage_zh.nia.tells_bot("/join 主播替补")
    await planned(stage_zh)
    assert "来不了请尽早点「来不了」，由林岚另找人。" in stage_zh.bo.reads()
    await stage_zh.mei.presses(label(stage_zh, "plan-suggest"))
    await stage_zh.mei.presses(stage_zh.nia.name)
    assert read(stage_zh, "lin", f"推荐{stage_zh.nia.name}担任") and "还是梅子" in stage_zh.lin.private.buttons()
    await stage_zh.lin.presses(f"问问{stage_zh.nia.name}")
    await stage_zh.lin.presses(label(stage_zh, "plan-button-crew"))
    mei, nia = stage_zh.mei.name, stage_zh.nia.name
    assert plain(stage_zh.mei.reads()).endswith("按你的推荐，已请妮娅来做主播。\n这一场不用你上了。")
    assert read(stage_zh, "lin", f"… 主播：{nia}，待确认（{mei}推荐）")


async def test_the_silent_are_chased_and_the_lead_hears_of_them(stage_zh: Stage) -> None:
    await stage_zh.lin.tells_bot("/new 13小时后 1小时 早场")
    for said in ("推广", "plan-leave-open", "plan-crew-keep", "plan-confirm"):
        await stage_zh.lin.presses(label(stage_zh, said) if "-" in said else said)
    start = (await stage_zh.stream()).starts_at
    await stage_zh.to(start - timedelta(hours=12))
    assert read(stage_zh, "mei", "还在等你确认。\n早场\n")
    assert f"○ 推广：{stage_zh.joy.name}，能来吗？" in plain("".join(stage_zh.group.inbox()))
    await stage_zh.to(start - timedelta(hours=11))
    assert read(stage_zh, "lin", "），以下还没回复：\n• 主播") and read(stage_zh, "lin", "问的，21:00 又催过）")
    assert read(stage_zh, "lin", "这些位置还空着：\n○ 推广")
    await stage_zh.lin.presses("换人：推广")
    await stage_zh.lin.presses(stage_zh.joy.name)
    called = plain(stage_zh.group.inbox()[-1])
    assert called.endswith(f"）：空缺已有人选，等本人确认。\n… 推广：{stage_zh.joy.name}，待确认")
    await stage_zh.joy.presses(label(stage_zh, "plan-accept"))
    called = plain(stage_zh.group.inbox()[-1])
    assert called.startswith("✅ ") and called.endswith(f"）：空缺都解决了。\n✓ 推广：{stage_zh.joy.name}")


async def test_a_clash_is_said_with_times_only(stage_zh: Stage) -> None:
    await stage_zh.show("2026-11-28 21:00", title="保密首发")
    await stage_zh.lin.says(LINE)
    await stage_zh.lin.presses("主播", on=label(stage_zh, "plan-crew-how"))
    said = " ".join([stage_zh.lin.reads(), *stage_zh.lin.private.buttons()])
    assert "21:00" in said and "保密首发" not in said


async def test_a_move_and_the_end_are_told_once(stage_zh: Stage) -> None:
    await planned(stage_zh)
    await stage_zh.forward(timedelta(minutes=1))
    await stage_zh.lin.says("/move 推迟1小时 4小时")
    assert "时长由 3 小时改为 4 小时，播到 01:00" in plain(stage_zh.lin.reads())
    await stage_zh.lin.presses(label(stage_zh, "plan-move-yes"))
    assert sum("21:00" in text and "20:00" in text for text in stage_zh.bo.inbox()) == 1
    await open_card(stage_zh, "双11专场")
    await stage_zh.lin.presses(label(stage_zh, "plan-button-cancel"))
    await stage_zh.lin.tells_bot("场地停电")
    await stage_zh.lin.presses(label(stage_zh, "plan-cancel-yes"))
    assert "场地停电" in stage_zh.bo.reads()
    assert (await stage_zh.stream()).phase is Phase.CANCELLED
    said = len(stage_zh.bo.inbox())
    await stage_zh.forward(timedelta(days=6))
    assert len(stage_zh.bo.inbox()) == said
