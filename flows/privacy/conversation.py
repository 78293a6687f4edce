"""/forget me: what goes and what stays is said first, then one press does it."""

from bot import door, forgetting, roster
from bot.crew import Member, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.whereabouts import teams_of
from bot.words import Joined, w
from flows.privacy.rules import means_oneself


def ask(desk: Desk, text: str) -> None:
    """/forget me, asked once more in private."""
    teams = teams_of(desk.session, desk.person.id)
    if not teams:
        desk.refuse(w("inbox-no-team-yet"))
    if not means_oneself(text, desk.house.synonyms("privacy-says-me")):
        desk.reply(w("privacy-how"))
        return
    member = _mine(desk, teams[0])
    desk.say(
        desk.private(desk.person, teams[0]),
        w("privacy-sure", teams=Joined([team.title for team in teams])),
        w("privacy-goes"),
        w("privacy-stays"),
        buttons=[[Button(w("privacy-yes"), "privacy.forget", (member.id,))], _no(member)],
        card=f"privacy:{member.id}",
        priority=Priority.REPLY,
    )
    door.point(desk)


def forget(desk: Desk, member: Member) -> None:
    """[Forget me]: done at once, and said once more."""
    _own(desk, member)
    home = desk.private(desk.person, desk.team)
    forgetting.forget(desk, desk.person)
    desk.person.reachable = True  # long enough for the last word
    desk.say(home, w("privacy-done"), priority=Priority.REPLY)
    desk.toast(w("privacy-forgotten"))


def keep(desk: Desk, member: Member) -> None:
    """[No]: nothing happens."""
    _own(desk, member)
    desk.show(f"privacy:{member.id}", w("privacy-kept"))


def _own(desk: Desk, member: Member) -> None:
    if member.person_id != desk.person.id:
        desk.refuse(w("talk-not-yours", who=desk.person_named(member.person_id)))


def _no(member: Member) -> list[Button]:
    return [Button(w("privacy-no"), "privacy.keep", (member.id,))]


def _mine(desk: Desk, team: Team) -> Member:
    member = roster.membership(desk.session, team.id, desk.person.id)
    assert member is not None
    return member
