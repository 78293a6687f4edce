"""Days as people type them: `tomorrow`, `next Friday`, `28 Nov`, `下周六`, `11月28日`; a day without a year or week moves on."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.dates.words import CN, EN_N, N, ends, number

Step = Literal["none", "week", "month", "year"]


@dataclass(frozen=True)
class Day:
    """A day, and how far it moves on when it has passed; `dated` when it was written with its year, and so means what it says."""

    on: date
    step: Step = "none"
    dated: bool = False

    def from_(self, earliest: date) -> "Day":
        """The first such day that is not before `earliest`, if this one can move."""
        day = self
        while day.on < earliest and (moved := day.later()):
            day = moved
        return day

    def later(self) -> "Day | None":
        if self.step == "week":
            return Day(self.on + timedelta(days=7), "week")
        if self.step == "none":
            return None
        return self._moved(range(1, 13) if self.step == "month" else (12, 24, 36, 48, 96))

    def earlier(self) -> "Day | None":
        """The one that a guess passed over, a year or a month before."""
        return self._moved({"month": (-1,), "year": (-12,)}.get(self.step, ()))

    def _moved(self, by: Iterable[int]) -> "Day | None":
        """The first of so many months later that has such a day."""
        for months in by:
            year, month = divmod(12 * self.on.year + self.on.month - 1 + months, 12)
            if moved := _date(year, month + 1, self.on.day):
                return Day(moved, self.step)
        return None


_MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAYS = {name: n for n, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_WEEKDAY = r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_CN_WEEKDAYS = {name: n for n, name in enumerate("一二三四五六日")} | {"天": 6} | {str(n + 1): n for n in range(7)}
TONIGHT = ("tonight", "tonite", "2night", "2nite")
_TOMORROW = ("tomorrow", "tomorow", "tommorow", "tommorrow", "2morrow", "2moro", "tmrw", "tmr", "tmw")
_RELATIVE = dict.fromkeys(TONIGHT, 0) | dict.fromkeys(_TOMORROW, 1) | {
    "today": 0, "yesterday": -1, "day after tomorrow": 2,
    "今天": 0, "今日": 0, "今": 0, "当天": 0, "明天": 1, "明日": 1, "明": 1, "后天": 2, "大后天": 3, "昨天": -1, "昨日": -1, "昨": -1, "前天": -2,
}  # fmt: skip
# East Asia writes the month first even with a slash; elsewhere 3/4 is anybody's guess, and is asked again.
_MONTH_FIRST = {"Asia/Shanghai", "Asia/Urumqi", "Asia/Taipei", "Asia/Macau", "Asia/Tokyo", "Asia/Seoul", "PRC"}

Make = Callable[[re.Match[str], date, str], Day | None]


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _iso(match: re.Match[str], _today: date, _zone: str) -> Day | None:
    found = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Day(found, dated=True) if found else None


def _slashed(match: re.Match[str], today: date, zone: str) -> Day | None:
    first, second = int(match["a"]), int(match["b"])
    if first > 12 or second == first or (second <= 12 and zone not in _MONTH_FIRST):
        first, second = second, first
        if second <= 12 and first != second:
            return None
    if not match["y"]:
        return _yearless(today, first, second)
    found = _date(int(match["y"]), first, second)
    return Day(found, dated=True) if found else None


def _yearless(today: date, month: int | None, day: int | None) -> Day | None:
    """This year's, or the next that has such a day."""
    for year in range(today.year, today.year + 9):
        if month and day and (found := _date(year, month, day)):
            return Day(found, "year").from_(today)
    return None


def _relative(match: re.Match[str], today: date, _zone: str) -> Day | None:
    return Day(today + timedelta(days=_RELATIVE[re.sub(r"^the | (?=\s)", "", match["word"])]))


def _ahead(match: re.Match[str], today: date, _zone: str) -> Day | None:
    count = number(match["n"])
    return None if count is None else Day(today + timedelta(days=count * (7 if match["weeks"] else 1)))


def _english_weekday(match: re.Match[str], today: date, _zone: str) -> Day | None:
    """`next Friday` is the next Friday that comes (today's not counted); `Friday next week` is the one after Sunday."""
    weekday = _WEEKDAYS[match["weekday"][:3]]
    if match["week"] or match["before"]:
        return Day(_monday(today) + timedelta(days=7 + weekday))
    if match["which"] == "next":
        return Day(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    return Day(today + timedelta(days=(weekday - today.weekday()) % 7), "week")


def _chinese_weekday(match: re.Match[str], today: date, _zone: str) -> Day | None:
    """周六 is the next Saturday; 下周六 is next week's and 这周六 is this week's, even if that has passed."""
    weekday, which = _CN_WEEKDAYS[match["weekday"]], match["which"] or ""
    if not which:
        return Day(today + timedelta(days=(weekday - today.weekday()) % 7), "week")
    weeks = which.count("下") - which.count("上")
    return Day(_monday(today) + timedelta(days=7 * weeks + weekday))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _english_date(match: re.Match[str], today: date, _zone: str) -> Day | None:
    month, day = _MONTHS[match["month"][:3]], int(match["d"])
    if not match["y"]:
        return _yearless(today, month, day)
    found = _date(int(match["y"]), month, day)
    return Day(found, dated=True) if found else None


def _chinese_date(match: re.Match[str], today: date, _zone: str) -> Day | None:
    month, day, year = number(match["m"]), number(match["d"]), match["y"]
    if not year:
        return _yearless(today, month, day)
    plain = {"今年": today.year, "明年": today.year + 1, "后年": today.year + 2}.get(year) or int(year.rstrip("年 "))
    found = _date(plain, month or 0, day or 0)
    return Day(found, dated=True) if found else None


def _day_of_month(match: re.Match[str], today: date, _zone: str) -> Day | None:
    day, which = number(match["d"]), match["which"]
    year, month = divmod(12 * today.year + today.month - 1 + (1 if which and which.startswith("下") else 0), 12)
    if which:
        found = _date(year, month + 1, day or 0)
        return Day(found) if found else None
    for later in range(12):
        year, month = divmod(12 * today.year + today.month - 1 + later, 12)
        if (found := _date(year, month + 1, day or 0)) and found >= today:
            return Day(found, "month")
    return None


_WEEK = r"(?:周|星期|礼拜)"
_YEAR = r"(?:\s*,?\s*(?P<y>20[0-9]{2})(?![0-9:]))?"
_RULES: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(r"(?P<y>20[0-9]{2})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9])"), _iso),
    (re.compile(r"(?P<d>[0-9]{1,2})(?P<sep>[-.])(?P<m>[0-9]{1,2})(?P=sep)(?P<y>20[0-9]{2})(?![0-9])"), _iso),
    (re.compile(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?:/(?P<y>20[0-9]{2}))?(?![0-9/])"), _slashed),
    (
        re.compile(
            rf"(?P<word>(?:the )?day after tomorrow|today|{'|'.join(TONIGHT)}|{'|'.join(_TOMORROW)}|yesterday)\b"
        ),
        _relative,
    ),
    (
        re.compile(r"(?P<word>大后天|后天|明天|明日|今天|今日|当天|昨天|昨日|前天|[今明昨](?=[早晚夜晨上下中]))"),
        _relative,
    ),
    (re.compile(rf"in (?P<n>[0-9]{{1,3}}|{EN_N}) (?:days?|(?P<weeks>weeks?))\b"), _ahead),
    (re.compile(rf"(?P<n>[0-9]{{1,3}}|{EN_N}) (?:days?|(?P<weeks>weeks?)) (?:from now|later)\b"), _ahead),
    (re.compile(rf"(?P<n>[0-9]{{1,3}}|{CN})(?:[天日]|个?(?P<weeks>{_WEEK}))(?:之后|以后|后)"), _ahead),
    (
        re.compile(
            rf"(?:(?P<before>next week),? (?:on )?|on |(?P<which>next|this|coming) )?{_WEEKDAY}(?P<week> next week\b)?"
        ),
        _english_weekday,
    ),
    (
        re.compile(
            rf"(?P<which>下下个?|下个?|上个?|这个?|本)?{_WEEK}(?P<weekday>[一二三四五六日天]|[1-7](?![0-9点:]))"
        ),
        _chinese_weekday,
    ),
    (re.compile(rf"(?:on )?{_MONTH} ?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:]|\s*[ap]\.?m){_YEAR}"), _english_date),
    (re.compile(rf"(?:on )?(?:the )?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? ?{_MONTH}{_YEAR}"), _english_date),
    (re.compile(rf"(?P<y>20[0-9]{{2}} ?年 ?|今年|明年|后年)?(?P<m>{N}) ?月 ?(?P<d>{N})[日号]?"), _chinese_date),
    (re.compile(rf"(?P<which>下个?月|本月|这个?月)?(?P<d>{N})[日号](?![楼线链房机])"), _day_of_month),
)


def day_at(text: str, at: int, today: date, zone: str) -> tuple[Day, int] | None:
    """The day that starts here; the longest reading wins."""
    best: tuple[Day, int] | None = None
    for pattern, make in _RULES:
        match = pattern.match(text, at)
        if not match or not ends(text, match.end()) or (best and best[1] >= match.end()):
            continue
        if day := make(match, today, zone):
            best = day, match.end()
    return best


def weekday_at(text: str, at: int) -> tuple[int, int] | None:
    """A weekday beside a date, as in `Sat, 28 Nov`: it says nothing new, and may contradict."""
    if match := re.compile(_WEEKDAY).match(text, at):
        return (_WEEKDAYS[match["weekday"][:3]], match.end()) if ends(text, match.end()) else None
    if match := re.compile(rf"{_WEEK}([一二三四五六日天])").match(text, at):
        return _CN_WEEKDAYS[match[1]], match.end()
    return None
