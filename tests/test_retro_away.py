"""The review: whoever is away is asked once back, or not at all, and the leads' card says who is."""

from datetime import timedelta

from tests.stage import Actor, Stage
from tests.test_retro import HOUR, MINUTE, wrapped

ASKED = "While it is fresh"


async def opened(stage: Stage, *absent: tuple[Actor, str]) -> None:
    """The review opens at 21:15, due a day later, while some are away."""
    await wrapped(stage)
    for actor, days in absent:
        await actor.tells_bot(f"/away {days}")
    await stage.forward(15 * MINUTE)


def asked(actor: Actor) -> list[str]:
    return [text for text in actor.inbox() if "review of" in text.lower() or ASKED in text]


async def test_who_is_away_is_asked_in_the_morning_when_back(stage: Stage) -> None:
    await opened(stage, (stage.joy, "2026-11-23"))
    assert not asked(stage.joy) and asked(stage.bo)
    await stage.to(stage.at("2026-11-24 09:00"))
    assert len([text for text in stage.joy.inbox() if ASKED in text]) == 1
    assert stage.joy.sees_button("Start", on=ASKED)


async def test_who_comes_back_after_it_is_due_is_not_asked_at_all(stage: Stage) -> None:
    await opened(stage, (stage.joy, "2026-11-23..2026-11-25"))
    await stage.forward(timedelta(days=4))
    assert not asked(stage.joy)


async def test_who_goes_away_while_it_is_open_is_left_in_peace(stage: Stage) -> None:
    await opened(stage)
    await stage.joy.tells_bot("/away 2026-11-23..2026-11-26")
    said = len(stage.joy.inbox())
    await stage.forward(23 * HOUR)
    assert len(stage.joy.inbox()) == said
    assert stage.bo.reads().startswith("📝 Review of")


async def test_the_leads_card_and_a_nudge_tell_who_is_away(stage: Stage) -> None:
    await opened(stage, (stage.joy, "2026-11-23..2026-11-25"), (stage.xia, "2026-11-23"))
    await stage.lin.tells_bot("/review")
    assert "🌴 Away: Xia, Joy" in stage.lin.reads()
    await stage.lin.presses("Nudge the rest")
    assert "7 people" in stage.lin.toast
    assert not asked(stage.joy)


async def test_whoever_has_left_the_team_is_not_asked_again(stage: Stage) -> None:
    await opened(stage)
    await stage.leaves(stage.joy)
    said = len(stage.joy.inbox())
    await stage.forward(timedelta(days=2))
    assert len(stage.joy.inbox()) == said


async def test_the_leads_card_tells_who_is_away_in_chinese(stage_zh: Stage) -> None:
    await opened(stage_zh, (stage_zh.joy, "2026-11-23..2026-11-25"))
    await stage_zh.lin.tells_bot("/review")
    assert f"🌴 请假：{stage_zh.joy.name}" in stage_zh.lin.reads()
