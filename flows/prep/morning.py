"""What is due today, across a person's shows: one message in the morning, never an empty one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import cues, record, roster
from bot.crew import AHEAD, LogEntry, Person, Stream, Team
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Piece, w
from flows.prep import begun_rules, cards, legend, lists, rules, ticking
from flows.prep.owners import Owners
from flows.prep.rules import Dated, Standing
from flows.prep.tables import UNSETTLED, Item

AT = time(9)
"""In the team's zone."""


def plan(desk: Desk, stream: Stream, items: Iterable[Item]) -> None:
    """The owner of each item hears of it on the morning of its day; a rehearsal has no mornings."""
    if stream.rehearsal:
        return
    holders, team = Owners(desk, stream), desk.team_of(stream)
    due = [(holders(item).id, cards.dated(desk, stream, item).due) for item in items if item.state in UNSETTLED]
    days = {f"{person_id}:{day}": day for person_id, day in {(who, roster.day_of(team, at)) for who, at in due}}
    if days:
        desk.read_notes("prep.morning", 0, days)
    for note in sorted(days):
        at = datetime.combine(days[note], AT, ZoneInfo(team.timezone)).astimezone(UTC)
        if at > desk.now:
            desk.cue("prep.morning", 0, team_id=team.id, at=at, note=note)


def give(desk: Desk, call: Call) -> bool:
    """Say it, if anything is due on that day and the day is not over."""
    person, day = about(desk, call.cue)
    team = desk.get(Team, call.cue.team_id)
    if roster.day_of(team, desk.now) != day or not is_said(desk, call.cue):
        return False
    lines, buttons = _shown(desk, person, day, _of(desk, person, day))
    desk.say(desk.private(person, team), *lines, buttons=buttons, card=_card(person, day))
    return True


def is_said(desk: Desk, cue: Cue) -> bool:
    """Whether anything of that day is left to do for whoever it is: not where they have left, or are away."""
    person, day = about(desk, cue)
    today = [each for stream, each in _of(desk, person, day) if not _is_before(desk, stream, each, day)]
    return any(each.item.state in UNSETTLED for each in today)


def about(desk: Desk, cue: Cue) -> tuple[Person, date]:
    """Whose morning, and which."""
    person_id, _, day = cue.note.partition(":")
    return desk.get(Person, int(person_id)), date.fromisoformat(day)


def refresh(desk: Desk, stream: Stream, items: Iterable[Item]) -> None:
    """The messages of those days say what has been done since."""
    holders, team = Owners(desk, stream), desk.team_of(stream)
    today = roster.day_of(team, desk.now)
    days = ((item, roster.day_of(team, cards.dated(desk, stream, item).due)) for item in items)
    shown = {(holders(item).id, on) for item, day in days for on in (day, today) if on >= day}
    messages = {
        _card(person, day): (person, day) for person, day in ((desk.get(Person, one), day) for one, day in shown)
    }
    for card in sorted(desk.shown(messages)):
        _show(desk, *messages[card])


def crew_changed(desk: Desk, stream: Stream) -> None:
    """Today's messages leave out what has gone to somebody else."""
    day = roster.day_of(desk.team_of(stream), desk.now)
    members = {_card(person, day): person for _, person in roster.members(desk, desk.team_of(stream))}
    for card in sorted(desk.shown(members)):
        _show(desk, members[card], day)


def _show(desk: Desk, person: Person, day: date) -> None:
    lines, buttons = _shown(desk, person, day, _of(desk, person, day))
    desk.show(_card(person, day), *lines, buttons=buttons)


def _of(desk: Desk, person: Person, day: date) -> list[tuple[Stream, Dated]]:
    """A person's items due on a day and what is left from before it, in the order in which they were said."""
    found = []
    for team in lists.teams_of(desk, person):
        morning = datetime.combine(day, AT, ZoneInfo(team.timezone))
        for stream in lists.streams_of(desk, team) if not roster.is_away(desk, team, person) else ():
            holders, moved = Owners(desk, stream), _moved_since(desk, stream, morning)
            found += [
                (_turn(stream, each.item, morning, moved), stream, each)
                for each in lists.dated(desk, stream)
                if not stream.rehearsal and _is_said(team, stream, each, morning)
                if holders(each.item).id == person.id and not cards.is_over(desk, stream, each.item)
            ]
    return [(stream, each) for _, stream, each in sorted(found, key=lambda one: one[0])]


def _turn(stream: Stream, item: Item, morning: datetime, moved: timedelta) -> tuple[datetime, int]:
    """The soonest first, as they were due in the morning: whatever moves since, each keeps the number that was said."""
    if item.said_due and item.said_due < morning:
        return item.said_due, item.id
    return cues.due_at(stream, item.counted, timedelta(seconds=item.offset)) - moved, item.id


def _moved_since(desk: Desk, stream: Stream, morning: datetime) -> timedelta:
    """How far a show has moved since then, as its log says."""
    moves = desk.session.remembered(LogEntry, stream.id, lambda: record.entries(desk, stream, ("phase-log-moved",)))
    first = next((entry.args["before"]["at"] for entry in moves if entry.at >= morning), None)
    return stream.starts_at - datetime.fromisoformat(first) if first else timedelta()


def _is_said(team: Team, stream: Stream, each: Dated, morning: datetime) -> bool:
    """Of that day what did not come in a list of its own; of the days before whatever is left, however it came."""
    due, day = roster.day_of(team, each.due), morning.date()
    if due == day:
        return rules.is_for_the_morning(each)
    return due < day and begun_rules.is_left_over(each, morning, ahead=stream.phase in AHEAD)


def _shown(
    desk: Desk, person: Person, day: date, found: Sequence[tuple[Stream, Dated]]
) -> tuple[list[Piece], list[list[Button]]]:
    if not found:
        return [w("prep-morning-nothing", who=person)], []
    before = [each for stream, each in found if _is_before(desk, stream, each, day)]
    lines: list[Piece] = [w("prep-morning", who=person, count=len(found) - len(before), before=len(before))]
    for number, (stream, each) in enumerate(found, 1):
        at = each.due if each in before else HourMinute(each.due)
        said = {"number": number, "title": legend.titled(each.item), "at": at, "stream": stream.title}
        lines.append(w(f"prep-morning-{_word(each)}", **said))
    ready = [each for stream, each in found if begun_rules.can_be_done(each.item, stream.phase)]
    buttons = ticking.ticks([each for _, each in found], person, among=ready)
    late = any(_word(each) == Standing.OVERDUE for _, each in found)
    stop = w("prep-morning-stop-late") if late else w("prep-morning-stop")
    more = ticking.and_later([each for _, each in found], person, ready)
    return (legend.under([*lines, stop, *more], buttons), buttons) if buttons else (lines, [])


def _is_before(desk: Desk, stream: Stream, each: Dated, day: date) -> bool:
    return roster.day_of(desk.team_of(stream), each.due) < day


def _word(each: Dated) -> str:
    """What came in a list and is left from another day is as overdue as the rest."""
    return str(Standing.OVERDUE) if each.shown in rules.PAST_DUE else each.shown


def _card(person: Person, day: date) -> str:
    return f"prep-morning:{person.id}:{day}"
