"""While something is open, the world goes on: somebody leaves, blocks, cancels, moves ahead; what was open says so."""

from datetime import timedelta

from sqlmodel import col, delete

from bot import phases
from bot.crew import Phase, Qualification, Stream
from bot.desk import Desk
from bot.replies import Conversation
from tests.scenes import scene
from tests.stage import Actor, Stage
from tests.test_plan import KEYS
from tests.test_team_several import second_team


@scene
async def asked(stage: Stage, at: str = "2026-11-23 23:00") -> None:
    """A show for tonight is planned and everybody is asked."""
    await stage.lin.tells_bot(f"/new {at} 1h Flash Sale")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")


async def test_what_a_lead_had_open_is_closed_when_they_leave(stage: Stage) -> None:
    await stage.wei.tells_bot("/new 2026-11-28 20:00 3h Black Friday")
    await stage.leaves(stage.wei)
    assert not stage.wei.sees_button("Keep this crew")
    await stage.wei.tells_bot("Kai")
    assert await stage.rows(Stream) == []
    assert [talk.standing for talk in await stage.rows(Conversation)] == ["cancelled"]


async def test_at_short_notice_the_list_comes_with_the_yes_or_goes_to_who_comes_without_one(stage: Stage) -> None:
    def lists(who: Actor) -> int:
        return sum("Short notice" in text for text in who.inbox())

    await asked(stage)
    assert lists(stage.lin) == 1, "who plans has said yes by that"
    assert [lists(stage.actors[key]) for key in KEYS] == [0] * len(KEYS), "asked whether they can come, and that alone"
    await stage.wei.presses("Accept")
    assert lists(stage.wei) == 1 and lists(stage.joy) == 0
    await stage.joy.presses("Decline")
    assert "trailers" not in "".join(stage.wei.inbox()), "the lead has a moment to choose"
    await stage.forward(timedelta(minutes=5))
    assert "those marked 🔁 are yours now. Until now I asked Joy (for Promotion)." in stage.wei.reads(), "Wei stands in"
    await stage.forward(timedelta(minutes=25))
    assert [lists(stage.actors[key]) for key in ("bo", "joy", "tao")] == [0, 0, 0] and stage.bo.sees_button("Accept")
    assert stage.lin.reads().startswith(
        "🔁 No answer yet from Yan, Tao, Kai: until it comes, those marked 🔁 are yours."
    )
    assert "on another phone · due Mon 23 Nov 21:00\n" in stage.lin.reads()
    assert "Press what is done. What has a time I ask for when it is due." in stage.lin.reads()
    await stage.nia.tells_bot("/join floor")
    for label in ("Crew", "Floor manager: Bo", "Nia"):
        await stage.lin.presses(label)
    assert "You are asked to be: Floor manager" in stage.nia.reads()
    await stage.nia.presses("Accept")
    assert "these are yours now. Until now I asked Wei (for Floor manager)." in stage.nia.reads()
    assert "one item" in stage.nia.reads(), "what Wei does for Yan stays with him"
    await stage.forward(timedelta(minutes=30))
    asked_of_lin = next(text for text in stage.lin.inbox() if "on another phone · Flash Sale" in text)
    assert "\n⏳ No answer yet from Tao (Technical support): until it comes, this is yours.\n⏰ Was due" in asked_of_lin
    await stage.tao.presses("Accept")
    assert "Until now I asked Lin (for Technical support)." in stage.tao.reads()
    assert "watched on another phone · was due Mon 23 Nov 21:00\n" in stage.tao.reads()


async def test_whoever_is_asked_for_a_seat_and_leaves_is_asked_no_more(stage: Stage) -> None:
    await asked(stage)
    assert stage.mei.sees_button("Accept")
    await stage.leaves(stage.mei)
    assert not stage.mei.sees_button("Accept") and not stage.mei.sees_button("Decline")
    assert "You are not needed for this one" in stage.mei.reads()


async def test_a_lead_whose_private_chat_is_closed_reads_in_the_group_where_the_plan_is_made(stage: Stage) -> None:
    await stage.lin.blocks()
    await stage.lin.says("/new tomorrow 8pm 3h Flash Sale")
    assert "private" in stage.group.reads()
    assert any(stage.lin.sees_button(label) for label in stage.group.buttons())
    assert await stage.rows(Stream) == []


def only_who_is_needed(desk: Desk) -> None:
    """Nobody holds what a show can do without."""
    spared = ("cohost", "service", "tech", "data", "promotion")
    desk.session.exec(delete(Qualification).where(col(Qualification.role).in_(spared)))


async def test_a_show_three_minutes_ahead_has_its_roll_its_gate_and_its_question_at_once(stage: Stage) -> None:
    await stage.work(only_who_is_needed)
    await stage.lin.tells_bot("/new in 3 minutes 1h Flash Sale")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert "Roll call" in stage.board() and stage.bo.sees_button("Ready")
    await stage.forward(timedelta(minutes=1))
    assert stage.lin.sees_button("GO")
    await stage.forward(timedelta(minutes=4))
    assert stage.bo.sees_button("We are live")


async def test_a_move_that_was_left_open_finds_the_show_called_off_by_another_lead(stage: Stage) -> None:
    await asked(stage)
    await stage.lin.tells_bot("/move 2026-11-23 23:30")
    await stage.wei.tells_bot("/streams")
    for label in ("Flash Sale", "Cancel the show", "Skip", "Yes, cancel"):
        await stage.wei.presses(label)
    await stage.lin.presses("Move it")
    assert "Too late for that" in (stage.lin.toast or stage.lin.reads())
    assert (await stage.stream()).phase is Phase.CANCELLED


async def test_setting_up_again_holds_for_what_comes_and_leaves_what_is_planned(stage: Stage) -> None:
    before = await stage.show()
    await stage.lin.says("/setup")
    for label in ("English", "China Time", "Small"):
        await stage.lin.presses(label)
    assert (await stage.stream()).playbook == before.playbook
    await stage.lin.tells_bot("/new 2026-11-30 20:00 1h Small Talk")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert [one.playbook for one in await stage.rows(Stream)] == ["live-commerce", "small-room"]


async def test_two_leads_plan_the_same_hour_and_the_second_sees_who_is_taken_before_it_is_kept(stage: Stage) -> None:
    for lead in (stage.lin, stage.wei):
        await lead.tells_bot("/new 2026-11-28 20:00 3h Black Friday")
        await lead.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    await stage.wei.presses("Confirm")
    assert len(await stage.rows(Stream)) == 1
    assert "Something has changed meanwhile" in stage.wei.reads()
    assert "Mei" in stage.wei.reads() and "busy" in stage.wei.reads()


async def test_todo_in_private_is_one_list_across_teams(stage: Stage) -> None:
    await second_team(stage, "lin")
    for team, day in (("Saturday Live", "2026-11-23 23:00"), ("Friday Live", "2026-11-24 20:00")):
        await stage.lin.tells_bot(f"/new {day} 1h Show of {team}")
        await stage.lin.presses(team)
        if stage.lin.sees_button("Keep this crew"):
            await stage.lin.presses("Keep this crew")
        await stage.lin.presses("Confirm")
    await stage.lin.tells_bot("/todo")
    assert "Show of Saturday Live" in stage.lin.reads()
    await stage.lin.presses("‹")
    assert "Show of Friday Live" in stage.lin.reads(), "on a later page of the same list"


async def test_the_call_before_the_show_tells_whoever_has_not_said_yes_where_to_say_it(stage: Stage) -> None:
    await asked(stage, "2026-11-24 00:10")
    await stage.kai.presses("Accept")
    await stage.to(stage.at("2026-11-23 21:10"))
    [kai], [bo] = ([text for text in person.inbox() if "Come in on time" in text] for person in (stage.kai, stage.bo))
    assert "I can't after all" in kai and "You have not said yes yet" not in kai
    assert "You have not said yes yet: Accept or Decline stand on the card of the show." in bo

    def hold(desk: Desk) -> None:
        phases.enter(desk, show := desk.get(Stream, 1), Phase.STANDBY)
        phases.move(desk, show, show.starts_at + timedelta(minutes=10))

    await stage.work(hold)
    bo = next(text for text in stage.bo.inbox() if "Come in on time" in text)
    assert "starts Tue 24 Nov 00:20" in bo and "You have not said yes yet" in bo, "as long as it is true"
