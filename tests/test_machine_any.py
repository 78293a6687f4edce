"""Anybody doing anything, with repeats, restarts, refusals and clocks that jump: answers and cues count once, in order."""

import asyncio
import os
from collections import Counter, defaultdict
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import Conversation
from bot.crew import LogEntry
from bot.message import Priority
from bot.rehearsal import acts
from bot.replies import Standing
from tests import echo
from tests.machine import Machine, open_machine

PEOPLE = ("mei", "kai", "bo")
EXAMPLES = int(os.environ.get("CALLBOARD_EXAMPLES", "12"))
SAID = ("/diary", "/alarm", "/vote", "/back", "/skip", "/cancel", "取消", "/echo", "/later", "words")
DONE = (
    "press",
    "block",
    "start",
    "tell",
    "repeat",
    "restart",
    "refuse",
    "lose",
    "work",
    "send",
    "give",
    "pass",
    "jump",
)


class Chaos:
    """A machine to which things happen one at a time, without waiting for it to be done with the last."""

    def __init__(self, machine: Machine) -> None:
        self.machine, self.world = machine, machine.world
        self.taken: list[dict[str, object]] = []
        self.number = 0
        self.echoed: defaultdict[str, list[str]] = defaultdict(list)
        self.typed: list[str] = []
        self.later: list[str] = []
        self.told: defaultdict[tuple[str, Priority], list[str]] = defaultdict(list)

    async def happens(self, key: str, what: str) -> None:
        person = self.world.people[self.machine.actors[key].id]
        if what in SAID:
            if not person.blocked:
                acts.say(self.world, person, self.world.private(person), self._line(key, what))
        elif what in ("press", "block", "start"):
            getattr(self, f"_{what}")(key)
        else:
            await getattr(self, f"_{what}")(key)

    def _line(self, key: str, what: str) -> str:
        self.number += 1
        if what == "/echo":
            self.echoed[key].append(f"You said: {self.number}")
            return f"/echo {self.number}"
        if what == "/later":
            self.later.append(str(self.number))
            return f"/later {self.number % 5} {self.number}"
        if what == "words":
            self.typed.append(f"text {self.number}")
            return self.typed[-1]
        return what

    def _press(self, key: str) -> None:
        """Some button that was ever there, as old as it may be."""
        person = self.world.people[self.machine.actors[key].id]
        chat = self.world.private(person)
        offers = [(post.id, data) for post in chat.posts.values() for data in sorted(post.offered)]
        if offers and not person.blocked:
            post, data = offers[self.number * 7 % len(offers)]
            acts.press(self.world, person, chat, post, data)

    def _block(self, key: str) -> None:
        acts.block(self.world, self.world.people[self.machine.actors[key].id], True)

    def _start(self, key: str) -> None:
        acts.start(self.world, self.world.people[self.machine.actors[key].id])

    async def _tell(self, key: str) -> None:
        """The bot says something by itself, more or less urgent."""
        self.number += 1
        priority = list(Priority)[self.number % len(Priority)]
        text = f"told {priority} {self.number}"
        self.told[key, priority].append(text)
        await self.machine.say(key, text, priority=priority)

    async def _repeat(self, _key: str) -> None:
        await self.machine.app.inbox.take(self.taken[-5:])

    async def _restart(self, _key: str) -> None:
        self.machine.restart()

    async def _refuse(self, key: str) -> None:
        self.machine.refuse(key, 429, "Too Many Requests: retry after 3", retry_after=3)

    async def _lose(self, _key: str) -> None:
        self.machine.wire.losing += 1

    async def _work(self, _key: str) -> None:
        waiting = list(self.world.mailbox.waiting)
        self.world.mailbox.waiting.clear()
        self.taken += waiting
        await self.machine.app.inbox.take(waiting)
        await self.machine.app.inbox.work()
        await self.machine.app.inbox.settle()

    async def _send(self, _key: str) -> None:
        await self.machine.app.outbox.drain()

    async def _give(self, _key: str) -> None:
        await self.machine.app.ticker.give_due()

    async def _jump(self, _key: str) -> None:
        """The wall clock is set, now forward, now back."""
        self.number += 1
        self.machine.clock.jump(timedelta(seconds=(7, -5)[self.number % 2]))
        assert self.machine.app.ticker.notice()
        await self.machine.app.ticker.give_due()

    async def _pass(self, _key: str) -> None:
        self.machine.clock.forward(timedelta(seconds=2))

    async def comes_to_rest(self) -> None:
        """Everybody is back, Telegram takes everything, and time goes on."""
        self.world.refusals.clear()
        self.machine.wire.losing = 0
        for key in PEOPLE:
            self._start(key)
        for _ in range(4):
            await self._work("")
            await self._give("")
            await self._send("")
            self.machine.clock.forward(timedelta(minutes=2))


DEEDS = st.tuples(
    st.sampled_from(PEOPLE), st.sampled_from(SAID + DONE + ("work", "work", "press", "words", "/echo", "tell"))
)


@settings(max_examples=EXAMPLES)
@given(st.lists(DEEDS, min_size=30, max_size=60))
def test_whatever_happens_answers_are_kept_once_and_order_holds(story: list[tuple[str, str]]) -> None:
    asyncio.run(play(story))


async def play(story: list[tuple[str, str]]) -> None:
    async with open_machine() as machine:
        chaos = Chaos(machine)
        for key, what in story:
            await chaos.happens(key, what)
        await chaos.comes_to_rest()
        await judge(machine, chaos)


async def judge(machine: Machine, chaos: Chaos) -> None:
    talks = await machine.rows(Conversation)
    open_at = Counter((talk.person_id, talk.chat_id) for talk in talks if talk.standing is Standing.ACTIVE)
    assert set(open_at.values()) <= {1}

    entries = await machine.rows(LogEntry)
    kept = [entry.args for entry in entries if entry.key == "echo-log-kept"]
    done = [{"walk": talk.walk, **talk.answers} for talk in talks if talk.standing is Standing.DONE]
    assert sorted(map(repr, kept)) == sorted(map(repr, done))

    answers = Counter(value for talk in talks for value in talk.answers.values() if value in chaos.typed)
    assert set(answers.values()) <= {1}

    for key, expected in chaos.echoed.items():
        said = [text for text in machine.actors[key].inbox() if text.startswith("You said")]
        assert list(dict.fromkeys(said)) == expected
    heard = Counter(entry.args["text"] for entry in entries if entry.key == "echo-log-heard")
    assert set(heard.values()) <= {1} and len(heard) == sum(map(len, chaos.echoed.values()))

    for (key, _), expected in chaos.told.items():
        here = [text for text in machine.actors[key].inbox() if text in expected]
        assert list(dict.fromkeys(here)) == expected
    cues = [cue.rpartition(":")[2] for cue in echo.given(entries)]
    assert sorted(cues) == sorted(chaos.later)
    assert not machine.world.chats.get(machine.oz.id)
