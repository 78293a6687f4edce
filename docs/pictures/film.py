"""Half a minute of the show playing itself: the moments that matter at a pace to read, the rest skipped."""

import io
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser
from theatre import READ_ALL, Theatre, rehearsal, show

SIZE = {"width": 960, "height": 640}
SECONDS_A_FRAME = 0.2
FRAMES_TO_LINGER = 10
LAST_FRAME_MS = 3000
LIN = 1001

PUBLISHED = "Lin does not wait. Silence is shown as silence."
MOMENTS = (
    "The bot has come into the group. Lin, who leads the team, presses Set up.",
    "Mei joins. The button opens her own private chat with the bot.",
    "She is an anchor.",
    "One line plans a show.",
    "Confirm, and everybody is asked.",
    "Mei accepts.",
    "T−45m: the roll call opens.",
    "Everyone is asked in private: one tap.",
    "T−15m: the gate. Lin sees who is ready and what is still red.",
    "GO with something red asks for a reason.",
    "We are live: the real start is stamped.",
    "… a promise with a time becomes a call.",
    "Duty moves only when Nia accepts.",
    "… and one change for next time.",
    "Lin has read Mei's change: one tap makes it an action.",
    PUBLISHED,
    "Last time's action stands first on its checklist. The loop is closed.",
)
"""The steps that are shown, by their English captions."""


class Film:
    """Frames with the time each is shown; a frame like the one before only makes that one last longer."""

    def __init__(self, stage: Theatre) -> None:
        self._stage, self._page = stage, stage.page
        self._frames: list[Image.Image] = []
        self._lengths: list[int] = []

    def play(self, step: int) -> None:
        self._stage.play_to(step - 1)
        self._page.evaluate("document.getElementById('toasts').replaceChildren()")
        self._page.evaluate(READ_ALL)
        self._stage.let_go()
        while not self._stage.is_at(step):
            self.take()
        self.take()

    def linger(self) -> None:
        """Long enough to read what has come."""
        for _ in range(FRAMES_TO_LINGER):
            self.take()

    def take(self) -> None:
        began = time.monotonic()
        frame = Image.open(io.BytesIO(self._page.screenshot())).convert("RGB")
        self._page.wait_for_timeout(max(0, SECONDS_A_FRAME - (time.monotonic() - began)) * 1000)
        lasted = int((time.monotonic() - began) * 1000)
        if self._frames and frame.tobytes() == self._frames[-1].tobytes():
            self._lengths[-1] += lasted
        else:
            self._frames.append(frame)
            self._lengths.append(lasted)

    def save(self, path: Path) -> None:
        self._lengths[-1] = LAST_FRAME_MS
        first, *rest = self._frames
        first.save(path, save_all=True, append_images=rest, duration=self._lengths, loop=0, quality=60, method=4)
        print(f"{path.name}: {len(self._frames)} frames, {sum(self._lengths) / 1000:.0f} s")


def film(browser: Browser, lang: str, path: Path) -> None:
    with rehearsal(lang) as address:
        page = browser.new_context(viewport=SIZE, color_scheme="light").new_page()  # type: ignore[arg-type]
        stage = Theatre(page, address)
        reel = Film(stage)
        for caption in MOMENTS:
            reel.play(stage.number(caption))
            if caption == PUBLISHED:
                show(page, LIN, words="📋")
                reel.linger()
        page.get_by_test_id("play-stop").click()
        show(page, LIN, words="🔧")
        reel.linger()
        reel.save(path)
