"""The letters that times are typed in: one width, one case, numbers in digits and in Chinese, and where a word may end."""

import re
import unicodedata

LONGEST = 100
"""Nobody types a time longer than this; whatever is longer is not read."""

CN = "[零〇一二两三四五六七八九十]{1,3}"
N = rf"(?:[0-9]{{1,2}}|{CN})"
EN_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"a": 1, "an": 1}
EN_N = "|".join(EN_NUMBERS)
GAP = re.compile(r"[\s,，、()（）]*")
TO = re.compile(r"\s*(?:\.\.\.?|[-–—~]+|(?:播|直播)?到|至|to\b|until\b|till\b|through\b)\s*")

_ISO_T = re.compile("t[0-9]{2}:[0-9]{2}")
_CN = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?|[零〇]?([零〇一二两三四五六七八九])")
_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def plain(text: str) -> str:
    """The text in one width and in lower case, each letter still in its place, so that what is left can be cut from the original."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    folded = unicodedata.normalize("NFKC", letter).lower()
    return folded if len(folded) == 1 else letter


def number(text: str) -> int | None:
    """A count in digits, in English or in Chinese up to 99."""
    if text.isascii():
        return int(text) if text.isdigit() else EN_NUMBERS.get(text)
    match = _CN.fullmatch(text)
    if not match:
        return None
    tens, ones, single = match.groups()
    if single:
        return _DIGITS[single]
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


def ends(text: str, at: int) -> bool:
    """Whether a word may end here: `8pm` does not end in `8pmx`, but Chinese needs no space."""
    if at >= len(text) or at == 0:
        return True
    before, after = text[at - 1], text[at]
    inside = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return not inside or bool(_ISO_T.match(text, at))
