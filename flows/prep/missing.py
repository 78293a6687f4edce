"""Whoever has items by name will be away, or has left: the lead is asked for them, and may give them to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot import roster
from bot.crew import Member, Person, Stream, Team
from bot.desk import Desk
from bot.flow import Button
from bot.words import Joined, Piece, w
from flows.prep import cards, lists, rules, settling
from flows.prep.tables import UNSETTLED, Item

SHOWN = 10
Days = tuple[date, date]
Theirs = list[tuple[Stream, Item]]


def missed(desk: Desk, member: Member, days: Days | None) -> Sequence[Piece]:
    """Who has left is missed in all that they have, who is away in what is to be done meanwhile. What another flow put
    on the list is that flow's to see to, and what a role has follows the crew."""
    team, person = desk.get(Team, member.team_id), desk.get(Person, member.person_id)
    by_lead: dict[int, Theirs] = {}
    for stream in lists.streams_of(desk, team):
        others = [lead for lead in roster.lead_chain(desk, stream) if lead.id != person.id]
        theirs = [
            (stream, item) for item in _of(desk, stream, person) if days is None or _falls(desk, stream, item, days)
        ]
        if theirs and others:
            first = next((lead for lead in others if lead.reachable), others[0])
            by_lead.setdefault(first.id, []).extend(theirs)
    for lead_id, theirs in by_lead.items():
        _tell(desk, team, desk.get(Person, lead_id), person, theirs, days)
    if days is None or not by_lead:
        return []
    leads = Joined([desk.person_named(lead_id) for lead_id in by_lead])
    return [w("prep-away-yours", who=leads, count=sum(map(len, by_lead.values())))]


def _of(desk: Desk, stream: Stream, person: Person) -> list[Item]:
    every = lists.of(desk, stream)
    return [item for item in every if item.owner_id == person.id and item.state in UNSETTLED and not item.flow]


def _falls(desk: Desk, stream: Stream, item: Item, days: Days) -> bool:
    """Whether it is asked for, due or overdue on those days."""
    team, due = desk.team_of(stream), cards.dated(desk, stream, item).due
    first, last = roster.day_of(team, rules.ping_at(item, due)), roster.day_of(team, max(due, desk.now))
    return first <= days[1] and days[0] <= last


def _tell(desk: Desk, team: Team, lead: Person, person: Person, theirs: Theirs, days: Days | None) -> None:
    about = {"who": person, "count": len(theirs)}
    head = w("prep-left", **about) if days is None else w("prep-away", **about, last=days[1])
    listed = list(enumerate(theirs, 1))[:SHOWN]
    lines = [_line(desk, number, stream, item) for number, (stream, item) in listed]
    more = [w("prep-line-more", count=len(theirs) - SHOWN)] if len(theirs) > SHOWN else []
    buttons = [
        [Button(w("prep-give-numbered", number=number), "prep.give", (item.id,))] for number, (_, item) in listed
    ]
    desk.say(desk.private(lead, team), head, *lines, *more, buttons=buttons)
    for stream, item in theirs:
        if days is None:
            item.told_id, item.listed = lead.id, False
        settling.shown(desk, stream, item, former={person.id})


def _line(desk: Desk, number: int, stream: Stream, item: Item) -> Piece:
    due = cards.dated(desk, stream, item).due
    return w("prep-left-line", number=number, title=item.title, stream=stream.title, due=due)
