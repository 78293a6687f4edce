"""Whoever is away when a show is on does not count as its crew, whatever was accepted before."""

from datetime import date

from bot import roster
from bot.crew import Answer, Assignment, Phase, Stream
from bot.desk import Desk

AWAY = "away"
ROLL_IS_AHEAD = (Phase.PLANNED, Phase.PREP)
"""From the roll call on everybody says for themselves whether they are there."""


def away(desk: Desk, stream: Stream) -> dict[int, date]:
    """Who is away on a day of the show, and until when."""
    return {person_id: span[1] for person_id, span in roster.away_from(desk, stream).items()}


def state(seat: Assignment) -> str:
    """How a seat stands: `open`, or what its person answered."""
    return seat.answer if seat.person_id else "open"


def stands(desk: Desk, stream: Stream, seat: Assignment) -> str:
    """The same, or `away` where its person will not be there."""
    said = state(seat)
    if said in (Answer.ASKED, Answer.ACCEPTED) and stream.phase in ROLL_IS_AHEAD:
        return AWAY if seat.person_id in away(desk, stream) else said
    return said
