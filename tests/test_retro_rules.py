"""Cases of the review: when, who, what is shown, and how a report is cut."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook import Offset, ReviewPlan, ReviewQuestion, Text
from flows.retro import rules
from flows.retro.tables import Respondent, ReviewAnswer

START = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
WRAP = START + timedelta(hours=3)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class Line:
    at: datetime
    person_id: int | None = None
    key: str = "prep-log-done"
    args: dict[str, Any] = field(default_factory=dict)


def question(key: str, *roles: str) -> ReviewQuestion:
    return ReviewQuestion(key=key, ask=Text(en=key, zh=key), roles=list(roles or ("all",)))


def respondent(person_id: int, answered: bool = True) -> Respondent:
    at = WRAP if answered else None
    return Respondent(id=person_id, review_id=1, stream_id=1, person_id=person_id, answered_at=at)


def answer(person_id: int | None, value: str = "yes", about: str = "keep", row: int = 1) -> ReviewAnswer:
    return ReviewAnswer(
        id=row,
        review_id=1,
        stream_id=1,
        person_id=person_id,
        question=about,
        value=value,
        anonymous=person_id is None,
    )


def test_it_opens_a_quarter_of_an_hour_after_the_real_end() -> None:
    assert rules.opens_at(ReviewPlan(), START, WRAP) == WRAP + 15 * MINUTE


def test_an_opening_counted_from_go_live_never_comes_before_the_wrap() -> None:
    plan = ReviewPlan(opens=Offset(base="start", by=timedelta(hours=2)))
    assert rules.opens_at(plan, START, WRAP) == WRAP
    assert rules.opens_at(plan, START, START + HOUR) == START + 2 * HOUR


def test_the_silent_are_asked_in_order_of_time() -> None:
    plan = ReviewPlan(reminders=[12 * HOUR, 2 * HOUR])
    assert rules.asked_again(plan, WRAP) == [WRAP + 2 * HOUR, WRAP + 12 * HOUR]


@pytest.mark.parametrize(("questions", "minutes"), [(0, 1), (1, 1), (5, 1), (8, 2), (12, 3)])
def test_a_question_takes_a_quarter_of_a_minute(questions: int, minutes: int) -> None:
    assert rules.minutes(questions) == minutes


def test_what_the_playbook_asks_anyway_is_not_offered_twice() -> None:
    assert rules.offered([question("keep")]) == ["idea", "others"]
    assert rules.offered([question("keep"), question("others", "operations")]) == ["idea"]


def test_an_answer_is_seen_as_of_the_role_that_was_asked() -> None:
    assert rules.seen_as(question("faults", "tech"), ["floor", "tech"]) == "tech"
    assert rules.seen_as(question("keep"), ["floor", "tech"]) == "floor"
    assert rules.seen_as(None, []) is None


def test_moments_are_the_last_three_that_concern_somebody() -> None:
    lines = [
        Line(START - HOUR, 1),
        Line(START, 1),
        Line(START + MINUTE, 2),
        Line(START + 2 * MINUTE, 2, args={"whom": "Mei"}),
        Line(START + 3 * MINUTE, 1, key="phase-log"),
        Line(START + 4 * MINUTE, 1),
        Line(START + 5 * MINUTE, 1),
    ]
    assert rules.moments(lines, 1, "Mei", START) == [lines[3], lines[5], lines[6]]
    assert rules.moments(lines, 3, "Bo", START) == []


def test_that_somebody_did_not_answer_is_no_moment_of_theirs() -> None:
    assert rules.moments([Line(START, 2, key="cue-log-next", args={"before": "Mei"})], 1, "Mei", START) == []


def test_whoever_pressed_for_somebody_elses_duty_was_not_on_it() -> None:
    on = Line(START, 2, key="duty-log-on", args={"person": "Yan", "role": "Control"})
    assert rules.moments([on], 2, "Bo", START) == []
    assert rules.moments([on], 3, "Yan", START) == [on]


def test_half_an_answer_is_not_silence_but_is_still_asked_for() -> None:
    people = [respondent(1), respondent(2, answered=False), respondent(3, answered=False)]
    said = [answer(2), answer(None)]
    assert [one.person_id for one in rules.silent(people)] == [2, 3]
    assert [one.person_id for one in rules.unheard(people, said)] == [3]


@pytest.mark.parametrize(("people", "shown"), [(0, False), (2, False), (3, True), (8, True)])
def test_anonymous_answers_are_shown_from_three_on(people: int, shown: bool) -> None:
    asked = [respondent(number) for number in range(people)] + [respondent(99, answered=False)]
    assert rules.may_show_anonymous(asked) is shown


def test_voices_stand_in_the_crews_order_and_anonymous_ones_by_their_random_id() -> None:
    given_ = [
        answer(None, "b", row=9),
        answer(2, "two"),
        answer(None, "a", row=3),
        answer(1, "one"),
        answer(1, "x", "y"),
    ]
    named = [one.value for one in rules.voices(given_, "keep", [1, 2], anonymous=True)]
    assert named == ["one", "two", "a", "b"]
    assert [one.value for one in rules.voices(given_, "keep", [1, 2], anonymous=False)] == ["one", "two"]


def test_questions_stand_in_the_order_of_asking_and_forgotten_ones_last() -> None:
    said = [answer(1, about="old"), answer(1, about="wrong"), answer(1, about="keep")]
    assert rules.questions_answered(said, ["keep", "wrong", "change"]) == ["keep", "wrong", "old"]


def test_scores_are_averaged_and_choices_counted() -> None:
    assert rules.average([answer(1, "4"), answer(2, "5"), answer(3, "4")]) == "4.3"
    picked = [answer(1, "fast"), answer(2, "slow"), answer(3, "slow")]
    assert rules.counted(picked) == [("slow", 2), ("fast", 1)]


@pytest.mark.parametrize(("typed", "score"), [("4", 4), ("５", 5), ("0", None), ("6", None), ("44", None), ("", None)])
def test_a_score_is_one_to_five_in_either_width(typed: str, score: int | None) -> None:
    assert rules.score(typed) == score


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert rules.shortened("a" * 10, 10) == "a" * 10
    assert rules.shortened("a" * 11, 10) == "a" * 9 + "…"


def test_a_nudge_may_come_again_after_half_an_hour() -> None:
    assert rules.nudge_from(None, WRAP) is None
    assert rules.nudge_from(WRAP, WRAP + 29 * MINUTE) == WRAP + 30 * MINUTE
    assert rules.nudge_from(WRAP, WRAP + 30 * MINUTE) is None


def test_more_time_counts_from_the_deadline_or_from_now_where_that_has_passed() -> None:
    assert rules.extended(WRAP, WRAP - HOUR) == WRAP + 12 * HOUR
    assert rules.extended(WRAP, WRAP + HOUR) == WRAP + 13 * HOUR


@given(st.lists(st.integers(0, 100), max_size=30))
def test_a_report_is_cut_between_lines_in_order_and_nothing_is_lost(sizes: list[int]) -> None:
    pages = rules.packed(sizes, 101)
    assert [place for page in pages for place in page] == list(range(len(sizes)))
    for page in pages:
        assert page and sum(sizes[place] + 1 for place in page) <= 101
    for page, following in zip(pages, pages[1:], strict=False):
        assert sum(sizes[place] + 1 for place in page) + sizes[following[0]] + 1 > 101, "cut too early"
