"""A confirmed plan becomes a stream: seats, questions to the crew, one message to the group, and every flow's cues."""

from datetime import datetime

from bot import phases, roster
from bot.crew import Answer, Assignment, Person, Phase, Stream
from bot.desk import Desk
from bot.message import Priority
from bot.replies import Conversation
from bot.words import Joined, Piece, w
from flows.plan import asking, cards, drafting


def keep(desk: Desk, talk: Conversation) -> None:
    """Everything that follows from [Confirm], in one commit."""
    crew = drafting.crew(desk, talk)
    stream = desk.add(drafting.draft(desk, talk))
    stream.deputy_id = _deputy(desk, stream, {role: person for (role, _), person in crew.items()})
    for (role, number), person in crew.items():
        seat = Assignment(stream_id=stream.id, role=role, seat=number)
        asking.put(desk, stream, seat, desk.get(Person, person) if person else None)
        desk.add(seat)
    desk.log("plan-log-planned", team_id=stream.team_id, stream_id=stream.id, title=stream.title, at=stream.starts_at)
    seats = roster.seats(desk, stream)
    asked = roster.once(desk.get(Person, seat.person_id) for seat in seats if cards.state(seat) == Answer.ASKED)
    for one in asked:
        asking.ask(desk, stream, one)
    phases.enter(desk, stream, Phase.PREP)
    for flow in desk.house.flows:
        if flow.plan:
            flow.plan(desk, stream)
    _tell(desk, stream, talk, len(asked))


def review_due(desk: Desk, stream: Stream) -> datetime:
    """By when the review's answers are wanted."""
    review = desk.house.playbook_of(stream).review
    return review.opens.at(stream.starts_at, stream.ends_at) + review.due


def review_lines(desk: Desk, stream: Stream) -> list[Piece]:
    """Who will be asked what, from when, by when, and who signs."""
    playbook = desk.house.playbook_of(stream)
    shared = [question for question in playbook.review.questions if "all" in question.roles]
    return [
        w("plan-ask-review"),
        w("plan-review-who", questions=len(shared), opens=playbook.review.opens.at(stream.starts_at, stream.ends_at)),
        *(w("plan-bullet", text=question.ask) for question in shared),
        w("plan-review-nudges", after=Joined(list(playbook.review.reminders))),
        w("plan-review-signs", by=review_due(desk, stream), lead=desk.person_named(stream.lead_id)),
    ]


def _deputy(desk: Desk, stream: Stream, crew: dict[str, int]) -> int | None:
    """Whoever decides the go in this crew, unless that is the lead; else another lead of the team."""
    people = [
        crew.get(desk.house.playbook_of(stream).go),
        *(one.id for one in roster.leads(desk, desk.team_of(stream))),
    ]
    return next((person for person in people if person and person != stream.lead_id), None)


def _tell(desk: Desk, stream: Stream, talk: Conversation, asked: int) -> None:
    """The group reads one message, the lead what happens next."""
    desk.say(
        desk.group(desk.team_of(stream)),
        w("plan-new-show"),
        *cards.show_lines(desk, stream),
        buttons=cards.rows(cards.claim_buttons(desk, stream)),
        card=cards.show_card(stream),
    )
    desk.say(
        desk.place_of(talk),
        w("plan-kept", title=stream.title, people=asked),
        *cards.lead_lines(desk, stream),
        buttons=cards.lead_buttons(stream),
        card=cards.lead_card(stream),
        priority=Priority.REPLY,
    )
