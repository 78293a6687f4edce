"""The show: the flows in their order; adding one is one line here."""

from pathlib import Path

from flows import action, calls, duty, prep, ready, team

SHOW = (
    team.flow,
    prep.flow,
    ready.flow,
    duty.flow,
    action.flow,
    calls.flow,
)

PLAYBOOKS = Path(__file__).parent / "playbooks"
