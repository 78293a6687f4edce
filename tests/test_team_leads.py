"""Who leads the team: given and taken, by a lead or by Telegram, and what becomes of what was under way."""

from datetime import timedelta

from sqlmodel import select

from bot.crew import Member, Stream
from bot.desk import Desk
from bot.replies import Conversation, Standing
from flows.ready.tables import Override
from tests.stage import Actor, Stage, plain


async def unmake(lead: Actor, whom: str, *, manage: str = "Manage", label: str = "No longer lead") -> None:
    await lead.tells_bot("/team")
    await lead.presses(manage)
    await lead.presses(whom)
    await lead.presses(label)


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
    await unmake(stage.wei, "Lin")
    assert "Black Friday Special, Sat 28 Nov 20:00: Wei leads it now." in plain(stage.lin.reads())
    [told] = [text for text in stage.wei.inbox() if "From now on you lead" in text]
    assert "Lin is not a lead any more. From now on you lead this show:\n• Black Friday Special" in plain(told)
    stream = await stage.stream()
    assert (stream.lead_id, stream.deputy_id) == (stage.wei.id, None)


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
