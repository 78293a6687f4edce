"""A line that somebody writes: kept, said back, and asked for where the message replied to has no words."""

from collections.abc import Sequence

from bot import door, record
from bot.crew import LogEntry, Stream
from bot.desk import Desk
from bot.flow import Button, Step, Walk
from bot.replies import Conversation, text_answer
from bot.words import Piece, w
from flows.record import rules

NOTED, DECIDED = "record-log-noted", "record-log-decided"
WRITTEN = (NOTED, DECIDED)
"""By people, in their own words."""


def note(desk: Desk, stream: Stream, said: str, *, decided: bool = False) -> None:
    """Put it on the show's timeline, under the name of who wrote it; a decision is marked as one."""
    key = DECIDED if decided else NOTED
    entry = record.write(desk, key, stream.team_id, stream.id, {"text": said})
    desk.reply(said_back(stream, said, key), buttons=[[button(entry)]], card=card(entry))


def said_back(stream: Stream, said: str, key: str = NOTED) -> Piece:
    about = {"stream": stream.title, "text": said}
    return w("record-decided", **about) if key == DECIDED else w("record-noted", **about)


def button(entry: LogEntry) -> Button:
    return Button(w("record-correct"), "record.correct", (entry.id,))


def card(entry: LogEntry) -> str:
    """Where a line was said back to whoever wrote it."""
    return f"record-noted:{entry.id}"


def ask(desk: Desk, stream: Stream, *, decided: bool = False) -> None:
    """/log in reply to a picture, or to what Telegram did not bring along, and a decision without words: they are
    asked for."""
    about = {"subject": stream.id, "stream_id": stream.id, "answers": {"decided": True} if decided else {}}
    desk.ask("record.note", desk.person, desk.team_of(stream), **about)
    door.point(desk)


def _ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    title = desk.get(Stream, talk.subject).title
    if "decided" in talk.answers:
        return [w("record-ask-decision", stream=title)]
    return [w("record-ask-note", stream=title)]


def _noted(desk: Desk, talk: Conversation) -> None:
    said, decided = rules.line(talk.answers["text"]), "decided" in talk.answers
    note(desk, desk.get(Stream, talk.subject), said, decided=decided)


WALK = Walk(lambda _desk, _talk: [Step("text", _ask, text_answer(rules.LONGEST))], _noted)
