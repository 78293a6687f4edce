"""What members say and press about the review: begin, later, change, and how it stands."""

from sqlmodel import col, select

from bot import door, roster
from bot.crew import OVER, Person, Phase, Stream, Team
from bot.desk import Desk
from bot.replies import Conversation, Standing
from bot.words import Words, w
from flows.retro import asking, away, cards, cues, deciding, keeping
from flows.retro.tables import Respondent, Review, ReviewState


def review_command(desk: Desk, text: str) -> None:
    """/review: one's own part, and for leads who has answered; else when it opens, or how it ended."""
    assert desk.team is not None
    reviews = _open_reviews(desk, desk.team)
    if not reviews:
        desk.reply(_not_open(desk, desk.team))
        return
    for review in reviews:
        _show(desk, review)
    door.point(desk)


def start(desk: Desk, by: Respondent) -> None:
    """[Start], [Go on] or [Change my answers]: the questions come in private."""
    if by.person_id != desk.person.id:
        desk.refuse(w("talk-not-yours", who=desk.person_named(by.person_id)))
    stream, review = desk.get(Stream, by.stream_id), desk.get(Review, by.review_id)
    if review.state is not ReviewState.OPEN:
        cards.show_own(desk, stream, review, by)
        desk.toast(_over(desk, stream, review), alert=True)
        return
    if any(talk.standing is Standing.WAITING for talk in keeping.talks(desk, by)):
        desk.toast(w("talk-queued"))
        return
    team = desk.team_of(stream)
    desk.ask("retro.answers", desk.person, team, subject=by.id, stream_id=stream.id, answers=_known(desk, by))
    door.point(desk)


def later(desk: Desk, by: Respondent) -> None:
    """[Later]: nothing is lost, and when it ends is said."""
    review = desk.get(Review, by.review_id)
    if by.person_id != desk.person.id:
        desk.refuse(w("talk-not-yours", who=desk.person_named(by.person_id)))
    if review.state is not ReviewState.OPEN:
        desk.toast(cards.settled(desk, review))
    elif by.answered_at:
        desk.toast(cards.thanks(desk, desk.get(Stream, by.stream_id), review, by))
    else:
        desk.toast(w("retro-later", due=review.due_at))


def mine(desk: Desk, review: Review) -> None:
    """[My answers], from the group's board."""
    by = keeping.respondent(desk, review, desk.person)
    if by is None:
        stream = desk.get(Stream, review.stream_id)
        desk.toast(w("retro-not-asked", title=stream.title), alert=True)
    else:
        start(desk, by)


def done(desk: Desk, talk: Conversation) -> None:
    """All asked: thanked, no longer reminded; when it was the last one, the lead is told."""
    by = desk.get(Respondent, talk.subject)
    stream, review = desk.get(Stream, by.stream_id), desk.get(Review, by.review_id)
    by.answered_at = desk.now
    desk.drop("retro.remind", by.id)
    cards.say_below(desk, stream, by, cards.thanks(desk, stream, review, by), cards.change_buttons(desk, review, by))
    cards.show_leads(desk, stream, review)
    if not away.awaited(desk, stream, review):
        desk.cue("retro.all", review.id, team_id=stream.team_id, stream=stream, at=desk.now)
    desk.touch(stream)


def cancelled(desk: Desk, talk: Conversation) -> None:
    """Stopped on the way: what was answered stays, and the rest can be answered later."""
    by = desk.get(Respondent, talk.subject)
    stream, review = desk.get(Stream, by.stream_id), desk.get(Review, by.review_id)
    if review.state is not ReviewState.OPEN:
        return
    if by.answered_at:
        cards.say_below(desk, stream, by, w("retro-stopped-changing"), cards.change_buttons(desk, review, by))
    else:
        word = "retro-stopped" if keeping.has_said(desk, by) else "retro-stopped-empty"
        cards.say_below(desk, stream, by, w(word, due=review.due_at), cards.waiting_buttons(desk, stream, by))


def _known(desk: Desk, by: Respondent) -> dict[str, object]:
    """What need not be asked: all that was answered on the way, or, once all was, what is anonymous for good."""
    before = keeping.talks(desk, by)
    if not before:
        return {}
    if by.answered_at is None:
        return dict(before[-1].answers)
    hidden = {keeping.hidden_key(question.key): question.key for question in _questions(desk, by)}
    told = {key for talk in before for key, value in talk.answers.items() if key in hidden and value is keeping.HIDDEN}
    return {key: keeping.HIDDEN for name in told for key in (name, hidden[name])}


def _questions(desk: Desk, by: Respondent) -> list[asking.Question]:
    return asking.put_to(desk, desk.get(Stream, by.stream_id), desk.get(Person, by.person_id))


def _open_reviews(desk: Desk, team: Team) -> list[Review]:
    """The team's reviews that are open, the oldest show first."""
    return list(
        desk.session.exec(
            select(Review)
            .join(Stream, col(Stream.id) == Review.stream_id)
            .where(Stream.team_id == team.id, Review.state == ReviewState.OPEN)
            .order_by(col(Stream.starts_at))
        )
    )


def _show(desk: Desk, review: Review) -> None:
    """One's own part, then the leads' card, both in private."""
    stream, by = desk.get(Stream, review.stream_id), keeping.respondent(desk, review, desk.person)
    place = desk.private(desk.person, desk.team_of(stream))
    lead = roster.may_act(desk, stream, ())
    if by:
        lines, buttons = cards.own(desk, stream, review, by)
        desk.say(place, *lines, buttons=buttons, card=cards.own_card(by))
    elif not lead:
        desk.say(place, w("retro-not-asked", title=stream.title))
    if lead:
        deciding.say_card(desk, stream, review)


def _over(desk: Desk, stream: Stream, review: Review) -> Words:
    return w("retro-over", title=stream.title, how=cards.settled(desk, review))


def _not_open(desk: Desk, team: Team) -> Words:
    """When the next review opens; without a show ahead, how the last one ended."""
    streams = desk.session.exec(
        select(Stream).where(Stream.team_id == team.id).order_by(col(Stream.starts_at), col(Stream.id))
    ).all()
    if wrapped := next((stream for stream in streams if stream.phase is Phase.WRAP), None):
        return w("retro-opens-at", title=wrapped.title, at=cues.opens_at(desk, wrapped))
    if ahead := next((stream for stream in streams if stream.phase not in OVER), None):
        return w("retro-opens-after", title=ahead.title, at=cues.opens_at(desk, ahead))
    ended = [(stream, review) for stream in streams if (review := keeping.review_of(desk, stream))]
    return _over(desk, *ended[-1]) if ended else w("retro-none")
