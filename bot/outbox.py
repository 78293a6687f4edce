"""The only sender: takes pending message rows, keeps Telegram's pace, and writes down what became of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import func
from sqlmodel import col, select

from bot import faults, telegram
from bot.clock import Clock
from bot.delivery import record_delivered, record_refused
from bot.desk import Desk
from bot.house import House
from bot.message import Delivery, Message
from bot.pace import Pace
from bot.place import Place
from bot.store import Session, Store
from bot.words import Reader

log = structlog.get_logger()

LAST_SENDS = 2.5
"""Seconds that what is under way gets at the end; what has no answer by then may be sent again."""
IDLE = 30.0
"""Seconds after which the sender looks again without being woken."""


@dataclass(frozen=True)
class Sent:
    """What one message became."""

    id: int
    version: int
    message_id: int | None
    refusal: telegram.Refusal | None = None


class Outbox:
    """Sends concurrently to many chats, one at a time to each, the most urgent first."""

    def __init__(
        self,
        store: Store,
        edge: telegram.Edge,
        clock: Clock,
        pace: Pace,
        house: House,
    ) -> None:
        self._store, self._edge, self._clock, self._pace, self._house = store, edge, clock, pace, house
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._under_way: dict[int, asyncio.Task[Sent]] = {}
        self._recalled = False

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled; what is under way is finished and written down first."""
        try:
            while True:
                self._wake.clear()
                wait = await self.step()
                await self._until_something_happens(wait)
        finally:
            await asyncio.shield(self._finish())

    async def drain(self) -> None:
        """Send everything that may go now: for tests and for rehearsals that wait until all is said."""
        while True:
            wait = await self.step()
            if self._under_way:
                await asyncio.wait(self._under_way.values())
            elif wait is None or wait > 0:
                return

    async def step(self) -> float | None:
        """Record what was sent, start what may be sent; seconds until the next may go, None where nothing waits."""
        async with self._one_at_a_time:
            await self._recall()
            await self._record()
            return self._start(await self._store.read(self._first_of_each_chat))

    async def _recall(self) -> None:
        """The waits that Telegram asked for before this process was started still hold."""
        if self._recalled:
            return
        now = self._clock.now()
        waiting = select(Message.chat_id, func.max(Message.not_before)).where(
            Message.state == Delivery.PENDING, Message.attempts == 0, col(Message.not_before) > now
        )
        pauses = await self._store.read(lambda session: session.exec(waiting.group_by(col(Message.chat_id))).all())
        for chat_id, until in pauses:
            self._pace.pause(chat_id, (until - now).total_seconds() if until else 0)
        self._recalled = True

    def _start(self, rows: Sequence[Message]) -> float | None:
        waits = []
        for row in rows:
            if row.chat_id in self._under_way:
                continue
            board = row.pin
            wait = max(self._pace.wait(row.chat_id, board=board), self._held_back(row))
            if wait > 0:
                waits.append(wait)
                continue
            self._pace.begin(row.chat_id, board=board)
            self._under_way[row.chat_id] = asyncio.create_task(self._send(row))
        return min(waits, default=None)

    def _held_back(self, row: Message) -> float:
        return (row.not_before - self._clock.now()).total_seconds() if row.not_before else 0.0

    def _first_of_each_chat(self, session: Session) -> Sequence[Message]:
        """The next message of every chat that has one: the most urgent, then the longest waiting."""
        place = func.row_number().over(
            partition_by=col(Message.chat_id),
            order_by=(col(Message.priority), col(Message.queued_at), col(Message.id)),
        )
        ranked = select(Message.id, place.label("place")).where(Message.state == Delivery.PENDING).subquery()
        return session.exec(
            select(Message)
            .join(ranked, col(Message.id) == ranked.c.id)
            .where(ranked.c.place == 1)
            .order_by(col(Message.priority), col(Message.queued_at), col(Message.id))
        ).all()

    async def _until_something_happens(self, wait: float | None) -> None:
        woken = asyncio.create_task(self._wake.wait())
        limit = IDLE if wait is None else min(wait, IDLE)
        await asyncio.wait({woken, *self._under_way.values()}, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
        woken.cancel()

    async def _send(self, row: Message) -> Sent:
        try:
            return Sent(row.id, row.version, await self._deliver(row))
        except telegram.Refusal as refusal:
            return Sent(row.id, row.version, row.message_id, refusal)
        except Exception as error:  # a fault of ours must not stop the sender
            log.error("message could not be made", message=row.id, error=faults.told(error), where=faults.where(error))
            return Sent(row.id, row.version, row.message_id, telegram.Rejected(faults.told(error)))

    async def _deliver(self, row: Message) -> int:
        """One send or edit; a board is pinned right after it was first sent."""
        markup = {"inline_keyboard": [[_key(button) for button in buttons] for buttons in row.buttons]}
        if row.message_id is not None:
            await self._edge.call(
                "editMessageText",
                chat_id=row.chat_id,
                message_id=row.message_id,
                text=row.text,
                parse_mode="HTML",
                link_preview_options={"is_disabled": True},
                reply_markup=markup if row.buttons else None,
            )
            return row.message_id
        about = {
            "chat_id": row.chat_id,
            "message_thread_id": row.thread_id or None,
            "disable_notification": True if row.silent else None,
            "reply_parameters": {"message_id": row.reply_to, "allow_sending_without_reply": True}
            if row.reply_to
            else None,
            "reply_markup": markup if row.buttons else None,
            "parse_mode": "HTML",
        }
        sent = await self._send_new(row, about)
        if row.pin:
            await self._pin(row.chat_id, sent)
        return sent

    async def _send_new(self, row: Message, about: dict[str, Any]) -> int:
        if row.maker is None:
            preview = {"is_disabled": True}
            message = await self._edge.call("sendMessage", text=row.text, link_preview_options=preview, **about)
        else:
            file = await self._made(row, row.maker)
            message = await self._edge.call("sendDocument", document=file, caption=row.text, **about)
        return int(message["message_id"])

    async def _made(self, row: Message, name: str) -> tuple[str, bytes]:
        """The file that goes with a message: gathered from rows, drawn in a thread."""
        maker = self._house.maker(name)
        reader = Reader(row.language, row.zone)

        def gather(session: Session) -> Any:
            desk = Desk(session, self._house, self._clock.now(), place=Place(row.chat_id, reader))
            return maker.gather(desk, row.maker_args)

        gathered = await self._store.read(gather)
        return maker.name, await asyncio.to_thread(maker.draw, gathered)

    async def _pin(self, chat_id: int, message_id: int) -> None:
        try:
            await self._edge.call("pinChatMessage", chat_id=chat_id, message_id=message_id, disable_notification=True)
        except telegram.Refusal as refusal:  # the board works unpinned as well
            log.info("board not pinned", chat=chat_id, why=str(refusal))

    async def _record(self) -> None:
        """Write down all that has come back, in one transaction."""
        done = {chat: task.result() for chat, task in self._under_way.items() if task.done()}
        if not done:
            return
        now = self._clock.now()
        for chat, sent in done.items():
            self._pace.end(chat)
            if isinstance(sent.refusal, telegram.FloodWait):
                self._pace.pause(chat, sent.refusal.seconds)
        await self._store.transaction(lambda session: self._write_down(session, list(done.values()), now))
        for chat in done:
            del self._under_way[chat]

    def _write_down(self, session: Session, done: Sequence[Sent], now: datetime) -> None:
        for sent in done:
            row = session.get(Message, sent.id)
            if row and sent.refusal:
                record_refused(session, self._house, row, sent.version, sent.refusal, now)
            elif row:
                record_delivered(row, sent.version, sent.message_id, now)

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=LAST_SENDS)
        async with self._one_at_a_time:
            await self._record()


def _key(button: dict[str, str]) -> dict[str, str]:
    if "url" in button:
        return {"text": button["text"], "url": button["url"]}
    return {"text": button["text"], "callback_data": button["data"]}
