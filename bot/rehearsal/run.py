"""A rehearsal, put together: the loopback Telegram, the real bot over real HTTP, and a clock that a hand moves."""

import asyncio
import socket
import tempfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel, col, func, select

from bot.app import LAST_ANSWERS, App
from bot.clock import Clock, RehearsalClock
from bot.config_model import NIGHT
from bot.crew import AHEAD, Stream
from bot.cues import Cue, CueState, whose_turn
from bot.desk import Desk
from bot.house import House
from bot.pace import Pace
from bot.rehearsal.cast import opening_world
from bot.rehearsal.comings import member
from bot.rehearsal.script import script
from bot.rehearsal.server import create_app, serve
from bot.rehearsal.world import World
from bot.store import Session, Store
from bot.telegram import Telegram
from bot.transport import Transport
from bot.words import LANGUAGES, Reader, Zone, w

PAGE = Path(__file__).parent / "page"
ZONE = "Asia/Shanghai"
CURTAIN = time(17, tzinfo=ZoneInfo(ZONE))


class Backstage:
    """What the running bot lets the page see and do."""

    def __init__(self, app: App, world: World) -> None:
        self._app, self._world = app, world

    async def settle(self) -> None:
        await self._app.settle()

    async def upcoming(self) -> list[dict[str, object]]:
        """The cues to come, and go-live among them, soonest first."""
        return await self._app.store.read(self._look)

    async def next_due(self, after: datetime) -> datetime | None:
        """When the first cue or go-live after this instant is due."""
        return await self._app.store.read(lambda session: _first_due(session, after))

    async def afresh(self) -> None:
        """Forget everything: a story starts again from an empty group."""

        def empty(session: Session) -> None:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.connection().execute(table.delete())

        await self._app.store.transaction(empty)
        add_bot(self._world)

    def _look(self, session: Session) -> list[dict[str, object]]:
        streams = {stream.id: stream for stream in session.exec(select(Stream))}
        planned = session.exec(
            select(Cue)
            .where(Cue.state == CueState.PLANNED, Cue.kind != "board.tick")
            .order_by(col(Cue.due_at))
            .limit(60)
        ).all()
        told = [self._told(session, cue, streams.get(cue.stream_id or 0)) for cue in planned]
        return sorted([*filter(None, told), *self._starts(streams)], key=lambda one: str(one["due"]))

    def _told(self, session: Session, cue: Cue, stream: Stream | None) -> dict[str, object] | None:
        flow, _, kind = cue.kind.partition(".")
        desk = Desk(session, self._app.house, self._app.clock.now())
        about = self._about(desk, cue)
        if about is None:
            return None
        label, to = about
        due = self._comes(desk, cue, stream)
        return {
            "id": cue.id,
            "due": due.isoformat(),
            "kind": kind,
            "flow": flow,
            "stream": stream.id if stream else None,
            "title": stream.title if stream else "",
            "to": self._next_of(desk, cue, stream) if cue.asked else to,
            "label": label,
            "offset": _offset(stream, due),
        }

    def _comes(self, desk: Desk, cue: Cue, stream: Stream | None) -> datetime:
        """When it comes: what falls into quiet hours waits for their end."""
        quiet = self._app.house.cue_kind(cue.kind).quiet
        return (quiet and self._app.house.quiet_until(desk, stream, cue.team_id, cue.due_at)) or cue.due_at

    def _next_of(self, desk: Desk, cue: Cue, stream: Stream | None) -> str:
        """Who is asked after those who have not answered."""
        person = whose_turn(desk, cue, cue.asked, stream)
        return person.name if person else self._word("rehearsal-whole-team")

    def _about(self, desk: Desk, cue: Cue) -> tuple[str, str] | None:
        """What a cue is about and whom it calls, as its flow tells it; else its kind's name. None reaches nobody."""
        house, reader = self._app.house, Reader(self._world.lang)
        name = cue.kind.partition(".")[0]
        flow = next((one for one in house.flows if one.name == name), None)
        if flow and flow.told:
            told = flow.told(desk, cue)
            return (
                (house.dictionary.plain(told[0], reader, 60), house.dictionary.plain(told[1], reader, 60))
                if told
                else None
            )
        return self._word(f"{name}-cue-{cue.kind.partition('.')[2]}"), ""

    def _starts(self, streams: dict[int, Stream]) -> list[dict[str, object]]:
        """The planned starts still ahead."""
        now = self._app.clock.now()
        return [
            {
                "id": f"golive-{stream.id}",
                "due": stream.starts_at.isoformat(),
                "kind": "golive",
                "flow": "ready",
                "stream": stream.id,
                "title": stream.title,
                "to": "",
                "label": self._word("rehearsal-go-live"),
                "offset": 0,
            }
            for stream in streams.values()
            if stream.phase in AHEAD and stream.starts_at > now
        ]

    def _word(self, key: str) -> str:
        return self._app.house.dictionary.plain(w(key), Reader(self._world.lang))


async def rehearse(
    house: House, *, lang: str, port: int, folder: Path | None, said: Callable[[str], None], stop: asyncio.Event
) -> None:
    """Run until `stop`. `folder` keeps the rehearsal's own database; without one it is gone afterwards."""
    house.language, house.timezone, house.quiet = lang, ZONE, (NIGHT.start, NIGHT.end)
    with tempfile.TemporaryDirectory() as passing:
        clock = RehearsalClock(curtain(Clock().now()))
        world = opening_world(clock, lang=lang, zone=ZONE, bot="left")
        world.zone_called = {each: house.dictionary.plain(Zone(ZONE), Reader(each)) for each in LANGUAGES}
        store = Store(f"sqlite+aiosqlite:///{(folder or Path(passing)) / 'rehearsal.db'}", durable=folder is not None)
        await store.migrate()
        address = f"http://127.0.0.1:{port or _free_port()}"
        transports = (Transport(address), Transport(address))
        edge = Telegram(world.token, address, *transports)
        app = App(store, edge, clock, Pace(clock.monotonic, 0, 0, 0), house)
        backstage = Backstage(app, world)
        page = create_app(world, clock, backstage, PAGE, script, backstage.afresh)
        async with serve(page, port=urlsplit(address).port or 0):
            await edge.open()
            await _perform(app, address, world, said, stop)
            await edge.close_connections()
        await app.close()  # once nobody asks any more: a page that is open looks at the rows until the server is gone


async def _perform(app: App, address: str, world: World, said: Callable[[str], None], stop: asyncio.Event) -> None:
    """The bot comes into the group, and the curtain rises."""
    running = asyncio.create_task(app.run(stop))
    add_bot(world)
    said(address)
    await running
    await app.inbox.settle(LAST_ANSWERS)


def _first_due(session: Session, after: datetime) -> datetime | None:
    cue = select(func.min(Cue.due_at)).where(
        Cue.state == CueState.PLANNED, Cue.kind != "board.tick", Cue.due_at > after
    )
    start = select(func.min(Stream.starts_at)).where(col(Stream.phase).in_(AHEAD), Stream.starts_at > after)
    return min(filter(None, (session.exec(cue).one(), session.exec(start).one())), default=None)


def curtain(now: datetime) -> datetime:
    """When a rehearsal opens: the next afternoon at five. At whatever hour somebody tries it, an evening lies ahead."""
    today = datetime.combine(now.astimezone(ZoneInfo(ZONE)), CURTAIN)
    return today if today >= now else today + timedelta(days=1)


def add_bot(world: World) -> None:
    """The group's owner brings the bot in, as an admin that may pin."""
    group = world.group()
    assert group is not None
    member(world, None, group, world.me, "administrator")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _offset(stream: Stream | None, due: datetime) -> int | None:
    """Seconds from the stream's start, for the label T−/T+."""
    return int((due - stream.zero).total_seconds()) if stream else None
