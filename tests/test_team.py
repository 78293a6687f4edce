"""Who the team is: set-up, joining, roles, absences, leaving."""

from bot import roster
from bot.crew import Assignment, Away, LogEntry, Member, Person, Qualification, Stream, Team
from bot.desk import Desk
from bot.rehearsal import comings
from tests.stage import Stage, plain


async def test_a_group_is_set_up_with_four_presses(empty_stage: Stage) -> None:
    stage, lin = empty_stage, empty_stage.lin
    await lin.says("/setup")
    assert "Which language" in stage.group.reads()
    await lin.presses("English")
    assert "time zone" in stage.group.reads()
    await lin.presses("China Time")
    assert "playbook" in stage.group.reads()
    await lin.presses("Live commerce")
    assert "All set" in stage.group.reads()
    team = (await stage.rows(Team))[0]
    assert (team.language, team.timezone, team.playbook, team.ready) == ("en", "Asia/Shanghai", "live-commerce", True)


async def test_a_group_is_set_up_in_one_line_and_what_is_missing_or_unclear_is_asked(empty_stage: Stage) -> None:
    stage, lin = empty_stage, empty_stage.lin
    await lin.says("/setup zh Asia/Atlantis live-commerce")
    assert "I can't read that" in stage.group.reads()
    await stage.mei.says("/setup zh")
    assert "Only the group's admins" in stage.group.reads()
    await lin.says("/setup zh")
    assert "2/3 · " in stage.group.reads()
    await lin.says("/setup en new york")
    assert "3 of 3 · " in stage.group.reads()
    await lin.says("/setup 中文 北京时间 live commerce")
    assert "设置完成：直播带货" in stage.group.reads()
    team = (await stage.rows(Team))[0]
    assert (team.language, team.timezone, team.playbook, team.ready) == ("zh", "Asia/Shanghai", "live-commerce", True)


async def test_a_newcomer_joins_through_a_private_link_and_picks_roles(empty_stage: Stage) -> None:
    stage, lin, mei = empty_stage, empty_stage.lin, empty_stage.mei
    await lin.says("/setup")
    for label in ("English", "China Time", "Live commerce"):
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
    for label in ("English", "China Time", "Live commerce"):
        await stage.lin.presses(label)
    leads = {member.person_id for member in await stage.rows(Member) if member.lead}
    assert leads == {stage.lin.id, stage.wei.id}


async def test_help_says_what_to_do_first(stage: Stage) -> None:
    await stage.lin.says("/help")
    assert "what you can do now" in stage.group.reads()


async def test_somebody_in_a_hurry_joins_in_one_line(stage: Stage) -> None:
    await stage.nia.says("/join control, co-host backup")
    assert "Nia is in. Roles: Control desk, Co-host (backup)" in stage.group.reads()
    before = len(stage.group.inbox())
    await stage.nia.says("/join control backup, co-host backup, tech")
    assert stage.nia.reads() == "✅ Noted, Nia: Technical support, Control desk (backup). All your roles: /join"
    await stage.nia.says("/join tech")
    assert stage.nia.reads().startswith("Nia, you have these already. Roles: ")
    for label in ("/join", "Done"):
        await (stage.nia.says(label) if label == "/join" else stage.nia.presses(label))
    assert len(stage.group.inbox()) == before, "the group hears of who comes once"


async def test_joining_is_one_message_in_the_group_whether_the_private_chat_is_open_or_not(stage: Stage) -> None:
    nia, before = stage.nia, len(stage.group.inbox())
    await nia.says("/join")
    assert len(stage.group.inbox()) == before and "Which roles do you take" in nia.reads()
    await nia.presses("Floor manager")
    await nia.presses("Done")
    assert stage.group.inbox()[before:] == ["Nia is in. Roles: Floor manager"]
    await nia.blocks()
    await nia.says("/join")
    await nia.presses("Open private chat")
    assert "Which roles do you take" in nia.reads()
    await nia.presses("Done")
    assert stage.group.inbox()[before + 1 :] == ["Nia is in. Roles: Floor manager"] and not stage.group.buttons()


async def test_joining_in_one_line_with_a_closed_private_chat_is_one_message_with_the_door(stage: Stage) -> None:
    nia, before = stage.nia, len(stage.group.inbox())
    await nia.blocks()
    await nia.says("/join control")
    [said] = stage.group.inbox()[before:]
    assert "Nia is in. Roles: Control desk\nOne more step" in said and stage.group.buttons() == ["Open private chat"]
    await nia.presses("Open private chat")
    assert stage.group.inbox()[before:] == ["Nia is in. Roles: Control desk"] and not stage.group.buttons()


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
    assert "职责" in stage_zh.group.reads() and "汇报给：运营（老魏）" in stage_zh.group.reads()
    await stage_zh.nia.presses("一场直播做什么")
    assert "• 开播前 2 天：吃透商品和台本" in stage_zh.group.reads()
    assert stage_zh.group.buttons() == ["岗位卡"]


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
    assert stage.mei.alert and stage.mei.toast == "Only leads can do that: Lin, Wei."


async def test_days_off_are_kept_and_shown(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-12-01..2026-12-05")
    assert "away Tue 1 Dec to Sat 5 Dec" in stage.mei.reads()
    await stage.mei.tells_bot("/away")
    assert "Tue 1 Dec" in stage.mei.reads()


async def test_one_day_away_is_said_as_one_day(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-11-28")
    assert "away Sat 28 Nov. You" in stage.mei.reads()
    await stage.mei.tells_bot("/away")
    assert stage.mei.reads().startswith("Away Sat 28 Nov\n")
    await stage.mei.presses("I am there after all: Sat 28 Nov")
    assert stage.mei.toast == "Taken back: you are there Sat 28 Nov."


async def test_one_day_away_is_said_as_one_day_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.mei.tells_bot("/away 2026-11-28")
    assert "已记：11月28日 周六 请假" in stage_zh.mei.reads()
    await stage_zh.mei.tells_bot("/away")
    await stage_zh.mei.presses("能到岗：11月28日 周六")
    assert stage_zh.mei.toast == "已取消请假：11月28日 周六 你在。"


async def test_who_is_away_is_not_called_and_the_next_in_line_is(stage: Stage) -> None:
    stream = await stage.show("2026-11-28 20:00")
    await stage.bo.tells_bot("/away 2026-11-24..2026-11-30")

    def who(desk: Desk) -> list[str]:
        show = desk.get(Stream, stream.id)
        return [person.name for person in roster.chain(desk, show, "floor")]

    assert "Bo" in await stage.work(who)
    await stage.to(stage.at("2026-11-24 12:00"))
    assert "Bo" not in await stage.work(who)
    before = len(stage.bo.inbox())
    await stage.to(stage.at("2026-11-27 12:00"))
    assert len(stage.bo.inbox()) == before


async def test_an_absence_in_a_show_is_said_at_once_and_the_lead_picks_somebody(stage: Stage) -> None:
    await stage.show("2026-11-28 20:00")
    await stage.mei.tells_bot("/away 2026-11-27..2026-11-29")
    assert "I have asked Lin who takes over" in plain(stage.mei.reads())
    assert "Mei will be away and is Anchor" in plain(stage.lin.reads())
    await stage.lin.presses("Kai")
    assert any(
        "Kai instead of you as Anchor.\nYou are not needed for this one any more." in text for text in stage.mei.inbox()
    )


async def test_an_absence_said_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.show("2026-11-28 20:00")
    await stage_zh.mei.tells_bot("/away 2026-11-27..2026-11-29")
    assert "已请林岚换人顶上" in plain(stage_zh.mei.reads())
    assert "换谁" in plain(stage_zh.lin.reads())


async def test_a_lead_who_will_be_away_asks_the_deputy(stage: Stage) -> None:
    await stage.show("2026-11-28 20:00")
    await stage.lin.tells_bot("/away 2026-11-28")
    assert "I have asked Wei" in plain(stage.lin.reads())


async def test_days_off_are_taken_back_with_one_press(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-12-01..2026-12-05")
    await stage.mei.tells_bot("/away")
    await stage.mei.presses("I am there after all")
    assert "No absences kept" in stage.mei.reads() and not await stage.rows(Away)


async def test_the_team_card_and_whoami_name_who_is_away(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-11-23..2026-11-25")
    await stage.lin.says("/team")
    assert "Away: Mei (until Wed 25 Nov)" in stage.group.reads()
    await stage.mei.tells_bot("/whoami")
    assert "Away Mon 23 Nov to Wed 25 Nov" in stage.mei.reads() and "Roles: Anchor" in stage.mei.reads()


async def test_more_than_a_year_away_and_days_that_are_over_are_asked_again(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-12-01..2028-12-01")
    assert "more than a year" in stage.mei.reads()
    await stage.mei.tells_bot("/away 2026-11-01..2026-11-02")
    assert "Those days are over" in stage.mei.reads()


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


async def test_who_leaves_is_off_the_roster_and_a_lead_picks_who_takes_over(stage: Stage) -> None:
    stream = await stage.show()
    await stage.leaves(stage.mei)
    assert not next(m for m in await stage.rows(Member) if m.person_id == stage.mei.id).present
    assert "Mei is no longer in the team and was Anchor in Black Friday Special" in stage.lin.reads()
    seat = next(one for one in await stage.rows(Assignment) if one.role == "anchor")
    assert seat.person_id is None and seat.stream_id == stream.id
    await stage.lin.presses("Kai")
    assert "You are asked to be: Anchor" in plain(stage.kai.reads())


async def test_who_is_removed_in_telegram_did_not_leave_and_comes_back_on_a_leads_word(stage: Stage) -> None:
    group, wei, mei = stage.world.group(), stage.world.people[stage.wei.id], stage.world.people[stage.mei.id]
    assert group is not None
    comings.member(stage.world, wei, group, mei, "kicked")
    await stage.settle()
    told = plain(stage.wei.reads())
    assert told.startswith("Wei removed Mei from the Telegram group: Mei is out of Friday Live too")
    assert "an admin lets them into the group again, then you press the button" in told
    assert stage.mei.reads().startswith("Wei took you out of Friday Live")
    logged = [entry.key for entry in await stage.rows(LogEntry)]
    assert "team-log-put-out" in logged and "team-log-left" not in logged
    comings.member(stage.world, wei, group, mei, "member")
    await stage.settle()
    await stage.mei.says("/join")
    assert "I have asked Lin whether you come back in" in stage.group.reads()
    await stage.wei.presses("Take back in", on="removed Mei")
    assert stage.wei.reads() == "Mei is back in the team." == stage.lin.reads()


async def test_a_lead_who_leaves_passes_the_show_on_to_the_deputy(stage: Stage) -> None:
    await stage.show()
    await stage.leaves(stage.lin)
    assert any("You lead Black Friday Special" in plain(text) for text in stage.wei.inbox())
    assert (await stage.stream()).lead_id == stage.wei.id


async def test_when_the_only_lead_leaves_an_admin_becomes_lead_with_one_press(stage: Stage) -> None:
    await stage.leaves(stage.wei)
    await stage.leaves(stage.lin)
    assert "was the only lead" in stage.group.reads() and "Set up" in stage.group.buttons()


async def test_who_is_taken_out_by_a_lead_is_told_and_can_be_taken_back(stage: Stage) -> None:
    await stage.show()
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Mei")
    await stage.lin.presses("Remove from the team")
    await stage.lin.presses("Yes, remove Mei")
    assert "took you out of" in stage.mei.reads()
    assert any("was Anchor in Black Friday Special" in plain(text) for text in stage.lin.inbox())
    for _ in range(2):
        await stage.mei.says("/join")
        assert "I have asked Lin whether you come back in" in stage.group.reads()
    assert stage.lin.reads().startswith("Mei, who was taken out") and "Mei, who" not in stage.lin.reads(-2)
    await stage.lin.presses("Take back in")
    assert "You are back in" in stage.mei.reads()
    assert next(m for m in await stage.rows(Member) if m.person_id == stage.mei.id).present


async def test_two_leads_removing_at_once_the_second_reads_what_happened(stage: Stage) -> None:
    for lead in (stage.lin, stage.wei):
        await lead.says("/team")
        await lead.presses("Manage")
        await lead.presses("Bo")
        await lead.presses("Remove from the team")
    await stage.lin.presses("Yes, remove Bo")
    member = next(m for m in await stage.rows(Member) if m.person_id == stage.bo.id)
    await stage.wei.sends_data(f"team.removed:{member.id}")
    assert "not in the team any more" in stage.wei.toast


async def test_lead_rights_are_given_and_taken_and_both_are_told(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Wei")
    await stage.lin.presses("No longer lead")
    assert "took back your lead rights" in stage.wei.reads()
    await stage.lin.presses("Make lead")
    assert "made you a lead" in stage.wei.reads()
    await stage.lin.presses("No longer lead")
    await stage.lin.presses("Lin")
    await stage.lin.presses("No longer lead", on="Lin")
    assert "only lead" in stage.lin.toast


async def test_a_lead_puts_somebodys_roles_right(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Nia")
    await stage.lin.presses("Roles")
    assert "Which roles does Nia take" in plain(stage.lin.reads())
    await stage.lin.presses("Anchor")
    await stage.lin.presses("Done")
    assert stage.group.reads() == "Lin has changed the roles of Nia.\nRoles: Anchor"


async def test_those_out_of_reach_are_called_in_the_group_with_the_door(stage: Stage) -> None:
    await stage.joy.blocks()
    await stage.lin.says("/team")
    await stage.lin.presses("Call them in the group")
    assert "Joy: I can't write to you in private yet" in plain(stage.group.reads())
    await stage.joy.presses("Open private chat")
    assert "Hello Joy" in "\n".join(stage.joy.inbox())
    await stage.lin.presses("Call them in the group")
    assert "Everybody can be reached" in stage.lin.toast


async def test_people_are_asked_to_join_from_the_team_card(stage: Stage) -> None:
    await stage.lin.says("/team")
    await stage.lin.presses("Manage")
    await stage.lin.presses("Ask people to join")
    assert "Lin asks you to join" in plain(stage.group.reads()) and "Join" in stage.group.buttons()


async def test_an_outsider_gets_nowhere(stage: Stage) -> None:
    await stage.oz.starts()
    assert "send /join there, in the group" in stage.oz.reads()
    await stage.oz.tells_bot("/team")
    assert "not in a team" in stage.oz.reads()
    await stage.oz.sends_data("team.manage:1")
    assert "not in this team" in stage.oz.toast
