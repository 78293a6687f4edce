"""`/item` as it is typed: kept at once where the line says everything, else asked for what is left."""

from __future__ import annotations

from dataclasses import replace

from bot import door, roster
from bot.desk import Desk
from bot.words import w
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
    problem = adding.unfit_for_one(desk, streams, said.due)
    if what and said.owner and said.due and not problem and said.sure and len(streams) == 1:
        keeping.keep(desk, streams[0], what, said.owner, said.due)
        return
    if problem:
        desk.reply(problem)
    adding.begin(desk, desk.team, one_line.known(streams, replace(said, what=what, due=None if problem else said.due)))
    door.point(desk)
