"""YAML that cannot be read: where to look, and for what, in plain words."""

import re
from typing import Any

import yaml

from bot.playbook.problems import Problem

QUOTED = 'texts stand in straight quotes, {en: "…", zh: "…"}'
TOO = "look in the line above, too"
LOOK = (
    ("or '}'", f"a comma, a quote or the closing }} is missing just before; {QUOTED}; {TOO}"),
    ("or ']'", f"a comma, a quote or the closing ] is missing just before; {TOO}"),
    ("end of stream", "the quote that begins here is never closed"),
    ("expected ':'", 'this needs a colon and a space after it (the English ":", not "："), or quotes around it'),
    ("mapping values", f"a colon too many (a text with a colon needs quotes), or the line begins too far in; {TOO}"),
    ("tab character", "the line begins with a Tab; use spaces"),
    ("cannot start", "a text that begins with this sign needs quotes; for a Tab, use spaces"),
    ("escape", 'in "…" a \\ has to be written twice'),
    ("expected key", f"this begins further in or out than its neighbours, or follows a closed quote; {TOO}"),
    ("'-' indicator", f"this begins further in or out than its neighbours; {TOO}"),
    ("node content", "a bracket too many, or nothing where something has to stand"),
    ("control characters", "a sign that nobody sees; type the line anew"),
)
ELSE = f"a quote, comma, colon or bracket too many or too few, or a line not as far in as its neighbours; {TOO}"
BEGAN = ("end of stream", "expected ':'")
"""Noticed only further down: what is wrong is where it began."""
CURLY = re.compile("[“”＂][^“”＂]*[“”＂]?|‘[^‘’]*’")


def unreadable(text: str, error: yaml.YAMLError) -> Problem:
    """Where reading stopped, and what to look for there."""
    found = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    line, column = _where(text, error, found)
    look = next((words for part, words in LOOK if part in found), ELSE)
    return Problem(line, "", f"cannot be read at column {column}: {look}")


def _where(text: str, error: Any, found: str) -> tuple[int, int]:
    """Line and column, counted from one."""
    began = any(part in found for part in BEGAN)
    mark = (getattr(error, "context_mark", None) if began else None) or getattr(error, "problem_mark", None)
    if mark:
        return mark.line + 1, mark.column + 1
    before = text.encode()[: getattr(error, "position", 0)].decode(errors="ignore")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def in_curly_quotes(written: str) -> bool:
    """Whether a text without straight quotes stands in others, which YAML would take for a part of it."""
    return CURLY.fullmatch(written) is not None
