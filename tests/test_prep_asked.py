"""Preparation: who was asked and when, one matter muted, who stands in for a role, and the proof shown back."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import col, select

from bot import roster
from bot.crew import LogEntry, Stream
from bot.desk import Desk
from flows.prep import settling
from flows.prep.tables import Item, StandIn
from tests.stage import Stage, plain, playbooks
from tests.test_prep import COUPONS, PLAN, asked, due, item


def silence_but(*keys: str) -> Callable[[Desk], None]:
    """Nobody is asked for anything else on the list."""
    others = select(Item).where(col(Item.key).not_in(keys))
    return lambda desk: settling.silenced(desk, desk.session.exec(others).all())


async def test_a_lead_sees_who_was_asked_and_when_and_who_comes_next(stage: Stage) -> None:
    await due(stage, PLAN)
    await stage.forward(timedelta(days=1, minutes=1))
    await stage.lin.tells_bot("/prep")
    reader = next(actor for actor in (stage.wei, stage.lin) if "I asked Joy already" in "".join(actor.inbox()))
    await reader.presses("Who was asked", on="I asked Joy already")
    lines = reader.reads().splitlines()
    assert "who was asked, and when" in lines[0]
    assert [line.rpartition(" · ")[2] for line in lines if line.startswith("•")] == ["Joy", "Joy", reader.name]
    assert "20:10 · Joy" in lines[1]
    assert lines[-2].startswith("The order: Joy, ")
    assert lines[-1].startswith("If it stays open, next: ")
    await stage.forward(timedelta(hours=4, minutes=1))
    assert "Can anyone take this?" in stage.group.reads()
    await reader.presses("Who was asked", on="I asked Joy already")
    assert reader.reads().splitlines()[-2:] == [
        "• Thu 26 Nov 00:10 · the whole team",
        "The whole team has been asked: nobody is next.",
    ]
    await reader.presses("Blocked", on="Promotion plan")
    await reader.tells_bot("No figures")
    await stage.joy.presses("Done", on="Promotion plan")
    await stage.joy.tells_bot("the plan")
    assert any("who was asked" in text and "✅ Done by Joy" in text for text in reader.inbox())
    assert not reader.sees_button("No more pings", on="who was asked")


def test_each_playbook_says_what_only_its_owner_can_do() -> None:
    marked = {name: {item.key for item in book.items if item.personal} for name, book in playbooks().items()}
    assert marked == {
        "live-commerce": {"dressed", "anchor-study", "cohost-study", "faq-card"},
        "small-room": {"anchor-set"},
        "talk-show": {"pre-talk"},
    }


async def test_what_only_its_owner_can_do_is_told_to_the_leads_and_to_nobody_who_stands_in(stage_zh: Stage) -> None:
    stage = stage_zh
    one = await due(stage, "dressed")
    await stage.forward(timedelta(minutes=25))
    readers = {actor.key for actor in stage.actors.values() for text in actor.inbox() if one.zh in text}
    told = [actor.key for actor in stage.actors.values() for text in actor.inbox() if "这项只能本人做" in text]
    assert (readers, sorted(told)) == ({"mei", "lin", "wei"}, ["lin", "wei"])
    assert one.zh not in "".join(stage.group.inbox())
    await stage.lin.presses("催过谁", on=one.zh)
    assert stage.lin.reads().splitlines()[-1] == "找人顺序：梅子、林岚、老魏；别人替不了，不再往下找。"
    assert stage.lin.private.buttons() == ["🔕 这项别再催"]


async def test_the_owner_sees_it_too_once_chased_and_nobody_else_may(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    assert not stage.joy.sees_button("Who was asked")
    await stage.to((await stage.stream()).starts_at + timedelta(seconds=one.offset))
    await stage.joy.presses("Who was asked")
    assert stage.joy.reads().count("· Joy") == 2
    assert not stage.joy.sees_button("No more pings")
    await stage.tao.tells_bot("/todo")
    await stage.tao.sends_data(f"prep.asked:{one.id}")
    assert "Only Joy" in stage.tao.toast


async def test_a_lead_mutes_one_matter_and_the_others_go_on(stage: Stage) -> None:
    one = await due(stage, PLAN)
    await stage.lin.tells_bot("/todo")
    await stage.lin.sends_data(f"prep.asked:{one.id}")
    await stage.lin.presses("No more pings about this")
    assert "still" not in stage.lin.toast
    assert "counts at the gate" in stage.lin.toast and "Ask for it again" in stage.lin.toast
    assert "🔕 Lin wants no more pings" in stage.lin.reads()
    assert stage.lin.private.buttons() == ["🔔 Ask for it again", "Change who stands in"]
    assert "🔕 Lin wants no more pings" in "".join(stage.joy.inbox())
    await stage.work(silence_but(PLAN, COUPONS))
    said = {actor.name: len(actor.inbox()) for actor in stage.actors.values()}
    await stage.forward(timedelta(days=3))
    later = [text for actor in stage.actors.values() for text in actor.inbox()[said[actor.name] :]]
    assert later
    assert not [text for text in later if "Promotion plan" in text]
    assert "prep-log-muted" in [entry.key for entry in await stage.rows(LogEntry)]


async def test_unmuted_it_is_asked_for_again_and_only_a_lead_may(stage: Stage) -> None:
    one = await due(stage, PLAN)
    await stage.lin.tells_bot("/todo")
    for press in ("mute", "mute", "unmute"):
        await stage.lin.sends_data(f"prep.{press}:{one.id}")
    assert [entry.key for entry in await stage.rows(LogEntry)].count("prep-log-muted") == 1
    await stage.joy.sends_data(f"prep.mute:{one.id}")
    assert stage.joy.toast == "Only leads can do that: Lin, Wei."
    said = len(stage.joy.inbox())
    await stage.forward(timedelta(hours=1))
    assert "Promotion plan" in "".join(stage.joy.inbox()[said:])


async def test_a_lead_says_who_stands_in_for_a_role_and_the_chain_follows(stage: Stage) -> None:
    await due(stage, PLAN)
    await stage.lin.tells_bot("/chain promotion")
    assert "who is asked first when the holder does not answer" in stage.lin.reads()
    await stage.lin.presses("Xia")
    assert "Xia. Who comes after?" in stage.lin.reads()
    await stage.lin.presses("Kai")
    await stage.lin.presses("That's all")
    assert "after the holder I ask Xia, Kai, then the show's lead" in stage.lin.reads()
    assert [row.person_id for row in await stage.rows(StandIn)] == [stage.xia.id, stage.kai.id]
    await stage.forward(timedelta(days=1, minutes=1))
    assert "I asked Joy already, and it is still open. You are next" in "".join(stage.xia.inbox())
    await stage.xia.presses("Done", on="I asked Joy already")
    assert "What shows that it is done?" in stage.xia.reads()


async def test_the_chain_goes_back_to_the_playbook_and_skips_who_has_left(stage: Stage) -> None:
    stream = await stage.show()

    def names(desk: Desk) -> list[str]:
        return [person.name for person in roster.chain(desk, desk.get(Stream, stream.id), "promotion")]

    before = await stage.work(names)
    await stage.lin.tells_bot("/chain")
    await stage.lin.presses("Promotion")
    await stage.lin.presses("Xia")
    await stage.lin.presses("That's all")
    assert (await stage.work(names))[:2] == ["Joy", "Xia"]
    await stage.leaves(stage.xia)
    assert await stage.work(names) == before
    await stage.lin.tells_bot("/chain promotion")
    await stage.lin.presses("As the playbook says")
    assert not await stage.rows(StandIn)


async def test_only_a_lead_changes_the_chain_and_a_strange_role_is_named(stage: Stage) -> None:
    await stage.show()
    await stage.joy.tells_bot("/chain promotion")
    assert "leads" in stage.joy.reads()
    await stage.lin.tells_bot("/chain floor manager Kai, Zoe")
    assert [plain(text).splitlines()[0] for text in stage.lin.inbox()[-2:]] == [
        "Nobody in the team is called Zoe, or more than one is. Please press who is meant, or leave it out.",
        "Floor manager: Kai, Zoe?. Who is meant by Zoe?",
    ]
    await stage.lin.tells_bot("/chain floor manager Kai, Mary Ann, Mei, Yan, Zed Xia, Tao")
    assert "is called Mary Ann, Zed, or" in stage.lin.reads(-2)
    assert plain(stage.lin.reads()).startswith(
        "Floor manager: Kai, Mary Ann?, Mei, Yan, Zed?, Xia, Tao. Who is meant by M"
    )
    await stage.lin.presses("Leave it out")
    await stage.lin.presses("Wei", on="Kai, Mei, Yan, Zed?, Xia, Tao. Who is meant by Zed?")
    assert "after the holder I ask Kai, Mei, Yan, Wei, Xia, then" in stage.lin.reads()
    assert plain(stage.lin.reads()).endswith("so left out: Tao.")
    await stage.lin.tells_bot("/chain floor manager Kai Wei Mei Yan Xia Zed Joy")
    assert (
        plain(stage.lin.reads())
        .splitlines()[0]
        .startswith("Floor manager: after the holder I ask Kai, Wei, Mei, Yan, Xia")
    )
    assert plain(stage.lin.reads()).splitlines()[1:] == [
        "More than 5 are never asked in turn, so left out: Zed, Joy.",
        "Nobody in the team is called Zed, or more than one is.",
    ]
    await stage.lin.tells_bot("/chain floor manager Kai Wei")
    assert "after the holder I ask Kai, Wei, then the show's lead" in stage.lin.reads()
    assert [row.person_id for row in await stage.rows(StandIn)] == [stage.kai.id, stage.wei.id]
    await stage.lin.presses("Change")
    assert "Floor manager: who is asked first" in stage.lin.reads()
    await stage.lin.presses("Cancel")
    await stage.lin.tells_bot("/chain floor manager Kai Wei Mei Yan Xia Tao Joy")
    assert "Kai, Wei, Mei, Yan, Xia, then" in stage.lin.reads() and len(await stage.rows(StandIn)) == 5
    assert "More than 5 are never asked in turn, so left out: Tao, Joy." in stage.lin.reads()
    await stage.lin.tells_bot("/chain astronaut")
    assert 'no role "astronaut"' in stage.lin.reads()


async def test_the_chain_of_an_items_role_is_changed_from_its_card(stage: Stage) -> None:
    one = await due(stage, PLAN)
    await stage.lin.tells_bot("/todo")
    await stage.lin.sends_data(f"prep.asked:{one.id}")
    await stage.lin.presses("Change who stands in")
    assert "who is asked first" in stage.lin.reads()
    await stage.joy.sends_data(f"prep.chain:{one.id}")
    assert stage.joy.toast == "Only leads can do that: Lin, Wei."


async def test_the_proof_is_shown_back_as_it_was_sent(stage: Stage) -> None:
    one = await asked(stage, COUPONS)
    await stage.yan.presses("Done", on="Coupons")
    await stage.yan.sends_photo("all three are on")
    await stage.lin.tells_bot("/todo")
    await stage.lin.sends_data(f"prep.card:{one.id}")
    await stage.lin.presses("Show the proof")
    posts = stage.lin.private.posts()
    assert "photo" in posts[-1].body
    assert "all three are on" in posts[-1].body["caption"]
    assert "Yan" in posts[-1].body["caption"]
    sent = next(post for post in stage.yan.private.posts() if "photo" in post.body)
    assert posts[-1].body["photo"][-1]["file_id"] == sent.body["photo"][-1]["file_id"]


async def test_what_has_no_file_has_nothing_to_show(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    await stage.joy.sends_data(f"prep.proof:{one.id}")
    assert stage.joy.toast == "There is nothing to show here."
    assert (await item(stage, PLAN)).proof_file is None
    assert isinstance(one, Item)


async def test_asked_muted_and_chained_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    one = await due(stage, PLAN)
    await stage.lin.tells_bot("/todo")
    await stage.lin.sends_data(f"prep.asked:{one.id}")
    assert "催过谁、什么时候" in stage.lin.reads()
    assert "找人顺序" in stage.lin.reads()
    await stage.lin.presses("这项别再催")
    assert "不再催任何人" in stage.lin.toast and "恢复提醒" in stage.lin.toast
    await stage.lin.presses("🔔 恢复提醒")
    assert stage.lin.sees_button("这项别再催", on="催过谁")
    await stage.lin.tells_bot(f"/chain 推广 {stage.xia.name}")
    assert f"先找{stage.xia.name}" in stage.lin.reads()
    await stage.lin.tells_bot("/chain 推广 凯、小红、阿博")
    assert plain(stage.lin.reads(-2)).startswith("团队里没有叫「小红」的人，或者不止一个。")
    assert plain(stage.lin.reads()).startswith("推广：凯、小红？、阿博。「小红」指的是谁？")
    await stage.lin.presses("不排")
    assert plain(stage.lin.reads()).startswith("推广：凯、阿博。再往下找谁？")
