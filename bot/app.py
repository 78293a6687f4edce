"""The composition root: everything is built and wired here, and here only."""

import asyncio
import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import structlog

from bot import board, dates, door, talking, telegram
from bot.clock import Clock
from bot.config_model import Retention
from bot.crew import Team
from bot.cues import Cue
from bot.flow import Flow
from bot.house import House
from bot.inbox import ALLOWED, Inbox
from bot.message import Message
from bot.outbox import Outbox
from bot.pace import Pace
from bot.playbook import Playbook
from bot.retention import Sweeper
from bot.store import Store
from bot.ticker import Ticker
from bot.words import LANGUAGES, Dictionary, Reader, w

log = structlog.get_logger()

POLL = 50
"""Seconds that Telegram holds a request for updates."""
LAST_STEP = 1.0
"""Seconds that the step in hand gets at the end."""
LAST_ANSWERS = 1.0
"""Seconds that the answers to presses get at the end."""
PATIENCE = 5.0
"""Seconds before asking again, where Telegram did not answer or somebody else polls."""
SCOPES = ("all_private_chats", "all_group_chats", "all_chat_administrators")


def build_house(flows: Sequence[Flow], playbooks: dict[str, Playbook], playbook: str, **settings: Any) -> House:
    """The flows with the machine's own three, their words, and the playbooks."""
    everything = [talking.flow, door.flow, *flows, board.flow]
    folders = dict.fromkeys([Path(__file__).parent / "words", *(flow.folder / "words" for flow in everything)])
    return House(everything, playbooks, Dictionary(folders), playbook, **settings)


class App:
    """Inbox, cues and outbox around one database."""

    def __init__(
        self,
        store: Store,
        edge: telegram.Edge,
        clock: Clock,
        pace: Pace,
        house: House,
        kept: Retention = Retention(),  # noqa: B008  frozen
    ) -> None:
        self.store, self.edge, self.clock, self.house = store, edge, clock, house
        self.inbox = Inbox(store, edge, clock, house)
        self.outbox = Outbox(store, edge, clock, pace, house)
        self.ticker = Ticker(store, clock, house)
        self._sweeper = Sweeper(store, clock, house, kept)
        self._listening = asyncio.Event()
        store.watch(self.outbox.wake, Message)
        store.watch(self.ticker.rearm, Cue, Team)

    async def introduce(self) -> None:
        """Learn the bot's own name."""
        me = await self._patiently("getMe")
        self.house.username = me["username"]

    async def put_menus(self) -> None:
        """Put the commands in Telegram's menus, once the bot already listens: nobody waits for them."""
        await self._listening.wait()
        for language in LANGUAGES:
            for scope in SCOPES:
                await self._put_menu(language, scope)

    async def _put_menu(self, language: str, scope: str) -> None:
        """A menu is a convenience: one that is refused does not keep the bot from its work."""
        code, menu = language if language != "en" else None, self._menu(language, scope)
        try:
            await self._patiently("setMyCommands", scope={"type": scope}, language_code=code, commands=menu)
        except telegram.Refusal as refusal:
            log.warning("menu refused", scope=scope, language=language, why=str(refusal))

    def _menu(self, language: str, scope: str) -> list[dict[str, str]]:
        """The commands for members; in groups admins see those for leads as well."""
        plain = self.house.dictionary.plain
        return [
            {"command": name, "description": plain(w(f"{flow.name}-command-{name}"), Reader(language), 100)}
            for name, (flow, command) in self.house.commands.items()
            if not command.hidden and (not command.lead or scope != "all_group_chats")
        ]

    async def _patiently(self, method: str, **params: Any) -> Any:
        """Ask until Telegram answers: a start without network must not be the end."""
        while True:
            try:
                return await self.edge.call(method, **params)
            except telegram.FloodWait as wait:
                await asyncio.sleep(wait.seconds)
            except (telegram.Unreachable, telegram.Conflict) as refusal:
                log.warning("Telegram does not answer; trying again", method=method, why=str(refusal))
                await asyncio.sleep(PATIENCE)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop`; the step in hand is finished."""
        stopping = asyncio.create_task(stop.wait(), name="stop")
        introducing = asyncio.create_task(self.introduce(), name="introduce")
        await asyncio.wait({stopping, introducing}, return_when=asyncio.FIRST_COMPLETED)
        if introducing.done():
            introducing.result()
            await self._serve(stopping)
        for task in (stopping, introducing):
            task.cancel()

    async def _serve(self, stopping: asyncio.Task[Any]) -> None:
        workers = [
            asyncio.create_task(self.inbox.run(), name="inbox"),
            asyncio.create_task(self.outbox.run(), name="outbox"),
            asyncio.create_task(self.ticker.run(self.tidy), name="ticker"),
        ]
        polling = asyncio.create_task(self._poll(), name="poll")
        menus = asyncio.create_task(self.put_menus(), name="menus")
        done, _ = await asyncio.wait({*workers, polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        polling.cancel()
        menus.cancel()
        await self._finish_step()
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, polling, menus, return_exceptions=True)
        for task in done - {stopping}:
            task.result()

    async def _finish_step(self) -> None:
        """The step in hand is finished once the door is free; where the database can't be had it is undone."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_STEP):
                await self.store.transaction(lambda _session: None)

    async def _poll(self) -> None:
        """Fetch updates, commit them, and only then tell Telegram, with the next request, that they were received."""
        silence = ""
        while True:
            last = await self.inbox.last_id()  # asked anew each time: after a week of silence numbers start anywhere
            self._listening.set()
            try:
                updates = await self.edge.call(
                    "getUpdates",
                    offset=None if last is None else last + 1,
                    timeout=POLL,
                    allowed_updates=list(ALLOWED),
                )
                await self.inbox.take(updates)
            except telegram.WrongToken:
                raise
            except telegram.Refusal as refusal:
                if silence != str(refusal):
                    log.warning("no updates; trying until there are", why=str(refusal))
                silence = str(refusal)
                await asyncio.sleep(refusal.seconds if isinstance(refusal, telegram.FloodWait) else PATIENCE)
                continue
            if silence:
                log.warning("updates come again")
            silence = ""

    async def tidy(self) -> None:
        """Forget what need not be known any more."""
        await self.inbox.purge()
        await self._sweeper.sweep()

    async def settle(self) -> None:
        """Everything taken is handled, everything due is given, everything said is sent: for tests and rehearsals."""
        await self.inbox.work()
        given = True
        while given:
            given = bool(await self.ticker.give_due())
            await self.outbox.drain()
            await self.inbox.settle()

    async def close(self) -> None:
        await self.inbox.settle(LAST_ANSWERS)
        dates.release()
        await self.store.close()
