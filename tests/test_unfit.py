"""The file: one that no bot can work on ends every command with one line; what a bot makes is for its owner alone."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.process import configure
from tests.test_cli import callboard

COMMANDS = ("run", "migrate", "export out", "backup out")
HERE = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
WITHOUT_PRIVILEGE = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # else root may write whatever it likes
os.execv(sys.executable, [sys.executable, "-m", "bot.cli", *sys.argv[1:]])
"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = configure(tmp_path, database=f"sqlite:///{tmp_path / 'callboard.db'}")
    assert callboard("migrate", "--config", made).exit_code == 0
    return made


@pytest.fixture
def file(config: Path) -> Iterator[Path]:
    yield config.parent / "callboard.db"
    config.parent.chmod(0o700)


def test_what_it_makes_is_for_its_owner_alone(config: Path, file: Path) -> None:
    file.unlink()
    for command in ("migrate", "backup copy.db", "export rows.jsonl"):
        subprocess.run([sys.executable, "-m", "bot.cli", *command.split(), "--config", config], check=True, env=HERE)
    made = [file, *(config.parent / name for name in ("copy.db", "rows.jsonl"))]
    assert [oct(one.stat().st_mode & 0o777) for one in made] == ["0o600"] * 3


def nonsense(length: int) -> bytes:
    return random.Random(length).randbytes(length)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("kept", "said"), [(0, "file is not a database"), (12288, "database disk image is malformed")])
def test_on_a_damaged_file_every_command_ends_with_one_line(
    config: Path, file: Path, command: str, kept: int, said: str
) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:kept] + nonsense(len(whole) - kept))
    result = callboard(*command.split(), "--config", config)
    assert result.exit_code == 1 and result.output.startswith("database: ") and result.output.count("\n") == 1
    assert said in result.output or command.startswith("backup") and "so is the copy" in result.output


@pytest.mark.parametrize("command", ["run", "migrate"])
@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_file_that_may_only_be_read_is_found_at_the_start(config: Path, file: Path, which: str, command: str) -> None:
    (file if which == "file" else file.parent).chmod(0o500)
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_PRIVILEGE, command, "--config", config],
        capture_output=True,
        text=True,
        timeout=20,
        env=HERE,
    )
    assert ended.returncode == 1 and ended.stderr.startswith("database: "), ended.stderr
    assert ("can't be written" in ended.stderr or "readonly" in ended.stderr) and ended.stderr.count("\n") == 1
