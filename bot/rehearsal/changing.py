"""The methods by which the bot changes what is there: edits, deletions, pins, and answers to pressed buttons."""

from typing import Any

from bot.rehearsal.keyboard import markup
from bot.rehearsal.params import Params
from bot.rehearsal.people import Chat, Post
from bot.rehearsal.places import enterable, living
from bot.rehearsal.refusals import NO_PIN_RIGHTS, NOT_MODIFIED, QUERY_TOO_OLD, Json, bad
from bot.rehearsal.speaking import captioned, quoted, written
from bot.rehearsal.world import World

SECONDS_TO_ANSWER = 150
DELETABLE_FOR = 48 * 3600
MOST_ANSWER = 200
WRITTEN = ("text", "entities")
CAPTIONED = ("caption", "caption_entities")


def edit_message_text(world: World, params: Params) -> Json:
    chat, post = _mine(world, params)
    fresh = written(world, params)
    if "text" not in post.body:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, post, params, WRITTEN, fresh)


def edit_message_caption(world: World, params: Params) -> Json:
    chat, post = _mine(world, params)
    if not {"document", "photo"} & post.body.keys():
        raise bad("there is no caption in the message to edit")
    return _change(world, chat, post, params, CAPTIONED, captioned(world, params))


def edit_message_reply_markup(world: World, params: Params) -> Json:
    chat, post = _mine(world, params)
    return _change(world, chat, post, params, (), {})


def delete_message(world: World, params: Params) -> bool:
    chat = enterable(world, params)
    _delete(world, chat, params.number("message_id"))
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Several at once; those that are not there are skipped without a word."""
    chat = enterable(world, params)
    for number in params.data("message_ids") or []:
        if living(chat, int(number)):
            _delete(world, chat, int(number))
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """Once, and in time: then Telegram forgets that the button was pressed."""
    text, url = params.text("text"), params.text("url")
    if len(text) > MOST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    if url and not url.startswith(
        (f"https://t.me/{world.me.username}?start=", f"tg://resolve?domain={world.me.username}")
    ):
        raise bad("URL_INVALID")
    query = world.queries.pop(params.text("callback_query_id"), None)
    if query is None or world.clock.monotonic() - query.pressed_at > SECONDS_TO_ANSWER:
        raise bad(QUERY_TOO_OLD)
    answer = {"answered": True, "text": text or None, "alert": params.flag("show_alert"), "url": url or None}
    if not query.answer.done():
        query.answer.set_result(answer)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    """Pinning says so in the chat, and the bot hears that too, even of its own pins."""
    chat = _pinnable(world, params)
    post = living(chat, params.number("message_id"))
    if post is None:
        raise bad("message to pin not found")
    if post.id not in chat.pinned:
        chat.pinned.append(post.id)
        world.tell(chat, world.post(chat, world.me, {"pinned_message": quoted(post.body)}))
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    chat = _pinnable(world, params)
    number = params.number("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    world.ring()
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    _pinnable(world, params).pinned.clear()
    world.ring()
    return True


def _pinnable(world: World, params: Params) -> Chat:
    chat = enterable(world, params)
    if chat.type != "private" and not chat.allows(world.me.id, "can_pin_messages"):
        raise bad(NO_PIN_RIGHTS)
    return chat


def _mine(world: World, params: Params) -> tuple[Chat, Post]:
    chat = enterable(world, params)
    post = living(chat, params.number("message_id"))
    if post is None:
        raise bad("message to edit not found")
    if post.author != world.me.id or "pinned_message" in post.body:
        raise bad("message can't be edited")
    return chat, post


def _change(world: World, chat: Chat, post: Post, params: Params, parts: tuple[str, ...], fresh: Json) -> Json:
    """Replace these parts and the keyboard: an edit that brings no keyboard takes the old one away."""
    keyboard, _ = markup(params)
    fresh = fresh | ({"reply_markup": keyboard} if keyboard else {})
    replaced = (*parts, "reply_markup")
    if {part: post.body[part] for part in replaced if part in post.body} == fresh:
        raise bad(NOT_MODIFIED)
    if world.pace:
        world.pace.check(chat.id, chat.type != "private")
    kept: dict[str, Any] = {key: value for key, value in post.body.items() if key not in replaced}
    post.body = kept | fresh | ({"edit_date": world.now()} if parts else {})
    post.offered.update(button["callback_data"] for button in post.buttons() if "callback_data" in button)
    post.changed = world.ring()
    return post.body


def _delete(world: World, chat: Chat, number: int | None) -> None:
    post = living(chat, number)
    if post is None:
        raise bad("message to delete not found")
    own = post.author == world.me.id or chat.type == "private"
    young = world.now() - int(post.body["date"]) <= DELETABLE_FOR
    if not (own and young) and not chat.allows(world.me.id, "can_delete_messages"):
        raise bad("message can't be deleted")
    post.deleted = True
    post.body = {key: post.body[key] for key in ("message_id", "from", "chat", "date")}
    if post.id in chat.pinned:
        chat.pinned.remove(post.id)
    post.changed = world.ring()
