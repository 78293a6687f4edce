"""The command line: run · rehearse · check · migrate · export · backup."""

import asyncio
import gc
import logging
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer

from bot import copies, telegram
from bot.app import App, build_house
from bot.clock import Clock
from bot.config import Config, ConfigError, load
from bot.house import House
from bot.pace import Pace
from bot.playbook import Playbook, PlaybookError
from bot.playbook import load as load_playbook
from bot.process import alone, end, readable_ends, until_signal
from bot.store import Store
from bot.transport import Transport
from flows import PLAYBOOKS, SHOW

commands = typer.Typer(
    help="Callboard coordinates a live-stream team.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)

ConfigOption = Annotated[Path, typer.Option("--config", "-c", help="The configuration file.")]
HERE = Path("config.yaml")


def main() -> None:
    os.umask(0o077)  # the database, backups and exports hold what a team wrote: for their owner alone
    gc.freeze()  # what was imported stays: looking through it for garbage took a fourteenth of a busy process
    commands()


@commands.command()
def run(config: ConfigOption = HERE) -> None:
    """Serve the team until stopped."""
    settings = _settings(config)
    set_up_log(settings.log_level)
    with alone(settings.database_file), readable_ends():
        asyncio.run(_run(settings))


@commands.command()
def rehearse(
    lang: Annotated[str, typer.Option(help="en or zh: the language it opens in.")] = "en",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8765,
    keep: Annotated[Path | None, typer.Option(help="A folder that keeps the rehearsal's database.")] = None,
    story: Annotated[str, typer.Option(help="show or preparation: what it plays by itself.")] = "show",
) -> None:
    """Play the whole crew in the browser: no token, no network."""
    from bot.rehearsal.run import rehearse as play
    from bot.rehearsal.script import STORIES, WHOLE_SHOW

    if lang not in ("en", "zh"):
        end("--lang should be en or zh")
    if story not in STORIES:
        end(f"--story should be {' or '.join(STORIES)}")
    set_up_log("error")
    house = build_house(SHOW, _playbooks(None), "live-commerce")

    def told(address: str) -> None:
        _raise_curtain(address if story == WHOLE_SHOW else f"{address}/?story={story}")

    async def perform() -> None:
        async with until_signal() as stop:
            await play(house, lang=lang, port=port, folder=keep, said=told, stop=stop)

    with readable_ends(in_use="Is another rehearsal still on? --port 0 takes a free port."):
        asyncio.run(perform())


@commands.command()
def check(
    config: ConfigOption = HERE,
    playbook: Annotated[list[Path] | None, typer.Argument(help="Playbook files to check instead.")] = None,
) -> None:
    """Check the configuration and every playbook; nothing is started."""
    if playbook:
        for path in playbook:
            typer.echo(f"{path.name}: {_described(_checked(path))}")
        return
    settings = _settings(config)
    for name, book in _playbooks(settings).items():
        typer.echo(f"{name}: {_described(book)}")
    typer.echo(f"{config}: all good")


@commands.command()
def migrate(config: ConfigOption = HERE, to: str = "head") -> None:
    """Bring the database to the newest tables (or to another revision)."""
    settings = _settings(config)
    with alone(settings.database_file), readable_ends():
        asyncio.run(_migrate(settings, to))
    typer.echo("The database is up to date." if to == "head" else f"The database is at {to}.")


@commands.command()
def export(out: Path, config: ConfigOption = HERE) -> None:
    """Write every row as JSON, a line each, for keeping or for reading elsewhere."""
    settings = _settings(config)
    copies.may_be_written(out, _database_file(settings))
    with readable_ends():
        rows = asyncio.run(copies.rows(Store(settings.database_url)))
    copies.write(rows, out)
    typer.echo(f"{len(rows)} rows in {out}")


@commands.command()
def backup(out: Path, config: ConfigOption = HERE) -> None:
    """Copy the database while the bot runs."""
    file = _database_file(_settings(config))
    copies.may_be_written(out, file)
    with readable_ends():
        copies.back_up(file, out)
    typer.echo(f"{out}: {out.stat().st_size // 1024} KiB")


async def _run(settings: Config) -> None:
    store = Store(settings.database_url)
    await store.migrate()
    clock = Clock()
    api = settings.telegram
    edge = telegram.Telegram(api.token.get_secret_value(), api.api_url, Transport(api.api_url), Transport(api.api_url))
    await edge.open()
    pace = Pace(clock.monotonic, api.pace.overall, api.pace.chat, api.pace.group_per_minute)
    app = App(store, edge, clock, pace, _house(settings), settings.retention)
    try:
        async with until_signal() as stop:
            await app.run(stop)
    finally:
        await app.close()
        await edge.close_connections()


def _house(settings: Config) -> House:
    quiet = (settings.quiet_hours.start, settings.quiet_hours.end) if settings.quiet_hours else None
    books = _playbooks(settings)
    chosen = settings.playbook if settings.playbook in books else Path(settings.playbook).stem
    return build_house(SHOW, books, chosen, language=settings.language, timezone=settings.timezone, quiet=quiet)


async def _migrate(settings: Config, to: str) -> None:
    store = Store(settings.database_url)
    await store.migrate(to)
    await store.close()


def _playbooks(settings: Config | None) -> dict[str, Playbook]:
    """Those that come with it, and the configured one where that is a file."""
    paths = sorted(PLAYBOOKS.glob("*.yaml"), key=lambda path: (path.stem != "live-commerce", path.stem))
    books = {path.stem: _checked(path) for path in paths}
    if settings and settings.playbook not in books:
        own = Path(settings.playbook)
        if not own.is_file():
            end(f"playbook: should be one of {', '.join(books)}, or a file; there is no {settings.playbook}")
        books[own.stem] = _checked(own)
    return books


def _checked(path: Path) -> Playbook:
    try:
        return load_playbook(path)
    except PlaybookError as error:
        end(str(error))
    except OSError as error:
        end(f"{path}: {error.strerror}")


def _described(book: Playbook) -> str:
    return f"{len(book.roles)} roles, {len(book.items)} items, {len(book.cues)} calls, all good"


def _settings(path: Path) -> Config:
    try:
        settings = load(path)
    except ConfigError as error:
        end(str(error))
    for warning in settings.warnings:
        typer.echo(f"Warning: {warning}", err=True)
    return settings


def _database_file(settings: Config) -> Path:
    file = settings.database_file
    if file is None or not file.is_file():
        end(f"database: there is no file {settings.database} yet")
    return file


def _raise_curtain(address: str) -> None:
    typer.echo(f"\n  The rehearsal is on: {address}\n\n  Open it in a browser; Ctrl-C ends it.\n")


def _in_one_line(_log: Any, _method: str, said: Any) -> Any:
    """Whatever Telegram, a proxy or an error says: nothing in it ends the line or steers a terminal."""
    return {
        key: value if not isinstance(value, str) or value.isprintable() else repr(value)[1:-1]
        for key, value in said.items()
    }


def set_up_log(level: str) -> None:
    """Lines for a terminal or a journal; a fault is told without the values at hand, which may hold the token."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        processors=[
            _in_one_line,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=True),
            structlog.dev.ConsoleRenderer(
                colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
    )


if __name__ == "__main__":
    main()
