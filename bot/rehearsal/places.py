"""Where a call goes: the chat it names, if the bot may act there, and Telegram's refusal for every other case."""

from bot.rehearsal.params import Params
from bot.rehearsal.people import Chat, Post
from bot.rehearsal.refusals import bad, forbidden, moved
from bot.rehearsal.world import World


def named(world: World, params: Params) -> Chat:
    """The chat that the call names; being known is enough."""
    text = params.text("chat_id").strip()
    if not text:
        raise bad("chat_id is empty")
    chat = world.chats.get(int(text)) if text.lstrip("-").isdigit() else None
    if chat is None and text.isdigit() and int(text) in world.people and world.knows(int(text)):
        raise forbidden("bot can't initiate conversation with a user")
    if chat is None:
        raise bad("chat not found")
    return chat


def enterable(world: World, params: Params) -> Chat:
    """The chat, if the bot may still act in it."""
    chat = named(world, params)
    if chat.moved_to:
        raise moved(chat.moved_to)
    if chat.person:
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    status = chat.standing.get(world.me.id)
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    if status is None:
        raise bad("chat not found")
    return chat


def thread(chat: Chat, world: World, params: Params) -> int | None:
    """The topic to speak in: one that is there, and open unless the bot runs the chat."""
    number = params.number("message_thread_id")
    if number is None or (number == 1 and chat.topics):
        return None
    topic = chat.topics.get(number)
    if topic is None:
        raise bad("message thread not found")
    if not topic.open and not chat.allows(world.me.id, "can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return number


def answered(chat: Chat, params: Params) -> Post | None:
    """The message that the call replies to."""
    wish = params.data("reply_parameters") or {}
    number = wish.get("message_id") or params.number("reply_to_message_id")
    if not number:
        return None
    post = living(chat, int(number))
    lenient = wish.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    if post is None and not lenient:
        raise bad("message to be replied not found")
    return post


def living(chat: Chat, number: int | None) -> Post | None:
    """A message that is there and not deleted."""
    post = chat.posts.get(number) if number is not None else None
    return post if post and not post.deleted else None
