"""Which show belongs to which series, and which ones follow it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, tuple_
from sqlmodel import col, select

from bot.crew import AHEAD, Phase, Stream, Team
from bot.desk import Desk
from bot.flow import Choice, Step
from bot.replies import Conversation, choice_answer
from bot.words import Piece, w
from flows.plan import rules
from flows.plan.tables import Episode, Series

ONE, ON = "one", "on"


def series_of(desk: Desk, stream: Stream) -> Series | None:
    """The series that a show belongs to, while it goes on."""
    return desk.session.exec(
        select(Series)
        .join(Episode, col(Episode.series_id) == Series.id)
        .where(Episode.stream_id == stream.id, col(Series.ended).is_(False))
    ).first()


def ahead(desk: Desk, series: Series) -> list[Stream]:
    """Its shows that are planned and not begun, by the day they were planned for."""
    return list(
        desk.session.exec(
            select(Stream)
            .join(Episode, col(Episode.stream_id) == Stream.id)
            .where(Episode.series_id == series.id, col(Stream.phase).in_(AHEAD))
            .order_by(col(Episode.day))
        )
    )


def following(desk: Desk, stream: Stream) -> list[Stream]:
    """The shows of the same series that come after this one."""
    series = series_of(desk, stream)
    shows = ahead(desk, series) if series else []
    here = next((place for place, one in enumerate(shows) if one.id == stream.id), len(shows))
    return shows[here + 1 :]


_SERIES = select(Episode.series_id).where(Episode.stream_id == bindparam("stream")).scalar_subquery()
_SISTERS = (
    select(Stream)
    .join(Episode, col(Episode.stream_id) == Stream.id)
    .where(Episode.series_id == _SERIES, Stream.id != bindparam("stream"))
)
"""The other shows of a series."""
_SOONER = _SISTERS.where(
    col(Stream.phase).in_({*AHEAD, Phase.LIVE}),
    tuple_(col(Stream.starts_at), col(Stream.id)) < tuple_(bindparam("starts_at"), bindparam("stream")),
).limit(1)


def comes_later(desk: Desk, stream: Stream) -> bool:
    """Of shows that come again one has a board at a time: the one under way, else the next. The others' follow."""
    if stream.phase not in AHEAD:
        return False
    about = {"stream": stream.id, "starts_at": stream.starts_at}
    return desk.session.exec(_SOONER, params=about).first() is not None


def next_board(desk: Desk, stream: Stream) -> None:
    """A show is over, or moved: the board of the next one may be due, also where the series has ended."""
    later_ones = _SISTERS.where(col(Stream.phase).in_(AHEAD))
    for later in desk.session.exec(later_ones, params={"stream": stream.id}):
        desk.touch(later)


def clock(team: Team, at: datetime) -> str:
    """The time of day, as the team's clock shows it."""
    return f"{at.astimezone(ZoneInfo(team.timezone)):%H:%M}"


def shifted(team: Team, start: datetime, days: timedelta, to: str) -> datetime:
    """Another start, moved by as many days, at the new time of day."""
    return rules.slot(start.astimezone(ZoneInfo(team.timezone)).date() + days, to, team.timezone)


# "This one" or "this and following"


def scope_steps(desk: Desk, stream: Stream) -> list[Step]:
    """Asked only where the show comes again."""
    if series_of(desk, stream) is None:
        return []
    return [Step("scope", lambda _desk, _talk: [w("plan-ask-scope")], choice_answer, choices=_scopes)]


def onward(talk: Conversation) -> bool:
    return talk.answers.get("scope") == ON


def _scopes(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice(ONE, w("plan-scope-one")), Choice(ON, w("plan-scope-on"))]


def scope_lines(desk: Desk, stream: Stream, talk: Conversation) -> list[Piece]:
    """What the wider answer takes along."""
    if not onward(talk):
        return []
    shows = following(desk, stream)
    return [w("plan-scope-also", shows=len(shows)), *(w("plan-scope-show", at=one.starts_at) for one in shows)]
