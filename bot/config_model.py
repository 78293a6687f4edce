"""What can be set up outside of Telegram: the shape of Config, what each value may be, and what it should be instead."""

from dataclasses import dataclass
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
)

EXAMPLE_TOKEN = "123456789:what-BotFather-gave-you"

GET_TOKEN = "write to @BotFather on Telegram, send /newbot, and copy the token it answers with"
_DATABASE = "should be a SQLite URL or a file, such as sqlite:///callboard.db"


@dataclass(frozen=True)
class QuietHours:
    """From when until when nobody is pinged, in the team's own zone; it may run past midnight."""

    start: time
    end: time


NIGHT = QuietHours(time(23), time(8))
"""Nobody is woken where nothing else was said."""


def _token(value: SecretStr) -> SecretStr:
    number, colon, rest = value.get_secret_value().partition(":")
    if not (number.isdecimal() and colon and rest and all(c.isascii() and (c.isalnum() or c in "_-") for c in rest)):
        raise ValueError(f"should look like 123456789:AAE…; to get one, {GET_TOKEN}")
    return value


def _api_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
        _ = parts.port
    except ValueError:
        good = False
    if not good or "@" in value:
        raise ValueError("should be the address of a Bot API server, such as https://api.telegram.org")
    return value.rstrip("/").removesuffix("/bot")


def _database(value: str) -> str:
    """A bare path is a SQLite file; the driver is ours to choose."""
    scheme, mark, rest = value.partition("://")
    if not mark:
        rest = f"/{value.strip()}"
    elif scheme not in ("sqlite", "sqlite+aiosqlite"):
        raise ValueError(f"{_DATABASE}; other databases are not supported yet")
    if rest in ("/", "/.", "/..") or rest.endswith("/"):
        raise ValueError(f"{_DATABASE}; this names no file")
    if rest and not rest.startswith("/"):
        raise ValueError(f"{_DATABASE}; after sqlite: come three slashes for a relative path, four for an absolute one")
    return f"sqlite://{rest}"


def _zone(value: str) -> str:
    known = available_timezones()
    if value in known:
        return value
    near = get_close_matches(value, known, n=1, cutoff=0.6)
    raise ValueError(f"should be a time zone such as Asia/Shanghai{f'; did you mean {near[0]}?' if near else ''}")


def _quiet_hours(value: object) -> object:
    if isinstance(value, str):
        if value.strip().lower() in ("", "null", "~", "none", "off"):
            return None
        try:
            start, end = (time.fromisoformat(part.strip()) for part in value.split("-"))
            if start.tzinfo or end.tzinfo or start == end:
                raise ValueError
        except ValueError:
            raise ValueError("should be two times of day such as 23:00-08:00, or null") from None
        return QuietHours(start, end)
    return value


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _days(value: object) -> object:
    """Text, as everything in the file; `never` keeps for good."""
    if isinstance(value, str):
        said = value.strip().lower()
        return None if said in ("never", "null", "~", "none") else said
    return value


_Days = Annotated[Annotated[int, Field(ge=1, le=36500)] | None, BeforeValidator(_days)]
_Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]
_Section = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Pace(BaseModel):
    """How fast the bot may speak: messages a second over all, a second per chat, a minute per group."""

    model_config = _Section
    overall: _Rate = 30
    chat: _Rate = 1
    group_per_minute: _Rate = 20


class Telegram(BaseModel):
    """Which bot this is, and where its Bot API server stands."""

    model_config = _Section
    token: Annotated[SecretStr, AfterValidator(_token)]
    api_url: Annotated[str, AfterValidator(_api_url)] = "https://api.telegram.org"
    pace: Pace = Pace()


class Retention(BaseModel):
    """After how many days what is no longer needed is deleted; None keeps it for good."""

    model_config = _Section
    updates: _Days = 30
    messages: _Days = 90
    questions: _Days = 90
    log: _Days = 730
    shows: _Days = 1095


class Config(BaseModel):
    """Everything that is set up outside of Telegram."""

    model_config = _Section
    telegram: Telegram
    database: Annotated[str, AfterValidator(_database)] = "sqlite:///callboard.db"
    playbook: Annotated[str, Field(min_length=1)] = "live-commerce"
    timezone: Annotated[str, AfterValidator(_zone)] = "UTC"
    language: Annotated[Literal["en", "zh"], BeforeValidator(_lower)] = "en"
    retention: Retention = Retention()
    quiet_hours: Annotated[QuietHours | None, BeforeValidator(_quiet_hours)] = NIGHT
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    _warnings: list[str] = PrivateAttr(default_factory=list)

    @property
    def warnings(self) -> list[str]:
        """What is not wrong but ought to be put right; whoever loads it adds to this."""
        return self._warnings

    @property
    def database_url(self) -> str:
        """The database as SQLAlchemy's asynchronous engine wants it."""
        return self.database.replace("sqlite:", "sqlite+aiosqlite:", 1)

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None when the database lives in memory."""
        name = self.database.removeprefix("sqlite://").removeprefix("/")
        return None if name in ("", ":memory:") else Path(name)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)
