"""What every unit of work can look up: the flows, the playbooks, the words, and how this bot is set up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.crew import NEVER, OVER, Phase, Stream, Team
from bot.flow import Command, CueKind, Flow, Maker, Press, Walk
from bot.playbook import Escalation, Playbook, tempo
from bot.words import LANGUAGES, Dictionary, Reader, w

if TYPE_CHECKING:
    from bot.desk import Desk

LONGEST_SHOW = timedelta(days=2)
"""No show that began longer ago still keeps anybody awake."""
BEFORE = timedelta(hours=1)
"""That much ahead of a show its crew is awake."""
AFTER = timedelta(hours=1)
"""And so long after its wrap."""
OVERRUN = timedelta(hours=2)
"""So long after its planned end a show that nobody has wrapped may still be on: by then its wrap was asked for in vain."""


@dataclass
class House:
    """The flows in show order and everything that does not change while the bot runs."""

    flows: Sequence[Flow]
    playbooks: Mapping[str, Playbook]
    dictionary: Dictionary
    playbook: str
    """Which playbook a team gets unless it chooses another."""
    language: str = "en"
    timezone: str = "UTC"
    quiet: tuple[time, time] | None = None
    username: str = "callboard"
    """The bot's, known once it has asked Telegram."""
    _at_rehearsal: dict[str, Playbook] = field(default_factory=dict)
    _synonyms: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def commands(self) -> Mapping[str, tuple[Flow, Command]]:
        return {name: (flow, command) for flow in self.flows for name, command in flow.commands.items()}

    @cached_property
    def _presses(self) -> Mapping[str, Press]:
        return {f"{flow.name}.{name}": press for flow in self.flows for name, press in flow.presses.items()}

    @cached_property
    def _walks(self) -> Mapping[str, Walk]:
        return {f"{flow.name}.{name}": walk for flow in self.flows for name, walk in flow.walks.items()}

    @cached_property
    def _cues(self) -> Mapping[str, CueKind]:
        return {f"{flow.name}.{name}": kind for flow in self.flows for name, kind in flow.cues.items()}

    @cached_property
    def _makers(self) -> Mapping[str, Maker]:
        return {f"{flow.name}.{name}": maker for flow in self.flows for name, maker in flow.makers.items()}

    def maker(self, name: str) -> Maker:
        return self._makers[name]

    def press(self, act: str) -> Press | None:
        return self._presses.get(act)

    def walk(self, name: str) -> Walk:
        return self._walks[name]

    def cue_kind(self, name: str) -> CueKind:
        return self._cues[name]

    def playbook_of(self, owner: Stream | Team | None) -> Playbook:
        """The playbook that a stream or team runs on; one that is gone falls back to the default."""
        name = owner.playbook if owner else self.playbook
        known = self.playbooks.get(name) or self.playbooks[self.playbook]
        if isinstance(owner, Stream) and owner.rehearsal:
            if known.key not in self._at_rehearsal:
                self._at_rehearsal[known.key] = tempo.at_rehearsal(known)
            return self._at_rehearsal[known.key]
        return known

    def escalation(self, stream: Stream | None) -> Escalation:
        return self.playbook_of(stream).escalation

    def synonyms(self, key: str) -> frozenset[str]:
        """What people type for a word, in every language: the Fluent word lists them with commas."""
        if key not in self._synonyms:
            said = [self.dictionary.plain(w(key), Reader(language)) for language in LANGUAGES]
            self._synonyms[key] = frozenset(word.strip().lower() for line in said for word in line.split(","))
        return self._synonyms[key]

    def quiet_of(self, team: Team | None) -> tuple[time, time] | None:
        """When a team is left in peace: as its leads say, else as the bot is set up."""
        if team is None or not team.quiet:
            return self.quiet
        begins, _, ends = team.quiet.partition("-")
        return None if team.quiet == NEVER else (time.fromisoformat(begins), time.fromisoformat(ends))

    def quiet_until(
        self, desk: Desk, stream: Stream | None, team_id: int | None = None, at: datetime | None = None
    ) -> datetime | None:
        """When quiet hours end in the team's zone, if it is quiet now (or `at` that time), and for a show an hour before it
        starts at the latest; never for one that is about to start or under way, nor for one that is rehearsed."""
        now = at or desk.now
        team_id = stream.team_id if stream else team_id
        team = desk.get(Team, team_id) if team_id else None
        quiet = self.quiet_of(team)
        if quiet is None or (stream and (stream.rehearsal or _own_shift(stream, now))):
            return None
        local = now.astimezone(ZoneInfo(team.timezone if team else self.timezone))
        begins, ends = quiet
        asleep = begins <= local.time() or local.time() < ends if begins > ends else begins <= local.time() < ends
        if not asleep:
            return None
        morning = local.replace(hour=ends.hour, minute=ends.minute, second=0, microsecond=0)
        if morning <= local:
            morning = (local + timedelta(days=1)).replace(hour=ends.hour, minute=ends.minute, second=0, microsecond=0)
        awake = stream.starts_at - BEFORE if stream and now < stream.starts_at else morning
        return min(morning, awake).astimezone(desk.now.tzinfo)

    def sleeps(self, desk: Desk, team_id: int) -> bool:
        """Whether it is quiet for a team, and none of its shows keeps people awake."""
        if self.quiet_until(desk, None, team_id) is None:
            return False
        near = select(Stream).where(
            Stream.team_id == team_id,
            col(Stream.starts_at).between(desk.now - LONGEST_SHOW, desk.now + timedelta(hours=1)),
            col(Stream.phase).not_in(OVER),
        )
        return not any(_own_shift(stream, desk.now) for stream in desk.session.exec(near))


def _own_shift(stream: Stream, now: datetime) -> bool:
    """From the roll call, and an hour before the planned start at the latest, until an hour after the wrap, the crew is
    awake anyway; where nobody has wrapped, for a while after the planned end."""
    if stream.wrapped_at:
        return now < stream.wrapped_at + AFTER
    if stream.phase in (Phase.STANDBY, Phase.LIVE):
        return now < stream.ends_at + OVERRUN
    return stream.starts_at - BEFORE <= now < stream.ends_at
