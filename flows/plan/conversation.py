"""/new: the plan of a show, asked step by step, or read from one line."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot import door
from bot.crew import Team
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import HourMinute, Piece, Words, Zone, w
from flows.plan import cards, crew_steps, drafting, keeping, midnight, one_line, reading, retyping, rules
from flows.plan.tables import Every

PURPOSE_LIMIT = 60


def new(desk: Desk, text: str) -> None:
    """/new, with whatever is known already on the same line."""
    assert desk.team is not None
    known = one_line.known(desk, text)
    desk.ask("plan.new", desk.person, desk.team, answers=known)
    door.point(desk)


def press_new(desk: Desk, team: Team) -> None:
    """[New show]"""
    door.point(desk)
    desk.ask("plan.new", desk.person, team)


# Steps


def steps(desk: Desk, talk: Conversation) -> list[Step]:
    """The crew opens further questions, and a plan that changes is confirmed anew."""
    sure = f"sure@{talk.answers.get('start')}"
    return [
        Step("title", _say("plan-ask-title"), _read_title),
        Step(
            "purpose", _say("plan-ask-purpose"), _read_purpose, choices=_purposes, shown=_shown_purpose, optional=True
        ),
        Step("goal", _ask_goal, _read_goal, optional=True),
        Step("start", _ask_start, _read_start, choices=_starts, shown=_shown_start, columns=1),
        Step("length", _say("plan-ask-length"), _read_length, choices=_lengths, shown=_shown_length, columns=4),
        *crew_steps.steps(desk, talk),
        Step("review", _ask_review, _read_choice("keep"), choices=_review_choices),
        Step(sure, _ask_sure, _read_sure, choices=_sure_choices, columns=1),
    ]


def _say(key: str) -> Any:
    return lambda _desk, _talk: [Words(key)]


def _read_choice(*values: str) -> Any:
    def read(_desk: Desk, _talk: Conversation, reply: Reply) -> str:
        if reply.choice not in values:
            raise Unclear(w("talk-press-please"))
        return reply.choice

    return read


def _read_title(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """The name; or all of it in one line, as after /new."""
    line = reading.line(reply, one_line.TITLE_LIMIT)
    known = retyping.in_full(desk, line)
    drafting.change(talk, **known)
    return str(known.get("title", line))


# Purpose and goal


def _purposes(desk: Desk, talk: Conversation) -> list[Choice]:
    playbook = desk.house.playbook_of(drafting.draft(desk, talk))
    return [Choice(f"p{place}", purpose.name) for place, purpose in enumerate(playbook.purposes)]


def _read_purpose(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """Another purpose counts in another unit: its goal is asked anew."""
    purpose = _purpose_of(desk, talk, reply)
    if purpose != talk.answers.get("purpose"):
        drafting.change(talk, "goal")
    return purpose


def _purpose_of(desk: Desk, talk: Conversation, reply: Reply) -> str:
    if reply.choice is None:
        return reading.line(reply, PURPOSE_LIMIT)
    purposes = desk.house.playbook_of(drafting.draft(desk, talk)).purposes
    return next(one.key for place, one in enumerate(purposes) if reply.choice == f"p{place}")


def _shown_purpose(desk: Desk, talk: Conversation, purpose: str) -> Piece:
    return cards.purpose_name(desk.house.playbook_of(drafting.draft(desk, talk)), purpose)


def _ask_goal(desk: Desk, talk: Conversation) -> list[Piece]:
    unit = cards.unit(desk, drafting.draft(desk, talk))
    return [w("plan-ask-goal-unit", unit=unit) if unit else w("plan-ask-goal")]


def _read_goal(_desk: Desk, _talk: Conversation, reply: Reply) -> str:
    return reading.goal(reply, w("plan-goal-number-skip"))


# Start and length


def _ask_start(desk: Desk, talk: Conversation) -> list[Piece]:
    ask, unfit = (
        w("plan-ask-start", zone=Zone(desk.place_of(talk).reader.zone)),
        one_line.unfit_start(desk, talk.answers),
    )
    return [unfit, ask] if unfit else [ask]


def _starts(desk: Desk, talk: Conversation) -> list[Choice]:
    found = rules.evenings(desk.now, drafting.team_of(desk, talk).timezone)
    return [Choice(str(int(at.timestamp())), w("plan-at", at=at)) for at in found]


def _read_start(desk: Desk, talk: Conversation, reply: Reply) -> str:
    said = reply.understood
    if reply.choice is not None:
        start = datetime.fromtimestamp(int(reply.choice), UTC)
    elif said and said.moment and said.exact:
        start = said.moment
    elif said and said.days:
        raise Unclear(w("plan-start-hour", day=said.days[0]))
    else:
        raise Unclear(w("plan-start-unclear"))
    if problem := one_line.start_problem(desk, start):
        raise Unclear(problem)
    drafting.change(talk, one_line.UNFIT, **midnight.other(desk, reply.text, start))
    if said and said.length is not None:
        drafting.change(talk, length=reading.fitting(said.length))
    return start.isoformat()


def _shown_start(desk: Desk, talk: Conversation, value: str) -> Piece:
    return w("plan-start-kept", at=datetime.fromisoformat(value), zone=Zone(desk.place_of(talk).reader.zone))


def _lengths(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return reading.lengths()


def _read_length(desk: Desk, talk: Conversation, reply: Reply) -> int:
    return reading.length(desk, reply, drafting.start(talk) or desk.now)


def _shown_length(desk: Desk, talk: Conversation, minutes: int) -> Piece:
    start = drafting.start(talk) or desk.now
    length = timedelta(minutes=minutes)
    return w("plan-length-kept", ends=HourMinute(start + length), length=length)


# The review plan, and the whole plan


def _ask_review(desk: Desk, talk: Conversation) -> list[Piece]:
    return keeping.review_lines(desk, drafting.draft(desk, talk))


def _review_choices(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("keep", w("plan-review-keep"))]


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    stream, every = drafting.draft(desk, talk), talk.answers.get("every")
    return [
        w("plan-ask-sure", zone=Zone(desk.place_of(talk).reader.zone)),
        *cards.head(desk, stream),
        *crew_steps.lines(desk, talk),
        *([w(f"plan-repeats-{every}")] if every else []),
        *midnight.lines(desk, talk),
        w("plan-review-by", by=keeping.review_due(desk, stream)),
        *crew_steps.warnings(desk, talk),
    ]


def _sure_choices(desk: Desk, talk: Conversation) -> list[Choice]:
    """The buttons know how many warnings stood above them: with another one, the plan is shown again."""
    seen = len(crew_steps.warnings(desk, talk))
    confirm = Choice(f"yes.{seen}", w("plan-confirm"))
    today = midnight.choices(talk)
    if talk.answers.get("every"):
        return [*today, confirm, Choice(f"{drafting.ONCE}.{seen}", w("plan-confirm-once"))]
    return [*today, confirm, *(Choice(f"{every}.{seen}", w(f"plan-confirm-{every}")) for every in Every)]


def _read_sure(desk: Desk, talk: Conversation, reply: Reply) -> str:
    start = drafting.start(talk)
    if start is None or rules.start_problem(start, desk.now):
        desk.say(desk.place_of(talk), w("plan-start-past", at=start or desk.now, now=desk.now), priority=Priority.REPLY)
        drafting.change(talk, "start")
        return ""
    if reply.choice not in [choice.value for choice in _sure_choices(desk, talk)]:
        raise Unclear(w("plan-changed-meanwhile")) if reply.choice else retyping.again(desk, talk, reply)
    if reply.choice == midnight.TODAY:
        midnight.take_today(talk)
    return reply.choice.partition(".")[0]


walk = Walk(steps=steps, done=keeping.keep, may=of_a_lead)
