"""Preparation's lists: what is nobody's any more, what one of two has checked, and titles that have commas themselves."""

from collections.abc import Callable

from bot import roster
from bot.crew import Assignment, Stream
from bot.desk import Desk
from bot.flow import Change
from tests.stage import Stage

SHORT = "2026-11-23 23:00"


def seated(stage: Stage, stream: Stream, role: str, who: str) -> Callable[[Desk], None]:
    def sit(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        seat = next(seat for seat in roster.seats(desk, show) if seat.role == role)
        desk.get(Assignment, seat.id).person_id = stage.actors[who].id
        desk.tell(show, Change.CREW)

    return sit


async def test_a_list_whose_items_have_gone_to_somebody_else_says_so(stage: Stage) -> None:
    stream = await stage.show(starts=SHORT)
    before = next(text for text in stage.joy.inbox() if "Short notice" in text)
    assert "tick off what is done" in before
    await stage.work(seated(stage, stream, "promotion", "xia"))
    assert "these are yours now" in stage.xia.reads()
    assert "Nothing of this list is left with you" in stage.joy.reads()
    assert "tick off what is done" not in stage.joy.reads()
    assert stage.joy.private.buttons() == []


async def test_an_empty_list_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await stage.show(starts=SHORT)
    await stage.work(seated(stage, stream, "promotion", "nia"))
    await stage.work(seated(stage, stream, "promotion", "joy"))
    assert "这张清单里没有你要做的了" in stage.nia.reads()
    assert "0 项" not in "".join(stage.nia.inbox())
