"""Every word, in both languages, with the same placeholders, used, and written as its language is written."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.crew import Person
from bot.words import Dictionary, Reader, Zone

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT / "bot" / "words", *sorted((ROOT / "flows").glob("*/words"))]
FORMED = re.compile(r'(?:w|synonyms)\(\s*f"([^"]+)"')
LITERAL = re.compile(r'"([a-z]+(?:-[a-z0-9_]+)+)"')
TYPED_KEY = re.compile(r"(?:发|打|写|输入|回复)「(?:取消|跳过|上一步)」|\"(?:cancel|skip|back)\"", re.IGNORECASE)
HALF_WIDTH = re.compile(r"[一-鿿][,;?!]|[,;?!][一-鿿]")


def messages(file: Path) -> dict[str, ast.Message]:
    resource = FluentParser().parse(file.read_text(encoding="utf-8"))
    junk = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{file}: {junk[0].content}"
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def variables(message: ast.Message) -> set[str]:
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        for value in vars(node).values() if isinstance(node, ast.BaseNode) else ():
            for one in value if isinstance(value, list) else [value]:
                walk(one)

    walk(message)
    return found


def sources() -> Iterator[str]:
    for room in ("bot", "flows"):
        for path in (ROOT / room).rglob("*.py"):
            yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_both_languages_say_the_same_things(folder: Path) -> None:
    en, zh = messages(folder / "en.ftl"), messages(folder / "zh.ftl")
    assert list(en) == list(zh)
    for key in en:
        only_plural = {"people", "count"}  # English counts, Chinese need not
        assert variables(en[key]) - variables(zh[key]) <= only_plural, key
        assert variables(zh[key]) <= variables(en[key]), key


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_example_names_a_date_that_will_lie_in_the_past(folder: Path) -> None:
    for file in ("en.ftl", "zh.ftl"):
        assert not re.search(r"\b20\d\d-\d\d", (folder / file).read_text(encoding="utf-8")), file


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_nobody_is_told_to_type_what_stands_below_as_a_key(folder: Path) -> None:
    for file in ("en.ftl", "zh.ftl"):
        assert not TYPED_KEY.findall((folder / file).read_text(encoding="utf-8")), file


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_keys_are_named_after_their_flow_and_stand_once(folder: Path) -> None:
    text = (folder / "en.ftl").read_text(encoding="utf-8")
    keys = re.findall(r"^([a-z][a-z0-9_-]*) =", text, re.M)
    assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
    if folder.parent.name != "bot":
        assert [key for key in keys if not key.startswith(f"{folder.parent.name}-")] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_chinese_is_punctuated_as_chinese(folder: Path) -> None:
    for line in (folder / "zh.ftl").read_text(encoding="utf-8").splitlines():
        if "-says-" not in line and not line.startswith("#"):
            assert not HALF_WIDTH.search(line), line


def test_chinese_is_set_without_spaces_around_a_chinese_name_and_with_them_around_a_latin_one() -> None:
    from bot.words import Mention, Reader, w
    from tests.stage import shared_house

    def said(name: str) -> str:
        who = Mention(Person(id=1, name=name))
        line = shared_house("zh").dictionary.line(w("retro-closed", title="年货 专场", who=who), Reader("zh"))
        return re.sub(r"<[^>]+>", "", line)

    assert said("梅子") == "年货 专场的复盘由梅子结束，不发布报告。"
    assert said("Ana") == "年货 专场的复盘由 Ana 结束，不发布报告。"


def test_every_word_is_used_and_every_word_used_exists() -> None:
    known = {key for folder in FOLDERS for key in messages(folder / "en.ftl")}
    text = "\n".join(sources())
    literal = set(LITERAL.findall(text)) | set(re.findall(r'w\(\s*"([a-z]+)"', text))
    formed = [re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(one)) + "$") for one in FORMED.findall(text)]
    by_shape = re.compile(r".+-(command|cue|log)-.+|arrow|comma|dot|semicolon")
    unused = {k for k in known if k not in literal and not by_shape.match(k) and not any(f.match(k) for f in formed)}
    assert not unused
    spoken = set(re.findall(r'\bw\(\s*"([^"]+)"', text))
    assert not spoken - known


def test_every_command_and_every_cue_has_its_word() -> None:
    from tests.stage import shared_house

    house = shared_house("en")
    for flow in house.flows:
        for command in (name for name, command in flow.commands.items() if not command.hidden):
            assert house.dictionary.has(f"{flow.name}-command-{command}"), f"{flow.name}-command-{command}"
        for cue in flow.cues:
            assert house.dictionary.has(f"{flow.name}-cue-{cue}"), f"{flow.name}-cue-{cue}"


@pytest.mark.parametrize(
    ("key", "english", "chinese"),
    [
        ("Asia/Shanghai", "China Time", "北京时间"),
        ("PRC", "China Time", "北京时间"),
        ("Asia/Chongqing", "China Time", "北京时间"),
        ("Asia/Tokyo", "Japan Time", "日本时间"),
        ("America/New_York", "Eastern Time", "北美东部时间"),
        ("UTC", "UTC", "UTC"),
        ("Etc/GMT+8", "Etc/GMT+8", "Etc/GMT+8"),
    ],
)
def test_a_time_zone_is_named_as_its_people_call_it(key: str, english: str, chinese: str) -> None:
    dictionary = Dictionary(FOLDERS)
    assert dictionary.plain(Zone(key), Reader("en")) == english
    assert dictionary.plain(Zone(key), Reader("zh")) == chinese


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (12, "under a minute", "不到 1 分钟"),
        (31, "1m", "1 分钟"),
        (-5400, "1h30m", "1 小时 30 分"),
        (90000, "1d1h", "1 天 1 小时"),
    ],
)
def test_a_span_is_said_in_whole_minutes_and_none_is_nothing(seconds: int, english: str, chinese: str) -> None:
    dictionary = Dictionary(FOLDERS)
    assert dictionary.plain(timedelta(seconds=seconds), Reader("en")) == english
    assert dictionary.plain(timedelta(seconds=seconds), Reader("zh")) == chinese
