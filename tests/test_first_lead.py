"""A first-time lead, given only the bot's own messages, plans and prepares a show without typing a command after /setup."""

import re
from datetime import timedelta
from typing import Any

import pytest

from bot.crew import Phase, Stream
from bot.playbook import Playbook
from bot.rehearsal import acts
from bot.words import Reader, Words
from flows.ready.tables import Decision, Gate, Override
from tests.stage import ROLES, Stage, next_worth_a_stop, open_stage, playbooks
from tests.test_show import enter

TYPES = {
    "en": {"title": "Tuesday Deals", "goal": "3,000 orders", "line": "All there, checked twice"},
    "zh": {"title": "周二专场", "goal": "3000 单", "line": "都到了，核对过两遍"},
}
"""What people say in their own words; all else is pressed."""
DAY = {"en": "Tue 24 Nov 20:00", "zh": "11月24日"}
FILE = {"en": "Send the file", "zh": "把文件发"}
PICTURE = {"en": "photo", "zh": "照片"}
YES = ("plan-accept", "prep-all", "prep-done", "prep-second", "calls-button-heard", "ready-button-ready")
TICK = re.compile(r"[✓📎] \d+ · ")


class Obedient:
    """Does what the newest messages ask, by their buttons, and answers what is asked with plain words or a picture."""

    def __init__(self, stage: Stage, key: str) -> None:
        self.stage, self.actor, self.typed = stage, stage.actors[key], list[str]()
        self.language = stage.world.people[self.actor.id].language_code[:2]
        self.yes = [label(stage, word, self.language) for word in YES]
        self.turned_down = set[str]()
        """Buttons that answered that there is nothing for them to do: nobody presses those again."""

    async def presses(self, *labels: str) -> None:
        for label in labels:
            await self.actor.presses(label)

    async def types(self, text: str) -> None:
        assert not text.startswith("/")
        self.typed.append(text)
        await self.actor.tells_bot(text)

    async def does_it(self) -> None:
        """Until nothing is left that asks something of them."""
        for _ in range(60):
            data, said = self._next()
            if data is None:
                return
            before = len(self.actor.inbox())
            await self.actor.presses_in("private", said, data)
            if self.actor.alert:
                self.turned_down.add(data)
            if len(self.actor.inbox()) > before or self._is_asked():
                await self._proves()
        raise AssertionError(f"{self.actor.key} never comes to an end: {self.actor.private.buttons()}")

    def _next(self) -> tuple[str | None, str]:
        """The newest button that says yes to something."""
        for post in reversed(self.actor.private.posts()):
            for button in post.buttons():
                said = button["text"]
                if (said in self.yes or TICK.match(said)) and button["callback_data"] not in self.turned_down:
                    return button["callback_data"], said
        return None, ""

    def _is_asked(self) -> bool:
        return label(self.stage, "talk-cancel", self.language) in self.actor.private.buttons()

    async def _proves(self) -> None:
        """A file or a picture where the question says so, else a line."""
        asked = self.actor.reads()
        if FILE[self.language] in asked:
            await self.sends_file()
        elif PICTURE[self.language] in asked:
            await self.actor.sends_photo()
        elif self._is_asked():
            await self.types(TYPES[self.language]["line"])

    async def sends_file(self) -> None:
        world = self.stage.world
        person = world.people[self.actor.id]
        file = world.files.keep("list.csv", "text/csv", b"sku,price\n1,9.90\n")
        acts.send(world, person, world.private(person), file)
        await self.stage.settle()


def label(stage: Stage, word: str, reads: str = "", **args: Any) -> str:
    """A button's words, as this team or one of them reads them."""
    return str(stage.app.house.dictionary.plain(Words(word, args), Reader(reads or stage.language, "Asia/Shanghai")))


async def everybody_joins(stage: Stage, book: Playbook, crew: dict[str, Obedient]) -> None:
    for key, person in crew.items():
        await person.presses(label(stage, "team-join"))
        for role in ROLES[key]:
            if held := book.role(role.rstrip("+")):
                await person.presses(*[held.name.of(person.language)] * (2 if role.endswith("+") else 1))
        await person.presses(label(stage, "team-roles-done", person.language))


async def plans_a_show(stage: Stage, book: Playbook, lin: Obedient) -> Stream:
    said = TYPES[stage.language]
    await lin.presses(label(stage, "plan-start-button"))
    await lin.types(said["title"])
    await lin.presses(book.purposes[0].name.of(stage.language))
    await lin.types(said["goal"])
    await lin.presses(DAY[stage.language], label(stage, "plan-hours", length=timedelta(hours=3)))
    await lin.presses(*(label(stage, word) for word in ("plan-crew-keep", "plan-review-keep", "plan-confirm")))
    stream = await stage.stream()
    assert (stream.title, stream.starts_at) == (said["title"], stage.at("2026-11-24 20:00"))
    return stream


@pytest.mark.parametrize(
    ("language", "name", "who"),
    [
        ("en", "live-commerce", tuple(ROLES)),
        ("zh", "live-commerce", tuple(ROLES)),
        ("zh", "small-room", ("lin", "mei", "yan", "wei")),
    ],
)
async def test_a_first_time_lead_comes_from_setup_to_go_by_presses_and_plain_answers(
    language: str, name: str, who: tuple[str, ...]
) -> None:
    """In both languages with a whole crew, and in a small room."""
    stage = await open_stage(language, set_up=False, bot="left")
    await enter(stage)
    crew = {key: Obedient(stage, key) for key in who}
    lin, book = crew["lin"], playbooks()[name]
    chosen = label(stage, "team-english" if language == "en" else "team-chinese")
    await lin.presses(label(stage, "team-set-up"), chosen, label(stage, "zone-china"), book.title.of(language))
    await everybody_joins(stage, book, crew)
    stream = await plans_a_show(stage, book, lin)
    gate = stream.starts_at - timedelta(minutes=15)
    while stage.now < gate:
        for person in crew.values():
            await person.does_it()
        await stage.to(min(await stage.app.store.read(next_worth_a_stop) or gate, gate))
    assert label(stage, "ready-gate-green") in stage.lin.reads(), stage.lin.reads()
    await lin.presses(label(stage, "ready-button-go"))
    assert [gate.decision for gate in await stage.rows(Gate)] == [Decision.GO] and not await stage.rows(Override)
    assert (await stage.rows(Stream))[0].phase is Phase.STANDBY
    assert len(lin.typed) < 12 and not [text for person in crew.values() for text in person.typed if text[0] == "/"]
    assert not stage.world.complaints
    await stage.app.close()
