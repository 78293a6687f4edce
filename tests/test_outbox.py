"""The outbox: every refusal has its answer, and what was said arrives, in order, once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlmodel import select

from bot import delivery, telegram
from bot.crew import Person, Team
from bot.message import Delivery, Message, Priority
from bot.rehearsal import acts, comings
from tests.machine import Machine, open_machine


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


async def states(machine: Machine, key: str) -> list[Delivery]:
    return [row.state for row in await machine.messages(key)]


async def person(machine: Machine, key: str) -> Person:
    return next(one for one in await machine.rows(Person) if one.id == machine.actors[key].id)


async def team(machine: Machine) -> Team:
    return (await machine.rows(Team))[0]


async def show(machine: Machine, card: str, text: str) -> None:
    await machine.unit(lambda desk: desk.show(card, text))


# What Telegram refuses


async def test_who_blocks_the_bot_is_called_once_in_the_group_and_reads_it_after_start(machine: Machine) -> None:
    machine.world.people[machine.mei.id].blocked = True
    await machine.say("mei", "at your seat in ten minutes", card="seat")
    await machine.say("mei", "bring the charger")
    await machine.settle()
    assert not (await person(machine, "mei")).reachable
    assert await states(machine, "mei") == [Delivery.HELD, Delivery.HELD]
    assert [text for text in machine.group.inbox() if "I have a message for you" in text] == [
        "Mei, I have a message for you. Open our private chat once and I can send it."
    ]
    await show(machine, "seat", "at your seat in five minutes")
    machine.world.people[machine.mei.id].blocked = False
    await machine.mei.presses("Open private chat")
    assert machine.mei.inbox()[-2:] == ["at your seat in five minutes", "bring the charger"]
    assert (await person(machine, "mei")).reachable


async def test_who_takes_back_a_block_gets_what_waited_without_pressing_start(machine: Machine) -> None:
    await machine.say("mei", "at your seat at eight", card="seat")
    await machine.settle()
    machine.world.people[machine.mei.id].blocked = True
    await show(machine, "seat", "the show is over")
    await machine.settle()
    assert not (await person(machine, "mei")).reachable
    assert "I have a message" not in "".join(machine.group.inbox()), "what asks nothing calls nobody"
    await machine.say("mei", "wait for me")
    await machine.settle()
    assert "Mei, I have a message" in machine.group.reads()
    acts.block(machine.world, machine.world.people[machine.mei.id], False)
    await machine.settle()
    assert machine.mei.inbox() == ["the show is over", "wait for me"]


async def test_a_chat_that_telegram_has_never_heard_of_is_a_person_who_must_press_start(machine: Machine) -> None:
    machine.refuse("mei", 400, "Bad Request: chat not found")
    await machine.say("mei", "hello")
    await machine.settle()
    assert await states(machine, "mei") == [Delivery.HELD]
    assert not (await person(machine, "mei")).reachable and "Mei, I have a message" in machine.group.reads()
    assert not (await team(machine)).suspended


async def test_a_bot_thrown_out_falls_silent_and_goes_on_when_it_is_added_again(machine: Machine) -> None:
    group, bot = machine.world.group(), machine.world.me
    assert group
    group.standing[bot.id] = "kicked"
    await machine.say("group", "roll call")
    await machine.settle()
    assert (await team(machine)).suspended and await states(machine, "group") == [Delivery.HELD]
    comings.member(machine.world, machine.world.people[machine.lin.id], group, bot, "administrator")
    await machine.settle()
    assert not (await team(machine)).suspended
    assert machine.group.inbox() == ["roll call"]


async def test_a_migration_that_the_sender_meets_first_loses_nothing() -> None:
    async with open_machine(group="group") as machine:
        old = machine.world.group()
        assert old
        await machine.say("group", "the board", card="board:1", pin=True)
        await machine.say("group", "an old card", card="old")
        await machine.settle()
        fresh = comings.migrate(machine.world, old)
        await machine.say("group", "on we go")
        await machine.app.outbox.drain()
        machine.group.id = fresh.id
        assert sorted(machine.group.inbox()) == ["on we go", "the board"] and machine.board() == "the board"
        await machine.settle()  # and now the news itself
        assert (await team(machine)).chat_id == fresh.id
        assert sorted(machine.group.inbox()) == ["on we go", "the board"]
        await show(machine, "old", "a changed card")
        await machine.settle()
        assert machine.group.reads() == "a changed card"


async def test_a_migration_heard_while_a_message_is_in_flight_leaves_the_new_ids_alone() -> None:
    async with open_machine(group="group") as machine:
        old = machine.world.group()
        assert old
        machine.wire.held.add(old.id)
        await machine.say("group", "in flight")
        await machine.app.outbox.step()
        fresh = comings.migrate(machine.world, old)
        await machine.app.inbox.take(list(machine.world.mailbox.waiting))
        await machine.app.inbox.work()
        machine.group.id = fresh.id
        await machine.say("group", "the board", card="board:1", pin=True)
        while len(machine.group.inbox()) < 2:
            await machine.app.outbox.step()
            await machine.wire.until(lambda: machine.wire.done != [])
            await asyncio.sleep(0)
        machine.wire.let_go(old.id)
        await machine.app.outbox.drain()
        assert machine.group.inbox() == ["in flight", "the board"]
        assert all(row.message_id for row in await machine.messages("group"))


async def test_a_question_asked_in_a_group_is_asked_again_in_the_supergroup() -> None:
    async with open_machine(group="group") as machine:
        old = machine.world.group()
        assert old
        await machine.mei.says("/vote")
        machine.group.id = comings.migrate(machine.world, old).id
        await machine.settle()
        assert machine.group.inbox() == ["How was it?"]
        await machine.mei.presses("Good")
        assert await machine.kept() == [{"walk": "echo.vote", "mood": "good"}]
        assert machine.group.reads() == "Thank you"


async def test_told_to_wait_only_that_chat_waits(machine: Machine) -> None:
    machine.refuse("mei", 429, "Too Many Requests: retry after 7", retry_after=7)
    for key in ("mei", "kai"):
        await machine.say(key, "hello")
    await machine.app.outbox.drain()
    await machine.say("mei", "urgent", priority=Priority.LIVE)
    await machine.app.outbox.drain()
    assert (machine.mei.inbox(), machine.kai.inbox()) == ([], ["hello"])
    machine.clock.forward(timedelta(seconds=6.9))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == []
    machine.clock.forward(timedelta(seconds=0.2))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["urgent", "hello"]


async def test_a_wait_that_telegram_asked_for_outlives_a_restart(machine: Machine) -> None:
    machine.refuse("mei", 429, "Too Many Requests: retry after 30", retry_after=30)
    await machine.say("mei", "hello")
    await machine.app.outbox.drain()
    await machine.say("kai", "hello")
    machine.restart()
    await machine.say("mei", "said after the restart", priority=Priority.LIVE)
    await machine.app.outbox.drain()
    assert (machine.mei.inbox(), machine.kai.inbox()) == ([], ["hello"])
    machine.clock.forward(timedelta(seconds=31))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["said after the restart", "hello"]


async def test_where_telegram_does_not_answer_it_is_tried_again_with_growing_waits(machine: Machine) -> None:
    machine.refuse("mei", 502, "Bad Gateway", times=7)
    await machine.say("mei", "hello")
    waits = []
    while not machine.mei.inbox():
        wait = await machine.app.outbox.step()
        await machine.app.outbox.drain()
        wait = await machine.app.outbox.step() or 0
        waits.append(wait)
        machine.clock.forward(timedelta(seconds=wait))
    assert waits[:7] == [2, 4, 8, 16, 32, 60, 60]
    assert (await machine.messages("mei"))[0].state is Delivery.SENT


async def test_a_token_that_was_withdrawn_loses_no_message(machine: Machine) -> None:
    machine.refuse("mei", 401, "Unauthorized")
    await machine.say("mei", "hello")
    await machine.app.outbox.drain()
    assert await states(machine, "mei") == [Delivery.PENDING]


async def test_an_answer_that_was_lost_may_repeat_the_message_but_never_lose_it(machine: Machine) -> None:
    machine.wire.losing = 1
    await machine.say("mei", "hello")
    await machine.app.outbox.drain()
    machine.clock.forward(timedelta(seconds=3))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["hello", "hello"]


async def test_an_edit_whose_answer_was_lost_is_settled_when_telegram_says_it_reads_so_already(
    machine: Machine,
) -> None:
    await machine.say("mei", "one", card="card")
    await machine.settle()
    machine.wire.losing = 1
    await show(machine, "card", "two")
    await machine.app.outbox.drain()
    machine.clock.forward(timedelta(seconds=3))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["two"] and await states(machine, "mei") == [Delivery.SENT]


async def test_a_board_that_somebody_deleted_is_sent_and_pinned_again(machine: Machine) -> None:
    await machine.say("group", "T-2h", card="board:1", pin=True)
    await machine.settle()
    group = machine.world.group()
    assert group
    group.posts[group.pinned.pop()].deleted = True
    await show(machine, "board:1", "T-1h")
    await machine.settle()
    assert machine.board() == "T-1h"


async def test_an_edit_of_a_message_that_is_gone_ends_there_and_the_rest_goes_on(machine: Machine) -> None:
    await machine.say("mei", "one", card="card")
    await machine.settle()
    machine.world.chats[machine.mei.id].posts[1].deleted = True
    await show(machine, "card", "two")
    await machine.say("mei", "three")
    await machine.settle()
    gone, after = await machine.messages("mei")
    assert (gone.state, after.state) == (Delivery.FAILED, Delivery.SENT)
    assert gone.error and machine.mei.inbox() == ["three"]


@pytest.mark.parametrize("state", ["closed", "deleted"])
async def test_a_topic_that_is_closed_or_gone_falls_back_to_general(state: str) -> None:
    async with open_machine(bot="member") as machine:
        group, lin = machine.world.group(), machine.world.people[machine.lin.id]
        assert group
        thread = comings.topic(machine.world, group, lin, "open", "Show")
        await machine.unit(lambda desk: setattr(desk.get(Team, 1), "thread_id", thread))
        await machine.say("group", "in the topic")
        await machine.settle()
        comings.topic(machine.world, group, lin, state, "Show", thread)
        for text in ("first", "second"):
            await machine.say("group", text)
        await machine.settle()
        assert machine.group.inbox() == ["in the topic", "first", "second"]


async def test_a_board_that_may_not_be_pinned_goes_on_unpinned() -> None:
    async with open_machine(bot="member") as machine:
        await machine.say("group", "the board", card="board:1", pin=True)
        await machine.settle()
        assert machine.group.inbox() == ["the board"] and machine.board() == ""
        assert await states(machine, "group") == [Delivery.SENT]


@pytest.mark.parametrize(
    ("code", "said", "wait"),
    [(429, "Too Many Requests: retry after 20", 20), (502, "Bad Gateway", 2), (500, "Internal Server Error", 2)],
)
async def test_a_board_whose_pinning_was_put_off_is_pinned_later_and_not_sent_twice(
    machine: Machine, code: int, said: str, wait: int
) -> None:
    machine.refuse_method("pinChatMessage", code, said, retry_after=wait if code == 429 else 0)
    await machine.say("group", "the board", card="board:1", pin=True)
    await machine.app.outbox.drain()
    assert machine.group.inbox() == ["the board"] and machine.board() == ""
    machine.restart()
    machine.clock.forward(timedelta(seconds=wait - 1))
    await machine.app.outbox.drain()
    assert machine.board() == ""
    machine.clock.forward(timedelta(minutes=1))
    await machine.app.outbox.drain()
    assert machine.board() == "the board" and machine.group.inbox() == ["the board"]
    assert await states(machine, "group") == [Delivery.SENT]


async def test_what_changes_on_a_board_that_is_not_pinned_yet_is_shown_all_the_same(machine: Machine) -> None:
    machine.refuse_method("pinChatMessage", 502, "Bad Gateway", times=2)
    await machine.say("group", "T-2h", card="board:1", pin=True)
    await machine.app.outbox.drain()
    await show(machine, "board:1", "T-1h")
    for _ in range(4):
        machine.clock.forward(timedelta(minutes=1))
        await machine.app.outbox.drain()
    assert machine.board() == "T-1h" and machine.group.inbox() == ["T-1h"]
    calls = [method for method, _ in machine.wire.begun]
    assert (calls.count("sendMessage"), calls.count("editMessageText"), calls.count("pinChatMessage")) == (1, 1, 3)


async def test_an_edit_in_a_topic_that_is_closed_ends_there_and_a_board_moves_out(machine: Machine) -> None:
    await machine.unit(lambda desk: setattr(desk.get(Team, 1), "thread_id", 7))
    for text, pin in (("card", False), ("board", True)):
        await machine.say("group", text, card=text, pin=pin)
    await machine.unit(lambda desk: [setattr(row, "thread_id", 7) for row in desk.session.exec(select(Message))])
    machine.refuse_method("sendMessage", 400, "Bad Request: message thread not found", times=1)
    await machine.settle()
    await machine.unit(lambda desk: [setattr(row, "thread_id", 7) for row in desk.session.exec(select(Message))])
    machine.refuse_method("editMessageText", 400, "Bad Request: TOPIC_CLOSED", times=2)
    machine.refuse_method("sendMessage", 400, "Bad Request: TOPIC_CLOSED", times=1)
    for card in ("card", "board"):
        await show(machine, card, f"{card} 2")
    await machine.settle()
    machine.clock.forward(timedelta(minutes=1))
    await machine.settle()
    assert not machine.world.refusals
    assert await states(machine, "group") == [Delivery.FAILED, Delivery.SENT] and machine.board() == "board 2"


async def test_a_file_that_is_too_big_is_given_up_and_what_comes_after_it_is_said(machine: Machine) -> None:
    machine.refuse("mei", 413, "Request Entity Too Large")
    await machine.say("mei", "the file")
    await machine.say("mei", "and a word")
    await machine.settle()
    assert await states(machine, "mei") == [Delivery.FAILED, Delivery.SENT] and machine.mei.inbox() == ["and a word"]


async def test_hours_without_network_lose_nothing_and_end_within_a_minute_of_its_return(machine: Machine) -> None:
    machine.refuse("mei", 502, "Bad Gateway", times=10_000)
    for number in range(3):
        await machine.say("mei", f"{number}")
    for _ in range(2 * 60):
        await machine.app.outbox.drain()
        machine.clock.forward(timedelta(minutes=1))
    assert machine.mei.inbox() == [] and len(machine.wire.begun) < 130
    machine.world.refusals.clear()
    machine.clock.forward(timedelta(minutes=1))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["0", "1", "2"]


@pytest.mark.parametrize("by", [-2, 2])
async def test_a_wait_holds_as_long_as_it_was_meant_to_whatever_the_wall_clock_does(machine: Machine, by: int) -> None:
    machine.refuse("mei", 429, "Too Many Requests: retry after 30", retry_after=30)
    machine.refuse("kai", 502, "Bad Gateway")
    for key in ("mei", "kai"):
        await machine.say(key, "hello")
    await machine.app.outbox.drain()
    machine.clock.jump(timedelta(hours=by))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == []
    assert (await machine.app.outbox.step() or 0) <= 60
    machine.clock.forward(timedelta(seconds=31))
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["hello"]


async def test_an_outcome_that_cannot_be_written_down_stops_neither_the_sender_nor_the_others(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours in what follows a refusal: that message ends with it, and is not sent for ever."""

    def fall(*_: object) -> None:
        raise RuntimeError("the floor gave way")

    monkeypatch.setattr(delivery, "_hold", fall)
    machine.refuse("mei", 403, "Forbidden: bot was blocked by the user", times=9)
    for key in ("mei", "kai"):
        await machine.say(key, "hello")
    await machine.app.outbox.drain()
    assert await states(machine, "mei") == [Delivery.FAILED] and await states(machine, "kai") == [Delivery.SENT]
    assert (await machine.messages("mei"))[0].error == "RuntimeError: the floor gave way"
    assert machine.wire.begun.count(("sendMessage", machine.mei.id)) == 1


async def test_what_telegram_will_never_take_is_kept_with_its_error_and_holds_up_nothing(machine: Machine) -> None:
    machine.refuse("mei", 400, "Bad Request: can't parse entities")
    await machine.say("mei", "odd")
    await machine.say("mei", "plain")
    await machine.settle()
    odd, plain = await machine.messages("mei")
    assert (odd.state, plain.state) == (Delivery.FAILED, Delivery.SENT)
    assert odd.error == "Can't parse entities"


async def test_a_group_where_the_bot_may_not_write_is_like_one_it_was_thrown_out_of(machine: Machine) -> None:
    machine.refuse("group", 400, "Bad Request: not enough rights to send text messages to the chat")
    await machine.say("group", "roll call")
    await machine.settle()
    assert (await team(machine)).suspended and await states(machine, "group") == [Delivery.HELD]


# Order


async def test_order_holds_per_chat_and_priority_and_a_live_message_overtakes(machine: Machine) -> None:
    for text, priority in [
        ("board", Priority.BOARD),
        ("ping 1", Priority.PING),
        ("reply 1", Priority.REPLY),
        ("ping 2", Priority.PING),
        ("live", Priority.LIVE),
        ("reply 2", Priority.REPLY),
    ]:
        await machine.say("mei", text, priority=priority)
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["live", "reply 1", "reply 2", "ping 1", "ping 2", "board"]


async def test_changes_of_a_message_not_yet_sent_fold_into_it(machine: Machine) -> None:
    await machine.say("mei", "one", card="card")
    await show(machine, "card", "two")
    await show(machine, "card", "three")
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["three"]
    assert [method for method, _ in machine.wire.begun] == ["sendMessage"]


async def test_changes_while_a_message_is_in_flight_become_one_edit(machine: Machine) -> None:
    machine.wire.held.add(machine.mei.id)
    await machine.say("mei", "one", card="card")
    await machine.app.outbox.step()
    await show(machine, "card", "two")
    await show(machine, "card", "three")
    machine.wire.let_go(machine.mei.id)
    await machine.app.outbox.drain()
    assert machine.mei.inbox() == ["three"]
    assert [method for method, _ in machine.wire.begun] == ["sendMessage", "editMessageText"]


async def test_a_change_back_to_what_it_says_already_costs_no_call(machine: Machine) -> None:
    await machine.say("mei", "one", card="card")
    await machine.settle()
    await show(machine, "card", "one")
    await machine.settle()
    assert [method for method, _ in machine.wire.begun if method != "getUpdates"] == ["sendMessage"]


async def test_a_slow_chat_never_holds_up_another(machine: Machine) -> None:
    machine.wire.held.add(machine.mei.id)
    for key in ("mei", "kai", "bo"):
        for text in ("first", "second"):
            await machine.say(key, text)
    outbox = machine.app.outbox
    for calls in (2, 4):
        await outbox.step()
        await machine.wire.until(lambda calls=calls: len(machine.wire.done) == calls)  # type: ignore[misc]
        await asyncio.sleep(0)
    await outbox.step()
    assert machine.kai.inbox() == machine.bo.inbox() == ["first", "second"] and machine.mei.inbox() == []
    machine.wire.let_go(machine.mei.id)
    await outbox.drain()
    assert machine.mei.inbox() == ["first", "second"]


async def test_a_live_call_goes_out_though_chats_that_hang_have_taken_every_other_place(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outbox.AT_ONCE", 2)
    for key in ("kai", "bo"):
        machine.wire.held.add(machine.actors[key].id)
        await machine.say(key, "hangs")
    await machine.say("yan", "can wait")
    await machine.app.outbox.step()
    await machine.say("mei", "you are live", priority=Priority.LIVE)
    await machine.app.outbox.step()
    await machine.wire.until(lambda: ("sendMessage", machine.mei.id) in machine.wire.done)
    assert machine.yan.inbox() == []
    for key in ("kai", "bo"):
        machine.wire.let_go(machine.actors[key].id)
    await machine.app.outbox.drain()
    assert machine.yan.inbox() == ["can wait"] and machine.kai.inbox() == ["hangs"]


# Who is on air


async def test_who_is_on_air_is_not_disturbed_and_reads_it_afterwards(machine: Machine) -> None:
    machine.on_air.add(machine.mei.id)
    await machine.say("mei", "the report is due")
    await machine.say("mei", "the sound is gone", on_air=True, priority=Priority.LIVE)
    await machine.settle()
    assert machine.mei.inbox() == ["the sound is gone"]
    machine.on_air.clear()
    await machine.unit(lambda desk: desk.off_air(desk.get(Person, machine.mei.id)))
    await machine.settle()
    assert machine.mei.inbox() == ["the sound is gone", "the report is due"]


# Beside each other, and at the end


async def run_beside(machine: Machine, rounds: int) -> None:
    """The workers run while others settle, as the page of a rehearsal does."""
    stop = asyncio.Event()
    running = asyncio.create_task(machine.app.run(stop))
    for number in range(rounds):
        acts.say(
            machine.world,
            machine.world.people[machine.mei.id],
            machine.world.private(machine.world.people[machine.mei.id]),
            f"/echo {number}",
        )
        await asyncio.gather(machine.app.settle(), machine.app.settle())
    await machine.world.mailbox.taken(5)
    await machine.app.settle()
    stop.set()
    await running


async def test_settling_beside_the_workers_sends_nothing_twice_and_raises_nothing(machine: Machine) -> None:
    await run_beside(machine, 40)
    assert machine.mei.inbox() == [f"You said: {number}" for number in range(40)]


async def test_at_the_end_what_is_in_flight_is_finished_and_written_down(machine: Machine) -> None:
    machine.wire.held.add(machine.mei.id)
    await machine.say("mei", "in flight")
    running = asyncio.create_task(machine.app.outbox.run())
    await machine.wire.until(lambda: bool(machine.wire.begun))
    running.cancel()
    await asyncio.sleep(0)
    machine.wire.let_go(machine.mei.id)
    await asyncio.wait({running})
    assert await states(machine, "mei") == [Delivery.SENT]
    machine.restart()
    await machine.app.settle()
    assert machine.mei.inbox() == ["in flight"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Forbidden: bot was blocked by the user", telegram.Blocked),
        ("Forbidden: bot can't initiate conversation with a user", telegram.Blocked),
        ("Forbidden: user is deactivated", telegram.Blocked),
        ("Forbidden: bot was kicked from the supergroup chat", telegram.Removed),
        ("Bad Request: chat not found", telegram.Removed),
        ("Bad Request: not enough rights to send text messages to the chat", telegram.Removed),
        ("Bad Request: not enough rights to manage pinned messages in the chat", telegram.NoRight),
        ("Bad Request: message thread not found", telegram.TopicGone),
        ("Bad Request: TOPIC_CLOSED", telegram.TopicGone),
        ("Bad Request: message to edit not found", telegram.Gone),
        ("Bad Request: message is not modified: specified new message content", telegram.NotModified),
        ("Bad Request: message is too long", telegram.Rejected),
        ("Bad Request: file is too big", telegram.Rejected),
        ("Request Entity Too Large", telegram.Rejected),
        ("Internal Server Error", telegram.Unreachable),
        ("Unauthorized", telegram.WrongToken),
        ("Conflict: terminated by other getUpdates request", telegram.Conflict),
    ],
)
async def test_every_refusal_has_a_name(machine: Machine, said: str, name: type[telegram.Refusal]) -> None:
    codes = {"Requ": 413, "Forb": 403, "Inte": 500, "Unau": 401, "Conf": 409}
    machine.refuse("mei", codes.get(said[:4], 400), said)
    with pytest.raises(name):
        await machine.wire.call("sendMessage", chat_id=machine.mei.id, text="hello")
