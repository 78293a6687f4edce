"""Preparation: items added by hand, from a message too; by a lead, for oneself, or as a suggestion."""

from datetime import timedelta

import pytest

from bot.crew import LogEntry
from bot.desk import Desk
from flows.prep import rules
from flows.prep.tables import Item, State
from tests.stage import Stage, plain
from tests.test_prep import LATER
from tests.test_team_leads import unmake


async def newest(stage: Stage) -> Item:
    return (await stage.rows(Item))[-1]


def test_a_title_is_the_first_line_and_fits() -> None:
    assert rules.as_title("\n  the   banner \nand more") == "the banner"
    assert rules.as_title("x" * 1000) == "x" * 99 + "…"
    assert rules.as_title(" \n ") == ""


async def test_a_lead_makes_an_item_of_a_message_by_replying_to_it(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.mei.says("The backdrop has a stain\nwe saw it yesterday")
    await stage.lin.says("/item", reply_to="backdrop has a stain")
    assert "to you in private" in stage.group.reads()
    assert stage.lin.reads().startswith("The backdrop has a stain\nWhose is it?")
    await stage.lin.presses("Bo")
    await stage.lin.presses("12h before")
    one = await newest(stage)
    assert (one.en, one.owner_id, one.offset) == ("The backdrop has a stain", stage.bo.id, -12 * 3600)


async def test_item_with_words_asks_whose_and_item_alone_asks_what(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.lin.tells_bot("/item Bring the banner")
    assert "Bring the banner" in stage.lin.reads()
    await stage.lin.tells_bot("/item")
    assert "What must be done?" in stage.lin.reads()
    await stage.lin.sends_photo()
    assert "What must be done?" in stage.lin.reads()
    await stage.lin.tells_bot("Water the plants")
    assert "Whose is it?" in stage.lin.reads()
    await stage.lin.presses("Bo")
    assert 'such as "Sat 5 Dec 18:30".' in stage.lin.reads(), "a time before the show"
    await stage.lin.tells_bot("/item")
    await stage.lin.tells_bot("Ana checks the returns hotline by 7pm")
    assert stage.lin.reads().startswith(
        "checks the returns hotline · Ana, due Tue 24 Nov 19:00.\nIs that what you mean?"
    )
    await stage.lin.presses("Put it on the list")
    assert (await newest(stage)).owner_id == stage.ana.id


async def test_a_line_that_says_who_what_and_when_is_kept_and_taken_back_at_a_press(stage: Stage) -> None:
    await stage.show(starts=LATER)
    for line in (
        "21:00 Kai check the second mic",
        "Kai: check the second mic, by 21:00",
        "check the second mic @kai 21:00",
        "check the second mic by 21:00, Kai",
        "check the second mic, Kai, due 21:00",
    ):
        await stage.lin.tells_bot(f"/item {line}")
        assert (
            stage.lin.reads()
            == "On the list: check the second mic · Kai, due Mon 23 Nov 21:00; it moves with the start."
        )
    await stage.lin.presses("Take it back")
    assert stage.lin.toast == "Taken back: nobody is asked for it."
    assert "Off the list again: check the second mic" in stage.lin.inbox()
    assert [one.state for one in await stage.rows(Item)][-3:] == [State.OPEN, State.OPEN, State.GONE]
    assert stage.kai.reads().count("check the second mic") == 4 and "➕" in stage.kai.reads()
    assert "I do not chase" not in stage.kai.reads()
    await stage.to(stage.at("2026-11-23 20:30"))
    assert "check the second mic" in stage.kai.reads() and "\nDue Mon 23 Nov 21:00, in 30m · Kai\n" in stage.kai.reads()
    await stage.to(stage.at("2026-11-23 21:31"))
    assert "check the second mic" in stage.kai.reads() and "Was due" in stage.kai.reads(), (
        "told at once, asked ahead, and when due"
    )
    await stage.kai.sends_data(f"prep.unadd:{(await newest(stage)).id - 1}")
    assert stage.kai.toast == "Only leads can do that: Lin, Wei."


async def test_a_line_that_leaves_something_open_says_what_was_understood_and_asks_for_it(stage: Stage) -> None:
    await stage.show(starts=LATER)
    for line, asked in (
        ("21:00 check the mic", "check the mic\nWhose is it?\n✓ due Mon 23 Nov 21:00"),
        ("Kai check the mic", "check the mic · Kai\nBy when? Press"),
        ("2026-12-24 18:00 Kai pack", "pack · Kai\nBy when? Press"),
        ("Steam Bo’s 7 coats, Mei and Kai help", "Steam Bo’s 7 coats, Mei and Kai help\nWhose is it?"),
        ("Mei, Kai: rehearse by 21:00", "Mei, Kai: rehearse\nWhose is it?"),
        ("Tape by 21:00 Kai and Bo for the sign", "Tape Kai and Bo for the sign\nWhose is it?\n✓ due"),
        ("Tape the cards by 21:00 Kai and the sign", "Tape the cards and the sign · Kai, due Mon 23 Nov 21:00.\nIs"),
        ("Water for Nia at 21:00 Bo on the side", "Water for Nia on the side · Bo, due Mon 23 Nov 21:00.\nIs"),
        ("21:00 anchor cue cards", "cue cards · Mei, due Mon 23 Nov 21:00.\nIs that what you mean?"),
    ):
        await stage.lin.tells_bot(f"/item {line}")
        assert stage.lin.reads().startswith(asked)
        await stage.lin.presses("Put it on the list" if "anchor" in line else "Cancel")
    assert (await newest(stage)).owner_id == stage.mei.id
    assert any("24 Dec 18:00 is after the show" in text for text in stage.lin.inbox())
    await stage.ana.tells_bot("/item Ana: print the prices, by 21:00")
    assert "On the list: print the prices · Ana, due Mon 23 Nov 21:00; it moves with the start." in stage.ana.inbox()
    await stage.ana.tells_bot("/item 21:00 Kai prints the answers")
    assert stage.ana.reads().startswith("Kai prints the answers\nWill you do it")
    await stage.ana.presses("Suggest it to Lin")
    await stage.hush("prep", before=stage.at(LATER))
    await stage.to(stage.at("2026-11-23 21:01"))
    await stage.lin.presses("Bo", on="Ana suggests")
    assert stage.lin.inbox()[-2] == "Mon 23 Nov 21:00 has passed. Please give a time ahead."
    await stage.lin.presses("3h before", on="Kai prints the answers · Bo")
    assert "Lin put it on the list: Kai prints the answers · Bo" in stage.ana.reads()


async def test_a_thousand_characters_are_cut_and_typed_ones_are_asked_again(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.mei.says("word " * 200)
    await stage.lin.says("/item", reply_to="word word")
    assert stage.lin.reads().splitlines()[0].endswith("…")
    await stage.lin.tells_bot("back")
    await stage.lin.tells_bot("/item")
    await stage.lin.tells_bot("y" * 1000)
    assert "1,000" in stage.lin.reads()
    assert not [one for one in await stage.rows(Item) if one.key.startswith("hand:")]


async def test_with_two_shows_it_asks_which(stage: Stage) -> None:
    await stage.show(starts=LATER, title="First")
    second = await stage.show(starts="2026-12-06 20:00", title="Second")
    await stage.lin.tells_bot("/item Bring the banner")
    assert "For which show?" in stage.lin.reads()
    await stage.lin.presses("Second")
    await stage.lin.presses("Bo")
    await stage.lin.tells_bot("2026-12-06 18:00")
    one = await newest(stage)
    assert (one.stream_id, one.offset) == (second.id, -2 * 3600)


async def test_a_member_adds_for_themselves(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.ana.says("/item Print the answers")
    assert stage.ana.private.buttons()[:2] == ["It's mine", "Suggest it to Lin"]
    await stage.ana.presses("It's mine")
    await stage.ana.presses("3h before")
    one = await newest(stage)
    assert (one.en, one.owner_id) == ("Print the answers", stage.ana.id)


async def test_a_suggestion_goes_to_the_lead_and_what_became_of_it_comes_back(stage: Stage) -> None:
    await stage.show(starts=LATER)
    for what in ("Print the answers", "Buy tea"):
        await stage.ana.tells_bot(f"/item {what}")
        await stage.ana.presses("Suggest it to Lin")
    assert "Lin is asked" in stage.ana.reads()
    assert "Ana suggests an item: Print the answers" in stage.lin.reads()
    await stage.lin.presses("Yan")
    await stage.lin.presses("3h before")
    assert "Lin put it on the list: Print the answers · Yan" in stage.ana.reads()
    assert "Ana suggests an item: Buy tea" in stage.lin.reads()
    await stage.lin.presses("Cancel")
    assert "Lin left it off the list: Buy tea" in stage.ana.reads()
    assert [one.en for one in await stage.rows(Item) if one.key.startswith("hand:")] == ["Print the answers"]
    assert [entry.key for entry in await stage.rows(LogEntry)].count("prep-log-suggested") == 2


async def test_without_a_show_it_says_so(stage: Stage) -> None:
    await stage.lin.tells_bot("/item Bring the banner")
    assert "No show is being prepared" in stage.lin.reads()


async def test_a_thousand_items_have_pages_and_fit(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)

    def pile(desk: Desk) -> None:
        desk.session.bulk_save_objects(
            Item(stream_id=stream.id, key=f"pile:{n}", en=f"Thing {n}", zh=f"第{n}件", owner_id=stage.bo.id, offset=-n)
            for n in range(1000)
        )

    await stage.work(pile)
    await stage.bo.tells_bot("/todo")
    assert "open items" in stage.bo.reads()
    assert len(stage.bo.reads()) < 4096
    assert stage.bo.private.buttons()[-2:] == ["‹", "Page 1/84 ›"]
    await stage.bo.says("/todo")
    await stage.ana.presses_in("group", "Page 1/84")
    assert stage.ana.toast == "This one is for Bo." and stage.group.buttons()[-1] == "Page 1/84 ›"
    await stage.bo.presses("Page 1/84")
    second = stage.bo.reads().splitlines()[1]
    assert second.startswith("13. Thing ") and "📎" not in stage.bo.reads()
    await stage.bo.presses("✓ 13 ·")
    assert stage.bo.sees_button("Page 2/84") and stage.bo.reads().splitlines()[1] != second
    await stage.bo.tells_bot("/prep")
    await stage.bo.presses("‹")
    assert stage.bo.sees_button("Page 132/132")
    await stage.bo.presses("Page 132/132")
    assert stage.bo.sees_button("Page 1/132")
    thing = next(one for one in await stage.rows(Item) if one.key == "pile:7")
    await stage.bo.sends_data(f"prep.done:{thing.id}")
    assert next(one for one in await stage.rows(Item) if one.key == "pile:7").state is State.DONE
    assert "Prep 2/1,036" in stage.board()


async def test_items_by_hand_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await stage.show(starts=LATER)
    await stage.mei.says("背景布有块污渍")
    await stage.joy.says("/item", reply_to="背景布")
    assert "你自己来做，还是提给负责人？" in stage.joy.reads()
    await stage.joy.presses("提给")
    assert "建议加一项：背景布有块污渍" in stage.lin.reads()
    await stage.lin.presses(stage.bo.name)
    await stage.lin.tells_bot("12月4日晚8点")
    assert "已加入清单" in stage.joy.reads()


async def test_a_day_alone_is_asked_for_its_hour_and_what_is_due_after_the_show_for_an_earlier_time(
    stage: Stage,
) -> None:
    show = await stage.show(starts=LATER)
    await stage.lin.tells_bot("/item Bring the banner")
    await stage.lin.presses("Bo")
    await stage.lin.tells_bot("2026-12-24 18:00")
    assert stage.lin.reads().startswith("Thu 24 Dec 18:00 is after the show, which ends Sat 5 Dec 23:00.")
    await stage.lin.tells_bot("tomorrow")
    assert stage.lin.reads().startswith("Tue 24 Nov: at what time?")
    await stage.lin.tells_bot("18:00")
    assert stage.lin.reads() == "On the list: Bring the banner · Bo, due Tue 24 Nov 18:00; it moves with the start."
    assert show.starts_at + timedelta(seconds=(await newest(stage)).offset) == stage.at("2026-11-24 18:00")


async def test_a_day_alone_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.show(starts=LATER)
    for line in (
        "明晚8点前 阿博 带胶带",
        "阿博：带胶带，明晚8点前",
        "场控：带胶带 明晚8点",
        "带胶带，截止明晚8点 @阿博",
        "阿博 明晚8点前 带胶带",
    ):
        await stage_zh.lin.tells_bot(f"/item {line}")
        assert (
            plain(stage_zh.lin.reads())
            == "已加入清单：带胶带 · 阿博负责，截止 11月24日 周二 20:00，开播时间变了会跟着变。"
        )
    await stage_zh.lin.tells_bot("/item 明晚8点主播妆造检查")
    assert plain(stage_zh.lin.reads()).startswith("妆造检查 · 梅子负责，截止 11月24日 周二 20:00。\n是这个意思吗？")
    await stage_zh.lin.tells_bot("/item 3点建议发群里")
    await stage_zh.lin.presses("阿博")
    assert plain(stage_zh.lin.reads()).startswith("建议发群里 · 阿博负责，截止 11月24日 周二 03:00。\n是这个意思吗？")
    await stage_zh.lin.tells_bot("/item 带横幅")
    await stage_zh.lin.presses("阿博")
    await stage_zh.lin.tells_bot("12月24日18:00")
    assert stage_zh.lin.reads().startswith("12月24日 周四 18:00 已经在下播（12月5日 周六 23:00）之后了")
    await stage_zh.lin.tells_bot("明天")
    assert stage_zh.lin.reads().startswith("11月24日 周二，几点前？")
    await stage_zh.lin.tells_bot("下午6点")
    assert "截止 11月24日 周二 18:00" in stage_zh.lin.reads(-2)
    assert stage_zh.lin.reads().startswith("建议发群里"), "a line that another one came after is not lost"


@pytest.mark.parametrize("leaves", [True, False])
async def test_a_suggestion_that_a_lead_did_not_answer_goes_to_whoever_leads_now(stage: Stage, leaves: bool) -> None:
    await stage.show(starts=LATER)
    await stage.ana.tells_bot("/item Print the answers")
    await stage.ana.presses("Suggest it to Lin")
    if leaves:
        await stage.leaves(stage.lin)
    else:
        await unmake(stage.wei, "Lin")
        assert not stage.lin.sees_button("Yan", on="Ana suggests")
    assert "left it off" not in stage.ana.reads()
    await stage.wei.presses("Yan", on="Ana suggests an item: Print the answers")
    await stage.wei.presses("3h before")
    assert "Wei put it on the list: Print the answers · Yan" in stage.ana.reads()


async def test_who_leads_no_more_gives_nothing_to_others(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.wei.tells_bot("/item Buy tea")
    await stage.wei.presses("Yan", on="Buy tea")
    await unmake(stage.lin, "Wei")
    assert not stage.wei.sees_button("3h before")
    await stage.wei.tells_bot("18:00")
    assert not [one for one in await stage.rows(Item) if one.key.startswith("hand:")]


async def test_a_button_for_who_has_left_or_for_a_time_that_has_passed_is_asked_again(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.lin.tells_bot("/item Buy tea")
    await stage.leaves(stage.yan)
    await stage.lin.presses("Yan", on="Buy tea")
    assert stage.lin.reads().startswith("Nobody in the team is called Yan.")
    await stage.lin.presses("Bo", on="Nobody")
    await stage.hush("prep", "plan", before=stage.at(LATER))
    await stage.to(stage.at(LATER) - timedelta(minutes=50))
    await stage.lin.presses("1h before")
    assert "has passed" in stage.lin.reads()
    assert not [one for one in await stage.rows(Item) if one.key.startswith("hand:")]
