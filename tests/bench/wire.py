"""HTTP/1.1 as bare as it can be, so that the server of the bench costs less than the bots that it measures."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

Answer = tuple[int, bytes]
Hear = Callable[[str, dict[str, str]], Awaitable[Answer] | Answer]
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
_BOUNDARY = re.compile(rb"\r\ncontent-type: *multipart/form-data; *boundary=\"?([^\"\r;]+)", re.I)
_FIELD = re.compile(rb'name="?([^";\r]+)"?[^\n]*(?:\r\n[^\r]+)*\r\n\r\n(.*)\r\n$', re.S)


class Wire(asyncio.Protocol):
    """One connection: requests one after another, each answered before the next is read."""

    def __init__(self, hear: Hear) -> None:
        self._hear, self._got = hear, bytearray()
        self._busy: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _exc: Exception | None) -> None:
        if self._busy:
            self._busy.cancel()

    def data_received(self, data: bytes) -> None:
        self._got += data
        while self._busy is None and (asked := self._next()):
            answer = self._hear(*asked)
            if isinstance(answer, tuple):
                self._write(answer)
            else:
                self._busy = asyncio.ensure_future(self._later(answer))

    async def _later(self, answer: Awaitable[Answer]) -> None:
        self._write(await answer)
        self._busy = None
        self.data_received(b"")

    def _next(self) -> tuple[str, dict[str, str]] | None:
        head = self._got.find(b"\r\n\r\n")
        if head < 0:
            return None
        lines = bytes(self._got[: head + 2])
        length = int(found.group(1)) if (found := _LENGTH.search(lines)) else 0
        if len(self._got) < head + 4 + length:
            return None
        body = bytes(self._got[head + 4 : head + 4 + length])
        del self._got[: head + 4 + length]
        path = lines.split(b" ", 2)[1].decode()
        return path, _params(lines, body)

    def _write(self, answer: Answer) -> None:
        status, body = answer
        self._transport.write(
            b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
            + body
        )


def _params(lines: bytes, body: bytes) -> dict[str, str]:
    if found := _BOUNDARY.search(lines):
        parts = body.split(b"--" + found.group(1))
        fields = (_FIELD.search(part) for part in parts)
        return {field.group(1).decode(): field.group(2).decode() for field in fields if field}
    if body.startswith(b"{"):
        return {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in json.loads(body).items()
        }
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def result(value: Any) -> Answer:
    return 200, json.dumps({"ok": True, "result": value}).encode()


def refusal(code: int, description: str, **parameters: Any) -> Answer:
    said = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, json.dumps(said).encode()
