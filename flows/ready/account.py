"""Who was asked about a seat, and when; for whoever decides, with no more asking, or asking again."""

from collections.abc import Callable, Sequence

from bot import asking, roster
from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import Piece, w
from flows.ready import cards, chasing, rules
from flows.ready.tables import RollCall, RollLine

Lines = Sequence[RollLine]


def view(desk: Desk, stream: Stream, called: RollCall, theirs: Lines, line: RollLine) -> Callable[[int | None], View]:
    """As each may have it: names and times, and when the next one is asked."""

    def read_by(person_id: int | None) -> View:
        decides = person_id is not None and roster.decides(desk, stream, person_id)
        return _lines(desk, stream, theirs, line), _buttons(called, theirs, line) if decides else ()

    return read_by


def _lines(desk: Desk, stream: Stream, theirs: Lines, line: RollLine) -> list[Piece]:
    head = w("ready-asked", whose=cards.whose(desk, stream, theirs), title=stream.title)
    told = asking.account(desk, head, chasing.CALLS, *(each.id for each in theirs))
    return [*told, w("ready-is-muted", who=desk.person_named(line.muted_by))] if line.muted_by else told


def _buttons(called: RollCall, theirs: Lines, line: RollLine) -> list[list[Button]]:
    """While there is something to ask for."""
    if called.closed_at or not rules.unready(theirs):
        return []
    word, press = ("ready-button-unmute", "ready.unmute") if line.muted_by else ("ready-button-mute", "ready.mute")
    return [[Button(w(word), press, (line.id,))]]
