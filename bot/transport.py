"""How calls travel to the Bot API: aiohttp under python-telegram-bot, at less than half the CPU of what it brings along."""

import asyncio
import os
from dataclasses import dataclass
from ipaddress import ip_address
from typing import cast
from urllib.parse import urlsplit

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData


@dataclass(frozen=True)
class Timeouts:
    """Seconds to wait for a free connection, for a new one, for a request to be written, for an answer; None waits for ever."""

    pool: float | None = 1.0
    connect: float | None = 5.0
    write: float | None = 5.0
    upload: float | None = 20.0
    read: float | None = 5.0


class Transport(BaseRequest):
    """What python-telegram-bot sends through; neither its errors nor its log ever hold an address, since that holds the token."""

    def __init__(
        self, api_url: str = "https://api.telegram.org", connections: int = 80, timeouts: Timeouts | None = None
    ) -> None:
        self._connections = connections
        self._timeouts = timeouts or Timeouts()
        # A proxy that the environment names serves the internet, and could not reach a server on this machine.
        self._proxied = not _is_loopback(api_url)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=self._proxied,
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: the status and the body, or NetworkError or TimedOut."""
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        uploads, default = bool(request_data and request_data.contains_files), self._timeouts
        timeouts = Timeouts(
            pool=_seconds(pool_timeout, default.pool),
            connect=_seconds(connect_timeout, default.connect),
            write=_seconds(write_timeout, default.upload if uploads else default.write),
            read=_seconds(read_timeout, default.read),
        )
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data),
                timeout=_limits(timeouts, downloads=method == "GET"),
                allow_redirects=False,
            ) as answer:
                body = await answer.read()
                if method == "GET" or (body.startswith(b"{") and body.rstrip().endswith(b"}")):
                    return answer.status, body
                failure: TelegramError = NetworkError(f"an answer that is not Telegram's ({answer.status})")
        except Exception as err:
            failure = _named(err)
        # Raised out here, so that the original, whose text may hold the address, is not chained to it.
        raise failure


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _seconds(given: object, default: float | None) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else cast("float | None", given)


def _limits(timeouts: Timeouts, downloads: bool) -> aiohttp.ClientTimeout:
    """aiohttp counts waiting for a free connection into `connect`, and has no limit for writing but the total.

    A file may take as long as it takes, while it comes."""
    return aiohttp.ClientTimeout(
        total=None if downloads else _sum(timeouts.pool, timeouts.connect, timeouts.write, timeouts.read),
        connect=_sum(timeouts.pool, timeouts.connect),
        sock_connect=timeouts.connect,
        sock_read=timeouts.read,
    )


def _sum(*seconds: float | None) -> float | None:
    known = [each for each in seconds if each is not None]
    return sum(known) if len(known) == len(seconds) else None


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    # Names of files go as they are: quoted, 复盘.xlsx would arrive as %E5%A4%8D….
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in data.multipart_data.items():
        printable = "".join(letter for letter in file_name if letter.isprintable())
        form.add_field(name, content, filename=printable or "file", content_type=mime)
    return form


def _named(err: Exception) -> TelegramError:
    """Errors as python-telegram-bot names them; of the original only what cannot hold an address."""
    if isinstance(err, asyncio.TimeoutError):
        return TimedOut()
    return NetworkError(f"aiohttp.{type(err).__name__}{_reason(err)}")


def _reason(err: Exception) -> str:
    """Why no connection came about: refused, unreachable, no such name."""
    if not isinstance(err, aiohttp.ClientConnectorError):
        return ""
    number = err.os_error.errno or 0
    return f": {os.strerror(number) if number > 0 else err.os_error.strerror}"
