"""A flow for the machine's own tests: it echoes, keeps a diary, holds a vote, and calls people."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot import roster
from bot.crew import LogEntry, Person, Team
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import Button, Choice, Command, CueKind, Flow, Late, Moved, Press, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, choice_answer, text_answer
from bot.words import w


def _echo(desk: Desk, text: str) -> None:
    if desk.team:
        desk.log("echo-log-heard", team_id=desk.team.id, text=text)
    desk.reply(w("echo-said", text=text))


def _named(desk: Desk, _text: str) -> None:
    desk.reply(w("echo-named", who=desk.person))


def _counter(desk: Desk, _text: str) -> None:
    assert desk.team
    buttons = [[Button(w(f"echo-{act}"), f"echo.{act}", (desk.team.id,)) for act in ("count", "fall", "chief")]]
    desk.reply(w("echo-counter"), buttons=buttons)


def _later(desk: Desk, text: str) -> None:
    """Plan a cue that says so itself, for whoever asked: so many seconds, and what to say."""
    assert desk.team
    seconds, _, note = text.partition(" ")
    at = desk.now + timedelta(seconds=float(seconds))
    desk.cue("echo.own", desk.person.id, team_id=desk.team.id, at=at, note=note)


def _fall(desk: Desk, *_: object) -> None:
    """Do much, then fail: nothing of it may be seen afterwards."""
    assert desk.team
    desk.log("echo-log-counted", team_id=desk.team.id)
    desk.say(desk.group(desk.team), w("echo-said", text="never"))
    raise RuntimeError("the floor gave way")


def _count(desk: Desk, team: Team) -> None:
    desk.log("echo-log-counted", team_id=team.id)
    desk.toast(w("echo-counted"))


def _chief(desk: Desk, team: Team) -> None:
    desk.log("echo-log-counted", team_id=team.id)


def _open(walk: str) -> Command:
    def run(desk: Desk, _text: str) -> None:
        assert desk.team
        if walk == "vote":
            desk.ask_here("echo.vote")
        else:
            desk.ask(f"echo.{walk}", desk.person, desk.team)

    return Command(run, hidden=True)


def _answer(*keys: str) -> tuple[Step, ...]:
    """The steps of the walks, by their keys."""
    moods = [Choice(mood, w(f"echo-mood-{mood}")) for mood in ("good", "bad")]
    crowd = [Choice(str(number), f"No. {number}") for number in range(1, 301)]
    known = {
        "mood": Step("mood", lambda *_: [w("echo-ask-mood")], choice_answer, choices=lambda *_: moods),
        "pick": Step("pick", lambda *_: [w("echo-ask-pick")], choice_answer, choices=lambda *_: crowd),
        "words": Step(
            "words", lambda *_: [w("echo-ask-words")], text_answer(40), shown=lambda _desk, _talk, value: str(value)
        ),
        "more": Step("more", lambda *_: [w("echo-ask-more")], text_answer(4000), optional=True),
        "safe": Step("safe", lambda *_: [w("echo-ask-safe")], text_answer(40)),
    }
    return tuple(known[key] for key in keys)


def _kept(desk: Desk, talk: Conversation) -> None:
    desk.log("echo-log-kept", team_id=talk.team_id, walk=talk.walk, **talk.answers)
    desk.say(desk.place_of(talk), w("echo-thanks"), priority=Priority.REPLY)


def _give(desk: Desk, call: Call) -> bool:
    """What the note says is what happens: untrue, broken, or said."""
    if call.cue.note == "untrue":
        return False
    desk.log("echo-log-given", team_id=call.cue.team_id, cue=call.cue.key, round=call.round)
    desk.ping(call, w("echo-cue", kind=call.cue.kind, subject=call.cue.subject))
    if call.cue.note.startswith("broken"):
        raise RuntimeError("the bell is cracked")
    return True


def _own(desk: Desk, call: Call) -> bool:
    desk.log("echo-log-given", team_id=call.cue.team_id, cue=call.cue.key, round=call.round)
    desk.say(desk.private(desk.get(Person, call.cue.subject)), w("echo-later", what=call.cue.note))
    return True


def _everybody(desk: Desk, cue: Cue) -> Sequence[Person]:
    return [person for _, person in roster.members(desk, desk.get(Team, cue.team_id))]


def given(entries: Sequence[LogEntry]) -> list[str]:
    """The cues that were said, in order, from the log."""
    return [entry.args["cue"] for entry in entries if entry.key == "echo-log-given"]


def build(on_air: set[int] | None = None) -> Flow:
    """The flow; `on_air` is who stands in front of the camera."""
    camera = on_air if on_air is not None else set()
    return Flow(
        name="echo",
        folder=Path(__file__).parent,
        commands={
            "echo": Command(_echo, hidden=True),
            "named": Command(_named, hidden=True),
            "counter": Command(_counter, hidden=True),
            "later": Command(_later, hidden=True),
            "fall": Command(_fall, hidden=True),
            "chief": Command(_echo, lead=True, hidden=True),
            "admins": Command(
                lambda desk, _: _echo(desk, str(len(desk.admins or ()))), admins=True, hidden=True, open_door=True
            ),
            "diary": _open("diary"),
            "alarm": _open("alarm"),
            "vote": _open("vote"),
            "pick": _open("pick"),
        },
        presses={
            "count": Press(_count, Team),
            "fall": Press(_fall, Team),
            "chief": Press(_chief, Team, lead=True),
        },
        walks={
            "diary": Walk(lambda *_: _answer("mood", "words", "more"), _kept),
            "alarm": Walk(lambda *_: _answer("safe"), _kept, urgent=True),
            "pick": Walk(lambda *_: _answer("pick"), _kept),
            "vote": Walk(lambda *_: _answer("mood"), _kept),
        },
        cues={
            "plain": CueKind(_give, quiet=False),
            "once": CueKind(_give, moved=Moved.KEEP, quiet=False),
            "late": CueKind(_give, late=Late.SAY_LATE, quiet=False),
            "missed": CueKind(_give, late=Late.MISS, quiet=False),
            "quiet": CueKind(_give),
            "chain": CueKind(_give, chain=_everybody, quiet=False),
            "own": CueKind(_own, quiet=False),
        },
        on_air=lambda _desk: camera,
    )
