"""What other rooms show of the review: the board's line and buttons, and help."""

from sqlmodel import col, select

from bot import roster
from bot.crew import Phase, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Piece, w
from flows.retro import asking, cues, keeping
from flows.retro.tables import Review, ReviewState


def panel(desk: Desk, stream: Stream) -> list[Piece]:
    """When it opens; then how many have answered, until when."""
    if stream.phase is Phase.WRAP:
        return [w("retro-panel-opens", at=HourMinute(cues.opens_at(desk, stream)))]
    review = _open(desk, stream)
    if review is None:
        return []
    asked, heard = keeping.respondents(desk, review), keeping.heard(desk, review)
    empty = keeping.empty(desk, review)
    return [w("retro-panel-open", answered=len(heard), empty=len(empty), asked=len(asked), due=review.due_at)]


def board(desk: Desk, stream: Stream) -> list[Button]:
    review = _open(desk, stream)
    if review is None:
        return []
    mine = Button(w("retro-button-mine"), "retro.mine", (review.id,))
    return [mine, Button(w("retro-button-review"), "retro.card", (review.id,))]


def help_lines(desk: Desk, team: Team | None) -> list[Piece]:
    """What this person can do about the shows under review."""
    if team is None:
        return []
    streams = desk.session.exec(
        select(Stream).where(Stream.team_id == team.id, Stream.phase == Phase.REVIEW).order_by(col(Stream.starts_at))
    )
    return [line for stream in streams if (review := _open(desk, stream)) for line in _help(desk, stream, review)]


def _help(desk: Desk, stream: Stream, review: Review) -> list[Piece]:
    lines: list[Piece] = []
    by = keeping.respondent(desk, review, desk.person)
    if by and by.answered_at:
        lines.append(w("retro-help-change", title=stream.title, due=review.due_at))
    elif by:
        count = asking.left(desk, stream, by)
        lines.append(w("retro-help-answer", title=stream.title, count=count, due=review.due_at))
    if roster.may_act(desk, stream, ()):
        lines.append(w("retro-help-lead", title=stream.title))
    return lines


def _open(desk: Desk, stream: Stream) -> Review | None:
    review = keeping.review_of(desk, stream) if stream.phase is Phase.REVIEW else None
    return review if review and review.state is ReviewState.OPEN else None
