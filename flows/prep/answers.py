"""Who was asked for a seat and owes an answer: for a moment their items wait for it; then they are asked of others."""

from __future__ import annotations

from datetime import datetime

from bot import roster
from bot.crew import Answer, Stream
from bot.desk import Desk


def owing(desk: Desk, stream: Stream) -> dict[int, datetime]:
    """Who has said yes to no seat of those they were asked for, and until when that is waited for."""
    seats = roster.seats(desk, stream)
    coming = {seat.person_id for seat in seats if seat.answer is Answer.ACCEPTED} | {stream.lead_id}
    return {who: until for (who, _), until in of_seats(desk, stream).items() if who not in coming}


def of_seats(desk: Desk, stream: Stream) -> dict[tuple[int, str], datetime]:
    """Who was asked for a seat of which role, whatever else they have said yes to; and until when that is waited for."""
    asked = [seat for seat in roster.seats(desk, stream) if seat.person_id and seat.answer is Answer.ASKED]
    times = {(seat.person_id or 0, seat.role): seat.asked_at or stream.planned_at for seat in asked}
    wait = desk.house.escalation(stream).wait
    return {seat: at + wait(stream.starts_at - at) for seat, at in times.items()}


def silent(desk: Desk, stream: Stream) -> set[int]:
    """For whom that moment is over."""
    return {who for who, until in owing(desk, stream).items() if until <= desk.now}
