"""On air and off: the stamp of the real start, with or without a GO, and the wrap that names what is still open."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import door, phases, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.cues import From
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import rehearsed
from bot.words import HourMinute, Joined, Words, w
from flows.ready import gate, gate_cards, lateness, roll, rules
from flows.ready.tables import Decision

ASK_AGAIN = timedelta(minutes=5)


def golive_command(desk: Desk, text: str) -> None:
    """/golive"""
    stream = next_in(desk, Phase.STANDBY, Phase.LIVE, Phase.PREP)
    if stream is None:
        desk.reply(w("ready-nothing-to-start"))
        return
    live(desk, stream)


def live(desk: Desk, stream: Stream, since: str = "") -> None:
    """[We are live], or a start told afterwards (`since`, in seconds): stamped at once after a GO; without one only a
    lead may, and confirms it."""
    if not callable_now(desk, stream, *AHEAD) or not _may_have_begun(desk, stream, since):
        return
    newest = roll.newest_gate(desk, stream)
    if newest and newest.decision is Decision.GO:
        _stamp(desk, stream, since)
    elif roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        _confirm(desk, stream, desk.person, w("ready-live-no-go", title=stream.title), since)
    else:
        lead = roster.lead_chain(desk, stream)[0]
        _confirm(desk, stream, lead, w("ready-live-asks-lead", title=stream.title, who=desk.person), since)
        desk.toast(rehearsed(stream, w("ready-toast-no-go", who=lead)), alert=True)


def live_anyway(desk: Desk, stream: Stream, since: str = "") -> None:
    """[Live without a GO]: on the record, under the lead's name."""
    if not callable_now(desk, stream, *AHEAD) or not _may_have_begun(desk, stream, since):
        return
    if not roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    gate.keep_override(desk, stream, None)
    _stamp(desk, stream, since)


def not_live(desk: Desk, stream: Stream) -> None:
    """[Not yet]: asked again shortly."""
    if not callable_now(desk, stream, *AHEAD):
        return
    at = desk.now + ASK_AGAIN
    desk.acknowledge("ready.live", stream.id)
    desk.cue("ready.live", stream.id, team_id=stream.team_id, stream=stream, at=at, note=at.isoformat())
    desk.show(live_card(stream), w("ready-live-later", title=stream.title, at=HourMinute(at)), buttons=live_now(stream))
    desk.toast(rehearsed(stream, w("ready-toast-again", at=HourMinute(at))))


def wrap(desk: Desk, stream: Stream) -> None:
    """[Wrap]: what is still open is named first."""
    if not callable_now(desk, stream, Phase.LIVE):
        return
    found = gate_cards.points(desk, stream, ())
    if not found:
        _end(desk, stream)
        return
    shown = [w("ready-wrap-point", point=point.line) for point in found[: gate_cards.SHOWN]]
    rest = [w("ready-more", count=len(found) - len(shown))] if len(found) > len(shown) else []
    anyway = Button(w("ready-button-wrap-anyway"), "ready.wrap_anyway", (stream.id,))
    buttons = [[anyway, Button(w("ready-button-still-not"), "ready.not_wrap", (stream.id,))]]
    head = w("ready-wrap-open", title=stream.title)
    desk.reply(head, *shown, *rest, buttons=buttons, card=wrap_card(stream))


def wrap_anyway(desk: Desk, stream: Stream) -> None:
    if callable_now(desk, stream, Phase.LIVE):
        _end(desk, stream)


def not_wrap(desk: Desk, stream: Stream) -> None:
    """[Not yet]: the next ask of the playbook comes, and /wrap is always there."""
    if not callable_now(desk, stream, Phase.LIVE):
        return
    desk.acknowledge("ready.wrap", stream.id)
    plan_wrap(desk, stream)
    desk.show(wrap_card(stream), w("ready-wrap-later", title=stream.title))
    desk.toast(w("ready-toast-wrap-later"))


def plan_wrap(desk: Desk, stream: Stream) -> None:
    """Every ask of the playbook that is still to come."""
    desk.read_ahead(stream, "ready")
    for number, offset in enumerate(desk.house.playbook_of(stream).wrap.asks):
        at = offset.at(stream.zero, stream.ends_at)
        counted = From.START if offset.base == "start" else From.END
        if at > desk.now:
            desk.cue(
                "ready.wrap",
                stream.id,
                team_id=stream.team_id,
                stream=stream,
                counted=counted,
                offset=offset.by,
                note=str(number),
            )


def callers(desk: Desk, stream: Stream) -> list[Person]:
    """Whom to ask about the air: the caller of the show, whoever stands in for them in the crew, then the leads."""
    playbook = desk.house.playbook_of(stream)
    people = list(roster.holders(desk, stream, playbook.caller))
    for role in playbook.stand_ins(playbook.caller)[:1] if not people else ():
        people += roster.holders(desk, stream, role.key)
    return list(roster.once([*people, *roster.lead_chain(desk, stream)]))


def live_card(stream: Stream) -> str:
    return f"ready-live:{stream.id}"


def uncalled_card(stream: Stream) -> str:
    return f"ready-uncalled:{stream.id}"


def wrap_card(stream: Stream) -> str:
    return f"ready-wrap:{stream.id}"


def live_now(stream: Stream) -> list[list[Button]]:
    return [[Button(w("ready-button-live"), "ready.live", (stream.id,))]]


def started(stream: Stream) -> Words:
    """When it went on air, and how that compares with the plan."""
    assert stream.live_at is not None
    word, span = rules.punctuality(stream.starts_at, stream.live_at)
    return w(f"ready-started-{word}", at=HourMinute(stream.live_at), span=span)


def _may_have_begun(desk: Desk, stream: Stream, since: str) -> bool:
    """A button may be forged, or older than a move of the show."""
    fits = not since or rules.began(stream.starts_at, since, desk.now) is not None
    if not fits:
        desk.toast(w("ready-since-unfit"))
    return fits


def _stamp(desk: Desk, stream: Stream, since: str) -> None:
    if at := rules.began(stream.starts_at, since, desk.now):
        _stamp_past(desk, stream, at)
        return
    phases.enter(desk, stream, Phase.LIVE)
    word, span = rules.punctuality(stream.starts_at, desk.now)
    desk.log(f"ready-log-live-{word}", team_id=stream.team_id, stream_id=stream.id, at=desk.now, span=span)
    _announce(desk, stream, "ready-told-live")


def _stamp_past(desk: Desk, stream: Stream, at: datetime) -> None:
    """Told afterwards the show is over, and was never live here: nobody goes on duty, nothing is counted from back then,
    and what is still open is in the report. The review is planned from now, before the end is dated back."""
    stream.live_at = at
    phases.enter(desk, stream, Phase.WRAP)
    stream.wrapped_at = rules.ended(at, stream.ends_at, stream.length, desk.now)
    desk.log("ready-log-live-since", team_id=stream.team_id, stream_id=stream.id, at=at)
    _announce(desk, stream, "ready-told-since")
    _end(desk, stream)


def _announce(desk: Desk, stream: Stream, word: str) -> None:
    told = w(word, title=stream.title, started=started(stream))
    desk.say(desk.group(desk.team_of(stream)), told, priority=Priority.LIVE)
    desk.show_all({card: ([told], ()) for card in (live_card(stream), uncalled_card(stream))})
    desk.toast(rehearsed(stream, started(stream)))
    lateness.ask(desk, stream)


def _confirm(desk: Desk, stream: Stream, lead: Person, words: Words, since: str) -> None:
    anyway = Button(w("ready-button-live-anyway"), "ready.live_anyway", (stream.id, *([since] if since else [])))
    place = desk.private(lead, desk.team_of(stream))
    at = rules.began(stream.starts_at, since, desk.now)
    what = w("ready-live-since", at=HourMinute(at)) if at else w("ready-live-now")
    desk.say(place, words, what, buttons=[[anyway]], card=live_card(stream), priority=Priority.LIVE)
    if lead.id == desk.person.id:
        door.point(desk)


def _end(desk: Desk, stream: Stream) -> None:
    """An end before now is the planned one: nobody said when it was."""
    phases.enter(desk, stream, Phase.WRAP)
    at = stream.wrapped_at
    assert stream.live_at is not None and at is not None
    on_air, over, planned = rules.between(stream.live_at, at), rules.between(stream.ends_at, at), at < desk.now
    word = "ready-told-wrap-over" if over >= rules.ON_TIME else "ready-told-wrap"
    word = "ready-told-wrap-planned" if planned else word
    told = w(word, title=stream.title, at=HourMinute(at), on_air=on_air, over=over)
    key = "ready-log-wrap-planned" if planned else "ready-log-wrap"
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, at=at, on_air=on_air)
    desk.say(desk.group(desk.team_of(stream)), told, priority=Priority.LIVE)
    desk.show(wrap_card(stream), told)
    desk.toast(rehearsed(stream, w("ready-toast-wrapped")))


def may_call(desk: Desk, stream: Stream) -> bool:
    """The caller, whoever stands in for them in the crew, and leads."""
    playbook = desk.house.playbook_of(stream)
    roles = [playbook.caller, *(role.key for role in playbook.stand_ins(playbook.caller))]
    return roster.may_act(desk, stream, [person for role in roles for person in roster.holders(desk, stream, role)])


def callable_now(desk: Desk, stream: Stream, *when: Phase) -> bool:
    """Whether this person may call the show, and the show is where the call makes sense."""
    if not may_call(desk, stream):
        desk.refuse(
            rehearsed(
                stream, w("ready-not-the-caller", who=Joined([person.name for person in callers(desk, stream)[:2]]))
            )
        )
    if stream.phase in when:
        return True
    desk.toast(_whereabouts(stream))
    return False


def _whereabouts(stream: Stream) -> Words:
    """What has happened since the button was made."""
    if stream.phase is Phase.LIVE:
        return rehearsed(stream, started(stream))
    if stream.wrapped_at:
        return rehearsed(stream, w("ready-already-wrapped", at=HourMinute(stream.wrapped_at)))
    return rehearsed(stream, w("ready-not-now", phase=w(f"phase-{stream.phase}")))


def next_in(desk: Desk, *order: Phase) -> Stream | None:
    """The team's show that is meant: in the first of these phases, the soonest."""
    assert desk.team is not None
    found = desk.session.exec(
        select(Stream)
        .where(Stream.team_id == desk.team.id, col(Stream.phase).in_(order))
        .order_by(col(Stream.starts_at))
    ).all()
    return min(found, key=lambda stream: order.index(stream.phase), default=None)
