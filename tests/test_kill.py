"""The real process, killed with -9 in mid-conversation again and again: nothing is lost, and nothing is done twice."""

import asyncio
import os
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

from sqlmodel import select

from bot.crew import LogEntry, Member, Person, Team
from bot.cues import Cue, CueState
from bot.message import Delivery, Message
from bot.received import InboxState, Received
from bot.rehearsal import acts
from bot.rehearsal.people import Post
from bot.store import Store
from tests.process import HASTE, Bot, Telegram, configure, running, telegram

SEED = int(os.environ.get("CALLBOARD_SEED", "20261128"))
KILLS = int(os.environ.get("CALLBOARD_KILLS", "10"))
CREW = ("mei", "kai", "bo", "yan", "ana", "tao")
WHERE = ("getUpdates", "sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery")


class Player:
    """One of the crew, who keeps a diary with the bot and answers each question once, whatever happens to the bot."""

    def __init__(self, far: Telegram, key: str, enough: asyncio.Event) -> None:
        person = far.world.person(key)
        assert person
        self.world, self.person, self.key, self.enough = far.world, person, key, enough
        self.chat = far.world.private(person)
        self.heard: list[str] = []
        self.kept: list[dict[str, Any]] = []
        self._talk = 0

    async def play(self) -> None:
        """Rounds of a line echoed, a cue asked for and a diary kept, until there were enough kills."""
        while not self.enough.is_set() or len(self.kept) < 2:
            mark = f"{self.key}-{len(self.kept)}"
            for line in (f"/echo {mark}", f"/later 0.05 {mark}", "/diary"):
                acts.say(self.world, self.person, self.chat, line)
            await self._keep_diary(mark)
            self.heard.append(mark)

    async def _keep_diary(self, mark: str) -> None:
        post, data = await self._question(r"talk\.pick:(\d+):1:good", newer=True)
        self._talk = int(data.split(":")[1])
        acts.press(self.world, self.person, self.chat, post.id, data)
        await self._question(rf"talk\.back:{self._talk}:2")
        acts.say(self.world, self.person, self.chat, f"felt like {mark}")
        post, data = await self._question(rf"talk\.skip:{self._talk}:3")
        acts.press(self.world, self.person, self.chat, post.id, data)
        self.kept.append({"walk": "echo.diary", "mood": "good", "words": f"felt like {mark}", "more": None})

    async def _question(self, pattern: str, newer: bool = False) -> tuple[Post, str]:
        """The question with such a button, as soon as it is there."""
        while True:
            version = self.world.version
            for post in reversed(list(self.chat.posts.values())):
                for data in post.offered:
                    found = re.fullmatch(pattern, data)
                    if found and (not newer or int(found.group(1)) > self._talk):
                        return post, data
            await self.world.changed_after(version, 30)


class Reaper:
    """Kills the bot at seeded calls: before Telegram heard it, after it did, or a moment later."""

    def __init__(self, far: Telegram, seed: int) -> None:
        self.far, self.dice, self.bot = far, random.Random(seed), None
        self.log: list[str] = []
        far.before, far.after = self._before, self._after
        self._draw()

    bot: Bot | None

    def watch(self, bot: Bot) -> None:
        self._draw()
        self.bot = bot

    def _draw(self) -> None:
        self.method = self.dice.choice(WHERE)
        self.count, self.moment = self.dice.randint(1, 6), self.dice.choice(("before", "after", "later"))

    def _before(self, method: str) -> None:
        if self.bot and method == self.method:
            self.count -= 1
            if self.count == 0 and self.moment == "before":
                self._kill()

    def _after(self, method: str) -> None:
        if self.bot and method == self.method and self.count == 0 and self.moment != "before":
            delay = 0.0 if self.moment == "after" else self.dice.uniform(0, 0.02)
            asyncio.get_running_loop().call_later(delay, self._kill)

    def _kill(self) -> None:
        if self.bot:
            self.bot.process.kill()
            self.log.append(f"{self.moment} {self.method}")
            self.bot = None


async def seed_team(config: Path, far: Telegram) -> Store:
    store = Store(f"sqlite+aiosqlite:///{config.parent / 'callboard.db'}")
    await store.migrate()
    people = [far.world.person(key) for key in CREW]

    def fill(session: Any) -> None:
        team = Team(chat_id=-1, title="Friday Live", playbook="live-commerce", ready=True)
        session.add(team)
        session.flush()
        for person in people:
            assert person
            session.add(Person(id=person.id, name=person.name, username=person.username, reachable=True))
            session.flush()
            session.add(Member(team_id=team.id, person_id=person.id))

    await store.transaction(fill)
    return store


async def test_ten_kills_in_mid_conversation_lose_nothing_and_do_nothing_twice(tmp_path: Path, capsys: Any) -> None:
    async with telegram() as far:
        config = configure(tmp_path, far.address, pace=HASTE, database=f"sqlite:///{tmp_path / 'callboard.db'}")
        store = await seed_team(config, far)
        enough, reaper = asyncio.Event(), Reaper(far, SEED)
        players = [Player(far, key, enough) for key in CREW]
        playing = asyncio.gather(*(player.play() for player in players))
        for _ in range(KILLS):
            async with running(config) as bot:
                reaper.watch(bot)
                await bot.process.wait()
        enough.set()
        async with running(config) as bot:
            await playing
            await everything_said(far, store)
            bot.terminate()
            assert (await bot.ends(within=10))[0] == 0
        with capsys.disabled():
            print(f"\nseed {SEED}: killed {', '.join(reaper.log)}")
        await judge(far, store, players)
        await store.close()


async def everything_said(far: Telegram, store: Store) -> None:
    """Until nothing waits any more: no update, no cue, no message."""

    def open_points(session: Any) -> int:
        return sum(
            len(session.exec(select(row.id).where(state)).all())
            for row, state in (
                (Received, Received.state == InboxState.NEW),
                (Message, Message.state == Delivery.PENDING),
                (Cue, Cue.state == CueState.PLANNED),
            )
        )

    async with asyncio.timeout(20):
        while far.world.mailbox.waiting or await store.read(open_points):
            await far.world.changed_after(far.world.version, 0.1)


async def judge(far: Telegram, store: Store, players: list[Player]) -> None:
    rows = await store.read(lambda session: session.exec(select(Received)).all())
    emitted = far.world.mailbox._next_id - min(row.update_id for row in rows)
    assert (len(rows), {row.state for row in rows}) == (emitted, {InboxState.DONE})

    entries = await store.read(lambda session: session.exec(select(LogEntry)).all())
    marks = Counter(mark for player in players for mark in player.heard)
    assert Counter(entry.args["text"] for entry in entries if entry.key == "echo-log-heard") == marks
    kept = [entry.args for entry in entries if entry.key == "echo-log-kept"]
    assert sorted(map(repr, kept)) == sorted(repr(one) for player in players for one in player.kept)
    given = Counter(entry.args["cue"].split(":")[-1] for entry in entries if entry.key == "echo-log-given")
    assert given == marks

    messages = await store.read(lambda session: session.exec(select(Message)).all())
    assert {message.state for message in messages} == {Delivery.SENT}
    for message in messages:
        assert far.world.chats[message.chat_id].posts[message.message_id].body["text"] == message.text
    bot = far.world.me.id
    posts = [post for player in players for post in player.chat.posts.values() if post.author == bot]
    repeats = len(posts) - len(messages)
    assert 0 <= repeats <= KILLS * len(CREW)
