"""The questions of the review, asked one at a time in private; every answer is kept as soon as it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Choice, Step
from bot.playbook import Choice as Option
from bot.playbook import ReviewQuestion
from bot.replies import Conversation, Reply, Unclear, choice_answer, text_answer
from bot.words import Piece, w
from flows.retro import crew, keeping, outcomes, rules
from flows.retro.tables import Respondent

HIDE, DROP = "hide", "drop"


@dataclass(frozen=True)
class Question:
    """A question of the playbook, or one of the two that are always offered."""

    key: str
    ask: Piece
    kind: str = "text"
    choices: Sequence[Option] = ()
    action: bool = False
    role: str | None = None
    """In which role it is answered."""
    signed: bool = False
    """Never anonymous: whose decision it is about is on record."""


def put_to(desk: Desk, stream: Stream, person: Person) -> list[Question]:
    """What a person is asked: everyone's questions, those of their roles, what came of what they decided on air, and what
    may always be added."""
    roles, playbook = crew.roles(desk, stream, person), desk.house.playbook_of(stream)
    asked = playbook.questions(roles)
    known = {question.key: question for question in playbook.review.questions}
    more = [_offered(key, known.get(key), roles) for key in rules.offered(asked)]
    role = rules.seen_as(None, roles)
    decided = [Question(key, ask, role=role, signed=True) for key, ask in outcomes.asked(desk, stream, person)]
    own = [question for question in asked if not (decided and question.key == rules.DECISIONS)]
    return [*(_from(question, roles) for question in own), *decided, *more]


def everything(desk: Desk, stream: Stream) -> dict[str, Question]:
    """Every question that anybody could have been asked, in order."""
    known = {question.key: question for question in desk.house.playbook_of(stream).review.questions}
    asked = {key: _from(question, ()) for key, question in known.items() if key not in rules.ALWAYS}
    return {**asked, **{key: _offered(key, known.get(key), ()) for key in rules.ALWAYS}}


def left(desk: Desk, stream: Stream, respondent: Respondent) -> int:
    """How many questions somebody has neither answered nor skipped yet."""
    before = keeping.talks(desk, respondent)
    done = before[-1].answers if before else {}
    person = desk.get(Person, respondent.person_id)
    open_ones = [each for each in put_to(desk, stream, person) if _unanswered(each.key, done)]
    return len(open_ones)


def begun(desk: Desk, stream: Stream, respondent: Respondent) -> bool:
    """Whether somebody has stopped on the way."""
    asked = put_to(desk, stream, desk.get(Person, respondent.person_id))
    return respondent.answered_at is None and left(desk, stream, respondent) < len(asked)


def _unanswered(key: str, answers: dict[str, Any]) -> bool:
    half = answers.get(key) is keeping.HIDDEN and keeping.hidden_key(key) not in answers
    return half or key not in answers


def _from(question: ReviewQuestion, roles: Sequence[str]) -> Question:
    seen_as = rules.seen_as(question, roles)
    action = rules.may_become_action(question.key, question.action)
    return Question(question.key, question.ask, question.kind, question.choices, action, seen_as)


def _offered(key: str, known: ReviewQuestion | None, roles: Sequence[str]) -> Question:
    """The playbook's own wording where it has this question for others."""
    words = {rules.IDEA: w("retro-ask-idea"), rules.OTHERS: w("retro-ask-others")}
    if known:
        return _from(known, roles)
    action = rules.may_become_action(key, False)
    return Question(key, words[key], action=action, role=rules.seen_as(None, roles))


def steps(desk: Desk, talk: Conversation) -> list[Step]:
    stream, person = desk.get(Stream, talk.stream_id), desk.get(Person, talk.person_id)
    asked = put_to(desk, stream, person)
    return [step for place, each in enumerate(asked, 1) for step in _steps(talk, each, (place, len(asked)))]


def _steps(talk: Conversation, question: Question, place: tuple[int, int]) -> list[Step]:
    """A question; once more where it is to be anonymous; not again after it was answered so."""
    if talk.answers.get(keeping.hidden_key(question.key)) is keeping.HIDDEN:
        return []
    step = Step(
        question.key,
        ask=_ask(question, place),
        read=_READ[question.kind](question),
        choices=_choices(question),
        shown=_shown(question),
        optional=True,
        columns=5 if question.kind == "score" else 2,
    )
    return [step, _hidden(question, place)] if talk.answers.get(question.key) is keeping.HIDDEN else [step]


def _hidden(question: Question, place: tuple[int, int]) -> Step:
    def ask(desk: Desk, talk: Conversation) -> list[Piece]:
        return [
            w("retro-ask", place=place[0], count=place[1], ask=question.ask),
            w("retro-ask-hidden", people=rules.FROM),
        ]

    def read(desk: Desk, talk: Conversation, reply: Reply) -> bool:
        desk.forget()
        keeping.keep_hidden(desk, _respondent(desk, talk), question.key, _text(desk, talk, reply))
        return keeping.HIDDEN

    return Step(
        keeping.hidden_key(question.key), ask=ask, read=read, shown=lambda *_: w("retro-kept-hidden"), optional=True
    )


def _ask(question: Question, place: tuple[int, int]) -> Callable[[Desk, Conversation], list[Piece]]:
    def ask(desk: Desk, talk: Conversation) -> list[Piece]:
        line = w("retro-ask", place=place[0], count=place[1], ask=question.ask)
        legend = [w("retro-ask-score")] if question.kind == "score" else []
        heard = question.key in talk.answers  # in this very walk, which shows it by itself
        kept = None if heard else keeping.named(desk, _respondent(desk, talk), question.key)
        before = [w("retro-ask-again", answer=shown(question, kept.value))] if kept else []
        return [line, *legend, *before]

    return ask


def _choices(question: Question) -> Callable[[Desk, Conversation], list[Choice]]:
    def choices(desk: Desk, talk: Conversation) -> list[Choice]:
        kept = keeping.named(desk, _respondent(desk, talk), question.key)
        drop = [Choice(DROP, w("retro-button-drop"))] if kept else []
        if question.kind == "score":
            return [*(Choice(str(score), str(score)) for score in range(1, 6)), *drop]
        if question.kind == "choice":
            return [*(Choice(str(place), each.label) for place, each in enumerate(question.choices)), *drop]
        return [*([] if question.signed else [Choice(HIDE, w("retro-button-hide"))]), *drop]

    return choices


def shown(question: Question | None, value: str) -> Piece:
    """How a kept value reads."""
    if question and question.kind == "choice":
        return next((each.label for each in question.choices if each.key == value), value)
    return rules.shortened(value, rules.ECHOED)


def _shown(question: Question) -> Callable[[Desk, Conversation, Any], Piece]:
    def show(desk: Desk, talk: Conversation, value: Any) -> Piece:
        if value is keeping.HIDDEN:
            return w("retro-button-hide")
        return shown(question, value) if value else w("retro-dropped")

    return show


def _read_text(question: Question) -> Any:
    def read(desk: Desk, talk: Conversation, reply: Reply) -> str | bool:
        if reply.choice == HIDE:
            return keeping.HIDDEN
        if reply.choice == DROP:
            return _drop(desk, talk, question)
        text: str = _text(desk, talk, reply)
        if _keep(desk, talk, question, text) and question.action:
            _propose(desk, talk, text)
        return text

    return read


def _read_score(question: Question) -> Any:
    def read(desk: Desk, talk: Conversation, reply: Reply) -> str:
        if reply.choice == DROP:
            return _drop(desk, talk, question)
        score = rules.score(reply.choice or reply.text.strip())
        if score is None:
            raise Unclear(w("retro-score-please"))
        _keep(desk, talk, question, str(score))
        return str(score)

    return read


def _read_choice(question: Question) -> Any:
    def read(desk: Desk, talk: Conversation, reply: Reply) -> str:
        picked = choice_answer(desk, talk, reply)
        if picked == DROP:
            return _drop(desk, talk, question)
        value = question.choices[int(picked)].key
        _keep(desk, talk, question, value)
        return value

    return read


_READ = {"text": _read_text, "score": _read_score, "choice": _read_choice}
_text = text_answer(rules.LONGEST)


def _respondent(desk: Desk, talk: Conversation) -> Respondent:
    return desk.get(Respondent, talk.subject)


def _keep(desk: Desk, talk: Conversation, question: Question, value: str) -> bool:
    return keeping.keep(desk, _respondent(desk, talk), question.key, question.kind, question.role, value)


def _drop(desk: Desk, talk: Conversation, question: Question) -> str:
    keeping.drop(desk, _respondent(desk, talk), question.key)
    return ""


def _propose(desk: Desk, talk: Conversation, text: str) -> None:
    keeping.propose(desk, desk.get(Stream, talk.stream_id), text, desk.get(Person, talk.person_id))
