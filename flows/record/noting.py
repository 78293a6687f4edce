"""A line that somebody writes: kept, said back, and asked for where the message replied to has no words."""

from collections.abc import Sequence

from bot import record
from bot.crew import LogEntry, Stream
from bot.desk import Desk
from bot.flow import Button, Step, Walk
from bot.replies import Conversation, text_answer
from bot.words import Piece, w
from flows.record import rules

NOTED = "record-log-noted"


def note(desk: Desk, stream: Stream, said: str) -> None:
    """Put it on the show's timeline, under the name of who wrote it."""
    entry = record.write(desk, NOTED, stream.team_id, stream.id, {"text": said})
    desk.reply(said_back(stream, said), buttons=[[button(entry)]], card=card(entry))


def said_back(stream: Stream, said: str) -> Piece:
    return w("record-noted", stream=stream.title, text=said)


def button(entry: LogEntry) -> Button:
    return Button(w("record-correct"), "record.correct", (entry.id,))


def card(entry: LogEntry) -> str:
    """Where a line was said back to whoever wrote it."""
    return f"record-noted:{entry.id}"


def ask(desk: Desk, stream: Stream) -> None:
    """/log in reply to a picture, or to what Telegram did not bring along: its words are asked for."""
    desk.ask("record.note", desk.person, desk.team_of(stream), subject=stream.id, stream_id=stream.id)
    if desk.in_group:
        desk.toast(w("record-in-private"))


def _ask(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    return [w("record-ask-note", stream=desk.get(Stream, talk.subject).title)]


def _noted(desk: Desk, talk: Conversation) -> None:
    note(desk, desk.get(Stream, talk.subject), rules.line(talk.answers["text"]))


WALK = Walk(lambda _desk, _talk: [Step("text", _ask, text_answer(rules.LONGEST))], _noted)
