"""Which show's log is meant, what a written line keeps, which lines are corrected, and how many a page has."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeVar

from bot.crew import AHEAD, UNDER_WAY, LogEntry, Phase, Stream

PAGE = 20
LONGEST = 500
"""Characters of a line that somebody writes."""
Line = TypeVar("Line")


def to_write(streams: Sequence[Stream]) -> Stream | None:
    """Of a team's shows, the soonest first: the one on air, else under way, else under review, else the next."""
    on_air, reviewed = _in(streams, (Phase.LIVE,)), _in(streams, (Phase.REVIEW,))
    return next(iter([*on_air, *_in(streams, UNDER_WAY), *reversed(reviewed), *_in(streams, AHEAD)]), None)


def to_read(streams: Sequence[Stream]) -> Stream | None:
    """The one that a line would go to; without one, the last that was on air."""
    return to_write(streams) or last_on_air(streams)


def last_on_air(streams: Sequence[Stream]) -> Stream | None:
    return max((one for one in streams if one.live_at), key=lambda one: one.live_at or one.starts_at, default=None)


def neighbours(streams: Sequence[Stream]) -> list[Stream]:
    """The last that was on air and the next that is prepared: a press away from any other."""
    ahead = [one for one in _in(streams, AHEAD) if one.phase is not Phase.PLANNED]
    return [one for one in (last_on_air(streams), *ahead[:1]) if one]


def titled(streams: Sequence[Stream], text: str) -> Stream | None:
    """The show whose title is all that was typed; of several, the one that would be read, else the latest."""
    said = _bare(text)
    found = [one for one in streams if said and _bare(one.title) == said]
    return to_read(found) or next(reversed(found), None)


def _bare(text: str) -> str:
    """Letters and digits alone: nobody types the title as it was typed first."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _in(streams: Iterable[Stream], phases: Iterable[Phase]) -> list[Stream]:
    return [one for one in streams if one.phase in phases]


def decision(text: str, words: Iterable[str]) -> str | None:
    """What follows `decision` or `决定` at the beginning, be it nothing; None is no decision but a line like any other."""
    said = text.strip()
    for word in sorted(words, key=len, reverse=True):
        rest = said[len(word) :]
        ends = not rest or not rest[0].isalnum() or not word.isascii()  # Chinese words have no space behind them
        if said[: len(word)].casefold() == word and ends:
            return rest.strip(" ,:，：")
    return None


def line(text: str) -> str:
    """What was typed or replied to, on one line, cut where it is too long."""
    said = " ".join(text.split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"


def cut(lines: Sequence[Line], back: int) -> tuple[Sequence[Line], int]:
    """A page, counted back from the newest, in order of time; and which page it is, where there are fewer."""
    back = min(back, max((len(lines) - 1) // PAGE, 0))
    end = len(lines) - back * PAGE
    return lines[max(end - PAGE, 0) : end], back


def told(entries: Iterable[LogEntry], has: Callable[[str], bool]) -> list[LogEntry]:
    """The lines that there are words for: an older version may have kept others."""
    return [entry for entry in entries if has(entry.key)]


def together(entries: Iterable[LogEntry], corrected: Container[int]) -> list[list[LogEntry]]:
    """One line for one thing that happened: how a show moved stands on the line of the decision that moved it."""
    found: list[list[LogEntry]] = []
    for entry in entries:
        first = found[-1][0] if found else None
        same = first and (first.at, first.person_id) == (entry.at, entry.person_id) and first.id not in corrected
        if same and tells_no_one(entry) and entry.id not in corrected:
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def tells_no_one(entry: LogEntry) -> bool:
    """What the machine keeps of a stream says what became of it, not who did it."""
    return entry.key.startswith("phase-")


def corrected(entries: Iterable[LogEntry]) -> set[int]:
    """Which lines have been corrected since."""
    return {entry.corrects_id for entry in entries if entry.corrects_id}
