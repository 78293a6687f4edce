"""The configuration: what is read, what wins, and the one line that says what is wrong."""

import os
import traceback
from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from bot.config import Config, ConfigError, QuietHours, load

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("CALLBOARD_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(more: str = "", telegram: str = f"telegram:\n  token: {TOKEN}\n") -> Path:
        path = tmp_path / "config.yaml"
        path.write_text(telegram + more, encoding="utf-8")
        path.chmod(0o600)
        return path

    return put


def refusal(path: Path | None) -> str:
    with pytest.raises(ConfigError) as caught:
        load(path)
    said = str(caught.value)
    assert "\n" not in said
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None, "a logger that walks the chain must not find the token in it"
    return said


def test_a_token_is_enough_and_everything_else_has_a_default(write: Write) -> None:
    config = load(write())
    assert config.telegram.token.get_secret_value() == TOKEN
    assert config.telegram.api_url == "https://api.telegram.org"
    assert (config.telegram.pace.overall, config.telegram.pace.chat, config.telegram.pace.group_per_minute) == (
        30,
        1,
        20,
    )
    assert config.database_url == "sqlite+aiosqlite:///callboard.db"
    assert (config.playbook, config.timezone, config.language) == ("live-commerce", "UTC", "en")
    assert config.quiet_hours == QuietHours(time(23), time(8))
    assert (config.log_level, config.warnings) == ("info", [])


def test_every_key_is_read(write: Write) -> None:
    more = (
        "  api_url: http://127.0.0.1:8081/\n  pace:\n    overall: 5\n    chat: 0.5\n    group_per_minute: 10\n"
        "database: sqlite:////var/lib/callboard/c.db\nplaybook: ./mine.yaml\ntimezone: Asia/Shanghai\n"
        "language: ZH\nquiet_hours: 23:00-08:00\nlog_level: DEBUG\n"
    )
    config = load(write(more))
    assert config.telegram.api_url == "http://127.0.0.1:8081"
    assert (config.telegram.pace.overall, config.telegram.pace.chat, config.telegram.pace.group_per_minute) == (
        5,
        0.5,
        10,
    )
    assert config.database_file == Path("/var/lib/callboard/c.db")
    assert (config.playbook, config.zone.key, config.language) == ("./mine.yaml", "Asia/Shanghai", "zh")
    assert config.quiet_hours == QuietHours(time(23), time(8))
    assert config.log_level == "debug"


def test_the_example_loads_explains_every_key_and_asks_for_a_token_of_ones_own() -> None:
    example = Path(__file__).parent.parent / "config.example.yaml"
    config, text = load(example), example.read_text(encoding="utf-8")
    assert [key for key in Config.model_fields if f"\n{key}:" not in text] == []
    assert config.quiet_hours == QuietHours(time(23), time(8))
    assert len(config.warnings) == 1
    assert "@BotFather" in config.warnings[0]


def test_the_environment_wins_over_the_file_key_by_key(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBOARD_TELEGRAM__API_URL", "http://localhost:1")
    monkeypatch.setenv("CALLBOARD_TELEGRAM__PACE__CHAT", "2")
    monkeypatch.setenv("CALLBOARD_QUIET_HOURS", "off")
    monkeypatch.setenv("CALLBOARD_LANGUAGE", "")
    config = load(write("quiet_hours: 22:00-07:00\nlanguage: zh\n"))
    assert config.telegram.token.get_secret_value() == TOKEN
    assert (config.telegram.api_url, config.telegram.pace.chat) == ("http://localhost:1", 2)
    assert (config.quiet_hours, config.language) == (None, "zh")


def test_the_environment_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBOARD_TELEGRAM__TOKEN", TOKEN)
    assert load(None).telegram.token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("callboard.db", "sqlite+aiosqlite:///callboard.db"),
        ("/var/lib/c.db", "sqlite+aiosqlite:////var/lib/c.db"),
        ("data/show.sqlite", "sqlite+aiosqlite:///data/show.sqlite"),
        ("sqlite+aiosqlite:///c.db", "sqlite+aiosqlite:///c.db"),
    ],
)
def test_the_database_is_a_url_or_a_file(write: Write, written: str, url: str) -> None:
    assert load(write(f"database: {written}\n")).database_url == url


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        ("timezone: Mars\n", ["line 3", "timezone", "time zone such as Asia/Shanghai"]),
        ("timezone: Asia/Shangai\n", ["timezone", "did you mean Asia/Shanghai?"]),
        ("language: fr\n", ["line 3", "language", "should be one of en or zh"]),
        ("log_level: loud\n", ["log_level", "debug, info, warning or error"]),
        ("quiet_hours: night\n", ["quiet_hours", "such as 23:00-08:00"]),
        ("quiet_hours: 23:00-23:00\n", ["quiet_hours", "such as 23:00-08:00"]),
        ("quiet_hours: 25:00-08:00\n", ["quiet_hours", "such as 23:00-08:00"]),
        ("database: postgresql://localhost/c\n", ["database", "SQLite URL or a file", "not supported yet"]),
        ("database: sqlite://c.db\n", ["database", "three slashes"]),
        ("database: sqlite:///\n", ["database", "names no file"]),
        ("database:\n  - c.db\n", ["database", "should be text"]),
        ("timezon: UTC\n", ["line 3", "timezon", "did you mean timezone?"]),
        ("token: 1:a\n", ["line 3", "token", "did you mean telegram.token?"]),
        ("colour: red\n", ["colour", "is not a key", "quiet_hours"]),
        ("  tokn: 1:a\n", ["telegram.tokn", "did you mean telegram.token?"]),
        ("  api_url: telegram.org\n", ["telegram.api_url", "such as https://api.telegram.org"]),
        ("  api_url: http://a:b\n", ["telegram.api_url", "such as https://api.telegram.org"]),
        ("  pace:\n    chat: fast\n", ["line 4", "telegram.pace.chat", "should be a number"]),
        ("  pace:\n    chat: 0\n", ["telegram.pace.chat", "more than 0"]),
        ("  pace:\n    chat: .nan\n", ["telegram.pace.chat", "should be a number"]),
        ("  pace: 3\n", ["telegram.pace", "should hold overall, chat, group_per_minute"]),
        ("language: en\nlanguage: zh\n", ["line 4", "language", "twice", "line 3"]),
        ("language: [en\n", ["line 4", "not YAML"]),
        ("language: 'en\n", ["line", "not YAML"]),
        ("language: *other\n", ["line 3", "not YAML"]),
        ("language: \x01\n", ["not YAML", "character"]),
    ],
)
def test_a_wrong_value_is_refused_in_one_line_that_names_the_key(write: Write, more: str, parts: list[str]) -> None:
    said = refusal(write(more))
    assert [part for part in parts if part not in said] == [], said


@pytest.mark.parametrize("telegram", ["", "telegram:\n", "telegram:\n  token:\n", "telegram:\n  api_url: http://a\n"])
def test_a_missing_token_says_how_to_get_one(write: Write, telegram: str) -> None:
    said = refusal(write("language: en\n", telegram))
    assert "telegram" in said
    assert "@BotFather" in said
    assert "/newbot" in said


@pytest.mark.parametrize("token", [TOKEN.replace(":", ""), f"{TOKEN} x", f"x{TOKEN}", f"['{TOKEN}']", f"*{TOKEN}"])
def test_a_malformed_token_is_refused_without_being_shown(write: Write, token: str) -> None:
    said = refusal(write("", f"telegram:\n  token: {token}\n"))
    assert "line 2" in said
    assert TOKEN.split(":")[1] not in said


def test_a_wrong_value_from_the_environment_names_the_variable(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBOARD_TELEGRAM__PACE__CHAT", "fast")
    assert refusal(write()).startswith("CALLBOARD_TELEGRAM__PACE__CHAT in the environment: should be a number")


def test_a_mistyped_variable_is_refused_inside_a_section_and_warned_about_outside(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBOARD_TIMEZON", "UTC")
    assert load(write()).warnings == ["CALLBOARD_TIMEZON is set in the environment, but is no key of the configuration"]
    monkeypatch.setenv("CALLBOARD_TELEGRAM__API_ULR", "http://a")
    assert "did you mean telegram.api_url?" in refusal(write())


def test_a_section_given_as_text_in_the_environment_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBOARD_TELEGRAM", TOKEN)
    assert "should hold token, api_url, pace" in refusal(write())


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert "config.example.yaml" in refusal(tmp_path / "none.yaml")
    assert "cannot be read" in refusal(tmp_path)
    strange = tmp_path / "latin.yaml"
    strange.write_bytes(b"playbook: caf\xe9\n")
    assert "UTF-8" in refusal(strange)
    listed = tmp_path / "list.yaml"
    listed.write_text("- a\n- b\n")
    assert "key: value" in refusal(listed)


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(f"telegram: {{token: '{TOKEN}'}}\n", encoding="utf-8-sig")
    path.chmod(0o600)
    assert load(path).warnings == []


def test_a_token_that_everybody_can_read_is_warned_about_until_the_file_is_closed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write()
    path.chmod(0o644)
    assert "chmod 640" in load(path).warnings[0]
    path.chmod(0o640)
    assert load(path).warnings == []
    path.write_text("language: en\n")
    path.chmod(0o644)
    monkeypatch.setenv("CALLBOARD_TELEGRAM__TOKEN", TOKEN)
    assert load(path).warnings == []


def test_the_token_never_shows(write: Write) -> None:
    config = load(write())
    shown = f"{config!r} {config} {config.model_dump()} {config.model_dump_json()} {config.telegram!r}"
    assert TOKEN.split(":")[1] not in shown
