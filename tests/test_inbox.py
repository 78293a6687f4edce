"""The inbox: what Telegram sends is kept, done once, in order, and never stops what comes after."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot import app
from bot.crew import Person
from bot.desk import Desk
from bot.flow import Command
from bot.received import InboxState, Received
from bot.rehearsal import acts
from bot.rehearsal.people import ANONYMOUS_ADMIN
from bot.words import w
from tests.machine import Machine, open_machine

LONG_NAME = "深夜直播间" * 200


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


async def fetched(machine: Machine) -> list[dict[str, Any]]:
    """What waits for the bot, as it would fetch it."""
    return list(machine.world.mailbox.waiting)


def message(machine: Machine, update_id: int, text: str = "/echo x", **more: Any) -> dict[str, Any]:
    """An update by hand: Mei writes in private."""
    person = machine.world.people[machine.mei.id].card(speaking=True) | more.pop("who", {})
    chat = {"id": machine.mei.id, "type": "private", "first_name": "Mei"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text.startswith("/") else []
    body = {"message_id": update_id % 1000, "date": machine.world.now(), "chat": chat, "from": person}
    body |= {"text": text, "entities": entities} if text else {}
    return {"update_id": update_id, "message": body | more}


async def takes(machine: Machine, *updates: dict[str, Any]) -> None:
    await machine.app.inbox.take(updates)
    await machine.app.settle()


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    running = asyncio.create_task(work)
    try:
        yield
    finally:
        running.cancel()
        await asyncio.wait({running})


async def kept(machine: Machine, count: int) -> None:
    """Until so many updates have been taken in."""
    async with asyncio.timeout(10):
        while len(await machine.rows(Received)) < count:
            pass


async def newest(machine: Machine) -> Received:
    return (await machine.rows(Received))[-1]


async def test_an_update_seen_twice_acts_once(machine: Machine) -> None:
    once = message(machine, 10)
    await takes(machine, once, once)
    await takes(machine, once, message(machine, 11, "/echo y"))
    assert machine.mei.inbox() == ["You said: x", "You said: y"]


async def test_updates_are_done_in_the_order_they_came_even_where_their_numbers_fall(machine: Machine) -> None:
    await takes(
        machine, message(machine, 12, "/echo a"), message(machine, 11, "/echo b"), message(machine, 5, "/echo c")
    )
    assert machine.mei.inbox() == [f"You said: {letter}" for letter in "abc"]
    assert await machine.app.inbox.last_id() == 12


async def test_an_update_that_cannot_be_read_is_kept_with_its_error_and_the_next_goes_on(machine: Machine) -> None:
    poison = message(machine, 10)
    poison["message"]["chat"] = "not a chat"
    await takes(machine, poison, message(machine, 11, "/echo after"))
    bad, good = await machine.rows(Received)
    assert (bad.state, good.state) == (InboxState.FAILED, InboxState.DONE)
    assert bad.error and bad.body == poison
    assert machine.mei.reads() == "You said: after"


async def test_a_handler_that_fails_leaves_nothing_behind_and_owns_up(machine: Machine) -> None:
    await machine.mei.says("/fall")
    assert machine.group.inbox() == [
        "Something went wrong on my side. Nothing was changed, and it is noted. Please try once more."
    ]
    assert await machine.kept("echo-log-counted") == []
    assert "the floor gave way" in ((await newest(machine)).error or "")


async def test_a_press_whose_handler_fails_is_answered_with_a_small_apology(machine: Machine) -> None:
    await machine.mei.says("/counter")
    await machine.kai.presses("Fall")
    assert machine.kai.toast.startswith("Something went wrong on my side") and machine.kai.alert
    await machine.kai.presses("Count")
    assert machine.kai.toast == "Counted" and len(await machine.kept("echo-log-counted")) == 1


async def test_what_cannot_be_written_down_does_not_stop_the_inbox(machine: Machine) -> None:
    """Half a character, a number beyond 64 bits: the apology itself must fail, and still the next one goes on."""
    await takes(
        machine,
        message(machine, 10, who={"first_name": "\ud800"}),
        message(machine, 11, who={"id": 2**70}),
        message(machine, 12, "/echo after"),
    )
    assert [row.state for row in await machine.rows(Received)] == [
        InboxState.FAILED,
        InboxState.FAILED,
        InboxState.DONE,
    ]
    assert machine.mei.reads() == "You said: after"


async def test_after_a_week_of_silence_numbers_may_start_anywhere(machine: Machine) -> None:
    await takes(machine, message(machine, 900, "/echo before"))
    assert await machine.app.inbox.last_id() == 900
    machine.clock.forward(timedelta(days=7))
    assert await machine.app.inbox.last_id() is None
    await machine.app.inbox.purge()
    await takes(machine, message(machine, 40, "/echo lower"), message(machine, 900, "/echo same"))
    assert machine.mei.inbox() == ["You said: before", "You said: lower", "You said: same"]
    assert await machine.app.inbox.last_id() == 900


async def test_bodies_go_after_two_days_but_not_of_what_was_never_done(machine: Machine) -> None:
    await takes(machine, message(machine, 10))
    await machine.app.inbox.take([message(machine, 11, "/echo waits")])
    machine.clock.forward(timedelta(hours=47))
    await machine.app.inbox.purge()
    assert all(row.body for row in await machine.rows(Received))
    machine.clock.forward(timedelta(hours=2))
    await machine.app.inbox.purge()
    done, new = await machine.rows(Received)
    assert (done.body, done.update_id) == (None, None)
    assert new.state is InboxState.NEW and new.body


async def test_what_the_crew_says_among_itself_is_not_kept(machine: Machine) -> None:
    await machine.mei.says("my rent is due")
    row = await newest(machine)
    assert row.body is None and row.update_id and row.state is InboxState.DONE
    assert machine.group.inbox() == []


@pytest.mark.parametrize(
    "update",
    [
        {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"]}},
        {"edited_message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "/echo no"}},
        {"something_new": {"of": "a later Bot API"}},
        {},
    ],
)
async def test_an_update_of_an_unknown_kind_is_passed_over(machine: Machine, update: dict[str, Any]) -> None:
    await takes(machine, {"update_id": 10} | update)
    row = await newest(machine)
    assert (row.state, row.body, row.error) == (InboxState.DONE, None, None)
    assert machine.mei.inbox() == [] and machine.group.inbox() == []


async def test_a_message_without_text_gets_no_answer_and_no_error(machine: Machine) -> None:
    await machine.mei.sends_photo()
    await takes(
        machine,
        message(
            machine,
            10**6,
            "",
            sticker={
                "file_id": "x",
                "file_unique_id": "y",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            },
        ),
    )
    assert machine.mei.inbox() == []
    assert {row.state for row in await machine.rows(Received)} == {InboxState.DONE}


MARKUP, SQL, PLACES = '<b>&amp;</b> & "q" <script>', "'; DROP TABLE inbox; --", "{ $who } {0} %s %(who)s :who"


@pytest.mark.parametrize("typed", [MARKUP, SQL, PLACES, "`_*[x](y)", "😀" * 1500, "a" * 2900])
async def test_what_was_typed_is_shown_as_typed(machine: Machine, typed: str) -> None:
    await machine.mei.tells_bot(f"/echo {typed}")
    assert machine.mei.reads() == f"You said: {typed}"


@pytest.mark.parametrize("typed", ["<b>&" * 1250, "&" * 5000, "好" * 5000])
async def test_five_thousand_characters_are_answered_within_what_fits(machine: Machine, typed: str) -> None:
    await takes(machine, message(machine, 10, f"/echo {typed}"))
    assert (await newest(machine)).error is None
    assert len(machine.mei.inbox()) == 1


@pytest.mark.parametrize("name", ["😀", "\u200f\u200f", "<b>&", LONG_NAME, "a\nb", " "])
async def test_people_may_call_themselves_anything(machine: Machine, name: str) -> None:
    machine.world.people[machine.mei.id].name = name
    await machine.mei.tells_bot("/named")
    said = machine.mei.reads().removeprefix("You are ")
    assert said and len(said) <= 32 and "\n" not in said
    assert name in ("\u200f\u200f", " ") or said[:1] == name[:1]
    assert next(person for person in await machine.rows(Person) if person.id == machine.mei.id).name


async def test_an_unknown_command_is_answered_shortly_in_private(machine: Machine) -> None:
    await machine.mei.tells_bot("/dance now")
    assert machine.mei.reads() == "I don't know /dance. /help shows what you can do now."


async def test_cancel_where_nothing_is_asked_says_so(machine: Machine) -> None:
    await machine.mei.tells_bot("/cancel")
    assert machine.mei.reads() == "I am asking you nothing here. /help shows what you can do now."


async def test_an_unknown_command_in_the_group_may_be_meant_for_another_bot(machine: Machine) -> None:
    await machine.mei.says("/dance")
    await machine.mei.says("/dance@another_bot")
    assert machine.group.inbox() == []
    await machine.mei.says(f"/dance@{machine.world.me.username}")
    assert machine.group.reads() == "I don't know /dance. /help shows what you can do now."


async def test_a_press_on_what_is_gone_or_forged_is_answered_not_raised(machine: Machine) -> None:
    forged = (
        "echo.count:99",
        "echo.count",
        "nobody.knows:1",
        "",
        ":",
        "echo.count:²",
        f"echo.count:{2**70}",
        "echo.count:1:2:3",
        "talk.pick:1:x:y",
        "again.for:99:1",
        "again.for",
        "x" * 64,
    )
    await machine.mei.tells_bot("/named")
    for data in forged:
        await machine.mei.sends_data(data)
        assert machine.mei.toast == "This is no longer there.", data
    assert {row.error for row in await machine.rows(Received)} == {None}


async def test_a_press_is_answered_even_where_nothing_is_to_be_said(machine: Machine) -> None:
    await machine.lin.says("/counter")
    await machine.lin.presses("Chief")
    assert ("answerCallbackQuery", 0) in machine.wire.done and machine.lin.toast == ""


async def test_a_press_that_is_too_old_to_be_answered_still_counts(machine: Machine) -> None:
    await machine.mei.says("/counter")
    machine.world.refusals.clear()
    machine.refuse_method("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    await machine.mei.presses("Count")
    assert len(await machine.kept("echo-log-counted")) == 1


async def test_an_outsider_never_gets_in(machine: Machine) -> None:
    oz, world = machine.oz, machine.world
    await oz.starts()
    await oz.tells_bot("/diary")
    assert "not in a team yet" in oz.reads()
    await machine.mei.says("/counter")
    world.group().standing[oz.id] = "member"  # type: ignore[union-attr]
    await oz.presses("Count")
    assert oz.toast == "You are not in this team yet. Send /join in the group."
    assert await machine.kept("echo-log-counted") == []


async def test_only_leads_press_what_is_for_leads(machine: Machine) -> None:
    await machine.mei.says("/counter")
    await machine.mei.presses("Chief")
    assert machine.mei.toast == "Only leads can do that: Lin, Wei."
    await machine.mei.says("/chief")
    assert machine.group.reads() == "Only leads can do that: Lin, Wei."
    await machine.lin.presses("Chief")
    assert len(await machine.kept("echo-log-counted")) == 1


async def as_the_group(machine: Machine, text: str) -> None:
    group = machine.world.group()
    assert group
    acts.say(machine.world, machine.world.people[ANONYMOUS_ADMIN], group, text)
    await machine.settle()


async def test_who_writes_as_the_group_is_known_by_a_press(machine: Machine) -> None:
    await as_the_group(machine, "/named")
    assert machine.group.reads().startswith("You write as the group")
    await machine.lin.presses("It was me")
    assert machine.group.reads() == "You are Lin"
    assert machine.group.buttons(0) == []
    assert ANONYMOUS_ADMIN not in {person.id for person in await machine.rows(Person)}


async def test_an_anonymous_command_is_given_once_and_only_by_who_may(machine: Machine) -> None:
    await as_the_group(machine, "/chief of all")
    await machine.mei.presses("It was me")
    assert machine.mei.toast == "Only leads can do that: Lin, Wei." and machine.mei.alert
    assert machine.group.inbox()[1:] == []
    post = machine.group.posts()[-1]
    data = post.buttons()[0]["callback_data"]
    await machine.wei.presses("It was me")
    group = machine.world.group()
    assert group
    _, query = acts.press(machine.world, machine.world.people[machine.lin.id], group, post.id, data)
    await machine.settle()
    assert query.answer.result()["text"] == "This is no longer there."
    assert machine.group.inbox()[1:] == ["You said: of all"]


async def test_what_the_command_needs_to_know_beforehand_is_fetched_for_the_presser(machine: Machine) -> None:
    await as_the_group(machine, "/admins")
    await machine.lin.presses("It was me")
    assert machine.group.reads() == "You said: 2"


async def test_nobody_repeats_the_words_of_another_by_such_a_press(machine: Machine) -> None:
    """The row that a forged press names was said by Kai, in private."""
    await machine.kai.tells_bot("/echo my secret")
    row = await newest(machine)
    await machine.mei.tells_bot("/named")
    await machine.mei.sends_data(f"again.as:{row.id}")
    assert machine.mei.toast == "This is no longer there." and "secret" not in " ".join(machine.mei.inbox())


async def test_an_anonymous_unknown_command_and_small_talk_get_nothing(machine: Machine) -> None:
    await as_the_group(machine, "/dance")
    await as_the_group(machine, "good evening")
    assert machine.group.inbox() == []


async def test_a_poller_of_long_standing_hears_numbers_that_start_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a week of silence the next number may be lower; asking from the old one on would throw the update away."""
    monkeypatch.setattr(app, "PATIENCE", 0)
    mailbox, mei = machine.world.mailbox, machine.world.people[machine.mei.id]
    async with beside(machine.app._poll()):
        mailbox._next_id = 900
        acts.say(machine.world, mei, machine.world.private(mei), "/echo before")
        await kept(machine, 1)
        await machine.wire.until(lambda: len(machine.wire.begun) == 2)
        machine.clock.forward(timedelta(days=8))
        machine.wire.held.add(0)  # the poll that is under way ends; the next one is held before it gets there
        await machine.wire._edge.call("getUpdates", offset=901, timeout=0)
        await machine.wire.until(lambda: len(machine.wire.begun) == 3)
        mailbox._next_id = 40
        acts.say(machine.world, mei, machine.world.private(mei), "/echo after")
        machine.wire.let_go(0)
        await kept(machine, 2)
    assert [row.update_id for row in await machine.rows(Received)] == [900, 40]


async def test_what_was_said_anonymously_is_not_kept_even_where_handling_it_fails(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its body nor the words of the error, which may repeat them; and neither where it is turned down."""

    def fall(desk: Desk, text: str) -> None:
        desk.forget()
        raise RuntimeError(f"the floor gave way under {text}")

    def refuse(desk: Desk, _text: str) -> None:
        desk.forget()
        desk.refuse(w("inbox-not-a-member"))

    commands = machine.app.house.commands
    flow, _ = commands["echo"]
    monkeypatch.setitem(commands, "fall", (flow, Command(fall)))
    monkeypatch.setitem(commands, "chief", (flow, Command(refuse)))
    with capture_logs() as said:
        await takes(machine, message(machine, 10, "/fall my secret"), message(machine, 11, "/chief my secret"))
    failed, turned_down = await machine.rows(Received)
    assert (failed.state, failed.body, failed.error) == (InboxState.FAILED, None, "RuntimeError")
    assert (turned_down.state, turned_down.body) == (InboxState.DONE, None)
    assert "secret" not in str(said) and len(machine.mei.inbox()) == 2


async def test_a_number_of_days_ago_that_comes_again_before_anybody_tidied_up_is_another_update(
    machine: Machine,
) -> None:
    """After a week of silence numbers start at random, and may meet one that is still on record."""
    await takes(machine, message(machine, 900, "/echo before"))
    machine.clock.forward(timedelta(days=8))
    await takes(machine, message(machine, 900, "/echo after"), message(machine, 7, "/echo lower"))
    await takes(machine, message(machine, 900, "/echo after"))
    assert machine.mei.inbox() == ["You said: before", "You said: after", "You said: lower"]
    assert [row.body is None for row in await machine.rows(Received)] == [True, False, False], "the purge passes it by"
