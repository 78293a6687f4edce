"""What becomes of a message row once Telegram has answered, for every answer there is."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import update
from sqlmodel import col, select

from bot import telegram, undelivered
from bot.crew import Person, Team
from bot.desk import Desk
from bot.house import House
from bot.message import Delivery, Message
from bot.replies import Conversation
from bot.speaking import HELD_FOR, call_in_group
from bot.store import Session

log = structlog.get_logger()

LONGEST_WAIT = timedelta(seconds=60)
"""Between tries, when Telegram does not answer; tried until it does."""


def record_delivered(row: Message, version: int, message_id: int | None, now: datetime, pinned: bool = False) -> None:
    """It reads as version `version` now; where it was changed meanwhile, the change goes out next."""
    row.message_id, row.sent_version, row.pinned = message_id, version, row.pinned or pinned
    row.sent_at = row.sent_at or now
    row.attempts, row.not_before, row.error = 0, None, None
    if row.version == version and row.state is Delivery.PENDING and (row.pinned or not row.pin):
        row.state = Delivery.SENT


def record_refused(
    session: Session, house: House, row: Message, version: int, refusal: telegram.Refusal, now: datetime
) -> None:
    """Try again where that can help; otherwise remember why not, and tell whoever can do something about it."""
    match refusal:
        case telegram.NotModified():
            record_delivered(row, version, row.message_id, now)
        case telegram.FloodWait():
            _wait_for_chat(session, row.chat_id, now + timedelta(seconds=refusal.seconds))
        case telegram.Unreachable() if row.message_id is None and not row.pin and now - row.queued_at > HELD_FOR:
            _let_go(session, house, row, f"no answer for a day: {refusal}", now)
        case telegram.Unreachable() | telegram.Conflict() | telegram.WrongToken():
            row.attempts += 1
            row.not_before = now + min(timedelta(seconds=2 ** min(row.attempts, 6)), LONGEST_WAIT)
        case telegram.Migrated():
            migrate(session, row.chat_id, refusal.chat_id, now)
        case telegram.Blocked():
            _hold(session, house, row, now)
        case telegram.Removed() if row.chat_id > 0:  # a private chat that Telegram has never heard of
            _hold(session, house, row, now)
        case telegram.Removed():
            _suspend(session, row)
        case telegram.TopicGone() if row.thread_id and row.message_id is None:
            _to_general(session, row)
        case telegram.Gone() | telegram.TopicGone() if row.pin and row.message_id:
            row.start_over()
        case telegram.Gone() if row.reply_to and row.message_id is None:
            row.reply_to = None
        case _:
            _let_go(session, house, row, str(refusal), now)


def give_up(row: Message, why: str) -> None:
    """It will never be shown; why is kept with it."""
    row.state, row.error = Delivery.FAILED, why[:200]
    log.warning("message refused", message=row.id, why=row.error)


def _let_go(session: Session, house: House, row: Message, why: str, now: datetime) -> None:
    """An edit may be missed; what nobody has seen at all is owned up to."""
    give_up(row, why)
    if row.message_id is None:
        undelivered.own_up(Desk(session, house, now), row)


def migrate(session: Session, old: int, new: int, now: datetime) -> None:
    """A group became a supergroup: same team, another id; its message ids are dead, so cards are sent anew."""
    if old == new:  # the news was already heard while this call was under way
        return
    for team in session.exec(select(Team).where(Team.chat_id == old)):
        team.chat_id = new
        resume(session, team, now)
    for talk in session.exec(select(Conversation).where(Conversation.chat_id == old)):
        talk.chat_id = new
    for row in session.exec(select(Message).where(Message.chat_id == old)):
        row.chat_id = new
        row.start_over()
        if row.state is Delivery.SENT and (row.pin or _asks(row)):
            row.state, row.queued_at = Delivery.PENDING, now


def resume(session: Session, team: Team, now: datetime) -> None:
    """The bot is back in the chat: what was held is said, unless it is too old by now."""
    team.suspended = False
    for row in session.exec(select(Message).where(Message.chat_id == team.chat_id, Message.state == Delivery.HELD)):
        row.state = Delivery.FAILED if now - row.queued_at > HELD_FOR else Delivery.PENDING


def level(session: Session, now: datetime) -> None:
    """The clock was set back: what seems to come from later than now would wait behind all that is said from now on."""
    ahead = update(Message).where(col(Message.state) == Delivery.PENDING, col(Message.queued_at) > now)
    session.exec(ahead.values(queued_at=now))


def _asks(row: Message) -> bool:
    """A question that is still open."""
    return bool(row.buttons) and (row.card or "").startswith("talk:")


def _wait_for_chat(session: Session, chat_id: int, until: datetime) -> None:
    """Kept in the rows, so that a restart does not forget it."""
    for row in session.exec(select(Message).where(Message.chat_id == chat_id, Message.state == Delivery.PENDING)):
        row.not_before, row.attempts = until, 0


def _hold(session: Session, house: House, row: Message, now: datetime) -> None:
    """The private chat does not work: everything for it waits, and the group says how to open it where something of it is
    new or asks something."""
    person = session.get(Person, row.chat_id)
    held = session.exec(select(Message).where(Message.chat_id == row.chat_id, Message.state == Delivery.PENDING)).all()
    for waiting in held:
        waiting.state = Delivery.HELD
    missed = next((one for one in (row, *held) if one.message_id is None or one.buttons), None)
    team = session.get(Team, missed.team_id) if missed and missed.team_id else None
    if person:
        person.reachable = False
    if person and team:
        call_in_group(Desk(session, house, now, team=team), person, team)


def _suspend(session: Session, row: Message) -> None:
    for team in session.exec(select(Team).where(Team.chat_id == row.chat_id)):
        team.suspended = True
    for waiting in session.exec(
        select(Message).where(Message.chat_id == row.chat_id, Message.state == Delivery.PENDING)
    ):
        waiting.state = Delivery.HELD


def _to_general(session: Session, row: Message) -> None:
    for other in session.exec(
        select(Message).where(
            Message.chat_id == row.chat_id, Message.thread_id == row.thread_id, col(Message.message_id).is_(None)
        )
    ):
        other.thread_id = 0
