"""Teamwork over many shows: what is in time, tried and thanked for, beside the shows before; straight from the rows."""

from datetime import timedelta

from sqlalchemy import Engine, event
from sqlmodel import select

from bot.crew import Member, Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.words import Reader
from flows import prep
from flows.action.tables import Action
from flows.action.tables import State as Standing
from flows.duty.tables import HandOff, Holding, Passing, Shift
from flows.prep.tables import Item, State
from flows.teamwork import figures, gathering
from flows.teamwork.tables import Kudos
from tests.scenes import scene
from tests.stage import Stage

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@scene
async def season(stage: Stage, shows: int = 6) -> None:
    """Shows day by day, the newest yesterday, each better than the sixth; the day before that was a rehearsal."""

    def play(desk: Desk) -> None:
        for days in range(1, shows + 1):
            one_show(stage, desk, days, good=days < 6)
        rehearsed = one_show(stage, desk, 2, good=False)
        rehearsed.rehearsal = True

    await stage.work(play)


def one_show(stage: Stage, desk: Desk, days: int, *, good: bool) -> Stream:
    """Four items of Mei's, three of them in time in a good show; one ping or three; a hand-off, an idea, a thank-you."""
    mei, kai, at = stage.mei.id, stage.kai.id, stage.now - days * DAY
    team = desk.get(Team, 1)
    stream = desk.add(
        Stream(
            team_id=team.id,
            title=f"Day {days}",
            starts_at=at,
            minutes=60,
            phase=Phase.CLOSED,
            lead_id=stage.lin.id,
            playbook=team.playbook,
            live_at=at,
            wrapped_at=at + 60 * MINUTE,
            planned_at=at - DAY,
        )
    )
    prepared(desk, stream, mei, good)
    asked(desk, stream, mei, good)
    handed_over(desk, stream, mei, kai, MINUTE * (not good))
    about = {"stream_id": stream.id, "team_id": team.id}
    tried = Standing.DONE if good else Standing.DROPPED
    desk.add(Action(**about, what="Try it", said_by=mei, owner_id=kai, state=tried))
    desk.add(Kudos(**about, from_id=kai, to_id=mei, why="patience", at=at))
    return stream


def prepared(desk: Desk, stream: Stream, who: int, good: bool) -> None:
    for number in range(4):
        done = good and number < 3
        state, about = State.DONE if done else State.OPEN, {"stream_id": stream.id, "told_id": who}
        desk.add(Item(**about, key=f"{number}", en="An item", zh="一项", state=state, in_time=done))
    desk.add(Item(**about, key="left", en="Left out", zh="不做", state=State.SKIPPED))


def asked(desk: Desk, stream: Stream, who: int, good: bool) -> None:
    """Once where it is good; else once, and twice more when it is overdue."""
    ping = (who, (stream.starts_at - 90 * MINUTE).isoformat())
    for kind, times in (("prep.ping", 1),) if good else (("prep.ping", 1), ("prep.overdue", 2)):
        desk.add(
            Cue(
                stream_id=stream.id,
                key=f"{kind}:{stream.id}",
                team_id=stream.team_id,
                kind=kind,
                subject=1,
                due_at=stream.starts_at,
                state=CueState.ACKNOWLEDGED,
                history=[ping] * times,
                acknowledged_at=stream.starts_at - (80 if good else 60) * MINUTE,
            )
        )


def handed_over(desk: Desk, stream: Stream, outgoing: int, incoming: int, late: timedelta) -> None:
    about, at = {"stream_id": stream.id, "role": "anchor"}, stream.starts_at
    turns = [
        desk.add(Shift(**about, person_id=who, starts_at=at, ends_at=at, state=Holding.OFF))
        for who in (outgoing, incoming)
    ]
    desk.add(
        HandOff(
            **about,
            from_shift_id=turns[0].id,
            to_shift_id=turns[1].id,
            outgoing_id=outgoing,
            incoming_id=incoming,
            answerer_id=outgoing,
            due_at=at,
            state=Passing.ACCEPTED,
            opened_at=at,
            offered_at=at,
            accepted_at=at + late,
        )
    )


async def test_the_last_shows_stand_beside_those_before_and_a_rehearsal_counts_in_nothing(stage: Stage) -> None:
    await season(stage)
    await stage.nia.says("/teamwork")
    told = stage.group.reads()
    assert "The last 5 shows; in brackets the one before" in told
    assert "✅ Items done in time: 15 of 20, 75% (0%)" in told
    assert "🔁 Hand-offs accepted in time: 5 of 5, 100% (0%)" in told
    assert "💡 Ideas from reviews tried: 5 of 5, 100% (0%)" in told
    assert "• preparation: 10m · 1.0 (30m · 3.0)" in told
    assert "👏 Thanks: 5 (1)" in told
    assert "• Sun 22 Nov · Day 1: ✅ 75% · 🔁 100% · 💡 100% · ⏱ 10m · 🔔 1.0" in told
    assert told.count("Day ") == 5
    told = await stage.work(lambda desk: list(prep.flow.report(desk, desk.get(Stream, 1))))
    read = stage.app.house.dictionary.text(told, Reader("en", "Asia/Shanghai"))
    assert (
        "📋 Checklist, 5 items: 3 done in time, 1 skipped, 1 not ticked off" in read and "Skipped: Left out" in read
    ), "and the report says the same"


async def test_a_persons_own_are_what_was_asked_of_them_said_by_them_and_thanked_to_them(stage: Stage) -> None:
    await season(stage)
    await stage.mei.tells_bot("/teamwork")
    own = stage.mei.reads()
    assert "✅ Items done in time: 15 of 20, 75% (0%)" in own
    assert "Hand-offs" not in own and "💡 Ideas from reviews tried: 5 of 5" in own
    assert "📣 Asked first, and answered: 5 of 5, 100% (0%)" in own
    assert "👏 Thanks: got 5, gave 0" in own
    await stage.lin.tells_bot("/teamwork kai")
    theirs = stage.lin.reads()
    assert "🔁 Hand-offs accepted in time: 5 of 5" in theirs and "Items" not in theirs and "gave 5" in theirs
    await stage.nia.tells_bot("/teamwork")
    assert "Nothing on record in these shows yet" in stage.nia.reads()


async def test_it_reads_in_chinese(stage_zh: Stage) -> None:
    await season(stage_zh)
    await stage_zh.mei.says("/teamwork")
    told, own = stage_zh.group.reads(), stage_zh.mei.reads()
    assert "最近 5 场，括号里是再往前 1 场" in told
    assert "✅ 筹备按时完成：15/20，75%（0%）" in told and "🔁 按时接班：5/5" in told and "💡 复盘想法落地：5/5" in told
    assert "• 筹备：10 分钟 · 1.0 次（30 分钟 · 3.0 次）" in told
    assert "群里不发" in own and "收到点赞 5 次" in own


async def test_ten_shows_take_as_few_statements_as_one(stage: Stage) -> None:
    def counted(desk: Desk) -> int:
        seen: list[str] = []

        def note(_connection: object, _cursor: object, sql: str, *_: object) -> None:
            seen.append(sql)

        desk.session.flush()
        event.listen(Engine, "before_cursor_execute", note)
        team = desk.get(Team, 1)
        seen.clear()
        figures.of_team(gathering.of(desk, team), team)
        event.remove(Engine, "before_cursor_execute", note)
        return len(seen)

    await season(stage, 1)
    assert await stage.work(counted) == 6
    await season(stage, 10)
    assert await stage.work(counted) == 6


async def test_thanks_between_shows_are_for_the_last_one_and_in_a_rehearsal_for_none(stage: Stage) -> None:
    await season(stage, 2)
    await stage.lin.says("/kudos Bo patience")
    await stage.lin.says("/teamwork")
    assert "👏 Thanks: 3" in stage.group.reads() and "gave 1" in stage.lin.reads()

    def rehearse(desk: Desk) -> None:
        stream = one_show(stage, desk, 0, good=True)
        stream.phase, stream.rehearsal = Phase.LIVE, True

    await stage.work(rehearse)
    await stage.lin.says("/kudos Bo patience")
    await stage.lin.says("/teamwork")
    assert "👏 Thanks: 3" in stage.group.reads() and "gave 1" in stage.lin.reads()


async def test_whoever_is_no_lead_any_more_when_the_name_comes_sees_nobodys(stage: Stage) -> None:
    await season(stage, 1)
    await stage.lin.tells_bot("/teamwork zoe")
    assert "Nobody in the team is called zoe" in stage.lin.reads()
    await stage.lin.tells_bot("/teamwork")
    await stage.lin.presses("Somebody's figures")

    def step_down(desk: Desk) -> None:
        for member in desk.session.exec(select(Member).where(Member.person_id == stage.lin.id)):
            member.lead = False

    await stage.work(step_down)
    await stage.lin.presses("Kai")
    assert "Only leads see" in stage.lin.reads()
