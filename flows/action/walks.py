"""The questions about an action: lane, owner and time in three presses; why not, who else, how we will know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot import roster, zones
from bot.crew import Person, Team
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear, choice_answer, text_answer
from bot.words import Piece, w
from flows.action import acting, cards, carrying, rules
from flows.action.tables import Action, Lane, State

OFFERED = 12
NEXT, WEEK = "next", "week"


def _action(desk: Desk, talk: Conversation) -> Action:
    return desk.get(Action, talk.subject)


def _ask(word: str) -> Any:
    def ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
        return [w(word, what=_action(desk, talk).what)]

    return ask


def _lanes(_desk: Desk, _talk: Conversation) -> Sequence[Choice]:
    return [Choice(lane, w(f"action-lane-{lane}")) for lane in Lane]


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Whoever said it, the crew of that show, then the rest of the team."""
    action = _action(desk, talk)
    crew = roster.crew(desk, cards.stream_of(desk, action))
    team = [person for _, person in roster.members(desk, desk.get(Team, action.team_id))]
    here = {person.id: person.name for person in team}
    known = [person.id for person in (*crew, *team) if person.id in here]
    said_by = action.said_by if action.said_by in here else None
    return [Choice(str(one), here[one]) for one in rules.owners_offered(said_by, known, OFFERED)]


def _ask_due(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    return [w("action-ask-due", what=_action(desk, talk).what), *zones.named(desk, desk.place_of(talk))]


def _dues(_desk: Desk, _talk: Conversation) -> Sequence[Choice]:
    return [Choice(NEXT, w("action-next-show")), Choice(WEEK, w("action-in-a-week"))]


def _read_due(desk: Desk, _talk: Conversation, reply: Reply) -> str:
    """A button, or a time or day as people type it."""
    if reply.choice == NEXT:
        return NEXT
    if reply.choice == WEEK:
        return (desk.now + rules.WEEK).isoformat()
    read = reply.understood
    moment = read.moment if read else None
    if moment is None:
        raise Unclear(w("action-due-unclear"))
    if not desk.now < moment < desk.now + timedelta(days=366):
        raise Unclear(w("action-due-past", at=moment))
    return moment.isoformat()


def _made(desk: Desk, talk: Conversation) -> None:
    action, said = _action(desk, talk), talk.answers
    if action.state not in (State.PROPOSED, State.PASSED):
        desk.reply(*cards.lines(desk, action))
        return
    due = None if said["due"] == NEXT else datetime.fromisoformat(said["due"])
    owner = desk.get(Person, int(said["owner"]))
    cards.retire(desk, cards.leads(action), desk.place_of(talk))
    acting.make(desk, action, Lane(said["lane"]), owner, due)
    carrying.settle(desk, action.team_id)
    made = [w("action-made", who=owner), *cards.lines(desk, action)]
    desk.reply(*made, buttons=cards.lead_buttons(action), card=cards.leads(action))


def _given(desk: Desk, talk: Conversation) -> None:
    action = _action(desk, talk)
    if action.state is State.OPEN:
        acting.give(desk, action, desk.get(Person, int(talk.answers["owner"])))
        carrying.settle(desk, action.team_id)
    desk.reply(*cards.lines(desk, action))


def _cannot(desk: Desk, talk: Conversation) -> None:
    action = _action(desk, talk)
    if action.state is State.OPEN:
        action.why = talk.answers["why"]
        cards.show(desk, action)
        acting.tell_lead(desk, action, w("action-cannot-told", who=desk.person))
        desk.reply(w("action-cannot-thanks", who=cards.deciders(desk, action)[0]))


def _measured(desk: Desk, talk: Conversation) -> None:
    action = _action(desk, talk)
    action.measure = talk.answers["measure"]
    cards.show(desk, action)
    desk.reply(w("action-measured"))


def _decides(desk: Desk, talk: Conversation) -> bool:
    return cards.decides(desk, _action(desk, talk), talk.person_id)


_OWNER = Step("owner", _ask("action-ask-owner"), choice_answer, choices=_people)
_MAKE = (
    Step("lane", _ask("action-ask-lane"), choice_answer, choices=_lanes),
    _OWNER,
    Step("due", _ask_due, _read_due, choices=_dues),
)
_WHY = Step("why", _ask("action-ask-why"), text_answer(rules.LONGEST))
_MEASURE = Step("measure", _ask("action-ask-measure"), text_answer(rules.LONGEST))

WALKS = {
    "make": Walk(lambda _desk, _talk: _MAKE, _made, may=_decides),
    "give": Walk(lambda _desk, _talk: (_OWNER,), _given, may=_decides),
    "cannot": Walk(lambda _desk, _talk: (_WHY,), _cannot),
    "measure": Walk(lambda _desk, _talk: (_MEASURE,), _measured),
}
