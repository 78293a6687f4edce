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
