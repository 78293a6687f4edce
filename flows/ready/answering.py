"""What people answer to the roll: ready, or not yet and why; for themselves, or as a lead for others."""

from datetime import datetime

from sqlmodel import col, select

from bot import conversation, door, roster, zones
from bot.crew import Answer, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Change
from bot.place import rehearsed
from bot.replies import Conversation
from bot.words import HourMinute, w
from flows.ready import cards, gate_cards, gates, roll, rules, seating, silent, unheard
from flows.ready.tables import Decision, Readiness, RollCall, RollLine


def yes(desk: Desk, called: RollCall) -> None:
    """[Ready], for all of one's own seats."""
    stream = desk.get(Stream, called.stream_id)
    mine = unheard.own(desk, stream, called, roll.lines_of(desk, stream, called)) or _own(desk, called)
    if not mine:
        return
    if not rules.unready(mine):
        _known_already(desk, stream, called)
        return
    mark_ready(desk, stream, called, mine)
    desk.toast(rehearsed(stream, w("ready-toast-ready", roles=cards.seats_named(desk, stream, mine))))


def no(desk: Desk, called: RollCall) -> None:
    """[Not yet]: it counts at once; why and until when is asked in private."""
    stream, mine = desk.get(Stream, called.stream_id), _own(desk, called)
    if not mine:
        return
    for line in mine:
        line.state, line.why, line.until = Readiness.NOT_YET, None, None
        line.answered_at, line.answered_by = desk.now, desk.person.id
        conversation.close_all(desk, "ready.not_yet", line.id)
    roll.ask(desk, stream, mine, desk.now + rules.ASK_AGAIN)
    desk.ask("ready.not_yet", desk.person, desk.team_of(stream), subject=mine[0].id, stream_id=stream.id)
    roll.refresh(desk, stream, called)
    desk.toast(rehearsed(stream, w("ready-toast-why")))


def ready_command(desk: Desk, text: str) -> None:
    """/ready"""
    called = _here(desk)
    if called is None:
        desk.reply(w("ready-no-roll"))
        return
    yes(desk, called)


def answer_for(desk: Desk, line: RollLine) -> None:
    """[… is ready]: a lead answers for somebody; the card and the log say so."""
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    theirs = roll.party(desk, stream, line)
    if closed(desk, called):
        return
    if line.person_id != desk.person.id and not roster.may_act(desk, stream, ()):
        desk.refuse(rehearsed(stream, w("ready-only-they", who=cards.holder(desk, line))))
    if not rules.unready(theirs):
        desk.toast(rehearsed(stream, w("ready-toast-already")))
        return
    mark_ready(desk, stream, called, theirs)
    desk.toast(rehearsed(stream, w("ready-toast-for", who=cards.holder(desk, line))))


def keep_why(desk: Desk, talk: Conversation, why: str) -> None:
    """Why is known before until when: the roll names it already."""
    line = desk.session.get(RollLine, talk.subject)
    if line is None or line.state is not Readiness.NOT_YET:
        return
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    for each in rules.unready(roll.party(desk, stream, line)):
        each.why = why
    roll.refresh(desk, stream, called)


def explained(desk: Desk, talk: Conversation) -> None:
    """Both are known: the card says so, and they are asked again at that time."""
    line = desk.session.get(RollLine, talk.subject)
    if line is None or line.state is not Readiness.NOT_YET:
        return
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    theirs, until = roll.party(desk, stream, line), datetime.fromisoformat(talk.answers["until"])
    for each in rules.unready(theirs):
        each.why, each.until = talk.answers["why"], until
    roll.ask(desk, stream, theirs, until)
    for each in theirs:
        what = {"role": cards.role_name(desk, stream, each.role), "why": each.why, "until": until}
        desk.log("ready-log-not-yet", team_id=stream.team_id, stream_id=stream.id, **what)
    roll.refresh(desk, stream, called)
    place = desk.private(desk.person, desk.team_of(stream))
    again = zones.told(desk, place, HourMinute(until))
    desk.say(
        place,
        rehearsed(stream, w("ready-on-the-roll"))
        if line.muted_by
        else rehearsed(stream, w("ready-kept-why", at=again)),
    )
    if line.muted_by is None and rules.comes_too_late(line, stream.starts_at):
        ask_for_stand_ins(desk, stream, theirs)
    _warn_after_go(desk, stream, theirs)


def ask_for_stand_ins(desk: Desk, stream: Stream, theirs: list[RollLine]) -> None:
    """They come too late for the start: whoever could sit there is asked now, not only when the holder is silent; once,
    where that is the same person for several seats."""
    asked: dict[int, list[RollLine]] = {}
    for line in theirs:
        others = [person for person in seating.able(desk, stream, line) if person.id != line.person_id]
        for first in roster.within_call(desk, desk.team_of(stream), others)[:1]:
            asked.setdefault(first.id, []).append(line)
    for person_id, lines in asked.items():
        person = desk.get(Person, person_id)
        place, card = desk.private(person, desk.team_of(stream)), cards.silent_card(lines[0])
        found, rows = silent.view(desk, stream, lines)(person.id)
        desk.say(place, *found, buttons=rows, card=card)


def mark_ready(desk: Desk, stream: Stream, called: RollCall, lines: list[RollLine]) -> None:
    promised = False
    for line in lines:
        line.state, line.why, line.until = Readiness.READY, None, None
        line.muted_by = None
        line.answered_at, line.answered_by = desk.now, desk.person.id
        promised |= _take_seat(desk, stream, line)
        conversation.close_all(desk, "ready.not_yet", line.id)
        role, whom = cards.role_name(desk, stream, line.role), cards.holder(desk, line)
        word = "ready-log-ready" if line.person_id == desk.person.id else "ready-log-ready-for"
        desk.log(word, team_id=stream.team_id, stream_id=stream.id, role=role, whom=whom)
    roll.settle(desk, lines)
    if promised:
        desk.tell(stream, Change.CREW)  # what waited for their answer is theirs
    roll.refresh(desk, stream, called)


def _take_seat(desk: Desk, stream: Stream, line: RollLine) -> bool:
    """Whoever is in place has accepted the seat, if that was still open: says whether it was."""
    promised = False
    for seat in roster.seats(desk, stream):
        if (seat.role, seat.seat, seat.person_id) == (line.role, line.seat, line.person_id):
            promised = seat.answer is not Answer.ACCEPTED
            seat.answer, seat.answered_at = Answer.ACCEPTED, seat.answered_at or desk.now
    return promised


def _own(desk: Desk, called: RollCall) -> list[RollLine]:
    """The presser's own lines; whoever has none reads whose answers are missing."""
    if closed(desk, called):
        return []
    stream = desk.get(Stream, called.stream_id)
    lines = roll.lines_of(desk, stream, called)
    mine = [line for line in lines if line.person_id == desk.person.id]
    missing = rules.unready(lines)
    if mine:
        return mine
    if missing and roster.may_act(desk, stream, ()):
        _offer_to_answer(desk, stream, lines)
    elif free := [line for line in missing if seating.objection(desk, stream, line) is None]:
        _offer_to_stand_in(desk, stream, free)
    elif missing:
        desk.refuse(rehearsed(stream, w("ready-not-yours", whose=cards.whose(desk, stream, missing[:6]))))
    else:
        desk.toast(rehearsed(stream, w("ready-toast-all")))
    return []


def _known_already(desk: Desk, stream: Stream, called: RollCall) -> None:
    """Somebody is ready and says so again: a lead looks for those who are not."""
    lines = roll.lines_of(desk, stream, called)
    if rules.unready(lines) and roster.may_act(desk, stream, ()):
        _offer_to_answer(desk, stream, lines)
    else:
        desk.toast(rehearsed(stream, w("ready-toast-already")))


def _offer_to_answer(desk: Desk, stream: Stream, lines: list[RollLine]) -> None:
    """A lead who has answered, or has no seat: a private card with buttons for each person who is missing."""
    place, (found, buttons) = desk.private(desk.person, desk.team_of(stream)), cards.to_answer_for(desk, stream, lines)
    desk.say(place, *found, buttons=buttons, card=cards.answer_card(lines[0].roll_id))
    door.point(desk)


def _offer_to_stand_in(desk: Desk, stream: Stream, free: list[RollLine]) -> None:
    """Whoever backs up a seat that nobody answers for takes it from the roll itself."""
    whose = cards.whose(desk, stream, free[:8])
    place = desk.private(desk.person, desk.team_of(stream))
    found, buttons = w("ready-stand-in-for", title=stream.title, whose=whose), cards.take_over(desk, stream, free)
    desk.say(place, found, buttons=buttons, card=cards.offer_card(free[0].roll_id, desk.person.id))
    door.point(desk)


def closed(desk: Desk, called: RollCall) -> bool:
    if called.closed_at is None:
        return False
    desk.toast(w("ready-toast-closed"))
    return True


def _warn_after_go(desk: Desk, stream: Stream, theirs: list[RollLine]) -> None:
    """GO was given, and now somebody is not ready: the lead must know, with the buttons to act on it."""
    gate = gates.newest(desk, stream)
    if gate is None or gate.decision is not Decision.GO:
        return
    lead = roster.lead_chain(desk, stream)[0]
    lines = [cards.line_words(desk, stream, line) for line in theirs]
    buttons = gate_cards.buttons(desk, stream, gate)
    desk.say(desk.private(lead, desk.team_of(stream)), w("ready-after-go", title=stream.title), *lines, buttons=buttons)


def _here(desk: Desk) -> RollCall | None:
    """The roll that is open in this team, the soonest show first."""
    assert desk.team is not None
    streams = desk.session.exec(
        select(Stream)
        .where(Stream.team_id == desk.team.id, Stream.phase == Phase.STANDBY)
        .order_by(col(Stream.starts_at))
    )
    return next((called for stream in streams if (called := roll.current(desk, stream))), None)
