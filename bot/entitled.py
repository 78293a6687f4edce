"""Whether an open question is still for the one who is asked: lead rights may have been taken meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import roster
from bot.replies import Conversation

if TYPE_CHECKING:
    from bot.desk import Desk


def of_a_lead(desk: Desk, talk: Conversation) -> bool:
    """What only leads of the team are asked."""
    member = roster.membership(desk.session, talk.team_id, talk.person_id)
    return member is not None and member.lead


def is_barred(desk: Desk, talk: Conversation) -> bool:
    may = desk.house.walk(talk.walk).may
    return may is not None and not may(desk, talk)
