"""The private chat: links that work once, for one person, for an hour; and what waits behind the door."""

from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.door import Link
from bot.message import Delivery
from bot.received import Received
from bot.rehearsal import acts
from bot.replies import Conversation, Standing
from tests.machine import Machine, open_machine

WELCOME = "Hello Mei! This is your private chat with me for Friday Live."
STRANGER = "Hello! I coordinate live-stream teams. If your team's group has me already, send /join there"


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    """Mei and Kai have not opened their private chats yet."""
    async with open_machine() as one:
        for key in ("mei", "kai"):
            await one.unit(lambda desk, key=key: setattr(desk.get(Person, one.actors[key].id), "reachable", False))
            del one.world.chats[one.actors[key].id]
        yield one


async def token_for(machine: Machine, key: str) -> str:
    """What the button in the group gives this person."""
    post = next(post for post in reversed(machine.group.posts()) if post.buttons())
    group, data = machine.world.group(), post.buttons()[0]["callback_data"]
    assert group
    _, query = acts.press(machine.world, machine.world.people[machine.actors[key].id], group, post.id, data)
    await machine.settle()
    address = query.answer.result()["url"]
    assert address.startswith(f"https://t.me/{machine.world.me.username}?start=")
    return parse_qs(urlsplit(address).query)["start"][0]


async def called(machine: Machine) -> None:
    """Mei is called in the group, since something waits for her."""
    await machine.say("mei", "at your seat in ten minutes")
    await machine.settle()


async def test_one_press_opens_the_chat_and_what_waited_is_said_after_the_greeting(machine: Machine) -> None:
    await called(machine)
    await machine.say("mei", "and bring the charger")
    await machine.mei.presses("Open private chat")
    assert machine.mei.inbox() == [
        f"{WELCOME} 2 messages were waiting; they follow.",
        "at your seat in ten minutes",
        "and bring the charger",
    ]


async def test_the_group_is_told_once_in_ten_minutes_however_much_waits(machine: Machine) -> None:
    for _ in range(3):
        await called(machine)
    assert len(machine.group.inbox()) == 1
    machine.clock.forward(timedelta(minutes=11))
    await called(machine)
    assert len(machine.group.inbox()) == 2


async def test_what_waited_longer_than_a_day_is_not_said_late(machine: Machine) -> None:
    await called(machine)
    machine.clock.forward(timedelta(hours=25))
    await machine.mei.starts()
    assert "at your seat in ten minutes" not in machine.mei.inbox()
    assert (await machine.messages("mei"))[0].state is Delivery.FAILED


async def test_a_link_is_for_the_one_who_pressed(machine: Machine) -> None:
    await called(machine)
    mine, yours = await token_for(machine, "mei"), await token_for(machine, "kai")
    assert mine != yours and len(mine) >= 22
    assert {link.person_id for link in await machine.rows(Link)} == {machine.mei.id, machine.kai.id}
    await machine.kai.starts(mine)
    assert not next(link for link in await machine.rows(Link) if link.token == mine).used
    await machine.mei.starts(mine)
    assert next(link for link in await machine.rows(Link) if link.token == mine).used


async def test_a_link_works_once_and_for_an_hour(machine: Machine) -> None:
    await called(machine)
    machine.world.group().standing[machine.oz.id] = "member"  # type: ignore[union-attr]
    token = await token_for(machine, "oz")
    await machine.oz.starts(token)
    assert "Friday Live" in machine.oz.reads()
    await machine.oz.starts(token)
    assert machine.oz.reads().startswith(STRANGER)
    late = await token_for(machine, "oz")
    machine.clock.forward(timedelta(minutes=61))
    await machine.oz.starts(late)
    assert machine.oz.reads().startswith(STRANGER)


@pytest.mark.parametrize("payload", ["", "nonsense", "x" * 64, "AAAAAAAAAAAAAAAAAAAAAAAA"])
async def test_a_stranger_is_told_what_this_is_and_nothing_else(machine: Machine, payload: str) -> None:
    await machine.oz.starts(payload)
    assert machine.oz.reads().startswith(STRANGER)
    assert "Friday Live" not in machine.oz.reads()


async def test_a_member_needs_no_link(machine: Machine) -> None:
    await machine.mei.starts()
    assert machine.mei.reads() == f"{WELCOME} What is yours to do comes here; /help shows what you can do now."
    assert next(one for one in await machine.rows(Person) if one.id == machine.mei.id).reachable


async def test_start_in_the_group_opens_nothing(machine: Machine) -> None:
    await machine.mei.says("/start")
    assert machine.group.inbox() == []
    assert not next(one for one in await machine.rows(Person) if one.id == machine.mei.id).reachable


async def test_who_is_in_two_teams_is_asked_which_one_a_command_is_for(machine: Machine) -> None:
    def second(desk: Desk) -> None:
        team = desk.add(Team(chat_id=-77, title="Saturday Live", playbook="live-commerce", ready=True))
        desk.add(Member(team_id=team.id, person_id=machine.lin.id))

    await machine.unit(second)
    await machine.lin.tells_bot("/counter")
    assert machine.lin.reads() == "For which team?"
    assert machine.lin.private.buttons() == ["Friday Live", "Saturday Live"]
    await machine.lin.presses("Saturday Live")
    assert machine.lin.reads() == "Press it"
    await machine.lin.presses("Count")
    await machine.lin.presses("Chief")
    assert machine.lin.toast == "Only leads can do that: —."
    await machine.lin.tells_bot("good evening")
    assert machine.lin.reads().startswith("I have no open question for you")


async def test_another_cannot_press_that_choice(machine: Machine) -> None:
    await machine.lin.tells_bot("/named")
    (said, *_) = await machine.rows(Received)
    await machine.tao.tells_bot("/named")
    before = len(machine.tao.inbox())
    await machine.tao.sends_data(f"again.for:{said.id}:1")
    assert machine.tao.toast == "This is no longer there." and len(machine.tao.inbox()) == before


async def test_who_writes_in_private_can_be_written_to_even_where_the_start_was_never_heard(machine: Machine) -> None:
    await called(machine)
    machine.world.private(machine.world.people[machine.mei.id])
    await machine.mei.tells_bot("/named")
    assert sorted(machine.mei.inbox()) == ["You are Mei", "at your seat in ten minutes"]


async def test_blocking_is_known_at_once_and_starting_again_too(machine: Machine) -> None:
    await machine.mei.starts()
    await machine.mei.blocks()
    assert not next(one for one in await machine.rows(Person) if one.id == machine.mei.id).reachable
    await machine.say("mei", "hello")
    await machine.settle()
    assert len(machine.group.inbox()) == 1
    await machine.mei.starts()
    assert machine.mei.inbox()[-1] == "hello"


async def test_an_outsider_learns_nothing_by_forging_a_press_that_anybody_in_the_group_may_make(
    machine: Machine,
) -> None:
    await machine.oz.tells_bot("hello")
    await machine.mei.tells_bot("/diary")
    (talk,) = await machine.rows(Conversation)
    for data in ("door.open:1", f"talk.pick:{talk.id}:1:good", f"talk.cancel:{talk.id}:1"):
        await machine.oz.sends_data(data)
        assert machine.oz.toast.startswith("You are not in this team yet")
    assert await machine.rows(Link) == [] and (await machine.rows(Conversation))[0].standing is Standing.ACTIVE
