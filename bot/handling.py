"""One update and what becomes of it: read, handled in one transaction, answered; or kept with its error."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
import telegram as ptb

from bot import anonymous, board, dates, faults, zones
from bot.clock import Clock
from bot.dates import library
from bot.desk import Desk
from bot.dispatch import handle, offered
from bot.house import House
from bot.incoming import Author, Incoming, Kind, author_of, parse
from bot.place import Refused, Toast
from bot.received import InboxState, Received, close
from bot.store import Session, Store
from bot.telegram import Edge, Refusal
from bot.words import w

log = structlog.get_logger()

Spoken = dict[str, Any]
"""What a press is answered with."""


@dataclass
class Heard:
    """One update in hand."""

    row: Received
    incoming: Incoming = Incoming(Kind.OTHER)
    alone: bool = False
    """Something must be known before its transaction opens, or it can't even be read."""
    unreadable: Exception | None = None
    forgotten: bool = False
    """Nothing of what it says may be kept, however it ends."""
    read: dates.Understood | None = None
    admins: Sequence[Author] | None = None


class Handling:
    """Handles updates. What fails is kept with its error, and the next goes on."""

    def __init__(self, store: Store, edge: Edge, clock: Clock, house: House) -> None:
        self._store, self._edge, self._clock, self._house = store, edge, clock, house
        self._answers: set[asyncio.Task[None]] = set()

    def hear(self, row: Received) -> Heard:
        """What the update says, as far as the update alone tells it."""
        try:
            incoming = replace(parse(row.body or {}, self._house.username), received=row.id)
        except Exception as error:
            return Heard(row, alone=True, unreadable=error)
        named_later = incoming.data.startswith(anonymous.PRESS)
        return Heard(row, incoming, named_later or self._rare(incoming) or self._needs_admins(incoming))

    async def handle(self, some: Sequence[Heard]) -> None:
        """Together in one commit; where one of them fails or is refused, nothing of it happened, and each goes alone."""
        if len(some) > 1:
            try:
                spoken = await self._store.transaction(lambda s: [self._unit(s, heard) for heard in some])
            except Exception:
                spoken = [await self._alone(heard) for heard in some]
        else:
            spoken = [await self._alone(heard) for heard in some]
        for heard, said in zip(some, spoken, strict=True):
            self._answer_press(heard, said)

    async def settle(self, seconds: float | None = None) -> None:
        """Wait until every press has been answered, or as long as may be."""
        if self._answers:
            await asyncio.wait(self._answers, timeout=seconds)

    def _answer_press(self, heard: Heard, spoken: Spoken) -> None:
        if heard.incoming.callback:
            answer = asyncio.create_task(self._answer(heard.incoming.callback, spoken))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _alone(self, heard: Heard) -> Spoken:
        try:
            if heard.unreadable:
                raise heard.unreadable
            await self._beforehand(heard)
            return await self._store.transaction(lambda s: self._unit(s, heard))
        except Refused as refused:
            return await self._turn_down(heard, refused)
        except Exception as error:
            if heard.incoming.kind is Kind.PRESS and not await self._store.read(lambda s: offered(s, heard.incoming)):
                log.warning("press not understood", inbox=heard.row.id, where=faults.where(error))
                return await self._turn_down(heard, Refused(w("inbox-gone")))
            return await self._fail(heard, error)

    def _unit(self, session: Session, heard: Heard) -> Spoken:
        """Everything that one update changes."""
        session.forget()
        typed = heard.incoming.text if heard.incoming.kind in (Kind.TEXT, Kind.COMMAND) else ""
        desk = Desk(session, self._house, self._clock.now(), typed=typed, read=heard.read, admins=heard.admins)
        try:
            meant = handle(desk, heard.incoming)
        finally:
            heard.forgotten = desk.forgotten
        board.refresh(desk)
        close(session, heard.row.id, InboxState.DONE, forget=desk.forgotten or not meant)
        return _spoken(desk, heard.incoming, desk.answered)

    async def _beforehand(self, heard: Heard) -> None:
        """What must be known before the transaction opens: what command a press is about, a time that only a
        library can read, and a chat's admins."""
        if heard.incoming.data.startswith(anonymous.PRESS):
            heard.incoming = await self._store.read(
                lambda s: anonymous.as_meant(s, heard.incoming, self._house.username)
            )
        if self._rare(heard.incoming):
            zone = await self._store.read(lambda session: zones.known_before(session, self._house, heard.incoming))
            heard.read = await dates.understand(heard.incoming.text, self._clock.now(), zone)
        if self._needs_admins(heard.incoming):
            heard.admins = await self._admins(heard.incoming)

    def _rare(self, incoming: Incoming) -> bool:
        """Whether typed text may be a time that is not read here."""
        if incoming.kind not in (Kind.TEXT, Kind.COMMAND) or not library.may_be(incoming.text):
            return False
        read = dates.read(incoming.text, self._clock.now(), self._house.timezone)
        return not (read.moment or read.days or read.length is not None)

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
            close(session, heard.row.id, InboxState.DONE, forget=heard.forgotten)
            desk = self._afterwards(session, heard.incoming)
            return _spoken(desk, heard.incoming, Toast(refused.words, alert=True))

        return await self._store.transaction(say)

    async def _fail(self, heard: Heard, error: Exception) -> Spoken:
        """Keep the update with its error, and own up to whoever waits for an answer."""
        told = faults.told(error) if not heard.forgotten else type(error).__name__
        log.error("update failed", inbox=heard.row.id, error=told, where=faults.where(error))

        def keep(session: Session) -> Spoken:
            close(session, heard.row.id, InboxState.FAILED, error=told, forget=heard.forgotten)
            if heard.incoming.kind not in (Kind.PRESS, Kind.COMMAND):
                return {}
            return _spoken(self._afterwards(session, heard.incoming), heard.incoming, Toast(w("inbox-failed"), True))

        try:
            return await self._store.transaction(keep)
        except Exception as again:  # it cannot even be answered: the error alone is kept
            log.error("update failed twice", inbox=heard.row.id, error=faults.told(again))
            await self._store.transaction(
                lambda s: close(s, heard.row.id, InboxState.FAILED, error=told, forget=heard.forgotten)
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
