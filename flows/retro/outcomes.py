"""What came of the decisions logged in a show: one short question each to whoever took them, and the report's list."""

from collections.abc import Sequence
from datetime import datetime

from bot import roster
from bot.between import Decided
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.words import HourMinute, Piece, w
from flows.retro import keeping, rules
from flows.retro.tables import Review


def asked(desk: Desk, stream: Stream, person: Person) -> list[tuple[str, Piece]]:
    """By key, what somebody is asked; of many decisions of theirs the last ones, which are least likely forgotten."""
    own = [one for one in _taken(desk, stream) if one.person_id == person.id][-rules.OUTCOMES :]
    return [(rules.outcome_key(one.id), _question(desk, stream, one)) for one in own]


def _question(desk: Desk, stream: Stream, one: Decided) -> Piece:
    what = rules.shortened(one.what.rstrip(".。!！ "), rules.RECALLED)  # the question has a full stop of its own
    return w("retro-ask-outcome", at=_at(desk, stream, one.at), what=what)


def told(desk: Desk, stream: Stream, review: Review) -> list[Piece]:
    """Every decision with who took it and when, and beside it what came of it, where that was answered."""
    found, answers = _taken(desk, stream), {each.question: each.value for each in keeping.answers(desk, review)}
    return [_line(desk, stream, one, answers.get(rules.outcome_key(one.id))) for one in found]


def _line(desk: Desk, stream: Stream, one: Decided, outcome: str | None) -> Piece:
    who, what = desk.person_named(one.person_id), rules.shortened(one.what, rules.RECALLED)
    about = {"at": _at(desk, stream, one.at), "who": who, "what": what}
    if outcome is None:
        return w("retro-decision", **about)
    return w("retro-decision-outcome", **about, outcome=rules.shortened(outcome, rules.SHOWN))


def _taken(desk: Desk, stream: Stream) -> Sequence[Decided]:
    return [one for flow in desk.house.flows for one in flow.decisions(desk, stream)]


def _at(desk: Desk, stream: Stream, at: datetime) -> datetime | HourMinute:
    """With its day where that is not the show's."""
    team = desk.team_of(stream)
    return HourMinute(at) if roster.day_of(team, at) == roster.day_of(team, stream.zero) else at
