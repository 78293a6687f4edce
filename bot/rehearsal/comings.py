"""Comings and goings in a group: joining, leaving, promotion, topics, and the move from group to supergroup."""

from collections.abc import Sequence

from bot.rehearsal.acts import Unplayable, change_standing
from bot.rehearsal.people import RIGHTS, Chat, Person, Topic
from bot.rehearsal.world import World

STATUSES = ("member", "administrator", "left", "kicked")
SUPERGROUPS_START = -1_000_000_000_000


def member(
    world: World, actor: Person | None, chat: Chat, person: Person, status: str, withheld: Sequence[str] = ()
) -> None:
    """Give somebody, the bot included, another status in a group; `withheld` are rights that a new admin does not get."""
    if chat.type == "private" or chat.moved_to:
        raise Unplayable("not_a_group")
    if status not in STATUSES or not set(withheld) <= set(RIGHTS):
        raise Unplayable("bad_status", 400)
    was_in = chat.has(person.id)
    if chat.standing.get(person.id, "left") == status and not withheld:
        return
    actor = actor or (person if status == "left" else _owner(world, chat) or person)
    chat.withheld[person.id] = set(withheld)
    change_standing(world, actor, chat, person, status)
    if chat.has(person.id) and not was_in:
        world.tell(chat, world.post(chat, actor, {"new_chat_members": [person.card()]}))
    elif was_in and not chat.has(person.id):
        _gone(world, actor, chat, person)


def migrate(world: World, chat: Chat) -> Chat:
    """A group becomes a supergroup: another id, and every message id dies with the old one."""
    if chat.type != "group" or chat.moved_to:
        raise Unplayable("not_a_group")
    fresh = Chat(SUPERGROUPS_START + chat.id, "supergroup", chat.title, standing=dict(chat.standing))
    fresh.withheld = {one: set(rights) for one, rights in chat.withheld.items()}
    owner = _owner(world, chat) or world.me
    chat.moved_to = fresh.id
    world.tell(chat, world.post(chat, owner, {"migrate_to_chat_id": fresh.id}))
    world.open_chat(fresh)
    world.tell(fresh, world.post(fresh, owner, {"migrate_from_chat_id": chat.id}))
    return fresh


def topic(world: World, chat: Chat, actor: Person, state: str, name: str, thread: int | None = None) -> int:
    """Open a topic (a new one without a number), close it, or delete it."""
    if chat.type != "supergroup":
        raise Unplayable("not_a_group")
    if thread is None:
        post = world.post(chat, actor, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
        chat.topics[post.id] = Topic(name)
        post.body |= {"message_thread_id": post.id, "is_topic_message": True, "chat": chat.card()}
        world.tell(chat, post)
        return post.id
    if thread not in chat.topics:
        raise Unplayable("no_such_topic", 404)
    if state == "deleted":
        del chat.topics[thread]
    else:
        chat.topics[thread].open = state == "open"
        word = "forum_topic_reopened" if state == "open" else "forum_topic_closed"
        placed = {"message_thread_id": thread, "is_topic_message": True}
        world.tell(chat, world.post(chat, actor, placed | {word: {}}))
    world.ring()
    return thread


def _owner(world: World, chat: Chat) -> Person | None:
    return next((world.people[one] for one, status in chat.standing.items() if status == "creator"), None)


def _gone(world: World, actor: Person, chat: Chat, person: Person) -> None:
    """The bot still hears that it was itself removed, though nothing after that."""
    post = world.post(chat, actor, {"left_chat_member": person.card()})
    if person is world.me:
        world.mailbox.put("message", post.body)
    else:
        world.tell(chat, post)
