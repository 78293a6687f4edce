"""How far apart two times are by the minutes that are shown: whoever reads both reckons the same."""

from datetime import datetime, timedelta

ON_TIME = timedelta(minutes=1)


def minute(at: datetime) -> datetime:
    """As it is shown."""
    return at.replace(second=0, microsecond=0)


def between(begins: datetime, ends: datetime) -> timedelta:
    return minute(ends) - minute(begins)


def punctuality(planned: datetime, real: datetime) -> tuple[str, timedelta]:
    """How the start compares with the plan: the word for it, and by how much."""
    if abs(real - planned) < ON_TIME:
        return "on-time", timedelta()
    late = between(planned, real)
    return ("late", late) if late > timedelta() else ("early", -late)
