"""The Play API: what a page sees and does, how time is moved from cue to cue, and how a story is played again."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import build_house
from bot.clock import RehearsalClock
from bot.config_model import NIGHT
from bot.rehearsal.cast import opening_world
from bot.rehearsal.run import rehearse
from bot.rehearsal.server import create_app, serve
from flows import SHOW
from tests.loopback import START, Loopback, loopback
from tests.stage import playbooks

LINK = {"inline_keyboard": [[{"text": "Open", "url": "https://t.me/callboard_rehearsal_bot?start=secret1"}]]}
TAKE = {"inline_keyboard": [[{"text": "Take it", "callback_data": "take:1"}]]}


@pytest.fixture
async def there() -> AsyncIterator[Loopback]:
    async with loopback() as one:
        yield one


async def press(there: Loopback, message: int, answer: str) -> None:
    """Kai presses, and the bot answers."""
    pressing = asyncio.create_task(there.play("press", "kai", chat="group", message=message, data="take:1"))
    [update] = await there.updates(timeout=5)
    await there.ask("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], url=answer)
    assert (await pressing)["url"] == answer


async def test_the_page_gets_the_whole_world_once_and_then_only_what_changed(there: Loopback) -> None:
    await there.says("mei", "one")
    whole = await there.state()
    assert {"Lin", "Mei", "Oz", "Callboard"} <= {person["name"] for person in whole["people"]}
    assert [message["text"] for message in whole["messages"]] == ["one"]
    await there.says("mei", "two")
    later = await there.state(after=whole["version"])
    assert [message["text"] for message in later["messages"]] == ["two"] and later["chats"] == whole["chats"]


async def test_the_page_waits_for_the_next_change(there: Loopback) -> None:
    version = (await there.state())["version"]
    waiting = asyncio.create_task(there.state(after=version))
    await there.says("kai", "news")
    assert [message["text"] for message in (await waiting)["messages"]] == ["news"]


async def test_the_page_sees_deletions_and_requests_for_a_reply(there: Loopback) -> None:
    ask = {"force_reply": True, "selective": True, "input_field_placeholder": "20:00"}
    sent = await there.ask("sendMessage", chat_id=there.group, text="When?", reply_markup=ask)
    [message] = (await there.state())["messages"]
    assert message["force_reply"] == {"selective": True, "placeholder": "20:00"} and "reply_markup" not in message
    await there.ask("deleteMessage", chat_id=there.group, message_id=sent["message_id"])
    [message] = (await there.state())["messages"]
    assert message["_deleted"] and "text" not in message


async def test_the_cast_speaks_the_language_of_the_rehearsal_except_ana(there: Loopback) -> None:
    await there.play("lang", lang="zh")
    state = await there.state()
    spoken = {person["key"]: (person["name"], person["language_code"]) for person in state["people"]}
    assert (spoken["lin"], spoken["ana"]) == (("林岚", "zh-hans"), ("Ana", "en"))
    assert state["chats"][0]["title"] == "周五直播间"


async def test_files_travel_both_ways(there: Loopback) -> None:
    said = await there.sends("xia", "数据".encode(), "text/csv", caption="/import")
    [update] = await there.updates()
    assert update["message"]["document"] == said["document"] and update["message"]["caption"] == "/import"
    path = (await there.ask("getFile", file_id=said["document"]["file_id"]))["file_path"]
    content = (await there.client.get(f"/file/bot{there.world.token}/{path}")).content
    shown = await there.client.get(f"/play/file/{said['document']['file_id']}")
    assert content == shown.content == "数据".encode()


async def test_nobody_speaks_in_somebody_elses_private_chat(there: Loopback) -> None:
    await there.play("start", "mei")
    response = await there.post("say", **{"as": "kai", "chat": 1002, "text": "hi"})
    assert (response.status_code, response.json()["error"]) == (403, "not_your_chat")


async def test_a_press_that_nobody_answers_says_so_when_the_world_closes(there: Loopback) -> None:
    sent = await there.ask("sendMessage", chat_id=there.group, text="card", reply_markup=TAKE)
    pressing = asyncio.create_task(there.play("press", "kai", chat="group", message=sent["message_id"], data="take:1"))
    await there.updates(timeout=5)
    there.world.close()
    assert (await pressing)["answered"] is False
    late = await there.post("press", **{"as": "kai", "chat": "group", "message": sent["message_id"], "data": "take:1"})
    assert (late.status_code, late.json()["error"]) == (503, "over")


async def test_a_step_can_wait_until_the_bot_has_heard_it(there: Loopback) -> None:
    await there.updates()
    saying = asyncio.create_task(there.says("mei", "hello", settle=True))
    [update] = await there.updates(timeout=5)
    assert not saying.done()
    await there.updates()
    assert (await saying)["message_id"] == update["message"]["message_id"]


async def test_the_clock_goes_to_the_next_cue_and_it_is_given_there(there: Loopback) -> None:
    there.wings.cue("call", 30)
    there.wings.cue("golive", 90)
    assert (await there.play("clock", to="next"))["now"] == (START + timedelta(minutes=30)).isoformat()
    assert there.wings.given == [("call", START + timedelta(minutes=30))]
    assert [cue["kind"] for cue in (await there.client.get("/play/cues")).json()] == ["golive"]


async def test_on_a_long_way_every_cue_is_given_at_its_own_time(there: Loopback) -> None:
    for kind, minutes in (("golive", 50), ("call", 10), ("gate", 20), ("later", 70)):
        there.wings.cue(kind, minutes)
    await there.play("clock", to="golive")
    offsets = [(kind, (at - START) / timedelta(minutes=1)) for kind, at in there.wings.given]
    assert offsets == [("call", 10), ("gate", 20), ("golive", 50)]
    assert there.clock.now() == START + timedelta(minutes=50)


@pytest.mark.parametrize(
    ("to", "seconds"), [("hour", 3600), ("minute", 60), (90, 90), ("2026-11-27T17:30:00+08:00", 1800)]
)
async def test_the_clock_goes_by_spans_and_to_instants(there: Loopback, to: str | int, seconds: int) -> None:
    await there.play("clock", to=to)
    assert there.clock.now() == START + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("to", "status", "why"),
    [
        ("golive", 409, "no_golive_ahead"),
        ("next", 409, "no_cue_ahead"),
        (-5, 409, "clock_runs_forward"),
        ("soon", 400, "bad_time"),
        ("2026-11-27T18:00:00", 400, "bad_time"),
    ],
)
async def test_a_clock_that_cannot_go_there_says_why(there: Loopback, to: str | int, status: int, why: str) -> None:
    response = await there.post("clock", to=to)
    assert (response.status_code, response.json()) == (status, {"error": why})


async def test_a_story_is_played_again_at_the_same_distances(there: Loopback) -> None:
    await there.says("mei", "/plan")
    await there.play("clock", to="minute")
    await there.sends("xia", b"numbers", "text/csv")
    story = (await there.client.get("/play/story")).json()
    there.clock.forward(timedelta(hours=5))
    again = (await there.client.post("/play/story", json=story)).json()
    assert again == {"played": 3, "of": 3}
    chat = there.world.group()
    assert chat is not None
    first, second = chat.posts.values()
    assert (first.body["text"], second.body["document"]["file_size"]) == ("/plan", 7)
    assert second.body["date"] - first.body["date"] == 60
    assert first.id == 4


async def test_a_story_finds_buttons_and_replies_by_their_words_and_links_by_where_they_came_from(
    there: Loopback,
) -> None:
    card = await there.ask("sendMessage", chat_id=there.group, text="Who takes it?", reply_markup=TAKE)
    await press(there, card["message_id"], "https://t.me/callboard_rehearsal_bot?start=secret2")
    await there.play("start", "kai", payload="secret2")
    await there.says("mei", "me", reply_to=card["message_id"])
    await there.ask("sendMessage", chat_id=there.group, text="Private", reply_markup=LINK)
    await there.play("start", "mei", payload="secret1")
    steps = (await there.client.get("/play/story")).json()["steps"]
    assert [(step["as"], step.get("label"), step.get("source")) for step in steps] == [
        ("kai", "Take it", None),
        ("kai", None, "answer"),
        ("mei", None, None),
        ("mei", "Open", "button"),
    ]
    assert steps[2]["reply_words"] == "Who takes it?"
    there.world.reset()
    for text, markup in (("Who takes it?", TAKE), ("Private", LINK)):
        await there.ask("sendMessage", chat_id=there.group, text=text, reply_markup=markup)
    found = [there.stage.story.found_again(step) for step in (steps[0], steps[2], steps[3])]
    assert (found[0]["message"], found[1]["reply_to"], found[2]["payload"]) == (5, 5, "secret1")


async def test_a_story_that_does_not_fit_stops_and_says_where(there: Loopback) -> None:
    steps = [
        {"do": "say", "as": "mei", "chat": "group", "text": "hi"},
        {"do": "say", "as": "oz", "chat": "group", "text": "hi"},
    ]
    again = (await there.client.post("/play/story", json={"callboard_story": 1, "steps": steps})).json()
    assert again == {"played": 1, "of": 2, "error": "not_a_member"}


async def test_a_file_that_is_no_story_leaves_the_stage_as_it_is(there: Loopback) -> None:
    await there.says("mei", "still here")
    response = await there.client.post("/play/story", json={"steps": "none"})
    assert (response.status_code, response.json()["error"]) == (400, "not_a_story")
    assert len((await there.state())["messages"]) == 1


async def test_a_story_that_starts_again_begins_a_new_epoch_on_an_empty_stage(there: Loopback) -> None:
    await there.says("mei", "old")
    before = await there.state()
    await there.client.post("/play/story", json={"callboard_story": 1, "steps": []})
    after = await there.state(after=before["version"])
    assert after["epoch"] == before["epoch"] + 1 and (await there.state())["messages"] == []


async def test_the_page_can_offer_the_commands_that_the_bot_has_set(there: Loopback) -> None:
    menu = {
        "commands": [{"command": "help", "description": "帮助"}],
        "scope": {"type": "default"},
        "language_code": "zh",
    }
    await there.ask("setMyCommands", **menu)
    assert (await there.state())["commands"] == [menu]


async def test_a_page_of_another_site_is_turned_away(there: Loopback) -> None:
    knock = await there.client.post("/play/lang", json={"lang": "zh"}, headers={"Origin": "https://evil.example"})
    assert (knock.status_code, there.world.lang) == (403, "en")
    assert (await there.client.get("/play/state", headers={"Host": "evil.example"})).status_code == 400


async def test_the_server_stops_at_once_though_page_and_bot_are_waiting(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    clock = RehearsalClock()
    world = opening_world(clock)
    app = create_app(world, clock, None, tmp_path, script=lambda story: [{"caption": story}])
    async with httpx.AsyncClient() as client:
        async with serve(app) as url:
            assert (await client.get(f"{url}/")).text == "<!doctype html>"
            assert (await client.get(f"{url}/play/script?story=preparation")).json() == [{"caption": "preparation"}]
            version = (await client.get(f"{url}/play/state")).json()["version"]
            look = asyncio.create_task(client.get(f"{url}/play/state?after={version}", timeout=60))
            poll = asyncio.create_task(client.get(f"{url}/bot{world.token}/getUpdates?timeout=50", timeout=60))
            while not world.mailbox.polling:
                await client.get(f"{url}/bot{world.token}/getMe")
            await client.get(f"{url}/play/cues")
        async with asyncio.timeout(5):
            assert (await poll).json() == {"ok": True, "result": []}
            assert (await look).json()["version"] == version
        with pytest.raises(httpx.ConnectError):
            await client.get(f"{url}/")


async def test_a_rehearsal_lets_people_sleep_and_its_page_calls_the_zone_as_the_bot_does() -> None:
    house, stop = build_house(SHOW, playbooks(), "live-commerce"), asyncio.Event()
    looks: list[asyncio.Task[Any]] = []

    async def look(address: str) -> Any:
        async with httpx.AsyncClient() as client:
            seen = await client.get(f"{address}/play/state")
        stop.set()
        return seen.json()["zone_called"]

    def knock(address: str) -> None:
        looks.append(asyncio.create_task(look(address)))

    await rehearse(house, lang="zh", port=0, folder=None, said=knock, stop=stop)
    assert house.quiet == (NIGHT.start, NIGHT.end)
    assert await looks[0] == {"en": "China Time", "zh": "北京时间"}
