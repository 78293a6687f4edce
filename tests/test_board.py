"""The board: one pinned message per stream, brought up to date, never in the way of what is said."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot import board, phases
from bot.crew import Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.message import Message, Priority
from tests.machine import Machine, open_machine

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


async def enter(machine: Machine, stream: Stream, phase: Phase) -> None:
    await machine.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), phase))


async def prepared(machine: Machine, starts: str = "2026-11-23 22:00") -> Stream:
    """A stream whose board hangs."""
    stream = await machine.planned(starts)
    await machine.unit(lambda desk: setattr(desk.get(Stream, stream.id), "phase", Phase.PLANNED))
    await enter(machine, stream, Phase.PREP)
    return stream


async def test_the_board_is_posted_once_pinned_and_silent(machine: Machine) -> None:
    await prepared(machine)
    assert machine.board() == (
        "Black Friday Special\nMon 23 Nov 22:00 · 3h\npreparing · starts in 2h\nLead Lin\n📣 Next at 22:00: Going live"
    )
    sent = [call for call in machine.world.calls if call.method == "sendMessage"]
    pinned = [call for call in machine.world.calls if call.method == "pinChatMessage"]
    assert len(sent) == len(pinned) == 1
    assert sent[0].params["disable_notification"] and pinned[0].params["disable_notification"]


async def test_what_happens_edits_it_in_place(machine: Machine) -> None:
    stream = await prepared(machine)
    for phase in (Phase.STANDBY, Phase.LIVE, Phase.WRAP):
        machine.clock.forward(30 * MINUTE)
        await enter(machine, stream, phase)
    assert "wrapped" in machine.board()
    assert len(machine.group.inbox()) == 1 and len(await machine.rows(Message)) == 1


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (timedelta(days=3), "12h"),
        (timedelta(hours=13), "1h"),
        (timedelta(hours=3), "15m"),
        (10 * MINUTE, "1m"),
        (-10 * MINUTE, "1m"),
        (timedelta(hours=-3), "15m"),
        (timedelta(days=-3), "12h"),
    ],
)
async def test_the_countdown_ticks_faster_the_closer_the_start_is_on_either_side(
    machine: Machine, before: timedelta, shown: str
) -> None:
    stream = await prepared(machine, "2026-11-27 20:00")
    machine.clock.forward(stream.starts_at - before - machine.now)
    await machine.settle()
    tick = next(cue for cue in await machine.rows(Cue) if cue.kind == "board.tick")
    assert tick.due_at - machine.now == {
        "12h": 12 * HOUR, "1h": HOUR, "15m": 15 * MINUTE, "1m": MINUTE
    }[shown]  # fmt: skip


async def test_the_countdown_is_true_at_every_tick(machine: Machine) -> None:
    await prepared(machine)
    await machine.to(machine.at("2026-11-23 21:55"))
    assert "preparing · starts in 5m" in machine.board()
    await machine.to(machine.at("2026-11-23 22:00"))
    assert "preparing · starts now" in machine.board()
    await machine.to(machine.at("2026-11-23 22:04"))
    assert "4m past the planned start" in machine.board()


async def test_on_air_it_says_how_long_and_how_much_over(machine: Machine) -> None:
    stream = await prepared(machine)
    await machine.to(machine.at("2026-11-23 22:05"))
    await enter(machine, stream, Phase.LIVE)
    assert "🔴 ON AIR · just started" in machine.board()
    machine.clock.forward(90 * MINUTE)
    await machine.settle()
    assert "🔴 ON AIR · 1h30m" in machine.board()
    machine.clock.forward(2 * HOUR)
    await machine.settle()
    assert "🔴 ON AIR · 3h30m, 35m over" in machine.board()


async def test_after_the_wrap_it_no_longer_ticks(machine: Machine) -> None:
    stream = await prepared(machine)
    await enter(machine, stream, Phase.LIVE)
    await enter(machine, stream, Phase.WRAP)
    machine.clock.forward(HOUR)
    await machine.settle()
    ticks = [cue for cue in await machine.rows(Cue) if cue.kind == "board.tick"]
    assert [tick.state for tick in ticks] == [CueState.DROPPED]


async def test_two_streams_have_two_boards(machine: Machine) -> None:
    await prepared(machine)
    await prepared(machine, "2026-11-24 20:00")
    assert len(machine.group.inbox()) == 2 and len({row.card for row in await machine.rows(Message)}) == 2


async def test_a_stream_that_is_only_planned_has_no_board(machine: Machine) -> None:
    stream = await machine.planned()
    await machine.unit(lambda desk: setattr(desk.get(Stream, stream.id), "phase", Phase.PLANNED))
    await machine.work(lambda desk: desk.touch(desk.get(Stream, stream.id)))
    assert machine.group.inbox() == []


async def test_a_suspended_teams_board_is_left_alone(machine: Machine) -> None:
    stream = await prepared(machine)
    before = machine.board()
    await machine.unit(lambda desk: setattr(desk.get(Team, 1), "suspended", True))
    machine.clock.forward(HOUR)
    await machine.work(lambda desk: desk.touch(desk.get(Stream, stream.id)))
    assert machine.board() == before


async def test_it_is_composed_once_per_unit_of_work_and_goes_last(machine: Machine) -> None:
    stream = await prepared(machine)

    def much(desk: object) -> None:
        for _ in range(5):
            desk.touch(desk.get(Stream, stream.id))  # type: ignore[attr-defined]
        board.refresh(desk)  # type: ignore[arg-type]

    machine.clock.forward(7 * MINUTE)
    version = (await machine.rows(Message))[0].version
    await machine.unit(much)
    row = (await machine.rows(Message))[0]
    assert row.version == version + 1 and row.priority == Priority.BOARD
