"""When the review opens, whom it asks again, and when the lead is asked for the report."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import select

from bot import phases, roster
from bot.crew import Person, Phase, Stream
from bot.cues import Call, Cue, CueState
from bot.desk import Desk
from bot.flow import Button, Change, CueKind, Moved
from bot.words import w
from flows.retro import away, cards, crew, keeping, rules
from flows.retro.tables import Respondent, Review, ReviewState

NUDGE = "nudge"
"""How the note of a cue begins that a lead has asked for."""
BACK = "back"
"""How the note of a cue begins that waits for somebody who is away."""


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """The show is over: the review opens shortly."""
    if change is Change.PHASE and stream.phase is Phase.WRAP:
        desk.cue(
            "retro.open", stream.id, team_id=stream.team_id, stream=stream, at=_opens_after(desk, stream, desk.now)
        )


def opens_at(desk: Desk, stream: Stream) -> datetime:
    """When the review opens, as planned at the wrap, which may have come long after the end; before the wrap, when it would
    if the show ends as planned."""
    about = (Cue.kind == "retro.open", Cue.subject == stream.id, Cue.state == CueState.PLANNED)
    planned = desk.session.exec(select(Cue.due_at).where(*about)).first()
    return planned or _opens_after(desk, stream, stream.ends_at)


def _opens_after(desk: Desk, stream: Stream, wrapped_at: datetime) -> datetime:
    return rules.opens_at(desk.house.playbook_of(stream).review, stream.zero, wrapped_at)


def give_open(desk: Desk, call: Call) -> bool:
    """Ask every member of the crew who is there, in private."""
    stream = desk.get(Stream, call.cue.subject)
    if stream.phase is not Phase.WRAP or keeping.review_of(desk, stream):
        return False
    team, due_at = desk.team_of(stream), desk.now + desk.house.playbook_of(stream).review.due
    review = desk.add(Review(stream_id=stream.id, opened_at=desk.now, due_at=due_at))
    phases.enter(desk, stream, Phase.REVIEW)
    desk.read_ahead(stream, "retro")
    enrolled = [_enrolled(desk, stream, review, person) for person in crew.people(desk, stream)]
    asked = [by for by in enrolled if _invited(desk, stream, review, by)]
    desk.say(desk.group(team), w("retro-opened", title=stream.title, people=len(asked), due=review.due_at))
    desk.log("retro-log-opened", team_id=stream.team_id, stream_id=stream.id, people=len(asked))
    plan_due(desk, stream, review, review.due_at)
    return True


def _enrolled(desk: Desk, stream: Stream, review: Review, person: Person) -> Respondent:
    by = desk.add(Respondent(review_id=review.id, stream_id=stream.id, person_id=person.id))
    for number, at in enumerate(rules.asked_again(desk.house.playbook_of(stream).review, review.opened_at)):
        ask_again(desk, stream, by, at, str(number))
    return by


def _invited(desk: Desk, stream: Stream, review: Review, by: Respondent) -> bool:
    """Whether somebody is asked now; whoever is away is once they are back."""
    if not away.is_here(desk, stream, by):
        _ask_when_back(desk, stream, review, by)
        return False
    lines, buttons = cards.invitation(desk, stream, review, by), cards.start_buttons(by, later=True)
    place = desk.private(desk.get(Person, by.person_id), desk.team_of(stream))
    desk.say(place, *lines, buttons=buttons, card=cards.own_card(by))
    return True


def _ask_when_back(desk: Desk, stream: Stream, review: Review, by: Respondent) -> None:
    """Not at all where it is due before that, or they have left."""
    at = away.back(desk, stream, by)
    if at and at < review.due_at:
        ask_again(desk, stream, by, at, f"{BACK}:{at.isoformat()}")


def ask_again(desk: Desk, stream: Stream, by: Respondent, at: datetime, note: str) -> None:
    desk.cue("retro.remind", by.id, team_id=stream.team_id, stream=stream, at=at, note=note)


def plan_due(desk: Desk, stream: Stream, review: Review, at: datetime) -> None:
    """Ask the lead for the report at that time, and not at another."""
    desk.acknowledge("retro.due", review.id)
    desk.cue("retro.due", review.id, team_id=stream.team_id, stream=stream, at=at, note=at.isoformat())


def give_remind(desk: Desk, call: Call) -> bool:
    """Ask somebody who is still silent once more."""
    by = desk.get(Respondent, call.cue.subject)
    review, stream = desk.get(Review, by.review_id), desk.get(Stream, by.stream_id)
    if review.state is not ReviewState.OPEN or by.answered_at or _asked_just_now(desk, review, by, call.cue.note):
        return False
    if not (away.is_here(desk, stream, by) and cards.was_asked(desk, by)):
        return _invited(desk, stream, review, by)
    lines = cards.waiting(desk, stream, review, by)
    if not _more(desk, by, call.cue):
        lines.append(w("retro-last-call"))
    place = desk.private(desk.get(Person, by.person_id), desk.team_of(stream))
    desk.say(place, *lines, buttons=cards.waiting_buttons(desk, stream, by), card=cards.own_card(by))
    return True


def _asked_just_now(desk: Desk, review: Review, by: Respondent, note: str) -> bool:
    """A lead has nudged, or a later one is due as well because nobody could give this one in time."""
    if note.startswith((NUDGE, BACK)):
        return False
    return bool(rules.nudge_from(review.nudged_at, desk.now)) or any(
        cue.due_at <= desk.now and cue.note > note for cue in _planned(desk, by)
    )


def _more(desk: Desk, by: Respondent, given: Cue) -> bool:
    return any(cue.id != given.id for cue in _planned(desk, by))


def _planned(desk: Desk, by: Respondent) -> Sequence[Cue]:
    """The reminders still to come for somebody."""
    return desk.session.exec(
        select(Cue).where(Cue.kind == "retro.remind", Cue.subject == by.id, Cue.state == CueState.PLANNED)
    ).all()


def give_due(desk: Desk, call: Call) -> bool:
    """Ask the lead, then the deputy and the other leads, what becomes of the review."""
    review = desk.get(Review, call.cue.subject)
    stream = desk.get(Stream, review.stream_id)
    if review.state is not ReviewState.OPEN:
        return False
    if call.person is None:
        look = Button(w("retro-button-review"), "retro.card", (review.id,))
        desk.ping(call, w("retro-due-anyone", title=stream.title), buttons=[[look]])
        return True
    lines = cards.for_leads(desk, stream, review)
    desk.ping(call, *lines, buttons=cards.lead_buttons(desk, review), card=cards.lead_card(review))
    return True


def give_all(desk: Desk, call: Call) -> bool:
    """Tell the lead that everybody has answered."""
    review = desk.get(Review, call.cue.subject)
    stream = desk.get(Stream, review.stream_id)
    if review.state is not ReviewState.OPEN or away.awaited(desk, stream, review):
        return False
    place = desk.private(roster.lead_chain(desk, stream)[0], desk.team_of(stream))
    lines = cards.for_leads(desk, stream, review)
    desk.say(place, *lines, buttons=cards.lead_buttons(desk, review), card=cards.lead_card(review))
    return True


def _leads(desk: Desk, cue: Cue) -> Sequence[Person]:
    return roster.lead_chain(desk, desk.get(Stream, desk.get(Review, cue.subject).stream_id))


KINDS = {
    "open": CueKind(give_open, moved=Moved.KEEP),
    "remind": CueKind(give_remind, moved=Moved.KEEP),
    "due": CueKind(give_due, moved=Moved.KEEP, chain=_leads),
    "all": CueKind(give_all, moved=Moved.KEEP),
}
