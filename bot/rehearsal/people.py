"""Who and where: people, chats and the messages in them, each able to say itself in Telegram's own JSON."""

from dataclasses import dataclass, field

from bot.rehearsal.refusals import Json

ANONYMOUS_ADMIN = 1087968824
PRESENT = ("creator", "administrator", "member")
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account; `blocked` says that the bot may not write to them any more."""

    id: int
    key: str
    name: str
    username: str | None = None
    language_code: str | None = None
    role: str | None = None
    colour: str = "#8e8e93"
    is_bot: bool = False
    blocked: bool = False

    def card(self, speaking: bool = False) -> Json:
        """Telegram's User; the language is told only of somebody who does something."""
        card: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            card["username"] = self.username
        if speaking and self.language_code:
            card["language_code"] = self.language_code
        return card


@dataclass(slots=True)
class Topic:
    """One thread of a forum."""

    name: str
    open: bool = True


@dataclass(slots=True)
class Post:
    """A message, with what only the page needs to know of it."""

    body: Json
    changed: int
    deleted: bool = False
    force_reply: Json | None = None
    reactions: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def author(self) -> int | None:
        sender = self.body.get("from")
        return int(sender["id"]) if sender else None

    def buttons(self) -> list[Json]:
        """The buttons under it now, in reading order."""
        rows = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    def for_page(self) -> Json:
        """Telegram's JSON, the version that changed it last, and whether it is gone."""
        extra: Json = {"_changed": self.changed, "_deleted": self.deleted}
        if self.force_reply:
            extra["force_reply"] = self.force_reply
        if self.reactions:
            extra["reactions"] = self.reactions
        return self.body | extra


@dataclass(slots=True)
class Chat:
    """A private chat with the bot (its id is the person's) or a group; `standing`: the status of everyone ever in it."""

    id: int
    type: str
    title: str | None = None
    person: Person | None = None
    standing: dict[int, str] = field(default_factory=dict)
    withheld: dict[int, set[str]] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    moved_to: int | None = None

    def card(self) -> Json:
        """Telegram's Chat."""
        card: Json = {"id": self.id, "type": self.type}
        if self.person:
            card["first_name"] = self.person.name
            if self.person.username:
                card["username"] = self.person.username
        if self.title:
            card["title"] = self.title
        if self.topics:
            card["is_forum"] = True
        return card

    def has(self, person_id: int) -> bool:
        return self.standing.get(person_id) in PRESENT

    def runs(self, person_id: int) -> bool:
        """Is this person an administrator here, or the owner?"""
        return self.standing.get(person_id) in ("creator", "administrator")

    def allows(self, person_id: int, right: str) -> bool:
        return self.runs(person_id) and right not in self.withheld.get(person_id, ())

    def membership(self, person: Person, status: str | None = None) -> Json:
        """Telegram's ChatMember, in the variant that the status asks for."""
        status = status or self.standing.get(person.id, "left")
        member: Json = {"status": status, "user": person.card()}
        if status == "creator":
            return member | {"is_anonymous": False}
        if status == "administrator":
            withheld = self.withheld.get(person.id, set())
            rights = {right: right not in withheld for right in RIGHTS}
            return member | {"can_be_edited": False, "is_anonymous": False} | rights
        return member | ({"until_date": 0} if status == "kicked" else {})

    def for_page(self) -> Json:
        present = [one for one, status in self.standing.items() if status in PRESENT]
        return {
            "id": self.id,
            "type": self.type,
            "title": self.title or (self.person.name if self.person else ""),
            "person": self.person.id if self.person else None,
            "members": present,
            "admins": [one for one in present if self.runs(one)],
            "pinned": self.pinned[-1] if self.pinned else None,
            "topics": {str(thread): topic.name for thread, topic in self.topics.items() if topic.open},
        }
