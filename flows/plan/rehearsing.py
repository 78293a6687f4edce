"""A show is rehearsed: the same crew goes through all of it in twenty minutes, and nothing of it counts."""

from datetime import datetime, timedelta

from bot import roster
from bot.crew import AHEAD, Stream
from bot.desk import Desk
from bot.words import HourMinute, w
from flows.plan import laying, streams

MINUTE = timedelta(minutes=1)


def rehearse(desk: Desk, stream: Stream) -> None:
    """[Rehearse] on the card of a show: its crew is asked at once, and the first items come within the minute."""
    if stream.phase not in AHEAD or stream.rehearsal:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
        return
    if running := _running(desk, stream):
        desk.toast(w("plan-rehearsal-runs", title=running.title), alert=True)
        return
    team = desk.team_of(stream)
    title = desk.house.dictionary.plain(w("plan-rehearsal-title", title=stream.title), desk.group(team).reader)
    copy = Stream(
        team_id=team.id,
        title=title,
        purpose=stream.purpose,
        goal=stream.goal,
        platforms=stream.platforms,
        products=stream.products,
        starts_at=desk.now,
        minutes=stream.minutes,
        lead_id=stream.lead_id,
        playbook=stream.playbook,
        planned_at=desk.now,
        rehearsal=True,
    )
    copy.starts_at = _start(desk, copy)
    copy = desk.add(copy)
    asked = laying.lay(desk, copy, {(seat.role, seat.seat): seat.person_id or 0 for seat in roster.seats(desk, stream)})
    desk.say(
        desk.group(team),
        w("plan-title", title=copy.title),
        w("plan-rehearsal-new", who=desk.person, at=HourMinute(copy.starts_at)),
    )
    desk.toast(w("plan-rehearsal-toast", people=asked, at=HourMinute(copy.starts_at)))


def _running(desk: Desk, stream: Stream) -> Stream | None:
    """A rehearsal of the team that is not over."""
    return next((one for one in streams.coming(desk, desk.team_of(stream)) if one.rehearsal), None)


def _start(desk: Desk, stream: Stream) -> datetime:
    """On the full minute, late enough for the first thing that the playbook asks."""
    playbook = desk.house.playbook_of(stream)
    first = min((item.due.by - item.lead for item in playbook.items if item.due.base == "start"), default=-MINUTE)
    soonest = desk.now - first + MINUTE
    return soonest + (-timedelta(seconds=soonest.second, microseconds=soonest.microsecond) % MINUTE)
