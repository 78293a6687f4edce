"""The cards of a show that several people read, each the one that is kept true: the group's, and the leads'."""

from collections.abc import Sequence

from bot import roster
from bot.crew import AHEAD, Answer, Assignment, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.words import Piece, w
from flows.plan import cards, episodes, presence, seated, standing_in
from flows.plan.cards import Rows
from flows.plan.tables import Every

CLAIMS = 8
"""Open roles with a button of their own."""
NAMED = 12
"""Names in the group's card at most."""


def show_card(stream: Stream) -> str:
    """The group's card of a show."""
    return f"plan:show:{stream.id}"


def lead_card(stream: Stream) -> str:
    """The card that /streams opens, in the group and for leads."""
    return f"plan:card:{stream.id}"


def seen_card(stream: Stream) -> str:
    """The same for everybody else in private: without what only leads press."""
    return f"plan:seen:{stream.id}"


# The group's


def group_lines(desk: Desk, stream: Stream) -> list[Piece]:
    """Who sits in it as it is now, and which seats nobody has; who has said yes the board counts."""
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    people = [desk.person_named(seat.person_id) for seat in seated.sitting(desk, stream)]
    lines: list[Piece] = [w("plan-new-show", title=stream.title), cards.when(stream)]
    if people:
        lines.append(w("plan-new-crew", who=cards.some_people(list(dict.fromkeys(people)), NAMED)))
    if empty := _unfilled(desk, stream):
        lines += _open_lines(desk, stream, empty)
    return [*lines, w("plan-new-where")]


def _open_lines(desk: Desk, stream: Stream, empty: Sequence[Assignment]) -> list[Piece]:
    """Nobody is asked to press for a role that nobody could take yet."""
    known = [seat for seat in empty if standing_in.is_known(desk, stream, seat.role)]
    unknown = [seat for seat in empty if seat not in known]
    return [
        w(key, roles=cards.some([cards.name_of(desk, stream, seat) for seat in seats], NAMED), seats=len(seats))
        for key, seats in (("plan-new-open", known), ("plan-new-unknown", unknown))
        if seats
    ]


def _unfilled(desk: Desk, stream: Stream) -> list[Assignment]:
    if stream.phase not in AHEAD:
        return []
    return [seat for seat in roster.seats(desk, stream) if presence.state(seat) in ("open", Answer.DECLINED)]


def open_roles(desk: Desk, stream: Stream) -> list[Assignment]:
    """The first seat with nobody of each role."""
    found: dict[str, Assignment] = {}
    for seat in _unfilled(desk, stream):
        found.setdefault(seat.role, seat)
    return list(found.values())


def claim_buttons(desk: Desk, stream: Stream) -> list[Button]:
    """[I'll take it] for each role that is open."""
    return [claim_button(desk, stream, seat) for seat in open_roles(desk, stream)[:CLAIMS]]


def claim_button(desk: Desk, stream: Stream, seat: Assignment) -> Button:
    return Button(w("plan-claim", role=cards.name_of(desk, stream, seat)), "plan.claim", (seat.id,))


def board_button(desk: Desk, stream: Stream) -> list[Button]:
    """The board has room for one: of several roles it asks the presser which."""
    buttons = claim_buttons(desk, stream)
    return (
        buttons
        if len(buttons) < 2
        else [Button(w("plan-claims", seats=len(_unfilled(desk, stream))), "plan.claims", (stream.id,))]
    )


# The leads'


def lead_lines(desk: Desk, stream: Stream) -> list[Piece]:
    series = episodes.series_of(desk, stream)
    again: list[Piece] = [w(f"plan-repeats-{series.every}")] if series else []
    return [w("plan-phase", phase=w(f"phase-{stream.phase}")), *again, *cards.show_lines(desk, stream)]


def lead_buttons(desk: Desk, stream: Stream) -> Rows:
    if stream.phase not in AHEAD:
        return [[_button("crew", stream), _button("lead", stream)]] if stream.phase is Phase.LIVE else []
    now = [[_button("crew", stream), _button("lead", stream)], [_button("move", stream), _button("cancel", stream)]]
    if not stream.rehearsal:
        now[0].append(_button("details", stream))
    if stream.phase is Phase.PREP:  # the checklist, from whoever keeps it
        now.insert(1, [one for flow in desk.house.flows if flow.name != "plan" for one in flow.board(desk, stream)])
    return now if stream.rehearsal else [*now, [_button("rehearse", stream)], _again_buttons(desk, stream)]


def _again_buttons(desk: Desk, stream: Stream) -> list[Button]:
    if episodes.series_of(desk, stream):
        return [_button("stop", stream)]
    return [Button(w(f"plan-repeat-{every}"), "plan.repeat", (stream.id, every)) for every in Every]


def _button(name: str, stream: Stream) -> Button:
    return Button(w(f"plan-button-{name}"), f"plan.{name}", (stream.id,))


def refresh_shared(desk: Desk, stream: Stream) -> None:
    """The group's card, the leads', and everybody else's."""
    lines = lead_lines(desk, stream)
    desk.show_all(
        {
            show_card(stream): (group_lines(desk, stream), cards.rows(claim_buttons(desk, stream))),
            lead_card(stream): (lines, lead_buttons(desk, stream)),
            seen_card(stream): (lines, ()),
        }
    )
