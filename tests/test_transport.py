"""Calls to the Bot API over the transport: what arrives, what comes back, and errors that never hold the token."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram import Bot, InputFile, Message
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest

from bot import telegram
from bot.transport import Timeouts, Transport

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SENT = {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "call"}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """A Bot API on loopback that answers as it is told, and keeps what it was sent."""

    def __init__(self) -> None:
        self.answer: Answer = self.well
        self.seen: list[tuple[str, dict[str, object]]] = []
        self.peers: set[object] = set()
        self.url = ""

    async def well(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": SENT})

    async def take(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        fields: dict[str, object] = {
            name: (value.filename, value.file.read()) if isinstance(value, web.FileField) else value
            for name, value in form.items()
        }
        self.seen.append((request.path, fields))
        self.peers.add(request.transport and request.transport.get_extra_info("peername"))
        return await self.answer(request)

    def refuses(self, status: int, **body: object) -> None:
        async def answer(request: web.Request) -> web.StreamResponse:
            return web.json_response({"ok": False, "error_code": status, **body}, status=status)

        self.answer = answer


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = Server()
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{path:.*}", server.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.url = f"http://{host}:{port}"
    yield server
    await runner.cleanup()


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    transport = Transport(server.url, timeouts=Timeouts(read=2.0))
    await transport.initialize()
    yield Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot", request=transport)
    await transport.shutdown()


async def failure(call: Awaitable[object]) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await call
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    link: BaseException | None = caught.value
    while link := link.__cause__ or link.__context__:
        assert TOKEN not in repr(link)
    return caught.value


async def test_a_call_arrives_as_a_form_and_its_answer_comes_back(bot: Bot, server: Server) -> None:
    sent = await bot.send_message(1, "你好 <b>&</b> 😀")
    assert isinstance(sent, Message)
    assert sent.message_id == 7
    assert server.seen == [(f"/bot{TOKEN}/sendMessage", {"chat_id": "1", "text": "你好 <b>&</b> 😀"})]


async def test_a_call_without_parameters_is_a_call_too(bot: Bot, server: Server) -> None:
    assert await bot.request.post(f"{server.url}/bot{TOKEN}/getMe") == SENT
    assert server.seen == [(f"/bot{TOKEN}/getMe", {})]


async def test_a_file_arrives_whole_with_its_name_as_it_is(bot: Bot, server: Server) -> None:
    content = bytes(range(256)) * 400
    await bot.send_document(1, InputFile(content, filename='复盘 "双11"\r\n.xlsx'), caption="报表")
    fields = server.seen[0][1]
    assert fields["caption"] == "报表"
    files = [value for value in fields.values() if isinstance(value, tuple)]
    assert files == [('复盘 "双11".xlsx', content)]


async def test_a_file_is_fetched(bot: Bot, server: Server) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"\x00\xff" * 70_000)

    server.answer = answer
    assert await bot.request.retrieve(f"{server.url}/file/bot{TOKEN}/a.csv") == b"\x00\xff" * 70_000


async def test_connections_are_used_again(bot: Bot, server: Server) -> None:
    for _ in range(5):
        await bot.send_message(1, "call")
    assert len(server.peers) == 1


async def test_refusals_keep_their_names(bot: Bot, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    server.refuses(403, description="Forbidden: bot was blocked by the user")
    assert isinstance(await failure(bot.send_message(1, "call")), Forbidden)
    server.refuses(400, description="Bad Request: message is not modified")
    assert isinstance(await failure(bot.send_message(1, "call")), BadRequest)
    server.refuses(429, description="Too Many Requests", parameters={"retry_after": 7})
    flood = await failure(bot.send_message(1, "call"))
    assert isinstance(flood, RetryAfter)
    server.refuses(502)
    assert type(await failure(bot.send_message(1, "call"))) is NetworkError


async def test_an_answer_that_does_not_come_is_timed_out_by_the_call_or_by_default(bot: Bot, server: Server) -> None:
    never = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        await never.wait()
        return web.Response()

    server.answer = answer
    assert isinstance(await failure(bot.send_message(1, "call", read_timeout=0.02)), TimedOut)
    hasty = Transport(server.url, timeouts=Timeouts(read=0.02))
    async with hasty:
        assert hasty.read_timeout == 0.02
        assert isinstance(await failure(hasty.post(f"{server.url}/bot{TOKEN}/getMe")), TimedOut)
    never.set()


async def test_a_pool_with_nothing_free_is_timed_out(server: Server) -> None:
    held, release = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        held.set()
        await release.wait()
        return web.json_response({"ok": True, "result": True})

    server.answer = answer
    async with Transport(server.url, connections=1) as narrow:
        first = asyncio.create_task(narrow.post(f"{server.url}/bot{TOKEN}/getMe"))
        await held.wait()
        second = narrow.post(f"{server.url}/bot{TOKEN}/getMe", pool_timeout=0.01, connect_timeout=0.01)
        assert isinstance(await failure(second), TimedOut)
        release.set()
        assert await first is True


async def test_a_server_that_is_not_there_or_hangs_up_is_a_network_error(bot: Bot, server: Server) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        if request.transport:
            request.transport.close()
        return web.Response()

    server.answer = answer
    assert type(await failure(bot.send_message(1, "call"))) is NetworkError
    async with Transport() as transport:
        refused = await failure(transport.post(f"http://127.0.0.1:1/bot{TOKEN}/getMe"))
        assert type(refused) is NetworkError
        assert str(refused) == "aiohttp.ClientConnectorError: Connection refused"
        assert type(await failure(transport.post(f"http://[bad/bot{TOKEN}/getMe"))) is NetworkError
        assert type(await failure(transport.post(f"nowhere://bot{TOKEN}/getMe"))) is NetworkError


@pytest.mark.parametrize("status", [200, 403, 404, 502])
@pytest.mark.parametrize("body", ["<html>Please log in to the hotel's network</html>", "", '{"ok": tr'])
async def test_what_answers_in_telegrams_place_is_a_fault_of_the_network(
    server: Server, status: int, body: str
) -> None:
    """Else its 404 would be a wrong token that ends the bot, and its 403 a message that is given up."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=body, content_type="text/html")

    server.answer = answer
    transport = Transport(server.url)
    edge = telegram.Telegram(TOKEN, server.url, transport, transport)
    async with transport:
        with pytest.raises(telegram.Unreachable):
            await edge.call("getUpdates")
    assert isinstance(telegram.named(TelegramError("Invalid server response")), telegram.Unreachable)


async def test_a_redirect_is_not_followed_since_it_would_take_the_token_elsewhere(bot: Bot, server: Server) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    server.answer = answer
    assert isinstance(await failure(bot.send_message(1, "call")), NetworkError)
    assert len(server.seen) == 1


async def test_a_proxy_serves_the_internet_but_not_this_machine(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, server.url)
    async with Transport("http://api.invalid") as outward:
        assert await outward.post(f"http://api.invalid/bot{TOKEN}/getMe") == SENT
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    for local in (server.url, server.url.replace("127.0.0.1", "localhost")):
        async with Transport(local) as inward:
            assert await inward.post(f"{server.url}/bot{TOKEN}/getMe") == SENT


async def test_nothing_logged_holds_the_token(bot: Bot, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await bot.send_message(1, "call")
    server.refuses(500)
    await failure(bot.send_message(1, "call"))
    assert TOKEN not in caplog.text


async def test_it_opens_and_closes_as_often_as_wanted_and_refuses_between(server: Server) -> None:
    transport = Transport(server.url)
    with pytest.raises(RuntimeError, match="not initialized"):
        await transport.do_request(f"{server.url}/bot{TOKEN}/getMe", "POST")
    for _ in range(2):
        await transport.initialize()
        await transport.initialize()
        assert await transport.post(f"{server.url}/bot{TOKEN}/getMe", read_timeout=BaseRequest.DEFAULT_NONE) == SENT
        await transport.shutdown()
        await transport.shutdown()
