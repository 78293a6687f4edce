"""`/new` with everything in one line: `/new 2026-11-28 20:00 3h Black Friday Special`, `/new every Friday 20:00 …`,
`/new Black Friday Special tomorrow 8pm`."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot import dates, zones
from bot.desk import Desk
from bot.words import Words, w
from flows.plan import midnight, rules
from flows.plan.tables import Every

TITLE_LIMIT = 80
UNFIT = "unfit"
"""Among the answers: a start that has passed, or is too far; all but the start is known then."""


def known(desk: Desk, text: str) -> dict[str, Any]:
    """The answers that a line gives: start, length and title; purpose, goal and review as in most shows."""
    line, goal = rules.split_goal(" ".join(text.split()), desk.house.synonyms("plan-says-goal"))
    if not line:
        return {}
    every, said = _meant(desk, line)
    if said is None or said.moment is None:
        if rules.looks_like_a_time(line) or (said and said.exact):
            desk.refuse(w("plan-line-unclear"))
        return {"title": _title(desk, line), **({"goal": goal} if goal else {})}
    start = UNFIT if start_problem(desk, said.moment) else "start"
    found: dict[str, Any] = {start: said.moment.isoformat(), "purpose": None, "goal": goal, "review": "keep"}
    found |= midnight.other(desk, line, said.moment)
    if every:
        found["every"] = every
    title, length = named(desk, said)
    if length is not None:
        if problem := length_problem(length):
            desk.refuse(problem)
        found["length"] = minutes(length)
    if title:
        found["title"] = _title(desk, " ".join(title.split()))
    return found


def named(desk: Desk, said: dates.Understood) -> tuple[str, timedelta | None]:
    """What follows the start: the title, and the length before or behind it, or until when."""
    if said.length is not None or said.moment is None:
        return said.title, said.length
    name, length = dates.split_length(said.title)
    return (name, length) if length else dates.split_until(said.title, said.moment, zones.typed_in(desk))


def in_full(desk: Desk, line: str) -> dates.Understood | None:
    """What a line says that could be a title alone: all of it, where a time with a length is at its head or any time
    behind the name."""
    _, said = _meant(desk, rules.split_goal(line, desk.house.synonyms("plan-says-goal"))[0])
    name, length = named(desk, said) if said else ("", None)
    sure = length is not None or line.startswith(name)
    return said if said and said.moment and name and sure else None


def _meant(desk: Desk, line: str) -> tuple[Every | None, dates.Understood | None]:
    """What the line means: the time first, as most write it, or behind the name."""
    every, said = _repeated(desk, line)
    if said is None and not (desk.understood and desk.understood.moment):
        for name, rest in dates.splits(line):
            every, said = _repeated(desk, rest)
            if said and not said.title:
                return every, replace(said, title=name)
    return every, said or desk.understood


def _repeated(desk: Desk, line: str) -> tuple[Every | None, dates.Understood | None]:
    """The time at the head of a line, without the words before it that say how often."""
    zone = zones.typed_in(desk)
    says = [desk.house.synonyms(key) for key in ("plan-says-daily", "plan-says-weekly", "plan-says-each")]
    for every, rest in rules.repeats(line, *says):
        said = dates.read(rest, desk.now, zone)
        if moment := said.moment or dates.read_moment(rest, desk.now, zone):  # `20:00` alone is read as a length, too
            return every, said if said.moment else replace(said, moment=moment, length=None)
    return None, None


def _title(desk: Desk, text: str) -> str:
    if len(text) > TITLE_LIMIT:
        desk.refuse(w("talk-too-long", limit=TITLE_LIMIT, length=len(text)))
    return text


def start_problem(desk: Desk, start: datetime) -> Words | None:
    problem = rules.start_problem(start, desk.now)
    return w(f"plan-start-{problem}", at=start, now=desk.now) if problem else None


def unfit_start(desk: Desk, known: dict[str, Any]) -> Words | None:
    """What to say of it where the start is asked for."""
    return start_problem(desk, datetime.fromisoformat(known[UNFIT])) if known.get(UNFIT) else None


def length_problem(length: timedelta) -> Words | None:
    if length < timedelta():
        return w("plan-end-first")
    return None if rules.length_fits(length) else w("plan-length-unfit")


def minutes(length: timedelta) -> int:
    return round(length / timedelta(minutes=1))
