"""The scenes that are played: each says what it measured, and what it must reach."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench import rows
from tests.bench.actors import Far, callboard, peer, running

Figures = Iterator[str]
CHATS = 200


def line(what: str, who: str, value: str, ratio: str = "", must: str = "", reached: bool | None = None) -> str:
    verdict = "" if reached is None else ("reached" if reached else "NOT REACHED")
    return f"{what:44} {who:12} {value:>26} {ratio:>10}  {must:26} {verdict}"


def share(sorted_values: list[float], part: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))] if sorted_values else 0.0


def play(far: Far, who: str, scene: dict[str, Any], prepare: Callable[[Path], None] | None = None) -> dict[str, Any]:
    """One bot in one scene: what the server counted, and what the bot cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if who == "callboard":
            rows.database(folder, CHATS)
            if prepare:
                prepare(folder)
            args = callboard(far, folder, paced=scene["kind"] == "limits")
        else:
            args = peer(who, far, folder)
        far.wish("scene", scene)
        with running(args) as bot:
            far.wish("polled")
            time.sleep(0.5)
            before = bot.cpu()
            far.wish("begin")
            figures: dict[str, Any] = far.wish("over")
            return figures | {"cpu": bot.cpu() - before, "memory": bot.memory()}


def steps(far: Far) -> Figures:
    for latency, sizes, must in ((0.05, {"callboard": 6000, "ptb": 300, "aiogram": 6000}, 10.0), (0.0, {}, 0.5)):
        pace: dict[str, float] = {}
        for who in ("ptb", "aiogram", "callboard"):
            total = sizes.get(who, 6000)
            depth = 1 if who == "aiogram" else 2
            scene = {
                "kind": "steps",
                "chats": CHATS,
                "depth": depth,
                "total": total,
                "warm": total // 10,
                "latency": latency,
            }
            figures = play(far, who, scene)
            pace[who] = figures["steps"] / figures["seconds"]
            ratio = pace[who] / pace["ptb"]
            cost = figures["cpu"] / total * 1000
            yield line(
                f"Steps/s, Telegram answering in {latency * 1000:.0f} ms",
                who,
                f"{pace[who]:.0f}/s, {cost:.2f} ms CPU",
                f"{ratio:.2f} ×",
                f"≥ {must:g} × ptb, in order" if who == "callboard" else "",
                ratio >= must and not figures["wrong"] if who == "callboard" else None,
            ) + (f" ({figures['wrong']} out of order)" if figures["wrong"] else "")


ALL = (steps,)
