"""How somebody gets into the team: at once, or, where a lead took them out, on a lead's word."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import w
from flows.team import comings
from flows.team.setup import enrol


def come_in(desk: Desk, team: Team) -> Member | None:
    """An admin of the group leads; None is whoever has to wait for a lead."""
    admin = desk.person.id in {author.id for author in desk.admins or ()}
    former = roster.former(desk.session, team.id, desk.person.id)
    leads = roster.leads(desk, team)
    if former and former.taken_out and leads and not admin:
        _ask(desk, team, former, whom(desk, team, leads))
        return None
    desk.member = enrol(desk, team, desk.person, admin=admin)
    if desk.admins is not None and not admin:
        comings.demoted(desk)
    return desk.member


def whom(desk: Desk, team: Team, leads: Sequence[Person]) -> Person:
    """The first who is there to be asked, and whose private chat is not closed."""
    there = [lead for lead in roster.within_call(desk, team, leads) if lead.reachable]
    return next(iter([*there, *roster.within_call(desk, team, leads), *leads]))


def _ask(desk: Desk, team: Team, member: Member, lead: Person) -> None:
    """Once, however often they try; the person reads whom I asked."""
    desk.toast(w("team-come-asked", who=lead), alert=True)
    button = Button(w("team-take-in"), "team.takein", (member.id,))
    place = desk.private(lead, team)
    desk.post(place, _asks(member), w("team-come-asks", who=desk.person, team=team.title), buttons=[[button]])


def taken_in(desk: Desk, member: Member) -> None:
    """Whoever was asked reads how it ended; taken out once more, it is asked anew."""
    cards = _asks(member), put_out(member)
    for card in cards:
        desk.show(card, w("team-back", who=desk.person_named(member.person_id)))
    for asked in desk.session.exec(select(Message).where(col(Message.card).in_(cards))):
        asked.card = None


def _asks(member: Member) -> str:
    return f"team:asks:{member.id}"


def put_out(member: Member) -> str:
    """The card that tells a lead of it, with the way back."""
    return f"team:out:{member.id}"
