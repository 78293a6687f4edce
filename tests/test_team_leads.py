"""Who leads the team: given and taken, by a lead or by Telegram, and what becomes of what was under way."""

from datetime import timedelta
from inspect import signature
from typing import Any

import pytest
from sqlmodel import select
from telegram import ChatMemberRestricted

from bot.crew import Member, Stream
from bot.desk import Desk
from bot.incoming import Kind, parse
from bot.rehearsal import comings
from bot.replies import Conversation, Standing
from flows.ready.tables import Override
from tests.stage import Actor, Stage, plain


async def unmake(lead: Actor, whom: str, *, manage: str = "Manage", label: str = "No longer lead") -> None:
    await lead.tells_bot("/team")
    await lead.presses(manage)
    await lead.presses(whom)
    await lead.presses(label)


async def standing(stage: Stage, actor: Actor, status: str) -> None:
    """Somebody is made an admin of the group in Telegram, or no more."""
    group = stage.world.group()
    assert group is not None
    comings.member(stage.world, None, group, stage.world.people[actor.id], status)
    await stage.settle()


async def test_who_becomes_an_admin_of_the_group_leads_until_they_are_none_any_more(stage: Stage) -> None:
    before = len(stage.group.inbox())
    await standing(stage, stage.nia, "administrator")
    assert "You are an admin of the group now, so you lead Friday Live too" in plain(stage.nia.reads())
    await stage.nia.tells_bot("/new tomorrow 8pm 3h Flash Sale")
    await standing(stage, stage.nia, "member")
    assert "You are no admin of the group any more" in stage.nia.reads()
    assert "What I was asking you as a lead is closed" in stage.nia.reads()
    assert stage.group.inbox()[before:] == []


async def test_who_comes_is_welcomed_once_though_telegram_tells_it_twice_and_again_when_they_come_again(
    stage: Stage,
) -> None:
    for times in (1, 2):
        await standing(stage, stage.oz, "administrator")
        assert stage.group.inbox() == ["Welcome, Oz! Press Join and pick your roles."] * times
        await stage.leaves(stage.oz)
    assert stage.oz.id not in {one.person_id for one in await stage.rows(Member)}


async def test_where_the_bot_is_no_admin_it_hears_of_it_with_the_next_join(stage: Stage) -> None:
    stage.world.mailbox.allow(["message", "callback_query"])
    await standing(stage, stage.wei, "member")
    assert not stage.wei.inbox()
    await stage.wei.says("/join")
    assert "You are no admin of the group any more" in stage.wei.reads()


async def test_what_a_lead_gave_is_not_lost_with_being_an_admin_and_the_last_lead_stays(stage: Stage) -> None:
    await unmake(stage.lin, "Bo", label="Make lead")
    for status in ("administrator", "member"):
        await standing(stage, stage.bo, status)
    assert "made you a lead" in stage.bo.reads()
    await unmake(stage.lin, "Bo")
    await standing(stage, stage.wei, "member")
    await standing(stage, stage.lin, "member")
    assert "You still lead Friday Live, as nobody else does" in plain(stage.lin.reads())
    assert {one.person_id for one in await stage.rows(Member) if one.lead} == {stage.lin.id}


async def test_admins_lead_in_chinese(stage_zh: Stage) -> None:
    await standing(stage_zh, stage_zh.nia, "administrator")
    assert stage_zh.nia.reads().startswith("你成了群管理员，也就是")
    await standing(stage_zh, stage_zh.nia, "member")
    assert stage_zh.nia.reads().startswith("你不再是群管理员")


async def test_what_is_for_leads_names_three_who_are_there_in_chinese(stage_zh: Stage) -> None:
    for key in ("mei", "kai", "bo"):
        await unmake(stage_zh.lin, stage_zh.actors[key].name, manage="管理成员", label="设为负责人")
    await stage_zh.mei.tells_bot("/away today")
    await stage_zh.yan.tells_bot("/new")
    assert stage_zh.yan.reads() == "只有负责人可以操作：林岚、凯、阿博。"


async def test_who_was_taken_out_waits_for_a_lead_in_chinese(stage_zh: Stage) -> None:
    await unmake(stage_zh.lin, "妮娅", manage="管理成员", label="移出团队")
    await stage_zh.lin.presses("确认移出")
    await stage_zh.nia.says("/join control")
    assert "已经问了林岚，同意了你就能回来" in stage_zh.group.reads()
    await stage_zh.lin.presses("重新拉回团队", on="现在想回来")
    assert stage_zh.lin.reads() == "妮娅回到团队了。" and stage_zh.nia.reads().startswith("你回到了")
    await stage_zh.nia.says("/join 中控")
    assert stage_zh.group.reads() == "妮娅已加入。岗位：中控"
    await stage_zh.nia.says("/join 中控替补")
    assert stage_zh.nia.reads() == "✅ 妮娅，记下了：中控（替补）。全部岗位：/join"


async def test_who_was_taken_out_is_not_left_waiting_for_a_lead_whose_private_chat_is_closed(stage: Stage) -> None:
    await unmake(stage.lin, "Nia", label="Remove from the team")
    await stage.lin.presses("Yes, remove")
    await stage.lin.blocks()
    for _ in range(2):
        await stage.nia.says("/join")
    assert "wants to come back in" in stage.wei.reads()
    await stage.wei.presses("Take back in")
    assert stage.nia.reads().startswith("You are back in")


async def test_lead_rights_taken_close_what_only_leads_are_asked_and_leave_the_rest(stage: Stage) -> None:
    await stage.show()
    await stage.wei.tells_bot("/move 2026-11-28 21:00")
    await stage.wei.tells_bot("/new tomorrow 8pm 3h Flash Sale")
    await stage.wei.tells_bot("/kudos Mei")
    await unmake(stage.lin, "Wei")
    assert "What I was asking you as a lead is closed" in "\n".join(stage.wei.inbox())
    assert not stage.wei.sees_button("Move it") and not stage.wei.sees_button("Keep this crew")
    [left] = [talk for talk in await stage.rows(Conversation) if talk.standing is Standing.ACTIVE]
    assert left.walk == "teamwork.kudos"
    [stream] = await stage.rows(Stream)
    assert stream.starts_at == stage.at("2026-11-28 20:00")


async def test_a_question_for_leads_looks_again_at_who_answers(stage: Stage) -> None:
    await stage.show()
    await stage.wei.tells_bot("/move 2026-11-28 21:00")

    def quietly(desk: Desk) -> None:
        wei = next(one for one in desk.session.exec(select(Member)) if one.person_id == stage.wei.id)
        wei.lead = False

    await stage.work(quietly)
    await stage.wei.presses("Move it")
    assert "no longer yours to decide" in stage.wei.reads()
    assert (await stage.stream()).starts_at == stage.at("2026-11-28 20:00")


async def test_the_shows_of_a_lead_who_is_none_any_more_go_over_and_both_read_it_once(stage: Stage) -> None:
    await stage.show()
    await stage.show("2026-11-29 20:00", title="Encore")
    await unmake(stage.wei, "Lin")
    assert "Black Friday Special, Sat 28 Nov 20:00: Wei leads it now.\nEncore," in plain(stage.lin.reads())
    [told] = [text for text in stage.wei.inbox() if "From now on you lead" in text]
    assert "Lin is not a lead any more. From now on you lead these shows:\n• Black Friday Special" in plain(told)
    assert {(one.lead_id, one.deputy_id) for one in await stage.rows(Stream)} == {(stage.wei.id, None)}


async def test_the_shows_of_a_lead_who_is_none_any_more_go_over_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.show()
    await unmake(stage_zh.wei, "林岚", manage="管理成员", label="取消负责人")
    assert "不再是负责人，下面 1 场现在由你负责：" in plain("\n".join(stage_zh.wei.inbox()))
    assert "现在由老魏负责。" in plain(stage_zh.lin.reads())


async def test_the_go_of_somebody_who_leads_no_more_does_not_count(stage: Stage) -> None:
    await stage.show("2026-11-23 20:12", hours=1)
    await stage.work(lambda desk: setattr(desk.get(Stream, 1), "lead_id", stage.wei.id))
    await stage.forward(timedelta(minutes=3))
    await stage.wei.presses("GO")
    await unmake(stage.lin, "Wei")
    assert stage.wei.reads().endswith("nothing was changed.")
    await stage.wei.presses("GO")
    assert stage.wei.toast == "Lin or another lead decides this."
    await stage.wei.tells_bot("All is well, I promise")
    assert not await stage.rows(Override)


RIGHTS = [name for name in signature(ChatMemberRestricted).parameters if name.startswith("can_")]


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("member", "muted", Kind.OTHER),
        ("muted", "member", Kind.OTHER),
        ("left", "muted", Kind.CAME),
        ("member", "gone", Kind.REMOVED),
        ("member", "kicked", Kind.REMOVED),
        ("member", "left", Kind.REMOVED),
        ("kicked", "member", Kind.CAME),
    ],
)
def test_who_is_muted_neither_comes_nor_leaves_and_who_is_removed_does_not_leave(
    before: str, now: str, kind: Kind
) -> None:
    def card(status: str) -> dict[str, Any]:
        one: dict[str, Any] = {"user": {"id": 7, "is_bot": False, "first_name": "Mei"}, "status": status}
        if status in ("muted", "gone"):
            one |= {"status": "restricted", "is_member": status == "muted", **dict.fromkeys(RIGHTS, False)}
        return one | ({} if status == "member" else {"until_date": 0})

    chat = {"id": -1, "type": "supergroup", "title": "Friday Live"}
    lin = {"id": 1, "is_bot": False, "first_name": "Lin"}
    change = {"chat": chat, "from": lin, "date": 1, "old_chat_member": card(before), "new_chat_member": card(now)}
    assert parse({"update_id": 1, "chat_member": change}, "callboard").kind is kind
    if kind is Kind.REMOVED:
        on_their_own = {"update_id": 1, "chat_member": change | {"from": card("member")["user"]}}
        assert parse(on_their_own, "callboard").kind is Kind.LEFT
