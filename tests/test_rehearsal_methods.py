"""The loopback Telegram refuses what Telegram refuses, and edits, pins and answers as it does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from tests.loopback import Loopback, loopback

OK_BUTTON = {"inline_keyboard": [[{"text": "OK", "callback_data": "ok:1"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def there() -> AsyncIterator[Loopback]:
    async with loopback() as one:
        yield one


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"text": "  \n"}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "😀" * 2049}, "message is too long"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "主" * 22}]]}},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
    ],
)
async def test_what_telegram_would_not_send_is_refused(there: Loopback, params: dict[str, Any], why: str) -> None:
    assert await there.refused("sendMessage", chat_id=there.group, **params) == (400, f"Bad Request: {why}")


async def test_the_longest_text_is_measured_after_its_marks_are_taken_out(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text=f"<b>{'😀' * 2048}</b>", parse_mode="HTML")
    assert sent["entities"] == [{"offset": 0, "length": 4096, "type": "bold"}]


async def test_an_edit_that_changes_nothing_is_refused(there: Loopback) -> None:
    where = {"chat_id": there.group, "text": "card", "reply_markup": OK_BUTTON}
    sent = await there.ask("sendMessage", **where)
    assert await there.refused("editMessageText", message_id=sent["message_id"], **where) == (400, NOT_MODIFIED)


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text="card", reply_markup=OK_BUTTON)
    edited = await there.ask("editMessageText", chat_id=there.group, message_id=sent["message_id"], text="card")
    assert "reply_markup" not in edited and edited["edit_date"] == edited["date"]


async def test_only_living_messages_of_its_own_can_be_edited(there: Loopback) -> None:
    said = await there.says("mei", "mine")
    edit = {"chat_id": there.group, "text": "yours"}
    assert (await there.refused("editMessageText", message_id=said["message_id"], **edit))[1].endswith(
        "can't be edited"
    )
    sent = await there.ask("sendMessage", chat_id=there.group, text="gone soon")
    await there.ask("deleteMessage", chat_id=there.group, message_id=sent["message_id"])
    refusal = (400, "Bad Request: message to edit not found")
    assert await there.refused("editMessageText", message_id=sent["message_id"], **edit) == refusal


async def test_a_press_is_answered_once(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text="card", reply_markup=OK_BUTTON)
    press = {"chat": "group", "message": sent["message_id"], "data": "ok:1"}
    pressing = asyncio.create_task(there.play("press", "kai", **press))
    [update] = await there.updates(timeout=5)
    query = update["callback_query"]
    assert (query["from"]["id"], query["data"], query["message"]) == (1003, "ok:1", sent)
    await there.ask("answerCallbackQuery", callback_query_id=query["id"], text="Noted", show_alert=True)
    assert await pressing == {"answered": True, "text": "Noted", "alert": True, "url": None}
    assert await there.refused("answerCallbackQuery", callback_query_id=query["id"]) == (400, TOO_OLD)


async def test_an_answer_that_comes_too_late_is_refused(there: Loopback) -> None:
    there.world.new_query(1003)
    there.clock.forward(timedelta(seconds=151))
    [query_id] = there.world.queries
    assert await there.refused("answerCallbackQuery", callback_query_id=query_id) == (400, TOO_OLD)


async def test_a_button_outlives_its_keyboard_but_one_that_never_was_cannot_be_pressed(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text="card", reply_markup=OK_BUTTON)
    await there.ask("deleteMessage", chat_id=there.group, message_id=sent["message_id"])
    pressing = asyncio.create_task(
        there.post("press", **{"as": "kai", "chat": "group", "message": sent["message_id"], "data": "ok:1"})
    )
    [update] = await there.updates(timeout=5)
    assert update["callback_query"]["message"]["date"] == 0
    pressing.cancel()
    never = await there.post("press", **{"as": "kai", "chat": "group", "message": sent["message_id"], "data": "ok:2"})
    assert (never.status_code, never.json()["error"]) == (404, "no_such_button")


async def test_pinning_needs_the_right_and_says_so_in_the_chat(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text="board")
    where = {"chat_id": there.group, "message_id": sent["message_id"]}
    await there.ask("pinChatMessage", **where)
    assert (await there.updates())[-1]["message"]["pinned_message"]["text"] == "board"
    assert (await there.ask("getChat", chat_id=there.group))["pinned_message"]["text"] == "board"
    demoted = {"chat": "group", "person": "bot", "status": "administrator", "withheld": ["can_pin_messages"]}
    await there.play("member", "lin", **demoted)
    refusal = (400, "Bad Request: not enough rights to manage pinned messages in the chat")
    assert await there.refused("unpinChatMessage", **where) == refusal


async def test_a_topic_that_is_closed_or_deleted_cannot_be_written_to() -> None:
    async with loopback(bot="member") as there:
        thread = (await there.play("topic", "lin", chat="group", name="Prep"))["thread"]
        call = {"chat_id": there.group, "text": "x", "message_thread_id": thread}
        assert (await there.ask("sendMessage", **call))["is_topic_message"]
        await there.play("topic", "lin", chat="group", thread=thread, state="closed")
        assert await there.refused("sendMessage", **call) == (400, "Bad Request: TOPIC_CLOSED")
        await there.play("topic", "lin", chat="group", thread=thread, state="deleted")
        assert await there.refused("sendMessage", **call) == (400, "Bad Request: message thread not found")
