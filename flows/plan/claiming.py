"""[I'll take it]: a seat with nobody goes to somebody who has the role and is free."""

from bot import door, roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.message import Priority
from bot.words import Words, w
from flows.plan import ask_cards, asking, cards, presence, seated, shared, standing_in, volunteering


def claim(desk: Desk, seat: Assignment) -> None:
    """[I'll take it]: by somebody who holds or backs up the role and is free, at once; whoever may stand in for it, or
    would leave a seat for it, asks the lead by that."""
    stream = desk.get(Stream, seat.stream_id)
    role = cards.name_of(desk, stream, seat)
    if stream.phase not in AHEAD:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
        return
    if presence.state(seat) in (Answer.ASKED, Answer.ACCEPTED):
        desk.toast(w("plan-seat-taken", role=role, who=desk.person_named(seat.person_id)))
        return
    _must_fit(desk, stream, seat)
    known = standing_in.has_role(desk, stream, seat.role, desk.person)
    if not known or seated.elsewhere(desk, stream, seat, desk.person):
        volunteering.offer(desk, stream, seat)
        return
    _take(desk, stream, seat)


def _take(desk: Desk, stream: Stream, seat: Assignment) -> None:
    role = cards.name_of(desk, stream, seat)
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
    mine = [seat for seat in seats if _could(desk, stream, seat)]
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


def _could(desk: Desk, stream: Stream, seat: Assignment) -> bool:
    """Whether the presser has the role, or may stand in for it."""
    known = standing_in.has_role(desk, stream, seat.role, desk.person)
    return known or standing_in.through(desk, stream, seat.role, desk.person) is not None


def _must_fit(desk: Desk, stream: Stream, seat: Assignment) -> None:
    """Who claims a seat holds its role or may stand in for it, is free, and has no other seat of the same role."""
    role = cards.name_of(desk, stream, seat)
    if not _could(desk, stream, seat):
        desk.refuse(_unqualified(desk, stream, seat))
    if seat.role in roster.roles_in(desk, stream, desk.person):
        desk.refuse(w("plan-claim-no-pair", role=role))
    if why := roster.barred(desk, stream, seat.role, desk.person):
        desk.refuse(w("plan-claim-not-free", why=why))


def _unqualified(desk: Desk, stream: Stream, seat: Assignment) -> Words:
    """What it takes; and at once, that a seat of their own would stand in the way even then."""
    role = cards.name_of(desk, stream, seat)
    if held := seated.elsewhere(desk, stream, seat, desk.person):
        about = {"role": role, "held": cards.names_of(desk, stream, held)}
        return w("plan-claim-unqualified-held", **about, who=roster.lead_chain(desk, stream)[0])
    return w("plan-claim-unqualified", role=role)
