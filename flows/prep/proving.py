"""The proof of an item, asked in private: a line, a picture or a file; what was sent instead is told, and the way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.crew import Stream
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear, text_of
from bot.words import Piece, Words, w
from flows.prep import cards, owners, settling
from flows.prep.tables import UNSETTLED, Item, State

LONGEST = 500
QUOTED = 60
BLOCKED = "blocked"
NOTED = "noted"
"""Kept beside the answers once something else was sent: the words that came with it, which go with the proof."""


def still_open(desk: Desk, talk: Conversation) -> tuple[Stream, Item] | None:
    """The item, if an answer about it still matters; else whoever was asked reads how it stands, or whose it is now."""
    item = _item(desk, talk)
    stream = cards.stream_of(desk, item)
    if item.state not in UNSETTLED or cards.is_over(desk, stream, item):
        desk.reply(*cards.lines(desk, stream, item))
    elif turned := owners.not_theirs(desk, stream, item):
        desk.reply(turned)
    else:
        return stream, item
    return None


def _item(desk: Desk, talk: Conversation) -> Item:
    return desk.get(Item, talk.subject)


def _ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    """What is wanted; once something else came, how to go on without it."""
    item = _item(desk, talk)
    if NOTED not in talk.answers:
        return [w(f"prep-ask-{item.proof}", title=item.title)]
    leads = owners.told_when_stuck(desk, cards.stream_of(desk, item), talk.person_id)
    if not leads:
        return [w("prep-ask-again-alone", title=item.title)]
    return [w("prep-ask-again", title=item.title, lead=leads[0])]


def _choices(_desk: Desk, _talk: Conversation) -> Sequence[Choice]:
    return [Choice(BLOCKED, w("prep-blocked"))]


def _read(desk: Desk, talk: Conversation, reply: Reply) -> dict[str, Any]:
    """What proves it, or that it can't be done; words that came instead are kept, and go with what is still missing."""
    proof, noted = _item(desk, talk).proof, str(talk.answers.get(NOTED, ""))
    if reply.choice == BLOCKED:
        return {BLOCKED: True}
    found = given(proof, reply, noted)
    if found is None:
        talk.answers = {**talk.answers, NOTED: reply.text.strip()[:LONGEST] or noted}
        raise Unclear(_missing(proof, reply))
    return found


def given(proof: str, reply: Reply, noted: str = "") -> dict[str, Any] | None:
    """Text, a picture (sent as one, or as a file that is one), or a file, as the playbook wants it; None where something
    else was sent."""
    if proof == "text" and (reply.text or not (reply.photo or reply.file)):
        return {"text": text_of(reply, LONGEST)}
    sent = reply.file if proof == "file" else reply.photo or _picture(reply) if proof == "photo" else None
    if sent is None:
        return None
    return {
        "text": (reply.text or noted or reply.file_name or "")[:LONGEST],
        "file": sent,
        "photo": sent == reply.photo,
    }


def _picture(reply: Reply) -> str | None:
    """A file that is a picture: any other shows nobody that it is done."""
    return reply.file if (reply.file_type or "").startswith("image/") else None


def _missing(proof: str, reply: Reply) -> Words:
    """What came, and what is still wanted."""
    if reply.text and proof != "text":
        return w(f"prep-need-{proof}-said", text=reply.text.strip()[:QUOTED])
    return w(f"prep-need-{proof}")


def _proved(desk: Desk, talk: Conversation) -> None:
    found, given = still_open(desk, talk), talk.answers["proof"]
    if found is None:
        return
    stream, item = found
    if not given.get(BLOCKED):
        settling.done(desk, *found, text=given["text"], file=given.get("file"), photo=given.get("photo", False))
        desk.reply(w("prep-done-toast", title=item.title))
    elif item.state is State.BLOCKED:
        desk.reply(w("prep-blocked-already", who=desk.person_named(item.done_by)))
    else:
        desk.ask("prep.blocked", desk.person, desk.team_of(stream), subject=item.id, stream_id=stream.id)


WALK = Walk(lambda _desk, _talk: (Step("proof", _ask, _read, choices=_choices),), _proved)
