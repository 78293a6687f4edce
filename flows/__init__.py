"""The show: the flows in their order; adding one is one line here."""

from pathlib import Path

from flows import team

SHOW = (
    team.flow,
)

PLAYBOOKS = Path(__file__).parent / "playbooks"
