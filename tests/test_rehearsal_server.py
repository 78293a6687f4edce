"""The loopback Telegram behaves as Telegram does: who hears what, who may be written to, and how fast."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.rehearsal.methods import call
from bot.rehearsal.params import Params
from tests.loopback import Loopback, loopback

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.fixture
async def there() -> AsyncIterator[Loopback]:
    async with loopback() as one:
        yield one


@pytest.fixture
async def plain() -> AsyncIterator[Loopback]:
    """A rehearsal where the bot is a plain member of the group."""
    async with loopback(bot="member") as one:
        yield one


async def test_updates_come_again_until_an_offset_confirms_them(there: Loopback) -> None:
    await there.says("mei", "one")
    await there.says("mei", "two")
    first = await there.ask("getUpdates")
    assert await there.ask("getUpdates") == first
    assert [one["message"]["text"] for one in first] == ["one", "two"]
    assert await there.ask("getUpdates", offset=first[0]["update_id"] + 1) == first[1:]
    assert await there.ask("getUpdates", offset=first[1]["update_id"] + 1) == []


async def test_a_negative_offset_forgets_all_but_the_last(there: Loopback) -> None:
    for text in ("one", "two", "three"):
        await there.says("mei", text)
    assert [one["message"]["text"] for one in await there.ask("getUpdates", offset=-1)] == ["three"]
    assert len(await there.ask("getUpdates")) == 1


async def test_a_poll_waits_for_the_next_update(there: Loopback) -> None:
    poll = asyncio.create_task(there.ask("getUpdates", timeout=30))
    await asyncio.sleep(0)
    await there.says("kai", "here")
    assert (await poll)[0]["message"]["text"] == "here"


async def test_a_second_poller_ends_the_first_with_a_conflict(there: Loopback) -> None:
    def poll() -> asyncio.Task[tuple[int, dict[str, Any]]]:
        return asyncio.create_task(call(there.world, there.world.token, "getUpdates", Params({"timeout": "30"})))

    first = poll()
    await asyncio.sleep(0)
    second = poll()
    status, body = await first
    assert (status, body["description"]) == (409, f"Conflict: {OTHER_POLLER}")
    await there.says("kai", "for the second")
    assert len((await second)[1]["result"]) == 1


async def test_no_polling_while_a_webhook_is_set(there: Loopback) -> None:
    await there.ask("setWebhook", url="https://example.org/hook")
    assert (await there.refused("getUpdates"))[0] == 409
    await there.ask("deleteWebhook")
    assert await there.ask("getUpdates") == []


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(there: Loopback) -> None:
    wrong = (await there.client.get("/bot1:nonsense/getMe")).json()
    assert wrong == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert await there.refused("sendTelegram") == (404, "Not Found")


async def test_privacy_mode_shows_a_plain_member_only_what_is_meant_for_it(plain: Loopback) -> None:
    mine = await plain.ask("sendMessage", chat_id=plain.group, text="I am the bot")
    for text in (
        "chatter",
        "/plan@another_bot",
        "hello @callboard_rehearsal_bot",
        "/help",
        "/ready@callboard_rehearsal_bot",
    ):
        await plain.says("mei", text)
    await plain.says("kai", "an answer", reply_to=mine["message_id"])
    heard = [one["message"]["text"] for one in await plain.updates()]
    assert heard == ["hello @callboard_rehearsal_bot", "/help", "/ready@callboard_rehearsal_bot", "an answer"]


async def test_an_administrator_hears_everything(there: Loopback) -> None:
    await there.says("mei", "chatter")
    assert len(await there.updates()) == 1


async def test_changes_of_members_are_told_to_an_administrator_that_asks_for_them(there: Loopback) -> None:
    await there.play("member", "lin", chat="group", person="oz", status="member")
    assert "chat_member" not in {kind for one in await there.updates() for kind in one}
    await there.updates(allowed_updates=["message", "chat_member"])
    await there.play("member", "lin", chat="group", person="oz", status="kicked")
    [change, leaving] = await there.updates()
    assert change["chat_member"]["new_chat_member"]["status"] == "kicked"
    assert leaving["message"]["left_chat_member"]["first_name"] == "Oz"


async def test_a_plain_member_never_hears_of_changes_of_members(plain: Loopback) -> None:
    await plain.updates(allowed_updates=["message", "chat_member"])
    await plain.play("member", "lin", chat="group", person="oz", status="member")
    [joining] = await plain.updates()
    assert joining["message"]["new_chat_members"][0]["first_name"] == "Oz"


async def test_nobody_is_written_to_before_they_press_start(there: Loopback) -> None:
    refusal = (403, "Forbidden: bot can't initiate conversation with a user")
    assert await there.refused("sendMessage", chat_id=1003, text="Hello") == refusal
    await there.play("start", "kai", payload="abc-1")
    assert (await there.ask("sendMessage", chat_id=1003, text="Hello"))["chat"]["type"] == "private"
    assert (await there.updates())[-1]["message"]["text"] == "/start abc-1"


async def test_an_outsider_the_bot_never_met_has_no_chat_at_all(there: Loopback) -> None:
    assert await there.refused("sendMessage", chat_id=1999, text="Hello") == (400, "Bad Request: chat not found")
    response = await there.post("say", **{"as": "oz", "chat": "group", "text": "let me in"})
    assert (response.status_code, response.json()) == (403, {"error": "not_a_member"})


async def test_whoever_blocks_the_bot_is_out_of_reach_until_they_start_again(there: Loopback) -> None:
    await there.play("start", "kai")
    await there.play("block", "kai", blocked=True)
    assert await there.refused("sendMessage", chat_id=1003, text="x") == (403, "Forbidden: bot was blocked by the user")
    await there.play("start", "kai")
    await there.ask("sendMessage", chat_id=1003, text="x")
    standing = [
        one["my_chat_member"]["new_chat_member"]["status"] for one in await there.updates() if "my_chat_member" in one
    ]
    assert standing == ["kicked", "member"]


@pytest.mark.parametrize(
    ("status", "words"),
    [("kicked", "bot was kicked from the supergroup chat"), ("left", "bot is not a member of the supergroup chat")],
)
async def test_a_bot_that_is_out_of_the_group_may_not_write_there(there: Loopback, status: str, words: str) -> None:
    await there.play("member", "lin", chat="group", person=there.world.me.id, status=status)
    assert await there.refused("sendMessage", chat_id=there.group, text="x") == (403, f"Forbidden: {words}")
    kinds = [set(one) - {"update_id"} for one in await there.updates()]
    assert kinds == [{"my_chat_member"}, {"message"}]


async def test_a_group_that_became_a_supergroup_says_where_it_went() -> None:
    async with loopback(kind="group") as there:
        old = there.group
        new = (await there.play("migrate", chat=old))["id"]
        body = (await there.call("sendMessage", chat_id=old, text="x")).json()
        assert body["parameters"] == {"migrate_to_chat_id": new} and body["error_code"] == 400
        moves = [one["message"] for one in await there.updates()]
        assert (moves[0]["migrate_to_chat_id"], moves[1]["migrate_from_chat_id"]) == (new, old)
        assert (await there.ask("sendMessage", chat_id=new, text="x"))["message_id"] == 3


async def test_ordered_refusals_fail_the_next_calls_and_no_more(there: Loopback) -> None:
    words = "Too Many Requests: retry after 7"
    await there.play("refuse", chat="group", error_code=429, description=words, retry_after=7, times=2)
    for _ in range(2):
        body = (await there.call("sendMessage", chat_id=there.group, text="x")).json()
        assert body["parameters"] == {"retry_after": 7}
    await there.ask("sendMessage", chat_id=there.group, text="x")


async def test_a_paced_world_lets_one_message_a_second_into_a_chat_and_twenty_a_minute_into_a_group() -> None:
    async with loopback(paced=True) as there:
        call = {"chat_id": there.group, "text": "x"}
        await there.ask("sendMessage", **call)
        assert await there.refused("sendMessage", **call) == (429, "Too Many Requests: retry after 1")
        for _ in range(19):
            there.clock.forward(timedelta(seconds=1))
            await there.ask("sendMessage", **call)
        there.clock.forward(timedelta(seconds=1))
        assert await there.refused("sendMessage", **call) == (429, "Too Many Requests: retry after 40")


async def test_an_anonymous_admin_speaks_as_the_group(there: Loopback) -> None:
    await there.says(1087968824, "/plan")
    [update] = await there.updates()
    assert update["message"]["from"]["id"] == 1087968824
    assert update["message"]["sender_chat"]["id"] == there.group


async def test_commands_are_kept_per_scope_and_language(there: Loopback) -> None:
    scope, commands = {"type": "all_group_chats"}, [{"command": "plan", "description": "开播计划"}]
    await there.ask("setMyCommands", commands=commands, scope=scope, language_code="zh")
    assert await there.ask("getMyCommands", scope=scope, language_code="zh") == commands
    assert await there.ask("getMyCommands", scope=scope) == []
    await there.ask("deleteMyCommands", scope=scope, language_code="zh")
    assert await there.ask("getMyCommands", scope=scope, language_code="zh") == []


async def test_a_strict_world_writes_down_what_telegram_would_ignore() -> None:
    async with loopback(strict=True) as there:
        await there.ask("sendMessage", chat_id=there.group, text="x", colour="red")
        assert there.world.complaints == ["sendMessage: unknown parameter colour"]
