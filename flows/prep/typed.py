"""`/item` as it is typed: kept at once where the line says everything, else asked for what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import door, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.words import Words, w
from flows.prep import adding, keeping, one_line, rules


def command(desk: Desk, text: str) -> None:
    """/item, /item text, /item 21:00 Kai text, or /item in reply to any message"""
    assert desk.team is not None
    streams = adding.prepared(desk, desk.team)
    if not streams:
        desk.reply(w("prep-nothing-planned"))
        return
    leads = roster.decides(desk, streams[0], desk.person.id)
    line = next((" ".join(one.split()) for one in text.splitlines() if one.strip()), "")
    said = one_line.of_item(desk, desk.team, streams, line, leads=leads) if line else one_line.Line("")
    what = rules.as_title(said.what or desk.replied or "")
    problem = _first_problem(desk, streams, said.due)
    if what and said.owner and said.due and not problem and said.sure and len(streams) == 1:
        keeping.keep(desk, streams[0], what, said.owner, said.due)
        return
    if problem:
        desk.reply(problem)
    adding.begin(desk, desk.team, _known(streams, replace(said, what=what, due=None if problem else said.due)))
    door.point(desk)


def _known(streams: Sequence[Stream], said: one_line.Line) -> dict[str, Any]:
    """What of it need not be asked; where what follows would not show all of it, whether it is right."""
    found: dict[str, Any] = {"what": said.what} if said.what else {}
    found |= {"show": streams[0].id} if len(streams) == 1 else {}
    found |= {"who": str(said.owner.id)} if said.owner else {}
    found |= {"due": said.due.isoformat()} if said.due else {}
    return {**found, adding.UNSURE: True} if said.due and not said.sure else found


def _first_problem(desk: Desk, streams: Sequence[Stream], due: datetime | None) -> Words | None:
    """Why a time does not fit one of the shows."""
    problems = [adding.unfit(desk, stream, due) for stream in streams] if due else []
    return next((problem for problem in problems if problem), None)
