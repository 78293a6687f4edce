"""Promises made aloud with a time: kept as rows, called when their time comes, ticked off by whoever is there."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import asking, dates, roster
from bot.crew import Person, Phase, Stream
from bot.cues import Call, Cue
from bot.desk import Desk
from bot.flow import Button
from bot.place import rehearsed
from bot.words import HourMinute, Piece, w
from flows.duty import book, rules, shifts
from flows.duty.tables import Holding, Promise


def heard_in(desk: Desk, stream: Stream, text: str, by: Person) -> list[tuple[str, HourMinute]]:
    """The promises with a time in what somebody typed, by the clock that they are shown."""
    zone = desk.private(by, desk.team_of(stream)).reader.zone
    found = rules.promises(text, desk.now, lambda tail: dates.split_moment(tail, desk.now, zone))
    return [(promise, HourMinute(at)) for promise, at in found]


def keep_from(desk: Desk, stream: Stream, role: str, text: str, by: Person) -> None:
    """Every promise with a time becomes a cue for whoever is on then; said again it stays one promise."""
    known = {promise.text for promise in book.promises(desk, stream)}
    for promised, due in heard_in(desk, stream, text, by):
        if promised in known:
            continue
        promise = desk.add(Promise(stream_id=stream.id, role=role, text=promised, due_at=due.at))
        desk.cue("duty.promise", promise.id, team_id=stream.team_id, stream=stream, at=promise.due_at)
        said = _timed(desk, stream, promised, promise.due_at)
        desk.log("duty-log-promised", team_id=stream.team_id, stream_id=stream.id, promise=said)


def line(desk: Desk, stream: Stream, promise: Promise) -> Piece:
    return w("duty-promise", promise=_timed(desk, stream, promise.text, HourMinute(promise.due_at)))


def _timed(desk: Desk, stream: Stream, text: str, at: HourMinute | datetime) -> Piece:
    """With its time, where the words themselves do not say it by the clock."""
    due, zone = at.at if isinstance(at, HourMinute) else at, ZoneInfo(desk.zone_of(stream.team_id))
    return text if rules.says_time(text, due, zone) else w("duty-promise-at", promise=text, at=at)


def whom(desk: Desk, cue: Cue) -> Sequence[Person]:
    promise = desk.get(Promise, cue.subject)
    return _people(desk, desk.get(Stream, promise.stream_id), promise.role)


def called(desk: Desk, stream: Stream, role: str, at: datetime) -> Piece:
    """Who will be called for a promise in this role at that time: nobody who is in front of the camera then."""
    on_air = _on_air_at(desk, stream, at)
    off_camera = not shifts.role_of(desk, stream, role).on_air
    now_on = {person.id for person in roster.holders(desk, stream, role)}
    people = [
        one for one in _people(desk, stream, role) if one.id not in on_air and (off_camera or one.id not in now_on)
    ]
    there = roster.here(desk, stream, people)
    return there[0].name if there else w("duty-everyone")


def _on_air_at(desk: Desk, stream: Stream, at: datetime) -> set[int]:
    """By the turns as they are laid out now."""
    found = set()
    for lane, turns in shifts.lanes(desk, stream):
        begun = [turn for turn in turns if turn.state is not Holding.OFF and turn.starts_at <= at]
        if begun and shifts.role_of(desk, stream, lane.role).on_air:
            found.add(rules.in_order(begun)[-1].person_id)
    return found


def _people(desk: Desk, stream: Stream, key: str) -> Sequence[Person]:
    """Whoever is on; for somebody on air those who answer for them, then the caller and the leads."""
    role = shifts.role_of(desk, stream, key)
    keys = [key, *role.answered_by, desk.house.playbook_of(stream).caller]
    people = [person for key in keys for person in roster.holders(desk, stream, key)]
    return roster.once([*people, *roster.lead_chain(desk, stream)])


def give(desk: Desk, call: Call) -> bool:
    promise = desk.get(Promise, call.cue.subject)
    stream = desk.get(Stream, promise.stream_id)
    if promise.kept_at or stream.phase is not Phase.LIVE:
        return False
    on = next(iter(shifts.on_now(desk, stream, promise.role)), None)
    role = shifts.role_of(desk, stream, promise.role).name
    holder = {"role": role, "who": desk.person_named(on.person_id if on else None)}
    due = [rehearsed(stream, w("duty-promise-due", promise=promise.text, **holder)), *asking.after(desk, call)]
    done, asked = (
        Button(w("duty-button-done"), "duty.kept", (promise.id,)),
        asking.button("duty.promise_asked", promise.id),
    )
    card = f"duty-promise:{promise.id}"
    desk.show(card, *due, buttons=[[done, asked]])  # whoever was asked before reads who is next now
    desk.ping(call, *due, buttons=[[done, asked]], card=card)
    return True


def kept(desk: Desk, promise: Promise) -> None:
    """Somebody of the crew says that it was done."""
    stream = desk.get(Stream, promise.stream_id)
    if promise.kept_at:
        desk.toast(rehearsed(stream, w("duty-promise-already", who=desk.person_named(promise.kept_by))))
        return
    on = [desk.get(Person, shift.person_id) for shift in shifts.on_now(desk, stream)]
    if not roster.may_act(desk, stream, [*roster.crew(desk, stream), *on]):
        desk.refuse(rehearsed(stream, w("duty-crew-only")))
    promise.kept_at, promise.kept_by = desk.now, desk.person.id
    desk.acknowledge("duty.promise", promise.id)
    desk.show(_account_card(promise), *_account(desk, stream, promise))  # nobody is next any more
    done = rehearsed(stream, w("duty-promise-kept", promise=promise.text, who=desk.person, at=HourMinute(desk.now)))
    desk.show(f"duty-promise:{promise.id}", done)
    desk.log("duty-log-kept", team_id=stream.team_id, stream_id=stream.id, promise=promise.text)
    desk.toast(w("duty-promise-thanks"))
    desk.touch(stream)


def who_was_asked(desk: Desk, promise: Promise) -> None:
    """[Who was asked], for the crew."""
    stream = desk.get(Stream, promise.stream_id)
    if not roster.may_act(desk, stream, roster.crew(desk, stream)):
        desk.refuse(rehearsed(stream, w("duty-crew-asks")))
    asking.tell(desk, stream, _account(desk, stream, promise), card=_account_card(promise))


def _account(desk: Desk, stream: Stream, promise: Promise) -> list[Piece]:
    head = w("duty-promise-asked", promise=promise.text, title=stream.title)
    return asking.account(desk, head, ["duty.promise"], promise.id)


def _account_card(promise: Promise) -> str:
    return f"duty-promise-asked:{promise.id}"
