"""The brief, item by item: which test plays it, and what is still open. The numbers are the design's (S1 to S78)."""

import ast
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot import roster
from flows.calls.tables import Calling
from flows.prep.tables import Item
from tests.stage import Stage, plain, playbooks

HERE = Path(__file__).parent
CARD = "test_brief.py::test_the_role_card_says_what_a_role_takes_and_to_whom_it_reports"
IN_A_SHOW = "test_brief.py::test_its_second_page_says_what_the_role_does_in_a_show_and_when_it_is_asked_for_what"
PLANNED = "test_brief.py::test_whatever_serves_an_item_of_the_brief_is_planned_for_a_show_and_asked_of_its_role"
WHOLE = "test_show.py::test_the_show_that_plays_itself_reaches_its_end"
ITEM = "test_brief.py::test_the_eight_preparation_items_are_asked_of_somebody"
CALLS = "test_brief.py::test_every_role_of_the_brief_has_its_calls_on_air"
TREND = "test_teamwork_trend.py::test_the_last_shows_stand_beside_those_before_and_a_rehearsal_counts_in_nothing"
OWN = "test_teamwork_trend.py::test_a_persons_own_are_what_was_asked_of_them_said_by_them_and_thanked_to_them"
TAUGHT = "test_brief.py::test_before_each_show_those_who_need_it_go_through_the_products_themselves"
ALONE = "test_prep_asked.py::test_what_only_its_owner_can_do_is_told_to_the_leads_and_to_nobody_who_stands_in"
REVIEW = "test_brief.py::test_the_review_asks_for_it"

SERVED: dict[str, tuple[str, ...]] = {
    "S1": (CARD, IN_A_SHOW, PLANNED, "test_duty.py::test_at_go_live_the_first_anchor_is_on_and_now_says_who_is_next"),
    "S2": (CARD, TAUGHT, ALONE, PLANNED),
    "S3": (CARD, IN_A_SHOW, PLANNED),
    "S4": (CARD, TAUGHT),
    "S5": (CARD, IN_A_SHOW, CALLS, PLANNED),
    "S6": (CARD, TAUGHT),
    "S7": (
        CARD,
        IN_A_SHOW,
        PLANNED,
        "test_duty.py::test_a_quarter_of_an_hour_before_somebody_answers_for_the_anchor_who_is_on_air",
    ),
    "S8": (CARD, TAUGHT, ALONE, PLANNED),
    "S9": (CARD, IN_A_SHOW, CALLS),
    "S10": (CARD, IN_A_SHOW, CALLS, PLANNED),
    "S11": (CARD, "test_plan.py::test_the_one_who_waited_longest_is_suggested_with_how_long"),
    "S12": (CARD, IN_A_SHOW, PLANNED, "test_prep.py::test_text_is_asked_for_as_proof_and_kept_as_typed"),
    "S13": (CARD, IN_A_SHOW, "test_ready.py::test_go_over_something_red_asks_for_a_reason_and_is_kept_as_an_override"),
    "S14": (CARD, IN_A_SHOW, PLANNED),
    "S15": (CARD, IN_A_SHOW, CALLS, PLANNED),
    "S16": (CARD, TAUGHT, ALONE, PLANNED),
    "S17": (CARD, IN_A_SHOW, CALLS, PLANNED),
    "S18": (CARD, TAUGHT),
    "S19": (CARD, IN_A_SHOW, WHOLE),
    "S20": (CARD, TAUGHT),
    "S21": (CARD, TAUGHT),
    "S22": (CARD, TAUGHT, ALONE, PLANNED),
    "S23": (CARD, IN_A_SHOW, CALLS),
    "S24": (CARD, TAUGHT, ALONE, PLANNED),
    "S25": (CARD, IN_A_SHOW, PLANNED, WHOLE),
    "S26": (CARD, "test_calls.py::test_silence_goes_on_to_the_stand_in_and_a_stale_press_says_who_had_it", WHOLE),
    "S27": (
        CARD,
        IN_A_SHOW,
        PLANNED,
        "test_retro.py::test_who_decided_something_on_air_is_asked_what_came_of_it_and_the_report_lists_it",
    ),
    "S28": (CARD, IN_A_SHOW, REVIEW),
    "S29": (CARD, IN_A_SHOW, TAUGHT, PLANNED),
    "S30": ("test_prep.py::test_the_review_counts_every_item_once", TREND, OWN),
    "S31": ("test_teamwork.py::test_the_report_says_how_fast_calls_were_answered_and_who_thanked_whom", TREND, OWN),
    "S32": (REVIEW, "test_retro.py::test_an_idea_to_try_may_become_an_action_in_every_playbook"),
    "S33": (
        TREND,
        "test_teamwork.py::test_everybody_reads_the_teams_figures_and_a_person_and_the_leads_that_persons",
        "test_teamwork.py::test_the_report_says_how_fast_calls_were_answered_and_who_thanked_whom",
        "test_prep.py::test_overdue_goes_from_the_owner_to_whoever_stands_in_and_to_the_lead",
    ),
    "S34": (ITEM, PLANNED, "test_plan.py::test_a_show_is_planned_step_by_step"),
    "S35": (ITEM, PLANNED),
    "S36": (ITEM, PLANNED),
    "S37": (ITEM, PLANNED, "test_plan.py::test_a_span_answers_start_and_length"),
    "S38": (ITEM, PLANNED),
    "S39": (ITEM, PLANNED, "test_plan.py::test_everybody_is_asked_and_the_group_reads_one_message"),
    "S40": (ITEM, PLANNED),
    "S41": (ITEM, PLANNED, "test_plan.py::test_a_show_is_planned_step_by_step"),
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
    "S72": ("test_calls.py::test_done_ends_the_asking_and_is_logged_when_critical",),
    "S77": ("test_ready.py::test_only_a_lead_decides",),
}
"""What is played today: all that team, plan, preparation, calls, gate, board, review and teamwork have for it."""

DEEPENED: dict[str, str] = {
    **dict.fromkeys(("S2", "S8", "S16", "S22", "S24", "S29"), "training sessions with sign-up, attendance and result"),
    "S3": "coaching notes that come back before the next show",
    **dict.fromkeys(("S4", "S6", "S18", "S20", "S21"), "the selection scorecard"),
    "S10": "the platform's figures, imported",
    "S12": "incidents with an owner and a clock",
    **dict.fromkeys(("S14", "S34", "S35", "S38"), "the show file: rundown, offers, FAQ"),
    **dict.fromkeys(("S15", "S17"), "viewers' questions, from received to followed up"),
}
"""What rooms that are not built yet will add to an item that is served already."""

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
    assert set(DEEPENED) <= set(SERVED)


@pytest.mark.parametrize("item", SERVED)
def test_what_serves_an_item_exists(item: str) -> None:
    for test in SERVED[item]:
        file, _, name = test.partition("::")
        assert name in named_in(file), test


SERVING = ["anchor", "cohost", "operations", "service", "data", "tech", "manager", "content", "promotion"]


@pytest.mark.parametrize("role", SERVING)
async def test_the_role_card_says_what_a_role_takes_and_to_whom_it_reports(stage: Stage, role: str) -> None:
    await stage.nia.tells_bot(f"/role {role}")
    card, playbook = stage.nia.reads(), playbooks()["live-commerce"]
    known = playbook.role(role)
    for heading, texts in (
        ("Duties", known.duties),
        ("Requirements", known.requirements),
        ("Skills", known.skills),
        ("Training", known.training),
    ):
        assert texts and heading in card
        assert all(text.en in card for text in texts)
    assert known.reports_to is None or f"Reports to: {playbook.role(known.reports_to).name.en}" in card


@pytest.mark.parametrize("role", SERVING)
async def test_its_second_page_says_what_the_role_does_in_a_show_and_when_it_is_asked_for_what(
    stage: Stage, role: str
) -> None:
    await stage.nia.tells_bot(f"/role {role}")
    await stage.nia.presses("In a show")
    page, playbook = plain(stage.nia.reads()), playbooks()["live-commerce"]
    known = playbook.role(role)
    items = [item.title for item in playbook.items if item.owner == role]
    calls = [cue.say for cue in playbook.cues if cue.to == role]
    asked = [question.ask for question in playbook.review.questions if role in question.roles]
    assert all(text.en in page for text in (*known.before, *known.during, *known.after, *items, *calls, *asked))
    await stage.nia.presses("The role")
    assert "Duties" in stage.nia.reads()


async def test_whatever_serves_an_item_of_the_brief_is_planned_for_a_show_and_asked_of_its_role(stage: Stage) -> None:
    stream, playbook = await stage.show(starts="2026-12-05 20:00"), playbooks()["live-commerce"]
    parts: list[Any] = [part for part in (*playbook.items, *playbook.cues) if part.serves]
    meant = await stage.work(lambda desk: [part for part in parts if roster.is_meant(desk, stream, part.when)])
    owners = {(row.key, row.role) for row in await stage.rows(Item)}
    said = {row.key for row in await stage.rows(Calling)}
    assert len(meant) > 40
    assert {(part.key, part.owner) for part in meant if part in playbook.items} <= owners
    assert {part.key for part in meant if part in playbook.cues} <= said
    questions = [part for part in playbook.review.questions if part.serves]
    assert all(part in playbook.questions([role]) for part in questions for role in part.roles if role != "all")


def test_every_item_about_roles_stands_on_a_card() -> None:
    roles = {role.key: set(role.serves) for role in playbooks()["live-commerce"].roles if role.key in SERVING}
    floor = playbooks()["live-commerce"].role("floor").serves
    assert {f"S{number}" for number in range(1, 30)} <= set().union(*roles.values(), floor)


@pytest.mark.parametrize(
    ("item", "role"), [("S2", "anchor"), ("S8", "cohost"), ("S16", "service"), ("S22", "anchor"), ("S24", "cohost")]
)
def test_before_each_show_those_who_need_it_go_through_the_products_themselves(item: str, role: str) -> None:
    taught = [part for part in playbooks()["live-commerce"].items if item in part.serves and part.owner == role]
    assert taught and all(part.personal and part.due.by <= timedelta(days=-1) for part in taught)


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
