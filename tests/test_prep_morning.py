"""Preparation: what is due today, said in the morning."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import phases
from bot.config_model import NIGHT
from bot.crew import Away, Member, Stream
from bot.cues import Cue
from bot.desk import Desk
from bot.rehearsal.run import Backstage
from flows.prep import laying
from flows.prep.tables import Item, State
from tests.scenes import scene
from tests.stage import ROLES, Stage
from tests.test_prep import LATER
from tests.test_prep_lists import seated


def mornings(stage: Stage, who: str) -> list[str]:
    return [text for text in stage.actors[who].inbox() if text.startswith("☀️")]


@scene
async def planned(
    stage: Stage,
    starts: str = LATER,
    title: str = "Black Friday Special",
    *,
    unsaid: str = "prep",
    crew: tuple[str, ...] = tuple(ROLES),
) -> Stream:
    """A show of whose items nobody hears, or is asked one by one, before the day that the stories look at."""
    stream = await stage.show(starts=starts, title=title, crew=crew)
    await stage.hush(unsaid, before=stage.at("2026-12-04 00:00"))
    return stream


@scene
async def at_nine(stage: Stage, starts: str = LATER) -> Stream:
    """That morning has come."""
    stream = await planned(stage, starts)
    await stage.to(stage.at("2026-12-04 09:00"))
    return stream


async def due_on(stage: Stage, day: str) -> list[Item]:
    """What is due on a day, as the team counts days."""
    stream = await stage.stream()
    starts, ends = stage.at(f"{day} 00:00"), stage.at(f"{day} 23:59")
    items = [one for one in await stage.rows(Item) if one.from_start]
    return [one for one in items if starts <= stream.starts_at + timedelta(seconds=one.offset) <= ends]


async def test_each_owner_hears_in_the_morning_what_is_due_today(stage: Stage) -> None:
    await planned(stage)
    await stage.to(stage.at("2026-12-04 08:59"))
    before = len(mornings(stage, "yan"))
    await stage.to(stage.at("2026-12-04 09:00"))
    said = mornings(stage, "yan")
    assert len(said) == before + 1
    mine = [one for one in await due_on(stage, "2026-12-04") if one.role == "control"]
    assert mine
    assert "Yan, due today: 2 items; left from before: 3" in said[-1]
    assert all(one.en in said[-1] for one in mine)


async def test_whoever_has_nothing_due_hears_nothing(stage: Stage) -> None:
    await at_nine(stage)
    await stage.to(stage.at("2026-12-04 10:00"))
    assert not mornings(stage, "nia")
    for text in [text for key in stage.actors for text in mornings(stage, key)]:
        assert "due today" in text
        assert text.count("\n") >= 2


async def test_it_is_one_message_across_shows_and_ticks_off_in_place(stage: Stage) -> None:
    await planned(stage, title="First", unsaid="prep.ping", crew=("yan", "wei"))
    await planned(stage, "2026-12-05 15:00", title="Second", unsaid="prep.ping", crew=("yan", "wei"))
    await stage.to(stage.at("2026-12-04 09:00"))
    text = mornings(stage, "yan")[-1]
    assert "First" in text
    assert "Second" in text
    numbers = re.findall(r"^(\d+)\W+(.+?) · .+ · (First|Second)", text, re.MULTILINE)

    def move(desk: Desk) -> None:
        show = desk.get(Stream, 2)
        phases.move(desk, show, show.starts_at + timedelta(hours=5, minutes=5))

    await stage.work(move)
    text = mornings(stage, "yan")[-1]
    assert "· 20:05" in text and numbers == re.findall(r"^(\d+)\W+(.+?) · .+ · (First|Second)", text, re.MULTILINE)
    said = [actor for actor in stage.actors.values() if mornings(stage, actor.key)]
    plain = [one.en for one in await stage.rows(Item) if one.proof == "none"]
    who, title = next((who, en) for who in said for en in plain if f" {en} " in mornings(stage, who.key)[-1])
    assert "Done already? Press it." in mornings(stage, who.key)[-1]
    others = [one.id for one in await stage.rows(Item) if one.en != title]

    def finish(desk: Desk) -> None:
        for one in others:
            desk.get(Item, one).state = State.DONE

    await stage.work(finish)
    while who.sees_button(f"· {title}", on="☀️"):
        await who.presses(f"· {title}", on="☀️")
    assert "✅" in mornings(stage, who.key)[-1].splitlines()[-1], "without a button left it asks for no press"
    assert len(mornings(stage, "yan")) == len([one for one in mornings(stage, "yan") if "due today" in one])


async def test_what_is_done_before_is_not_said_and_a_move_moves_the_morning(stage: Stage) -> None:
    stream = await planned(stage)

    def finish(desk: Desk) -> None:
        for item in [desk.get(Item, one.id) for one in due]:
            item.state = State.DONE

    due = await due_on(stage, "2026-12-04")
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stage.at("2026-12-06 20:00")))
    await stage.to(stage.at("2026-12-04 09:01"))
    before = len(mornings(stage, "yan"))
    await stage.work(finish)
    await stage.to(stage.at("2026-12-05 09:01"))
    assert len(mornings(stage, "yan")) == before


async def test_who_is_away_is_left_in_peace(stage: Stage) -> None:
    await planned(stage)

    def leave(desk: Desk) -> None:
        for member in [one for one in members if one.person_id == stage.yan.id]:
            desk.add(Away(member_id=member.id, first=stage.at("2026-12-04 00:00").date(), last=stage.at(LATER).date()))

    members = await stage.rows(Member)
    await stage.work(leave)
    await stage.to(stage.at("2026-12-04 10:00"))
    assert not [text for text in mornings(stage, "yan") if "Price" in text]
    coming = Backstage(stage.app, stage.world).upcoming
    assert "Joy" in {one["to"] for one in await coming() if one["kind"] == "morning"}
    await stage.leaves(stage.joy)
    assert "Joy" not in {one["to"] for one in await coming() if one["kind"] == "morning"}, "nobody who has left"


async def test_what_is_overdue_by_nine_is_marked_and_not_promised_to_be_asked_for(stage: Stage) -> None:
    await at_nine(stage, "2026-12-05 08:00")
    lines = {line for key in stage.actors for text in mornings(stage, key)[-1:] for line in text.splitlines()}
    late = [line for line in lines if "⏰" in line and line[0].isdigit()]
    assert late
    assert all(re.search(r"· was due (0\d:|\w{3} \d+ \w{3} \d\d:)", line) for line in late), (
        "its day where it is another"
    )
    assert not [line for line in lines if "⏰" not in line and "08:00" in line]
    everyone = [text for key in stage.actors for text in mornings(stage, key)[-1:]]
    assert all("I ask for each at its time" not in text for text in everyone if "⏰" in text)
    assert any("What is marked ⏰ is overdue" in text for text in everyone)


async def test_the_morning_in_chinese_and_an_overdue_one_there(stage_zh: Stage) -> None:
    stage = stage_zh
    await at_nine(stage, "2026-12-05 08:00")
    text = next(text for key in stage.actors for text in mornings(stage, key)[-1:] if "⏰" in text)
    assert "应在 08:00 前" in text
    assert "标 ⏰ 的已经逾期" in text
    assert "今天要完成" in mornings(stage, "yan")[-1]


async def test_a_morning_whose_items_have_gone_to_somebody_else_says_so(stage: Stage) -> None:
    stream = await at_nine(stage)
    await stage.work(seated(stage, stream, "control", "nia"))
    assert "nothing of what was due today is left with you" in mornings(stage, "yan")[-1]
    assert "0 items" not in mornings(stage, "yan")[-1]


async def test_what_the_first_of_two_has_checked_stays_without_a_button_for_them(stage: Stage) -> None:
    stream = await planned(stage)
    one = next(item for item in await stage.rows(Item) if item.proof == "second" and item.role == "control")
    due = stream.starts_at + timedelta(seconds=one.offset)
    await stage.to(stage.at(f"{due.astimezone(ZoneInfo('Asia/Shanghai')):%Y-%m-%d} 09:00"))
    await stage.yan.presses(f"· {one.en}", on="☀️")
    assert stage.yan.toast.startswith("Thank you. Somebody else")
    assert not stage.yan.sees_button(f"· {one.en}", on="☀️") and f"👀 ❗ {one.en}" in mornings(stage, "yan")[-1]


async def test_what_would_come_overdue_in_the_morning_is_asked_for_on_the_evening_before(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.app.house, "quiet", (NIGHT.start, NIGHT.end))
    await planned(stage)
    gear = next(item for item in await stage.rows(Item) if item.key == "gear-charged")
    await stage.work(lambda desk: laying.ask_again(desk, desk.get(Stream, gear.stream_id), desk.get(Item, gear.id)))
    asked = next(one for one in await stage.rows(Cue) if one.kind == "prep.ping" and one.subject == gear.id)
    assert asked.due_at == stage.at("2026-12-04 22:00")


async def test_what_is_left_from_before_is_said_first_and_what_comes_after_the_show_has_no_button(stage: Stage) -> None:
    await at_nine(stage, "2026-12-04 20:00")
    said = mornings(stage, "yan")[-1]
    assert "1. ⏰" in said and "Links and coupons are down · 23:10" in said
    assert re.search(r"left from before: \d", said)
    assert stage.yan.sees_button("1 · ", on="☀️") and not stage.yan.sees_button("Links and coupons", on="☀️")
