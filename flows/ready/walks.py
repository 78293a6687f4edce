"""What is asked in private: why and until when, the reason for an override, and what a HOLD waits for."""

from datetime import datetime, timedelta

from bot import zones
from bot.crew import Stream
from bot.dates import read_moment, time_behind
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.place import rehearsed
from bot.replies import Conversation, Reply, Unclear, text_answer
from bot.words import HourMinute, Piece, w
from flows.ready import answering, gate, gate_cards, gates, lateness, moving, roll, rules, uncalled
from flows.ready.decision import still_decides


def _not_yet(desk: Desk, talk: Conversation) -> list[Step]:
    return [
        Step("why", ask=_ask_why, read=_read_why),
        Step("until", ask=_ask_until, read=_read_until, choices=_spans, columns=3),
    ]


def _ask_why(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = desk.get(Stream, talk.stream_id)
    return [w("ready-ask-why", title=stream.title, at=HourMinute(stream.starts_at))]


def _read_why(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """The crew and the lead read why at once: until when may never be answered, or stand in the same words."""
    why: str = text_answer(200)(desk, talk, reply)
    answering.keep_why(desk, talk, why)
    if until := _said_in(desk, why):
        talk.answers = {**talk.answers, "until": until.isoformat()}
    return why


def _said_in(desk: Desk, why: str) -> datetime | None:
    """Until when, where that stands at the end."""
    return rules.wait_until(desk.now, *time_behind(why, desk.now, zones.typed_in(desk)))


def _ask_until(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = desk.get(Stream, talk.stream_id)
    return [rehearsed(stream, w("ready-ask-until")), *zones.named(desk, desk.place_of(talk))]


def _spans(desk: Desk, talk: Conversation) -> list[Choice]:
    return [Choice(str(minutes), w("ready-choice-minutes", minutes=minutes)) for minutes in (5, 10, 15)]


def _read_until(desk: Desk, talk: Conversation, reply: Reply) -> str:
    if reply.choice:
        return (desk.now + timedelta(minutes=int(reply.choice))).isoformat()
    read = reply.understood
    moment = (read.moment if read else None) or read_moment(reply.text, desk.now, zones.typed_in(desk))
    until = rules.wait_until(desk.now, moment, read.length if read else None)
    if until is None:
        raise Unclear(w("ready-until-unclear"))
    return until.isoformat()


def _override(desk: Desk, talk: Conversation) -> list[Step]:
    return [Step("reason", ask=_ask_reason, read=text_answer(300))]


def _ask_reason(desk: Desk, talk: Conversation) -> list[Piece]:
    stream = desk.get(Stream, talk.stream_id)
    reds = gates.reds(desk, stream, roll.latest_lines(desk, stream))
    return [w("ready-ask-reason", title=stream.title, count=len(reds)), *reds[: gate_cards.SHOWN]]


def _held(desk: Desk, talk: Conversation) -> list[Step]:
    return [Step("why", ask=_ask_why_held, read=text_answer(200), optional=True)]


def _ask_why_held(desk: Desk, talk: Conversation) -> list[Piece]:
    return [w("ready-ask-held", title=desk.get(Stream, talk.subject).title)]


WALKS = {
    "not_yet": Walk(steps=_not_yet, done=answering.explained, urgent=True),
    "override": Walk(steps=_override, done=gate.override, urgent=True, may=still_decides),
    "held": Walk(steps=_held, done=gate.held_for, urgent=True, may=still_decides),
    "late": lateness.WALK,
    "move": moving.WALK,
    "since": uncalled.WALK,
}
