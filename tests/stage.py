"""People to play with: the real bot, on a Telegram in memory, with a clock that a hand moves."""

import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel, col, select
from telegram.request import BaseRequest, RequestData

from bot import board, cues, phases
from bot.app import App, build_house
from bot.clock import HandClock
from bot.crew import AHEAD, Answer, Assignment, Member, Person, Phase, Qualification, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.house import House
from bot.inbox import ALLOWED
from bot.pace import Pace
from bot.playbook import load
from bot.rehearsal import acts, comings, methods
from bot.rehearsal.cast import opening_world
from bot.rehearsal.params import Params, Upload
from bot.rehearsal.world import World
from bot.store import Session
from bot.telegram import Telegram
from flows import SHOW
from tests.memory import StoreInMemory
from tests.scenes import Moment, lay, moment, restore, scene

ROOT = Path(__file__).parent.parent
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROLES = {
    "lin": ("manager",),
    "mei": ("anchor",),
    "kai": ("cohost", "anchor+"),
    "bo": ("floor",),
    "yan": ("control",),
    "wei": ("operations", "manager+"),
    "ana": ("service",),
    "tao": ("tech",),
    "xia": ("data",),
    "joy": ("promotion",),
}
"""What the cast holds; a plus backs it up."""

Row = TypeVar("Row", bound=SQLModel)


class InMemory(BaseRequest):
    """PTB's transport, without a network: every call goes straight into the world."""

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        token, _, name = urlsplit(url).path.removeprefix("/bot").partition("/")
        values = dict(request_data.json_parameters) if request_data else {}
        files = request_data.multipart_data if request_data and request_data.contains_files else {}
        uploads = {key: Upload(file[0], file[2], file[1]) for key, file in files.items()}
        status, body = await methods.call(self.world, token, name, Params(values, uploads))
        return status, json.dumps(body).encode()


@cache
def playbooks() -> dict[str, Any]:
    folder = ROOT / "flows" / "playbooks"
    return {path.stem: load(path) for path in sorted(folder.glob("*.yaml"))}


@cache
def shared_house(language: str, bare: bool = False) -> House:
    """`bare` playbooks have no checklist and no calls: scenery to a story about who sits where, and when."""
    if bare:
        books = {key: book.model_copy(update={"items": [], "cues": []}) for key, book in playbooks().items()}
        return replace(shared_house(language), playbooks=books, _at_rehearsal={})
    return build_house(SHOW, playbooks(), "live-commerce", language=language, timezone="Asia/Shanghai")


class Chat:
    """What can be read in a chat, oldest first."""

    def __init__(self, stage: "Stage", chat_id: int) -> None:
        self.stage, self.id = stage, chat_id

    def posts(self) -> list[Any]:
        chat = self.stage.world.chats.get(self.id)
        return [post for post in chat.posts.values() if not post.deleted] if chat else []

    def inbox(self) -> list[str]:
        """The texts that the bot said here."""
        bot = self.stage.world.me.id
        return [post.body["text"] for post in self.posts() if post.author == bot and "text" in post.body]

    def reads(self, place: int = -1) -> str:
        said = self.inbox()
        return said[place] if said else ""

    def buttons(self, place: int = -1) -> list[str]:
        """The labels under one of the bot's messages."""
        bot = self.stage.world.me.id
        posts = [post for post in self.posts() if post.author == bot and "text" in post.body]
        return [button["text"] for button in posts[place].buttons()] if posts else []


class Actor:
    """One person of the cast."""

    def __init__(self, stage: "Stage", key: str, person_id: int) -> None:
        self.stage, self.key, self.id = stage, key, person_id
        self.private = Chat(stage, person_id)
        self.toast = ""
        self.alert = False

    @property
    def name(self) -> str:
        return str(self.stage.world.people[self.id].name)

    @property
    def _me(self) -> Any:
        return self.stage.world.people[self.id]

    async def says(self, text: str, reply_to: str | None = None) -> None:
        """In the group; `reply_to` is part of the message that it answers."""
        chat = self.stage.world.group()
        acts.say(self.stage.world, self._me, chat, text, self._find(chat, reply_to))
        await self.stage.settle()

    async def tells_bot(self, text: str, reply_to: str | None = None) -> None:
        """In the private chat."""
        chat = self.stage.world.private(self._me)
        acts.say(self.stage.world, self._me, chat, text, self._find(chat, reply_to))
        await self.stage.settle()

    async def sends_photo(self, caption: str = "", reply_to: str | None = None) -> None:
        """A picture, in the private chat."""
        file, chat = self.stage.world.files.keep("proof.png", "image/png", PIXEL), self.stage.world.private(self._me)
        acts.send(self.stage.world, self._me, chat, file, caption, self._find(chat, reply_to))
        await self.stage.settle()

    async def starts(self, payload: str = "") -> None:
        acts.start(self.stage.world, self._me, payload)
        await self.stage.settle()

    async def blocks(self) -> None:
        acts.block(self.stage.world, self._me, True)
        await self.stage.settle()

    async def presses(self, label: str, on: str = "") -> None:
        """The newest button with this label, in private before the group; `on` is part of its message's text."""
        await self._press(*self._button(label, on))

    async def presses_in(self, where: str, label: str, data: str = "") -> None:
        """The newest button in the group or in private, by its label or by how its data begins."""
        world = self.stage.world
        chats = [world.group() if where == "group" else world.chats.get(self.id)]
        await self._press(*self._button(label, "", data, chats))

    async def _press(self, chat: Any, post: Any, data: str, url: str) -> None:
        if url:
            await self._follow(url)
            return
        _, query = acts.press(self.stage.world, self._me, chat, post.id, data)
        await self.stage.settle()
        answer = query.answer.result() if query.answer.done() else {}
        self.toast, self.alert = answer.get("text") or "", bool(answer.get("show_alert") or answer.get("alert"))
        if answer.get("url"):
            await self._follow(answer["url"])

    async def sends_data(self, data: str, on: str = "") -> None:
        """What a forged client could send: any data, from any message that is visible."""
        chat = self.stage.world.private(self._me) if self._me.id in self.stage.world.chats else self.stage.world.group()
        post = next(reversed(chat.posts.values()))
        post.offered.add(data)
        _, query = acts.press(self.stage.world, self._me, chat, post.id, data)
        await self.stage.settle()
        answer = query.answer.result() if query.answer.done() else {}
        self.toast = answer.get("text") or ""

    def sees_button(self, label: str, on: str = "") -> bool:
        try:
            self._button(label, on)
        except LookupError:
            return False
        return True

    def reads(self, place: int = -1) -> str:
        """The newest private message (or the one at this place)."""
        return self.private.reads(place)

    def inbox(self) -> list[str]:
        return self.private.inbox()

    def _button(
        self, label: str, on: str, begins: str = "", chats: Sequence[Any] | None = None
    ) -> tuple[Any, Any, str, str]:
        """The newest button with exactly that label, else the newest that has it among other words."""
        world = self.stage.world
        among = [chat for chat in chats or (world.chats.get(self.id), world.group()) if chat]
        fits = [
            (chat, post, button)
            for chat in among
            for post in reversed(chat.posts.values())
            if not post.deleted and on in post.body.get("text", "")
            for button in post.buttons()
            if label in button["text"] and button.get("callback_data", "").startswith(begins)
        ]
        if not fits:
            raise LookupError(f"{self.key} sees no button {label!r}; there are {self._labels()}")
        chat, post, button = next((one for one in fits if one[2]["text"] == label), fits[0])
        return chat, post, button.get("callback_data", ""), button.get("url", "")

    def _labels(self) -> list[str]:
        world = self.stage.world
        chats = [world.chats.get(self.id), world.group()]
        return [b["text"] for chat in chats if chat for post in chat.posts.values() for b in post.buttons()]

    async def _follow(self, url: str) -> None:
        await self.starts(parse_qs(urlsplit(url).query)["start"][0])

    def _find(self, chat: Any, text: str | None) -> int | None:
        if text is None:
            return None
        return next(post.id for post in reversed(list(chat.posts.values())) if text in post.body.get("text", ""))


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class Stage:
    """The whole cast around one running bot."""

    lin: Actor
    mei: Actor
    kai: Actor
    bo: Actor
    yan: Actor
    wei: Actor
    ana: Actor
    tao: Actor
    xia: Actor
    joy: Actor
    nia: Actor
    oz: Actor

    def __init__(self, world: World, clock: HandClock, app: App, language: str) -> None:
        self.world, self.clock, self.app, self.language = world, clock, app, language
        self.last_update: int | None = None
        self.how: tuple[Any, ...] = ()
        """How it was opened."""
        self.actors = {
            person.key: Actor(self, person.key, person.id) for person in world.people.values() if not person.is_bot
        }
        for key, actor in self.actors.items():
            setattr(self, key, actor)
        group = world.group()
        assert group is not None
        self.group = Chat(self, group.id)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def at(self, text: str) -> datetime:
        """`2026-11-28 20:00` in the team's zone."""
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)

    async def settle(self) -> None:
        """Take what the world has for the bot, and let the bot finish."""
        heard = False
        while updates := await self.app.edge.call(
            "getUpdates", offset=None if self.last_update is None else self.last_update + 1, timeout=0
        ):
            heard, self.last_update = True, updates[-1]["update_id"]
            await self.app.inbox.take(updates)
            await self.app.settle()
        if not heard:
            await self.app.settle()

    async def to(self, when: datetime) -> None:
        """Move the clock cue by cue, giving each when it is due; a countdown ticks along with them, not by itself, since
        it is read where this ends (tests/test_board.py watches it tick)."""
        while (due := await self.app.store.read(next_worth_a_stop)) and due <= when:
            self.clock.forward(max(due - self.now, timedelta()))
            await self.settle()
        self.clock.forward(max(when - self.now, timedelta()))
        await self.settle()

    async def forward(self, by: timedelta) -> None:
        await self.to(self.now + by)

    async def leaves(self, actor: Actor) -> None:
        """Somebody leaves the group."""
        person, group = self.world.people[actor.id], self.world.group()
        assert group is not None
        comings.member(self.world, None, group, person, "left")
        await self.settle()

    async def turn(self, to: str | int) -> None:
        """The clock as the page's controls turn it: `next`, `golive`, `golive-2700`, or seconds on."""
        if to == "next":
            await self.until_next()
        elif isinstance(to, int):
            await self.forward(timedelta(seconds=to))
        else:
            ahead = [one for one in await self.rows(Stream) if one.phase in AHEAD]
            starts = min(one.starts_at for one in ahead)
            await self.to(starts + timedelta(seconds=int(to.removeprefix("golive") or 0)))

    async def until_next(self) -> None:
        """To the next cue."""
        due = await self.app.ticker.next_due()
        if due:
            await self.to(due)

    async def rows(self, kind: type[Row]) -> Sequence[Row]:
        return await self.app.store.read(lambda session: session.exec(select(kind)).all())

    async def cues(self, *kinds: str) -> list[Cue]:
        """Planned cues, of some kinds or all, soonest first."""
        planned = [cue for cue in await self.rows(Cue) if cue.state is CueState.PLANNED]
        return sorted((cue for cue in planned if not kinds or cue.kind in kinds), key=lambda cue: cue.due_at)

    async def stream(self) -> Stream:
        """The newest stream."""
        return (await self.rows(Stream))[-1]

    def board(self) -> str:
        """The pinned message's text."""
        chat = self.world.group()
        assert chat is not None
        return str(chat.posts[chat.pinned[-1]].body["text"]) if chat.pinned else ""

    async def work(self, do: Any) -> Any:
        """A unit of work of the test's own: `do(desk)`."""

        def unit(session: Any) -> Any:
            desk = Desk(session, self.app.house, self.now)
            result = do(desk)
            board.refresh(desk)
            return result

        result = await self.app.store.transaction(unit)
        await self.settle()
        return result

    async def hush(self, *kinds: str, before: datetime) -> None:
        """What is planned until then, of these flows or kinds, is left unsaid: scenery to a story that looks elsewhere."""

        def drop(desk: Desk) -> None:
            for cue in desk.session.exec(select(Cue).where(Cue.state == CueState.PLANNED, Cue.due_at < before)):
                if cue.kind.startswith(kinds):
                    cue.state = CueState.DROPPED

        await self.work(drop)

    @scene
    async def show(
        self,
        starts: str = "2026-11-28 20:00",
        hours: float = 3,
        title: str = "Black Friday Special",
        crew: tuple[str, ...] = tuple(ROLES),
    ) -> Stream:
        """A planned stream with a full crew, or these alone, that has accepted; in preparation, everything laid out."""

        def plan(desk: Desk) -> Stream:
            team = desk.session.exec(select(Team)).one()
            desk.team = team
            stream = desk.add(
                Stream(
                    team_id=team.id,
                    title=title,
                    starts_at=self.at(starts),
                    minutes=int(hours * 60),
                    lead_id=self.lin.id,
                    deputy_id=self.wei.id,
                    playbook=team.playbook,
                    planned_at=desk.now,
                )
            )
            for key in crew:
                for role in (role for role in ROLES[key] if not role.endswith("+")):
                    desk.add(
                        Assignment(
                            stream_id=stream.id,
                            role=role,
                            person_id=self.actors[key].id,
                            answer=Answer.ACCEPTED,
                            asked_at=desk.now,
                            answered_at=desk.now,
                            asked_for=stream.starts_at,
                        )
                    )
            phases.enter(desk, stream, Phase.PREP)
            for flow in desk.house.flows:
                if flow.plan:
                    flow.plan(desk, stream)
            return stream

        return await self.work(plan)

    async def everyone(self, label: str, *keys: str) -> None:
        """Each of them presses the same button."""
        for key in keys or ROLES:
            await self.actors[key].presses(label)


async def open_stage(
    language: str = "en",
    *,
    set_up: bool = True,
    group: str = "supergroup",
    bot: str = "administrator",
    start: datetime = MONDAY_NOON,
    bare: bool = False,
) -> Stage:
    """A bot on a fresh database and a fresh world; `set_up` leaves out what the team flow's own stories play."""
    clock = HandClock(start)
    world = opening_world(clock, kind=group, bot=bot, lang=language, zone="Asia/Shanghai", referee=referee())
    world.mailbox.allow(ALLOWED)
    store = StoreInMemory()
    request = InMemory(world)
    edge = Telegram(world.token, "http://stage", request, request)
    house = shared_house(language, bare)
    house.username = world.me.username or ""
    app = App(store, edge, clock, Pace(clock.monotonic, 0, 0, 0), house)
    stage = Stage(world, clock, app, language)
    stage.how = (language, set_up, group, bot, start, bare)
    if stage.how not in OPENINGS:
        await lay(store)
        if set_up:
            await store.transaction(lambda session: _set_up(stage, session))
        OPENINGS[stage.how] = await moment(stage)
    await restore(stage, OPENINGS[stage.how])  # the first as well: sets that are restored may be in another order
    return stage


OPENINGS: dict[tuple[Any, ...], Moment] = {}


def _set_up(stage: Stage, session: Any) -> None:
    """The team as the stories expect it, straight into the rows."""
    desk = Desk(session, stage.app.house, stage.now)
    team = desk.add(
        Team(
            chat_id=stage.group.id,
            title="Friday Live",
            language=stage.language,
            timezone="Asia/Shanghai",
            playbook="live-commerce",
            ready=True,
        )
    )
    for key in (*ROLES, "nia"):
        person = stage.world.people[stage.actors[key].id]
        stage.world.private(person)
        language = "en" if key == "ana" else None
        desk.add(Person(id=person.id, name=person.name, username=person.username, reachable=True, language=language))
        admin = key in ("lin", "wei")
        member = desk.add(Member(team_id=team.id, person_id=person.id, lead=admin, lead_as_admin=admin))
        for role in ROLES.get(key, ()):
            desk.add(Qualification(member_id=member.id, role=role.rstrip("+"), backup=role.endswith("+")))


@cache
def referee() -> Any:
    """Judges every call of the bot by the Bot API as data, where that stands beside the checkout."""
    from tests import botapi

    return botapi.check_call if botapi.is_here() else None


_NEXT_BUT_TICKS = cues._NEXT.where(col(Cue.kind) != "board.tick")


def next_worth_a_stop(session: Session) -> datetime | None:
    """When the next cue is due that says something."""
    return session.exec(_NEXT_BUT_TICKS).first()


def plain(text: str) -> str:
    """Without markup, for reading."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))
