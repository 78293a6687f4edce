"""The questions about an action: what it improves, whose it is and by when, unless that was said; why not, who else, how
we will know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
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
CHANGED = ("owner", "due")
"""What is taken from what was said, and a press changes."""


def _action(desk: Desk, talk: Conversation) -> Action:
    return desk.get(Action, talk.subject)


def _ask(word: str) -> Any:
    def ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
        return [w(word, what=_action(desk, talk).what)]

    return ask


def known(desk: Desk, action: Action) -> dict[str, Any]:
    """What need not be asked: whose it is where one person was named; it was said of next time."""
    named = _named(desk, action)
    return {"due": NEXT} | ({"owner": str(named[0])} if len(named) == 1 else {})


def _named(desk: Desk, action: Action) -> list[int]:
    """Whom of the team it names; whoever said it may have said that they do it themselves."""
    team = [person for _, person in roster.members(desk, desk.get(Team, action.team_id))]
    called = {one.id: [name for name in (one.name, *one.name.split()[:1], one.username) if name] for one in team}
    if action.said_by in called:
        said = desk.house.synonyms("action-says-me")
        called[action.said_by] += [*said, *map(str.capitalize, said)]
    return rules.named(action.what, called)


def _ask_lane(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    """The question that is always asked shows what is known."""
    said, due = talk.answers, w("action-due-next")
    if said["due"] != NEXT:
        due = w("action-due", due=datetime.fromisoformat(said["due"]))
    for_whom = w("action-known", who=desk.get(Person, int(said["owner"])), due=due) if "owner" in said else due
    return [w("action-quote", what=_action(desk, talk).what), for_whom, w("action-ask-lane")]


def _lanes(_desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Below the lanes, what of it can be changed."""
    lanes = [Choice(lane, w(f"action-lane-{lane}")) for lane in Lane]
    return [*lanes, *(Choice(to, w(f"action-other-{to}")) for to in CHANGED if to in talk.answers)]


def _read_lane(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """What is to be changed is asked next, and this once more."""
    pressed = choice_answer(desk, talk, reply)
    talk.answers = {key: value for key, value in talk.answers.items() if key != pressed}
    return pressed


def _changes(talk: Conversation) -> int:
    """How often something was changed: each time the lane is asked anew."""
    return next(number for number in count() if talk.answers.get(f"lane{number}") not in CHANGED)


def _make_steps(desk: Desk, talk: Conversation) -> Sequence[Step]:
    number = _changes(talk)
    changed = [one for one in (_OWNER, _DUE) if one.key == talk.answers.get(f"lane{number - 1}")]
    first = [one for one in changed if one.key not in talk.answers]
    lane = Step(f"lane{number}", _ask_lane, _read_lane, choices=_lanes)
    return [*first, lane, *(one for one in (_OWNER, _DUE) if one not in first)]


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Whoever was named, whoever said it, the crew of that show, then the rest of the team."""
    action = _action(desk, talk)
    crew = roster.crew(desk, cards.stream_of(desk, action))
    team = [person for _, person in roster.members(desk, desk.get(Team, action.team_id))]
    here = {person.id: person.name for person in team}
    around = [person.id for person in (*crew, *team) if person.id in here]
    first = [*_named(desk, action), *([action.said_by] if action.said_by in here else [])]
    return [Choice(str(one), here[one]) for one in rules.owners_offered(first, around, OFFERED)]


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
    acting.make(desk, action, Lane(said[f"lane{_changes(talk)}"]), owner, due)
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
_DUE = Step("due", _ask_due, _read_due, choices=_dues)
_WHY = Step("why", _ask("action-ask-why"), text_answer(rules.LONGEST))
_MEASURE = Step("measure", _ask("action-ask-measure"), text_answer(rules.LONGEST))

WALKS = {
    "make": Walk(_make_steps, _made, may=_decides),
    "give": Walk(lambda _desk, _talk: (_OWNER,), _given, may=_decides),
    "cannot": Walk(lambda _desk, _talk: (_WHY,), _cannot),
    "measure": Walk(lambda _desk, _talk: (_MEASURE,), _measured),
}
