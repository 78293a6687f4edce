"""The crew of a stream that is planned already: a lead changes who sits where, adds a seat, or takes one out."""

from bot import door, roster
from bot.crew import AHEAD, Answer, Assignment, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button, Change
from bot.message import Priority
from bot.words import Piece, w
from flows.plan import ask_cards, asking, cards, crewing, onward, pages, seated, seating

PAGE = 20
"""People that a lead can pick from at once."""
BARRED = 8
"""People named who can't, with the reason."""


def crew(desk: Desk, stream: Stream) -> None:
    """[Crew]: every seat as a button, in the lead's private chat."""
    if not _open(desk, stream):
        return
    desk.say(
        desk.private(desk.person, desk.team_of(stream)),
        *_crew_lines(desk, stream),
        buttons=_crew_buttons(desk, stream),
        card=pages.crew(stream, desk.person),
        priority=Priority.REPLY,
    )
    door.point(desk)


def back(desk: Desk, stream: Stream) -> None:
    pages.turn(desk, pages.seat(stream, desk.person), pages.crew(stream, desk.person))
    desk.show(pages.crew(stream, desk.person), *_crew_lines(desk, stream), buttons=_crew_buttons(desk, stream))


def refresh(desk: Desk, stream: Stream) -> None:
    """Whoever has the crew open sees it as it is; whoever looks at one seat of it is not turned away from that."""
    if open_ones := pages.open_ones(desk, stream):
        lines, buttons = _crew_lines(desk, stream), _crew_buttons(desk, stream)
        for card in open_ones:
            desk.show(card, *lines, buttons=buttons)


def seat(desk: Desk, seat: Assignment, page: str = "0") -> None:
    """Who could sit here, each with what a lead should know."""
    stream = desk.get(Stream, seat.stream_id)
    if not _open(desk, stream):
        return
    role = cards.name_of(desk, stream, seat)
    options = crewing.Bench(desk, desk.team_of(stream), stream).offered(seat.role)
    barred = [w("plan-who-barred", who=one.person, why=one.barred) for one in options if one.barred][:BARRED]
    buttons = asking.offers(desk, stream, seat, None)
    pages.turn_to_seat(
        desk,
        stream,
        w("plan-ask-who" if buttons else "plan-ask-who-none", role=role),
        *_now(desk, seat),
        *barred,
        buttons=[*_turned(seat, buttons, page), *_seat_buttons(desk, stream, seat)],
    )


def _now(desk: Desk, seat: Assignment) -> list[Piece]:
    words = {Answer.ASKED: "plan-seat-now-asked", Answer.DECLINED: "plan-said-no"}
    return [w(words.get(seat.answer, "plan-seat-now"), who=desk.person_named(seat.person_id))] if seat.person_id else []


def _turned(seat: Assignment, people: cards.Rows, page: str) -> cards.Rows:
    """As many as fit, and the others a press away."""
    last = max(0, (len(people) - 1) // PAGE)
    number = min(int(page), last) if page.isdecimal() else 0
    before = [Button(w("plan-who-before"), "plan.seat", (seat.id, number - 1))] if number else []
    after = [Button(w("plan-who-after"), "plan.seat", (seat.id, number + 1))] if number < last else []
    return [*people[number * PAGE : (number + 1) * PAGE], [*before, *after]]


def _seat_buttons(desk: Desk, stream: Stream, seat: Assignment) -> cards.Rows:
    out = Button(w("plan-take-out"), "plan.out", (seat.id, seated.held_by(seat)))
    leave = [asking.pick(seat, 0, w("plan-leave-open"))] if seat.person_id else []
    return [_yes(desk, stream, seat), leave, [out, pages.back(stream)]]


def _yes(desk: Desk, stream: Stream, seat: Assignment) -> list[Button]:
    """Who has not answered here may have said it on the phone."""
    if not seat.person_id or seat.answer is not Answer.ASKED or stream.phase not in AHEAD:
        return []
    word = w("plan-said-yes", who=desk.person_named(seat.person_id))
    return [Button(word, "plan.said_yes", (seat.id, seated.held_by(seat)))]


def said_yes(desk: Desk, seat: Assignment, held: str = "") -> None:
    """A lead notes an answer that was given elsewhere: the log says who did, and the person reads it."""
    stream = desk.get(Stream, seat.stream_id)
    if not _open(desk, stream) or _changed_since(desk, stream, seat, held):
        return
    role, person = cards.name_of(desk, stream, seat), desk.session.get(Person, seat.person_id)
    if person is None or seat.answer is not Answer.ASKED:
        desk.toast(w("plan-seat-taken", role=role, who=desk.person_named(seat.person_id)))
        return
    seat.answer, seat.answered_at = Answer.ACCEPTED, desk.now
    desk.log("plan-log-said-yes", team_id=stream.team_id, stream_id=stream.id, role=role, whom=person)
    about = {"role": role, "title": stream.title, "at": stream.starts_at, "by": desk.person}
    desk.say(desk.private(person, desk.team_of(stream)), w("plan-noted-yes", **about))
    ask_cards.refresh(desk, stream, person)
    desk.tell(stream, Change.ANSWER)
    _show_crew(desk, stream)


def pick(desk: Desk, seat: Assignment, chosen: str, held: str = "") -> None:
    """The seat changes hands: who leaves it is told, who gets it is asked."""
    stream = desk.get(Stream, seat.stream_id)
    if not _open(desk, stream) or _changed_since(desk, stream, seat, held):
        return
    person = _member(desk, stream, chosen)
    before = desk.session.get(Person, seat.person_id) if seat.person_id else None
    role = cards.name_of(desk, stream, seat)
    if before and person and before.id == person.id:
        desk.toast(w("plan-seat-taken", role=role, who=person))
        return
    left = seated.elsewhere(desk, stream, seat, person) if person else []  # the button may be older than that seat
    seating.give(desk, stream, seat, person)
    word = "plan-picked-open" if person is None else "plan-picked-from" if left else "plan-picked"
    whose = "own" if person and person.id == desk.person.id else "other"
    desk.toast(w(word, who=person or "—", whose=whose, role=role, left=cards.names_of(desk, stream, left)))
    _show_crew(desk, stream)
    onward.offer_seat(desk, stream, seat)


def _changed_since(desk: Desk, stream: Stream, seat: Assignment, held: str) -> bool:
    """Whether somebody else has the seat by now: the presser reads who, and sees the crew as it is."""
    if held in ("", str(seated.held_by(seat))):
        return False
    role, who = cards.name_of(desk, stream, seat), desk.person_named(seated.held_by(seat))
    desk.toast(
        w("plan-seat-since", role=role, who=who) if seated.held_by(seat) else w("plan-seat-since-open", role=role),
        alert=True,
    )
    _show_crew(desk, stream)
    return True


def add(desk: Desk, stream: Stream) -> None:
    """[Add a seat]: the roles that somebody in the team could take."""
    if not _open(desk, stream):
        return
    team = desk.team_of(stream)
    roles = enumerate(desk.house.playbook_of(stream).roles)
    found = [
        Button(role.name, "plan.added", (stream.id, place))
        for place, role in roles
        if roster.qualified(desk, team, role.key)
    ]
    pages.turn_to_seat(desk, stream, w("plan-ask-role"), buttons=[*cards.rows(found, 2), [pages.back(stream)]])


def added(desk: Desk, stream: Stream, place: str) -> None:
    """One more seat of a role; then who sits there."""
    roles = desk.house.playbook_of(stream).roles
    if not _open(desk, stream) or not place.isdigit() or int(place) >= len(roles):
        return
    role = roles[int(place)].key
    number = 1 + max([one.seat for one in roster.seats(desk, stream) if one.role == role], default=0)
    new = seating.add(desk, stream, role, number)
    seat(desk, new)
    onward.offer_seat(desk, stream, new)


def out(desk: Desk, seat: Assignment, held: str = "") -> None:
    """[Take the seat out]: this show does without it."""
    stream = desk.get(Stream, seat.stream_id)
    if not _open(desk, stream) or _changed_since(desk, stream, seat, held):
        return
    if stream.phase not in AHEAD:
        desk.refuse(w("plan-too-late", phase=w(f"phase-{stream.phase}")))
    role, place = cards.name_of(desk, stream, seat), (seat.role, seat.seat)
    seating.take_out(desk, stream, seat)
    _show_crew(desk, stream)
    onward.offer_without(desk, stream, *place, role)


def _open(desk: Desk, stream: Stream) -> bool:
    """Whether the crew can still change."""
    if stream.phase in (*AHEAD, Phase.LIVE):
        return True
    desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
    return False


def _member(desk: Desk, stream: Stream, chosen: str) -> Person | None:
    """The one that was pressed, still in the team; `0` is nobody."""
    if chosen == "0":
        return None
    person = desk.session.get(Person, int(chosen)) if chosen.isdigit() else None
    if person is None or roster.membership(desk.session, stream.team_id, person.id) is None:
        desk.refuse(w("plan-picked-gone", who=person.name if person else "—"))
    return person


def _show_crew(desk: Desk, stream: Stream) -> None:
    """To every lead who has it open: a page about a seat that has changed is no longer true."""
    pages.turn_back(desk, stream)
    refresh(desk, stream)


def _crew_lines(desk: Desk, stream: Stream) -> list[Piece]:
    if stream.phase is Phase.CANCELLED:
        return cards.show_lines(desk, stream)
    press = [w("plan-crew-press")] if stream.phase in (*AHEAD, Phase.LIVE) else []
    return [w("plan-crew-of", title=stream.title), cards.when(stream), *cards.crew_lines(desk, stream), *press]


def _crew_buttons(desk: Desk, stream: Stream) -> cards.Rows:
    if stream.phase not in (*AHEAD, Phase.LIVE):
        return []
    found = [cards.seat_button(desk, stream, one, "plan.seat") for one in roster.seats(desk, stream)]
    return [*cards.rows(found, 2), [Button(w("plan-crew-add"), "plan.add", (stream.id,))]]
