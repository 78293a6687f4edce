"""The questions of preparation, asked in private: the proof, what is in the way, why to skip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot import roster
from bot.crew import OVER, Stream
from bot.desk import Desk
from bot.flow import Step, Walk
from bot.replies import Conversation, Reply, Unclear, text_answer
from bot.words import Piece, w
from flows.prep import adding, cards, chains, giving, owners, settling
from flows.prep.tables import UNSETTLED, Item

LONGEST = 500


def _item(desk: Desk, talk: Conversation) -> Item:
    return desk.get(Item, talk.subject)


def _open(desk: Desk, talk: Conversation) -> tuple[Stream, Item] | None:
    """The item, if an answer about it still matters; else its owner reads how it stands."""
    item = _item(desk, talk)
    stream = cards.stream_of(desk, item)
    if item.state in UNSETTLED and stream.phase not in OVER:
        return stream, item
    desk.reply(*cards.lines(desk, stream, item))
    return None


def _ask_proof(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    item = _item(desk, talk)
    return [w(f"prep-ask-{item.proof}", title=item.title)]


def _read_proof(desk: Desk, talk: Conversation, reply: Reply) -> dict[str, Any]:
    """Text, a picture (sent as one or as a file), or a file, as the playbook wants it."""
    proof = _item(desk, talk).proof
    sent = reply.file if proof == "file" else reply.photo or reply.file if proof == "photo" else None
    if proof == "text":
        return {"text": text_answer(LONGEST)(desk, talk, reply)}
    if sent is None:
        raise Unclear(w(f"prep-need-{proof}"))
    return {"text": (reply.text or reply.file_name or "")[:LONGEST], "file": sent, "photo": sent == reply.photo}


def _proved(desk: Desk, talk: Conversation) -> None:
    if found := _open(desk, talk):
        given = talk.answers["proof"]
        settling.done(desk, *found, text=given["text"], file=given.get("file"), photo=given.get("photo", False))
        desk.reply(w("prep-done-toast", title=found[1].title))


def _why_step(word: str) -> Step:
    def ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
        return [w(word, title=_item(desk, talk).title)]

    return Step("why", ask, text_answer(LONGEST))


def _blocked(desk: Desk, talk: Conversation) -> None:
    if found := _open(desk, talk):
        settling.blocked(desk, *found, talk.answers["why"])
        who = owners.told_when_stuck(desk, found[0], desk.person.id)[0]
        desk.reply(w("prep-blocked-alone") if who.id == desk.person.id else w("prep-blocked-told", who=who))


def _skipped(desk: Desk, talk: Conversation) -> None:
    if found := _open(desk, talk):
        settling.skipped(desk, *found, talk.answers["why"])
        desk.reply(w("prep-skipped-toast", title=found[1].title))


def _decides(desk: Desk, talk: Conversation) -> bool:
    return roster.decides(desk, cards.stream_of(desk, _item(desk, talk)), talk.person_id)


WALKS = {
    "proof": Walk(lambda _desk, _talk: (Step("proof", _ask_proof, _read_proof),), _proved),
    "blocked": Walk(lambda _desk, _talk: (_why_step("prep-ask-blocked"),), _blocked),
    "skip": Walk(lambda _desk, _talk: (_why_step("prep-ask-skip"),), _skipped, may=_decides),
    "chain": chains.WALK,
    "give": giving.WALK,
    **adding.WALKS,
}
