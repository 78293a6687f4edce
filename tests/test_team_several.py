"""Several teams: people in more than one, teams that are topics, a team that moves to another chat or is taken down."""

import json
from datetime import timedelta
from typing import Any

from sqlmodel import select

from bot.crew import Away, Member, Person, Stream, Team
from bot.cues import Cue
from bot.desk import Desk
from bot.incoming import parse
from bot.received import Received
from bot.rehearsal import acts, comings
from tests.stage import Chat, Stage, open_stage, plain

LINE = "2026-11-28 20:00 3h Black Friday Special"


async def second_team(stage: Stage, *leads: str, title: str = "Saturday Live", chat: int = -77) -> Team:
    def make(desk: Desk) -> Team:
        team = desk.add(
            Team(
                chat_id=chat,
                title=title,
                timezone="Europe/Berlin",
                language=stage.language,
                playbook="live-commerce",
                ready=True,
            )
        )
        for key in leads:
            desk.add(Member(team_id=team.id, person_id=stage.actors[key].id, lead=True))
        return team

    made: Team = await stage.work(make)
    return made


async def test_what_was_typed_after_a_command_is_kept_while_the_team_is_asked(stage: Stage) -> None:
    await second_team(stage, "lin")
    await stage.lin.tells_bot(f"/new {LINE}")
    assert stage.lin.reads() == "For which team?"
    await stage.lin.presses("Friday Live")
    assert "The crew I suggest" in plain(stage.lin.reads())
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    stream = await stage.stream()
    assert (stream.title, stream.starts_at) == ("Black Friday Special", stage.at("2026-11-28 20:00"))


async def test_the_time_is_read_in_the_zone_of_the_team_that_was_picked(stage: Stage) -> None:
    other = await second_team(stage, "lin")
    await stage.lin.tells_bot(f"/new {LINE}")
    await stage.lin.presses("Saturday Live")
    await stage.lin.presses("Confirm")
    stream = await stage.stream()
    assert stream.team_id == other.id and stream.starts_at == stage.at("2026-11-29 03:00")


async def test_the_team_is_asked_in_chinese(stage_zh: Stage) -> None:
    await second_team(stage_zh, "lin", title="周六直播")
    await stage_zh.lin.tells_bot("/new 明晚8点 3小时 双11专场")
    assert "团队" in stage_zh.lin.reads()
    await stage_zh.lin.presses("周六直播")
    assert "完整计划" in stage_zh.lin.reads()


async def test_a_team_that_one_is_not_in_cannot_be_picked(stage: Stage) -> None:
    await second_team(stage, "wei")
    third = await second_team(stage, "lin", title="Sunday Live", chat=-78)
    await stage.lin.tells_bot("/team")
    await stage.lin.presses("Sunday Live")
    assert "Sunday Live" in stage.lin.reads()
    await stage.lin.tells_bot("/team")
    for row in await stage.rows(Received):
        await stage.lin.sends_data(f"again.for:{row.id}:{third.id - 1}")
    assert "Saturday Live" not in "\n".join(stage.lin.inbox())


async def test_language_and_zone_are_ones_own_whatever_the_number_of_teams(stage: Stage) -> None:
    await second_team(stage, "mei")
    await stage.mei.tells_bot("/language 中文")
    assert stage.mei.reads() == "好的，以后用中文。"
    await stage.mei.tells_bot("/timezone Tokyo")
    mei = next(person for person in await stage.rows(Person) if person.id == stage.mei.id)
    assert (mei.language, mei.timezone) == ("zh", "Asia/Tokyo")


async def test_the_way_back_to_the_teams_zone_is_a_button(stage: Stage) -> None:
    await stage.ana.tells_bot("/timezone Berlin")
    await stage.ana.tells_bot("/timezone")
    await stage.ana.presses("Follow the team's zone")
    assert "Asia/Shanghai" in stage.ana.reads()


async def test_days_off_said_in_private_hold_in_every_team_and_come_back_in_every_team(stage: Stage) -> None:
    await second_team(stage, "mei")
    await stage.mei.tells_bot("/away 2026-12-01..2026-12-05")
    assert "In all your teams: Friday Live, Saturday Live" in stage.mei.reads()
    assert len(await stage.rows(Away)) == 2
    await stage.mei.tells_bot("/away")
    await stage.mei.presses("I am there after all")
    assert not await stage.rows(Away)


async def test_nothing_of_one_team_is_seen_in_another(stage: Stage) -> None:
    """A show of the other team says no more than when somebody is busy."""
    await stage.show("2026-11-28 20:00", title="Secret Launch")
    await second_team(stage, "lin", "mei")
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses("Saturday Live")
    assert "No show is planned" in stage.lin.reads()


async def begin_taking_down(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Take the team down")


def the_file(stage: Stage) -> str:
    """The newest document in Lin's private chat."""
    posts = stage.world.chats[stage.lin.id].posts.values()
    document = next(post.body["document"] for post in reversed(list(posts)) if "document" in post.body)
    file = stage.world.files.get(document["file_id"])
    assert file is not None
    return file.content.decode()


async def test_a_team_is_taken_down_after_its_data_went_to_the_lead_and_a_second_yes(stage: Stage) -> None:
    await stage.show()
    await second_team(stage, "wei")
    await stage.mei.says("/log The samples are here")
    await begin_taking_down(stage)
    lines = [json.loads(line) for line in the_file(stage).splitlines()]
    assert {"team", "person", "member", "stream", "assignment", "item", "logentry"} <= {one["table"] for one in lines}
    assert any(one.get("title") == "Black Friday Special" for one in lines)
    assert not any(one.get("title") == "Saturday Live" for one in lines)
    await stage.lin.presses("I have the file")
    assert "Erase Friday Live for good? 11 people, 1 show" in plain(stage.lin.reads())
    assert len(await stage.rows(Team)) == 2
    await stage.lin.presses("Yes, erase Friday Live")
    assert [team.title for team in await stage.rows(Team)] == ["Saturday Live"]
    assert not await stage.rows(Stream) and not await stage.rows(Cue) and len(await stage.rows(Member)) == 1
    assert "has taken down the team" in stage.group.reads() and "Erased" in stage.lin.reads()
    assert "has taken down the team" in stage.wei.reads()


async def names(stage: Stage) -> set[str]:
    return {person.name for person in await stage.rows(Person)}


async def test_with_their_last_team_peoples_names_go_and_come_back_when_they_write(stage: Stage) -> None:
    """Wei is in another team, and Mei has been: that team's record still names them."""
    other = await second_team(stage, "wei", "mei")

    def leave(desk: Desk) -> None:
        mei = desk.session.exec(select(Member).where(Member.team_id == other.id, Member.person_id == stage.mei.id))
        mei.one().present = False

    await stage.work(leave)
    await begin_taking_down(stage)
    await stage.lin.presses("I have the file")
    await stage.lin.presses("Yes, erase")
    assert await names(stage) == {"Wei", "Mei", "—"}
    assert not [person for person in await stage.rows(Person) if person.username and person.name == "—"]
    assert "Erased: Friday Live" in plain(stage.lin.reads())
    await stage.kai.says("/team")
    assert "Kai" in await names(stage)


async def test_a_team_taken_down_in_chinese_leaves_no_name(stage_zh: Stage) -> None:
    stage = stage_zh
    await stage.lin.says("/team")
    await stage.lin.presses("管理")
    await stage.lin.presses("解散")
    await stage.lin.presses("文件")
    await stage.lin.presses("确认")
    assert await names(stage) == {"—"}


async def test_after_it_was_taken_down_the_group_can_be_set_up_anew(stage: Stage) -> None:
    await begin_taking_down(stage)
    await stage.lin.presses("I have the file")
    await stage.lin.presses("Yes, erase")
    await stage.wei.says("/team")
    assert "not set up" in stage.group.reads()
    await stage.lin.says("/setup")
    assert "Which language" in stage.group.reads()


async def test_a_team_with_a_show_under_way_is_not_taken_down(stage: Stage) -> None:
    await stage.show("2026-11-23 21:00")
    await stage.to(stage.at("2026-11-23 20:16"))
    await begin_taking_down(stage)
    assert "is under way" in stage.lin.toast


async def test_only_leads_take_a_team_down(stage: Stage) -> None:
    team = (await stage.rows(Team))[0]
    await stage.mei.says("/team")
    await stage.mei.tells_bot("/team")
    await stage.lin.tells_bot("/team")
    for act in ("takedown", "downsure", "down"):
        await stage.mei.sends_data(f"team.{act}:{team.id}")
        assert "Only leads" in stage.mei.toast
    await stage.lin.sends_data(f"team.downsure:{team.id}")
    assert "still on its way" in stage.lin.toast


async def in_topic(stage: Stage, key: str, name: str, text: str) -> int:
    """Somebody writes in a topic of the group, a new one if need be."""
    group, person = stage.world.group(), stage.world.people[stage.actors[key].id]
    assert group is not None
    thread = next((number for number, topic in group.topics.items() if topic.name == name), None)
    thread = thread or comings.topic(stage.world, group, person, "open", name)
    acts.say(stage.world, person, group, text, thread=thread)
    await stage.settle()
    return thread


async def test_each_topic_is_a_team_of_its_own(stage: Stage) -> None:
    topic = await in_topic(stage, "lin", "Night shift", "/setup")
    for label in ("English", "Japan Time", "Small room"):
        await stage.lin.presses(label)
    main, night = await stage.rows(Team)
    assert (main.thread_id, night.thread_id) == (0, topic) and night.chat_id == main.chat_id
    assert (main.playbook, night.playbook, night.timezone) == ("live-commerce", "small-room", "Asia/Tokyo")
    await stage.lin.presses("Join")
    assert stage.lin.sees_button("Customer service"), "one role more is shown at once"
    assert not stage.lin.sees_button("More roles")
    await in_topic(stage, "lin", "Night shift", "/team")
    assert "2 people" in plain(stage.group.reads())
    await in_topic(stage, "mei", "Night shift", "/streams")
    assert "not in this team" in stage.group.reads()


async def test_teams_are_called_as_their_group_and_topic_are_called_now(stage: Stage) -> None:
    topic = await in_topic(stage, "lin", "Night shift", "/setup")
    await stage.work(lambda desk: setattr(desk.get(Team, 2), "title", "Friday Live · Night shift"))
    group, lin = stage.world.group(), stage.world.people[stage.lin.id]
    assert group is not None

    async def named(body: dict[str, Any]) -> list[str]:
        stage.world.tell(group, stage.world.post(group, lin, body))
        await stage.settle()
        return [team.title for team in await stage.rows(Team)]

    group.title = "Weekend Live"
    assert await named({"new_chat_title": "Weekend Live"}) == ["Weekend Live", "Weekend Live · Night shift"]
    there = {"message_thread_id": topic, "is_topic_message": True}
    assert await named(there | {"forum_topic_edited": {"name": "Late"}}) == ["Weekend Live", "Weekend Live · Late"]
    group.title = "Weekly"  # the news of it was missed
    await stage.lin.says("/team")
    assert "Weekly" in stage.group.reads()


async def test_who_leaves_the_chat_leaves_the_teams_of_all_its_topics(stage: Stage) -> None:
    await in_topic(stage, "lin", "Night shift", "/setup")
    for label in ("English", "Japan Time", "Small room"):
        await stage.lin.presses(label)
    await in_topic(stage, "mei", "Night shift", "/join anchor")
    assert sum(one.present for one in await stage.rows(Member) if one.person_id == stage.mei.id) == 2
    await stage.leaves(stage.mei)
    assert not any(one.present for one in await stage.rows(Member) if one.person_id == stage.mei.id)


def test_a_topic_brings_its_name_along() -> None:
    """Telegram says it in the message that began the topic."""
    chat = {"id": -1001, "type": "supergroup", "title": "Friday Live", "is_forum": True}
    author = {"id": 5, "is_bot": False, "first_name": "Lin"}
    begun = {"message_id": 9, "date": 1, "chat": chat, "from": author}
    begun |= {"forum_topic_created": {"name": "Night shift", "icon_color": 7322096}}
    said = {"message_id": 10, "date": 2, "chat": chat, "from": author, "text": "/setup", "message_thread_id": 9}
    said |= {"is_topic_message": True, "reply_to_message": begun}
    said |= {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    heard = parse({"update_id": 1, "message": said}, "callboard")
    assert (heard.title, heard.thread_id, heard.command) == ("Friday Live · Night shift", 9, "setup")
    assert heard.reply_to is None


async def the_code(stage: Stage, *, asked: bool = False) -> str:
    if not asked:
        await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Move to another chat")
    return plain(stage.lin.reads()).split("/setup ")[1].split()[0]


async def test_a_team_moves_into_a_topic_with_all_that_belongs_to_it(stage: Stage) -> None:
    stream = await stage.show()
    code = await the_code(stage)
    topic = await in_topic(stage, "lin", "Studio", f"/setup {code}")
    await stage.forward(timedelta(minutes=1))
    team = await stage.work(lambda desk: desk.get(Team, stream.team_id))
    assert team.thread_id == topic and team.ready
    assert team.title == "Friday Live · Studio", "it is called as the place is where it is now"
    assert any("Friday Live · Studio is here now" in plain(text) for text in stage.group.inbox())
    assert any("Friday Live has moved to another chat or topic" in text for text in stage.group.inbox())
    assert "Black Friday Special" in stage.board()
    await in_topic(stage, "mei", "Studio", "/streams")
    assert "One show" in plain(stage.group.reads())
    await stage.mei.says("/streams")
    assert "not set up" in stage.group.reads()
    await in_topic(stage, "lin", "Studio", "/team")
    await stage.lin.says(f"/setup {await the_code(stage, asked=True)}")
    left, back = (await stage.rows(Team))[::-1]
    assert (back.title, back.thread_id, left.thread_id) == ("Friday Live", 0, topic)


async def test_the_code_works_once_and_for_its_lead_alone(stage: Stage) -> None:
    code = await the_code(stage)
    await in_topic(stage, "wei", "Studio", f"/setup {code}")
    assert "I don't know that code" in stage.group.reads()
    await in_topic(stage, "lin", "Studio", f"/setup {code}")
    assert "is here now" in stage.group.reads()
    await in_topic(stage, "lin", "Attic", f"/setup {code}")
    assert "I don't know that code" in stage.group.reads()


async def test_a_group_that_becomes_a_supergroup_keeps_its_team(stage: Stage) -> None:
    """Telegram gives the chat another number; a show planned before goes on in it."""
    plain_group = await open_stage(group="group")
    await plain_group.show()
    group = plain_group.world.group()
    assert group is not None
    comings.migrate(plain_group.world, group)
    await plain_group.settle()
    after = plain_group.world.group()
    assert after is not None and (await plain_group.rows(Team))[0].chat_id == after.id
    await plain_group.mei.says("/streams")
    assert "One show" in plain(Chat(plain_group, after.id).reads())
    await plain_group.app.close()
