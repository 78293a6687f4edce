"""What is on record of a team's last shows: one statement for each kind of row, however many the shows are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot.between import Measure
from bot.crew import Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from flows.teamwork import rules
from flows.teamwork.tables import Kudos

SHOWS = 5
"""The last ones, beside as many before them."""


@dataclass(frozen=True)
class Gathered:
    """What some shows, the newest first, have left on record."""

    shows: Sequence[Stream]
    measures: Sequence[Measure]
    calls: Sequence[rules.Answered]
    thanks: Sequence[Kudos]

    def last(self, person: int | None = None) -> rules.Scope:
        return rules.Scope(frozenset(show.id for show in self.shows[:SHOWS]), person)

    def before(self, person: int | None = None) -> rules.Scope:
        return rules.Scope(frozenset(show.id for show in self.shows[SHOWS:]), person)


def of(desk: Desk, team: Team) -> Gathered:
    """The team's last shows, and those before them."""
    shows = last_shows(desk, team, 2 * SHOWS)
    measures = [flow.measure(desk, shows) for flow in desk.house.flows if flow.measure]
    return Gathered(shows, measures, answered(desk, shows), thanks(desk, [show.id for show in shows]))


def last_shows(desk: Desk, team: Team, most: int, before: Stream | None = None) -> Sequence[Stream]:
    """The team's newest shows that are over or under review, rehearsals left out; the newest first."""
    looked = select(Stream).where(
        Stream.team_id == team.id,
        col(Stream.phase).in_((Phase.REVIEW, Phase.CLOSED)),
        col(Stream.rehearsal).is_(False),
    )
    if before:
        looked = looked.where(Stream.starts_at < before.starts_at)
    return desk.session.exec(looked.order_by(col(Stream.starts_at).desc()).limit(most)).all()


def answered(desk: Desk, streams: Sequence[Stream]) -> list[rules.Answered]:
    """The calls of some shows that were answered, from the cues' own record."""
    shows = {stream.id: stream for stream in streams}
    rows = desk.session.exec(
        select(Cue).where(col(Cue.stream_id).in_(shows), Cue.state == CueState.ACKNOWLEDGED).order_by(col(Cue.id))
    )
    return [_answered(desk, shows[one.stream_id], one) for one in rules.together(filter(None, map(_asked, rows)))]


def thanks(desk: Desk, shows: Collection[int]) -> Sequence[Kudos]:
    return desk.session.exec(select(Kudos).where(col(Kudos.stream_id).in_(shows)).order_by(col(Kudos.id))).all()


def _asked(cue: Cue) -> rules.Asked | None:
    """What a cue has on record; nothing where it was settled before anybody was asked."""
    if cue.stream_id is None or cue.acknowledged_at is None or not cue.history:
        return None
    asked = tuple((datetime.fromisoformat(at), who) for who, at in cue.history)
    return rules.Asked(cue.stream_id, (cue.kind.partition(".")[0], cue.subject), asked, cue.acknowledged_at)


def _answered(desk: Desk, stream: Stream, one: rules.Asked) -> rules.Answered:
    at, first = one.asked[0]
    roll_call = desk.house.playbook_of(stream).gate.roll_call.at(stream.starts_at, stream.ends_at)
    where = rules.part(at, roll_call, stream.zero, stream.wrapped_at)
    return rules.Answered(stream.id, where, first, len(one.asked), one.answered_at - at)
