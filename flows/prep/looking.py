"""Looking things up: one item, my items across streams, everybody's list of one stream."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot import door, roster
from bot.crew import AHEAD, Phase, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Message
from bot.place import Place
from bot.words import Piece, Words, w
from flows.prep import cards, everybody, lists, mine, owners
from flows.prep.tables import Item


def open_card(desk: Desk, item: Item, *_: str) -> None:
    """An item by itself, with the buttons that this person may use."""
    stream = cards.stream_of(desk, item)
    lead = cards.for_lead(desk, stream, desk.person)
    theirs = roster.may_act(desk, stream, owners.chain(desk, stream, item)) and not cards.is_over(desk, stream, item)
    reader = None if desk.in_group else desk.person.id
    lines = cards.lines(desk, stream, item, pressable=theirs, reader=reader)
    if theirs:
        keys = cards.buttons(stream, item, lead, reader=reader)
        desk.reply(*lines, buttons=keys, card=cards.name(item, lead))
    else:
        desk.reply(*lines)


def todo(desk: Desk, _text: str) -> None:
    """Mine: in private across all my teams, in a group this team's."""
    teams = lists.teams_of(desk, desk.person)
    if desk.in_group:
        teams = [team for team in teams if desk.team and team.id == desk.team.id]
    if not teams:
        desk.refuse(_how_to_get_in(desk))
    scope = teams[0].id if desk.in_group else mine.EVERYWHERE
    lines, buttons, card = mine.anew(desk, desk.person, teams, scope)
    desk.reply(*lines, buttons=buttons, card=card)


def _how_to_get_in(desk: Desk) -> Words:
    if not desk.in_group:
        return w("inbox-no-team-yet")
    return w("inbox-not-a-member" if desk.team and desk.team.ready else "inbox-not-set-up")


def from_board(desk: Desk, stream: Stream, *_: str) -> None:
    """The presser's own list of that team, in private."""
    team = desk.team_of(stream)
    lines, buttons, card = mine.anew(desk, desk.person, [team], team.id)
    desk.say(desk.private(desk.person, team), *lines, buttons=buttons, card=card)
    door.point(desk)


def prep(desk: Desk, _text: str) -> None:
    """Everybody's list of the next stream, with a button for each of the others."""
    assert desk.team is not None
    streams = _prepared(desk, desk.team)
    if not streams:
        desk.reply(w("prep-nothing-planned"))
        return
    first = next((stream for stream in streams if stream.phase in AHEAD), streams[0])
    card = _fresh_card(desk, "sheet", first, desk.here)
    lines, buttons = everybody.sheet(desk, first, 0, not desk.in_group)
    desk.reply(*lines, buttons=[*buttons, *_others(streams, first)], card=card)


def follow(desk: Desk, stream: Stream) -> None:
    """The show has moved: everybody's list, wherever it was shown last, is headed with the new start."""
    team, begins = desk.team_of(stream), f"prep-sheet:{stream.id}"
    between = (col(Message.card) > f"{begins}:", col(Message.card) < f"{begins};")
    for card in sorted(card for card in desk.session.exec(select(Message.card).where(*between).distinct()) if card):
        lines, buttons = everybody.sheet(desk, stream, 0, private=card != f"{begins}:{team.chat_id}")
        desk.show(card, *lines, buttons=[*buttons, *_others(_prepared(desk, team), stream)])


def _prepared(desk: Desk, team: Team) -> list[Stream]:
    return [stream for stream in lists.streams_of(desk, team) if stream.phase is not Phase.PLANNED]


def _others(streams: Sequence[Stream], shown: Stream) -> list[list[Button]]:
    others = [stream for stream in streams if stream.id != shown.id][:4]
    return [[Button(w("prep-other", stream=other.title), "prep.sheet", (other.id,))] for other in others]


def sheet(desk: Desk, stream: Stream, page: str = "0", *_: str) -> None:
    """A stream's checklist in private, from a button."""
    number = _number(page)
    lines, buttons = everybody.sheet(desk, stream, number, private=True)
    _turned(desk, stream, "sheet", number, lines, buttons)


def left(desk: Desk, stream: Stream, page: str = "0", *_: str) -> None:
    """What the show has left behind on its checklist, in private."""
    number = _number(page)
    lines, buttons = everybody.left(desk, stream, number)
    _turned(desk, stream, "left", number, lines, buttons)


def _number(page: str) -> int:
    return int(page) if page.isdigit() else 0


def _turned(
    desk: Desk, stream: Stream, what: str, page: int, lines: Sequence[Piece], buttons: Sequence[Sequence[Button]]
) -> None:
    """Said anew; a page that is turned changes in place."""
    place = desk.private(desk.person, desk.team_of(stream))
    if page:
        desk.show(_card(what, stream, place), *lines, buttons=buttons)
        return
    desk.say(place, *lines, buttons=buttons, card=_fresh_card(desk, what, stream, place))
    door.point(desk)


def _card(what: str, stream: Stream, place: Place) -> str:
    return f"prep-{what}:{stream.id}:{place.chat_id}"


def _fresh_card(desk: Desk, what: str, stream: Stream, place: Place) -> str:
    anew = w("prep-sheet-anew", stream=stream.title, at=stream.starts_at)
    lists.retire(desk, {_card(what, stream, place): [anew]})
    return _card(what, stream, place)
