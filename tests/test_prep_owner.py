"""Preparation: an item that somebody has by name: whom it may be given to, and what becomes of it when they are away or leave."""

from datetime import timedelta

from sqlmodel import select

from bot.crew import Answer, Assignment, LogEntry, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.words import w
from flows.prep.tables import Item, State
from flows.ready import decision
from tests.scenes import scene
from tests.stage import Stage, plain

MINUTE = timedelta(minutes=1)
SHORT = "2026-11-23 23:00"
"""Three hours ahead."""


async def owner(stage: Stage) -> str:
    one = (await stage.rows(Item))[-1]
    return next(person.name for person in await stage.rows(Person) if person.id == one.owner_id)


@scene
async def given(stage: Stage, what: str, who: str, when: str, away: bool) -> None:
    """A lead gives somebody an item for tonight's show; who may be away today."""
    await stage.show(starts=SHORT)
    if away:
        await stage.actors[who].tells_bot("/away 2026-11-23")
    await stage.lin.tells_bot(f"/item {what}")
    await stage.lin.tells_bot(stage.actors[who].name)
    await stage.lin.tells_bot(when)


async def test_everybody_of_a_large_crew_can_be_given_an_item_and_names_may_be_typed(stage: Stage) -> None:
    await stage.show(starts=SHORT)

    def seat(desk: Desk) -> None:
        for n in range(30):
            desk.session.add(Person(id=5000 + n, name=f"P{n}", username=f"call_p{n}"))
            desk.session.flush()
            sits = {"person_id": 5000 + n, "answer": Answer.ACCEPTED}
            desk.session.add(Assignment(stream_id=1, role="agent", seat=n + 1, **sits))

    await stage.work(seat)
    await stage.lin.tells_bot("/item Bring the banner")
    assert {"Joy", "P29"} <= set(stage.lin.private.buttons())
    await stage.lin.tells_bot("Zoe")
    assert stage.lin.reads().startswith("Nobody in the team is called Zoe.")
    await stage.lin.tells_bot("@Call_P29")
    await stage.lin.tells_bot("back")
    await stage.lin.tells_bot("p7")
    await stage.lin.tells_bot("22:45")
    assert await owner(stage) == "P7"


async def test_who_is_away_is_told_when_an_item_is_given_and_the_next_of_the_chain_is_asked(stage: Stage) -> None:
    await stage.show(starts=SHORT)
    await stage.joy.tells_bot("/away 2026-11-23")
    await stage.lin.tells_bot("/item Bring the banner")
    assert "🌴 Joy is away Mon 23 Nov." in stage.lin.reads() and "🌴 Joy" in stage.lin.private.buttons()
    await stage.lin.presses("🌴 Joy")
    await stage.lin.tells_bot("22:30")
    assert plain(stage.lin.reads()).splitlines()[1] == "🌴 Joy is away that day: I ask Lin instead."
    said = len(stage.joy.inbox())
    await stage.forward(31 * MINUTE)
    assert "Bring the banner" in stage.lin.reads() and "in 2h · Lin" in stage.lin.reads()
    assert len(stage.joy.inbox()) == said
    done = next(one for one in await stage.rows(Item) if one.en == "Bring the banner")
    await stage.joy.sends_data(f"prep.done:{done.id}")
    assert stage.joy.toast == "Done: Bring the banner"


async def test_who_leaves_leaves_the_item_to_the_lead_who_gives_it_to_somebody_else(stage: Stage) -> None:
    await given(stage, "Bring the banner", "nia", "22:30", False)
    await stage.leaves(stage.nia)
    left = ["Nia is no longer in the team and had an item. I ask you for it, unless you give it to somebody."]
    listed = "1. Bring the banner · Black Friday Special · due Mon 23 Nov 22:30"
    assert plain(stage.lin.reads()).splitlines() == [*left, listed]
    await stage.lin.presses("1 · Give it to someone")
    await stage.lin.presses("Bo")
    assert stage.lin.reads() == "Bring the banner is Bo's now."
    assert (
        "A lead has given you those marked 🔁, in place of Nia:" in stage.bo.reads()
        and "Bring the banner" in stage.bo.reads()
    )
    assert await owner(stage) == "Bo" and "prep-log-given" in [one.key for one in await stage.rows(LogEntry)]
    said = len(stage.bo.inbox())
    await stage.forward(31 * MINUTE)
    assert "in 2h · Bo" in stage.bo.inbox()[said]


async def test_of_two_leads_who_give_an_item_away_the_second_reads_whose_it_is_by_now(stage: Stage) -> None:
    await given(stage, "Bring the banner", "nia", "22:30", False)
    one = (await stage.rows(Item))[-1]
    for lead in (stage.lin, stage.wei):
        await lead.sends_data(f"prep.give:{one.id}")
    await stage.lin.presses("Bo", on="Whose is it")
    await stage.wei.presses("Yan", on="Whose is it")
    assert stage.wei.reads().startswith("Bring the banner is Bo's now.\nBring the banner\nWhose is it")
    assert await owner(stage) == "Bo"
    await stage.wei.presses("Yan", on="Whose is it")
    assert await owner(stage) == "Yan"


async def test_what_is_due_while_somebody_is_away_is_told_to_the_lead_at_once(stage: Stage) -> None:
    await given(stage, "Bring the banner", "joy", "22:30", False)
    said = len(stage.lin.inbox())
    await stage.joy.tells_bot("/away 2026-11-24")
    assert len([text for text in stage.lin.inbox()[said:] if "banner" in text]) == 0
    await stage.joy.tells_bot("/away 2026-11-23")
    assert "An item of yours is to be done by then: Lin knows." in stage.joy.reads()
    told = next(plain(text) for text in stage.lin.inbox()[said:] if "banner" in text)
    assert told.startswith("Joy is away until Mon 23 Nov, and an item is to be done by then.")


async def test_items_of_who_is_away_or_leaves_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await given(stage, "带横幅", "nia", "22:30", True)
    assert stage.lin.reads().splitlines()[1] == "🌴 妮娅那天请假，到时先问林岚。"
    await stage.leaves(stage.nia)
    assert "妮娅已不在团队，名下还有 1 项待办。" in plain(stage.lin.reads())
    await stage.lin.presses("1 · 交给别人")
    assert "以后归谁？" in stage.lin.reads()
    await stage.lin.tells_bot("小红")
    assert "团队里没有叫「小红」的人" in stage.lin.reads()
    one = (await stage.rows(Item))[-1]
    await stage.wei.sends_data(f"prep.give:{one.id}")
    await stage.lin.tells_bot(stage.bo.name)
    assert plain(stage.lin.reads()) == "带横幅现在归阿博。"
    await stage.wei.presses("小燕", on="以后归谁？")
    assert plain(stage.wei.reads()).startswith("带横幅现在归阿博。\n带横幅\n以后归谁？")
    await stage.lin.sends_data(f"prep.done:{one.id}")
    await stage.lin.tells_bot("/log")
    assert "林岚替阿博勾掉：带横幅" in plain(stage.lin.reads())


async def test_who_has_an_item_but_no_seat_hears_once_that_the_show_moves_or_is_off(stage: Stage) -> None:
    await given(stage, "Bring the banner", "nia", "22:30", False)
    said = len(stage.nia.inbox())
    await stage.lin.tells_bot("/move 2026-11-23 23:30")
    await stage.lin.presses("Move it")
    assert [plain(text).split(":")[0] for text in stage.nia.inbox()[said:]] == ["🕗 Black Friday Special has moved"]
    await stage.forward(MINUTE)
    said, joy = len(stage.nia.inbox()), len(stage.joy.inbox())
    await stage.work(lambda desk: told_everyone(desk))
    assert [len(stage.nia.inbox()) - said, len(stage.joy.inbox()) - joy] == [1, 1]
    said = len(stage.nia.inbox())
    for press in ("Black Friday", "Cancel"):
        await stage.lin.tells_bot("/streams")
        await stage.lin.presses(press)
    await stage.lin.tells_bot("skip")
    assert "11 people are told" in stage.lin.reads()
    await stage.lin.presses("Yes, cancel the show")
    assert [text for text in stage.nia.inbox()[said:] if "called off" in text] == [stage.nia.reads()]


def told_everyone(desk: Desk) -> None:
    """What a NO-GO says to all."""
    desk.who = desk.get(Person, desk.get(Stream, 1).lead_id)
    decision.tell_everyone(desk, desk.get(Stream, 1), w("ready-told-moved", title="", who="", at=desk.now))


async def test_whose_seat_goes_to_somebody_else_says_no_more_what_is_in_the_way(stage: Stage) -> None:
    stream = await stage.show(starts="2026-11-23 22:30", crew=("mei",))
    one = next(item for item in await stage.rows(Item) if item.role == "anchor")
    await stage.mei.sends_data(f"prep.blocked:{one.id}")

    def hand_on(desk: Desk) -> None:
        seat = desk.session.exec(select(Assignment)).one()
        seat.person_id = stage.nia.id
        desk.tell(desk.get(Stream, stream.id), Change.CREW)

    await stage.work(hand_on)
    await stage.mei.tells_bot("I am on the train")
    assert stage.mei.reads().startswith("Only Nia") and stage.mei.reads().endswith("or a lead can settle this.")
    assert next(item.state for item in await stage.rows(Item) if item.id == one.id) is not State.BLOCKED
