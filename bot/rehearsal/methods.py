"""The Bot API: a method's name and parameters in, Telegram's answer out."""

from collections.abc import Callable
from typing import Any

from bot.rehearsal import asking, changing, speaking
from bot.rehearsal.parameters import unknown_names
from bot.rehearsal.params import Params
from bot.rehearsal.refusals import NOT_FOUND, UNAUTHORIZED, Json, Refused
from bot.rehearsal.world import Call, Refusal, World

Method = Callable[[World, Params], Any]

ALL: tuple[Method, ...] = (
    speaking.send_message,
    speaking.send_document,
    speaking.send_photo,
    speaking.send_chat_action,
    speaking.set_message_reaction,
    changing.edit_message_text,
    changing.edit_message_caption,
    changing.edit_message_reply_markup,
    changing.delete_message,
    changing.delete_messages,
    changing.answer_callback_query,
    changing.pin_chat_message,
    changing.unpin_chat_message,
    changing.unpin_all_chat_messages,
    asking.get_me,
    asking.get_chat,
    asking.get_chat_administrators,
    asking.get_chat_member,
    asking.get_chat_member_count,
    asking.leave_chat,
    asking.get_file,
    asking.set_my_commands,
    asking.get_my_commands,
    asking.delete_my_commands,
    asking.set_my_name,
    asking.get_my_name,
    asking.set_my_description,
    asking.get_my_description,
    asking.set_my_short_description,
    asking.get_my_short_description,
    asking.set_webhook,
    asking.delete_webhook,
    asking.get_webhook_info,
)
METHODS: dict[str, Method] = {method.__name__.replace("_", ""): method for method in ALL}
MOST_UPDATES = 100
LONGEST_POLL = 50


async def call(world: World, token: str, name: str, params: Params) -> tuple[int, Json]:
    """One call: the HTTP status and the body, as Telegram gives them."""
    try:
        if token != world.token:
            raise Refused(*UNAUTHORIZED)
        result = await _carry_out(world, name, params)
        status, body = 200, {"ok": True, "result": result}
    except Refused as refused:
        status, body = refused.code, refused.body()
    if name.lower() != "getupdates":
        world.calls.append(Call(name, params.values | dict.fromkeys(params.uploads, "<file>"), status))
    return status, body


async def _carry_out(world: World, name: str, params: Params) -> Any:
    world.complain((world.referee or unknown_names)(name, params.values | dict.fromkeys(params.uploads, "<file>")))
    if name.lower() == "getupdates":
        return await _get_updates(world, params)
    method = METHODS.get(name.lower())
    if method is None:
        raise Refused(*NOT_FOUND)
    _ordered_refusal(world, name, params)
    return method(world, params)


async def _get_updates(world: World, params: Params) -> list[Json]:
    limit = min(max(params.number("limit") or MOST_UPDATES, 1), MOST_UPDATES)
    timeout = min(max(params.number("timeout") or 0, 0), LONGEST_POLL)
    return await world.mailbox.take(params.number("offset"), limit, timeout, params.data("allowed_updates"))


def _ordered_refusal(world: World, name: str, params: Params) -> None:
    """Refuse what a test has ordered to be refused, as often as it ordered."""
    order = next((one for one in world.refusals if _meant(one, name, params.text("chat_id"))), None)
    if order is None:
        return
    order.times -= 1
    if order.times <= 0:
        world.refusals.remove(order)
    parameters = {"retry_after": order.retry_after} if order.retry_after else {}
    raise Refused(order.code, order.description, **parameters)


def _meant(order: Refusal, name: str, chat_id: str) -> bool:
    right_method = order.method is None or order.method.lower() == name.lower()
    return right_method and (
        str(order.chat) == chat_id if order.chat is not None else order.method is not None or bool(chat_id)
    )
