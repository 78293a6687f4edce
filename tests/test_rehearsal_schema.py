"""Whatever the loopback Telegram sends is what the Bot API's own description says: every update, every answer."""

import asyncio
from typing import Any

import pytest

from bot.rehearsal.methods import ALL
from bot.rehearsal.parameters import KNOWN
from tests import botapi
from tests.loopback import Loopback, loopback

pytestmark = pytest.mark.skipif(not botapi.is_here(), reason=botapi.WHY_NOT)

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Take it", "callback_data": "take:1"}, {"text": "没空", "callback_data": "no:1"}],
        [{"text": "Private chat", "url": "https://t.me/callboard_rehearsal_bot?start=abc"}],
    ]
}
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
HTML = '<b>T−30</b> <a href="tg://user?id=1002">梅子</a>, see <a href="https://example.org">here</a> and /help'


class Ledger:
    """Asks as the bot would, and keeps what is wrong with each call and each answer."""

    def __init__(self, there: Loopback) -> None:
        self.there = there
        self.asked: set[str] = set()
        self.wrong: list[str] = []

    async def ask(self, method: str, **params: Any) -> Any:
        result = await self.there.ask(method, **params)
        self.asked.add(method)
        self.wrong += botapi.check_answer(method, result)
        return result

    async def hear(self) -> list[dict[str, Any]]:
        self.asked.add("getUpdates")
        updates = await self.there.updates(allowed_updates=ALLOWED, timeout=5)
        self.wrong += [one for update in updates for one in botapi.check("Update", update)]
        return updates


async def speak(ledger: Ledger) -> None:
    """Words and files, in the group and in private, both ways."""
    there, group = ledger.there, ledger.there.group
    await there.play("start", "mei", payload="abc")
    said = await there.says("mei", "/help @callboard_rehearsal_bot https://example.org #live a@example.org")
    await there.play("edit", "mei", chat="group", message=said["message_id"], text="/plan 周六20:00")
    file = await there.sends("mei", b"metrics", "text/csv", caption="/import")
    await there.sends("mei", b"picture", "image/png", chat="private")
    reply = {"reply_parameters": {"message_id": said["message_id"]}, "parse_mode": "HTML"}
    await ledger.ask("sendMessage", chat_id=group, text=HTML, **reply)
    await ledger.ask("sendMessage", chat_id=group, text="?", reply_markup={"force_reply": True, "selective": True})
    await ledger.ask("sendDocument", chat_id=1002, document=b"a,b", caption="<i>yours</i>", parse_mode="HTML")
    picture = await ledger.ask("sendDocument", chat_id=1002, document=file["document"]["file_id"])
    await ledger.ask("getFile", file_id=picture["document"]["file_id"])
    await ledger.ask("sendChatAction", chat_id=group, action="typing")
    await ledger.ask(
        "setMessageReaction", chat_id=group, message_id=said["message_id"], reaction=[{"type": "emoji", "emoji": "👀"}]
    )
    photo = next(one for one in await ledger.hear() if "photo" in one.get("message", {}))["message"]["photo"][0]
    await ledger.ask("sendPhoto", chat_id=group, photo=photo["file_id"], caption="chart")


async def change(ledger: Ledger) -> None:
    """Cards that are pressed, edited, pinned and deleted."""
    there, group = ledger.there, ledger.there.group
    card = await ledger.ask("sendMessage", chat_id=group, text="Board", reply_markup=KEYBOARD)
    where = {"chat_id": group, "message_id": card["message_id"]}
    pressing = asyncio.create_task(there.play("press", "kai", chat="group", message=card["message_id"], data="take:1"))
    [update] = await ledger.hear()
    await ledger.ask("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Yours")
    await pressing
    await ledger.ask("pinChatMessage", **where)
    await ledger.ask("getChat", chat_id=group)
    await ledger.ask("editMessageText", text="Board 2", **where)
    await ledger.ask("editMessageReplyMarkup", reply_markup=KEYBOARD, **where)
    await ledger.ask("unpinChatMessage", **where)
    await ledger.ask("unpinAllChatMessages", chat_id=group)
    file = await ledger.ask("sendDocument", chat_id=group, document=b"x")
    await ledger.ask("editMessageCaption", chat_id=group, message_id=file["message_id"], caption="new")
    await ledger.ask("deleteMessage", chat_id=group, message_id=file["message_id"])
    await ledger.ask("deleteMessages", chat_id=group, message_ids=[card["message_id"]])
    await ledger.hear()
    pressing = asyncio.create_task(there.play("press", "kai", chat="group", message=card["message_id"], data="no:1"))
    [update] = await ledger.hear()
    await ledger.ask("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    await pressing


async def present(ledger: Ledger) -> None:
    """What the bot says of itself, and asks about others."""
    group = ledger.there.group
    for name, limit in (("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")):
        await ledger.ask(f"setMy{name}", **{limit: "Callboard"}, language_code="zh")
        await ledger.ask(f"getMy{name}", language_code="zh")
    await ledger.ask("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    await ledger.ask("getMyCommands")
    await ledger.ask("deleteMyCommands")
    for method in ("getMe", "getWebhookInfo"):
        await ledger.ask(method)
    await ledger.ask("setWebhook", url="https://example.org/hook", allowed_updates=ALLOWED)
    await ledger.ask("deleteWebhook")
    await ledger.ask("getChat", chat_id=1002)
    await ledger.ask("getChatAdministrators", chat_id=group)
    await ledger.ask("getChatMemberCount", chat_id=group)
    for person in (1001, 1002, 1006, 1999, ledger.there.world.me.id):
        await ledger.ask("getChatMember", chat_id=group, user_id=person)


async def come_and_go(ledger: Ledger) -> None:
    """People join, rise and leave; the group grows topics; the bot leaves last."""
    there = ledger.there
    for status in ("member", "administrator", "kicked"):
        await there.play("member", "lin", chat="group", person="oz", status=status)
    await there.play("member", chat="group", person="nia", status="left")
    await there.play("block", "mei", blocked=True)
    await there.play("start", "mei")
    await there.says(1087968824, "/help")
    await there.play("migrate", chat="group")
    thread = (await there.play("topic", "lin", chat="group", name="Prep"))["thread"]
    await there.says("lin", "here", thread=thread)
    await ledger.ask("sendMessage", chat_id=there.group, text="there", message_thread_id=thread)
    for state in ("closed", "open", "deleted"):
        await there.play("topic", "lin", chat="group", thread=thread, state=state)
    await ledger.ask("leaveChat", chat_id=there.group)
    await ledger.hear()


async def test_every_update_and_every_answer_is_as_the_bot_api_describes_it() -> None:
    async with loopback(kind="group", referee=botapi.check_call) as there:
        ledger = Ledger(there)
        there.world.mailbox.allow(ALLOWED)
        for scene in (speak, change, present, come_and_go):
            await scene(ledger)
        assert ledger.wrong == []
        assert there.world.complaints == []
        assert {name.lower() for name in ledger.asked} == {one.__name__.replace("_", "") for one in ALL} | {
            "getupdates"
        }
        assert {kind for one in there.taken for kind in one} == {"update_id", *ALLOWED}


def test_every_known_parameter_is_one_that_the_bot_api_describes() -> None:
    wrong = [
        one for method, names in KNOWN.items() for one in botapi.check_call(method, dict.fromkeys(names.split(), ""))
    ]
    assert [one for one in wrong if "unknown parameter" in one or "no such method" in one] == []


@pytest.mark.parametrize(
    ("type_name", "value", "complaint"),
    [
        ("Integer", True, "True is no Integer"),
        ("User", {"id": 1, "is_bot": False}, "User.first_name is missing"),
        ("User", {"id": 1, "is_bot": False, "first_name": "Mei", "age": 3}, "User has no age"),
        ("Chat", {"id": 1, "type": "room"}, "Chat.type is 'room', not one of"),
        ("Array of User", {}, "{} is no Array of User"),
        ("ChatMember", {"status": "left"}, "ChatMemberLeft.user is missing"),
        ("InlineKeyboardButton", {"text": "x"}, "does not do exactly one thing"),
        ("Update", {"update_id": 1}, "Update carries"),
    ],
)
def test_the_check_finds_what_is_wrong_with_a_value(type_name: str, value: Any, complaint: str) -> None:
    [found] = botapi.check(type_name, value)
    assert complaint in found


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        ("sendTelegram", {}, "no such method"),
        ("sendMessage", {"chat_id": "1"}, "text is missing"),
        ("sendMessage", {"chat_id": "1", "text": "x", "colour": "red"}, "unknown parameter colour"),
        ("sendMessage", {"chat_id": "1", "text": "x", "reply_markup": '{"inline_keyboard": "none"}'}, "is no Array"),
        ("pinChatMessage", {"chat_id": "1", "message_id": "first"}, "'first' is no Integer"),
        ("pinChatMessage", {"chat_id": "1", "message_id": "1", "disable_notification": "maybe"}, "is no Boolean"),
    ],
)
def test_the_check_finds_what_is_wrong_with_a_call(method: str, params: dict[str, Any], complaint: str) -> None:
    [found] = botapi.check_call(method, params)
    assert complaint in found


def test_the_check_takes_a_call_as_it_travels_in_a_form() -> None:
    form = {
        "chat_id": "-100",
        "document": botapi.UPLOADED,
        "disable_notification": "True",
        "reply_markup": '{"force_reply": true}',
    }
    assert botapi.check_call("sendDocument", form) == []
