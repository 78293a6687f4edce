"""The plan while it is being made: what a lead has said so far, as a stream that is not kept yet."""

from datetime import datetime
from typing import Any

from bot.crew import Stream, Team
from bot.desk import Desk
from bot.replies import Conversation
from flows.plan import crewing
from flows.plan.crewing import Bench
from flows.plan.rules import Seat
from flows.plan.tables import Every

OPEN = 0
"""Stands for nobody where a seat is left open on purpose."""
ONCE = "once"
"""Confirmed as a single show, whatever was typed."""


def draft(desk: Desk, talk: Conversation) -> Stream:
    """A stream with what is known; it belongs to no session."""
    said, team = talk.answers, team_of(desk, talk)
    return Stream(
        team_id=team.id,
        title=said.get("title", ""),
        purpose=said.get("purpose") or "",
        goal=said.get("goal") or "",
        starts_at=start(talk) or desk.now,
        minutes=said.get("length", 0),
        lead_id=talk.person_id,
        playbook=team.playbook or desk.house.playbook,
        planned_at=desk.now,
    )


def team_of(desk: Desk, talk: Conversation) -> Team:
    return desk.get(Team, talk.team_id)


def start(talk: Conversation) -> datetime | None:
    said = talk.answers.get("start")
    return datetime.fromisoformat(said) if said else None


def every(talk: Conversation) -> Every | None:
    """How often it comes again: as pressed with the confirmation, else as typed in one line."""
    pressed = talk.answers.get(f"sure@{talk.answers.get('start')}")
    if pressed == ONCE:
        return None
    said = pressed if pressed in list(Every) else talk.answers.get("every")
    return Every(said) if said else None


def seats(desk: Desk, talk: Conversation) -> list[Seat]:
    """The core seats and those that were added, in the playbook's order."""
    stream = draft(desk, talk)
    found = crewing.core_seats(desk, team_of(desk, talk), stream)
    for role in talk.answers.get("added", []):
        found.append((role, 1 + max([number for key, number in found if key == role], default=0)))
    order = [role.key for role in desk.house.playbook_of(stream).roles]
    return sorted(found, key=lambda seat: (order.index(seat[0]), seat[1]))


def bench(desk: Desk, talk: Conversation) -> Bench:
    return Bench(desk, team_of(desk, talk), draft(desk, talk))


def crew(desk: Desk, talk: Conversation, known: Bench | None = None) -> dict[Seat, int]:
    """Who sits where: as picked, else as suggested; `OPEN` is nobody."""
    wanted, picked = seats(desk, talk), picks(talk)
    fixed = {seat: person for seat, person in picked.items() if person != OPEN and seat in wanted}
    free = [seat for seat in wanted if seat not in picked]
    found = (known or bench(desk, talk)).suggestion(free, fixed) if free else {}
    return {seat: fixed.get(seat) or found.get(seat, OPEN) for seat in wanted}


def picks(talk: Conversation) -> dict[Seat, int]:
    return {_seat(key): person for key, person in talk.answers.get("picks", {}).items()}


def change(talk: Conversation, *without: str, **said: Any) -> None:
    """Put something among the answers, and take others out."""
    talk.answers = {key: value for key, value in {**talk.answers, **said}.items() if key not in without}


def pick(talk: Conversation, crew: dict[Seat, int]) -> None:
    """These people, whatever is suggested from now on."""
    kept = {**talk.answers.get("picks", {}), **{f"{role}:{number}": person for (role, number), person in crew.items()}}
    change(talk, picks=kept)


def _seat(key: str) -> Seat:
    role, _, number = key.rpartition(":")
    return role, int(number)
