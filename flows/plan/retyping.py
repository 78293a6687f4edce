"""What is typed where a plan is looked at: all of it in one line, or its start or its length once more."""

from typing import Any

from bot import dates, zones
from bot.desk import Desk
from bot.replies import Conversation, Reply, Unclear
from bot.words import Zone, w
from flows.plan import drafting, midnight, one_line, reading, rules

_SAID = ("title", "start", "length", "every", midnight.TODAY)


def in_full(desk: Desk, line: str) -> dict[str, Any]:
    """The answers of a line that says all of a plan; none where it says less."""
    said = one_line.in_full(desk, line)
    if said is None or said.moment is None:
        return {}
    _, length = one_line.named(desk, said)
    if problem := length and one_line.length_problem(length):
        raise Unclear(problem)
    return one_line.known(desk, line)


def again(desk: Desk, talk: Conversation, reply: Reply) -> Unclear:
    """Name, start and length of a plan under way are what is typed now; what to say above the question."""
    line = reading.line(reply, one_line.TITLE_LIMIT)
    said = in_full(desk, line) or _when(desk, talk, reply)
    if problem := one_line.unfit_start(desk, said):
        return Unclear(problem)
    if not said and rules.looks_like_a_time(line):
        return Unclear(w("plan-type-again"))
    if not said:
        drafting.change(talk, title=line)
        return Unclear(w("talk-kept", value=w("plan-title", title=line)))
    drafting.change(talk, *({"every"} if "title" in said else ()), **{key: said[key] for key in _SAID if key in said})
    at, zone = drafting.start(talk) or desk.now, Zone(desk.place_of(talk).reader.zone)
    return Unclear(w("talk-kept", value=w("plan-start-kept", at=at, zone=zone)))


def _when(desk: Desk, talk: Conversation, reply: Reply) -> dict[str, Any]:
    """The start alone, or the length alone, as when a show is moved."""
    was, length = drafting.start(talk), dates.read_length(reply.text)
    if length is not None:
        return {"length": reading.fitting(length)}
    found = (
        dates.read_new_time(reply.understood, was, desk.now, zones.typed_in(desk)) if was and reply.understood else None
    )
    if found is None:
        return {}
    start, lasts = found
    if problem := one_line.start_problem(desk, start):
        raise Unclear(problem)
    more = {} if lasts is None else {"length": reading.fitting(lasts)}
    return {"start": start.isoformat(), **midnight.other(desk, reply.text, start), **more}
