"""The one HTTP server of a rehearsal: the Bot API for the bot, the Play API and the page for people, on loopback."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.rehearsal.methods import call
from bot.rehearsal.params import Params, Upload
from bot.rehearsal.play import Backstage, Doors, MovableClock, Script
from bot.rehearsal.refusals import NOT_FOUND, UNAUTHORIZED, Json, Refused
from bot.rehearsal.stage import Stage
from bot.rehearsal.world import World

LOOPBACK = ("127.0.0.1", "localhost", "testserver")
SECONDS_TO_FINISH = 3


def create_app(
    world: World,
    clock: MovableClock,
    backstage: Backstage | None,
    static_dir: Path | None,
    script: Script | None = None,
    afresh: Callable[[], Awaitable[None]] | None = None,
    hosts: Sequence[str] = LOOPBACK,
) -> Starlette:
    """The application over one world. `script` gives the steps of the play that plays itself; `afresh` makes the bot
    forget everything before a saved story is played; `hosts` are the names it answers to, so no foreign page gets in."""
    stage = Stage(world, clock, backstage, afresh)
    app = Starlette(
        routes=[*_telegram(world), *Doors(stage, script).routes(), *_page(static_dir)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
    )
    app.state.world, app.state.stage = world, stage
    return app


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve while the block runs, on this port or a free one; gives the address. Long polls are sent home at its end."""
    listener = socket.create_server((host, port))
    listener.setsockopt(
        socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
    )  # asyncio sets it on clients, not on what is accepted
    server = QuietServer(quiet_config(app))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    up = asyncio.create_task(server.up.wait())
    try:
        await asyncio.wait({running, up}, return_when=asyncio.FIRST_COMPLETED)
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        up.cancel()
        app.state.world.close()
        server.should_exit = True
        await running
        listener.close()


def quiet_config(app: Starlette) -> uvicorn.Config:
    """No log of its own, no web sockets, no lifespan; and no wait for what will not end."""
    return uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=SECONDS_TO_FINISH
    )


class QuietServer(uvicorn.Server):
    """A server that leaves the signals to the program it is part of, and says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


def _telegram(world: World) -> list[BaseRoute]:
    async def method(request: Request) -> Response:
        token, name = request.path_params["token"], request.path_params["method"]
        status, body = await call(world, token, name, await params_of(request))
        headers = (
            {"Retry-After": str(body["parameters"]["retry_after"])} if status == 429 and "parameters" in body else {}
        )
        return JSONResponse(body, status_code=status, headers=headers)

    async def download(request: Request) -> Response:
        file = world.files.at(request.path_params["path"])
        if request.path_params["token"] != world.token or file is None:
            refused = Refused(*(NOT_FOUND if file is None else UNAUTHORIZED))
            return JSONResponse(refused.body(), status_code=refused.code)
        return Response(file.content, media_type="application/octet-stream")

    return [
        Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download),
    ]


def _page(static_dir: Path | None) -> list[BaseRoute]:
    if static_dir is None:
        return []

    async def index(request: Request) -> Response:
        return FileResponse(static_dir / "index.html", headers={"Cache-Control": "no-store"})

    return [Route("/", index), Mount("/page", StaticFiles(directory=static_dir, check_dir=False))]


async def params_of(request: Request) -> Params:
    """The parameters of a call, wherever they stand."""
    values: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return Params(values | await _json_of(request))
    uploads: dict[str, Upload] = {}
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form() as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    uploads[name] = await _upload(value)
                else:
                    values[name] = value
    return Params(values, uploads)


async def _json_of(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        body = {}
    return body if isinstance(body, dict) else {}


async def _upload(part: UploadFile) -> Upload:
    return Upload(part.filename or "file", part.content_type or "application/octet-stream", await part.read())
