"""A second call for whoever is silent at the roll, before anybody else is asked: a card that only changes wakes nobody."""

from bot import asking
from bot.crew import Person, Stream
from bot.cues import Call, waits_until
from bot.desk import Desk
from flows.ready import cards, chasing, roll, rules
from flows.ready.stand_in import turn_down
from flows.ready.tables import RollCall, RollLine


def plan(desk: Desk, stream: Stream, line: RollLine) -> None:
    """Once for every time that the asking begins."""
    at = rules.second_call(desk.now, waits_until(desk, stream))
    if at:
        desk.cue("ready.again", line.id, team_id=stream.team_id, stream=stream, at=at, note=str(line.asked))


def give(desk: Desk, call: Call) -> bool:
    """The same card once more, below; not to who can't be reached, nor to somebody in front of a camera."""
    line = desk.session.get(RollLine, call.cue.subject)
    if line is None or line.person_id is None:
        return False
    stream, called = desk.get(Stream, line.stream_id), desk.get(RollCall, line.roll_id)
    person, theirs = desk.get(Person, line.person_id), roll.party(desk, stream, line)
    chase = chasing.of_party(theirs, chasing.of_lines(desk, theirs))
    if chase.by is None or chase.others or not person.reachable or desk.on_air(person):
        return False
    card = cards.own_card(called, person.id)
    turn_down(desk, stream, card)
    lines, buttons = roll.own_lines(desk, stream, called, theirs, chase), cards.own_buttons(called, theirs, desk.now)
    desk.say(desk.private(person, desk.team_of(stream)), *lines, buttons=buttons, card=card)
    asking.note(desk, call.cue, person)
    return True
