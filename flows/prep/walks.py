"""The questions of preparation, asked in private: what is in the way, why to skip; the others in rooms of their own."""

from __future__ import annotations

from collections.abc import Sequence

from bot import roster
from bot.crew import Person, Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, choice_answer, text_answer
from bot.words import Piece, w
from flows.prep import adding, cards, chains, conversation, giving, lists, owners, proving, settling, unasked
from flows.prep.tables import Item


def _item(desk: Desk, talk: Conversation) -> Item:
    return desk.get(Item, talk.subject)


def _why_step(word: str) -> Step:
    def ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
        return [w(word, title=_item(desk, talk).title)]

    return Step("why", ask, text_answer(proving.LONGEST))


def _blocked(desk: Desk, talk: Conversation) -> None:
    if not (found := proving.still_open(desk, talk)):
        return
    stream, item = found
    settling.blocked(desk, stream, item, talk.answers["why"])
    if told := owners.told_when_stuck(desk, stream, desk.person.id):
        desk.reply(w("prep-blocked-told" if told[0].reachable else "prep-blocked-unheard", who=told[0]))
    else:  # who leads alone decides alone
        keys, lines = cards.buttons(stream, item, lead=True), cards.lines(desk, stream, item)
        card, said = cards.name(item, lead=True), [*lines, w("prep-blocked-alone")]
        desk.say(desk.here, *said, buttons=keys, card=card, below=lines[0], priority=Priority.REPLY)


def _ask_which(_desk: Desk, _talk: Conversation) -> Sequence[Piece]:
    return [w("prep-which-stuck")]


def _which(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    left = lists.not_stuck(desk, desk.get(Stream, talk.subject), desk.get(Person, talk.person_id))
    return [Choice(str(item.id), item.title) for item in left]


def _chosen(desk: Desk, talk: Conversation) -> None:
    conversation.blocked(desk, desk.get(Item, int(talk.answers["which"])))


def _skipped(desk: Desk, talk: Conversation) -> None:
    if found := proving.still_open(desk, talk):
        settling.skipped(desk, *found, talk.answers["why"])
        desk.reply(w("prep-skipped-toast", title=found[1].title))


def _decides(desk: Desk, talk: Conversation) -> bool:
    return roster.decides(desk, cards.stream_of(desk, _item(desk, talk)), talk.person_id)


WALKS = {
    "proof": proving.WALK,
    "unasked": unasked.WALK,
    "which": Walk(lambda _desk, _talk: (Step("which", _ask_which, choice_answer, choices=_which, columns=1),), _chosen),
    "blocked": Walk(lambda _desk, _talk: (_why_step("prep-ask-blocked"),), _blocked),
    "skip": Walk(lambda _desk, _talk: (_why_step("prep-ask-skip"),), _skipped, may=_decides),
    "chain": chains.WALK,
    "give": giving.WALK,
    **adding.WALKS,
}
