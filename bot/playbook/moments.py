"""Moments that do not go together: a decision before its roll call, a call in a phase that its moment never meets."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.playbook.models import GateRules
from bot.playbook.problems import Place
from bot.playbook.spans import Offset, parse_offset

Found = tuple[Place, str]


def untimely(data: dict[str, Any]) -> Iterator[Found]:
    """Read off the plain data; what cannot be read as a time is told elsewhere."""
    gate = data.get("gate")
    gate = gate if isinstance(gate, dict) else {}
    usual = GateRules()
    roll, decide = (_offset(gate.get(field, getattr(usual, field))) for field in ("roll_call", "decide"))
    yield from _at_the_gate(gate, roll, decide)
    cues = data.get("cues")
    for number, line in enumerate(cues if isinstance(cues, list) else ()):
        if isinstance(line, dict) and (at := _offset(line.get("at"))):
            phase = str(line.get("phase"))
            if why := _never_in(phase, at, roll or usual.roll_call, bool(line.get("every"))):
                yield ("cues", number, "phase"), f"{at} never lies in {phase}, so nobody would read this: {why}"


def _at_the_gate(gate: dict[str, Any], roll: Offset | None, decide: Offset | None) -> Iterator[Found]:
    for field, at in (("roll_call", roll), ("decide", decide)):
        if at and (at.base == "end" or at.by > timedelta()):
            yield ("gate", field), "should lie before go-live, like T-45m"
            return
    if roll and decide and decide.by <= roll.by:
        field = "decide" if "decide" in gate else "roll_call"
        yield ("gate", field), f"the decision ({decide}) should come after the roll call ({roll})"


def _never_in(phase: str, at: Offset, roll: Offset, repeats: bool) -> str:
    """Why a moment never lies in a phase, or nothing; a line that repeats may get there later."""
    ahead = at.base == "start" and at.by < timedelta()
    match phase:
        case "prep" if not ahead or at.by > roll.by:
            return f"that ends with the roll call ({roll})"
        case "standby" if not ahead or (at.by < roll.by and not repeats):
            return f"that lasts from the roll call ({roll}) until go-live"
        case "live" if ahead and not repeats:
            return "that begins with go-live (T+0)"
        case "wrap" if ahead and not repeats:
            return "that begins when the show is over (END)"
    return ""


def _offset(value: object) -> Offset | None:
    if isinstance(value, Offset):
        return value
    try:
        return Offset.model_validate(parse_offset(value))
    except ValueError:
        return None
