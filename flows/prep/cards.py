"""How an item looks: its lines, its buttons, and the two cards that show it (one for the crew, one for leads)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot import cues, roster
from bot.crew import AHEAD, OVER, Person, Phase, Stream
from bot.desk import Desk
from bot.flow import Button
from bot.place import View
from bot.words import Joined, Mention, Piece, w
from flows.prep import begun_rules, let_pass, owners, rows, rules
from flows.prep.rules import Standing
from flows.prep.tables import UNSETTLED, Item, State


def name(item: Item, lead: bool = False) -> str:
    return f"prep-lead:{item.id}" if lead else f"prep:{item.id}"


def stuck(item: Item) -> str:
    """The card that asks what is to become of it while something is in its way."""
    return f"prep-stuck:{item.id}"


def stream_of(desk: Desk, item: Item) -> Stream:
    return desk.get(Stream, item.stream_id)


def dated(desk: Desk, stream: Stream, item: Item) -> rules.Dated:
    due = item.said_due or cues.due_at(stream, item.counted, timedelta(seconds=item.offset))
    return rules.dated(item, due, desk.now, stream.planned_at)


def is_over(desk: Desk, stream: Stream, item: Item) -> bool:
    """Whether nothing is done about it any more: its show is over, unless it is to be done after the show, and was not
    done before that was closed. A rehearsal leaves nothing behind."""
    if stream.phase is not Phase.CLOSED or stream.rehearsal:
        return stream.phase in OVER
    settled = item.state not in UNSETTLED and not (
        item.done_at and stream.closed_at and item.done_at > stream.closed_at
    )
    return settled or not rules.outlives(dated(desk, stream, item), desk.now)


def for_lead(desk: Desk, stream: Stream, person: Person) -> bool:
    """Whether a person gets the card on which items can be skipped."""
    return person.id in {lead.id for lead in roster.lead_chain(desk, stream)}


def lines(
    desk: Desk,
    stream: Stream,
    item: Item,
    *,
    whose: bool = True,
    pressable: bool | None = None,
    reader: int | None = None,
) -> list[Piece]:
    """What it is, how it stands (`whose` not, where what stands above has said it), and while it is open how it is
    done; to whoever can press nothing under it, nothing that asks for a press."""
    over = is_over(desk, stream, item)
    pressable = not over if pressable is None else pressable
    word = "prep-title-critical" if item.critical else "prep-title-first" if item.first else "prep-title"
    title = w(word, title=item.title, stream=stream.title)
    if stream.phase is Phase.CANCELLED and item.state in UNSETTLED:
        return [title, w("prep-is-off")]
    head: list[Piece] = [title, *standing(desk, stream, item, whose, pressable, reader)]
    if begun_rules.was_left(item, ahead=stream.phase in AHEAD) and not over:
        passed = begun_rules.was_let_pass(item, stream.phase)
        return [*head, w("prep-is-passed", by=let_pass.by(desk, stream)) if passed else w("prep-is-begun")]
    if item.state is not State.OPEN:
        return head
    known = rows.line_of(desk.house.playbook_of(stream), item)
    how: list[Piece] = [known.how] if known and known.how else []
    if item.muted_by and not over:
        how.append(w("prep-is-muted", who=desk.person_named(item.muted_by)))
    proves = pressable and item.proof != "none" and not rules.waits_for_second(item)
    proof: list[Piece] = [w(f"prep-proof-{item.proof}")] if proves else []
    return [*head, *how, *proof]


def question(stream: Stream, item: Item) -> list[Piece]:
    """What is asked about it while it is stuck: of the leads, or of everybody; nothing once somebody sees to it."""
    if item.state is not State.BLOCKED or item.sorted_by or begun_rules.was_left(item, ahead=stream.phase in AHEAD):
        return []
    return [w("prep-stuck-anyone" if item.for_all else "prep-stuck-please")]


def standing(
    desk: Desk, stream: Stream, item: Item, whose: bool = True, pressable: bool = False, reader: int | None = None
) -> list[Piece]:
    """How it stands, in a line or two."""
    who, at = desk.person_named(item.done_by), item.done_at
    if item.state is State.DONE and item.checked_by:
        return [w("prep-is-done-by-two", first=desk.person_named(item.checked_by), second=who, at=at)]
    if item.state is State.DONE:
        return [w("prep-is-done", who=who, at=at), *(rules.words_of_proof(item))]
    if item.state in (State.SKIPPED, State.BLOCKED):
        sorted_by = [w("prep-sorted-by", who=desk.person_named(item.sorted_by))] if is_sorted(item) else []
        return [w(f"prep-is-{item.state}", who=who, why=item.why), *sorted_by]
    if item.state is State.GONE:
        return [w("prep-is-gone")]
    each = dated(desk, stream, item)
    word = "prep-is-left" if is_over(desk, stream, item) else _word(each.standing, pressable)
    left, was = each.due - desk.now, w("prep-was-due", due=each.said) if each.said else ""
    holder = w("prep-whose", who=owners.owner(desk, stream, item)) if whose else ""
    shown: list[Piece] = [w(word, due=each.due, was=was, span=left, whose=holder)]
    if not item.checked_by:
        return shown
    asks = word == "prep-is-listed"  # for a tick that is not its reader's to give: theirs is asked for below
    others = owners.seconds(desk, stream, item)[:1] if rules.looked_first(item, reader) else []
    looked = [w("prep-is-yours-checked", who=who) for who in others]  # to the first of two, whom it waits for
    return [*([] if asks else shown), *(looked or [w("prep-is-checked", who=desk.person_named(item.checked_by))])]


def is_sorted(item: Item) -> bool:
    """Whether a lead sees to what is in the way."""
    return item.state is State.BLOCKED and item.sorted_by is not None


def _word(standing: Standing, pressable: bool) -> str:
    if standing is Standing.LISTED:
        return "prep-is-listed" if pressable else "prep-is-left"
    return "prep-is-overdue" if standing is Standing.OVERDUE else "prep-is-due"


def buttons(
    stream: Stream, item: Item, lead: bool = False, undo: bool = True, reader: int | None = None
) -> list[list[Button]]:
    """What its reader may press; of what the show has begun without, that it is done all the same."""
    on, first = (item.id,), rules.looked_first(item, reader)
    done = Button(w("prep-second" if rules.waits_for_second(item) else "prep-done"), "prep.done", on)
    if begun_rules.was_left(item, ahead=stream.phase in AHEAD):
        return [] if first else [[done]]
    asked = [Button(w("prep-who-asked"), "prep.asked", on)]
    skip = [Button(w("prep-skip"), "prep.skip", on), *asked]
    if item.state is State.BLOCKED:
        everybody = [] if item.for_all else [[Button(w("prep-ask-everybody"), "prep.call", on)]]
        row = [done, Button(w("prep-unblock"), "prep.unblock", on)]
        return [row, skip, *everybody] if lead else [row]
    if item.state is State.OPEN:
        blocked = Button(w("prep-blocked"), "prep.blocked", on)
        if rules.waits_for_second(item):
            return [[blocked] if first else [done, blocked], *([skip] if lead else [])]
        later = Button(w("prep-later"), "prep.later", on)
        second = skip if lead else asked if item.late_told else []
        return [[done, blocked, later], *([second] if second else [])]
    proof = [Button(w("prep-proof"), "prep.proof", on)] if item.state is State.DONE and item.proof_file else []
    back = [Button(w("prep-undo"), "prep.undo", on)] if undo and not item.flow and item.state is not State.GONE else []
    return [[*back, *proof]] if back or proof else []


def stuck_buttons(stream: Stream, item: Item, reader: int | None = None) -> list[list[Button]]:
    """Under what is asked while something is in its way: somebody sees to it (who does so need not say it again), or a
    lead decides."""
    if item.state is not State.BLOCKED or begun_rules.was_left(item, ahead=stream.phase in AHEAD):
        return buttons(stream, item, lead=True)
    keys = (("prep-unblock", "prep.unblock"), ("prep-skip", "prep.skip"), ("prep-who-asked", "prep.asked"))
    sort = (
        [] if item.sorted_by and item.sorted_by == reader else [[Button(w("prep-mine-now"), "prep.sort", (item.id,))]]
    )
    return [*sort, [Button(w(word), press, (item.id,)) for word, press in keys]]


def show(desk: Desk, item: Item, *after: Piece) -> None:
    """Change all copies of both cards to what is true now."""
    show_all(desk, [item], *after)


def show_all(desk: Desk, items: Sequence[Item], *after: Piece) -> None:
    """The same for many items; what nobody has been sent is not composed."""
    by_card = {card: item for item in items for card in (name(item), name(item, lead=True), stuck(item))}
    shown = sorted(desk.shown(by_card))
    if shown:
        desk.show_all({card: _views(desk, card, by_card[card], after) for card in shown})


def turn(desk: Desk, item: Item, page: Sequence[Piece], keys: Sequence[Sequence[Button]]) -> None:
    """Another page of both cards where the presser has them; other copies go on saying what is true."""
    presser = None if desk.in_group else desk.person.id

    def views(card: str) -> Callable[[int | None], View]:
        as_it_is = _views(desk, card, item, ())
        return lambda person_id: (page, keys) if person_id == presser else as_it_is(person_id)

    desk.show_all({card: views(card) for card in (name(item), name(item, lead=True))})


def _views(desk: Desk, card: str, item: Item, after: Sequence[Piece]) -> Callable[[int | None], View]:
    """A way back is only for whoever settled it, where the leads' copies do not have it anyhow."""
    stream, lead = stream_of(desk, item), card == name(item, lead=True)
    below = after or (question(stream, item) if card == stuck(item) else ())
    every = [*lines(desk, stream, item), *below]

    def view(person_id: int | None) -> View:
        first = rules.looked_first(item, person_id)
        said = [*lines(desk, stream, item, reader=person_id), *below] if first else every
        if is_over(desk, stream, item):
            return said, []
        if card == stuck(item):
            return said, stuck_buttons(stream, item, person_id)
        if not after and _is_asked(stream, item, person_id):
            owner = desk.get(Person, person_id)
            said = [*asked(desk, stream, item, owner), stop_line(desk, stream, owner)]
        return said, buttons(stream, item, lead, lead or person_id in (None, item.done_by), person_id)

    return view


def _is_asked(stream: Stream, item: Item, person_id: int | None) -> bool:
    """Whether its owner was asked for it by itself, and still is."""
    asks = item.state is State.OPEN and item.muted_by is None and not rules.waits_for_second(item)
    begun = begun_rules.was_left(item, ahead=stream.phase in AHEAD)
    return asks and not begun and not item.listed and person_id is not None and person_id == item.told_id


def stop_line(desk: Desk, stream: Stream, reader: Person | None) -> Piece:
    """How to stop being asked, and who hears that something is in the way."""
    leads = owners.told_when_stuck(desk, stream, reader.id if reader else None)
    return w("prep-stop", lead=leads[0]) if leads else w("prep-stop-alone")


def asked(desk: Desk, stream: Stream, item: Item, person: Person | None, before: Sequence[int] = ()) -> list[Piece]:
    """The card as it asks somebody, or the group: its owner is named once, by whom was asked `before`, else above."""
    holder = owners.owner(desk, stream, item)
    if person and person.id == holder.id:
        title, *rest = lines(desk, stream, item)
        return [title, *_vacant_post(desk, stream, item), *rest]
    own = owners.own(desk, stream, item)
    above = [] if holder.id in before else [w("prep-held-by", who=holder if person else Mention(holder))]
    above = [w("prep-shared", who=holder)] if person in own and holder in own else above
    alone = person and owners.is_personal(desk, stream, item) and person not in own
    title, *rest = lines(desk, stream, item, whose=False)
    return [title, *above, *rest, *([w("prep-personal")] if alone else [])]


def _vacant_post(desk: Desk, stream: Stream, item: Item) -> list[Piece]:
    """Whose it would be, to whoever has it because nobody sits there, or has not said yet that they come."""
    role, own = owners.role_of(desk, stream, item), owners.own(desk, stream, item)
    if role is None or not any(seat.role == item.role for seat in roster.seats(desk, stream)):
        return []
    if own and owners.owner(desk, stream, item) not in own:
        return [w("prep-silent-post", role=role.name, who=Joined([person.name for person in own]))]
    return [] if own else [w("prep-vacant-post", role=role.name)]
