"""The flow that the bench plays: a conversation of three questions, a burst, and calls that name when they were due."""

from pathlib import Path

from sqlmodel import select

from bot.crew import Person, Team
from bot.cues import Call
from bot.desk import Desk
from bot.flow import Command, CueKind, Flow, Step, Walk
from bot.message import Priority
from bot.place import Place
from bot.replies import Conversation, text_answer
from bot.words import Reader, w


def _begin(desk: Desk, _text: str) -> None:
    assert desk.team
    desk.ask("bench.talk", desk.person, desk.team)


def _steps(_desk: Desk, _talk: Conversation) -> tuple[Step, ...]:
    return tuple(
        Step(key, lambda *_, key=key: [w(f"bench-ask-{key}")], text_answer(200), shown=lambda *args: str(args[-1]))
        for key in ("first", "second", "third")
    )


def _kept(desk: Desk, talk: Conversation) -> None:
    desk.say(desk.place_of(talk), w("bench-thanks", last=talk.answers["third"]), priority=Priority.REPLY)


def _burst(desk: Desk, text: str) -> None:
    """So many messages to everybody there is, one of each in turn."""
    people = desk.session.exec(select(Person.id)).all()
    for _ in range(int(text)):
        for person_id in people:
            desk.say(Place(person_id, Reader()), w("bench-burst"))


def _urgent(desk: Desk, _text: str) -> None:
    desk.say(desk.here, w("bench-urgent"), priority=Priority.LIVE)


def _when(desk: Desk, _text: str) -> None:
    assert desk.understood and desk.understood.moment
    desk.reply(w("bench-when", at=desk.understood.moment))


def _call(desk: Desk, call: Call) -> bool:
    person = desk.get(Person, call.cue.subject)
    desk.say(
        desk.private(person, desk.get(Team, call.cue.team_id)), w("bench-called", due=str(call.cue.due_at.timestamp()))
    )
    return True


flow = Flow(
    name="bench",
    folder=Path(__file__).parent,
    commands={
        "begin": Command(_begin, hidden=True),
        "burst": Command(_burst, hidden=True),
        "urgent": Command(_urgent, hidden=True),
        "when": Command(_when, hidden=True),
    },
    walks={"talk": Walk(_steps, _kept)},
    cues={"call": CueKind(_call, quiet=False)},
)
