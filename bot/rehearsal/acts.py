"""What people do in the world: speak, send files, press, start, block; the bot hears what Telegram would tell it."""

import re

from bot.rehearsal.entities import found, in_order, units
from bot.rehearsal.files import File
from bot.rehearsal.people import ANONYMOUS_ADMIN, Chat, Person, Post
from bot.rehearsal.places import living
from bot.rehearsal.refusals import Json
from bot.rehearsal.speaking import MOST_CAPTION, MOST_TEXT, quoted
from bot.rehearsal.text import trimmed
from bot.rehearsal.world import Query, World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Unplayable(Exception):
    """Something that Telegram's apps would not let a person do; `why` is a short name that the page puts into words."""

    def __init__(self, why: str, status: int = 409) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


def enter(world: World, person: Person, chat: Chat) -> None:
    """May this person act here? An outsider may not, and nobody in a private chat that is not their own."""
    if chat.moved_to:
        raise Unplayable("moved")
    if chat.person is not None:
        if chat.person is not person:
            raise Unplayable("not_your_chat", 403)
        if person.blocked:
            raise Unplayable("bot_blocked")
    elif not chat.has(person.id) and person.id != ANONYMOUS_ADMIN:
        raise Unplayable("not_a_member", 403)


def say(
    world: World, person: Person, chat: Chat, text: str, reply_to: int | None = None, thread: int | None = None
) -> Post:
    enter(world, person, chat)
    text = typed(text, MOST_TEXT)
    if not text:
        raise Unplayable("empty_text")
    body = _placed(chat, thread) | _reply(chat, reply_to) | worded("text", "entities", text)
    return _spoken(world, person, chat, body)


def edit(world: World, person: Person, chat: Chat, message: int, text: str) -> Post:
    """Change one's own words; the bot hears of it as it heard of the message itself."""
    enter(world, person, chat)
    post = living(chat, message)
    if post is None or post.author != person.id or "text" not in post.body:
        raise Unplayable("no_such_message", 404)
    text = typed(text, MOST_TEXT)
    if not text:
        raise Unplayable("empty_text")
    kept = {key: value for key, value in post.body.items() if key not in ("text", "entities")}
    post.body = kept | worded("text", "entities", text) | {"edit_date": world.now()}
    post.changed = world.ring()
    world.tell(chat, post, "edited_message")
    return post


def send(
    world: World,
    person: Person,
    chat: Chat,
    file: File,
    caption: str = "",
    reply_to: int | None = None,
    thread: int | None = None,
) -> Post:
    enter(world, person, chat)
    body: Json = {"photo": file.photo()} if file.is_picture else {"document": file.document()}
    body |= worded("caption", "caption_entities", typed(caption, MOST_CAPTION))
    return _spoken(world, person, chat, _placed(chat, thread) | _reply(chat, reply_to) | body)


def typed(text: str, most: int) -> str:
    """What the app sends of what was typed."""
    text, _ = trimmed(text, [])
    if units(text) > most:
        raise Unplayable("text_too_long")
    return text


def worded(words: str, entities: str, text: str) -> Json:
    """The words and the entities that Telegram finds in them, where there are any."""
    marks = in_order(found(text, []))
    return ({words: text} if text else {}) | ({entities: marks} if marks else {})


def press(world: World, person: Person, chat: Chat, message: int, data: str) -> tuple[str, Query]:
    """Press a button. One that was there a moment ago still works, as it does on a slow phone."""
    enter(world, person, chat)
    post = chat.posts.get(message)
    if post is None or data not in post.offered:
        raise Unplayable("no_such_button", 404)
    if person.id == ANONYMOUS_ADMIN:
        raise Unplayable("anonymous_cannot_press")
    query_id, query = world.new_query(person.id)
    shown = {"chat": chat.card(), "message_id": post.id, "date": 0} if post.deleted else post.body
    world.met.add(person.id)
    world.mailbox.put(
        "callback_query",
        {
            "id": query_id,
            "from": person.card(speaking=True),
            "message": shown,
            "chat_instance": str(abs(chat.id) * 7919),
            "data": data,
        },
    )
    return query_id, query


def start(world: World, person: Person, payload: str = "") -> Post:
    """Press Start: opens the private chat the first time, and takes back a block."""
    if not PAYLOAD.fullmatch(payload):
        raise Unplayable("bad_payload", 400)
    if person.blocked:
        block(world, person, False)
    return say(world, person, world.private(person), f"/start {payload}".strip())


def block(world: World, person: Person, blocked: bool) -> None:
    """Block the bot, or let it write again."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    chat = world.chats.get(person.id)
    if chat:
        change_standing(world, person, chat, world.me, "kicked" if blocked else "member")
    world.ring()


def change_standing(world: World, actor: Person, chat: Chat, person: Person, status: str) -> None:
    """A new status: told to the bot as my_chat_member when it is its own, else as chat_member if it runs the chat."""
    before = chat.membership(person)
    chat.standing[person.id] = status
    change: Json = {
        "chat": chat.card(),
        "from": actor.card(speaking=not actor.is_bot),
        "date": world.now(),
        "old_chat_member": before,
        "new_chat_member": chat.membership(person),
    }
    if person is world.me:
        world.mailbox.put("my_chat_member", change)
    elif chat.runs(world.me.id):
        world.mailbox.put("chat_member", change)
    world.ring()


def _placed(chat: Chat, thread: int | None) -> Json:
    """What is said in a topic without replying replies to its beginning."""
    if thread is None:
        return {}
    if thread not in chat.topics or not chat.topics[thread].open:
        raise Unplayable("no_such_topic")
    begun = chat.posts.get(thread)
    replies = {"reply_to_message": quoted(begun.body)} if begun else {}
    return {"message_thread_id": thread, "is_topic_message": True} | replies


def _reply(chat: Chat, reply_to: int | None) -> Json:
    if reply_to is None:
        return {}
    target = chat.posts.get(reply_to)
    if target is None or target.deleted:
        raise Unplayable("no_such_message", 404)
    return {"reply_to_message": quoted(target.body)}


def _spoken(world: World, person: Person, chat: Chat, body: Json) -> Post:
    post = world.post(chat, person, body)
    world.tell(chat, post)
    return post
