"""Preparation between two people: what a lead reads about an item of their own, and what the first of two leaves behind."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from bot.crew import Answer, Assignment, LogEntry, Person, Phase
from bot.desk import Desk
from tests.scenes import scene
from tests.stage import Actor, Stage, plain
from tests.test_prep import LATER, asked, item
from tests.test_prep_late import MINUTES, into, moved
from tests.test_prep_lists import seated


@scene
async def lead_asked(stage: Stage) -> None:
    """The show's lead sits in a seat too, and an item of it is asked for."""
    stream = await stage.show(starts=LATER)
    await stage.work(seated(stage, stream, "promotion", "lin"))
    await stage.to(stream.starts_at - timedelta(days=5))


@scene
async def checked_once(stage: Stage, unsure: str = "") -> str:
    """Yan has looked; the title of what a second person must look at. One may not have said yet that they come."""
    lines = stage.app.house.playbooks["live-commerce"].items
    key = next(line.key for line in lines if line.proof == "second" and line.owner == "control")
    await asked(stage, key)
    title = (await item(stage, key)).title.of(stage.language)
    if unsure:
        await stage.work(owes_an_answer(stage.actors[unsure].id))
    await stage.yan.tells_bot("/todo")
    await stage.yan.presses("完成" if stage.language == "zh" else "Done", on=title)
    return title


def owes_an_answer(person_id: int) -> Callable[[Desk], None]:
    def ask(desk: Desk) -> None:
        for seat in desk.session.exec(select(Assignment).where(Assignment.person_id == person_id)):
            seat.answer = Answer.ASKED

    return ask


def second(stage: Stage) -> tuple[Actor, str]:
    """Who is asked to look too, and what they read."""
    please = "请你再核一遍" if stage.language == "zh" else "Please look for yourself"
    return next((one, text) for one in stage.actors.values() for text in one.inbox() if please in text)


async def test_a_lead_is_not_told_that_she_will_hear_of_her_own_item(stage: Stage) -> None:
    await lead_asked(stage)
    text = next(text for text in stage.lin.inbox() if "settles it" in text)
    assert "Blocked tells Wei" in text
    assert "tells Lin" not in text
    await stage.lin.presses("Blocked", on="Promotion plan")
    await stage.lin.tells_bot("No figures yet")
    assert "Wei knows now" in "".join(stage.lin.inbox())
    assert "No figures yet" in stage.wei.reads()


async def test_a_lead_reads_who_hears_of_it_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await lead_asked(stage)
    text = next(text for text in stage.lin.inbox() if "做完点「完成」" in text)
    assert "老魏会知道" in text.replace(" ", "")
    await stage.work(out_of_reach)
    await stage.lin.presses("卡住了", on="宣传推广方案")
    await stage.lin.tells_bot("视频还没剪完")
    stuck = "⛔ 林岚说卡住了：视频还没剪完"
    assert plain(stage.lin.reads()).endswith(f"\n{stuck}\n你点「不卡了」之前不再催。")
    await stage.lin.presses("问问全群")
    asks = "谁能帮忙解决？都不行的话，由负责人决定跳过。"
    assert plain(stage.group.reads()).splitlines()[1:] == [stuck, asks]
    await stage.work(into(await stage.stream(), Phase.LIVE))
    assert plain(stage.group.reads()).splitlines()[1:] == [stuck, "已经开播，这项不再催了。"]


async def test_a_lead_without_anybody_beside_her_is_told_of_nobody(stage: Stage) -> None:
    await lead_asked(stage)
    await stage.work(out_of_reach)
    await stage.lin.presses("Later", on="Promotion plan")
    await stage.lin.presses("30 min")
    await stage.forward(timedelta(minutes=30))
    assert "Blocked stops the asking" in stage.lin.reads()
    await stage.lin.presses("Blocked", on="Promotion plan")
    await stage.lin.tells_bot("No figures yet")
    stuck = "⛔ Blocked, says Lin: No figures yet"
    assert plain(stage.lin.reads()).endswith(f"\n{stuck}\nIt is not asked for again until you unblock it.")
    assert stage.lin.private.buttons() == ["Done", "Unblock", "Skip it", "Who was asked", "Ask the group"]
    said = len(stage.lin.inbox())
    await stage.forward(timedelta(days=1, minutes=1))
    everywhere = [*stage.lin.inbox()[said:], *stage.group.inbox()]
    assert not [text for text in everywhere if "No figures yet" in text], "she was promised quiet"
    await stage.lin.presses("Who was asked", on=stuck)
    assert "The order" not in stage.lin.reads()
    await stage.lin.presses("Ask the group")
    asks = "Who can clear the way? If nobody can, a lead skips it."
    assert plain(stage.group.reads()).splitlines()[1:] == [stuck, asks]
    stream = await stage.stream()
    await stage.work(moved(stream, MINUTES))
    assert asks in stage.group.reads() and asks not in stage.lin.reads()
    await stage.kai.presses_in("group", "I'll sort it out")
    assert plain(stage.group.reads()).endswith(f"{stuck}\nKai is sorting it out.")
    await stage.work(into(stream, Phase.LIVE))
    assert plain(stage.group.reads()).endswith("The show has begun: nobody is asked for this any more.")
    assert stage.group.buttons() == ["Done"]
    assert not stage.lin.sees_button("Skip it", on="No figures yet")


def out_of_reach(desk: Desk) -> None:
    """Whoever leads beside Lin has no private chat open, and so hears of nothing."""
    for person in desk.session.exec(select(Person)):
        person.reachable = person.name in ("Lin", "林岚")


async def test_somebody_elses_item_tells_the_lead_as_ever(stage: Stage) -> None:
    await asked(stage, "promotion-plan")
    assert "Blocked tells Lin" in stage.joy.reads()


async def test_the_first_of_two_sees_on_the_list_that_it_was_checked_once(stage: Stage) -> None:
    title = await checked_once(stage)
    todo = next(text for text in stage.yan.inbox() if "open item" in text)
    line = next(line for line in todo.splitlines() if title in line)
    assert "👀 ❗" in line
    assert "checked once, waits for the second" in line
    assert not stage.yan.sees_button(f"· {title}", on="open item")
    await stage.lin.tells_bot("/prep")
    assert f"👀 {title}" in stage.lin.reads() or stage.lin.sees_button(f"👀 {title}")


async def test_the_card_says_once_that_two_must_look_and_asks_who_is_sure_to_come(stage: Stage) -> None:
    title = await checked_once(stage, unsure="bo")
    who, text = second(stage)
    assert who is stage.wei, "Bo has not said yet that he comes"
    body = text.replace(title, "")
    assert "Two people must" not in body
    assert body.count("second look") == 1
    assert "Yan has checked it" in body
    await who.presses("I checked too", on=title)
    done = f"Checked by Yan and {who.name}"
    assert (await stage.rows(LogEntry))[-1].key == "prep-log-checked-again", "nothing was ticked off for her"
    assert who.sees_button("Undo", on=done)
    assert not stage.yan.sees_button("Undo", on=done), "it would turn her down"
    await who.presses("Undo", on=done)
    assert stage.yan.sees_button("Later", on=title)


async def test_the_second_look_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    title = await checked_once(stage)
    who, text = second(stage)
    assert f"👀你已核一遍，等{who.name}或班底里其他人再核一遍。" in plain("".join(stage.yan.inbox())).replace(" ", "")
    assert "这项要两个人" not in text
    assert "已核一遍，等第二个人" in text
    todo = next(text for text in stage.yan.inbox() if "待办" in text)
    assert "已核一遍，等第二个人" in next(line for line in todo.splitlines() if title in line)
