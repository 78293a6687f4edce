"""The scenes that are played: each says what it measured beside what it must reach."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench import rows
from tests.bench.actors import Far, callboard, peer, running
from tests.bench.table import line, share

Figures = Iterator[str]
CHATS = 200
BEFORE = 0.5
"""Seconds of peace after the first getUpdates, before a scene begins."""


def play(far: Far, who: str, scene: dict[str, Any], prepare: Callable[[Path], None] | None = None) -> dict[str, Any]:
    """One bot in one scene: what the server counted, and what the bot cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if who == "callboard":
            file = rows.database(folder, CHATS)
            if prepare:
                prepare(file)
            args = callboard(far, folder, paced=scene["kind"] == "limits")
        else:
            args = peer(who, far, folder)
        far.wish("scene", scene)
        trace = folder / "trace"
        with running(args, BENCH_TRACE=str(trace)) as bot:
            far.wish("polled")
            time.sleep(BEFORE)
            before = bot.cpu()
            far.wish("begin")
            figures: dict[str, Any] = far.wish("over")
            figures |= {"cpu": bot.cpu() - before, "memory": bot.memory()}
        return figures | {"trace": trace.read_text().splitlines() if trace.exists() else []}


def steps(far: Far) -> Figures:
    """A conversation with everybody at once, as fast as it goes. Two updates of a chat are on their way at any time,
    save for aiogram, which handles them at the same time and would mix them up."""
    for latency, must, few in ((0.05, 10.0, 300), (0.0, 0.5, 6000)):
        pace: dict[str, float] = {}
        for who, total in (("ptb", few), ("aiogram", 6000), ("callboard", 6000)):
            scene = {"kind": "steps", "depth": 1 if who == "aiogram" else 2, "total": total, "latency": latency}
            figures = play(far, who, scene | {"warm": total // 10})
            pace[who] = figures["steps"] / figures["seconds"]
            ratio, cost = pace[who] / pace["ptb"], figures["cpu"] / total * 1000
            yield line(
                f"Steps a second, Telegram in {latency * 1000:.0f} ms",
                who,
                f"{pace[who]:.0f}, {cost:.2f} ms CPU each",
                f"{ratio:.2f} × ptb",
                must=f"{must:g} × ptb, in order" if who == "callboard" else "",
                reached=ratio >= must and not figures["wrong"],
            )


def limits(far: Far) -> Figures:
    """Three messages to each of 200 chats where Telegram enforces its limits, an urgent one in the middle."""
    scene = {"kind": "limits", "lines": ["/burst 3"], "wanted": "A burst.", "total": 600, "latency": 0.05}
    figures = play(far, "callboard", scene)
    said = [text for _, _, text in figures["said"]]
    least = (len(said) - 1) // 30
    over = figures["seconds"] / least
    lost = 600 - said.count("A burst.")
    yield line(
        "600 messages under enforced limits",
        "callboard",
        f"{figures['seconds']:.1f} s, {figures['refused']} refused, {lost} lost",
        f"{over:.2f} × least",
        must="1.10 × least, 2 refused",
        reached=over <= 1.10 and figures["refused"] <= 2 and not lost,
    )
    urgent = next(at for at, _, text in figures["said"] if "Urgent" in text) - figures["urgent_at"]
    yield line("  an urgent one in the middle", "callboard", f"{urgent:.2f} s", must="1.2 s", reached=urgent <= 1.2)


def calls(far: Far) -> Figures:
    """A thousand cues due within one second; then single ones, a while apart."""
    yield from _crowd(far)
    yield from _single(far)


def _crowd(far: Far) -> Figures:
    begin = time.time() + 6
    dues = [begin + n / 1000 for n in range(1000)]
    scene = {"kind": "calls", "wanted": "Due", "total": 1000}
    figures = play(far, "callboard", scene, lambda file: rows.cues(file, dues))
    given = _trace(figures)
    waits = sorted(committed - decided for _, decided, committed in given)
    late = sorted(committed - due for due, _, committed in given)
    yield line(
        "1,000 cues in one second, decision to outbox",
        "callboard",
        f"p50 {share(waits, 0.5) * 1000:.0f} ms, p99 {share(waits, 0.99) * 1000:.0f} ms",
        must="p99 50 ms",
        reached=len(given) == 1000 and share(waits, 0.99) <= 0.05,
    )
    yield line("  due to outbox", "callboard", f"p99 {share(late, 0.99) * 1000:.0f} ms")


def _single(far: Far) -> Figures:
    begin = time.time() + 5
    dues = [begin + n / 3 for n in range(15)]
    scene = {"kind": "calls", "wanted": "Due", "total": len(dues)}
    given = _trace(play(far, "callboard", scene, lambda file: rows.cues(file, dues)))
    late = sorted(decided - due for due, decided, _ in given)
    kept = sorted(committed - due for due, _, committed in given)
    yield line(
        "A single cue on an idle bot, late by",
        "callboard",
        f"{late[-1] * 1000:.1f} ms at most",
        must="10 ms",
        reached=len(given) == len(dues) and late[-1] <= 0.01,
    )
    yield line("  due to outbox", "callboard", f"{kept[-1] * 1000:.1f} ms at most")


def _trace(figures: dict[str, Any]) -> list[tuple[float, float, float]]:
    return [tuple(float(one) for one in written.strip("[]").split(",")) for written in figures["trace"]]  # type: ignore[misc]


def replies(far: Far) -> Figures:
    """Twenty updates a second; what the bot itself adds, from the moment Telegram has it until the reply goes out."""
    waits: dict[str, float] = {}
    for who in ("ptb", "aiogram", "callboard"):
        scene = {"kind": "steps", "rate": 20.0, "total": 400, "latency": 0.05}
        if who == "ptb":  # handles one after another, so it keeps up only where Telegram answers faster
            scene["latency"] = 0.02
        figures = play(far, who, scene)
        waits[who] = share(figures["waits"], 0.99)
        yield line(
            "Reply at 20 updates a second",
            who,
            f"p50 {share(figures['waits'], 0.5) * 1000:.0f} ms, p99 {waits[who] * 1000:.0f} ms",
            f"{waits[who] / waits['ptb']:.2f} × ptb",
            must="p99 50 ms" if who == "callboard" else "",
            reached=waits[who] <= 0.05 and not figures["wrong"],
        )


def start(far: Far) -> Figures:
    """From the start of the process to its first getUpdates, best of three, with a little and with a lot stored."""
    took: list[float] = []
    for cues, updates in ((100, 1000), (10_000, 100_000), (100_000, 1_000_000)):
        with tempfile.TemporaryDirectory() as name:
            file = rows.database(Path(name), CHATS)
            rows.cues(file, [time.time() + 86400 + n for n in range(cues)])
            rows.updates(file, updates)
            took.append(min(_first_poll(far, callboard(far, Path(name))) for _ in range(3)))
        yield line(
            f"Start, {cues:,} cues, {updates:,} updates",
            "callboard",
            f"{took[-1]:.2f} s",
            f"{took[-1] / took[0]:.2f} × least",
            must="1.0 s, flat" if len(took) == 3 else "",
            reached=took[-1] <= 1.0 and took[-1] <= took[0] * 1.1 + 0.05,
        )
    for who in ("ptb", "aiogram"):
        with tempfile.TemporaryDirectory() as name:
            yield line("Start, nothing stored", who, f"{_first_poll(far, peer(who, far, Path(name))):.2f} s")


def _first_poll(far: Far, args: list[str]) -> float:
    far.wish("scene", {"kind": "idle"})
    with running(args) as bot:
        return float(far.wish("polled")["first_poll"] - bot.started)


def memory(far: Far) -> Figures:
    """After times were read in both languages, with a thousand teams and with ten thousand."""
    took: list[float] = []
    for teams, cues in ((1000, 10_000), (10_000, 100_000)):
        with tempfile.TemporaryDirectory() as name:
            file = rows.database(Path(name), teams, teams)
            rows.cues(file, [time.time() + 86400 + n for n in range(cues)], teams, teams)
            said = ["/when 明晚8点", "/when 除夕晚上8点", "/when 周六20:00", "/when next Friday 7:30pm"]
            far.wish("scene", {"kind": "memory", "lines": said, "wanted": "Understood", "total": len(said)})
            with running(callboard(far, Path(name))) as bot:
                far.wish("polled")
                far.wish("begin")
                far.wish("over")
                time.sleep(BEFORE)
                took.append(bot.memory())
                reader = bot.children_memory()
        more = took[-1] - took[0]
        yield line(
            f"Memory, {teams:,} teams, {cues:,} cues",
            "callboard",
            f"{took[-1]:.0f} MiB (reader {reader:.0f})",
            f"+{more:.1f} MiB" if more else "",
            must="100 MiB" if len(took) == 1 else "+10 MiB",
            reached=took[-1] <= 100 if len(took) == 1 else more < 10,
        )
    for who in ("ptb", "aiogram"):
        figures = play(far, who, {"kind": "steps", "depth": 1, "total": 100})
        yield line("Memory, after 100 steps", who, f"{figures['memory']:.0f} MiB")


ALL = (steps, limits, calls, replies, start, memory)
