"""Every command and every button, read off the registry, tried by those who must not: nothing is read, nothing changes."""

import ast
import inspect
import os
import random
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import islice
from typing import Any, get_args

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.crew import Member, Person, Stream, Team
from bot.desk import Desk
from bot.flow import Command, Press
from bot.received import InboxState, Received
from tests import test_house as house
from tests.stage import Stage, open_stage, shared_house

ELSEWHERE = -1007007
SECRETS = ("Quiet Harvest", "Friday Live", "sentinel", "Mei", "Yan", "Xia", "Tao", "Joy")
OWN = {"inbox", "message"}
"""Tables in which an update leaves its own trace; what is said is looked at by itself."""
LET_IN = {"team.join", "door.open"}
"""Buttons for those who are in the group's chat and not yet in the team."""
ENTRY = {"join", "setup", "start"}
"""Commands that are how one gets in, from the group's chat."""
KNOWN = {"role": "anchor", "walk": "plan.new"}
"""What a row may not just call anything."""
TOGETHER = 60
"""Tries after which one looks what they came to."""
TRIES = int(os.environ.get("CALLBOARD_EXAMPLES", "3"))
"""How often each button is forged."""
ASKS = ("", "1", "Harvest", "2026-11-29 20:00 3h anchor @lin")

HOUSE = shared_house("en")
PRESSES: dict[str, Press] = {
    f"{flow.name}.{name}": press for flow in HOUSE.flows for name, press in flow.presses.items()
}
COMMANDS: dict[str, Command] = {name: command for name, (_, command) in HOUSE.commands.items()}


class Ear:
    """The edge, where only what presses are answered is of interest."""

    def __init__(self) -> None:
        self.answers: list[dict[str, Any]] = []

    async def call(self, method: str, **params: Any) -> Any:
        if method == "answerCallbackQuery":
            self.answers.append(params)
        return [] if method == "getChatAdministrators" else True


Update = dict[str, Any]


@dataclass
class Tried:
    """What some tries came to, made one after another."""

    changed: list[str]
    answers: list[str]
    """What each of them was answered, if it was a press."""
    said: list[tuple[int, str]]


class Fence:
    """A team with a row of every kind that a button can name, and people who shake at the fence."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.ear, self.rows = stage, Ear(), dict[type[SQLModel], int]()
        stage.app.inbox._handling._edge = self.ear  # type: ignore[assignment]
        self._number, self._kept = 10**6, dict[str, list[Any]]()

    def pressed(self, person: int, data: str, chat: int) -> Update:
        message = {"message_id": 1, "date": 0, "chat": self._chat(chat)}
        self._number += 1
        query = {"from": _account(person), "chat_instance": "1", "data": data, "message": message}
        return {"callback_query": query | {"id": str(self._number)}}

    def command(self, person: int, text: str, chat: int) -> Update:
        entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
        message = {"message_id": 1, "date": 0, "chat": self._chat(chat), "from": _account(person), "text": text}
        return {"message": message | {"entities": [entity]}}

    async def tries(self, *updates: Update) -> Tried:
        """Each handled after the other, and then looked at once: whatever any of them did is seen."""
        before, last = self._kept or await self.kept(), await self._last()
        self.ear.answers.clear()
        numbered = enumerate(updates, self._number)
        self._number += len(updates)
        await self.stage.app.inbox.take([{"update_id": number} | update for number, update in numbered])
        await self.stage.app.inbox.work()
        await self.stage.app.inbox.settle()
        after = self._kept = await self.kept()
        heard = {one["callback_query_id"]: str(one.get("text") or one.get("url") or "") for one in self.ear.answers}
        return Tried(
            [f"{table}: {row}" for table in after if after[table] != before[table] for row in after[table]],
            [heard.get(one["callback_query"]["id"], "") for one in updates if "callback_query" in one],
            await self._said(last),
        )

    async def kept(self) -> dict[str, list[Any]]:
        """Every row there is, but for what anybody leaves behind by writing at all."""
        tables = [table.name for table in SQLModel.metadata.sorted_tables if table.name not in OWN]
        named = "select id, language, timezone, reachable from person"

        def look(session: Any) -> dict[str, list[Any]]:
            ask = session.connection().exec_driver_sql
            rows = {table: ask(f"select * from {table}").fetchall() for table in tables}
            return rows | {"person": ask(named).fetchall()}

        return await self.stage.app.store.read(look)

    async def _last(self) -> int:
        table = SQLModel.metadata.tables["message"]
        return await self.stage.app.store.read(
            lambda session: session.connection().execute(select(func.max(table.c.id))).scalar() or 0
        )

    async def _said(self, after: int) -> list[tuple[int, str]]:
        table = SQLModel.metadata.tables["message"]
        query = select(table.c.chat_id, table.c.text).where(table.c.id > after)
        return [tuple(row) for row in await self.stage.app.store.read(lambda s: s.connection().execute(query).all())]

    def data(self, act: str) -> list[str]:
        """What a forged client could send: the row, and whatever else the button may name."""
        press = PRESSES[act]
        wanted = [one for one in inspect.signature(press.run).parameters.values() if one.kind is not one.VAR_POSITIONAL]
        row, more = self.rows[press.on], len(wanted) - 2
        return [":".join([act, str(row), *[rest] * more]) for rest in (("1", "anchor") if more > 0 else ("",))]

    def _chat(self, chat: int) -> dict[str, Any]:
        kind = {"type": "private", "first_name": "?"} if chat > 0 else {"type": "supergroup", "title": "?"}
        return {"id": chat} | kind


def _account(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": f"P{person}"}


def _filled(desk: Desk, kind: type[SQLModel], made: dict[type[SQLModel], int]) -> SQLModel:
    """A row of any kind: references point at the team's own rows, the rest is a mark that would be recognised."""
    values: dict[str, Any] = {}
    for column in SQLModel.metadata.tables[str(kind.__tablename__)].columns:
        field = kind.model_fields[column.name]
        if column.primary_key and not column.foreign_keys:
            continue
        if column.foreign_keys:
            of = next(iter(column.foreign_keys)).column.table.name
            if of != kind.__tablename__:  # the first of its kind comes after nothing
                values[column.name] = _reference(desk, of, made)
        elif field.is_required():
            values[column.name] = KNOWN.get(column.name) or _mark(field.annotation, desk.now)
    return desk.add(kind(**values))


def _reference(desk: Desk, table: str, made: dict[type[SQLModel], int]) -> int:
    kinds = {mapper.class_.__tablename__: mapper.class_ for mapper in SQLModel._sa_registry.mappers}
    kind = kinds[table]
    if kind not in made:
        made[kind] = _filled(desk, kind, made).id  # type: ignore[attr-defined]
    return made[kind]


def _mark(annotation: Any, now: datetime) -> Any:
    kind = next((one for one in get_args(annotation) if one is not type(None)), annotation)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {str: "sentinel", int: 1, bool: False, datetime: now, date: now.date()}.get(kind, "sentinel")


@pytest.fixture
async def fence() -> AsyncIterator[Fence]:
    """Friday Live with a show; Oz leads a team of his own elsewhere; Kai has been removed; Nia holds nothing."""
    stage = await open_stage("en")
    await stage.show(title="Quiet Harvest")
    one = Fence(stage)

    def build(desk: Desk) -> None:
        other = desk.add(Team(chat_id=ELSEWHERE, title="Elsewhere", playbook="live-commerce", ready=True))
        desk.add(Person(id=stage.oz.id, name="Oz", reachable=True))
        desk.add(Person(id=4242, name="Nobody", reachable=True))
        desk.add(Member(team_id=other.id, person_id=stage.oz.id, lead=True))
        kai = desk.session.execute(
            select(Member).where(Member.person_id == stage.kai.id)  # type: ignore[arg-type]
        ).scalar_one()
        kai.present = kai.lead = False
        team = desk.get(Team, kai.team_id)
        stream = desk.session.execute(select(Stream)).scalars().first()
        assert stream
        mine = desk.session.execute(
            select(Member).where(Member.person_id == stage.mei.id)  # type: ignore[arg-type]
        ).scalar_one()
        one.rows |= {Team: team.id, Stream: stream.id, Person: stage.mei.id, Member: mine.id}
        for press in PRESSES.values():
            if press.on not in one.rows:
                row = desk.session.execute(select(press.on)).scalars().first() or _filled(desk, press.on, one.rows)
                one.rows[press.on] = row.id  # type: ignore[attr-defined]

    await stage.work(build)
    yield one
    await stage.app.close()


def _strangers(fence: Fence) -> Iterator[tuple[str, int, int]]:
    """Who has no business here, and where they press and write: in private, in their own group, in this one's chat."""
    stage = fence.stage
    for who, person in (("an outsider", 4242), ("the lead of another team", stage.oz.id), ("removed", stage.kai.id)):
        yield f"{who}, in private", person, person
        yield f"{who}, in the group", person, stage.group.id
    yield "the lead of another team, at home", stage.oz.id, ELSEWHERE


def _portions(tries: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(tries)
    while portion := list(islice(waiting, TOGETHER)):
        yield portion


def _read(tried: Tried, stranger: int) -> list[str]:
    """What was let out to somebody by themselves; in the group everybody reads along anyway."""
    said = [text for chat, text in tried.said if chat == stranger]
    return [text for text in (*tried.answers, *said) for secret in SECRETS if secret in text]


async def test_no_button_of_a_team_opens_to_a_stranger(fence: Fence) -> None:
    found = []
    for who, person, chat in _strangers(fence):
        acts = [act for act in PRESSES if act not in LET_IN or chat != fence.stage.group.id]
        for some in _portions(data for act in acts for data in fence.data(act)):
            tried = await fence.tries(*(fence.pressed(person, data, chat) for data in some))
            if tried.changed or _read(tried, person) or not all(tried.answers):
                found.append(f"{some}, {who}: {tried}")
    assert not found, "\n".join(found)


async def test_no_button_for_leads_works_for_others(fence: Fence) -> None:
    nia, found = fence.stage.nia.id, []
    for act, press in PRESSES.items():
        if press.lead:
            tried = await fence.tries(*(fence.pressed(nia, data, nia) for data in fence.data(act)))
            if tried.changed or not all("leads" in answer for answer in tried.answers):
                found.append(f"{act}: {tried}")
    assert not found, "\n".join(found)


async def test_the_same_buttons_do_open_to_the_team(fence: Fence) -> None:
    """Else the tests above would prove nothing: a lead is never told to stay out."""
    lin, closed = fence.stage.lin.id, []
    for act in PRESSES:
        [answer] = (await fence.tries(fence.pressed(lin, fence.data(act)[0], lin))).answers
        if "not in this team" in answer or "for leads" in answer:
            closed.append(f"{act}: {answer}")
    assert not closed, "\n".join(closed)


async def test_no_command_about_a_team_works_for_a_stranger(fence: Fence) -> None:
    found = []
    for who, person, chat in _strangers(fence):
        if chat in (ELSEWHERE, fence.stage.oz.id):
            continue  # there he speaks to his own team: the test below
        names = [name for name in COMMANDS if name not in ENTRY or chat != fence.stage.group.id]
        for some in _portions(f"/{name} {ask}".strip() for name in names for ask in ASKS):
            tried = await fence.tries(*(fence.command(person, text, chat) for text in some))
            if tried.changed or _read(tried, chat):
                found.append(f"{some}, {who}: {tried}")
    assert not found, "\n".join(found)


async def test_the_lead_of_another_team_reads_and_changes_his_own_alone(fence: Fence) -> None:
    oz, found = fence.stage.oz.id, []
    theirs = await _rows_of(fence)
    for name in COMMANDS:
        asked = [f"/{name} {ask}".strip() for ask in ASKS]
        tried = await fence.tries(*(fence.command(oz, text, chat) for text in asked for chat in (oz, ELSEWHERE)))
        leaks = [text for _, text in tried.said for secret in ("Quiet Harvest", "Friday Live") if secret in text]
        if leaks or await _rows_of(fence) != theirs:
            found.append(f"/{name}: {tried}")
    assert not found, "\n".join(found)


async def test_no_command_for_leads_works_for_others(fence: Fence) -> None:
    nia, found = fence.stage.nia.id, []
    for name, command in COMMANDS.items():
        if command.lead:
            tried = await fence.tries(*(fence.command(nia, f"/{name} {ask}".strip(), nia) for ask in ASKS))
            if tried.changed:
                found.append(f"/{name}: {tried}")
    assert not found, "\n".join(found)


async def _rows_of(fence: Fence) -> dict[str, set[str]]:
    """What belongs to Friday Live."""
    team, stream = fence.rows[Team], fence.rows[Stream]

    def look(session: Any) -> dict[str, set[str]]:
        kept = {}
        for table in SQLModel.metadata.sorted_tables:
            for column, wanted in (("team_id", team), ("stream_id", stream)):
                if column in table.c and table.name not in OWN:
                    query = table.select().where(table.c[column] == wanted)
                    kept[f"{table.name}.{column}"] = {str(row) for row in session.connection().execute(query)}
        return kept

    return await fence.stage.app.store.read(look)


FORGED = ("", "-1", "x", "9" * 25, "9" * 12, "1", "0", "²", "anchor", "a b", "<b>", "99999999", "1.5", "None", "%")


async def test_a_forged_button_is_answered_and_nothing_fails(fence: Fence) -> None:
    """A member's client may send anything in the place of a number or a word."""
    dice, crew, number = random.Random(20261128), (fence.stage.lin.id, fence.stage.mei.id, fence.stage.nia.id), 10**9
    for act in PRESSES:
        for _ in range(TRIES):
            number += 1
            who, row = dice.choice(crew), fence.rows[PRESSES[act].on]
            more = [dice.choice(FORGED) for _ in range(dice.randint(0, 3))]
            update = fence.pressed(who, ":".join([act, str(row), *more])[:64], who)
            await fence.stage.app.inbox.take([update | {"update_id": number}])
    await fence.stage.app.inbox.work()
    failed = [row for row in await fence.stage.rows(Received) if row.state is InboxState.FAILED]
    assert not [(row.body["callback_query"]["data"], row.error) for row in failed if row.body]


# What is typed and what is sent along


def test_nothing_typed_can_become_a_statement() -> None:
    """SQL is SQLAlchemy's to write, with parameters; what is written by hand is a literal, or the store's own."""
    for path in house.CODE:
        if house.name(path) in ("bot/store.py", "bot/connection.py") or "migrations" in path.parts:
            continue
        for called, call in house.calls(path):
            assert not called.endswith("exec_driver_sql"), house.name(path)
            if called.split(".")[-1] in ("text", "literal_column"):
                assert not any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in call.args), house.name(path)


def test_nothing_that_people_send_along_is_fetched_or_opened() -> None:
    """A photo or a file is kept as Telegram's id of it; nothing of it ever reaches a parser."""
    for path in (one for one in house.CODE if "rehearsal" not in house.name(one)):
        assert "getFile" not in path.read_text(encoding="utf-8"), house.name(path)
        opened = {"csv", "zipfile", "tarfile", "xml", "openpyxl", "PIL", "pickle"}
        assert not opened & {one.split(".")[0] for one in house.imports(path)}, house.name(path)


def test_the_registry_is_worth_walking() -> None:
    assert len(PRESSES) > 50 and len(COMMANDS) > 25
