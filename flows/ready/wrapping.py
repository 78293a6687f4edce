"""Off air: what is still open is named first, and the end is stamped."""

from bot import phases
from bot.crew import Phase, Stream
from bot.cues import From
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import rehearsed
from bot.words import HourMinute, w
from flows.ready import calling, gate_cards, gates, rules


def wrap(desk: Desk, stream: Stream) -> None:
    """[Wrap]: what is still open is named first."""
    if not calling.callable_now(desk, stream, Phase.LIVE):
        return
    found = [point for point in gates.points(desk, stream, ()) if not point.hard]  # what the gate let pass is over
    if not found:
        end(desk, stream)
        return
    shown = [w("ready-wrap-point", point=point.line) for point in found[: gate_cards.SHOWN]]
    hidden = sum(point.count for point in found[gate_cards.SHOWN :])
    rest = [w("ready-more", count=hidden)] if hidden else []
    anyway = Button(w("ready-button-wrap-anyway"), "ready.wrap_anyway", (stream.id,))
    buttons = [[anyway, Button(w("ready-button-still-not"), "ready.not_wrap", (stream.id,))]]
    head = w("ready-wrap-open", title=stream.title)
    desk.reply(head, *shown, *rest, buttons=buttons, card=wrap_card(stream))


def wrap_anyway(desk: Desk, stream: Stream) -> None:
    if calling.callable_now(desk, stream, Phase.LIVE):
        end(desk, stream)


def not_wrap(desk: Desk, stream: Stream) -> None:
    """[Not yet]: the next ask of the playbook comes, and /wrap is always there."""
    if not calling.callable_now(desk, stream, Phase.LIVE):
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


def end(desk: Desk, stream: Stream) -> None:
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
    desk.show(wrap_card(stream), w("ready-wrap-done", title=stream.title, at=HourMinute(at)))
    desk.toast(rehearsed(stream, w("ready-toast-wrapped")))


def wrap_card(stream: Stream) -> str:
    return f"ready-wrap:{stream.id}"
