"""A show is called off: asked once more, done in one commit, told once to everyone."""

from collections.abc import Sequence

from bot import phases, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, w
from flows.plan import episodes, moving, repeating

REASON_LIMIT = 200


def cancel(desk: Desk, stream: Stream) -> None:
    """[Cancel the show]"""
    moving.open_walk(desk, stream, "plan.cancel")


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    return [
        *episodes.scope_steps(desk, _stream(desk, talk)),
        Step("reason", _ask_reason, _read_reason, optional=True),
        Step("sure", _ask_sure, _read_sure, choices=_choices),
    ]


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.subject)


def _shows(desk: Desk, talk: Conversation) -> list[Stream]:
    """The one, or with all that follow."""
    stream = _stream(desk, talk)
    return [stream, *(episodes.following(desk, stream) if episodes.onward(talk) else [])]


def _ask_reason(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("plan-ask-reason", title=stream.title, at=stream.starts_at)]


def _read_reason(_desk: Desk, _talk: Conversation, reply: Reply) -> str:
    text = " ".join(reply.text.split())
    if not text or len(text) > REASON_LIMIT:
        raise Unclear(w("talk-too-long", limit=REASON_LIMIT, length=len(text)) if text else w("talk-text-please"))
    return text


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    people = roster.once(person for show in _shows(desk, talk) for person in roster.concerned(desk, show))
    sure = w("plan-ask-cancel", title=stream.title, at=stream.starts_at, people=len(people))
    return [sure, *episodes.scope_lines(desk, stream, talk)]


def _choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("yes", w("plan-cancel-yes"))]


def _read_sure(_desk: Desk, _talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


def _cancelled(desk: Desk, talk: Conversation) -> None:
    """Every cue is silenced, everyone involved hears it once, whatever it was that they were in."""
    stream, shows = _stream(desk, talk), _shows(desk, talk)
    if stream.phase not in AHEAD:
        desk.say(desk.place_of(talk), w("plan-too-late", phase=w(f"phase-{stream.phase}")), priority=Priority.REPLY)
        return
    reason = talk.answers.get("reason")
    if episodes.onward(talk) and (series := episodes.series_of(desk, stream)):
        repeating.end(desk, series)
    for show in shows:
        desk.log("plan-log-cancelled", team_id=show.team_id, stream_id=show.id, reason=reason or "—")
        phases.enter(desk, show, Phase.CANCELLED)
    _tell(desk, shows, [w("plan-cancelled-why", reason=reason)] if reason else [])
    desk.say(desk.place_of(talk), w("plan-cancelled-done", title=stream.title), priority=Priority.REPLY)


def _tell(desk: Desk, shows: Sequence[Stream], why: Sequence[Piece]) -> None:
    told: dict[int, list[Piece]] = {}
    news: list[Piece] = []
    for show in shows:
        line = w("plan-cancelled", title=show.title, at=show.starts_at, who=desk.person)
        news.append(line)
        for person in roster.concerned(desk, show):
            if person.id != desk.person.id:
                told.setdefault(person.id, []).append(line)
    team = desk.team_of(shows[0])
    for person_id, lines in told.items():
        desk.say(desk.private(desk.get(Person, person_id), team), *lines, *why, w("plan-cancelled-free"))
    desk.say(desk.group(team), *news, *why)


walk = Walk(steps=_steps, done=_cancelled, may=of_a_lead)
