"""Scenes: played once a run from wherever they are met, and played as they are written from anywhere else."""

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


async def test_where_something_has_happened_it_is_played_and_once_where_the_same_has_happened(stage: Stage) -> None:
    again, elsewhere = await open_stage(), await open_stage()
    for one in (stage, again):
        await told(one, "/todo")
        await told(one, "/todo")
        assert PLAYED.count("/todo") == 2 and len(one.nia.inbox()) == 2
    await elsewhere.oz.tells_bot("/help")
    await told(elsewhere, "/todo")
    assert PLAYED.count("/todo") == 3 and len(elsewhere.nia.inbox()) == 1
    for one in (again, elsewhere):
        await one.app.close()


async def test_a_minute_is_something_that_has_happened(stage: Stage) -> None:
    await told(stage, "/log")
    later = await open_stage()
    later.clock.forward(timedelta(minutes=1))
    await told(later, "/log")
    await later.app.close()
    assert PLAYED.count("/log") == 2
