"""What other rooms show of roll, gate and air: the board's lines and buttons, the review's lines, and help."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot import roster
from bot.crew import LogEntry, Phase, Stream, Team
from bot.cues import Cue
from bot.desk import Desk
from bot.flow import Button
from bot.words import HourMinute, Piece, Words, w
from flows.ready import air, calling, cards, chasing, gate_cards, gates, holding, lateness, roll, rules, unheard
from flows.ready.tables import Decision, Gate, Override, RollLine

SHOWN = 4
"""Seats named on the board as not ready."""


def panel(desk: Desk, stream: Stream) -> list[Piece]:
    """How the roll stands, what was decided, since when it is on air."""
    if stream.phase is Phase.STANDBY:
        return [*_roll(desk, stream), *_decision(desk, stream)]
    if stream.phase is Phase.LIVE:
        live = w("ready-panel-live", started=calling.started(stream))
        return [live, *_decision(desk, stream), *_unheard(desk, stream)]
    if stream.wrapped_at and stream.live_at:
        on_air = rules.between(stream.live_at, stream.wrapped_at)
        return [w("ready-panel-wrapped", started=calling.started(stream), on_air=on_air)]
    return []


def _unheard(desk: Desk, stream: Stream) -> list[Piece]:
    """Who never said that they were there."""
    silent = unheard.lines(desk, stream, roll.latest_lines(desk, stream))
    return [w("ready-unheard", whose=cards.whose(desk, stream, silent))] if silent else []


def _roll(desk: Desk, stream: Stream) -> list[Piece]:
    lines = roll.latest_lines(desk, stream)
    missing = rules.unready(lines)
    count: Piece = w("ready-panel-roll", ready=len(rules.ready(lines)), seats=len(lines))
    if not missing:
        return [count]
    more = max(len(missing) - SHOWN, 0)
    return [count, w("ready-panel-missing", whose=cards.whose(desk, stream, missing[:SHOWN]), more=more)]


def _decision(desk: Desk, stream: Stream) -> list[Piece]:
    gate = gates.newest(desk, stream)
    if gate is None or gate.decision is Decision.LAPSED:
        return []
    if gate.decision is Decision.OPEN:
        return [w("ready-roll-deciding", who=roster.lead_chain(desk, stream)[0])]
    if gate.decision is Decision.HOLD and (at := holding.decided_next(desk, stream)):
        return [w("ready-panel-held", decision=gate_cards.decided(desk, gate), at=HourMinute(at))]
    overridden = desk.session.exec(select(Override.id).where(Override.gate_id == gate.id)).first()
    line = gate_cards.decided(desk, gate)
    return [w("ready-panel-override", decision=line) if overridden else line]


def board(desk: Desk, stream: Stream) -> list[Button]:
    """Ready until the decision, We are live around it, Wrap on air."""
    if stream.phase is Phase.LIVE:
        return [Button(w("ready-button-wrap"), "ready.wrap", (stream.id,))]
    if stream.phase is not Phase.STANDBY:
        return []
    called, live = roll.current(desk, stream), air.live_now(stream)[0]
    missing = called and rules.unready(roll.lines_of(desk, stream, called))
    return [*([Button(w("ready-button-ready"), "ready.yes", (called.id,))] if called and missing else []), *live]


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """What a ping is about, and of whom it asks something first: which seat, where it is one."""
    if cue.kind in chasing.CALLS:
        return _seats_called(desk, cue)
    return w(f"ready-cue-{cue.kind.partition('.')[2]}"), _first(desk, cue)


def _first(desk: Desk, cue: Cue) -> Piece:
    """Whom it calls as things stand: nobody who is away."""
    chain = desk.house.cue_kind(cue.kind).chain
    people = roster.here(desk, desk.get(Stream, cue.stream_id), chain(desk, cue)) if chain else ()
    return people[0].name if people else ""


def _seats_called(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    line = desk.session.get(RollLine, cue.subject)
    if line is None:
        return None
    stream = desk.get(Stream, line.stream_id)
    missing = rules.unready(roll.party(desk, stream, line)) or [line]
    who = _first(desk, cue) or cards.holder(desk, line)
    return w("ready-cue-seats", roles=cards.seats_named(desk, stream, missing)), who


def report(desk: Desk, stream: Stream) -> list[Piece]:
    """Every decision, every override, and a late start, each with its reason; the report's head has the start already."""
    gates = desk.session.exec(
        select(Gate).where(Gate.stream_id == stream.id, col(Gate.decided_at).is_not(None)).order_by(col(Gate.id))
    )
    decisions = [
        w("ready-report-gate", decision=gate_cards.decided(desk, gate), ready=gate.ready, seats=gate.seats)
        for gate in gates
    ]
    overrides = desk.session.exec(select(Override).where(Override.stream_id == stream.id).order_by(col(Override.id)))
    told = [*decisions, *(_override(desk, each) for each in overrides), *lateness.told(desk, stream)]
    silent = _unheard(desk, stream) if stream.live_at else []
    return [*told, *silent, *_end_as_planned(desk, stream)]


def _end_as_planned(desk: Desk, stream: Stream) -> list[Piece]:
    """Nobody said when it ended."""
    about = (LogEntry.stream_id == stream.id, LogEntry.key == "ready-log-wrap-planned")
    if desk.session.exec(select(LogEntry.id).where(*about)).first() is None or stream.wrapped_at is None:
        return []
    return [w("ready-report-planned-end", at=HourMinute(stream.wrapped_at))]


def _override(desk: Desk, override: Override) -> Words:
    who = desk.person_named(override.person_id)
    if not override.reason:
        return w("ready-report-no-go", who=who, at=HourMinute(override.at))
    return w("ready-report-override", who=who, red=override.red, reason=override.reason)


def help_lines(desk: Desk, team: Team | None) -> Sequence[Piece]:
    """What this person can do about the shows that are about to start or on air."""
    if team is None:
        return []
    streams = desk.session.exec(
        select(Stream)
        .where(Stream.team_id == team.id, col(Stream.phase).in_((Phase.STANDBY, Phase.LIVE)))
        .order_by(col(Stream.starts_at))
    )
    return [line for stream in streams for line in _help(desk, stream)]


def _help(desk: Desk, stream: Stream) -> list[Piece]:
    found: list[Piece] = []
    if stream.phase is Phase.STANDBY and desk.person in roster.crew(desk, stream):
        found.append(w("ready-help-ready", title=stream.title))
    if calling.may_call(desk, stream):
        word = "ready-help-wrap" if stream.phase is Phase.LIVE else "ready-help-live"
        found.append(w(word, title=stream.title))
    return found
