"""The roll as rows: opened, kept in step with the crew, asked of the silent, shown, closed."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot import conversation, roster
from bot.crew import AHEAD, Answer, Assignment, Stream
from bot.desk import Desk
from bot.place import View, Views
from bot.words import Piece, w
from flows.ready import account, anyone, cards, chasing, gate_cards, gates, holding, own, rules, silent, unheard, waited
from flows.ready.chasing import Chase
from flows.ready.tables import Decision, Readiness, RollCall, RollLine


def current(desk: Desk, stream: Stream) -> RollCall | None:
    """The roll that is open."""
    return next((one for one in _rolls(desk, stream) if one.closed_at is None), None)


def latest_lines(desk: Desk, stream: Stream) -> list[RollLine]:
    """The lines of the newest roll, open or closed."""
    called = newest(desk, stream)
    return lines_of(desk, stream, called) if called else []


def newest(desk: Desk, stream: Stream) -> RollCall | None:
    """Open or closed."""
    return next(iter(_rolls(desk, stream)), None)


def _rolls(desk: Desk, stream: Stream) -> Sequence[RollCall]:
    """Every roll of a stream, the newest first."""
    query = select(RollCall).where(RollCall.stream_id == stream.id).order_by(col(RollCall.id).desc())
    return desk.session.remembered(RollCall, stream.id, lambda: desk.session.exec(query).all())


def lines_of(desk: Desk, stream: Stream, roll: RollCall) -> list[RollLine]:
    """Every seat on the roll, as it is called."""
    query = select(RollLine).where(RollLine.roll_id == roll.id)
    rows = desk.session.remembered(RollLine, roll.id, lambda: desk.session.exec(query).all())
    roles = desk.house.playbook_of(stream).roles
    return rules.in_order(rows, [role.key for role in roles], cards.on_air(desk, stream))


def roll_at(desk: Desk, stream: Stream) -> datetime:
    return desk.house.playbook_of(stream).gate.roll_call.at(stream.starts_at, stream.ends_at)


def decide_at(desk: Desk, stream: Stream) -> datetime:
    return desk.house.playbook_of(stream).gate.decide.at(stream.starts_at, stream.ends_at)


def begin(desk: Desk, stream: Stream) -> RollCall:
    """Open the roll: one card in the group, and everyone is asked in private."""
    roll = desk.add(RollCall(stream_id=stream.id, starts_at=stream.starts_at, opened_at=desk.now))
    _sync_lines(desk, stream, roll)
    lines = lines_of(desk, stream, roll)
    team = desk.team_of(stream)
    desk.say(desk.group(team), *_card(desk, stream, roll), buttons=cards.roll_buttons(roll, lines), card=_name(roll))
    ask(desk, stream, lines, desk.now)
    desk.log("ready-log-opened", team_id=stream.team_id, stream_id=stream.id, seats=len(lines))
    desk.touch(stream)
    return roll


def ask(desk: Desk, stream: Stream, lines: Sequence[RollLine], at: datetime) -> None:
    """Ask whoever holds these lines, each person once, from that time on until somebody answers; but for those that a
    lead wants left in peace."""
    desk.read_ahead(stream, "ready")
    for party in rules.parties([line for line in lines if line.muted_by is None]):
        settle(desk, party)
        party[0].asked += 1
        note = str(party[0].asked)
        desk.cue("ready.call", party[0].id, team_id=stream.team_id, stream=stream, at=at, note=note)


def settle(desk: Desk, lines: Sequence[RollLine]) -> None:
    """Somebody has answered for these lines: nobody else is asked."""
    desk.acknowledge(chasing.CALLS, *(line.id for line in lines))


def party(desk: Desk, stream: Stream, line: RollLine) -> list[RollLine]:
    """All lines of whoever holds this one."""
    roll = desk.get(RollCall, line.roll_id)
    return next(each for each in rules.parties(lines_of(desk, stream, roll)) if line in each)


def follow_crew(desk: Desk, stream: Stream) -> None:
    """The crew has changed: a new holder is asked, once for all that they have not answered; what the old one said is
    gone."""
    roll = current(desk, stream)
    if roll is None:
        return
    sat = {line.person_id for line in lines_of(desk, stream, roll)}
    fresh = _sync_lines(desk, stream, roll)
    people = {line.person_id for line in fresh} - {None}
    silent = [line for line in lines_of(desk, stream, roll) if line.state is Readiness.SILENT]
    ask(desk, stream, [line for line in silent if line in fresh or line.person_id in people], desk.now)
    refresh(desk, stream, roll)
    desk.show_all({cards.silent_card(line): (cards.settled_line(desk, stream, line), ()) for line in fresh})
    for person_id in sat - {line.person_id for line in lines_of(desk, stream, roll)}:
        decides = any(person_id == one.id for one in gate_cards.all_deciders(desk, stream))
        desk.show(cards.own_card(roll, person_id), *own.seatless(stream, decides=decides))


def let_go(desk: Desk, stream: Stream, person_id: int) -> None:
    """Whoever sits here is not to be counted on: as if they had said nothing, and the next in line is asked."""
    roll = current(desk, stream)
    theirs = [line for line in lines_of(desk, stream, roll) if line.person_id == person_id] if roll else []
    if roll and theirs:
        ask(desk, stream, [_reset(desk, line, person_id) for line in theirs], desk.now)
        refresh(desk, stream, roll)


def refresh(desk: Desk, stream: Stream, roll: RollCall) -> None:
    """Show every card as things now stand."""
    lines, over = lines_of(desk, stream, roll), roll.closed_at is not None
    now: dict[str, Views] = {_name(roll): (_card(desk, stream, roll), [] if over else cards.roll_buttons(roll, lines))}
    missing = now[cards.answer_card(roll.id)] = cards.to_answer_for(desk, stream, lines, closed=over)
    if over or not rules.unready(lines):
        now |= {cards.offer_card(roll.id, one.id): missing for _, one in roster.members(desk, desk.team_of(stream))}
    chases = {} if over else chasing.of_lines(desk, lines)
    for mine in rules.parties(lines):
        chase = chasing.of_party(mine, chases)
        now[cards.own_card(roll, mine[0].person_id)] = own_view(desk, stream, roll, mine, chase)
        wanted = not over and rules.wants_somebody(rules.speaks(mine), stream.starts_at, desk.now)
        for line in mine:
            open_still = wanted and line.state is not Readiness.READY and line.muted_by is None
            settled = cards.settled_view(desk, stream, line, closed=over)
            now[cards.asked_card(line)] = account.view(desk, stream, roll, mine, line)
            now[cards.silent_card(line)] = (
                silent.view(desk, stream, rules.unready(mine), chase) if open_still else settled
            )
    back_in = [line for line in lines if over or line.instead_of is None]
    now |= {cards.relieved_card(line): (cards.settled_line(desk, stream, line, closed=over), []) for line in back_in}
    desk.show_all(now)
    anyone.refresh(desk, stream, roll, lines)
    if gate := gates.newest(desk, stream):
        gate_cards.show(desk, stream, gate, lines)
        waited.refresh(desk, stream, gate, lines)
    desk.touch(stream)


def close(desk: Desk, stream: Stream) -> None:
    """The roll is over: nobody is asked any more, and its cards lose their buttons."""
    roll = current(desk, stream)
    if roll is None:
        return
    roll.closed_at = desk.now
    lines = lines_of(desk, stream, roll)
    desk.drop(chasing.CALLS, *(line.id for line in lines))
    conversation.close_all(desk, "ready.not_yet", *(line.id for line in lines))
    refresh(desk, stream, roll)


def show_own(desk: Desk, stream: Stream, roll: RollCall, mine: Sequence[RollLine], chase: Chase) -> None:
    """Bring a person's own card up to date."""
    desk.show_all({cards.own_card(roll, mine[0].person_id): own_view(desk, stream, roll, mine, chase)})


def own_view(desk: Desk, stream: Stream, roll: RollCall, mine: Sequence[RollLine], chase: Chase) -> View:
    if not roll.closed_at:
        return own_lines(desk, stream, roll, mine, chase), own.buttons(roll, mine, desk.now)
    late, buttons = unheard.view(desk, stream, lines_of(desk, stream, roll), mine)
    return own.lines(desk, stream, mine, late or _news(desk, stream, roll), chase, closed=True), buttons


def own_lines(
    desk: Desk, stream: Stream, roll: RollCall, mine: Sequence[RollLine], chase: Chase = chasing.NOBODY
) -> list[Piece]:
    """A person's own card, with what has been decided."""
    return own.lines(desk, stream, mine, _news(desk, stream, roll), chase, closed=roll.closed_at is not None)


def _name(roll: RollCall) -> str:
    return f"ready-roll:{roll.id}"


def _card(desk: Desk, stream: Stream, roll: RollCall) -> list[Piece]:
    lines = lines_of(desk, stream, roll)
    return cards.roll_lines(desk, stream, roll, lines, _then(desk, stream, roll))


def _then(desk: Desk, stream: Stream, roll: RollCall) -> list[Piece]:
    """What follows the roll: the decision that was taken, and the one to come."""
    news = _news(desk, stream, roll)
    gate = gates.newest(desk, stream)
    if roll.closed_at or (gate and gate.decision is Decision.GO):
        return news
    held = gate is not None and gate.decision is Decision.HOLD
    waits = holding.waiting(desk, stream, lines_of(desk, stream, roll)) if held else []
    return [*news, *waits, holding.next_decision(desk, stream, gate)]


def _news(desk: Desk, stream: Stream, roll: RollCall) -> list[Piece]:
    """What has been decided, or that the roll is closed."""
    gate = gates.newest(desk, stream)
    if gate and gate.decision is Decision.GO:
        return [gate_cards.decided(desk, gate)]
    if roll.closed_at:
        later = stream.phase in AHEAD
        return [w("ready-roll-later", at=roll_at(desk, stream)) if later else cards.ended(stream)]
    return holding.lines(desk, stream, gate) if gate and gate.decision is Decision.HOLD else []


def _sync_lines(desk: Desk, stream: Stream, roll: RollCall) -> list[RollLine]:
    """Make the lines match the seats; the new and the changed ones come back."""
    known = {(line.role, line.seat): line for line in lines_of(desk, stream, roll)}
    playbook, fresh = desk.house.playbook_of(stream), []
    for seat in roster.seats(desk, stream):
        role, who = playbook.role(seat.role), _sitting(seat)
        required = bool(role and role.required)
        if not (required or who):
            continue
        line = known.pop((seat.role, seat.seat), None)
        if line and line.person_id == who:
            continue
        fresh.append(_called(desk, roll, seat, who, required) if line is None else _reset(desk, line, who))
    for gone in known.values():
        desk.drop(chasing.CALLS, gone.id)
        desk.show_all(dict.fromkeys(cards.of_line(gone), (cards.gone_lines(desk, stream, gone), ())))
        desk.session.delete(gone)
    desk.session.flush()
    return fresh


def _called(desk: Desk, roll: RollCall, seat: Assignment, who: int | None, required: bool) -> RollLine:
    line = RollLine(stream_id=roll.stream_id, roll_id=roll.id, role=seat.role, seat=seat.seat, required=required)
    line.person_id = who
    return desk.add(line)


def _reset(desk: Desk, line: RollLine, who: int | None) -> RollLine:
    settle(desk, [line])
    conversation.close_all(desk, "ready.not_yet", line.id)
    line.person_id, line.state, line.why, line.until = who, Readiness.SILENT, None, None
    line.answered_at = line.answered_by = line.instead_of = line.muted_by = None
    return line


def _sitting(seat: Assignment) -> int | None:
    return None if seat.answer is Answer.DECLINED else seat.person_id
