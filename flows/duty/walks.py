"""The questions of a hand-off: the card's fields one at a time, what the incoming person asks, and the answer to it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot import zones
from bot.crew import Person
from bot.desk import Desk
from bot.flow import Button, Choice, Step, Walk
from bot.place import Buttons, rehearsed
from bot.playbook import HandOffField
from bot.replies import Conversation, Reply, text_answer
from bot.words import Joined, Piece, Words, w
from flows.duty import book, cards, handing, pledges, shifts
from flows.duty.tables import UNSETTLED, HandOff, HandOffQuestion, Passing

LONGEST = 500
SENT = "sent"
"""Kept beside the answers once the card is to go as it is."""


def handoff_of(desk: Desk, talk: Conversation) -> HandOff:
    return desk.get(HandOff, talk.subject)


def _steps(desk: Desk, talk: Conversation) -> Sequence[Step]:
    """A question per field of the playbook's card; sent early, only what was answered is left."""
    handoff = handoff_of(desk, talk)
    fields = desk.house.playbook_of(book.stream_of(desk, handoff)).handoff.fields
    if talk.answers.get(SENT):
        fields = [field for field in fields if field.key in talk.answers]
    return [_step(field, place, len(fields)) for place, field in enumerate(fields, 1)]


def _step(field: HandOffField, place: int, total: int) -> Step:
    return Step(
        field.key,
        ask=partial(_ask, field, place, total),
        read=partial(_read, field),
        choices=partial(_choices, field, place),
        shown=_promised if field.promise else None,
        optional=True,
    )


def _ask(field: HandOffField, place: int, total: int, desk: Desk, talk: Conversation) -> list[Piece]:
    lines = [] if any(talk.answers.values()) else _intro(desk, talk)  # what is skipped does not stay, nor does its head
    stream = book.stream_of(desk, handoff_of(desk, talk))
    lines.append(rehearsed(stream, w("duty-field", place=place, total=total, ask=field.ask)))
    if field.example:
        lines.append(w("duty-field-example", example=field.example))
    if before := book.last_answer(desk, handoff_of(desk, talk), field.key):
        lines.append(w("duty-field-before", answer=before))
    return lines


def _intro(desk: Desk, talk: Conversation) -> list[Piece]:
    """What this is about, and what the bot has put on the card already."""
    handoff = handoff_of(desk, talk)
    stream = book.stream_of(desk, handoff)
    word = "duty-walk" if handoff.answerer_id == handoff.outgoing_id else "duty-walk-for"
    known = cards.known_lines(desk, stream, handoff)
    return [
        w(word, title=stream.title, **cards.about(desk, stream, handoff)),
        *([w("duty-card-known"), *known] if known else []),
    ]


def _choices(field: HandOffField, place: int, desk: Desk, talk: Conversation) -> list[Choice]:
    same = book.last_answer(desk, handoff_of(desk, talk), field.key)
    choices = [Choice("same", w("duty-button-same"))] if same else []
    return [*choices, *([Choice("send", w("duty-button-send"))] if place > 1 else [])]


def _read(field: HandOffField, desk: Desk, talk: Conversation, reply: Reply) -> str | None:
    if reply.choice == "send":
        talk.answers = {**talk.answers, SENT: True}
        return talk.answers.get(field.key)
    if reply.choice == "same":
        return book.last_answer(desk, handoff_of(desk, talk), field.key)
    return str(text_answer(LONGEST)(desk, talk, reply))


def _promised(desk: Desk, talk: Conversation, value: Any) -> Piece:
    """A promise is read back with the times that were understood."""
    handoff, by = handoff_of(desk, talk), desk.get(Person, talk.person_id)
    stream, place = book.stream_of(desk, handoff), desk.place_of(talk)
    heard = pledges.heard_in(desk, stream, value or "", by)
    if heard:
        times = [zones.told(desk, place, at) for _, at in heard]
        on_air = shifts.role_of(desk, stream, handoff.role).on_air
        who = {"who": pledges.called(desk, stream, handoff.role, heard[0][1].at)} if on_air else {}
        word = "duty-promise-noted-air" if on_air else "duty-promise-noted"
        return w(word, promise=value, times=Joined(times), **who)
    return str(value) if value else w("duty-nothing")


def _card_done(desk: Desk, talk: Conversation) -> None:
    """The card is finished: it goes to the incoming person, or replaces the unfinished one they have."""
    handoff = handoff_of(desk, talk)
    if handoff.state not in UNSETTLED:
        return
    handing.keep_answers(desk, handoff, talk.answers)
    stream = book.stream_of(desk, handoff)
    if handoff.state is Passing.DRAFTING:
        handing.offer(desk, handoff)
    else:
        cards.refresh(desk, stream, handoff)
    done = w("duty-walk-done", **cards.about(desk, stream, handoff))
    _say(desk, talk, handoff, done, card=cards.sent_card(handoff))


def _card_cancelled(desk: Desk, talk: Conversation) -> None:
    """What was answered stays; the card can be taken up again, and goes as it is when it must."""
    handoff = handoff_of(desk, talk)
    if handoff.state not in UNSETTLED:
        return
    handing.keep_answers(desk, handoff, talk.answers)
    facts = cards.about(desk, book.stream_of(desk, handoff), handoff)
    fill = [[Button(w("duty-button-fill"), "duty.fill", (handoff.id,))]]
    _say(desk, talk, handoff, w("duty-walk-left", **facts), fill)


def _say(
    desk: Desk, talk: Conversation, handoff: HandOff, words: Words, buttons: Buttons = (), card: str | None = None
) -> None:
    stream = book.stream_of(desk, handoff)
    desk.say(desk.place_of(talk), rehearsed(stream, words), buttons=buttons, card=card, on_air=True)


def _question_steps(_desk: Desk, _talk: Conversation) -> Sequence[Step]:
    return [Step("question", ask=_ask_question, read=text_answer(LONGEST))]


def _ask_question(desk: Desk, talk: Conversation) -> list[Piece]:
    handoff = handoff_of(desk, talk)
    stream = book.stream_of(desk, handoff)
    return [rehearsed(stream, w("duty-ask", **cards.about(desk, stream, handoff)))]


def _question_done(desk: Desk, talk: Conversation) -> None:
    """Put the question to whoever filled in the card."""
    handoff = handoff_of(desk, talk)
    if handoff.state not in UNSETTLED:
        _say(desk, talk, handoff, w("duty-settled-already"))
        return
    stream = book.stream_of(desk, handoff)
    asked = desk.add(
        HandOffQuestion(
            stream_id=stream.id, handoff_id=handoff.id, asker_id=talk.person_id, text=talk.answers["question"]
        )
    )
    answerer = desk.get(Person, handoff.answerer_id)
    desk.ask("duty.answer", answerer, desk.team_of(stream), subject=asked.id, stream_id=stream.id)
    cards.refresh(desk, stream, handoff)
    _say(desk, talk, handoff, w("duty-ask-sent", answerer=answerer))
    desk.log("duty-log-asked", team_id=stream.team_id, stream_id=stream.id, question=asked.text)


def _answer_steps(_desk: Desk, _talk: Conversation) -> Sequence[Step]:
    return [Step("answer", ask=_ask_answer, read=text_answer(LONGEST))]


def _ask_answer(desk: Desk, talk: Conversation) -> list[Piece]:
    asked = desk.get(HandOffQuestion, talk.subject)
    handoff = desk.get(HandOff, asked.handoff_id)
    stream = book.stream_of(desk, handoff)
    about = {"who": desk.person_named(asked.asker_id), "question": asked.text, **cards.about(desk, stream, handoff)}
    return [rehearsed(stream, w("duty-answer", **about))]


def _answer_done(desk: Desk, talk: Conversation) -> None:
    asked = desk.get(HandOffQuestion, talk.subject)
    asked.answer, asked.answered_by = talk.answers["answer"], talk.person_id
    handoff = desk.get(HandOff, asked.handoff_id)
    stream = book.stream_of(desk, handoff)
    cards.answered(desk, stream, asked, handoff)
    _say(desk, talk, handoff, w("duty-answer-sent", who=desk.person_named(asked.asker_id)))
    desk.log("duty-log-answered", team_id=stream.team_id, stream_id=stream.id, answer=asked.answer)


CARD = Walk(steps=_steps, done=_card_done, cancelled=_card_cancelled, urgent=True)
ASK = Walk(steps=_question_steps, done=_question_done, urgent=True)
ANSWER = Walk(steps=_answer_steps, done=_answer_done, urgent=True)
