"""Every mistake in a playbook is told with file, line and key, all of them at once."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.playbook import PlaybookError, load, parse

SOUND = """\
key: tiny
version: 1
title: {en: Tiny, zh: 小}
about: {en: A show, zh: 一场}
for_whom: {en: Us, zh: 我们}
caller: floor
go: floor
roles:
  - key: anchor
    name: {en: Anchor, zh: 主播}
    short: {en: speaks, zh: 讲}
    stand_in: [floor]
  - key: floor
    name: {en: Floor, zh: 场控}
    short: {en: calls, zh: 控}
pairs:
  - [anchor, floor]
items:
  - key: price-check
    title: {en: Check, zh: 核价}
    owner: floor
    due: T-2h
    lead: 30m
cues:
  - key: soon
    at: T-10m
    to: group
    say: {en: Soon, zh: 快了}
incidents:
  - key: sound
    name: {en: Sound, zh: 声音}
    short: {en: none, zh: 没声}
    severity: 1
    owner: floor
    steps: [{en: Spare, zh: 备用}]
review:
  questions:
    - key: keep
      ask: {en: Keep?, zh: 保留？}
      roles: [all]
"""


def problems(text: str) -> list[str]:
    with pytest.raises(PlaybookError) as caught:
        parse(text, "tiny.yaml")
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "    owner: floor\n    due",
            "    owner: flor\n    due",
            ':21 items.price-check.owner: there is no role "flor"; did you mean "floor"?',
        ),
        ("to: group", "to: grup", ':27 cues.soon.to: there is no role "grup"; did you mean "group"?'),
        ("stand_in: [floor]", "stand_in: [tech]", ':12 roles.anchor.stand_in.1: there is no role "tech"'),
        ("stand_in: [floor]", "stand_in: [anchor]", ":12 roles.anchor.stand_in.1: a role cannot stand in for itself"),
        ("stand_in: [floor]", "reports_to: boss", ':12 roles.anchor.reports_to: there is no role "boss"'),
        ("stand_in: [floor]", "reports_to: anchor", ":12 roles.anchor.reports_to: this line of reports comes back"),
        (
            "stand_in: [floor]",
            "aliases: [场控]",
            ':14 roles.floor.name: "场控" is also what the role "anchor" is called',
        ),
        ("[anchor, floor]", "[anchor, flor]", ':17 pairs.1.2: there is no role "flor"; did you mean "floor"?'),
        ("[anchor, floor]", "[anchor, anchor]", ":17 pairs.1: a pair needs two different roles"),
        ("[anchor, floor]", "[anchor]", ":17 pairs.1.2: is missing"),
        ("roles: [all]", "roles: [every]", ':40 review.questions.keep.roles.1: there is no role "every"'),
        ("caller: floor", "caller: tech", ':6 caller: there is no role "tech"'),
        ("go: floor", "goo: floor", ':7 goo: there is no such field; did you mean "go"?'),
        ("due: T-2h", "due: T-2x", ':22 items.price-check.due: "T-2x" is not an offset; write it like T-45m'),
        (
            "lead: 30m",
            "lead: half an hour",
            ':23 items.price-check.lead: "half an hour" is not a length; write it like',
        ),
        ("lead: 30m", "laed: 30m", ':23 items.price-check.laed: there is no such field; did you mean "lead"?'),
        ("lead: 30m", "due: T-3h", ":22 items.price-check.due: is here twice; the second time in line 23"),
        (
            "lead: 30m",
            "proof: video",
            ":23 items.price-check.proof: should be one of 'none', 'text', 'photo', 'file' or 'second'",
        ),
        ("lead: 30m", "critical: perhaps", ":23 items.price-check.critical: should be true or false"),
        (
            "lead: 30m",
            "when: {several: [ancor]}",
            ':23 items.price-check.when.several.1: there is no role "ancor"; did you mean "anchor"?',
        ),
        (
            "lead: 30m",
            "when: {min_hours: 4, max_hours: 3}",
            ":23 items.price-check.when.max_hours: no show lasts at least 4 hours and at most 3",
        ),
        (
            "lead: 30m",
            "when: {weekdays: [caturday]}",
            ":23 items.price-check.when.weekdays.1: should be one of 'mon', 'tue',",
        ),
        ("lead: 30m", "when: {from_hour: 25}", ":23 items.price-check.when.from_hour: should be 23 or less"),
        (
            "lead: 30m",
            "when: {from_hour: 22, until_hour: 22}",
            ":23 items.price-check.when.until_hour: no show starts between an hour and the same hour",
        ),
        (
            "lead: 30m",
            "when: {min_hors: 3}",
            ':23 items.price-check.when.min_hors: there is no such field; did you mean "min_hours"?',
        ),
        ("{en: Check, zh: 核价}", "{en: Check}", ":20 items.price-check.title.zh: the Chinese words are missing"),
        ("{en: Check, zh: 核价}", "{zh: 核价}", ":20 items.price-check.title.en: the English words are missing"),
        ("{en: Check, zh: 核价}", "{en: Check, zh: ''}", ":20 items.price-check.title.zh: is empty"),
        ("{en: Check, zh: 核价}", "{en: ' ', zh: 核价}", ":20 items.price-check.title.en: is empty"),
        ("{en: Check, zh: 核价}", "{en: Check, zh: }", ":20 items.price-check.title.zh: is empty"),
        (
            "{en: Check, zh: 核价}",
            "{en: 7, zh: 核价}",
            ":20 items.price-check.title.en: should be text; put it in quotes",
        ),
        ("{en: Check, zh: 核价}", "Check", ":20 items.price-check.title: needs both languages: {en: …, zh: …}"),
        ("en: Check", f"en: {'x' * 61}", ":20 items.price-check.title.en: is 61 characters long; at most 60 fit here"),
        ("zh: 快了", f"zh: {'快' * 401}", ":28 cues.soon.say.zh: is 401 characters long; at most 400 fit here"),
        (
            "en: Keep?",
            f"en: {'x' * 201}",
            ":39 review.questions.keep.ask.en: is 201 characters long; at most 200 fit here",
        ),
        ("en: Floor,", f"en: {'x' * 21},", ":14 roles.floor.name.en: is 21 characters long; at most 20 fit here"),
        ("  - key: floor", "  - key: anchor", ':13 roles.anchor.key: the key "anchor" is here twice'),
        ("  - key: soon", "  - key: So on", ":25 cues.So on.key: should be lower-case letters, digits and hyphens"),
        ("severity: 1", "severity: 4", ":33 incidents.sound.severity: should be one of 1, 2 or 3"),
        ("steps: [{en: Spare, zh: 备用}]", "steps: []", ":35 incidents.sound.steps: needs at least 1"),
        (
            "roles: [all]",
            "roles: [all]\n      kind: choice",
            ":38 review.questions.keep: a question of kind choice needs two choices",
        ),
        (
            "cues:",
            "criteria: [{key: calm, name: {en: Calm, zh: 沉稳}, weight: 90}]\ncues:",
            ":24 criteria: the weights add up to 90; they should add up to 100",
        ),
        ("version: 1", "version: one", ":2 version: should be a whole number"),
        ("version: 1", "version: 0", ":2 version: should be 1 or more"),
        ("version: 1", "version:", ":2 version: is empty"),
        ("version: 1\n", "", ":1 version: is missing"),
        ("cues:\n", "cues: none\nextra:\n", ":24 cues: should be a list"),
        ("  - [anchor, floor]", "  - anchor", ":17 pairs.1: should be a list of two"),
        ("to: group", "to: [group]", ":27 cues.soon.to: should be text; put it in quotes"),
        ("to: group", "to: &who group", ":27: anchors and aliases (& and *) are not allowed; write it out"),
        ("to: group", "to: *who", ":27: anchors and aliases (& and *) are not allowed; write it out"),
        ("to: group", "to: !!python/name:os.system x", ":27: tags such as"),
        ("to: group", "to: [group", ":28: cannot be read at column 8: a comma, a quote or the closing ] is missing"),
        ("    to: group", "   to: group", ":27: cannot be read at column 4: this begins further in or out than its"),
        (
            "{en: Check, zh: 核价}",
            '{en: "Check, zh: "核"}',
            ":20: cannot be read at column 30: a comma, a quote or the",
        ),
        ("{en: Check, zh: 核价}", "{en: “Check”, zh: 核价}", ":20 items.price-check.title.en: is in curly quotes, and"),
        ("lead: 30m", "lead：30m", ":23: cannot be read at column 5: this needs a colon and a space after it"),
        (
            "{en: Check, zh: 核价}",
            "{en：Check, zh：核}",
            ":20 items.price-check.title.zh：核: there is no such field; write",
        ),
        ("roles: [all]", 'roles: "all', ":40: cannot be read at column 14: the quote that begins here is never closed"),
        ("lead: 30m", "how: 价\x01", ":23: cannot be read at column 11: a sign that nobody sees"),
        ("to: group", f"to: {'[' * 30}{']' * 30}", ":27: is nested more than 20 deep"),
        ("cues:", "---\ncues:", ":24: there is a second document (---) here"),
        ("to: group", "? [to]\n    : group", ":27: a key should be a single word"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(old: str, new: str, told: str) -> None:
    assert SOUND.count(old) == 1
    lines = problems(SOUND.replace(old, new))
    assert any(line.startswith(f"tiny.yaml{told}") for line in lines), lines


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


def test_the_playbook_without_a_mistake_is_accepted_and_the_rest_follows_the_products_habits() -> None:
    playbook = parse(SOUND, "tiny.yaml")
    assert playbook.key == "tiny"
    assert (playbook.escalation.rounds, playbook.hours.hard, playbook.gate.hold) == (
        5,
        timedelta(hours=4),
        timedelta(minutes=10),
    )
    assert (str(playbook.gate.roll_call), str(playbook.gate.decide), str(playbook.review.opens)) == (
        "T-45m",
        "T-15m",
        "END+15m",
    )
    assert [str(offset) for offset in playbook.confirm.chase] == ["T-3d", "T-1d", "T-12h"]
    assert [str(offset) for offset in playbook.wrap.asks] == ["END", "END+15m", "END+30m"]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    broken = SOUND.replace("due: T-2h", "due: soon").replace("zh: 小", "zn: 小").replace("to: group", "to: all")
    told = problems(broken)
    assert [line.split(":")[1].split()[0] for line in told] == ["3", "3", "22", "27"]


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "is empty"), ("# nothing\n", "is empty"), ("- a\n", "should be a group of fields"), ("{}", "is empty")],
)
def test_a_file_that_holds_no_playbook_is_told_in_one_line(text: str, says: str) -> None:
    assert problems(text) == [f"tiny.yaml:1: {says}"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (512 * 1024 + 1))
    with pytest.raises(PlaybookError, match=r"large\.yaml:1: is larger than 512 kB"):
        load(path)


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes(b"key: x\ntitle: " + "主播".encode("gbk"))
    with pytest.raises(PlaybookError, match=r"old\.yaml:2: is not UTF-8"):
        load(path)


def test_a_file_that_is_not_there_is_told_kindly(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match=r"none\.yaml:1: cannot be read: No such file"):
        load(tmp_path / "none.yaml")


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert load(path) == parse(SOUND, "tiny.yaml")
