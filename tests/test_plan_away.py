"""Plan: whoever is away on the day of a show does not count as its crew, on any card, until they are back."""

from bot.crew import Assignment, Stream
from bot.desk import Desk
from flows.plan import flow
from flows.plan.crewing import core_seats
from tests.stage import Stage, plain
from tests.test_plan_series import open_card


async def points(stage: Stage) -> list[tuple[str, bool]]:
    def told(desk: Desk) -> list[tuple[str, bool]]:
        stream = desk.get(Stream, 1)
        reader = desk.group(desk.team_of(stream)).reader
        return [(desk.house.dictionary.text([one.line], reader), one.hard) for one in flow.open_points(desk, stream)]

    found: list[tuple[str, bool]] = await stage.work(told)
    return found


async def test_an_accepted_seat_of_somebody_away_counts_for_nothing(stage: Stage) -> None:
    await stage.show()
    assert "10 of 10 accepted" in stage.board()
    await stage.mei.tells_bot("/away 2026-11-27..2026-11-29")
    assert "9 of 10 accepted" in stage.board() and "🌴 away: Mei (Anchor)" in stage.board()
    assert await points(stage) == [("Anchor: Mei is away, and nobody else has it", True)]
    await open_card(stage, "Sat 28 Nov 20:00")
    assert "🌴 Anchor: Mei, away" in stage.lin.reads()
    await stage.mei.tells_bot("/away")
    await stage.mei.presses("I am there after all")
    assert "10 of 10 accepted" in stage.board() and "🌴" not in stage.board()
    assert "✓ Anchor: Mei" in stage.lin.reads() and await points(stage) == []


async def test_an_absence_on_other_days_counts_for_nothing(stage: Stage) -> None:
    await stage.show()
    await stage.mei.tells_bot("/away 2026-11-24..2026-11-27")
    assert "10 of 10 accepted" in stage.board() and "🌴" not in stage.board()


async def test_a_show_over_midnight_misses_who_is_away_from_the_next_day_on(stage: Stage) -> None:
    await stage.show("2026-11-28 22:00")
    await stage.mei.tells_bot("/away 2026-11-29")
    assert "🌴 away: Mei (Anchor)" in stage.board()


async def test_a_move_to_another_day_counts_again_who_is_there_then(stage: Stage) -> None:
    await stage.show()
    await stage.mei.tells_bot("/away 2026-11-28")
    await open_card(stage, "Sat 28 Nov 20:00")
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("2026-11-30 20:00")
    await stage.lin.presses("Move it")
    assert "🌴" not in stage.board()


async def test_who_is_away_leaves_no_seat_of_their_own_in_a_plan_that_takes_turns(stage: Stage) -> None:
    await stage.nia.tells_bot("/join anchor")
    stream = await stage.show(hours=4)

    def anchors(desk: Desk) -> int:
        show = desk.get(Stream, stream.id)
        return sum(role == "anchor" for role, _ in core_seats(desk, desk.team_of(show), show))

    assert await stage.work(anchors) == 2
    await stage.nia.tells_bot("/away 2026-11-28")
    assert await stage.work(anchors) == 1


async def test_who_is_away_and_has_not_answered_is_not_waited_for(stage: Stage) -> None:
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert "waiting for Mei, Kai" in stage.board()
    await stage.mei.tells_bot("/away 2026-11-28")
    assert "waiting for Kai" in stage.board()
    card = next(text for text in reversed(stage.lin.inbox()) if "deputy" in text)
    assert "🌴 Anchor: Mei, away" in card and "… Co-host: Kai, asked" in card
    assert any(seat.person_id == stage.mei.id for seat in await stage.rows(Assignment))


async def test_who_is_away_stands_on_the_board_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.show()
    await stage_zh.mei.tells_bot("/away 2026-11-28")
    assert "🌴 请假：" in stage_zh.board()
    assert "请假，还没有人顶" in (await points(stage_zh))[0][0]


async def test_with_the_lead_away_the_deputy_decides_and_every_card_says_so(stage: Stage) -> None:
    await stage.show()
    await stage.lin.tells_bot("/away 2026-11-28")
    assert "Wei decides that day, and knows" in plain(stage.lin.reads())
    assert any("will be away that day: you decide then" in text for text in stage.wei.inbox())
    await stage.wei.presses("Lead", on="you decide then")
    assert "Who leads" in stage.wei.reads()
    await stage.hush("prep", before=stage.at("2026-11-28 20:00"))
    await stage.to(stage.at("2026-11-28 19:15"))
    roll = next(text for text in reversed(stage.group.inbox()) if text.startswith("🙋 Roll call"))
    assert "Wei decides GO or NO-GO at 19:45." in roll
    await stage.hush("ready.call", before=stage.at("2026-11-28 20:00"))
    await stage.to(stage.at("2026-11-28 19:45"))
    assert "GO" in stage.wei.private.buttons() and "GO" not in stage.lin.private.buttons()


async def test_with_every_lead_away_the_one_who_leads_is_told_what_to_do(stage_zh: Stage) -> None:
    await stage_zh.show()
    await stage_zh.wei.tells_bot("/away 2026-11-28")
    await stage_zh.lin.tells_bot("/away 2026-11-28")
    assert "没有别的负责人在" in stage_zh.lin.reads()


async def test_who_accepts_though_away_reads_that_it_does_not_count_yet(stage: Stage) -> None:
    await stage.lin.says("/new 2026-11-28 20:00 3h Black Friday Special")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    await stage.mei.tells_bot("/away 2026-11-28")
    await stage.mei.presses("Accept")
    assert stage.mei.alert and "away until Sat 28 Nov" in stage.mei.toast
    assert "🌴 away: Mei (Anchor)" in stage.board()
    await stage.mei.tells_bot("/away")
    await stage.mei.presses("I am there after all")
    assert "🌴" not in stage.board() and "2 of 10 accepted" in stage.board()
