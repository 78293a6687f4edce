"""How figures are laid out, and judged."""


def line(what: str, who: str, value: str, ratio: str = "", *, must: str = "", reached: bool = False) -> str:
    """One row; where something must be reached, whether it was."""
    verdict = ("reached" if reached else "NOT REACHED") if must else ""
    return f"{what:46} {who:10} {value:>34} {ratio:>14}   {must:24} {verdict}".rstrip()


def share(ordered: list[float], part: float) -> float:
    """The value below which this part of them lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
