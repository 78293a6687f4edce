"""Scenes: what many stories pass through is played once, and each story goes on from there."""

import hashlib
import inspect
import pickle
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from bot.store import Store

if TYPE_CHECKING:
    from tests.stage import Stage

P = ParamSpec("P")
R = TypeVar("R")
SHARED = ("clock", "referee", "opening", "queries")
"""What a world does not own, or what only this loop can wait for."""


@dataclass(frozen=True)
class Moment:
    """Everything that a stage is, at a point of a story: rows, world, time, and what the people last saw."""

    rows: bytes
    world: bytes
    now: datetime
    ticks: float
    seen: tuple[Any, ...]

    @property
    def digest(self) -> str:
        rest = repr((self.now, self.ticks, self.seen)).encode()
        return hashlib.sha1(self.rows + self.world + rest, usedforsecurity=False).hexdigest()


_EMPTY: list[bytes] = []
_PLAYED: dict[tuple[Any, ...], tuple[Moment, bytes]] = {}


def scene(
    play: Callable[Concatenate["Stage", P], Awaitable[R]],
) -> Callable[Concatenate["Stage", P], Awaitable[R]]:
    """Play this once, and put every later stage that is just where that one was (in every row, in the world, on the
    clock) where it led. On a stage that is anywhere else it is played as it is written."""
    shape = inspect.signature(play)

    @wraps(play)
    async def begin(stage: "Stage", *args: P.args, **kwargs: P.kwargs) -> R:
        asked = shape.bind(stage, *args, **kwargs)
        asked.apply_defaults()
        about = tuple(getattr(value, "key", value) for value in asked.arguments.values() if value is not stage)
        key = (play.__module__, play.__qualname__, stage.how, about, (await moment(stage)).digest)
        if key not in _PLAYED:
            said = pickle.dumps(await play(stage, *args, **kwargs))
            _PLAYED[key] = (await moment(stage), said)
        led_to, said = _PLAYED[key]
        await restore(stage, led_to)  # also where it was just played: the next scene begins at the same bytes
        found: R = pickle.loads(said)
        return found

    return begin


async def moment(stage: "Stage") -> Moment:
    world = {key: value for key, value in vars(stage.world).items() if key not in SHARED}
    seen = (stage.last_update, {key: (actor.toast, actor.alert) for key, actor in stage.actors.items()})
    rows = await stage.app.store._writer.run(lambda line: bytes(raw(line).serialize()))
    return Moment(rows, pickle.dumps(world), stage.now, stage.clock.monotonic(), seen)


async def restore(stage: "Stage", to: Moment) -> None:
    await stage.app.store._writer.run(lambda line: raw(line).deserialize(to.rows))
    vars(stage.world).update(pickle.loads(to.world))
    stage.clock._now, stage.clock._ticks = to.now, to.ticks
    stage.last_update, people = to.seen
    for key, (toast, alert) in people.items():
        stage.actors[key].toast, stage.actors[key].alert = toast, alert


async def lay(store: Store) -> None:
    """All tables: in memory they are copied once they have been made."""
    if store.in_memory and _EMPTY:
        await store._writer.run(lambda line: raw(line).deserialize(_EMPTY[0]))
        return
    await store.create()
    if store.in_memory:
        _EMPTY.append(await store._writer.run(lambda line: bytes(raw(line).serialize())))


def raw(line: Connection) -> Any:
    return line.connection.driver_connection
