"""A show moves to another time, or is called off: asked once more, done in one commit, told once to everyone."""

from datetime import datetime, timedelta

from bot import phases, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, Words, w
from flows.plan import asking, promises, rules

LATER = (timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))
REASON_LIMIT = 200


def move(desk: Desk, stream: Stream) -> None:
    """[Move]"""
    _begin(desk, stream, "plan.move")


def cancel(desk: Desk, stream: Stream) -> None:
    """[Call off]"""
    _begin(desk, stream, "plan.cancel")


def _begin(desk: Desk, stream: Stream, walk: str) -> None:
    if not _still(desk, stream):
        return
    desk.ask(walk, desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id)
    if desk.in_group:
        desk.toast(w("plan-in-private"))


def _still(desk: Desk, stream: Stream) -> bool:
    """Whether the show lies ahead; if not, that is said."""
    if stream.phase in AHEAD:
        return True
    desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
    return False


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.subject)


# Moving


def _move_steps(_desk: Desk, talk: Conversation) -> list[Step]:
    return [
        Step("to", _ask_to, _read_to, choices=_later, columns=3),
        Step(f"sure@{talk.answers.get('to')}", _ask_move, _read_sure, choices=_move_choices),
    ]


def _ask_to(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("plan-ask-to", title=stream.title, at=stream.starts_at, zone=desk.team_of(stream).timezone)]


def _later(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice(str(int(by.total_seconds() // 60)), w("plan-later", by=by)) for by in LATER]


def _read_to(desk: Desk, talk: Conversation, reply: Reply) -> str:
    stream, said = _stream(desk, talk), reply.understood
    if reply.choice is not None:
        to = stream.starts_at + timedelta(minutes=int(reply.choice))
    elif said and said.moment and said.exact:
        to = said.moment
    else:
        raise Unclear(w("plan-start-hour", day=said.days[0]) if said and said.days else w("plan-start-unclear"))
    if problem := rules.start_problem(to, desk.now):
        raise Unclear(w(f"plan-start-{problem}", at=to, now=desk.now))
    if to == stream.starts_at:
        raise Unclear(w("plan-move-same"))
    return to.isoformat()


def _ask_move(desk: Desk, talk: Conversation) -> list[Piece]:
    """What the move means: from, to, who would be elsewhere, who is asked anew."""
    stream, to = _stream(desk, talk), datetime.fromisoformat(talk.answers["to"])
    lines: list[Piece] = [
        w("plan-ask-move", title=stream.title, before=stream.starts_at, after=to, zone=desk.place_of(talk).reader.zone)
    ]
    for person in _sitting(desk, stream):
        if why := _hindrance(desk, stream, to, person):
            lines.append(w("plan-warn-busy", who=person, why=why))
    anew = rules.asks_anew(stream.starts_at, to, desk.team_of(stream).timezone)
    return [*lines, w("plan-move-anew") if anew else w("plan-move-told")]


def _hindrance(desk: Desk, stream: Stream, to: datetime, person: Person) -> Words | None:
    moved = Stream(**{**stream.model_dump(), "starts_at": to})
    roles = roster.roles_in(desk, stream, person)
    return next(
        (why for flow in desk.house.flows if flow.may and (why := flow.may(desk, person, roles[0], moved))), None
    )


def _move_choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("yes", w("plan-move-yes"))]


def _read_sure(desk: Desk, talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


def _moved(desk: Desk, talk: Conversation) -> None:
    """The time, every cue and every promise move in this commit."""
    stream, to = _stream(desk, talk), datetime.fromisoformat(talk.answers["to"])
    if stream.phase not in AHEAD or to <= desk.now:
        too_late = w("plan-too-late", phase=w(f"phase-{stream.phase}"))
        passed = w("plan-start-past", at=to, now=desk.now)
        desk.say(desk.place_of(talk), passed if stream.phase in AHEAD else too_late, priority=Priority.REPLY)
        return
    before = stream.starts_at
    phases.move(desk, stream, to)
    _tell_moved(desk, stream, before)
    desk.say(desk.place_of(talk), w("plan-moved-done", title=stream.title, after=to), priority=Priority.REPLY)


def _tell_moved(desk: Desk, stream: Stream, before: datetime) -> None:
    """Everyone in the crew reads it once; those whose promise changed have read it with the question."""
    moved = w("plan-moved", title=stream.title, before=before, after=stream.starts_at)
    team, asked = desk.team_of(stream), {person.id for person in promises.asked_now(desk, stream)}
    for person in roster.crew(desk, stream):
        if person.id != desk.person.id and person.id not in asked:
            desk.say(desk.private(person, team), moved, w("plan-moved-fine"))
    desk.say(desk.group(team), moved)


def _sitting(desk: Desk, stream: Stream) -> list[Person]:
    return list(roster.once(desk.get(Person, seat.person_id) for seat in asking.sitting(desk, stream)))


# Calling off


def _cancel_steps(_desk: Desk, _talk: Conversation) -> list[Step]:
    return [
        Step("reason", _ask_reason, _read_reason, optional=True),
        Step("sure", _ask_cancel, _read_sure, choices=_cancel_choices),
    ]


def _ask_reason(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("plan-ask-reason", title=stream.title, at=stream.starts_at)]


def _read_reason(_desk: Desk, _talk: Conversation, reply: Reply) -> str:
    text = " ".join(reply.text.split())
    if not text or len(text) > REASON_LIMIT:
        raise Unclear(w("talk-too-long", limit=REASON_LIMIT, length=len(text)) if text else w("talk-text-please"))
    return text


def _ask_cancel(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    people = len(roster.crew(desk, stream))
    return [w("plan-ask-cancel", title=stream.title, at=stream.starts_at, people=people)]


def _cancel_choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("yes", w("plan-cancel-yes"))]


def _cancelled(desk: Desk, talk: Conversation) -> None:
    """Every cue is silenced, everyone involved hears it once."""
    stream = _stream(desk, talk)
    if stream.phase not in AHEAD:
        desk.say(desk.place_of(talk), w("plan-too-late", phase=w(f"phase-{stream.phase}")), priority=Priority.REPLY)
        return
    reason = talk.answers.get("reason")
    lines: list[Piece] = [w("plan-cancelled", title=stream.title, at=stream.starts_at, who=desk.person)]
    if reason:
        lines.append(w("plan-cancelled-why", reason=reason))
    desk.log("plan-log-cancelled", team_id=stream.team_id, stream_id=stream.id, reason=reason or "—")
    phases.enter(desk, stream, Phase.CANCELLED)
    team = desk.team_of(stream)
    for person in [person for person in roster.crew(desk, stream) if person.id != desk.person.id]:
        desk.say(desk.private(person, team), *lines, w("plan-cancelled-free"))
    desk.say(desk.group(team), *lines)
    desk.say(desk.place_of(talk), w("plan-cancelled-done", title=stream.title), priority=Priority.REPLY)


move_walk = Walk(steps=_move_steps, done=_moved)
cancel_walk = Walk(steps=_cancel_steps, done=_cancelled)
