"""How calls were answered: for a show's report, for the team over its last shows, and for oneself."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.crew import Phase, Stream, Team
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.words import HourMinute, Joined, Piece, w
from flows.teamwork import rules
from flows.teamwork.tables import Kudos

SHOWS = 10
"""Shows that are looked back on."""
NAMED = 10


def report(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """The show's figures, by part, beside those of the shows before; then the thanks."""
    if stream.rehearsal:
        return []
    calls = answered(desk, [stream])
    found = rules.figures(calls)
    lines: list[Piece] = []
    if found:
        lines = [_line("teamwork-report", found), w("teamwork-parts", parts=_parts(calls))]
        if before := rules.figures(answered(desk, last_shows(desk, desk.team_of(stream), stream))):
            lines.append(_line("teamwork-before", before))
    return [*lines, *_thanks(desk, stream)]


def command(desk: Desk, _text: str) -> None:
    """/teamwork: the team's last shows for everybody, one's own figures in private."""
    assert desk.team is not None
    shows = last_shows(desk, desk.team)
    lines = [line for show in shows if (line := _show(desk, show))]
    head: list[Piece] = [w("teamwork-head"), *lines, w("teamwork-meaning")] if lines else [w("teamwork-nothing")]
    desk.reply(*head)
    if lines:
        desk.say(desk.private(desk.person, desk.team), *_own(desk, answered(desk, shows)))


def answered(desk: Desk, streams: Sequence[Stream]) -> list[rules.Answered]:
    """The calls of some shows that were answered, from the cues' own record."""
    shows = {stream.id: stream for stream in streams}
    rows = desk.session.exec(
        select(Cue).where(col(Cue.stream_id).in_(shows), Cue.state == CueState.ACKNOWLEDGED).order_by(col(Cue.id))
    )
    return [_answered(desk, shows[cue.stream_id or 0], cue) for cue in rows if cue.history and cue.acknowledged_at]


def last_shows(desk: Desk, team: Team, before: Stream | None = None) -> Sequence[Stream]:
    """The team's newest shows that are over or under review, rehearsals left out; the newest first."""
    looked = select(Stream).where(
        Stream.team_id == team.id,
        col(Stream.phase).in_((Phase.REVIEW, Phase.CLOSED)),
        col(Stream.rehearsal).is_(False),
    )
    if before:
        looked = looked.where(Stream.starts_at < before.starts_at)
    return desk.session.exec(looked.order_by(col(Stream.starts_at).desc()).limit(SHOWS)).all()


def _answered(desk: Desk, stream: Stream, cue: Cue) -> rules.Answered:
    (first, at), *_ = cue.history
    asked = datetime.fromisoformat(at)
    roll_call = desk.house.playbook_of(stream).gate.roll_call.at(stream.starts_at, stream.ends_at)
    where = rules.part(asked, roll_call, stream.zero, stream.wrapped_at)
    assert cue.acknowledged_at is not None
    return rules.Answered(where, first, len(cue.history), cue.acknowledged_at - asked)


def _line(word: str, found: rules.Figures) -> Piece:
    return w(word, answered=found.answered, each=found.pings_each, half=found.half)


def _parts(calls: Sequence[rules.Answered]) -> Joined:
    return Joined([w(f"teamwork-part-{part}", half=found.half) for part, found in rules.by_part(calls)], "dot")


def _show(desk: Desk, stream: Stream) -> Piece | None:
    found = rules.figures(answered(desk, [stream]))
    if found is None:
        return None
    return w("teamwork-show", title=stream.title, at=stream.starts_at, each=found.pings_each, half=found.half)


def _own(desk: Desk, calls: Sequence[rules.Answered]) -> list[Piece]:
    """What was asked of one first: answered by oneself, or passed on."""
    mine = [call for call in calls if call.first == desk.person.id]
    alone = rules.figures(call for call in mine if call.pings == 1)
    if alone is None:
        return [w("teamwork-own-nothing")]
    return [w("teamwork-own", answered=alone.answered, asked=len(mine), half=alone.half)]


def _thanks(desk: Desk, stream: Stream) -> list[Piece]:
    rows = desk.session.exec(select(Kudos).where(Kudos.stream_id == stream.id).order_by(col(Kudos.id))).all()
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
