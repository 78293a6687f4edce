"""The rehearsal that the pictures are taken of: started, and played step by step."""

import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

CALLBOARD = Path(sys.executable).with_name("callboard")
AS_FAST_AS_THE_BOT = 1000
FILM_SPEED = 3.5

READ_ALL = """(async () => {
  const { crew, chatsOf, look, changed } = await import('/page/model.js');
  for (const person of crew()) for (const chat of chatsOf(person.id)) look(person.id, chat.id);
  changed('me');
})()"""

SHOW = """(async ([who, isPrivate, words]) => {
  const { be, openChat } = await import('/page/actions.js');
  const { chatsOf, model, messagesOf, changed } = await import('/page/model.js');
  be(who);
  openChat(chatsOf(who).at(isPrivate ? -1 : 0).id);
  document.body.dataset.screen = 'thread';
  changed('me');
  const pinned = model.chats.get(model.chat)?.pinned;
  const found = words === 'the board' ? pinned : messagesOf(model.chat).findLast((one) => (one.text ?? '').includes(words))?.message_id;
  const shown = words && document.querySelector(`#log [data-id="${found}"]`);
  if (shown) shown.scrollIntoView({ block: shown.offsetHeight > 400 || words !== 'the board' ? 'start' : 'center' });
  document.activeElement?.blur();
})"""


@contextlib.contextmanager
def rehearsal(lang: str) -> Iterator[str]:
    """The address of one in this language, for as long as it is needed."""
    command = [str(CALLBOARD), "rehearse", "--lang", lang, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield next(found.group() for line in process.stdout if (found := re.search(r"http://\S+", line)))
    finally:
        process.terminate()
        process.communicate()


def show(page: Page, who: int, *, private: bool = False, words: str = "") -> None:
    """What this person sees: the group or the private chat, at the message with these words, at `the board`, or at the end."""
    page.evaluate(f"([...given]) => {SHOW}(given)", [who, private, words])


class Theatre:
    """The page on which the show plays itself."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        page.goto(address)
        page.get_by_test_id("btn").first.wait_for()
        page.get_by_test_id("autoplay").click()
        self._do("while (!play.on) await new Promise((done) => setTimeout(done, 1)); play.paused = true;")
        self._captions: list[str] = self._do("return play.steps.map((step) => step.caption.en)")

    def number(self, caption: str) -> int:
        """Which step it is, by its English caption; one that is gone from the show is a mistake in the pictures."""
        if caption not in self._captions:
            raise SystemExit(f"the show has no step {caption!r} any more")
        return self._captions.index(caption) + 1

    def play_to(self, step: int) -> None:
        """Everything up to this step and with it, as fast as the bot can."""
        self._do(
            f"play.speed = {AS_FAST_AS_THE_BOT};"
            "const pass = () => new Promise((done) => setTimeout(done, 1));"
            f"while (play.on && play.next < {step}) {{"
            "  const before = play.next; play.once = true; while (play.on && play.next === before) await pass(); }"
        )
        self.page.request.post(f"{self.address}/play/settle")
        if self.page.locator(".play-box.stuck").count():
            raise SystemExit(self.page.get_by_test_id("play-line").inner_text())

    def let_go(self) -> None:
        """One step at the pace of a film; it goes on while frames are taken."""
        self._do(f"play.speed = {FILM_SPEED}; play.paused = true; play.once = true;")

    def is_at(self, step: int) -> bool:
        return bool(self._do("return play.next") >= step)

    def _do(self, deed: str) -> Any:
        return self.page.evaluate(f"import('/page/theatre.js').then(async ({{play}}) => {{ {deed} }})")
