"""/forget me: said first what goes, then gone: the name and every word, whatever flow keeps it; the counts stay."""

from typing import Any

from sqlalchemy import String
from sqlmodel import SQLModel, select

from bot.crew import Assignment, Member, Person, Team
from bot.desk import Desk
from flows.prep.tables import Item
from flows.prep.tables import State as ItemState
from flows.retro.tables import Review, ReviewAnswer
from tests.stage import Stage, shared_house

OTHERS = {
    "inbox.body": "taken out by itself",
    "person.name": "taken out by itself",
    "person.username": "taken out by itself",
    "message.text": "what the bot wrote to them is taken out by itself",
    "message.error": "Telegram's words",
    "inbox.error": "the machine's words",
    "conversation.answers": "taken out by itself",
    "logentry.args": "taken out by itself",
    "team.title": "the group's name",
    "stream.title": "the show's",
    "stream.purpose": "the show's",
    "stream.goal": "the show's",
    "series.title": "the show's",
    "series.purpose": "the show's",
    "series.goal": "the show's",
    "action.what": "the team's work",
    "action.measure": "the team's work",
    "item.en": "the checklist's",
    "item.zh": "the checklist's",
    "override.red": "told by the machine",
    "assignment.answer": "yes or no",
    "promise.text": "said aloud to the viewers",
}
"""Texts that are nobody's own, or go without a flow's help, and why."""
WORDS = (
    "text",
    "why",
    "reason",
    "answers",
    "answer",
    "value",
    "body",
    "args",
    "name",
    "username",
    "error",
    "what",
    "title",
)


async def everything(stage: Stage) -> str:
    """All rows of all tables, as text."""

    def look(session: Any) -> str:
        ask = session.connection().exec_driver_sql
        return "\n".join(
            f"{table.name} {row}"
            for table in SQLModel.metadata.sorted_tables
            for row in ask(f"select * from {table.name}").fetchall()
        )

    return await stage.app.store.read(look)


async def busy_mei(stage: Stage) -> None:
    """Mei has done an item, written why, and answered in a review, once under her name and once with a figure."""
    await stage.show()

    def fill(desk: Desk) -> None:
        mine = desk.session.exec(select(Assignment).where(Assignment.person_id == stage.mei.id)).first()
        item = desk.session.exec(select(Item)).first()
        assert mine and item
        item.state, item.done_by, item.why, item.proof_text = ItemState.DONE, stage.mei.id, "w-sentinel", "p-sentinel"
        review = desk.add(Review(stream_id=item.stream_id, opened_at=desk.now, due_at=desk.now))
        for question, kind, value in (("went-well", "text", "r-sentinel"), ("score", "score", "4")):
            desk.add(
                ReviewAnswer(
                    review_id=review.id,
                    stream_id=item.stream_id,
                    person_id=stage.mei.id,
                    question=question,
                    kind=kind,
                    value=value,
                )
            )
        desk.who = desk.get(Person, stage.mei.id)
        desk.log("echo-log-heard", team_id=1, text="l-sentinel")
        sent = {"sent": {"text": "u-sentinel"}, "items": [item.id]}
        desk.ask("prep.unasked", desk.who, desk.get(Team, 1), answers=sent)

    await stage.work(fill)


async def test_what_goes_and_what_stays_is_said_first_and_no_keeps_everything(stage: Stage) -> None:
    await busy_mei(stage)
    await stage.mei.tells_bot("/forget me")
    assert "your name" in stage.mei.reads() and "Stays" in stage.mei.reads() and "Friday Live" in stage.mei.reads()
    await stage.mei.presses("No, keep me")
    assert "r-sentinel" in await everything(stage)


async def test_one_press_takes_the_name_and_every_word_and_leaves_the_counts(stage: Stage) -> None:
    await busy_mei(stage)
    await stage.mei.tells_bot("/forget me")
    await stage.mei.presses("Forget me")
    left = await everything(stage)
    assert "sentinel" not in left and "'Mei'" not in left
    assert [member.present for member in await stage.rows(Member) if member.person_id == stage.mei.id] == [False]
    assert {answer.kind: answer.value for answer in await stage.rows(ReviewAnswer)} == {"text": "—", "score": "4"}
    assert [item.state for item in await stage.rows(Item) if item.done_by == stage.mei.id] == [ItemState.DONE]
    assert "forgotten you" in stage.mei.reads()


async def test_nobody_else_is_forgotten(stage: Stage) -> None:
    await stage.mei.tells_bot("/forget Kai")
    assert "/forget me" in stage.mei.reads()
    await stage.kai.tells_bot("/forget me")
    offered = {data for post in stage.world.chats[stage.kai.id].posts.values() for data in post.offered}
    await stage.mei.sends_data(next(data for data in offered if data.startswith("privacy.forget")))
    assert stage.mei.toast == "This one is for Kai."


async def test_in_the_group_it_is_asked_in_private(stage: Stage) -> None:
    await stage.mei.says("/forget me")
    assert "in private" in stage.group.reads() and "Shall I forget you?" in stage.mei.reads()


async def test_who_writes_again_is_known_again(stage: Stage) -> None:
    await stage.mei.tells_bot("/forget me")
    await stage.mei.presses("Forget me")
    await stage.mei.says("/join")
    assert [person.name for person in await stage.rows(Person) if person.id == stage.mei.id] == ["Mei"]


async def test_it_speaks_chinese(stage_zh: Stage) -> None:
    await stage_zh.mei.tells_bot("/forget 我")
    await stage_zh.mei.presses("删除我的信息")
    assert "你的信息已删除" in stage_zh.mei.reads()


def test_every_table_that_keeps_words_says_whose_they_are() -> None:
    """A new column for something typed is either told to `Flow.typed` or listed above with the reason."""
    told = {
        f"{one.table.__tablename__}.{name}"
        for flow in shared_house("en").flows
        for one in flow.typed
        for name in one.texts
    }
    kept = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if column.name in WORDS or (isinstance(column.type, String) and column.name.endswith("_text"))
    }
    assert kept - told - set(OTHERS) == set()
