"""Who the team is: set-up, joining, roles, absences, leaving."""

from bot.crew import Member, Person, Qualification, Team
from tests.stage import Stage


async def test_a_group_is_set_up_with_four_presses(empty_stage: Stage) -> None:
    stage, lin = empty_stage, empty_stage.lin
    await lin.says("/setup")
    assert "Which language" in stage.group.reads()
    await lin.presses("English")
    assert "time zone" in stage.group.reads()
    await lin.presses("Asia/Shanghai")
    assert "playbook" in stage.group.reads()
    await lin.presses("Live commerce")
    assert "All set" in stage.group.reads()
    team = (await stage.rows(Team))[0]
    assert (team.language, team.timezone, team.playbook, team.ready) == ("en", "Asia/Shanghai", "live-commerce", True)


async def test_a_newcomer_joins_through_a_private_link_and_picks_roles(empty_stage: Stage) -> None:
    stage, lin, mei = empty_stage, empty_stage.lin, empty_stage.mei
    await lin.says("/setup")
    for label in ("English", "Asia/Shanghai", "Live commerce"):
        await lin.presses(label)
    await mei.presses("Join")
    assert "Which roles" in mei.reads()
    await mei.presses("Anchor")
    await mei.presses("Co-host")
    await mei.presses("✓ Co-host")
    await mei.presses("Done")
    assert "Mei is in" in stage.group.reads()
    held = {(one.role, one.backup) for one in await stage.rows(Qualification)}
    assert held == {("anchor", False), ("cohost", True)}
    assert all(person.reachable for person in await stage.rows(Person) if person.id == mei.id)


async def test_only_admins_set_up(empty_stage: Stage) -> None:
    await empty_stage.mei.says("/setup")
    assert "Only the group's admins" in empty_stage.group.reads()


async def test_group_admins_are_leads(empty_stage: Stage) -> None:
    stage = empty_stage
    await stage.lin.says("/setup")
    for label in ("English", "Asia/Shanghai", "Live commerce"):
        await stage.lin.presses(label)
    leads = {member.person_id for member in await stage.rows(Member) if member.lead}
    assert leads == {stage.lin.id, stage.wei.id}


async def test_help_says_what_to_do_first(stage: Stage) -> None:
    await stage.lin.says("/help")
    assert "what you can do now" in stage.group.reads()


async def test_somebody_in_a_hurry_joins_in_one_line(stage: Stage) -> None:
    await stage.nia.says("/join control, co-host backup")
    assert "Nia is in. Roles: Control desk, Co-host (backup)" in stage.group.reads()


async def test_a_role_that_does_not_exist_is_said_back_and_nothing_is_kept(stage: Stage) -> None:
    await stage.nia.says("/join control, astronaut")
    assert "I don't know the role “astronaut”" in stage.group.reads()
    nia = next(member for member in await stage.rows(Member) if member.person_id == stage.nia.id)
    assert not [one for one in await stage.rows(Qualification) if one.member_id == nia.id]


async def test_the_team_card_shows_roles_with_nobody_and_people_out_of_reach(stage: Stage) -> None:
    await stage.joy.blocks()
    await stage.lin.says("/team")
    card = stage.group.reads()
    assert "Anchor: Mei" in card and "backup Kai" in card
    assert "can't write in private to: Joy" in card


async def test_the_role_card_is_found_by_its_chinese_name(stage_zh: Stage) -> None:
    await stage_zh.nia.says("/role 主播")
    assert "职责" in stage_zh.group.reads()


async def test_a_lead_makes_another_lead_and_the_last_one_stays(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Bo")
    await stage.lin.presses("Make lead")
    assert "made you a lead" in stage.bo.reads()
    assert {m.person_id for m in await stage.rows(Member) if m.lead} == {stage.lin.id, stage.wei.id, stage.bo.id}


async def test_plain_members_cannot_manage(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.mei.presses("Manage")
    assert stage.mei.alert and "Only leads" in stage.mei.toast


async def test_days_off_are_kept_and_shown(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-12-01..2026-12-05")
    assert "away Tue 1 Dec to Sat 5 Dec" in stage.mei.reads()
    await stage.mei.tells_bot("/away")
    assert "Tue 1 Dec" in stage.mei.reads()


async def test_days_that_make_no_sense_are_asked_for_again(stage: Stage) -> None:
    await stage.mei.tells_bot("/away whenever")
    assert "Which days?" in stage.mei.reads()


async def test_language_is_each_persons_own_in_private_and_the_teams_in_the_group(stage: Stage) -> None:
    await stage.mei.tells_bot("/language 中文")
    assert stage.mei.reads() == "好的，以后用中文。"
    await stage.mei.says("/language zh")
    assert "Only leads" in stage.group.reads()
    await stage.lin.says("/language zh")
    assert stage.group.reads() == "好的，以后用中文。"


async def test_a_city_is_enough_for_a_time_zone(stage: Stage) -> None:
    await stage.ana.tells_bot("/timezone Berlin")
    assert "Europe/Berlin" in stage.ana.reads()
    await stage.ana.tells_bot("/timezone Atlantis")
    assert "I don't know that time zone" in stage.ana.reads()


async def test_who_leaves_is_off_the_roster_and_the_leads_hear_of_the_seat(stage: Stage) -> None:
    await stage.show()
    await stage.leaves(stage.mei)
    assert "Mei has left the group" in "\n".join(stage.lin.inbox())
    assert not next(m for m in await stage.rows(Member) if m.person_id == stage.mei.id).present


async def test_an_outsider_gets_nowhere(stage: Stage) -> None:
    await stage.oz.starts()
    assert "Add me to your team's group" in stage.oz.reads()
    await stage.oz.tells_bot("/team")
    assert "not in a team" in stage.oz.reads()
    await stage.oz.sends_data("team.manage:1")
    assert "not in this team" in stage.oz.toast
