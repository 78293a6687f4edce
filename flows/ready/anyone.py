"""Seats that nobody answers for, asked of the whole team: one message for all of them, renewed now and then."""

from collections.abc import Collection, Sequence

from sqlmodel import col, select

from bot.crew import Stream
from bot.cues import WHOLE_TEAM, Cue, CueState
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import HourMinute, Piece, w
from flows.ready import cards, rules, silent
from flows.ready.tables import RollCall, RollLine

Composed = tuple[list[Piece], list[list[Button]]]


def ask(desk: Desk, stream: Stream, called: RollCall, roll: Sequence[RollLine], new: Sequence[RollLine]) -> None:
    """Some more seats of a roll: in the message that was just said, else in a new one below, which takes its place."""
    lines, buttons = _composed(desk, stream, called, roll, {line.id for line in new})
    copies = desk.session.exec(select(Message).where(Message.card == _card(called))).all()
    if any(copy.queued_at > desk.now - rules.ANYONE_AGAIN for copy in copies):
        desk.show(_card(called), *lines, buttons=buttons)
        return
    for old in copies:
        old.card = _past(called)
    desk.show(_past(called), w("ready-anyone-below", title=stream.title))
    desk.say(desk.group(desk.team_of(stream)), *lines, buttons=buttons, card=_card(called))


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
    lines: list[Piece] = [head, *(cards.line_words(desk, stream, line) for line in listed[: cards.SHOWN])]
    lines += [cards.ended(stream)] if called.closed_at else []
    missing = [line for theirs in wanted for line in rules.unready(theirs)]
    if len(wanted) == 1:
        return lines, silent.buttons(desk, stream, missing, missing, None)
    return lines, cards.take_over(desk, stream, missing)


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


def _past(called: RollCall) -> str:
    return f"ready-anyone-past:{called.id}"


def _card(called: RollCall) -> str:
    return f"ready-anyone:{called.id}"
