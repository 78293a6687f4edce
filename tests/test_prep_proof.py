"""Preparation: a proof that comes before anybody asked for it, and the press that says which item it is for."""

from collections.abc import Callable

from sqlmodel import col, select

from bot.desk import Desk
from flows.prep.tables import Item, State
from tests.scenes import scene
from tests.stage import Actor, Stage
from tests.test_prep import COUPONS, PLAN, asked, item

NOTHING = "I have no open question for you. /help shows what you can do now."
TITLE, OTHER = "Promotion plan: trailers, posters, communities", "Trailer videos, posters and notices are ready"


def told(desk: Desk, key: str, who: Actor) -> None:
    desk.session.exec(select(Item).where(Item.key == key)).one().told_id = who.id


@scene
async def both_asked(stage: Stage) -> None:
    """Joy has been asked for two lines of text."""
    await asked(stage, PLAN)
    await stage.work(lambda desk: told(desk, "trailers", stage.joy))


def nobody_was_asked_but_for(*keys: str) -> Callable[[Desk], None]:
    def untold(desk: Desk) -> None:
        for one in desk.session.exec(select(Item).where(col(Item.key).not_in(keys))):
            one.told_id = None

    return untold


async def test_a_line_typed_before_done_takes_one_press_to_prove_its_item(stage: Stage) -> None:
    await both_asked(stage)
    await stage.joy.tells_bot("here it comes")
    await stage.joy.tells_bot("x.example/a & <b>2</b>")
    assert stage.joy.reads() == "Is “x.example/a & <b>2</b>” the proof for one of these? If not, press Cancel."
    assert stage.joy.private.buttons() == [f"✓ {TITLE}", f"✓ {OTHER}", "Cancel"], "the one due first"
    await stage.joy.presses("Cancel")
    assert stage.joy.reads() == "All right, nothing was changed."
    assert (await item(stage, PLAN)).state is State.OPEN, "loose words tick nothing off"
    await stage.joy.tells_bot("x.example/a & <b>2</b>")
    await stage.joy.presses(f"✓ {TITLE}")
    one = await item(stage, PLAN)
    assert (one.state, one.proof_text) == (State.DONE, "x.example/a & <b>2</b>")
    assert stage.joy.reads() == f"Done: {TITLE}"
    assert any("Done by Joy" in text and "x.example/a" in text for text in stage.joy.inbox()), "as the question does"
    await stage.joy.tells_bot("y.example")
    assert stage.joy.reads() == "Is “y.example” the proof for this? If not, press Cancel."
    await stage.lin.tells_bot("y.example")
    await stage.joy.sends_photo()
    assert stage.joy.private.buttons() == [f"✓ {OTHER}", "Cancel"], "a picture beside it changes nothing"
    await stage.joy.tells_bot("y" * 501)
    assert {stage.lin.reads(), stage.joy.reads()} == {NOTHING}, "no item of theirs waits for such a thing"


async def test_what_is_really_asked_comes_before_what_was_sent_unasked(stage: Stage) -> None:
    await both_asked(stage)
    await stage.joy.tells_bot("x.example")
    await stage.joy.presses("Blocked", on=TITLE)
    assert "What is in the way?" in stage.joy.reads()
    assert not stage.joy.sees_button(f"✓ {TITLE}"), "nobody is asked what they themselves began"
    await stage.joy.tells_bot("no posters", reply_to=f"{TITLE} · ")
    assert (await item(stage, PLAN)).why == "no posters"
    await stage.joy.tells_bot("still none", reply_to=f"{TITLE} · ")
    assert stage.joy.private.buttons() == [f"✓ {OTHER}", "Cancel"], "what is stuck waits for no proof"


async def test_a_picture_in_reply_to_its_card_is_taken_at_once_and_words_are_told_what_is_missing(stage: Stage) -> None:
    await asked(stage, COUPONS)
    await stage.work(nobody_was_asked_but_for(COUPONS))
    await stage.yan.tells_bot("all on")
    assert stage.yan.reads() == NOTHING
    await stage.yan.tells_bot("all on", reply_to="Coupons")
    assert stage.yan.reads() == "That is no picture. I need a photo or a screenshot: press 📎."
    await stage.work(lambda desk: told(desk, "samples", stage.yan))
    await stage.yan.sends_photo("all on")
    assert stage.yan.reads() == "Is what you sent the proof for this? If not, press Cancel.", (
        "what wants words is not offered"
    )
    await stage.yan.tells_bot("all three")
    await stage.yan.sends_photo(reply_to="Coupons")
    one = await item(stage, COUPONS)
    assert (one.state, one.proof_text, one.proof_photo) == (State.DONE, "all three", True), "its words go with it"
    assert stage.yan.reads() == f"Done: {one.en}"


async def forwards(stage: Stage, who: Actor, text: str) -> None:
    person = stage.world.people[who.id]
    chat, origin = stage.world.private(person), {"type": "hidden_user", "sender_user_name": "Oz", "date": 0}
    stage.world.tell(chat, stage.world.post(chat, person, {"text": text, "forward_origin": origin}))
    await stage.settle()


async def test_words_in_reply_to_a_card_take_a_press_and_what_others_wrote_proves_nothing(stage: Stage) -> None:
    await both_asked(stage)
    await stage.joy.tells_bot("on it", reply_to=TITLE)
    assert stage.joy.private.buttons() == [f"✓ {TITLE}", "Cancel"]
    assert (await item(stage, PLAN)).state is State.OPEN
    await stage.joy.presses("Cancel")
    await forwards(stage, stage.joy, "x.example")
    assert stage.joy.reads() == NOTHING


async def test_a_proof_sent_unasked_in_chinese(stage_zh: Stage) -> None:
    await both_asked(stage_zh)
    await stage_zh.joy.tells_bot("x.example")
    assert stage_zh.joy.reads() == "「x.example」是哪一项的凭证？都不是就点「取消」。"
    await stage_zh.joy.presses("✓ 宣传推广方案：预热视频、海报、社群")
    assert stage_zh.joy.reads() == "已完成：宣传推广方案：预热视频、海报、社群"
