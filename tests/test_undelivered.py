"""A message has an end: what Telegram never takes is given up without hurry, is on record, and a lead hears of it."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.crew import LogEntry
from bot.message import Delivery
from bot.rehearsal.world import Refusal
from tests.machine import Machine, open_machine

MINUTE = timedelta(minutes=1)
TOLD = (
    "⚠️ A message of mine for Mei did not arrive: Telegram does not take it, and I have stopped trying. "
    "Please talk to them yourself; everything else goes on."
)


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


def never_takes(machine: Machine, key: str, method: str | None = "sendMessage", times: int = 11) -> None:
    chat = machine.group.id if key == "group" else machine.actors[key].id
    machine.world.refusals.append(Refusal(500, "Internal Server Error", times, chat, method))


async def passes(machine: Machine, span: timedelta, every: timedelta = timedelta()) -> datetime:
    """The sender goes on while time passes, no oftener than `every`."""
    until = machine.now + span
    while machine.now < until:
        await machine.app.outbox.drain()
        wait = max(every, timedelta(seconds=await machine.app.outbox.step() or 60))
        machine.clock.forward(min(wait, until - machine.now))
    await machine.app.outbox.drain()
    return machine.now


async def states(machine: Machine, key: str) -> list[Delivery]:
    return [row.state for row in await machine.messages(key)]


async def test_a_message_that_is_always_answered_with_a_fault_is_given_up_and_the_next_ones_arrive(
    machine: Machine,
) -> None:
    never_takes(machine, "mei")
    for text in ("the poison", "after it", "and after that"):
        await machine.say("mei", text)
    await passes(machine, 5 * MINUTE)
    assert machine.mei.inbox() == [], "it is not given up lightly"
    with capture_logs() as said:
        await passes(machine, 2 * MINUTE)
    assert machine.mei.inbox() == ["after it", "and after that"]
    lost, *_ = await machine.messages("mei")
    assert lost.state is Delivery.FAILED and lost.error and "11 tries" in lost.error
    assert [line["message"] for line in said if line["event"] == "message refused"] == [lost.id]


async def test_a_lead_hears_of_it_and_it_is_on_record(machine: Machine) -> None:
    never_takes(machine, "mei")
    await machine.say("mei", "the poison")
    await passes(machine, 7 * MINUTE)
    assert machine.lin.inbox() == [TOLD] and machine.wei.inbox() == [] and machine.group.inbox() == []
    assert [(one.key, one.args) for one in await machine.rows(LogEntry)] == [("undelivered-log", {"whom": "Mei"})]


async def test_another_lead_hears_of_it_where_it_was_for_the_first_and_what_was_for_the_group_too(
    machine: Machine,
) -> None:
    never_takes(machine, "lin")
    never_takes(machine, "group")
    await machine.say("lin", "the poison")
    await passes(machine, 7 * MINUTE)
    assert "for Lin did not arrive" in machine.wei.reads()
    await machine.say("group", "the poison")
    await passes(machine, 7 * MINUTE)
    assert "for Friday Live did not arrive" in machine.lin.reads()


async def test_a_chat_that_does_not_answer_at_all_is_waited_for_and_keeps_its_order(machine: Machine) -> None:
    never_takes(machine, "mei", method=None, times=10_000)
    for text in ("0", "1", "2"):
        await machine.say("mei", text)
    await passes(machine, timedelta(hours=1))
    assert await states(machine, "mei") == [Delivery.PENDING] * 3 and len(machine.wire.begun) < 66
    machine.world.refusals.clear()
    await passes(machine, MINUTE)
    assert machine.mei.inbox() == ["0", "1", "2"] and machine.lin.inbox() == []


async def test_after_a_day_of_silence_what_is_too_old_is_let_go_and_a_lead_reads_once_how_much_it_was(
    machine: Machine,
) -> None:
    for key in ("mei", "kai", "lin"):
        never_takes(machine, key, method=None, times=100_000)
    for text in ("0", "1"):
        await machine.say("mei", text)
    await machine.say("kai", "2")
    await passes(machine, timedelta(hours=23), every=20 * MINUTE)
    await machine.say("mei", "still worth saying")
    await passes(machine, timedelta(hours=2), every=20 * MINUTE)
    machine.world.refusals.clear()
    await passes(machine, 2 * MINUTE)
    assert (machine.mei.inbox(), machine.kai.inbox()) == (["still worth saying"], [])
    assert len(machine.lin.inbox()) == 1 and "3 messages of mine for Kai, Mei did not arrive" in machine.lin.reads()


async def test_one_whose_answer_is_always_lost_is_not_repeated_for_ever(machine: Machine) -> None:
    machine.wire.losing = 10_000
    await machine.say("mei", "hello")
    await passes(machine, timedelta(hours=1))
    assert machine.mei.inbox() == ["hello"] * 11


async def test_a_board_whose_pinning_is_never_answered_works_unpinned(machine: Machine) -> None:
    never_takes(machine, "group", method="pinChatMessage", times=10_000)
    await machine.say("group", "the board", pin=True, card="board:1")
    await passes(machine, 7 * MINUTE)
    assert await states(machine, "group") == [Delivery.SENT] and machine.group.inbox() == ["the board"]


async def test_an_edit_that_is_never_taken_is_given_up_without_a_word(machine: Machine) -> None:
    await machine.say("mei", "before", card="it")
    await machine.app.outbox.drain()
    never_takes(machine, "mei", method="editMessageText")
    await machine.unit(lambda desk: desk.show("it", "after"))
    await machine.say("mei", "and more")
    await passes(machine, 7 * MINUTE)
    assert machine.mei.inbox() == ["before", "and more"] and machine.lin.inbox() == []
