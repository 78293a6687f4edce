"""One unit of work, as a flow sees it: session, now, who; say, show, ask, cue, log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NoReturn, TypeVar, Unpack

from sqlmodel import SQLModel

from bot import conversation, cues, dates, planning, record, speaking, zones
from bot.crew import Member, Person, Stream, Team
from bot.dates import Understood
from bot.flow import Change
from bot.house import House
from bot.incoming import Author
from bot.message import Message, Priority
from bot.place import Buttons, How, Place, Refused, Toast, Views
from bot.planning import Ping
from bot.replies import Conversation
from bot.store import Session
from bot.words import Piece, Reader, Words

Row = TypeVar("Row", bound=SQLModel)


@dataclass
class Desk:
    """What a handler has in hand. Everything it does is one transaction; what it says is sent after the commit."""

    session: Session
    house: House
    now: datetime
    who: Person | None = None
    by: Person | None = None
    """Whoever took them out of the chat, if it was not they, and Telegram says who."""
    speaks: str | None = None
    """The language of that person's Telegram, where it is one of ours."""
    team: Team | None = None
    member: Member | None = None
    place: Place | None = None
    """Where the update came from, as this person reads it."""
    in_group: bool = False
    chat_title: str = ""
    reply_to: int | None = None
    """The message to answer, in a group."""
    replied: str | None = None
    """The text of the message that this one replies to, where Telegram brought it along."""
    typed: str = ""
    read: Understood | None = None
    """What was typed, as a library read it before the transaction opened; most times need none."""
    admins: Sequence[Author] | None = None
    """The chat's admins, fetched before for commands that need them."""
    answered: Toast | None = None
    forgotten: bool = False
    """The update's own text is not to be kept."""
    _touched: set[int] = field(default_factory=set)
    _ahead: planning.Ahead = field(default_factory=planning.Ahead)

    # Who and where

    @property
    def person(self) -> Person:
        """The one who wrote or pressed."""
        assert self.who is not None
        return self.who

    @property
    def here(self) -> Place:
        assert self.place is not None
        return self.place

    @property
    def is_lead(self) -> bool:
        return self.member is not None and self.member.present and self.member.lead

    def private(self, person: Person, team: Team | None = None) -> Place:
        """A person's private chat, in their own language and zone, else the team's."""
        team = team or self.team
        language = person.language or (team.language if team else self.house.language)
        zone = person.timezone or (team.timezone if team else self.house.timezone)
        return Place(person.id, Reader(language, zone), 0, person.id, team.id if team else None)

    def group(self, team: Team) -> Place:
        return Place(team.chat_id, Reader(team.language, team.timezone), team.thread_id, None, team.id)

    def place_of(self, talk: Conversation) -> Place:
        """Where a conversation is held."""
        person, team = self.get(Person, talk.person_id), self.get(Team, talk.team_id)
        home = self.private(person, team)
        if talk.chat_id == person.id:
            return home
        return Place(talk.chat_id, self.group(team).reader, talk.thread_id, person.id, team.id)

    def zone_of(self, team_id: int) -> str:
        return self.get(Team, team_id).timezone

    def team_of(self, stream: Stream) -> Team:
        return self.get(Team, stream.team_id)

    def person_named(self, person_id: int | None) -> str:
        person = self.session.get(Person, person_id) if person_id else None
        return person.name if person else "—"

    @property
    def understood(self) -> Understood | None:
        """What was typed, as a time, on the clock that it is shown by here."""
        if self.read is None and self.typed:
            self.read = dates.read(self.typed, self.now, zones.typed_in(self))
        return self.read

    # Rows

    def add(self, row: Row) -> Row:
        """Keep a new row; it has its id at once."""
        self.session.add(row)
        self.session.flush()
        return row

    def get(self, kind: type[Row], key: Any) -> Row:
        """A row that must be there."""
        row = self.session.get(kind, key)
        if row is None:
            raise LookupError(f"no {kind.__name__} {key}")
        return row

    # Saying

    def say(self, place: Place, *lines: Piece, card: str | None = None, **how: Unpack[How]) -> Message:
        """A new message. `card` names what it shows (`prep:12`), so that `show()` can change it later."""
        return speaking.say(self, place, lines, card=card, **how)

    def reply(self, *lines: Piece, buttons: Buttons = (), card: str | None = None) -> Message:
        """Answer where the update came from."""
        return speaking.say(
            self, self.here, lines, buttons=buttons, card=card, priority=Priority.REPLY, reply_to=self.reply_to
        )

    def show(self, card: str, *lines: Piece, buttons: Buttons = ()) -> None:
        """Change every copy of a card, each in its reader's language."""
        speaking.show(self, card, lines, buttons)

    def show_all(self, cards: Mapping[str, Views]) -> None:
        """The same for many cards: one statement finds all copies."""
        speaking.show_all(self, cards)

    def shown(self, cards: Iterable[str]) -> set[str]:
        """Which of these cards anybody has."""
        return speaking.shown(self, cards)

    def post(self, place: Place, card: str, *lines: Piece, **how: Unpack[How]) -> Message:
        """One card per chat, edited in place: said the first time, changed from then on."""
        return speaking.post(self, place, card, lines, **how)

    def adopt(self, card: str, reader: Reader) -> None:
        """From now on every copy of a card is written for this reader."""
        speaking.adopt(self, card, reader)

    def follow(self, who: Team | Person) -> None:
        """From now on every card of a team, or of a person, is written for the language and zone that they have now."""
        if isinstance(who, Team):
            speaking.follow_team(self, who)
        else:
            speaking.follow_person(self, who)

    def ping(
        self, call: cues.Call, *lines: Piece, buttons: Buttons = (), card: str | None = None, on_air: bool = False
    ) -> Message:
        """Say a cue to whom it calls, or to the group at last; whoever is asked after others reads that first."""
        return speaking.ping(self, call, lines, buttons=buttons, card=card, on_air=on_air)

    def toast(self, words: Words, *, alert: bool = False) -> None:
        """Tell the presser alone; outside of a press it is a reply."""
        self.answered = Toast(words, alert)

    def forget(self) -> None:
        """Keep nothing of what was typed in this update: it was said anonymously."""
        self.forgotten = True

    def refuse(self, words: Words) -> NoReturn:
        """Undo this unit of work and say why, to this person alone."""
        raise Refused(words)

    # Asking

    def ask(self, walk: str, person: Person, team: Team, **about: Any) -> Conversation:
        """Open a walk with a person in private (`subject`, `stream_id`, `answers` say what it is about)."""
        return conversation.open_walk(self, walk, self.private(person, team), **about)

    def ask_here(self, walk: str, **about: Any) -> Conversation:
        """Open a walk where the update came from; in a group it must ask with buttons alone."""
        return conversation.open_walk(self, walk, replace(self.here, person_id=self.person.id), **about)

    # Cues

    def cue(self, kind: str, subject: int, **ping: Unpack[Ping]) -> cues.Cue | None:
        """Plan a ping at an instant (`at`), or counted from the stream. The same ping (kind, subject, note) is planned
        once: asked for again while planned it moves; once given it stays given and None comes back."""
        return planning.plan(self, self._ahead, kind, subject, ping)

    def read_ahead(self, stream: Stream, flow: str) -> None:
        """Read all that a flow has planned for a stream at once, where many of its pings are about to be planned."""
        planning.read_flow(self, self._ahead, stream, flow)

    def read_notes(self, kind: str, subject: int, notes: Iterable[str]) -> None:
        """The same where no stream keeps the pings together: those of one kind about one row, by their notes."""
        planning.read_notes(self, self._ahead, kind, subject, notes)

    def acknowledge(self, kind: str | Sequence[str], *subjects: int) -> None:
        """Somebody has answered: one kind of ping, or several, about these rows."""
        planning.acknowledge(self, kind, subjects)

    def drop(self, kind: str | Sequence[str], *subjects: int) -> None:
        """It is no longer to be said."""
        planning.drop(self, kind, subjects)

    # The record, the board, and the other flows

    def log(self, key: str, *, team_id: int, stream_id: int | None = None, **args: Any) -> None:
        """A line of the show log, told by a word and its arguments."""
        record.write(self, key, team_id, stream_id, args)

    def touch(self, stream: Stream) -> None:
        """The stream's board is no longer true: it is composed anew at the end of this unit of work."""
        self._touched.add(stream.id)

    def touched(self) -> Sequence[Stream]:
        touched, self._touched = sorted(self._touched), set()
        return [self.get(Stream, stream_id) for stream_id in touched]

    def tell(self, stream: Stream, change: Change) -> None:
        """Tell every flow that a stream has changed."""
        self.touch(stream)
        for flow in self.house.flows:
            if flow.changed:
                flow.changed(self, stream, change)

    def on_air(self, person: Person) -> bool:
        """Whether a person is in front of the camera now; looked up once, for everybody."""
        return person.id in self.session.remembered(Person, "on air", self._all_on_air)

    def off_air(self, person: Person) -> None:
        """The person has left the camera: what was held comes now."""
        self.session.remembered(Person, "on air", self._all_on_air).discard(person.id)
        speaking.release(self, person)

    def _all_on_air(self) -> set[int]:
        return {person_id for flow in self.house.flows for person_id in flow.on_air(self)}
