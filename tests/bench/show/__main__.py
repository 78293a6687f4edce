"""`python -m tests.bench.show run --config …`: the real command line with one flow more; it writes down how long cues take."""

import json
import os
import time
from pathlib import Path
from typing import Any

import flows
from tests.bench.show import flow

flows.SHOW = (*flows.SHOW, flow)

from bot import cues, ticker  # noqa: E402  after the show is complete
from bot.cli import main  # noqa: E402


def trace(to: Path) -> None:
    """Of every batch of cues: when each was due, when it was decided, and when all of it was committed."""
    give, give_batch, taken = cues.give, ticker.Ticker._give_batch, []

    def decide(desk: Any, cue: Any) -> None:
        due = cue.due_at.timestamp()
        began = time.time()
        give(desk, cue)
        taken.append((due, began))

    async def give_due(self: Any) -> int:
        given, full = 0, True
        while full:
            batch, full = await self._store.transaction(lambda session: give_batch(self, session))
            given += batch
            committed = time.time()
            with to.open("a") as out:
                out.write("".join(json.dumps([due, began, committed]) + "\n" for due, began in taken))
            taken.clear()
        return given

    cues.give, ticker.Ticker.give_due = decide, give_due  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    if to := os.environ.get("BENCH_TRACE"):
        trace(Path(to))
    main()
