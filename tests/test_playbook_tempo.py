"""A rehearsal stream's tempo: a week and a show fit into twenty minutes, in the order of the real thing."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.tempo import at_rehearsal, squeezed
from tests.stage import playbooks

MINUTE = timedelta(minutes=1)
SPANS = st.timedeltas(timedelta(days=-30), timedelta(days=30))


def test_a_week_before_and_three_hours_on_air_fit_into_twenty_minutes() -> None:
    assert squeezed(timedelta(days=7)) + squeezed(timedelta(hours=3)) < 20 * MINUTE


@pytest.mark.parametrize(
    ("real", "least", "most"),
    [(timedelta(minutes=5), 40, 50), (timedelta(minutes=15), 95, 105), (timedelta(hours=2), 270, 285)],
)
def test_what_is_near_stays_apart(real: timedelta, least: int, most: int) -> None:
    assert timedelta(seconds=least) <= squeezed(real) <= timedelta(seconds=most)


@given(SPANS, SPANS)
def test_the_order_is_that_of_the_real_thing(one: timedelta, other: timedelta) -> None:
    assert (squeezed(one) <= squeezed(other)) or one > other
    assert squeezed(-one) == -squeezed(one)


@pytest.mark.parametrize("name", ["live-commerce", "small-room", "talk-show"])
def test_a_whole_playbook_keeps_its_steps_and_loses_the_waiting(name: str) -> None:
    real = playbooks()[name]
    fast = at_rehearsal(real)
    assert [item.key for item in fast.items] == [item.key for item in real.items]
    assert min(item.due.by - item.lead for item in fast.items if item.due.base == "start") > -20 * MINUTE
    assert {item.proof for item in fast.items} <= {"none", "second"}
    assert all(wait.wait >= timedelta(seconds=45) for wait in fast.escalation.waits)
    assert fast.gate.roll_call.by < fast.gate.decide.by < timedelta()
    assert fast.hours == real.hours
