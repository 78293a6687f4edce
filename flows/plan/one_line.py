"""`/new` with everything in one line: `/new 2026-11-28 20:00 3h Black Friday Special`, `/new every Friday 20:00 …`."""

from datetime import datetime, timedelta
from typing import Any

from bot import dates, zones
from bot.desk import Desk
from bot.words import Words, w
from flows.plan import midnight, rules
from flows.plan.tables import Every

TITLE_LIMIT = 80


def known(desk: Desk, text: str) -> dict[str, Any]:
    """The answers that a line gives: start, length and title; purpose, goal and review as in most shows."""
    line = " ".join(text.split())
    if not line:
        return {}
    every, said = _repeated(desk, line)
    if said is None or said.moment is None:
        if rules.looks_like_a_time(line) or (said and said.exact):
            desk.refuse(w("plan-line-unclear"))
        return {"title": _title(desk, line)}
    if problem := start_problem(desk, said.moment):
        desk.refuse(problem)
    found: dict[str, Any] = {"start": said.moment.isoformat(), "purpose": None, "goal": None, "review": "keep"}
    found |= midnight.other(desk, line, said.moment)
    if every:
        found["every"] = every
    title, length = named(said)
    if length is not None:
        if problem := length_problem(length):
            desk.refuse(problem)
        found["length"] = minutes(length)
    if title:
        found["title"] = _title(desk, " ".join(title.split()))
    return found


def named(said: dates.Understood) -> tuple[str, timedelta | None]:
    """What follows the start: the title, and the length before or behind it."""
    return dates.split_length(said.title) if said.length is None else (said.title, said.length)


def _repeated(desk: Desk, line: str) -> tuple[Every | None, dates.Understood | None]:
    """What the line means, without the words at its head that say how often."""
    says = [desk.house.synonyms(key) for key in ("plan-says-daily", "plan-says-weekly", "plan-says-each")]
    for every, rest in rules.repeats(line, *says):
        if every and (said := dates.read(rest, desk.now, zones.typed_in(desk))).moment:
            return every, said
    return None, desk.understood


def _title(desk: Desk, text: str) -> str:
    if len(text) > TITLE_LIMIT:
        desk.refuse(w("talk-too-long", limit=TITLE_LIMIT, length=len(text)))
    return text


def start_problem(desk: Desk, start: datetime) -> Words | None:
    problem = rules.start_problem(start, desk.now)
    return w(f"plan-start-{problem}", at=start, now=desk.now) if problem else None


def length_problem(length: timedelta) -> Words | None:
    if length < timedelta():
        return w("plan-end-first")
    return None if rules.length_fits(length) else w("plan-length-unfit")


def minutes(length: timedelta) -> int:
    return round(length / timedelta(minutes=1))
