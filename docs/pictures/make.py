"""Makes every picture of the docs again, from a rehearsal that plays itself: python docs/pictures/make.py [en] [zh]."""

import io
import shutil
import sys
from pathlib import Path

from film import film
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from theatre import READ_ALL, Theatre, rehearsal, show

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
LANGUAGES = ("en", "zh")
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LOOKS = {
    "desktop": (DESKTOP, "light", 1),
    "dark": (DESKTOP, "dark", 1),
    "phone": (PHONE, "light", 2),
    "phone-dark": (PHONE, "dark", 2),
}
HIDDEN = "#toasts, .latest, .reply-btn, .divider { display: none !important }"
LIN, TAO, NIA = 1001, 1008, 1011

BOARDS = {
    "Tao ticks off the spare microphone.": "prep",
    "… and until when.": "standby",
    "Checked.": "live",
    "Answers are kept one by one, even if one stops half-way.": "review",
}
"""The steps, by their English captions, after which the board is taken, and what the picture is called."""
CREW = "One line plans a show."
ITEM = "Preparation: each item is asked of whoever holds the role, at its time."
HAND_OFF = "The rest may stay empty."
GATE = "T−15m: the gate. Lin sees who is ready and what is still red."
REPORT = "Lin does not wait. Silence is shown as silence."


class Camera:
    """Pages of every size and light that watch one rehearsal."""

    def __init__(self, browser: Browser, address: str, lang: str) -> None:
        self._address, self._lang = address, lang
        self._pages = {look: _page(browser, *how) for look, how in LOOKS.items()}

    def take(self, name: str, look: str, who: int, *, private: bool = False, words: str = "") -> None:
        """What this person sees, all of it read."""
        page = self._pages[look]
        page.goto(f"{self._address}/?as={who}")
        page.get_by_test_id("log").locator("article").first.wait_for()
        page.add_style_tag(content=HIDDEN)
        page.evaluate(READ_ALL)
        show(page, who, private=private, words=words)
        page.wait_for_timeout(500)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        picture.save(HERE / f"{name}-{look}-{self._lang}.webp", quality=82, method=6)


def _page(browser: Browser, size: dict[str, int], scheme: str, scale: float) -> Page:
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        device_scale_factor=scale,
        reduced_motion="reduce",
    )
    return context.new_page()


def stills(browser: Browser, lang: str) -> None:
    """The board in four phases, a crew, an item, the gate, the hand-off, the report."""
    with rehearsal(lang) as address:
        stage = Theatre(_page(browser, DESKTOP, "light", 1), address)
        camera = Camera(browser, address, lang)
        for stop in sorted([*BOARDS, CREW, ITEM, HAND_OFF, GATE, REPORT], key=stage.number):
            stage.play_to(stage.number(stop))
            at_stop(camera, stop)


def at_stop(camera: Camera, stop: str) -> None:
    if stop in BOARDS:
        for look in ("desktop", "phone"):
            camera.take(f"board-{BOARDS[stop]}", look, LIN, words="the board")
    elif stop == CREW:
        camera.take("crew", "phone", LIN, private=True)
    elif stop == ITEM:
        camera.take("item", "phone", TAO, private=True)
    elif stop == HAND_OFF:
        for look in LOOKS:
            camera.take("hand-off", look, NIA, private=True)
    elif stop == GATE:
        camera.take("gate", "phone", LIN, private=True)
    elif stop == REPORT:
        camera.take("report", "desktop", LIN, words="📋")


def main() -> None:
    languages = [lang for lang in LANGUAGES if lang in sys.argv[1:]] or LANGUAGES
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for lang in languages:
            stills(browser, lang)
            film(browser, lang, HERE / f"show-{lang}.webp")
        browser.close()
    sizes = {path.name: path.stat().st_size // 1024 for path in HERE.glob("*.webp")}
    print(
        *(f"{size:5} KiB  {name}" for name, size in sorted(sizes.items())),
        f"{sum(sizes.values()):5} KiB in all",
        sep="\n",
    )


if __name__ == "__main__":
    main()
