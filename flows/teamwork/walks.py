"""What is asked step by step, in private: whom to thank, and what for; whose figures a lead wants to see."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Person, Team
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, choice_answer, text_answer
from bot.words import w
from flows.teamwork import looking, thanking


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    team = desk.get(Team, talk.team_id)
    others = [person for _, person in roster.members(desk, team) if person.id != talk.person_id]
    return [Choice(str(person.id), person.name) for person in others]


def _done(desk: Desk, talk: Conversation) -> None:
    team, whom = desk.get(Team, talk.team_id), desk.get(Person, int(talk.answers["whom"]))
    thanking.thank(desk, team, whom, talk.answers["why"])
    desk.reply(w("teamwork-passed-on", whom=whom))


KUDOS = Walk(
    lambda _desk, _talk: (
        Step("whom", lambda _desk, _talk: [w("teamwork-ask-whom")], choice_answer, choices=_people),
        Step("why", lambda _desk, _talk: [w("teamwork-ask-why")], text_answer(thanking.LONGEST)),
    ),
    _done,
)


def _everybody(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    return [Choice(str(person.id), person.name) for _, person in roster.members(desk, desk.get(Team, talk.team_id))]


def _show(desk: Desk, talk: Conversation) -> None:
    """Who has lost the lead's rights meanwhile sees nothing."""
    team = desk.get(Team, talk.team_id)
    if desk.person not in roster.leads(desk, team):
        desk.reply(w("teamwork-leads-only"))
        return
    looking.show(desk, team, desk.get(Person, int(talk.answers["whose"])))


WHOSE = Walk(
    lambda _desk, _talk: [Step("whose", lambda _desk, _talk: [w("teamwork-ask-whose")], choice_answer, _everybody)],
    _show,
)
