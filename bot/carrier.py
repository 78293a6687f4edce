"""One message row carried to its chat: sent or edited, its file drawn, its board pinned."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot import faults, telegram
from bot.clock import Clock
from bot.desk import Desk
from bot.house import House
from bot.message import Message
from bot.place import Place
from bot.store import Session, Store
from bot.words import Reader

log = structlog.get_logger()

SENT_BEFORE = {"photo": "sendPhoto", "document": "sendDocument"}
"""How what Telegram has already is sent again, by its file id; stands where a maker's name would."""

TRIES = 10
"""After so many without an answer, some five minutes, it is found out whether the chat or the message is to blame."""
UNPINNED = (telegram.NoRight, telegram.Gone, telegram.NotModified, telegram.Rejected, telegram.Unreachable)


@dataclass(frozen=True)
class Sent:
    """What one message became."""

    id: int
    version: int
    message_id: int | None
    shown: bool = False
    """The chat shows this version."""
    pinned: bool = False
    """Nothing more is to be done about pinning it."""
    refusal: telegram.Refusal | None = None
    """Why it is not shown, or not pinned."""


class Carrier:
    """Makes one chat show what one row says; it writes nothing down."""

    def __init__(self, store: Store, edge: telegram.Edge, clock: Clock, house: House) -> None:
        self._store, self._edge, self._clock, self._house = store, edge, clock, house

    async def carry(self, row: Message) -> Sent:
        sent = Sent(row.id, row.version, row.message_id)
        try:
            if row.attempts >= TRIES:
                await self._knock(row)
            sent = replace(sent, message_id=await self._show(row), shown=True)
            if row.pinned and not row.pin:
                await self._pin("unpinChatMessage", row, sent.message_id)
            return replace(sent, pinned=row.pin and await self._pinned(row, sent.message_id))
        except telegram.Refusal as refusal:
            return replace(sent, refusal=refusal)
        except Exception as error:  # a fault of ours must not stop the sender
            log.error("message could not be made", message=row.id, error=faults.told(error), where=faults.where(error))
            return replace(sent, refusal=telegram.Rejected(faults.told(error)))

    async def _knock(self, row: Message) -> None:
        """Whether the chat answers at all: where it does not, everything for it waits, and in order."""
        try:
            await self._edge.call("sendChatAction", chat_id=row.chat_id, action="typing")
        except telegram.Unreachable:
            raise
        except telegram.Refusal:  # an answer too; the message gets its own
            return

    async def _show(self, row: Message) -> int:
        try:
            if row.message_id is None:
                return await self._send(row)
            if row.sent_version != row.version:
                await self._edit(row, row.message_id)
            return row.message_id
        except telegram.Unreachable as silence:
            if row.attempts < TRIES:
                raise
            raise telegram.Rejected(
                f"{row.attempts + 1} tries without an answer, from a chat that answers: {silence}"
            ) from None

    async def _edit(self, row: Message, message_id: int) -> None:
        await self._edge.call(
            "editMessageText",
            chat_id=row.chat_id,
            message_id=message_id,
            text=row.text,
            parse_mode="HTML",
            link_preview_options={"is_disabled": True},
            reply_markup=_markup(row),
        )

    async def _send(self, row: Message) -> int:
        reply = {"message_id": row.reply_to, "allow_sending_without_reply": True}
        about = {
            "chat_id": row.chat_id,
            "message_thread_id": row.thread_id or None,
            "disable_notification": True if row.silent else None,
            "reply_parameters": reply if row.reply_to else None,
            "reply_markup": _markup(row),
            "parse_mode": "HTML",
        }
        if row.maker is None:
            preview = {"is_disabled": True}
            message = await self._edge.call("sendMessage", text=row.text, link_preview_options=preview, **about)
        elif row.maker in SENT_BEFORE:
            kept = {row.maker: row.maker_args["file"]}
            message = await self._edge.call(SENT_BEFORE[row.maker], caption=row.text, **kept, **about)
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
        return await asyncio.to_thread(maker.draw, gathered)

    async def _pinned(self, row: Message, message_id: int | None) -> bool:
        """A board is pinned once. What may go better later is raised; without the right it works unpinned as well."""
        if not row.pinned:
            await self._pin("pinChatMessage", row, message_id, disable_notification=True)
        return True

    async def _pin(self, how: str, row: Message, message_id: int | None, **about: Any) -> None:
        try:
            await self._edge.call(how, chat_id=row.chat_id, message_id=message_id, **about)
        except UNPINNED as refusal:
            if isinstance(refusal, telegram.Unreachable) and row.attempts < TRIES:
                raise
            log.info("board neither pinned nor unpinned", chat=row.chat_id, how=how, why=str(refusal))


def _markup(row: Message) -> dict[str, Any] | None:
    return {"inline_keyboard": [[_key(button) for button in line] for line in row.buttons]} if row.buttons else None


def _key(button: dict[str, str]) -> dict[str, str]:
    if "url" in button:
        return {"text": button["text"], "url": button["url"]}
    return {"text": button["text"], "callback_data": button["data"]}
