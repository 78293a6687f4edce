"""Teamwork: what is on record says how people work together, and thanks are said aloud and kept for the report."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import phases
from bot.crew import Phase, Stream
from bot.words import Reader
from flows import teamwork
from flows.teamwork.tables import Kudos
from tests.scenes import scene
from tests.stage import Stage
from tests.test_teamwork_trend import season

MINUTE = timedelta(minutes=1)


async def enter(stage: Stage, stream: Stream, phase: Phase) -> None:
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), phase))


@scene
async def shown(stage: Stage, title: str = "Monday Show") -> Stream:
    """A show at short notice: Wei ticks an item off, Mei answers the roll call at once, Kai after three minutes, then it is on air."""
    starts = (stage.now + 50 * MINUTE).astimezone(ZoneInfo("Asia/Shanghai"))
    few = ("lin", "mei", "kai", "wei")
    stream = await stage.show(starts=f"{starts:%Y-%m-%d %H:%M}", title=title, hours=1, crew=few)
    await stage.wei.presses("Set start and length")
    await stage.to(stream.starts_at - 45 * MINUTE)
    await stage.mei.presses("Ready")
    await stage.forward(3 * MINUTE)
    await stage.kai.presses("Ready")
    await enter(stage, stream, Phase.LIVE)
    return stream


async def reported(stage: Stage, stream: Stream) -> str:
    """What the show's report has of it, without the rest."""
    lines = await stage.work(lambda desk: list(teamwork.flow.report(desk, desk.get(Stream, stream.id))))
    return stage.app.house.dictionary.text(lines, Reader("en", "Asia/Shanghai"))


async def test_the_report_says_how_fast_calls_were_answered_and_who_thanked_whom(stage: Stage) -> None:
    stream = await shown(stage)
    await stage.lin.says("/kudos Tao <b>saved</b> the network")
    assert stage.group.reads() == "👏 Lin thanks Tao: <b>saved</b> the network"
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    await stage.lin.tells_bot("/review")
    for label in ("Publish", "Publish anyway"):
        await stage.lin.presses(label)
    told = "\n".join(stage.group.inbox())
    assert "things were asked and answered" in told and "roll call to start 2m" in told
    assert "👏 Thanks (1)" in told and "Lin → Tao: <b>saved</b> the network" in told


async def test_a_later_report_has_the_shows_before_beside_it(stage: Stage) -> None:
    stream = await shown(stage)
    assert "The shows before" not in await reported(stage, stream)
    await season(stage, 1)
    assert "The shows before: 1 answered, half within 10m, 1.0 pings on average" in await reported(stage, stream)


async def test_everybody_reads_the_teams_figures_and_a_person_and_the_leads_that_persons(stage: Stage) -> None:
    await enter(stage, await shown(stage), Phase.REVIEW)
    await stage.mei.says("/teamwork")
    assert "Monday Show" in stage.group.reads() and "Mei" not in stage.group.reads()
    assert "✅ Items done in time: 1 of 1, 100%\n" in stage.group.reads()
    assert "• roll call to start: 2m · 1.5" in stage.group.reads()
    own = stage.mei.reads()
    assert "🤝 Mei" in own and "• roll call to start: 1m · 1.0" in own
    assert "You and the team's leads" in own and not stage.mei.sees_button("Somebody's figures")
    await stage.lin.says("/teamwork mei")
    assert "in private" in stage.group.reads() and "• roll call to start: 1m · 1.0" in stage.lin.reads()
    await stage.lin.presses("Somebody's figures")
    await stage.lin.presses("Kai")
    assert "🤝 Kai" in stage.lin.reads() and "Kai reads the same" in stage.lin.reads()
    await stage.mei.says("/teamwork Kai")
    assert "Only leads" in stage.group.reads() and "Kai" not in stage.mei.reads()


async def test_before_the_first_show_it_says_when_figures_come(stage: Stage, stage_zh: Stage) -> None:
    await stage.mei.says("/teamwork")
    assert "They come with the first show" in stage.group.reads()
    await stage_zh.mei.says("/teamwork")
    assert "播完第一场就有了" in stage_zh.group.reads()


async def test_a_rehearsal_counts_in_no_figure(stage: Stage) -> None:
    stream = await shown(stage)
    await stage.work(lambda desk: setattr(desk.get(Stream, stream.id), "rehearsal", True))
    await stage.lin.says("/kudos Tao patience")
    assert await reported(stage, stream) == ""
    await enter(stage, stream, Phase.REVIEW)
    await stage.mei.says("/teamwork")
    assert "There are no figures yet" in stage.group.reads()
    for name in ("Mei", "z" * 900):
        await stage.lin.tells_bot(f"/teamwork {name}")
    assert stage.lin.reads(-2).startswith("There are no figures yet") and len(stage.lin.reads()) < 160


async def test_thanks_step_by_step(stage_zh: Stage) -> None:
    await stage_zh.bo.tells_bot("/kudos")
    assert stage_zh.bo.reads() == "给谁点赞？"
    await stage_zh.bo.presses("小燕")
    await stage_zh.bo.tells_bot("链接一个没错")
    assert stage_zh.group.reads() == "👏 阿博为小燕点赞：链接一个没错"
    assert [kudos.to_id for kudos in await stage_zh.rows(Kudos)] == [stage_zh.yan.id]


async def test_nobody_thanks_oneself_and_a_novel_is_too_long(stage: Stage) -> None:
    await stage.bo.says("/kudos Bo for being great")
    await stage.bo.says("/kudos Tao " + "x" * 201)
    assert not await stage.rows(Kudos)
    assert "at most 200 fit" in stage.group.reads()
