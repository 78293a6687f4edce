"""The machine without its flows: inbox, cues and outbox around a flow that only echoes, on a Telegram in memory."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import time, timedelta
from functools import cache
from typing import Any

from sqlmodel import select

from bot import cues, telegram
from bot.app import App, build_house
from bot.clock import HandClock
from bot.crew import LogEntry, Member, Person, Phase, Stream, Team
from bot.desk import Desk
from bot.house import House
from bot.message import Message
from bot.pace import Pace
from bot.place import Place
from bot.rehearsal.cast import opening_world
from bot.rehearsal.people import Chat
from bot.rehearsal.people import Person as WorldPerson
from bot.rehearsal.world import Refusal, World
from bot.store import Store
from bot.words import Reader
from tests import echo
from tests.scenes import lay
from tests.stage import MONDAY_NOON, InMemory, Stage, playbooks, referee

CREW = ("lin", "mei", "kai", "bo", "yan", "wei", "ana", "tao")
"""In the order in which a chain asks them; lin and wei lead."""


class Wire:
    """The edge, with hands on it: calls to some chats are held back, or their answers lost."""

    def __init__(self, edge: telegram.Edge) -> None:
        self._edge = edge
        self._happened = asyncio.Event()
        self.held: set[int] = set()
        self.losing = 0
        """How many of the next answers to messages are lost on the way."""
        self.begun: list[tuple[str, int]] = []
        self.done: list[tuple[str, int]] = []

    async def call(self, method: str, **params: Any) -> Any:
        here = (method, params.get("chat_id", 0))
        self.begun.append(here)
        self._happened.set()
        while here[1] in self.held:
            await self._changed()
        answer = await self._edge.call(method, **params)
        self.done.append(here)
        self._happened.set()
        if self.losing and method in ("sendMessage", "editMessageText"):
            self.losing -= 1
            raise telegram.Unreachable("the answer was lost")
        return answer

    def let_go(self, chat_id: int) -> None:
        self.held.discard(chat_id)
        self._happened.set()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something about the calls is so."""
        while not true():
            await self._changed()

    async def _changed(self) -> None:
        self._happened.clear()
        await asyncio.wait_for(self._happened.wait(), 5)


class Machine(Stage):
    """A team of eight around one running bot that knows nothing but the echo flow."""

    wire: Wire
    on_air: set[int]
    paces: tuple[float, float, float]

    def restart(self) -> None:
        """Another process on the same rows: what was in memory alone is gone."""
        self.app = App(self.app.store, self.wire, self.clock, Pace(self.clock.monotonic, *self.paces), self.app.house)

    async def all_sent(self) -> float:
        """Let the sender work in its own pace until nothing waits; how many seconds that took by the clock."""
        began = self.clock.monotonic()
        while True:
            await self.app.outbox.drain()
            wait = await self.app.outbox.step()
            if wait is None:
                return self.clock.monotonic() - began
            self.clock.forward(timedelta(milliseconds=math.ceil(wait * 1000)))

    async def say(self, key: str, text: str, **how: Any) -> None:
        """The bot says something to one of the cast, or to the group; it is not sent yet."""

        def unit(desk: Desk) -> None:
            team = desk.session.exec(select(Team)).one()
            place = desk.group(team) if key == "group" else desk.private(desk.get(Person, self.actors[key].id), team)
            desk.say(place, text, **how)

        await self.unit(unit)

    def open_chat(self, chat_id: int) -> None:
        """One more private chat, or group, that the bot may write to."""
        if chat_id > 0:
            self.world.private(self.world.join(WorldPerson(chat_id, f"p{chat_id}", f"P{chat_id}")))
        else:
            self.world.open_chat(Chat(chat_id, "supergroup", "Another", standing={self.world.me.id: "administrator"}))

    async def say_to(self, chats: Sequence[int], text: str) -> None:
        """The same to many chats, which no team needs to have."""
        reader = Reader("en", "UTC")
        await self.unit(lambda desk: [desk.say(Place(chat, reader), text) for chat in chats])

    async def planned(self, starts: str = "2026-11-28 20:00") -> Stream:
        """A stream in preparation, and nothing planned for it."""

        def unit(desk: Desk) -> Stream:
            return desk.add(
                Stream(
                    team_id=desk.session.exec(select(Team)).one().id,
                    title="Black Friday Special",
                    starts_at=self.at(starts),
                    minutes=180,
                    phase=Phase.PREP,
                    lead_id=self.lin.id,
                    playbook="live-commerce",
                    planned_at=desk.now,
                )
            )

        return await self.unit(unit)

    async def cue(self, kind: str, subject: int = 1, **how: Any) -> None:
        how.setdefault("team_id", 1)
        await self.unit(lambda desk: desk.cue(f"echo.{kind}", subject, **how))

    async def unit(self, do: Callable[[Desk], Any]) -> Any:
        """A unit of work of the test's own; nothing is sent or given because of it yet."""
        return await self.app.store.transaction(lambda session: do(Desk(session, self.app.house, self.now)))

    def refuse(self, key: str, code: int, description: str, times: int = 1, **how: Any) -> None:
        """Telegram is to refuse the next calls to a chat."""
        chat_id = self.group.id if key == "group" else self.actors[key].id
        self.world.refusals.append(Refusal(code, description, times, chat_id, **how))

    def refuse_method(self, method: str, code: int, description: str, times: int = 1, **how: Any) -> None:
        """Telegram is to refuse the next calls of a method."""
        self.world.refusals.append(Refusal(code, description, times, None, method, **how))

    async def messages(self, key: str) -> Sequence[Message]:
        chat_id = self.group.id if key == "group" else self.actors[key].id
        return [row for row in await self.rows(Message) if row.chat_id == chat_id]

    async def kept(self, key: str = "echo-log-kept") -> list[dict[str, Any]]:
        return [entry.args for entry in await self.rows(LogEntry) if entry.key == key]

    async def given(self) -> list[str]:
        return echo.given(await self.rows(LogEntry))

    async def only_cue(self) -> cues.Cue:
        (cue,) = await self.rows(cues.Cue)
        return cue


@cache
def _dictionary_house() -> House:
    return build_house([echo.build()], playbooks(), "live-commerce")


@asynccontextmanager
async def open_machine(
    *,
    url: str = "sqlite+aiosqlite://",
    pace: tuple[float, float, float] = (0, 0, 0),
    paced: bool = False,
    quiet: tuple[time, time] | None = None,
    group: str = "supergroup",
    bot: str = "administrator",
    clock: Any = None,
) -> AsyncIterator[Machine]:
    """A team that is set up; `paced` lets Telegram enforce its limits, `pace` is what the bot keeps."""
    clock, on_air = clock or HandClock(MONDAY_NOON), set[int]()
    world = opening_world(clock, kind=group, bot=bot, zone="Asia/Shanghai", paced=paced, referee=referee())
    store = Store(url, durable=False)
    await lay(store)
    request = InMemory(world)
    wire = Wire(telegram.Telegram(world.token, "http://stage", request, request))
    house = House(
        [*_dictionary_house().flows[:2], echo.build(on_air), *_dictionary_house().flows[3:]],
        playbooks(),
        _dictionary_house().dictionary,
        "live-commerce",
        timezone="Asia/Shanghai",
        quiet=quiet,
        username=world.me.username or "",
    )
    app = App(store, wire, clock, Pace(clock.monotonic, *pace), house)
    machine = Machine(world, clock, app, "en")
    machine.wire, machine.on_air, machine.paces = wire, on_air, pace
    await machine.unit(lambda desk: _cast(machine, world, desk))
    try:
        yield machine
        assert not world.complaints, world.complaints
    finally:
        world.close()
        await machine.app.close()


def _cast(machine: Machine, world: World, desk: Desk) -> None:
    team = desk.add(
        Team(
            chat_id=machine.group.id,
            title="Friday Live",
            timezone="Asia/Shanghai",
            playbook="live-commerce",
            ready=True,
        )
    )
    for key in CREW:
        person = world.people[machine.actors[key].id]
        world.private(person)
        desk.add(Person(id=person.id, name=person.name, username=person.username, reachable=True))
        desk.add(Member(team_id=team.id, person_id=person.id, lead=key in ("lin", "wei")))
