"""Pace: as fast as Telegram allows and no faster, fair between chats, and the board always last."""

import math
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.pace import Pace
from tests.machine import Machine, open_machine

TELEGRAMS = (30, 1, 20)


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    """Telegram refuses what comes too soon, and the bot keeps Telegram's pace."""
    async with open_machine(pace=TELEGRAMS, paced=True) as one:
        yield one


def refused(machine: Machine) -> int:
    return sum(call.status == 429 for call in machine.world.calls)


async def test_one_message_a_second_to_a_chat(machine: Machine) -> None:
    for number in range(10):
        await machine.say("mei", str(number))
    took = await machine.all_sent()
    assert machine.mei.inbox() == [str(number) for number in range(10)]
    assert 9 <= took < 9.2 and refused(machine) == 0


async def test_twenty_messages_a_minute_to_a_group(machine: Machine) -> None:
    for number in range(45):
        await machine.say("group", str(number))
    took = await machine.all_sent()
    assert machine.group.inbox() == [str(number) for number in range(45)]
    assert 120 <= took < 125 and refused(machine) == 0


async def test_thirty_messages_a_second_over_all(machine: Machine) -> None:
    chats = [10_000 + number for number in range(120)]
    for number in chats:
        machine.open_chat(number)
    for text in ("one", "two", "three"):
        await machine.say_to(chats, text)
    took = await machine.all_sent()
    posts = [machine.world.chats[number].posts.values() for number in chats]
    assert all([post.body["text"] for post in chat] == ["one", "two", "three"] for chat in posts)
    assert refused(machine) == 0
    assert 11 <= took < 12


async def test_no_chat_starves_while_another_has_much_to_be_told(machine: Machine) -> None:
    for number in range(30):
        await machine.say("mei", str(number))
    await machine.say("kai", "one word")
    await machine.app.outbox.drain()
    assert (machine.mei.inbox(), machine.kai.inbox()) == (["0"], ["one word"])


async def test_one_chat_more_gets_its_turn_however_long_the_others_have_queued(machine: Machine) -> None:
    """Seventy chats, more than are served at once, with half a minute of messages between them."""
    chats = [10_000 + number for number in range(70)]
    for number in [*chats, 20_000]:
        machine.open_chat(number)
    for number in range(12):
        await machine.say_to(chats, str(number))
    await machine.app.outbox.drain()
    await machine.say_to([20_000], "one word")
    began = machine.clock.monotonic()
    while not machine.world.chats[20_000].posts:
        wait = await machine.app.outbox.step() or 0
        machine.clock.forward(timedelta(milliseconds=math.ceil(wait * 1000)))
        await machine.app.outbox.drain()
    assert machine.clock.monotonic() - began <= 3.1, "one round of seventy, at thirty a second"
    await machine.all_sent()
    said = [[post.body["text"] for post in machine.world.chats[chat].posts.values()] for chat in chats]
    assert said == [[str(number) for number in range(12)]] * 70 and refused(machine) == 0


async def test_an_urgent_message_is_next_in_its_chat_and_goes_before_all_others(machine: Machine) -> None:
    chats = [10_000 + number for number in range(60)]
    for number in chats:
        machine.open_chat(number)
    await machine.say_to(chats, "routine")
    for number in range(5):
        await machine.say("mei", str(number))
    await machine.app.outbox.drain()
    await machine.say("mei", "you are live", priority=Priority.LIVE)
    began = machine.clock.monotonic()
    await machine.app.outbox.drain()
    while "you are live" not in machine.mei.inbox():
        wait = await machine.app.outbox.step() or 0
        machine.clock.forward(timedelta(milliseconds=math.ceil(wait * 1000)))
        await machine.app.outbox.drain()
    assert machine.clock.monotonic() - began <= 1.1 and refused(machine) == 0


async def test_the_boards_of_a_group_are_edited_four_times_a_minute_at_most(machine: Machine) -> None:
    for card in ("board:1", "board:2"):
        await machine.say("group", "T-60m", card=card, priority=Priority.BOARD, pin=True)
    await machine.all_sent()
    before = len(machine.world.calls)
    began = machine.clock.monotonic()
    for second in range(120):
        for card in ("board:1", "board:2"):
            await machine.unit(lambda desk, card=card, second=second: desk.show(card, f"{card} {second}"))
        await machine.app.outbox.drain()
        machine.clock.forward(timedelta(seconds=1))
    edits = len(machine.world.calls) - before
    assert machine.clock.monotonic() - began == 120 and 7 <= edits <= 8
    await machine.all_sent()
    assert machine.group.inbox() == ["board:1 119", "board:2 119"] and refused(machine) == 0


async def test_only_boards_wait_like_boards(machine: Machine) -> None:
    """Taking the buttons of an answered question away goes last as well, but not once in fifteen seconds."""
    for number in range(3):
        await machine.say(
            "mei", f"question {number}", card=f"card {number}", buttons=[[Button("yes", "echo.count", (1,))]]
        )
    await machine.all_sent()

    def answered(desk: Desk) -> None:
        for message in desk.session.exec(select(Message)):
            message.strip_buttons(desk.now)

    await machine.unit(answered)
    assert await machine.all_sent() <= 3.1
    assert [machine.mei.private.buttons(number) for number in range(3)] == [[], [], []]


async def test_a_board_never_goes_while_a_ping_waits(machine: Machine) -> None:
    await machine.say("group", "board", card="board:1", priority=Priority.BOARD)
    for number in range(5):
        await machine.say("group", f"ping {number}")
    await machine.all_sent()
    assert machine.group.inbox() == [*(f"ping {number}" for number in range(5)), "board"]


async def test_many_groups_together_keep_every_limit(machine: Machine) -> None:
    groups = [-1_000_000_000_000 - number for number in range(1, 41)]
    for number in groups:
        machine.open_chat(number)
    for number in range(4):
        await machine.say_to(groups, str(number))
    took = await machine.all_sent()
    assert refused(machine) == 0 and 5 <= took < 5.5


def test_no_limit_is_no_wait() -> None:
    pace = Pace(lambda: 0.0, 0, 0, 0)
    for _ in range(100):
        assert pace.wait(-5, board=True) == 0
        pace.begin(-5, board=True)


def test_a_break_that_telegram_asked_for_is_for_one_chat_alone() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.pause(5, 40)
    assert (pace.wait(5), pace.wait(6)) == (40, 0)
    now[0] = 40
    assert pace.wait(5) == 0


def test_what_says_nothing_any_more_is_forgotten() -> None:
    """A bot that writes to ever new chats does not grow for ever."""
    now = [0.0]
    pace = Pace(lambda: now[0], 0, 1, 20)
    for chat in range(1, 30_001):
        now[0] += 1
        pace.wait(-chat, board=True)
        pace.begin(-chat, board=True)
        pace.end(-chat)
        pace.pause(-chat, 5)
    assert max(len(known) for known in (pace._chats, pace._boards, pace._paused)) <= 10_001


def test_what_is_under_way_counts_until_its_answer_and_a_span_beyond() -> None:
    """Telegram may count it at any instant in between: a slow answer must not bring the next one too close."""
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.begin(5)
    now[0] = 3
    assert pace.wait(5) > 0
    pace.end(5)
    assert pace.wait(5) == 1
    now[0] = 4
    assert pace.wait(5) == 0
