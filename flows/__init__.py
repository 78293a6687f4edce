"""The show: the flows in their order; adding one is one line here."""

from pathlib import Path

from flows import action, calls, prep, ready, team

SHOW = (
    team.flow,
    prep.flow,
    ready.flow,
    action.flow,
    calls.flow,
)

PLAYBOOKS = Path(__file__).parent / "playbooks"
