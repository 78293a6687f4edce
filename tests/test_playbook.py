"""The three playbooks that come with it are whole, and what is in them is found."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from bot.playbook import Playbook, Text, load

FOLDER = Path(__file__).parent.parent / "flows" / "playbooks"
NAMES = ("live-commerce", "small-room", "talk-show")
CORE = ["anchor", "cohost", "floor", "control", "operations", "manager", "service", "tech", "data", "promotion"]


def book(name: str = "live-commerce") -> Playbook:
    return load(FOLDER / f"{name}.yaml")


def parts(value: object) -> Iterator[BaseModel]:
    """Every piece of a playbook, the innermost too."""
    if isinstance(value, BaseModel):
        yield value
        for field in type(value).model_fields:
            yield from parts(getattr(value, field))
    if isinstance(value, list):
        for member in value:
            yield from parts(member)


# ─── The playbooks that come with it ───


@pytest.mark.parametrize("name", NAMES)
def test_a_playbook_that_comes_with_it_loads(name: str) -> None:
    assert book(name).key == name


@pytest.mark.parametrize("name", NAMES)
def test_every_show_has_an_anchor_and_someone_who_calls_it_and_decides(name: str) -> None:
    playbook = book(name)
    anchor = playbook.role("anchor")
    assert anchor and anchor.on_air and anchor.required
    for key in (playbook.caller, playbook.go):
        role = playbook.role(key)
        assert role and role.core and role.seats and not role.on_air


@pytest.mark.parametrize("name", NAMES)
def test_what_a_role_without_a_seat_owns_falls_to_somebody_with_one(name: str) -> None:
    playbook = book(name)
    owners = {item.owner for item in playbook.items} | {kind.owner for kind in playbook.incidents}
    for key in owners | {cue.to for cue in playbook.cues if cue.to not in {"crew", "lead", "group"}}:
        role = playbook.role(key)
        assert role and (role.seats or any(other.seats for other in playbook.stand_ins(key))), key


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_pinged_to_an_anchor_on_air(name: str) -> None:
    playbook = book(name)
    on_air = {role.key for role in playbook.roles if role.on_air}
    assert not [cue.key for cue in playbook.cues if cue.phase == "live" and cue.to in on_air | {"crew"}]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_are_really_there(name: str) -> None:
    texts = [part for part in parts(book(name)) if isinstance(part, Text)]
    han = re.compile(r"[\u4e00-\u9fff]")
    assert len(texts) > 100
    assert not [text.en for text in texts if han.search(text.en)]
    assert {text.zh for text in texts if not han.search(text.zh)} <= {"GPM", "%"}


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_asked_the_same_three_questions_and_the_change_becomes_an_action(name: str) -> None:
    asked = book(name).questions([])
    assert [(question.key, question.action) for question in asked] == [
        ("keep", False),
        ("wrong", False),
        ("change", True),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_one_field_of_the_hand_off_holds_the_promises(name: str) -> None:
    assert [field.key for field in book(name).handoff.fields if field.promise] == ["promises"]


@pytest.mark.parametrize("name", NAMES)
def test_the_timeline_is_written_in_the_order_in_which_it_happens(name: str) -> None:
    start = datetime(2026, 11, 28, 12, tzinfo=UTC)
    times = [cue.at.at(start, start + timedelta(hours=4)) for cue in book(name).cues]
    assert times == sorted(times)


@pytest.mark.parametrize("name", NAMES)
def test_something_is_hard_at_the_gate_and_what_is_hard_is_due_before_the_decision(name: str) -> None:
    playbook = book(name)
    hard = [item for item in playbook.items if item.gate == "hard"]
    assert hard and all(item.critical for item in hard)
    assert all(item.due.base == "start" and item.due.by <= playbook.gate.decide.by for item in hard)


def test_live_commerce_needs_the_ten_core_roles_and_no_other() -> None:
    playbook = book()
    assert [role.key for role in playbook.roles if role.core] == CORE
    assert [role.key for role in playbook.roles if role.seats] == CORE
    assert [role.key for role in playbook.roles if role.required] == [
        "anchor",
        "floor",
        "control",
        "operations",
        "tech",
    ]


def test_live_commerce_serves_every_number_of_the_brief_up_to_the_review() -> None:
    named = {number for part in parts(book()) for number in getattr(part, "serves", [])}
    wanted = {f"S{number}" for number in (*range(1, 30), *range(34, 52))}
    assert wanted - named == set()


def test_the_eight_preparations_of_the_brief_are_on_the_checklist_before_the_show() -> None:
    early = {number for item in book().items if item.due.by < timedelta() for number in item.serves}
    assert {f"S{number}" for number in range(34, 42)} <= early


def test_every_role_of_live_commerce_has_a_whole_card() -> None:
    for role in book().roles:
        assert role.duties and role.requirements and role.skills and role.training, role.key
        assert role.stand_in, role.key


def test_every_role_on_duty_is_pinged_while_the_show_is_on() -> None:
    playbook = book()
    pinged = {cue.to for cue in playbook.cues if cue.phase == "live"}
    assert {role.key for role in playbook.roles} - pinged == {"anchor", "scout", "finance"}


def test_every_role_on_duty_is_asked_something_of_its_own() -> None:
    playbook = book()
    shared = playbook.questions([])
    silent = {role.key for role in playbook.roles if playbook.questions([role.key]) == shared}
    assert silent == {"scout", "finance"}


def test_a_person_of_two_roles_is_asked_everything_once() -> None:
    keys = [question.key for question in book().questions(["operations", "goods", "data"])]
    assert keys[:3] == ["keep", "wrong", "change"]
    assert keys.count("operations-order") == 1 and {"goods-hits", "data-advice"} <= set(keys)


def test_the_hand_off_of_live_commerce_has_twelve_fields() -> None:
    assert len(book().handoff.fields) == 12


def test_the_small_room_keeps_its_checklist_to_ten_and_lets_the_anchor_hold_the_desk() -> None:
    playbook = book("small-room")
    assert len(playbook.items) <= 10
    assert playbook.may_pair("control", "anchor") and not book().may_pair("anchor", "control")


def test_the_talk_show_has_guests_and_sells_nothing() -> None:
    playbook = book("talk-show")
    assert playbook.role("嘉宾统筹") and playbook.item("consent")
    assert not playbook.role("中控") and not playbook.item("price-check")


# ─── Finding and asking ───


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("主播", "anchor"),
        ("场控", "floor"),
        ("中控", "control"),
        ("副播", "cohost"),
        ("投手", "ads"),
        ("编导", "content"),
        ("运营经理", "manager"),
        ("ANCHOR", "anchor"),
        (" co-host ", "cohost"),
        ("Floor Manager", "floor"),
        ("floor", "floor"),
    ],
)
def test_a_role_is_found_by_key_name_or_alias_in_both_languages(typed: str, key: str) -> None:
    role = book().role(typed)
    assert role and role.key == key


def test_an_unknown_role_item_or_cue_is_none() -> None:
    playbook = book()
    assert (playbook.role("astronaut"), playbook.role(""), playbook.item("x"), playbook.cue("x")) == (None,) * 4
    assert playbook.incident("x") is None


def test_what_is_asked_for_by_key_is_found() -> None:
    playbook = book()
    item, cue, kind = playbook.item("price-check"), playbook.cue("health-check"), playbook.incident("network")
    assert item and item.proof == "second" and item.gate == "hard"
    assert cue and cue.at.by == timedelta(minutes=10)
    assert kind and kind.severity == 1


def test_stand_ins_come_nearest_first_and_nobody_twice() -> None:
    assert [role.key for role in book().stand_ins("moderator")] == [
        "service",
        "cohost",
        "operations",
        "floor",
        "manager",
        "control",
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Anchor"), ("zh", "主播"), ("zh-hans", "主播"), ("ZH_CN", "主播"), ("fr", "Anchor")]
)
def test_a_text_speaks_the_readers_language(language: str, words: str) -> None:
    role = book().role("anchor")
    assert role and role.name.of(language) == words


def test_nothing_of_a_playbook_can_be_changed() -> None:
    with pytest.raises(ValidationError):
        book().version = 2  # type: ignore[misc]


def test_a_playbook_survives_being_written_and_read_as_data() -> None:
    playbook = book()
    assert Playbook.model_validate(playbook.model_dump(mode="json")) == playbook
