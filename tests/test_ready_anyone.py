"""Ready: seats that nobody answers for are asked of the whole team in one message, which is renewed now and then."""

from bot import phases, roster
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.flow import Change
from flows.calls.hearers import chain
from tests.scenes import scene
from tests.stage import Stage, plain
from tests.test_duty import seat
from tests.test_ready import CREW, called


@scene
async def three_are_silent(stage: Stage) -> None:
    """Wei, Ana and Bo say nothing, and whoever is asked after them does not take their seats."""
    await called(stage, *[key for key in CREW if key not in ("wei", "ana", "bo")])
    await stage.to(stage.at("2026-11-28 19:33"))


def asked(stage: Stage) -> list[int]:
    """Where in the group everybody is asked to stand in."""
    return [n for n, text in enumerate(stage.group.inbox()) if "Not in place yet:" in text or "还没就位的：" in text]


async def do_without(stage: Stage, role: str) -> None:
    """A lead takes a seat out of the show."""

    def remove(desk: Desk) -> None:
        show = desk.get(Stream, 1)
        desk.session.delete(next(one for one in roster.seats(desk, show) if one.role == role))
        desk.session.flush()
        desk.tell(show, Change.CREW)

    await stage.work(remove)


async def test_seats_asked_of_the_whole_team_are_one_message_that_is_renewed_after_a_while(stage: Stage) -> None:
    await three_are_silent(stage)
    [last] = asked(stage)
    [before] = [
        n
        for n, text in enumerate(stage.group.inbox())
        if plain(text) == "↓ Roll call: Black Friday Special (further down)"
    ]
    assert before < last and stage.group.buttons(before) == [], "nobody is looked for where there is no button"
    assert plain(stage.group.inbox()[last]).splitlines() == [
        "🙋 Black Friday Special, on air at 20:00. Not in place yet:",
        "▫️ Floor manager: Bo · Yan, Lin can stand in",
        "▫️ Operations: Wei · Lin can stand in",
        "▫️ Customer service: Ana",
        "For whoever is there already, a lead can say so: Lin.",
    ]
    roles = ["Floor manager", "Operations"]  # nobody here could be customer service: a key would refuse whoever presses
    assert stage.group.buttons(last) == [f"I'll stand in: {role}" for role in roles]


async def test_of_two_silent_seats_in_one_role_each_button_says_whose_it_is(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key not in ("wei", "ana", "mei")])
    await seat(stage, stage.nia, "anchor", 2)
    await stage.to(stage.at("2026-11-28 19:40"))
    offered = stage.group.buttons(asked(stage)[-1])
    assert {"I'll stand in: Anchor (Mei)", "I'll stand in: Anchor (Nia)", "I'll stand in: Operations"} <= set(offered)
    said = plain(stage.group.inbox()[asked(stage)[-1]])
    assert "▫️ Anchor 1: Mei · Kai, Lin can" in said and "▫️ Anchor 2: Nia · Kai" in said, "as on the crew's card"
    await do_without(stage, "cohost")
    said = plain(stage.group.inbox()[asked(stage)[-1]])
    assert "▫️ Anchor 1: Mei · Lin can" in said, "who was put out of the show is not asked to stand in"

    def called_on_air(desk: Desk) -> list[str]:
        show = desk.get(Stream, 1)
        line = desk.house.playbook_of(show).cues[0].model_copy(update={"to": "anchor"})
        return [person.name for person in chain(desk, show, line)]

    assert "Lin" in await stage.work(called_on_air) and "Kai" not in await stage.work(called_on_air)


async def test_it_says_who_has_come_and_asks_for_the_others(stage: Stage) -> None:
    await three_are_silent(stage)
    last = asked(stage)[-1]
    await stage.everyone("Ready", "bo", "ana")
    assert "✅ Floor manager: Bo\n▫️ Operations: Wei · Lin can stand in" in plain(stage.group.inbox()[last])
    assert stage.group.buttons(last) == ["I'll stand in", "Who was asked"], "nothing that refuses most who press it"
    await stage.to(stage.at("2026-11-28 19:45"))
    await stage.lin.presses("HOLD +10")
    again = "I ask one by one again first: the group need not do anything yet."
    assert plain(stage.group.inbox()[last]).splitlines()[-1] == again and not stage.group.buttons(last)
    await stage.to(stage.at("2026-11-28 19:48"))
    about = [n for n, text in enumerate(stage.lin.inbox()) if "🙋 Wei (Operations) has not answered" in text]
    assert [bool(stage.lin.private.buttons(n)) for n in about] == [False, True], "one live card"
    assert plain(stage.lin.inbox()[about[-1]]).splitlines()[0].endswith("on air at 20:10."), "and with the new start"
    await stage.wei.presses("Ready")
    assert plain(stage.group.inbox()[last]).startswith("Roll call: Black Friday Special\n✅ Floor manager: Bo\n✅")
    assert stage.group.buttons(last) == []


async def test_seats_asked_of_the_whole_team_in_chinese(stage_zh: Stage) -> None:
    await three_are_silent(stage_zh)
    said = plain(stage_zh.group.inbox()[asked(stage_zh)[-1]])
    assert "（20:00 开播），还没就位的：\n▫️ 场控：阿博 · 小燕、林岚可顶岗" in said and len(asked(stage_zh)) == 1
    about = next(n for n, text in enumerate(stage_zh.lin.inbox()) if "Ana（客服）" in plain(text))
    assert stage_zh.lin.private.buttons(about)
    await do_without(stage_zh, "service")
    assert plain(stage_zh.lin.inbox()[about]).splitlines()[1:] == ["✗ 客服：本场已去掉这个位置"]
    assert not stage_zh.lin.private.buttons(about) and "客服" not in stage_zh.group.inbox()[asked(stage_zh)[-1]]
    await stage_zh.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.CANCELLED))
    said = [plain(text) for text in stage_zh.group.inbox() if "到岗确认：Black Friday" in plain(text)]
    assert len(said) == 3 and said.pop(1) == "↓ 到岗确认：Black Friday Special（见下方）"
    assert all(text.endswith("本场已取消，不用再应了。") for text in said) and not asked(stage_zh)
