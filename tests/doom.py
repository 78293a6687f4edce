"""Where a bot's process is to die: at the n-th moment of a kind, by kill -9, from within and without a word of goodbye."""

import os
import random
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot import outbox, store, telegram

SENDS = ("sendMessage", "editMessageText", "answerCallbackQuery")
MOMENTS = {
    "before a commit": 20,
    "in a commit": 20,
    "after a commit": 20,
    "before a send": 12,
    "in a send": 12,
    "after a send": 12,
    "at any time": 1,
}
"""The kinds, and how often one may pass by before it is deadly."""
IN_MIGRATION = "in a migration"
STATEMENTS = 30
"""A migration has more than these."""
LINGERING = 0.004
"""Seconds at most between the beginning of a commit or a send and a death in it."""
LIFE = 0.4
"""Seconds at most until a death at any time."""


@dataclass(frozen=True)
class Fate:
    """When to die, and the file where the last words go."""

    moment: str
    count: int
    delay: float
    ledger: Path

    @classmethod
    def drawn(cls, dice: random.Random, ledger: Path) -> "Fate":
        moment = dice.choice(list(MOMENTS))
        return cls(moment, dice.randint(1, MOMENTS[moment]), dice.uniform(0, LINGERING), ledger)

    @classmethod
    def in_migration(cls, dice: random.Random, ledger: Path) -> "Fate":
        return cls(IN_MIGRATION, dice.randint(1, STATEMENTS), 0, ledger)


class Doom:
    """Counts the moments of one process."""

    def __init__(self, fate: Fate) -> None:
        self.fate, self.left = fate, fate.count
        self.senders: list[outbox.Outbox] = []
        self.migrating = False

    def comes(self, moment: str) -> None:
        if moment != self.fate.moment or self.left == 0:
            return
        self.left -= 1
        if self.left == 0 and moment.startswith("in a") and moment != IN_MIGRATION:
            threading.Timer(self.fate.delay, self.strike).start()
        elif self.left == 0:
            self.strike()

    def strike(self) -> None:
        """Tell how many messages are on their way and not yet written down: so many may be repeated."""
        flying = sum(len(sender._under_way) for sender in self.senders)
        with self.fate.ledger.open("a") as ledger:
            ledger.write(f"{flying} in flight, killed at {self.fate.moment} {self.fate.count}\n")
        os.kill(os.getpid(), signal.SIGKILL)


def arm(fate: Fate) -> None:
    """Let this process meet its fate: what it passes through tells of it from now on."""
    doom = Doom(fate)
    event.listen(Engine, "commit", lambda _line: doom.migrating or doom.comes("before a commit"))
    event.listen(Engine, "commit", lambda _line: doom.migrating or doom.comes("in a commit"))
    event.listen(Engine, "before_cursor_execute", lambda *_: doom.comes(IN_MIGRATION) if doom.migrating else None)
    store._unit = _after(store._unit, lambda how: doom.comes("after a commit") if how["commit"] else None)
    store._migrate = _within(store._migrate, lambda inside: setattr(doom, "migrating", inside))
    _watch_sends(doom)
    if fate.moment == "at any time":
        threading.Timer(fate.delay / LINGERING * LIFE, doom.strike).start()


def _after(work: Callable[..., Any], tell: Callable[[dict[str, Any]], None]) -> Callable[..., Any]:
    def unit(*given: Any, **how: Any) -> Any:
        result = work(*given, **how)
        tell(how)
        return result

    return unit


def _within(work: Callable[..., Any], tell: Callable[[bool], None]) -> Callable[..., Any]:
    def unit(*given: Any) -> Any:
        tell(True)
        try:
            return work(*given)
        finally:
            tell(False)

    return unit


def _watch_sends(doom: Doom) -> None:
    call, build = telegram.Telegram.call, outbox.Outbox.__init__

    async def watched(edge: telegram.Telegram, method: str, **params: Any) -> Any:
        if method in SENDS:
            doom.comes("before a send")
            doom.comes("in a send")
        answer = await call(edge, method, **params)
        if method in SENDS:
            doom.comes("after a send")
        return answer

    def built(sender: outbox.Outbox, *given: Any) -> None:
        build(sender, *given)
        doom.senders.append(sender)

    telegram.Telegram.call = watched  # type: ignore[method-assign]
    outbox.Outbox.__init__ = built  # type: ignore[method-assign]
