"""Lead rights: given and taken, by a lead or by Telegram, and what becomes of what their holder had under way."""

from bot import conversation, roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.words import Piece, Words, w


def give(desk: Desk, member: Member, told: Words) -> None:
    """The person reads from whom."""
    member.lead = True
    desk.session.flush()
    _tell(desk, member, told)


def take(desk: Desk, member: Member, told: Words) -> None:
    """The shows that the person led go over to whoever leads now, and no question is left open that only leads decide."""
    member.lead = member.lead_as_admin = False
    desk.session.flush()
    passed = [line for flow in desk.house.flows for line in flow.stepped_down(desk, member)]
    closed = [w("team-asked-no-more")] if conversation.close_of(desk, member, barred=True) else []
    _tell(desk, member, told, *passed, *closed)


def _tell(desk: Desk, member: Member, *told: Piece) -> None:
    person = desk.get(Person, member.person_id)
    desk.say(desk.private(person, desk.get(Team, member.team_id)), *told)


def keep_a_lead(desk: Desk, member: Member) -> None:
    if is_last(desk, member):
        desk.refuse(w("team-last-lead"))


def is_last(desk: Desk, member: Member) -> bool:
    """Nobody else could decide anything."""
    return member.lead and len(roster.leads(desk, desk.get(Team, member.team_id))) == 1
