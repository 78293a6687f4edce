"""Cards whose names begin alike: all that somebody was shown about one matter of a show."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from bot.desk import Desk
from bot.message import Message


def cards(desk: Desk, begins: str) -> list[str]:
    """Their names, each once."""
    return sorted(card for card in desk.session.exec(select(Message.card).where(*_so(begins)).distinct()) if card)


def messages(desk: Desk, begins: str) -> Sequence[Message]:
    return desk.session.exec(select(Message).where(*_so(begins))).all()


def _so(begins: str) -> tuple[ColumnElement[bool], ...]:
    """As a range: the index finds them."""
    return col(Message.card) > begins, col(Message.card) < f"{begins}:"
