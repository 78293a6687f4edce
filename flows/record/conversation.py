"""/log: a show's log in private, page by page, also by its title; with words, a line for it."""

from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot import door, record
from bot.crew import LogEntry, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.message import Priority
from bot.words import HourMinute, Joined, Piece, w
from flows.record import correcting, noting, rules


def log(desk: Desk, text: str) -> None:
    """/log reads, also with a show's title; /log with words, or in reply to a message, writes; /log decision writes
    down what was decided."""
    assert desk.team is not None
    streams = _streams(desk, desk.team)
    if named := rules.titled(streams, text):
        _say(desk, named, streams)
        return
    decision = rules.decision(text, desk.house.synonyms("record-says-decision"))
    typed, decided = text if decision is None else decision, decision is not None
    said = rules.line(typed or desk.replied or "")
    wordless = not said and (decided or desk.replied is not None)
    stream = rules.to_write(streams) if said or wordless else rules.to_read(streams)
    if stream is None:
        desk.reply(w("record-none-to-write") if streams else w("record-none"))
    elif said:
        noting.note(desk, stream, said, decided=decided)
    elif wordless:
        noting.ask(desk, stream, decided=decided)
    else:
        _say(desk, stream, streams)


def page(desk: Desk, stream: Stream, back: str = "") -> None:
    """[Earlier] and [Later] turn in place; another show's log is a new message."""
    if not back.isdigit():
        _say(desk, stream, _streams(desk, desk.team_of(stream)))
        return
    lines, buttons = _page(desk, stream, int(back), _streams(desk, desk.team_of(stream)))
    desk.show(_card(desk, stream), *lines, buttons=buttons)


def _say(desk: Desk, stream: Stream, streams: Sequence[Stream]) -> None:
    lines, buttons = _page(desk, stream, 0, streams)
    place = desk.private(desk.person, desk.team_of(stream))
    desk.say(place, *lines, buttons=buttons, card=_card(desk, stream), priority=Priority.REPLY)
    door.point(desk)


def _card(desk: Desk, stream: Stream) -> str:
    return f"record:{stream.id}:{desk.person.id}"


def _streams(desk: Desk, team: Team) -> Sequence[Stream]:
    return desk.session.exec(
        select(Stream).where(Stream.team_id == team.id).order_by(col(Stream.starts_at), col(Stream.id))
    ).all()


def _page(desk: Desk, stream: Stream, back: int, streams: Sequence[Stream]) -> tuple[list[Piece], list[list[Button]]]:
    known = rules.told(record.entries(desk, stream), desk.house.dictionary.has)
    corrected = rules.corrected(known)
    shown, back = rules.cut(known, back)
    head: list[Piece] = [w("record-head", stream=stream.title, at=stream.starts_at)]
    lines = _lines(desk, stream, shown, corrected) if shown else [w("record-empty")]
    turn = [Button(w("record-earlier"), "record.page", (stream.id, back + 1))] if shown and shown[0] != known[0] else []
    turn += [Button(w("record-later"), "record.page", (stream.id, back - 1))] if back else []
    others = [
        [Button(w("record-other", stream=one.title), "record.page", (one.id,))]
        for one in rules.neighbours(streams)
        if one.id != stream.id
    ]
    pick = [[Button(w("record-correct-line"), "record.pick", (stream.id, back))]]
    below = pick if correcting.open_to(desk, shown, corrected) else []
    return [*head, *lines, w("record-how")], [*([turn] if turn else []), *below, *others]


def _lines(desk: Desk, stream: Stream, entries: Sequence[LogEntry], corrected: set[int]) -> list[Piece]:
    """By day, as the reader counts days."""
    zone = ZoneInfo(desk.private(desk.person, desk.team_of(stream)).reader.zone)
    found: list[Piece] = []
    for day, on_it in groupby(entries, key=lambda entry: entry.at.astimezone(zone).date()):
        found.append(w("record-day", day=day))
        found += [
            _line(desk, entries, struck=entries[0].id in corrected) for entries in rules.together(on_it, corrected)
        ]
    return found


def _line(desk: Desk, entries: Sequence[LogEntry], *, struck: bool) -> Piece:
    """A line as it was told; one that was corrected since is struck through, and the correction names it."""
    entry, what = entries[0], _told(desk, entries)
    line = w("record-line", at=HourMinute(entry.at), what=what)
    if struck:
        line = w("record-line-struck", at=HourMinute(entry.at), what=what)
    if not entry.corrects_id:
        return line
    old = desk.get(LogEntry, entry.corrects_id)
    return w("record-line-correction", line=line, at=HourMinute(old.at), was=correcting.said(desk, old))


def _told(desk: Desk, entries: Sequence[LogEntry]) -> Piece:
    told: Piece = Joined([record.told(desk, entry) for entry in entries], "dot")
    first = entries[0]
    if first.person_id and rules.tells_no_one(first):
        return w("record-by", who=desk.person_named(first.person_id), what=told)
    return told


def help_lines(desk: Desk, team: Team | None) -> Sequence[Piece]:
    """Whose log it is, once there is one."""
    if team is None or desk.member is None:
        return []
    stream = rules.to_read(_streams(desk, team))
    return [w("record-help", stream=stream.title)] if stream else []
