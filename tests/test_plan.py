"""A show is planned, answered for, moved, and called off."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot import phases, roster
from bot.crew import Answer, Assignment, LogEntry, Member, Person, Phase, Qualification, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.flow import Change
from bot.rehearsal.run import Backstage
from bot.replies import Conversation
from flows.ready.tables import Readiness, RollCall, RollLine
from tests.scenes import scene
from tests.stage import Actor, Stage, plain

LINE = "/new 2026-11-28 20:00 3h Black Friday Special"
SATURDAY = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
KEYS = ("mei", "kai", "bo", "yan", "wei", "ana", "tao", "xia", "joy")
"""Whom Lin asks; Lin's own seat needs no question."""
BARE = True
"""Checklist and calls are another file's, but where a story says `whole_stage`."""


@scene
async def planned(stage: Stage, line: str = LINE) -> Stream:
    """By the one line, as suggested."""
    await stage.lin.says(line)
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    return await stage.stream()


async def seat_of(stage: Stage, role: str, number: int = 1) -> Assignment:
    return next(one for one in await stage.rows(Assignment) if (one.role, one.seat) == (role, number))


async def qualify(stage: Stage, key: str, role: str, *, backup: bool = False) -> None:
    def do(desk: Desk) -> None:
        member = desk.session.exec(select(Member).where(Member.person_id == stage.actors[key].id)).one()
        desk.add(Qualification(member_id=member.id, role=role, backup=backup))

    await stage.work(do)


async def crowd(stage: Stage, people: int) -> None:
    """So many more who anchor."""

    def do(desk: Desk) -> None:
        team = desk.session.exec(select(Team)).one()
        for number in range(people):
            person = desk.add(Person(id=9000 + number, name=f"P{number}"))
            member = desk.add(Member(team_id=team.id, person_id=person.id))
            desk.add(Qualification(member_id=member.id, role="anchor"))

    await stage.work(do)


async def worked(
    stage: Stage,
    key: str,
    at: datetime,
    phase: Phase = Phase.CLOSED,
    *,
    answer: Answer = Answer.ACCEPTED,
    silent: bool = False,
) -> None:
    """The person was in a show that is over, or sits in one of another phase; `silent` at its roll call, unlike Lin."""

    def do(desk: Desk) -> None:
        team = desk.session.exec(select(Team)).one()
        show = Stream(
            team_id=team.id,
            title="Another one",
            starts_at=at,
            minutes=60,
            lead_id=stage.lin.id,
            phase=phase,
            playbook=team.playbook,
            planned_at=at,
        )
        desk.add(show)
        desk.add(Assignment(stream_id=show.id, role="floor", person_id=stage.actors[key].id, answer=answer))
        if silent:
            show.live_at = at
            roll = desk.add(RollCall(stream_id=show.id, starts_at=at, opened_at=at))
            for role, who, said in (("floor", key, Readiness.SILENT), ("lead", "lin", Readiness.READY)):
                line = RollLine(stream_id=show.id, roll_id=roll.id, role=role, seat=1, required=False, state=said)
                line.person_id = stage.actors[who].id
                desk.add(line)

    await stage.work(do)


def has_read(actor: Actor, text: str) -> bool:
    """In private, in any message: other flows speak too."""
    return any(text in said for said in actor.inbox())


def group_card(stage: Stage) -> str:
    """The show as the group reads it."""
    return next(text for text in reversed(stage.group.inbox()) if "A new show" in text)


def crew_card(stage: Stage) -> str:
    """The show with its whole crew, as its lead reads it."""
    return next(text for text in reversed(stage.lin.inbox()) if "Lead" in text and "Co-host:" in text)


# /new, step by step


async def test_a_show_is_planned_step_by_step(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot("/new")
    assert "What is it called" in lin.reads()
    await lin.tells_bot("Black Friday Special")
    assert "What is it for" in lin.reads()
    await lin.presses("Sales")
    assert "goal, in GMV" in lin.reads()
    await lin.tells_bot("200,000")
    assert "When does it go live" in lin.reads()
    await lin.tells_bot("2026-11-28 20:00")
    assert "✓ Sat 28 Nov 20:00 (China Time)" in lin.reads()
    await lin.presses("3h")
    assert "Sat 28 Nov 20:00–23:00 · 3h" in lin.reads()
    assert "Anchor: Mei\n" in plain(lin.reads()), "the team has no history yet: nothing is said of everybody"
    await lin.presses("Keep this crew")
    assert "From Sat 28 Nov 23:15" in lin.reads() and "Answers by Sun 29 Nov 23:15" in lin.reads()
    await lin.presses("Keep it")
    whole = lin.reads()
    assert all(said in whole for said in ("Black Friday Special", "Sales · goal: 200,000 GMV", "Co-host: Kai"))
    await lin.presses("Confirm")
    stream = await stage.stream()
    assert (stream.title, stream.purpose, stream.goal) == ("Black Friday Special", "sales", "200,000")
    assert (stream.starts_at, stream.minutes, stream.phase) == (SATURDAY, 180, Phase.PREP)


async def test_the_wizard_speaks_chinese(stage_zh: Stage) -> None:
    lin = stage_zh.lin
    await lin.tells_bot("/new")
    for said in ("双11专场", "拉新", "新增 3000 粉丝", "明晚8点", "到晚上10点半"):
        await lin.tells_bot(said)
    assert "✓ 11月24日 周二 20:00（北京时间）" in lin.reads(-2)
    assert "11月24日 周二 20:00–22:30 · 2 小时 30 分" in lin.reads()
    await lin.presses("就用这套班底")
    await lin.presses("就这样")
    assert "拉新 · 目标：新增 3000 粉丝" in lin.reads()
    await lin.presses("确认")
    assert any("待确认：梅子" in text for text in stage_zh.group.inbox())
    assert has_read(stage_zh.mei, "请你担任：主播")
    assert all(stage_zh.mei.sees_button(label, on="请你担任") for label in ("接受", "来不了"))
    assert has_read(stage_zh.ana, "You are asked to be")


async def test_typed_in_the_group_the_wizard_goes_on_in_private(stage: Stage) -> None:
    await stage.lin.says("/new")
    assert stage.group.reads() == "I have sent it to you in private."
    assert "What is it called" in stage.lin.reads()
    await stage.lin.says("/chain anchor")
    assert stage.group.reads() == "Please answer what is open in our private chat first; this comes right after."
    assert "What is it called" in stage.lin.reads()


async def test_only_leads_plan(stage: Stage) -> None:
    await stage.mei.says("/new")
    assert "Only leads" in stage.group.reads()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("2026-11-20 20:00", "has passed"),
        ("yesterday 8pm", "has passed"),
        ("tomorrow", "at what time"),
        ("soon", "Good ones"),
        ("2026-13-45 99:00", "Good ones"),
        ("2030-01-01 20:00", "more than a year"),
    ],
)
async def test_a_start_that_cannot_be_is_asked_again_with_an_example(stage: Stage, said: str, answer: str) -> None:
    lin = stage.lin
    await lin.tells_bot("/new Black Friday")
    await lin.presses("Skip")
    await lin.presses("Skip")
    await lin.tells_bot(said)
    assert answer in lin.reads() and "When does it go live" in lin.reads()
    assert await stage.rows(Stream) == []


@pytest.mark.parametrize(
    ("said", "answer"), [("0h", "between"), ("30h", "between"), ("long", "Good ones"), ("10m", "between")]
)
async def test_a_length_that_cannot_be_is_asked_again(stage: Stage, said: str, answer: str) -> None:
    lin = stage.lin
    await lin.tells_bot("/new 2026-11-28 20:00 Black Friday")
    await lin.tells_bot(said)
    assert answer in lin.reads() and "How long" in lin.reads()
    await lin.tells_bot("3")
    assert "20:00–23:00" in lin.reads()


async def test_a_goal_without_a_number_is_asked_again(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot("/new Black Friday")
    await lin.presses("Brand")
    await lin.tells_bot("many")
    assert "needs a number" in lin.reads() and "Or Skip" in lin.reads()
    await lin.tells_bot("5000 viewers")
    assert "When does it go live" in lin.reads()


async def test_a_span_answers_start_and_length(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot("/new Black Friday")
    await lin.presses("Skip")
    await lin.presses("Skip")
    await lin.tells_bot("周五晚8点到11点")
    assert "The crew I suggest" in lin.reads() and "Fri 27 Nov 20:00" in lin.reads()


async def test_back_shows_what_was_answered_and_a_press_keeps_it(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot("/new Black Friday")
    await lin.presses("Sales")
    await lin.tells_bot("200,000")
    await lin.tells_bot("2026-11-28 20:00")
    await lin.presses("Back")
    assert "When does it go live" in lin.reads() and "So far: Sat 28 Nov 20:00" in plain(lin.reads())
    for earlier in ("200,000", "Sales", "Black Friday"):
        await lin.presses("Back")
        assert f"So far: {earlier}" in plain(lin.reads())
    await lin.presses("Keep what I said")
    assert "How long is it on air" in lin.reads(), "all the rest stands: the question that was open is asked again"


async def test_another_purpose_asks_for_its_own_goal(stage_zh: Stage) -> None:
    lin = stage_zh.lin
    await lin.tells_bot("/new 双11专场")
    await lin.presses("冲成交")
    await lin.tells_bot("20万")
    await lin.tells_bot("上一步")
    assert "之前的回答：20万" in plain(lin.reads())
    await lin.presses("上一步")
    await lin.presses("涨粉")
    assert "目标定多少" in lin.reads() and "20万" not in lin.reads()


async def test_a_title_full_of_markup_is_shown_as_typed(stage: Stage) -> None:
    title = "🔥 <b>50% & more</b>"
    await planned(stage, f"/new 2026-11-28 20:00 3h {title}")
    assert has_read(stage.mei, title) and title in stage.board()
    assert (await stage.stream()).title == title


async def test_a_title_of_five_thousand_characters_is_turned_down(stage: Stage) -> None:
    await stage.lin.says("/new 2026-11-28 20:00 3h " + "x" * 3000)
    assert "at most 80 fit" in stage.group.reads()
    assert stage.lin.inbox() == []


# One line


async def test_one_line_goes_straight_to_the_crew(stage: Stage) -> None:
    await stage.lin.says(LINE)
    head, when, crew, *_ = plain(stage.lin.reads()).splitlines()
    assert (head, crew) == ("Black Friday Special", "The crew I suggest:")
    assert when == "Sat 28 Nov 20:00–23:00 · 3h (China Time)", "a time that was misread is seen at once"
    assert "Name, time or length wrong? Type it again." in plain(stage.lin.reads())
    await stage.lin.tells_bot("25:99")
    assert "I can't read that time" in stage.lin.reads()
    await stage.lin.tells_bot("White Sale")
    assert "✓ White Sale\n" in plain(stage.lin.reads()) and "Sat 28 Nov 20:00–23:00" in stage.lin.reads()
    await stage.lin.tells_bot("Sunday 8.30pm")
    await stage.lin.tells_bot("2h")
    assert "Sun 29 Nov 20:30–22:30 · 2h" in plain(stage.lin.reads())
    await stage.lin.tells_bot("White Friday Sunday 9pm 1h")
    await stage.lin.presses("Keep this crew")
    await stage.lin.tells_bot("9.15pm")
    assert "White Friday\n" in plain(stage.lin.reads()) and "Sun 29 Nov 21:15–22:15" in stage.lin.reads()


async def test_a_plan_from_one_line_is_confirmed_with_weekday_and_zone(stage: Stage) -> None:
    await stage.lin.says(LINE)
    await stage.lin.presses("Keep this crew")
    assert "Sat 28 Nov 20:00–23:00" in stage.lin.reads() and "Times are in China Time" in stage.lin.reads()


async def test_tomorrow_typed_after_midnight_may_mean_today(stage: Stage, stage_zh: Stage) -> None:
    stage.clock.forward(timedelta(hours=4, minutes=33))
    await stage.lin.tells_bot("/new tomorrow 8pm 1h Late plan")
    assert "Wed 25 Nov 20:00–21:00" in plain(stage.lin.reads())
    assert "It is 00:33: I took “tomorrow” as the day after this one." in plain(stage.lin.reads())
    await stage.lin.presses("Today, Tue 24 Nov 20:00?")
    assert "✓ Tue 24 Nov 20:00 (China Time)" in plain(stage.lin.reads()) and not stage.lin.sees_button("Today")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    assert (await stage.stream()).starts_at == stage.at("2026-11-24 20:00")
    await stage.lin.tells_bot("/move tomorrow 9pm")
    assert "Wed 25 Nov 21:00" in plain(stage.lin.reads()) and "It is 00:33" in stage.lin.reads()
    await stage.lin.presses("Today, Tue 24 Nov 21:00?")
    assert "Tue 24 Nov 21:00" in plain(stage.lin.reads()) and not stage.lin.sees_button("Today")
    stage_zh.clock.forward(timedelta(hours=4, minutes=33))
    await stage_zh.lin.tells_bot("/new")
    for said in ("深夜场", "plan-skip", "plan-skip", "明晚8点", "1小时"):
        await (stage_zh.lin.presses("跳过") if "-" in said else stage_zh.lin.tells_bot(said))
    assert "现在是 00:33，「明天」按下一个日期算了。其实是今天？" in plain(stage_zh.lin.reads())
    assert stage_zh.lin.sees_button("今天 11月24日 周二 20:00？")


async def test_one_line_in_chinese(stage_zh: Stage) -> None:
    lin = stage_zh.lin
    await lin.tells_bot("/new 明晚8点 双11专场 3小时，目标5万")
    assert plain(lin.reads()).startswith("双11专场\n11月24日 周二 20:00–23:00 · 3 小时（北京时间）\n建议班底：")
    await lin.presses("就用这套班底")
    await lin.presses("确认")
    stream = await stage_zh.stream()
    assert (stream.title, stream.minutes, stream.goal) == ("双11专场", 180, "5万")
    assert stream.starts_at == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/new 2026-11-28 20:00 0h Nothing", "between 15 minutes and 24 hours"),
        ("/new 2026-11-28 20:00 30h Too long", "between 15 minutes and 24 hours"),
        ("/new 2026-13-45 20:00 3h What", "A good example"),
        ("/new tomorrow", "A good example"),
    ],
)
async def test_a_line_that_cannot_be_gets_an_example_where_it_was_typed(stage: Stage, line: str, answer: str) -> None:
    await stage.lin.says(line)
    assert answer in stage.group.reads()
    assert stage.lin.inbox() == []


async def test_the_name_may_come_before_the_time(stage: Stage) -> None:
    tonight = "Mon 23 Nov 20:30–22:00 · 1h30m (China Time)"
    for line, head in {
        "Alumni talk w/ Dr. Chen tonite 8.30pm 90min": f"Alumni talk w/ Dr. Chen\n{tonight}",
        "Ep 12, 20:30-22:00": f"Ep 12\n{tonight}",
        "校友访谈今晚8点半 1.5小时": f"校友访谈\n{tonight}",
        "今晚八点半新品首发，播到十点，目标 5万": f"新品首发\n{tonight}",
        "双十一返场 今晚八点半开播 播一个半小时": f"双十一返场\n{tonight}",
        "今晚八点半开播，双十一返场，播1.5h": f"双十一返场\n{tonight}",
        "Alumni talk every Friday 8.30pm 90min": "Alumni talk\nFri 27 Nov 20:30–22:00",
    }.items():
        await stage.lin.tells_bot("/new")
        await stage.lin.tells_bot(line)
        assert plain(stage.lin.reads()).startswith(head)
        await stage.lin.presses("Cancel")
    await stage.lin.tells_bot("/new Ep 12 20:30")
    assert "How long" in stage.lin.reads(), "a clock time behind a name is no length"


async def test_a_line_without_a_title_asks_for_it(stage: Stage) -> None:
    await stage.lin.tells_bot("/new 2026-11-28 20:00 3h")
    assert "What is it called" in stage.lin.reads()
    await stage.lin.tells_bot("Black Friday")
    assert "The crew I suggest" in stage.lin.reads()


async def test_an_end_before_the_beginning_is_said_as_that(stage: Stage) -> None:
    await stage.lin.says("/new 2026-11-28 20:00 to 2026-11-27 23:00 Backwards")
    assert "would end before it begins" in stage.group.reads()
    await stage.lin.tells_bot("/new Sat 8pm-7pm Backwards")
    await stage.lin.presses("Keep this crew")
    assert "That is 23h on air. Are start and end the right way round?" in stage.lin.reads()


async def test_an_end_before_the_beginning_in_chinese(stage_zh: Stage) -> None:
    await stage_zh.lin.says("/new 2026-11-28 20:00 到 2026-11-27 23:00 倒着播")
    assert "下播比开播还早" in stage_zh.group.reads()
    await stage_zh.lin.tells_bot("/new 周六20:00到19:00 倒着播")
    await stage_zh.lin.presses("就用这套班底")
    assert "要连播 23 小时" in stage_zh.lin.reads()


async def test_a_photo_where_words_are_asked_is_asked_again(stage: Stage) -> None:
    await stage.lin.tells_bot("/new")
    await stage.lin.sends_photo()
    assert "Please answer with a message in words" in stage.lin.reads()
    await stage.lin.tells_bot("Black Friday")
    assert "What is it for?" in stage.lin.reads()


async def test_somebody_who_left_meanwhile_cannot_be_picked_and_answers_nothing(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor: Mei")
    await stage.leaves(stage.kai)
    await stage.lin.presses("Kai")
    assert "Kai is not in the team any more" in stage.lin.toast
    await stage.leaves(stage.mei)
    seat = await seat_of(stage, "anchor")
    assert seat.person_id is None and seat.stream_id == stream.id


async def test_a_start_that_passes_while_the_plan_lies_open_is_asked_again(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot("/new in 2 hours 1h Quick one")
    await lin.presses("Keep this crew")
    await stage.forward(timedelta(hours=3))
    await lin.presses("Confirm")
    assert "has passed" in lin.reads(-2) and "When does it go live" in lin.reads()
    assert await stage.rows(Stream) == []


# The crew of the wizard


async def test_a_seat_is_changed_with_reasons_to_choose_by(stage: Stage) -> None:
    lin = stage.lin
    await qualify(stage, "nia", "floor")
    await lin.tells_bot(LINE)
    await lin.presses("Floor manager: Bo")
    assert "Who as Floor manager?" in lin.reads()
    await lin.presses("Nia · free")
    assert "Floor manager: Nia" in lin.reads()
    assert sum("The crew I suggest" in said for said in lin.inbox()) == 1, "a press turns the page"
    await lin.presses("Keep this crew")
    await lin.presses("Confirm")
    assert (await seat_of(stage, "floor")).person_id == stage.nia.id


async def test_changing_one_seat_moves_nobody_else(stage: Stage) -> None:
    lin = stage.lin
    await qualify(stage, "nia", "anchor")
    await lin.tells_bot(LINE)
    await lin.presses("Anchor 1: Mei")
    await lin.presses("Kai · backup, would leave Co-host")
    assert {"Anchor 1: Kai", "Anchor 2: Nia", "○ Co-host: nobody yet"} <= set(lin.private.buttons())


async def test_a_seat_can_be_left_open_and_one_more_added(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot(LINE)
    await lin.presses("+ Another seat")
    await lin.presses("Anchor")
    assert "Anchor 2: open. Taken elsewhere: Mei (Anchor 1), Kai (Co-host)" in plain(lin.reads())
    await lin.presses("Promotion: Joy")
    await lin.presses("Leave it open")
    await lin.presses("Keep this crew")
    assert "Open seats: Anchor 2, Promotion" in lin.reads()
    await lin.presses("Confirm")
    assert (await seat_of(stage, "anchor", 2)).person_id is None
    assert "○ Anchor 2: nobody yet" in crew_card(stage)


async def test_the_one_who_waited_longest_is_suggested_with_how_long(stage: Stage) -> None:
    await qualify(stage, "nia", "floor")
    for key, days in (("bo", 2), ("nia", 9), ("mei", 1)):
        await worked(stage, key, stage.now - timedelta(days=days))
    await stage.lin.tells_bot(LINE)
    assert "Floor manager: Nia · free, last show Sat 14 Nov" in stage.lin.reads()
    assert "Anchor: Mei · free, last show Sun 22 Nov" in stage.lin.reads()
    assert stage.lin.reads().count("first show here") == 1, "what holds for all the others is said once"
    assert "Everyone else: free, first show here." in stage.lin.reads()
    await worked(stage, "yan", stage.now - timedelta(days=1), answer=Answer.DECLINED)
    await worked(stage, "tao", stage.now - timedelta(days=1), silent=True)
    await stage.lin.tells_bot(LINE)
    assert "Control desk: Yan · free\n" in stage.lin.reads(), "who could not come was asked before: it is no first show"
    assert "Technical support: Tao · free\n" in stage.lin.reads(), (
        "nor is it said that somebody worked whom nobody saw there"
    )


async def test_who_is_away_is_not_suggested(stage: Stage) -> None:
    await stage.mei.tells_bot("/away 2026-11-28")
    await stage.lin.tells_bot(LINE)
    assert "Anchor: Kai · backup, free" in stage.lin.reads()
    await stage.lin.presses("Anchor: Kai")
    assert "Mei: away" in stage.lin.reads()


async def test_a_clash_is_said_before_it_is_saved_and_never_names_the_other_show(stage: Stage) -> None:
    def elsewhere(desk: Desk) -> None:
        other = desk.add(Team(chat_id=-4242, title="Secret team", timezone="Asia/Shanghai", playbook="live-commerce"))
        show = desk.add(
            Stream(
                team_id=other.id,
                title="Secret show",
                starts_at=SATURDAY + timedelta(hours=1),
                minutes=120,
                lead_id=stage.mei.id,
                playbook="live-commerce",
                planned_at=desk.now,
            )
        )
        desk.add(Assignment(stream_id=show.id, role="anchor", person_id=stage.mei.id, answer=Answer.ACCEPTED))

    await stage.work(elsewhere)
    lin = stage.lin
    await lin.tells_bot(LINE)
    assert "Anchor: Kai" in lin.reads()
    await lin.presses("Anchor: Kai")
    await lin.presses("Mei · busy, Sat 28 Nov 21:00–23:00")
    await lin.presses("Keep this crew")
    assert "⚠️ Mei: busy, Sat 28 Nov 21:00–23:00" in lin.reads()
    assert not any("Secret" in text for text in [*lin.inbox(), *stage.group.inbox()])


async def test_a_clash_that_came_up_meanwhile_shows_the_plan_once_more(stage: Stage) -> None:
    lin, wei = stage.lin, stage.wei
    await lin.tells_bot(LINE)
    await lin.presses("Keep this crew")
    await wei.tells_bot("/new 2026-11-28 21:00 1h Other show")
    await wei.presses("Keep this crew")
    await wei.presses("Confirm")
    await lin.presses("Confirm")
    assert "changed meanwhile" in lin.reads() and "⚠️ Mei: busy" in lin.reads()
    assert len(await stage.rows(Stream)) == 1


# Confirmed


async def test_everybody_is_asked_and_the_group_reads_one_message(stage: Stage) -> None:
    await planned(stage)
    for key in KEYS:
        assert has_read(stage.actors[key], "You are asked to be"), key
    [card] = [text for text in stage.group.inbox() if "A new show" in text]
    assert plain(card).splitlines() == [
        "A new show: Black Friday Special",
        "Sat 28 Nov 20:00–23:00 · 3h",
        "Crew: Mei, Kai, Bo, Yan, Wei, Lin, Ana, Tao, Xia, Joy. Each has a card in private.",
        "The board keeps count; /streams shows the whole crew.",
    ]
    assert "waiting for Mei, Kai, Bo" in stage.board() and "Mei" not in stage.board().split("waiting")[0]
    assert "… Anchor: Mei, asked" in crew_card(stage)
    assert "9 people are asked now" in stage.lin.reads(-2) and stage.lin.private.buttons(-2) == []


async def test_open_asked_and_declined_seats_are_told_apart(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor", backup=True)
    await planned(stage)
    for key in ("mei", "bo"):
        await stage.actors[key].presses("Decline")
    out = await stage.work(lambda desk: roster.unheard(desk, desk.get(Stream, 1)))
    assert out == {stage.mei.id, stage.bo.id}, "nothing of the show is asked of them"
    await stage.lin.presses("Crew")
    await stage.lin.presses("+ Another seat")
    await stage.lin.presses("Anchor")
    await stage.lin.presses("‹ Back")
    await stage.lin.presses("Promotion: Joy")
    await stage.lin.presses("Leave it open")
    crew = stage.lin.reads().splitlines()
    assert "… Anchor 1: Nia, asked (Mei can't)" in crew and "○ Anchor 2: nobody yet (Mei can't)" in crew
    assert "✗ Floor manager: Bo can't, still open" in crew
    assert "○ Promotion: nobody yet" in crew
    labels = stage.lin.private.buttons()
    assert {"… Anchor 1: Nia", "✗ Floor manager: Bo", "○ Promotion: nobody yet"} <= set(labels)
    [card] = [plain(text) for text in stage.group.inbox() if "A new show" in text]
    assert "○ Nobody yet: Anchor 2, Floor manager, Promotion. Can you? Press below." in card
    assert "Crew: Nia, Kai, Yan, Wei, Lin, Ana, Tao, Xia. Each has a card" in card, "one card that is kept true"
    assert has_read(stage.lin, "9 people are asked now"), "what was said when the show was planned stays as it was"


async def test_the_lead_plans_and_another_lead_is_deputy(stage: Stage) -> None:
    stream = await planned(stage)
    assert (stream.lead_id, stream.deputy_id) == (stage.lin.id, stage.wei.id)


async def test_nobody_is_deputy_whom_no_private_word_reaches(stage: Stage) -> None:
    async def reached(yes: bool) -> None:
        await stage.work(lambda desk: setattr(desk.get(Person, stage.wei.id), "reachable", yes))

    await reached(False)
    await stage.lin.says("/new 2026-11-28 20:00 1h Black Friday Special")
    await stage.lin.presses("Keep this crew")
    await stage.lin.presses("Confirm")
    stream = await stage.stream()
    assert stream.deputy_id is None
    assert "Lead Lin\n" in plain(crew_card(stage)) and "Lead Lin\n" in plain(stage.board())
    await stage.lin.presses("Lead", on="Lead Lin")
    assert "no deputy" in stage.lin.reads() and "⚠️ Wei: can't be chosen before opening" in stage.lin.reads()
    assert not stage.lin.private.buttons()
    await stage.lin.sends_data(f"plan.deputy:{stream.id}:{stage.wei.id}")
    assert "opening a private chat" in stage.lin.toast
    await reached(True)
    await stage.lin.presses("Lead", on="Lead Lin")
    assert stage.lin.private.buttons() == ["Lead: Wei", "Deputy: Wei"]
    await stage.lin.presses("Deputy: Wei")
    assert "Lead Lin · deputy Wei" in plain(stage.lin.reads()) and "You are the deputy of Lin" in stage.wei.reads()
    await stage.lin.presses("No deputy")
    assert "Lead Lin\n" in plain(stage.lin.reads()) and (await stage.stream()).deputy_id is None
    await stage.work(lambda desk: setattr(desk.get(Stream, stream.id), "deputy_id", stage.wei.id))
    await reached(False)
    chain = await stage.work(lambda desk: [one.name for one in roster.lead_chain(desk, desk.get(Stream, stream.id))])
    assert chain == ["Lin"], "a deputy who blocks the bot is asked nothing, and named nowhere"


async def test_the_planner_has_accepted_their_own_seat(stage: Stage) -> None:
    await planned(stage)
    assert (await seat_of(stage, "manager")).answer is Answer.ACCEPTED
    assert not has_read(stage.lin, "You are asked")


async def test_accepting_is_seen_by_all(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Accept")
    assert stage.mei.toast == "You are in: Anchor, Sat 28 Nov 20:00."
    assert "✅ You are in: Anchor" in next(t for t in stage.mei.inbox() if "You are in" in t)
    assert "✓ Anchor: Mei" in crew_card(stage) and crew_card(stage).endswith("✓ has said yes")
    assert "2 of 10 accepted" in stage.board()


async def test_accepting_twice_says_so(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.mei.presses("Accept")
    await stage.mei.sends_data(f"plan.accept:{stream.id}:{stage.mei.id}")
    assert stage.mei.toast == "You have accepted already."


async def test_nobody_accepts_for_another(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.kai.sends_data(f"plan.accept:{stream.id}:{stage.mei.id}")
    assert stage.kai.toast == "Only Mei can answer this."
    await stage.oz.starts()
    await stage.oz.sends_data(f"plan.accept:{stream.id}:{stage.mei.id}")
    assert "not in this team" in stage.oz.toast
    assert (await seat_of(stage, "anchor")).answer is Answer.ASKED


async def test_a_no_asks_the_next_person_and_tells_the_lead(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor", backup=True)
    await planned(stage)
    await stage.mei.presses("Decline")
    assert stage.mei.toast == "Noted. Lin knows."
    assert has_read(stage.nia, "You are asked to be: Anchor")
    assert "Mei can't be Anchor" in stage.lin.reads() and "I have asked Nia" in stage.lin.reads()
    assert stage.lin.private.buttons() == ["Someone else"]
    await stage.nia.presses("Accept")
    assert "✓ Anchor: Nia" in crew_card(stage)
    assert plain(stage.lin.reads()) == "Black Friday Special, Sat 28 Nov 20:00\n✓ Anchor: Nia (Mei can't)"
    assert not stage.lin.private.buttons(), "what was told there has its end"


async def test_with_nobody_free_left_the_lead_picks(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Decline")
    asked = "and I have asked nobody else. Who could? The group sees the open seat too"
    assert "Mei can't be Anchor" in stage.lin.reads() and asked in stage.lin.reads(), "keys name some who could"
    assert "✗ Mei can't (Anchor)" in stage.board()
    assert "✗ Anchor: Mei can't" in crew_card(stage)
    await stage.lin.presses("Kai · backup, would leave Co-host")
    assert stage.lin.toast.endswith("Open now: Co-host.")
    assert "Black Friday Special, Sat 28 Nov 20:00\n… Anchor: Kai, asked (Mei can't)" in map(plain, stage.lin.inbox())
    assert not has_read(stage.lin, "Who could?"), "what was asked there has its answer"
    assert has_read(stage.kai, "You are asked to be: Anchor")
    assert "Lin has changed the crew: you are asked to be Anchor instead of Co-host." in plain(stage.kai.reads())
    assert (await seat_of(stage, "cohost")).person_id is None
    assert "○ open: Co-host" in stage.board()


async def test_with_nobody_else_in_the_role_the_lead_reads_that(stage: Stage) -> None:
    await planned(stage)

    def nobody_any_more(desk: Desk) -> None:
        for one in desk.session.exec(
            select(Qualification).where(col(Qualification.role).in_(("control", "operations", "floor")))
        ):
            desk.session.delete(one)

    await stage.bo.presses("Decline")
    assert "nobody else in the team has this role. Who stands in?" in stage.lin.reads()
    found = ["Yan · stand-in, also Control desk in this show", "Wei · stand-in, would leave Operations"]
    assert stage.lin.private.buttons() == found
    assert "○ Nobody yet: Floor manager. Can you? Press below." in plain(group_card(stage))
    await stage.bo.presses("I can after all")
    await stage.work(nobody_any_more)
    await stage.lin.presses("Crew")
    await stage.bo.presses("I can't after all")
    assert "nobody else in the team has this role" in stage.lin.reads()
    assert stage.lin.private.buttons() == ["Change Floor manager"]
    await stage.lin.presses("Change Floor manager")
    assert "nobody else to choose as Floor manager" in plain(stage.lin.reads()), "below, not in a card further up"
    assert has_read(stage.lin, "↓ The crew of") and not has_read(stage.lin, "Press a seat to change it")
    await stage.lin.presses("Back")
    assert "Press a seat to change it" in stage.lin.reads(), "the page is turned where it stands"
    await stage.kai.presses("Decline")
    card = plain(group_card(stage))
    assert "○ Nobody yet: Co-host. Can you? Press below." in card, "Mei may stand in"
    assert "○ Nobody in the team has taken on yet: Floor manager. Who can do it takes the role with /join first" in card
    await qualify(stage, "wei", "operations")
    await stage.lin.tells_bot("/new 2026-11-29 20:00 3h Sunday")
    assert "has this role; Wei (would leave Operations) may stand in, press the role" in stage.lin.reads()


async def test_a_person_who_was_replaced_finds_the_seat_gone(stage: Stage) -> None:
    stream = await planned(stage)
    await qualify(stage, "nia", "floor")
    await stage.lin.presses("Crew")
    await stage.lin.presses("Floor manager: Bo")
    await stage.lin.presses("Nia")
    assert has_read(stage.bo, "Nia instead of you as Floor manager.\nYou are not needed for this one any more.")
    await stage.bo.sends_data(f"plan.accept:{stream.id}:{stage.bo.id}")
    assert "not yours any more" in stage.bo.toast
    assert (await seat_of(stage, "floor")).person_id == stage.nia.id


FREE = "You are not needed for this one any more."


async def test_someone_else_is_suggested_and_asked_by_the_lead(stage: Stage) -> None:
    await qualify(stage, "nia", "floor")
    await planned(stage)
    assert "decline soon" not in stage.bo.reads() and stage.yan.private.buttons() == ["Accept", "Decline"]
    assert "If you can't, decline soon: Lin then looks for somebody." in stage.yan.reads(), "there is nobody to suggest"
    await stage.bo.presses("Suggest someone")
    await stage.bo.presses("Nia")
    assert plain(stage.lin.reads()).endswith(
        "Bo suggests Nia as Floor manager for Black Friday Special, Sat 28 Nov 20:00.\nNia: free"
    )
    assert stage.lin.private.buttons() == ["Ask Nia", "Keep Bo"]
    await stage.lin.presses("Keep Bo")
    assert stage.lin.toast == "Bo is asked again." and not stage.lin.private.buttons()
    assert "Lin would rather keep you as Floor manager than ask Nia. Can you?" in stage.bo.reads()
    await stage.bo.presses("Suggest someone")
    await stage.bo.presses("Nia")
    assert "Lin decides; until then" in stage.bo.reads() and not stage.bo.private.buttons(), "nothing is left to press"
    await stage.lin.presses("Ask Nia")
    assert stage.nia.private.buttons() == ["Accept", "Decline"], "nobody is suggested who has suggested somebody"
    assert plain(stage.lin.reads()).endswith("\n… Floor manager: Nia, asked") and not stage.lin.private.buttons()
    assert has_read(stage.nia, "You are asked to be: Floor manager")
    assert has_read(stage.bo, "You suggest Nia as Floor manager")
    assert plain(stage.bo.reads()).endswith("Nia has been asked to be Floor manager, as you suggested.\n" + FREE)
    assert sum(FREE in text for text in stage.bo.inbox()) == 1, "and reads it once"
    assert "… Floor manager: Nia, asked (suggested by Bo)" in crew_card(stage), "who suggests did not say no"
    await stage.nia.presses("Decline")
    assert "✗ Floor manager: Nia can't, still open (Bo suggested Nia)" in crew_card(stage)
    assert stage.lin.private.buttons()[0] == "Bo · suggested Nia", "who suggests did not say no"


async def test_who_said_no_to_one_seat_is_not_asked_for_another(stage: Stage) -> None:
    await qualify(stage, "yan", "floor", backup=True)
    await planned(stage)
    await stage.yan.presses("Decline")
    await stage.bo.presses("Decline")
    assert not has_read(stage.yan, "You are asked to be: Floor manager")
    assert "Bo can't be Floor manager" in stage.lin.reads()


async def test_every_seat_of_a_person_has_its_own_answer(stage: Stage) -> None:
    await qualify(stage, "yan", "floor")
    await planned(stage)
    await stage.yan.presses("Decline")
    await stage.bo.presses("Decline")
    assert not stage.lin.sees_button("Yan", on="Bo can't be Floor manager"), "who cannot come is not offered as free"
    await stage.lin.presses("Crew")
    await stage.lin.presses("Floor manager", on="The crew of")
    assert "Bo can't" in stage.lin.reads() and "Now: Bo" not in stage.lin.reads()
    await stage.lin.presses("Yan · could not come")
    assert "You are asked to be: Floor manager" in stage.yan.reads() and "You can't: Control desk" in stage.yan.reads()
    await stage.yan.presses("Accept")
    assert "You are in: Floor manager" in stage.yan.reads() and "You can't: Control desk" in stage.yan.reads()
    assert (await seat_of(stage, "control")).answer is Answer.DECLINED


async def test_whoever_was_replaced_after_a_no_reads_how_to_come_all_the_same(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor", backup=True)
    await planned(stage)
    await stage.mei.presses("Decline")
    assert has_read(stage.mei, "✗ You can't: Anchor\nSomebody else has been asked. Can you come after all? Tell Lin.")
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor: Nia")
    await stage.lin.presses("Mei · could not come")
    await stage.mei.presses("Accept")
    assert "✓ Anchor: Mei" in crew_card(stage)


async def test_only_somebody_without_a_seat_is_suggested_and_whoever_suggests_is_not_asked_again(stage: Stage) -> None:
    await qualify(stage, "kai", "floor")
    await qualify(stage, "nia", "floor")
    await planned(stage)
    await stage.bo.presses("Suggest someone")
    assert stage.bo.private.buttons() == ["Nia", "Cancel"]
    await stage.bo.presses("Cancel")
    assert stage.bo.reads() == "Nobody is suggested." and not stage.bo.private.buttons()
    await stage.bo.presses("Suggest someone")
    await stage.bo.presses("Nia")
    await stage.lin.presses("Ask Nia")
    await stage.nia.presses("Decline")
    assert (await seat_of(stage, "floor")).person_id == stage.nia.id
    assert "Nia can't be Floor manager" in stage.lin.reads()


async def test_who_cannot_after_all_says_so_later(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Accept")
    await stage.mei.presses("I can't after all")
    assert (await seat_of(stage, "anchor")).answer is Answer.DECLINED
    await stage.mei.presses("I can after all")
    assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED


# Open seats


async def test_an_open_seat_is_claimed_by_somebody_with_the_role(stage: Stage) -> None:
    lin = stage.lin
    await lin.tells_bot(LINE)
    await lin.presses("Floor manager: Bo")
    await lin.presses("Leave it open")
    for role, who in (("Control desk", "Yan"), ("Promotion", "Joy")):
        await lin.presses(f"{role}: {who}")
        await lin.presses("Leave it open")
        assert f"{role}: open" in lin.reads() and "Floor manager: open" in lin.reads()
    await lin.presses("Keep this crew")
    await lin.presses("Confirm")
    offered = [f"I'll take it: {role}" for role in ("Floor manager", "Control desk", "Promotion")]
    assert stage.group.buttons(-2) == offered, "each role that is open has its button"
    await stage.mei.presses("I'll take it: Floor manager")
    assert "Only people with the role Floor manager" in stage.mei.toast
    await stage.nia.presses("I'll take a seat: 3 open")
    assert "Open: Floor manager, Control desk, Promotion" in stage.nia.toast and "/join" in stage.nia.toast
    await stage.joy.presses("I'll take a seat: 3 open")
    assert "You are Promotion" in stage.joy.toast, "of those that are open she has one role"
    await qualify(stage, "yan", "floor")
    await stage.yan.presses("I'll take a seat: 2 open")
    assert stage.yan.private.buttons() == offered[:2] and "which seat do you take?" in stage.yan.reads()
    await stage.yan.presses("I'll take it: Control desk")
    assert not any("which seat" in text for text in stage.yan.inbox()), "the question is gone with its answer"
    await stage.bo.presses("I'll take it: Floor manager")
    assert "You are Floor manager" in stage.bo.toast
    assert "✓ Floor manager: Bo" in crew_card(stage)
    assert "Bo has taken the open seat" in lin.reads()


async def test_a_second_claim_reads_who_was_first(stage: Stage) -> None:
    await qualify(stage, "nia", "floor")
    await planned(stage)
    seat = await seat_of(stage, "floor")
    await stage.nia.tells_bot("/streams")
    await stage.nia.sends_data(f"plan.claim:{seat.id}")
    assert stage.nia.toast == "Bo is Floor manager already."


async def test_an_open_required_seat_is_a_hard_point_at_the_gate(stage: Stage) -> None:
    stream = await planned(stage)
    for key in KEYS:
        if key not in ("mei", "joy"):
            await stage.actors[key].presses("Accept")

    def points(desk: Desk) -> list[tuple[str, bool]]:
        flow = next(flow for flow in desk.house.flows if flow.name == "plan")
        reader = desk.group(desk.get(Team, stream.team_id)).reader
        found = flow.open_points(desk, desk.get(Stream, stream.id))
        return [(desk.house.dictionary.plain(point.line, reader), point.hard) for point in found]

    assert await stage.work(points) == [
        ("Anchor: Mei has not accepted", True),
        ("Promotion: Joy has not accepted", False),
    ]


# Silence


async def test_chases_are_planned_as_the_playbook_says(stage: Stage) -> None:
    await planned(stage)
    due = [cue.due_at for cue in await stage.cues("plan.chase")]
    assert due == [SATURDAY - timedelta(days=3), SATURDAY - timedelta(hours=24), SATURDAY - timedelta(hours=12)]


async def test_the_silent_are_asked_again_and_then_the_lead_hears(stage: Stage) -> None:
    stream = await planned(stage, "/new in 13 hours 1h Early show")
    for key in KEYS:
        if key != "mei":
            await stage.actors[key].presses("Accept")
    await stage.to(stream.starts_at - timedelta(hours=12))
    assert has_read(stage.mei, "Still waiting for your answer.\n"), "nothing that stays counts down"
    assert sum("You are asked to be" in said for said in stage.mei.inbox()) == 1, "one card, the newest"
    assert has_read(stage.mei, "↓ Early show: your card (further down)")
    assert not has_read(stage.bo, "Still waiting")
    await stage.to(stream.starts_at - timedelta(hours=11))
    assert has_read(stage.lin, "No answer yet from:") and has_read(
        stage.lin, "Anchor: Mei (asked Mon 23 Nov 20:00, again 21:00)"
    )
    assert stage.lin.private.buttons() == ["Ask Mei again", "Change Anchor"]
    await stage.lin.presses("Ask Mei again")
    assert stage.lin.toast == "Mei is asked again." and "Still waiting for your answer" in stage.mei.reads()
    await stage.bo.presses("I can't after all")
    await stage.bo.presses("I can after all")
    asked = "• Anchor: Mei (asked Mon 23 Nov 20:00, again 22:00)"
    assert has_read(stage.lin, asked), "as it stands since"
    await stage.work(lambda desk: desk.tell(desk.get(Stream, stream.id), Change.CREW))
    assert "Still waiting for your answer" in stage.mei.reads(), "as long as it is true"
    await stage.forward(timedelta(hours=3))
    said = [text for text in stage.lin.inbox() if "No answer yet" in text]
    assert len(said) == 1 and stage.lin.reads() != said[0], "said once, whatever else has changed"
    await stage.to(stream.starts_at - timedelta(hours=1))
    assert "No answer yet" in stage.lin.reads() and stage.lin.private.buttons()[0] == "Ask Mei again", (
        "and in good time"
    )
    await stage.mei.presses("Accept")
    assert has_read(
        stage.lin, "no answer is waited for any more, and no seat that matters is open"
    ) and not stage.lin.sees_button("Ask Mei again")


async def test_an_open_seat_is_called_out_with_the_chases_and_the_lead_hears_once(stage: Stage) -> None:
    await stage.lin.tells_bot("/new in 13 hours 1h Early show")
    for said in ("Floor manager: Bo", "Leave it open", "Keep this crew", "Confirm"):
        await stage.lin.presses(said)
    stream = await stage.stream()
    await stage.everyone("Accept", *(key for key in KEYS if key != "bo"))
    await stage.to(stream.starts_at - timedelta(hours=12, minutes=5))
    await stage.mei.presses("I can't after all")
    await stage.forward(timedelta(minutes=3))
    await stage.mei.presses("I can after all")
    assert "Early show" in plain(stage.group.reads())
    await stage.to(stream.starts_at - timedelta(hours=12))
    assert not any("further down" in text for text in stage.group.inbox()), "two calls in one breath are one"
    assert "Still open: Early show" in plain(stage.group.reads()) and "Floor manager: Bo, can you?" in plain(
        stage.group.reads()
    )
    await stage.to(stream.starts_at - timedelta(hours=11))
    assert "Nobody has these seats yet" in stage.lin.reads() and stage.lin.sees_button("Change Floor manager")
    await stage.work(lambda desk: desk.tell(desk.get(Stream, stream.id), Change.CREW))
    await stage.to(stream.starts_at - timedelta(hours=9))
    assert sum("Nobody has these seats" in text for text in stage.lin.inbox()) == 1
    await stage.bo.presses("I'll take it: Floor manager", on="Still open")
    [called] = [plain(text) for text in stage.group.inbox() if "open seats are settled" in text]
    assert called.endswith("settled.\n✓ Floor manager: Bo"), "where the button was stands who took it"
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), Phase.CANCELLED))
    assert not any("settled" in text for text in stage.group.inbox())
    assert sum("❌ Early show" in plain(text) for text in stage.group.inbox()) == 2, "the show's card, and the call"


async def test_seats_that_open_shortly_before_the_show_are_one_new_message_to_the_group(stage: Stage) -> None:
    await planned(stage, "/new in 5 hours 1h Tonight")
    await stage.everyone("Accept", *KEYS)

    def called() -> list[str]:
        return [plain(text) for text in stage.group.inbox() if "Still open" in text]

    await stage.ana.presses("I can't after all")
    await stage.bo.presses("I can't after all")
    await stage.ana.presses("I can after all")
    coming = [one["label"] for one in await Backstage(stage.app, stage.world).upcoming()]
    assert coming.count("Tell the group of an open seat") == 1, "only of what is open still"
    await stage.forward(timedelta(minutes=1))
    assert not called(), "a lead may fill it in the same breath"
    await stage.mei.presses("I can't after all")
    await stage.forward(timedelta(minutes=2))
    [one] = called()
    assert one.endswith("○ Anchor: Kai may stand in. Who can?\n○ Floor manager: Yan, Wei may stand in. Who can?")
    assert stage.group.buttons() == ["I'll take it: Anchor", "I'll take it: Floor manager"]
    assert stage.lin.sees_button("Kai", on="can't be Anchor")
    await stage.wei.presses("I'll take it: Floor manager")
    assert called()[-1].endswith("○ Floor manager: Wei would take it; a lead decides."), "nobody is to press after that"
    await stage.lin.presses("No need")
    assert called()[-1].endswith("○ Floor manager: Yan, Wei may stand in. Who can?")
    await stage.lin.presses("Yan · stand-in")
    await stage.mei.presses("I can after all")
    assert not stage.lin.sees_button("Kai", on="can't be Anchor"), "nobody is looked for there any more"
    await stage.forward(timedelta(minutes=20))
    asked = "Tonight, Tue 24 Nov 01:00: somebody is asked for every open seat.\n… Floor manager: Yan, asked"
    assert asked in map(plain, stage.group.inbox()), "settled only once they accept"
    await stage.mei.presses("I can't after all")
    await stage.forward(timedelta(minutes=3))
    [again] = called()
    assert again.endswith("○ Anchor: Kai may stand in. Who can?\n… Floor manager: Yan, asked"), (
        "a new one, and one that calls"
    )
    assert any("the open seats (further down)" in text for text in stage.group.inbox())
    await stage.kai.presses("I can't after all")
    await stage.forward(timedelta(minutes=3))
    assert "○ Anchor: who can?" in called()[-1], "nobody is called who could not come a minute ago"
    assert "Mei" not in called()[-1]


async def test_nobody_is_chased_once_all_have_answered(stage: Stage) -> None:
    stream = await planned(stage, "/new in 13 hours 1h Early show")
    await stage.everyone("Accept", *KEYS)
    assert "10 of 10 accepted" in stage.board()
    await stage.to(stream.starts_at - timedelta(hours=11))
    assert not any(has_read(stage.actors[key], "Still waiting") for key in KEYS)
    assert not has_read(stage.lin, "No answer yet")


async def test_whoever_is_asked_at_short_notice_is_asked_again_before_the_lead_hears(stage: Stage) -> None:
    await planned(stage, "/new in 2 hours 1h Short notice")
    await stage.everyone("Accept", *(key for key in KEYS if key not in ("mei", "tao")))
    await stage.forward(timedelta(minutes=2))
    await stage.work(lambda desk: desk.tell(desk.get(Stream, 1), Change.CREW))
    due = [(await stage.stream()).starts_at - cue.due_at for cue in await stage.cues("plan.silent")]
    assert due == [timedelta(minutes=115), timedelta(minutes=90)], "the one that waits says it all, and the last word"
    assert "Please answer by Mon 23 Nov 20:05." in stage.tao.reads(), "then the lead hears"
    await stage.forward(timedelta(minutes=2))
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor", on="The crew of")
    await stage.lin.presses("Kai")
    assert "Please answer by Mon 23 Nov 20:09." in stage.kai.reads()
    await stage.forward(timedelta(minutes=2))
    assert "Still waiting for your answer" in stage.tao.reads() and not has_read(stage.tao, "Please answer by")
    assert stage.lin.sees_button("Ask Tao again", on="No answer yet") and stage.lin.sees_button("Ask Kai again")
    assert "Still waiting" not in stage.kai.reads(), "asked just now, though on the card, which is kept true"
    await stage.forward(timedelta(minutes=39))
    assert "Still waiting" in stage.kai.reads()
    said = [plain(text) for text in stage.lin.inbox()]
    assert sum("No answer yet" in text for text in said) == 1 and any("further down" in text for text in said)
    await stage.to((await stage.stream()).starts_at - timedelta(minutes=44))
    await stage.tao.presses("Ready", on="Roll call")
    [card] = [plain(text) for text in stage.tao.inbox() if "Technical support" in text and "Roll call" not in text]
    assert card.endswith("✅ You are in: Technical support"), "who is in place has accepted"


async def test_a_show_two_hours_ahead_has_no_chase_in_the_past(stage: Stage) -> None:
    stream = await planned(stage, "/new in 2 hours 1h Flash sale")
    assert await stage.cues("plan.chase") == []
    assert "You are asked to be: Anchor" in "\n".join(stage.mei.inbox())
    await stage.to(stream.starts_at - timedelta(hours=1))
    assert any("No answer yet from" in text for text in stage.lin.inbox())


# /streams and the crew


async def test_streams_lists_what_is_coming_and_opens_a_card(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.tells_bot("/streams")
    assert has_read(stage.mei, "One show") and has_read(stage.mei, "preparing · 1 of 10 accepted")
    await stage.mei.presses("Sat 28 Nov 20:00 · Black Friday Special")
    assert has_read(stage.mei, "… Anchor: Mei")
    assert "Cancel the show" not in stage.mei.private.buttons()
    assert "You are asked to be: Anchor" in stage.mei.reads() and stage.mei.private.buttons()[0] == "Accept"
    await stage.mei.presses("Accept")
    assert any("✓ Anchor: Mei" in plain(text) for text in stage.mei.inbox()), "what was opened is kept true"
    await stage.lin.tells_bot("/streams")
    await stage.lin.presses("Sat 28 Nov 20:00 · Black Friday Special")
    assert {"Crew", "Lead", "Move", "Cancel the show", "🔁 Every week"} <= set(stage.lin.private.buttons())
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.LIVE))
    assert has_read(stage.mei, "ON AIR"), "a card that was opened is kept true"
    await stage.mei.sends_data(f"plan.decline:1:{stage.mei.id}")
    assert stage.mei.toast == "This show is ON AIR already. Can't go on? /handoff, or tell Lin."


async def test_streams_with_nothing_planned(stage: Stage) -> None:
    await stage.mei.says("/streams")
    assert "No show is planned" in stage.group.reads()


async def test_only_a_lead_changes_a_show(stage: Stage) -> None:
    stream = await planned(stage)
    for what in ("crew", "move", "cancel"):
        await stage.mei.sends_data(f"plan.{what}:{stream.id}")
        assert stage.mei.toast == "Only leads can do that: Lin, Wei."


async def test_of_two_leads_at_one_seat_the_second_reads_who_has_it_by_now(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor", backup=True)
    await planned(stage)
    anchor = await seat_of(stage, "anchor")
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor", on="The crew of")
    page = f"{anchor.id}:{stage.kai.id}:{anchor.person_id}"
    await stage.wei.tells_bot("/streams")
    await stage.wei.presses("Sat 28 Nov 20:00")
    await stage.wei.presses("Crew")
    await stage.lin.presses("Nia")
    assert "… Anchor: Nia, asked" in plain(stage.wei.reads()), "the other lead's page is true again"
    await stage.lin.presses("Anchor", on="The crew of")
    await stage.nia.presses("Accept")
    assert "✓ Anchor: Nia" in plain(stage.wei.reads()) and "✓ Anchor: Nia" in stage.wei.private.buttons()
    assert "Who as Anchor?" in stage.lin.reads(), "a page about one seat is not turned under the lead's hand"
    await stage.wei.sends_data(f"plan.pick:{page}")
    assert "Anchor is Nia by now" in stage.wei.toast
    await stage.wei.sends_data(f"plan.out:{anchor.id}:{anchor.person_id}")
    assert "Anchor is Nia by now" in stage.wei.toast
    assert (await seat_of(stage, "anchor")).person_id == stage.nia.id


async def test_a_lead_notes_a_yes_that_was_said_on_the_phone(stage: Stage) -> None:
    await qualify(stage, "lin", "floor", backup=True)
    await planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("Floor manager", on="The crew of")
    await stage.lin.presses("Lin · backup, would leave")
    assert stage.lin.toast.startswith("You are Floor manager. Open now: "), "nobody asks themselves"
    await stage.lin.presses("Anchor", on="The crew of")
    assert "Now: Mei, asked" in stage.lin.reads()
    await stage.lin.presses("Mei has told me: yes")
    assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED and "✓ Anchor: Mei" in plain(stage.lin.reads())
    assert "Lin has noted that you said yes: Anchor" in plain(stage.mei.reads())
    assert stage.mei.sees_button("I can't after all")
    assert "plan-log-said-yes" in [entry.key for entry in await stage.rows(LogEntry)]


async def test_everybody_who_could_sit_there_is_a_press_or_two_away(stage: Stage) -> None:
    await crowd(stage, 25)
    await planned(stage)
    await stage.lin.presses("Crew")
    await stage.lin.presses("Anchor", on="The crew of")
    assert not stage.lin.sees_button("P24")
    await stage.lin.presses("More people")
    await stage.lin.presses("P24")
    assert "P24 is asked to be Anchor" in stage.lin.toast


async def test_a_deputy_who_cannot_come_knows_of_being_deputy_and_so_does_the_lead(stage: Stage) -> None:
    await planned(stage)
    await stage.wei.presses("Decline")
    assert has_read(stage.wei, "You are still deputy: what Lin leaves unanswered comes to you.")
    assert has_read(stage.lin, "Wei is still deputy: what you leave unanswered goes there. Lead changes that.")
    await stage.lin.presses("Lead")
    await stage.lin.presses("No deputy")
    assert not has_read(stage.wei, "You are still deputy")


async def test_a_pair_that_goes_together_keeps_both_seats(stage: Stage) -> None:
    await qualify(stage, "bo", "control")
    await planned(stage)
    await stage.yan.presses("Suggest someone")
    await stage.yan.presses("Bo")
    assert plain(stage.lin.reads()).endswith("\nBo: also Floor manager in this show")
    await stage.yan.presses("Accept")
    assert plain(stage.lin.reads()).endswith("\n✓ Control desk: Yan") and not stage.lin.private.buttons()
    await stage.lin.presses("Crew")
    await stage.lin.presses("Control desk: Yan")
    await stage.lin.presses("Bo · also Floor manager in this show")
    assert has_read(stage.bo, "You are asked to be: Floor manager, Control desk")
    one_of_two = ["Accept: Floor manager", "Accept: Control desk"]
    assert stage.bo.private.buttons() == ["Accept all", "Decline all", *one_of_two, "Suggest someone"]
    await stage.bo.presses("Suggest someone")
    assert stage.bo.private.buttons() == ["Floor manager", "Control desk", "Cancel"], "of two seats one says which"
    await stage.bo.presses("Control desk")
    assert "Who could be Control desk instead?" in stage.bo.reads() and stage.bo.private.buttons() == ["Yan", "Cancel"]
    await stage.lin.presses("Control desk: Bo")
    await stage.lin.presses("Yan · free")
    assert plain(stage.bo.reads()).endswith(
        "Yan instead of you as Control desk.\nYou are still asked to be: Floor manager."
    )
    await stage.lin.presses("Control desk: Yan")
    await stage.lin.presses("Bo · also Floor manager in this show")
    await stage.bo.presses("Accept: Control desk")
    assert "You are in: Control desk" in stage.bo.reads() and "You are asked to be: Floor manager" in stage.bo.reads()
    await stage.bo.presses("Decline")
    said = {role: (await seat_of(stage, role)).answer for role in ("floor", "control")}
    assert said == {"floor": Answer.DECLINED, "control": Answer.ACCEPTED}, "one request endangers no other"


async def test_a_seat_is_added_and_taken_out_again(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor")
    await planned(stage, "/new 2026-11-28 20:00 2h Short one")
    lin = stage.lin
    await lin.presses("Crew")
    await lin.presses("+ Another seat")
    await lin.presses("Anchor")
    await lin.presses("Nia")
    sitting = {(await seat_of(stage, "anchor", number)).person_id for number in (1, 2)}
    assert stage.nia.id in sitting
    await lin.presses("Anchor 2")
    await lin.presses("Remove the seat")
    assert "Anchor 2" not in lin.reads()
    assert len([one for one in await stage.rows(Assignment) if one.role == "anchor"]) == 1


async def test_two_anchors_share_a_show_longer_than_a_block(stage: Stage) -> None:
    await qualify(stage, "nia", "anchor")
    await planned(stage)
    sitting = [(await seat_of(stage, "anchor", number)).person_id for number in (1, 2)]
    assert sitting == [stage.mei.id, stage.nia.id], "the newest does not open the show"
    assert has_read(stage.mei, "You are asked to be: Anchor 1 (on 20:00–22:00 for now)")
    await stage.nia.tells_bot("/next")
    assert "Anchor 2 (on 22:00–23:00 for now)? I wait" in plain(stage.nia.reads())
    await stage.nia.presses("Accept")
    assert "You are in: Anchor 2 (on 22:00–23:00 for now), Sat" in stage.nia.toast
    assert has_read(stage.nia, "✅ You are in: Anchor 2 (on 22:00–23:00 for now)")
    await stage.mei.presses("Decline")
    assert plain(stage.nia.private.inbox()[0]).endswith("✅ You are in: Anchor 2"), "alone there are no turns"


# Moving


async def move(stage: Stage, said: str) -> None:
    await stage.lin.presses("Move")
    if said.startswith("+"):
        await stage.lin.presses(said)
    else:
        await stage.lin.tells_bot(said)
    await stage.lin.presses("Move it")


async def test_a_move_by_a_day_moves_every_cue_and_asks_everyone_again(whole_stage: Stage) -> None:
    stage = whole_stage
    await planned(stage)
    for key in KEYS:
        await stage.actors[key].presses("Accept")
    before = {cue.id: cue.due_at for cue in await stage.cues() if cue.counted != "wall"}
    await move(stage, "+1d")
    stream = await stage.stream()
    assert stream.starts_at == SATURDAY + timedelta(days=1)
    after = {cue.id: cue.due_at for cue in await stage.cues()}
    assert len(before) > 60
    assert all(after[cue] - due == timedelta(days=1) for cue, due in before.items() if cue in after)
    assert has_read(stage.mei, "moved: from Sat 28 Nov 20:00 to Sun 29 Nov 20:00")
    assert has_read(stage.mei, "Can you make the new time?") and stage.mei.sees_button("Accept")
    assert (await seat_of(stage, "anchor")).answer is Answer.ASKED
    assert "moved: from Sat 28 Nov 20:00 to Sun 29 Nov 20:00" in "\n".join(stage.group.inbox())


async def test_a_small_move_tells_everyone_once_and_asks_nobody(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Accept")
    await move(stage, "+30m")
    assert sum("has moved" in text for text in stage.mei.inbox()) == 1
    assert has_read(stage.mei, "you need not answer")
    assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED
    assert (await stage.stream()).starts_at == SATURDAY + timedelta(minutes=30)


async def test_small_moves_add_up_to_another_promise(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Accept")
    for said in ("2026-11-28 21:30", "2026-11-28 23:00"):
        assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED
        await move(stage, said)
    assert (await seat_of(stage, "anchor")).answer is Answer.ASKED
    assert "from Sat 28 Nov 20:00 to Sat 28 Nov 23:00" in plain(stage.mei.reads())


@scene
async def at_the_gate(stage: Stage) -> None:
    """A minute after the lead was asked for a decision; all have been called, and none is called again."""
    stream = await stage.show("2026-11-24 20:00")
    await stage.hush("prep", before=stream.starts_at)
    await stage.to(stage.at("2026-11-24 19:15"))
    await stage.hush("ready.call", before=stream.starts_at)
    await stage.to(stage.at("2026-11-24 19:46"))


async def test_a_no_go_that_moves_to_another_day_asks_everyone_anew_and_once(stage: Stage) -> None:
    await at_the_gate(stage)
    await stage.lin.presses("NO-GO")
    await stage.lin.presses("Move")
    before = len(stage.mei.inbox())
    await stage.lin.tells_bot("2026-11-26 20:00")
    await stage.lin.presses("Move it")
    stream = await stage.stream()
    assert stream.starts_at == stage.at("2026-11-26 20:00") and stream.phase is Phase.PREP
    assert (await seat_of(stage, "anchor")).answer is Answer.ASKED
    news = [text for text in stage.mei.inbox()[before:] if "26 Nov" in text and "moved" in text]
    assert len(news) == 1 and "Can you make the new time?" in news[0]
    await stage.mei.presses("Accept")
    assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED


async def test_a_hold_asks_for_no_promise_anew(stage: Stage) -> None:
    await at_the_gate(stage)
    await stage.lin.presses("HOLD")
    assert (await seat_of(stage, "anchor")).answer is Answer.ACCEPTED


async def test_the_lead_and_the_deputy_of_one_show_change_from_its_card(stage: Stage) -> None:
    await planned(stage)
    await stage.lin.presses("Lead", on="Lead Lin")
    assert "Who leads Black Friday Special?" in plain(stage.lin.reads())
    await stage.lin.presses("Lead: Wei")
    stream = await stage.stream()
    assert (stream.lead_id, stream.deputy_id) == (stage.wei.id, stage.lin.id)
    assert "Lin made you the lead" in plain(stage.wei.reads())
    assert "Lead Wei · deputy Lin" in plain(crew_card(stage))
    await stage.lin.sends_data(f"plan.deputy:{stream.id}:{stage.wei.id}")
    assert "That is Wei already" in stage.lin.toast
    await stage.lin.sends_data(f"plan.led:{stream.id}:{stage.mei.id}")
    assert "Mei is no lead of this team" in stage.lin.toast
    await stage.lin.sends_data(f"plan.led:{stream.id}:{stage.lin.id}")
    assert [one.key for one in await stage.rows(LogEntry)][-2:] == ["plan-log-lead", "plan-log-lead-own"]


async def test_a_move_into_the_past_or_to_nowhere_is_asked_again(stage: Stage) -> None:
    await planned(stage)
    await stage.lin.presses("Move")
    await stage.lin.tells_bot("2026-11-20 20:00")
    assert "has passed" in stage.lin.reads()
    await stage.lin.tells_bot("2026-11-28 20:00")
    assert "That is when it starts already" in stage.lin.reads()
    await stage.lin.tells_bot("whenever")
    assert "Good ones" in stage.lin.reads()
    await stage.lin.presses("Cancel")
    assert (await stage.stream()).starts_at == SATURDAY


async def test_a_move_says_who_would_be_elsewhere(stage: Stage) -> None:
    await planned(stage, "/new 2026-11-29 20:00 3h Sunday")
    await planned(stage)
    await stage.lin.presses("Move", on="Black Friday")
    await stage.lin.presses("+1d")
    assert "⚠️ Mei: busy, Sun 29 Nov 20:00–23:00" in stage.lin.reads()


# Calling off


async def test_a_show_called_off_tells_everyone_once_and_silences_every_cue(whole_stage: Stage) -> None:
    stage = whole_stage
    await planned(stage)
    await stage.lin.presses("Cancel the show")
    await stage.lin.tells_bot("The venue is flooded")
    await stage.lin.presses("Details")
    await stage.lin.presses("Crew")
    await stage.lin.presses("Yes, cancel the show")
    off = ["❌ Black Friday Special, Sat 28 Nov 20:00: called off"]
    assert stage.lin.inbox()[-3:-1] == off * 2, "details and crew say so too"
    stream = await stage.stream()
    assert stream.phase is Phase.CANCELLED
    for key in KEYS:
        said = [text for text in stage.actors[key].inbox() if "Reason: The venue is flooded" in text]
        assert len(said) == 1, key
    assert any("Lin has called off Black Friday Special" in text for text in stage.group.inbox())
    planned_cues = [
        one for one in await stage.rows(Cue) if one.stream_id == stream.id and one.state is CueState.PLANNED
    ]
    assert planned_cues == []
    await stage.mei.sends_data(f"plan.accept:{stream.id}:{stage.mei.id}")
    await stage.lin.sends_data(f"plan.add:{stream.id}")
    assert "Too late" in stage.mei.toast and "Too late" in stage.lin.toast


async def test_calling_off_can_be_thought_better_of(stage: Stage) -> None:
    await planned(stage)
    await stage.lin.presses("Cancel the show")
    await stage.lin.presses("Skip")
    await stage.lin.presses("Cancel")
    assert (await stage.stream()).phase is Phase.PREP


async def test_of_two_leads_moving_at_once_the_second_reads_what_the_first_has_done(stage: Stage) -> None:
    stream = await planned(stage)
    for lead, later in ((stage.wei, "+1d"), (stage.lin, "+1h")):
        await lead.tells_bot("/move")
        await lead.presses(later)
    await stage.lin.presses("Move it")
    await stage.wei.presses("Move it")
    read = plain(stage.wei.reads())
    assert "Meanwhile, by Lin: moved from Sat 28 Nov 20:00 to Sat 28 Nov 21:00" in read
    assert "from Sat 28 Nov 21:00" in read and "to Sun 29 Nov 20:00" in read
    assert (await stage.stream()).starts_at == stream.starts_at + timedelta(hours=1)
    await stage.wei.presses("Move it")
    assert (await stage.stream()).starts_at == stream.starts_at + timedelta(days=1)


async def test_two_leads_calling_off_at_once_tell_everyone_once(stage: Stage) -> None:
    await planned(stage)
    await stage.lin.presses("Cancel the show")
    await stage.wei.tells_bot("/streams")
    await stage.wei.presses("Sat 28 Nov 20:00 · Black Friday Special")
    await stage.wei.presses("Cancel the show")
    for lead in (stage.lin, stage.wei):
        await lead.presses("Skip")
        await lead.presses("Yes, cancel the show")
    assert "Too late" in stage.wei.reads()
    assert sum("has called off" in text for text in stage.mei.inbox()) == 1


# What others read


async def test_the_record_tells_who_did_what(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.presses("Accept")
    keys = [entry.key for entry in await stage.rows(LogEntry)]
    assert keys.count("plan-log-planned") == 1 and keys.count("plan-log-accepted") == 1


async def test_help_reminds_of_an_open_question_and_offers_leads_more(stage: Stage) -> None:
    await planned(stage)
    await stage.mei.tells_bot("/help")
    assert has_read(stage.mei, "waits for your answer") and "/new" not in stage.mei.reads()
    await stage.lin.tells_bot("/help")
    assert "/new plan a show" in stage.lin.reads()


async def test_the_report_opens_with_times_and_crew_below_its_heading(stage: Stage) -> None:
    stream = await stage.show()

    def head(desk: Desk) -> str:
        show = desk.get(Stream, stream.id)
        show.live_at, show.wrapped_at = SATURDAY + timedelta(minutes=4), SATURDAY + timedelta(hours=3)
        flow = next(flow for flow in desk.house.flows if flow.name == "plan")
        return plain(desk.house.dictionary.text(flow.report(desk, show), desk.group(desk.team_of(show)).reader))

    told = await stage.work(head)
    assert told.startswith("Sat 28 Nov 20:00–23:00 · 3h") and stream.title not in told
    assert "On air 20:04–23:00 · 2h56m, 4m late" in told
    assert "Anchor Mei · Co-host Kai" in told


async def test_many_shows_come_in_pages(stage: Stage) -> None:
    for days in range(9):
        await worked(stage, "bo", stage.now + timedelta(days=days + 1), Phase.PREP)
    await stage.bo.tells_bot("/streams")
    assert "9 shows" in stage.bo.reads()
    assert "Tue 24 Nov" in stage.bo.reads() and "Wed 2 Dec" not in stage.bo.reads()
    assert "Page 1 of 2" in plain(stage.bo.reads())
    before = len(stage.bo.inbox())
    await stage.bo.presses("Later")
    assert "Wed 2 Dec" in stage.bo.reads() and len(stage.bo.inbox()) == before
    await stage.bo.presses("Earlier")
    assert "Tue 24 Nov" in stage.bo.reads() and "Later ›" in stage.bo.private.buttons()


async def test_the_board_is_posted_anew_below_and_the_old_one_says_so(stage: Stage) -> None:
    await stage.show()
    group = stage.world.group()
    assert group is not None
    first = group.pinned[-1]
    await stage.bo.says("/board")
    await stage.forward(timedelta(minutes=1))
    assert group.pinned[-1] > first and "Black Friday Special" in stage.board()
    assert "stands further down" in group.posts[first].body["text"]
    assert not group.posts[first].buttons()
    await stage.bo.tells_bot("/board")
    assert "Lead Lin" in plain(stage.bo.reads())


async def test_without_a_show_there_is_no_board_to_post(stage_zh: Stage) -> None:
    await stage_zh.bo.says("/board")
    assert "没有看板" in stage_zh.group.reads()


async def test_move_typed_as_a_command_opens_the_only_show(stage: Stage) -> None:
    await stage.lin.says("/move")
    assert "No show is planned" in stage.group.reads()
    await planned(stage)
    await stage.lin.says("/move")
    assert "To when does Black Friday Special move?" in stage.lin.reads()


async def test_a_move_in_one_line_goes_straight_to_the_last_question(stage: Stage) -> None:
    stream = await planned(stage)
    await stage.mei.presses("Accept")
    await stage.lin.says("/move 21:00 4h")
    longer = "On air for 4h instead of 3h, until 01:00."
    assert "to Sat 28 Nov 21:00" in plain(stage.lin.reads()) and longer in plain(stage.lin.reads())
    await stage.lin.presses("Move it")
    moved = (await stage.rows(Stream))[0]
    assert (moved.starts_at, moved.minutes) == (stream.starts_at + timedelta(hours=1), 240)
    assert sum("moved: from" in plain(text) and longer in plain(text) for text in stage.mei.inbox()) == 1
    await stage.lin.says("/move 20:00-22:00")
    await stage.lin.presses("Move it")
    assert (await stage.stream()).minutes == 120
    await stage.lin.says("/move 20:00 5h")
    page = plain(stage.lin.reads())
    assert "🕗 Black Friday Special, Sat 28 Nov 20:00\n⏱ On air for 5h instead of 2h, until 01:00." in page
    assert "from Sat" not in page and "What is counted from the end moves along" in page
    await stage.lin.presses("Change it")
    assert "is now on air Sat 28 Nov 20:00–01:00" in plain(stage.lin.reads())


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("yesterday 8pm", "has passed"),
        ("Saturday", "starts already"),
        ("soonish", "Good ones"),
        ("+30m 0h", "24 hours"),
    ],
)
async def test_a_move_in_one_line_to_nowhere_gets_an_example(stage: Stage, said: str, answer: str) -> None:
    await planned(stage)
    await stage.lin.tells_bot(f"/move {said}")
    assert answer in stage.lin.reads()


async def test_a_forged_move_with_an_absurd_number_is_refused(stage: Stage) -> None:
    stream = await planned(stage)
    start = int(stream.starts_at.timestamp())
    before = len(stage.lin.inbox())
    for data in ("0", "14", "1441", "99999", "9" * 30, "-60", "1.5", "²", "x"):
        await stage.lin.sends_data(f"plan.move:{stream.id}:{start + 3600}:{data}")
        assert "between 15 minutes and 24 hours" in stage.lin.toast, data
    for data, answer in ((60, "has passed"), (99999999999, "more than a year away")):
        await stage.lin.sends_data(f"plan.move:{stream.id}:{data}:60")
        assert answer in stage.lin.toast
    assert len(stage.lin.inbox()) == before, "nothing is asked of it"


async def test_a_forged_answer_that_no_button_offers_is_refused(stage: Stage) -> None:
    await stage.lin.tells_bot("/new Friday live")
    asked = stage.lin.reads()
    for value in ("x", "9" * 30, "²", "-1", ""):
        (talk,) = await stage.rows(Conversation)
        await stage.lin.sends_data(f"talk.pick:{talk.id}:{talk.asked}:{value}")
        assert stage.lin.toast == "This is no longer there."
    assert stage.lin.reads() == asked and stage.lin.sees_button("Cancel")


async def test_with_several_shows_a_move_in_one_line_asks_which_and_keeps_the_time(stage_zh: Stage) -> None:
    await stage_zh.show("2026-11-28 20:00", title="周六场")
    await stage_zh.show("2026-11-29 20:00", title="周日场")
    await stage_zh.lin.tells_bot("/move 周日晚9点")
    await stage_zh.lin.presses("周日场")
    assert "21:00" in stage_zh.lin.reads() and "20:00" in stage_zh.lin.reads()


async def test_who_was_not_free_cannot_claim(stage: Stage) -> None:
    lin = stage.lin
    await stage.bo.tells_bot("/away 2026-11-28")
    await planned(stage)
    await stage.bo.presses("I'll take it: Floor manager")
    assert "You can't take it: away" in stage.bo.toast
    assert not has_read(lin, "has taken the open seat")
