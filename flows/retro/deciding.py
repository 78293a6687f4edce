"""What leads do with a review: look, nudge, extend, publish, or close it without a report."""

from bot import conversation, door, phases, roster
from bot.crew import Phase, Stream
from bot.desk import Desk
from bot.words import HourMinute, w
from flows.retro import asking, away, cards, cues, keeping, report, rules
from flows.retro.tables import Respondent, Review, ReviewState


def card(desk: Desk, review: Review) -> None:
    """[Review], from the group's board: who has answered, in private."""
    stream = _lead_only(desk, review)
    say_card(desk, stream, review)
    door.point(desk)


def say_card(desk: Desk, stream: Stream, review: Review) -> None:
    place = desk.private(desk.person, desk.team_of(stream))
    lines, buttons = cards.for_leads(desk, stream, review), cards.lead_buttons(desk, review)
    desk.say(place, *lines, buttons=buttons, card=cards.lead_card(review))


def nudge(desk: Desk, review: Review) -> None:
    """[Nudge the rest]: the silent alone are asked again, at most twice an hour; quiet hours hold."""
    stream = _lead_only(desk, review)
    if not _still_open(desk, stream, review):
        return
    missing = rules.silent(keeping.respondents(desk, review))
    silent = [each for each in missing if each.person_id != desk.person.id]
    there = [each for each in silent if away.is_here(desk, stream, each)]
    if silent and not there:
        desk.toast(w("retro-nudge-away", who=cards.names(desk, silent)))
    elif not silent:
        desk.toast(w("retro-nudge-only-you") if missing else w("retro-nothing-to-nudge"))
    elif again := rules.nudge_from(review.nudged_at, desk.now):
        desk.toast(w("retro-nudged-already", at=HourMinute(again - rules.NUDGE_AGAIN), again=HourMinute(again)))
    else:
        _nudge(desk, stream, review, there)


def _nudge(desk: Desk, stream: Stream, review: Review, silent: list[Respondent]) -> None:
    review.nudged_at = desk.now
    for by in silent:
        cues.ask_again(desk, stream, by, desk.now, f"{cues.NUDGE}:{desk.now.isoformat()}")
    if desk.now >= review.due_at:
        cues.plan_due(desk, stream, review, desk.now + rules.ASK_LEAD_AGAIN)
    desk.log("retro-log-nudged", team_id=stream.team_id, stream_id=stream.id, people=len(silent))
    morning = desk.house.quiet_until(desk, stream)
    if morning:
        desk.toast(w("retro-nudged-later", people=len(silent), at=HourMinute(morning)))
    else:
        begun = len([by for by in silent if asking.begun(desk, stream, by)])
        desk.toast(w("retro-nudged", people=len(silent), begun=begun))


def extend(desk: Desk, review: Review) -> None:
    """[Extend]: twelve hours more; the silent are asked once more before they are over."""
    stream = _lead_only(desk, review)
    if not _still_open(desk, stream, review):
        return
    review.due_at = rules.extended(review.due_at, desk.now)
    cues.plan_due(desk, stream, review, review.due_at)
    for by in rules.silent(keeping.respondents(desk, review)):
        cues.ask_again(desk, stream, by, review.due_at - rules.LAST_CALL, f"to:{review.due_at.isoformat()}")
        cards.show_own(desk, stream, review, by)
    cards.show_leads(desk, stream, review)
    desk.log("retro-log-extended", team_id=stream.team_id, stream_id=stream.id, due=review.due_at)
    desk.toast(w("retro-extended", due=review.due_at))
    desk.touch(stream)


def publish(desk: Desk, review: Review, sure: str = "") -> None:
    """[Publish]: the report goes to the group, and the show is closed. One that was closed can still be published."""
    stream = _lead_only(desk, review)
    if review.state is ReviewState.PUBLISHED:
        desk.toast(cards.settled(desk, review))
        return
    if not sure and (missing := _may_still_answer(desk, stream, review)):
        cards.ask_whether(desk, stream, review, missing)
        return
    _propose_anonymous(desk, stream, review)
    for lines in report.pages(desk, stream, review):
        desk.say(desk.group(desk.team_of(stream)), *lines)
    desk.say(desk.group(desk.team_of(stream)), w("retro-report-file"), file=("retro.report", {"review": review.id}))
    desk.log("retro-log-published", team_id=stream.team_id, stream_id=stream.id)
    _settle(desk, stream, review, ReviewState.PUBLISHED)
    desk.toast(w("retro-published"))


def _may_still_answer(desk: Desk, stream: Stream, review: Review) -> list[Respondent]:
    """Who has time left for it, and would be cut off, whoever publishes among them."""
    if review.state is not ReviewState.OPEN or desk.now >= review.due_at:
        return []
    return away.awaited(desk, stream, review)


def close(desk: Desk, review: Review) -> None:
    """[Close without]: no report; nothing more is asked of anyone."""
    stream = _lead_only(desk, review)
    if not _still_open(desk, stream, review):
        return
    desk.say(desk.group(desk.team_of(stream)), w("retro-closed", title=stream.title, who=desk.person))
    desk.log("retro-log-closed", team_id=stream.team_id, stream_id=stream.id)
    _settle(desk, stream, review, ReviewState.CLOSED)
    desk.toast(w("retro-closed-toast"))


def _settle(desk: Desk, stream: Stream, review: Review, state: ReviewState) -> None:
    """Open questions are withdrawn, every card says how it ended, and the show is closed."""
    review.state, review.settled_at, review.settled_by = state, desk.now, desk.person.id
    desk.acknowledge("retro.due", review.id)
    phases.enter(desk, stream, Phase.CLOSED)
    asked = keeping.respondents(desk, review)
    conversation.close_all(desk, "retro.answers", *(by.id for by in asked))
    for by in asked:
        cards.show_own(desk, stream, review, by)
    cards.show_leads(desk, stream, review)
    desk.touch(stream)


def _propose_anonymous(desk: Desk, stream: Stream, review: Review) -> None:
    """What was proposed without a name is passed on only now and all at once: the moment would tell whose it was."""
    if not keeping.may_show_anonymous(desk, review):
        return
    wanted = {key for key, question in asking.everything(desk, stream).items() if question.action}
    for answer in keeping.answers(desk, review):
        if answer.anonymous and answer.question in wanted:
            keeping.propose(desk, stream, answer.value, None)


def _lead_only(desk: Desk, review: Review) -> Stream:
    stream = desk.get(Stream, review.stream_id)
    if not roster.may_act(desk, stream, ()):
        desk.refuse(w("retro-leads-only", who=cards.lead_name(desk, stream)))
    return stream


def _still_open(desk: Desk, stream: Stream, review: Review) -> bool:
    """A press on a card of a review that is over says how it ended."""
    if review.state is ReviewState.OPEN:
        return True
    cards.show_leads(desk, stream, review)
    desk.toast(cards.settled(desk, review))
    return False
