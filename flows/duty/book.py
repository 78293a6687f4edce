"""What is on record about a show's hand-offs, looked up from rows."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.replies import Conversation, Standing
from flows.duty.tables import UNSETTLED, HandOff, HandOffQuestion, Passing, Promise, Shift


def of_stream(desk: Desk, stream: Stream) -> Sequence[HandOff]:
    return desk.session.exec(select(HandOff).where(HandOff.stream_id == stream.id).order_by(col(HandOff.id))).all()


def unsettled(desk: Desk, stream: Stream) -> list[HandOff]:
    return [handoff for handoff in of_stream(desk, stream) if handoff.state in UNSETTLED]


def unsettled_in(desk: Desk, stream: Stream, shift: Shift) -> HandOff | None:
    """The hand-off that is open in a shift's lane."""
    lane = (shift.role, shift.lane)
    return next((handoff for handoff in unsettled(desk, stream) if (handoff.role, handoff.lane) == lane), None)


def came(desk: Desk, stream: Stream) -> set[int]:
    """Who has taken a duty over in this show, with a card or without one."""
    return {each.incoming_id for each in of_stream(desk, stream) if each.state in (Passing.ACCEPTED, Passing.TAKEN)}


def stream_of(desk: Desk, handoff: HandOff) -> Stream:
    return desk.get(Stream, handoff.stream_id)


def still_open(desk: Desk, handoff: HandOff) -> bool:
    return handoff.state in UNSETTLED and stream_of(desk, handoff).phase is Phase.LIVE


def walk_of(desk: Desk, handoff: HandOff) -> Conversation | None:
    """The walk in which the card is being filled in."""
    return desk.session.exec(
        select(Conversation).where(
            Conversation.walk == "duty.card",
            Conversation.subject == handoff.id,
            col(Conversation.standing).in_((Standing.ACTIVE, Standing.WAITING)),
        )
    ).first()


def last_answer(desk: Desk, handoff: HandOff, key: str) -> str | None:
    """What this show's hand-offs before said to a question; one of the same role first."""
    before = [other for other in of_stream(desk, stream_of(desk, handoff)) if other.id < handoff.id]
    before.sort(key=lambda other: (other.role == handoff.role, other.id), reverse=True)
    return next((str(other.answers[key]) for other in before if other.answers.get(key)), None)


def questions(desk: Desk, handoff: HandOff) -> Sequence[HandOffQuestion]:
    return desk.session.exec(
        select(HandOffQuestion).where(HandOffQuestion.handoff_id == handoff.id).order_by(col(HandOffQuestion.id))
    ).all()


def promises(desk: Desk, stream: Stream) -> Sequence[Promise]:
    return desk.session.exec(
        select(Promise).where(Promise.stream_id == stream.id).order_by(col(Promise.due_at), col(Promise.id))
    ).all()


def unkept(desk: Desk, stream: Stream) -> list[Promise]:
    return [promise for promise in promises(desk, stream) if promise.kept_at is None]
