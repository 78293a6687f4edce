"""Which show's log is meant, and how it is cut into pages, case by case."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.crew import Phase, Stream
from flows.record import rules

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def show(phase: Phase, days: int) -> Stream:
    at = NOON + timedelta(days=days)
    was_on = phase in (Phase.LIVE, Phase.WRAP, Phase.REVIEW, Phase.CLOSED)
    return Stream(phase=phase, starts_at=at, minutes=60, live_at=at if was_on else None)


OLD, LAST = show(Phase.CLOSED, -8), show(Phase.CLOSED, -1)
REVIEWED, ON, NEXT = show(Phase.REVIEW, -1), show(Phase.LIVE, 0), show(Phase.PREP, 6)
OFF = show(Phase.CANCELLED, 3)
WRAPPED, OLD_REVIEWED = show(Phase.WRAP, 0), show(Phase.REVIEW, -2)


@pytest.mark.parametrize(
    ("streams", "read", "written"),
    [
        ([], None, None),
        ([OLD, LAST, ON, NEXT], ON, ON),
        ([OLD, REVIEWED, NEXT], REVIEWED, REVIEWED),
        ([OLD, LAST, NEXT], NEXT, NEXT),
        ([WRAPPED, ON, NEXT], ON, ON),
        ([OLD_REVIEWED, REVIEWED], REVIEWED, REVIEWED),
        ([NEXT], NEXT, NEXT),
        ([OLD, LAST], LAST, None),
        ([OFF], None, None),
    ],
)
def test_what_is_read_is_what_is_written_to_and_after_the_last_show_only_read(
    streams: list[Stream], read: Stream | None, written: Stream | None
) -> None:
    assert rules.to_read(streams) is read
    assert rules.to_write(streams) is written


def test_a_line_is_one_line_and_cut_where_it_is_too_long() -> None:
    assert rules.line("  bring back\n no. 5 ") == "bring back no. 5"
    assert len(rules.line("x" * 600)) == rules.LONGEST
    assert rules.line("x" * 600).endswith("…")


def test_pages_are_counted_back_from_the_newest() -> None:
    lines = list(range(45))
    assert rules.cut(lines, 0) == (lines[25:], 0)
    assert rules.cut(lines, 1) == (lines[5:25], 1)
    assert rules.cut(lines, 2) == (lines[:5], 2)
    assert rules.cut(lines, 9) == (lines[:5], 2)
    assert rules.cut([], 3) == ([], 0)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("decision coats first", "coats first"),
        ("Decision: coats first", "coats first"),
        ("decided", ""),
        ("decisions are hard", None),
        ("决定先上大衣", "先上大衣"),
        ("决策：停投", "停投"),
        ("coats first by decision", None),
        ("", None),
    ],
)
def test_a_line_that_begins_with_the_word_for_it_is_a_decision(typed: str, said: str | None) -> None:
    assert rules.decision(typed, {"decision", "decided", "决定", "决策"}) == said


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Winter Coats", "Winter Coats"),
        ("  winter-coats! ", "Winter Coats"),
        ("《冬装专场》", "冬装专场"),
        ("冬装 专场", "冬装专场"),
        ("winter coats are late", None),
        ("winter", None),
        ("!", None),
        ("", None),
    ],
)
def test_a_title_alone_names_its_show(typed: str, found: str | None) -> None:
    shows = [show(Phase.CLOSED, -1), show(Phase.PREP, 1), show(Phase.PREP, 2)]
    shows[0].title, shows[1].title, shows[2].title = "Winter Coats", "冬装专场", "…"
    named = rules.titled(shows, typed)
    assert (named.title if named else None) == found
