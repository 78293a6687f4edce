"""Absence: whoever is away, or has left the team, is called for nothing, wherever the call comes from."""

from datetime import timedelta

from bot import phases, roster
from bot.crew import Person, Phase, Stream, Team
from bot.desk import Desk
from flows.prep.tables import Item
from tests.stage import Stage
from tests.test_calls import MINUTE, enter, live, planned, read
from tests.test_duty import card_offered, two_anchors
from tests.test_prep_asked import silence_but
from tests.test_ready import CREW, called


async def chain(stage: Stage, role: str) -> list[str]:
    def names(desk: Desk) -> list[str]:
        return [person.name for person in roster.chain(desk, desk.get(Stream, 1), role)]

    found: list[str] = await stage.work(names)
    return found


async def away(stage: Stage, key: str) -> bool:
    def look(desk: Desk) -> bool:
        stream = desk.get(Stream, 1)
        return roster.is_away(desk, desk.get(Team, stream.team_id), desk.get(Person, stage.actors[key].id))

    found: bool = await stage.work(look)
    return found


async def test_a_call_to_somebody_away_falls_to_the_next_as_where_nobody_holds_the_role(stage: Stage) -> None:
    start = await planned(stage)
    await stage.xia.tells_bot("/away 2026-11-28")
    await stage.hush("calls", before=start)
    await stage.to(start)
    await enter(stage, Phase.LIVE)
    await stage.hush("calls", before=start + 60 * MINUTE)
    await stage.to(start + 60 * MINUTE)
    assert not read(stage.xia, "Hourly figures")
    assert "Nobody has this seat" in read(stage.wei, "Hourly figures")[0]


async def test_a_call_to_the_crew_leaves_out_who_is_away(stage: Stage) -> None:
    start = await planned(stage)
    await stage.joy.tells_bot("/away 2026-11-28")
    await stage.to(start - 30 * MINUTE)
    assert read(stage.bo, "Stand-up, five") and not read(stage.joy, "Stand-up, five")


async def test_the_plan_alone_proves_nobody_there(stage: Stage) -> None:
    await two_anchors(stage)
    for absent in (stage.mei, stage.bo):
        await absent.tells_bot("/away 2026-11-23")
    assert await away(stage, "mei") and await away(stage, "bo")
    assert "Bo" not in await chain(stage, "floor")


async def test_whoever_took_the_duty_over_is_there_though_away(stage: Stage) -> None:
    await card_offered(stage)
    await stage.kai.presses("Accept")
    for absent in (stage.mei, stage.kai):
        await absent.tells_bot("/away 2026-11-23")
    assert await away(stage, "mei") and not await away(stage, "kai")


async def test_whoever_was_ready_at_the_roll_and_is_on_duty_is_there_though_away(stage: Stage) -> None:
    await called(stage, *CREW)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.LIVE))
    await stage.bo.tells_bot("/away 2026-11-28")
    assert not await away(stage, "bo")


async def test_whoever_leaves_on_air_is_not_called_any_more(stage: Stage) -> None:
    start = await live(stage)
    await stage.leaves(stage.xia)
    said = len(stage.xia.inbox())
    await stage.hush("calls", before=start + 60 * MINUTE)
    await stage.to(start + 61 * MINUTE)
    assert len(stage.xia.inbox()) == said
    assert "Nobody has this seat" in read(stage.wei, "Hourly figures")[0]


async def test_whoever_leaves_after_the_show_is_asked_for_nothing_of_it(stage: Stage) -> None:
    show = await stage.show(starts="2026-11-23 20:00", hours=1, crew=("lin", "wei", "ana"))
    await enter(stage, Phase.LIVE)
    await stage.work(silence_but(*[one.key for one in await stage.rows(Item) if one.role in ("manager", "service")]))
    await stage.hush("calls", "prep", "ready", before=show.ends_at)
    await stage.to(show.ends_at)
    await enter(stage, Phase.WRAP)
    for gone in (stage.lin, stage.ana):
        await stage.leaves(gone)
    said = [len(gone.inbox()) for gone in (stage.lin, stage.ana)]
    await stage.forward(timedelta(days=3))
    assert [len(gone.inbox()) for gone in (stage.lin, stage.ana)] == said
    assert "Ana" not in await chain(stage, "service") and "Lin" not in await chain(stage, "manager")
