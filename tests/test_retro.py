"""The review: everybody is asked in private after the show, and a lead publishes what came of it."""

from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot import phases
from bot.crew import Answer, Assignment, Person, Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.inbox import Received
from bot.replies import Conversation
from bot.words import Reader
from flows.duty.tables import Holding, Shift
from flows.retro import asking, keeping, outcomes
from flows.retro.tables import Respondent, Review, ReviewAnswer, ReviewState
from tests.scenes import scene
from tests.stage import ROLES, Actor, Stage, playbooks

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TITLE = "Black Friday Special"


@scene
async def wrapped(stage: Stage, title: str = TITLE) -> Stream:
    """A show of an hour that has just ended, at 21:00 in the team's zone."""
    stream = await on_air(stage, title)
    await stage.forward(HOUR)
    await enter(stage, stream, Phase.WRAP)
    return stream


@scene
async def on_air(stage: Stage, title: str = TITLE) -> Stream:
    """A show that has just begun, everybody in their seats; how it got there is played elsewhere."""

    def seat(desk: Desk) -> Stream:
        team = desk.session.exec(select(Team)).one()
        stream = desk.add(
            Stream(
                team_id=team.id,
                title=title,
                starts_at=stage.at("2026-11-23 20:00"),
                minutes=60,
                lead_id=stage.lin.id,
                deputy_id=stage.wei.id,
                playbook=team.playbook,
                planned_at=desk.now,
            )
        )
        for key, roles in ROLES.items():
            person_id = stage.actors[key].id
            desk.add(Assignment(stream_id=stream.id, role=roles[0], person_id=person_id, answer=Answer.ACCEPTED))
        return stream

    stream: Stream = await stage.work(seat)
    await enter(stage, stream, Phase.LIVE)
    return stream


@scene
async def reviewed(stage: Stage) -> Stream:
    """… and its review is open: 21:15, due a day later."""
    stream = await wrapped(stage)
    await stage.forward(15 * MINUTE)
    return stream


@scene
async def all_but_lin_answered(stage: Stage) -> None:
    await reviewed(stage)
    await answered(stage, *[key for key in ROLES if key not in ("joy", "lin")])
    await answer(stage.joy)
    assert not any("Everybody is done" in text for text in stage.lin.inbox())


async def answered(stage: Stage, *keys: str) -> None:
    """They have, straight in the rows: one word each."""
    people = {stage.actors[key].id for key in keys}

    def mark(desk: Desk) -> None:
        for one in desk.session.exec(select(Respondent)):
            if one.person_id in people:
                one.answered_at = desk.now
                keeping.keep(desk, one, "others", "text", None, "A quiz")

    await stage.work(mark)


async def enter(stage: Stage, stream: Stream, phase: Phase) -> None:
    """What the other flows would ask meanwhile is played elsewhere: here it is quiet."""

    def move(desk: Desk) -> None:
        phases.enter(desk, desk.get(Stream, stream.id), phase)
        for cue in desk.session.exec(select(Cue).where(Cue.state == CueState.PLANNED)):
            if not cue.kind.startswith("retro."):
                cue.state = CueState.DROPPED

    await stage.work(move)


async def answer(actor: Actor, *said: str) -> None:
    """Start, say these one after the other, and skip the rest."""
    await actor.presses("开始填写" if actor.sees_button("开始填写") else "Start")
    for words in said:
        await actor.tells_bot(words)
    await skip_the_rest(actor)


async def skip_the_rest(actor: Actor, but: str = "no such question") -> None:
    """At most as many times as anybody is asked; up to a question that is answered, if there is one."""
    for _ in range(12):
        if but in actor.reads():
            return
        label = next((label for label in ("Skip", "跳过") if label in actor.private.buttons()), None)
        if label is None:
            return
        await actor.presses(label)
    raise AssertionError("there is no end to it")


async def publish(lead: Actor) -> None:
    """And say that it is meant, where it is asked since somebody has not answered yet."""
    await lead.presses("Publish")
    if lead.sees_button("Publish anyway"):
        await lead.presses("Publish anyway")


async def anonymously(actor: Actor, said: str) -> None:
    """The first question is answered without a name."""
    await actor.presses("Start")
    await actor.presses("Anonymous")
    await actor.tells_bot(said)


async def review(stage: Stage) -> Review:
    return (await stage.rows(Review))[-1]


def report(stage: Stage) -> str:
    """Everything that the group has read since the report began."""
    said = stage.group.inbox()
    first = max(place for place, text in enumerate(said) if "Review: " in text or "复盘报告" in text)
    return "\n".join(said[first:])


def report_file(stage: Stage) -> tuple[str, str]:
    """Name and text of the file that came with the report."""
    group = stage.world.group()
    assert group is not None
    sent = next(post.body["document"] for post in reversed(group.posts.values()) if "document" in post.body)
    kept = stage.world.files.get(sent["file_id"])
    assert kept is not None
    return kept.name, kept.content.decode()


# ─── Opening ───


async def test_the_review_opens_a_quarter_of_an_hour_after_the_wrap(stage: Stage) -> None:
    stream = await wrapped(stage)
    assert "Review opens 21:15" in stage.board()
    await stage.forward(14 * MINUTE)
    assert await stage.rows(Review) == []
    await stage.forward(MINUTE)
    assert (await stage.stream()).phase is Phase.REVIEW
    opened = await review(stage)
    assert (opened.stream_id, opened.due_at) == (stream.id, stage.now + 24 * HOUR)
    assert f"The review of {TITLE} is open. 10 members of the crew have the questions" in stage.group.reads()
    assert "Review 0/10 answered, due Tue 24 Nov 21:15" in stage.board()


async def test_everybody_is_asked_in_private_with_thanks_and_a_deadline(stage: Stage) -> None:
    await reviewed(stage)
    for key in ROLES:
        assert stage.actors[key].reads().startswith(f"📝 {TITLE} is over. Thank you!"), key
        assert stage.actors[key].private.buttons() == ["Start", "Later"], key
    assert "9 short questions, about 2 min" in stage.mei.reads()
    assert "by Tue 24 Nov 21:15" in stage.mei.reads()
    assert not any(TITLE in text for text in stage.nia.inbox())


async def test_the_invitation_shows_the_moments_that_concern_its_reader(stage: Stage) -> None:
    stream = await on_air(stage)

    def write(desk: Desk) -> None:
        for whom in ("Mei", "Bo"):
            desk.log("team-log-lead", team_id=stream.team_id, stream_id=stream.id, whom=whom)

    await stage.forward(10 * MINUTE)
    await stage.work(write)
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert "• 20:10 — made Mei a lead" in stage.mei.reads()
    assert "made Bo" not in stage.mei.reads()
    assert "From the log, where you come in:" in stage.mei.reads()
    assert "From the log" not in stage.ana.reads()


async def test_who_took_a_duty_reads_of_it_and_not_whoever_pressed(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await on_air(stage)

    def press(desk: Desk) -> None:
        desk.who = desk.get(Person, stage.bo.id)
        yan = desk.get(Person, stage.yan.id)
        desk.log("duty-log-on", team_id=stream.team_id, stream_id=stream.id, person=yan, role="中控")

    await stage.work(press)
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert "上岗：中控" in stage.yan.reads()
    assert "上岗：中控" not in stage.bo.reads()


async def test_who_took_over_on_air_is_asked_and_stands_in_the_report(stage: Stage) -> None:
    stream, nia = await on_air(stage), stage.nia
    handed_over = stream.starts_at + 50 * MINUTE

    def work(desk: Desk) -> None:
        about = {"stream_id": stream.id, "role": "anchor", "starts_at": stream.starts_at, "ends_at": stream.ends_at}
        off = {"state": Holding.OFF, "on_at": stream.starts_at, "off_at": handed_over}
        desk.add(Shift(**about, seat=1, person_id=stage.mei.id, **off))
        desk.add(Shift(**about, person_id=nia.id, state=Holding.ON, on_at=handed_over))

    await stage.work(work)
    await stage.forward(HOUR)
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert nia.reads().startswith(f"📝 {TITLE} is over. Thank you!")
    await answer(nia, "The pace")
    await stage.lin.says("/review")
    await publish(stage.lin)
    assert "Crew: Anchor Mei → Nia (from 20:50) · " in report(stage)
    assert "Nia · AnchorThe pace" in report(stage)


async def test_later_says_until_when_it_stays_open(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.presses("Later")
    assert "stays open until Tue 24 Nov 21:15" in stage.mei.toast
    assert stage.mei.sees_button("Start")


async def test_a_cancelled_show_has_no_review(stage: Stage) -> None:
    stream = await stage.show(starts="2026-11-23 20:00", hours=1)
    await enter(stage, stream, Phase.CANCELLED)
    await stage.forward(3 * HOUR)
    assert await stage.rows(Review) == []


async def test_whoever_has_left_the_team_is_not_asked(stage: Stage) -> None:
    await wrapped(stage)
    await stage.leaves(stage.joy)
    await stage.forward(15 * MINUTE)
    assert stage.joy.id not in {one.person_id for one in await stage.rows(Respondent)}
    assert len(await stage.rows(Respondent)) == 9


# ─── Answering ───


async def test_three_questions_for_all_come_first_then_those_of_the_role(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.presses("Start")
    assert "1/9 What worked that we should keep?" in stage.mei.reads()
    await stage.mei.tells_bot("The opening")
    assert stage.mei.reads().startswith("✓ The opening")
    assert "2/9 What went wrong" in stage.mei.reads()
    for _ in range(4):
        await stage.mei.presses("Skip")
    assert "6/9 Pace, voice and mood" in stage.mei.reads()
    assert stage.mei.private.buttons()[:5] == ["1", "2", "3", "4", "5"]
    await stage.mei.tells_bot("so-so")
    assert "press a number from 1 to 5" in stage.mei.reads()
    await stage.mei.presses("4")
    await stage.mei.presses("Skip")
    assert "8/9 An idea to try next time?" in stage.mei.reads()
    await stage.mei.tells_bot("A quiz")
    assert "9/9 What did other rooms do" in stage.mei.reads()
    assert "💡 From the review of Black Friday Special\nMei said:\nA quiz" in stage.lin.reads()
    await stage.lin.presses("Make it an action", on="A quiz")
    await stage.mei.presses("Skip")
    assert "Thank you! Your answers about Black Friday Special are in." in stage.mei.reads()
    kept = {one.question: (one.value, one.role) for one in await stage.rows(ReviewAnswer)}
    assert kept == {
        "keep": ("The opening", "anchor"),
        "anchor-state": ("4", "anchor"),
        "idea": ("A quiz", "anchor"),
    }
    assert "Review 1/10 answered" in stage.board()


async def test_an_answer_is_kept_even_if_the_rest_never_comes(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.presses("Start")
    await stage.bo.presses("Cancel")
    assert stage.bo.reads() == "You have answered nothing yet. The questions stay open until Tue 24 Nov 21:15."
    await stage.bo.presses("Start")
    await stage.bo.tells_bot("The pace")
    await stage.bo.presses("Cancel")
    assert "What you have answered so far is kept" in stage.bo.reads()
    assert [one.value for one in await stage.rows(ReviewAnswer)] == ["The pace"]
    await stage.bo.presses("Go on")
    assert "2/7 What went wrong" in stage.bo.reads()


async def test_pressing_start_again_goes_on_where_it_was(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.presses("Start")
    await stage.bo.tells_bot("The pace")
    await stage.bo.presses("Start")
    assert "2/7 What went wrong" in stage.bo.reads()
    await stage.bo.tells_bot("The sound at half past")
    assert "3/7" in stage.bo.reads()


async def test_a_choice_is_kept_by_its_key_and_can_not_be_typed(stage: Stage) -> None:
    await reviewed(stage)
    await stage.tao.presses("Start")
    for _ in range(4):
        await stage.tao.presses("Skip")
    assert "Did we need a spare?" in stage.tao.reads()
    await stage.tao.tells_bot("well")
    assert "use the buttons" in stage.tao.reads()
    await stage.tao.presses("Yes, it failed")
    assert [(one.question, one.value) for one in await stage.rows(ReviewAnswer)] == [("tech-spare", "failed")]


async def test_a_text_of_five_thousand_characters_is_asked_for_again(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.presses("Start")
    await stage.mei.tells_bot("x" * 4000)
    assert "at most 1" in stage.mei.reads()
    assert await stage.rows(ReviewAnswer) == []


async def test_somebody_in_two_seats_answers_each_question_once(stage: Stage) -> None:
    stream = await on_air(stage)

    def sit(desk: Desk) -> None:
        seat = {"role": "operations", "seat": 2, "person_id": stage.bo.id, "answer": Answer.ACCEPTED}
        desk.add(Assignment(stream_id=stream.id, **seat))

    await stage.work(sit)
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert len([one for one in await stage.rows(Respondent) if one.person_id == stage.bo.id]) == 1
    await stage.bo.presses("Start")
    asked = []
    while "Skip" in stage.bo.private.buttons():
        asked.append(stage.bo.reads().split("/10 ")[1])
        await stage.bo.presses("Skip")
    assert len(asked) == len(set(asked)) == 10
    assert any("rundown and the clock part" in text for text in asked)
    assert any("Goal against result" in text for text in asked)


async def test_only_the_one_who_was_asked_can_answer(stage: Stage) -> None:
    await reviewed(stage)
    mei = next(one for one in await stage.rows(Respondent) if one.person_id == stage.mei.id)
    await stage.kai.sends_data(f"retro.start:{mei.id}")
    assert stage.kai.toast == "This one is for Mei."
    await stage.oz.starts()
    await stage.oz.sends_data(f"retro.start:{mei.id}")
    assert "not in this team" in stage.oz.toast


async def test_answers_can_be_changed_and_taken_back_until_published(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.joy, "The trailer", "The clips were late")
    await stage.joy.presses("Change my answers")
    assert "So far: The trailer" in stage.joy.reads()
    await stage.joy.tells_bot("The second trailer")
    await stage.joy.presses("Take back")
    assert stage.joy.reads().startswith("✓ taken back")
    assert [one.value for one in await stage.rows(ReviewAnswer)] == ["The second trailer"]
    await stage.lin.says("/review")
    await publish(stage.lin)
    assert "The second trailer" in report(stage)
    assert "late" not in report(stage)
    assert not stage.joy.sees_button("Change my answers")
    joy = next(one for one in await stage.rows(Respondent) if one.person_id == stage.joy.id)
    await stage.joy.sends_data(f"retro.start:{joy.id}")
    assert stage.joy.toast == "Review of Black Friday Special: Already published by Lin, Mon 23 Nov 21:15."


async def test_an_answer_that_is_skipped_while_changing_stays(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.joy, "The trailer")
    await stage.joy.presses("Change my answers")
    await stage.joy.presses("Skip")
    assert [one.value for one in await stage.rows(ReviewAnswer)] == ["The trailer"]


# ─── Anonymous ───


async def test_an_anonymous_answer_says_nothing_about_its_author_anywhere(stage: Stage) -> None:
    await reviewed(stage)
    await stage.kai.presses("Start")
    await stage.kai.presses("Anonymous")
    assert "1/7 What worked that we should keep?" in stage.kai.reads()
    assert "can't change it or take it back" in stage.kai.reads()
    await stage.kai.tells_bot("Mei shouts at us")
    assert "Kept without your name" in stage.kai.reads()
    assert not any("shouts" in text for text in stage.kai.inbox())
    (kept,) = await stage.rows(ReviewAnswer)
    assert (kept.value, kept.person_id, kept.role, kept.at) == ("Mei shouts at us", None, None, None)
    for row in [*await stage.rows(Received), *await stage.rows(Conversation)]:
        assert "shouts" not in row.model_dump_json()
    assert not stage.kai.sees_button("Back"), "what was said without a name is not asked again"


async def test_the_order_in_which_answers_came_is_not_kept(stage: Stage) -> None:
    """SQLite numbers rows as they come unless it is told not to."""
    with pytest.raises(OperationalError, match="rowid"):
        await stage.app.store.read(lambda session: session.execute(text("select rowid from review_answer")).all())


async def test_an_anonymous_answer_that_is_too_long_is_not_kept_in_the_inbox_either(stage: Stage) -> None:
    await reviewed(stage)
    await anonymously(stage.kai, "shouting " * 200)
    assert "at most 1" in stage.kai.reads()
    assert not any("shouting" in row.model_dump_json() for row in await stage.rows(Received))


async def test_saying_it_anonymously_takes_the_named_answer_away(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.kai, "Mei shouts at us")
    await stage.kai.presses("Change my answers")
    await stage.kai.presses("Anonymous")
    await stage.kai.tells_bot("There was shouting")
    kept = [(one.value, one.person_id) for one in await stage.rows(ReviewAnswer)]
    assert kept == [("There was shouting", None)]
    assert not any("shouts" in row.model_dump_json() for row in await stage.rows(Conversation))


async def test_an_anonymous_answer_cannot_be_changed(stage: Stage) -> None:
    await reviewed(stage)
    await anonymously(stage.kai, "There was shouting")
    await skip_the_rest(stage.kai)
    await stage.kai.presses("Change my answers")
    assert "2/7 What went wrong" in stage.kai.reads()


async def test_two_respondents_are_too_few_to_show_what_was_said_anonymously(stage: Stage) -> None:
    await reviewed(stage)
    await anonymously(stage.kai, "There was shouting")
    await skip_the_rest(stage.kai)
    await answer(stage.bo, "The pace")
    await stage.lin.tells_bot("/review")
    await publish(stage.lin)
    assert "shouting" not in report(stage)
    assert "they are shown only if at least 3 people answer" in report(stage)


async def test_from_three_respondents_on_anonymous_answers_are_shown_by_their_random_ids(stage: Stage) -> None:
    await reviewed(stage)
    for actor, said in ((stage.kai, "There was shouting"), (stage.bo, "It was too hot"), (stage.yan, "No breaks")):
        await anonymously(actor, said)
        await skip_the_rest(actor)
    await stage.lin.tells_bot("/review")
    await publish(stage.lin)
    told = [line for line in report(stage).splitlines() if line.startswith("🕶")]
    by_id = [one.value for one in sorted(await stage.rows(ReviewAnswer), key=lambda one: one.id)]
    assert told == [f"🕶 Anonymous{value}" for value in by_id]


# ─── Actions ───


async def test_one_change_for_next_time_is_proposed_to_the_lead_at_once(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.presses("Start")
    await stage.bo.presses("Skip")
    await stage.bo.presses("Skip")
    await stage.bo.tells_bot("A second clock, Tao")
    assert any("A second clock, Tao" in text for text in stage.lin.inbox())


async def test_an_anonymous_change_is_proposed_only_with_the_report(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.presses("Start")
    await stage.bo.presses("Skip")
    await stage.bo.presses("Skip")
    await stage.bo.presses("Anonymous")
    await stage.bo.tells_bot("A second clock")
    await skip_the_rest(stage.bo, but="An idea to try")
    await stage.bo.presses("Anonymous")
    await stage.bo.tells_bot("A quiz")
    await skip_the_rest(stage.bo)
    await answered(stage, "kai", "mei")
    assert not any("A second clock" in text for text in stage.lin.inbox())
    await stage.lin.says("/review")
    await publish(stage.lin)
    proposed = [text for text in stage.lin.inbox() if "A second clock" in text or "A quiz" in text]
    assert len(proposed) == 2 and not any("Bo" in text for text in proposed)


@pytest.mark.parametrize("playbook", sorted(playbooks()))
async def test_an_idea_to_try_may_become_an_action_in_every_playbook(stage: Stage, playbook: str) -> None:
    def asked(desk: Desk) -> bool:
        stream = desk.get(Stream, 1)
        stream.playbook = playbook
        return asking.everything(desk, stream)["idea"].action and not asking.everything(desk, stream)["others"].action

    await on_air(stage)
    assert await stage.work(asked)


# ─── Decisions ───


async def test_who_decided_something_on_air_is_asked_what_came_of_it_and_the_report_lists_it(stage: Stage) -> None:
    stream = await on_air(stage)
    await stage.bo.says("/log decision No flash sale")
    for said in ("Higher bid", "Coats first", "Coupon off", "One more hour"):
        await stage.joy.tells_bot(f"/log decision {said}")
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert "10 short questions" in stage.joy.reads(), "seven, and three of hers"
    await stage.joy.presses("Start")
    await skip_the_rest(stage.joy, but="20:00, you decided: Coats first. What came of it?")
    assert not any("Higher bid. What came" in text for text in stage.joy.inbox()), "three are asked at most"
    assert stage.joy.private.buttons() == ["‹ Back", "Skip", "Cancel"], "whose it was is on record"
    await stage.joy.tells_bot("Twice the orders")
    await skip_the_rest(stage.joy)
    await stage.lin.tells_bot("/review")
    await publish(stage.lin)
    assert (
        "🎯 What was decided, and what came of it\n20:00 · Bo: No flash sale\n20:00 · Joy: Higher bid\n"
        "20:00 · Joy: Coats firstTwice the orders\n20:00 · Joy: Coupon off\n20:00 · Joy: One more hour" in report(stage)
    )
    assert report(stage).count("Twice the orders") == 1


async def test_what_came_of_a_decision_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    stream = await on_air(stage)
    await stage.wei.says("/log 决策：停投，转化太高。")
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(15 * MINUTE)
    assert "8 个小问题" in stage.wei.reads(), "what was decided is asked once"
    await stage.wei.presses("开始填写")
    await skip_the_rest(stage.wei, but="20:00 你拍板：停投，转化太高。效果如何？")
    assert not any("播中看哪个数据做了什么决定" in text for text in stage.wei.inbox())
    await stage.wei.presses("更正", on="停投")
    await stage.wei.tells_bot("停投，转化太低。")
    assert "你拍板：停投，转化太低。效果如何？" in stage.wei.reads(), "a correction comes first, then the question anew"
    await stage.wei.tells_bot("省了三千")
    told = await stage.work(lambda desk: outcomes.told(desk, desk.get(Stream, stream.id), desk.get(Review, 1)))
    read = stage.app.house.dictionary.text(told, Reader("zh", "Asia/Shanghai"))
    assert read == "20:00 · 老魏：停投，转化太低。<blockquote>省了三千</blockquote>"


# ─── Asking again ───


async def test_the_silent_are_asked_again_three_times_and_nobody_else(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "All of it")
    before = len(stage.mei.inbox())
    await stage.forward(2 * HOUR - MINUTE)
    assert not any("waiting for you" in text for text in stage.kai.inbox())
    await stage.forward(MINUTE)
    assert "Review of Black Friday Special: 7 questions are waiting for you, about 2 min." in stage.kai.reads()
    assert "gave none" not in stage.kai.reads()
    await stage.forward(22 * HOUR)
    asked = [text for text in stage.kai.inbox() if "waiting for you" in text]
    assert len(asked) == 3
    assert "It was due Tue 24 Nov 21:15" in asked[-1]
    assert "the report will say that you gave none" in asked[-1]
    assert not any("waiting for you" in text for text in stage.mei.inbox()[before:])
    assert await stage.cues("retro.remind") == []


async def test_what_was_missed_while_the_bot_was_away_is_asked_once(stage: Stage) -> None:
    await reviewed(stage)
    stage.clock.forward(20 * HOUR)
    await stage.settle()
    assert len([text for text in stage.kai.inbox() if "waiting for you" in text]) == 1


async def test_a_nudge_reaches_only_the_silent_and_at_most_twice_an_hour(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "All of it")
    before = len(stage.mei.inbox())
    await stage.lin.says("/review")
    own = len([text for text in stage.lin.inbox() if "waiting for you" in text])
    await stage.lin.presses("Publish")
    assert stage.lin.reads().startswith(
        "⏳ 9 of the crew have not answered, and can until Tue 24 Nov 21:15: Kai, Bo, Yan, Wei, Lin, Ana, Tao, Xia, Joy."
    )
    assert (await review(stage)).state is ReviewState.OPEN
    await stage.lin.presses("Nudge the rest", on="If you publish now")
    assert stage.lin.toast == "Asked 8 people once more."
    assert "waiting for you" in stage.kai.reads()
    assert len(stage.mei.inbox()) == before
    assert len([text for text in stage.lin.inbox() if "waiting for you" in text]) == own
    await stage.wei.says("/review")
    await stage.wei.presses("Nudge the rest")
    assert stage.wei.toast == "They were asked at 21:15. You can nudge again from 21:45."
    await stage.forward(30 * MINUTE)
    await stage.lin.presses("Nudge the rest")
    assert stage.lin.toast == "Asked 8 people once more."


async def test_a_nudge_tells_the_half_done_how_much_is_left(stage: Stage) -> None:
    await reviewed(stage)
    await stage.kai.presses("Start")
    await stage.kai.tells_bot("The first answer")
    await stage.lin.says("/review")
    await stage.lin.presses("Nudge the rest")
    assert stage.lin.toast == "Asked 9 people once more, one of them half done."
    assert "you have begun; 6 questions are left" in stage.kai.reads()
    assert stage.kai.private.buttons() == ["Go on"]
    assert "waiting for you" in stage.bo.reads()


async def test_a_nudge_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await reviewed(stage)
    await stage.kai.presses("开始填写")
    await stage.kai.tells_bot("第一题")
    await stage.lin.says("/review")
    await stage.lin.presses("催一下没填的")
    assert stage.lin.toast == "已再提醒 9 人，其中 1 人填了一半。"
    assert "已经填了一部分，还剩 6 个问题" in stage.kai.reads()


async def test_a_lead_who_alone_is_silent_is_told_so_instead_of_nudged(stage: Stage) -> None:
    await all_but_lin_answered(stage)
    await stage.lin.says("/review")
    await stage.lin.presses("Nudge the rest")
    assert stage.lin.toast == "Only your own answers are missing. /review"
    await stage.lin.presses("Publish")
    assert stage.lin.reads().startswith("⏳ One of the crew has not answered, and can until Tue 24 Nov 21:15: Lin.")
    assert stage.lin.reads().endswith("\nThat is you: /review") and stage.lin.private.buttons() == ["Publish anyway"]


async def test_in_quiet_hours_a_nudge_waits_for_the_morning(stage: Stage, monkeypatch: Any) -> None:
    await reviewed(stage)
    await stage.forward(HOUR)
    monkeypatch.setattr(stage.app.house, "quiet", (time(22), time(8)))
    await stage.lin.says("/review")
    await stage.lin.presses("Nudge the rest")
    assert stage.lin.toast == "Quiet hours: 9 people are asked once more at 08:00."
    assert not any("waiting for you" in text for text in stage.kai.inbox())
    await stage.to(stage.at("2026-11-24 08:00"))
    assert len([text for text in stage.kai.inbox() if "waiting for you" in text]) == 1


# ─── The leads ───


async def test_a_lead_reads_who_has_answered_and_who_has_not(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "All of it")
    await answer(stage.bo)
    assert stage.bo.reads().startswith("✅ Noted: you have nothing to add about Black Friday Special.")
    assert stage.bo.private.buttons() == ["Answer after all"]
    assert "Review 1/10 answered, 1 nothing to add, due" in stage.board(), (
        "whose, nobody reads: it could tell who was anonymous"
    )
    await stage.lin.says("/review")
    assert "I have sent it to you in private." in stage.group.reads()
    assert "1 of 10 answered, 1 had nothing to add" in stage.lin.reads()
    assert "✅ Done: Mei, Bo" in stage.lin.reads()
    assert "▫️ Not yet: Kai, Yan, Wei, Lin, Ana, Tao, Xia, Joy" in stage.lin.reads()
    assert stage.lin.private.buttons() == ["Nudge the rest", "Publish", "Extend 12 h", "Close without"]
    await stage.bo.presses("Answer after all")
    await stage.bo.tells_bot("The pace")
    await skip_the_rest(stage.bo)
    assert "Your answers about Black Friday Special are in." in stage.bo.reads()
    assert "2 of 10 answered\n" in stage.lin.reads(), "the card follows"


async def test_a_member_reads_only_the_own_part(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.says("/review")
    assert "9 questions are waiting for you" in stage.mei.reads()
    assert stage.mei.private.buttons() == ["Start"]
    await answer(stage.mei)
    await stage.mei.tells_bot("/review")
    assert stage.mei.private.buttons() == ["Answer after all"]
    await stage.nia.tells_bot("/review")
    assert "You were not in the crew" in stage.nia.reads()


async def test_the_boards_buttons_lead_to_the_own_answers_and_to_the_card(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.presses("My answers")
    assert stage.mei.toast == "I have sent it to you in private."
    assert "1/9" in stage.mei.reads()
    await stage.nia.presses("My answers")
    assert "not in the crew" in stage.nia.toast
    await stage.mei.presses("Review", on="ON AIR" if "ON AIR" in stage.board() else "in review")
    assert stage.mei.toast == "Only a lead can do that: Lin."
    await stage.wei.presses("Review", on="in review")
    assert "0 of 10 answered" in stage.wei.reads()


async def test_a_press_in_the_group_opens_a_private_chat_that_is_closed(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.blocks()
    await stage.bo.presses("My answers")
    assert any("What worked that we should keep?" in text for text in stage.bo.inbox())


async def test_members_cannot_publish_extend_nudge_or_close(stage: Stage) -> None:
    await reviewed(stage)
    opened = await review(stage)
    await stage.oz.starts()
    for act in ("publish", "extend", "nudge", "close", "card"):
        await stage.mei.sends_data(f"retro.{act}:{opened.id}")
        assert stage.mei.toast == "Only a lead can do that: Lin.", act
        await stage.oz.sends_data(f"retro.{act}:{opened.id}")
        assert "not in this team" in stage.oz.toast, act
    assert (await review(stage)).state is ReviewState.OPEN


async def test_the_lead_is_told_when_the_last_one_has_answered(stage: Stage) -> None:
    await all_but_lin_answered(stage)
    await answer(stage.lin)
    assert "8 of 10 answered, 2 had nothing to add" in stage.lin.reads()
    assert "Everybody is done. Publish sends the report to the group." in stage.lin.reads()
    assert stage.lin.private.buttons() == ["Publish", "Close without"]


async def test_when_it_is_due_the_lead_is_asked_then_the_deputy_until_somebody_acts(stage: Stage) -> None:
    await reviewed(stage)
    await stage.forward(24 * HOUR)
    assert "It was due Tue 24 Nov 21:15." in stage.lin.reads()
    assert not any("It was due" in text and "Publish it" in text for text in stage.wei.inbox())
    await stage.forward(3 * HOUR)
    assert "I asked Lin already, and it is still open. You are next." in stage.wei.reads()
    await stage.wei.presses("Extend 12 h")
    assert stage.wei.toast.startswith("Open until Wed 25 Nov 12:")
    before = len(stage.lin.inbox()), len(stage.group.inbox())
    await stage.forward(9 * HOUR)
    assert (len(stage.lin.inbox()), len(stage.group.inbox())) == before


async def test_more_time_asks_the_silent_once_more_and_the_lead_at_the_new_end(stage: Stage) -> None:
    await reviewed(stage)
    await stage.lin.says("/review")
    await stage.lin.presses("Extend 12 h")
    assert stage.lin.toast == "Open until Wed 25 Nov 09:15. Whoever is silent is asked once more before that."
    assert "due Wed 25 Nov 09:15" in stage.board()
    await stage.forward(33 * HOUR)
    asked = len([text for text in stage.kai.inbox() if "waiting for you" in text])
    assert not any("It was due" in text for text in stage.lin.inbox())
    await stage.forward(HOUR)
    assert len([text for text in stage.kai.inbox() if "waiting for you" in text]) == asked + 1
    await stage.forward(2 * HOUR)
    assert "It was due Wed 25 Nov 09:15." in stage.lin.reads()
    await stage.lin.presses("Publish")
    assert (await review(stage)).state is ReviewState.PUBLISHED, "whoever had time to answer has had it"


# ─── The report ───


async def test_the_report_tells_voices_by_question_scores_choices_and_silence(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "The opening <b>&", "Sound at 20:30")
    await answer(stage.bo, "The pace")
    await stage.tao.presses("Start")
    for _ in range(4):
        await stage.tao.presses("Skip")
    await stage.tao.presses("Yes, it worked")
    await stage.kai.presses("Start")
    for _ in range(4):
        await stage.kai.presses("Skip")
    await stage.kai.presses("4")
    await stage.lin.says("/review")
    await publish(stage.lin)
    told = report(stage)
    assert told.startswith(f"📋 Review: {TITLE}\n4 of 10 answered · lead Lin\n") and told.count("Mon 23 Nov") == 1
    assert told.count(TITLE) == 1, "title and day stand there once"
    assert "What worked that we should keep?\nMei · AnchorThe opening <b>&\nBo · Floor managerThe pace\n" in told
    assert "What went wrong, and at what time?\nMei · AnchorSound at 20:30" in told
    assert "How well was the chat answered: 1 to 5?\n⭐ 4.0 of 5, one answer" in told
    assert "Did we need a spare?\nYes, it worked × 1" in told
    assert "No answer from: Yan, Wei, Lin, Ana, Xia, Joy" in told
    assert (await stage.stream()).phase is Phase.CLOSED
    assert (await review(stage)).state is ReviewState.PUBLISHED


async def test_publishing_ends_every_open_question_and_reminder(stage: Stage) -> None:
    await reviewed(stage)
    await stage.bo.presses("Start")
    await stage.lin.says("/review")
    await publish(stage.lin)
    assert "Skip" not in stage.bo.private.buttons()
    await stage.bo.tells_bot("Too late")
    assert "no open question" in stage.bo.reads()
    group = len(stage.group.inbox())
    await stage.forward(30 * HOUR)
    assert not any("waiting for you" in text for actor in stage.actors.values() for text in actor.inbox())
    assert len(stage.group.inbox()) == group


async def test_a_second_publish_says_who_did_it_and_when(stage: Stage) -> None:
    await reviewed(stage)
    opened = await review(stage)
    await stage.lin.says("/review")
    await publish(stage.lin)
    assert stage.lin.toast == "Published in the group."
    before = len(stage.group.inbox())
    await stage.wei.sends_data(f"retro.publish:{opened.id}")
    assert stage.wei.toast == "Already published by Lin, Mon 23 Nov 21:15."
    assert len(stage.group.inbox()) == before


async def test_a_review_closed_without_a_report_can_still_be_published(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "The opening")
    await stage.lin.says("/review")
    await stage.lin.presses("Close without")
    assert f"The review of {TITLE} is closed without a report, says Lin." in stage.group.reads()
    assert (await stage.stream()).phase is Phase.CLOSED
    await stage.lin.presses("Publish after all")
    assert "The opening" in report(stage)
    assert (await review(stage)).state is ReviewState.PUBLISHED


async def test_a_report_of_long_answers_comes_in_several_messages_with_every_voice(stage: Stage) -> None:
    await reviewed(stage)
    talkers = list(ROLES)[:5]
    for key in talkers:
        await stage.actors[key].presses("Start")
        await stage.actors[key].tells_bot(f"{key} " + "😀" * 900)
        await stage.actors[key].tells_bot(f"{key} " + "&<" * 490)
    await stage.lin.says("/review")
    before = len(stage.group.inbox())
    await publish(stage.lin)
    sent = stage.group.inbox()[before:]
    assert len(sent) > 3
    assert all(len(text.encode("utf-16-le")) // 2 <= 4096 for text in sent)
    told = "\n".join(sent)
    assert "more line" not in told
    for key in talkers:
        assert told.count(f"{key} ") == 2, key
    assert told.count("😀…") == 5
    assert sent[0].startswith("📋 Review:")
    assert all(not text.splitlines()[-1].endswith("?") for text in sent), "a question stays with its first answer"


async def test_a_review_that_nobody_answered_can_be_published(stage: Stage) -> None:
    await reviewed(stage)
    await stage.lin.says("/review")
    await publish(stage.lin)
    assert "Nobody wrote anything this time." in report(stage)
    assert "0 of 10 answered" in report(stage)


# ─── Before and after ───


async def test_review_says_when_it_opens_and_how_it_ended(stage: Stage) -> None:
    await stage.lin.tells_bot("/review")
    assert "There is no review yet" in stage.lin.reads()
    stream = await stage.show(starts="2026-11-23 20:00", hours=1)
    await stage.lin.tells_bot("/review")
    assert "opens by itself after the show, about Mon 23 Nov 21:15" in stage.lin.reads()
    await enter(stage, stream, Phase.LIVE)
    await stage.forward(90 * MINUTE)
    await enter(stage, stream, Phase.WRAP)
    await stage.mei.tells_bot("/review")
    assert "opens by itself on Mon 23 Nov 21:45" in stage.mei.reads()
    await stage.forward(15 * MINUTE)
    await stage.lin.tells_bot("/review")
    await publish(stage.lin)
    await stage.mei.tells_bot("/review")
    assert "Already published by Lin" in stage.mei.reads()


async def test_help_says_what_is_open_for_whom(stage: Stage) -> None:
    await reviewed(stage)
    await stage.mei.tells_bot("/help")
    assert f"/review your 9 answers about {TITLE}" in stage.mei.reads()
    assert "nudge, publish" not in stage.mei.reads()
    await stage.wei.tells_bot("/help")
    assert "nudge, publish" in stage.wei.reads()


async def test_the_own_questions_wait_behind_one_that_is_open(stage: Stage) -> None:
    await reviewed(stage)
    await stage.work(lambda desk: _ask_something(desk, stage.bo.id))
    await stage.bo.presses("Start")
    await stage.bo.presses("Start")
    assert "Please answer what is open" in stage.bo.toast
    talks = [one for one in await stage.rows(Conversation) if one.walk == "retro.answers"]
    assert len(talks) == 1


def _ask_something(desk: Desk, person_id: int) -> None:
    from sqlmodel import select

    from flows.retro.tables import Respondent as Asked

    team = desk.session.exec(select(Team)).one()
    wei = desk.session.exec(select(Asked)).first()
    desk.ask("ready.override", desk.get(Person, person_id), team, subject=0, stream_id=wei.stream_id)


# ─── In Chinese ───


async def test_the_whole_review_in_chinese(stage_zh: Stage) -> None:
    stage, mei, lin = stage_zh, stage_zh.mei, stage_zh.lin
    await wrapped(stage, "黑五专场")
    assert "📝 21:15 开始复盘" in stage.board()
    await stage.forward(15 * MINUTE)
    assert "黑五专场开始复盘：问题已私聊发给班底 10 人，11月24日 周二 21:15 截止。" in stage.group.reads()
    assert mei.reads().startswith("📝 黑五专场下播了，辛苦！趁印象还新，填一下复盘：9 个小问题，约 2 分钟")
    assert mei.private.buttons() == ["开始填写", "稍后"]
    await mei.presses("开始填写")
    assert "1/9 哪些做得好，要保留？" in mei.reads()
    assert mei.private.buttons() == ["🕶 匿名回答", "跳过", "取消"]
    await mei.tells_bot("开场节奏")
    await mei.presses("匿名回答")
    assert "下一条回答不记姓名、岗位和时间，提交后不能修改或撤回；至少 3 人填了复盘才会公开。" in mei.reads()
    await mei.tells_bot("太累了")
    await skip_the_rest(mei)
    assert mei.reads() == "✅ 黑五专场的复盘已填好，谢谢！发布前都可以修改。"
    assert sum("已填好，谢谢" in text for text in mei.inbox()) == 1 and "见下方" in "".join(mei.inbox())
    await answer(stage.bo, "节奏")
    await answered(stage, "kai")
    await lin.says("/review")
    assert lin.private.buttons() == ["催一下没填的", "发布复盘", "延长 12 小时", "不发布，直接结束"]
    assert "已填 3/10" in lin.reads()
    await lin.presses("发布复盘")
    assert (
        "⏳ 还有 7 人没填或没填完：小燕、老魏、林岚、Ana、阿涛、小夏、Joy，11月24日 周二 21:15 才截止。" in lin.reads()
    )
    assert lin.reads().endswith("\n你自己也还没填好：发 /review 填写。")
    await stage.wei.tells_bot("/review")
    await lin.presses("现在就发布")
    await stage.wei.sends_data(f"retro.publish:{(await review(stage)).id}")
    assert stage.wei.toast == "林岚已于 11月23日 周一 21:15 发布。"
    told = report(stage)
    assert told.startswith("📋 复盘报告：黑五专场\n已填 3/10 · 负责人：林岚\n") and told.count("11月23日") == 1
    assert told.count("黑五专场") == 1
    assert "哪些做得好，要保留？\n梅子 · 主播开场节奏\n阿博 · 场控节奏" in told
    assert "哪里出了问题？大概几点？\n🕶 匿名太累了" in told
    assert "▫️ 没有填写：小燕、老魏、林岚、Ana、阿涛、小夏、Joy" in told
    assert stage.ana.reads().startswith("Review of 黑五专场: Already published by 林岚")


async def test_the_report_comes_as_a_file_too_with_what_was_typed_as_it_was_typed(stage: Stage) -> None:
    await reviewed(stage)
    await answer(stage.mei, "The opening: *10* <b>likes</b>_now_", "# Sound")
    await stage.lin.says("/review")
    await publish(stage.lin)
    name, text = report_file(stage)
    assert name == "2026-11-23-Black-Friday-Special.md"
    assert text.startswith("📋 **Review: Black Friday Special**")
    assert "\\*10\\* \\<b\\>likes\\</b\\>\\_now\\_" in text
    assert "\\# Sound" in text
