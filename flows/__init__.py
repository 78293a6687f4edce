"""The show: the flows in their order; adding one is one line here."""

from flows import team

SHOW = (
    team.flow,
)
