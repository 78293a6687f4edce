"""Why a show went on air late: asked once, of whoever stamped the start, and told in the review."""

from datetime import timedelta

from sqlmodel import select

from bot.crew import OVER, Person, Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, text_answer
from bot.words import Piece, Words, w
from flows.ready import rules
from flows.ready.tables import Cause, Lateness

LONGEST = 200


def ask(desk: Desk, stream: Stream) -> None:
    """Late enough to be worth a word: the one who pressed is asked, or the lead where that one is on air."""
    began = stream.live_at or desk.now
    if stream.rehearsal or not rules.worth_a_word(stream.starts_at, began) or known(desk, stream):
        return
    person = desk.get(Person, stream.lead_id) if desk.on_air(desk.person) else desk.person
    desk.ask("ready.late", person, desk.team_of(stream), subject=stream.id, stream_id=stream.id)


def known(desk: Desk, stream: Stream) -> Lateness | None:
    return desk.session.exec(select(Lateness).where(Lateness.stream_id == stream.id)).first()


def told(desk: Desk, stream: Stream) -> list[Piece]:
    """For the review: how late, why, and who says so."""
    found = known(desk, stream)
    if found is None:
        return []
    late = timedelta(seconds=found.seconds)
    return [w("ready-report-late", span=late, why=_why(found), who=desk.person_named(found.person_id))]


def _why(found: Lateness) -> Piece:
    return found.reason if found.cause is Cause.OTHER else w(f"ready-late-{found.cause}")


def _late(desk: Desk, talk: Conversation) -> timedelta:
    stream = desk.get(Stream, talk.stream_id)
    return rules.between(stream.starts_at, stream.live_at) if stream.live_at else timedelta()


def _steps(_desk: Desk, _talk: Conversation) -> list[Step]:
    return [Step("why", _ask, _read, choices=_choices, optional=True)]


def _ask(desk: Desk, talk: Conversation) -> list[Piece]:
    title = desk.get(Stream, talk.stream_id).title
    return [w("ready-ask-late", title=title, span=_late(desk, talk))]


def _choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice(cause, _label(cause)) for cause in Cause if cause is not Cause.OTHER]


def _label(cause: Cause) -> Words:
    return w(f"ready-late-{cause}")


def _read(desk: Desk, talk: Conversation, reply: Reply) -> dict[str, str]:
    if reply.choice is not None:
        return {"cause": Cause(reply.choice)}
    return {"cause": Cause.OTHER, "reason": text_answer(LONGEST)(desk, talk, reply)}


def _done(desk: Desk, talk: Conversation) -> None:
    """Kept once; skipped is kept as nothing."""
    stream, why = desk.get(Stream, talk.stream_id), talk.answers["why"]
    if why is None or known(desk, stream) or stream.phase in OVER:
        desk.reply(w("ready-late-left"))
        return
    kept = desk.add(
        Lateness(
            stream_id=stream.id,
            person_id=desk.person.id,
            at=desk.now,
            seconds=int(_late(desk, talk).total_seconds()),
            cause=Cause(why["cause"]),
            reason=why.get("reason", ""),
        )
    )
    desk.log("ready-log-late", team_id=stream.team_id, stream_id=stream.id, why=_why(kept))
    desk.reply(w("ready-late-kept"))


WALK = Walk(_steps, _done)
