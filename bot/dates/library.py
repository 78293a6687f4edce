"""Asks the process that reads rare dates: starts it when needed, gives it five seconds, and lets it go."""

import asyncio
import atexit
import json
import re
import select
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.dates.words import LONGEST, plain

SECONDS = 5.0

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MAYBE = re.compile(
    r"[0-9].*[a-z\u4e00-\u9fff]|[年月日号周点时晚早节夕旦初夜末]|\b(?:day|week|month|fortnight|noon|midnight|eve|hours?|minutes?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|(?:sept|nov|dec)ember|october)s?\b"
)


@dataclass(frozen=True)
class Answer:
    """What a library found: an instant and perhaps its end, or whole days; and where in the text it ends."""

    end: int
    moment: datetime | None = None
    until: datetime | None = None
    days: tuple[date, date] | None = None


class Reader:
    """The other process, seen from here; one question at a time, from any thread."""

    def __init__(self, command: list[str], seconds: float = SECONDS) -> None:
        self._command, self._seconds = command, seconds
        self._turn = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def ask(self, question: dict[str, object]) -> dict[str, str] | None:
        """Its answer; None when it knows none, takes too long or dies over it."""
        with self._turn:
            line = self._exchange(question)
            # It may have gone to rest at this very moment: then a new one is asked, once.
            if line == "" and self._gone():
                line = self._exchange(question)
            if not line:
                self.close()
                return None
        answer = json.loads(line)
        return answer if isinstance(answer, dict) else None

    def close(self) -> None:
        """End the process, now; whoever waits for it gets no answer."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    _close(stream)

    def _gone(self) -> bool:
        """Whether it went by itself, in peace."""
        try:
            return self._process is not None and self._process.wait(timeout=1) == 0
        except subprocess.TimeoutExpired:
            return False

    def _exchange(self, question: dict[str, object]) -> str | None:
        """A line; "" when it ended, None when its time was up."""
        if not self._process or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        process = self._process
        if not process.stdin or not process.stdout:
            return None
        try:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            ready = select.select([process.stdout], [], [], self._seconds)[0]
            return process.stdout.readline() if ready else None
        except (OSError, ValueError):  # it died, or was closed meanwhile
            return ""


def _close(stream: object) -> None:
    try:
        stream.close()  # type: ignore[attr-defined]
    except OSError:  # what was not written to a dead process cannot be flushed
        return


_READER = Reader([sys.executable, "-m", "bot.dates.worker"])
release = _READER.close
atexit.register(release)


def may_be(text: str) -> bool:
    """Whether a library could read it: not when it is too long or cannot be a date."""
    return len(text) <= LONGEST and _MAYBE.search(plain(text)) is not None


async def ask(text: str, now: datetime, zone: str) -> Answer | None:
    """A text as a library reads it."""
    if not may_be(text):
        return None
    written = plain(text)
    local = now.astimezone(ZoneInfo(zone))
    question: dict[str, object] = {
        "text": written,
        "now": local.replace(tzinfo=None).isoformat(),
        "chinese": bool(_CHINESE.search(written)),
    }
    found = await asyncio.to_thread(_READER.ask, question)
    return _answer(found, local) if found else None


def _answer(found: dict[str, str], local: datetime) -> Answer | None:
    end = int(found["end"])
    if "first" in found:
        return Answer(end, days=(date.fromisoformat(found["first"]), date.fromisoformat(found["last"])))
    try:
        moment = _instant(found["moment"], local)
        return Answer(end, moment, _instant(found["until"], local) if "until" in found else None)
    except OverflowError:  # the year 1 or 9999
        return None


def _instant(written: str, local: datetime) -> datetime:
    read = datetime.fromisoformat(written)
    return (read if read.tzinfo else read.replace(tzinfo=local.tzinfo)).astimezone(UTC)
