"""The brief, item by item: which test plays it, and what is still open. The numbers are the design's (S1 to S78)."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.stage import Stage, playbooks

HERE = Path(__file__).parent
CARD = "test_brief.py::test_the_role_card_says_duties_requirements_skills_and_training"
WHOLE = "test_show.py::test_the_show_that_plays_itself_reaches_its_end"
ITEM = "test_brief.py::test_the_eight_preparation_items_are_asked_of_somebody"
CALLS = "test_brief.py::test_every_role_of_the_brief_has_its_calls_on_air"
TREND = "test_teamwork_trend.py::test_the_last_shows_stand_beside_those_before_and_a_rehearsal_counts_in_nothing"
OWN = "test_teamwork_trend.py::test_a_persons_own_are_what_was_asked_of_them_said_by_them_and_thanked_to_them"
REVIEW = "test_brief.py::test_the_review_asks_for_it"

SERVED: dict[str, tuple[str, ...]] = {
    "S1": (CARD, "test_duty.py::test_at_go_live_the_first_anchor_is_on_and_now_says_who_is_next"),
    "S2": (CARD,),
    "S3": (CARD,),
    "S4": (CARD,),
    "S5": (CARD, CALLS),
    "S6": (CARD,),
    "S7": (CARD, "test_duty.py::test_a_quarter_of_an_hour_before_somebody_answers_for_the_anchor_who_is_on_air"),
    "S8": (CARD,),
    "S9": (CARD, CALLS),
    "S10": (CARD, CALLS),
    "S11": (CARD,),
    "S12": (CARD, "test_prep.py::test_text_is_asked_for_as_proof_and_kept_as_typed"),
    "S13": (CARD, "test_ready.py::test_go_over_something_red_asks_for_a_reason_and_is_kept_as_an_override"),
    "S14": (CARD,),
    "S15": (CARD, CALLS),
    "S16": (CARD,),
    "S17": (CARD,),
    "S18": (CARD,),
    "S19": (CARD, WHOLE),
    "S20": (CARD,),
    "S21": (CARD,),
    "S22": (CARD,),
    "S23": (CARD,),
    "S24": (CARD,),
    "S25": (CARD, WHOLE),
    "S26": (CARD, "test_calls.py::test_silence_goes_on_to_the_stand_in_and_a_stale_press_says_who_had_it"),
    "S27": (
        CARD,
        "test_retro.py::test_who_decided_something_on_air_is_asked_what_came_of_it_and_the_report_lists_it",
    ),
    "S28": (CARD, REVIEW),
    "S29": (CARD,),
    "S30": ("test_prep.py::test_the_review_says_what_was_in_time_and_what_was_skipped", TREND, OWN),
    "S31": ("test_teamwork.py::test_the_report_says_how_fast_calls_were_answered_and_who_thanked_whom", TREND, OWN),
    "S32": (REVIEW, "test_retro.py::test_an_idea_to_try_may_become_an_action_in_every_playbook"),
    "S33": (
        TREND,
        "test_teamwork.py::test_everybody_reads_the_teams_figures_and_a_person_and_the_leads_that_persons",
        "test_teamwork.py::test_the_report_says_how_fast_calls_were_answered_and_who_thanked_whom",
        "test_prep.py::test_overdue_goes_from_the_owner_to_whoever_stands_in_and_to_the_lead",
    ),
    "S34": (ITEM, "test_plan.py::test_a_show_is_planned_step_by_step"),
    "S35": (ITEM,),
    "S36": (ITEM,),
    "S37": (ITEM, "test_plan.py::test_a_span_answers_start_and_length"),
    "S38": (ITEM,),
    "S39": (ITEM, "test_plan.py::test_everybody_is_asked_and_the_group_reads_one_message"),
    "S40": (ITEM,),
    "S41": (ITEM, "test_plan.py::test_a_show_is_planned_step_by_step"),
    "S42": (CALLS, "test_duty.py::test_duty_moves_on_accept_and_both_are_told"),
    "S43": (CALLS,),
    "S44": (CALLS,),
    "S45": (CALLS,),
    "S46": (CALLS,),
    "S47": (CALLS,),
    "S48": ("test_retro.py::test_the_report_tells_voices_by_question_scores_choices_and_silence",),
    "S49": ("test_action.py::test_the_lead_makes_it_an_action_with_three_presses_and_the_owner_is_told",),
    "S50": ("test_retro.py::test_the_review_opens_a_quarter_of_an_hour_after_the_wrap",),
    "S51": (
        "test_retro.py::test_the_silent_are_asked_again_three_times_and_nobody_else",
        "test_action.py::test_an_open_action_stands_first_on_the_next_shows_checklist_and_is_done_there",
    ),
    "S72": ("test_calls.py::test_got_it_ends_the_asking_and_is_logged_when_critical",),
    "S77": ("test_ready.py::test_only_a_lead_decides",),
}
"""What something plays today; some of it thinly, as the role cards' training topics without sessions."""

OPEN: dict[str, str] = {
    **dict.fromkeys(("S52", "S53", "S54", "S55", "S60", "S61", "S62"), "/staffing: demand, heads per role, budget"),
    **dict.fromkeys(("S56", "S57", "S58", "S59"), "/staffing: the four sizes of team"),
    "S63": "appraisal and training records",
    **dict.fromkeys(("S64", "S65", "S66", "S67", "S68", "S69"), "the selection scorecard"),
    "S70": "training sessions with sign-up and result",
    "S71": "recognition",
    "S73": "activities with sign-up",
    "S74": "the monthly sheet",
    "S75": "one-to-ones, growth, benefits",
    "S76": "activities with sign-up",
    "S78": "the team charter",
}


@cache
def named_in(file: str) -> set[str]:
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_item_of_the_brief_is_served_or_named_as_open() -> None:
    assert {f"S{number}" for number in range(1, 79)} == set(SERVED) | set(OPEN)
    assert not set(SERVED) & set(OPEN)


@pytest.mark.parametrize("item", SERVED)
def test_what_serves_an_item_exists(item: str) -> None:
    for test in SERVED[item]:
        file, _, name = test.partition("::")
        assert name in named_in(file), test


@pytest.mark.parametrize(
    "role",
    ["anchor", "cohost", "operations", "service", "data", "tech", "manager", "content", "promotion"],
)
async def test_the_role_card_says_duties_requirements_skills_and_training(stage: Stage, role: str) -> None:
    await stage.nia.tells_bot(f"/role {role}")
    card = stage.nia.reads()
    known = playbooks()["live-commerce"].role(role)
    for heading, texts in (
        ("Duties", known.duties),
        ("Requirements", known.requirements),
        ("Skills", known.skills),
        ("Training", known.training),
    ):
        assert texts and heading in card
        assert all(text.en in card for text in texts)


@pytest.mark.parametrize("number", range(34, 42))
async def test_the_eight_preparation_items_are_asked_of_somebody(stage: Stage, number: int) -> None:
    await stage.show(starts="2026-11-23 22:00")
    items = [item for item in playbooks()["live-commerce"].items if f"S{number}" in item.serves]
    said = "\n".join(text for actor in stage.actors.values() for text in actor.inbox())
    assert items and any(item.title.en in said for item in items)


@pytest.mark.parametrize("number", range(42, 48))
def test_every_role_of_the_brief_has_its_calls_on_air(number: int) -> None:
    calls = [cue for cue in playbooks()["live-commerce"].cues if f"S{number}" in cue.serves]
    assert any(cue.at.base == "end" or cue.at.by.total_seconds() >= 0 for cue in calls)


@pytest.mark.parametrize(("number", "asked"), [(32, "idea"), (28, "others")])
async def test_the_review_asks_for_it(stage: Stage, number: int, asked: str) -> None:
    words = stage.app.house.dictionary
    served = [q for q in playbooks()["live-commerce"].review.questions if f"S{number}" in q.serves]
    assert served or any(words.has(key) for key in (f"retro-{asked}", f"retro-ask-{asked}", f"retro-question-{asked}"))
