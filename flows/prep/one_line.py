"""What a line says beside its command: `/item 21:00 Kai check the spare mic`, `/chain anchor Kai Bo`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import dates, roster, zones
from bot.crew import Person, Stream, Team
from bot.desk import Desk
from bot.playbook import Role
from flows.prep import people, set_off

UNSURE = "unsure"
"""Kept beside the answers where a line could have been meant otherwise."""


@dataclass(frozen=True)
class Line:
    """What a line says about an item; not sure, where a word of it could belong to the title as well."""

    what: str
    owner: Person | None = None
    due: datetime | None = None
    sure: bool = True


def known(streams: Sequence[Stream], said: Line) -> dict[str, Any]:
    """What of it need not be asked; where what follows would not show all of it, whether it is right."""
    found: dict[str, Any] = {"what": said.what} if said.what else {}
    found |= {"show": streams[0].id} if len(streams) == 1 else {}
    found |= {"who": str(said.owner.id)} if said.owner else {}
    found |= {"due": said.due.isoformat()} if said.due else {}
    return {**found, UNSURE: True} if said.due and not said.sure else found


@dataclass(frozen=True)
class Head:
    """What a text begins with, and what follows it."""

    name: str
    between: str
    rest: str


def begins(text: str, names: Iterable[str]) -> Head | None:
    """The longest of some names that a text begins with; between Latin letters it ends with the word."""
    said = text.lstrip("@＠" + set_off.APART)
    for name in sorted(set(filter(None, names)), key=len, reverse=True):
        after = said[len(name) :]
        rest = after.lstrip(set_off.APART)
        between = after[: len(after) - len(rest)]
        ends = not rest or between or not (name[-1].isascii() and (rest[0].isascii() or rest[0] in "’‘"))
        if said[: len(name)].casefold() == name.casefold() and ends:
            return Head(name, between, rest)
    return None


def of_item(desk: Desk, team: Team, streams: Sequence[Stream], text: str, *, leads: bool) -> Line:
    """A time and whose it is, at either end or set off anywhere; the rest is what to do. Only a lead says whose it is,
    others at most that it is theirs."""
    found, everyone = Line(text), [person for _, person in roster.members(desk, team)] if leads else [desk.person]
    said = desk.understood
    if said and said.moment and said.text.strip() == text:
        found = _due(found, set_off.leading(text, said.moment, said.rest, _ties(desk)))
    found = _timed(desk, _behind_a_time(desk, _tagged(found, everyone), everyone), everyone)
    if found.owner is None:
        found = _owned(desk, streams, found, everyone, leads)
    if found.due is None and found.what != text:
        found = _timed(desk, found, everyone)
    if found.due is None and (first := _split(desk)(found.what)) and found.what != text:
        found = _due(found, set_off.leading(found.what, *first, _ties(desk)))
    return replace(found, what=set_off.together(found.what))


def _due(line: Line, taken: set_off.Taken | None) -> Line:
    if taken is None:
        return line
    return replace(line, what=taken.text, due=taken.at, sure=line.sure and taken.sure)


def _timed(desk: Desk, line: Line, everyone: Sequence[Person]) -> Line:
    if line.due:
        return line
    taken = set_off.time_in(
        line.what, _ties(desk), _split(desk), [name for one in everyone for name in people.names(one)]
    )
    return _due(line, taken)


def _behind_a_time(desk: Desk, line: Line, everyone: Sequence[Person]) -> Line:
    """`Tape the cards by 18:40 Kai and the sign`: a name between a time and words that follow, not where two people are
    named. It may have been meant otherwise."""
    names = [name for one in everyone for name in people.names(one)]
    for gap in re.finditer(r"\s+", "" if line.owner or line.due else line.what):
        head = begins(line.what[gap.end() :], names)
        named = people.called(head.name, everyone) if head and head.rest else []
        if head is None or len(named) != 1 or _and_another(desk, head, names):
            continue
        if taken := set_off.last(line.what[: gap.start()], _ties(desk), _split(desk)):
            return Line(f"{taken.text}{head.between}{head.rest}", named[0], taken.at, sure=False)
    return line


def _split(desk: Desk) -> set_off.Read:
    return lambda text: dates.split_moment(text, desk.now, zones.typed_in(desk))


def _ties(desk: Desk) -> set_off.Ties:
    return set_off.Ties(
        *(desk.house.synonyms(f"prep-says-{tie}") for tie in ("by", "around", "before", "never", "part"))
    )


def _owned(desk: Desk, streams: Sequence[Stream], line: Line, everyone: Sequence[Person], leads: bool) -> Line:
    """With whom it names first, or set off by commas or colons; of two that are set off it is neither's. Else with the
    role that it names first, where one person holds it."""
    names = [name for person in everyone for name in people.names(person)]
    alone = set_off.alone(line.what, names, desk.house.synonyms("prep-says-whose"))
    if len(alone) > 1 or line.what.startswith(("@", "＠")):
        return line
    if (head := begins(line.what, names) if leads else None) and not _joined(desk, head):
        return _headed(line, head, people.called(head.name, everyone), sure=bool(head.between or not head.rest))
    if alone:
        named = people.called(alone[0][0], everyone)
        return replace(line, what=alone[0][1], owner=named[0]) if len(named) == 1 else line
    return _of_role(desk, streams, line) if leads and not head else line


def _headed(line: Line, head: Head, named: Sequence[Person], *, sure: bool) -> Line:
    """What no space follows may as well be the first word of the title."""
    if len(named) != 1:
        return line
    return replace(line, what=head.rest, owner=named[0], sure=line.sure and sure)


def _joined(desk: Desk, head: Head) -> bool:
    """Whether more people follow: `Mei and Kai rehearse` is what to do."""
    return set_off.begins_with(head.rest, desk.house.synonyms("prep-says-and"))


def _and_another(desk: Desk, head: Head, names: Sequence[str]) -> bool:
    """Whether it is people that follow: `Kai and Bo`, not `Kai and the sign`."""
    joined = begins(head.rest, desk.house.synonyms("prep-says-and"))
    return joined is not None and begins(joined.rest, names) is not None


def _of_role(desk: Desk, streams: Sequence[Stream], line: Line) -> Line:
    """A role's name may as well be the first word of the title, unless it is marked off."""
    roles = desk.house.playbook_of(streams[0]).roles
    head = begins(line.what, [name for role in roles for name in role.called()])
    if head is None:
        return line
    marked = any(mark in head.between for mark in ":：,，")
    return _headed(line, head, _holders(desk, streams, head), sure=marked)


def _tagged(line: Line, everyone: Sequence[Person]) -> Line:
    """With the one person behind an @, wherever it stands."""
    names, found = [name for person in everyone for name in people.names(person)], []
    for tag in re.finditer(r"(?<![A-Za-z0-9])[@＠]", line.what):
        head = begins(line.what[tag.start() :], names)
        named = people.called(head.name, everyone) if head else []
        if head and len(named) == 1:
            what = f"{line.what[: tag.start()]}{set_off.CUT}{head.between}{head.rest}"
            found.append(_headed(line, replace(head, rest=what), named, sure=bool(head.between or not head.rest)))
    return found[0] if len({one.owner.id for one in found if one.owner}) == 1 else line


def _holders(desk: Desk, streams: Sequence[Stream], head: Head) -> Sequence[Person]:
    """Who holds the role in the show; which of several shows is meant is not known yet."""
    role = desk.house.playbook_of(streams[0]).role(head.name)
    return roster.holders(desk, streams[0], role.key) if role and len(streams) == 1 else []


@dataclass(frozen=True)
class Chain:
    """What a line says about who is asked after a role's holder, in order; `str` is what is nobody's name, or that of
    two."""

    role: Role | None
    names: Sequence[Person | str] = ()


def of_chain(desk: Desk, team: Team, text: str) -> Chain:
    """The role, then people by name."""
    playbook = desk.house.playbook_of(team)
    head = begins(text, [name for role in playbook.roles for name in role.called()])
    role, rest = playbook.role(text), ""
    if role is None and head:
        role, rest = playbook.role(head.name), head.rest
    return Chain(role, _named(rest, [person for _, person in roster.members(desk, team)]))


def _named(rest: str, everyone: Sequence[Person]) -> list[Person | str]:
    """Each once; words that nobody is called and that only a space keeps apart are one name."""
    found, between = list[Person | str](), ","
    while rest:
        known, before = _first_of(rest, everyone), between
        word, between, rest = known or _word(rest)
        if isinstance(word, str) and found and isinstance(found[-1], str) and not before.strip():
            found[-1] = f"{found[-1]} {word}"
        elif word not in found:
            found.append(word)
    return found


def _first_of(text: str, everyone: Sequence[Person]) -> tuple[Person | str, str, str] | None:
    """Whom a text names first, what stands behind the name, and the rest."""
    head = begins(text, [name for person in everyone for name in people.names(person)])
    named = people.called(head.name, everyone) if head else []
    return (named[0], head.between, head.rest) if head and len(named) == 1 else None


def _word(text: str) -> tuple[Person | str, str, str]:
    word = re.split(f"[{set_off.APART}]", text)[0]
    rest = text[len(word) :].lstrip(set_off.APART)
    return word.lstrip("@") or word, text[len(word) : len(text) - len(rest)], rest
