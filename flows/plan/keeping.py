"""A confirmed plan is kept: one message to the group, and to the lead what happens next."""

from datetime import datetime

from bot.crew import Stream
from bot.desk import Desk
from bot.message import Priority
from bot.replies import Conversation
from bot.words import Joined, Piece, w
from flows.plan import cards, drafting, laying, repeating, shared


def keep(desk: Desk, talk: Conversation) -> None:
    """Everything that follows from [Confirm], in one commit."""
    crew = drafting.crew(desk, talk)
    stream = desk.add(drafting.draft(desk, talk))
    asked = laying.lay(desk, stream, crew)
    if every := drafting.every(talk):
        repeating.begin(desk, stream, every)
    _tell(desk, stream, talk, asked)


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


def _tell(desk: Desk, stream: Stream, talk: Conversation, asked: int) -> None:
    """The group reads one message, the lead what happens next, and below it the card that is kept true."""
    desk.say(
        desk.group(desk.team_of(stream)),
        *shared.group_lines(desk, stream),
        buttons=cards.rows(shared.claim_buttons(desk, stream)),
        card=shared.show_card(stream),
    )
    desk.say(desk.place_of(talk), w("plan-kept", title=stream.title, people=asked), priority=Priority.REPLY)
    desk.say(
        desk.place_of(talk),
        *shared.lead_lines(desk, stream),
        buttons=shared.lead_buttons(desk, stream),
        card=shared.lead_card(stream),
        priority=Priority.REPLY,
    )
