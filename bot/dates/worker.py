"""A process of its own for the libraries that read rare dates: one line of JSON in, one out, and it ends when nobody asks."""

import json
import os
import re
import select
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

IDLE_SECONDS = 60
_WORDS = 8
_LENGTH = re.compile(r"[0-9]\s*(?:h|hrs?|hours?|m|mins?|minutes?)\b")

Found = dict[str, str] | None


def read(question: dict[str, Any]) -> Found:
    """The longest head of the text, cut between words, that a library reads as a time."""
    text, now = str(question["text"]), datetime.fromisoformat(question["now"])
    one: Callable[[str, datetime], Found] = _chinese if question["chinese"] else _english
    cuts = [match.start() for match in re.finditer(r"\s+|$", text)][:_WORDS]
    for end in dict.fromkeys([len(text), *reversed(cuts)]):
        found = one(text[:end], now)
        # A day at the head of a longer text is more likely the beginning of a title than an answer.
        if found and (end == len(text) or "moment" in found):
            return found | {"end": str(end)}
    return None


def _chinese(text: str, now: datetime) -> Found:
    import jionlp  # imported here, since it costs half a second and 30 MiB

    found = _jionlp(jionlp.parse_time, text, now)
    start = (found or {}).get("moment") or (found or {}).get("first")
    if (
        found
        and start
        and datetime.fromisoformat(start) < now
        and not re.search(r"\d{4}|年|昨|前|上[个周月星礼]", text)
    ):
        # It reads a holiday as this year's; what is said without a year lies ahead.
        return _jionlp(jionlp.parse_time, text, now.replace(year=now.year + 1, month=1, day=1)) or found
    return found


def _jionlp(parse: Callable[..., Any], text: str, now: datetime) -> Found:
    parts = ("year", "month", "day", "hour", "minute", "second")
    try:
        answer = parse(text, time_base={part: getattr(now, part) for part in parts}, strict=True)
        start, end = (datetime.fromisoformat(each) for each in answer["time"])
    except Exception:  # it raises whatever its rules stumble over
        return None
    whole = start.hour == start.minute == 0 and end.hour == 23 and end.minute == 59
    if answer["definition"] == "accurate" and whole:
        return {"first": start.date().isoformat(), "last": end.date().isoformat()}
    if answer["type"] == "time_span" and answer["definition"] == "accurate":
        return {"moment": start.isoformat(), "until": end.isoformat()}
    hour = (
        answer["type"] == "time_point" and (end - start).total_seconds() < 3600 and answer["definition"] == "accurate"
    )
    return {"moment": start.isoformat()} if hour else None


def _english(text: str, now: datetime) -> Found:
    from dateparser.date import DateDataParser

    # It reads any number as some date, and `tomorrow 20h` as twenty hours after this time tomorrow.
    if not re.search("[a-z]{3}", text) or (_LENGTH.search(text) and not re.search(r"\b(?:in|from now|later)\b", text)):
        return None
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "RETURN_TIME_AS_PERIOD": True}
    try:
        answer = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    except Exception:  # it raises whatever its rules stumble over
        return None
    if answer.date_obj is None or answer.period not in ("time", "day"):
        return None
    if answer.period == "time":
        return {"moment": answer.date_obj.isoformat()}
    return {"first": answer.date_obj.date().isoformat(), "last": answer.date_obj.date().isoformat()}


def main() -> None:
    """Answer until the other side closes, or until nobody has asked for a minute."""
    answers = os.fdopen(os.dup(1), "w")
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # JioNLP prints a banner when imported
        os.dup2(silence, stream)
    while select.select([0], [], [], IDLE_SECONDS)[0] and (line := sys.stdin.readline()):
        answers.write(json.dumps(read(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
