"""What a review comes to: when it opens, what is asked of whom, what may be shown, and how a report is cut into messages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from bot.playbook import ReviewPlan, ReviewQuestion
from flows.retro.tables import Respondent, ReviewAnswer

IDEA, OTHERS = "idea", "others"
ALWAYS = (IDEA, OTHERS)
"""What everybody may add, whatever the playbook asks."""
DECISIONS = "decisions"
"""The playbook's question about what was decided: not for whoever has logged it, and is asked what came of it."""
LONGEST = 1000
"""Characters of an answer."""
SHOWN = 500
"""Characters of an answer in the report; with the worst of escaping it still fits a message."""
ECHOED = 120
OUTCOMES = 3
"""Decisions of one person that the review asks about."""
RECALLED = 200
"""Characters of a decision where it is told again."""
FROM = 3
"""Respondents from which on anonymous answers are shown: before, everybody could guess."""
NUDGE_AGAIN = timedelta(minutes=30)
EXTENSION = timedelta(hours=12)
LAST_CALL = timedelta(hours=2)
"""How long before an extended deadline the silent are asked once more."""
ASK_LEAD_AGAIN = timedelta(hours=2)
"""When a lead who only nudged is asked again."""
MOMENTS = 3
SECONDS = 15
"""What a question takes."""


class Entry(Protocol):
    """A line of the show log, as far as it matters here."""

    at: datetime
    person_id: int | None
    key: str
    args: dict[str, Any]


Line = TypeVar("Line", bound=Entry)


def opens_at(plan: ReviewPlan, zero: datetime, wrapped_at: datetime) -> datetime:
    """Counted from the real start or the real end; never before the show is over."""
    return max(plan.opens.at(zero, wrapped_at), wrapped_at)


def asked_again(plan: ReviewPlan, opened_at: datetime) -> list[datetime]:
    return [opened_at + after for after in sorted(plan.reminders)]


def minutes(questions: int) -> int:
    """About how long the questions take."""
    return max(1, round(questions * SECONDS / 60))


def may_become_action(key: str, action: bool) -> bool:
    """An idea to try always may, whatever the playbook says of it; the next review asks what came of it."""
    return action or key == IDEA


def outcome_key(decision: int) -> str:
    """The question what came of a decision; none of a playbook's has a dot."""
    return f"decided.{decision}"


def is_outcome(key: str) -> bool:
    return key.startswith("decided.")


def offered(asked: Sequence[ReviewQuestion]) -> list[str]:
    """Which of the two that are always offered this person is not asked by the playbook anyway."""
    known = {question.key for question in asked}
    return [key for key in ALWAYS if key not in known]


def seen_as(question: ReviewQuestion | None, roles: Sequence[str]) -> str | None:
    """The role that somebody answers a question in: the one that it was put to, else their first."""
    put_to = [role for role in roles if question and role in question.roles]
    return next(iter([*put_to, *roles]), None)


def moments(entries: Iterable[Line], person_id: int, name: str, since: datetime) -> list[Line]:
    """The last few lines of the log since then that a person did, or is named in."""
    return [
        entry
        for entry in entries
        if entry.at >= since
        and not entry.key.startswith(("phase-", "retro-", "cue-"))
        and _concerns(entry, person_id, name)
    ][-MOMENTS:]


def _concerns(entry: Entry, person_id: int, name: str) -> bool:
    """Whoever pressed is of no matter where a line tells of one person alone: who came on duty, not who saw to it."""
    about = entry.args.get("person")
    return about == name if about else entry.person_id == person_id or name in entry.args.values()


def silent(respondents: Iterable[Respondent]) -> list[Respondent]:
    return [each for each in respondents if each.answered_at is None]


def unheard(respondents: Iterable[Respondent], answers: Iterable[ReviewAnswer]) -> list[Respondent]:
    """Who said nothing at all under their name: half an answer is an answer."""
    spoke = {answer.person_id for answer in answers}
    return [each for each in silent(respondents) if each.person_id not in spoke]


def answered(respondents: Iterable[Respondent]) -> list[Respondent]:
    return [each for each in respondents if each.answered_at is not None]


def may_show_anonymous(respondents: Iterable[Respondent]) -> bool:
    return len(answered(respondents)) >= FROM


def voices(
    answers: Iterable[ReviewAnswer], question: str, people: Sequence[int], anonymous: bool
) -> list[ReviewAnswer]:
    """The answers to a question: those with a name in the crew's order, then the others by their random id."""
    order = {person_id: place for place, person_id in enumerate(people)}
    given = [answer for answer in answers if answer.question == question and (anonymous or not answer.anonymous)]
    return sorted(given, key=lambda each: (each.anonymous, order.get(each.person_id or 0, len(order)), each.id))


def questions_answered(answers: Iterable[ReviewAnswer], asked: Sequence[str]) -> list[str]:
    """The questions that have answers, in the order of asking; those that nobody knows any more come last."""
    given = {answer.question for answer in answers}
    return [*(key for key in asked if key in given), *sorted(given - set(asked))]


def average(answers: Sequence[ReviewAnswer]) -> str:
    """The mean of scores, with one decimal."""
    return f"{sum(int(answer.value) for answer in answers) / len(answers):.1f}"


def counted(answers: Iterable[ReviewAnswer]) -> list[tuple[str, int]]:
    """What was chosen, the most frequent first."""
    return sorted(Counter(answer.value for answer in answers).items(), key=lambda each: (-each[1], each[0]))


def shortened(text: str, limit: int) -> str:
    """The text, cut with an ellipsis where it is too long."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def score(text: str) -> int | None:
    """A score as typed, in full-width digits too."""
    return int(text) if len(text) == 1 and text in "12345１２３４５" else None


def nudge_from(nudged_at: datetime | None, now: datetime) -> datetime | None:
    """When the next nudge may come, if it may not come now."""
    again = nudged_at + NUDGE_AGAIN if nudged_at else None
    return again if again and again > now else None


def extended(due_at: datetime, now: datetime) -> datetime:
    return max(due_at, now) + EXTENSION


def packed(sizes: Sequence[int], limit: int) -> list[range]:
    """Which pieces go into which message, in order, so that each message stays within the limit."""
    pages: list[range] = []
    start, room = 0, limit
    for place, size in enumerate(sizes):
        if place > start and size + 1 > room:
            pages.append(range(start, place))
            start, room = place, limit
        room -= size + 1
    return [*pages, range(start, len(sizes))] if sizes else []
