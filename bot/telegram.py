"""The edge: raw calls to Telegram, and refusals given names."""

import os
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol

import telegram.error as ptb
from telegram import Bot, InputFile
from telegram.request import BaseRequest

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else PTB warns at every 429 that its seconds will be a timedelta


class Refusal(Exception):
    """Telegram would not do it."""


class Blocked(Refusal):
    """The private chat was never started, or the person blocked the bot."""


class Removed(Refusal):
    """The bot is not in the chat any more, or may not write there."""


class Migrated(Refusal):
    """The group is a supergroup now, with another id."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(f"migrated to {chat_id}")
        self.chat_id = chat_id


class FloodWait(Refusal):
    """Too much at once; nothing may be sent to this chat for some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds} s")
        self.seconds = seconds


class Gone(Refusal):
    """The message to edit, pin or answer is no longer there."""


class TopicGone(Refusal):
    """The topic was closed or deleted."""


class NotModified(Refusal):
    """The message already reads like this."""


class NoRight(Refusal):
    """The bot would have to be an admin for that."""


class Conflict(Refusal):
    """Somebody else polls with the same token."""


class WrongToken(Refusal):
    """Telegram does not know the token."""


class Unreachable(Refusal):
    """No answer: a network fault, a time-out, or a fault on Telegram's side. Whether it was done is not known."""


class Rejected(Refusal):
    """Anything else, such as a file that is too big; trying again would not help."""


_BY_WORDS: Mapping[str, type[Refusal]] = {
    "message is not modified": NotModified,
    "message to edit not found": Gone,
    "message can't be edited": Gone,
    "message to pin not found": Gone,
    "message to be replied not found": Gone,
    "message thread not found": TopicGone,
    "topic_closed": TopicGone,
    "topic_deleted": TopicGone,
    "not enough rights to send": Removed,
    "not enough rights": NoRight,
    "chat_admin_required": NoRight,
    "can't initiate conversation": Blocked,
    "blocked by the user": Blocked,
    "user is deactivated": Blocked,
    "was kicked": Removed,
    "is not a member": Removed,
    "chat not found": Removed,
    "group chat was deleted": Removed,
    "have no rights to send": Removed,
}


TOO_BIG = "request entity too large"
NOT_JSON = "Invalid server response"
"""Something on the way answered in Telegram's place."""


class Edge(Protocol):
    """What the rest of the bot needs of Telegram."""

    async def call(self, method: str, **params: Any) -> Any:
        """One Bot API call; its result as plain data. Raises a `Refusal`."""
        ...


class Telegram(Bot):
    """The Bot API over HTTP. Raw: an update that PTB can't parse must not stop the others."""

    def __init__(self, token: str, api_url: str, request: BaseRequest, polling: BaseRequest) -> None:
        super().__init__(token, f"{api_url}/bot", f"{api_url}/file/bot", request=request, get_updates_request=polling)

    async def open(self) -> None:
        for request in self._request:
            await request.initialize()

    async def close_connections(self) -> None:
        for request in self._request:
            await request.shutdown()

    async def call(self, method: str, **params: Any) -> Any:
        wait = params.get("timeout", 0) if method == "getUpdates" else 0
        given = {name: _ready(value) for name, value in params.items() if value is not None}
        try:
            return await self._post(method, given, read_timeout=wait + 15, connect_timeout=10, pool_timeout=30)
        except ptb.TelegramError as error:
            raise named(error) from None


def named(error: ptb.TelegramError) -> Refusal:
    """PTB's error as one of ours."""
    said = error.message
    if isinstance(error, ptb.RetryAfter):
        wait = error.retry_after
        return FloodWait(wait.total_seconds() if isinstance(wait, timedelta) else wait)
    if isinstance(error, ptb.ChatMigrated):
        return Migrated(error.new_chat_id)
    if isinstance(error, ptb.Conflict):
        return Conflict(said)
    if isinstance(error, ptb.InvalidToken):
        return WrongToken("the token is not one that Telegram knows")
    if TOO_BIG in said.lower():  # 413, which PTB counts among the faults of the network
        return Rejected(said)
    if isinstance(error, ptb.NetworkError) and not isinstance(error, ptb.BadRequest) or said == NOT_JSON:
        return Unreachable(said)
    for words, kind in _BY_WORDS.items():
        if words in said.lower():
            return kind(said)
    return Rejected(said)


def _ready(value: Any) -> Any:
    """Bytes with a name are a file to upload."""
    if isinstance(value, tuple):
        name, content = value
        return InputFile(content, filename=name)
    return value
