"""A show moves to another time, alone or with those that follow: asked once more, done in one commit, told once."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zlib import crc32

from bot import door, phases, roster, zones
from bot.crew import AHEAD, Person, Stream
from bot.dates import Understood, read_new_time
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import HourMinute, Piece, Words, Zone, w
from flows.plan import cards, drafting, episodes, midnight, news, one_line, promises, reading, repeating, rules, since

LONGEST = 11
"""Digits of a moment in seconds that a button names: with one more there is no such year."""
MOST_DIGITS = 4
"""Digits of a length in minutes: a day has fewer than ten thousand."""
LATER = (timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))


def move(desk: Desk, stream: Stream, to: str = "", minutes: str = "") -> None:
    """[Move]; with the new start in seconds, and how long it is then, where they were typed already."""
    open_walk(desk, stream, "plan.move", _known(desk, to, minutes) if to else {})


def _known(desk: Desk, to: str, minutes: str) -> dict[str, Any]:
    """What a button carries, or a forged one: nothing that could not have been typed."""
    start = datetime.fromtimestamp(int(to) if to.isdecimal() and len(to) <= LONGEST else 0, UTC)
    if problem := one_line.start_problem(desk, start):
        desk.refuse(problem)
    known = {"to": start.isoformat(), **midnight.other(desk, desk.typed, start)}
    if not minutes:
        return known
    length = timedelta(minutes=int(minutes) if minutes.isdecimal() and len(minutes) <= MOST_DIGITS else 0)
    if problem := one_line.length_problem(length):
        desk.refuse(problem)
    return {**known, "minutes": one_line.minutes(length)}


def typed(desk: Desk, stream: Stream) -> tuple[str, ...]:
    """`/move tomorrow 9pm`, `/move 21:00 4h`: what a button of this show carries of it."""
    to, minutes = _understood(desk, stream, desk.understood)
    start = str(int(to.timestamp()))
    return (start,) if minutes is None else (start, str(minutes))


def _understood(desk: Desk, stream: Stream, said: Understood | None) -> tuple[datetime, int | None]:
    """The new start, and the new length in minutes where one was said."""
    found = read_new_time(said, stream.starts_at, desk.now, zones.typed_in(desk)) if said else None
    if found is None:
        raise Unclear(w("plan-start-unclear"))
    to, length = found
    if problem := rules.start_problem(to, desk.now):
        raise Unclear(w(f"plan-start-{problem}", at=to, now=desk.now))
    minutes = None if length is None else reading.fitting(length)
    if to == stream.starts_at and minutes in (None, stream.minutes):
        raise Unclear(w("plan-move-same"))
    return to, minutes


def open_walk(desk: Desk, stream: Stream, walk: str, known: dict[str, Any] | None = None) -> None:
    """Ask in private, while the show lies ahead."""
    if stream.phase not in AHEAD:
        desk.toast(_too_late(stream), alert=True)
        return
    desk.ask(walk, desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id, answers=known or {})
    door.point(desk)


def _too_late(stream: Stream) -> Words:
    return w("plan-too-late", phase=w(f"phase-{stream.phase}"))


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.subject)


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    return [
        Step("to", _ask_to, _read_to, choices=_later, columns=3),
        *episodes.scope_steps(desk, _stream(desk, talk)),
        Step(f"sure@{talk.answers.get('to')}", _ask_sure, _read_sure, choices=_choices),
    ]


def _ask_to(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("plan-ask-to", title=stream.title, at=stream.starts_at, zone=Zone(desk.place_of(talk).reader.zone))]


def _later(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice(str(int(by.total_seconds() // 60)), w("plan-later", by=by)) for by in LATER]


def _read_to(desk: Desk, talk: Conversation, reply: Reply) -> str:
    stream = _stream(desk, talk)
    if reply.choice is None:
        to, minutes = _understood(desk, stream, reply.understood)
    else:
        to, minutes = stream.starts_at + timedelta(minutes=int(reply.choice)), None
    if problem := rules.start_problem(to, desk.now):
        raise Unclear(w(f"plan-start-{problem}", at=to, now=desk.now))
    drafting.change(talk, minutes=minutes, **midnight.other(desk, reply.text, to))
    return to.isoformat()


def _targets(desk: Desk, talk: Conversation) -> list[tuple[Stream, datetime]]:
    """Which show goes where: the ones that follow by as many days, to the same time of day."""
    stream, to = _stream(desk, talk), datetime.fromisoformat(talk.answers["to"])
    if not episodes.onward(talk):
        return [(stream, to)]
    team = desk.team_of(stream)
    days, clock = roster.day_of(team, to) - roster.day_of(team, stream.starts_at), episodes.clock(team, to)
    later = [(one, episodes.shifted(team, one.starts_at, days, clock)) for one in episodes.following(desk, stream)]
    return [(stream, to), *later]


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    """What the move means: from, to, how long from now on, who would be elsewhere, who is asked anew."""
    lines: list[Piece] = []
    zone, minutes = Zone(desk.place_of(talk).reader.zone), talk.answers.get("minutes")
    for stream, to in _targets(desk, talk):
        longer = _longer(stream, to, minutes)
        from_to = w("plan-ask-move", title=stream.title, before=stream.starts_at, after=to, zone=zone)
        lines += [_stays(stream) if longer and to == stream.starts_at else from_to, *longer]
        for person, why in phases.hindered(desk, stream, to, minutes):
            lines.append(w("plan-warn-busy", who=person, why=why))
    return [*lines, *midnight.lines(desk, talk), *_what_follows(desk, talk)]


def _what_follows(desk: Desk, talk: Conversation) -> list[Piece]:
    """What it means for those that follow, and for the crew."""
    stream, to = _targets(desk, talk)[0]
    if _keeps_its_start(desk, talk):
        onward, told = w("plan-length-onward"), w("plan-length-told")
    else:
        anew = phases.asks_anew(stream.starts_at, to, desk.team_of(stream).timezone)
        onward, told = w("plan-move-onward"), w("plan-move-anew") if anew else w("plan-move-told")
    return [onward, told] if episodes.onward(talk) else [told]


def _keeps_its_start(desk: Desk, talk: Conversation) -> bool:
    """Only how long it is changes."""
    return all(to == stream.starts_at for stream, to in _targets(desk, talk))


def _longer(stream: Stream, to: datetime, minutes: int | None) -> list[Piece]:
    return [cards.lasts(stream, to, minutes)] if minutes and minutes != stream.minutes else []


def _stays(stream: Stream) -> Words:
    return w("plan-same-start", title=stream.title, at=stream.starts_at)


def _choices(desk: Desk, talk: Conversation) -> list[Choice]:
    """The button knows what stood above it: from when each show would move, and who was elsewhere."""
    minutes = talk.answers.get("minutes")
    above = [
        (one.id, one.starts_at.isoformat(), one.minutes, [who.id for who, _ in phases.hindered(desk, one, to, minutes)])
        for one, to in _targets(desk, talk)
    ]
    yes = w("plan-length-yes") if _keeps_its_start(desk, talk) else w("plan-move-yes")
    return [*midnight.choices(talk), Choice(f"yes.{crc32(repr(above).encode()):x}", yes)]


def _read_sure(desk: Desk, talk: Conversation, reply: Reply) -> bool:
    """A page that is no longer true is shown anew, with what has been done since."""
    if reply.choice is None:
        raise Unclear(w("talk-press-please"))
    if reply.choice not in [choice.value for choice in _choices(desk, talk)]:
        raise Unclear(since.moved(desk, _stream(desk, talk), talk.opened_at) or w("plan-changed-meanwhile"))
    if reply.choice == midnight.TODAY:
        midnight.take_today(talk, "to")
    return True


def _moved(desk: Desk, talk: Conversation) -> None:
    """The time, every cue and every promise move in this commit."""
    stream, to = _stream(desk, talk), datetime.fromisoformat(talk.answers["to"])
    if stream.phase not in AHEAD or to <= desk.now:
        passed = w("plan-start-past", at=to, now=desk.now)
        why = passed if stream.phase in AHEAD else _too_late(stream)
        desk.say(desk.place_of(talk), why, priority=Priority.REPLY)
        return
    targets, minutes = [(one, at) for one, at in _targets(desk, talk) if at > desk.now], talk.answers.get("minutes")
    done = w("plan-moved-done", title=stream.title, after=to)
    if _keeps_its_start(desk, talk) and minutes:
        ends = HourMinute(to + timedelta(minutes=minutes))
        done = w("plan-length-done", title=stream.title, at=to, ends=ends)
    if episodes.onward(talk):
        _move_series(desk, stream, to, minutes)
    moved = [(one, _move(desk, one, at, minutes)) for one, at in targets]
    news.tell(desk, [(one, _concerned(desk, one), lines) for one, lines in moved])
    desk.say(desk.place_of(talk), done, priority=Priority.REPLY)


def _move(desk: Desk, stream: Stream, to: datetime, minutes: int | None) -> list[Piece]:
    """First how long it is, so that whoever is asked anew reads both; says what there is to tell."""
    before, longer = stream.starts_at, _longer(stream, to, minutes)
    if minutes and longer:
        phases.last(desk, stream, minutes)
    if to == before:
        return [_stays(stream), *longer]
    phases.move(desk, stream, to)
    return [w("plan-moved", title=stream.title, before=before, after=to), *longer]


def _move_series(desk: Desk, stream: Stream, to: datetime, minutes: int | None) -> None:
    """The ones that are not planned yet come at the new time as well."""
    if series := episodes.series_of(desk, stream):
        team = desk.team_of(stream)
        series.minutes = minutes or series.minutes
        series.clock = episodes.clock(team, to)
        series.next_day += roster.day_of(team, to) - roster.day_of(team, stream.starts_at)
        repeating.plan_next(desk, series)


def _concerned(desk: Desk, stream: Stream) -> list[Person]:
    """Everyone concerned; those whose promise changed have read it with the question."""
    asked = {person.id for person in promises.asked_now(desk, stream)}
    return [person for person in roster.concerned(desk, stream) if person.id not in asked]


walk = Walk(steps=_steps, done=_moved, may=of_a_lead)
