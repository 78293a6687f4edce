"""When those who have not answered are asked again, open seats called out, and when the lead hears of both."""

from datetime import timedelta

from bot import roster
from bot.crew import Stream
from bot.cues import Call, Cue, From
from bot.desk import Desk
from bot.words import Joined, Piece, w
from flows.plan import ask_cards, silence, silent, vacant


def plan(desk: Desk, stream: Stream) -> None:
    """The playbook's chases that still lie ahead, and after the last of them a word to the lead."""
    ahead = ask_cards.chases(desk, stream)
    for named, offset in ahead.items():
        _cue(desk, stream, "plan.chase", offset, str(int(named.total_seconds())))
    if stream.starts_at - silence.LAST > desk.now:
        _cue(desk, stream, silence.KIND, -silence.LAST, silence.LAST_NOTE)
    if not ahead and silence.due(desk, stream, desk.now):
        return  # it tells of whoever was asked since, too
    named, last = list(ahead.items())[-1] if ahead else (desk.now - stream.starts_at,) * 2
    heard = last + silence.wait(desk, stream, last)
    if heard < timedelta():
        _cue(desk, stream, silence.KIND, heard, str(int((named + silence.wait(desk, stream, named)).total_seconds())))


def _cue(desk: Desk, stream: Stream, kind: str, offset: timedelta, note: str) -> None:
    """Counted from the start, so that it moves with the show."""
    desk.cue(kind, stream.id, team_id=stream.team_id, stream=stream, counted=From.START, offset=offset, note=note)


def give_chase(desk: Desk, call: Call) -> bool:
    """Everybody who has not answered gets the question again, and the group reads which seats nobody has."""
    stream = desk.get(Stream, call.cue.subject)
    people = silent.people(desk, stream, silent.unanswered(desk, stream))
    for person in people:
        silent.ask_again(desk, stream, person)
    return vacant.call(desk, stream) or bool(people)


def give_silent(desk: Desk, call: Call) -> bool:
    """The lead reads who has not answered, and which seats nobody has; one press asks again or changes the seat."""
    return silent.tell(desk, desk.get(Stream, call.cue.subject), last=call.cue.note == silence.LAST_NOTE)


def give_vacant(desk: Desk, call: Call) -> bool:
    """The group reads of a seat that opened shortly before the show, if nobody has it still."""
    return vacant.is_open(desk, call.cue.subject) and vacant.call(desk, desk.get(Stream, call.cue.stream_id))


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """What a ping of planning is about; nothing is left to say once everybody has answered, or a seat is filled."""
    kind = cue.kind.partition(".")[2]
    if kind == "vacant" and not vacant.is_open(desk, cue.subject):
        return None
    if kind not in ("chase", "silent"):
        return w(f"plan-cue-{kind}"), ""
    stream = desk.get(Stream, cue.subject)
    seats = silent.unanswered(desk, stream)
    people = silent.people(desk, stream, seats)
    if cue.note == silence.LAST_NOTE and not silent.still_missing(desk, stream):
        return None
    if not (people if kind == "chase" else seats) and not vacant.seats(desk, stream):
        return None
    called = people if kind == "chase" else roster.lead_chain(desk, stream)[:1]
    return w(f"plan-cue-{kind}"), Joined([person.name for person in called])
