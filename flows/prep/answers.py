"""Who was asked for a seat and owes an answer: for a moment their items wait for it; then they are asked of others."""

from __future__ import annotations

from datetime import datetime

from bot import roster
from bot.crew import Answer, Stream
from bot.desk import Desk


def owing(desk: Desk, stream: Stream) -> dict[int, datetime]:
    """Who has said yes to no seat of those they were asked for, and until when that is waited for."""
    seats = [seat for seat in roster.seats(desk, stream) if seat.person_id]
    coming = {seat.person_id for seat in seats if seat.answer is Answer.ACCEPTED} | {stream.lead_id}
    asked = [seat for seat in seats if seat.answer is Answer.ASKED and seat.person_id not in coming]
    times = {seat.person_id or 0: seat.asked_at or stream.planned_at for seat in asked}
    wait = desk.house.escalation(stream).wait
    return {who: at + wait(stream.starts_at - at) for who, at in times.items()}


def silent(desk: Desk, stream: Stream) -> set[int]:
    """For whom that moment is over."""
    return {who for who, until in owing(desk, stream).items() if until <= desk.now}
