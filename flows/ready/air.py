"""On air: the stamp of the real start, with or without a GO, or told afterwards."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import phases, roster
from bot.crew import AHEAD, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.place import rehearsed
from bot.words import HourMinute, Words, w
from flows.ready import calling, early, gate, gate_cards, gates, lateness, rules, wrapping
from flows.ready.tables import Decision

ASK_AGAIN = timedelta(minutes=5)


def golive_command(desk: Desk, text: str) -> None:
    """/golive"""
    stream = calling.next_in(desk, Phase.STANDBY, Phase.LIVE, Phase.PREP)
    if stream is None:
        desk.reply(w("ready-nothing-to-start"))
        return
    live(desk, stream)


def live(desk: Desk, stream: Stream, since: str = "") -> None:
    """[We are live], or a start told afterwards (`since`, in seconds): stamped at once after a GO; without one only a
    lead may, and confirms it. Long before the start whoever presses is asked first."""
    if not calling.callable_now(desk, stream, *AHEAD) or not _may_have_begun(desk, stream, since):
        return
    confirms = not _may_go(desk, stream) and roster.may_act(desk, stream, gate_cards.deciders(desk, stream))
    if early.is_early(desk, stream) and not since and not confirms:
        early.ask_presser(desk, stream)
    else:
        _begin(desk, stream, since)


def live_as_planned(desk: Desk, stream: Stream) -> None:
    """[Live since 20:00]: it began on time, and nobody had a hand free to say so before they were asked."""
    if not calling.callable_now(desk, stream, *AHEAD):
        return
    if _may_go(desk, stream) and stream.starts_at <= desk.now:
        _stamp_live(desk, stream, stream.starts_at)
    else:
        _begin(desk, stream, "")


def live_sure(desk: Desk, stream: Stream) -> None:
    """[Yes, on air]"""
    if calling.callable_now(desk, stream, *AHEAD):
        early.sure(desk, stream)
        _begin(desk, stream, "")


def live_slip(desk: Desk, stream: Stream) -> None:
    if calling.callable_now(desk, stream, *AHEAD):
        early.slip(desk, stream)


def _may_go(desk: Desk, stream: Stream) -> bool:
    newest = gates.newest(desk, stream)
    return newest is not None and newest.decision is Decision.GO


def _begin(desk: Desk, stream: Stream, since: str) -> None:
    if _may_go(desk, stream):
        _stamp(desk, stream, since)
    elif roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        early.ask_lead(desk, stream, desk.person, since)
    else:
        lead = roster.lead_chain(desk, stream)[0]
        early.ask_lead(desk, stream, lead, since)
        desk.toast(rehearsed(stream, w("ready-toast-no-go", who=lead)), alert=True)


def live_anyway(desk: Desk, stream: Stream, since: str = "") -> None:
    """[Live without a GO]: on the record, under the lead's name."""
    if not calling.callable_now(desk, stream, *AHEAD) or not _may_have_begun(desk, stream, since):
        return
    if not roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    gate.keep_override(desk, stream, None)
    _stamp(desk, stream, since)


def not_live(desk: Desk, stream: Stream) -> None:
    """[Not yet]: asked again shortly."""
    if not calling.callable_now(desk, stream, *AHEAD):
        return
    at = desk.now + ASK_AGAIN
    desk.acknowledge("ready.live", stream.id)
    desk.cue("ready.live", stream.id, team_id=stream.team_id, stream=stream, at=at, note=at.isoformat())
    desk.show(live_card(stream), w("ready-live-later", title=stream.title, at=HourMinute(at)), buttons=live_now(stream))
    desk.toast(rehearsed(stream, w("ready-toast-again", at=HourMinute(at))))


def live_card(stream: Stream) -> str:
    return f"ready-live:{stream.id}"


def uncalled_card(stream: Stream) -> str:
    return f"ready-uncalled:{stream.id}"


def live_now(stream: Stream) -> list[list[Button]]:
    return [[Button(w("ready-button-live"), "ready.live", (stream.id,))]]


def when_asked(desk: Desk, stream: Stream, *, again: bool) -> list[list[Button]]:
    """What the question offers: since its planned start, where that may be; whoever said no a while ago began later."""
    not_yet = Button(w("ready-button-still-not"), "ready.not_live", (stream.id,))
    if again or not _may_go(desk, stream):
        return [[*live_now(stream)[0], not_yet]]
    planned = Button(
        w("ready-button-live-since", at=HourMinute(stream.starts_at)), "ready.live_as_planned", (stream.id,)
    )
    return [[planned], [Button(w("ready-button-live-now"), "ready.live", (stream.id,)), not_yet]]


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
    _stamp_live(desk, stream, desk.now)


def _stamp_live(desk: Desk, stream: Stream, at: datetime) -> None:
    phases.enter(desk, stream, Phase.LIVE, since=at)
    word, span = rules.punctuality(stream.starts_at, at)
    desk.log(f"ready-log-live-{word}", team_id=stream.team_id, stream_id=stream.id, at=at, span=span)
    _announce(desk, stream, "ready-told-live")


def _stamp_past(desk: Desk, stream: Stream, at: datetime) -> None:
    """Told afterwards the show is over, and was never live here: nobody goes on duty, nothing is counted from back then,
    and what is still open is in the report. The review is planned from now, before the end is dated back."""
    stream.live_at = at
    phases.enter(desk, stream, Phase.WRAP)
    stream.wrapped_at = rules.ended(at, stream.ends_at, stream.length, desk.now)
    desk.log("ready-log-live-since", team_id=stream.team_id, stream_id=stream.id, at=at)
    _announce(desk, stream, "ready-told-since")
    wrapping.end(desk, stream)


def _tell_group(desk: Desk, stream: Stream, told: Words) -> None:
    """Where the group itself was asked, the question becomes the news: nobody reads it twice."""
    group, news = desk.group(desk.team_of(stream)), f"ready-told-live:{stream.id}"
    asked = col(Message.card).in_((live_card(stream), uncalled_card(stream)))
    copies = desk.session.exec(select(Message).where(asked, Message.chat_id == group.chat_id)).all()
    for copy in copies:
        copy.card = news
    if copies:
        desk.show(news, told)
    else:
        desk.say(group, told, priority=Priority.LIVE)


def _announce(desk: Desk, stream: Stream, word: str) -> None:
    told = w(word, title=stream.title, started=calling.started(stream))
    _tell_group(desk, stream, told)
    here = w("ready-live-done", title=stream.title, at=HourMinute(stream.live_at or desk.now))
    desk.show_all({card: ([here], ()) for card in (live_card(stream), uncalled_card(stream))})
    early.close(desk, stream, here)
    desk.toast(rehearsed(stream, calling.started(stream)))
    lateness.ask(desk, stream)
