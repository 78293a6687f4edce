"""What each person was asked, and has answered: a card in private, the same in every copy."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.words import Joined, Piece, w
from flows.plan import cards, crewing, named, refusals, rules, shared, silence
from flows.plan.tables import Declined

ANSWERS = (Answer.ASKED, Answer.ACCEPTED, Answer.DECLINED)
"""What still waits comes first."""
GAP = timedelta(minutes=30)
"""Nobody is chased sooner than this after being asked."""
AFTER_QUIET = timedelta(hours=2)
"""So long people have for their answer once quiet hours are over, where the show is not near by then."""

A_BREATH = timedelta(minutes=1)
"""What comes later than that after the first asking comes once more."""


def name(stream: Stream, person: Person) -> str:
    return f"plan:ask:{stream.id}:{person.id}"


def seats_of(desk: Desk, stream: Stream, person: Person) -> list[Assignment]:
    return [seat for seat in roster.seats(desk, stream) if seat.person_id == person.id]


def lines(desk: Desk, stream: Stream, person: Person, *, chased: bool = False) -> list[Piece]:
    """What the person was asked, or answered, as it is now; first of all that it was asked before."""
    seats = seats_of(desk, stream, person)
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    if not seats:
        return [*cards.head(desk, stream), *_without_seat(desk, stream, person), *_still_deputy(desk, stream, person)]
    said = [
        w(f"plan-you-{answer}", roles=cards.turns_of(desk, stream, theirs))
        for answer in ANSWERS
        if (theirs := [seat for seat in seats if seat.answer is answer])
    ]
    shown = [*cards.head(desk, stream), cards.lead_line(desk, stream), *said]
    if answer_of(seats) is not Answer.ASKED:
        return [*shown, *_still_deputy(desk, stream, person)]
    if stream.phase not in AHEAD:
        return [*shown, w("plan-answer-begun")]
    chased = chased or all(again(desk, stream, seat) for seat in seats if seat.answer is Answer.ASKED)
    head, by = [w("plan-chase")] if chased else [], _wanted_by(desk, stream, seats)
    return [*head, *shown, *([w("plan-answer-by", by=by)] if by else []), *_alone(desk, stream, person)]


def _still_deputy(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """Who can't come is deputy nevertheless, until the lead says otherwise."""
    if stream.phase not in AHEAD or not refusals.is_absent_deputy(desk, stream, person):
        return []
    return [w("plan-still-deputy", lead=desk.get(Person, stream.lead_id))]


def _wanted_by(desk: Desk, stream: Stream, seats: Sequence[Assignment]) -> datetime | None:
    """When who is silent is asked again, or at short notice, when the lead hears of it."""
    if ahead := chases(desk, stream):
        return stream.starts_at + min(ahead.values())
    asked = max((seat.asked_at for seat in seats if seat.answer is Answer.ASKED and seat.asked_at), default=desk.now)
    if known := silence.due(desk, stream, asked):
        return known
    by = desk.now + silence.wait(desk, stream, desk.now - stream.starts_at)
    return by if asked == desk.now and by < stream.starts_at else None


def _alone(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """With nobody to suggest, a no is for a lead to see to."""
    if _has_others(desk, stream, person):
        return []
    leads = [one for one in roster.lead_chain(desk, stream) if one.id != person.id]
    return [w("plan-asked-alone", who=one) for one in leads[:1]]


def _has_others(desk: Desk, stream: Stream, person: Person) -> bool:
    """Whether there is anybody to suggest for one of the seats that wait for an answer."""
    seats = [seat for seat in seats_of(desk, stream, person) if seat.answer is Answer.ASKED]
    return any(crewing.instead(desk, stream, seat, person) for seat in seats)


def _without_seat(desk: Desk, stream: Stream, person: Person) -> list[Piece]:
    """Whoever could not come reads how to come all the same; whoever suggested somebody, that it was heard."""
    theirs = [row for row in refusals.rows(desk, stream) if row.person_id == person.id]
    if noes := [row.role for row in theirs if row.suggested_id is None]:
        roles = Joined([cards.seat_name(desk.house.playbook_of(stream), (role, 1), ()) for role in dict.fromkeys(noes)])
        ahead = [w("plan-taken-over", lead=roster.lead_chain(desk, stream)[0])] if stream.phase in AHEAD else []
        return [w("plan-you-declined", roles=roles), *ahead]
    return [*_taken(desk, stream, theirs), w("plan-not-needed")]


def _taken(desk: Desk, stream: Stream, theirs: Sequence[Declined]) -> list[Piece]:
    """Whom they suggested, who sits there now."""
    named_for = {(row.role, row.suggested_id) for row in theirs}
    return [
        w("plan-suggestion-taken", who=desk.person_named(seat.person_id), role=cards.name_of(desk, stream, seat))
        for seat in roster.seats(desk, stream)
        if (seat.role, seat.person_id) in named_for
    ]


def chases(desk: Desk, stream: Stream) -> dict[timedelta, timedelta]:
    """When, counted from the start, those who have not answered are asked again, the soonest first: as the playbook
    says, and when that is once people are up."""
    found = [offset.at(stream.starts_at, stream.ends_at) for offset in desk.house.playbook_of(stream).confirm.chase]
    up = {when - stream.starts_at: _awake(desk, stream, when) for when in found}
    ahead = rules.chases([(when, offset) for offset, when in up.items()], desk.now, GAP)
    return {offset: up[offset] - stream.starts_at for offset in ahead}


def _awake(desk: Desk, stream: Stream, when: datetime) -> datetime:
    """In quiet hours, or when they have just ended, nobody is waited for yet."""
    quiet = (desk.house.quiet_until(desk, stream, at=at) for at in (when, when - AFTER_QUIET))
    morning = next((at for at in quiet if at), None)
    return rules.answered_by(when, morning, AFTER_QUIET, stream.starts_at)


def answer_of(seats: Sequence[Assignment]) -> Answer:
    """One answer for all seats of a person: what still waits comes first."""
    said = {seat.answer for seat in seats}
    return next(answer for answer in ANSWERS if answer in said)


def buttons(desk: Desk, stream: Stream, person: Person) -> cards.Rows:
    seats = seats_of(desk, stream, person)
    if not seats or stream.phase not in AHEAD:
        return []
    about = (stream.id, person.id)
    match answer_of(seats):
        case Answer.ASKED:
            other = [Button(w("plan-suggest"), "plan.suggest", about)] if _has_others(desk, stream, person) else []
            return [*_answers(desk, stream, person, seats), other]
        case Answer.ACCEPTED:
            return [[Button(w("plan-cannot-after-all"), "plan.decline", about)]]
        case _:
            return [[Button(w("plan-can-after-all"), "plan.accept", about)]]


def _answers(desk: Desk, stream: Stream, person: Person, seats: Sequence[Assignment]) -> cards.Rows:
    """One answer for all that wait for one, or of several, a yes to one: then the others wait for theirs."""
    about, waiting = (stream.id, person.id), [seat for seat in seats if seat.answer is Answer.ASKED]
    several = "-all" if len(waiting) > 1 else ""
    both = [Button(w(f"plan-{said}{several}"), f"plan.{said}", about) for said in ("accept", "decline")]
    each = [
        [Button(w("plan-accept-one", role=cards.name_of(desk, stream, seat)), "plan.accept", (*about, seat.id))]
        for seat in waiting
    ]
    return [both, *(each if several else [])]


def ask(desk: Desk, stream: Stream, person: Person, *before: Piece, silent: bool = False, chased: bool = False) -> None:
    """The question anew. A person has one such card of a show."""
    home, head = desk.private(person, desk.team_of(stream)), w("plan-ask-below", title=stream.title)
    said, about = [*before, *lines(desk, stream, person, chased=chased)], buttons(desk, stream, person)
    desk.say(home, *said, buttons=about, card=name(stream, person), silent=silent, below=head)


def again(desk: Desk, stream: Stream, seat: Assignment) -> datetime | None:
    """When whoever has a seat was last asked anew, if they were: then the card came once more."""
    card = f"plan:ask:{stream.id}:{seat.person_id}"
    newest = desk.session.exec(select(Message).where(Message.card == card).order_by(col(Message.id).desc())).first()
    came = newest and (newest.sent_at or newest.queued_at)
    return came if came and seat.asked_at and came - seat.asked_at >= A_BREATH else None


def refresh(desk: Desk, stream: Stream, person: Person) -> None:
    desk.show(name(stream, person), *lines(desk, stream, person), buttons=buttons(desk, stream, person))


def refresh_all(desk: Desk, stream: Stream) -> None:
    """Show every card of a stream as it is now, also to whoever had a seat before."""
    shared.refresh_shared(desk, stream)
    begins = f"plan:ask:{stream.id}:"
    for card in named.cards(desk, begins):
        refresh(desk, stream, desk.get(Person, int(card.removeprefix(begins))))
