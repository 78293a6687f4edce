"""What a hand-off looks like, and who reads what of it when."""

from collections.abc import Sequence

from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.place import rehearsed
from bot.words import HourMinute, Joined, Mention, Piece, Words, w
from flows.duty import book, pledges, shifts, showing
from flows.duty.tables import HandOff, HandOffQuestion, Passing, Shift


def about(desk: Desk, stream: Stream, handoff: HandOff) -> dict[str, object]:
    """What every word about a hand-off may name."""
    return {
        "role": shifts.role_of(desk, stream, handoff.role).name,
        "outgoing": desk.person_named(handoff.outgoing_id),
        "incoming": desk.person_named(handoff.incoming_id),
        "answerer": desk.person_named(handoff.answerer_id),
        "due": HourMinute(handoff.due_at),
    }


def own_card(handoff: HandOff, person_id: int) -> str:
    return f"duty-in:{handoff.id}:{person_id}"


def waits_card(handoff: HandOff) -> str:
    """Whoever is told to stay on, or to find the incoming person, until it is accepted."""
    return f"duty-waits:{handoff.id}"


def sent_card(handoff: HandOff) -> str:
    return f"duty-sent:{handoff.id}"


def announce(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Both know that it comes; an anchor on air only hears, without a sound, who fills in the card."""
    facts = about(desk, stream, handoff)
    if handoff.answerer_id != handoff.outgoing_id:
        word = rehearsed(stream, w("duty-out-soon", **facts))
        tell(desk, stream, handoff.outgoing_id, word, card=f"duty-out:{handoff.id}")
    announce_to_incoming(desk, stream, handoff)


def announce_to_incoming(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    decline = Button(w("duty-button-decline"), "duty.decline", (handoff.id, handoff.incoming_id))
    word = rehearsed(stream, w("duty-in-soon", **about(desk, stream, handoff)))
    tell(desk, stream, handoff.incoming_id, word, buttons=[[decline]], card=_soon_card(handoff))


def offer(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """The card goes to the incoming person as a message of its own: edits notify nobody."""
    desk.show(_soon_card(handoff), rehearsed(stream, w("duty-in-soon", **about(desk, stream, handoff))))
    desk.show(sent_card(handoff), rehearsed(stream, w("duty-walk-done", **about(desk, stream, handoff))))
    send_card(desk, stream, handoff)


def refresh(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Every copy of the card, as things now stand."""
    buttons = card_buttons(handoff) if book.still_open(desk, handoff) else []
    desk.show(own_card(handoff, handoff.incoming_id), *card_lines(desk, stream, handoff), buttons=buttons)


def accepted(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    facts = about(desk, stream, handoff)
    into = desk.get(Shift, handoff.to_shift_id)
    _close(desk, stream, handoff)
    on = rehearsed(stream, w("duty-you-are-on", until=HourMinute(into.ends_at), **facts))
    off = rehearsed(stream, w("duty-you-are-off", at=HourMinute(desk.now), **facts))
    tell(desk, stream, handoff.incoming_id, on, priority=Priority.LIVE)
    tell(desk, stream, handoff.outgoing_id, off, priority=Priority.LIVE)
    _tell_lead(desk, stream, handoff)


def _tell_lead(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """A line without a sound, for a lead who had no part in it and pressed nothing."""
    part = {handoff.outgoing_id, handoff.incoming_id, handoff.answerer_id, desk.who.id if desk.who else None}
    if stream.lead_id not in part:
        place = desk.private(desk.get(Person, stream.lead_id), desk.team_of(stream))
        facts = {**about(desk, stream, handoff), "at": HourMinute(desk.now)}
        desk.say(place, w("duty-told-lead", title=stream.title, **facts), silent=True)


def declined(desk: Desk, stream: Stream, handoff: HandOff, gone: Person, following: Person | None) -> None:
    """Whoever declined is let go; the outgoing person knows who is asked now."""
    facts = {**about(desk, stream, handoff), "incoming": gone}
    word = (
        rehearsed(stream, w("duty-declined-next", next=following, **facts))
        if following
        else rehearsed(stream, w("duty-declined-nobody", **facts))
    )
    for card in (own_card(handoff, gone.id), _soon_card(handoff, gone.id), waits_card(handoff)):
        desk.show(card, word)
    tell(desk, stream, handoff.outgoing_id, word, card=waits_card(handoff))


def replaced(desk: Desk, stream: Stream, handoff: HandOff, before: int) -> None:
    """Somebody else has the turn now: whoever was asked before reads so."""
    for card in (own_card(handoff, before), _soon_card(handoff, before)):
        desk.show(card, rehearsed(stream, w("duty-replaced", **about(desk, stream, handoff))))


def lapsed(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    _close(desk, stream, handoff)


def taken(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Everybody is told: the group by a message, the outgoing person and the lead in private."""
    facts = {**about(desk, stream, handoff), "at": HourMinute(desk.now)}
    taker = Mention(desk.get(Person, handoff.incoming_id))
    team = desk.team_of(stream)
    desk.say(
        desk.group(team), rehearsed(stream, w("duty-taken", **{**facts, "incoming": taker})), priority=Priority.LIVE
    )
    tell(
        desk, stream, handoff.outgoing_id, rehearsed(stream, w("duty-taken-from-you", **facts)), priority=Priority.LIVE
    )
    if stream.lead_id not in (handoff.outgoing_id, handoff.incoming_id):
        tell(desk, stream, stream.lead_id, rehearsed(stream, w("duty-taken", **facts)), priority=Priority.LIVE)
    known = known_lines(desk, stream, handoff)
    lines = [rehearsed(stream, w("duty-taken-by-you", **facts)), *([w("duty-card-known"), *known] if known else [])]
    lines += others(desk, stream, handoff)
    tell(desk, stream, handoff.incoming_id, *lines, priority=Priority.LIVE)


def answered(desk: Desk, stream: Stream, asked: HandOffQuestion, handoff: HandOff) -> None:
    """The answer is on the card, and the one who asked is told, with Accept at hand."""
    facts = {**about(desk, stream, handoff), "question": asked.text, "answer": asked.answer or ""}
    answered_by = desk.person_named(asked.answered_by)
    refresh(desk, stream, handoff)
    tell(
        desk,
        stream,
        handoff.incoming_id,
        rehearsed(stream, w("duty-question-answered", **{**facts, "answerer": answered_by})),
        buttons=card_buttons(handoff) if book.still_open(desk, handoff) else [],
        card=f"duty-reply:{asked.id}",
    )


def card_buttons(handoff: HandOff) -> list[list[Button]]:
    def button(label: Words, act: str) -> Button:
        return Button(label, act, (handoff.id, handoff.incoming_id))

    accept = button(w("duty-button-accept"), "duty.accept")
    ask = button(w("duty-button-ask"), "duty.ask")
    return [[accept, ask], [button(w("duty-button-decline"), "duty.decline")]]


def card_lines(desk: Desk, stream: Stream, handoff: HandOff) -> list[Piece]:
    """The whole card: what it is, how it stands, what was filled in, what the bot knows, what was asked."""
    facts = about(desk, stream, handoff)
    fields = desk.house.playbook_of(stream).handoff.fields
    filled = [field for field in fields if handoff.answers.get(field.key)]
    lines: list[Piece] = [w("duty-card-head", title=stream.title, **facts)]
    if handoff.answerer_id != handoff.outgoing_id:
        lines.append(w("duty-card-for", **facts))
    lines.append(_standing(desk, handoff, facts))
    lines += [w("duty-card-field", ask=field.ask, answer=str(handoff.answers[field.key])) for field in filled]
    if len(filled) < len(fields):
        lines.append(w("duty-card-open", count=len(fields) - len(filled)))
    if known := known_lines(desk, stream, handoff):
        lines += [w("duty-card-known"), *known]
    return [*lines, *others(desk, stream, handoff), *_asked(desk, handoff)]


def _standing(desk: Desk, handoff: HandOff, facts: dict[str, object]) -> Words:
    at = HourMinute(handoff.accepted_at or handoff.due_at)
    if handoff.state is Passing.OFFERED and handoff.overdue:
        return w("duty-card-overdue", **facts)
    if handoff.state is Passing.OFFERED and book.walk_of(desk, handoff):
        return w("duty-card-drafting", **facts)
    return w(f"duty-card-{handoff.state}", at=at, **facts)


def known_lines(desk: Desk, stream: Stream, handoff: HandOff) -> list[Piece]:
    """What the bot knows: every flow's lines, and the promises to keep that this card does not name itself."""
    lines = [line for flow in desk.house.flows for line in flow.carry(desk, stream)]
    said = " ".join(str(answer) for answer in handoff.answers.values())
    return [
        *lines,
        *(pledges.line(desk, stream, promise) for promise in book.unkept(desk, stream) if promise.text not in said),
    ]


def others(desk: Desk, stream: Stream, handoff: HandOff) -> list[Piece]:
    """Who else is on, in one line."""
    lane = (handoff.role, handoff.lane)
    also = [shift for shift in shifts.on_now(desk, stream) if (shift.role, shift.lane) != lane]
    on = showing.briefly(desk, stream, also)
    return [w("duty-card-on", on=Joined(on, "dot"))] if on else []


def _asked(desk: Desk, handoff: HandOff) -> list[Piece]:
    lines: list[Piece] = []
    for asked in book.questions(desk, handoff):
        lines.append(w("duty-card-question", who=desk.person_named(asked.asker_id), question=asked.text))
        if asked.answer:
            lines.append(w("duty-card-reply", who=desk.person_named(asked.answered_by), answer=asked.answer))
    return lines


def send_card(desk: Desk, stream: Stream, handoff: HandOff, *before: Piece) -> None:
    lines = [*before, *card_lines(desk, stream, handoff)]
    card = own_card(handoff, handoff.incoming_id)
    tell(desk, stream, handoff.incoming_id, *lines, buttons=card_buttons(handoff), card=card)


def _close(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Nothing is left to press on any copy."""
    lines = card_lines(desk, stream, handoff)
    desk.show(own_card(handoff, handoff.incoming_id), *lines)
    desk.show(_soon_card(handoff), rehearsed(stream, w("duty-in-soon", **about(desk, stream, handoff))))
    brief = lines[0], _standing(desk, handoff, about(desk, stream, handoff))
    desk.show_all(dict.fromkeys((f"duty-page:{handoff.id}", sent_card(handoff), waits_card(handoff)), (brief, ())))
    for asked in book.questions(desk, handoff):
        desk.show(f"duty-reply:{asked.id}", *_asked(desk, handoff))


def _soon_card(handoff: HandOff, person_id: int | None = None) -> str:
    return f"duty-soon:{handoff.id}:{person_id or handoff.incoming_id}"


def tell(
    desk: Desk,
    stream: Stream,
    person_id: int,
    *lines: Piece,
    buttons: Sequence[Sequence[Button]] = (),
    card: str | None = None,
    priority: Priority = Priority.PING,
) -> None:
    """Into a person's private chat; a hand-off of their own reaches even somebody on air, silently."""
    place = desk.private(desk.get(Person, person_id), desk.team_of(stream))
    desk.say(place, *lines, buttons=buttons, card=card, priority=priority, on_air=True)
