"""Roles that are given up while a seat hangs on them."""

from bot import phases
from bot.crew import Assignment, Phase, Qualification, Stream
from bot.message import Message
from tests.stage import Stage, plain


async def seated(stage: Stage) -> int | None:
    """Who sits as the anchor."""
    return next(one.person_id for one in await stage.rows(Assignment) if one.role == "anchor")


async def test_who_gives_up_a_role_is_asked_first_where_a_seat_hangs_on_it_and_the_lead_hears(stage: Stage) -> None:
    await stage.show()
    await stage.mei.says("/join")
    await stage.mei.presses("✓ Anchor")
    await stage.mei.presses("◐ Anchor")
    assert "You have a seat as Anchor in:\n• Black Friday Special, Sat 28 Nov 20:00" in plain(stage.mei.reads())
    await stage.mei.presses("Keep the role")
    assert stage.mei.sees_button("✓ Anchor")
    assert not any("no longer takes" in text for text in stage.lin.inbox())
    for label in ("✓ Anchor", "◐ Anchor", "Give up Anchor"):
        await stage.mei.presses(label)
    assert "You stay Anchor in Black Friday Special" in plain(stage.mei.reads())
    assert "Mei no longer takes the role Anchor" in plain(stage.lin.reads())
    assert await seated(stage) == stage.mei.id
    await stage.mei.presses("Done")
    assert stage.mei.toast.startswith("You hold no role now")
    await stage.lin.presses("Kai")
    assert await seated(stage) == stage.kai.id


async def test_a_lead_who_takes_a_role_away_picks_for_the_seat_and_the_person_hears(stage_zh: Stage) -> None:
    await stage_zh.show()
    await stage_zh.lin.tells_bot("/team")
    for label in ("管理成员", "梅子", "岗位", "✓ 主播", "◐ 主播"):
        await stage_zh.lin.presses(label)
    assert "这几场排了梅子做主播：" in plain(stage_zh.lin.reads())
    await stage_zh.lin.presses("不做主播了")
    assert "取消了你在 Friday Live 的主播岗位" in plain(stage_zh.mei.reads())
    assert any("换谁？你定之前，位置仍是梅子的" in plain(text) for text in stage_zh.lin.inbox())
    assert not [one for one in await stage_zh.rows(Qualification) if (one.role, one.backup) == ("anchor", False)]


async def test_a_role_given_up_when_the_show_is_off_by_then_leaves_nothing_to_say(stage: Stage) -> None:
    stream = await stage.show()
    await stage.mei.says("/join")
    for label in ("✓ Anchor", "◐ Anchor"):
        await stage.mei.presses(label)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.CANCELLED))
    await stage.mei.presses("Give up Anchor")
    assert stage.mei.reads().startswith("Which roles do you take") and stage.mei.sees_button("Anchor")
    assert not [one for one in await stage.rows(Message) if not one.text]
