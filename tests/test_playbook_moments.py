"""Times that do not go together are told too: a decision before its roll call, a call in a phase that it never meets."""

import pytest

from bot.playbook import parse
from tests.test_playbook_mistakes import SOUND, problems


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "go: floor",
            "go: floor\ngate: {roll_call: T-15m, decide: T-45m}",
            ":8 gate.decide: the decision (T-45m) should come after the roll call (T-15m)",
        ),
        (
            "go: floor",
            "go: floor\ngate: {roll_call: T-10m}",
            ":8 gate.roll_call: the decision (T-15m) should come after the roll call (T-10m)",
        ),
        ("go: floor", "go: floor\ngate: {decide: END}", ":8 gate.decide: should lie before go-live, like T-45m"),
        (
            "at: T-10m",
            "at: T+10m\n    phase: standby",
            ":27 cues.soon.phase: T+10m never lies in standby, so nobody would read this: that lasts from the roll",
        ),
        ("at: T-10m", "at: T-2h\n    phase: standby", ":27 cues.soon.phase: T-2h never lies in standby"),
        ("at: T-10m", "at: T-10m\n    phase: prep", ":27 cues.soon.phase: T-10m never lies in prep"),
        ("at: T-10m", "at: T-10m\n    phase: live", ":27 cues.soon.phase: T-10m never lies in live"),
        ("at: T-10m", "at: T-10m\n    phase: wrap", ":27 cues.soon.phase: T-10m never lies in wrap"),
    ],
)
def test_what_would_never_be_said_or_asked_is_told_with_line_and_key(old: str, new: str, told: str) -> None:
    lines = problems(SOUND.replace(old, new))
    assert [line for line in lines if line.startswith(f"tiny.yaml{told}")] == lines


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at: T-10m", "at: T-2h\n    every: 20m\n    phase: standby"),
        ("at: T-10m", "at: T-45m\n    phase: standby"),
        ("at: T-10m", "at: END+5m\n    phase: live"),
        ("at: T-10m", "at: END\n    phase: wrap"),
        ("go: floor", "go: floor\ngate: {roll_call: T-20m, decide: T+0}"),
        ("{en: Check, zh: 核价}", '{en: “GO” means go, zh: "“开播”"}'),
    ],
)
def test_what_only_looks_like_a_mistake_is_accepted(old: str, new: str) -> None:
    assert parse(SOUND.replace(old, new), "tiny.yaml").key == "tiny"
