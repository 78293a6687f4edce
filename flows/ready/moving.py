"""NO-GO moves the show: asked for the new start, shown what that means, and done only then."""

from datetime import datetime, timedelta

from bot import phases, zones
from bot.crew import Phase, Stream
from bot.dates import read_move
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, Words, Zone, w
from flows.ready import decision, roll, rules
from flows.ready.tables import Decision, Gate

LATER = (timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))
YEAR = timedelta(days=366)


def move(desk: Desk, gate: Gate) -> None:
    """[Move]: ask in private for the new start. Another lead who is asked already may still answer first."""
    stream = decision.in_hand(desk, gate)
    if stream is None:
        return
    desk.ask("ready.move", desk.person, desk.team_of(stream), subject=gate.id, stream_id=stream.id)
    desk.toast(w("ready-toast-when"))


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    """The second look is at one move: from that start to that one; where either changes, it is taken again."""
    sure = f"sure:{_stream(desk, talk).starts_at.isoformat()}>{talk.answers.get('when')}"
    return [
        Step("when", _ask_when, _read_when, choices=_later, shown=_shown, columns=3),
        Step(sure, _ask_sure, _read_sure, choices=lambda _desk, _talk: [Choice("yes", w("ready-move-yes"))]),
    ]


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.stream_id)


def _ask_when(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = _stream(desk, talk)
    return [w("ready-ask-when", title=stream.title, at=stream.starts_at), *zones.named(desk, desk.place_of(talk))]


def _later(desk: Desk, talk: Conversation) -> list[Choice]:
    """From the planned start; what has passed is not offered."""
    starts = _stream(desk, talk).starts_at
    spans = [by for by in LATER if starts + by > desk.now]
    return [Choice(str(by // timedelta(minutes=1)), w("ready-later", by=by)) for by in spans]


def _read_when(desk: Desk, talk: Conversation, reply: Reply) -> str:
    stream, said = _stream(desk, talk), reply.understood
    if reply.choice is not None:
        when = stream.starts_at + timedelta(minutes=int(reply.choice))
    elif said and (moved := read_move(said, stream.starts_at, desk.now, zones.typed_in(desk))):
        when = moved
    else:
        raise Unclear(w("ready-when-unclear"))
    if problem := _problem(desk, stream, when):
        raise Unclear(problem)
    return when.isoformat()


def _problem(desk: Desk, stream: Stream, when: datetime) -> Words | None:
    if when == stream.starts_at:
        return w("ready-when-same")
    return None if desk.now < when < desk.now + YEAR else w("ready-when-past", at=when)


def _shown(desk: Desk, talk: Conversation, when: str) -> Piece:
    return w("ready-when", at=datetime.fromisoformat(when))


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    """What was understood, by whose clock, and who would be elsewhere."""
    stream, when = _stream(desk, talk), datetime.fromisoformat(talk.answers["when"])
    zone = Zone(desk.place_of(talk).reader.zone)
    busy = [w("ready-elsewhere", who=person, why=why) for person, why in phases.hindered(desk, stream, when)]
    about = {"title": stream.title, "before": stream.starts_at, "after": when, "zone": zone}
    return [w("ready-ask-move", **about), *busy, w("ready-move-means")]


def _read_sure(_desk: Desk, _talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


def _moved(desk: Desk, talk: Conversation) -> None:
    """NO-GO for now, and everything moves with it."""
    gate, stream, when = desk.get(Gate, talk.subject), _stream(desk, talk), datetime.fromisoformat(talk.answers["when"])
    over = not rules.may_still_change(gate) or stream.phase is not Phase.STANDBY
    if problem := decision.settled(desk, gate) if over else _problem(desk, stream, when):
        desk.say(desk.place_of(talk), problem)
        return
    decision.decide(desk, stream, gate, Decision.MOVED)
    phases.move(desk, stream, when)
    if stream.phase is Phase.STANDBY and roll.decide_at(desk, stream) <= desk.now:
        decision.again(desk, stream, gate, rules.halfway(desk.now, stream.starts_at - desk.now))
    decision.tell_everyone(
        desk, stream, w("ready-told-moved", title=stream.title, who=desk.person, at=stream.starts_at)
    )
    decision.show(desk, stream, gate)


WALK = Walk(_steps, _moved, urgent=True, may=decision.still_decides)
