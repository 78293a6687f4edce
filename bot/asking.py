"""Who was asked for something, and when: kept on its cues, and told to those who may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.crew import Person
from bot.cues import WHOLE_TEAM, Cue, CueState
from bot.words import Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass(frozen=True)
class Asked:
    """One asking; `who` is None where it was the whole team."""

    who: Person | None
    at: datetime


def note(desk: Desk, cue: Cue, person: Person) -> None:
    """A cue without a chain was said to this person."""
    cue.history = [*cue.history, (person.id, desk.now.isoformat())]


def asked(desk: Desk, kinds: Sequence[str], subjects: Sequence[int]) -> list[Asked]:
    """Everybody who was asked about these rows, in order."""
    cues = desk.session.exec(select(Cue).where(col(Cue.kind).in_(kinds), col(Cue.subject).in_(subjects))).all()
    times = sorted((at, who) for cue in cues for who, at in cue.history)
    return [
        Asked(None if who == WHOLE_TEAM else desk.get(Person, who), datetime.fromisoformat(at)) for at, who in times
    ]


def next_at(desk: Desk, kinds: Sequence[str], subject: int) -> datetime | None:
    """When somebody is asked about a row next."""
    planned = (col(Cue.kind).in_(kinds), Cue.subject == subject, Cue.state == CueState.PLANNED)
    return desk.session.exec(select(Cue.due_at).where(*planned).order_by(col(Cue.due_at))).first()


def lines(found: Sequence[Asked], shown: int = 12) -> list[Piece]:
    """One line each, the newest where there are too many."""
    told: list[Piece] = [w("cue-was-asked", who=one.who, at=one.at) if one.who else _all(one) for one in found[-shown:]]
    return [*([w("cue-was-asked-before", count=len(found) - shown)] if len(found) > shown else []), *told]


def _all(one: Asked) -> Piece:
    return w("cue-was-asked-all", at=one.at)
