"""How a review looks: to those who are asked, and to the leads."""

from bot import door, record, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Joined, Piece, Words, w
from flows.retro import asking, away, keeping, rules
from flows.retro.tables import Respondent, Review, ReviewState


def own_card(by: Respondent) -> str:
    return f"retro:{by.id}"


def lead_card(review: Review) -> str:
    return f"retro-review:{review.id}"


def was_asked(desk: Desk, by: Respondent) -> bool:
    return bool(desk.shown([own_card(by)]))


def invitation(desk: Desk, stream: Stream, review: Review, by: Respondent) -> list[Piece]:
    """Thanks, what is asked until when, and the moments of the log that help to remember."""
    person = desk.get(Person, by.person_id)
    count = len(asking.put_to(desk, stream, person))
    head = w("retro-invite", title=stream.title, count=count, minutes=rules.minutes(count), due=review.due_at)
    found = rules.moments(record.standing(desk, stream), person.id, person.name, stream.zero)
    told = [w("retro-moment", at=HourMinute(entry.at), what=record.told(desk, entry)) for entry in found]
    return [head, *([w("retro-moments"), *told] if told else [])]


def waiting(desk: Desk, stream: Stream, review: Review, by: Respondent) -> list[Piece]:
    """What is still open for somebody who was asked."""
    count = asking.left(desk, stream, by)
    about = {"title": stream.title, "count": count, "minutes": rules.minutes(count), "due": review.due_at}
    if desk.now >= review.due_at:
        return [w("retro-waiting-due", **about)]
    return [w("retro-begun", **about) if asking.begun(desk, stream, by) else w("retro-waiting", **about)]


def thanks(desk: Desk, stream: Stream, review: Review, by: Respondent) -> Words:
    """Who has skipped every question has said that there is nothing to add."""
    return w("retro-thanks-empty" if by in keeping.empty(desk, review) else "retro-thanks", title=stream.title)


def say_below(desk: Desk, stream: Stream, by: Respondent, line: Piece, buttons: list[list[Button]]) -> None:
    """Where the questions end; copies further up leave the buttons to it alone."""
    place = desk.private(desk.get(Person, by.person_id), desk.team_of(stream))
    desk.say(place, line, buttons=buttons, card=own_card(by), below=w("retro-below", title=stream.title))


def start_buttons(by: Respondent, *, later: bool = False) -> list[list[Button]]:
    start = Button(w("retro-button-start"), "retro.start", (by.id,))
    return [[start, Button(w("retro-button-later"), "retro.later", (by.id,))] if later else [start]]


def go_on_buttons(by: Respondent) -> list[list[Button]]:
    return [[Button(w("retro-button-go-on"), "retro.start", (by.id,))]]


def waiting_buttons(desk: Desk, stream: Stream, by: Respondent) -> list[list[Button]]:
    return go_on_buttons(by) if asking.begun(desk, stream, by) else start_buttons(by)


def change_buttons(desk: Desk, review: Review, by: Respondent) -> list[list[Button]]:
    word = "retro-button-answer" if by in keeping.empty(desk, review) else "retro-button-change"
    return [[Button(w(word), "retro.start", (by.id,))]]


def own(desk: Desk, stream: Stream, review: Review, by: Respondent) -> tuple[list[Piece], list[list[Button]]]:
    """Somebody's own part as it stands, and what they can do."""
    if review.state is not ReviewState.OPEN:
        return [w("retro-over", title=stream.title, how=settled(desk, review))], []
    if by.answered_at:
        return [thanks(desk, stream, review, by)], change_buttons(desk, review, by)
    return waiting(desk, stream, review, by), waiting_buttons(desk, stream, by)


def show_own(desk: Desk, stream: Stream, review: Review, by: Respondent) -> None:
    """Bring every copy of somebody's card up to date."""
    lines, buttons = own(desk, stream, review, by)
    desk.show(own_card(by), *lines, buttons=buttons)


def for_leads(desk: Desk, stream: Stream, review: Review) -> list[Piece]:
    """Who has answered and who has not, until when; or how it ended."""
    asked = keeping.respondents(desk, review)
    missing, heard = rules.silent(asked), keeping.heard(desk, review)
    begun = [each for each in missing if each in heard]
    count = {"answered": len(heard), "empty": len(keeping.empty(desk, review)), "asked": len(asked)}
    lines: list[Piece] = [w("retro-card", title=stream.title, **count)]
    for word, some in (("retro-card-answered", rules.answered(asked)), ("retro-card-begun", begun)):
        lines += [w(word, who=names(desk, some))] if some else []
    gone = away.among(desk, stream, missing) if review.state is ReviewState.OPEN else []
    rest = [each for each in missing if each not in begun and each not in gone]
    for word, some in (("retro-card-silent", rest), ("retro-card-away", gone)):
        lines += [w(word, who=names(desk, some))] if some else []
    if review.state is not ReviewState.OPEN:
        return [*lines, settled(desk, review)]
    return [*lines, _standing(desk, review, bool(missing)), *stays(desk, stream)]


def stays(desk: Desk, stream: Stream) -> list[Piece]:
    """What publishing leaves open, as every flow says."""
    return [line for flow in desk.house.flows for line in flow.stays(desk, stream)]


def _standing(desk: Desk, review: Review, missing: bool) -> Words:
    if not missing:
        return w("retro-card-all")
    return w("retro-card-overdue" if desk.now >= review.due_at else "retro-card-due", due=review.due_at)


def lead_buttons(desk: Desk, review: Review) -> list[list[Button]]:
    on = (review.id,)
    if review.state is ReviewState.PUBLISHED:
        return []
    if review.state is ReviewState.CLOSED:
        return [[Button(w("retro-button-after-all"), "retro.publish", on)]]
    missing = rules.silent(keeping.respondents(desk, review))
    nudge = [Button(w("retro-button-nudge"), "retro.nudge", on)] if missing else []
    hours = round(rules.EXTENSION.total_seconds() / 3600)
    extend = [Button(w("retro-button-extend", hours=hours), "retro.extend", on)] if missing else []
    publish, close = (
        Button(w("retro-button-publish"), "retro.publish", on),
        Button(w("retro-button-close"), "retro.close", on),
    )
    return [[*nudge, publish], [*extend, close]]


def show_leads(desk: Desk, stream: Stream, review: Review) -> None:
    lines = for_leads(desk, stream, review)
    desk.show(lead_card(review), *lines, buttons=lead_buttons(desk, review))
    if review.state is not ReviewState.OPEN:
        desk.show(_whether_card(review), w("retro-over", title=stream.title, how=settled(desk, review)))


def ask_whether(desk: Desk, stream: Stream, review: Review, missing: list[Respondent]) -> None:
    """Published before it is due: who would be cut off, and what becomes of what they would still say."""
    others = [each for each in missing if each.person_id != desk.person.id]
    about = {"who": names(desk, missing), "missing": len(missing), "due": review.due_at}
    you = [w("retro-whether-you", missing=len(missing))] if len(others) < len(missing) else []
    anyway = Button(w("retro-button-anyway"), "retro.publish", (review.id, "sure"))
    nudge = [Button(w("retro-button-nudge"), "retro.nudge", (review.id,))] if others else []
    show_leads(desk, stream, review)
    lines = [w("retro-whether", **about), *you, *stays(desk, stream)]
    place = desk.private(desk.person, desk.team_of(stream))
    desk.say(place, *lines, buttons=[[anyway, *nudge]], card=_whether_card(review))
    door.point(desk)


def _whether_card(review: Review) -> str:
    return f"retro-whether:{review.id}"


def settled(desk: Desk, review: Review) -> Words:
    """What has become of a review that is no longer open."""
    return w(f"retro-settled-{review.state}", who=desk.person_named(review.settled_by), at=review.settled_at)


def names(desk: Desk, people: list[Respondent]) -> Joined:
    return Joined([desk.person_named(each.person_id) for each in people])


def lead_name(desk: Desk, stream: Stream) -> str:
    return roster.lead_chain(desk, stream)[0].name
