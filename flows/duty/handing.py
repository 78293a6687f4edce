"""How a duty moves: a hand-off is opened, its card filled in and offered, accepted, declined, or taken."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot import conversation, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from flows.duty import account, book, cards, laying, pledges, rules, shifts, waiting
from flows.duty.tables import HandOff, Holding, Passing, Shift


def open_one(desk: Desk, stream: Stream, out: Shift, into: Shift, due_at: datetime) -> HandOff:
    """Begin a hand-off: the card is filled in, the incoming person knows that it comes."""
    lapse(desk, stream, shifts.Lane(out.role, out.lane), but=into)
    outgoing = desk.get(Person, out.person_id)
    handoff = desk.add(
        HandOff(
            stream_id=stream.id,
            role=out.role,
            lane=out.lane,
            from_shift_id=out.id,
            to_shift_id=into.id,
            outgoing_id=outgoing.id,
            incoming_id=into.person_id,
            answerer_id=answerer(desk, stream, outgoing, into).id,
            due_at=due_at,
            opened_at=desk.now,
        )
    )
    _plan_follow_up(desk, stream, handoff)
    cards.announce(desk, stream, handoff)
    _log(desk, "duty-log-opened", handoff)
    fill_in(desk, stream, handoff)
    desk.touch(stream)
    return handoff


def _plan_follow_up(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    nag_at = handoff.due_at - desk.house.playbook_of(stream).handoff.nag
    if nag_at > desk.now:
        desk.cue("duty.nag", handoff.id, team_id=stream.team_id, stream=stream, at=nag_at)
    desk.cue("duty.page", handoff.id, team_id=stream.team_id, stream=stream, at=handoff.due_at)


def answerer(desk: Desk, stream: Stream, outgoing: Person, into: Shift) -> Person:
    """Who fills in the card: the outgoing person; for one on air whoever answers for them, never the incoming."""
    if not desk.on_air(outgoing):
        return outgoing
    role = shifts.role_of(desk, stream, into.role)
    people = [person for key in role.answered_by for person in roster.holders(desk, stream, key)]
    for person in [*people, *roster.lead_chain(desk, stream)]:
        if person.id not in (outgoing.id, into.person_id) and person.reachable and not desk.on_air(person):
            return person
    return outgoing


def fill_in(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Walk the answerer through the fields that are still open."""
    person = desk.get(Person, handoff.answerer_id)
    known = dict(handoff.answers)
    desk.ask("duty.card", person, desk.team_of(stream), subject=handoff.id, stream_id=stream.id, answers=known)


def keep_answers(desk: Desk, handoff: HandOff, answers: dict[str, Any]) -> None:
    """Put answers on the card; a promise with a time becomes a cue."""
    stream = book.stream_of(desk, handoff)
    fields, by = desk.house.playbook_of(stream).handoff.fields, desk.get(Person, handoff.answerer_id)
    handoff.answers = {field.key: answers[field.key] for field in fields if field.key in answers}
    for field in fields:
        if field.promise and (text := answers.get(field.key)):
            pledges.keep_from(desk, stream, handoff.role, text, by)


def offer(desk: Desk, handoff: HandOff) -> None:
    """The card is the incoming person's to accept."""
    mark_offered(desk, handoff)
    cards.offer(desk, book.stream_of(desk, handoff), handoff)


def mark_offered(desk: Desk, handoff: HandOff) -> None:
    """Filled in, or as it stands."""
    handoff.state, handoff.offered_at = Passing.OFFERED, handoff.offered_at or desk.now
    _log(desk, "duty-log-offered", handoff)
    desk.touch(book.stream_of(desk, handoff))


def overrun(desk: Desk, handoff: HandOff) -> None:
    """The hour came without an Accept: the outgoing person stays on duty; a late Accept still works."""
    handoff.overdue = True
    _log(desk, "duty-log-overdue", handoff)
    waiting.stays_on(desk, book.stream_of(desk, handoff), handoff)
    desk.touch(book.stream_of(desk, handoff))


def accept(desk: Desk, handoff: HandOff) -> None:
    """The duty moves, and both are told."""
    stream = book.stream_of(desk, handoff)
    handoff.accepted_at = desk.now
    settle(desk, handoff, Passing.ACCEPTED)
    move(desk, stream, handoff)
    word = "duty-log-late" if rules.late(handoff) else "duty-log-accepted"
    _log(desk, _said(desk, word, handoff), handoff)
    cards.accepted(desk, stream, handoff)


def move(desk: Desk, stream: Stream, handoff: HandOff) -> None:
    """Off with the one, on with the other."""
    out, into = desk.get(Shift, handoff.from_shift_id), desk.get(Shift, handoff.to_shift_id)
    shifts.put_on(desk, stream, into)
    shifts.take_off(desk, stream, out)


def decline(desk: Desk, handoff: HandOff) -> None:
    """The next who could do it is offered it; when nobody is left the lead decides."""
    stream = book.stream_of(desk, handoff)
    gone = desk.get(Person, handoff.incoming_id)
    handoff.declined = [*handoff.declined, gone.id]
    conversation.close_all(desk, "duty.ask", handoff.id)
    _log(desk, _said(desk, "duty-log-declined", handoff), handoff)
    following = next(iter(candidates(desk, stream, handoff)), None)
    if following is None:
        cards.declined(desk, stream, handoff, gone, None)
        desk.get(Shift, handoff.to_shift_id).state = Holding.OFF
        settle(desk, handoff, Passing.DECLINED)
        desk.cue("duty.page", handoff.id, team_id=stream.team_id, stream=stream, at=desk.now, note="declined")
        return
    into = desk.get(Shift, handoff.to_shift_id)
    handoff.incoming_id, into.person_id, into.seat = following.id, following.id, 0
    cards.declined(desk, stream, handoff, gone, following)
    _ask_incoming(desk, handoff)


def _ask_incoming(desk: Desk, handoff: HandOff) -> None:
    """Somebody new takes over: the card if it is out, else that it comes."""
    account.refresh(desk, handoff)
    if handoff.state is Passing.OFFERED:
        offer(desk, handoff)
    else:
        cards.announce_to_incoming(desk, book.stream_of(desk, handoff), handoff)


def follow_crew(desk: Desk, stream: Stream) -> None:
    """The crew changed on air: whoever has the turn now is asked; a turn that is gone or begun needs no card."""
    laying.follow_crew(desk, stream)
    for handoff in book.unsettled(desk, stream):
        into = desk.get(Shift, handoff.to_shift_id)
        if into.state is not Holding.PLANNED:
            lapse(desk, stream, shifts.Lane(handoff.role, handoff.lane))
        elif into.person_id != handoff.incoming_id:
            conversation.close_all(desk, "duty.ask", handoff.id)
            before, handoff.incoming_id = handoff.incoming_id, into.person_id
            cards.replaced(desk, stream, handoff, before)
            _ask_incoming(desk, handoff)


def candidates(desk: Desk, stream: Stream, handoff: HandOff) -> Sequence[Person]:
    """Who may still be offered it: backups first, then whoever else holds the role; nobody who is busy on air."""
    team = desk.team_of(stream)
    people = [
        *roster.qualified(desk, team, handoff.role, backup=True),
        *roster.qualified(desk, team, handoff.role, backup=False),
    ]
    out = {handoff.outgoing_id, handoff.incoming_id, *handoff.declined}
    return [person for person in roster.once(people) if person.id not in out and not desk.on_air(person)]


def take(desk: Desk, stream: Stream, out: Shift, taker: Person) -> HandOff:
    """The emergency door: the duty moves at once, without a card, and the record says so."""
    lane = shifts.in_lane(desk, stream, out.role, out.lane)
    following = rules.upcoming(lane)
    if following is None or following.person_id != taker.id:
        ends = max(out.ends_at, desk.now)
        following = shifts.add(desk, stream, out.role, out.lane, 0, taker.id, desk.now, ends)
    lapse(desk, stream, shifts.Lane(out.role, out.lane), but=following)
    handoff = desk.add(
        HandOff(
            stream_id=stream.id,
            role=out.role,
            lane=out.lane,
            from_shift_id=out.id,
            to_shift_id=following.id,
            outgoing_id=out.person_id,
            incoming_id=taker.id,
            answerer_id=taker.id,
            due_at=desk.now,
            accepted_at=desk.now,
            state=Passing.TAKEN,
            opened_at=desk.now,
        )
    )
    move(desk, stream, handoff)
    _log(desk, "duty-log-taken", handoff)
    return handoff


def lapse(desk: Desk, stream: Stream, lane: shifts.Lane, but: Shift | None = None) -> None:
    """Hand-offs that are overtaken by the next one, by the emergency door, or by the end of the show."""
    for handoff in book.unsettled(desk, stream):
        if (handoff.role, handoff.lane) != (lane.role, lane.lane):
            continue
        into = desk.get(Shift, handoff.to_shift_id)
        if into.state is Holding.PLANNED and into is not but:
            into.state = Holding.OFF
        settle(desk, handoff, Passing.LAPSED)
        cards.lapsed(desk, stream, handoff)
        _log(desk, "duty-log-lapsed", handoff)


def settle(desk: Desk, handoff: HandOff, state: Passing) -> None:
    """Nothing more is asked about it, and nobody is called."""
    if walk := book.walk_of(desk, handoff):
        keep_answers(desk, handoff, walk.answers)
    handoff.state = state
    desk.drop("duty.nag", handoff.id)
    desk.acknowledge("duty.page", handoff.id)
    account.refresh(desk, handoff)
    conversation.close_all(desk, ("duty.card", "duty.ask"), handoff.id)
    conversation.close_all(desk, "duty.answer", *(question.id for question in book.questions(desk, handoff)))
    desk.touch(book.stream_of(desk, handoff))


def end_all(desk: Desk, stream: Stream) -> None:
    """The show is over: what is still open lapses quietly."""
    for handoff in book.unsettled(desk, stream):
        lapse(desk, stream, shifts.Lane(handoff.role, handoff.lane))
    shifts.end_all(desk, stream)


def _said(desk: Desk, word: str, handoff: HandOff) -> str:
    """Who pressed is named where it is not whom the line names anyway."""
    return word if desk.who and desk.who.id == handoff.incoming_id else f"{word}-by"


def _log(desk: Desk, word: str, handoff: HandOff) -> None:
    stream = book.stream_of(desk, handoff)
    desk.log(
        word,
        team_id=stream.team_id,
        stream_id=stream.id,
        role=shifts.role_of(desk, stream, handoff.role).name,
        outgoing=desk.person_named(handoff.outgoing_id),
        incoming=desk.person_named(handoff.incoming_id),
        due=handoff.due_at,
    )
