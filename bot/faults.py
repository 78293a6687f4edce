"""A fault of ours as one log line: what it was and where, never with the values at hand, which may hold secrets."""

import traceback

LONGEST = 500


def told(error: BaseException) -> str:
    """The error in its own words, as it can be stored and printed."""
    said = "".join(traceback.format_exception_only(error)).strip()
    return said[:LONGEST].encode(errors="replace").decode()


def where(error: BaseException) -> str:
    """The innermost line of our own code, else of whoever raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in [one for one in reversed(frames) if "site-packages" not in one.filename] or frames:
        return f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line}"
    return ""
