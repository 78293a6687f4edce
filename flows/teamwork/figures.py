"""How the figures look: in a show's report, for the team over its last shows, and for one person."""

from collections.abc import Sequence

from bot import roster
from bot.between import Mark, Measure
from bot.crew import Person, Stream, Team
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.teamwork import gathering, rules
from flows.teamwork.gathering import Gathered
from flows.teamwork.rules import Figures, Scope
from flows.teamwork.tables import Kudos

NAMED = 10


def report(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """How the show's calls were answered, by part, beside those of the shows before; then the thanks."""
    if stream.rehearsal:
        return []
    calls = gathering.answered(desk, [stream])
    lines: list[Piece] = []
    if found := rules.figures(calls):
        lines = [_line("teamwork-report", found), w("teamwork-parts", parts=_parts(calls))]
        shows = gathering.last_shows(desk, desk.team_of(stream), 2 * gathering.SHOWS, stream)
        if before := rules.figures(gathering.answered(desk, shows)):
            lines.append(_line("teamwork-before", before))
    return [*lines, *_thanks(desk, stream)]


def of_team(found: Gathered, team: Team) -> list[Piece]:
    """The team's trend: the last shows beside those before, then one by one; nothing where nothing is on record."""
    last, before = found.last(), found.before()
    lines = [*_shares(found.measures, last, before), *_calls(found, last, before)]
    if not lines:
        return []
    thanked, earlier = (len(_thanked(found, scope)) for scope in (last, before))
    with_before = w("teamwork-thanked-before", count=thanked, before=earlier)
    lines.append(with_before if before.shows else w("teamwork-thanked-all", count=thanked))
    shows = [line for show in found.shows[: gathering.SHOWS] if (line := _show(found, show, team))]
    return [w("teamwork-head"), _window(found), *lines, "", w("teamwork-shows"), *shows, "", w("teamwork-meaning")]


def of_person(found: Gathered, person: Person, closing: Piece) -> list[Piece]:
    """The same for one person: what was asked of them first, said by them, thanked to them and by them."""
    last, before = found.last(person.id), found.before(person.id)
    lines = [*_shares([*found.measures, _first(found)], last, before), *_calls(found, last, before)]
    thanks = _thanked(found, found.last())
    got, gave = sum(one.to_id == person.id for one in thanks), sum(one.from_id == person.id for one in thanks)
    lines += [w("teamwork-thanked-own", got=got, gave=gave)] if got or gave else []
    head = [w("teamwork-person", who=person), _window(found)]
    return [*head, *(lines or [w("teamwork-none")]), "", closing]


def _window(found: Gathered) -> Piece:
    last, before = len(found.last().shows), len(found.before().shows)
    return w("teamwork-window-before", count=last, before=before) if before else w("teamwork-window", count=last)


def _shares(measures: Sequence[Measure], last: Scope, before: Scope) -> list[Piece]:
    """A line for each measure that has anything in the last shows."""
    lines: list[Piece] = []
    for measure in measures:
        if share := _share(measure, last):
            said = {"sign": measure.sign, "what": measure.name, "well": share.well, "total": share.total}
            earlier = _share(measure, before)
            lines.append(
                w("teamwork-share-before", **said, percent=share.percent, before=earlier.percent)
                if earlier
                else w("teamwork-share", **said, percent=share.percent)
            )
    return lines


def _share(measure: Measure, scope: Scope) -> rules.Share | None:
    return rules.share(mark.well for mark in measure.marks if scope.holds(mark.stream_id, mark.person_id))


def _first(found: Gathered) -> Measure:
    """Whether whoever was asked first answered, or somebody else had to be asked."""
    marks = [Mark(call.stream_id, call.first, call.pings == 1) for call in found.calls]
    return Measure(w("teamwork-first"), w("teamwork-first-sign"), marks)


def _calls(found: Gathered, last: Scope, before: Scope) -> list[Piece]:
    """How fast calls were answered and after how many pings, by part of the show."""
    earlier = dict(rules.by_part(_within(found, before)))
    lines = [_part(part, figures, earlier.get(part)) for part, figures in rules.by_part(_within(found, last))]
    return [w("teamwork-calls"), *lines] if lines else []


def _part(part: rules.Part, now: Figures, before: Figures | None) -> Piece:
    said = {"part": w(f"teamwork-part-{part}"), "half": now.half, "each": now.pings_each}
    if before is None:
        return w("teamwork-part", **said)
    return w("teamwork-part-before", **said, half_before=before.half, each_before=before.pings_each)


def _within(found: Gathered, scope: Scope) -> list[rules.Answered]:
    return [call for call in found.calls if scope.holds(call.stream_id, call.first)]


def _thanked(found: Gathered, scope: Scope) -> list[Kudos]:
    return [one for one in found.thanks if one.stream_id in scope.shows]


def _show(found: Gathered, show: Stream, team: Team) -> Piece | None:
    """One show in a line, by the signs of the measures."""
    scope = Scope(frozenset({show.id}))
    shares = [(measure.sign, share) for measure in found.measures if (share := _share(measure, scope))]
    parts: list[Piece] = [w("teamwork-show-share", sign=sign, percent=share.percent) for sign, share in shares]
    if calls := rules.figures(_within(found, scope)):
        parts.append(w("teamwork-show-calls", half=calls.half, each=calls.pings_each))
    at = roster.day_of(team, show.starts_at)
    return w("teamwork-show", title=show.title, at=at, parts=Joined(parts, "dot")) if parts else None


def _line(word: str, found: Figures) -> Piece:
    return w(word, answered=found.answered, each=found.pings_each, half=found.half)


def _parts(calls: Sequence[rules.Answered]) -> Joined:
    return Joined([_in_report(part, found) for part, found in rules.by_part(calls)], "dot")


def _in_report(part: rules.Part, found: Figures) -> Piece:
    return w("teamwork-in-report", part=w(f"teamwork-part-{part}"), half=found.half)


def _thanks(desk: Desk, stream: Stream) -> list[Piece]:
    rows = gathering.thanks(desk, [stream.id])
    told = [
        w(
            "teamwork-thanked",
            who=desk.person_named(each.from_id),
            whom=desk.person_named(each.to_id),
            why=each.why,
            at=HourMinute(each.at),
        )
        for each in rows[:NAMED]
    ]
    return [w("teamwork-thanks", count=len(rows)), *told] if rows else []
