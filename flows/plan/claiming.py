"""[I'll take it]: a seat with nobody goes to somebody who has the role and is free."""

from bot import door, roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.message import Priority
from bot.words import w
from flows.plan import ask_cards, asking, cards, presence, shared


def claim(desk: Desk, seat: Assignment) -> None:
    """[I'll take it]: by somebody who holds or backs up the role and is free."""
    stream = desk.get(Stream, seat.stream_id)
    role = cards.name_of(desk, stream, seat)
    if stream.phase not in AHEAD:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
        return
    if presence.state(seat) in (Answer.ASKED, Answer.ACCEPTED):
        desk.toast(w("plan-seat-taken", role=role, who=desk.person_named(seat.person_id)))
        return
    _check_fit(desk, stream, seat)
    before = desk.session.get(Person, seat.person_id) if seat.person_id else None
    asking.put(desk, stream, seat, desk.person)
    desk.log("plan-log-claimed", team_id=stream.team_id, stream_id=stream.id, role=role)
    taken = w("plan-claimed", role=role, at=stream.starts_at)
    desk.toast(taken)
    desk.show(_which(desk, stream), taken)
    asking.ask(desk, stream, desk.person)
    asking.tell_lead(
        desk,
        stream,
        w("plan-claimed-lead", who=desk.person, role=role, title=stream.title),
        buttons=[],
        but=desk.person,
    )
    desk.tell(stream, Change.CREW)
    if before:
        ask_cards.refresh(desk, stream, before)


def claims(desk: Desk, stream: Stream) -> None:
    """Where several roles are open: the one that the presser has, at once; of more than one they say which."""
    seats, team = shared.open_roles(desk, stream), desk.team_of(stream)
    mine = [seat for seat in seats if _has_role(desk, stream, seat)]
    if stream.phase not in AHEAD:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
    elif not seats:
        desk.toast(w("plan-claims-none"))
    elif not mine:
        desk.toast(w("plan-claims-unqualified", roles=cards.names_of(desk, stream, seats)), alert=True)
    elif len(mine) == 1:
        claim(desk, mine[0])
    else:
        buttons = cards.rows([shared.claim_button(desk, stream, seat) for seat in mine])
        line = w("plan-claims-which", title=stream.title, at=stream.starts_at)
        place, card = desk.private(desk.person, team), _which(desk, stream)
        desk.say(place, line, buttons=buttons, card=card, priority=Priority.REPLY)
        door.point(desk)


def _which(desk: Desk, stream: Stream) -> str:
    """Where somebody was asked which seat they take."""
    return f"plan:which:{stream.id}:{desk.person.id}"


def _has_role(desk: Desk, stream: Stream, seat: Assignment) -> bool:
    return desk.person.id in {person.id for person in roster.qualified(desk, desk.team_of(stream), seat.role)}


def _check_fit(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """Who claims a seat holds its role, is free, and sits in no seat that doesn't go with it."""
    role, playbook = cards.name_of(desk, stream, seat), desk.house.playbook_of(stream)
    if not _has_role(desk, stream, seat):
        desk.refuse(w("plan-claim-unqualified", role=role))
    for held in roster.roles_in(desk, stream, desk.person):
        if held == seat.role or not playbook.may_pair(held, seat.role):
            desk.refuse(w("plan-claim-no-pair", role=role))
    if why := roster.barred(desk, stream, seat.role, desk.person):
        desk.refuse(w("plan-claim-not-free", why=why))
