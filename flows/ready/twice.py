"""A second call for whoever is silent at the roll, before others are asked and when the show begins: what only changes
wakes nobody."""

from collections.abc import Sequence

from bot import asking
from bot.crew import Person, Phase, Stream
from bot.cues import Call, waits_until
from bot.desk import Desk
from bot.words import w
from flows.ready import cards, chasing, roll, rules, unheard
from flows.ready.tables import RollCall, RollLine


def plan(desk: Desk, stream: Stream, line: RollLine) -> None:
    """Once for every time that the asking begins."""
    at = rules.second_call(desk.now, waits_until(desk, stream))
    if at:
        desk.cue("ready.again", line.id, team_id=stream.team_id, stream=stream, at=at, note=str(line.asked))


def give(desk: Desk, call: Call) -> bool:
    """Nobody else has been asked yet."""
    line = desk.session.get(RollLine, call.cue.subject)
    if line is None or line.person_id is None:
        return False
    stream = desk.get(Stream, line.stream_id)
    person, theirs = desk.get(Person, line.person_id), roll.party(desk, stream, line)
    chase = chasing.of_party(theirs, chasing.of_lines(desk, theirs))
    if chase.by is None or chase.others or not _say_below(desk, stream, person, theirs, chase):
        return False
    asking.note(desk, call.cue, person)
    return True


def begun(desk: Desk, stream: Stream) -> None:
    """On air: told once where their calls go. After it, they have nothing to press any more."""
    silent = unheard.lines(desk, stream, roll.latest_lines(desk, stream)) if stream.live_at else []
    for theirs in rules.parties(silent):
        called, person = desk.get(RollCall, theirs[0].roll_id), desk.get(Person, theirs[0].person_id)
        if stream.phase is not Phase.LIVE or rules.speaks(theirs).muted_by:
            roll.show_own(desk, stream, called, theirs, chasing.NOBODY)
        else:
            _say_below(desk, stream, person, theirs, chasing.NOBODY)


def _say_below(desk: Desk, stream: Stream, person: Person, theirs: Sequence[RollLine], chase: chasing.Chase) -> bool:
    """The same card once more; not to who can't be reached, nor to somebody in front of a camera."""
    if not person.reachable or desk.on_air(person):
        return False
    called = desk.get(RollCall, theirs[0].roll_id)
    card = cards.own_card(called, person.id)
    lines, buttons = roll.own_view(desk, stream, called, theirs, chase)
    place, below = desk.private(person, desk.team_of(stream)), w("ready-settled", title=stream.title)
    desk.say(place, *lines, buttons=buttons, card=card, below=below)
    return True
