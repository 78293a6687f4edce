"""The first five minutes: how few taps lead to a planned show, and what an empty team is told to do next."""

import html
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import pytest

from bot.crew import Phase, Stream
from tests.scenes import scene
from tests.stage import Actor, Stage, open_stage
from tests.test_show import enter

MOST_TAPS, MOST_TYPED = 8, 2


@dataclass
class Newcomer:
    """Somebody whose taps and typed messages are counted."""

    actor: Actor
    taps: int = 0
    typed: int = 0

    async def taps_on(self, *labels: str) -> None:
        for label in labels:
            closed = not self.actor.inbox()
            await self.actor.presses(label)
            self.taps += 1
            if closed and self.actor.inbox():
                self.taps += 1  # Telegram's own Start, where the press opened the private chat

    async def types(self, text: str) -> None:
        self.typed += 1
        await self.actor.says(text)

    async def types_in_private(self, text: str) -> None:
        self.typed += 1
        await self.actor.tells_bot(text)


@pytest.fixture(params=["en", "zh"])
async def empty(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A group that the bot is about to be added to."""
    stage = await open_stage(request.param, set_up=False, bot="left")
    yield stage
    assert not stage.world.complaints
    await stage.app.close()


def in_its_language(stage: Stage, english: Sequence[str], chinese: Sequence[str]) -> Sequence[str]:
    return english if stage.language == "en" else chinese


@scene
async def tapped(stage: Stage) -> int:
    """The bot is added, and set up by Lin; how many taps that took."""
    await enter(stage)
    lin, english = Newcomer(stage.lin), ("Set up", "English", "China Time", "Live commerce")
    await lin.taps_on(*in_its_language(stage, english, ("开始设置", "中文", "北京时间", "直播带货")))
    return lin.taps


async def set_up(stage: Stage, lin: Newcomer) -> None:
    lin.taps += await tapped(stage)


async def is_planned(stage: Stage, lin: Newcomer) -> None:
    stream = await stage.stream()
    assert (stream.phase, stream.lead_id) == (Phase.PREP, lin.actor.id)
    assert stream.title in stage.board()
    assert (lin.taps, lin.typed) <= (MOST_TAPS, MOST_TYPED) and lin.typed <= MOST_TYPED


async def test_a_show_is_planned_by_eight_taps_and_two_typed_answers(empty: Stage) -> None:
    """The way that the bot shows: set up, join in one line, /new in one line; Telegram's own Start is a tap too."""
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    typed = in_its_language(
        empty, ("/join manager", "/new tomorrow 8pm 3h Friday"), ("/join 运营经理", "/new 明晚8点 3小时 周五场")
    )
    await lin.types(typed[0])
    await lin.taps_on(*in_its_language(empty, ["Open private chat"], ["打开私聊"]))
    await lin.types(typed[1])
    await lin.taps_on(*in_its_language(empty, ["Confirm"], ["确认"]))
    await is_planned(empty, lin)
    assert (lin.taps, lin.typed) == (7, 2)


async def test_the_press_that_leads_to_a_closed_private_chat_opens_it_and_the_group_is_told(empty: Stage) -> None:
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    await lin.taps_on(*in_its_language(empty, ["Plan a show"], ["排一场直播"]))
    assert in_its_language(empty, ["tomorrow 8pm"], ["明晚8点"])[0] in plain(lin.actor.reads())
    assert in_its_language(empty, ["✓ I can write to Lin"], ["✓ 林岚的私聊已打开"])[0] in empty.group.reads()
    assert not empty.lin.sees_button(in_its_language(empty, ["Open private chat"], ["打开私聊"])[0])


async def test_who_asks_to_be_asked_may_say_it_all_at_the_first_question(empty: Stage) -> None:
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    await lin.types("/new")
    await lin.taps_on(*in_its_language(empty, ["Open private chat"], ["打开私聊"]))
    line = in_its_language(empty, ["tomorrow 8pm 3h Black Friday Special"], ["明晚8点 3小时 双11专场"])[0]
    assert any(line in plain(said) for said in lin.actor.inbox()), "the first question shows such a line"
    await lin.types_in_private(line)
    await lin.taps_on(*in_its_language(empty, ["Confirm"], ["确认"]))
    await is_planned(empty, lin)


async def test_a_title_that_is_only_a_title_is_followed_by_the_next_question(empty: Stage) -> None:
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    await empty.lin.starts()
    await lin.types("/new")
    await lin.types_in_private("618 8点档")
    assert await empty.rows(Stream) == []
    assert in_its_language(empty, ["What is it for?"], ["为了什么"])[0] in plain(lin.actor.reads())


async def test_a_line_with_a_start_that_has_passed_is_asked_again(empty: Stage) -> None:
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    await empty.lin.starts()
    await lin.types("/new")
    await lin.types_in_private("2020-01-01 20:00 3h Long ago")
    assert in_its_language(empty, ["has passed"], ["已经过了"])[0] in plain(lin.actor.reads())
    await lin.types_in_private(in_its_language(empty, ["tomorrow 8pm"], ["明晚8点"])[0])
    whole = plain(lin.actor.reads())
    assert "Long ago" in whole and "20:00–23:00" in whole, "only the start was asked for again"


async def test_a_crew_is_asked_about_as_soon_as_there_is_somebody_to_choose(empty: Stage) -> None:
    lin = Newcomer(empty.lin)
    await set_up(empty, lin)
    await empty.mei.says(in_its_language(empty, ["/join anchor"], ["/join 主播"])[0])
    await empty.kai.says(in_its_language(empty, ["/join anchor"], ["/join 主播"])[0])
    await empty.lin.starts()
    await lin.types(in_its_language(empty, ["/new tomorrow 8pm 3h Friday"], ["/new 明晚8点 3小时 周五场"])[0])
    assert empty.lin.sees_button(in_its_language(empty, ["Keep this crew"], ["就用这套班底"])[0])


def plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


NEXT_STEPS = {
    "/streams": "/new",
    "/todo": "/streams",
    "/prep": "/new",
    "/now": "/streams",
    "/review": "/streams",
    "/actions": "/review",
    "/team": "/join",
    "/golive": "/streams",
    "/wrap": "/streams",
    "/ready": "/streams",
    "/away": "/away ",
}


@pytest.mark.parametrize("command", NEXT_STEPS)
async def test_where_there_is_nothing_the_next_step_is_said(empty: Stage, command: str) -> None:
    await set_up(empty, Newcomer(empty.lin))
    await empty.lin.says(command)
    assert NEXT_STEPS[command] in plain(empty.group.reads()), empty.group.reads()


@pytest.mark.parametrize("command", ["/streams", "/todo", "/prep", "/new", "/help"])
async def test_a_group_that_is_not_set_up_is_told_how(empty: Stage, command: str) -> None:
    await enter(empty)
    await empty.lin.says(command)
    assert "/setup" in empty.group.reads()
