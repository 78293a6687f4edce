"""The playbook's own lines as cues: laid out for a stream, said to whoever they are for, followed up until heard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlmodel import select

from bot import asking, cues, roster
from bot.crew import AHEAD, Person, Phase, Stream
from bot.cues import Call, Cue, CueState, From
from bot.desk import Desk
from bot.flow import Change, CueKind, Late, Moved
from bot.place import View, Views
from bot.playbook import CueLine
from bot.words import Piece
from flows.calls import cards, gathering, rules
from flows.calls.hearers import EVERYWHERE, chain, hearers
from flows.calls.tables import Calling


def plan(desk: Desk, stream: Stream) -> None:
    """Every line that is meant for this show, and still lies ahead."""
    ahead = []
    for line in desk.house.playbook_of(stream).cues:
        for number, offset in enumerate(rules.offsets(line, stream.length)):
            if roster.is_meant(desk, stream, line.when) and cues.due_at(stream, _counted(line), offset) > desk.now:
                ahead.append((line, number, offset))
    _cue(desk, stream, ahead)


def changed(desk: Desk, stream: Stream, change: Change) -> None:
    """What was dropped because the show moved or was late comes back with it, and a longer show has more to say."""
    if change is Change.PHASE:
        _close_past(desk, stream)
    if change is Change.MOVED and stream.phase in AHEAD:
        _tell_start(desk, stream)
    if change in (Change.MOVED, Change.DETAILS) and stream.phase is not Phase.PLANNED:
        plan(desk, stream)
    elif change is Change.PHASE and stream.phase is Phase.LIVE:
        _follow_start(desk, stream)
    elif change is Change.PHASE and stream.phase is Phase.WRAP:
        _follow_end(desk, stream)


def _close_past(desk: Desk, stream: Stream) -> None:
    """What no longer makes sense has nothing to press, wherever it was said."""
    past = {
        cards.name(calling): (line, calling)
        for calling, line, offset in _laid_out(desk, stream)
        if line.ack and stream.phase not in rules.phases(line, offset)
    }
    said = desk.shown(past)
    desk.show_all({name: (cards.over(desk, stream, *past[name]), ()) for name in said})


def _tell_start(desk: Desk, stream: Stream) -> None:
    """What was said with the start of the show has the new one."""
    said = {
        cards.name(one): (line, one, offset) for one, line, offset in _laid_out(desk, stream) if cards.tells_start(line)
    }
    desk.show_all({name: _as_it_stands(desk, stream, *said[name]) for name in desk.shown(said)})


def _as_it_stands(desk: Desk, stream: Stream, line: CueLine, calling: Calling, offset: timedelta) -> Views:
    if line.ack and stream.phase not in rules.phases(line, offset):
        return cards.over(desk, stream, line, calling), ()
    if not _chained(line):
        return _as_read(desk, stream, line, calling)
    if calling.heard:
        return cards.lines(desk, stream, line, calling), ()
    asked = asking.so_far(desk, [_kind(line)], calling.id)
    return _as_read(desk, stream, line, calling, asking.then(desk, [_kind(line)], calling.id), asked)


def _follow_start(desk: Desk, stream: Stream) -> None:
    """Lines that wait for the real start are counted from it."""
    ahead = [(line, calling.number, offset) for calling, line, offset in _laid_out(desk, stream)]
    _cue(desk, stream, [one for one in ahead if rules.follows_start(one[0], one[2])])


def _follow_end(desk: Desk, stream: Stream) -> None:
    """Lines that wait for the real end are counted from it; those of a show that ended long ago have no use any more."""
    ended = rules.ended(stream.ends_at, desk.now)
    for calling, line, offset in _laid_out(desk, stream):
        if not rules.follows_wrap(line):
            continue
        at = ended + max(offset, timedelta())
        if rules.still_of_use(line, at, desk.now):
            at, note = max(at, desk.now), _note(calling)
            desk.cue(_kind(line), calling.id, team_id=stream.team_id, stream=stream, at=at, note=note)
        else:
            desk.drop(_kind(line), calling.id)
            _log_missed(desk, stream, line, desk.now - at)


def _laid_out(desk: Desk, stream: Stream) -> list[tuple[Calling, CueLine, timedelta]]:
    """Every line that was planned and that the playbook still has, with its offset."""
    playbook = desk.house.playbook_of(stream)
    desk.read_ahead(stream, "calls")
    found = [(calling, line) for calling in _callings(desk, stream) if (line := playbook.cue(calling.key))]
    return [(calling, line, line.at.by + calling.number * (line.every or timedelta())) for calling, line in found]


def _cue(desk: Desk, stream: Stream, lines: Sequence[tuple[CueLine, int, timedelta]]) -> None:
    """Plan lines, each with its number and offset; those that were planned before move."""
    desk.read_ahead(stream, "calls")
    callings = {(calling.key, calling.number): calling for calling in _callings(desk, stream)}
    wanted = [(line.key, number) for line, number, _ in lines]
    new = {key: Calling(stream_id=stream.id, key=key[0], number=key[1]) for key in wanted if key not in callings}
    desk.session.add_all(new.values())
    desk.session.flush()
    for line, number, offset in lines:
        calling = (callings | new)[line.key, number]
        desk.cue(
            _kind(line),
            calling.id,
            team_id=stream.team_id,
            stream=stream,
            counted=_counted(line),
            offset=offset,
            note=_note(calling),
        )


def _callings(desk: Desk, stream: Stream) -> Sequence[Calling]:
    return desk.session.exec(select(Calling).where(Calling.stream_id == stream.id)).all()


def give(desk: Desk, call: Call) -> bool:
    """Say a line, if the playbook still has it for such a show, it belongs here, and somebody is there to hear it."""
    calling = desk.get(Calling, call.cue.subject)
    stream = desk.get(Stream, calling.stream_id)
    line = desk.house.playbook_of(stream).cue(calling.key)
    if line is None or not gathering.still_said(desk, stream, line, calling, call.cue):
        return False
    desk.touch(stream)
    if call.round == 0 and rules.missed(line, call.late):
        return _miss(desk, stream, line, call)
    call = replace(call, late=rules.owned_up(line, call.late))
    if _chained(line):
        return _ask(desk, stream, line, calling, call)
    return _tell(desk, stream, line, calling, call)


def _tell(desk: Desk, stream: Stream, line: CueLine, calling: Calling, call: Call) -> bool:
    """Once, to everybody it is for; the group reads it in the group."""
    buttons = cards.buttons(calling, line) if line.ack else []
    card = cards.name(calling)
    if line.to == "group":
        calling.for_all = True
        desk.ping(call, *cards.lines(desk, stream, line, calling), buttons=buttons, card=card)
        return True
    told = hearers(desk, stream, line)
    for hearer in told:
        words = cards.lines(desk, stream, line, calling, hearer)
        more = gathering.take(desk, stream, hearer.person) if hearer.vacant and not line.ack else []
        desk.ping(replace(call, person=hearer.person), *words, *more, buttons=buttons, card=card)
    return bool(told)


def _ask(desk: Desk, stream: Stream, line: CueLine, calling: Calling, call: Call) -> bool:
    """One after another, until somebody has pressed; nobody at all drops it."""
    told = hearers(desk, stream, line)
    if calling.heard or not told:
        return False
    calling.for_all = call.person is None
    then, card = asking.after(desk, call), cards.name(calling)
    view = _as_read(desk, stream, line, calling, then)
    desk.show_all({card: view})  # whoever was asked before reads who is next now
    words, buttons = view(call.person.id if call.person else None)
    desk.ping(call, *words, buttons=buttons, card=card)
    return True


def _as_read(
    desk: Desk,
    stream: Stream,
    line: CueLine,
    calling: Calling,
    then: Sequence[Piece] = (),
    asked: Sequence[int] = (),
) -> Callable[[int | None], View]:
    """Each reads why it comes to them, and whoever was asked last who was asked before, while others are to follow."""
    told = {hearer.person.id: hearer for hearer in hearers(desk, stream, line)}
    buttons = cards.buttons(calling, line) if line.ack else []

    def read_by(reader: int | None) -> View:
        words = cards.lines(desk, stream, line, calling, told.get(reader or 0))
        return [*asking.before(desk, asked, reader), *words, *then], buttons

    return read_by


def _miss(desk: Desk, stream: Stream, line: CueLine, call: Call) -> bool:
    """Too late to be of use: left unsaid, and the log says so."""
    call.cue.state = CueState.MISSED
    _log_missed(desk, stream, line, call.late)
    return True


def _log_missed(desk: Desk, stream: Stream, line: CueLine, late: timedelta) -> None:
    what = rules.headline(line.say)
    desk.log("calls-log-missed", team_id=stream.team_id, stream_id=stream.id, what=what, late=late)


def _chain(desk: Desk, cue: Cue) -> Sequence[Person]:
    calling = desk.get(Calling, cue.subject)
    stream = desk.get(Stream, calling.stream_id)
    line = desk.house.playbook_of(stream).cue(calling.key)
    return chain(desk, stream, line) if line else []


def _chained(line: CueLine) -> bool:
    return line.ack and line.to not in EVERYWHERE


def _kind(line: CueLine) -> str:
    return f"calls.{line.moved}-ask" if _chained(line) else f"calls.{line.moved}"


def _note(calling: Calling) -> str:
    return f"{calling.key}#{calling.number}" if calling.number else calling.key


def _counted(line: CueLine) -> From:
    return From.START if line.at.base == "start" else From.END


NONE = timedelta()
KINDS = {
    name: CueKind(give, late=Late.SAY_LATE, grace=NONE, moved=moved, chain=asked, on_board=True)
    for moved in Moved
    for name, asked in ((str(moved), None), (f"{moved}-ask", _chain))
}
"""By what a move does and whether it is followed up; how late is too late, each line says itself."""
