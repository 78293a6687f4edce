"""One update to exactly one handler, inside the transaction: who it is, which team, and who may."""

from __future__ import annotations

import json
import re

from sqlalchemy import Text, cast
from sqlmodel import select

from bot import anonymous, answering, conversation, roster, speaking
from bot.crew import Stream, Team
from bot.delivery import migrate, resume
from bot.desk import Desk
from bot.flow import Command, Heard
from bot.incoming import Incoming, Kind
from bot.message import Message
from bot.replies import Reply
from bot.store import Session
from bot.whereabouts import belong, known, rename, settle_place, settle_team, teams_of
from bot.words import w

ROW = re.compile(r"-?[0-9]{1,18}")
"""What a button may name; a forged one may name anything."""
_HEARD = {
    Kind.CAME: Heard.CAME,
    Kind.LEFT: Heard.LEFT,
    Kind.REMOVED: Heard.REMOVED,
    Kind.PROMOTED: Heard.PROMOTED,
    Kind.DEMOTED: Heard.DEMOTED,
    Kind.BOT_ADDED: Heard.BOT_ADDED,
    Kind.BOT_REMOVED: Heard.BOT_REMOVED,
}


def handle(desk: Desk, incoming: Incoming) -> bool:
    """Do what the update asks; False where it was not meant for the bot."""
    if incoming.author and not incoming.anonymous:
        desk.who, desk.speaks = known(desk, incoming.author), incoming.author.speaks
        _open_if_it_speaks(desk, incoming)
    desk.in_group = not incoming.private
    desk.replied, desk.chat_title = incoming.replied, incoming.title
    settle_team(desk, incoming)
    settle_place(desk, incoming)
    match incoming.kind:
        case Kind.PRESS:
            return _press(desk, incoming)
        case Kind.COMMAND:
            return _command(desk, incoming)
        case Kind.TEXT:
            return answering.take(desk, incoming)
        case Kind.MIGRATED:
            migrate(desk.session, incoming.chat_id, incoming.new_chat, desk.now)
            return True
        case Kind.RENAMED:
            rename(desk.session, incoming)
            return True
        case kind if kind in _HEARD:
            return _heard(desk, incoming)
        case _:
            return False


def _open_if_it_speaks(desk: Desk, incoming: Incoming) -> None:
    """Who writes in private can be written to, even where the news that the chat is open never came; /start says so."""
    spoken = incoming.private and incoming.kind in (Kind.TEXT, Kind.COMMAND, Kind.PRESS)
    if spoken and not desk.person.reachable and incoming.command != "start":
        desk.person.reachable = True
        speaking.release(desk, desk.person)


def _command(desk: Desk, incoming: Incoming) -> bool:
    found = desk.house.commands.get(incoming.command)
    if incoming.command in conversation.CONTROLS and (talk := answering.open_talk(desk, incoming)[0]):
        conversation.answer(desk, talk, Reply(text=incoming.command))
        return True
    if found is None:
        if incoming.private or incoming.addressed:
            known = incoming.command in conversation.CONTROLS
            desk.reply(w("talk-none") if known else w("inbox-unknown-command", command=incoming.command))
        return incoming.private or incoming.addressed
    if incoming.anonymous:
        anonymous.ask_who(desk, incoming)
        return True
    _, command = found
    if command.team and not _has_team(desk, incoming):
        return True
    if command.lead and not desk.is_lead:
        desk.refuse(roster.leads_only(desk))
    command.run(desk, incoming.text)
    if incoming.again:
        anonymous.settle(desk, incoming)
    return True


def _has_team(desk: Desk, incoming: Incoming) -> bool:
    """A command about a team's matters: which one must be known, and the person must be in it."""
    if desk.team is None and incoming.private:
        teams = teams_of(desk.session, desk.person.id)
        if not teams:
            desk.refuse(w("inbox-no-team-yet"))
        anonymous.ask_which_team(desk, incoming, teams)
        return False
    if desk.team is None or not desk.team.ready:
        desk.refuse(w("inbox-not-set-up"))
    if desk.member is None and not _open_to_all(desk, incoming.command):
        desk.refuse(w("inbox-not-a-member"))
    return True


def _open_to_all(desk: Desk, command: str) -> bool:
    """Commands that anybody in the group's chat may give: they are how one gets in."""
    known: Command = desk.house.commands[command][1]
    return known.open_door and desk.in_group


def _press(desk: Desk, incoming: Incoming) -> bool:
    act, *ids = incoming.data.split(":")
    press = desk.house.press(act)
    number = ids[0] if ids else ""
    row = desk.session.get(press.on, int(number)) if press and ROW.fullmatch(number) else None
    if press is None or row is None:
        desk.toast(w("inbox-gone"), alert=True)
        return True
    team = _team_of(desk, row)
    belong(desk, team)
    if team and incoming.private and desk.who:
        desk.place = desk.private(desk.who, team)
    if desk.member is None and not (press.open_door and _at_the_door(desk, incoming, row)):
        desk.refuse(w("inbox-not-a-member"))
    if press.lead and not desk.is_lead:
        desk.refuse(roster.leads_only(desk))
    try:
        press.run(desk, row, *ids[1:])
    except TypeError as error:
        if "positional argument" not in str(error):
            raise
        desk.toast(w("inbox-gone"), alert=True)
    return True


def offered(session: Session, incoming: Incoming) -> bool:
    """Whether such a button stands in the chat; one that does not may be forged, and name anything."""
    here = select(Message.id).where(Message.chat_id == incoming.chat_id)
    named = cast(Message.buttons, Text).contains(json.dumps(incoming.data), autoescape=True)
    return session.exec(here.where(named).limit(1)).first() is not None


def _at_the_door(desk: Desk, incoming: Incoming, row: object) -> bool:
    """Who is in no team may press what is open to all in its own chat, or what was asked of them; what a press names
    may be forged, where it comes from can't be."""
    here = desk.team is not None and incoming.chat_id == desk.team.chat_id
    return here or getattr(row, "person_id", None) == desk.person.id


def _team_of(desk: Desk, row: object) -> Team | None:
    """The team that a row belongs to: named, or through its stream."""
    if isinstance(row, Team):
        return row
    if team_id := getattr(row, "team_id", None):
        return desk.session.get(Team, team_id)
    stream = desk.session.get(Stream, getattr(row, "stream_id", None) or 0)
    return desk.session.get(Team, stream.team_id) if stream else None


def _heard(desk: Desk, incoming: Incoming) -> bool:
    """A change of who is in the chat, told to every flow that wants to know; a private chat blocked or opened."""
    if incoming.private:
        if desk.who:
            desk.who.reachable = incoming.kind is Kind.BOT_ADDED
            if desk.who.reachable:
                speaking.release(desk, desk.who)
        return True
    if desk.team and incoming.kind is Kind.BOT_REMOVED:
        desk.team.suspended = True
    elif desk.team and desk.team.suspended and incoming.kind is Kind.BOT_ADDED:
        resume(desk.session, desk.team, desk.now)
    desk.by, people = desk.who, incoming.others or ((incoming.author,) if incoming.author else ())
    for author in people:
        desk.who = known(desk, author)
        desk.member = roster.membership(desk.session, desk.team.id, author.id) if desk.team else None
        for flow in desk.house.flows:
            if heard := flow.heard.get(_HEARD[incoming.kind]):
                heard(desk)
    return True
