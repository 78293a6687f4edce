"""The methods by which the bot puts something new into a chat."""

import re

from bot.rehearsal.entities import units
from bot.rehearsal.files import File
from bot.rehearsal.keyboard import markup, wide_rows
from bot.rehearsal.params import Params
from bot.rehearsal.people import Chat
from bot.rehearsal.places import answered, enterable, living, thread
from bot.rehearsal.refusals import Json, bad
from bot.rehearsal.text import understood
from bot.rehearsal.world import World

MOST_TEXT = 4096
MOST_CAPTION = 1024
ACTIONS = re.compile("typing|find_location|choose_sticker|(record|upload)_(photo|video|voice|document|video_note)")
EMOJI = (
    "❤|👍|👎|🔥|🥰|👏|😁|🤔|🤯|😱|🤬|😢|🎉|🤩|🤮|💩|🙏|👌|🕊|🤡|🥱|🥴|😍|🐳|❤\u200d🔥|🌚|🌭|💯|🤣|⚡|🍌|🏆|💔|🤨|😐|🍓|🍾|💋|🖕|😈|😴|😭|🤓|👻|"
    "👨\u200d💻|👀|🎃|🙈|😇|😨|🤝|✍|🤗|🫡|🎅|🎄|☃|💅|🤪|🗿|🆒|💘|🙉|🦄|😘|💊|🙊|😎|👾|🤷\u200d♂|🤷|🤷\u200d♀|😡"
)
REACTIONS = frozenset(EMOJI.split("|"))


def send_message(world: World, params: Params) -> Json:
    chat = enterable(world, params)
    return _put(world, chat, params, written(world, params))


def send_document(world: World, params: Params) -> Json:
    chat = enterable(world, params)
    return _put(
        world, chat, params, {"document": _file(world, params, "document").document()} | captioned(world, params)
    )


def send_photo(world: World, params: Params) -> Json:
    chat = enterable(world, params)
    file = _file(world, params, "photo")
    if not file.is_picture:
        raise bad("IMAGE_PROCESS_FAILED")
    return _put(world, chat, params, {"photo": file.photo()} | captioned(world, params))


def send_chat_action(world: World, params: Params) -> bool:
    enterable(world, params)
    if not ACTIONS.fullmatch(params.text("action")):
        raise bad("wrong parameter action in request")
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    chat = enterable(world, params)
    post = living(chat, params.number("message_id"))
    if post is None:
        raise bad("message to react not found")
    emoji = [str(one.get("emoji", "")) for one in params.data("reaction") or []]
    if len(emoji) > 1 or not REACTIONS.issuperset(emoji):
        raise bad("REACTION_INVALID")
    post.reactions, post.changed = emoji, world.ring()
    return True


def written(world: World, params: Params) -> Json:
    """Text and entities, within Telegram's measure."""
    text, entities = understood(
        params.text("text"), params.text("parse_mode"), params.data("entities"), world.mentionable
    )
    if not text:
        raise bad("message text is empty")
    if units(text) > MOST_TEXT:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def captioned(world: World, params: Params) -> Json:
    """The words under a file, if there are any."""
    text, entities = understood(
        params.text("caption"), params.text("parse_mode"), params.data("caption_entities"), world.mentionable
    )
    if units(text) > MOST_CAPTION:
        raise bad("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def _file(world: World, params: Params, name: str) -> File:
    """A new file, or one that Telegram has already."""
    upload = params.upload(name)
    if upload:
        if not upload.content:
            raise bad("file must be non-empty")
        return world.files.keep(upload.name, upload.kind, upload.content)
    if not params.text(name):
        raise bad(f"there is no {name} in the request")
    known = world.files.get(params.text(name))
    if known is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return known


def _put(world: World, chat: Chat, params: Params, content: Json) -> Json:
    number, target = thread(chat, world, params), answered(chat, params)
    keyboard, force_reply = markup(params)
    if wide_rows(keyboard):
        world.complain(["a row of more than eight buttons"])
    body: Json = {"message_thread_id": number, "is_topic_message": True} if number else {}
    if target:
        body["reply_to_message"] = quoted(target.body)
    body |= content | ({"reply_markup": keyboard} if keyboard else {})
    if world.pace:
        world.pace.check(chat.id, chat.type != "private")
    post = world.post(chat, world.me, body)
    post.force_reply = force_reply
    return post.body


def quoted(body: Json) -> Json:
    """A message as it appears inside another: one level deep."""
    return {key: value for key, value in body.items() if key != "reply_to_message"}
