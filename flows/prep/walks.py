"""The questions of preparation, asked in private: the proof, what is in the way, why to skip, an item of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot import roster
from bot.crew import OVER, Person, Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear, choice_answer, text_answer
from bot.words import Piece, w
from flows.prep import adding, cards, chains, settling
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
        desk.reply(w("prep-blocked-told", who=desk.person_named(found[0].lead_id)))


def _skipped(desk: Desk, talk: Conversation) -> None:
    if found := _open(desk, talk):
        settling.skipped(desk, *found, talk.answers["why"])
        desk.reply(w("prep-skipped-toast", title=found[1].title))


def _adding_steps(_desk: Desk, _talk: Conversation) -> Sequence[Step]:
    return (
        Step("what", lambda _desk, _talk: [w("prep-add-what")], text_answer(100)),
        Step("who", lambda _desk, _talk: [w("prep-add-who")], choice_answer, choices=_people),
        Step("due", lambda _desk, _talk: [w("prep-add-due")], _read_due, choices=_dues, shown=_shown_due),
    )


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    stream = desk.get(Stream, talk.stream_id)
    return [Choice(str(person.id), person.name) for person in roster.crew(desk, stream)[:20]]


def _dues(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    offers = adding.offers(desk, desk.get(Stream, talk.stream_id))
    return [Choice(at.strftime("%Y%m%dT%H%M%z"), w("prep-add-before", span=span)) for span, at in offers]


def _read_due(desk: Desk, talk: Conversation, reply: Reply) -> str:
    if reply.choice is not None:
        return datetime.strptime(reply.choice, "%Y%m%dT%H%M%z").isoformat()
    moment = reply.understood.moment if reply.understood else None
    if moment is None:
        raise Unclear(w("prep-add-due-unclear"))
    if moment <= desk.now:
        raise Unclear(w("prep-add-due-past", at=moment))
    return moment.isoformat()


def _shown_due(_desk: Desk, _talk: Conversation, value: Any) -> Piece:
    return w("prep-add-due-shown", at=datetime.fromisoformat(value))


def _added(desk: Desk, talk: Conversation) -> None:
    stream, said = desk.get(Stream, talk.stream_id), talk.answers
    if stream.phase in OVER:
        desk.reply(w("prep-over"))
        return
    owner, due = desk.get(Person, int(said["who"])), datetime.fromisoformat(said["due"])
    item = adding.add(desk, stream, said["what"], owner, due)
    desk.reply(w("prep-added", title=item.title, who=owner, due=due))


WALKS = {
    "proof": Walk(lambda _desk, _talk: (Step("proof", _ask_proof, _read_proof),), _proved),
    "blocked": Walk(lambda _desk, _talk: (_why_step("prep-ask-blocked"),), _blocked),
    "skip": Walk(lambda _desk, _talk: (_why_step("prep-ask-skip"),), _skipped),
    "chain": chains.WALK,
    "add": Walk(_adding_steps, _added),
}
