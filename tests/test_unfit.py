"""The file: one that no bot can work on ends every command with one line; what a bot makes is for its owner alone."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from tests.process import configure
from tests.test_cli import callboard

COMMANDS = ("run", "migrate", "export out", "backup out")
HERE = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
WITHOUT_PRIVILEGE = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # else root may write whatever it likes
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""
EACH = """
import os, signal, sys
from pathlib import Path
from bot import cli
file = Path("callboard.db")
for locked in (file, file.absolute().parent):
    locked.chmod(0o500)
    for command in ("run", "migrate"):
        if os.fork() == 0:
            signal.alarm(9)  # whoever starts after all is ended
            sys.argv[1:] = [command]
            cli.main()
        print(locked.name, command, os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
    locked.chmod(0o700)
"""
"""One process that imports everything, and another for each command from there on."""


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


def test_what_it_makes_is_for_its_owner_alone(config: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.unlink()
    before = os.umask(0o022)
    for command in ("migrate", "backup copy.db", "export rows.jsonl"):
        monkeypatch.setattr(sys, "argv", ["callboard", *command.split(), "--config", str(config)])
        with pytest.raises(SystemExit, match="^0$"):
            cli.main()
    os.umask(before)
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


def test_a_file_that_may_only_be_read_is_found_at_the_start(config: Path, file: Path) -> None:
    child = [sys.executable, "-c", WITHOUT_PRIVILEGE, EACH]
    ran = subprocess.run(child, capture_output=True, text=True, timeout=20, env=HERE, cwd=config.parent)
    each = [f"{locked.name} {command} 1" for locked in (file, file.parent) for command in ("run", "migrate")]
    said = ran.stderr.splitlines()
    assert ran.stdout.splitlines() == each and len(said) == len(each), ran.stderr
    for line in said:
        assert line.startswith("database: ") and ("can't be written" in line or "readonly" in line), line
