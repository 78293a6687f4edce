"""Shows that come again: a seat added or taken out, and who leads, go on into all that follow."""

from bot.crew import Assignment, Stream
from flows.plan.tables import Series
from tests.stage import Stage, plain
from tests.test_plan_series import CHINESE, asleep_until, open_card, planned, shows, two_planned

BARE = True
"""No checklist and no calls: scenery here."""


async def seats(stage: Stage, stream: Stream, role: str) -> list[int | None]:
    found = [one for one in await stage.rows(Assignment) if one.stream_id == stream.id and one.role == role]
    return [one.person_id for one in sorted(found, key=lambda one: one.seat)]


async def test_a_seat_added_goes_on_into_what_is_planned_and_what_is_to_come(stage: Stage) -> None:
    await two_planned(stage)
    await stage.nia.tells_bot("/join operations")
    await stage.lin.presses("Crew")
    await stage.lin.presses("+ Another seat")
    await stage.lin.presses("Customer service")
    await stage.lin.presses("All following: Customer service 2, open")
    one, two = await shows(stage)
    assert await seats(stage, one, "service") == await seats(stage, two, "service") == [stage.ana.id, None]
    await stage.lin.presses("Nia · stand-in, free")
    await stage.lin.presses("All following: Customer service 2: Nia")
    await asleep_until(stage, "2026-12-03 12:00")
    assert await seats(stage, (await shows(stage))[2], "service") == [stage.ana.id, stage.nia.id], "stands in each time"


async def test_a_seat_added_with_its_person_is_filled_in_all(stage: Stage) -> None:
    await two_planned(stage)
    await stage.nia.tells_bot("/join customer service")
    await stage.lin.presses("Crew")
    await stage.lin.presses("+ Another seat")
    await stage.lin.presses("Customer service")
    await stage.lin.presses("Nia")
    await stage.lin.presses("All following: Customer service 2: Nia")
    for show in await shows(stage):
        assert await seats(stage, show, "service") == [stage.ana.id, stage.nia.id]
    asked = [text for text in stage.nia.inbox() if "You are asked to be: Customer service 2" in plain(text)]
    assert len(asked) == 2


async def test_whoever_is_elsewhere_on_a_day_that_follows_is_not_seated_there_and_the_lead_reads_when(
    stage: Stage,
) -> None:
    await two_planned(stage)
    await stage.nia.tells_bot("/join customer service")
    await stage.nia.tells_bot("/away 2026-12-05")
    await stage.lin.presses("Crew")
    await stage.lin.presses("Customer service: Ana")
    await stage.lin.presses("Nia")
    service = next(one for one in await stage.rows(Assignment) if one.person_id == stage.nia.id)
    await stage.lin.sends_data(f"plan.onward:{service.id}:{stage.ana.id}")
    assert "Something has changed meanwhile" in stage.lin.toast, "a button about somebody else is stale"
    await stage.lin.presses("All following: Customer service: Nia")
    one, two = await shows(stage)
    assert (await seats(stage, one, "service"), await seats(stage, two, "service")) == ([stage.nia.id], [stage.ana.id])
    assert "Sat 5 Dec 20:00 stays as it is: Nia: away" in plain("\n".join(stage.lin.inbox()[-2:]))


async def test_a_seat_added_for_this_one_alone_leaves_the_others(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("+ Another seat")
    await stage.lin.presses("Customer service")
    assert await seats(stage, (await shows(stage))[1], "service") == [stage.ana.id]


async def test_a_seat_taken_out_is_gone_in_all_that_follow_and_its_person_is_told(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("Promotion: Joy")
    await stage.lin.presses("Remove the seat")
    one, two = await shows(stage)
    assert (await seats(stage, one, "promotion"), await seats(stage, two, "promotion")) == ([], [stage.joy.id])
    await stage.lin.presses("All following: without Promotion")
    assert await seats(stage, two, "promotion") == []
    assert sum("not needed as Promotion any more" in text for text in stage.joy.inbox()) == 2
    await asleep_until(stage, "2026-12-03 12:00")
    assert await seats(stage, (await shows(stage))[2], "promotion") == []


async def test_who_leads_this_one_leads_all_that_follow_and_reads_it_once(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Lead")
    await stage.lin.presses("Lead: Wei")
    assert [one.lead_id for one in await shows(stage)] == [stage.wei.id, stage.lin.id]
    said = len(stage.wei.inbox())
    await stage.lin.presses("All following: lead Wei")
    assert [plain(text) for text in stage.wei.inbox()[said:]] == [
        "Lin made you the lead of Saturday Night from now on, every time it comes."
    ]
    assert [one.lead_id for one in await shows(stage)] == [stage.wei.id, stage.wei.id]
    await asleep_until(stage, "2026-12-03 12:00")
    assert (await shows(stage))[2].lead_id == stage.wei.id


async def test_a_deputy_for_all_that_follow(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Kai")
    await stage.lin.presses("Make lead")
    await open_card(stage, "Sat 28 Nov 20:00")
    await stage.lin.presses("Lead")
    await stage.lin.presses("Deputy: Kai")
    await stage.lin.presses("All following: deputy Kai")
    assert [one.deputy_id for one in await shows(stage)] == [stage.kai.id, stage.kai.id]
    await asleep_until(stage, "2026-12-03 12:00")
    assert (await shows(stage))[2].deputy_id == stage.kai.id


async def test_two_leads_at_once_the_question_of_the_first_is_stale(stage: Stage) -> None:
    await two_planned(stage)
    await stage.lin.presses("Lead")
    await stage.lin.presses("Lead: Wei")
    first = (await shows(stage))[0]
    await stage.wei.sends_data(f"plan.led:{first.id}:{stage.lin.id}")
    await stage.lin.presses("All following: lead Wei")
    assert "has changed meanwhile" in stage.lin.toast
    assert (await stage.rows(Series))[0].lead_id == stage.lin.id


async def test_a_show_that_comes_once_asks_nothing_about_others(stage: Stage) -> None:
    await planned(stage, "/new 2026-11-28 20:00 3h Saturday Night")
    await open_card(stage, "Sat 28 Nov 20:00")
    await stage.lin.presses("Lead")
    await stage.lin.presses("Lead: Wei")
    assert not stage.lin.sees_button("All following")


async def test_this_and_following_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await two_planned(stage, CHINESE)
    await stage.nia.tells_bot("/join 客服")
    await stage.nia.tells_bot("/away 2026-12-05")
    await stage.lin.presses("班底")
    await stage.lin.presses("客服", on="的班底")
    await stage.lin.presses(stage.nia.name)
    await stage.lin.presses("之后都是：客服")
    assert f"20:00 那场没改：{stage.nia.name}，12月5日 周六 请假" in plain("\n".join(stage.lin.inbox()[-2:]))
    await stage.lin.presses("推广", on="的班底")
    await stage.lin.presses("去掉这个位置")
    await stage.lin.presses("之后都不设：")
    assert [await seats(stage, show, "promotion") for show in await shows(stage)] == [[], []]
    await stage.lin.presses("负责人", on="周末专场")
    await stage.lin.presses("负责人：", on="谁")
    await stage.lin.presses("之后都由")
    assert "以后每一场都交给你负责" in plain(stage.wei.reads())
