"""Preparation's lists: what is nobody's any more, what one of two has checked, and titles that have commas themselves."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import col, select

from bot import phases, roster
from bot.crew import Answer, Assignment, Phase, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.flow import Change
from bot.words import Reader, Words
from flows import prep
from flows.prep import cards, owners, telling
from flows.prep.tables import Item, State
from tests.stage import Stage, plain, shared_house
from tests.test_prep_conditions import below_the_title
from tests.test_prep_late import MINUTES, clock, moved

SHORT = "2026-11-23 23:00"


def seated(stage: Stage, stream: Stream, role: str, who: str | None) -> Callable[[Desk], None]:
    def sit(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        seat = next(seat for seat in roster.seats(desk, show) if seat.role == role)
        desk.get(Assignment, seat.id).person_id = stage.actors[who].id if who else None
        desk.tell(show, Change.CREW)

    return sit


async def test_what_an_open_seat_had_is_told_to_others_once_the_lead_had_a_moment_to_choose(stage: Stage) -> None:
    def moved() -> list[str]:
        return [one.key for one in stage.actors.values() if any("yours now" in text for text in one.inbox())]

    stream = await stage.show(starts=SHORT)
    await stage.work(seated(stage, stream, "promotion", None))
    await stage.forward(timedelta(minutes=1))
    assert not moved()
    await stage.work(seated(stage, stream, "promotion", "xia"))
    assert moved() == ["xia"], "chosen: nobody else reads of it"
    await stage.work(seated(stage, stream, "promotion", None))
    await stage.forward(timedelta(minutes=5))
    assert moved() == ["wei"]

    def asked(desk: Desk) -> str:
        one = next(each for each in desk.session.exec(select(Item)) if each.key == "promotion-plan")
        show = desk.get(Stream, stream.id)
        first = cards.asked(desk, show, one, owners.owner(desk, show, one))[1]
        return first.key if isinstance(first, Words) else ""

    assert await stage.work(asked) == "prep-vacant-post", "why it comes to them"
    await stage.work(seated(stage, stream, "promotion", "joy"))
    await stage.joy.sends_data(f"plan.decline:{stream.id}:{stage.joy.id}")
    assert "Joy can't be Promotion" in stage.lin.reads()
    await stage.joy.sends_data(f"plan.accept:{stream.id}:{stage.joy.id}")
    assert stage.lin.reads().startswith("Joy can be Promotion in Black Friday Special, Mon 23 Nov 23:00, after all.")
    assert stage.lin.reads(-2).endswith("\n✓ Promotion: Joy")
    told = {one.told_id for one in await stage.rows(Item) if one.key == "promotion-plan"}
    assert told == {stage.joy.id}, "what was theirs is theirs again"


async def test_a_list_whose_items_have_gone_to_somebody_else_says_so(stage: Stage) -> None:
    stream = await stage.show(starts=SHORT)
    before = next(text for text in stage.joy.inbox() if "Short notice" in text)
    assert "Press what is done" in before
    await stage.work(seated(stage, stream, "promotion", "xia"))
    said = "The crew has changed: those marked 🔁 are yours now. Until now I asked Joy (for Promotion)."
    assert said in stage.xia.reads(), "one of them was hers before"
    assert "\n3. Baseline and targets per hour\n4. 🔁 Trailer 1 is out\n" in stage.xia.reads()
    await stage.forward(timedelta(minutes=5))
    await stage.work(seated(stage, stream, "operations", "xia"))
    assert "marked 🔁 are yours now. Until now I asked Wei (for Operations), Joy (for Promotion)." in stage.xia.reads()
    assert sum("yours now" in text for text in stage.xia.inbox()) == 1, (
        "a lead makes several changes, she reads one list"
    )
    assert "Nothing of this list is left with you" in stage.joy.reads()
    assert "Press what is done" not in stage.joy.reads()
    assert stage.joy.private.buttons() == []


async def test_an_empty_list_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await stage.show(starts=SHORT, crew=("lin", "wei"))

    def sit(desk: Desk) -> str:
        before = desk.now - timedelta(hours=1)
        sits = {"role": "promotion", "person_id": stage.nia.id, "asked_at": before}
        seat, show = desk.add(Assignment(stream_id=stream.id, **sits)), desk.get(Stream, stream.id)
        one = next(each for each in desk.session.exec(select(Item)) if each.key == "promotion-plan")
        lines = cards.asked(desk, show, one, owners.owner(desk, show, one))
        seat.answer = Answer.ACCEPTED
        desk.tell(show, Change.CREW)
        return desk.house.dictionary.text(lines, Reader("zh"))

    assert "\n⏳ 妮娅还没确认担任推广，这项先由你来管。\n" in await stage.work(sit)
    assert "下面这些现在归你。原来归：老魏（推广）" in stage.nia.reads().replace(" ", ""), "he never held it"
    await stage.work(seated(stage, stream, "promotion", "joy"))
    assert "这张清单里没有你要做的了" in stage.nia.reads()
    assert "0 项" not in "".join(stage.nia.inbox())


async def test_titles_with_commas_of_their_own_stay_apart(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await stage.show(starts="2026-12-05 20:00")
    keys = ["promotion-plan", "equipment"]

    def finish(desk: Desk) -> None:
        for one in desk.session.exec(select(Item).where(col(Item.key).in_(keys))):
            one.state, one.in_time = State.DONE, False

    await stage.work(finish)
    await stage.lin.tells_bot("/prep")
    assert "定场地，列设备和备件清单 · 宣传推广方案：预热视频、海报、社群" in stage.lin.reads()
    lines = await stage.work(lambda desk: list(prep.flow.report(desk, desk.get(Stream, stream.id))))
    assert "备件清单 · 宣传推广方案：" in "".join(shared_house("zh").dictionary.text(lines, Reader("zh")))


async def test_titles_stay_apart_in_english(stage: Stage) -> None:
    await stage.show(starts="2026-12-05 20:00")

    def finish(desk: Desk) -> None:
        for one in desk.session.exec(select(Item).where(col(Item.key).in_(["promotion-plan", "equipment"]))):
            one.state = State.DONE

    await stage.work(finish)
    await stage.lin.tells_bot("/prep")
    assert "list equipment and spares · Promotion plan: trailers, posters, communities" in stage.lin.reads()


async def test_what_is_stuck_on_a_short_notice_list_is_said_by_buttons_alone(stage: Stage) -> None:
    await stage.show(starts=SHORT)
    assert "/prep" not in next(text for text in stage.wei.inbox() if "Short notice" in text)
    await stage.wei.presses("⛔ Something is in the way", on="Short notice")
    assert stage.wei.reads() == "Which one is stuck?"
    await stage.wei.presses("Cancel", on="Which one is stuck?")
    await stage.wei.presses("⛔ Something is in the way", on="Short notice")
    title = stage.wei.private.buttons()[0]
    assert f"1. ❗ {title}\n" in next(text for text in stage.wei.inbox() if "Short notice" in text)
    await stage.wei.presses(title, on="Which one is stuck?")
    assert title in stage.wei.reads() and "What is in the way?" in stage.wei.reads()
    await stage.wei.tells_bot("no numbers from the platform")
    mine = next(text for text in stage.wei.inbox() if "Short notice" in text)
    assert f"⛔ {title}" in mine and "no numbers from the platform" in stage.lin.reads()
    soon = stage.now + timedelta(minutes=10)
    await stage.lin.tells_bot(f"/item Wei: bring the banner, by {clock(soon)[-5:]}")
    banner = next(one.id for one in await stage.rows(Item) if "banner" in one.en)
    assert [cue.due_at for cue in await stage.cues("prep.overdue") if cue.subject == banner] == [soon], "as it says"
    assert "➕ There is something new on your list" in stage.wei.reads() and f"⛔ {title}" in stage.wei.reads()
    assert stage.wei.reads(0).endswith(
        "\n↓ This list has come anew: the newer one, further down, is the one that counts."
    )
    assert f"⛔ {title}" in stage.wei.reads(0) and "each in turn.\n" in stage.wei.reads(0)
    assert "Press what is done" not in stage.wei.reads(0) and "📎" not in stage.wei.reads(0)


async def test_with_one_item_left_what_is_in_the_way_is_asked_at_once(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await stage.show(starts=SHORT)

    def all_but_one(desk: Desk) -> None:
        mine = desk.session.exec(select(Item).where(Item.told_id == stage.joy.id)).all()
        for item in mine[:-1]:
            item.state, item.offset = State.DONE, mine[-1].offset

    def order() -> list[str]:
        text = stage.joy.reads(0)
        return sorted((one.zh for one in listed), key=text.index)

    listed = [one for one in await stage.rows(Item) if one.told_id == stage.joy.id]
    await stage.work(all_but_one)
    await stage.work(moved(stream, MINUTES))
    assert order() == [one.zh for one in listed], (
        "what is done moves with the show, what is not stays due as it was said"
    )
    await stage.joy.presses("⛔ 有一项卡住了")
    assert "卡在哪" in stage.joy.reads()
    await stage.joy.tells_bot("取消")
    assert "做完哪项点哪项" in stage.joy.reads(0)
    await stage.joy.presses("· ", on="临时排的场")
    if stage.joy.sees_button("取消"):
        await stage.joy.tells_bot("做完了")
    assert "做完哪项点哪项" not in stage.joy.reads(0) and "✅" in stage.joy.reads(0).splitlines()[-1]
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.CANCELLED))
    await stage.joy.sends_data(f"prep.stuck:{stream.id}")
    assert stage.joy.toast == "这项已经不用处理了。"


async def waited_for(stage: Stage) -> list[str]:
    """Whose answer the strip says is waited for."""

    def named(desk: Desk) -> list[str]:
        cues = desk.session.exec(select(Cue).where(Cue.kind == "prep.waiting", Cue.state == CueState.PLANNED))
        return [str(said[1]) for cue in cues if (said := telling.told(desk, cue))]

    found: list[str] = await stage.work(named)
    return found


async def test_what_a_seat_has_waits_for_who_is_asked_and_goes_all_to_who_says_yes(stage_zh: Stage) -> None:
    stage, samples = stage_zh, "样品下单"
    await stage.lin.tells_bot("/new 2026-11-23 23:10 1h 返场")
    await stage.lin.presses("就用这套班底")
    await stage.lin.presses("确认")
    await stage.bo.presses("接受")
    await stage.yan.presses("来不了")
    assert samples not in stage.lin.reads(-2), "she chooses first, also of what hangs on that seat by a stand-in"
    await stage.forward(timedelta(minutes=5))
    assert "标 🔁 的现在归你。原来归：小燕\n" in plain(stage.lin.reads()) and samples in stage.lin.reads()
    await stage.work(seated(stage, await stage.stream(), "data", "bo"))
    assert stage.bo.name in await waited_for(stage) and "每小时" not in stage.bo.reads(), (
        "a second seat, and no yes to it"
    )
    for label in ("班底", "中控", "阿博"):
        await stage.lin.presses(label)
    assert "请你担任：中控" in stage.bo.reads() and samples not in "".join(stage.bo.inbox()), "asked for a second seat"
    await stage.bo.presses("接受", on="请你担任：中控")
    [listed] = [plain(text) for text in stage.bo.inbox() if samples in text]
    assert listed.splitlines()[0] == "🔁 班底有调整，标 🔁 的现在归你。原来归：林岚、小燕（中控）"
    theirs = [one for one in await stage.rows(Item) if one.role in ("control", "stock") and one.short]
    assert {one.told_id for one in theirs} == {stage.bo.id} and len(theirs) > 4
    assert stage.bo.name not in await waited_for(stage)
    await stage.to(stage.at("2026-11-23 20:30"))
    assert (
        await stage.work(lambda desk: below_the_title(desk, "stream-test", stage.tao.id, stage.bo.id)) == "prep-is-due"
    )
    assert "🔁 ❗ 私密试播 10 分钟，另一部手机观看 · 截止" in stage.bo.reads(), (
        "asked of 阿涛 at ten past, and silent since"
    )
