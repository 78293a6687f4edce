"""Scenes: a beginning is played once a run, and on whatever is not a beginning it is played as it is written."""

from datetime import timedelta

from tests.scenes import scene
from tests.stage import Stage, open_stage

PLAYED: list[str] = []


@scene
async def told(stage: Stage, words: str) -> str:
    PLAYED.append(words)
    await stage.nia.tells_bot(words)
    return stage.nia.reads()


async def test_what_was_played_once_is_there_on_every_later_stage() -> None:
    said = []
    for _ in range(3):
        stage = await open_stage()
        said.append((await told(stage, "/help"), stage.nia.reads(), len(stage.nia.inbox())))
        await stage.app.close()
    assert said == [(said[0][1], said[0][1], 1)] * 3 and PLAYED == ["/help"]


async def test_where_something_has_happened_it_is_played(stage: Stage) -> None:
    await told(stage, "/todo")
    await told(stage, "/todo")
    assert PLAYED.count("/todo") == 2 and len(stage.nia.inbox()) == 2


async def test_a_minute_is_something_that_has_happened(stage: Stage) -> None:
    await told(stage, "/log")
    later = await open_stage()
    later.clock.forward(timedelta(minutes=1))
    await told(later, "/log")
    await later.app.close()
    assert PLAYED.count("/log") == 2
