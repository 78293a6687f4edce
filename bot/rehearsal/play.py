"""The Play API: the JSON doors through which a page in the browser, or a test, plays the whole crew."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.rehearsal.acts import Unplayable
from bot.rehearsal.passage import Backstage as Backstage
from bot.rehearsal.passage import MovableClock as MovableClock
from bot.rehearsal.people import ANONYMOUS_ADMIN
from bot.rehearsal.refusals import Json
from bot.rehearsal.script import WHOLE_SHOW
from bot.rehearsal.stage import Stage, optional
from bot.rehearsal.world import World

SECONDS_TO_WAIT = 25
MOST_CUES = 40
DEEDS = ("say", "edit", "press", "start", "member", "block", "migrate", "topic", "clock", "lang")

Script = Callable[[str], list[dict[str, Any]]]
Door = Callable[[Request], Awaitable[Response]]


def snapshot(world: World, after: int) -> Json:
    """The world as the page sees it: people and chats whole, and the messages that changed after this version."""
    chats = [chat for chat in world.chats.values() if not chat.moved_to]
    people = [person for person in world.people.values() if person.id != ANONYMOUS_ADMIN]
    messages = [post.for_page() for chat in chats for post in chat.posts.values() if post.changed > after]
    return {
        "version": world.version,
        "epoch": world.epoch,
        "now": world.clock.now().isoformat(),
        "zone": world.zone,
        "zone_called": world.zone_called,
        "lang": world.lang,
        "people": [
            {
                "id": person.id,
                "key": person.key,
                "name": person.name,
                "username": person.username,
                "language_code": person.language_code,
                "role": person.role,
                "colour": person.colour,
                "is_bot": person.is_bot,
                "can_start": person.id in world.chats,
                "blocked": person.blocked,
            }
            for person in people
        ],
        "commands": world.profile.menus(),
        "chats": [chat.for_page() for chat in chats],
        "messages": sorted(messages, key=lambda one: int(one["_changed"])),
    }


class Doors:
    """The endpoints over one stage."""

    def __init__(self, stage: Stage, script: Script | None) -> None:
        self._stage = stage
        self._world = stage.world
        self._script = script

    def routes(self) -> list[Route]:
        deeds = [Route(f"/play/{deed}", guarded(self._deed(deed)), methods=["POST"]) for deed in DEEDS]
        return [
            *deeds,
            Route("/play/state", guarded(self.state)),
            Route("/play/file", guarded(self.send), methods=["POST"]),
            Route("/play/file/{file_id}", guarded(self.file)),
            Route("/play/refuse", guarded(self.refuse), methods=["POST"]),
            Route("/play/cues", guarded(self.cues)),
            Route("/play/settle", guarded(self.settle), methods=["POST"]),
            Route("/play/story", guarded(self.story)),
            Route("/play/story", guarded(self.replay), methods=["POST"]),
            Route("/play/script", guarded(self.script)),
        ]

    async def state(self, request: Request) -> Response:
        """Answers at once when there is something new, else waits a while; a page that goes away is noticed."""
        after = optional(dict(request.query_params), "after") or 0
        if after > self._world.version:
            after = 0
        waits = {
            asyncio.create_task(self._world.changed_after(after, SECONDS_TO_WAIT)),
            asyncio.create_task(left(request)),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()
        return JSONResponse(snapshot(self._world, after))

    def _deed(self, deed: str) -> Door:
        async def door(request: Request) -> Response:
            return JSONResponse(await self._stage.do(await sent_json(request) | {"do": deed}))

        return door

    async def send(self, request: Request) -> Response:
        async with request.form() as form:
            upload = form.get("file")
            if not isinstance(upload, UploadFile):
                raise Unplayable("no_such_file", 400)
            name, kind = upload.filename or "file", upload.content_type or "application/octet-stream"
            file = self._world.files.keep(name, kind, await upload.read())
            step: Json = {key: value for key, value in form.items() if isinstance(value, str) and value}
        return JSONResponse(await self._stage.do(step | {"do": "send", "file_id": file.id, "name": name, "kind": kind}))

    async def file(self, request: Request) -> Response:
        file = self._world.files.get(request.path_params["file_id"])
        if file is None:
            raise Unplayable("no_such_file", 404)
        headers = {
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}",
        }
        return Response(file.content, media_type=file.kind, headers=headers)

    async def refuse(self, request: Request) -> Response:
        return JSONResponse(self._stage.refuse(await sent_json(request)))

    async def cues(self, request: Request) -> Response:
        cues = await self._stage.passage.cues()
        return JSONResponse([cue | {"due": cue["due"].isoformat()} for cue in cues[:MOST_CUES]])

    async def settle(self, request: Request) -> Response:
        """For tests: returns when the bot has heard and said everything."""
        await self._stage.passage.settled()
        return JSONResponse({"version": self._world.version})

    async def story(self, request: Request) -> Response:
        headers = {"Content-Disposition": 'attachment; filename="story.json"'}
        return JSONResponse(self._stage.story.told(), headers=headers)

    async def replay(self, request: Request) -> Response:
        return JSONResponse(await self._stage.replay(await sent_json(request)))

    async def script(self, request: Request) -> Response:
        story = request.query_params.get("story", WHOLE_SHOW)
        return JSONResponse(self._script(story) if self._script else [])


async def sent_json(request: Request) -> Json:
    try:
        sent = await request.json()
    except ValueError:
        raise Unplayable("bad_json", 400) from None
    if not isinstance(sent, dict):
        raise Unplayable("bad_json", 400)
    return sent


async def left(request: Request) -> None:
    """Return when the other side has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def is_foreign(request: Request) -> bool:
    """Does a page of another site knock? A browser says so."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def guarded(door: Door) -> Door:
    """What cannot be played is answered with its short name."""

    async def opened(request: Request) -> Response:
        try:
            if is_foreign(request):
                raise Unplayable("foreign_page", 403)
            return await door(request)
        except Unplayable as impossible:
            return JSONResponse({"error": impossible.why}, status_code=impossible.status)

    return opened
