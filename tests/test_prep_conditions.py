"""Preparation: items that only some shows need come and go with the crew, the day and the hour."""

from sqlmodel import select

from bot import phases, roster
from bot.crew import Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.words import Words
from flows.prep import cards
from flows.prep.tables import Item, State
from tests.stage import Stage
from tests.test_prep import LATER


async def states(stage: Stage, key: str) -> list[State]:
    return [one.state for one in await stage.rows(Item) if one.key == key]


def below_the_title(desk: Desk, key: str, person_id: int, before: int) -> str:
    """What somebody reads first about it who is asked after somebody else."""
    one = next(each for each in desk.session.exec(select(Item)) if each.key == key)
    said = cards.asked(desk, desk.get(Stream, one.stream_id), one, desk.get(Person, person_id), [before])[1]
    return said.key if isinstance(said, Words) else ""


async def test_a_second_anchor_brings_an_item_and_takes_it_along(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    assert await states(stage, "shift-words") == []

    def join(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        for role, who in (("anchor", stage.kai), ("control", stage.nia)):
            desk.add(Assignment(stream_id=show.id, role=role, seat=2, person_id=who.id, answer=Answer.ACCEPTED))
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
    script, prices = "Know the products and the script · ", "Price, coupon, stock: script = page = payment screen · "
    for actor in (stage.mei, stage.kai, stage.nia, stage.yan):
        await actor.tells_bot("/todo")
    assert all(one.reads().count(script) == 1 for one in (stage.mei, stage.kai)), "nobody can do it for the other"
    assert "shared" not in stage.kai.reads() and "shared" not in stage.yan.reads()
    shared = next(line for line in stage.nia.reads().splitlines() if prices in line)
    assert "👥" in shared and "shared with Yan, who has it" in shared and script not in stage.nia.reads()
    await stage.kai.presses(f"· {script[:-3]}")
    assert await states(stage, "anchor-study") == [State.OPEN], "hers is open still"
    await stage.nia.presses("· Load the banned words")
    await stage.nia.sends_photo()
    assert await states(stage, "word-filter") == [State.DONE] and "Load the banned" not in "".join(
        stage.nia.inbox()[:1]
    )
    assert await states(stage, "dressed:2") == [State.OPEN]
    assert (
        await stage.work(lambda desk: below_the_title(desk, "coupons", stage.nia.id, before=stage.yan.id))
        == "prep-shared"
    )
    await stage.work(leave)
    assert await states(stage, "shift-words") == await states(stage, "dressed:2") == [State.GONE]
    await stage.work(back)
    assert await states(stage, "shift-words") == await states(stage, "dressed:2") == [State.OPEN]


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


async def test_a_long_show_plans_meals_and_a_second_one_comes_back_to_the_first(stage: Stage) -> None:
    await stage.show(starts=LATER, hours=3)
    assert await states(stage, "meals") == await states(stage, "last-actions") == []
    await stage.show(starts="2026-12-06 14:00", hours=6)
    assert await states(stage, "meals") == await states(stage, "last-actions") == [State.OPEN]
