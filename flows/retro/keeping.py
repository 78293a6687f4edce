"""Answers in their rows: kept under a name, changed, taken back, or kept without anything that tells whose they are."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.crew import Person, Stream
from bot.desk import Desk
from bot.replies import Conversation
from flows.retro import rules
from flows.retro.tables import Respondent, Review, ReviewAnswer

_TALKS = (
    select(Conversation)
    .where(
        Conversation.walk == "retro.answers",
        Conversation.subject == bindparam("by"),
        Conversation.person_id == bindparam("person"),
    )
    .order_by(col(Conversation.id))
)
"""Built once: every question of a review asks it."""
HIDDEN = True
"""All that a walk keeps of an anonymous answer: that there is one. Typed answers are texts, so it is none of them."""


def hidden_key(question: str) -> str:
    """The step that asks a question once more, for an anonymous answer; no question of a playbook has a dot."""
    return f"{question}.hidden"


def review_of(desk: Desk, stream: Stream) -> Review | None:
    return desk.session.exec(select(Review).where(Review.stream_id == stream.id)).first()


def respondents(desk: Desk, review: Review) -> Sequence[Respondent]:
    """Who is asked, in the crew's order."""
    query = select(Respondent).where(Respondent.review_id == review.id).order_by(col(Respondent.id))
    return desk.session.remembered(Respondent, review.id, lambda: desk.session.exec(query).all())


def heard(desk: Desk, review: Review) -> Sequence[Respondent]:
    """Who has answered anything: under their name, or, once they are done, without it."""
    unheard = rules.unheard(respondents(desk, review), answers(desk, review))
    return [each for each in respondents(desk, review) if each not in unheard and has_said(desk, each)]


def empty(desk: Desk, review: Review) -> Sequence[Respondent]:
    """Who is done, and had nothing to add. Nobody reads whose names these are: they could tell who was anonymous."""
    spoke = heard(desk, review)
    return [each for each in rules.answered(respondents(desk, review)) if each not in spoke]


def may_show_anonymous(desk: Desk, review: Review) -> bool:
    return rules.may_show_anonymous(heard(desk, review))


def has_said(desk: Desk, by: Respondent) -> bool:
    """Anything, under their name or without it."""
    if any(one.person_id == by.person_id for one in _answers(desk, by.review_id)):
        return True
    said = (item for talk in talks(desk, by) for item in talk.answers.items())
    return any(value is HIDDEN and key.endswith(hidden_key("")) for key, value in said)


def respondent(desk: Desk, review: Review, person: Person) -> Respondent | None:
    return desk.session.exec(
        select(Respondent).where(Respondent.review_id == review.id, Respondent.person_id == person.id)
    ).first()


def answers(desk: Desk, review: Review) -> Sequence[ReviewAnswer]:
    return _answers(desk, review.id)


def _answers(desk: Desk, review_id: int) -> Sequence[ReviewAnswer]:
    query = select(ReviewAnswer).where(ReviewAnswer.review_id == review_id).order_by(col(ReviewAnswer.id))
    return desk.session.remembered(ReviewAnswer, review_id, lambda: desk.session.exec(query).all())


def named(desk: Desk, by: Respondent, question: str) -> ReviewAnswer | None:
    """What a person has answered under their name."""
    theirs = (one for one in _answers(desk, by.review_id) if one.person_id == by.person_id)
    return next((one for one in theirs if one.question == question), None)


def keep(desk: Desk, by: Respondent, question: str, kind: str, role: str | None, value: str) -> bool:
    """Keep an answer in place of an earlier one; whether it says something new."""
    before = named(desk, by, question)
    if before and before.value == value:
        return False
    if before:
        before.value, before.at = value, desk.now
        return True
    desk.add(
        ReviewAnswer(
            review_id=by.review_id,
            stream_id=by.stream_id,
            person_id=by.person_id,
            role=role,
            question=question,
            kind=kind,
            value=value,
            at=desk.now,
        )
    )
    return True


def keep_hidden(desk: Desk, by: Respondent, question: str, text: str) -> None:
    """Keep an answer without person, role and time; what was said by name before goes, here and in earlier walks."""
    drop(desk, by, question)
    for talk in talks(desk, by):
        if isinstance(talk.answers.get(question), str):
            talk.answers = {**talk.answers, question: HIDDEN}
    desk.add(
        ReviewAnswer(review_id=by.review_id, stream_id=by.stream_id, question=question, value=text, anonymous=True)
    )


def drop(desk: Desk, by: Respondent, question: str) -> None:
    """Take an answer back."""
    if before := named(desk, by, question):
        desk.session.delete(before)
        desk.session.flush()


def talks(desk: Desk, by: Respondent) -> Sequence[Conversation]:
    """The walks in which somebody has answered this review, oldest first."""
    return desk.session.exec(_TALKS, params={"by": by.id, "person": by.person_id}).all()


def propose(desk: Desk, stream: Stream, text: str, person: Person | None) -> None:
    """Tell every flow of something that could become an action."""
    for flow in desk.house.flows:
        if flow.propose:
            flow.propose(desk, stream, text, person)
