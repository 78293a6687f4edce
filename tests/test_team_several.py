"""Several teams: people in more than one, teams that are topics, a team that moves to another chat or is taken down."""

import json

from bot.crew import Away, Member, Person, Stream, Team
from bot.cues import Cue
from bot.desk import Desk
from bot.received import Received
from tests.stage import Stage, plain

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
