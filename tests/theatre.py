"""Plays the steps of the show that plays itself, as the page does, through the same doors of the world."""

import json
from typing import Any

from tests.stage import Stage


def either(said: Any, language: str) -> str:
    return str(said[language] if isinstance(said, dict) else said or "")


class Stuck(AssertionError):
    """A step that a person could not have done."""


async def perform(stage: Stage, step: dict[str, Any]) -> None:
    """One step; what people would then see is on the stage."""
    actor = next(one for one in stage.actors.values() if one.id == step["as"])
    text = either(step.get("text"), stage.language)
    match step["do"]:
        case "press":
            await _press(stage, actor, step)
        case "say" if step["chat"] == "group":
            await actor.says(text)
        case "say":
            await actor.tells_bot(text)
        case "start":
            await actor.starts()
        case "file":
            await actor.sends_photo(text)
        case "clock":
            await stage.turn(step["to"])
        case "pause":
            pass
        case other:
            raise Stuck(f"no such deed: {other}")


async def _press(stage: Stage, actor: Any, step: dict[str, Any]) -> None:
    label = either(step.get("label"), stage.language)
    try:
        await actor.presses_in(step["chat"], label, step.get("find", ""))
    except LookupError as missing:
        if not step.get("optional"):
            raise Stuck(f"{json.dumps(step, ensure_ascii=False)}: {missing}") from None
