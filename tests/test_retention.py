"""Data has an end: each kind after its own time, nothing before it, and never what still gives work."""

from datetime import timedelta

from sqlmodel import select

from bot.config_model import Retention
from bot.crew import LogEntry, Phase, Stream
from bot.desk import Desk
from bot.door import Link
from bot.message import Delivery, Message
from bot.received import Received
from bot.replies import Conversation
from bot.retention import Sweeper
from flows.action.tables import Action, State
from tests.stage import Stage

KEPT = Retention(updates=10, messages=20, questions=30, log=40, shows=50)


async def sweep_after(stage: Stage, days: int, kept: Retention = KEPT) -> None:
    stage.clock.forward(timedelta(days=days))
    await Sweeper(stage.app.store, stage.clock, stage.app.house, kept).sweep()


async def close(stage: Stage) -> Stream:
    """A show that is over."""

    def over(desk: Desk) -> None:
        stream = desk.session.exec(select(Stream)).one()
        stream.phase, stream.closed_at = Phase.CLOSED, desk.now

    await stage.work(over)
    return await stage.stream()


async def test_what_was_heard_goes_after_its_time_and_not_before(stage: Stage) -> None:
    await stage.lin.says("/team")
    await sweep_after(stage, 9)
    assert await stage.rows(Received)
    await sweep_after(stage, 2)
    assert not await stage.rows(Received)


async def test_what_was_said_goes_but_not_what_still_waits(stage: Stage) -> None:
    await stage.lin.says("/team")

    def hold(desk: Desk) -> None:
        row = desk.session.exec(select(Message)).first()
        assert row
        row.state = Delivery.HELD

    await stage.lin.says("/team")
    await stage.work(hold)
    assert len(await stage.rows(Message)) == 2
    await sweep_after(stage, 21)
    assert [row.state for row in await stage.rows(Message)] == [Delivery.HELD]


async def test_open_questions_are_never_swept_away(stage: Stage) -> None:
    await stage.lin.tells_bot("/new")
    await stage.wei.tells_bot("/new")
    await stage.wei.tells_bot("/cancel")
    await sweep_after(stage, 31)
    assert [talk.person_id for talk in await stage.rows(Conversation)] == [stage.lin.id]


async def test_a_show_that_is_long_over_is_forgotten_with_everything_about_it(stage: Stage) -> None:
    await stage.show()
    stream = await close(stage)
    await sweep_after(stage, 49)
    assert await stage.rows(Stream)
    await sweep_after(stage, 2)
    assert not await stage.rows(Stream)
    assert not [entry for entry in await stage.rows(LogEntry) if entry.stream_id == stream.id]


async def test_a_show_with_an_open_action_stays(stage: Stage) -> None:
    await stage.show()
    stream = await close(stage)
    await stage.work(
        lambda desk: desk.add(Action(team_id=stream.team_id, stream_id=stream.id, what="Two mics", state=State.OPEN))
    )
    await sweep_after(stage, 60)
    assert await stage.rows(Stream)


async def test_never_is_never(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.show()
    await close(stage)
    before = [len(await stage.rows(kind)) for kind in (Received, Message, Stream)]
    never = Retention(updates=None, messages=None, questions=None, log=None, shows=None)
    await sweep_after(stage, 4000, never)
    assert [len(await stage.rows(kind)) for kind in (Received, Message, Stream)] == before


async def test_links_that_are_over_go_by_themselves(stage: Stage) -> None:
    def make(desk: Desk) -> None:
        for token, hours in (("old", -1), ("new", 1)):
            expires = desk.now + timedelta(hours=hours)
            desk.session.add(Link(token=token, person_id=stage.lin.id, team_id=1, expires_at=expires))

    await stage.work(make)
    await sweep_after(stage, 0)
    assert [link.token for link in await stage.rows(Link)] == ["new"]
