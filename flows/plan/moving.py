"""A show moves to another time, alone or with those that follow: asked once more, done in one commit, told once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot import phases, roster, zones
from bot.crew import AHEAD, Person, Stream
from bot.dates import read_move
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, Words, Zone, w
from flows.plan import asking, episodes, promises, repeating, rules

LONGEST = 12
"""Digits of a moment in seconds that a button names."""
LATER = (timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))


def move(desk: Desk, stream: Stream, to: str = "") -> None:
    """[Move]; with the new start in seconds where it was typed already."""
    known = {"to": datetime.fromtimestamp(int(to), UTC).isoformat()} if to.isdecimal() and len(to) <= LONGEST else {}
    open_walk(desk, stream, "plan.move", known)


def typed(desk: Desk, text: str) -> str:
    """`/move tomorrow 9pm`: the new start in seconds; nothing typed is none."""
    if not text.strip():
        return ""
    said = desk.understood
    if said is None or said.moment is None or not said.exact:
        desk.refuse(w("plan-start-hour", day=said.days[0]) if said and said.days else w("plan-start-unclear"))
    if problem := rules.start_problem(said.moment, desk.now):
        desk.refuse(w(f"plan-start-{problem}", at=said.moment, now=desk.now))
    return str(int(said.moment.timestamp()))


def open_walk(desk: Desk, stream: Stream, walk: str, known: dict[str, str] | None = None) -> None:
    """Ask in private, while the show lies ahead."""
    if stream.phase not in AHEAD:
        desk.toast(_too_late(stream), alert=True)
        return
    desk.ask(walk, desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id, answers=known or {})
    if desk.in_group:
        desk.toast(w("plan-in-private"))


def _too_late(stream: Stream) -> Words:
    return w("plan-too-late", phase=w(f"phase-{stream.phase}"))


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.subject)


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    return [
        Step("to", _ask_to, _read_to, choices=_later, columns=3),
        *episodes.scope_steps(desk, _stream(desk, talk)),
        Step(f"sure@{talk.answers.get('to')}", _ask_sure, read_sure, choices=_choices),
    ]


def _ask_to(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("plan-ask-to", title=stream.title, at=stream.starts_at, zone=Zone(desk.place_of(talk).reader.zone))]


def _later(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice(str(int(by.total_seconds() // 60)), w("plan-later", by=by)) for by in LATER]


def _read_to(desk: Desk, talk: Conversation, reply: Reply) -> str:
    stream, said = _stream(desk, talk), reply.understood
    if reply.choice is not None:
        to = stream.starts_at + timedelta(minutes=int(reply.choice))
    elif said and (moved := read_move(said, stream.starts_at, zones.typed_in(desk))):
        to = moved
    else:
        raise Unclear(w("plan-start-unclear"))
    if problem := rules.start_problem(to, desk.now):
        raise Unclear(w(f"plan-start-{problem}", at=to, now=desk.now))
    if to == stream.starts_at:
        raise Unclear(w("plan-move-same"))
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
    """What the move means: from, to, who would be elsewhere, who is asked anew."""
    lines: list[Piece] = []
    for stream, to in _targets(desk, talk):
        zone = Zone(desk.place_of(talk).reader.zone)
        lines.append(w("plan-ask-move", title=stream.title, before=stream.starts_at, after=to, zone=zone))
        for person in _sitting(desk, stream):
            if why := _hindrance(desk, stream, to, person):
                lines.append(w("plan-warn-busy", who=person, why=why))
    if episodes.onward(talk):
        lines.append(w("plan-move-onward"))
    stream, to = _targets(desk, talk)[0]
    anew = rules.asks_anew(stream.starts_at, to, desk.team_of(stream).timezone)
    return [*lines, w("plan-move-anew") if anew else w("plan-move-told")]


def _sitting(desk: Desk, stream: Stream) -> list[Person]:
    return list(roster.once(desk.get(Person, seat.person_id) for seat in asking.sitting(desk, stream)))


def _hindrance(desk: Desk, stream: Stream, to: datetime, person: Person) -> Words | None:
    moved = Stream(**{**stream.model_dump(), "starts_at": to})
    roles = roster.roles_in(desk, stream, person)
    return next(
        (why for flow in desk.house.flows if flow.may and (why := flow.may(desk, person, roles[0], moved))), None
    )


def _choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("yes", w("plan-move-yes"))]


def read_sure(_desk: Desk, _talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


def _moved(desk: Desk, talk: Conversation) -> None:
    """The time, every cue and every promise move in this commit."""
    stream, to = _stream(desk, talk), datetime.fromisoformat(talk.answers["to"])
    if stream.phase not in AHEAD or to <= desk.now:
        passed = w("plan-start-past", at=to, now=desk.now)
        why = passed if stream.phase in AHEAD else _too_late(stream)
        desk.say(desk.place_of(talk), why, priority=Priority.REPLY)
        return
    targets = [(one, at) for one, at in _targets(desk, talk) if at > desk.now]
    if episodes.onward(talk):
        _move_series(desk, stream, to)
    befores = [one.starts_at for one, _ in targets]
    for one, at in targets:
        phases.move(desk, one, at)
    _tell(desk, [(one, before) for (one, _), before in zip(targets, befores, strict=True)])
    desk.say(desk.place_of(talk), w("plan-moved-done", title=stream.title, after=to), priority=Priority.REPLY)


def _move_series(desk: Desk, stream: Stream, to: datetime) -> None:
    """The ones that are not planned yet come at the new time as well."""
    if series := episodes.series_of(desk, stream):
        team = desk.team_of(stream)
        series.clock = episodes.clock(team, to)
        series.next_day += roster.day_of(team, to) - roster.day_of(team, stream.starts_at)
        repeating.plan_next(desk, series)


def _tell(desk: Desk, moved: Sequence[tuple[Stream, datetime]]) -> None:
    """Everyone in the crew reads it once; those whose promise changed have read it with the question."""
    told: dict[int, list[Piece]] = {}
    news: list[Piece] = []
    for stream, before in moved:
        line = w("plan-moved", title=stream.title, before=before, after=stream.starts_at)
        news.append(line)
        asked = {person.id for person in promises.asked_now(desk, stream)}
        for person in roster.crew(desk, stream):
            if person.id != desk.person.id and person.id not in asked:
                told.setdefault(person.id, []).append(line)
    team = desk.team_of(moved[0][0])
    for person_id, lines in told.items():
        desk.say(desk.private(desk.get(Person, person_id), team), *lines, w("plan-moved-fine"))
    desk.say(desk.group(team), *news)


walk = Walk(steps=_steps, done=_moved, may=of_a_lead)
