"""Ready: however many seats a show has, the roll names whoever goes on air, and whoever is missing."""

from sqlmodel import select

from bot.crew import Answer, Assignment, Stream
from bot.desk import Desk
from bot.flow import Change
from flows.prep.tables import Item, State
from tests.scenes import scene
from tests.stage import Stage, plain
from tests.test_ready import CREW, MINUTE, called, roll


@scene
async def with_sixty_seats(stage: Stage) -> None:
    """Nia sits at fifty more seats of customer service, and says nothing; Joy says nothing either."""
    await called(stage, *[key for key in CREW if key != "joy"])

    def sit(desk: Desk) -> None:
        for seat in range(2, 52):
            nia = {"person_id": stage.nia.id, "answer": Answer.ACCEPTED}
            desk.session.add(Assignment(stream_id=1, role="service", seat=seat, **nia))
        desk.session.flush()
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(sit)


async def test_the_roll_of_a_large_show_ends_with_the_anchor_and_leaves_out_the_ready_ones(stage: Stage) -> None:
    await with_sixty_seats(stage)
    lines = plain(roll(stage)).splitlines()
    ending = ["… and 20 more seats, 8 of them ready", "✅ Anchor: Mei", "9 of 60 ready."]
    assert lines[-4:-1] == ending and lines[1] == "▫️ Customer service 2: Nia" and len(lines) == 44

    def block(desk: Desk) -> None:
        """14 of the 50 that are open at the gate."""
        left = [item for item in desk.session.exec(select(Item)) if item.from_start and item.state is State.OPEN]
        for item in [item for item in left if item.offset <= 0][:14]:
            item.state, item.why = State.BLOCKED, "no power"

    await stage.work(block)
    await stage.forward(30 * MINUTE)
    assert "🟡 Customer service 13: Nia, no answer\n… and 39 more\n" in stage.lin.reads()
    assert "… and 38 more\n" in stage.lin.reads(), "twelve of fifty are named, and none goes uncounted"


async def test_the_roll_of_a_large_show_in_chinese(stage_zh: Stage) -> None:
    await with_sixty_seats(stage_zh)
    lines = plain(roll_zh(stage_zh)).splitlines()
    assert lines[-4] == "……另有 20 个岗位，其中 8 个已就位" and lines[-3].startswith("✅ 主播：")


def roll_zh(stage: Stage) -> str:
    return next(text for text in reversed(stage.group.inbox()) if text.startswith("🙋"))
