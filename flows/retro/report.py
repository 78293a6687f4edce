"""The published review: what every flow reports, then the voices; cut into messages that Telegram takes."""

from collections.abc import Sequence

from bot.crew import Stream
from bot.desk import Desk
from bot.words import LONGEST, Joined, Piece, Reader, Words, w
from flows.retro import asking, cards, keeping, outcomes, rules
from flows.retro.asking import Question
from flows.retro.tables import Review, ReviewAnswer

Block = list[Piece]
"""Lines that stay together in one message."""


def whole(desk: Desk, stream: Stream, review: Review) -> list[Block]:
    """The whole report, not cut."""
    told = [_head(desk, stream, review), *_reports(desk, stream), *_decisions(desk, stream, review)]
    return [*told, *_voices(desk, stream, review)]


def pages(desk: Desk, stream: Stream, review: Review) -> list[Block]:
    """The whole report as the messages it takes."""
    blocks = whole(desk, stream, review)
    reader = desk.group(desk.team_of(stream)).reader
    sizes = [_size(desk, block, reader) for block in blocks]
    return [[line for place in page for line in blocks[place]] for page in rules.packed(sizes, LONGEST)]


def silent(desk: Desk, stream: Stream) -> list[Piece]:
    """Who said nothing: silence is shown as silence."""
    review = keeping.review_of(desk, stream)
    if review is None:
        return []
    people = rules.unheard(keeping.respondents(desk, review), keeping.answers(desk, review))
    return [w("retro-report-silent", who=cards.names(desk, people))] if people else []


def _head(desk: Desk, stream: Stream, review: Review) -> Block:
    """When it was, as planned and in fact, the plan's own part says."""
    asked, heard = keeping.respondents(desk, review), keeping.heard(desk, review)
    empty, who = keeping.empty(desk, review), desk.person_named(stream.lead_id)
    return [
        w("retro-report-head", title=stream.title),
        w("retro-report-count", answered=len(heard), empty=len(empty), asked=len(asked), who=who),
    ]


def _reports(desk: Desk, stream: Stream) -> list[Block]:
    """Every flow's part, in show order, a blank line before each."""
    blocks: list[Block] = []
    for flow in desk.house.flows:
        for place, line in enumerate(flow.report(desk, stream)):
            blocks.append([line] if place else ["", line])
    return blocks


def _decisions(desk: Desk, stream: Stream, review: Review) -> list[Block]:
    """The heading stays with the first of them."""
    told = outcomes.told(desk, stream, review)
    return [["", w("retro-decisions"), told[0]], *_alone(told[1:])] if told else []


def _voices(desk: Desk, stream: Stream, review: Review) -> list[Block]:
    every, asked = keeping.answers(desk, review), keeping.respondents(desk, review)
    answers = [answer for answer in every if not rules.is_outcome(answer.question)]
    shown = keeping.may_show_anonymous(desk, review)
    questions = asking.everything(desk, stream)
    blocks: list[Block] = []
    for key in rules.questions_answered(answers, list(questions)):
        found = rules.voices(answers, key, [by.person_id for by in asked], shown)
        blocks += _voice(desk, stream, questions.get(key), key, found) if found else []
    if not every:
        return [["", w("retro-report-nothing")]]
    if not shown and any(answer.anonymous for answer in answers):
        blocks.append(["", w("retro-report-hidden", people=rules.FROM)])
    return blocks


def _voice(
    desk: Desk, stream: Stream, question: Question | None, key: str, answers: Sequence[ReviewAnswer]
) -> list[Block]:
    """A question and its answers; the question stays with the first of them."""
    head: Block = ["", w("retro-question", ask=question.ask if question else key)]
    kind = answers[0].kind
    if kind == "score":
        return [[*head, w("retro-scores", average=rules.average(answers), count=len(answers))]]
    if question and kind == "choice":
        picked = [
            w("retro-picked", label=asking.shown(question, value), count=n) for value, n in rules.counted(answers)
        ]
        return [[*head, w("retro-picks", picks=Joined(picked, "dot"))]]
    first, *others = [_said(desk, stream, answer) for answer in answers]
    return [[*head, first], *_alone(others)]


def _alone(lines: Sequence[Piece]) -> list[Block]:
    return [[line] for line in lines]


def _said(desk: Desk, stream: Stream, answer: ReviewAnswer) -> Words:
    text = rules.shortened(answer.value, rules.SHOWN)
    if answer.anonymous:
        return w("retro-voice-hidden", text=text)
    who = desk.person_named(answer.person_id)
    role = desk.house.playbook_of(stream).role(answer.role) if answer.role else None
    return w("retro-voice", who=who, role=role.name, text=text) if role else w("retro-voice-alone", who=who, text=text)


def _size(desk: Desk, block: Block, reader: Reader) -> int:
    """As Telegram counts, in UTF-16 units; markup is counted too, which is on the safe side."""
    text = "\n".join(desk.house.dictionary.line(line, reader) for line in block)
    return len(text.encode("utf-16-le")) // 2
