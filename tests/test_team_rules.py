"""Decisions about the team."""

import pytest

from flows.team.rules import next_hold, split_roles, zone_named, zones

CALLED = {
    "China Time": "Asia/Shanghai",
    "北京时间": "Asia/Shanghai",
    "北美东部时间": "America/New_York",
    "北美山区时间": "America/Denver",
}


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Asia/Shanghai", "Asia/Shanghai"),
        ("asia/shanghai", "Asia/Shanghai"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("Atlantis", None),
        ("", None),
        ("<b>", None),
        ("北京", "Asia/Shanghai"),
        ("china time", "Asia/Shanghai"),
        ("北美", None),
    ],
)
def test_a_zone_is_read_by_name_or_city_or_what_people_call_it(said: str, zone: str | None) -> None:
    assert zone_named(said, CALLED) == zone


def test_the_zones_near_the_language_come_first_after_the_preset() -> None:
    assert zones("zh", "UTC")[:2] == ("UTC", "Asia/Shanghai")
    assert len(zones("en", "Europe/London")) == len(set(zones("en", "Europe/London"))) <= 8


def test_a_roles_button_goes_round() -> None:
    assert [next_hold(None), next_hold(False), next_hold(True)] == [False, True, None]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("anchor", [("anchor", False)]),
        ("anchor, co-host backup", [("anchor", False), ("co-host", True)]),
        ("主播、助播替补", [("主播", False), ("助播", True)]),
        ("backup", [("backup", False)]),
    ],
)
def test_roles_in_one_line(text: str, roles: list[tuple[str, bool]]) -> None:
    assert split_roles(text, ("backup", "as backup", "替补")) == roles
