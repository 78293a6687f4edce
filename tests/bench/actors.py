"""The processes of a bench: the server, Callboard and its peers; how each is started, measured and ended."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv" / "peers" / "bin" / "python"
TOKEN = "7:bench"
LOUDLY = bool(os.environ.get("BENCH_LOUD"))
"""Lets the bots say what they have to say."""


def _start(args: list[str], **more: Any) -> subprocess.Popen[bytes]:
    unwanted = ("_proxy", "pythondontwritebytecode")  # a bot at work is compiled, as what pip installs is
    clean = {name: value for name, value in os.environ.items() if not name.lower().endswith(unwanted)}
    said = None if LOUDLY else subprocess.DEVNULL
    return subprocess.Popen(args, cwd=ROOT, env=clean | more.pop("env", {}), **{"stdout": said, "stderr": said, **more})


class Far:
    """The server, spoken to."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._port = port

    def wish(self, deed: str, scene: dict[str, Any] | None = None, within: float = 120) -> Any:
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=within)
        line.request("POST", f"/bench/{deed}", json.dumps({"scene": scene} if scene else {}))
        answer = json.loads(line.getresponse().read())
        line.close()
        return answer["result"]


@contextmanager
def far() -> Iterator[Far]:
    process = _start([sys.executable, "-m", "tests.bench.far"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout and process.stdin
    try:
        yield Far(int(process.stdout.readline()))
    finally:
        process.stdin.close()
        process.wait(10)


class Bot:
    """A bot as a process."""

    def __init__(self, args: list[str], **env: str) -> None:
        self.started = time.monotonic()
        self.process = _start(args, env=env)

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """MiB in memory."""
        return _resident(self.process.pid)

    def children_memory(self) -> float:
        """MiB of the processes that it started."""
        started = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sum(_resident(int(pid)) for pid in started)

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def running(args: list[str], **env: str) -> Iterator[Bot]:
    bot = Bot(args, **env)
    try:
        yield bot
    finally:
        bot.end()


def callboard(far: Far, folder: Path, *, paced: bool = False) -> list[str]:
    """The command line of Callboard on a database in the folder."""
    pace = "" if paced else "\n  pace: {overall: 1000000, chat: 1000000, group_per_minute: 1000000}"
    config = folder / "config.yaml"
    config.write_text(
        f"telegram:\n  token: {TOKEN}\n  api_url: {far.address}{pace}\n"
        f"database: sqlite:///{folder / 'callboard.db'}\nlog_level: error\nquiet_hours: null\n"
    )
    config.chmod(0o600)
    return [sys.executable, "-m", "tests.bench.show", "run", "--config", str(config)]


def peer(name: str, far: Far, folder: Path) -> list[str]:
    return [str(PEERS), str(Path(__file__).parent / "peers" / f"stock_{name}.py"), far.address, TOKEN, str(folder)]
