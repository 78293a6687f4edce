"""What a line says beside its command: `/item 21:00 Kai check the spare mic`, `/chain anchor Kai Bo`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import dates, roster, zones
from bot.crew import Person, Stream, Team
from bot.dates import Understood
from bot.desk import Desk
from bot.playbook import Role
from flows.prep import people

_APART = " \t,，、:：;；→>"
_GAP = re.compile(r"[\s,，;；]+")
_WORDS_OF_A_TIME = 4


@dataclass(frozen=True)
class Line:
    """What a line says about an item; not sure, where a word of it could belong to the title as well."""

    what: str
    owner: Person | None = None
    due: datetime | None = None
    sure: bool = True


@dataclass(frozen=True)
class Head:
    """What a text begins with, and what follows it."""

    name: str
    between: str
    rest: str


def begins(text: str, names: Iterable[str]) -> Head | None:
    """The longest of some names that a text begins with; between Latin letters it ends with the word."""
    said = text.lstrip("@" + _APART)
    for name in sorted(set(filter(None, names)), key=len, reverse=True):
        after = said[len(name) :]
        rest = after.lstrip(_APART)
        between = after[: len(after) - len(rest)]
        ends = not rest or between or not (name[-1].isascii() and rest[0].isascii())
        if said[: len(name)].casefold() == name.casefold() and ends:
            return Head(name, between, rest)
    return None


def of_item(desk: Desk, team: Team, streams: Sequence[Stream], text: str, *, leads: bool) -> Line:
    """A time at either end; before or after it, where a lead writes, whose it is; the rest is what to do."""
    found = _timed(desk, Line(text), desk.understood)
    if leads:
        found = _owned(desk, team, streams, found)
    if found.due is None and found.what != text:
        found = _timed(desk, found, dates.read(found.what, desk.now, zones.typed_in(desk)))
    return found


def _timed(desk: Desk, line: Line, said: Understood | None) -> Line:
    """With the time that it begins or ends with, and without the word that ties it to the rest."""
    ties = [tie.casefold() for tie in desk.house.synonyms("prep-says-by")]
    if said and said.moment and said.text.strip() == line.what:
        what = _untied(said.rest, ties)
        apart = what != said.rest or line.what[: len(line.what) - len(what)].endswith(tuple(_APART))
        return replace(line, what=what, due=said.moment, sure=line.sure and apart)
    for gap in [*_GAP.finditer(line.what)][-_WORDS_OF_A_TIME:]:
        tail = _untied(line.what[gap.end() :], ties)
        if at := dates.read_moment(tail, desk.now, zones.typed_in(desk)):
            return replace(line, what=_untied(line.what[: gap.start()], ties), due=at)
    return line


def _untied(text: str, ties: Sequence[str]) -> str:
    for tie in ties:
        apart = "" if not tie.isascii() else r"\b"
        text = re.sub(rf"^{tie}{apart}|{apart}{tie}$", "", text.strip(_APART), flags=re.IGNORECASE)
    return text.strip(_APART)


def _owned(desk: Desk, team: Team, streams: Sequence[Stream], line: Line) -> Line:
    """With whom it names first (or anywhere, behind an @): a person, or a role that one person holds. A role's name, and
    what no space follows, may as well be the first word of the title."""
    if tagged := _tagged(desk, team, line):
        return tagged
    everyone = [person for _, person in roster.members(desk, team)]
    head = begins(line.what, [name for person in everyone for name in people.names(person)])
    if head:
        named = people.called(head.name, everyone)
        sure = bool(head.between or not head.rest)
        return replace(line, what=head.rest, owner=named[0], sure=line.sure and sure) if len(named) == 1 else line
    roles = desk.house.playbook_of(streams[0]).roles
    head = begins(line.what, [name for role in roles for name in role.called()])
    holders = _holders(desk, streams, head) if head else []
    if head is None or len(holders) != 1:
        return line
    marked = any(mark in head.between for mark in ":：,，")
    return replace(line, what=head.rest, owner=holders[0], sure=line.sure and marked)


def _tagged(desk: Desk, team: Team, line: Line) -> Line | None:
    everyone = [person for _, person in roster.members(desk, team)]
    for tag in re.finditer(r"@(\S+)", line.what):
        named = people.called(tag[1].rstrip(_APART), everyone)
        if len(named) == 1:
            what = f"{line.what[: tag.start()].rstrip(_APART)} {line.what[tag.end() :].lstrip(_APART)}".strip()
            return replace(line, what=what, owner=named[0])
    return None


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
    word = re.split(f"[{_APART}]", text)[0]
    rest = text[len(word) :].lstrip(_APART)
    return word.lstrip("@") or word, text[len(word) : len(text) - len(rest)], rest
