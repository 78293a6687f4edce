"""The world as Telegram's servers would hold it: who there is, what was said where, and what the bot is told of it."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.rehearsal.files import Cabinet
from bot.rehearsal.pace import Pace
from bot.rehearsal.people import ANONYMOUS_ADMIN, Chat, Person, Post
from bot.rehearsal.refusals import Json
from bot.rehearsal.updates import Bell, Mailbox

BOT_ID = 7_000_000_001
BOT_NAME = "callboard_rehearsal_bot"
TOKEN = f"{BOT_ID}:rehearsal-on-loopback-needs-no-secret"
MOST_POSTS = 1500
MOST_CALLS = 2000
MOST_QUERIES = 500
FIRST_QUERY = 4_000_000_000


@dataclass(slots=True)
class Refusal:
    """A refusal that a test has ordered for the next calls to a chat (or to any, when none is named)."""

    code: int
    description: str
    times: int
    chat: int | None = None
    method: str | None = None
    retry_after: int | None = None


@dataclass(slots=True)
class Query:
    """A pressed button that waits for its answer."""

    presser: int
    pressed_at: float
    answer: asyncio.Future[Json]


@dataclass(slots=True)
class Call:
    """What the bot asked for, and what it got."""

    method: str
    params: Json
    status: int


Referee = Callable[[str, Json], list[str]]


@dataclass(slots=True)
class Profile:
    """How the bot presents itself: commands by scope and language, names and descriptions by language."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)

    def menus(self) -> list[Json]:
        """Every menu of commands with its scope and language: the page picks the one that Telegram would show."""
        return [
            {"scope": json.loads(scope), "language_code": language, "commands": commands}
            for (scope, language), commands in self.commands.items()
        ]


class World:
    """In memory and on one loop. `strict` records in `complaints` what Telegram would only shrug at: methods and
    parameters it does not know. A `referee` (method, params → complaints) judges by more, such as the whole schema.
    `paced` enforces Telegram's limits. `calls` keeps the latest calls of the bot, all but its polls."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = TOKEN,
        lang: str = "en",
        zone: str = "UTC",
        strict: bool = False,
        referee: Referee | None = None,
        paced: bool = False,
    ) -> None:
        self.clock, self.token, self.lang, self.zone = clock, token, lang, zone
        self.zone_called: dict[str, str] = {}  # in each language, as the bot calls it
        self.strict, self.referee = strict or referee is not None, referee
        self.pace = Pace(clock) if paced else None
        # Numbered from the time on, so that a bot that keeps its database over several worlds meets no number twice.
        self.mailbox = Mailbox(first_id=self.now())
        self.files, self.profile = Cabinet(), Profile()
        self.me = Person(int(token.partition(":")[0]), "bot", "Callboard", BOT_NAME, colour="#3390ec", is_bot=True)
        self.people: dict[int, Person] = {self.me.id: self.me}
        self.chats: dict[int, Chat] = {}
        self.refusals: list[Refusal] = []
        self.queries: dict[str, Query] = {}
        self.calls: deque[Call] = deque(maxlen=MOST_CALLS)
        self.complaints: list[str] = []
        self.met: set[int] = set()
        self.epoch = 1
        self.opening: Callable[[World], None] | None = None
        self.version = 1
        self.closed = False
        self._bell = Bell()
        self._last_ids: dict[int, int] = {}
        self._last_query = 0

    # -- change and waiting for it

    def ring(self) -> int:
        """Something changed: a new version, and everyone who waits for one wakes."""
        self.version += 1
        self._bell.ring()
        return self.version

    async def changed_after(self, version: int, seconds: float) -> None:
        """Return when the world is newer than this version, after so many seconds, or when the world closes."""
        try:
            async with asyncio.timeout(seconds):
                while self.version <= version and not self.closed:
                    await self._bell.heard()
        except TimeoutError:
            return

    def close(self) -> None:
        """Send everyone home who waits, so that the server can stop at once."""
        self.closed = True
        self._bell.ring()
        self.mailbox.close()
        for query in self.queries.values():
            query.answer.cancel()

    def now(self) -> int:
        return int(self.clock.now().timestamp())

    # -- who and where

    def join(self, person: Person) -> Person:
        self.people[person.id] = person
        return person

    def open_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.ring()
        return chat

    def private(self, person: Person) -> Chat:
        """The private chat with the bot, opened when it is not yet there."""
        if person.id not in self.chats:
            standing = {person.id: "member", self.me.id: "member"}
            self.open_chat(Chat(person.id, "private", person=person, standing=standing))
        return self.chats[person.id]

    def person(self, wanted: object) -> Person | None:
        """Somebody by id, by key in the cast, or by username."""
        text = str(wanted or "nobody").removeprefix("@").lower()
        return next((p for p in self.people.values() if text in (str(p.id), p.key, (p.username or "").lower())), None)

    def group(self) -> Chat | None:
        """The first group that still lives."""
        return next((chat for chat in self.chats.values() if chat.type != "private" and not chat.moved_to), None)

    def mentionable(self, person_id: int) -> Json | None:
        """The bot can mention only whom it has met or shares a group with."""
        person = self.people.get(person_id)
        return person.card() if person and self.knows(person_id) else None

    def knows(self, person_id: int) -> bool:
        groups = (chat for chat in self.chats.values() if chat.has(self.me.id))
        return person_id in self.met or any(chat.has(person_id) for chat in groups)

    # -- messages

    def next_id(self, chat: Chat) -> int:
        """Supergroups count for themselves, from 2 on, since their first message is their own creation (and topic 1 is the
        General one); private chats and small groups share one count."""
        counter, last = (chat.id, 1) if chat.type == "supergroup" else (0, 0)
        self._last_ids[counter] = self._last_ids.get(counter, last) + 1
        return self._last_ids[counter]

    def post(self, chat: Chat, sender: Person, body: Json) -> Post:
        """Put a message into a chat; the oldest fall out when there are too many."""
        head: Json = {"message_id": self.next_id(chat), "from": sender.card(speaking=not sender.is_bot)}
        if sender.id == ANONYMOUS_ADMIN:
            head["sender_chat"] = chat.card()
        post = Post(head | {"date": self.now(), "chat": chat.card()} | body, self.ring())
        post.offered.update(button["callback_data"] for button in post.buttons() if "callback_data" in button)
        chat.posts[post.id] = post
        while len(chat.posts) > MOST_POSTS:
            del chat.posts[next(iter(chat.posts))]
        return post

    def tell(self, chat: Chat, post: Post, kind: str = "message") -> None:
        """Tell the bot of a message, if Telegram would."""
        if chat.has(self.me.id) and self.sees(chat, post.body):
            if post.author:
                self.met.add(post.author)
            self.mailbox.put(kind, post.body)

    def sees(self, chat: Chat, body: Json) -> bool:
        """Privacy mode: commands, replies to the bot, mentions of it, and what happened to the chat; an admin sees all."""
        if chat.type == "private" or chat.runs(self.me.id) or not {"text", "document", "photo"} & body.keys():
            return True
        if body.get("reply_to_message", {}).get("from", {}).get("id") == self.me.id:
            return True
        words = str(body.get("text", body.get("caption", ""))).lower()
        me = f"@{self.me.username}".lower()
        command, _, addressee = words.split()[0].partition("@") if words.strip() else ("", "", "")
        if command.startswith("/") and len(command) > 1:
            return not addressee or f"@{addressee}" == me
        return me in words

    def new_query(self, presser: int) -> tuple[str, Query]:
        """A press that waits for its answer; of those that never get one, the oldest are forgotten."""
        self._last_query += 1
        query_id = str(FIRST_QUERY + self._last_query)
        self.queries[query_id] = Query(presser, self.clock.monotonic(), asyncio.get_running_loop().create_future())
        if len(self.queries) > MOST_QUERIES:
            del self.queries[next(iter(self.queries))]
        return query_id, self.queries[query_id]

    def complain(self, complaints: list[str]) -> None:
        """Write down what a strict world objects to."""
        if self.strict:
            self.complaints += complaints

    def reset(self) -> None:
        """The stage as it was at the opening: a new epoch, in which a page forgets what it saw. The counts go on, so that
        nothing new is ever taken for something old."""
        self.epoch += 1
        self.chats.clear()
        self.files.clear()
        self.refusals.clear()
        self.met.clear()
        self.people = {self.me.id: self.me}
        self.mailbox.waiting.clear()
        if self.opening:
            self.opening(self)
        self.ring()
