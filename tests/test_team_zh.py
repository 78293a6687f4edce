"""The team in Chinese, and a bot that is no admin: rights, roles, leaving and coming back."""

from sqlmodel import select

from bot.crew import Member, Qualification, Team
from bot.desk import Desk
from bot.rehearsal import comings
from bot.words import w
from tests.stage import Actor, Stage, open_stage, plain
from tests.test_first_lead import label


async def member_card(stage: Stage, name: str, lead: Actor | None = None) -> None:
    lead = lead or stage.lin
    await lead.says("/team")
    await lead.presses(label(stage, "team-manage-button"))
    await lead.presses(name)


async def test_lead_rights_are_given_and_taken(stage_zh: Stage) -> None:
    await member_card(stage_zh, stage_zh.mei.name)
    await stage_zh.lin.presses(label(stage_zh, "team-make-lead"))
    assert "把你设为" in plain(stage_zh.mei.reads())
    await stage_zh.lin.presses(label(stage_zh, "team-unmake-lead"))
    assert "取消了你" in plain(stage_zh.mei.reads())


async def test_who_is_taken_out_is_told_and_comes_back(stage_zh: Stage) -> None:
    await stage_zh.show()
    await member_card(stage_zh, stage_zh.mei.name)
    await stage_zh.lin.presses(label(stage_zh, "team-remove"))
    await member_card(stage_zh, stage_zh.mei.name, lead=stage_zh.wei)
    await stage_zh.lin.presses("确认移出")
    mei = next(one for one in await stage_zh.rows(Member) if one.person_id == stage_zh.mei.id)
    await stage_zh.wei.sends_data(f"team.removed:{mei.id}")
    assert stage_zh.wei.toast == "梅子已不在团队。", "of two leads the second reads what has happened since"
    assert "移出了" in plain(stage_zh.mei.reads()) and "已不在团队" in plain("".join(stage_zh.lin.inbox()[-3:]))
    await stage_zh.lin.presses(label(stage_zh, "team-take-in"))
    assert "你回到了" in plain(stage_zh.mei.reads())
    bo = stage_zh.world.people[stage_zh.bo.id]
    comings.member(stage_zh.world, bo, stage_zh.world.group(), stage_zh.world.people[stage_zh.mei.id], "kicked")
    await stage_zh.settle()
    assert "阿博把梅子移出了 Telegram 群，梅子也就不在周五直播间了" in plain("".join(stage_zh.lin.inbox()))


async def test_roles_are_put_right_and_people_asked_to_join(stage_zh: Stage) -> None:
    await member_card(stage_zh, stage_zh.nia.name)
    await stage_zh.lin.presses(label(stage_zh, "team-change-roles"))
    await stage_zh.lin.presses("主播", on=stage_zh.nia.name)
    members = {member.person_id: member.id for member in await stage_zh.rows(Member)}
    assert [one.role for one in await stage_zh.rows(Qualification) if one.member_id == members[stage_zh.nia.id]] == [
        "anchor"
    ]
    await stage_zh.lin.presses(label(stage_zh, "team-invite"))
    assert "请大家加入" in plain(stage_zh.group.reads())


async def test_a_bot_that_is_no_admin_sets_up_plans_and_keeps_a_board_unpinned() -> None:
    stage = await open_stage("en", set_up=False, bot="left")
    comings.member(stage.world, None, stage.world.group(), stage.world.me, "member")
    await stage.settle()
    for press in ("Set up", "English", "China Time", "Live commerce"):
        await stage.lin.presses(press)
    await stage.mei.says("/join anchor")
    await stage.lin.starts()
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Confirm")
    group = stage.world.group()
    assert group is not None and not group.pinned
    assert any("Black Friday Special" in text and "preparing" in text for text in stage.group.inbox())
    assert not stage.world.complaints
    await stage.app.close()


async def test_who_joins_is_written_to_as_their_telegram_speaks_and_reads_once_how_to_change_it() -> None:
    stage = await open_stage("zh", set_up=False)
    stage.world.people[stage.kai.id].language_code = "de"
    await stage.lin.says("/setup")
    for press in ("中文", "北京时间", "直播带货"):
        await stage.lin.presses(press)
    sam = stage.actors["sam"]
    for somebody in (stage.ana, stage.kai, sam):
        if somebody is sam:
            await somebody.says("/join 主播")
            await somebody.presses("打开私聊")
        else:
            await somebody.presses("加入")
    note = "I write to you in English, as your Telegram does. /language changes that."
    assert "Hello Ana" in stage.ana.reads(0) and "Which roles" in stage.ana.reads() and note in stage.ana.reads()
    assert "担任哪些岗位" in stage.kai.reads(), "what is none of ours is the team's language"
    assert "Sam 已加入。岗位：主播" in stage.group.reads() and sam.reads() == note
    await stage.ana.presses("Customer service")
    await stage.ana.presses("Done")
    assert note not in stage.ana.reads()
    assert not stage.world.complaints
    await stage.app.close()


async def test_a_zone_is_typed_by_the_name_that_is_shown_and_its_key_is_shown_where_it_is_typed(
    stage_zh: Stage,
) -> None:
    await stage_zh.mei.tells_bot("/timezone Tokyo")
    assert stage_zh.mei.reads().startswith("已改：日本时间（Asia/Tokyo）")
    await stage_zh.mei.tells_bot("/timezone 柏林")
    assert "中欧时间" in stage_zh.mei.reads()
    await stage_zh.mei.tells_bot("/timezone 上海")
    assert "北京时间" in stage_zh.mei.reads()
    await stage_zh.mei.tells_bot("/timezone 北京时间")
    assert stage_zh.mei.reads().startswith("已改：北京时间（Asia/Shanghai）")


async def test_an_answer_to_a_message_that_was_deleted_meanwhile_arrives_all_the_same(stage: Stage) -> None:
    def answer(desk: Desk) -> None:
        team = desk.session.exec(select(Team)).one()
        desk.say(desk.group(team), w("plan-none"), reply_to=987654)

    await stage.work(answer)
    assert "No show is planned" in stage.group.reads()
