"""What preparation tells the others: the board, the gate, the review, and /help."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.between import Mark, Measure, OpenPoint
from bot.crew import AHEAD, Person, Phase, Stream, Team
from bot.cues import Cue
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import begun_rules, cards, lists, morning, rules, waiting
from flows.prep.owners import Owners
from flows.prep.rules import Outcome, Standing
from flows.prep.tables import UNSETTLED, Item, State

NAMED = 8
"""Items that are named one by one."""
BRIEFLY = 4
"""On a card that is about something else."""


def panel(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """The board's line, as long as there is something to prepare."""
    figures = rules.count(rules.meanwhile(lists.dated(desk, stream), ahead=True))
    if stream.phase not in AHEAD or not figures.total:
        return []
    parts = [w("prep-panel", done=figures.done, total=figures.total)]
    for word, many in (
        ("prep-panel-blocked", figures.blocked),
        ("prep-panel-overdue", figures.overdue),
        ("prep-panel-skipped", figures.skipped),
    ):
        parts += [w(word, count=many)] if many else []
    return [w("prep-panel-line", parts=Joined(parts))]


def told(desk: Desk, cue: Cue) -> tuple[Piece, Piece] | None:
    """Which item a cue asks for, and of whom."""
    if cue.kind == "prep.end" or waiting.is_pause(cue):
        return None
    if cue.kind == "prep.morning":
        return (w("prep-cue-morning"), morning.about(desk, cue)[0].name) if morning.is_said(desk, cue) else None
    if cue.kind == "prep.waiting":
        owing = waiting.is_awaited(desk, desk.get(Stream, cue.subject), cue)
        return (w("prep-cue-waiting"), desk.person_named(int(cue.note.partition(":")[0]))) if owing else None
    item = desk.session.get(Item, cue.subject)
    return (item.title, Owners(desk, desk.get(Stream, item.stream_id))(item).name) if item else None


def board(desk: Desk, stream: Stream) -> Sequence[Button]:
    if stream.phase is not Phase.PREP:
        return []
    return [
        Button(w("prep-board-mine"), "prep.mine", (stream.id,)),
        Button(w("prep-board-all"), "prep.sheet", (stream.id,)),
    ]


def involved(desk: Desk, stream: Stream) -> set[int]:
    """Who has something unsettled and knows: by name, or since they were asked for it."""
    holders = Owners(desk, stream)
    known = [(item, holders(item).id) for item in lists.of(desk, stream) if item.state in UNSETTLED]
    return {holder for item, holder in known if holder in (item.owner_id, item.told_id)}


def open_points(desk: Desk, stream: Stream) -> Sequence[OpenPoint]:
    """Critical and blocked ones by name, those that the gate must not pass as hard; the rest as a figure."""
    holders = Owners(desk, stream)
    open_ones = [each for each in lists.dated(desk, stream) if begun_rules.is_open(each.item, stream.phase)]
    left = [each for each in open_ones if rules.counts_at_gate(each, stream.starts_at)]
    named = [each for each in left if rules.is_named_at_gate(each.item)]
    named.sort(key=lambda each: each.item.gate != "hard")
    points = [_point(desk, each.item, holders(each.item)) for each in named]
    rest = len(left) - len(named)
    word = "prep-points-more" if named else "prep-points-all"
    return [*points, OpenPoint(w(word, count=rest), count=rest)] if rest else points


def _point(desk: Desk, item: Item, holder: Person) -> OpenPoint:
    """Whose it is, with the key that settles it, and what is in the way; for a second look it waits for nobody by name."""
    theirs = rules.may_be_second(item, holder.id)
    line = w("prep-point" if theirs else "prep-point-second", title=item.title, who=holder)
    label = w("prep-settle" if item.proof == "none" else "prep-settle-proof", title=item.title)
    return OpenPoint(
        line,
        hard=item.gate == "hard",
        owner_id=holder.id if theirs else None,
        key=Button(label, "prep.done", (item.id,)) if theirs else None,
        stands=_in_its_way(desk, item),
    )


def _in_its_way(desk: Desk, item: Item) -> Piece | None:
    if cards.is_sorted(item):
        return w("prep-stands-sorted", why=item.why, who=desk.person_named(item.sorted_by))
    if item.state is State.BLOCKED:
        return w("prep-stands-blocked", why=item.why)
    return w("prep-stands-checked") if rules.waits_for_second(item) else None


def report(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """What became of the checklist: each item counted once, and named unless it was done in time."""
    found: dict[Outcome, list[Item]] = {outcome: [] for outcome in Outcome}
    left, holders = lists.stays_open(desk, stream), Owners(desk, stream)
    for each in lists.dated(desk, stream):
        found[rules.outcome(each, stays=each.item in left)].append(each.item)
    if not any(found.values()):
        return []
    parts = [w(f"prep-count-{outcome}", count=len(items)) for outcome, items in found.items() if items]
    lines: list[Piece] = [w("prep-report", total=sum(map(len, found.values())), parts=Joined(parts))]
    lines += _named("prep-report-late", [item.title for item in found[Outcome.LATE]])
    still = [w("prep-report-whose", title=item.title, who=holders(item)) for item in found[Outcome.OPEN]]
    lines += _named("prep-report-open", still)
    for outcome in (Outcome.SKIPPED, Outcome.BLOCKED):
        lines += [w(f"prep-report-{outcome}", title=item.title, why=item.why) for item in found[outcome][:NAMED]]
    return [*lines, *_named("prep-report-left", [item.title for item in found[Outcome.LEFT]])]


def _named(word: str, titles: Sequence[Piece]) -> list[Piece]:
    return [w(word, titles=_some(titles), count=len(titles))] if titles else []


def stays(desk: Desk, stream: Stream) -> Sequence[Piece]:
    """What is to be done after the show, and is not yet."""
    left, holders = lists.stays_open(desk, stream), Owners(desk, stream)
    if not left:
        return []
    people = Joined(list(dict.fromkeys(holders(item).name for item in left)))
    return [w("prep-stays", count=len(left), people=people, titles=_some([item.title for item in left], BRIEFLY))]


def keeps(desk: Desk, stream: Stream) -> bool:
    return bool(lists.stays_open(desk, stream))


def measure(desk: Desk, streams: Sequence[Stream]) -> Measure:
    """Items done in time, of all that were done or should have been; each counts for whoever it was asked of."""
    shows = {stream.id: stream for stream in streams}
    rows = desk.session.exec(select(Item).where(col(Item.stream_id).in_(shows)).order_by(col(Item.id)))
    items = [each.item for item in rows if rules.is_measured(each := cards.dated(desk, shows[item.stream_id], item))]
    marks = [Mark(item.stream_id, rules.whose(item), item.in_time is True) for item in items]
    return Measure(w("prep-in-time"), w("prep-in-time-sign"), marks)


def _some(titles: Sequence[Piece], most: int = NAMED) -> Joined:
    """Titles have commas and semicolons of their own."""
    more = [w("prep-and-more", count=len(titles) - most)] if len(titles) > most else []
    return Joined([*titles[:most], *more], "dot")


def help_lines(desk: Desk, team: Team | None) -> Sequence[Piece]:
    """What is open for the one who asks."""
    if team is None or desk.who is None or desk.member is None:
        return []
    mine = [each for stream in lists.streams_of(desk, team) for each in lists.owned(desk, stream, desk.person)]
    overdue = len([each for each in mine if each.standing is Standing.OVERDUE])
    first = [w("prep-help-mine", count=len(mine), overdue=overdue)] if mine else []
    return [*first, w("prep-help-all")]
