"""What must hold across a playbook: every role that is named exists, no key twice, no circle, nothing at a time that never comes."""

from collections.abc import Iterator
from typing import Any

from bot.playbook.moments import untimely
from bot.playbook.problems import Page, Place, near

ALSO = {"to": ("crew", "lead", "group"), "roles": ("all",)}
NAMED = {
    (): ("caller", "go"),
    ("roles",): ("stand_in", "answered_by", "reports_to"),
    ("items",): ("owner",),
    ("cues",): ("to",),
    ("incidents",): ("owner",),
    ("review", "questions"): ("roles",),
}
Found = tuple[Place, str]


def crossed(page: Page) -> Iterator[Found]:
    """Everything that does not fit together, read off the plain data so that no other mistake hides it."""
    if isinstance(page.data, dict):
        yield from _twice((), page.data)
        yield from _strangers(page.data)
        yield from _never(page.data)
        yield from _same_words(page.data)
        yield from _own_stand_in(page.data)
        yield from _circle(page.data)
        yield from _weights(page.data)
        yield from untimely(page.data)


def _twice(place: Place, here: Any) -> Iterator[Found]:
    """A key that two members of one list share."""
    seen: set[str] = set()
    members = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    for step, value in members:
        yield from _twice((*place, step), value)
        key = value.get("key") if isinstance(here, list) and isinstance(value, dict) else None
        if isinstance(key, str) and key in seen:
            yield (*place, step, "key"), f'the key "{key}" is here twice'
        seen.add(key if isinstance(key, str) else "")


def _strangers(data: dict[str, Any]) -> Iterator[Found]:
    """A role that is named and that nobody described."""
    known = [role["key"] for _, role in _members(data, ("roles",)) if isinstance(role.get("key"), str)]
    for place, name, also in _mentions(data):
        if isinstance(name, str) and name not in known and name not in also:
            yield place, f'there is no role "{name}"{near(name, [*known, *also])}'


def _mentions(data: dict[str, Any]) -> Iterator[tuple[Place, Any, tuple[str, ...]]]:
    for path, fields in NAMED.items():
        for place, member in _members(data, path) if path else [((), data)]:
            for field in fields:
                value, also = member.get(field), ALSO.get(field, ())
                many = enumerate(value) if isinstance(value, list) else ()
                yield from (((*place, field, number), name, also) for number, name in many)
                yield (*place, field), value, also
    for number, pair in enumerate(_list(data.get("pairs"))):
        yield from ((("pairs", number, side), name, ()) for side, name in enumerate(_list(pair)))
    for place, when in _conditions(data):
        for field in ("filled", "several"):
            yield from (((*place, field, number), name, ()) for number, name in enumerate(_list(when.get(field))))


def _conditions(data: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every `when` of items and cues."""
    for path in ("items", "cues"):
        for place, member in _members(data, (path,)):
            if isinstance(when := member.get("when"), dict):
                yield (*place, "when"), when


def _never(data: dict[str, Any]) -> Iterator[Found]:
    """A condition that no show can meet."""
    for place, when in _conditions(data):
        least, most = when.get("min_hours"), when.get("max_hours")
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            yield (*place, "max_hours"), f"no show lasts at least {least} hours and at most {most}"
        if when.get("from_hour") is not None and when.get("from_hour") == when.get("until_hour"):
            yield (*place, "until_hour"), "no show starts between an hour and the same hour"


def _same_words(data: dict[str, Any]) -> Iterator[Found]:
    """A name or alias that two roles answer to: nobody could tell which one is meant."""
    taken: dict[str, str] = {}
    for place, role in _members(data, ("roles",)):
        name = role.get("name")
        spoken = [*(name.values() if isinstance(name, dict) else ()), *_list(role.get("aliases")), role.get("key")]
        for word in {w.casefold() for w in spoken if isinstance(w, str)}:
            owner = taken.setdefault(word, str(role.get("key")))
            if owner != role.get("key"):
                yield (*place, "name"), f'"{word}" is also what the role "{owner}" is called'


def _own_stand_in(data: dict[str, Any]) -> Iterator[Found]:
    """A role that stands in for itself, or a pair of one role with itself."""
    for place, role in _members(data, ("roles",)):
        for number, name in enumerate(_list(role.get("stand_in"))):
            if name == role.get("key"):
                yield (*place, "stand_in", number), "a role cannot stand in for itself"
    for number, pair in enumerate(_list(data.get("pairs"))):
        if isinstance(pair, list) and len(pair) == 2 and pair[0] == pair[1]:
            yield ("pairs", number), "a pair needs two different roles"


def _circle(data: dict[str, Any]) -> Iterator[Found]:
    """Somebody who, further up, reports to themselves."""
    above = {role.get("key"): role.get("reports_to") for _, role in _members(data, ("roles",)) if _plain(role)}
    for place, role in _members(data, ("roles",)):
        seen, boss = set[Any](), role.get("reports_to") if _plain(role) else None
        while boss in above and boss not in seen and boss != role.get("key"):
            seen.add(boss)
            boss = above[boss]
        if boss is not None and boss == role.get("key"):
            yield (*place, "reports_to"), "this line of reports comes back to the role itself"


def _weights(data: dict[str, Any]) -> Iterator[Found]:
    """Weights that are no shares of a hundred."""
    shares = [criterion.get("weight", 0) for _, criterion in _members(data, ("criteria",))]
    if shares and all(type(share) is int for share in shares) and sum(shares) != 100:
        yield ("criteria",), f"the weights add up to {sum(shares)}; they should add up to 100"


def _plain(role: dict[str, Any]) -> bool:
    return all(isinstance(role.get(field), str | None) for field in ("key", "reports_to"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _members(data: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The groups of fields in the list at this path, with their places."""
    here: Any = data
    for step in path:
        here = here.get(step) if isinstance(here, dict) else None
    for number, member in enumerate(_list(here)):
        if isinstance(member, dict):
            yield (*path, number), member
