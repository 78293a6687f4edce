"""Shows that come again: one board hangs at a time, the one of the next show, and goes down when that is closed."""

from datetime import timedelta

from bot import phases
from bot.crew import Phase, Stream
from bot.desk import Desk
from tests.scenes import scene
from tests.stage import Stage, plain
from tests.test_plan_series import open_card, planned, shows

BARE = True
"""No checklist and no calls: scenery here."""

DAILY = "/new every day 20:00 2h Daily Deals"


@scene
async def three_planned(stage: Stage) -> Stream:
    """A daily show, three days ahead; the first of them."""
    first = await planned(stage, DAILY)
    await stage.forward(timedelta(minutes=1))
    return first


async def boards(stage: Stage) -> list[str]:
    """The first line and the time of every board that hangs in the group, the oldest first."""
    group = stage.world.group()
    assert group is not None
    texts = [plain(str(group.posts[place].body["text"])).splitlines() for place in group.pinned]
    return [f"{text[0]}, {text[1].split(' · ')[0]}" for text in texts]


async def enter(stage: Stage, stream: Stream, *entered: Phase) -> None:
    for phase in entered:

        def into(desk: Desk, phase: Phase = phase) -> None:
            phases.enter(desk, desk.get(Stream, stream.id), phase)

        await stage.work(into)


async def test_a_daily_series_has_one_board_though_three_are_planned(stage: Stage) -> None:
    first = await three_planned(stage)
    assert len(await shows(stage)) == 3
    assert await boards(stage) == ["Daily Deals, Tue 24 Nov 20:00"]
    await enter(stage, first, Phase.STANDBY, Phase.LIVE)
    assert len(await boards(stage)) == 1
    begun = "The show has begun without your answer."
    assert any("You are asked to be" in text and begun in text for text in stage.mei.inbox())
    await enter(stage, first, Phase.WRAP)
    assert await boards(stage) == ["Daily Deals, Tue 24 Nov 20:00", "Daily Deals, Wed 25 Nov 20:00"]
    await enter(stage, first, Phase.REVIEW, Phase.CLOSED)
    assert await boards(stage) == ["Daily Deals, Wed 25 Nov 20:00"]


async def test_calling_one_off_puts_up_the_next_ones_board(stage: Stage) -> None:
    await three_planned(stage)
    await open_card(stage, "Tue 24 Nov 20:00")
    await stage.lin.presses("Cancel the show")
    await stage.lin.presses("Only this one")
    await stage.lin.presses("Skip")
    await stage.lin.presses("Yes, cancel the show")
    assert await boards(stage) == ["Daily Deals, Wed 25 Nov 20:00"]


async def test_a_series_that_ends_still_shows_the_boards_of_what_is_planned(stage: Stage) -> None:
    first = await three_planned(stage)
    await open_card(stage, "Tue 24 Nov 20:00")
    await stage.lin.presses("Stop repeating")
    await enter(stage, first, Phase.STANDBY, Phase.LIVE, Phase.WRAP, Phase.REVIEW, Phase.CLOSED)
    assert await boards(stage) == ["Daily Deals, Wed 25 Nov 20:00"]


async def test_a_board_that_hangs_is_kept_true_though_the_show_moved_behind_another(stage: Stage) -> None:
    await three_planned(stage)
    await open_card(stage, "Tue 24 Nov 20:00")
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("2026-11-25 22:30")
    await stage.lin.presses("Only this one")
    await stage.lin.presses("Move it")
    assert await boards(stage) == ["Daily Deals, Wed 25 Nov 22:30", "Daily Deals, Wed 25 Nov 20:00"]


async def test_shows_that_do_not_belong_together_each_have_their_board(stage: Stage) -> None:
    await planned(stage, "/new 2026-11-28 20:00 3h One")
    await planned(stage, "/new 2026-11-29 20:00 3h Other")
    assert len(await boards(stage)) == 2
