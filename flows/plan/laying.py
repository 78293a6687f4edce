"""A plan becomes rows: seats, questions to the crew, the phase, and every flow's cues."""

from collections.abc import Mapping

from bot import phases, roster
from bot.crew import Answer, Assignment, Person, Phase, Stream
from bot.desk import Desk
from flows.plan import asking, presence
from flows.plan.rules import Seat


def lay(desk: Desk, stream: Stream, crew: Mapping[Seat, int]) -> int:
    """Seats, questions to the crew, and every flow's cues; says how many people are asked."""
    stream.deputy_id = stream.deputy_id or _deputy(desk, stream, {role: person for (role, _), person in crew.items()})
    for (role, number), person in crew.items():
        seat = Assignment(stream_id=stream.id, role=role, seat=number)
        asking.put(desk, stream, seat, desk.get(Person, person) if person else None)
        desk.add(seat)
    desk.log("plan-log-planned", team_id=stream.team_id, stream_id=stream.id, title=stream.title, at=stream.starts_at)
    seats = roster.seats(desk, stream)
    asked = roster.once(desk.get(Person, seat.person_id) for seat in seats if presence.state(seat) == Answer.ASKED)
    for one in asked:
        asking.ask(desk, stream, one)
    phases.enter(desk, stream, Phase.PREP)
    for flow in desk.house.flows:
        if flow.plan:
            flow.plan(desk, stream)
    return len(asked)


def _deputy(desk: Desk, stream: Stream, crew: dict[str, int]) -> int | None:
    """Whoever decides the go in this crew, unless that is the lead; else another lead of the team. Nobody whom no
    private word reaches, nor who only came along as an admin of the group."""
    go = crew.get(desk.house.playbook_of(stream).go)
    seated = [desk.get(Person, go)] if go else []
    willing = [
        person
        for member, person in roster.members(desk, desk.team_of(stream))
        if member.lead and (not member.lead_as_admin or roster.roles_of(desk, member))
    ]
    return next((one.id for one in [*seated, *willing] if one.id != stream.lead_id and one.reachable), None)
