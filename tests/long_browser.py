"""The preparation of twelve in a real browser: by its name a part of `make soak`, and so of what must pass before landing."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.test_browser import ENGLISH, PHONE, is_wider_than_the_screen, opened, play_by_itself, rehearsal
from tests.test_browser import browser as browser


def test_the_preparation_of_twelve_plays_itself_up_to_a_late_go_and_the_stand_in_on_air(
    browser: Browser, tmp_path: Path
) -> None:
    with (
        rehearsal(tmp_path, "en", "--story", "preparation") as address,
        opened(browser, address, PHONE) as page,
    ):
        expect(page.get_by_test_id("log")).to_contain_text(ENGLISH.hello)
        play_by_itself(page)
        expect(page.get_by_test_id("log")).to_contain_text("Winter Special: on air since 21:12.")
        assert not is_wider_than_the_screen(page)
