"""Open questions as rows: ask, answer, skip, back, cancel; one active per person and chat, others wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot import questions
from bot.crew import Member
from bot.entitled import is_barred
from bot.flow import Step, Walk
from bot.message import Priority
from bot.replies import OPEN, Conversation, Reply, Standing, Unclear
from bot.words import Piece, w

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.place import Place

# Built once: every answer asks it, and building a statement costs as much as running it.
_ACTIVE = select(Conversation).where(
    Conversation.person_id == bindparam("person"),
    Conversation.chat_id == bindparam("chat"),
    Conversation.standing == Standing.ACTIVE,
)
_ABOUT = select(Conversation).where(
    col(Conversation.walk).in_(bindparam("walks", expanding=True)),
    col(Conversation.subject).in_(bindparam("subjects", expanding=True)),
    col(Conversation.standing).in_(OPEN),
)


def open_walk(
    desk: Desk,
    walk: str,
    place: Place,
    *,
    subject: int = 0,
    stream_id: int | None = None,
    answers: dict[str, Any] | None = None,
) -> Conversation:
    """Open a walk for the person of a place: asked now, or as soon as what is open there is answered."""
    assert place.person_id is not None and place.team_id is not None
    talk = Conversation(
        team_id=place.team_id,
        stream_id=stream_id,
        person_id=place.person_id,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        walk=walk,
        subject=subject,
        answers=answers or {},
        urgent=desk.house.walk(walk).urgent,
        opened_at=desk.now,
    )
    for same in _open_already(desk, talk):
        _settle(desk, same, Standing.CANCELLED)
    running = active(desk, talk.person_id, talk.chat_id)
    if running and desk.house.walk(running.walk).gives_way:
        _settle(desk, running, Standing.CANCELLED)
        running = None
    desk.add(talk)
    if running and (running.urgent or not talk.urgent):
        if desk.who and desk.who.id == talk.person_id:
            desk.toast(w("talk-queued"))
            questions.bring_down(desk, running, _where(desk, running)[1])
        return talk
    if running:
        running.standing = Standing.WAITING
    _proceed(desk, talk)
    return talk


def _open_already(desk: Desk, talk: Conversation) -> Sequence[Conversation]:
    """The same walk about the same, not yet finished: asked for again it begins anew."""
    return desk.session.exec(
        select(Conversation).where(
            Conversation.person_id == talk.person_id,
            Conversation.chat_id == talk.chat_id,
            Conversation.walk == talk.walk,
            Conversation.subject == talk.subject,
            col(Conversation.standing).in_(OPEN),
        )
    ).all()


def active(desk: Desk, person_id: int, chat_id: int) -> Conversation | None:
    """The conversation that a text from this person in this chat answers."""
    return desk.session.exec(_ACTIVE, params={"person": person_id, "chat": chat_id}).first()


def answer(desk: Desk, talk: Conversation, reply: Reply, to: str = "") -> None:
    """Take an answer to the step that is open, or anew to an earlier one; what can't be read is asked again."""
    if to in talk.answers:
        questions.clear(desk, talk)
        talk.step = to
    _, step = _where(desk, talk)
    take_the_floor(desk, talk)
    if step is None:  # a newer version no longer asks this: go on with what it asks
        _proceed(desk, talk)
        return
    if reply.choice is None and not reply.photo and not reply.file and (word := _control(desk, reply.text)):
        CONTROLS[word](desk, talk)
        return
    turning = step.turns and reply.choice is not None
    try:
        if questions.keeps(talk, step, reply):
            value = talk.answers[step.key]
        else:
            value = step.read(desk, talk, questions.typed(desk, talk, step, reply))
    except Unclear as unclear:
        questions.put(desk, talk, step, [unclear.words], turning=turning)
        return
    if talk.standing is not Standing.ACTIVE:  # reading it ended the walk
        return
    talk.answers = {**talk.answers, step.key: value}
    echo = [] if step.shown is None else [w("talk-kept", value=step.shown(desk, talk, value))]
    _proceed(desk, talk, echo, turning=turning)


def take_the_floor(desk: Desk, talk: Conversation) -> None:
    """A reply to a question that waits puts that one first; the other is asked again afterwards."""
    if talk.standing is Standing.ACTIVE:
        return
    if running := active(desk, talk.person_id, talk.chat_id):
        running.standing = Standing.WAITING
    talk.standing = Standing.ACTIVE


def cancel(desk: Desk, talk: Conversation, *, silently: bool = False) -> None:
    """End a walk without its answers; the one that waited behind it is asked."""
    walk = desk.house.walk(talk.walk)
    _settle(desk, talk, Standing.CANCELLED)
    if not silently:
        word = "talk-ended" if walk.cancelled else "talk-cancelled"
        desk.say(desk.place_of(talk), w(word), priority=Priority.REPLY)
    if walk.cancelled:
        walk.cancelled(desk, talk)
    _next(desk, talk)


def ask_again(desk: Desk, talk: Conversation, *before: Piece) -> None:
    """Put the open question once more: the private chat works again, or something else was replied to."""
    _, step = _where(desk, talk)
    if step:
        questions.put(desk, talk, step, before)


def close_all(desk: Desk, walks: str | Sequence[str], *subjects: int) -> None:
    """Withdraw every open question of a walk (or some) about these, as when they were settled by someone else."""
    about = {"walks": [walks] if isinstance(walks, str) else walks, "subjects": subjects}
    for talk in desk.session.exec(_ABOUT, params=about).all() if subjects else ():
        cancel(desk, talk, silently=True)


def close_of(desk: Desk, member: Member, *, barred: bool = False) -> bool:
    """Withdraw what is asked of somebody who has left, or (`barred`) what is no longer theirs to decide; whether there
    was anything."""
    found = desk.session.exec(
        select(Conversation)
        .where(
            Conversation.team_id == member.team_id,
            Conversation.person_id == member.person_id,
            col(Conversation.standing).in_(OPEN),
        )
        .order_by(col(Conversation.standing).desc())  # those that wait first, so that none of them is asked next
    ).all()
    closed = [talk for talk in found if not barred or is_barred(desk, talk)]
    for talk in closed:
        cancel(desk, talk, silently=True)
    return bool(closed)


def _where(desk: Desk, talk: Conversation) -> tuple[Walk, Step | None]:
    walk = desk.house.walk(talk.walk)
    return walk, next((step for step in walk.steps(desk, talk) if step.key == talk.step), None)


def _proceed(desk: Desk, talk: Conversation, echo: Sequence[Piece] = (), *, turning: bool = False) -> None:
    """Ask the next step that has no answer yet, or finish."""
    walk = desk.house.walk(talk.walk)
    if talk.step and is_barred(desk, talk):  # whoever opens one has looked
        desk.say(desk.place_of(talk), w("talk-barred"), priority=Priority.REPLY)
        cancel(desk, talk, silently=True)
        return
    talk.standing = Standing.ACTIVE
    step = next((step for step in walk.steps(desk, talk) if step.key not in talk.answers), None)
    if step is None:
        _settle(desk, talk, Standing.DONE)
        walk.done(desk, talk)
        _next(desk, talk)
        return
    questions.put(desk, talk, step, echo, turning=turning)


def _settle(desk: Desk, talk: Conversation, standing: Standing) -> None:
    talk.standing = standing
    desk.session.flush()
    questions.clear(desk, talk)


def _next(desk: Desk, ended: Conversation) -> None:
    """Ask what was waiting behind a conversation that has ended: the urgent first, then the oldest."""
    if active(desk, ended.person_id, ended.chat_id):
        return
    waiting = desk.session.exec(
        select(Conversation)
        .where(
            Conversation.person_id == ended.person_id,
            Conversation.chat_id == ended.chat_id,
            Conversation.standing == Standing.WAITING,
        )
        .order_by(col(Conversation.urgent).desc(), col(Conversation.asked).desc(), col(Conversation.id))
    ).first()
    if waiting:
        _proceed(desk, waiting)


def _skip(desk: Desk, talk: Conversation) -> None:
    _, step = _where(desk, talk)
    if step is None:
        return
    if not step.optional:
        questions.put(desk, talk, step, [w("talk-needed")])
        return
    talk.answers = {**talk.answers, step.key: None}
    _proceed(desk, talk, turning=True)


def _back(desk: Desk, talk: Conversation) -> None:
    """Open the step before this one again; what was answered stands until something else is."""
    steps = desk.house.walk(talk.walk).steps(desk, talk)
    here = next((place for place, step in enumerate(steps) if step.key == talk.step), 0)
    before = steps[max(here - 1, 0)]
    talk.standing = Standing.ACTIVE
    questions.put(desk, talk, before, [], turning=True)


def _control(desk: Desk, text: str) -> str:
    """Which of back, skip and cancel a typed word means, in either language."""
    said = text.strip().lower().lstrip("/")
    return next((name for name in CONTROLS if said in desk.house.synonyms(f"talk-says-{name}")), "")


CONTROLS = {"back": _back, "skip": _skip, "cancel": cancel}
"""What can always be typed or pressed instead of an answer."""
