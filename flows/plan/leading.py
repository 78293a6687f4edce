"""Who leads a show, and who is deputy: changed from its card, and passed on when one of them leaves."""

from bot import door, roster
from bot.crew import OVER, Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Piece, w
from flows.plan import ask_cards, cards, onward, shared

NOBODY = "0"
NAMED = 3
"""Leads named who can't be chosen."""


def choose(desk: Desk, stream: Stream) -> None:
    """[Lead]: everybody who could lead or be deputy, in the lead's private chat."""
    if not _open(desk, stream):
        return
    desk.say(
        desk.private(desk.person, desk.team_of(stream)),
        *_lines(desk, stream),
        buttons=_buttons(desk, stream),
        card=_card(stream),
        priority=Priority.REPLY,
    )
    door.point(desk)


def lead(desk: Desk, stream: Stream, chosen: str) -> None:
    """Somebody else leads from now on; a deputy who does swaps places with the lead."""
    person = _able(desk, stream, chosen, stream.lead_id)
    if person is None:
        return
    before = desk.get(Person, stream.lead_id)
    hand(desk, stream, person)
    _tell(desk, stream, person, w("plan-you-lead", title=stream.title, at=stream.starts_at, by=desk.person))
    gone = w("plan-you-lead-no-more", title=stream.title, at=stream.starts_at, by=desk.person, who=person)
    _tell(desk, stream, before, gone)
    onward.offer_lead(desk, stream)


def deputy(desk: Desk, stream: Stream, chosen: str) -> None:
    """Somebody else is asked after the lead from now on, or nobody: then the team's other leads are."""
    if chosen == NOBODY:
        _without_deputy(desk, stream)
        return
    person = _able(desk, stream, chosen, stream.deputy_id)
    if person is None:
        return
    if person.id == stream.lead_id:
        desk.refuse(w("plan-leads-already", who=person))
    make_deputy(desk, stream, person)
    told = w("plan-you-deputy", title=stream.title, at=stream.starts_at, who=desk.person_named(stream.lead_id))
    _tell(desk, stream, person, told)
    onward.offer_deputy(desk, stream)


def _without_deputy(desk: Desk, stream: Stream) -> None:
    if not _open(desk, stream):
        return
    stream.deputy_id = None
    desk.log("plan-log-deputy-none", team_id=stream.team_id, stream_id=stream.id)
    _refresh(desk, stream)


def hand(desk: Desk, stream: Stream, person: Person) -> None:
    """It is theirs now; nobody is told."""
    if person.id == stream.deputy_id:
        stream.deputy_id = stream.lead_id
    stream.lead_id = person.id
    key = "plan-log-lead-own" if person.id == desk.person.id else "plan-log-lead"
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, whom=person)
    _refresh(desk, stream)


def make_deputy(desk: Desk, stream: Stream, person: Person) -> None:
    stream.deputy_id = person.id
    key = "plan-log-deputy-own" if person.id == desk.person.id else "plan-log-deputy"
    desk.log(key, team_id=stream.team_id, stream_id=stream.id, whom=person)
    _refresh(desk, stream)


def succeed(desk: Desk, stream: Stream, person: Person) -> None:
    """Who led, or was deputy, has left the team: whoever leads now is told."""
    if now := pass_on(desk, stream, person):
        told = w("plan-you-lead-now", title=stream.title, at=stream.starts_at, who=person)
        desk.say(desk.private(now, desk.team_of(stream)), told)


def pass_on(desk: Desk, stream: Stream, person: Person) -> Person | None:
    """Somebody leads no more, or is deputy no more: the deputy leads, and another lead is deputy. Says who leads now,
    if it is somebody else."""
    if person.id not in (stream.lead_id, stream.deputy_id):
        return None
    others = [one for one in roster.lead_chain(desk, stream) if one.id != person.id and _is_here(desk, stream, one)]
    now = others[0] if person.id == stream.lead_id and others else None
    if now:
        stream.lead_id = now.id
        desk.log("plan-log-lead-on", team_id=stream.team_id, stream_id=stream.id, whom=now)
    seconds = (one.id for one in others if one.id != stream.lead_id and one.reachable)
    stream.deputy_id = next(seconds, None)
    desk.touch(stream)
    shared.refresh_shared(desk, stream)
    return now


def _is_here(desk: Desk, stream: Stream, person: Person) -> bool:
    return roster.membership(desk.session, stream.team_id, person.id) is not None


def _able(desk: Desk, stream: Stream, chosen: str, now: int | None) -> Person | None:
    """The one that was pressed, if they still could be it; who is it already is named."""
    if not _open(desk, stream):
        return None
    person = desk.session.get(Person, int(chosen)) if chosen.isdigit() else None
    if person is None or person.id not in {one.id for one in _candidates(desk, stream)}:
        desk.refuse(w("plan-cannot-lead", who=person.name if person else "—"))
    if person.id == now:
        desk.toast(w("plan-leads-already", who=person))
        return None
    if not person.reachable:
        desk.refuse(w("plan-lead-unreached", who=person))
    return person


def _candidates(desk: Desk, stream: Stream) -> list[Person]:
    """The team's leads, and whoever decides the go in this crew."""
    go = roster.assigned(desk, stream, desk.house.playbook_of(stream).go)
    return list(roster.once([*roster.leads(desk, desk.team_of(stream)), *go]))


def _open(desk: Desk, stream: Stream) -> bool:
    if stream.phase not in OVER:
        return True
    desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
    return False


def _tell(desk: Desk, stream: Stream, person: Person, words: Piece) -> None:
    if person.id != desk.person.id:
        desk.say(desk.private(person, desk.team_of(stream)), words)


def _refresh(desk: Desk, stream: Stream) -> None:
    desk.touch(stream)
    ask_cards.refresh_all(desk, stream)
    desk.show(_card(stream), *_lines(desk, stream), buttons=_buttons(desk, stream))


def _lines(desk: Desk, stream: Stream) -> list[Piece]:
    """Who is a lead and can't be chosen is named, with what it takes."""
    silent = [one.name for one in _candidates(desk, stream) if not one.reachable]
    return [
        w("plan-lead-of", title=stream.title),
        cards.when(stream),
        cards.lead_line(desk, stream),
        w("plan-lead-how" if roster.deputy(desk, stream) else "plan-lead-how-alone"),
        *([w("plan-lead-unreached", who=cards.some_people(silent, NAMED))] if silent else []),
    ]


def _buttons(desk: Desk, stream: Stream) -> list[list[Button]]:
    found = [one for one in _candidates(desk, stream) if one.reachable]
    leads = [
        Button(w("plan-make-lead", who=one), "plan.led", (stream.id, one.id))
        for one in found
        if one.id != stream.lead_id
    ]
    deputies = [
        Button(w("plan-make-deputy", who=one), "plan.deputy", (stream.id, one.id))
        for one in found
        if one.id not in (stream.lead_id, stream.deputy_id)
    ]
    if stream.deputy_id:
        deputies.append(Button(w("plan-make-deputy-none"), "plan.deputy", (stream.id, NOBODY)))
    return [*cards.rows(leads, 2), *cards.rows(deputies, 2)]


def _card(stream: Stream) -> str:
    return f"plan:lead:{stream.id}"
