"""Real updates, broken in every way that comes to mind: none stops the bot, none stays behind, and the next is answered."""

import contextlib
import copy
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.incoming import parse
from bot.message import Message
from bot.received import InboxState, Received
from bot.telegram import Unreachable
from tests.scenes import scene
from tests.stage import Stage

SEED = int(os.environ.get("CALLBOARD_SEED", "20261128"))
BROKEN = 40 * int(os.environ.get("CALLBOARD_EXAMPLES", "8"))
NONSENSE: tuple[Any, ...] = (
    None,
    "",
    "x" * 5000,
    "<b>&\x00\ud83d",
    "-1",
    0,
    -1,
    2**31,
    2**63,
    2**80,
    1.5,
    True,
    [],
    {},
    [[]],
    [None],
    {"id": 1},
    {"id": None, "is_bot": "no"},
)
FORGED = (
    "talk.pick:1:1:x",
    "prep.done:999999999999999999",
    "plan.accept:",
    "::::",
    "team.role:1:a:b:c:d",
    "door.open:-1",
    "again.for:3:1",
    *(f"again.as:{row}" for row in range(1, 40)),
    "é" * 64,
)

ODD = (
    "", "-", "0", "-1", "²", "٣", "9" * 30, "1.5", "<b>", "@", "@lin", "@mei 5", "me", "2026-13-40", "99:99-88:77",
    "23:00-23:00", "0h", "1e9h", "in 99999999 hours", "in 3000 years", "tomorrow 25:00", "明晚25点", "第²场", "每周²",
    "a" * 4000, "\u202e\x00x", "| | |", "/new", "2026-11-29..2026-11-01", "0001-01-01", "9999-12-31 23:59 99h end",
    "anchor -1", "anchor 99999999999999999999", "2026-11-29 20:00 3h x",
)  # fmt: skip


@scene
async def real_updates(stage: Stage) -> list[dict[str, Any]]:
    """What a lively quarter of an hour brings: commands, words, presses, photos, comings and goings."""
    heard: list[dict[str, Any]] = []
    take = stage.app.inbox.take

    async def listen(updates: Any) -> None:
        heard.extend(copy.deepcopy(list(updates)))
        await take(updates)

    stage.app.inbox.take = listen  # type: ignore[method-assign]
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.tells_bot("/new")
    await stage.lin.tells_bot("Second show")
    await stage.mei.says("/join anchor", reply_to=None)
    await stage.mei.tells_bot("/todo")
    await stage.oz.starts("nothing")
    await stage.oz.tells_bot("hello?")
    await stage.kai.sends_photo("proof")
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.leaves(stage.joy)
    await stage.bo.blocks()
    stage.app.inbox.take = take  # type: ignore[method-assign]
    return [*heard, *(in_disguise(one) for one in heard if "/team" in one.get("message", {}).get("text", ""))]


def in_disguise(update: dict[str, Any]) -> dict[str, Any]:
    """The same, from an admin who writes as the group, in a topic."""
    group = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    began = update["message"] | {"text": None, "forum_topic_created": {"name": "Ops", "icon_color": 1}}
    topic = {"is_topic_message": True, "message_thread_id": 7, "reply_to_message": began}
    return {"message": update["message"] | {"from": group, "sender_chat": update["message"]["chat"]} | topic}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in an update."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(inner, (*path, key))


def mutated(dice: random.Random, updates: list[dict[str, Any]]) -> dict[str, Any]:
    """One of them with one to three things wrong: gone, nonsense, another's, doubled, or forged."""
    update = copy.deepcopy(dice.choice(updates))
    for _ in range(dice.randint(1, 3)):
        if not (whole := list(places(update))):
            break
        *above, key = dice.choice(whole)
        holder: Any = update
        for step in above:
            holder = holder[step]
        how = dice.choice(("gone", "nonsense", "other", "forged", "twice"))
        if how == "gone":
            del holder[key]
        elif how == "nonsense":
            holder[key] = copy.deepcopy(dice.choice(NONSENSE))
        elif how == "other":
            holder[key] = copy.deepcopy(dice.choice(list(dice.choice(updates).values())))
        elif how == "twice":
            holder[key] = [holder[key], copy.deepcopy(holder[key])]
        elif "callback_query" in update and isinstance(update["callback_query"], dict):
            update["callback_query"]["data"] = dice.choice(FORGED)
    return update


def readable(body: dict[str, Any] | None) -> bool:
    """Whether the door lets it in."""
    try:
        parse(body or {}, "")
    except Exception:
        return False
    return True


@pytest.mark.parametrize("change", [{"text": "half a \ud83d"}, {"message_id": 2**63}, {"message_id": "7"}])
@pytest.mark.parametrize("private", [True, False])
async def test_the_door_lets_in_nothing_that_no_row_could_hold(
    stage: Stage, change: dict[str, Any], private: bool
) -> None:
    heard = [one for one in await real_updates(stage) if ("new" in one.get("message", {}).get("text", ""))]
    update = next(one for one in heard if (one["message"]["chat"]["type"] == "private") is private)
    before = await stage.rows(Message)
    await stage.app.inbox.take([update | {"update_id": 10**9, "message": update["message"] | change}])
    await stage.app.settle()
    (row,) = [row for row in await stage.rows(Received) if row.state is InboxState.FAILED]
    assert row.error and "ValidationError" in row.error and next(iter(change)) in row.error
    assert "half a" not in row.error, "the error is kept longer than what was said"
    assert len(await stage.rows(Message)) == len(before)


@pytest.mark.parametrize("portion", range(4))
async def test_nothing_that_telegram_could_send_stops_the_bot(stage: Stage, portion: int) -> None:
    updates = await real_updates(stage)
    dice = random.Random(SEED + portion)
    numbers = dice.sample(range(10**9, 2 * 10**9), BROKEN // 4)
    with capture_logs() as logs:
        for number in numbers:
            broken = mutated(dice, updates)
            if dice.random() < 0.9:
                broken["update_id"] = number
            with contextlib.suppress(Unreachable):  # without a number there is nothing to keep it under
                await stage.app.inbox.take([broken])
            await stage.app.settle()
    rows = await stage.rows(Received)
    assert not [row.body for row in rows if row.state is InboxState.NEW]
    failed = [row for row in rows if row.state is InboxState.FAILED]
    assert all(row.error for row in failed)
    assert not [row.error for row in failed if readable(row.body)]  # refused at the door, or else understood
    assert not [entry for entry in logs if entry["event"] == "update failed twice"]
    await stage.wei.says("/team")
    assert "Friday Live" in stage.group.reads()


async def test_nothing_that_anybody_types_fails(stage: Stage) -> None:
    """After every command, and in answer to whatever it asks."""
    await stage.show()
    dice = random.Random(SEED)
    for name in stage.app.house.commands:
        for _ in range(max(1, BROKEN // 160)):
            for text in (f"/{name} {dice.choice(ODD)}".strip(), dice.choice(ODD)):
                await stage.actors[dice.choice(("lin", "mei", "nia"))].tells_bot(text or ".")
    failed = [row for row in await stage.rows(Received) if row.state is InboxState.FAILED]
    assert not [(row.body["message"]["text"], row.error) for row in failed if row.body]
