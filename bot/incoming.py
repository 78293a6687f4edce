"""An update as the rest of the bot sees it: what happened, who did it, where; PTB's types end here."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass
from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.words import LANGUAGES

ANONYMOUS_ADMIN = 1087968824
ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
OF_TOPIC = " · "
"""Between the name of a group and that of its topic."""
LONGEST_NAME = 32
"""Characters of a name that are shown; people may call themselves anything."""


def _unicode(text: str) -> str:
    text.encode()  # half a surrogate pair is none, and nothing that writes would take it
    return text


GUARDED = ConfigDict(strict=True, hide_input_in_errors=True)
"""What is not what it should be is not read at all, so that no flow and no row ever meets it; the error names the field,
never what stood in it."""
Number = Annotated[int, Field(ge=-(2**63), lt=2**63)]
"""As far as the database counts."""
Text = Annotated[str, AfterValidator(_unicode)]


class Kind(StrEnum):
    COMMAND = "command"
    TEXT = "text"
    PRESS = "press"
    CAME = "came"
    LEFT = "left"
    REMOVED = "removed"
    """By somebody else, who is its author, if Telegram says who."""
    PROMOTED = "promoted"
    """To an admin of the group."""
    DEMOTED = "demoted"
    BOT_ADDED = "bot_added"
    BOT_REMOVED = "bot_removed"
    MIGRATED = "migrated"
    RENAMED = "renamed"
    OTHER = "other"
    """Nothing that the bot acts on."""


@dataclass(frozen=True, config=GUARDED)
class Author:
    """Who did it, by Telegram's account."""

    id: Annotated[Number, Field(gt=0)]
    name: Text
    username: Text | None = None
    speaks: Text | None = None
    """The language of Telegram's menus there, where it is one of ours."""


@dataclass(frozen=True, config=GUARDED)
class Incoming:
    """One update."""

    kind: Kind
    chat_id: Number = 0
    thread_id: Number = 0
    title: Text = ""
    private: bool = False
    author: Author | None = None
    anonymous: bool = False
    """An admin who writes as the group: who it is, Telegram does not say."""
    command: Text = ""
    addressed: bool = False
    """The command names this bot, so no other is meant."""
    text: Text = ""
    """What was typed, after the command if there is one."""
    message_id: Number | None = None
    reply_to: Number | None = None
    """A bot's message that this one replies to."""
    replied: Text | None = None
    """Its words, or anybody's; empty where it has none."""
    forwarded: bool = False
    photo: Text | None = None
    file: Text | None = None
    file_name: Text | None = None
    file_type: Text | None = None
    """Such as `image/png`, as the sender's app says."""
    callback: Text | None = None
    data: Text = ""
    others: tuple[Author, ...] = ()
    """The people who came or left."""
    new_chat: Number = 0
    received: Number = 0
    """The inbox row that keeps it."""
    again: Number = 0
    """The inbox row of the command that this press is about: it names who gave it, or for which team."""
    team: Number = 0
    """The team that the presser picked for it."""


def parse(body: dict[str, Any], username: str) -> Incoming:
    """What Telegram sent, as an `Incoming`; raises where it is none of Telegram's."""
    return read(Update.de_json(body, None), username)


def read(update: Update, username: str) -> Incoming:
    """The update as an `Incoming`; anything unknown is `OTHER`."""
    if update.callback_query:
        return _press(update.callback_query)
    if update.my_chat_member:
        return _bot_moved(update.my_chat_member)
    if update.chat_member:
        return _person_moved(update.chat_member)
    if update.message:
        return _message(update.message, username)
    return Incoming(Kind.OTHER)


def author_of(person: User) -> Author:
    """A Telegram account with a name that fits: short, in one line."""
    name = " ".join(person.full_name.split())[:LONGEST_NAME] or (person.username or "?")
    code = (person.language_code or "").partition("-")[0].lower()
    return Author(person.id, name, person.username, code if code in LANGUAGES else None)


def _press(query: CallbackQuery) -> Incoming:
    where = _where(query.message) | {"message_id": query.message.message_id} if query.message else {}
    return Incoming(Kind.PRESS, author=author_of(query.from_user), callback=query.id, data=query.data or "", **where)


def _where(message: Any) -> dict[str, Any]:
    """Chat and topic; a message that is no longer accessible still tells its chat, and so does who comes and goes."""
    chat = message.chat
    in_topic = bool(getattr(message, "is_topic_message", False))
    return {
        "chat_id": chat.id,
        "thread_id": (message.message_thread_id or 0) if in_topic else 0,
        "title": chat.title or "",
        "private": chat.type == ChatType.PRIVATE,
    }


def _message(message: Message, username: str) -> Incoming:
    where = _where(message)
    if message.chat.type == ChatType.CHANNEL or message.from_user is None:
        return Incoming(Kind.OTHER)
    if message.migrate_to_chat_id:
        return Incoming(Kind.MIGRATED, new_chat=message.migrate_to_chat_id, **where)
    if people := message.new_chat_members:
        return Incoming(Kind.CAME, others=tuple(author_of(p) for p in people if not p.is_bot), **where)
    if message.left_chat_member:
        return _gone(message.left_chat_member, message.from_user, where)
    if message.new_chat_title:
        return Incoming(Kind.RENAMED, **where)
    if (topic := message.forum_topic_edited) and topic.name:
        return Incoming(Kind.RENAMED, **where | {"title": OF_TOPIC.join((where["title"], topic.name))})
    if message.from_user.is_bot and message.from_user.id != ANONYMOUS_ADMIN:
        return Incoming(Kind.OTHER)
    return _said(message, where, username)


def _said(message: Message, where: dict[str, Any], username: str) -> Incoming:
    assert message.from_user is not None
    text = message.text or message.caption or ""
    command, rest = _command(message, text, username)
    if command == "":
        return Incoming(Kind.OTHER, **where)
    replied = message.reply_to_message
    if replied and replied.forum_topic_created:  # what is said in a topic without replying replies to its beginning
        where["title"], replied = OF_TOPIC.join((where["title"], replied.forum_topic_created.name)), None
    return Incoming(
        Kind.COMMAND if command else Kind.TEXT,
        author=author_of(message.from_user),
        anonymous=message.from_user.id == ANONYMOUS_ADMIN,
        command=command or "",
        addressed=bool(command) and "@" in text.split()[0],
        text=rest,
        message_id=message.message_id,
        reply_to=replied.message_id if replied and replied.from_user and replied.from_user.is_bot else None,
        replied=(replied.text or replied.caption or "") if replied else None,
        forwarded=message.forward_origin is not None,
        photo=message.photo[-1].file_id if message.photo else None,
        file=message.document.file_id if message.document else None,
        file_name=message.document.file_name if message.document else None,
        file_type=message.document.mime_type if message.document else None,
        **where,
    )


def _command(message: Message, text: str, username: str) -> tuple[str | None, str]:
    """The command without slash and bot name, and what follows it. None: no command. "": another bot's."""
    first = next(iter(message.entities or message.caption_entities or ()), None)
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset != 0:
        return None, text
    name, _, bot = text[1 : first.length].partition("@")
    if bot and bot.lower() != username.lower():
        return "", ""
    return name.lower(), text[first.length :].strip()


def _bot_moved(change: ChatMemberUpdated) -> Incoming:
    kind = Kind.BOT_ADDED if _is_in(change.new_chat_member) else Kind.BOT_REMOVED
    return Incoming(kind, author=author_of(change.from_user), **_where(change))


def _person_moved(change: ChatMemberUpdated) -> Incoming:
    """Who comes in, leaves, or is an admin from now on, or no more; other rights are nothing that the bot acts on."""
    where, person = _where(change), change.new_chat_member.user
    if not _is_in(change.new_chat_member):
        return _gone(person, change.from_user, where)
    kind = Kind.OTHER if person.is_bot else _moved(change.old_chat_member, change.new_chat_member)
    return Incoming(kind, others=(author_of(person),), **where)


def _gone(person: User, by: User, where: dict[str, Any]) -> Incoming:
    """On their own, or by somebody else's hand; whose it is in an admin's that is anonymous or a bot, nobody knows."""
    if person.is_bot:
        return Incoming(Kind.OTHER, **where)
    removed, others = by.id != person.id, (author_of(person),)
    author = author_of(by) if removed and not by.is_bot else None
    return Incoming(Kind.REMOVED if removed else Kind.LEFT, author=author, others=others, **where)


def _moved(before: ChatMember, now: ChatMember) -> Kind:
    if not _is_in(before):
        return Kind.CAME
    if (before.status in ADMINS) == (now.status in ADMINS):
        return Kind.OTHER
    return Kind.PROMOTED if now.status in ADMINS else Kind.DEMOTED


def _is_in(member: ChatMember) -> bool:
    """Whoever is restricted may be in the chat, or have left it."""
    return member.is_member if isinstance(member, ChatMemberRestricted) else member.status not in OUT
