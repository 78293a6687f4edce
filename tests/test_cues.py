"""Cues: given once, at their time, while they are true; followed up with a limit; never silent about being late."""

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, event
from sqlmodel import select

from bot import phases
from bot.crew import Phase, Stream, Team
from bot.cues import AT_ONCE, Cue, CueState, From, due_at, next_due, overdue
from bot.desk import Desk
from bot.rehearsal import comings
from tests.machine import CREW, Machine, open_machine
from tests.stage import MONDAY_NOON

NOON = MONDAY_NOON
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    async with open_machine() as one:
        yield one


def asked(machine: Machine) -> list[str]:
    """Who of the crew was asked, each as often as they were."""
    return [key for key in CREW for text in machine.actors[key].inbox() if "for 1" in text]


async def dues(machine: Machine) -> list[datetime]:
    """When the test's own cues are due; the board's countdown is another matter."""
    return [cue.due_at for cue in await machine.rows(Cue) if cue.kind.startswith("echo")]


def test_only_what_counts_from_the_start_on_follows_a_late_start() -> None:
    stream = Stream(starts_at=NOON, minutes=60, live_at=NOON + 5 * MINUTE)
    assert due_at(stream, From.START, -HOUR) == NOON - HOUR
    assert due_at(stream, From.START, timedelta()) == NOON + 5 * MINUTE
    assert due_at(stream, From.START, HOUR) == NOON + HOUR + 5 * MINUTE
    assert due_at(stream, From.END, -HOUR) == NOON


async def test_a_cue_is_given_once_and_not_before_its_time(machine: Machine) -> None:
    await machine.cue("plain", at=NOON + HOUR)
    await machine.to(NOON + HOUR - timedelta(seconds=1))
    assert await machine.given() == []
    await machine.to(NOON + HOUR)
    await machine.to(NOON + DAY)
    assert await machine.given() == ["echo.plain:1:"] and machine.group.inbox() == ["echo.plain for 1"]


async def test_the_same_cue_is_planned_once_and_moves_while_it_is_planned(machine: Machine) -> None:
    await machine.cue("plain", at=NOON + HOUR)
    await machine.cue("plain", at=NOON + 2 * HOUR)
    await machine.cue("plain", at=NOON + 2 * HOUR, note="another")
    assert await dues(machine) == [NOON + 2 * HOUR] * 2
    await machine.to(NOON + 3 * HOUR)
    await machine.cue("plain", at=NOON + 4 * HOUR)
    await machine.to(NOON + 5 * HOUR)
    assert sorted(await machine.given()) == ["echo.plain:1:", "echo.plain:1:another"]


async def test_a_cue_that_is_no_longer_true_is_dropped_without_a_word(machine: Machine) -> None:
    await machine.cue("plain", at=NOON + HOUR, note="untrue")
    await machine.to(NOON + 2 * HOUR)
    assert (await machine.only_cue()).state is CueState.DROPPED and machine.group.inbox() == []


@pytest.mark.parametrize(
    ("kind", "state", "said"),
    [
        ("plain", CueState.GIVEN, "echo.plain for 1"),
        ("late", CueState.GIVEN, "1d2h late: I could not say this in time.\necho.late for 1"),
        ("missed", CueState.MISSED, ""),
    ],
)
async def test_after_a_day_of_downtime_each_kind_follows_its_own_rule(
    machine: Machine, kind: str, state: CueState, said: str
) -> None:
    await machine.cue(kind, at=NOON + HOUR)
    machine.clock.forward(DAY + 3 * HOUR)
    await machine.settle()
    assert (await machine.only_cue()).state is state and machine.group.reads() == said
    missed = await machine.kept("cue-log-missed")
    what = {"word": "echo-cue-missed", "args": {}}
    assert missed == ([{"what": what, "minutes": 26 * 60}] if kind == "missed" else [])


async def test_within_its_grace_a_cue_is_not_late(machine: Machine) -> None:
    for kind in ("late", "missed"):
        await machine.cue(kind, at=NOON + HOUR)
    machine.clock.forward(HOUR + 2 * MINUTE)
    await machine.settle()
    assert sorted(machine.group.inbox()) == ["echo.late for 1", "echo.missed for 1"]


# Following up


async def test_silence_asks_the_next_one_and_at_last_the_whole_team(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 20:40")
    await machine.cue("chain", stream=stream, at=NOON)
    seen = []
    for _ in range(8):
        await machine.settle()
        seen.append((asked(machine), len(machine.group.inbox())))
        machine.clock.forward(HOUR)
    assert [len(people) for people, _ in seen] == [1, 2, 3, 4, 5, 5, 5, 5]
    assert [group for _, group in seen] == [0, 0, 0, 0, 0, 1, 1, 1]
    assert asked(machine) == list(CREW[:5])
    assert machine.group.reads() == (
        "I asked Lin, Mei, Kai, Bo, Yan already, and it is still open. Can anyone take this?\necho.chain for 1"
    )
    assert machine.kai.reads() == "I asked Lin, Mei already, and it is still open. You are next.\necho.chain for 1"
    assert (await machine.only_cue()).state is CueState.GIVEN


async def test_who_answers_stops_the_chain(machine: Machine) -> None:
    await machine.cue("chain", at=NOON)
    await machine.settle()
    await machine.until_next()
    await machine.unit(lambda desk: desk.acknowledge("echo.chain", 1))
    await machine.to(NOON + 9 * DAY)
    assert asked(machine) == ["lin", "mei"] and machine.group.inbox() == []
    cue = await machine.only_cue()
    assert cue.state is CueState.ACKNOWLEDGED and cue.acknowledged_at


async def test_waits_are_short_close_to_the_start(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 20:20")
    await machine.cue("chain", stream=stream, at=NOON)
    await machine.settle()
    assert timedelta() < (await machine.only_cue()).due_at - NOON <= 5 * MINUTE


async def test_who_cannot_be_reached_or_is_on_air_is_passed_over(machine: Machine) -> None:
    machine.on_air.add(machine.lin.id)
    await machine.kai.blocks()
    await machine.cue("chain", at=NOON)
    for _ in range(3):
        await machine.settle()
        machine.clock.forward(DAY + MINUTE)
    assert asked(machine) == ["mei", "bo", "yan"]


async def test_whoever_the_call_is_for_is_called_in_the_group_where_the_private_chat_does_not_work(
    machine: Machine,
) -> None:
    await machine.lin.blocks()
    await machine.cue("chain", at=NOON)
    await machine.settle()
    assert machine.group.reads().startswith("Lin, I have a message for you")


# Quiet hours


@pytest.fixture
async def night() -> AsyncIterator[Machine]:
    """Quiet from eleven to eight, in the team's zone."""
    async with open_machine(quiet=(time(23), time(8))) as one:
        yield one


async def test_what_can_wait_waits_for_the_morning(night: Machine) -> None:
    await night.cue("quiet", at=night.at("2026-11-24 03:00"))
    await night.cue("quiet", 2, at=night.at("2026-11-24 23:30"))
    await night.cue("plain", at=night.at("2026-11-24 03:00"))
    await night.to(night.at("2026-11-24 07:59"))
    assert await night.given() == ["echo.plain:1:"]
    await night.to(night.at("2026-11-24 08:00"))
    assert await night.given() == ["echo.plain:1:", "echo.quiet:1:"]
    await night.to(night.at("2026-11-25 08:00"))
    assert "echo.quiet:2:" in await night.given()


async def test_the_night_is_the_teams_own(night: Machine) -> None:
    await night.unit(lambda desk: setattr(desk.get(Team, 1), "timezone", "America/New_York"))
    await night.cue("quiet", at=datetime(2026, 11, 24, 7, 0, tzinfo=UTC))  # 02:00 there, 15:00 in Shanghai
    await night.to(datetime(2026, 11, 24, 12, 59, tzinfo=UTC))
    assert await night.given() == []
    await night.to(datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    assert await night.given() == ["echo.quiet:1:"]


async def test_nobody_sleeps_during_their_own_shift(night: Machine) -> None:
    stream = await night.planned("2026-11-24 02:00")
    await night.cue("quiet", stream=stream, at=night.at("2026-11-24 01:10"))
    await night.cue("quiet", 2, at=night.at("2026-11-24 01:10"))
    await night.to(night.at("2026-11-24 01:10"))
    assert await night.given() == ["echo.quiet:1:"]


# Faults


async def test_a_cue_that_fails_is_put_off_and_does_not_hold_up_the_others(machine: Machine) -> None:
    await machine.cue("plain", at=NOON, note="broken")
    await machine.cue("plain", 2, at=NOON)
    await machine.settle()
    assert await machine.given() == ["echo.plain:2:"] and machine.group.inbox() == ["echo.plain for 2"]
    broken = (await machine.rows(Cue))[0]
    assert (broken.state, broken.due_at) == (CueState.PLANNED, NOON + 5 * MINUTE)
    await machine.unit(lambda desk: setattr(desk.get(Cue, broken.id), "note", "mended"))
    await machine.to(NOON + 5 * MINUTE)
    assert machine.group.inbox() == ["echo.plain for 2", "echo.plain for 1"]


async def test_what_a_failed_cue_had_planned_can_be_planned_by_the_next(machine: Machine) -> None:
    """They share a transaction and a desk; what was undone must not be taken for what is there."""

    def both(desk: Desk) -> None:
        with contextlib.suppress(KeyError), desk.session.begin_nested():
            desk.cue("echo.plain", 7, team_id=1, at=NOON + HOUR)
            desk.session.flush()
            raise KeyError
        desk.cue("echo.plain", 7, team_id=1, at=NOON + HOUR)

    await machine.unit(both)
    assert [cue.key for cue in await machine.rows(Cue)] == ["echo.plain:7:"]


async def test_what_a_failed_cue_had_read_is_read_anew_by_the_next(machine: Machine) -> None:
    def both(desk: Desk) -> list[Stream]:
        def shows() -> list[Stream]:
            return list(desk.session.remembered(Stream, 1, lambda: desk.session.exec(select(Stream)).all()))

        with contextlib.suppress(KeyError), desk.session.begin_nested():
            about = {"starts_at": NOON, "planned_at": NOON, "minutes": 60, "playbook": "live-commerce"}
            desk.add(Stream(team_id=1, title="Undone", lead_id=machine.lin.id, **about))
            assert [show.title for show in shows()] == ["Undone"]
            raise KeyError
        return shows()

    assert await machine.unit(both) == []


async def test_hundreds_of_cues_due_at_once_are_all_given(machine: Machine) -> None:
    def plan(desk: Desk) -> None:
        due = {"team_id": 1, "kind": "echo.own", "subject": machine.mei.id, "due_at": NOON + HOUR}
        desk.session.bulk_save_objects([Cue(key=f"cue {number}", note=str(number), **due) for number in range(250)])

    await machine.unit(plan)
    machine.clock.forward(HOUR)
    assert await machine.app.ticker.give_due() == 250
    assert len(set(await machine.given())) == 250


async def test_what_is_due_next_is_found_by_an_index_however_much_is_planned(machine: Machine) -> None:
    """Start-up and every commit look it up: it must not grow with the plan."""
    seen: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, sql: str, values: object, *_: object) -> None:
        seen.append((sql, values))

    def explained(desk: Desk) -> list[str]:
        event.listen(Engine, "before_cursor_execute", note)
        next_due(desk.session)
        overdue(desk.session, NOON)
        event.remove(Engine, "before_cursor_execute", note)
        execute = desk.session.connection().exec_driver_sql
        asked = [(sql, values) for sql, values in seen if "FROM cue" in sql]
        return [" ".join(str(row) for row in execute(f"EXPLAIN QUERY PLAN {sql}", values)) for sql, values in asked]

    plans = await machine.unit(explained)
    assert len(plans) == 2
    for plan in plans:
        assert "cue USING INDEX ix_cue_planned" in plan and "SCAN team" not in plan and "TEMP B-TREE" not in plan


async def test_a_team_that_threw_the_bot_out_gets_its_cues_when_it_is_back(machine: Machine) -> None:
    group, bot, lin = machine.world.group(), machine.world.me, machine.world.people[machine.lin.id]
    assert group
    await machine.cue("late", at=NOON + HOUR)
    await machine.cue("missed", at=NOON + HOUR)
    comings.member(machine.world, lin, group, bot, "kicked")
    await machine.settle()
    machine.clock.forward(2 * HOUR)
    await machine.settle()
    assert await machine.given() == [] and await machine.app.ticker.next_due() is None
    comings.member(machine.world, lin, group, bot, "administrator")
    await machine.settle()
    assert machine.group.inbox() == ["1h late: I could not say this in time.\necho.late for 1"]
    assert len(await machine.kept("cue-log-missed")) == 1


# A stream that moves, starts, or is cancelled


async def move(machine: Machine, stream: Stream, by: timedelta) -> None:
    await machine.unit(lambda desk: phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + by))


async def enter(machine: Machine, stream: Stream, phase: Phase) -> None:
    await machine.unit(lambda desk: phases.enter(desk, desk.get(Stream, stream.id), phase))


async def test_moving_a_stream_by_a_day_moves_every_cue_not_yet_given_by_a_day_in_one_commit(machine: Machine) -> None:
    stream = await machine.planned()
    for number in range(12):
        counted = From.START if number % 2 else From.END
        await machine.cue("plain", number, stream=stream, counted=counted, offset=-number * 7 * HOUR)
    await machine.cue("plain", 99, stream=stream, at=NOON + HOUR)
    before = await dues(machine)

    def move_and_fail(desk: Desk) -> None:
        phases.move(desk, desk.get(Stream, stream.id), stream.starts_at + DAY)
        desk.session.flush()
        raise KeyError

    with pytest.raises(KeyError):
        await machine.unit(move_and_fail)
    assert await dues(machine) == before
    await move(machine, stream, DAY)
    assert await dues(machine) == [due + DAY for due in before[:-1]] + [NOON + HOUR]


async def test_after_a_move_a_cue_already_given_comes_again_or_stays_as_its_kind_says(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 23:00")
    for kind in ("plain", "once"):
        await machine.cue(kind, stream=stream, counted=From.START, offset=-2 * HOUR)
    await machine.to(machine.at("2026-11-23 21:30"))
    await move(machine, stream, DAY)
    machine.clock.forward(DAY)
    await machine.settle()
    assert sorted(await machine.given()) == ["echo.once:1:", "echo.plain:1:", "echo.plain:1:"]


async def test_a_move_to_an_earlier_hour_does_not_repeat_what_would_be_past(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 23:00")
    await machine.cue("plain", stream=stream, counted=From.START, offset=-2 * HOUR)
    await machine.to(machine.at("2026-11-23 21:30"))
    await move(machine, stream, -30 * MINUTE)
    machine.clock.forward(HOUR)
    await machine.settle()
    assert await machine.given() == ["echo.plain:1:"]


async def test_a_chain_under_way_begins_again_when_the_stream_moves(machine: Machine) -> None:
    stream = await machine.planned()
    await machine.cue("chain", stream=stream, counted=From.START, offset=-5 * DAY)
    await machine.to(NOON + HOUR)
    assert asked(machine) == ["lin"]
    await move(machine, stream, DAY)
    cue = (await machine.rows(Cue))[0]
    assert (cue.due_at, cue.round, cue.asked) == (stream.starts_at - 4 * DAY, 0, [])


async def test_what_counts_from_the_start_follows_the_real_one(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 21:00")
    await machine.cue("plain", 1, stream=stream, counted=From.START, offset=30 * MINUTE)
    await machine.cue("plain", 2, stream=stream, counted=From.END, offset=-30 * MINUTE)
    await machine.to(machine.at("2026-11-23 21:12"))
    await enter(machine, stream, Phase.LIVE)
    assert await dues(machine) == [machine.at("2026-11-23 21:42"), machine.at("2026-11-23 23:30")]


async def test_a_cancelled_stream_says_nothing_more(machine: Machine) -> None:
    stream = await machine.planned("2026-11-23 23:00")
    await machine.cue("plain", stream=stream, counted=From.START, offset=-HOUR)
    await machine.cue("chain", stream=stream, at=NOON)
    await machine.settle()
    await enter(machine, stream, Phase.CANCELLED)
    await machine.cue("late", stream=stream, at=NOON + HOUR)
    await machine.to(NOON + DAY)
    assert asked(machine) == ["lin"] and machine.group.inbox() == []


async def test_overdue_cues_come_earliest_first_and_in_portions(machine: Machine) -> None:
    for number in range(120):
        await machine.cue("plain", number, at=NOON + timedelta(seconds=120 - number))
    batch = await machine.unit(lambda desk: [cue.subject for cue in overdue(desk.session, NOON + HOUR)])
    assert batch == list(range(119, 119 - AT_ONCE, -1))
