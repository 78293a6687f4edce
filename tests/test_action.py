"""Actions: from something said in a review to the next show's checklist, and what became of it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import phases
from bot.crew import LogEntry, Person, Phase, Stream
from bot.desk import Desk
from bot.message import Message
from flows import action
from flows.action import acting
from flows.action.tables import Action, Lane, State
from flows.prep.tables import Item
from flows.prep.tables import State as ItemState
from tests.scenes import scene
from tests.stage import Actor, Stage, plain
from tests.test_team_leads import unmake

BARE = True
"""What is carried over is the only thing on these checklists."""
SAID = "Test the spare microphone & <b>cables</b>"


@scene
async def reviewed(stage: Stage, said_by: Actor | None = None, text: str = SAID) -> Stream:
    """A show whose review has brought something up."""
    stream = await stage.show(starts="2026-11-24 20:00", title="Monday Show")

    def say(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        phases.enter(desk, show, Phase.REVIEW)
        assert action.flow.propose
        action.flow.propose(desk, show, text, desk.get(Person, said_by.id) if said_by else None)

    await stage.work(say)
    await stage.hush("prep", "calls", before=stream.starts_at + timedelta(days=7))
    return stream


async def make(stage: Stage, *, due: str = "Next show", owner: str = "Tao") -> Action:
    await stage.lin.presses("Make it an action")
    if due != "Next show":
        await stage.lin.presses("Another time")
        await stage.lin.presses(due)
    await stage.lin.presses("Technology")
    await stage.lin.presses(owner)
    return (await stage.rows(Action))[-1]


@scene
async def made_one(stage: Stage, due: str = "Next show") -> Action:
    """What Tao said is his to do."""
    await reviewed(stage, stage.tao)
    return await make(stage, due=due)


@scene
async def carried(stage: Stage) -> Stream:
    """The next show is planned, with it on its list."""
    await made_one(stage)
    return await stage.show(starts="2026-12-05 20:00")


async def the_item(stage: Stage, stream: Stream) -> Item:
    return next(one for one in await stage.rows(Item) if one.stream_id == stream.id and one.flow == "action")


async def test_the_lead_makes_it_an_action_with_three_presses_and_the_owner_is_told(stage: Stage) -> None:
    await reviewed(stage, stage.tao)
    assert "Tao said" in stage.lin.reads()
    made = await make(stage)
    assert (made.state, made.lane, made.owner_id, made.for_next_show) == (
        State.OPEN,
        Lane.TECHNOLOGY,
        stage.tao.id,
        True,
    )
    live = [one for one in await stage.rows(Message) if one.card == f"action-lead:{made.id}" and one.buttons]
    assert len(live) == 1, "the proposal above it keeps no buttons"
    assert SAID in stage.tao.reads()
    assert "Lin has given you an action" in stage.tao.reads()
    assert {"Done", "Can't"} == set(stage.tao.private.buttons())


async def test_whoever_said_it_is_offered_first_as_its_owner(stage: Stage) -> None:
    stream = await reviewed(stage, stage.xia)
    await stage.lin.presses("Make it an action")

    def says_herself(desk: Desk) -> None:
        acting.propose(desk, desk.get(Stream, stream.id), "Hire a co-host", desk.get(Person, stage.lin.id))

    await stage.work(says_herself)
    await stage.lin.presses("People")
    assert stage.lin.private.buttons()[0] == "Xia"
    await stage.lin.presses("Lin")
    assert (await stage.rows(LogEntry))[-1].key == "action-log-made-own", "her name stands there once"
    assert "Hire a co-host" not in "".join(stage.lin.inbox()), "not amid the questions that she is answering"
    await stage.forward(acting.MEANWHILE)
    assert "Hire a co-host" in stage.lin.reads()


async def test_what_was_said_anonymously_names_nobody(stage: Stage) -> None:
    await reviewed(stage)
    assert "Someone said" in stage.lin.reads()


async def test_not_now_closes_the_proposal_and_asks_nobody(stage: Stage) -> None:
    await reviewed(stage, stage.tao)
    await stage.lin.presses("Not now")
    assert (await stage.rows(Action))[0].state is State.PASSED
    assert "Not now, says Lin" in "".join(stage.lin.inbox())
    assert not stage.lin.sees_button("Make it an action")


async def test_only_a_lead_decides(stage: Stage) -> None:
    await reviewed(stage, stage.tao)
    await stage.tao.tells_bot("/todo")
    await stage.tao.sends_data(f"action.make:{(await stage.rows(Action))[0].id}")
    assert stage.tao.toast == "Only leads can do that: Lin, Wei."
    assert "Tao said" not in "".join(stage.wei.inbox())
    await unmake(stage.wei, "Lin")
    await stage.wei.presses("Not now", on="Tao said")
    assert (await stage.rows(Action))[0].closed_by == stage.wei.id


async def test_an_open_action_stands_first_on_the_next_shows_checklist_and_is_done_there(stage: Stage) -> None:
    stream = await carried(stage)
    item = await the_item(stage, stream)
    assert (item.first, item.owner_id, item.en) == (True, stage.tao.id, SAID)
    assert "One action is open from last time" in stage.board()
    [card] = [text for text in stage.tao.inbox() if "Due at the next show, Sat 5 Dec 20:00" in text]
    assert "Done settles it" in plain(card), "dated anew, it says still what its buttons do"
    await stage.tao.tells_bot("/todo")
    assert SAID in stage.tao.reads().splitlines()[1]
    await stage.tao.presses("✓ 1")
    assert (await the_item(stage, stream)).state is ItemState.DONE
    made = (await stage.rows(Action))[-1]
    assert (made.state, made.closed_by) == (State.DONE, stage.tao.id)
    assert "from last time" not in stage.board()


async def test_a_rehearsal_of_the_next_show_leaves_the_action_to_the_show_itself(stage: Stage) -> None:
    await made_one(stage)
    real = await stage.show(starts="2026-11-28 20:00", crew=("mei",))
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses("Black Friday")
    await stage.lin.presses("Rehearse")
    assert (await the_item(stage, real)).title.en == SAID
    assert {one.stream_id for one in await stage.rows(Item) if one.flow == "action"} == {real.id}


async def test_an_action_made_after_the_next_show_was_planned_still_stands_on_its_list(stage: Stage) -> None:
    await reviewed(stage, stage.tao)
    stream = await stage.show(starts="2026-12-05 20:00")
    made = await make(stage)
    assert (await the_item(stage, stream)).subject == made.id
    assert made.due_at == stream.starts_at


async def test_it_stands_on_the_next_show_alone_and_goes_on_to_the_one_after_if_it_stays_open(stage: Stage) -> None:
    await made_one(stage)
    after = await stage.show(starts="2026-12-12 20:00", title="The one after")
    nearer = await stage.show(starts="2026-12-05 20:00", title="The next")
    assert (await the_item(stage, after)).state is ItemState.GONE
    assert (await the_item(stage, nearer)).state is ItemState.OPEN
    await stage.work(lambda d: phases.enter(d, d.get(Stream, nearer.id), Phase.LIVE))
    assert (await the_item(stage, after)).state is ItemState.OPEN
    assert (await stage.rows(Action))[-1].due_at == after.starts_at


async def test_its_card_and_the_checklist_name_one_time(stage: Stage) -> None:
    await made_one(stage)
    assert "It stands first on the next show's checklist, and is asked for there." in stage.tao.reads()
    stream = await stage.show(starts="2026-11-24 06:00")
    assert (await the_item(stage, stream)).offset == 0
    listed = stage.tao.reads()
    assert SAID in listed and "1. " in listed
    assert "I do not chase" not in listed


async def test_done_on_its_own_card_takes_it_off_the_checklist(stage: Stage) -> None:
    stream = await carried(stage)
    await stage.tao.presses("Done", on="from the review of")
    assert (await the_item(stage, stream)).state is ItemState.GONE
    assert "Done, says Tao" in "".join(stage.lin.inbox())


async def test_an_action_moves_with_the_show_that_it_is_for(stage: Stage) -> None:
    stream = await carried(stage)
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stream.starts_at + timedelta(days=2)))
    assert (await stage.rows(Action))[-1].due_at == stream.starts_at + timedelta(days=2)


async def test_its_owner_is_asked_on_the_day_then_daily_and_at_last_the_lead(stage: Stage) -> None:
    made = await made_one(stage, due="In 7 days")
    assert made.due_at
    await stage.work(lambda d: phases.enter(d, d.get(Stream, made.stream_id), Phase.CLOSED))
    day = made.due_at.astimezone(ZoneInfo("Asia/Shanghai"))
    said = len(stage.tao.inbox())
    await stage.to(day.replace(hour=9, minute=59))
    assert len(stage.tao.inbox()) == said
    await stage.to(day.replace(hour=10, minute=0))
    assert "Today is the day" in stage.tao.reads()
    await unmake(stage.wei, "Lin")
    before = len(stage.lin.inbox())
    await stage.forward(timedelta(days=10))
    asked = [text for text in stage.tao.inbox()[said:] if "Today is the day" in text or "Still open" in text]
    assert len(asked) == 4
    assert "Tao was asked several times" in "".join(stage.wei.inbox())
    assert len(stage.lin.inbox()) == before
    await stage.lin.sends_data(f"action.drop:{made.id}")
    assert stage.lin.toast == "Only leads can do that: Wei."
    assert not await stage.cues("action.due")


async def test_an_owner_who_cannot_says_why_and_the_lead_gives_it_to_somebody_else(stage: Stage) -> None:
    await made_one(stage)
    await stage.tao.presses("Can't")
    await stage.tao.tells_bot("We have no spare")
    assert "We have no spare" in stage.lin.reads()
    await stage.lin.presses("Give it to someone")
    await stage.lin.presses("Kai")
    assert SAID in stage.kai.reads()
    assert (await stage.rows(Action))[-1].owner_id == stage.kai.id
    stream = await stage.show(starts="2026-12-05 20:00")
    await stage.kai.tells_bot("/todo")
    assert SAID in stage.kai.reads()
    await stage.lin.presses("Give it to someone")
    await stage.lin.presses("Lin")
    assert (await stage.rows(LogEntry))[-1].key == "action-log-taken", "she gave it to nobody but took it herself"
    assert "given you" not in stage.lin.reads()
    await stage.lin.presses("Give it to someone")
    await stage.lin.presses("Tao")
    assert (await the_item(stage, stream)).owner_id == stage.tao.id
    assert SAID not in stage.kai.reads()
    await stage.tao.tells_bot("/todo")
    assert SAID in stage.tao.reads()


async def test_a_lead_can_drop_it_and_nobody_is_asked_again(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.lin.presses("Drop it")
    assert (await stage.rows(Action))[-1].state is State.DROPPED
    assert not await stage.cues("action.due")
    await stage.tao.tells_bot("/actions")
    assert "No actions are open" in stage.tao.reads()


async def test_how_we_will_know_is_kept_with_it(stage: Stage) -> None:
    await made_one(stage)
    await stage.lin.presses("How will we know?")
    await stage.lin.tells_bot("No sound gap over 10 s")
    assert "No sound gap over 10 s" in "".join(stage.tao.inbox())


async def test_actions_lists_the_open_ones_with_owner_and_time(stage: Stage) -> None:
    await made_one(stage, due="In 7 days")
    await stage.mei.says("/actions")
    assert "Tao" in stage.group.reads()
    assert "Due Mon 30 Nov" in stage.group.reads()
    await stage.tao.presses("1 ·")
    await stage.tao.presses("Done")
    assert (await stage.rows(Action))[-1].state is State.DONE


async def test_what_was_said_of_owner_and_time_is_taken_over_and_a_press_changes_either(stage: Stage) -> None:
    await reviewed(stage, stage.mei, "Test the spare microphone an hour earlier, Tao does it")
    await stage.lin.presses("Make it an action")
    assert "Tao · Due at the next show\nWhat does it improve?" in stage.lin.reads()
    assert stage.lin.private.buttons()[4:] == ["Someone else", "Another time", "Cancel"]
    await stage.lin.presses("Someone else")
    assert stage.lin.private.buttons()[:2] == ["Tao", "Mei"], "whoever was named, then whoever said it"
    await stage.lin.presses("Yan")
    await stage.lin.presses("Another time")
    await stage.lin.tells_bot("when pigs fly")
    assert "could not read a time" in stage.lin.reads()
    await stage.lin.tells_bot("2026-11-27 18:00")
    assert "Yan · Due Fri 27 Nov 18:00\nWhat" in stage.lin.reads()
    await stage.lin.presses("Content")
    made = (await stage.rows(Action))[-1]
    assert (made.owner_id, made.due_at) == (stage.yan.id, stage.at("2026-11-27 18:00"))
    assert (made.lane, made.for_next_show) == (Lane.CONTENT, False)


async def test_the_next_review_asks_whether_it_helped_and_says_what_became_of_it(stage: Stage) -> None:
    stream = await carried(stage)
    await stage.tao.presses("Done", on="from the review of")
    await stage.work(lambda d: phases.enter(d, d.get(Stream, stream.id), Phase.REVIEW))
    assert "did last time's actions help?" in "".join(stage.lin.inbox())
    await stage.lin.presses("1 · It helped")
    report = await stage.work(lambda d: [line.key for line in action.flow.report(d, d.get(Stream, stream.id))])
    assert report == ["action-report-last", "action-became-helped"]


async def test_the_review_that_made_it_lists_it(stage: Stage) -> None:
    made = await made_one(stage)
    report = await stage.work(lambda d: [line.key for line in action.flow.report(d, d.get(Stream, made.stream_id))])
    assert report == ["action-report-made", "action-report-line"]


async def test_the_loop_closes_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    said = f"备用麦克风要提前试，{stage.tao.name}来做"
    await reviewed(stage, stage.tao, said)
    assert "提到" in stage.lin.reads()
    await stage.lin.presses("定为改进项")
    assert f"{stage.tao.name}负责，下一场开播前\n这条改进的是哪方面？" in plain(stage.lin.reads())
    await stage.lin.presses("技术")
    assert "交给你一条改进项" in stage.tao.reads()
    stream = await stage.show(starts="2026-12-05 20:00")
    assert (await the_item(stage, stream)).zh == said
    assert "上次的改进项还有 1 条没完成" in stage.board()
    await stage.tao.presses("完成", on="的复盘")
    assert (await stage.rows(Action))[-1].state is State.DONE
