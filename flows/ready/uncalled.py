"""A show that is over, or off, and that nobody ever called live: stamped afterwards, or called off; nothing is lost."""

from datetime import timedelta

from sqlmodel import col, select

from bot import conversation, door, phases, roster, zones
from bot.crew import AHEAD, Person, Phase, Stream
from bot.dates import read_new_time
from bot.desk import Desk
from bot.flow import Button, Step, Walk
from bot.message import Priority
from bot.place import rehearsed
from bot.replies import Conversation, Reply, Unclear
from bot.words import HourMinute, Piece, w
from flows.ready import air, calling, decision, early, gate_cards, gates, rules, wrapping
from flows.ready.tables import Decision

DAY = timedelta(days=1)


def wrap_command(desk: Desk, text: str) -> None:
    """/wrap: what is on air; else what nobody ever called live; else what was wrapped just now."""
    stream = calling.next_in(desk, Phase.LIVE)
    if stream is None and (never_called := newest(desk)):
        ask(desk, never_called)
    elif stream := stream or calling.next_in(desk, Phase.WRAP):
        wrapping.wrap(desk, stream)
    else:
        desk.reply(w("ready-nothing-to-wrap"))


def newest(desk: Desk) -> Stream | None:
    """The team's show that should have begun last, and was never called live."""
    assert desk.team is not None
    theirs = (Stream.team_id == desk.team.id, col(Stream.phase).in_(AHEAD), col(Stream.starts_at) <= desk.now)
    return desk.session.exec(select(Stream).where(*theirs).order_by(col(Stream.starts_at).desc())).first()


def ask(desk: Desk, stream: Stream) -> None:
    """There is nothing to wrap yet: was it on air, and since when?"""
    if calling.callable_now(desk, stream, *AHEAD):
        words, buttons = _question(stream)
        desk.say(desk.here, words, buttons=buttons, card=air.uncalled_card(stream), priority=Priority.REPLY)


def _question(stream: Stream) -> tuple[Piece, list[list[Button]]]:
    begun = str(int(stream.starts_at.timestamp()))
    since = Button(w("ready-button-since", at=HourMinute(stream.starts_at)), "ready.since", (stream.id, begun))
    other = Button(w("ready-button-since-other"), "ready.since_when", (stream.id,))
    off = Button(w("ready-button-off"), "ready.off", (stream.id,))
    words = w("ready-uncalled", title=stream.title, at=stream.starts_at)
    return words, [*air.live_now(stream), [since], [other], [off]]


def since(desk: Desk, stream: Stream, moment: str) -> None:
    """[It began at …]: stamped with that time, and wrapped."""
    air.live(desk, stream, moment)


def since_when(desk: Desk, stream: Stream) -> None:
    """[At another time]: asked in private."""
    if calling.callable_now(desk, stream, *AHEAD):
        desk.ask("ready.since", desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id)
        desk.toast(rehearsed(stream, w("ready-toast-when")))


def _steps(_desk: Desk, _talk: Conversation) -> list[Step]:
    return [Step("since", _ask_since, _read_since)]


def _ask_since(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = desk.get(Stream, talk.subject)
    asked = w("ready-ask-since", title=stream.title, at=stream.starts_at)
    return [asked, *zones.named(desk, desk.place_of(talk))]


def _read_since(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """An hour alone is of the planned day; planned before midnight, a show may have begun after it."""
    stream, said = desk.get(Stream, talk.subject), reply.understood
    days, zone = (stream.starts_at, stream.starts_at + DAY), zones.typed_in(desk)
    found = [read_new_time(said, day, desk.now, zone) for day in days] if said else []
    since = next((one[0] for one in found if one and rules.may_have_begun(stream.starts_at, one[0], desk.now)), None)
    if since is None:
        raise Unclear(w("ready-since-unfit"))
    return str(int(since.timestamp()))


def _known(desk: Desk, talk: Conversation) -> None:
    air.live(desk, desk.get(Stream, talk.subject), talk.answers["since"])


def _still_calls(desk: Desk, talk: Conversation) -> bool:
    return talk.person_id in {person.id for person in calling.callers(desk, desk.get(Stream, talk.subject))}


def off(desk: Desk, stream: Stream) -> None:
    """[It did not take place]: asked once more, of whoever pressed it alone, since everybody is told."""
    if _may_call_off(desk, stream):
        really = Button(w("ready-button-cancel-really"), "ready.off_really", (stream.id,))
        back = Button(w("ready-button-back"), "ready.off_back", (stream.id,))
        place, card = desk.private(desk.person, desk.team_of(stream)), _off_card(stream, desk.person)
        sure = w("ready-off-sure", title=stream.title)
        desk.say(place, sure, buttons=[[really], [back]], card=card, priority=Priority.REPLY)
        door.point(desk)


def back(desk: Desk, stream: Stream) -> None:
    if calling.callable_now(desk, stream, *AHEAD):
        words, buttons = _question(stream)
        desk.show(_off_card(stream, desk.person), words, buttons=buttons)


def _off_card(stream: Stream, person: Person) -> str:
    return f"ready-off:{stream.id}:{person.id}"


def withdraw(desk: Desk, stream: Stream) -> None:
    """What became of it is known, or it has another start: nobody is asked any more. Begun, the question's card says so."""
    conversation.close_all(desk, "ready.since", stream.id)
    asked = [_off_card(stream, person) for _, person in roster.members(desk, desk.team_of(stream))]
    if stream.live_at is None:
        asked.append(air.uncalled_card(stream))
    desk.show_all({card: ([became(stream)], ()) for card in asked})
    early.close(desk, stream, became(stream))


def became(stream: Stream) -> Piece:
    """What stands where somebody was asked whether it is on air: it is off, was on air, or has moved."""
    if stream.phase is Phase.CANCELLED:
        return w("ready-live-off", title=stream.title)
    if stream.live_at:
        return w("ready-told-live", title=stream.title, started=calling.started(stream))
    return w("ready-live-moved", title=stream.title, at=stream.starts_at)


def off_really(desk: Desk, stream: Stream) -> None:
    """Called off under the lead's name, as a NO-GO is."""
    if not _may_call_off(desk, stream):
        return
    gate = gates.newest(desk, stream)
    if gate and rules.may_still_change(gate):
        decision.decide(desk, stream, gate, Decision.CANCELLED)
    else:
        desk.log("ready-log-cancelled", team_id=stream.team_id, stream_id=stream.id)
    told = w("ready-told-off", title=stream.title, who=desk.person)
    decision.tell_everyone(desk, stream, told)
    phases.enter(desk, stream, Phase.CANCELLED)
    if gate:
        decision.show(desk, stream, gate)
    desk.show_all({card: ([told], ()) for card in (air.uncalled_card(stream), _off_card(stream, desk.person))})


def _may_call_off(desk: Desk, stream: Stream) -> bool:
    if not roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    return calling.callable_now(desk, stream, *AHEAD)


WALK = Walk(_steps, _known, urgent=True, may=_still_calls)
