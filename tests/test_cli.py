"""The command line: what is wrong is one line that names its key, what runs ends when told, and the token stays unsaid."""

import asyncio
import json
import os
import sqlite3
from pathlib import Path

import pytest
import structlog
from filelock import FileLock
from typer.testing import CliRunner, Result

from bot import cli
from bot.cli import commands
from bot.crew import Person, Team
from bot.rehearsal import acts
from bot.rehearsal.world import TOKEN
from bot.store import Store
from tests.process import NOWHERE, SECRET, configure, running, running_for_real, telegram


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An operator's folder, and nothing of this machine's in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CALLBOARD_")]:
        monkeypatch.delenv(name)
    return tmp_path


def callboard(*args: str | Path) -> Result:
    result = CliRunner().invoke(commands, [str(arg) for arg in args])
    assert SECRET not in result.output, "the token was said"
    return result


# What is wrong is said in one line


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timezone", "Asia/Shangai"),
        ("language", "fr"),
        ("quiet_hours", "late"),
        ("playbook", "no-such-playbook"),
        ("database", "mysql://somewhere/else"),
        ("database", "sqlite:///no/such/folder/callboard.db"),
        ("log_level", "loud"),
        ("colour", "blue"),
    ],
)
def test_a_wrong_value_ends_the_start_with_one_line_that_names_the_key(folder: Path, key: str, value: str) -> None:
    result = callboard("run", "--config", configure(folder, **{key: value}))
    assert result.exit_code == 1 and key in result.output
    assert len(result.output.strip().splitlines()) == 1 and "Traceback" not in result.output


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "telegram"),
        ("telegram:\n  api_url: http://127.0.0.1:9\n", "telegram.token"),
        (f"telegram:\n  token: nonsense-{SECRET}\n", "telegram.token"),
        (f"telegram:\n  token: {TOKEN}\n  api_url: nowhere\n", "telegram.api_url"),
        (f"telegram:\n  token: {TOKEN}\n  pace:\n    chat: fast\n", "telegram.pace.chat"),
        (f"telegram: [\n  {TOKEN}\n", "line"),
    ],
)
def test_so_does_a_missing_or_a_mistyped_one(folder: Path, text: str, key: str) -> None:
    (folder / "config.yaml").write_text(text, encoding="utf-8")
    result = callboard("run")
    assert result.exit_code == 1 and key in result.output and len(result.output.strip().splitlines()) == 1


def test_without_a_file_it_says_where_to_get_one(folder: Path) -> None:
    result = callboard("run")
    assert result.exit_code == 1 and "config.example.yaml" in result.output


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_second_process_on_the_same_file_refuses_and_says_why(folder: Path, command: str) -> None:
    config = configure(folder, database="sqlite:///callboard.db")
    with FileLock(folder / "callboard.db.lock"):
        result = callboard(command, "--config", config)
    assert result.exit_code == 1
    assert "another process" in result.output and "callboard.db" in result.output


def test_a_fault_that_is_logged_shows_none_of_the_values_at_hand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    token = TOKEN
    cli.set_up_log("info")
    try:
        raise KeyError("the floor gave way")
    except KeyError:
        structlog.get_logger().exception("fault", file=str(folder))
    finally:
        structlog.reset_defaults()
    said = capsys.readouterr()
    assert "the floor gave way" in said.out + said.err and token not in said.out + said.err


def test_nothing_that_is_logged_ends_its_line_or_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    cli.set_up_log("info")
    try:
        for said in ("two\nlines", "\x1b[2J", "\x1b]0;title\x07 and words", "\u202eback", "复盘\r"):
            structlog.get_logger().warning("refused", why=said)
    finally:
        structlog.reset_defaults()
    lines = capsys.readouterr().out.split("\n")
    assert len(lines) == 6 and all(line.isprintable() for line in lines) and "复盘" in lines[4]


# What does its work and ends


def test_check_says_what_it_found(folder: Path) -> None:
    result = callboard("check", "--config", configure(folder))
    assert result.exit_code == 0 and "live-commerce: " in result.output and "all good" in result.output


def test_check_names_the_mistake_in_a_playbook(folder: Path) -> None:
    (folder / "own.yaml").write_text("key: own\nversion: 1\nnonsense: true\n", encoding="utf-8")
    result = callboard("check", "own.yaml")
    assert result.exit_code == 1 and "own.yaml" in result.output and "nonsense" in result.output


def test_migrate_makes_the_tables_and_can_go_back(folder: Path) -> None:
    config = configure(folder, database="sqlite:///callboard.db")
    assert callboard("migrate", "--config", config).output == "The database is up to date.\n"
    assert "message" in _tables(folder / "callboard.db")
    assert callboard("migrate", "--config", config, "--to", "base").exit_code == 0
    assert _tables(folder / "callboard.db") <= {"alembic_version"}


def _tables(file: Path) -> set[str]:
    with sqlite3.connect(file) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _filled(folder: Path) -> Path:
    """A database with a team and a person in it, and its configuration."""

    async def fill() -> None:
        store = Store(f"sqlite+aiosqlite:///{folder / 'callboard.db'}")
        await store.migrate()
        people = [Person(id=2**40, name="阿梅 <b>"), Team(chat_id=-5, title="Friday Live")]
        await store.transaction(lambda session: session.add_all(people))
        await store.close()

    asyncio.run(fill())
    return configure(folder, database="sqlite:///callboard.db")


def test_export_writes_every_row_as_a_line(folder: Path) -> None:
    config = _filled(folder)
    result = callboard("export", folder / "rows.jsonl", "--config", config)
    rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert result.exit_code == 0 and "2 rows" in result.output
    assert {row["table"] for row in rows} == {"person", "team"}
    assert next(row for row in rows if row["table"] == "person")["name"] == "阿梅 <b>"


def test_export_of_a_database_without_tables_says_what_to_do(folder: Path) -> None:
    config = _filled(folder)
    (folder / "callboard.db").unlink()
    sqlite3.connect(folder / "callboard.db").close()
    result = callboard("export", folder / "rows.jsonl", "--config", config)
    assert result.exit_code == 1 and "callboard migrate" in result.output
    assert not (folder / "rows.jsonl").exists()


def test_backup_copies_the_database_while_it_is_written_to(folder: Path) -> None:
    config = _filled(folder)
    with sqlite3.connect(folder / "callboard.db", isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE team SET title = 'half done'")
        result = callboard("backup", folder / "copy.db", "--config", config)
    assert result.exit_code == 0
    with sqlite3.connect(folder / "copy.db") as copy:
        assert copy.execute("SELECT title FROM team").fetchall() == [("Friday Live",)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("command", ["export", "backup"])
def test_without_a_database_there_is_nothing_to_keep(folder: Path, command: str) -> None:
    result = callboard(command, "out", "--config", configure(folder, database="sqlite:///callboard.db"))
    assert result.exit_code == 1 and "database" in result.output and not (folder / "callboard.db").exists()


@pytest.mark.parametrize("command", ["export", "backup"])
def test_what_cannot_be_written_is_one_line_that_names_it(folder: Path, command: str) -> None:
    config = _filled(folder)
    before = (folder / "callboard.db").read_bytes()
    wanted = {
        "no/such/copy": "there is no folder no/such",
        ".": "is a folder",
        "callboard.db": "is the database itself",
    }
    for out, why in wanted.items():
        result = callboard(command, out, "--config", config)
        assert result.exit_code == 1 and result.output == f"{out}: {why}\n", result.output
    assert (folder / "callboard.db").read_bytes() == before


# The real process


async def test_it_serves_alone_and_ends_when_told_with_everything_sent_and_written_down(folder: Path) -> None:
    async with telegram() as far, running(configure(folder, far.address, log_level="debug")) as bot:
        await far.hears("getUpdates")
        second = await asyncio.to_thread(callboard, "run", "--config", folder / "config.yaml")
        assert second.exit_code == 1 and "another process" in second.output
        mei = far.world.people[1002]
        acts.say(far.world, mei, far.world.private(mei), "/dance")
        await far.hears("sendMessage")
        bot.terminate()
        code, _ = await bot.ends(within=5)
        assert code == 0
    with sqlite3.connect(folder / "callboard.db") as kept:
        assert kept.execute("SELECT state, message_id IS NULL FROM message").fetchall() == [("SENT", 0)]
        assert kept.execute("SELECT state FROM inbox").fetchall() == [("DONE",)]


async def test_it_ends_within_five_seconds_even_where_telegram_says_nothing_or_is_not_there(folder: Path) -> None:
    """All at once: what takes long is the waiting."""
    await asyncio.gather(
        ends_where_nothing_is_heard_of(folder / "getMe", "getMe"),
        ends_where_nothing_is_heard_of(folder / "send", "sendMessage", "answerCallbackQuery"),
        ends_where_nobody_listens(folder / "nobody"),
    )


def own(folder: Path, api_url: str = NOWHERE) -> Path:
    """A configuration with a database of its own."""
    folder.mkdir()
    return configure(folder, api_url, database=f"sqlite:///{folder / 'callboard.db'}")


async def ends_where_nothing_is_heard_of(folder: Path, *silent: str) -> None:
    async with telegram(*silent) as far, running(own(folder, far.address)) as bot:
        if "getMe" not in silent:
            await far.hears("getUpdates")
            mei = far.world.people[1002]
            chat = far.world.private(mei)
            post = acts.say(far.world, mei, chat, "/dance")
            post.offered.add("nobody.knows:1")
            acts.press(far.world, mei, chat, post.id, "nobody.knows:1")
        for method in silent:
            await far.hears(method)
        bot.terminate()
        code, _ = await bot.ends(within=5)
        assert code == 0


async def ends_where_nobody_listens(folder: Path) -> None:
    async with running_for_real(own(folder)) as bot:
        await bot.says("trying again")
        bot.terminate()
        assert (await bot.ends(within=5))[0] == 0


async def test_a_token_that_telegram_does_not_know_is_told_apart_from_a_network_that_fails(folder: Path) -> None:
    async with telegram() as far, running(configure(folder, far.address, token=f"123:{SECRET}")) as bot:
        code, said = await bot.ends()
    assert code == 1 and said.startswith("telegram.token: ") and len(said.splitlines()) == 1
