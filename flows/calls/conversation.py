"""Got it, or Done: somebody has heard a line, and nobody else is asked."""

from sqlmodel import col, select

from bot import asking, roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.playbook import CueLine
from bot.words import HourMinute, Piece, w
from flows.calls import cards, rules
from flows.calls.hearers import EVERYWHERE, chain
from flows.calls.tables import Calling


def heard(desk: Desk, calling: Calling) -> None:
    """[Got it], or [Done] where one after another is asked."""
    stream = desk.get(Stream, calling.stream_id)
    if (line := _line(desk, stream, calling)) is None:
        return
    _may_answer(desk, stream, line, calling)
    everyone = line.to in EVERYWHERE
    if calling.heard_at and (not everyone or desk.person.id in calling.heard):
        who = desk.person_named(calling.heard_by)
        word = "calls-toast-already" if everyone else "calls-toast-done"
        desk.toast(rehearsed(stream, w(word, who=who, at=HourMinute(calling.heard_at))))
        return
    _keep(desk, stream, line, calling)
    shown = cards.buttons(calling, line) if everyone else []
    desk.show(cards.name(calling), *cards.lines(desk, stream, line, calling), buttons=shown)
    desk.toast(rehearsed(stream, w("calls-toast-heard")))


def came(desk: Desk, stream: Stream) -> set[int]:
    """Who has answered a call since the show began."""
    if stream.live_at is None:
        return set()
    answered = desk.session.exec(
        select(Calling).where(Calling.stream_id == stream.id, col(Calling.heard_at) >= stream.live_at)
    )
    return {person_id for calling in answered for person_id in calling.heard}


def _line(desk: Desk, stream: Stream, calling: Calling) -> CueLine | None:
    """What the playbook says there; whoever presses on a line that it no longer has reads so."""
    line = desk.house.playbook_of(stream).cue(calling.key)
    if line is None:
        desk.toast(w("calls-toast-gone"))
    return line


def who_was_asked(desk: Desk, calling: Calling) -> None:
    """[Who was asked], for the crew."""
    stream = desk.get(Stream, calling.stream_id)
    if (line := _line(desk, stream, calling)) is None:
        return
    people = _asked(desk, stream, line, calling)
    if not roster.may_act(desk, stream, [*people, *roster.crew(desk, stream)]):
        desk.refuse(rehearsed(stream, w("calls-not-yours", who=people[0])))
    asking.tell(desk, stream, _account(desk, stream, line, calling), card=_account_card(calling))


def _account(desk: Desk, stream: Stream, line: CueLine, calling: Calling) -> list[Piece]:
    head = w("calls-asked", what=rules.headline(line.say), title=stream.title)
    return asking.account(desk, head, [f"calls.{line.moved}-ask"], calling.id)


def _account_card(calling: Calling) -> str:
    return f"calls-asked:{calling.id}"


def _keep(desk: Desk, stream: Stream, line: CueLine, calling: Calling) -> None:
    calling.heard = [*calling.heard, desk.person.id]
    if calling.heard_at is None:
        calling.heard_at, calling.heard_by = desk.now, desk.person.id
    desk.acknowledge((f"calls.{line.moved}", f"calls.{line.moved}-ask"), calling.id)
    desk.show(_account_card(calling), *_account(desk, stream, line, calling))  # nobody is next any more
    if line.critical or _went_on(desk, line, calling):
        word = "calls-log-heard" if line.to in EVERYWHERE else "calls-log-done"
        desk.log(word, team_id=stream.team_id, stream_id=stream.id, what=rules.headline(line.say))
    desk.touch(stream)


def _went_on(desk: Desk, line: CueLine, calling: Calling) -> bool:
    """Whether somebody had not answered and others were asked: the log says that, so it says too how it ended."""
    return len(asking.asked(desk, [f"calls.{line.moved}-ask"], [calling.id])) > 1


def _may_answer(desk: Desk, stream: Stream, line: CueLine, calling: Calling) -> None:
    people = _asked(desk, stream, line, calling)
    if not roster.may_act(desk, stream, people):
        desk.refuse(
            rehearsed(stream, w("calls-not-yours", who=people[0] if people else desk.person_named(stream.lead_id)))
        )


def _asked(desk: Desk, stream: Stream, line: CueLine, calling: Calling) -> list[Person]:
    """Those in the line's chain, and who holds the role, heard of or not; once it stands in the group, the whole crew."""
    if line.to in EVERYWHERE or calling.for_all:
        return list(roster.crew(desk, stream))
    return list(roster.once([*chain(desk, stream, line), *roster.holders(desk, stream, line.to)]))
