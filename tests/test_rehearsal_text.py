"""The loopback Telegram reads text as Telegram does: HTML, entities in UTF-16 units, and what it finds by itself."""

from typing import Any

import pytest

from bot.rehearsal.entities import found, slice_units, units
from bot.rehearsal.refusals import Json, Refused
from bot.rehearsal.text import understood


def known(person_id: int) -> Json | None:
    return {"id": person_id, "is_bot": False, "first_name": "Mei"} if person_id == 1002 else None


def read(html: str) -> tuple[str, list[Json]]:
    return understood(html, "HTML", None, known)


def marked(html: str) -> list[tuple[str, str]]:
    """Each entity as its kind and the words it covers."""
    text, entities = read(html)
    return [(one["type"], slice_units(text, one["offset"], one["length"])) for one in entities]


def plain(text: str) -> list[tuple[str, str]]:
    return [(one["type"], slice_units(text, one["offset"], one["length"])) for one in found(text, [])]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>bold</b> and <i>italic</i>", [("bold", "bold"), ("italic", "italic")]),
        ("😀😀 <b>梅子</b>", [("bold", "梅子")]),
        ("<b>a <i>b</i></b>", [("bold", "a b"), ("italic", "b")]),
        ("<s>1</s><u>2</u><tg-spoiler>3</tg-spoiler>", [("strikethrough", "1"), ("underline", "2"), ("spoiler", "3")]),
        ("<blockquote expandable>long</blockquote>", [("expandable_blockquote", "long")]),
        ('<a href="https://example.org/?a=1&amp;b=2">here</a>', [("text_link", "here")]),
        ('<a href="tg://user?id=1002">梅子</a>', [("text_mention", "梅子")]),
        ('<a href="tg://user?id=4">nobody</a>', []),
        ("<code>/not_a_command</code>", [("code", "/not_a_command")]),
        ("  \n<b> edge </b>\n ", [("bold", "edge")]),
    ],
)
def test_html_becomes_entities(html: str, expected: list[tuple[str, str]]) -> None:
    assert marked(html) == expected


def test_references_are_resolved_and_unknown_ones_left_as_they_are() -> None:
    assert read("1 &lt; 2 &amp;&amp; &#51; &gt; &quot;2&quot; &nbsp; &#x597d;")[0] == '1 < 2 && 3 > "2" &nbsp; 好'


def test_a_link_keeps_its_address_with_references_resolved() -> None:
    assert read('<a href="https://example.org/?a=1&amp;b=2">x</a>')[1][0]["url"] == "https://example.org/?a=1&b=2"


def test_code_inside_pre_names_the_language() -> None:
    [entity] = read('<pre><code class="language-yaml">a: 1</code></pre>')[1]
    assert entity == {"type": "pre", "language": "yaml", "offset": 0, "length": 4}


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("好<x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("2 < 3", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(html: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(html)
    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/plan tomorrow 8pm", [("bot_command", "/plan")]),
        ("/ready@callboard_rehearsal_bot", [("bot_command", "/ready@callboard_rehearsal_bot")]),
        ("1/2 and a/b", []),
        ("@mei_onair 上播", [("mention", "@mei_onair")]),
        ("mail joe@example.org", [("email", "joe@example.org")]),
        ("见 https://example.org/a?b=1。", [("url", "https://example.org/a?b=1")]),
        ("t.me/x, then", [("url", "t.me/x")]),
        ("#双十一 #1", [("hashtag", "#双十一")]),
        ("😀 /help", [("bot_command", "/help")]),
    ],
)
def test_plain_text_is_searched_as_telegram_searches_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert plain(text) == expected


def test_length_is_counted_in_utf_16_units() -> None:
    assert [units(text) for text in ("abc", "梅子", "😀", "👨\u200d💻")] == [3, 2, 2, 5]


def test_entities_that_come_with_the_call_are_kept_and_no_html_is_read() -> None:
    given: list[Any] = [{"type": "bold", "offset": 0, "length": 3}]
    assert understood("<b>", "", given, known) == ("<b>", given)
