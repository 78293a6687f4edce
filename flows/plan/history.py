"""What each person has had of the team's shows: how many, when the last one was, and whether that may be said."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot import register
from bot.crew import Answer, Assignment, Stream
from bot.desk import Desk
from flows.plan.tables import Declined


@dataclass
class Past:
    """The shows that somebody has had with the team: how many, and when the last one was."""

    shows: int = 0
    last: datetime | None = None
    untold: bool = False
    """They were asked, and could not come, or nothing shows that they were there: neither their first nor their last."""


def worked(desk: Desk, stream: Stream) -> dict[int, Past]:
    """What each person has had of this team's shows before this one."""
    rows = desk.session.exec(
        select(Assignment.person_id, Stream.starts_at, Stream.id)
        .join(Stream, col(Stream.id) == Assignment.stream_id)
        .where(*register.earlier(stream), Assignment.answer != Answer.DECLINED)
        .distinct()
        .order_by(col(Stream.starts_at))
    ).all()
    found: dict[int, Past] = {}
    latest: dict[int, int] = {}
    for person, at, show in rows:
        if person:
            found.setdefault(person, Past()).shows += 1
            found[person].last, latest[person] = at, show
    for person in _absent(desk, latest):
        found[person].untold = True
    for person in _declined(desk, stream):
        found.setdefault(person, Past(untold=True))
    return found


def _absent(desk: Desk, latest: dict[int, int]) -> list[int]:
    """Of their last show that went on air: who never said that they were there, where others did."""
    shows = [show for key in set(latest.values()) if (show := desk.get(Stream, key)).live_at]
    came = {show.id: {one for flow in desk.house.flows for one in flow.came(desk, show)} for show in shows}
    return [person for person, show in latest.items() if came.get(show) and person not in came[show]]


def _declined(desk: Desk, stream: Stream) -> set[int]:
    """Who was asked before, and could not come."""
    seats = select(Assignment.person_id).join(Stream, col(Stream.id) == Assignment.stream_id)
    noes = select(Declined.person_id).join(Stream, col(Stream.id) == Declined.stream_id)
    sat = desk.session.exec(seats.where(*register.earlier(stream), Assignment.answer == Answer.DECLINED)).all()
    return {person for person in (*sat, *desk.session.exec(noes.where(*register.earlier(stream))).all()) if person}
