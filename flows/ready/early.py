"""A start that is called too soon: whoever presses is asked first, and a lead has a no as well as a yes."""

from collections.abc import Iterable
from datetime import timedelta

from sqlmodel import col, select

from bot import door, roster
from bot.crew import AHEAD, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message, Priority
from bot.place import rehearsed
from bot.words import HourMinute, Piece, w
from flows.ready import gate_cards, rules

SOON = timedelta(minutes=5)
"""Earlier than this before its planned start a show is hardly on air: a slip of the thumb is."""


def is_early(desk: Desk, stream: Stream) -> bool:
    """At a rehearsal people begin when they are there."""
    return not stream.rehearsal and stream.starts_at - desk.now > SOON


def ask_presser(desk: Desk, stream: Stream) -> None:
    """Really? Asked of the one who pressed alone: nobody else need know of a slip."""
    yes = Button(w("ready-button-sure"), "ready.live_sure", (stream.id,))
    no = Button(w("ready-button-slip"), "ready.live_slip", (stream.id,))
    place, card = desk.private(desk.person, desk.team_of(stream)), _sure_card(stream, desk.person)
    desk.say(place, _how_early(desk, stream), buttons=[[yes, no]], card=card, priority=Priority.REPLY)
    door.point(desk)


def slip(desk: Desk, stream: Stream) -> None:
    """[No, a slip]"""
    desk.show(_sure_card(stream, desk.person), w("ready-early-slip", title=stream.title))
    _leave(desk, stream, [_sure_card(stream, desk.person)])


def sure(desk: Desk, stream: Stream) -> None:
    """[Yes, on air]: nothing is left to press there."""
    desk.show(_sure_card(stream, desk.person), w("ready-early-sure", title=stream.title))


def ask_lead(desk: Desk, stream: Stream, lead: Person, since: str) -> None:
    """Without a GO a lead confirms the start, or says that it is none."""
    by_lead = lead.id == desk.person.id
    asked = w("ready-live-no-go" if by_lead else "ready-live-asks-lead", title=stream.title, who=desk.person)
    at = rules.began(stream.starts_at, since, desk.now)
    early = [_how_early(desk, stream)] if at is None and is_early(desk, stream) else []
    what = w("ready-live-since", at=HourMinute(at)) if at else w("ready-live-now")
    anyway = Button(w("ready-button-live-anyway"), "ready.live_anyway", (stream.id, *([since] if since else [])))
    not_live = Button(w("ready-button-not-on-air"), "ready.not_on_air", (stream.id, desk.person.id))
    place = desk.private(lead, desk.team_of(stream))
    buttons = [[anyway, not_live]]
    desk.say(place, asked, *early, what, buttons=buttons, card=_lead_card(stream, lead), priority=Priority.LIVE)
    if by_lead:
        door.point(desk)


def not_on_air(desk: Desk, stream: Stream, person_id: str) -> None:
    """[Not on air]: a lead says so, and whoever pressed hears it."""
    if not roster.may_act(desk, stream, gate_cards.deciders(desk, stream)):
        desk.refuse(rehearsed(stream, w("ready-lead-decides", who=roster.lead_chain(desk, stream)[0])))
    if stream.phase not in AHEAD:
        desk.toast(rehearsed(stream, w("ready-not-now", phase=w(f"phase-{stream.phase}"))))
        return
    about = {"title": stream.title, "at": HourMinute(stream.starts_at)}
    told, asked = w("ready-early-not", who=desk.person, **about), _lead_cards(desk, stream)
    own = _lead_card(stream, desk.person)
    desk.show_all({card: ([w("ready-early-not-you", **about) if card == own else told], ()) for card in asked})
    _leave(desk, stream, asked)
    presser = next((one for _, one in roster.members(desk, desk.team_of(stream)) if str(one.id) == person_id), None)
    if presser and presser.id != desk.person.id:
        desk.say(desk.private(presser, desk.team_of(stream)), told)


def close(desk: Desk, stream: Stream, words: Piece) -> None:
    """What they were asked is answered elsewhere."""
    asked = [_sure_card(stream, person) for _, person in roster.members(desk, desk.team_of(stream))]
    desk.show_all({card: ([words], ()) for card in (*_lead_cards(desk, stream), *asked)})


def _leave(desk: Desk, stream: Stream, cards: Iterable[str]) -> None:
    """Answered, they stay as they are, whatever is asked and decided later."""
    for copy in desk.session.exec(select(Message).where(col(Message.card).in_(cards))):
        copy.card = f"ready-early-past:{stream.id}"


def _lead_cards(desk: Desk, stream: Stream) -> list[str]:
    return [_lead_card(stream, person) for _, person in roster.members(desk, desk.team_of(stream))]


def _how_early(desk: Desk, stream: Stream) -> Piece:
    left = rules.between(desk.now, stream.starts_at)
    return w("ready-early", title=stream.title, span=left, at=HourMinute(stream.starts_at))


def _sure_card(stream: Stream, person: Person) -> str:
    return f"ready-sure:{stream.id}:{person.id}"


def _lead_card(stream: Stream, person: Person) -> str:
    return f"ready-early:{stream.id}:{person.id}"
