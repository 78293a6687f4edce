"""Whoever was silent at the roll when the show began: not counted on off camera until they say that they are there."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import w
from flows.ready import cards, rules
from flows.ready.tables import Readiness, RollCall, RollLine


def lines(desk: Desk, stream: Stream, roll: Sequence[RollLine]) -> list[RollLine]:
    """The seats of those who have not been heard of since either; none where nobody answered the roll at all. Who is in
    front of the camera is seen, and can't press."""
    air = cards.on_air(desk, stream)
    answered = {line.person_id for line in roll if line.state is not Readiness.SILENT}
    seen = _seen(desk, stream) if answered else set()
    there = {*answered, *seen, *(line.person_id for line in roll if line.role in air)}
    return [line for line in _silent(desk, stream, roll) if line.person_id not in there] if answered else []


def put_out(desk: Desk, stream: Stream, called: RollCall) -> set[int]:
    """Who was called at the roll and has no seat any more: somebody else was put there, or nobody."""

    def look() -> set[int]:
        names = {cards.own_card(called, one.id): one.id for _, one in roster.members(desk, desk.team_of(stream))}
        return {names[card] for card in desk.shown(names)}

    asked: set[int] = desk.session.remembered(RollLine, ("asked", called.id), look)
    out = asked - {person.id for person in roster.crew(desk, stream)}
    if not out:
        return out
    roles = desk.house.playbook_of(stream).roles
    on_duty = {one.id for role in roles for one in roster.holders(desk, stream, role.key)}
    return out - on_duty - _seen(desk, stream)


def own(desk: Desk, stream: Stream, called: RollCall, roll: Sequence[RollLine]) -> list[RollLine]:
    """The presser's own, who comes late: what they say counts as long as the show is on air."""
    late = called.closed_at is not None and stream.phase is Phase.LIVE
    return [line for line in _silent(desk, stream, roll) if line.person_id == desk.person.id] if late else []


def view(desk: Desk, stream: Stream, roll: Sequence[RollLine], mine: Sequence[RollLine]) -> View:
    """On the own card once the roll is closed: where their calls go, and the way back, as long as that is so; then that
    they came."""
    said = rules.speaks(mine)
    if stream.phase is Phase.LIVE and stream.live_at and said.answered_at and said.answered_at >= stream.live_at:
        return [w("ready-own-came")], ()
    if (
        stream.phase is not Phase.LIVE
        or said.state is not Readiness.SILENT
        or not any(line in mine for line in lines(desk, stream, roll))
    ):
        return (), ()
    return [w("ready-own-unheard")], [[Button(w("ready-button-ready"), "ready.yes", (mine[0].roll_id,))]]


def _seen(desk: Desk, stream: Stream) -> set[int]:
    return {one for flow in desk.house.flows for one in flow.came(desk, stream)}


def _silent(desk: Desk, stream: Stream, roll: Sequence[RollLine]) -> list[RollLine]:
    """As far as they sit there still."""
    held = {(seat.role, seat.seat, seat.person_id) for seat in roster.seats(desk, stream) if seat.person_id}
    silent = [line for line in roll if line.state is Readiness.SILENT]
    return [line for line in silent if (line.role, line.seat, line.person_id) in held]
