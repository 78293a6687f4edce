"""What duty tells the others: the board, the review, gate and wrap, scheduling, and /help."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.between import Mark, Measure, OpenPoint
from bot.crew import AHEAD, OVER, Answer, Assignment, Person, Phase, Stream, Team
from bot.cues import Cue
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, Words, w
from flows.duty import book, cards, conversation, pledges, rules, shifts, showing
from flows.duty.tables import HandOff, Holding, Promise, Shift

LINES = 3
"""On the board, at most."""


def panel(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """Who is in front of the camera or takes turns, and who is next; before the show, in which order."""
    if stream.phase in (Phase.PREP, Phase.STANDBY):
        return [
            w("duty-panel-plan", role=shifts.role_of(desk, stream, lane.role).name, turns=_turns(desk, turns))
            for lane, turns in shifts.lanes(desk, stream)
            if lane.lane == 0 and len(turns) > 1
        ][:LINES]
    if stream.phase is not Phase.LIVE:
        return []
    turns = shifts.of_stream(desk, stream)
    on = [shift for shift in turns if shift.state is Holding.ON]
    first = [shift for shift in on if shifts.role_of(desk, stream, shift.role).on_air]
    also = [shift for shift in on if shift not in first and rules.successor(turns, shift)]
    return showing.on_lines(desk, stream, [*first, *also][:LINES])


def _turns(desk: Desk, turns: Sequence[Shift]) -> Joined:
    return Joined([showing.turn(desk, turn) for turn in turns[:4]])


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """What a ping is about, and whom it calls or between whom it is; a turn that goes on needs no hand-off."""
    stream, kind = desk.get(Stream, cue.stream_id), cue.kind.partition(".")[2]
    if kind == "card":
        return _card(desk, stream, cue)
    if kind == "page":
        facts = cards.about(desk, stream, desk.get(HandOff, cue.subject))
        who = {name: facts[name] for name in ("outgoing", "incoming")}
        return w("duty-next", role=facts["role"]), w("duty-next-who", **who)
    if kind == "promise":
        promise = desk.get(Promise, cue.subject)
        return promise.text, pledges.called(desk, stream, promise.role, cue.due_at)
    return w(f"duty-cue-{kind}"), ""


def _card(desk: Desk, stream: Stream, cue: Cue) -> tuple[Piece, Piece] | None:
    shift = desk.session.get(Shift, cue.subject)
    if shift is None or shift.state is not Holding.PLANNED:
        return None
    before = rules.predecessor(shifts.of_stream(desk, stream), shift)
    if before is None or before.person_id == shift.person_id:
        return None
    who = {"outgoing": desk.person_named(before.person_id), "incoming": desk.person_named(shift.person_id)}
    role = shifts.role_of(desk, stream, shift.role).name
    return w("duty-next-card", role=role), w("duty-next-who", **who)


def board(desk: Desk, stream: Stream) -> list[Button]:
    if stream.phase is not Phase.LIVE:
        return []
    return [
        Button(w("duty-button-hand-off"), "duty.handoff", (stream.id,)),
        Button(w("duty-button-now"), "duty.now", (stream.id,)),
    ]


def report(desk: Desk, stream: Stream) -> list[Piece]:
    tally = rules.tally(book.of_stream(desk, stream))
    lines: list[Piece] = []
    if tally.planned:
        lines.append(w("duty-report", in_time=tally.in_time, planned=tally.planned))
    if tally.late or tally.never:
        lines.append(w("duty-report-late", late=tally.late, never=tally.never))
    if tally.taken:
        lines.append(w("duty-report-taken", taken=tally.taken))
    if promises := book.promises(desk, stream):
        kept = sum(promise.kept_at is not None for promise in promises)
        lines.append(w("duty-report-promises", kept=kept, made=len(promises)))
    return lines


def measure(desk: Desk, streams: Sequence[Stream]) -> Measure:
    """Hand-offs accepted in time, of all that were due."""
    shows = [stream.id for stream in streams]
    rows = desk.session.exec(select(HandOff).where(col(HandOff.stream_id).in_(shows)).order_by(col(HandOff.id)))
    timed = [(handoff, rules.in_time(handoff)) for handoff in rows]
    marks = [Mark(handoff.stream_id, rules.whose(handoff), well) for handoff, well in timed if well is not None]
    return Measure(w("duty-in-time"), w("duty-in-time-sign"), marks)


def open_points(desk: Desk, stream: Stream) -> list[OpenPoint]:
    """Hand-offs that nobody has accepted, and promises that nobody has kept."""
    handoffs = [w("duty-point-handoff", **cards.about(desk, stream, one)) for one in book.unsettled(desk, stream)]
    promises = [w("duty-point-promise", promise=promise.text) for promise in book.unkept(desk, stream)]
    return [OpenPoint(line) for line in [*handoffs, *promises]]


def help_lines(desk: Desk, team: Team | None) -> list[Piece]:
    if team is None or desk.member is None:
        return []
    desk.team = team
    live = conversation.streams(desk, Phase.LIVE)
    lines: list[Piece] = [w("duty-help-now")] if live or conversation.streams(desk, *AHEAD) else []
    mine = [shift for stream in live for shift in shifts.on_now(desk, stream) if shift.person_id == desk.person.id]
    if mine or (live and desk.is_lead):
        lines.append(w("duty-help-handoff"))
    return [*lines, *([w("duty-help-take")] if live else [])]


def may(desk: Desk, person: Person, role: str, stream: Stream) -> Words | None:
    """A day in front of the camera has an end, and the night before and after it a length."""
    if not (seat := desk.house.playbook_of(stream).role(role)) or not seat.on_air:
        return None
    hours, zone = desk.house.playbook_of(stream).hours, ZoneInfo(desk.zone_of(stream.team_id))
    length = min(stream.length, seat.block) if seat.rotates else stream.length
    new, others = rules.Stint(stream.starts_at, stream.starts_at + length), _stints(desk, person, stream)
    if total := rules.too_long(new, others, hours, zone):
        return w("duty-may-hours", who=person, span=total, most=hours.day)
    rest = rules.too_close(new, others, hours, zone)
    return w("duty-may-rest", who=person, span=rest, least=hours.rest) if rest is not None else None


def _stints(desk: Desk, person: Person, stream: Stream) -> list[rules.Stint]:
    """The person's turns in front of the camera in other shows."""
    rows = desk.session.exec(
        select(Stream)
        .join(Assignment, col(Assignment.stream_id) == Stream.id)
        .where(
            Assignment.person_id == person.id,
            Assignment.answer != Answer.DECLINED,
            Stream.id != stream.id,
            col(Stream.phase).not_in(OVER),
        )
    ).all()
    turns = [
        (other, shift)
        for other in {row.id: row for row in rows}.values()
        for shift in shifts.of_stream(desk, other)
        if shift.person_id == person.id
    ]
    return [
        rules.Stint(shift.starts_at, shift.ends_at)
        for other, shift in turns
        if shifts.role_of(desk, other, shift.role).on_air
    ]
