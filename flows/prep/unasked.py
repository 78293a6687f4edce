"""A proof that came before anybody asked for it: one press says which item it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot import conversation
from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, w
from flows.prep import begun_rules, cards, lists, owners, proving, rules
from flows.prep.rules import Dated
from flows.prep.tables import Item, State

MOST = 5
"""Items that are offered: whoever has more finds the others on their cards."""
PROOFS = ("text", "photo", "file")
"""What can be sent; a second pair of eyes is no proof of that kind."""
KEPT = ("text", "photo", "file", "file_name", "file_type")
"""Of what was sent."""
_OF_ONE_ITEM = re.compile("prep(?:-lead)?:([0-9]+)")


def take(desk: Desk, reply: Reply) -> bool:
    """Whether it may prove an item that waits for such a thing: the one whose card is replied to, else one of theirs."""
    if item := _replied_to(desk, reply):
        _to_its_card(desk, item, reply)
        return True
    fitting = [each.item for each in rules.in_order(_waiting(desk)) if _fits(each.item, reply)]
    if fitting:
        shows = [item for item in fitting if item.proof != "text"]  # the words below a picture prove what else they may
        _ask_which(desk, (shows or fitting)[:MOST], reply)
    return bool(fitting)


def _replied_to(desk: Desk, reply: Reply) -> Item | None:
    """The item of the card that is replied to, if a proof of it is theirs to send."""
    found = _OF_ONE_ITEM.fullmatch(reply.card)
    item = desk.session.get(Item, int(found[1])) if found else None
    stream = cards.stream_of(desk, item) if item else None
    if item is None or stream is None or not _waits(desk, stream, item):
        return None
    known = desk.team_of(stream) in lists.teams_of(desk, desk.person)
    return item if known and not owners.not_theirs(desk, stream, item) else None


def _waiting(desk: Desk) -> Iterator[Dated]:
    """What they were asked for, and is theirs still."""
    for team in lists.teams_of(desk, desk.person):
        for stream in lists.streams_of(desk, team):
            for each in lists.owned(desk, stream, desk.person):
                if each.item.told_id == desk.person.id and _waits(desk, stream, each.item):
                    yield each


def _waits(desk: Desk, stream: Stream, item: Item) -> bool:
    now = begun_rules.can_be_done(item, stream.phase) and not cards.is_over(desk, stream, item)
    return now and item.state is State.OPEN and item.proof in PROOFS


def _fits(item: Item, reply: Reply) -> bool:
    try:
        return proving.given(item.proof, reply) is not None
    except Unclear:
        return False


def _to_its_card(desk: Desk, item: Item, reply: Reply) -> None:
    """A picture or a file is what the card asks for; words may say anything, and take a press."""
    try:
        found = proving.given(item.proof, reply)
    except Unclear as unclear:
        desk.reply(unclear.words)
        return
    if found is None:
        desk.reply(w(f"prep-need-{item.proof}"))
    elif item.proof == "text":
        _ask_which(desk, [item], reply)
    else:
        _prove(desk, item, found)


def _ask_which(desk: Desk, items: Sequence[Item], reply: Reply) -> None:
    """What was sent is kept with the question, as it will be with the item."""
    about = {"sent": _kept(reply), "items": [item.id for item in items]}
    stream = cards.stream_of(desk, items[0])
    desk.ask("prep.unasked", desk.person, desk.team_of(stream), stream_id=stream.id, answers=about)


def _ask(_desk: Desk, talk: Conversation) -> Sequence[Piece]:
    sent, count = _sent(talk), len(talk.answers["items"])
    if sent.photo or sent.file:
        return [w("prep-whose-proof-sent", count=count)]
    return [w("prep-whose-proof", text=sent.text.strip()[: proving.QUOTED], count=count)]


def _choices(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """The titles; shows that come again have the same ones, so that of several shows each says when."""
    items = [desk.get(Item, item_id) for item_id in talk.answers["items"]]
    several = len({item.stream_id for item in items}) > 1
    word = "prep-settle-at" if several else "prep-settle"
    return [Choice(str(item.id), w(word, title=item.title, at=cards.stream_of(desk, item).starts_at)) for item in items]


def _read(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """A press; what is sent instead counts from now on, words with the picture that came before them."""
    if reply.choice is None:
        conversation.cancel(desk, talk, silently=True)
        if not take(desk, replace(reply, **{**talk.answers["sent"], **_kept(reply)})):
            desk.reply(w("inbox-nothing-asked"))
    return reply.choice or ""


def _chosen(desk: Desk, talk: Conversation) -> None:
    item = desk.get(Item, int(talk.answers["item"]))
    found = proving.given(item.proof, _sent(talk))
    if found:
        _prove(desk, item, found)


def _kept(reply: Reply) -> dict[str, Any]:
    return {key: value for key in KEPT if (value := getattr(reply, key))}


def _sent(talk: Conversation) -> Reply:
    return Reply(**talk.answers["sent"])


def _prove(desk: Desk, item: Item, found: dict[str, Any]) -> None:
    """As if it had answered the question for it."""
    stream, about = cards.stream_of(desk, item), {"proof": found}
    desk.ask("prep.proof", desk.person, desk.team_of(stream), subject=item.id, stream_id=stream.id, answers=about)


_STEP = Step("item", _ask, _read, choices=_choices, columns=1)
WALK = Walk(lambda _desk, _talk: (_STEP,), _chosen, gives_way=True)
