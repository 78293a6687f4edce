"""A show is rehearsed: its crew goes through all of it in twenty minutes, and nothing of it counts."""

from datetime import timedelta

from bot import phases
from bot.crew import Phase, Stream
from tests.scenes import scene
from tests.stage import Stage
from tests.test_prep_asked import silence_but

CREW = ("mei", "bo", "yan", "wei")


@scene
async def rehearsed(stage: Stage) -> Stream:
    """Lin presses Rehearse on the card of the show on Saturday; everybody accepts."""
    await stage.show(starts="2026-11-28 20:00", hours=3, crew=("lin", *CREW))
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses("Black Friday")
    await stage.lin.presses("Rehearse")
    for name in CREW:
        await getattr(stage, name).presses("Accept")
    return (await stage.rows(Stream))[-1]


async def test_everybody_is_called_at_once_and_everything_says_that_it_is_a_rehearsal(stage: Stage) -> None:
    stream = await rehearsed(stage)
    assert stream.rehearsal and stream.phase is Phase.PREP
    assert stream.starts_at - stage.now < timedelta(minutes=18)
    assert "Lin calls everybody: the whole show in about 20 minutes" in "\n".join(stage.group.inbox())
    assert "REHEARSAL · Black Friday" in stage.mei.reads() and "REHEARSAL" in stage.board()


async def test_it_runs_from_the_first_item_to_the_review_in_twenty_minutes(stage: Stage) -> None:
    stream = await rehearsed(stage)
    began = stage.now
    await stage.to(began + timedelta(minutes=3))
    await stage.wei.presses("Done", on="Set the theme")
    await stage.hush("prep", "calls", before=stream.starts_at + stream.length)
    await stage.to(stream.starts_at - timedelta(minutes=2))
    await stage.mei.presses("Ready")
    await stage.hush("ready.call", before=stream.starts_at)
    await stage.to(stream.starts_at - timedelta(minutes=1))
    await stage.lin.presses("GO", on="GO or NO-GO")
    await stage.lin.tells_bot("only a rehearsal")
    await stage.to(stream.starts_at)
    await stage.bo.says("/golive")
    await stage.hush("calls", before=stream.starts_at + stream.length)
    await stage.to(stream.starts_at + stream.length)
    await stage.bo.says("/wrap")
    await stage.to(stage.now + timedelta(minutes=2))
    assert "REHEARSAL" in stage.mei.reads() and stage.mei.sees_button("Start")
    assert stage.now - began < timedelta(minutes=25)


async def test_no_proof_is_asked_since_nobody_has_it_at_hand(stage: Stage) -> None:
    stream = await rehearsed(stage)
    await stage.work(silence_but("links"))
    await stage.hush("ready", before=stream.starts_at)
    await stage.to(stream.starts_at - timedelta(minutes=5))
    await stage.yan.presses("Done", on="Links uploaded hidden")
    assert stage.yan.toast.startswith("Done: Links uploaded")


async def test_quiet_hours_do_not_hold_a_rehearsal_that_somebody_called(stage: Stage) -> None:
    await stage.to(stage.at("2026-11-24 01:00"))
    stream = await rehearsed(stage)
    await stage.hush("prep", before=stream.starts_at)
    await stage.to(stream.starts_at - timedelta(minutes=3))
    assert any("Roll call: 🎭 REHEARSAL" in text for text in stage.mei.inbox())


async def test_it_counts_in_no_figure(stage: Stage) -> None:
    stream = await rehearsed(stage)
    await stage.hush("prep", "ready", "calls", before=stream.ends_at)
    await stage.to(stream.starts_at)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.LIVE))
    stage.clock.forward(stream.length)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.CLOSED))
    await stage.lin.says("/new 2026-11-25 20:00 2h In between")
    assert "Anchor: Mei\n" in stage.lin.reads() and "worked" not in stage.lin.reads(), "nobody has worked yet: no note"


async def test_one_rehearsal_at_a_time_and_none_of_a_rehearsal(stage: Stage) -> None:
    await rehearsed(stage)
    await stage.lin.presses("Rehearse")
    assert "is under way" in stage.lin.toast
    assert len([stream for stream in await stage.rows(Stream) if stream.rehearsal]) == 1


async def test_only_a_lead_calls_one(stage: Stage) -> None:
    await stage.show(starts="2026-11-28 20:00", hours=3)
    await stage.mei.tells_bot("/streams")
    await stage.mei.presses("Black Friday")
    assert not stage.mei.sees_button("Rehearse")
    await stage.mei.sends_data("plan.rehearse:1")
    assert len(await stage.rows(Stream)) == 1
