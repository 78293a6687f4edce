"""Actions: an owner who is away is not asked, one who has left is replaced; the lead hears of both at once."""

from datetime import timedelta

from flows.action.tables import Action
from tests.stage import Actor, Stage, plain
from tests.test_action import made_one, reviewed


def asked(actor: Actor) -> int:
    """How often the owner was asked on the day or after."""
    return sum("Today is the day" in text or "Still open:" in text for text in actor.inbox())


async def test_who_leaves_the_team_leaves_their_actions_to_the_lead(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.leaves(stage.tao)
    assert "Tao is no longer in the team and had an action. Who takes over?" in plain("".join(stage.lin.inbox()[-3:]))
    await stage.lin.presses("1 · Give it to someone")
    await stage.lin.presses("Xia")
    assert (await stage.rows(Action))[0].owner_id == stage.xia.id
    assert "Lin has given you an action" in stage.xia.reads()
    await stage.forward(timedelta(days=9))
    assert asked(stage.tao) == 0 and asked(stage.xia)


async def test_whoever_has_left_is_never_asked_for_an_action(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.leaves(stage.tao)
    await stage.forward(timedelta(days=12))
    assert asked(stage.tao) == 0
    assert any("Tao was asked several times" in text for text in stage.lin.inbox())


async def test_who_is_away_when_it_is_due_is_asked_when_back_and_the_lead_knows(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.tao.tells_bot("/away 2026-11-28..2026-12-02")
    assert "An action of yours is due by then: I have told Lin." in stage.tao.reads()
    assert "Tao is away until Wed 2 Dec, and an action is due by then" in stage.lin.reads()
    await stage.to(stage.at("2026-12-02 23:00"))
    assert asked(stage.tao) == 0
    await stage.to(stage.at("2026-12-03 23:00"))
    assert asked(stage.tao) == 1


async def test_an_absence_after_which_nothing_is_due_says_nothing(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.tao.tells_bot("/away 2026-11-25")
    assert "action" not in stage.tao.reads()


async def test_an_action_of_somebody_away_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await reviewed(stage, stage.tao)
    await stage.lin.presses("定为改进项")
    await stage.lin.presses("换个时间")
    await stage.lin.presses("7 天内")
    await stage.lin.presses("技术")
    await stage.lin.presses(stage.tao.name)
    await stage.tao.tells_bot("/away 2026-11-28..2026-12-02")
    assert "这期间有 1 条改进项到期" in stage.lin.reads()
    await stage.leaves(stage.tao)
    assert "名下还有 1 条改进项。谁接手？" in plain("".join(stage.lin.inbox()[-3:]))
