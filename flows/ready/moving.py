"""NO-GO moves the show: asked for the new start, shown what that means, and done only then."""

from datetime import datetime, timedelta

from bot import phases, zones
from bot.crew import Phase, Stream
from bot.dates import read_new_time
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.place import rehearsed
from bot.replies import Conversation, Reply, Unclear
from bot.words import HourMinute, Joined, Piece, Words, Zone, w
from flows.ready import cards, decision, roll, rules
from flows.ready.tables import Decision, Gate

LATER = (timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))
YEAR = timedelta(days=366)
NAMED = 6
"""People named on the last look at most."""


def move(desk: Desk, gate: Gate) -> None:
    """[Move]: ask in private for the new start. Another lead who is asked already may still answer first."""
    stream = decision.in_hand(desk, gate)
    if stream is None:
        return
    desk.ask("ready.move", desk.person, desk.team_of(stream), subject=gate.id, stream_id=stream.id)
    decision.ask_on(desk, stream)
    decision.show(desk, stream, gate)
    desk.toast(rehearsed(stream, w("ready-toast-when")))


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    """The second look is at one move: from that start to that one; where either changes, it is taken again."""
    sure = f"sure:{_stream(desk, talk).starts_at.isoformat()}>{talk.answers.get('when')}{talk.answers.get('minutes')}"
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
    """A start, and how long it is from then on, where that is said too."""
    stream, said = _stream(desk, talk), reply.understood
    found: tuple[datetime, timedelta | None] | None = None
    if reply.choice and reply.choice in {str(by // timedelta(minutes=1)) for by in LATER}:
        found = stream.starts_at + timedelta(minutes=int(reply.choice)), None
    elif said:
        found = read_new_time(said, stream.starts_at, desk.now, zones.typed_in(desk))
    if found is None:
        raise Unclear(w("ready-when-unclear"))
    when, length = found
    if problem := _problem(desk, stream, when):
        raise Unclear(problem)
    if length is not None and not rules.SHORTEST_SHOW <= length <= rules.LONGEST_SHOW:
        raise Unclear(w("ready-length-unfit"))
    talk.answers = {**talk.answers, "minutes": None if length is None else length // timedelta(minutes=1)}
    return when.isoformat()


def _problem(desk: Desk, stream: Stream, when: datetime) -> Words | None:
    if when == stream.starts_at:
        return w("ready-when-same")
    return None if desk.now < when < desk.now + YEAR else w("ready-when-past", at=when)


def _shown(desk: Desk, talk: Conversation, when: str) -> Piece:
    return w("ready-when", at=datetime.fromisoformat(when))


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    """What was understood, by whose clock, who would be elsewhere, and what it means for these people."""
    stream, when, minutes = _stream(desk, talk), datetime.fromisoformat(talk.answers["when"]), _minutes(desk, talk)
    zone = Zone(desk.place_of(talk).reader.zone)
    busy = [w("ready-elsewhere", who=person, why=why) for person, why in phases.hindered(desk, stream, when, minutes)]
    about = {"title": stream.title, "before": stream.starts_at, "after": when, "zone": zone}
    return [w("ready-ask-move", **about), *_lasts(stream, when, minutes), *busy, *_means(desk, talk, stream, when)]


def _minutes(desk: Desk, talk: Conversation) -> int | None:
    """How long it is from now on, where that is something else."""
    minutes: int | None = talk.answers.get("minutes")
    return minutes if minutes != _stream(desk, talk).minutes else None


def _lasts(stream: Stream, when: datetime, minutes: int | None) -> list[Piece]:
    if minutes is None:
        return []
    length = timedelta(minutes=minutes)
    return [w("ready-move-lasts", before=stream.full_length, after=length, ends=HourMinute(when + length))]


def _means(desk: Desk, talk: Conversation, stream: Stream, when: datetime) -> list[Piece]:
    """Who is asked again whether they can; whose Ready stands, or when the roll is called anew."""
    anew = [person.name for person in phases.asked_anew(desk, stream, when) if person.id != talk.person_id]
    more = [w("ready-move-more", count=len(anew) - NAMED)] if len(anew) > NAMED else []
    asked = w("ready-move-anew", people=Joined([*anew[:NAMED], *more])) if anew else w("ready-move-told")
    return [asked, _means_for_the_roll(desk, stream, when)]


def _means_for_the_roll(desk: Desk, stream: Stream, when: datetime) -> Piece:
    called, at = roll.current(desk, stream), roll.roll_at(desk, stream) + (when - stream.starts_at)
    if called is None or not rules.roll_stands(called.starts_at, when, at, desk.now):
        return w("ready-move-roll", at=at) if at > desk.now else w("ready-move-roll-now")
    missing = rules.unready(roll.lines_of(desk, stream, called))
    whose = cards.whose(desk, stream, missing[:NAMED])
    return w("ready-move-stands-but", whose=whose) if missing else w("ready-move-stands")


def _read_sure(_desk: Desk, _talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


def _moved(desk: Desk, talk: Conversation) -> None:
    """NO-GO for now, and everything moves with it."""
    gate, stream, when = desk.get(Gate, talk.subject), _stream(desk, talk), datetime.fromisoformat(talk.answers["when"])
    minutes = _minutes(desk, talk)
    over = not rules.may_still_change(gate) or stream.phase is not Phase.STANDBY
    if problem := decision.settled(desk, gate) if over else _problem(desk, stream, when):
        desk.say(desk.place_of(talk), problem)
        return
    decision.decide(desk, stream, gate, Decision.MOVED)
    if minutes:  # first how long it is, so that whoever is asked anew reads both
        phases.last(desk, stream, minutes)
    phases.move(desk, stream, when)
    if stream.phase is Phase.STANDBY and roll.decide_at(desk, stream) <= desk.now:
        decision.again(desk, stream, gate, rules.halfway(desk.now, stream.starts_at - desk.now))
    word = "ready-told-moved-long" if minutes else "ready-told-moved"
    about = {"title": stream.title, "who": desk.person, "at": stream.starts_at, "span": stream.full_length}
    decision.tell_everyone(desk, stream, w(word, **about))
    decision.show(desk, stream, gate)


WALK = Walk(_steps, _moved, urgent=True, may=decision.still_decides)
