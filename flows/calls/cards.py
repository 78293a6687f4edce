"""How a line looks: whose it is, what the playbook says, how to stop it, and who has heard it."""

from bot import asking, roster
from bot.crew import AHEAD, Answer, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.playbook import CueLine
from bot.words import HourMinute, Joined, Piece, w
from flows.calls import rules
from flows.calls.hearers import EVERYWHERE, Hearer, vacant_roles
from flows.calls.tables import Calling


def name(calling: Calling) -> str:
    return f"calls:{calling.id}"


def lines(desk: Desk, stream: Stream, line: CueLine, calling: Calling, hearer: Hearer | None = None) -> list[Piece]:
    """The message: for whom, what, and how to answer."""
    found: list[Piece] = [_head(desk, stream, line), line.say]
    if hearer and hearer.instead_of:
        found.insert(1, w("calls-instead", who=hearer.instead_of))
    if hearer and hearer.unheard and hearer.person != hearer.unheard:
        found.insert(1, w("calls-unheard", who=hearer.unheard))
    if hearer and hearer.vacant:
        found.insert(1, w("calls-vacant"))
    found += _named_vacant(desk, stream, line, hearer)
    if line.ack:
        found.append(_answer(desk, line, calling))
    if hearer and line.to == "crew" and stream.phase in AHEAD and "prep" in rules.phases(line, line.at.by):
        found.append(_if_not(desk, stream, hearer))
    return found


def _named_vacant(desk: Desk, stream: Stream, line: CueLine, hearer: Hearer | None) -> list[Piece]:
    """Whom to turn to instead, where it sends people to a role that nobody has."""
    found: list[Piece] = []
    for role in vacant_roles(desk, stream, line):
        who = next(iter(roster.within_call(desk, desk.team_of(stream), roster.chain(desk, stream, role.key))), None)
        if who:
            theirs = "calls-named-yours" if hearer and hearer.person == who else "calls-named-vacant"
            word = "calls-named-group" if line.to == "group" else theirs
            found.append(w(word, role=role.name, who=who))
    return found


def over(desk: Desk, stream: Stream, line: CueLine, calling: Calling) -> list[Piece]:
    """Its time has passed: what was said, and that nobody is asked any more."""
    told = _answer(desk, line, calling) if calling.heard else w("calls-over")
    return [_head(desk, stream, line), line.say, told]


def _if_not(desk: Desk, stream: Stream, hearer: Hearer) -> Piece:
    """How to say that one can't come: on the card that still asks, else where what was promised is taken back."""
    seats = [seat for seat in roster.seats(desk, stream) if seat.person_id == hearer.person.id]
    if any(seat.answer is Answer.ASKED for seat in seats):
        return w("calls-not-answered")
    return w("calls-cannot-lead" if roster.decides(desk, stream, hearer.person.id) else "calls-cannot-come")


def buttons(calling: Calling, line: CueLine) -> list[list[Button]]:
    """To answer; where one after another is asked, also to see who was."""
    label = w("calls-button-heard" if line.to in EVERYWHERE else "calls-button-done")
    heard = Button(label, "calls.heard", (calling.id,))
    return [[heard]] if line.to in EVERYWHERE else [[heard, asking.button("calls.asked", calling.id)]]


def tells_start(line: CueLine) -> bool:
    """Whether it is for more people than one role has."""
    return line.to in ("crew", "group", "lead")


def _head(desk: Desk, stream: Stream, line: CueLine) -> Piece:
    if tells_start(line):
        ahead = w("calls-head-ahead", title=stream.title, at=stream.starts_at)
        return ahead if stream.phase in AHEAD else w("calls-head-all", title=stream.title)
    role = desk.house.playbook_of(stream).role(line.to)
    return w("calls-head", role=role.name if role else line.to, title=stream.title)


def _answer(desk: Desk, line: CueLine, calling: Calling) -> Piece:
    if not calling.heard or calling.heard_at is None:
        return w("calls-ask-all") if line.to in EVERYWHERE else w("calls-ask")
    who = Joined([desk.person_named(person_id) for person_id in calling.heard])
    return w("calls-heard", who=who, at=HourMinute(calling.heard_at))
