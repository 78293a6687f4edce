"""Seats that nobody answers for, asked of the whole team: one message for all of them, renewed now and then."""

from collections.abc import Collection, Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import Person, Stream
from bot.cues import WHOLE_TEAM, Cue, CueState
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import HourMinute, Joined, Piece, w
from flows.ready import cards, rules, seating, silent
from flows.ready.tables import RollCall, RollLine

NAMED = 3
"""Who could take a seat, by name at most."""
Lines = Sequence[RollLine]
Composed = tuple[list[Piece], list[list[Button]]]


def ask(desk: Desk, stream: Stream, called: RollCall, roll: Sequence[RollLine], new: Sequence[RollLine]) -> None:
    """Some more seats of a roll: in the message that was just said, else in a new one below, which takes its place."""
    lines, buttons = _composed(desk, stream, called, roll, {line.id for line in new})
    copies = desk.session.exec(select(Message).where(Message.card == _card(called))).all()
    if any(copy.queued_at > desk.now - rules.ANYONE_AGAIN for copy in copies):
        desk.show(_card(called), *lines, buttons=buttons)
        return
    below = w("ready-settled", title=stream.title)
    desk.say(desk.group(desk.team_of(stream)), *lines, buttons=buttons, card=_card(called), below=below)


def refresh(desk: Desk, stream: Stream, called: RollCall, roll: Sequence[RollLine]) -> None:
    """It says who has come since, and asks for the others."""
    if desk.session.exec(select(Message.id).where(Message.card == _card(called))).first():
        lines, buttons = _composed(desk, stream, called, roll, ())
        desk.show(_card(called), *lines, buttons=buttons)


def _composed(desk: Desk, stream: Stream, called: RollCall, roll: Sequence[RollLine], new: Collection[int]) -> Composed:
    ever, still = _asked_of_all(desk, roll)
    parties = rules.parties(roll)
    listed = [line for theirs in parties if _among(theirs, {*ever, *new}) for line in theirs]
    wanted = [theirs for theirs in parties if _among(theirs, {*still, *new}) and not called.closed_at]
    wanted = [theirs for theirs in wanted if rules.wants_somebody(rules.speaks(theirs), stream.starts_at, desk.now)]
    about = {"title": stream.title, "at": HourMinute(stream.starts_at)}
    head = w("ready-anyone", **about) if wanted else w("ready-settled", title=stream.title)
    missing = [line for theirs in wanted for line in rules.unready(theirs)]
    able = {line.id: seating.stand_ins(desk, stream, line)[:NAMED] for line in missing}
    lines: list[Piece] = [head, *(_seat(desk, stream, line, able.get(line.id, ())) for line in listed[: cards.SHOWN])]
    lines += _rest(desk, stream, called, roll, listed, missing)
    free = [line for line in missing if able[line.id]]
    if len(wanted) == 1:
        return lines, silent.buttons(desk, stream, missing, free, None)
    return lines, cards.take_over(desk, stream, free)


def _rest(desk: Desk, stream: Stream, called: RollCall, roll: Lines, listed: Lines, missing: Lines) -> list[Piece]:
    """Whom to tell that somebody is there; else what became of the asking."""
    if missing:
        held = any(line.person_id for line in missing)
        return [w("ready-anyone-lead", who=_leads(desk, stream, missing))] if held else []
    if called.closed_at:
        return [cards.ended(stream)]
    again = [line for line in rules.unready(listed) if line.muted_by is None and rules.due_to_ask(line, desk.now)]
    if again:
        return [w("ready-anyone-anew")]
    return [] if listed else [w("ready-roll-count", ready=len(rules.ready(roll)), seats=len(roll))]


def _seat(desk: Desk, stream: Stream, line: RollLine, able: Sequence[Person]) -> Piece:
    """How it stands, and who could take it, where somebody is looked for."""
    said = cards.line_words(desk, stream, line)
    return w("ready-anyone-seat", line=said, who=Joined([one.name for one in able])) if able else said


def _leads(desk: Desk, stream: Stream, missing: Sequence[RollLine]) -> Joined:
    """Who is there to say it: hardly a lead who has not answered themselves."""
    leads, silent_ones = roster.lead_chain(desk, stream), {line.person_id for line in missing}
    return Joined([one.name for one in [each for each in leads if each.id not in silent_ones][:2] or leads[:1]])


def _among(theirs: Sequence[RollLine], ids: Collection[int]) -> bool:
    return any(line.id in ids for line in theirs)


def _asked_of_all(desk: Desk, roll: Sequence[RollLine]) -> tuple[set[int], set[int]]:
    """The lines that the whole team was asked about: at any time, and since the asking last began."""
    lines = {line.id: line for line in roll}
    cues = desk.session.exec(select(Cue).where(Cue.kind == "ready.call", col(Cue.subject).in_(lines)))
    found = [cue for cue in cues if any(who == WHOLE_TEAM for who, _ in cue.history)]
    waiting = (CueState.PLANNED, CueState.GIVEN)
    still = [cue for cue in found if cue.state in waiting and cue.note == str(lines[cue.subject].asked)]
    return {cue.subject for cue in found}, {cue.subject for cue in still}


def _card(called: RollCall) -> str:
    return f"ready-anyone:{called.id}"
