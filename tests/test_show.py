"""One whole show, from Set up to a published review with an action on the next checklist: what the page plays by itself."""

import pytest

from bot.crew import Phase, Stream
from bot.rehearsal import comings
from bot.rehearsal.run import curtain
from bot.rehearsal.script import script
from tests.stage import MONDAY_NOON, Stage, open_stage
from tests.theatre import perform


async def enter(stage: Stage) -> None:
    """The bot comes into the group, as a rehearsal opens."""
    group = stage.world.group()
    assert group is not None
    comings.member(stage.world, None, group, stage.world.me, "administrator")
    await stage.settle()


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_show_that_plays_itself_reaches_its_end(language: str) -> None:
    stage = await open_stage(language, set_up=False, bot="left", start=curtain(MONDAY_NOON))
    await enter(stage)
    for step in script(language):
        await perform(stage, step)
    first, second = await stage.rows(Stream)
    assert (first.phase, second.phase) == (Phase.CLOSED, Phase.PREP)
    assert not stage.world.complaints
    checklist = stage.group.reads()
    action = "Test the backup network" if language == "en" else "备用网络提前一小时测"
    assert action in checklist.split("⏰")[0], checklist
    await stage.app.close()


async def test_every_caption_and_text_stands_in_both_languages() -> None:
    for step in script("en"):
        for said in (step["caption"], step.get("label"), step.get("text")):
            assert said is None or all(said[language].strip() for language in ("en", "zh")), step
