"""The default cast, read from cast.json: a crew of twelve with their group, and one outsider."""

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.rehearsal.people import ANONYMOUS_ADMIN, Chat, Person
from bot.rehearsal.refusals import Json
from bot.rehearsal.world import World

GROUP_ID = -1_500_100_100
SUPERGROUP_ID = -1_000_000_000_000 + GROUP_ID
LANGUAGES = {"zh": "zh-hans"}


def opening_world(clock: Clock, *, kind: str = "supergroup", bot: str = "administrator", **rest: Any) -> World:
    """A world with the cast in it. `kind` of the group: supergroup or group. `bot` is its standing there: administrator,
    member or left (not yet added). The rest goes to World: lang, zone, token, strict, referee, paced."""
    world = World(clock, **rest)
    world.opening = partial(fill, kind=kind, bot=bot)
    world.opening(world)
    return world


def fill(world: World, kind: str, bot: str) -> None:
    """Everyone comes on stage; private chats are still closed."""
    group = Chat(SUPERGROUP_ID if kind == "supergroup" else GROUP_ID, kind)
    for part in _script()["people"]:
        world.join(Person(part["id"], part["key"], "", part["username"], colour=part["colour"]))
        if part["status"]:
            group.standing[part["id"]] = part["status"]
    world.join(Person(ANONYMOUS_ADMIN, "anonymous", "Group", "GroupAnonymousBot", is_bot=True))
    if bot != "left":
        group.standing[world.me.id] = bot
    world.open_chat(group)
    dress(world, world.lang)


def dress(world: World, lang: str) -> None:
    """Names, roles and languages for a rehearsal in this language; Ana keeps her English, and Sam reads the other language."""
    world.lang = lang
    for part in _script()["people"]:
        person = world.people.get(part["id"])
        if person:
            person.name, person.role = part["name"][lang], part["role"][lang]
            person.language_code = part.get("speaks", LANGUAGES).get(lang, lang)
    for chat in world.chats.values():
        if chat.type != "private":
            chat.title = _script()["title"][lang]
    world.ring()


@cache
def _script() -> Json:
    loaded: Json = json.loads((Path(__file__).parent / "cast.json").read_text(encoding="utf-8"))
    return loaded
