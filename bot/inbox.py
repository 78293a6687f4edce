"""Updates → rows → exactly one handler, one transaction."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
import telegram as ptb
from sqlalchemy import insert, update
from sqlmodel import col, select

from bot import anonymous, board, dates, faults
from bot.clock import Clock
from bot.desk import Desk
from bot.dispatch import handle
from bot.house import House
from bot.incoming import Author, Incoming, Kind, author_of, parse
from bot.place import Refused, Toast
from bot.received import InboxState, Received, close
from bot.store import Session, Store
from bot.telegram import Edge, Refusal
from bot.whereabouts import active_team
from bot.words import w

log = structlog.get_logger()

KEPT_FOR = timedelta(hours=48)
"""Bodies of updates, and the ids against which repeats are recognised."""
KEEP = insert(Received).values(state=InboxState.NEW)
Spoken = dict[str, Any]
"""What a press is answered with."""
ALLOWED = ("message", "callback_query", "my_chat_member", "chat_member")


@dataclass
class Heard:
    """One update in hand, and whether nothing of what it says may be kept, however it ends."""

    row_id: int
    incoming: Incoming = Incoming(Kind.OTHER)
    forgotten: bool = False


class Inbox:
    """Keeps what Telegram sent, then handles it in order; what fails is kept with its error, and the next goes on."""

    def __init__(self, store: Store, edge: Edge, clock: Clock, house: House) -> None:
        self._store, self._edge, self._clock, self._house = store, edge, clock, house
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._answers: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit a batch as rows; those seen before are left out."""
        now = self._clock.now()

        def keep(session: Session) -> None:
            ids = [one["update_id"] for one in updates]
            seen = _seen(session, ids, now - KEPT_FOR)
            fresh = {one["update_id"]: one for one in updates if one["update_id"] not in seen}
            rows = [{"update_id": number, "received_at": now, "body": one} for number, one in fresh.items()]
            if rows:
                session.connection().execute(KEEP, rows)

        if updates:
            await self._store.transaction(keep)
            self._wake.set()

    async def last_id(self) -> int | None:
        """The highest number, if it is fresh enough to go on from; after a week Telegram starts anywhere."""
        since = self._clock.now() - KEPT_FOR
        fresh = select(Received.update_id).where(
            col(Received.received_at) > since, col(Received.update_id).is_not(None)
        )
        highest = fresh.order_by(col(Received.update_id).desc()).limit(1)
        return await self._store.read(lambda session: session.exec(highest).first())

    async def run(self) -> None:
        """Handle until cancelled."""
        while True:
            self._wake.clear()
            await self.work()
            await self._wake.wait()

    async def work(self) -> None:
        """Handle everything that is new, in order."""
        fresh = select(Received).where(Received.state == InboxState.NEW).order_by(col(Received.id)).limit(100)
        async with self._one_at_a_time:
            while rows := await self._store.read(lambda session: session.exec(fresh).all()):
                for row in rows:
                    await self._handle(row)

    async def purge(self) -> None:
        """Forget the bodies of what was handled, and the ids that can't come again."""
        before = self._clock.now() - KEPT_FOR

        def forget(session: Session) -> None:
            session.exec(
                update(Received)
                .where(
                    col(Received.received_at) < before,
                    col(Received.update_id).is_not(None),
                    col(Received.state) != InboxState.NEW,
                )
                .values(body=None, update_id=None)
            )

        await self._store.transaction(forget)

    async def settle(self, seconds: float | None = None) -> None:
        """Wait until every press has been answered, or as long as may be."""
        if self._answers:
            await asyncio.wait(self._answers, timeout=seconds)

    async def _handle(self, row: Received) -> None:
        heard = Heard(row.id)
        spoken: Spoken = {}
        try:
            heard.incoming = await self._read(row)
            spoken = await self._do(heard)
        except Exception as error:
            spoken = await self._fail(heard, error)
        if heard.incoming.callback:
            answer = asyncio.create_task(self._answer(heard.incoming.callback, spoken))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _read(self, row: Received) -> Incoming:
        """What the update says; a press that gives an anonymous command its author says that command."""
        incoming = replace(parse(row.body or {}, self._house.username), received=row.id)
        if not incoming.data.startswith(anonymous.PRESS):
            return incoming
        return await self._store.read(lambda s: anonymous.with_author(s, incoming, self._house.username))

    async def _do(self, heard: Heard) -> Spoken:
        understood, admins = await self._beforehand(heard.incoming)
        try:
            return await self._store.transaction(lambda s: self._unit(s, heard, understood, admins))
        except Refused as refused:
            return await self._turn_down(heard, refused)

    def _unit(
        self, session: Session, heard: Heard, understood: dates.Understood | None, admins: Sequence[Author] | None
    ) -> Spoken:
        """Everything that one update changes."""
        desk = Desk(session, self._house, self._clock.now(), understood=understood, admins=admins)
        try:
            meant = handle(desk, heard.incoming)
        finally:
            heard.forgotten = desk.forgotten
        board.refresh(desk)
        close(session, heard.row_id, InboxState.DONE, forget=desk.forgotten or not meant)
        return _spoken(desk, heard.incoming, desk.answered)

    async def _beforehand(self, incoming: Incoming) -> tuple[dates.Understood | None, Sequence[Author] | None]:
        """What must be known before the transaction opens: times in typed text, and a chat's admins."""
        understood = None
        if incoming.kind in (Kind.TEXT, Kind.COMMAND) and incoming.text:
            team = await self._store.read(lambda session: active_team(session, incoming))
            zone = team.timezone if team else self._house.timezone
            understood = await dates.understand(incoming.text, self._clock.now(), zone)
        return understood, await self._admins(incoming) if self._needs_admins(incoming) else None

    def _needs_admins(self, incoming: Incoming) -> bool:
        if incoming.private or incoming.kind is Kind.OTHER:
            return False
        known = self._house.commands.get(incoming.command)
        press = self._house.press(incoming.data.split(":")[0]) if incoming.kind is Kind.PRESS else None
        return bool((known and known[1].admins) or (press and press.admins))

    async def _admins(self, incoming: Incoming) -> Sequence[Author] | None:
        try:
            members = await self._edge.call("getChatAdministrators", chat_id=incoming.chat_id)
        except Refusal as refusal:
            log.info("admins not known", chat=incoming.chat_id, why=str(refusal))
            return None
        people = [ptb.User.de_json(member["user"], None) for member in members]
        return [author_of(person) for person in people if not person.is_bot]

    async def _turn_down(self, heard: Heard, refused: Refused) -> Spoken:
        """Nothing of it happened; the person reads why: on the button, or where they wrote."""

        def say(session: Session) -> Spoken:
            close(session, heard.row_id, InboxState.DONE, forget=heard.forgotten)
            desk = self._afterwards(session, heard.incoming)
            return _spoken(desk, heard.incoming, Toast(refused.words, alert=True))

        return await self._store.transaction(say)

    async def _fail(self, heard: Heard, error: Exception) -> Spoken:
        """Keep the update with its error, and own up to whoever waits for an answer."""
        told = faults.told(error) if not heard.forgotten else type(error).__name__
        log.error("update failed", inbox=heard.row_id, error=told, where=faults.where(error))

        def keep(session: Session) -> Spoken:
            close(session, heard.row_id, InboxState.FAILED, error=told, forget=heard.forgotten)
            if heard.incoming.kind not in (Kind.PRESS, Kind.COMMAND):
                return {}
            return _spoken(self._afterwards(session, heard.incoming), heard.incoming, Toast(w("inbox-failed"), True))

        try:
            return await self._store.transaction(keep)
        except Exception as again:  # it cannot even be answered: the error alone is kept
            log.error("update failed twice", inbox=heard.row_id, error=faults.told(again))
            await self._store.transaction(
                lambda s: close(s, heard.row_id, InboxState.FAILED, error=told, forget=heard.forgotten)
            )
            return {}

    def _afterwards(self, session: Session, incoming: Incoming) -> Desk:
        """A desk that knows who wrote, where; nothing is handled again."""
        desk = Desk(session, self._house, self._clock.now())
        handle(desk, replace(incoming, kind=Kind.OTHER))
        return desk

    async def _answer(self, callback: str, spoken: Spoken) -> None:
        """Direct, after the commit: a press waits for its answer, and one that came too late is no fault."""
        try:
            await self._edge.call("answerCallbackQuery", callback_query_id=callback, **spoken)
        except Refusal as refusal:
            log.info("press not answered", why=str(refusal))


def _seen(session: Session, ids: Sequence[int], before: datetime) -> set[int]:
    """The numbers that came before. One of days ago is another update's: numbers start anywhere after a silence."""
    known = select(Received.update_id, Received.received_at).where(col(Received.update_id).in_(ids))
    found = {number: at for number, at in session.exec(known) if number is not None}
    if old := [number for number, at in found.items() if at < before]:
        session.exec(update(Received).where(col(Received.update_id).in_(old)).values(update_id=None))
    return found.keys() - set(old)


def _spoken(desk: Desk, incoming: Incoming, toast: Toast | None) -> Spoken:
    """What a press is answered with, in the presser's language; outside of a press it is a reply."""
    if toast is None or desk.who is None:
        return {}
    if incoming.callback is None:
        if toast.words:
            desk.reply(toast.words)
        return {}
    reader = desk.private(desk.who, desk.team).reader
    text = desk.house.dictionary.plain(toast.words, reader) if toast.words else None
    return {"text": text, "show_alert": True if toast.alert else None, "url": toast.url}
