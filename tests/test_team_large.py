"""A very large team: cards name a few and count the rest, lists turn their pages, and a seat offers the first twenty."""

from sqlmodel import select

from bot.crew import Member, Person, Qualification, Team
from bot.desk import Desk
from tests.scenes import scene
from tests.stage import Stage, plain

BARE = True
"""No checklist and no calls: scenery here."""
PEOPLE = 1000


@scene
async def crowded(stage: Stage) -> None:
    await stage.work(crowd)


@scene
async def carded(stage: Stage) -> None:
    """The team's card hangs in the group."""
    await crowded(stage)
    await stage.lin.says("/team")


def crowd(desk: Desk) -> None:
    """A thousand people in customer service, every other one a backup, every other one out of reach."""
    team = desk.session.exec(select(Team)).one()
    everybody = range(PEOPLE)
    for rows in (
        [Person(id=90000 + each, name=f"Person number {each}", reachable=each % 2 == 0) for each in everybody],
        [Member(id=500 + each, team_id=team.id, person_id=90000 + each) for each in everybody],
        [Qualification(member_id=500 + each, role="service", backup=bool(each % 2)) for each in everybody],
    ):
        desk.session.bulk_save_objects(rows)


async def test_the_team_card_names_a_few_and_counts_the_rest(stage: Stage) -> None:
    await carded(stage)
    card = plain(stage.group.reads())
    assert "Friday Live · 1,011 people" in card and "Customer service: Ana, Person number 0" in card
    assert "481 more" in card and "more lines" not in card
    await stage.lin.presses("Call them in the group")
    assert "480 more" in stage.group.reads()


async def test_the_list_of_members_turns_its_pages_in_place(stage: Stage) -> None:
    await carded(stage)
    await stage.lin.presses("Manage")
    assert "Page 1 of 26" in plain(stage.lin.reads())
    said = len(stage.lin.inbox())
    await stage.lin.presses("Later ›")
    assert "Page 2 of 26" in plain(stage.lin.reads()) and len(stage.lin.inbox()) == said
    await stage.lin.presses("Person number 40")
    assert "Person number 40" in stage.lin.reads()


async def test_a_seat_that_a_thousand_could_take_offers_the_first_twenty(stage: Stage) -> None:
    await crowded(stage)
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Customer service")
    assert "and 982 more could" in plain(stage.lin.reads())
    assert sum("Person number" in each for each in stage.lin.private.buttons()) == 19
    await stage.lin.presses("Person number 2 ")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert "9 people are asked" in stage.lin.inbox()[-2] + stage.lin.inbox()[-1]


async def test_pages_in_chinese(stage_zh: Stage) -> None:
    await crowded(stage_zh)
    await stage_zh.lin.says("/team")
    assert "还有 481 人" in stage_zh.group.reads()
    await stage_zh.lin.presses("管理")
    await stage_zh.lin.presses("下一页")
    assert "第 2/26 页" in stage_zh.lin.reads()
    await stage_zh.bo.tells_bot("/kudos")
    assert stage_zh.bo.reads() == "给谁点赞？\n……还有 920 个没列出按钮，直接打名字即可。"
    await stage_zh.bo.tells_bot("Person number 777")
    await stage_zh.bo.tells_bot("顶了一整晚客服")
    assert plain(stage_zh.group.reads()) == "👏 阿博为 Person number 777 点赞：顶了一整晚客服"
