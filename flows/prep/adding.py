"""Items added by hand: a lead's for anybody, a member's for themselves or as a suggestion; never without owner and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zlib import crc32

from sqlmodel import col, select

from bot import conversation, dates, record, roster, zones
from bot.crew import AHEAD, Person, Phase, Stream, Team
from bot.desk import Desk
from bot.flow import Choice, Step, Walk
from bot.replies import Conversation, Reply, Standing, Unclear, choice_answer, text_answer
from bot.words import Piece, Words, w
from flows.prep import keeping, one_line, people, rules

BEFORE = (timedelta(days=1), timedelta(hours=12), timedelta(hours=3), timedelta(hours=1))
SUGGEST = "suggest"
SURE = "sure"
"""What confirms a line that could have been meant otherwise."""
KNOWN = ("what", "show", "due", "by")
"""What goes with a suggestion."""
DAY = "day"
"""Kept beside the answers once a day was given without its hour."""
STAMP = "%Y%m%dT%H%M%z"
"""An instant short enough for a button."""


def press(desk: Desk, stream: Stream, *_: str) -> None:
    """[Add an item] under a show's list."""
    if stream.phase not in AHEAD:
        desk.toast(w("prep-over"))
        return
    begin(desk, desk.team_of(stream), {"show": stream.id})


def begin(desk: Desk, team: Team, known: dict[str, Any]) -> None:
    """What was begun with another line is asked again afterwards; the same line begins anew."""
    place, line = desk.private(desk.person, team), crc32(known["what"].encode()) if "what" in known else team.id
    before = conversation.active(desk, desk.person.id, place.chat_id)
    if before and before.walk == "prep.add":
        before.standing = Standing.WAITING
    desk.ask("prep.add", desk.person, team, subject=line, answers=known)


def steps(desk: Desk, talk: Conversation) -> Sequence[Step]:
    """What, for which show, whose, by when; a suggestion leaves the time to the lead."""
    who = Step("who", _ask_who, _read_who, choices=_people)
    due = Step("due", _ask_due, _read_due, choices=_dues, shown=_shown_due)
    sure = [Step(SURE, _ask_sure, choice_answer, choices=_keep_it)] if one_line.UNSURE in talk.answers else []
    return (
        Step("what", lambda _desk, _talk: [w("prep-add-what")], _read_what),
        Step("show", lambda _desk, _talk: [w("prep-add-show")], choice_answer, choices=_shows, columns=1),
        who,
        *([] if talk.answers.get("who") == SUGGEST else [due, *sure]),
    )


def _read_what(desk: Desk, talk: Conversation, reply: Reply) -> str:
    """What else the line says is taken as it is beside a command, and put to whoever typed it."""
    text, team = str(text_answer(rules.TITLE)(desk, talk, reply)), desk.get(Team, talk.team_id)
    streams = [_show(desk, talk)] if "show" in talk.answers else prepared(desk, team)
    if not streams:
        return text
    said = one_line.of_item(desk, team, streams, text, leads=roster.decides(desk, streams[0], talk.person_id))
    if not said.what or unfit_for_one(desk, streams, said.due):
        return text
    talk.answers = {**talk.answers, **one_line.known(streams, replace(said, sure=said.sure and said.owner is None))}
    return said.what


def prepared(desk: Desk, team: Team) -> Sequence[Stream]:
    """The shows that are being prepared, the next one first."""
    return desk.session.exec(
        select(Stream)
        .where(Stream.team_id == team.id, col(Stream.phase).in_((Phase.PREP, Phase.STANDBY)))
        .order_by(col(Stream.starts_at), col(Stream.id))
    ).all()


def _shows(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    streams = prepared(desk, desk.get(Team, talk.team_id))
    return [Choice(str(one.id), w("prep-add-for", stream=one.title, at=one.starts_at)) for one in streams]


def _show(desk: Desk, talk: Conversation) -> Stream:
    return desk.get(Stream, int(talk.answers["show"]))


def _leads(desk: Desk, talk: Conversation) -> bool:
    """Whether the one who is asked may give items to others."""
    return roster.decides(desk, _show(desk, talk), talk.person_id)


def _still_theirs(desk: Desk, talk: Conversation) -> bool:
    """Whether whoever has given it to somebody else may do so still."""
    return talk.answers.get("who") in (None, str(talk.person_id), SUGGEST) or _leads(desk, talk)


def _ask_who(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    what, by = talk.answers["what"], talk.answers.get("by")
    if not _leads(desk, talk):
        return [w("prep-add-whether", what=what), *_due_known(desk, talk)]
    asked = w("prep-add-suggested", who=desk.person_named(by), what=what) if by else w("prep-add-who", what=what)
    return [asked, *_due_known(desk, talk), *people.who_is_away(desk, _show(desk, talk))]


def _due_known(desk: Desk, talk: Conversation) -> list[Piece]:
    """The time that was said with it, told while something else is asked."""
    due = talk.answers.get("due")
    return [w("talk-kept", value=_shown_due(desk, talk, due))] if due else []


def _people(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    stream = _show(desk, talk)
    if _leads(desk, talk):
        return people.choices(desk, stream)
    lead = roster.lead_chain(desk, stream)[0]
    return [
        Choice(str(talk.person_id), w("prep-add-mine")),
        Choice(SUGGEST, w("prep-add-suggest", who=lead)),
    ]


def _read_who(desk: Desk, talk: Conversation, reply: Reply) -> str:
    if _leads(desk, talk):
        return people.read(desk, _show(desk, talk), reply)
    choice = str(choice_answer(desk, talk, reply))
    if choice not in (str(talk.person_id), SUGGEST):  # shown to a lead, who is none any more
        raise Unclear(w("talk-press-please"))
    return choice


def _ask_due(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    about = w("prep-add-of", what=talk.answers["what"], who=desk.person_named(int(talk.answers["who"])))
    starts = _show(desk, talk).starts_at
    ahead = zones.told(desk, desk.place_of(talk), starts - min((starts - desk.now) / 2, BEFORE[-1] * 1.5))
    return [about, w("prep-add-due", at=ahead), *zones.named(desk, desk.place_of(talk))]


def _ask_sure(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    said = talk.answers
    due = zones.told(desk, desk.place_of(talk), datetime.fromisoformat(said["due"]))
    return [w("prep-add-sure", what=said["what"], who=desk.person_named(int(said["who"])), due=due)]


def _keep_it(_desk: Desk, _talk: Conversation) -> Sequence[Choice]:
    return [Choice(SURE, w("prep-add-right"))]


def _dues(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    """Times before the show that still lie ahead."""
    starts = _show(desk, talk).starts_at
    ahead = [(span, starts - span) for span in BEFORE if starts - span > desk.now]
    return [Choice(at.strftime(STAMP), w("prep-add-before", span=span)) for span, at in ahead]


def _read_due(desk: Desk, talk: Conversation, reply: Reply) -> str:
    pressed, stream = reply.choice, _show(desk, talk)
    moment = _moment(desk, talk, reply) if pressed is None else datetime.fromisoformat(pressed)
    if problem := unfit(desk, stream, moment):
        raise Unclear(problem)
    talk.answers = {key: value for key, value in talk.answers.items() if key != DAY}
    return moment.isoformat()


def unfit_for_one(desk: Desk, streams: Sequence[Stream], due: datetime | None) -> Words | None:
    """Why a time does not fit one of the shows."""
    problems = [unfit(desk, stream, due) for stream in streams] if due else []
    return next((problem for problem in problems if problem), None)


def unfit(desk: Desk, stream: Stream, due: datetime) -> Words | None:
    if due <= desk.now:
        return w("prep-add-due-past", at=due)
    return w("prep-add-due-after", at=due, ends=stream.ends_at) if due > stream.ends_at else None


def _moment(desk: Desk, talk: Conversation, reply: Reply) -> datetime:
    """An instant; after a day alone, which is asked for its hour, an hour of that day."""
    said, zone = reply.understood, zones.typed_in(desk)
    day = talk.answers.get(DAY)
    if day and (at := dates.read_hour(reply.text, date.fromisoformat(day), desk.now, zone)):
        return at
    if at := (said and said.moment) or dates.read_moment(reply.text, desk.now, zone):
        return at
    if said and said.days and said.days[0] == said.days[1]:
        talk.answers = {**talk.answers, DAY: said.days[0].isoformat()}
        raise Unclear(w("prep-add-due-hour", day=said.days[0]))
    raise Unclear(w("prep-add-due-unclear"))


def _shown_due(desk: Desk, talk: Conversation, value: Any) -> Piece:
    return w("prep-add-due-shown", at=zones.told(desk, desk.place_of(talk), datetime.fromisoformat(value)))


def _said(desk: Desk, talk: Conversation) -> None:
    stream = _show(desk, talk)
    if stream.phase not in AHEAD:
        desk.reply(w("prep-over"))
    elif talk.answers["who"] == SUGGEST:
        _suggest(desk, stream, talk)
    else:
        _keep(desk, stream, talk)


def _keep(desk: Desk, stream: Stream, talk: Conversation) -> None:
    """What was said with the line, or with a suggestion, may have passed by now: then it is asked for."""
    owner, due = desk.get(Person, int(talk.answers["who"])), datetime.fromisoformat(talk.answers["due"])
    if problem := unfit(desk, stream, due):
        desk.reply(problem)
        left = {key: value for key, value in talk.answers.items() if key not in ("due", one_line.UNSURE, SURE)}
        desk.ask(talk.walk, desk.person, desk.team_of(stream), subject=talk.subject, answers=left)
    else:
        keeping.keep(desk, stream, talk.answers["what"], owner, due, talk)


def _suggest(desk: Desk, stream: Stream, talk: Conversation) -> None:
    """The lead is asked whose it shall be; the log keeps who had the thought."""
    lead = roster.lead_chain(desk, stream)[0]
    entry = record.write(desk, "prep-log-suggested", stream.team_id, stream.id, {"item": talk.answers["what"]})
    known = {key: talk.answers[key] for key in ("what", "show", "due") if key in talk.answers} | {"by": desk.person.id}
    desk.ask("prep.suggested", lead, desk.team_of(stream), subject=entry.id, answers=known)
    desk.reply(w("prep-suggested", who=lead))


def _turned_down(desk: Desk, talk: Conversation) -> None:
    """The lead wants none of it: whoever had the thought hears so. Who leads no more, or has left, has not said that."""
    stream, known = _show(desk, talk), {key: talk.answers[key] for key in KNOWN if key in talk.answers}
    lead = roster.lead_chain(desk, stream)[0]
    if stream.phase in AHEAD and not _leads(desk, talk) and lead.id != talk.person_id:
        desk.ask("prep.suggested", lead, desk.team_of(stream), subject=talk.subject, answers=known)
        return
    place = desk.private(desk.get(Person, talk.answers["by"]), desk.get(Team, talk.team_id))
    desk.say(place, w("prep-suggestion-left", who=desk.person_named(talk.person_id), title=talk.answers["what"]))


WALKS = {
    "add": Walk(steps, _said, may=_still_theirs),
    "suggested": Walk(steps, _said, cancelled=_turned_down, may=_leads),
}
