"""The poller: no silence of Telegram's ends it, it says once what is wrong, and nothing is confirmed that is not kept."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot import app as room
from bot import telegram
from bot.received import InboxState, Received
from bot.rehearsal import acts
from tests.machine import Machine, open_machine

Answer = telegram.Refusal | list[dict[str, Any]]
NO_NETWORK = telegram.Unreachable("aiohttp.ClientConnectorError: Network is unreachable")
OTHER = telegram.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running")


class Line:
    """What getUpdates answers, one after the other; then it is silent. Everything else goes to the world."""

    def __init__(self, edge: telegram.Edge, answers: Sequence[Answer]) -> None:
        self._edge, self._answers = edge, list(answers)
        self.offsets: list[int | None] = []
        self.methods: list[str] = []
        self.silent = asyncio.Event()

    async def call(self, method: str, **params: Any) -> Any:
        self.methods.append(method)
        if method != "getUpdates":
            return await self._edge.call(method, **params)
        self.offsets.append(params["offset"])
        if not self._answers:
            self.silent.set()
            await asyncio.Event().wait()
        answer = self._answers.pop(0)
        if isinstance(answer, telegram.Refusal):
            raise answer
        return answer


@pytest.fixture
async def machine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Machine]:
    monkeypatch.setattr(room, "PATIENCE", 0)
    async with open_machine() as one:
        yield one


@asynccontextmanager
async def served(machine: Machine, *answers: Answer) -> AsyncIterator[Line]:
    """The whole bot beside it, until Telegram has given all these answers and everything is done."""
    machine.app.edge = line = Line(machine.wire, answers)
    stop = asyncio.Event()
    running = asyncio.create_task(machine.app.run(stop))
    try:
        await asyncio.wait_for(line.silent.wait(), 10)
        await machine.app.settle()
        yield line
    finally:
        stop.set()
        await running


def says(machine: Machine, *lines: str) -> list[dict[str, Any]]:
    """Updates as Telegram would give them: Mei writes these lines in private."""
    mei = machine.world.people[machine.mei.id]
    for line in lines:
        acts.say(machine.world, mei, machine.world.private(mei), line)
    waiting = list(machine.world.mailbox.waiting)
    machine.world.mailbox.waiting.clear()
    return waiting


@pytest.mark.parametrize(
    "refusal",
    [
        NO_NETWORK,
        telegram.Unreachable("Bad Gateway"),
        telegram.Unreachable("Timed out"),
        telegram.FloodWait(0),
        telegram.Rejected("something that nobody has heard of"),
        OTHER,
    ],
)
async def test_after_hours_without_updates_they_come_again_and_both_is_said_once(
    machine: Machine, refusal: telegram.Refusal
) -> None:
    with capture_logs() as said:
        async with served(machine, *[refusal] * 200, says(machine, "/echo here again")):
            pass
    assert machine.mei.inbox() == ["You said: here again"]
    told = [line["event"] for line in said if "updates" in line["event"]]
    assert told == ["no updates; trying until there are", "updates come again"]
    assert next(line["why"] for line in said if "no updates" in line["event"]) == str(refusal)


async def test_what_has_no_number_is_left_out_and_where_nothing_else_comes_it_waits(machine: Machine) -> None:
    (fine,) = says(machine, "/echo still here")
    nothing: list[Answer] = [[{"message": {}}], [{"update_id": "7"}, {"update_id": 2**80}], [{"update_id": True}]]
    with capture_logs() as said:
        async with served(machine, *nothing, [{"update_id": None}, fine]) as line:
            assert line.offsets == [None] * 4 + [fine["update_id"] + 1]
    assert machine.mei.inbox() == ["You said: still here"]
    assert [row["why"] for row in said if "no updates" in row["event"]] == [
        "what came in the place of updates has no number"
    ]


async def test_a_second_poller_is_waited_for_and_the_bot_takes_over_when_it_is_gone(machine: Machine) -> None:
    first, second = says(machine, "/echo one", "/echo two")
    async with served(machine, [first], OTHER, NO_NETWORK, OTHER, [second]) as line:
        assert line.offsets == [None, *[first["update_id"] + 1] * 4, second["update_id"] + 1]
    assert machine.mei.inbox() == ["You said: one", "You said: two"]


async def test_a_token_that_was_withdrawn_ends_it_with_a_word(machine: Machine) -> None:
    machine.app.edge = Line(machine.wire, [telegram.WrongToken("the token is not one that Telegram knows")])
    with pytest.raises(telegram.WrongToken):
        await asyncio.wait_for(machine.app.run(asyncio.Event()), 10)


async def test_repeated_and_reordered_updates_act_once_each(machine: Machine) -> None:
    one, two, three = says(machine, "/echo one", "/echo two", "/echo three")
    async with served(machine, [three, one], [one, three], [two, two, one]):
        pass
    assert machine.mei.inbox() == ["You said: three", "You said: one", "You said: two"]
    assert {row.state for row in await machine.rows(Received)} == {InboxState.DONE}


async def test_nothing_stands_before_the_first_poll_but_the_bots_own_name(machine: Machine) -> None:
    async with served(machine) as line:
        async with asyncio.timeout(10):
            while line.methods.count("setMyCommands") < 6:
                await machine.app.settle()
    assert line.methods[:3] == ["getMe", "getUpdates", "setMyCommands"]


@pytest.mark.parametrize("refusal", [telegram.Rejected("no"), telegram.WrongToken("no"), telegram.NoRight("no")])
async def test_menus_that_are_refused_keep_the_bot_from_nothing(machine: Machine, refusal: telegram.Refusal) -> None:
    async def refuse(method: str, **params: Any) -> Any:
        if method == "setMyCommands":
            raise refusal
        return await whole(method, **params)

    whole, machine.wire.call = machine.wire.call, refuse  # type: ignore[method-assign]
    with capture_logs() as said:
        async with served(machine, says(machine, "/echo still here")):
            pass
    assert machine.mei.inbox() == ["You said: still here"]
    assert sum(line["event"] == "menu refused" for line in said) == 6
