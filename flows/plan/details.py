"""What a planned show is: title, goal, length, platforms and products, on one card with a button for each."""

from typing import Any

from bot import door
from bot.crew import AHEAD, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import Joined, Piece, w
from flows.plan import cards, moving

DETAILS = ("title", "goal", "length", "platforms", "products")


def details(desk: Desk, stream: Stream) -> None:
    """[Details]: what is known, a button for each."""
    say(desk, stream)
    door.point(desk)


def say(desk: Desk, stream: Stream) -> None:
    """To whoever asked, or has changed one. A chat has one such card."""
    home, head = desk.private(desk.person, desk.team_of(stream)), w("plan-details-below", title=stream.title)
    lines, buttons = _lines(desk, stream), _buttons(desk, stream)
    desk.say(home, *lines, buttons=buttons, card=_card(stream), priority=Priority.REPLY, below=head)


def refresh(desk: Desk, stream: Stream) -> None:
    desk.show(_card(stream), *_lines(desk, stream), buttons=_buttons(desk, stream))


def detail(desk: Desk, stream: Stream, what: str) -> None:
    """One of them is pressed."""
    if what in DETAILS:
        moving.open_walk(desk, stream, "plan.detail", {"what": what, "was": now(stream, what)})


def _card(stream: Stream) -> str:
    return f"plan:details:{stream.id}"


def _lines(desk: Desk, stream: Stream) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    found = [w(f"plan-detail-{what}", value=told(desk, stream, what)) for what in _asked(desk, stream)]
    platforms, products = _matter(desk, stream)
    unknown = (platforms and not stream.platforms) or (products and stream.products is None)
    return [*found, w("plan-details-unknown")] if unknown else list(found)


def _buttons(desk: Desk, stream: Stream) -> cards.Rows:
    if stream.phase not in AHEAD:
        return []
    asked = _asked(desk, stream)
    return cards.rows([Button(w(f"plan-button-{what}"), "plan.detail", (stream.id, what)) for what in asked], 2)


def _asked(desk: Desk, stream: Stream) -> list[str]:
    """A talk show presents nothing: products are asked for where the playbook counts them, or somebody has."""
    products = _matter(desk, stream)[1] or stream.products is not None
    return [what for what in DETAILS if products or what != "products"]


def _matter(desk: Desk, stream: Stream) -> tuple[bool, bool]:
    """Whether anything in the playbook is for some platforms, or for some number of products."""
    playbook = desk.house.playbook_of(stream)
    found = [*(item.when for item in playbook.items), *(cue.when for cue in playbook.cues)]
    return any(when.platforms for when in found), any(when.min_products is not None for when in found)


def now(stream: Stream, what: str) -> Any:
    return stream.minutes if what == "length" else getattr(stream, what)


def told(desk: Desk, stream: Stream, what: str) -> Piece:
    """As people read it."""
    if what == "length":
        return cards.when(stream)
    if what == "platforms" and stream.platforms:
        return Joined(stream.platforms)
    if what == "goal" and stream.goal:
        return cards.goal(desk, stream)
    value = now(stream, what)
    if value in ("", None, []):
        return w("plan-detail-none-goal" if what == "goal" else "plan-detail-none")
    return str(value)
