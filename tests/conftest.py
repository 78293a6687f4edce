"""The stage in both languages, and one that is still empty."""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

if TYPE_CHECKING:  # whoever plays imports it; the process that hands out the tests goes without
    from tests.stage import Stage


def pytest_configure(config: pytest.Config) -> None:
    """How deep is drawn by chance. Whoever only hands out the tests draws nothing, and all others wait for it."""
    if config.getoption("numprocesses", None):
        return
    from hypothesis import HealthCheck, settings

    settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
    settings.register_profile("deep", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """The collector of garbage finds none among what is imported for good: it would look through all of it again and
    again, for half of the time that the files of tests take to read, and a twentieth of that of the stories."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def one_reader_of_rare_dates() -> Iterator[None]:
    """That process takes a fifth of a second to start: a bot that closes leaves it to the next story."""
    from bot import app, dates

    with patch.object(app, "dates"):
        yield
    dates.release()


async def _play(language: str, **how: object) -> AsyncIterator["Stage"]:
    from tests.stage import open_stage

    stage = await open_stage(language, **how)
    yield stage
    complaints = stage.world.complaints
    await stage.app.close()
    assert not complaints, complaints


@pytest.fixture
async def stage(request: pytest.FixtureRequest) -> AsyncIterator["Stage"]:
    """A team that is set up, in English; where a file of stories says `BARE`, without checklist and calls."""
    async for one in _play("en", bare=getattr(request.module, "BARE", False)):
        yield one


@pytest.fixture
async def whole_stage() -> AsyncIterator["Stage"]:
    """With checklist and calls, also in such a file."""
    async for one in _play("en"):
        yield one


@pytest.fixture
async def stage_zh(request: pytest.FixtureRequest) -> AsyncIterator["Stage"]:
    """A team that is set up, in Chinese; the same."""
    async for one in _play("zh", bare=getattr(request.module, "BARE", False)):
        yield one


@pytest.fixture
async def empty_stage() -> AsyncIterator["Stage"]:
    """A group that the bot has just come into; nobody has a private chat."""
    async for one in _play("en", set_up=False):
        yield one
