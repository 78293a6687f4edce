"""/kudos: thanks, said aloud in the group and kept for the show's report."""

from sqlmodel import col, select

from bot import roster
from bot.crew import UNDER_WAY, Person, Phase, Stream, Team
from bot.desk import Desk
from bot.words import Mention, w
from flows.teamwork import rules
from flows.teamwork.tables import Kudos

LONGEST = 200


def command(desk: Desk, text: str) -> None:
    """In one line, or step by step in private."""
    assert desk.team is not None
    people = [person for _, person in roster.members(desk, desk.team)]
    whom, why = rules.meant(text, [(person.id, person.name, person.username) for person in people])
    if whom == desk.person.id:
        desk.refuse(w("teamwork-not-yourself"))
    if len(why) > LONGEST:
        desk.refuse(w("talk-too-long", limit=LONGEST, length=len(why)))
    if whom and why:
        thank(desk, desk.team, desk.get(Person, whom), why)
        return
    answers = {"whom": str(whom)} if whom else {"why": why} if why else {}
    desk.ask("teamwork.kudos", desk.person, desk.team, answers=answers)


def thank(desk: Desk, team: Team, whom: Person, why: str) -> None:
    """Kept, and said in the group."""
    stream = _show(desk, team)
    desk.add(
        Kudos(
            team_id=team.id,
            stream_id=stream.id if stream else None,
            from_id=desk.person.id,
            to_id=whom.id,
            why=why,
            at=desk.now,
        )
    )
    desk.say(desk.group(team), w("teamwork-said", who=desk.person, whom=Mention(whom), why=why))


def _show(desk: Desk, team: Team) -> Stream | None:
    """The show that thanks are about: the newest that is under way or under review, a rehearsal if there is no other;
    else the last one that is over."""
    theirs = (
        select(Stream).where(Stream.team_id == team.id).order_by(col(Stream.rehearsal), col(Stream.starts_at).desc())
    )
    now = theirs.where(col(Stream.phase).in_((*UNDER_WAY, Phase.REVIEW)))
    over = theirs.where(Stream.phase == Phase.CLOSED, col(Stream.rehearsal).is_(False))
    return desk.session.exec(now).first() or desk.session.exec(over).first()
