"""A line is corrected: by a new one that says what it corrects; nothing that was written is taken away."""

from collections.abc import Sequence

from bot import door, record, roster
from bot.crew import LogEntry, Person, Stream
from bot.desk import Desk
from bot.flow import Button, Choice, Step, Walk
from bot.replies import Conversation, Reply, Unclear, choice_answer, text_answer
from bot.words import HourMinute, Piece, w
from flows.record import noting, rules

CORRECTED = "record-log-corrected"


def correct(desk: Desk, entry: LogEntry) -> None:
    """[Correct] under a line, for whoever wrote it, and leads."""
    if not may(desk, entry):
        desk.refuse(w("record-not-yours", who=desk.person_named(entry.person_id)))
    _open(desk, desk.get(Stream, entry.stream_id), {"line": entry.id})


def pick(desk: Desk, stream: Stream, back: str) -> None:
    """[Correct a line] under a page: which one is asked."""
    _open(desk, stream, {"back": int(back) if back.isdigit() else 0})


def may(desk: Desk, entry: LogEntry) -> bool:
    """Whoever wrote it, or did what it tells, though somebody else has corrected it since; and leads."""
    writers = {one.person_id for one in chain(desk, entry)}
    return desk.person.id in writers or roster.may_act(desk, desk.get(Stream, entry.stream_id), ())


def chain(desk: Desk, entry: LogEntry) -> list[LogEntry]:
    """A line and those that it corrects, the first one last."""
    found = [entry]
    while before := found[-1].corrects_id:
        found.append(desk.get(LogEntry, before))
    return found


def open_to(desk: Desk, entries: Sequence[LogEntry], corrected: set[int]) -> list[LogEntry]:
    """Of these lines, those that the reader may correct, and that are not corrected yet."""
    return [entry for entry in entries if entry.id not in corrected and may(desk, entry)]


def said(desk: Desk, entry: LogEntry) -> Piece:
    """A line in short: of a correction its own words alone."""
    return str(entry.args["text"]) if entry.key == CORRECTED else record.told(desk, entry)


def _open(desk: Desk, stream: Stream, answers: dict[str, int]) -> None:
    about = {"subject": stream.id, "stream_id": stream.id, "answers": answers}
    desk.ask("record.correct", desk.person, desk.team_of(stream), **about)
    door.point(desk)


def _steps(_desk: Desk, _talk: Conversation) -> list[Step]:
    return [
        Step("line", _ask_which, _read_which, choices=_choices, columns=1),
        Step("text", _ask_what, text_answer(rules.LONGEST)),
    ]


def _ask_which(_desk: Desk, _talk: Conversation) -> Sequence[Piece]:
    return [w("record-ask-which")]


def _choices(desk: Desk, talk: Conversation) -> Sequence[Choice]:
    known = record.entries(desk, desk.get(Stream, talk.subject))
    shown, _ = rules.cut(rules.told(known, desk.house.dictionary.has), talk.answers.get("back", 0))
    return [Choice(str(one.id), _label(desk, one)) for one in open_to(desk, shown, rules.corrected(known))]


def _label(desk: Desk, entry: LogEntry) -> Piece:
    return w("record-line", at=HourMinute(entry.at), what=said(desk, entry))


def _read_which(desk: Desk, talk: Conversation, reply: Reply) -> int:
    entry = desk.session.get(LogEntry, int(choice_answer(desk, talk, reply)))
    if entry is None or entry.stream_id != talk.subject or not may(desk, entry):
        raise Unclear(w("talk-press-please"))
    return entry.id


def _ask_what(desk: Desk, talk: Conversation) -> Sequence[Piece]:
    entry = newest(desk, desk.get(LogEntry, talk.answers["line"]))
    return [w("record-says", what=record.told(desk, entry)), w("record-ask-what")]


def newest(desk: Desk, entry: LogEntry) -> LogEntry:
    """The line as it stands now: somebody may have corrected it in between."""
    known = record.entries(desk, desk.get(Stream, entry.stream_id), [CORRECTED])
    for one in known:
        entry = one if one.corrects_id == entry.id else entry
    return entry


def _done(desk: Desk, talk: Conversation) -> None:
    stream, first = desk.get(Stream, talk.subject), desk.get(LogEntry, talk.answers["line"])
    old, text = newest(desk, first), rules.line(talk.answers["text"])
    entry = record.write(desk, CORRECTED, stream.team_id, stream.id, {"text": text})
    entry.corrects_id = old.id
    desk.reply(noting.said_back(stream, text, chain(desk, entry)[-1].key), buttons=[[_again(entry)]])
    _show(desk, stream, entry)
    _tell_writer(desk, stream, old, text)


def _again(entry: LogEntry) -> Button:
    return Button(w("record-correct-again"), "record.correct", (entry.id,))


def _show(desk: Desk, stream: Stream, entry: LogEntry) -> None:
    """Where the line was said back when it was written, the correction stands below it."""
    root = chain(desk, entry)[-1]
    if root.key in noting.WRITTEN:
        lines = [
            noting.said_back(stream, root.args["text"], root.key),
            w("record-corrected", what=record.told(desk, entry)),
        ]
        desk.show(noting.card(root), *lines, buttons=[[_again(entry)]])


def _tell_writer(desk: Desk, stream: Stream, old: LogEntry, text: str) -> None:
    """Whose words were corrected by somebody else; what I noted by myself is nobody's words."""
    if old.person_id in (None, desk.person.id) or old.key not in (*noting.WRITTEN, CORRECTED):
        return
    about = {"who": desk.person, "stream": stream.title, "was": old.args["text"], "text": text}
    place = desk.private(desk.get(Person, old.person_id), desk.team_of(stream))
    desk.say(place, w("record-corrected-yours", **about))


def _still_theirs(desk: Desk, talk: Conversation) -> bool:
    """Whether who is asked leads still, or wrote the line; until one is picked anybody may look which are theirs."""
    if "line" not in talk.answers:
        return True
    writers = {one.person_id for one in chain(desk, desk.get(LogEntry, talk.answers["line"]))}
    return talk.person_id in writers or roster.decides(desk, desk.get(Stream, talk.subject), talk.person_id)


WALK = Walk(_steps, _done, urgent=True, may=_still_theirs)
