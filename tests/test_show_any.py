"""A whole crew doing anything, an outsider forging, time passing and the machine failing: what must hold at any minute."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from bot import phases, ticker
from bot.app import App
from bot.crew import Answer, Assignment, Member, Person, Phase, Stream, Team
from bot.cues import Cue, CueState, give
from bot.desk import Desk
from bot.flow import Change
from bot.pace import Pace
from bot.rehearsal import acts
from bot.rehearsal.world import Refusal
from flows.duty.tables import Holding, Shift
from tests.scenes import scene
from tests.stage import Stage, open_stage

EXAMPLES = int(os.environ.get("CALLBOARD_EXAMPLES", "3"))
CREW = ("lin", "mei", "kai", "bo", "yan", "wei", "ana", "tao", "nia")
TITLE, TEAM = "Black Friday Special", "Friday Live"
WORDS = ("yes", "no", "20:30", "tomorrow 9pm", "1", "a few words", "取消", "/skip", "/back", "/cancel")
MACHINERY = {"inbox", "message", "person", "link", "conversation"}
"""Tables where everybody leaves traces; what these may be is looked at by itself."""


@scene
async def opens(stage: Stage) -> None:
    """A show of one team, with two anchors; Oz leads another team, and knows the bot."""
    oz = stage.world.people[stage.oz.id]
    stage.world.private(oz)

    def fill(desk: Desk) -> None:
        rivals = desk.add(Team(chat_id=-77, title="Rivals", playbook="live-commerce", ready=True))
        desk.add(Person(id=oz.id, name="Oz", username=oz.username, reachable=True))
        desk.add(Member(team_id=rivals.id, person_id=oz.id, lead=True))

    def second_anchor(desk: Desk) -> None:
        kai = Assignment(stream_id=1, role="anchor", seat=2, person_id=stage.kai.id, answer=Answer.ACCEPTED)
        desk.add(kai)
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.show(starts="2026-11-23 20:40", hours=2, title=TITLE)
    await stage.work(fill)
    await stage.oz.starts()
    await stage.work(second_anchor)


class Theatre:
    """A show of one team, to which anything happens; and Oz, who leads another team and should get nowhere."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.world = stage, stage.world
        self.given: Counter[tuple[object, ...]] = Counter()
        self.of_cancelled: list[str] = []

    # What happens

    async def happens(self, key: str, what: str, number: int) -> None:
        await getattr(self, f"_{what}")(key, number)
        await self.holds()

    async def _press(self, key: str, number: int) -> None:
        """Some button that this person sees, as old as it may be."""
        person, group = self.world.people[self.stage.actors[key].id], self.world.group()
        offers = [
            (chat, post.id, data)
            for chat in (self.world.chats.get(person.id), group)
            for post in (list(chat.posts.values())[-12:] if chat else [])
            for data in sorted(post.offered)
            if not post.deleted
        ]
        if offers:
            chat, post_id, data = offers[number % len(offers)]
            acts.press(self.world, person, chat, post_id, data)
            await self.stage.settle()

    async def _command(self, key: str, number: int) -> None:
        names = sorted(self.stage.app.house.commands)
        text = f"/{names[number % len(names)]}"
        actor = self.stage.actors[key]
        await (actor.says(text) if number % 3 == 0 else actor.tells_bot(text))

    async def _words(self, key: str, number: int) -> None:
        await self.stage.actors[key].tells_bot(WORDS[number % len(WORDS)])

    async def _pass(self, _key: str, number: int) -> None:
        await self.stage.forward(timedelta(minutes=(1, 4, 11, 29)[number % 4]))

    async def _sleep(self, _key: str, number: int) -> None:
        """Nobody was there to give what was due meanwhile."""
        self.stage.clock.jump(timedelta(minutes=10 + number % 60))
        await self.stage.settle()

    async def _restart(self, _key: str, _number: int) -> None:
        app, clock = self.stage.app, self.stage.clock
        self.stage.app = App(app.store, app.edge, clock, Pace(clock.monotonic, 0, 0, 0), app.house)
        await self.stage.settle()

    async def _refuse(self, _key: str, number: int) -> None:
        code, said, wait = (
            (429, "Too Many Requests: retry after 3", 3),
            (502, "Bad Gateway", 0),
            (400, "Bad Request: message to edit not found", 0),
        )[number % 3]
        method = "editMessageText" if code == 400 else "sendMessage"
        self.world.refusals.append(Refusal(code, said, 1, None, method, retry_after=wait or None))

    async def _air(self, _key: str, number: int) -> None:
        """The show goes on air, or off."""

        def enter(desk: Desk) -> None:
            stream = desk.get(Stream, 1)
            after = {Phase.PREP: Phase.LIVE, Phase.STANDBY: Phase.LIVE, Phase.LIVE: Phase.WRAP}
            if stream.phase in after and (stream.phase is not Phase.LIVE or number % 4 == 0):
                phases.enter(desk, stream, after[stream.phase])

        await self.stage.work(enter)

    async def _forge(self, _key: str, number: int) -> None:
        """Oz sends whatever a forged client could: any button's data, any command; nothing may come of it."""
        offers = sorted(
            {data for chat in self.world.chats.values() for post in chat.posts.values() for data in post.offered}
        )
        names = sorted(self.stage.app.house.commands)
        await self.stage.settle()
        before = await self._rows()
        if offers and number % 4:
            await self._oz_presses(offers[number % len(offers)])
        else:
            await self.stage.oz.tells_bot(f"/{names[number % len(names)]} {WORDS[number % len(WORDS)]}")
        self._nothing_changed(before, await self._rows())
        assert not self._tells(self.stage.oz.toast), self.stage.oz.toast

    async def _oz_presses(self, data: str) -> None:
        """Whatever it is, under a message in his own chat; where a link comes of it, he follows it."""
        chat = self.world.chats[self.stage.oz.id]
        post = next(reversed(chat.posts.values()))
        post.offered.add(data)
        await self.stage.oz._press(chat, post, data, "")

    # What must hold

    async def holds(self) -> None:
        await self._one_holder()
        assert set(self.given.values()) <= {1}, self.given.most_common(3)
        assert not self.of_cancelled
        assert not [text for text in self.stage.oz.inbox() if self._tells(text)]

    async def _one_holder(self) -> None:
        seats = Counter((one.stream_id, one.role, one.seat) for one in await self.stage.rows(Assignment))
        assert set(seats.values()) <= {1}, seats.most_common(2)
        shifts = [one for one in await self.stage.rows(Shift) if one.on_at]
        on = Counter((one.stream_id, one.role, one.lane) for one in shifts if one.state is Holding.ON)
        assert set(on.values()) <= {1}, on.most_common(2)
        for one in shifts:
            for other in shifts:
                lane = (one.stream_id, one.role, one.lane) == (other.stream_id, other.role, other.lane)
                if lane and one.person_id != other.person_id:
                    assert not _overlap(one, other), (one, other)

    def _tells(self, text: str) -> bool:
        """Whether something of the team's can be read in it: its name, its show, its people."""
        people = [self.stage.actors[key].name for key in CREW]
        return any(word in text for word in (TITLE, TEAM, *people))

    async def _rows(self) -> dict[tuple[str, Any], dict[str, Any]]:
        def look(session: Any) -> dict[tuple[str, Any], dict[str, Any]]:
            return {
                (table.name, row["id"]): dict(row)
                for table in SQLModel.metadata.sorted_tables
                if table.name not in MACHINERY
                for row in session.connection().execute(table.select()).mappings()
            }

        rows = await self.stage.app.store.read(look)
        theirs = {key[1] for key, row in rows.items() if key[0] == "stream" and row["team_id"] != 1}
        return {
            key: row
            for key, row in rows.items()
            if row.get("team_id", 1) == 1 and row.get("stream_id") not in theirs and key != ("team", 2)
        }

    def _nothing_changed(self, before: dict[Any, Any], after: dict[Any, Any]) -> None:
        mine = {key: row for key, row in after.items() if key in before or "team_id" in row or "stream_id" in row}
        assert mine == before, [key for key in mine if before.get(key) != mine[key]]

    async def ends_in_silence(self) -> None:
        """Called off, a show is not spoken of again, however much of it was still planned."""
        self.world.refusals.clear()
        await self.stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.CANCELLED))
        await self.stage.forward(timedelta(minutes=2))
        said = self._said()
        await self.stage.forward(timedelta(days=3))
        assert self._said() == said
        planned = [cue for cue in await self.stage.rows(Cue) if cue.stream_id == 1 and cue.state is CueState.PLANNED]
        assert not planned

    def _said(self) -> list[tuple[int, int, str]]:
        """All that can be read about the show, anywhere."""
        bot = self.world.me.id
        return [
            (chat.id, post.id, post.body["text"])
            for chat in self.world.chats.values()
            for post in chat.posts.values()
            if post.author == bot and TITLE in post.body.get("text", "")
        ]


def _overlap(one: Shift, other: Shift) -> bool:
    """Whether there was a minute in which both were on."""
    assert one.on_at and other.on_at
    first, second = sorted((one, other), key=lambda shift: shift.on_at)  # type: ignore[arg-type, return-value]
    assert second.on_at
    return first.off_at is None or first.off_at > second.on_at


@asynccontextmanager
async def open_theatre() -> AsyncIterator[Theatre]:
    stage = await open_stage("en")
    theatre = Theatre(stage)

    def watched(desk: Desk, cue: Cue) -> None:
        moment = (cue.key, cue.round, cue.due_at)
        stream = desk.session.get(Stream, cue.stream_id) if cue.stream_id else None
        give(desk, cue)
        said = cue.state is not CueState.DROPPED
        if stream and stream.phase is Phase.CANCELLED and said:
            theatre.of_cancelled.append(cue.key)
        theatre.given[moment] += 1

    with patch.object(ticker.cues, "give", watched):
        await opens(stage)
        yield theatre
    await stage.app.close()
    assert not stage.world.complaints, stage.world.complaints


DOINGS = ("press", "press", "press", "words", "command", "pass", "pass", "sleep", "restart", "refuse", "air", "forge")
BEFORE_THE_SHOW = ("press", "press", "words", "command", "restart", "refuse")


def deeds(doings: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str, int]]:
    return st.tuples(st.sampled_from(CREW), st.sampled_from(doings), st.integers(0, 999))


@settings(max_examples=EXAMPLES)
@given(st.lists(deeds(DOINGS), min_size=20, max_size=35))
def test_whatever_a_crew_does_every_seat_has_one_holder_and_outsiders_none(story: list[tuple[str, str, int]]) -> None:
    asyncio.run(play(story))


@settings(max_examples=EXAMPLES)
@given(st.lists(deeds(BEFORE_THE_SHOW), min_size=5, max_size=12))
def test_a_show_that_is_called_off_is_not_spoken_of_again(story: list[tuple[str, str, int]]) -> None:
    asyncio.run(play(story, called_off=True))


async def play(story: list[tuple[str, str, int]], called_off: bool = False) -> None:
    async with open_theatre() as theatre:
        for key, what, number in story:
            await theatre.happens(key, what, number)
        if called_off:
            await theatre.ends_in_silence()
