"""Preparation: items that only some shows need come and go with the crew, the day and the hour."""

from bot import phases, roster
from bot.crew import Answer, Assignment, Stream
from bot.desk import Desk
from bot.flow import Change
from flows.prep.tables import Item, State
from tests.stage import Stage
from tests.test_prep import LATER


async def states(stage: Stage, key: str) -> list[State]:
    return [one.state for one in await stage.rows(Item) if one.key == key]


async def test_a_second_anchor_brings_an_item_and_takes_it_along(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    assert await states(stage, "shift-words") == []

    def join(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        desk.add(Assignment(stream_id=show.id, role="anchor", seat=2, person_id=stage.kai.id, answer=Answer.ACCEPTED))
        desk.tell(show, Change.CREW)

    def leave(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        next(seat for seat in roster.seats(desk, show) if (seat.role, seat.seat) == ("anchor", 2)).person_id = None
        desk.tell(show, Change.CREW)

    def back(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        seat = next(seat for seat in roster.seats(desk, show) if (seat.role, seat.seat) == ("anchor", 2))
        seat.person_id = stage.kai.id
        desk.tell(show, Change.CREW)

    await stage.work(join)
    assert await states(stage, "shift-words") == [State.OPEN]
    await stage.work(leave)
    assert await states(stage, "shift-words") == [State.GONE]
    await stage.work(back)
    assert await states(stage, "shift-words") == [State.OPEN]


async def test_a_late_start_brings_what_a_late_show_needs_and_an_early_one_takes_it_back(stage: Stage) -> None:
    stream = await stage.show(starts="2026-12-05 22:30")
    assert await states(stage, "way-home") == [State.OPEN]
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stage.at(LATER)))
    assert await states(stage, "way-home") == [State.GONE]
    await stage.hush("prep", before=stage.at("2026-12-05 00:00"))
    await stage.to(stage.at("2026-12-05 10:00"))
    assert not [text for actor in stage.actors.values() for text in actor.inbox() if "rides home" in text]


async def test_what_is_done_stays_done_when_it_is_no_longer_needed(stage: Stage) -> None:
    stream = await stage.show(starts="2026-12-05 22:30")
    one = next(one for one in await stage.rows(Item) if one.key == "way-home")
    await stage.wei.tells_bot("/todo")
    await stage.wei.sends_data(f"prep.done:{one.id}")
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stage.at(LATER)))
    assert await states(stage, "way-home") == [State.DONE]


async def test_a_long_show_plans_meals(stage: Stage) -> None:
    await stage.show(starts=LATER, hours=3)
    assert await states(stage, "meals") == []
    await stage.show(starts="2026-12-06 14:00", hours=6)
    assert await states(stage, "meals") == [State.OPEN]
