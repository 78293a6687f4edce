"""The playbook's lines as pure cases."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.playbook import CueLine
from flows.calls import rules

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def line(at: str, **more: object) -> CueLine:
    say = {"en": "Check: sound and picture.", "zh": "体检：声音和画面。"}
    return CueLine.model_validate({"key": "check", "at": at, "to": "tech", "say": say, **more})


@pytest.mark.parametrize(
    ("at", "every", "said"),
    [
        ("T+15m", "1h", [15, 75, 135]),
        ("T+1h", "1h", [60, 120]),
        ("T-10m", None, [-10]),
        ("END-30m", "10m", [-30, -20, -10]),
        ("END+10m", "10m", [10]),
        ("T+4h", "1h", [240]),
    ],
)
def test_a_line_repeats_until_the_planned_end(at: str, every: str | None, said: list[int]) -> None:
    repeated = line(at, **({"every": every} if every else {}))
    assert rules.offsets(repeated, 3 * HOUR) == [minutes * MINUTE for minutes in said]


def test_a_line_for_every_minute_of_a_day_stops_somewhere() -> None:
    assert len(rules.offsets(line("T+1m", every="1m"), 24 * HOUR)) == rules.MOST


@pytest.mark.parametrize(
    ("at", "phase", "true_in"),
    [
        ("T-10m", None, rules.AHEAD),
        ("T-10m", "standby", ("standby",)),
        ("T+0", None, ("live",)),
        ("END-10m", None, ("live",)),
        ("END+10m", None, rules.AFTER),
        ("END+10m", "wrap", rules.AFTER),
        ("END+10m", "live", ("live",)),
    ],
)
def test_a_line_is_said_only_in_its_phase(at: str, phase: str | None, true_in: tuple[str, ...]) -> None:
    said = line(at, phase=phase)
    assert rules.phases(said, said.at.by) == true_in


def test_what_counts_from_the_start_waits_for_it_and_what_comes_after_waits_for_the_wrap() -> None:
    assert rules.follows_start(line("T+0"), timedelta()) and not rules.follows_start(line("T-1m"), -MINUTE)
    assert rules.follows_wrap(line("END+10m")) and rules.follows_wrap(line("END", phase="wrap"))
    assert not rules.follows_wrap(line("END-10m")) and not rules.follows_wrap(line("END+5m", phase="live"))


def test_what_waits_for_the_wrap_counts_from_it_unless_it_was_forgotten_and_is_then_said_only_while_it_is_ahead() -> (
    None
):
    planned = datetime(2026, 11, 23, 23, tzinfo=UTC)
    soon, morning = planned + HOUR, planned + 10 * HOUR
    assert rules.ended(planned, soon) == soon and rules.ended(planned, morning) == planned
    assert rules.ended(planned, planned - HOUR) == planned - HOUR
    for at, late, said in (("END+10m", "say_late", False), ("END+10m", "send", True), ("END+12h", "say_late", True)):
        after = line(at, late=late)
        assert rules.still_of_use(after, planned + after.at.by, morning) is said


@pytest.mark.parametrize(
    ("late", "by", "missed", "said"),
    [
        ("miss", 11, True, 0),
        ("miss", 10, False, 0),
        ("say_late", 11, False, 11),
        ("say_late", 9, False, 0),
        ("send", 99, False, 0),
    ],
)
def test_each_line_says_itself_what_becomes_of_it_when_late(late: str, by: int, missed: bool, said: int) -> None:
    spoken = line("T+0", late=late, grace="10m")
    assert rules.missed(spoken, by * MINUTE) is missed
    assert rules.owned_up(spoken, by * MINUTE) == said * MINUTE


def test_the_headline_is_the_first_clause_in_both_languages_and_never_long() -> None:
    short = rules.headline(line("T+0").say)
    assert (short.of("en"), short.of("zh")) == ("Check", "体检")
    endless = rules.headline(line("T+0", say={"en": "word " * 40, "zh": "字" * 90}).say)
    assert len(endless.of("zh")) == rules.HEADLINE and endless.of("en").endswith("…")
