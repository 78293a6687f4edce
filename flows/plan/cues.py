"""When those who have not answered are asked again, open seats called out, and when the lead hears of both."""

from datetime import timedelta

from sqlmodel import select

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Person, Stream
from bot.cues import Call, Cue, CueState, From
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, Words, w
from flows.plan import ask_cards, cards, presence, vacant


def plan(desk: Desk, stream: Stream) -> None:
    """The playbook's chases that still lie ahead, and after the last of them a word to the lead."""
    ahead = ask_cards.chases(desk, stream)
    for offset in ahead:
        desk.cue(
            "plan.chase",
            stream.id,
            team_id=stream.team_id,
            stream=stream,
            counted=From.START,
            offset=offset,
            note=str(int(offset.total_seconds())),
        )
    last = ahead[-1] if ahead else desk.now - stream.starts_at
    silence = last + desk.house.escalation(stream).wait(last)
    if silence < timedelta():
        desk.cue(
            "plan.silent",
            stream.id,
            team_id=stream.team_id,
            stream=stream,
            counted=From.START,
            offset=silence,
            note=str(int(silence.total_seconds())),
        )


def give_chase(desk: Desk, call: Call) -> bool:
    """Everybody who has not answered gets the question again, and the group reads which seats nobody has."""
    stream = desk.get(Stream, call.cue.subject)
    people = _silent(desk, stream)
    for person in people:
        ask_cards.ask(desk, stream, person, w("plan-chase", left=stream.starts_at - desk.now))
    return vacant.call(desk, stream) or bool(people)


def give_silent(desk: Desk, call: Call) -> bool:
    """The lead reads who has not answered, and once which seats nobody has; one press changes the seat."""
    stream = desk.get(Stream, call.cue.subject)
    seats, empty = _unanswered(desk, stream), _untold(desk, stream)
    about = {"title": stream.title, "at": stream.starts_at, "left": stream.starts_at - desk.now}
    lines: list[Piece] = [w("plan-silent", **about)] if seats else []
    lines += [_seat_line(desk, stream, seat) for seat in seats]
    lines += [w("plan-silent-open", **about)] if empty else []
    lines += [w("plan-silent-nobody", role=cards.name_of(desk, stream, seat)) for seat in empty]
    if lines:
        lead = desk.private(roster.lead_chain(desk, stream)[0], desk.team_of(stream))
        desk.say(lead, *lines, buttons=[[_change(desk, stream, seat)] for seat in [*seats, *empty]])
    return bool(lines)


def _untold(desk: Desk, stream: Stream) -> list[Assignment]:
    """The open seats, unless the lead has had this word before: each change of the crew plans another."""
    given = select(Cue.id).where(Cue.kind == "plan.silent", Cue.subject == stream.id, Cue.state == CueState.GIVEN)
    told_before = desk.session.exec(given.limit(1)).first() is not None
    return [] if told_before else [seat for seat, _ in vacant.seats(desk, stream)]


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """What a ping of planning is about; once everybody has answered, asking the silent has nothing left to say."""
    kind = cue.kind.partition(".")[2]
    if kind not in ("chase", "silent"):
        return w(f"plan-cue-{kind}"), ""
    stream = desk.get(Stream, cue.subject)
    silent = _silent(desk, stream) if kind == "chase" else _unanswered(desk, stream)
    if not silent and not vacant.seats(desk, stream):
        return None
    called = _silent(desk, stream) if kind == "chase" else roster.lead_chain(desk, stream)[:1]
    return w(f"plan-cue-{kind}"), Joined([person.name for person in called])


def _unanswered(desk: Desk, stream: Stream) -> list[Assignment]:
    if stream.phase not in AHEAD:
        return []
    return [seat for seat in roster.seats(desk, stream) if presence.state(seat) == Answer.ASKED]


def _silent(desk: Desk, stream: Stream) -> list[Person]:
    """Nobody who is away today; the lead hears of them with the others."""
    people = [desk.get(Person, seat.person_id) for seat in _unanswered(desk, stream)]
    team = desk.team_of(stream)
    return [person for person in roster.once(people) if not roster.is_away(desk, team, person)]


def _seat_line(desk: Desk, stream: Stream, seat: Assignment) -> Words:
    return w(
        "plan-silent-seat",
        role=cards.name_of(desk, stream, seat),
        who=desk.person_named(seat.person_id),
        asked=seat.asked_at or stream.planned_at,
    )


def _change(desk: Desk, stream: Stream, seat: Assignment) -> Button:
    return Button(w("plan-change-seat", role=cards.name_of(desk, stream, seat)), "plan.seat", (seat.id,))
