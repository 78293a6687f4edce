"""The methods by which the bot learns about itself and others, and says how it wants to be presented."""

import json
import re

from bot.rehearsal.files import MOST_TO_DOWNLOAD
from bot.rehearsal.params import Params
from bot.rehearsal.people import Chat
from bot.rehearsal.places import enterable, living, named
from bot.rehearsal.refusals import Json, bad
from bot.rehearsal.world import World

ABLE = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100


def get_me(world: World, params: Params) -> Json:
    return world.me.card() | ABLE


def get_chat(world: World, params: Params) -> Json:
    chat = enterable(world, params)
    full = chat.card() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    pinned = living(chat, chat.pinned[-1]) if chat.pinned else None
    return full | ({"pinned_message": pinned.body} if pinned else {})


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = _group(world, params, "there are no administrators in the private chat")
    running = (world.people[one] for one in chat.standing if chat.runs(one) and one in world.people)
    return [chat.membership(person) for person in running if not person.is_bot or person is world.me]


def get_chat_member(world: World, params: Params) -> Json:
    chat = enterable(world, params)
    person = world.people.get(params.number("user_id") or 0)
    if person is None:
        raise bad("user not found")
    return chat.membership(person)


def get_chat_member_count(world: World, params: Params) -> int:
    chat = enterable(world, params)
    return sum(1 for one in chat.standing if chat.has(one))


def leave_chat(world: World, params: Params) -> bool:
    chat = _group(world, params, "chat member status can't be changed in private chats")
    before = chat.membership(world.me)
    chat.standing[world.me.id] = "left"
    change = {"chat": chat.card(), "from": world.me.card(), "date": world.now(), "old_chat_member": before}
    world.mailbox.put("my_chat_member", change | {"new_chat_member": chat.membership(world.me)})
    world.post(chat, world.me, {"left_chat_member": world.me.card()})
    return True


def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > MOST_TO_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.data("commands")
    if not isinstance(commands, list) or len(commands) > MOST_COMMANDS:
        raise bad("expected an Array of BotCommand")
    for one in commands:
        if not COMMAND.fullmatch(str(one.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    fresh = [{"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands]
    world.profile.commands[_scope(world, params)] = fresh
    world.ring()
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.profile.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.profile.commands.pop(_scope(world, params), None)
    world.ring()
    return True


def set_my_name(world: World, params: Params) -> bool:
    return _say_of_oneself(world.profile.names, params, "name", 64)


def get_my_name(world: World, params: Params) -> Json:
    return {"name": _said_of_oneself(world.profile.names, params) or world.me.name}


def set_my_description(world: World, params: Params) -> bool:
    return _say_of_oneself(world.profile.descriptions, params, "description", 512)


def get_my_description(world: World, params: Params) -> Json:
    return {"description": _said_of_oneself(world.profile.descriptions, params)}


def set_my_short_description(world: World, params: Params) -> bool:
    return _say_of_oneself(world.profile.short_descriptions, params, "short_description", 120)


def get_my_short_description(world: World, params: Params) -> Json:
    return {"short_description": _said_of_oneself(world.profile.short_descriptions, params)}


def set_webhook(world: World, params: Params) -> bool:
    """Kept and reported; a rehearsal delivers by polling alone, so nothing is posted there."""
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    world.mailbox.allow(params.data("allowed_updates"))
    world.mailbox.hook({"url": url, "secret": params.text("secret_token")})
    if params.flag("drop_pending_updates"):
        world.mailbox.waiting.clear()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    world.mailbox.hook({"url": ""})
    if params.flag("drop_pending_updates"):
        world.mailbox.waiting.clear()
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    box = world.mailbox
    info: Json = {"url": box.webhook["url"], "has_custom_certificate": False}
    info["pending_update_count"] = len(box.waiting)
    return info | ({"allowed_updates": sorted(box.allowed)} if box.allowed else {})


def _group(world: World, params: Params, refusal: str) -> Chat:
    if named(world, params).type == "private":
        raise bad(refusal)
    return enterable(world, params)


def _scope(world: World, params: Params) -> tuple[str, str]:
    """Commands are kept per scope and language, apart."""
    scope = params.data("scope") or {"type": "default"}
    if "chat_id" in scope:
        enterable(world, Params({"chat_id": scope["chat_id"]}))
    return json.dumps(scope, sort_keys=True), params.text("language_code")


def _say_of_oneself(kept: dict[str, str], params: Params, name: str, most: int) -> bool:
    if len(params.text(name)) > most:
        raise bad(f"{name.removeprefix('short_')} is too long")
    kept[params.text("language_code")] = params.text(name)
    return True


def _said_of_oneself(kept: dict[str, str], params: Params) -> str:
    return kept.get(params.text("language_code")) or kept.get("", "")
