"""The page of a rehearsal in a real browser: a few presses by hand, then whole shows that play themselves."""

import contextlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no chromium here: the page is not opened in a browser", allow_module_level=True)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CALLBOARD = Path(sys.executable).with_name("callboard")
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
AS_FAST_AS_THE_BOT = 1000
MEI = 1002
TALL = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="240"/>'
FOLLOWED = """() => {
    const log = document.getElementById("log"), picture = log.querySelector("img");
    return picture?.complete && log.scrollHeight - log.scrollTop - log.clientHeight < 1;
}"""
MINUTES_TO_PLAY = 3


@dataclass(frozen=True)
class Reads:
    """What people read, in one language."""

    hello: str
    report: str
    worked: str
    first_on_the_checklist: str
    action: str
    next_show: str


ENGLISH = Reads(
    hello="Hello! I am Callboard.",
    report="Review: Black Friday Special",
    worked="The scarf demo: comments doubled",
    first_on_the_checklist="🔧 From last time",
    action="Test the backup network an hour earlier",
    next_show="Cyber Monday",
)
CHINESE = Reads(
    hello="大家好！我是 Callboard",
    report="复盘报告：双11专场",
    worked="围巾演示：评论翻倍",
    first_on_the_checklist="🔧 上一场的改进项",
    action="备用网络提前一小时测",
    next_show="返场专场",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        contextlib.closing(playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)) as chromium,
    ):
        yield chromium


@contextlib.contextmanager
def rehearsal(folder: Path, lang: str, *more: str) -> Iterator[str]:
    """The real command on a free port; besides its address it has nothing to say."""
    command = [str(CALLBOARD), "rehearse", "--lang", lang, "--port", "0", *more]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        found = (re.search(r"http://\S+", line) for line in process.stdout)
        yield next(filter(None, found)).group()
    finally:
        process.terminate()
        rest, _ = process.communicate(timeout=20)
    assert not re.search(r"error|Traceback", rest, re.IGNORECASE), rest


@contextlib.contextmanager
def opened(browser: Browser, address: str, size: dict[str, int]) -> Iterator[Page]:
    """A page that may complain of nothing."""
    complaints: list[str] = []
    context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda sent: complaints.append(sent.url) if is_foreign(sent, address) else None)
    page.goto(f"{address}{'&' if '?' in address else '/?'}speed={AS_FAST_AS_THE_BOT}")
    yield page
    assert not complaints
    context.close()


def is_foreign(request: Request, address: str) -> bool:
    """Does the page ask another server? It must work where there is no network."""
    return not request.url.startswith((address.partition("?")[0], "data:", "blob:"))


def middle_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"] + box["height"] / 2


def be(page: Page, person: int) -> None:
    page.get_by_test_id(f"person-{person}").click()


def says(page: Page, text: str) -> None:
    page.get_by_test_id("composer").fill(text)
    page.get_by_test_id("composer").press("Escape")
    page.get_by_test_id("send").click()


def play_by_itself(page: Page, button: str = "autoplay") -> None:
    """Press the button, and watch until the last step; a step that cannot be done stops the play and says why."""
    page.get_by_test_id(button).click()
    expect(page.get_by_test_id("play-count")).not_to_be_empty()
    page.wait_for_function(
        "() => !document.getElementById('play-count').textContent || document.querySelector('.play-box.stuck')",
        timeout=MINUTES_TO_PLAY * 60_000,
        polling=200,
    )
    assert "stuck" not in str(page.get_by_test_id("play-box").get_attribute("class")), page.get_by_test_id(
        "play-line"
    ).inner_text()


def is_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"))


def reads_the_end_of_the_show(page: Page, reads: Reads) -> None:
    """The report stands in the group, the action comes first on the next checklist, and the board is pinned."""
    said = page.get_by_test_id("log").locator("article")
    report = said.filter(has_text=reads.report)
    expect(report).to_contain_text(reads.worked)
    expect(report).to_contain_text(reads.action)
    checklist = said.filter(has_text=reads.first_on_the_checklist)
    expect(checklist).to_be_visible()
    _, _, below = checklist.inner_text().partition(reads.first_on_the_checklist)
    assert reads.action in below.splitlines()[1]
    expect(page.get_by_test_id("pin")).to_contain_text(reads.next_show)


def test_a_hand_tries_the_page_and_then_the_show_plays_itself_in_english_from_set_up_to_the_published_review(
    browser: Browser, tmp_path: Path
) -> None:
    with rehearsal(tmp_path, "en") as address, opened(browser, address, DESKTOP) as page:
        expect(page.get_by_test_id("log")).to_contain_text(ENGLISH.hello)
        a_hand_sets_the_team_up_and_asks_for_help(page)
        the_lights_go_off_and_on_the_words_change_and_a_phone_is_wide_enough(page)
        page.get_by_test_id("menu").click()
        page.get_by_test_id("start-over").click()
        expect(page.get_by_test_id("log")).not_to_contain_text("All set")
        page.get_by_test_id("plays").click()
        play_by_itself(page, "play-show")  # from an empty group again
        reads_the_end_of_the_show(page, ENGLISH)


def a_hand_sets_the_team_up_and_asks_for_help(page: Page) -> None:
    keys = page.get_by_test_id("btn")
    for label in ("Set up", "English", "China Time", "Live commerce"):
        keys.filter(has_text=label).click()
    expect(page.get_by_test_id("log")).to_contain_text("All set")

    keys.filter(has_text="Plan a show").click()  # opens the private chat, as Telegram does
    expect(page.get_by_test_id("log")).to_contain_text("tomorrow 8pm")
    expect(page.get_by_text("/start", exact=True)).to_be_visible()  # without what the link brought along
    page.locator(".chat-row", has_text="Friday Live").click()
    keys.filter(has_text="Plan a show").click()
    toast, log = page.get_by_test_id("toast"), page.get_by_test_id("log")
    expect(toast).to_be_visible()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert middle_of(toast) < middle_of(log), "what is pressed next stands at the bottom"
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    be(page, MEI)
    expect(page.get_by_test_id("toast")).to_have_count(0)  # it was said to Lin alone
    expect(page.get_by_test_id("me-name")).to_have_text("Mei")
    says(page, "/help")
    expect(page.get_by_test_id("log")).to_contain_text("/join")
    picture = {"name": "tall.svg", "mimeType": "image/svg+xml", "buffer": TALL}
    page.get_by_test_id("pick-file").set_input_files(picture)  # type: ignore[arg-type]
    page.wait_for_function(FOLLOWED)


def the_lights_go_off_and_on_the_words_change_and_a_phone_is_wide_enough(page: Page) -> None:
    lights = [page.locator("html").get_attribute("data-theme")]
    for _ in range(2):
        page.get_by_test_id("theme").click()
        lights.append(page.locator("html").get_attribute("data-theme"))
    assert set(lights[:2]) == {"light", "dark"} and lights[2] == lights[0]

    for words in ("下一个提醒", "Next cue"):
        page.get_by_test_id("lang").click()
        expect(page.get_by_test_id("clock-next")).to_have_text(words)

    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(page.get_by_test_id("switch")).to_be_visible()
    assert not is_wider_than_the_screen(page)
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]


def test_the_show_plays_itself_in_chinese_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    with rehearsal(tmp_path, "zh") as address, opened(browser, address, PHONE) as page:
        expect(page.get_by_test_id("log")).to_contain_text(CHINESE.hello)
        play_by_itself(page)
        reads_the_end_of_the_show(page, CHINESE)
        assert not is_wider_than_the_screen(page)
