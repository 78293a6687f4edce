"""The real process, killed with -9 at seeded moments again and again: nothing is lost, and nothing is done twice."""

import asyncio
import os
import random
import re
import signal
import sqlite3
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel, select

from bot.crew import LogEntry, Member, Person, Team
from bot.cues import Cue, CueState
from bot.message import Delivery, Message
from bot.received import InboxState, Received
from bot.rehearsal import acts
from bot.rehearsal.people import Post
from bot.store import Store
from tests.doom import Fate
from tests.process import HASTE, Telegram, configure, running, telegram

SEED = int(os.environ.get("CALLBOARD_SEED", "20261128"))
KILLS = int(os.environ.get("CALLBOARD_KILLS", "10"))
CREW = ("mei", "kai", "bo", "yan", "ana", "tao")
MIGRATIONS = max(1, KILLS // 5)
"""How many of the kills hit a migration."""
RECENT = 40
"""Of a chat's messages, those among which an open question is looked for."""


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
            for post in islice(reversed(self.chat.posts.values()), RECENT):
                for data in post.offered:
                    found = re.fullmatch(pattern, data)
                    if found and (not newer or int(found.group(1)) > self._talk):
                        return post, data
            await self.world.changed_after(version, 30)


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


async def test_wherever_it_is_killed_nothing_is_lost_and_nothing_is_done_twice(tmp_path: Path, capsys: Any) -> None:
    dice, ledger = random.Random(SEED), tmp_path / "ledger"
    with capsys.disabled():
        print(f"\nseed {SEED}, {KILLS} kills")
    async with telegram() as far:
        config = configure(tmp_path, far.address, pace=HASTE, database=f"sqlite:///{tmp_path / 'callboard.db'}")
        for _ in range(MIGRATIONS):
            await dies(config, Fate.in_migration(dice, ledger))
            assert all_or_nothing(tmp_path / "callboard.db")
        store = await seed_team(config, far)
        enough = asyncio.Event()
        players = [Player(far, key, enough) for key in CREW]
        playing = asyncio.gather(*(player.play() for player in players))
        for _ in range(KILLS - MIGRATIONS):
            await dies(config, Fate.drawn(dice, ledger))
        enough.set()
        async with running(config) as bot:
            async with asyncio.timeout(30):  # whoever waits longer for a question waits for one that was lost
                await playing
            await everything_said(far, store)
            bot.terminate()
            assert (await bot.ends(within=10))[0] == 0
        await judge(far, store, players, ledger.read_text().splitlines())
        await store.close()


async def dies(config: Path, fate: Fate) -> None:
    """One life: it must meet its fate, and never complain before."""
    async with running(config, fate) as bot:
        code, said = await bot.ends(within=30)
    assert code == -signal.SIGKILL and "error" not in said, (fate, code, said)


def all_or_nothing(file: Path) -> bool:
    """A migration that was cut off left either no table or all of them."""
    with sqlite3.connect(file) as look:
        tables = {name for (name,) in look.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not tables or tables >= set(SQLModel.metadata.tables)


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


async def judge(far: Telegram, store: Store, players: list[Player], deaths: list[str]) -> None:
    """Every update handled once, every answer kept, every cue given once, every message there, few of them twice."""
    assert len(deaths) == KILLS
    rows = await store.read(lambda session: session.exec(select(Received)).all())
    emitted = far.world.mailbox._next_id - min(row.update_id for row in rows)
    assert (len(rows), {row.state for row in rows}) == (emitted, {InboxState.DONE})

    entries = await store.read(lambda session: session.exec(select(LogEntry)).all())
    marks = Counter(mark for player in players for mark in player.heard)
    assert Counter(entry.args["text"] for entry in entries if entry.key == "echo-log-heard") == marks
    kept = [entry.args for entry in entries if entry.key == "echo-log-kept"]
    assert sorted(map(repr, kept)) == sorted(repr(one) for player in players for one in player.kept)
    cues = [entry.args["cue"] for entry in entries if entry.key == "echo-log-given"]
    missed = sum(entry.key == "cue-log-missed" for entry in entries)
    assert Counter(cue.split(":")[-1] for cue in cues) <= marks and len(cues) + missed == marks.total()

    messages = await store.read(lambda session: session.exec(select(Message)).all())
    assert {message.state for message in messages} == {Delivery.SENT}
    for message in messages:
        assert far.world.chats[message.chat_id].posts[message.message_id].body["text"] == message.text
    bot = far.world.me.id
    posts = [post for player in players for post in player.chat.posts.values() if post.author == bot]
    repeats, in_flight = len(posts) - len(messages), sum(int(death.split()[0]) for death in deaths)
    assert 0 <= repeats <= in_flight, deaths
