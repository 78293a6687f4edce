"""The reference for playbook authors names every field, in both languages, and the docs hold it as it is now."""

from pathlib import Path

import pytest

from bot.playbook.reference import _words, models, reference

DOCS = Path(__file__).parent.parent / "docs"


def test_every_field_is_explained_in_both_languages_and_nothing_else_is() -> None:
    fields = {model.__name__: {"_", *model.model_fields} for model in models()}
    explained = {name: set(words) for name, words in _words().items() if name not in {"words", "kinds"}}
    assert explained == fields
    assert all(len(both) == 2 and all(both) for words in _words().values() for both in words.values())


@pytest.mark.parametrize(("language", "file"), [("en", "playbook-reference.md"), ("zh", "playbook-reference.zh.md")])
def test_the_docs_hold_the_reference_as_the_models_are_now(language: str, file: str) -> None:
    assert (DOCS / file).read_text(encoding="utf-8") == reference(language)


def test_what_to_write_is_said_for_every_kind_of_field() -> None:
    page = reference("en")
    assert "| `title` | both languages, ≤ 60 characters | **required** | What to do, said to a person. |" in page
    assert "| `roll_call` | an offset | `T-45m` | When every required role is asked. |" in page
    assert "| `reminders` | a list: a length | `2h` `12h` `1d` |" in page
    assert "| `severity` | one of `1` · `2` · `3` | **required** |" in page
    assert "| `when` | [Condition](#condition) | its own defaults |" in page
