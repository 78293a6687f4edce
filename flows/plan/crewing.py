"""Who could take which seat: qualified, free or not and why, and who has waited longest."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot import roster
from bot.crew import Answer, Assignment, Member, Person, Phase, Qualification, Stream, Team
from bot.desk import Desk
from bot.words import HourMinute, Words, w
from flows.plan import history, presence, refusals, rules, seated, standing_in
from flows.plan.history import Past
from flows.plan.rules import Able, Seat

TAKES_TIME = (Phase.PLANNED, Phase.PREP, Phase.STANDBY, Phase.LIVE)
"""The phases in which a stream keeps its crew busy."""
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Option:
    """A person for a role in a stream, and what speaks against it."""

    person: Person
    backup: bool
    past: Past | None
    """None where the team has had no show yet, so that nobody's past says anything."""
    barred: Words | None
    """Why not at all, such as an absence."""
    busy: Span | None
    """When they are in another show at that time; a lead may insist."""
    stands_in: bool = False
    """Holds another role that may stand in for this one by the playbook: for a lead to say, never suggested."""

    @property
    def free(self) -> bool:
        return self.barred is None and self.busy is None

    @property
    def how(self) -> str:
        """What goes before what they have or would leave, where they don't hold the role."""
        return "stands-in-" if self.stands_in else "backup-" if self.backup else ""


@dataclass
class Bench:
    """Everybody who could sit in one stream; what is looked up once serves all seats."""

    desk: Desk
    team: Team
    stream: Stream
    _options: dict[str, list[Option]] = field(default_factory=dict)
    _offered: dict[str, list[Option]] = field(default_factory=dict)

    @cached_property
    def past(self) -> dict[int, Past]:
        return history.worked(self.desk, self.stream)

    @cached_property
    def busy(self) -> dict[int, Span]:
        return clashes(self.desk, self.stream)

    def options(self, role: str) -> list[Option]:
        """Who holds or backs up a role: the free first, holders before backups, the longest waiting first."""
        if role not in self._options:
            found = [*self._found(role, backup=False), *self._found(role, backup=True)]
            order = {one.person: place for place, one in enumerate(rules.waited_longest(map(_able, found)))}
            found.sort(key=lambda one: (not one.free, one.barred is not None, order[one.person.id]))
            self._options[role] = found
        return self._options[role]

    def offered(self, role: str) -> list[Option]:
        """The same, and before those who aren't free whoever may stand in: what a lead picks from."""
        if role not in self._offered:
            known = self.options(role)
            ids = {one.person.id for one in known}
            others = [one for one in standing_in.people(self.desk, self.team, self.stream, role) if one.id not in ids]
            found = [*known, *(self._option(role, person, stands_in=True) for person in others)]
            found.sort(key=lambda one: (not one.free, one.barred is not None))
            self._offered[role] = found
        return self._offered[role]

    def _found(self, role: str, backup: bool) -> list[Option]:
        people = roster.qualified(self.desk, self.team, role, backup=backup)
        return [self._option(role, person, backup=backup) for person in people]

    def _option(self, role: str, person: Person, *, backup: bool = False, stands_in: bool = False) -> Option:
        return Option(
            person,
            backup,
            self.past.get(person.id, Past()) if any(one.last for one in self.past.values()) else None,
            roster.barred(self.desk, self.stream, role, person, but="plan"),
            self.busy.get(person.id),
            stands_in,
        )

    def suggestion(
        self, seats: Sequence[Seat], fixed: Mapping[Seat, int], without: Collection[tuple[str, int]] = ()
    ) -> dict[Seat, int]:
        """People for the seats that are not fixed; `without` are pairs of role and person not to be asked again."""
        playbook = self.desk.house.playbook_of(self.stream)
        able = {
            role: [_able(one) for one in self.options(role) if one.free and (role, one.person.id) not in without]
            for role in {role for role, _ in seats}
        }
        required = [role.key for role in playbook.roles if role.required]
        return rules.suggest(seats, able, playbook.may_pair, fixed=fixed, first=required)


def instead(desk: Desk, stream: Stream, seat: Assignment, person: Person) -> list[Person]:
    """Who could sit here in somebody's place at once: has the role, is free, would leave no seat for it, and has not
    passed it on before."""
    team, passed = desk.team_of(stream), refusals.known(desk, stream)
    out = {person.id, *refusals.noes(desk, stream, seat.role), *(one for role, one in passed if role == seat.role)}
    others = [
        one
        for one in roster.qualified(desk, team, seat.role)
        if one.id not in out and not seated.elsewhere(desk, stream, seat, one)
    ]
    options = Bench(desk, team, stream).options(seat.role) if others else []
    return [one.person for one in options if one.free and one.person in others]


def core_seats(desk: Desk, team: Team, stream: Stream) -> list[Seat]:
    """The numbered seats of every core role; who goes on air in turns gets one per block, as far as there are people
    who are not away that day."""
    gone = presence.away(desk, stream)
    return [
        (role.key, number)
        for role in desk.house.playbook_of(stream).roles
        if role.core
        for number in range(
            1,
            1
            + rules.seats_wanted(
                role.seats,
                stream.length,
                role.block,
                sum(person.id not in gone for person in roster.qualified(desk, team, role.key, backup=False)),
                role.on_air and role.rotates,
            ),
        )
    ]


def reason(desk: Desk, option: Option, stream: Stream) -> Words:
    """What a lead should know of somebody: `free, last show Sat 14 Nov`; it may be read days later."""
    if option.barred:
        return option.barred
    if option.busy:
        return busy_words(option.busy)
    if option.stands_in:
        return w("plan-stands-in")
    if option.past is None or option.past.untold:
        return w("plan-free-backup") if option.backup else w("plan-free")
    last = _last(desk, option.past, stream)
    return w("plan-free-backup-last", last=last) if option.backup else w("plan-free-last", last=last)


def says_much(option: Option) -> bool:
    """Whether a reason tells more than that somebody who holds the role is free, as all who are suggested are."""
    return not option.free or option.backup or option.stands_in or option.past is not None


def busy_words(span: Span) -> Words:
    """Never says what with: it may be another team's show."""
    return w("plan-may-busy", begins=span[0], ends=HourMinute(span[1]))


def has_choice(desk: Desk, team: Team) -> bool:
    """Do at least two people have roles, so that a seat could go to one or to another?"""
    able = (
        select(Member.id)
        .join(Qualification, col(Qualification.member_id) == Member.id)
        .where(Member.team_id == team.id, col(Member.present))
        .distinct()
        .limit(2)
    )
    return len(desk.session.exec(able).all()) > 1


def clashes(desk: Desk, stream: Stream) -> dict[int, Span]:
    """Who is in another show at this time, of whichever team, and from when to when."""
    rows = desk.session.exec(
        select(Stream, Assignment.person_id)
        .join(Assignment, col(Assignment.stream_id) == Stream.id)
        .where(
            col(Stream.phase).in_(TAKES_TIME),
            col(Stream.starts_at) < stream.ends_at,
            col(Stream.starts_at) > stream.starts_at - rules.LONGEST,
            Assignment.answer != Answer.DECLINED,
            col(Assignment.person_id).is_not(None),
            col(Stream.rehearsal).is_(False),
        )
    )
    return {
        person: (other.starts_at, other.ends_at)
        for other, person in rows
        if person and other.id != stream.id and other.ends_at > stream.starts_at
    }


def may(desk: Desk, person: Person, _role: str, stream: Stream) -> Words | None:
    """Nobody sits in two shows at once; whoever holds which role is for the one who asks to judge."""
    span = clashes(desk, stream).get(person.id)
    return busy_words(span) if span else None


def _able(option: Option) -> Able:
    past = option.past or Past()
    return Able(option.person.id, option.backup, past.last, past.shows)


def _last(desk: Desk, past: Past, stream: Stream) -> Words:
    if past.last is None:
        return w("plan-last-never")
    if past.last > desk.now:
        return w("plan-last-ahead", at=past.last)
    zone = ZoneInfo(desk.zone_of(stream.team_id))
    return w("plan-last-day", day=past.last.astimezone(zone).date())
