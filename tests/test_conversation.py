"""Conversations: one question at a time, every answer kept, nothing lost by a restart or an interruption."""

from collections.abc import AsyncIterator

import pytest

from bot import conversation
from bot.crew import Person, Team
from bot.desk import Desk
from bot.received import Received
from bot.rehearsal import acts
from bot.replies import Conversation, Standing
from bot.words import w
from tests.machine import Machine, open_machine

GOOD = {"walk": "echo.diary", "mood": "good"}


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


async def standing(machine: Machine) -> list[Standing]:
    return [talk.standing for talk in await machine.rows(Conversation)]


async def ask(machine: Machine, walk: str, key: str = "mei") -> None:
    """The bot opens a walk with somebody, as a cue does."""

    def unit(desk: Desk) -> None:
        desk.ask(f"echo.{walk}", desk.get(Person, machine.actors[key].id), desk.get(Team, 1))

    await machine.unit(unit)
    await machine.settle()


async def diary(machine: Machine) -> None:
    """Mei has said how it was."""
    await machine.mei.tells_bot("/diary")
    await machine.mei.presses("Good")


async def test_every_question_is_asked_and_every_answer_kept(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    await machine.mei.tells_bot("more light")
    assert machine.mei.inbox() == [
        "How was it?",
        "In your words?",
        "✓ lively\nAnything else?",
        "Thank you",
    ]
    assert await machine.kept() == [GOOD | {"words": "lively", "more": "more light"}]
    assert await standing(machine) == [Standing.DONE]


async def test_an_answer_is_kept_as_soon_as_it_is_given(machine: Machine) -> None:
    await diary(machine)
    (talk,) = await machine.rows(Conversation)
    assert (talk.answers, talk.step, talk.standing) == ({"mood": "good"}, "words", Standing.ACTIVE)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("x" * 41, "That is 41 characters; at most 40 fit. Please say it shorter."),
        ("好" * 4000, "That is 4,000 characters; at most 40 fit. Please say it shorter."),
    ],
)
async def test_a_bad_answer_is_asked_again_with_the_reason(machine: Machine, answer: str, reason: str) -> None:
    await diary(machine)
    await machine.mei.tells_bot(answer)
    assert machine.mei.reads() == f"{reason}\nIn your words?"
    await machine.mei.tells_bot("lively")
    assert machine.mei.reads().endswith("Anything else?")


async def test_a_picture_is_no_answer_in_words_and_words_are_no_press(machine: Machine) -> None:
    await machine.mei.tells_bot("/diary")
    await machine.mei.tells_bot("fine")
    assert machine.mei.reads() == "Please use the buttons.\nHow was it?"
    await machine.mei.presses("Bad")
    await machine.mei.sends_photo()
    assert machine.mei.reads() == "Please answer with a message in words.\nIn your words?"


@pytest.mark.parametrize("way", ["/back", "back", "Back", "返回", "上一步", "press"])
async def test_back_asks_the_question_before_again(machine: Machine, way: str) -> None:
    await diary(machine)
    await (machine.mei.presses("Back") if way == "press" else machine.mei.tells_bot(way))
    assert machine.mei.reads() == "How was it?"
    await machine.mei.presses("Bad")
    await machine.mei.tells_bot("dull")
    await machine.mei.presses("Skip")
    assert await machine.kept() == [GOOD | {"mood": "bad", "words": "dull", "more": None}]


@pytest.mark.parametrize("way", ["/skip", "skip", "跳过", "press"])
async def test_what_is_optional_can_be_skipped(machine: Machine, way: str) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    await (machine.mei.presses("Skip") if way == "press" else machine.mei.tells_bot(way))
    assert await machine.kept() == [GOOD | {"words": "lively", "more": None}]


async def test_what_is_needed_cannot_be_skipped(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("/skip")
    assert machine.mei.reads() == "This one is needed. You can go back, or cancel.\nIn your words?"
    assert "Skip" not in machine.mei.private.buttons()


@pytest.mark.parametrize("way", ["/cancel", "cancel", "CANCEL", "取消", "算了", "press"])
async def test_cancel_ends_it_without_its_answers(machine: Machine, way: str) -> None:
    await diary(machine)
    await (machine.mei.presses("Cancel") if way == "press" else machine.mei.tells_bot(way))
    assert machine.mei.reads() == "All right, nothing was changed."
    assert (await standing(machine), await machine.kept()) == ([Standing.CANCELLED], [])
    assert machine.mei.private.buttons(-2) == []
    await machine.mei.tells_bot("lively")
    assert machine.mei.reads().startswith("I have no open question for you")


# Buttons that are no longer meant


async def slow_press(machine: Machine, data: str) -> str:
    """A press on a button that was there a moment ago; what it is answered with."""
    mei = machine.world.people[machine.mei.id]
    post = next(post for post in machine.mei.private.posts() if data in post.offered)
    _, query = acts.press(machine.world, mei, machine.world.private(mei), post.id, data)
    await machine.settle()
    return query.answer.result()["text"] or ""


async def test_the_buttons_of_a_question_go_when_it_is_answered(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    assert [machine.mei.private.buttons(place) for place in range(3)] == [[], [], ["‹ Back", "Skip", "Cancel"]]


async def test_a_button_of_a_question_already_answered_changes_nothing(machine: Machine) -> None:
    await diary(machine)
    assert await slow_press(machine, "talk.pick:1:1:bad") == "You have already answered this."
    assert (await machine.rows(Conversation))[0].answers == {"mood": "good"}


async def test_a_second_press_of_the_same_button_changes_nothing(machine: Machine) -> None:
    await diary(machine)
    assert await slow_press(machine, "talk.pick:1:1:good") == "You have already answered this."
    assert machine.mei.inbox() == ["How was it?", "In your words?"]


async def test_the_buttons_of_what_is_over_change_nothing(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("/cancel")
    for data in ("talk.pick:1:1:good", "talk.back:1:2", "talk.cancel:1:2"):
        assert await slow_press(machine, data) == "You have already answered this."
    assert machine.mei.inbox() == ["How was it?", "In your words?", "All right, nothing was changed."]


async def test_another_persons_press_is_turned_away(machine: Machine) -> None:
    await machine.mei.says("/vote")
    await machine.kai.presses("Good")
    assert machine.kai.toast == "This one is for Mei." and machine.kai.alert
    assert await machine.kept() == []
    await machine.mei.presses("Bad")
    assert await machine.kept() == [{"walk": "echo.vote", "mood": "bad"}]


# Several at once


async def test_another_question_waits_until_the_first_is_answered(machine: Machine) -> None:
    await diary(machine)
    await ask(machine, "vote")
    assert machine.mei.reads() == "In your words?"
    await machine.mei.tells_bot("lively")
    await machine.mei.presses("Skip")
    assert machine.mei.inbox()[-2:] == ["Thank you", "How was it?"]
    await machine.mei.presses("Good")
    assert [kept["walk"] for kept in await machine.kept()] == ["echo.diary", "echo.vote"]


async def test_whoever_must_answer_another_question_first_finds_it_below_what_has_come_since(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("/vote")
    assert machine.mei.inbox().count("In your words?") == 1, "it is the last thing there"
    await machine.unit(
        lambda desk: desk.say(desk.private(desk.get(Person, machine.mei.id), desk.get(Team, 1)), w("echo-thanks"))
    )
    await machine.settle()
    await machine.mei.tells_bot("/vote")
    assert machine.mei.inbox()[-3:-1] == ["Thank you", "In your words?"]


async def test_an_urgent_question_suspends_the_other_which_is_asked_again_afterwards(machine: Machine) -> None:
    await diary(machine)
    await ask(machine, "alarm")
    assert machine.mei.reads() == "Are you safe?"
    await machine.mei.tells_bot("yes")
    assert machine.mei.inbox()[-2:] == ["Thank you", "In your words?"]
    await machine.mei.tells_bot("lively")
    await machine.mei.presses("Skip")
    assert await machine.kept() == [
        {"walk": "echo.alarm", "safe": "yes"},
        GOOD | {"words": "lively", "more": None},
    ]


async def test_cancelling_the_urgent_one_brings_the_other_back_too(machine: Machine) -> None:
    await diary(machine)
    await ask(machine, "alarm")
    await machine.mei.tells_bot("/cancel")
    assert machine.mei.inbox()[-2:] == ["All right, nothing was changed.", "In your words?"]


async def test_a_reply_answers_the_message_it_replies_to(machine: Machine) -> None:
    await diary(machine)
    await ask(machine, "alarm")
    await machine.mei.tells_bot("lively", reply_to="In your words?")
    await machine.mei.presses("Skip")
    assert await machine.kept() == [GOOD | {"words": "lively", "more": None}]
    assert machine.mei.reads() == "Are you safe?"
    await machine.mei.tells_bot("yes")
    assert (await machine.kept())[-1] == {"walk": "echo.alarm", "safe": "yes"}


async def test_a_reply_to_an_earlier_question_changes_that_answer_and_the_open_one_is_asked_again(
    machine: Machine,
) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    await machine.mei.tells_bot("calm", reply_to="In your words?")
    assert machine.mei.reads() == "✓ calm\nAnything else?"
    await machine.mei.tells_bot("x" * 41, reply_to="In your words?")
    assert machine.mei.reads().endswith("Please say it shorter.\nIn your words?\nSo far: calm")
    await machine.mei.tells_bot("calm indeed")
    await machine.mei.tells_bot("more light")
    assert await machine.kept() == [GOOD | {"words": "calm indeed", "more": "more light"}]


async def test_a_press_answers_the_question_it_stands_under_even_where_another_came_between(machine: Machine) -> None:
    await machine.mei.tells_bot("/diary")
    await ask(machine, "alarm")
    await machine.mei.presses("Good", on="How was it?")
    assert (await machine.rows(Conversation))[0].answers == {"mood": "good"}
    await machine.mei.tells_bot("lively")
    await machine.mei.presses("Skip")
    await machine.mei.tells_bot("yes")
    assert [kept["walk"] for kept in await machine.kept()] == ["echo.diary", "echo.alarm"]


async def test_one_question_in_the_group_and_one_in_private_do_not_mix(machine: Machine) -> None:
    await machine.mei.says("/vote")
    await diary(machine)
    await machine.mei.tells_bot("lively")
    await machine.mei.says("just talking")
    await machine.mei.presses("Skip")
    group = machine.world.group()
    assert group
    post = machine.group.posts()[1]
    data = next(button["callback_data"] for button in post.buttons() if button["text"] == "Bad")
    acts.press(machine.world, machine.world.people[machine.mei.id], group, post.id, data)
    await machine.settle()
    assert await machine.kept() == [
        GOOD | {"words": "lively", "more": None},
        {"walk": "echo.vote", "mood": "bad"},
    ]


async def test_two_people_answer_at_once_each_their_own(machine: Machine) -> None:
    for actor in (machine.mei, machine.kai):
        await actor.tells_bot("/diary")
    for actor, word in ((machine.mei, "Good"), (machine.kai, "Bad")):
        await actor.presses(word)
    for actor in (machine.kai, machine.mei):
        await actor.tells_bot(f"said {actor.key}")
        await actor.presses("Skip")
    assert [(kept["mood"], kept["words"]) for kept in await machine.kept()] == [
        ("bad", "said kai"),
        ("good", "said mei"),
    ]


async def test_the_same_walk_asked_for_again_begins_anew(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("/diary")
    assert await standing(machine) == [Standing.CANCELLED, Standing.ACTIVE]
    assert machine.mei.reads() == "How was it?"


async def test_the_same_walk_waits_only_once(machine: Machine) -> None:
    await diary(machine)
    for _ in range(3):
        await ask(machine, "vote")
    assert await standing(machine) == [Standing.ACTIVE, Standing.CANCELLED, Standing.CANCELLED, Standing.WAITING]


async def test_a_question_put_off_can_still_be_gone_back_from_skipped_and_cancelled(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    await ask(machine, "alarm")
    await machine.mei.presses("Back", on="Anything else?")
    assert await standing(machine) == [Standing.ACTIVE, Standing.WAITING]
    await machine.mei.tells_bot("quiet")
    await ask(machine, "alarm")
    await machine.mei.presses("Cancel", on="Anything else?")
    assert await standing(machine) == [Standing.CANCELLED, Standing.CANCELLED, Standing.ACTIVE]
    await machine.mei.tells_bot("yes")
    assert await machine.kept() == [{"walk": "echo.alarm", "safe": "yes"}]


async def test_what_was_settled_otherwise_is_withdrawn(machine: Machine) -> None:
    await diary(machine)
    await machine.unit(lambda desk: conversation.close_all(desk, "echo.diary", 0))
    await machine.settle()
    assert machine.mei.private.buttons() == [] and await standing(machine) == [Standing.CANCELLED]
    assert machine.mei.inbox() == ["How was it?", "In your words?"]


async def test_a_question_that_a_new_version_no_longer_asks_is_gone_on_from(machine: Machine) -> None:
    await diary(machine)
    await machine.unit(lambda desk: setattr(desk.get(Conversation, 1), "step", "dropped"))
    await machine.mei.tells_bot("hello?")
    assert machine.mei.inbox() == ["How was it?", "In your words?", "In your words?"]


# Restarts, repeats


async def test_a_restart_in_the_middle_loses_nothing(machine: Machine) -> None:
    for answer in ("/diary", "Good", "lively", "more light"):
        await (machine.mei.presses(answer) if answer == "Good" else machine.mei.tells_bot(answer))
        machine.restart()
    assert await machine.kept() == [GOOD | {"words": "lively", "more": "more light"}]


async def test_an_answer_that_comes_twice_is_one_answer(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot("lively")
    row = (await machine.rows(Received))[-1]
    assert row.body
    await machine.app.inbox.take([row.body])
    await machine.app.settle()
    assert machine.mei.reads() == "✓ lively\nAnything else?"


async def test_a_person_who_was_away_finds_the_question_still_open(machine: Machine) -> None:
    await machine.mei.blocks()
    await ask(machine, "diary")
    assert machine.mei.inbox() == []
    await machine.mei.starts()
    assert "This is your private chat with me" in machine.mei.inbox()[0] and machine.mei.inbox()[1:] == ["How was it?"]
    await machine.mei.presses("Good")
    assert machine.mei.reads() == "In your words?"


async def test_what_was_typed_in_an_answer_is_read_back_as_typed(machine: Machine) -> None:
    await diary(machine)
    await machine.mei.tells_bot('<b>5 & 6</b> "q"')
    assert machine.mei.reads() == '✓ <b>5 & 6</b> "q"\nAnything else?'


async def test_a_question_with_three_hundred_choices_arrives_and_takes_a_typed_one(machine: Machine) -> None:
    await machine.mei.tells_bot("/pick")
    assert machine.mei.inbox() == ["Which one?\n… and 210 more that have no button: write the name."]
    await machine.mei.tells_bot("No. 400")
    assert "Please use the buttons." in machine.mei.inbox()[-1]
    await machine.mei.tells_bot(" no. 299")
    assert await machine.kept() == [{"walk": "echo.pick", "pick": "299"}]


async def test_the_last_choice_that_has_a_button_can_be_pressed(machine: Machine) -> None:
    await machine.mei.tells_bot("/pick")
    await machine.mei.presses("No. 90")
    assert await machine.kept() == [{"walk": "echo.pick", "pick": "90"}]
