"""Which teams a person means who says something about themselves: the group's own, in private all of them."""

from bot import roster
from bot.crew import Member
from bot.desk import Desk
from bot.whereabouts import teams_of
from bot.words import w


def memberships(desk: Desk) -> list[Member]:
    """Never none: whoever is in no team is told how to get into one."""
    if desk.in_group and desk.member:
        return [desk.member]
    if desk.in_group:
        desk.refuse(w("inbox-not-a-member") if desk.team and desk.team.ready else w("inbox-not-set-up"))
    found = [
        roster.membership(desk.session, team.id, desk.person.id) for team in teams_of(desk.session, desk.person.id)
    ]
    mine = [member for member in found if member]
    if not mine:
        desk.refuse(w("inbox-no-team-yet"))
    return mine
