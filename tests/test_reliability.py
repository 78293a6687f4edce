"""The promises: each names a test that stands, and both languages promise the same."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "docs" / name for name in ("reliability.md", "reliability.zh.md")]


def named(page: Path) -> list[str]:
    return re.findall(r"`(test_\w+)`", page.read_text(encoding="utf-8"))


def test_every_test_that_a_promise_names_stands() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))
    standing = set(re.findall(r"def (test_\w+)\(", written))
    assert set(named(PAGES[0])) <= standing, set(named(PAGES[0])) - standing


def test_both_languages_promise_the_same() -> None:
    assert named(PAGES[0]) == named(PAGES[1]) and len(named(PAGES[0])) > 40
