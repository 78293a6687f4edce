"""Replies to messages that are gone: deleted, no longer known to the bot, or a question long answered."""

from typing import Any

from sqlmodel import col, delete

from bot.message import Message
from flows.ready.tables import RollLine
from tests.scenes import scene
from tests.stage import Stage
from tests.test_ready import CREW, called

LOST = "I no longer know the message that you replied to; nothing was changed."


@scene
async def asked_what_is_missing(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "tao"])
    await stage.tao.presses("还没好" if stage.language == "zh" else "Not yet")


def forget(words: str) -> Any:
    """The bot keeps its messages for some time only."""
    return lambda desk: desk.session.exec(delete(Message).where(col(Message.text).contains(words)))


async def why(stage: Stage) -> str | None:
    return next(line.why for line in await stage.rows(RollLine) if line.role == "tech")


async def test_an_answer_counts_though_its_question_was_deleted(stage: Stage) -> None:
    await asked_what_is_missing(stage)
    stage.tao.private.posts()[-1].deleted = True
    await stage.tao.tells_bot("spare mic")
    await stage.tao.presses("10 min")
    assert await why(stage) == "spare mic"


async def test_a_reply_to_what_is_no_longer_known_is_no_answer_to_the_open_question(stage: Stage) -> None:
    await asked_what_is_missing(stage)
    await stage.work(forget("Short notice"))
    await stage.tao.tells_bot("the first is done", reply_to="Short notice")
    lost, question = stage.tao.reads().splitlines()
    assert lost == LOST and question.startswith("What is missing for Black Friday Special")
    await stage.tao.tells_bot("spare mic", reply_to="What is missing")
    await stage.tao.presses("10 min")
    assert await why(stage) == "spare mic"
    await stage.tao.tells_bot("the first is done", reply_to="Short notice")
    assert stage.tao.reads() == f"{LOST}\nI have no open question for you. /help shows what you can do now."


async def test_a_reply_to_a_question_long_answered_is_no_answer_to_the_next_one(stage: Stage) -> None:
    await asked_what_is_missing(stage)
    await stage.tao.tells_bot("spare mic")
    await stage.tao.presses("10 min")
    await stage.tao.tells_bot("no, the cable", reply_to="What is missing")
    assert stage.tao.reads().splitlines()[0] == "You have already answered this."
    assert await why(stage) == "spare mic"


async def test_a_reply_to_ones_own_words_answers_the_open_question(stage: Stage) -> None:
    await called(stage, *[key for key in CREW if key != "tao"])
    await stage.tao.tells_bot("hello?")
    await stage.tao.presses("Not yet")
    await stage.tao.tells_bot("spare mic", reply_to="hello?")
    assert "Until when" in stage.tao.reads()


async def test_in_the_group_a_reply_to_what_is_gone_says_nothing(stage: Stage) -> None:
    await called(stage)
    await stage.work(forget("Roll call"))
    said = len(stage.group.inbox())
    await stage.tao.says("on my way", reply_to="Roll call")
    assert len(stage.group.inbox()) == said


async def test_a_reply_to_what_is_no_longer_known_in_chinese(stage_zh: Stage) -> None:
    await asked_what_is_missing(stage_zh)
    await stage_zh.work(forget("临时排的场"))
    await stage_zh.tao.tells_bot("第一项好了", reply_to="临时排的场")
    lost, question = stage_zh.tao.reads().splitlines()
    assert lost == "你回复的那条消息我已经查不到了，什么都没改。" and "你这边还差什么" in question
