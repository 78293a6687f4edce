"""The show: the flows in their order; adding one is one line here."""

from pathlib import Path

from flows import action, calls, duty, plan, prep, privacy, ready, record, retro, team, teamwork

SHOW = (
    team.flow,
    plan.flow,
    prep.flow,
    ready.flow,
    duty.flow,
    retro.flow,
    action.flow,
    calls.flow,
    record.flow,
    teamwork.flow,
    privacy.flow,
)

PLAYBOOKS = Path(__file__).parent / "playbooks"
