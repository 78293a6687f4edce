"""A detail of a planned show is changed with one answer: what hangs on it follows, and the crew hears what concerns it."""

from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from bot import phases, roster
from bot.crew import AHEAD, Stream
from bot.desk import Desk
from bot.entitled import of_a_lead
from bot.flow import Change, Choice, Step, Walk
from bot.message import Priority
from bot.replies import Conversation, Reply, Unclear
from bot.words import Piece, w
from flows.plan import cards, details, drafting, episodes, news, one_line, reading, rules

UNKNOWN = "-"
OFFERED = 8
"""Platforms to press: those that the playbook or the team has named before."""
PLATFORMS_LIMIT = 80
MOST_PRODUCTS = 9999


def _stream(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, talk.subject)


def _steps(desk: Desk, talk: Conversation) -> list[Step]:
    """One answer; where the show comes again whether it is for all, and where somebody is elsewhere, or a
    length may be a slip, sure?"""
    stream, what = _stream(desk, talk), str(talk.answers["what"])
    found = [Step(what, _ask, _read, choices=_choices, columns=4 if what == "length" else 2)]
    found += episodes.scope_steps(desk, stream)
    if what == "length" and (minutes := talk.answers.get(what)) and _wants_a_second_look(desk, stream, minutes):
        found.append(Step(f"sure@{minutes}", _ask_sure, _read_sure, choices=_sure))
    return found


def _wants_a_second_look(desk: Desk, stream: Stream, minutes: int) -> bool:
    slip = timedelta(minutes=minutes) > rules.RARELY_LONGER
    return slip or bool(phases.hindered(desk, stream, stream.starts_at, minutes))


def _ask(desk: Desk, talk: Conversation) -> list[Piece]:
    stream, what = _stream(desk, talk), talk.answers["what"]
    about: dict[str, Any] = {"title": stream.title, "value": details.told(desk, stream, what)}
    if what == "goal" and (unit := cards.unit(desk, stream)):
        return [w("plan-detail-ask-goal-unit", unit=unit, **about)]
    return [w(f"plan-detail-ask-{what}", **about)]


def _choices(desk: Desk, talk: Conversation) -> list[Choice]:
    stream, what = _stream(desk, talk), talk.answers["what"]
    if what == "length":
        return reading.lengths()
    named = [Choice(name[:24], name) for name in _platforms(desk, stream)] if what == "platforms" else []
    known = what != "title" and details.now(stream, what) not in ("", None, [])
    return [*named, *([Choice(UNKNOWN, w("plan-detail-forget"))] if known else [])]


def _platforms(desk: Desk, stream: Stream) -> list[str]:
    """The names that the playbook's conditions use, then those that the team has used."""
    playbook = desk.house.playbook_of(stream)
    conditions = [*(line.when for line in playbook.items), *(line.when for line in playbook.cues)]
    named = [name for when in conditions for name in when.platforms]
    query = select(Stream.platforms).where(Stream.team_id == stream.team_id).order_by(col(Stream.id).desc())
    used = [name for names in desk.session.exec(query.limit(20)) for name in names]
    fits = {name.casefold(): name for name in reversed([*named, *used]) if _fits_a_button(name)}
    return list(reversed(fits.values()))[:OFFERED]


def _fits_a_button(name: str) -> bool:
    """It is what a press sends: short, and no mark that means something there."""
    return len(name) <= 8 and ":" not in name and any(letter.isalnum() for letter in name)


def _read(desk: Desk, talk: Conversation, reply: Reply) -> Any:
    """Somebody else may have changed it since it was asked: then it is asked anew, with what it is now."""
    stream, what = _stream(desk, talk), talk.answers["what"]
    if details.now(stream, what) != talk.answers["was"]:
        drafting.change(talk, was=details.now(stream, what))
        raise Unclear(w("plan-changed-meanwhile"))
    if reply.choice == UNKNOWN:
        return {"goal": "", "platforms": [], "products": None}[what]
    return _READ[what](desk, stream, reply)


def _read_title(_desk: Desk, _stream: Stream, reply: Reply) -> str:
    return reading.line(reply, one_line.TITLE_LIMIT)


def _read_goal(_desk: Desk, _stream: Stream, reply: Reply) -> str:
    return reading.goal(reply, w("plan-goal-number"))


def _read_length(desk: Desk, stream: Stream, reply: Reply) -> int:
    return reading.length(desk, reply, stream.starts_at)


def _read_platforms(_desk: Desk, _stream: Stream, reply: Reply) -> list[str]:
    return [reply.choice] if reply.choice else rules.names(reading.line(reply, PLATFORMS_LIMIT))


def _read_products(_desk: Desk, _stream: Stream, reply: Reply) -> int:
    number = rules.count(reply.text)
    if number is None or number > MOST_PRODUCTS:
        raise Unclear(w("plan-detail-number"))
    return number


_READ: dict[str, Any] = {
    "title": _read_title,
    "goal": _read_goal,
    "length": _read_length,
    "platforms": _read_platforms,
    "products": _read_products,
}


def _ask_sure(desk: Desk, talk: Conversation) -> list[Piece]:
    stream, minutes = _stream(desk, talk), talk.answers["length"]
    elsewhere = phases.hindered(desk, stream, stream.starts_at, minutes)
    busy = [w("plan-warn-busy", who=person, why=why) for person, why in elsewhere]
    return [w("plan-title", title=stream.title), cards.lasts(stream, stream.starts_at, minutes), *busy]


def _sure(_desk: Desk, _talk: Conversation) -> list[Choice]:
    return [Choice("yes", w("plan-detail-yes"))]


def _read_sure(_desk: Desk, _talk: Conversation, reply: Reply) -> bool:
    if reply.choice != "yes":
        raise Unclear(w("talk-press-please"))
    return True


# Changing


def _done(desk: Desk, talk: Conversation) -> None:
    """The list, the calls and the shifts follow in this commit; the crew hears what concerns it."""
    stream, what = _stream(desk, talk), str(talk.answers["what"])
    value = talk.answers[what]
    if stream.phase not in AHEAD:
        desk.say(desk.place_of(talk), w("plan-too-late", phase=w(f"phase-{stream.phase}")), priority=Priority.REPLY)
        return
    shows = [stream, *(episodes.following(desk, stream) if episodes.onward(talk) else [])]
    changed = [(one, _news(one, what, value)) for one in shows if details.now(one, what) != value]
    for one, _ in changed:
        change(desk, one, what, value)
    if episodes.onward(talk) and (series := episodes.series_of(desk, stream)):
        setattr(series, "minutes" if what == "length" else what, value)
    news.tell(desk, [(one, roster.crew(desk, one) if what == "length" else [], said) for one, said in changed if said])
    details.say(desk, stream)


def change(desk: Desk, stream: Stream, what: str, value: Any) -> None:
    if what == "length":
        phases.last(desk, stream, value)
        return
    setattr(stream, what, value)
    told = details.told(desk, stream, what)
    desk.log(f"plan-log-{what}", team_id=stream.team_id, stream_id=stream.id, value=_plain(desk, stream, told))
    desk.tell(stream, Change.DETAILS)


def _plain(desk: Desk, stream: Stream, told: Piece) -> str:
    """For the log, in the team's language."""
    return desk.house.dictionary.plain(told, desk.group(desk.team_of(stream)).reader)


def _news(stream: Stream, what: str, value: Any) -> list[Piece]:
    """Of another title the group hears, of another length each of the crew too; the rest stands on the cards."""
    if what == "title":
        return [w("plan-renamed", title=stream.title, name=value, at=stream.starts_at)]
    if what == "length":
        head = w("plan-same-start", title=stream.title, at=stream.starts_at)
        return [head, cards.lasts(stream, stream.starts_at, value)]
    return []


walk = Walk(steps=_steps, done=_done, may=of_a_lead)
