"""The stories that play themselves: one whole show up to its review, and a preparation in which much goes wrong."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import commands
from bot.crew import Member, Phase, Stream
from bot.rehearsal import comings
from bot.rehearsal.run import curtain
from bot.rehearsal.script import STORIES, script
from flows.ready.tables import Decision, Gate
from tests.stage import MONDAY_NOON, Stage, open_stage
from tests.theatre import either, perform


async def enter(stage: Stage) -> None:
    """The bot comes into the group, as a rehearsal opens."""
    group = stage.world.group()
    assert group is not None
    comings.member(stage.world, None, group, stage.world.me, "administrator")
    await stage.settle()


async def opened(language: str) -> Stage:
    stage = await open_stage(language, set_up=False, bot="left", start=curtain(MONDAY_NOON))
    await enter(stage)
    return stage


PLAYED_HERE = ["en"] if shutil.which("chromium") else ["en", "zh"]
"""Where there is a browser, it plays the whole show in both languages (tests/test_browser.py)."""


@pytest.mark.parametrize("language", PLAYED_HERE)
async def test_the_show_that_plays_itself_reaches_its_end(language: str) -> None:
    stage = await opened(language)
    for step in script():
        await perform(stage, step)
    first, second = await stage.rows(Stream)
    assert (first.phase, second.phase) == (Phase.CLOSED, Phase.PREP)
    assert not stage.world.complaints
    checklist = stage.group.reads()
    action = "Test the backup network" if language == "en" else "备用网络提前一小时测"
    assert action in checklist.split("⏰")[0], checklist
    await stage.app.close()


Steps = Iterator[dict[str, Any]]


async def up_to(stage: Stage, steps: Steps, caption: str) -> None:
    """Play on, up to and with the step that has this English caption."""
    for step in steps:
        await perform(stage, step)
        if step["caption"]["en"] == caption:
            return
    raise AssertionError(f"no step says {caption!r}")


def times_read(chat: list[str], words: str) -> int:
    return sum(words in text for text in chat)


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_twelve_people_prepare_a_show_with_a_move_an_absent_anchor_and_a_hold(language: str) -> None:
    stage, steps = await opened(language), iter(script("preparation"))
    await up_to(stage, steps, "So Nia was asked at once, and takes it.")
    assert len(await stage.rows(Member)) == 12
    assert either({"en": "Crew: 10 of 10 accepted", "zh": "班底：已确认 10/10"}, language) in stage.board()
    await moved_by_an_hour(stage, steps)
    await without_the_anchor(stage, steps)
    await held_and_let_go(stage, steps)
    await up_to(stage, steps, "We are live, and Sam is on air.")
    assert next(steps, None) is None
    assert either({"en": "Anchor: Sam since 21:12", "zh": "主播：Sam"}, language) in stage.board()
    assert [stream.phase for stream in await stage.rows(Stream)] == [Phase.LIVE]
    assert not stage.world.complaints
    await stage.app.close()


async def moved_by_an_hour(stage: Stage, steps: Steps) -> None:
    """Everyone is told once, in their own language, and nobody is asked again."""
    await up_to(stage, steps, "First what follows from it, then yes.")
    english = "has moved: from Tue 24 Nov 20:00 to Tue 24 Nov 21:00"
    moved = either({"en": english, "zh": "改期：11月24日 周二 20:00 → 11月24日 周二 21:00"}, stage.language)
    for key in ("mei", "kai", "bo", "yan", "wei", "tao", "xia", "nia"):
        person = stage.actors[key]
        assert times_read(person.inbox(), moved) == 1
        assert either({"en": "you need not answer", "zh": "不用回复"}, stage.language) in person.reads()
        assert not person.sees_button(either({"en": "Accept", "zh": "接受"}, stage.language))
    assert times_read(stage.group.inbox(), moved) == 1
    assert times_read(stage.ana.inbox(), english) == 1


async def without_the_anchor(stage: Stage, steps: Steps) -> None:
    """Mei stays silent; Sam, who reads the other language, takes her seat from the roll call."""
    await up_to(stage, steps, "T−45m: the roll call.")
    assert either({"en": "Roll call 0/10", "zh": "到岗 0/10"}, stage.language) in stage.board()
    assert "You: Customer service" in stage.ana.reads()
    await up_to(stage, steps, "Sam is there, and says so on the roll call.")
    assert either({"en": "你可以顶岗", "zh": "You could stand in"}, stage.language) in stage.actors["sam"].reads()
    await up_to(stage, steps, "One press, and Sam is the anchor.")
    assert (
        either({"en": "Sam stands in for you as Anchor", "zh": "主播由 Sam 顶岗"}, stage.language) in stage.mei.reads()
    )
    assert either({"en": "✅ Anchor: Sam", "zh": "✅ 主播：Sam"}, stage.language) in stage.group.reads()
    assert either({"en": "Roll call 10/10", "zh": "到岗 10/10"}, stage.language) in stage.board()


async def held_and_let_go(stage: Stage, steps: Steps) -> None:
    """One red light holds the show; once it is out, the second gate lets it go."""
    await up_to(stage, steps, "T−15m: the gate. Yellow can wait; one light is red, the backup network.")
    assert stage.lin.reads().count("\n🔴") == 1
    await up_to(stage, steps, "Lin doesn't push it: HOLD, ten minutes.")
    hold = {"en": "HOLD for Winter Special, says Lin: the start moves to 21:10", "zh": "延后：冬季专场改到 21:10 开播"}
    assert either(hold, stage.language) in stage.group.reads()
    await up_to(stage, steps, "The second gate: nothing red.")
    assert either({"en": "GO or NO-GO?", "zh": "开播决策"}, stage.language) in stage.lin.reads()
    assert "🔴" not in stage.lin.reads()
    await up_to(stage, steps, "GO.")
    go = {"en": "GO for Winter Special, says Lin. On air at 21:10", "zh": "放行：冬季专场，林岚拍板，21:10 开播"}
    assert either(go, stage.language) in stage.group.reads()
    assert [gate.decision for gate in await stage.rows(Gate)] == [Decision.HOLD, Decision.GO]


@pytest.mark.parametrize("story", STORIES)
def test_every_caption_and_text_of_a_story_stands_in_both_languages(story: str) -> None:
    for step in script(story):
        for words in (step["caption"], step.get("label"), step.get("text")):
            assert words is None or all(words[language].strip() for language in ("en", "zh")), step


def test_the_pictures_of_the_docs_are_taken_at_steps_that_the_story_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent.parent / "docs" / "pictures")
    import film
    import make

    captions = {step["caption"]["en"] for step in script()}
    taken = {*film.MOMENTS, *make.BOARDS, make.CREW, make.ITEM, make.HAND_OFF, make.GATE, make.REPORT}
    assert taken <= captions, taken - captions


def test_a_story_that_is_not_there_has_no_steps_and_the_command_names_those_that_are() -> None:
    assert script("../cast") == []
    result = CliRunner().invoke(commands, ["rehearse", "--story", "../cast"])
    assert result.exit_code == 1
    assert result.output.strip() == "--story should be show or preparation"
